use super::{Desk, creating, read, reasons};
use crate::error::ErrorCode;
use crate::figures::view::{CellText, WriteCells};
use crate::intake::view::IntakeKindView;
use crate::intake::view::{IntakeChoices, KnownKpi, MeaningView};
use crate::intake::{
    AskedIntake, Wanted, batches, import, rejects_name, run, save_rejects, save_template,
    template_name, undo_batch,
};
use crate::kpis::view::{GrainView, KindView};
use std::time::Duration;
use store::batches::{BatchId, BatchState};

const LONG: &str = "adviser,month,kpi,numerator,denominator,note\n";

fn long(rows: &[&str]) -> String {
    format!("{LONG}{}\n", rows.join("\n"))
}

fn check(desk: &mut Desk, row: &str, expected: Option<&str>) {
    let file = desk.choose(&long(&[row]));
    let choices = IntakeChoices {
        create_kpis: true,
        ..IntakeChoices::default()
    };
    let plan = desk.plan(&file, &choices);
    assert_eq!(
        reasons(&plan).first().map(|(_, reason)| *reason),
        expected,
        "{row}"
    );
}

#[test]
fn the_vault_has_its_say_on_every_row() {
    let mut desk = Desk::with_team(&[
        ("Amara", None, None),
        ("Farid", Some("2026-08-03"), None),
        ("Hugo", None, Some("2026-10-30")),
        ("Ivy", None, Some("2026-01-31")),
    ]);
    check(&mut desk, "amara,2026-10,K09,46,60,", None);
    check(
        &mut desk,
        "Amara,2026-10,K09,74,71,",
        Some("numerator_above_denominator"),
    );
    check(
        &mut desk,
        "Amara,2026-10,K09,46,,",
        Some("missing_denominator"),
    );
    check(&mut desk, "Amara,2026-10,K09,1,0,", Some("out_of_nothing"));
    check(&mut desk, "Amara,2026-10,K09,4.5,60,", Some("not_whole"));
    check(&mut desk, "Zed,2026-10,K09,46,60,", Some("unknown_adviser"));
    check(
        &mut desk,
        "Farid,2026-07,K09,46,60,",
        Some("before_joining"),
    );
    check(&mut desk, "Farid,2026-08,K09,46,60,", None);
    check(&mut desk, "Hugo,2026-10,K09,46,60,", None);
    check(&mut desk, "Hugo,2026-11,K09,46,60,", Some("after_leaving"));
    check(&mut desk, "Amara,2027-01,K09,46,60,", Some("future"));
    check(&mut desk, "Amara,2024-11,K09,46,60,", None);
    check(&mut desk, "Amara,2024-10,K09,46,60,", Some("expired"));
    check(&mut desk, "Ivy,2025-12,K09,46,60,", Some("expired"));
    check(&mut desk, "Amara,2026-10,K29,500.5,11,", None);
}

#[test]
fn names_that_are_not_there_come_in_only_when_asked() {
    let mut desk = Desk::with_team(&[("Amara", None, None)]);
    let file = desk.choose(&long(&[
        "Zed,2026-10,CV checks,4,,",
        "Amara,2026-10,CV checks,5,,",
        "Zed,2026-13,Other,5,,",
    ]));
    let plan = desk.plan(&file, &IntakeChoices::default());
    let new: Vec<&str> = plan
        .new_advisers
        .iter()
        .map(|one| one.name.as_str())
        .collect();
    assert_eq!(new, ["Zed"]);
    let kpis: Vec<_> = plan
        .new_kpis
        .iter()
        .map(|kpi| (kpi.name.as_str(), kpi.kind, kpi.like.as_deref()))
        .collect();
    assert_eq!(
        kpis,
        [
            ("CV checks", KindView::Count, None),
            ("Other", KindView::Count, None)
        ]
    );
    assert_eq!((plan.accepted, plan.blocked.len()), (0, 1));
    let refused = run(&mut desk.bench.app, read(&file, &IntakeChoices::default())).unwrap_err();
    assert_eq!(refused.code, ErrorCode::IntakeRefused);
    let imported = desk.run(&file, &creating());
    assert_eq!((imported.accepted, imported.rejected), (2, 1));
    let kpis = desk.bench.app.store().unwrap().read().kpis().all().unwrap();
    assert_eq!(kpis.len(), 1, "a KPI without a figure is not added");
}

#[test]
fn a_kpi_of_the_file_can_be_taken_for_a_known_one() {
    let mut desk = Desk::with_team(&[("Amara", None, None)]);
    let file = desk.choose(&long(&["Amara,2026-10,Shows,46,60,"]));
    let known_kpis = vec![KnownKpi {
        name: "Shows".to_owned(),
        code: "K09".to_owned(),
    }];
    let imported = desk.run(
        &file,
        &IntakeChoices {
            known_kpis,
            ..IntakeChoices::default()
        },
    );
    assert_eq!(imported.figures_new, 1);
    let kpis = desk.bench.app.store().unwrap().read().kpis().all().unwrap();
    assert_eq!(kpis[0].code, "K09");
}

#[test]
fn two_names_of_one_kpi_do_not_fill_a_cell_twice() {
    let mut desk = Desk::with_team(&[("Amara", None, None)]);
    let file = desk.choose(&long(&[
        "Amara,2026-10,K09,46,60,",
        "Amara,2026-10,Attendance,47,60,",
    ]));
    let plan = desk.plan(&file, &creating());
    assert_eq!(reasons(&plan), [(3, "duplicate")]);
    assert_eq!(desk.run(&file, &creating()).figures_new, 1);
}

#[test]
fn a_second_import_says_what_is_new_the_same_and_changed() {
    let mut desk = Desk::with_team(&[("Amara", None, None)]);
    let file = desk.choose(&long(&[
        "Amara,2026-09,K09,46,60,",
        "Amara,2026-10,K09,47,60,",
    ]));
    desk.run(&file, &creating());
    let before = desk.digest();
    let next = desk.choose(&long(&[
        "Amara,2026-09,K09,46,60,",
        "Amara,2026-10,K09,48,60,",
        "Amara,2026-11,K09,49,60,",
    ]));
    let plan = desk.plan(&next, &creating());
    assert_eq!(
        (plan.figures_new, plan.figures_same, plan.figures_changed),
        (1, 1, 1)
    );
    let imported = desk.run(&next, &creating());
    assert_eq!((imported.figures_new, imported.figures_changed), (1, 1));
    undo_batch(&mut desk.bench.app, imported.batch).unwrap();
    assert_eq!(desk.digest(), before, "the earlier value is back");
}

#[test]
fn figures_edited_since_stay_when_an_import_is_taken_out() {
    let mut desk = Desk::with_team(&[("Amara", None, None)]);
    let file = desk.choose(&long(&[
        "Amara,2026-09,K02,46,60,",
        "Amara,2026-10,K02,47,60,",
    ]));
    let imported = desk.run(&file, &creating());
    let adviser = crate::team::list(&desk.bench.app).unwrap().advisers[0]
        .id
        .clone();
    let cell = CellText {
        adviser,
        kpi: "K02".to_owned(),
        numerator: "50".to_owned(),
        denominator: "60".to_owned(),
    };
    let request = WriteCells {
        grain: GrainView::Month,
        period: "2026-10".to_owned(),
        cells: vec![cell],
    };
    let written = crate::figures::write(&mut desk.bench.app, request).unwrap();
    assert!(written.refused.is_empty());
    let undone = undo_batch(&mut desk.bench.app, imported.batch).unwrap();
    assert_eq!(undone.removed, 1);
    assert_eq!(undone.kept, ["Amara, Referral-to-start rate, October 2026"]);
    assert_eq!(desk.figures(), 1);
    let again = undo_batch(&mut desk.bench.app, imported.batch).unwrap_err();
    assert_eq!(again.code, ErrorCode::OutOfDate);
}

#[test]
fn a_cancelled_import_leaves_the_vault_as_it_was() {
    let mut desk = Desk::with_team(&[("Amara", None, None)]);
    let rows: Vec<String> = (0..9_000)
        .map(|place| format!("A{place},2026-10,K09,46,60,"))
        .collect();
    let rows: Vec<&str> = rows.iter().map(String::as_str).collect();
    let file = desk.choose(&long(&rows[..3_000]));
    let before = desk.digest();
    let job = desk.bench.app.job();
    let is_over = std::sync::atomic::AtomicBool::new(false);
    let outcome = std::thread::scope(|scope| {
        scope.spawn(|| {
            // Somebody else presses Cancel as soon as the job is seen.
            while !is_over.load(std::sync::atomic::Ordering::Relaxed) {
                if job.progress().is_some_and(|progress| progress.done > 0) {
                    job.cancel();
                }
                std::thread::yield_now();
            }
        });
        let outcome = run(&mut desk.bench.app, read(&file, &creating()));
        is_over.store(true, std::sync::atomic::Ordering::Relaxed);
        outcome
    });
    assert_eq!(outcome.unwrap_err().code, ErrorCode::IntakeRefused);
    assert_eq!(desk.digest(), before);
    assert_eq!(desk.bench.app.job().progress(), None, "the job is over");
}

#[test]
fn an_import_that_stands_still_ends_and_leaves_the_vault_as_it_was() {
    let mut desk = Desk::with_team(&[("Amara", None, None)]);
    let file = desk.choose(&long(&["Amara,2026-10,K09,46,60,"]));
    let before = desk.digest();
    desk.bench.hurry(Duration::from_secs(31));
    let refused = run(&mut desk.bench.app, read(&file, &creating())).unwrap_err();
    assert_eq!(refused.code, ErrorCode::IntakeRefused);
    assert!(refused.message.contains("30 seconds"), "{refused}");
    let path = desk.bench.path("input-1.csv");
    let report = import(
        &mut desk.bench.app,
        &path,
        &AskedIntake::default(),
        Wanted::Import,
        None,
    );
    assert_eq!(report.unwrap().file.error.as_deref(), Some("too-large"));
    desk.bench.hurry(Duration::ZERO);
    assert_eq!(desk.digest(), before);
    assert_eq!(desk.run(&file, &creating()).figures_new, 1);
}

#[test]
fn a_mapping_is_remembered_for_the_next_file_of_its_shape() {
    let mut desk = Desk::with_team(&[("Amara", None, None)]);
    let text =
        |day: u32| format!("who is it,when was it,Job starts,Extra\nAmara,0{day}/10/2026,3,9\n");
    let file = desk.choose(&text(1));
    let choices = IntakeChoices {
        meanings: vec![
            Some(MeaningView::Adviser),
            Some(MeaningView::Period),
            None,
            Some(MeaningView::LeaveOut),
        ],
        date_order: Some(crate::intake::view::DateOrderView::DayFirst),
        ..creating()
    };
    desk.run(&file, &choices);
    let next = desk.choose(&text(2));
    let plan = desk.plan(&next, &creating());
    assert!(plan.remembered && plan.date_question.is_none(), "{plan:?}");
    assert_eq!(plan.columns[3].meaning, MeaningView::LeaveOut);
    assert_eq!(plan.accepted, 1);
}

#[test]
fn remarks_come_in_with_new_figures_and_go_with_them() {
    let mut desk = Desk::with_team(&[("Amara", None, None)]);
    let file = desk.choose(&long(&["Amara,2026-10,K09,46,60,short month"]));
    let before = desk.digest();
    let imported = desk.run(&file, &creating());
    let read = desk.bench.app.store().unwrap().read();
    let cell = store::figures::Cell {
        adviser: read.team().advisers().unwrap()[0].id,
        kpi: read.kpis().all().unwrap()[0].id,
        period: domain::period::parse_period("2026-10").unwrap(),
    };
    assert_eq!(
        read.figures()
            .note(&cell)
            .unwrap()
            .map(|note| note.reveal().to_owned())
            .as_deref(),
        Some("short month")
    );
    undo_batch(&mut desk.bench.app, imported.batch).unwrap();
    assert_eq!(desk.digest(), before);
}

#[test]
fn past_imports_are_listed_and_can_be_taken_out_for_a_year() {
    let mut desk = Desk::with_team(&[("Amara", None, None)]);
    let file = desk.choose(&long(&["Amara,2026-10,K09,46,60,"]));
    let imported = desk.run(&file, &creating());
    let list = batches(&mut desk.bench.app).unwrap().batches;
    assert_eq!(list.len(), 1);
    assert_eq!(
        (list[0].batch, list[0].accepted, list[0].can_undo),
        (imported.batch, 1, true)
    );
    assert_eq!(list[0].at, "2026-12-03 14:02");
    desk.bench.pass(Duration::from_hours(366 * 24));
    assert!(!batches(&mut desk.bench.app).unwrap().batches[0].can_undo);
    let late = undo_batch(&mut desk.bench.app, imported.batch).unwrap_err();
    assert_eq!(late.code, ErrorCode::RuleRefused);
}

#[test]
fn rejected_rows_are_forgotten_when_an_import_is_taken_out_or_too_old_for_that() {
    let mut desk = Desk::with_team(&[("Amara", None, None)]);
    let import = |desk: &mut Desk, month: &str| {
        let rows = [
            format!("Amara,2026-{month},K09,46,60,"),
            format!("Amara,2026-{month}-31x,K09,46,60,"),
        ];
        let file = desk.choose(&long(&rows.each_ref().map(String::as_str)));
        BatchId(desk.run(&file, &creating()).batch)
    };
    let rejected = |desk: &Desk, batch| {
        let read = desk.bench.app.store().unwrap().read();
        read.batches().rejections(batch).unwrap().len()
    };
    let (first, second) = (import(&mut desk, "09"), import(&mut desk, "10"));
    assert_eq!((rejected(&desk, first), rejected(&desk, second)), (1, 1));
    undo_batch(&mut desk.bench.app, second.0).unwrap();
    assert_eq!((rejected(&desk, first), rejected(&desk, second)), (1, 0));
    desk.reopen_after(Duration::from_hours(366 * 24));
    assert_eq!(rejected(&desk, first), 0);
    let list = desk
        .bench
        .app
        .store()
        .unwrap()
        .read()
        .batches()
        .list()
        .unwrap();
    assert_eq!(list.last().unwrap().state, BatchState::Closed);
}

#[test]
fn rejected_rows_and_templates_are_written_where_they_were_asked_for() {
    let mut desk = Desk::with_team(&[("Amara", None, None)]);
    let file = desk.choose(&long(&[
        "Amara,2026-10,K09,46,60,",
        "Amara,2026-10,K09,x,60,ring 07700 900123 now please",
    ]));
    let request = read(&file, &creating());
    assert_eq!(
        rejects_name(&mut desk.bench.app, &request).unwrap(),
        "plumbline-rejects-2026-12-03.csv"
    );
    let path = desk.bench.path("rejects.csv");
    save_rejects(&mut desk.bench.app, request, &path).unwrap();
    insta::assert_snapshot!(std::fs::read_to_string(&path).unwrap(), @"
    adviser,month,kpi,numerator,denominator,note,reason
    Amara,2026-10,K09,x,60,aaaa 99999 999999 aaa aaaaaa,note: A cell looks like an identifier of a person.
    ");
    let template = desk.bench.path("template.csv");
    assert_eq!(
        template_name(&mut desk.bench.app, IntakeKindView::Roster).unwrap(),
        "Team to fill in.csv"
    );
    save_template(&mut desk.bench.app, IntakeKindView::Figures, &template).unwrap();
    let file = desk.choose(&std::fs::read_to_string(&template).unwrap());
    let plan = desk.plan(&file, &creating());
    assert_eq!(
        (plan.accepted, plan.rejected),
        (2, 0),
        "a template is read as it is"
    );
}

#[test]
fn time_over_which_something_is_counted_is_worked_out_unless_the_file_says_it() {
    let mut desk = Desk::with_team(&[("Amara", None, None)]);
    let text =
        "adviser,week,kpi,numerator,exposure\nAmara,2026-W46,K13,31,4.5\nAmara,2026-W47,K13,31,\n";
    let file = desk.choose(text);
    desk.run(&file, &creating());
    let read = desk.bench.app.store().unwrap().read();
    let figures = read
        .figures()
        .of_adviser(read.team().advisers().unwrap()[0].id)
        .unwrap();
    let exposures: Vec<_> = figures
        .iter()
        .map(|figure| figure.amount.exposure)
        .collect();
    assert_eq!(exposures, [Some(4_500), Some(5_000)]);
}
