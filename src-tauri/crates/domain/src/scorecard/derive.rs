//! The reading of a cell.

use crate::figure::to_f64;
use crate::kpi::{Direction, ExposureKind, Kind, KpiDefinition};
use crate::period::{Grain, Period};
use crate::scorecard::notes::notes_of;
use crate::scorecard::opportunity::{Units, units_of};
use crate::scorecard::reading::{
    Against, CellFigures, HandBaseline, Phase, PhaseStart, Point, Reading, Standing, Status,
};
use crate::scorecard::series::{
    Entry, Series, chart_grain, derive_series, direction_of, kind_of, reading_of,
};
use crate::scorecard::signal::{count_rules, latest_signal};
use stats::assurance::Assurance;
use stats::chart::{Analysis, ChartPoint, Plan, Role, analyse};
use stats::choice::ChartType;
use stats::phases::Baseline;
use stats::variation::Variation;

/// A cell with what is known before anything is computed.
struct Frame<'a> {
    cell: &'a CellFigures<'a>,
    definition: &'a KpiDefinition,
    grain: Grain,
    units: Units,
    series: Series,
}

/// Reads one cell. Table icon, chart icon and sentence all come from what this returns.
pub fn derive_reading(cell: &CellFigures<'_>) -> Reading {
    let Some(definition) = cell.definitions.last() else {
        return unreadable(cell);
    };
    let grain = chart_grain(definition, cell.figures);
    let series = derive_series(cell, definition, grain);
    let frame = Frame {
        cell,
        definition,
        grain,
        units: units_of(cell, definition, &series),
        series,
    };
    let plan = make_plan(&frame);
    let kind = frame.units.kind;
    let entries = frame.series.entries.iter();
    let charted: Vec<stats::chart::Point> = entries.map(|entry| charted(entry, kind)).collect();
    let analysis = analyse(&charted, &plan);
    finish(&frame, &analysis, plan.target)
}

fn charted(entry: &Entry, kind: Kind) -> stats::chart::Point {
    let point = entry
        .amount
        .and_then(|amount| reading_of(kind, amount))
        .map_or_else(stats::chart::Point::gap, stats::chart::Point::recorded)
        .in_phase(entry.phase);
    if entry.is_open || entry.is_disputed {
        point.provisional()
    } else {
        point
    }
}

fn make_plan(frame: &Frame<'_>) -> Plan {
    let Frame {
        cell,
        definition,
        units,
        series,
        ..
    } = frame;
    let mut plan = Plan::new(kind_of(units.kind));
    plan.direction = direction_of(definition.direction);
    plan.target = cell
        .target
        .map(|target| units.level(to_f64(target.millionths) / 1_000_000.0));
    plan.rules = cell.judging.rules;
    plan.counts = cell.judging.counts;
    plan.needs = cell.judging.needs;
    let kept = |phase: &PhaseStart| phase.frozen.filter(|kept| units.fits(definition, kept));
    let breaks = series.breaks.iter().zip(1..);
    plan.phase_baselines = breaks
        .filter_map(|(found, number)| {
            let mut phases = cell.phases.iter();
            let phase = phases.find(|phase| found.from.contains(phase.from.start()))?;
            Some((number, Baseline::Kept(kept(phase)?)))
        })
        .collect();
    // The first points of a phase may be gone, and its break with them; its numbers stand (rulings 20).
    let begun = series.entries.first().and_then(|first| {
        let mut phases = cell.phases.iter().rev();
        phases.find(|phase| phase.from.start() <= first.period.start())
    });
    let begun = begun.and_then(kept);
    plan.phase_baselines
        .extend(begun.map(|frozen| (0, Baseline::Kept(frozen))));
    plan.phase_baselines
        .extend(hand_baselines(cell, units.kind, series));
    plan
}

/// Baselines set by hand, by the number of their phase. One whose phase is gone, or too short, says nothing.
fn hand_baselines(cell: &CellFigures<'_>, kind: Kind, series: &Series) -> Vec<(u32, Baseline)> {
    let by_hand = |baseline: &HandBaseline| {
        let phase = phase_of(series, baseline.from)?;
        let is_judged = |entry: &&Entry| {
            let is_recorded = entry
                .amount
                .is_some_and(|amount| reading_of(kind, amount).is_some());
            entry.phase == phase && is_recorded && !entry.is_open && !entry.is_disputed
        };
        let recorded = series.entries.iter().filter(is_judged).count();
        let points = usize::try_from(baseline.points).ok()?;
        Some((phase, Baseline::by_hand(points, recorded)?))
    };
    cell.baselines.iter().filter_map(by_hand).collect()
}

/// Whether the baseline of the latest phase was set by hand.
fn is_by_hand(cell: &CellFigures<'_>, kind: Kind, series: &Series) -> bool {
    let by_hand = hand_baselines(cell, kind, series);
    let last = series.entries.last();
    last.is_some_and(|last| by_hand.iter().any(|(phase, _)| *phase == last.phase))
}

/// The number of the phase that begins at a period; the first phase begins with the line.
fn phase_of(series: &Series, from: Option<Period>) -> Option<u32> {
    let Some(from) = from else {
        return Some(0);
    };
    let mut breaks = series.breaks.iter().zip(1..);
    breaks
        .find(|(found, _)| found.from.contains(from.start()))
        .map(|(_, number)| number)
}

fn join(series: &Series, analysis: &Analysis, kind: Kind) -> Vec<Point> {
    let pairs = series.entries.iter().zip(&analysis.points);
    pairs
        .map(|(entry, charted)| Point {
            period: entry.period,
            amount: entry
                .amount
                .filter(|amount| reading_of(kind, *amount).is_some()),
            value: charted.value,
            standing: standing_of(entry, charted),
            phase: usize::try_from(entry.phase).unwrap_or_default(),
            lower: charted.drawn.lower.map(above_nothing),
            upper: charted.drawn.upper.map(above_nothing),
            marks: charted.marks,
        })
        .collect()
}

/// A limit as it is shown: no figure below 0 is taken in, so no limit below 0 is shown, measured values included.
fn above_nothing(limit: f64) -> f64 {
    limit.max(0.0)
}

fn standing_of(entry: &Entry, charted: &ChartPoint) -> Standing {
    match charted.role {
        Role::Gap if entry.is_hidden => Standing::FewReplies,
        Role::Gap => Standing::Gap,
        Role::Provisional if entry.is_disputed => Standing::Disputed,
        Role::Provisional => Standing::Open,
        Role::Baseline => Standing::Baseline,
        Role::Later => Standing::Later,
    }
}

fn name_phases(series: &Series, analysis: &Analysis) -> Vec<Phase> {
    let starts = std::iter::once(None).chain(series.breaks.iter().cloned().map(Some));
    starts
        .zip(&analysis.phases)
        .map(|(start, summary)| Phase {
            start,
            summary: *summary,
        })
        .collect()
}

fn finish(frame: &Frame<'_>, analysis: &Analysis, target: Option<f64>) -> Reading {
    let Frame {
        cell,
        definition,
        units,
        series,
        ..
    } = frame;
    let points = join(series, analysis, units.kind);
    let phases = name_phases(series, analysis);
    let now = points.iter().rposition(|point| point.standing.is_judged());
    let summary = phases.last().map(|phase| phase.summary);
    let latest_points = summary
        .and_then(|summary| points.get(summary.first..))
        .unwrap_or_default();
    let latest = now.and_then(|now| points.get(now));
    let status = status_of(series, analysis, now.is_some());
    let has_signal = matches!(status, Status::Better | Status::Worse | Status::Changed);
    let centre = summary.and_then(|summary| summary.centre);
    let signal = latest_signal(latest_points, centre, &cell.judging.rules);
    let target = target.filter(|_| has_direction(definition.direction));
    Reading {
        kind: units.kind,
        exposure: definition.exposure,
        constant_exposure: units.constant,
        minimum_denominator: definition.minimum_denominator,
        direction: definition.direction,
        grain: frame.grain,
        chart: analysis.chart(),
        status,
        variation: analysis.variation,
        signal: signal.filter(|_| has_signal),
        signals: count_rules(latest_points),
        against: against_of(analysis, target, definition.direction, latest),
        target,
        expected: analysis.months_on_target,
        now,
        interval: latest.and_then(|point| point.interval(units.kind)),
        late: series.late,
        age_days: latest.map(|point| (cell.today - point.period.end()).num_days()),
        notes: notes_of(analysis, &points, units.kind),
        judging: cell.judging,
        is_baseline_by_hand: is_by_hand(cell, units.kind, series),
        points,
        phases,
    }
}

fn has_direction(direction: Direction) -> bool {
    match direction {
        Direction::Up | Direction::Down => true,
        Direction::Range | Direction::Neutral => false,
    }
}

fn status_of(series: &Series, analysis: &Analysis, has_points: bool) -> Status {
    if series.late.is_some() || series.entries.is_empty() {
        return Status::NoFigures;
    }
    match analysis.variation {
        _ if !has_points => Status::TooFew,
        Variation::NotEnough | Variation::TooRare => Status::TooFew,
        Variation::CommonCause => Status::NoClearChange,
        Variation::Improvement(_) => Status::Better,
        Variation::Concern(_) => Status::Worse,
        Variation::Neutral(_) => Status::Changed,
    }
}

fn against_of(
    analysis: &Analysis,
    target: Option<f64>,
    direction: Direction,
    latest: Option<&Point>,
) -> Against {
    let Some(target) = target else {
        return Against::NoTarget;
    };
    match analysis.assurance {
        Some(Assurance::Pass) => Against::ReliablyMet,
        Some(Assurance::HitOrMiss) => Against::SometimesMet,
        Some(Assurance::Fail) => Against::ReliablyMissed,
        None if analysis.variation == Variation::TooRare => Against::TooRare,
        None => latest
            .filter(|_| is_flat(analysis))
            .and_then(|latest| as_it_stands(latest.value?, target, direction))
            .unwrap_or(Against::TooFew),
    }
}

fn is_flat(analysis: &Analysis) -> bool {
    let status = analysis.latest_phase().map(|phase| phase.status);
    matches!(status, Some(stats::phases::Status::Flat { .. }))
}

fn as_it_stands(latest: f64, target: f64, direction: Direction) -> Option<Against> {
    let is_missed = match direction {
        Direction::Up => stats::tie::is_below(latest, target),
        Direction::Down => stats::tie::is_above(latest, target),
        Direction::Range | Direction::Neutral => return None,
    };
    Some(if is_missed {
        Against::MissedAsItStands
    } else {
        Against::MetAsItStands
    })
}

/// A cell without a definition, which only a damaged file could hold: it says nothing.
fn unreadable(cell: &CellFigures<'_>) -> Reading {
    Reading {
        kind: Kind::Value,
        exposure: ExposureKind::None,
        constant_exposure: None,
        minimum_denominator: 0,
        direction: Direction::Neutral,
        grain: Grain::Month,
        chart: ChartType::NotEnough,
        points: Vec::new(),
        phases: Vec::new(),
        status: Status::NoFigures,
        variation: Variation::NotEnough,
        signal: None,
        signals: Vec::new(),
        against: Against::NoTarget,
        target: None,
        expected: None,
        now: None,
        interval: None,
        late: None,
        age_days: None,
        notes: Vec::new(),
        judging: cell.judging,
        is_baseline_by_hand: false,
    }
}
