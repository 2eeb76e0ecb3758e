//! A summary of a made-up team: judged, written once, and refused the second time.

mod alike;
mod finality;
mod small;

use crate::error::ErrorCode;
use crate::kpis::library;
use crate::kpis::view::GrainView;
use crate::releases::view::{FileFormatView, ProfileView, ReleaseSpec, WriteRelease};
use crate::releases::{choices, preview, suggested_name, write};
use crate::testing::Bench;
use domain::calendar::Territory;
use domain::figure::{Amount, Figure, FigureStatus};
use domain::period::{Period, parse_period};
use domain::team::{Alias, Assignment, FullTimeShare, TeamId};
use domain::text::Label;
use store::kpis::InUse;
use store::team::{NewAdviser, NewProgramme, NewTeam};
use store::{Action, Write};

const MONTHS: [&str; 3] = ["2026-09", "2026-10", "2026-11"];

fn label(text: &str) -> Label {
    Label::parse(text).unwrap()
}

fn adviser(alias: &str, team: TeamId) -> NewAdviser {
    NewAdviser {
        alias: Alias::parse(alias).unwrap(),
        name: None,
        started: None,
        left: None,
        assignments: vec![Assignment {
            team,
            site: None,
            grade: None,
            band: None,
            share: FullTimeShare::FULL,
            from: "2024-01-01".parse().unwrap(),
            to: None,
        }],
        availability: Vec::new(),
        batch: None,
    }
}

/// Eight advisers with three months of one proportion.
fn team() -> Bench {
    team_with("K09", "Harbour", FigureStatus::Ok)
}

/// The same with another KPI, name, and status of the figures of October.
fn team_with(code: &str, name: &str, october: FigureStatus) -> Bench {
    let mut bench = Bench::open();
    let store = bench.app.store_mut().unwrap();
    let mut change = store.write(Action::FiguresWritten).unwrap();
    let team = add_team(&mut change, name);
    let aliases = [
        "Amara", "Bea", "Cal", "Dev", "Esi", "Farid", "Grace", "Hugo",
    ];
    let new: Vec<NewAdviser> = aliases.iter().map(|alias| adviser(alias, team)).collect();
    let advisers = change.team().add_advisers(&new).unwrap();
    let definition = &library().find(code).unwrap().definition;
    let kpi = change.kpis().add(definition, InUse::Yes, None).unwrap();
    for month in MONTHS {
        for (place, adviser) in (0..).zip(&advisers) {
            let figure = Figure {
                adviser: *adviser,
                kpi,
                period: parse_period(month).unwrap(),
                amount: Amount {
                    numerator: 20 + place,
                    denominator: Some(40 + 2 * place),
                    exposure: None,
                },
                status: if month == "2026-10" {
                    october
                } else {
                    FigureStatus::Ok
                },
            };
            change.figures().put(&figure).unwrap();
        }
    }
    change.commit().unwrap();
    bench
}

fn add_team(change: &mut Write<'_>, name: &str) -> TeamId {
    let programme = NewProgramme {
        name: label("Restart-like"),
        support_days: 365,
        outcome_lag_days: 180,
    };
    let programme = change.team().add_programme(&programme).unwrap();
    let team = NewTeam {
        name: label(name),
        site: None,
        programme,
        calendar: Territory::EnglandAndWales,
    };
    change.team().add_team(&team).unwrap()
}

fn spec(profile: ProfileView, from: &str, to: &str) -> ReleaseSpec {
    ReleaseSpec {
        profile,
        grain: GrainView::Month,
        from: from.to_owned(),
        to: to.to_owned(),
        kpis: Vec::new(),
    }
}

fn request(from: &str, to: &str, format: FileFormatView) -> WriteRelease {
    WriteRelease {
        spec: spec(ProfileView::Internal, from, to),
        format,
    }
}

#[test]
fn what_may_be_chosen_follows_from_the_figures() {
    let bench = team();
    let offered = choices(&bench.app).unwrap();
    assert_eq!(offered.months, MONTHS);
    assert_eq!(
        offered.quarters,
        ["2026-Q3"],
        "the running quarter is not over"
    );
    assert_eq!(offered.kpis.len(), 1);
    assert_eq!(offered.register, []);
}

#[test]
fn a_preview_shows_the_table_with_its_report_and_names_nobody() {
    let bench = team();
    let view = preview(
        &bench.app,
        spec(ProfileView::Internal, "2026-09", "2026-11"),
    )
    .unwrap();
    assert_eq!((view.shown, view.hidden), (3, 0), "{view:?}");
    assert_eq!(view.rows[0].team, "Harbour");
    assert_eq!(view.rows[0].period_words, "September 2026");
    assert_eq!(view.rows[0].advisers, "5\u{2013}9");
    assert!(view.report.len() >= 8);
    let text = serde_json::to_string(&view).unwrap();
    assert!(!text.contains("Amara"), "{text}");
}

#[test]
fn a_team_too_small_for_the_public_says_so() {
    let bench = team();
    let view = preview(&bench.app, spec(ProfileView::Public, "2026-09", "2026-11")).unwrap();
    assert_eq!(view.refusals.len(), 1);
    assert!(view.headline.contains("11 advisers"), "{}", view.headline);
    let mut bench = bench;
    let mut wanted = request("2026-09", "2026-11", FileFormatView::Csv);
    wanted.spec.profile = ProfileView::Public;
    let path = bench.path("summary.csv");
    let refused = write(&mut bench.app, wanted, &path).unwrap_err();
    assert_eq!(refused.code, ErrorCode::TooSmallToRelease);
    assert!(!path.exists());
}

#[test]
fn the_same_periods_go_out_once_whatever_the_audience() {
    let mut bench = team();
    let first = bench.path("first.csv");
    let wanted = request("2026-09", "2026-10", FileFormatView::Csv);
    write(&mut bench.app, wanted, &first).unwrap();
    let text = std::fs::read_to_string(&first).unwrap();
    assert!(text.contains("K09_num"), "{text}");
    let report = std::fs::read_to_string(bench.path("first.report.txt")).unwrap();
    assert!(report.contains("What was tested"), "{report}");
    let register = choices(&bench.app).unwrap().register;
    assert_eq!(register.len(), 1);
    assert_eq!(register[0].words, "September 2026 to October 2026, 1 KPI");
    assert_eq!((register[0].shown, register[0].hidden), (2, 0));
    let second = bench.path("second.pdf");
    for (profile, from, to) in [
        (ProfileView::Internal, "2026-10", "2026-10"),
        (ProfileView::Partner, "2026-10", "2026-11"),
    ] {
        let wanted = WriteRelease {
            spec: spec(profile, from, to),
            format: FileFormatView::Pdf,
        };
        let refused = write(&mut bench.app, wanted, &second).unwrap_err();
        assert_eq!(refused.code, ErrorCode::ReleaseRefused);
        assert!(refused.message.contains("October 2026"), "{refused}");
        assert!(!second.exists());
    }
    let third = bench.path("third.json");
    let wanted = request("2026-11", "2026-11", FileFormatView::Json);
    let written = write(&mut bench.app, wanted, &third).unwrap();
    assert!(third.exists());
    assert_eq!(written.beside, None, "JSON carries its report inside");
}

#[test]
fn a_file_that_cannot_be_written_leaves_no_entry() {
    let mut bench = team();
    let nowhere = bench.path("missing").join("summary.csv");
    let wanted = request("2026-09", "2026-09", FileFormatView::Csv);
    let refused = write(&mut bench.app, wanted, &nowhere).unwrap_err();
    assert_eq!(refused.code, ErrorCode::FileUnreadable);
    assert_eq!(choices(&bench.app).unwrap().register, []);
}

#[test]
fn a_summary_whose_report_cannot_be_written_is_not_written_either() {
    let mut bench = team();
    let path = bench.path("summary.csv");
    std::fs::create_dir(bench.path("summary.report.txt")).unwrap();
    let wanted = request("2026-09", "2026-09", FileFormatView::Csv);
    write(&mut bench.app, wanted.clone(), &path).unwrap_err();
    let names = || std::fs::read_dir(bench.folder.path()).unwrap();
    let left = names().filter(|entry| {
        let name = entry.as_ref().unwrap().file_name();
        name.to_string_lossy().starts_with("summary.csv")
    });
    assert_eq!(left.count(), 0);
    assert_eq!(choices(&bench.app).unwrap().register, []);
    std::fs::remove_dir(bench.path("summary.report.txt")).unwrap();
    std::fs::create_dir(&path).unwrap();
    write(&mut bench.app, wanted, &path).unwrap_err();
    assert!(!bench.path("summary.report.txt").exists());
    assert_eq!(choices(&bench.app).unwrap().register, []);
}

#[test]
fn a_spec_that_makes_no_sense_names_its_field() {
    let bench = team();
    let cases = [
        ("2026-W35", "2026-11", "from"),
        ("2026-09", "later", "to"),
        ("2026-11", "2026-09", "to"),
    ];
    for (from, to, field) in cases {
        let refused = preview(&bench.app, spec(ProfileView::Internal, from, to)).unwrap_err();
        assert_eq!(refused.field.as_deref(), Some(field), "{from} {to}");
    }
    let mut unknown = spec(ProfileView::Internal, "2026-09", "2026-09");
    unknown.kpis = vec!["K99".to_owned()];
    assert_eq!(
        preview(&bench.app, unknown).unwrap_err().code,
        ErrorCode::NotFound
    );
}

#[test]
fn periods_without_figures_are_refused_with_a_reason() {
    let bench = team();
    let view = preview(
        &bench.app,
        spec(ProfileView::Internal, "2026-01", "2026-02"),
    )
    .unwrap();
    assert_eq!(view.refusals.len(), 1);
    let too_old = preview(
        &bench.app,
        spec(ProfileView::Internal, "2022-01", "2022-02"),
    )
    .unwrap();
    assert_eq!(too_old.refusals.len(), 1);
}

#[test]
fn a_file_is_named_after_its_periods() {
    let wanted = request("2026-09", "2026-11", FileFormatView::Xlsx);
    assert_eq!(
        suggested_name(&wanted),
        "plumbline-summary-2026-09-2026-11.xlsx"
    );
    let period: Period = parse_period("2026-11").unwrap();
    assert_eq!(period.to_string(), "2026-11");
}
