mod laws;
mod phases;
mod shown;
mod time;

use super::*;
use crate::figure::{Amount, Figure, FigureStatus};
use crate::kpi::{Block, Direction, ExposureKind, Kind, KpiDefinition, KpiId, Roll};
use crate::period::{Grain, Period, parse_period};
use crate::target::{Level, Scope, Target};
use crate::team::AdviserId;
use crate::text::Label;
use chrono::NaiveDate;
use stats::chart::CountPolicy;
use stats::choice::ChartType;
use stats::lattice::Side;
use stats::phases::PointsNeeded;
use stats::rules::{MDC_2024_7, Rule};
use stats::variation::Variation;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn period(text: &str) -> Period {
    parse_period(text).unwrap()
}

fn kpi(kind: Kind, grain: Grain) -> KpiDefinition {
    KpiDefinition {
        id: KpiId(1),
        code: "K19".to_owned(),
        version: 1,
        valid_from: None,
        name: Label::parse("Job starts").unwrap(),
        unit_words: "a month".to_owned(),
        numerator: "job starts".to_owned(),
        denominator: "starts due".to_owned(),
        excludes: Vec::new(),
        kind,
        direction: Direction::Up,
        block: Block::Lagging,
        stage: "S7".to_owned(),
        grain,
        roll: Roll::Sum,
        exposure: ExposureKind::None,
        lag_days: 0,
        window_days: 0,
        minimum_denominator: 10,
        pair: None,
        feeders: Vec::new(),
        tasks: Vec::new(),
        purpose: "to see whether people find work".to_owned(),
        less_intrusive: "none".to_owned(),
        local: false,
    }
}

fn figure(period: Period, numerator: i64, denominator: Option<i64>) -> Figure {
    Figure {
        adviser: AdviserId(1),
        kpi: KpiId(1),
        period,
        amount: Amount {
            numerator,
            denominator,
            exposure: None,
        },
        status: FigureStatus::Ok,
    }
}

/// Figures from a first period on; `None` is a period without one.
fn figures(first: &str, counts: &[Option<i64>], of: Option<i64>) -> Vec<Figure> {
    let mut at = period(first);
    let mut figures = Vec::new();
    for count in counts {
        figures.extend(count.map(|count| figure(at, count, of)));
        at = at.next();
    }
    figures
}

fn all(counts: &[i64]) -> Vec<Option<i64>> {
    counts.iter().copied().map(Some).collect()
}

fn target(value: i64) -> Target {
    Target {
        id: 1,
        kpi: KpiId(1),
        scope: Scope::Each,
        level: Level::Expected,
        millionths: value * 1_000_000,
        from: day("2025-01-01"),
        to: None,
        source: "agreed".to_owned(),
    }
}

fn cell<'a>(
    definitions: &'a [KpiDefinition],
    figures: &'a [Figure],
    today: &str,
) -> CellFigures<'a> {
    CellFigures {
        definitions,
        figures,
        phases: &[],
        baselines: &[],
        target: None,
        judging: Judging {
            rules: MDC_2024_7,
            counts: CountPolicy::XmR,
            needs: PointsNeeded::STANDARD,
        },
        month: None,
        service: (None, None),
        today: day(today),
    }
}

const AMARA: [i64; 15] = [6, 4, 7, 5, 3, 6, 8, 5, 4, 6, 5, 7, 4, 6, 3];
const GRACE: [i64; 52] = [
    6, 7, 5, 8, 6, 9, 7, 5, 6, 8, 7, 6, 9, 7, 8, 5, 7, 8, 6, 7, 9, 11, 10, 8, 12, 9, 10, 13, 9, 10,
    12, 8, 10, 12, 9, 11, 10, 9, 12, 10, 8, 11, 10, 9, 11, 7, 6, 7, 5, 6, 5, 5,
];

#[test]
fn amaras_three_job_starts_are_usual_variation_and_the_target_is_hit_or_miss() {
    let definitions = [kpi(Kind::Count, Grain::Month)];
    let figures = figures("2025-09", &all(&AMARA), None);
    let (baseline, target) = (
        HandBaseline {
            from: None,
            points: 12,
            reason: "before the desk moved".to_owned(),
        },
        target(6),
    );
    let cell = CellFigures {
        baselines: std::slice::from_ref(&baseline),
        target: Some(&target),
        ..cell(&definitions, &figures, "2026-12-03")
    };
    let reading = derive_reading(&cell);
    let phase = reading.phase().unwrap().summary;
    assert_eq!(reading.chart, ChartType::XmR);
    assert!((phase.centre.unwrap() - 5.50).abs() < 1e-9);
    assert!(
        (phase.spread.unwrap() - 23.0 / 11.0).abs() < 1e-9,
        "mean moving range 2.09"
    );
    let (low, high) = reading.usual_range().unwrap();
    assert!(low.abs() < 1e-9, "raw -0.06 is drawn at 0");
    assert!((phase.limits.lower.unwrap() + 0.0618).abs() < 5e-4);
    assert!((high - 11.06).abs() < 5e-3);
    assert_eq!(reading.latest().unwrap().value, Some(3.0));
    assert_eq!(
        (reading.status, reading.against),
        (Status::NoClearChange, Against::SometimesMet)
    );
    assert!(
        (reading.expected.unwrap() - 5.65).abs() < 0.01,
        "P(6 or more) = 0.47"
    );
    assert_eq!(reading.signal, None);
    assert!(reading.is_baseline_by_hand);
}

#[test]
fn graces_eighth_week_below_average_is_worse_since_the_fifth_of_october() {
    let definitions = [kpi(Kind::Count, Grain::Week)];
    let mut counts = all(&GRACE);
    counts.extend([Some(4), Some(3)]);
    let figures = figures("2025-W48", &counts, None);
    let phases = [PhaseStart {
        from: period("2026-W16"),
        reason: "employer desk opened".to_owned(),
        frozen: None,
    }];
    let reading = derive_reading(&CellFigures {
        phases: &phases,
        ..cell(&definitions, &figures, "2026-12-03")
    });
    assert_eq!(
        reading.points.last().unwrap().standing,
        Standing::Open,
        "the week of 30 November is not over"
    );
    assert_eq!(reading.latest().unwrap().value, Some(4.0));
    assert_eq!(reading.status, Status::Worse);
    let signal = reading.signal.unwrap();
    assert_eq!(
        (signal.rule, signal.side, signal.is_run),
        (Rule::Outside, Side::Low, true)
    );
    assert_eq!((signal.periods, signal.since), (8, period("2026-W41")));
    assert_eq!(reading.phases.len(), 2);
}

#[test]
fn a_missing_month_is_late_and_an_open_one_is_not() {
    let definitions = [kpi(Kind::Count, Grain::Month)];
    let figures = figures("2025-09", &all(&AMARA[..14]), None);
    let late = derive_reading(&cell(&definitions, &figures, "2026-12-03"));
    assert_eq!(
        (late.status, late.late),
        (Status::NoFigures, Some(period("2026-11")))
    );
    assert_eq!(late.points.last().unwrap().standing, Standing::Gap);
    assert_eq!(
        late.variation,
        Variation::CommonCause,
        "what the chart says of the latest recorded point stays"
    );
    let early = derive_reading(&cell(&definitions, &figures, "2026-11-30"));
    assert_eq!((early.status, early.late), (Status::NoClearChange, None));
}

#[test]
fn a_mean_of_fewer_than_five_replies_is_not_shown_and_tells_nothing() {
    let definitions = [kpi(Kind::Value, Grain::Month)];
    let mut series = figures("2025-09", &[Some(960_000); 15], Some(12));
    let hidden = |replies: i64, series: &mut [Figure]| {
        let last = series.last_mut().unwrap();
        last.amount = Amount {
            numerator: replies * 10_000,
            denominator: Some(replies),
            exposure: None,
        };
        let reading = derive_reading(&cell(&definitions, series, "2026-12-03"));
        let last = *reading.points.last().unwrap();
        (last.standing, last.amount, last.value, reading.notes)
    };
    let few = Note::FewReplies {
        period: period("2026-11"),
    };
    let (standing, amount, value, notes) = hidden(4, &mut series);
    assert_eq!(
        (standing, amount, value),
        (Standing::FewReplies, None, None)
    );
    assert!(notes.contains(&few), "{notes:?}");
    let (standing, _, value, notes) = hidden(5, &mut series);
    assert!(standing.is_judged() && value == Some(10.0), "{value:?}");
    assert!(!notes.contains(&few), "{notes:?}");
    let readings = [KpiDefinition {
        minimum_denominator: 0,
        ..kpi(Kind::Value, Grain::Month)
    }];
    let shown = derive_reading(&cell(&readings, &series[..14], "2026-11-03"));
    assert!(
        shown.now.is_some(),
        "readings that nobody answered are shown"
    );
}

#[test]
fn a_share_of_fewer_than_five_replies_is_not_shown_either() {
    let hidden = |denominator: &str| {
        let mut share = kpi(Kind::Proportion, Grain::Month);
        share.denominator = denominator.to_owned();
        share.hides(figure(period("2026-11"), 2, Some(3)).amount)
    };
    assert!(hidden("Survey responses received") && hidden("replies"));
    assert!(
        !hidden("starts due"),
        "6 of 9 job starts are nobody's answers"
    );
}

#[test]
fn a_leaver_owes_no_figures() {
    let definitions = [kpi(Kind::Count, Grain::Month)];
    let figures = figures("2025-09", &all(&AMARA[..14]), None);
    let service = (None, Some(day("2026-10-30")));
    let reading = derive_reading(&CellFigures {
        service,
        ..cell(&definitions, &figures, "2026-12-03")
    });
    assert_eq!(reading.late, None);
}

#[test]
fn twelve_points_are_too_few_and_thirteen_are_not() {
    let definitions = [kpi(Kind::Count, Grain::Month)];
    for (points, expected) in [(12, Status::TooFew), (13, Status::NoClearChange)] {
        let figures = figures("2025-09", &all(&AMARA[..points]), None);
        let end = figures.last().unwrap().period.next().start().to_string();
        let reading = derive_reading(&cell(&definitions, &figures, &end));
        assert_eq!(reading.status, expected, "{points} points");
    }
}

#[test]
fn a_share_of_recent_starts_is_open_until_its_outcome_window_has_passed() {
    let mut definition = kpi(Kind::Proportion, Grain::Month);
    definition.lag_days = 150;
    definition.window_days = 30;
    let definitions = [definition];
    let figures = figures("2025-09", &all(&AMARA), Some(20));
    let reading = derive_reading(&cell(&definitions, &figures, "2026-12-03"));
    let open: Vec<Period> = reading
        .points
        .iter()
        .filter(|point| point.standing == Standing::Open)
        .map(|point| point.period)
        .collect();
    assert_eq!(
        open,
        [period("2026-11")],
        "31 October and 30 days have passed, 30 November and 30 days have not"
    );
}

#[test]
fn a_count_of_a_closed_month_is_known_whatever_its_lag() {
    let mut definition = kpi(Kind::Count, Grain::Month);
    definition.lag_days = 120;
    let definitions = [definition];
    let figures = figures("2025-09", &all(&AMARA), None);
    let reading = derive_reading(&cell(&definitions, &figures, "2026-12-03"));
    assert_eq!(reading.latest().unwrap().period, period("2026-11"));
}

#[test]
fn a_changed_definition_breaks_the_line_and_starts_again() {
    let mut second = kpi(Kind::Count, Grain::Month);
    second.version = 2;
    second.valid_from = Some(day("2026-07-10"));
    let definitions = [kpi(Kind::Count, Grain::Month), second];
    let figures = figures("2025-09", &all(&AMARA), None);
    let reading = derive_reading(&cell(&definitions, &figures, "2026-12-03"));
    let start = reading.phase().unwrap().start.clone().unwrap();
    assert_eq!(
        start,
        Break {
            from: period("2026-08"),
            reason: BreakReason::Definition(2)
        }
    );
    assert_eq!(
        reading.status,
        Status::TooFew,
        "four points in the new phase"
    );
}

#[test]
fn a_disputed_figure_is_left_out() {
    let definitions = [kpi(Kind::Count, Grain::Month)];
    let mut figures = figures("2025-09", &all(&AMARA), None);
    figures[14].status = FigureStatus::Disputed;
    let reading = derive_reading(&cell(&definitions, &figures, "2026-12-03"));
    assert_eq!(reading.points[14].standing, Standing::Disputed);
    assert_eq!(reading.latest().unwrap().period, period("2026-10"));
}

#[test]
fn a_flat_series_says_until_when_it_was_flat() {
    let definitions = [kpi(Kind::Count, Grain::Month)];
    let mut counts = vec![3; 24];
    counts.extend([3, 5]);
    let figures = figures("2024-05", &all(&counts), None);
    let reading = derive_reading(&cell(&definitions, &figures, "2026-07-01"));
    assert_eq!(
        reading.notes,
        [Note::AlwaysSame {
            value: 3.0,
            until: Some(period("2026-05"))
        }]
    );
    assert_eq!(reading.status, Status::NoClearChange);
}

#[test]
fn nought_of_five_cannot_be_called_low() {
    let definitions = [kpi(Kind::Proportion, Grain::Month)];
    let figures = figures(
        "2025-09",
        &all(&[1, 2, 1, 3, 2, 1, 2, 2, 1, 3, 2, 1, 2, 1, 0]),
        Some(5),
    );
    let reading = derive_reading(&cell(&definitions, &figures, "2026-12-03"));
    assert!(reading.notes.contains(&Note::CannotBeLow { out_of: 5.0 }));
    assert_eq!(reading.interval.map(|interval| interval.low), Some(0.0));
}

#[test]
fn a_shown_month_ends_with_its_last_thursday() {
    let definitions = [kpi(Kind::Count, Grain::Week)];
    let figures = figures("2026-W30", &all(&[5; 20]), None);
    let month = Some(period("2026-11"));
    let reading = derive_reading(&CellFigures {
        month,
        ..cell(&definitions, &figures, "2026-12-30")
    });
    assert_eq!(reading.points.last().unwrap().period, period("2026-W48"));
}
