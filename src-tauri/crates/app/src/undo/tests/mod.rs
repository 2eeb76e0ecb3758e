//! Steps against their promises: thirty days, one line back and forth, nothing of a person kept in the clear.

use crate::error::ErrorCode;
use crate::kpis::view::UseKpi;
use crate::team::view::SaveAdviser;
use crate::testing::Bench;
use crate::undo::what::What;
use crate::undo::{self, About, Change, Step, Turn};
use crate::{kpis, team};
use std::time::Duration;
use store::Action;

fn take(bench: &mut Bench, code: &str, active: bool) {
    let request = UseKpi {
        code: code.to_owned(),
        active,
    };
    kpis::set_use(&mut bench.app, request).unwrap();
}

fn add(bench: &mut Bench, alias: &str) {
    let request = SaveAdviser {
        id: None,
        alias: alias.to_owned(),
        name: Some("Amara Okafor".to_owned()),
        team: None,
        site: Some("Leith".to_owned()),
        grade: None,
        band: None,
        started: Some("2024-01-01".to_owned()),
        left: None,
        shares: Vec::new(),
        absences: Vec::new(),
    };
    team::save_adviser(&mut bench.app, request).unwrap();
}

fn digest(bench: &Bench) -> String {
    bench.app.store().unwrap().read().digest().unwrap()
}

fn next(bench: &Bench) -> (Option<String>, Option<String>) {
    undo::next_words(&bench.app).unwrap()
}

#[test]
fn every_step_has_a_code_that_reads_back_words_and_a_section() {
    let words = crate::wording::words();
    for count in [1, 12] {
        for what in What::all(count) {
            let back = What::parse(&what.code()).unwrap();
            assert_eq!(back.code(), what.code());
            assert!(!what.words(words).contains('⟨'), "{what:?}");
            assert!(!what.section().is_empty());
        }
    }
    assert_eq!(What::FiguresPasted(12).words(words), "12 figures pasted");
    assert_eq!(What::FiguresPasted(1).words(words), "1 figure pasted");
    assert_eq!(What::parse("something-else 3"), None);
}

#[test]
fn what_can_be_undone_and_done_again_is_told_beforehand() {
    let mut bench = Bench::open();
    assert_eq!(next(&bench), (None, None));
    take(&mut bench, "K19", true);
    assert_eq!(next(&bench), (Some("KPI taken into use".to_owned()), None));
    undo::undo(&mut bench.app).unwrap();
    assert_eq!(next(&bench), (None, Some("KPI taken into use".to_owned())));
    undo::redo(&mut bench.app).unwrap();
    assert_eq!(next(&bench), (Some("KPI taken into use".to_owned()), None));
}

#[test]
fn a_new_change_forgets_what_was_undone() {
    let mut bench = Bench::open();
    take(&mut bench, "K19", true);
    undo::undo(&mut bench.app).unwrap();
    take(&mut bench, "K05", true);
    assert_eq!(next(&bench).1, None);
    let error = undo::redo(&mut bench.app).unwrap_err();
    assert_eq!(
        (error.code, error.message.as_str()),
        (ErrorCode::NotFound, "There is nothing to do again.")
    );
}

#[test]
fn steps_survive_locking_and_last_thirty_days() {
    let mut bench = Bench::open();
    take(&mut bench, "K19", true);
    bench.pass(Duration::from_hours(24 * 30));
    assert!(next(&bench).0.is_some(), "on the thirtieth day");
    bench.pass(Duration::from_mins(1));
    assert_eq!(next(&bench).0, None);
    assert!(undo::undo(&mut bench.app).is_err());
    take(&mut bench, "K05", true);
    let steps = bench.app.store().unwrap().read().undo();
    assert!(
        steps
            .last_done()
            .unwrap()
            .unwrap()
            .name
            .starts_with("kpi-taken")
    );
    undo::undo(&mut bench.app).unwrap();
    assert_eq!(
        next(&bench).0,
        None,
        "the old step is gone from the file, not only hidden"
    );
}

#[test]
fn an_added_adviser_is_gone_with_their_key_and_cannot_be_done_again() {
    let mut bench = Bench::open();
    let empty = digest(&bench);
    add(&mut bench, "Amara");
    let id = bench.app.store().unwrap().read().team().advisers().unwrap()[0].id;
    assert_eq!(
        undo::undo(&mut bench.app).unwrap().words,
        "Undone: adviser added"
    );
    assert_eq!(
        digest(&bench),
        empty,
        "with the team that was made for them"
    );
    assert_eq!(next(&bench), (None, None));
    add(&mut bench, "Amara");
    let again = bench.app.store().unwrap().read().team().advisers().unwrap()[0].id;
    assert_ne!(id, again, "a key is never used for two people");
}

#[test]
fn what_changed_otherwise_since_is_left_alone() {
    let mut bench = Bench::open();
    take(&mut bench, "K19", true);
    let kpi = bench
        .app
        .store()
        .unwrap()
        .read()
        .kpis()
        .find_code("K19")
        .unwrap()
        .unwrap();
    let mut write = bench
        .app
        .store_mut()
        .unwrap()
        .write(Action::KpiUseChanged)
        .unwrap();
    let mut step = Step::new(What::KpiLaidAside);
    let turn = Turn::changed(true, false);
    step.add(Change::Use { id: kpi.0, turn });
    write.kpis().set_use(kpi, store::kpis::InUse::No).unwrap();
    undo::record(&mut write, &step).unwrap();
    write.kpis().set_use(kpi, store::kpis::InUse::Yes).unwrap();
    write.commit().unwrap();
    let before = digest(&bench);
    let told = undo::undo(&mut bench.app).unwrap().words;
    assert_eq!(
        told,
        "This has changed since, so it was left as it is: KPI taken out of use"
    );
    assert_eq!(digest(&bench), before);
    assert_eq!(
        next(&bench).0,
        Some("KPI taken into use".to_owned()),
        "and the way back is free"
    );
}

#[test]
fn a_step_without_changes_is_not_recorded() {
    let mut bench = Bench::open();
    let mut write = bench
        .app
        .store_mut()
        .unwrap()
        .write(Action::SettingsChanged)
        .unwrap();
    undo::record(&mut write, &Step::new(What::SettingsChanged)).unwrap();
    write.commit().unwrap();
    assert_eq!(next(&bench).0, None);
}

#[test]
fn settings_go_back_to_what_they_were_or_to_never_set() {
    let mut bench = Bench::open();
    let before = digest(&bench);
    let mut write = bench
        .app
        .store_mut()
        .unwrap()
        .write(Action::SettingsChanged)
        .unwrap();
    write.settings().set("rule_set", "mdc8").unwrap();
    let mut step = Step::new(What::SettingsChanged);
    step.add(Change::Setting {
        name: "rule_set".to_owned(),
        turn: Turn::added("mdc8".to_owned()),
    });
    undo::record(&mut write, &step).unwrap();
    write.commit().unwrap();
    undo::undo(&mut bench.app).unwrap();
    assert_eq!(digest(&bench), before);
}

#[test]
fn a_step_reads_back_from_its_written_form() {
    let change = Change::Setting {
        name: "rule_set".to_owned(),
        turn: Turn::changed("mdc7".to_owned(), "mdc8".to_owned()),
    };
    let about = About {
        adviser: None,
        change,
    };
    let text = serde_json::to_string(&about.change).unwrap();
    assert_eq!(serde_json::from_str::<Change>(&text).unwrap(), about.change);
}

#[test]
fn a_locked_vault_undoes_nothing() {
    let mut bench = Bench::new();
    assert_eq!(
        undo::undo(&mut bench.app).unwrap_err().code,
        ErrorCode::VaultLocked
    );
    assert_eq!(
        undo::redo(&mut bench.app).unwrap_err().code,
        ErrorCode::VaultLocked
    );
}
