//! What names, dates and numbers of a file are meant to be, where the vault knows it better than the file says.

use super::{Desk, creating};
use crate::intake::undo_batch;
use crate::intake::view::{IntakeChoices, KnownKpi};
use crate::kpis::view::GrainView;
use domain::period::Grain;

fn long(rows: &[&str]) -> String {
    format!(
        "adviser,month,kpi,numerator,denominator,note\n{}\n",
        rows.join("\n")
    )
}

#[test]
fn what_a_kpi_of_the_file_was_taken_for_is_remembered_too() {
    let mut desk = Desk::with_team(&[("Amara", None, None)]);
    let text = |month: u32| format!("adviser,month,Wins\nAmara,2026-{month},3\n");
    let file = desk.choose(&text(10));
    let choices = IntakeChoices {
        known_kpis: vec![KnownKpi {
            name: "Wins".to_owned(),
            code: "K19".to_owned(),
        }],
        ..creating()
    };
    desk.run(&file, &choices);
    let next = desk.choose(&text(11));
    let taken = |desk: &mut Desk, choices: &IntakeChoices| {
        let new = desk.plan(&next, choices).new_kpis;
        new.into_iter().map(|one| one.taken).collect::<Vec<_>>()
    };
    let anew = IntakeChoices {
        known_kpis: vec![KnownKpi {
            name: "Wins".to_owned(),
            code: String::new(),
        }],
        ..creating()
    };
    assert_eq!(taken(&mut desk, &anew), [None], "it can be taken back");
    assert_eq!(taken(&mut desk, &creating()), [Some("K19".to_owned())]);
    desk.run(&next, &creating());
    let read = desk.bench.app.store().unwrap().read();
    let codes: Vec<String> = read
        .kpis()
        .all()
        .unwrap()
        .into_iter()
        .map(|one| one.code)
        .collect();
    assert_eq!(codes, ["K19"]);
}

#[test]
fn dates_that_prove_no_grain_stand_for_the_periods_of_the_kpi() {
    let mut desk = Desk::with_team(&[("Amara", None, None)]);
    let mut stored = |date: &str, kpi: &str, grain: Option<GrainView>| {
        let file = desk.choose(&format!(
            "adviser,date,kpi,num,den\nAmara,{date},{kpi},3,5\n"
        ));
        let choices = IntakeChoices {
            grain,
            ..creating()
        };
        let plan = desk.plan(&file, &choices);
        let imported = desk.run(&file, &choices);
        let read = desk.bench.app.store().unwrap().read();
        let period = domain::period::parse_period;
        let expected = ["2026-10-30", "2026-W44", "2026-10"];
        let found: Vec<&str> = expected
            .into_iter()
            .filter(|one| {
                !read
                    .figures()
                    .grid(period(one).unwrap())
                    .unwrap()
                    .is_empty()
            })
            .collect();
        undo_batch(&mut desk.bench.app, imported.batch).unwrap();
        (plan.grain, found.concat())
    };
    let (month, week, day) = (GrainView::Month, GrainView::Week, GrainView::Day);
    assert_eq!(
        stored("30/10/2026", "K05", None),
        (Some(month), "2026-10".to_owned())
    );
    assert_eq!(
        stored("2026-10-28", "K09", None),
        (Some(week), "2026-W44".to_owned())
    );
    assert_eq!(
        stored("30/10/2026", "K05", Some(day)),
        (Some(day), "2026-10-30".to_owned())
    );
    assert_eq!(stored("30/10/2026", "K05", None).0, Some(day), "remembered");
    assert_eq!(stored("2026-10", "K05", None), (None, "2026-10".to_owned()));
}

#[test]
fn months_of_one_kpi_and_weeks_of_another_come_from_one_column() {
    let mut desk = Desk::with_team(&[("Amara", None, None)]);
    let rows = [
        "Amara,2026-W35,K13,6,,",
        "Amara,2026-W36,K13,7,,",
        "Amara,2026-W37,K13,7,,",
        "Amara,2026-08,K19,3,,",
        "Amara,2026-09,Own count,4,,",
        "Amara,2026-10,Own count,5,,",
    ];
    let file = desk.choose(&long(&rows));
    assert_eq!(desk.run(&file, &creating()).rejected, 0);
    let read = desk.bench.app.store().unwrap().read();
    let kpis = read.kpis().all().unwrap();
    let grains = kpis.iter().filter_map(|kpi| {
        let newest = kpi.newest()?;
        Some((newest.name.as_str().to_owned(), newest.grain))
    });
    let own = grains.into_iter().find(|(name, _)| name == "Own count");
    assert_eq!(own.map(|(_, grain)| grain), Some(Grain::Month));
}

#[test]
fn a_quarter_has_no_place_among_months_nor_a_mean_among_sums() {
    let mut desk = Desk::with_team(&[("Amara", None, None)]);
    let mut reasons = |rows: &[&str]| {
        let file = desk.choose(&long(rows));
        let plan = desk.plan(&file, &creating());
        plan.rejected_rows
            .into_iter()
            .map(|row| row.reason)
            .collect::<Vec<_>>()
    };
    assert_eq!(reasons(&["Amara,2026-Q2,K19,15,,"]), ["other_grain"]);
    assert_eq!(reasons(&["Amara,2026-Q2,K32,720,9,"]), [""; 0]);
    let rows = [
        "Amara,2026-08,K29,785,1,",
        "Amara,2026-09,K29,80,13,",
        "Amara,2026-10,K29,1040,13,",
    ];
    assert_eq!(reasons(&rows), ["off_scale", "looks_like_mean"]);
}

/// The figures a wide table brings for Amara in a period: code, kind and amount.
fn brought(heads: &str, period: &str, row: &str) -> Vec<(String, String, i64, Option<i64>)> {
    let mut desk = Desk::with_team(&[("Amara", None, None)]);
    let file = desk.choose(&format!("Adviser,Period,{heads}\nAmara,{period},{row}\n"));
    assert_eq!(desk.run(&file, &creating()).rejected, 0);
    let read = desk.bench.app.store().unwrap().read();
    let kpis = read.kpis().all().unwrap();
    let period = domain::period::parse_period(period).unwrap();
    let found = read.figures().grid(period).unwrap();
    let brought = found.into_iter().filter_map(|figure| {
        let kpi = kpis.iter().find(|kpi| kpi.id == figure.kpi)?;
        let kind = format!("{:?}", kpi.versions[0].kind);
        let amount = figure.amount;
        Some((kpi.code.clone(), kind, amount.numerator, amount.denominator))
    });
    brought.collect()
}

#[test]
fn what_is_counted_and_what_it_is_out_of_find_each_other_by_their_words() {
    let heads = "Appointments booked,Appointments attended,Job starts";
    let found = brought(heads, "2026-10", "40,29,3");
    let expected = [
        ("K09".to_owned(), "Proportion".to_owned(), 29, Some(40)),
        ("K19".to_owned(), "Rate".to_owned(), 3, None),
    ];
    assert_eq!(found, expected);
}

#[test]
fn a_share_that_only_a_synonym_points_to_is_a_count_where_there_is_no_whole() {
    let found = brought("Job outcomes,Interviews,Offers", "2026-10", "4,9,2");
    let kinds: Vec<(&str, i64)> = found
        .iter()
        .map(|(_, kind, counted, _)| (kind.as_str(), *counted))
        .collect();
    assert_eq!(kinds, [("Count", 4), ("Count", 9), ("Count", 2)]);
}

#[test]
fn a_quarters_total_is_no_kpi_of_the_librarys_months() {
    let found = brought("Job starts", "2026-Q3", "12");
    assert_eq!(found.len(), 1);
    assert_ne!(found[0].0, "K19");
    assert_eq!((found[0].1.as_str(), found[0].2), ("Count", 12));
}
