//! Every number a story relies on.

use super::*;
use domain::scorecard::{
    Against, CellFigures, HandBaseline, Judging, PhaseStart, PointsNeeded, Reading, Status,
    derive_reading, target_in_force,
};
use stats::chart::CountPolicy;
use stats::rules::MDC_2024_7;

const ALIASES: [&str; 8] = [
    "Amara", "Ben", "Chloe", "Dev", "Esi", "Farid", "Grace", "Hugo",
];

/// The cell as its page reads it, with a baseline by hand if there is one.
pub(super) fn reading(bench: &Bench, alias: &str, code: &str, by_hand: Option<u32>) -> Reading {
    let store = bench.app.store().unwrap().read();
    let (whose, entry) = (adviser(bench, alias), entry(bench, code));
    let baseline = by_hand.map(|points| HandBaseline {
        from: None,
        points,
        reason: "before the plan".to_owned(),
    });
    let set = store.phases().of(whose, entry.id).unwrap();
    let phases: Vec<PhaseStart> = set.phases.into_iter().map(|phase| phase.start).collect();
    let targets = store.kpis().targets().unwrap();
    let person = store.team().adviser(whose).unwrap();
    derive_reading(&CellFigures {
        definitions: &entry.versions,
        figures: &series(bench, alias, code),
        phases: &phases,
        baselines: baseline.as_slice(),
        target: target_in_force(&targets, entry.id, whose, today()),
        judging: Judging {
            rules: MDC_2024_7,
            counts: CountPolicy::XmR,
            needs: PointsNeeded::STANDARD,
        },
        month: None,
        service: (person.started, person.left),
        today: today(),
    })
}

#[test]
fn there_are_eight_advisers_of_one_team_on_two_sites() {
    let bench = filled();
    let roster = crate::team::list(&bench.app).unwrap();
    let aliases: Vec<&str> = roster
        .advisers
        .iter()
        .map(|one| one.alias.as_str())
        .collect();
    assert_eq!(aliases, ALIASES, "Hugo has left and is last anyway");
    let at = |site: &str| {
        roster
            .advisers
            .iter()
            .filter(|one| one.site.as_deref() == Some(site))
            .count()
    };
    assert_eq!((at("North"), at("South")), (5, 3));
    assert_eq!(roster.teams[0].name, "Harbour team");
    let by = |alias: &str| {
        roster
            .advisers
            .iter()
            .find(|one| one.alias == alias)
            .unwrap()
    };
    assert_eq!(by("Farid").started.as_deref(), Some("2026-08-03"));
    assert_eq!(by("Farid").share, 800);
    assert_eq!(by("Hugo").left.as_deref(), Some("2026-10-30"));
    assert_eq!(by("Hugo").kept_until.as_deref(), Some("2027-04-30"));
    assert!(by("Grace").started.as_deref() == Some("2023-04-03") && by("Grace").name.is_none());
}

#[test]
fn story_1_amaras_job_starts_are_usual_variation() {
    let bench = filled();
    let figures = series(&bench, "Amara", "K19");
    assert_eq!(
        numerators(&figures),
        [6, 4, 7, 5, 3, 6, 8, 5, 4, 6, 5, 7, 4, 6, 3]
    );
    assert_eq!(
        (figures[0].period, figures[14].period),
        (period("2025-09"), period("2026-11"))
    );
    let reading = reading(&bench, "Amara", "K19", Some(12));
    assert_eq!(
        reading.constant_exposure,
        Some(1.0),
        "so job starts are read as they were counted"
    );
    let phase = reading.phase().unwrap().summary;
    assert!((phase.centre.unwrap() - 5.5).abs() < 1e-9);
    assert!((phase.spread.unwrap() - 23.0 / 11.0).abs() < 1e-9);
    let (low, high) = reading.usual_range().unwrap();
    assert!(low.abs() < 1e-9 && (high - 11.06).abs() < 5e-3);
    assert_eq!(reading.status, Status::NoClearChange);
    assert_eq!(
        (reading.target, reading.against),
        (Some(6.0), Against::SometimesMet)
    );
    assert!((reading.expected.unwrap() - 5.65).abs() < 0.01);
}

#[test]
fn story_2_cohorts_and_interviews_add_up() {
    let bench = filled();
    let cohort = |alias: &str| {
        let figures = series(&bench, alias, "K20");
        let matured = figures.iter().filter(|one| one.period < period("2025-12"));
        matured.fold((0, 0), |(part, whole), one| {
            let amount = one.amount;
            (part + amount.numerator, whole + amount.denominator.unwrap())
        })
    };
    let all = ALIASES.map(cohort);
    assert_eq!(all[1..4], [(19, 90), (30, 90), (12, 90)], "Ben, Chloe, Dev");
    let total = all
        .iter()
        .fold((0, 0), |sum, one| (sum.0 + one.0, sum.1 + one.1));
    assert_eq!(total, (291, 1000));

    let autumn = |alias: &str| {
        let figures = series(&bench, alias, "K17");
        let autumn = figures.iter().filter(|one| one.period >= period("2026-09"));
        autumn.fold((0, 0), |(part, whole), one| {
            (
                part + one.amount.numerator,
                whole + one.amount.denominator.unwrap(),
            )
        })
    };
    assert_eq!(autumn("Dev"), (9, 61));
    let others = ALIASES
        .iter()
        .filter(|alias| **alias != "Dev")
        .map(|alias| autumn(alias));
    assert_eq!(
        others.fold((0, 0), |sum, one| (sum.0 + one.0, sum.1 + one.1)),
        (118, 402)
    );
    let last = |alias: &str| {
        series(&bench, alias, "K28")
            .last()
            .unwrap()
            .amount
            .numerator
    };
    assert_eq!(last("Dev"), 64_000);
    let present = ["Amara", "Ben", "Chloe", "Dev", "Esi", "Farid", "Grace"];
    assert_eq!(
        present.map(last).iter().sum::<i64>(),
        7 * 61_000,
        "the team's caseload is 61"
    );
}

#[test]
fn story_4_farids_seventeen_weeks_have_their_range() {
    let bench = filled();
    let figures = series(&bench, "Farid", "K13");
    assert_eq!(figures.len(), 17);
    assert_eq!(figures[0].period, period("2026-W32"));
    assert_eq!(
        numerators(&figures)[..12],
        [9, 11, 8, 10, 7, 9, 12, 8, 9, 10, 8, 7]
    );
    assert!(
        figures
            .iter()
            .all(|figure| figure.amount.exposure == Some(4000))
    );
    let reading = reading(&bench, "Farid", "K13", Some(12));
    assert_eq!(reading.constant_exposure, Some(4.0));
    let phase = reading.phase().unwrap().summary;
    assert!((phase.centre.unwrap() - 9.0).abs() < 1e-9);
    let (low, high) = reading.usual_range().unwrap();
    assert!((low - 3.2).abs() < 0.05 && (high - 14.8).abs() < 0.05);
    assert_eq!(reading.status, Status::NoClearChange);
}

#[test]
fn story_5_october_has_43_job_starts_and_39_without_hugo() {
    let bench = filled();
    let in_month = |alias: &str, month: &str| {
        let figures = series(&bench, alias, "K19");
        let found = figures.iter().find(|one| one.period == period(month));
        found.map_or(0, |one| one.amount.numerator)
    };
    let october: Vec<i64> = ALIASES
        .iter()
        .map(|alias| in_month(alias, "2026-10"))
        .collect();
    assert_eq!(october.iter().sum::<i64>(), 43);
    assert_eq!(october[..7].iter().sum::<i64>(), 39);
    let november = ALIASES.iter().map(|alias| in_month(alias, "2026-11"));
    assert_eq!(november.sum::<i64>(), 40);
    let hugo = series(&bench, "Hugo", "K19");
    assert_eq!(hugo.last().unwrap().period, period("2026-10"));
}

#[test]
fn grace_is_below_since_the_desk_opened_and_chloe_above() {
    let bench = filled();
    let grace = reading(&bench, "Grace", "K13", None);
    assert_eq!(grace.status, Status::Worse);
    let signal = grace.signal.unwrap();
    assert_eq!((signal.periods, signal.since), (8, period("2026-W41")));
    let phase = grace.phase().unwrap();
    assert_eq!(phase.start.as_ref().unwrap().from, period("2026-W17"));
    assert!(
        (phase.summary.centre.unwrap() - 242.0 / 24.0).abs() < 1e-9,
        "10.08"
    );
    let (low, high) = grace.usual_range().unwrap();
    assert!((low - 4.30).abs() < 0.01 && (high - 15.87).abs() < 0.01);
    assert_eq!(grace.target, Some(8.0));
    assert_eq!(
        numerators(&series(&bench, "Grace", "K13")).last(),
        Some(&3),
        "so far this week"
    );
    let chloe = reading(&bench, "Chloe", "K13", None);
    assert_eq!(chloe.status, Status::Better);
    assert_eq!(chloe.signal.unwrap().since, period("2026-W41"));
}

#[test]
fn some_figures_are_late_or_missing() {
    let bench = filled();
    let esi = reading(&bench, "Esi", "K05", None);
    assert_eq!(
        (esi.status, esi.late),
        (Status::NoFigures, Some(period("2026-11")))
    );
    let ben = series(&bench, "Ben", "K29");
    assert!(ben.iter().all(|figure| figure.period != period("2026-07")));
    assert_eq!(ben.len(), 24);
}
