//! KPIs and targets through the app.

mod targets;

use crate::error::{AppError, ErrorCode};
use crate::figures::view::{CellText, WriteCells};
use crate::kpis::view::{
    BlockView, DirectionView, ExposureView, GrainView, KindView, KpiListView, KpiView, SaveKpi,
    UseKpi,
};
use crate::kpis::{self, make_code};
use crate::team::view::SaveAdviser;
use crate::testing::Bench;
use crate::{figures, team, undo};
use std::collections::BTreeSet;

fn take(bench: &mut Bench, code: &str, active: bool) -> KpiListView {
    let request = UseKpi {
        code: code.to_owned(),
        active,
    };
    kpis::set_use(&mut bench.app, request).unwrap()
}

fn by(list: &KpiListView, code: &str) -> KpiView {
    list.kpis
        .iter()
        .find(|kpi| kpi.code == code)
        .unwrap_or_else(|| panic!("{code}"))
        .clone()
}

fn digest(bench: &Bench) -> String {
    bench.app.store().unwrap().read().digest().unwrap()
}

fn form(name: &str) -> SaveKpi {
    SaveKpi {
        code: None,
        valid_from: None,
        name: name.to_owned(),
        unit_words: "of CVs".to_owned(),
        numerator: "CVs checked".to_owned(),
        denominator: "CVs written".to_owned(),
        kind: KindView::Proportion,
        direction: DirectionView::Up,
        block: BlockView::Quality,
        grain: GrainView::Month,
        exposure: ExposureView::None,
        lag_days: 0,
        purpose: "See whether CVs are read before they go out.".to_owned(),
        less_intrusive: "Counts only; no CV is kept.".to_owned(),
    }
}

fn save(bench: &mut Bench, request: SaveKpi) -> Result<KpiListView, AppError> {
    kpis::save(&mut bench.app, request)
}

/// A figure of a KPI in November 2026.
fn type_figure(bench: &mut Bench, kpi: &str, numerator: &str, denominator: &str) {
    let request = SaveAdviser {
        id: None,
        alias: "Ana".to_owned(),
        name: None,
        team: None,
        site: None,
        grade: None,
        band: None,
        started: None,
        left: None,
        shares: Vec::new(),
        absences: Vec::new(),
    };
    let adviser = team::save_adviser(&mut bench.app, request)
        .unwrap()
        .advisers[0]
        .id
        .clone();
    let request = WriteCells {
        grain: GrainView::Month,
        period: "2026-11".to_owned(),
        cells: vec![CellText {
            adviser,
            kpi: kpi.to_owned(),
            numerator: numerator.to_owned(),
            denominator: denominator.to_owned(),
        }],
    };
    assert_eq!(figures::write(&mut bench.app, request).unwrap().refused, []);
}

#[test]
fn a_new_vault_offers_the_library_and_uses_nothing() {
    let bench = Bench::open();
    let list = kpis::list(&bench.app).unwrap();
    assert_eq!(list.kpis.len(), 48);
    assert!(
        list.kpis
            .iter()
            .all(|kpi| !kpi.active && !kpi.has_figures && kpi.targets.is_empty())
    );
    assert_eq!(
        by(&list, "K13").tasks,
        ["T14 Sourcing", "T15 Visits", "T16 Vacancy brief"]
    );
}

#[test]
fn kpis_in_use_stand_first_by_block_and_code() {
    let mut bench = Bench::open();
    for code in ["K19", "K30", "K13", "K05"] {
        take(&mut bench, code, true);
    }
    let list = kpis::list(&bench.app).unwrap();
    let first: Vec<&str> = list
        .kpis
        .iter()
        .take(4)
        .map(|kpi| kpi.code.as_str())
        .collect();
    assert_eq!(
        first,
        ["K05", "K13", "K19", "K30"],
        "leading, lagging, quality"
    );
    assert_eq!(list.kpis.len(), 48, "each of them once");
}

#[test]
fn taking_into_use_and_out_of_it_is_undone_whole() {
    let mut bench = Bench::open();
    let empty = digest(&bench);
    take(&mut bench, "K19", true);
    let used = digest(&bench);
    assert!(!by(&take(&mut bench, "K19", false), "K19").active);
    undo::undo(&mut bench.app).unwrap();
    assert_eq!(digest(&bench), used);
    undo::undo(&mut bench.app).unwrap();
    assert_eq!(digest(&bench), empty);
    undo::redo(&mut bench.app).unwrap();
    assert_eq!(digest(&bench), used);
    let request = UseKpi {
        code: "K99".to_owned(),
        active: true,
    };
    assert_eq!(
        kpis::set_use(&mut bench.app, request).unwrap_err().code,
        ErrorCode::NotFound
    );
}

#[test]
fn a_local_kpi_gets_a_code_from_its_name() {
    let mut bench = Bench::open();
    let list = save(&mut bench, form("CV checks")).unwrap();
    let kpi = by(&list, "cv-checks");
    assert!(kpi.local && kpi.active && kpi.version == 1 && kpi.minimum_denominator == 10);
    save(&mut bench, form("CV Checks!")).unwrap();
    let list = kpis::list(&bench.app).unwrap();
    assert_eq!(by(&list, "cv-checks-2").name, "CV Checks!");
    let taken: BTreeSet<String> = ["kpi".to_owned()].into();
    assert_eq!(make_code("!!!", &taken), "kpi-2");
    assert_eq!(
        make_code("Ymweliadau â chyflogwyr lleol yn y gogledd", &taken),
        "ymweliadau-â-chyflogwyr"
    );
}

fn check_refused(change: fn(&mut SaveKpi), field: Option<&str>, message: &str) {
    let mut bench = Bench::open();
    let before = digest(&bench);
    let mut request = form("CV checks");
    change(&mut request);
    let error = save(&mut bench, request).unwrap_err();
    assert_eq!(error.message, message);
    assert_eq!(error.field.as_deref(), field);
    assert_eq!(digest(&bench), before);
}

#[test]
fn a_definition_that_lacks_something_is_refused_at_its_field() {
    let purpose = "A KPI needs its purpose and the less intrusive way that was considered.";
    check_refused(|one| one.purpose = " ".to_owned(), Some("purpose"), purpose);
    check_refused(
        |one| one.name = String::new(),
        Some("name"),
        "This cannot be empty.",
    );
    check_refused(
        |one| one.numerator = String::new(),
        Some("numerator"),
        "This cannot be empty.",
    );
    let share = "A proportion needs words for what it is out of.";
    check_refused(
        |one| one.denominator = String::new(),
        Some("denominator"),
        share,
    );
    let rate = "A rate needs words for what it is out of.";
    check_refused(
        |one| {
            one.kind = KindView::Rate;
            one.denominator = String::new();
        },
        Some("denominator"),
        rate,
    );
    check_refused(
        |one| one.purpose = "x".repeat(201),
        Some("purpose"),
        "This takes at most 200 characters.",
    );
}

#[test]
fn better_words_are_no_new_version() {
    let mut bench = Bench::open();
    save(&mut bench, form("CV checks")).unwrap();
    let before = digest(&bench);
    let mut request = form("CVs checked");
    request.code = Some("cv-checks".to_owned());
    let kpi = by(&save(&mut bench, request).unwrap(), "cv-checks");
    assert_eq!(
        (kpi.name.as_str(), kpi.version, kpi.valid_from),
        ("CVs checked", 1, None)
    );
    undo::undo(&mut bench.app).unwrap();
    assert_eq!(digest(&bench), before);
}

#[test]
fn what_is_counted_changes_from_a_day_on_as_a_new_version() {
    let mut bench = Bench::open();
    take(&mut bench, "K05", true);
    let before = digest(&bench);
    let current = by(&kpis::list(&bench.app).unwrap(), "K05");
    let mut request = SaveKpi {
        code: Some("K05".to_owned()),
        valid_from: None,
        name: current.name,
        unit_words: current.unit_words,
        numerator: "plans agreed within 10 working days".to_owned(),
        denominator: current.denominator,
        kind: current.kind,
        direction: current.direction,
        block: current.block,
        grain: current.grain,
        exposure: current.exposure,
        lag_days: current.lag_days,
        purpose: current.purpose,
        less_intrusive: current.less_intrusive,
    };
    let error = save(&mut bench, request.clone()).unwrap_err();
    assert_eq!(error.message, "What is counted changes only from a day on.");
    assert_eq!(error.field.as_deref(), Some("valid_from"));
    request.valid_from = Some("2099-01-01".to_owned());
    let error = save(&mut bench, request.clone()).unwrap_err();
    assert_eq!(error.message, "A new definition cannot start after today.");
    request.valid_from = Some("2026-07-01".to_owned());
    let kpi = by(&save(&mut bench, request.clone()).unwrap(), "K05");
    assert_eq!(
        (kpi.version, kpi.valid_from.as_deref(), kpi.local),
        (2, Some("2026-07-01"), true)
    );
    assert_eq!(
        (kpi.pair.as_deref(), kpi.tasks.len()),
        (Some("K30"), 1),
        "what the form does not say stays"
    );
    let after = digest(&bench);
    undo::undo(&mut bench.app).unwrap();
    assert_eq!(digest(&bench), before);
    undo::redo(&mut bench.app).unwrap();
    assert_eq!(digest(&bench), after);
    request.numerator = "plans agreed within 5 working days".to_owned();
    request.valid_from = Some("2026-06-01".to_owned());
    assert_eq!(
        save(&mut bench, request).unwrap_err().message,
        "A new version begins after the one it replaces."
    );
}

#[test]
fn the_kind_of_a_kpi_with_figures_is_fixed() {
    let mut bench = Bench::open();
    save(&mut bench, form("CV checks")).unwrap();
    type_figure(&mut bench, "cv-checks", "8", "10");
    assert!(by(&kpis::list(&bench.app).unwrap(), "cv-checks").has_figures);
    let mut request = form("CV checks");
    request.code = Some("cv-checks".to_owned());
    request.valid_from = Some("2026-07-01".to_owned());
    request.kind = KindView::Count;
    let error = save(&mut bench, request).unwrap_err();
    assert_eq!(
        (error.message.as_str(), error.field.as_deref()),
        (
            "The kind of a KPI with figures cannot change.",
            Some("kind")
        )
    );
}
