//! From figures to a series: every period from the first recorded one to the last that is due or has a figure,
//! with its phase and whether it is closed.

use crate::figure::{Amount, Figure, FigureStatus, to_f64};
use crate::kpi::{Direction, Kind, KpiDefinition, Roll};
use crate::period::{Grain, Period};
use crate::scorecard::reading::{Break, BreakReason, CellFigures, PhaseStart};
use crate::scorecard::roll::roll_up;
use chrono::NaiveDate;

/// One period before it is charted.
#[derive(Debug, Clone, Copy)]
pub(super) struct Entry {
    pub(super) period: Period,
    pub(super) amount: Option<Amount>,
    /// Whether it is a mean of too few replies: charted as a gap.
    pub(super) is_hidden: bool,
    pub(super) is_open: bool,
    pub(super) is_disputed: bool,
    pub(super) phase: u32,
}

/// A series with the breaks between its phases.
#[derive(Debug, Default)]
pub(super) struct Series {
    pub(super) entries: Vec<Entry>,
    /// Break that begins phase 1, 2, …
    pub(super) breaks: Vec<Break>,
    /// The latest period whose figure is due and missing.
    pub(super) late: Option<Period>,
}

/// The grain a cell is charted in: its definition's, unless figures came only or also in longer periods, since
/// grains never mix on a chart. Readings that cannot be combined keep the definition's grain if any figure has it.
pub fn chart_grain(definition: &KpiDefinition, figures: &[Figure]) -> Grain {
    let has_own = figures
        .iter()
        .any(|figure| figure.period.grain() == definition.grain);
    if definition.roll == Roll::None && has_own {
        return definition.grain;
    }
    let longest = figures.iter().map(|figure| figure.period.grain()).max();
    longest.map_or(definition.grain, |longest| longest.max(definition.grain))
}

pub(super) fn derive_series(
    cell: &CellFigures<'_>,
    definition: &KpiDefinition,
    grain: Grain,
) -> Series {
    let last_day = cell
        .month
        .map_or(cell.today, |month| month.end().min(cell.today));
    let shown = |period: &Period| match cell.month {
        Some(month) => period.month() <= month && period.start() <= cell.today,
        None => period.start() <= cell.today,
    };
    let mut rolled = roll_up(cell.figures, grain, definition.roll);
    rolled.retain(|period, _| shown(period));
    let Some(first) = rolled.keys().next().copied() else {
        return Series {
            late: latest_due(cell, definition, grain, last_day),
            ..Series::default()
        };
    };
    let due = latest_due(cell, definition, grain, last_day);
    let recorded = rolled.keys().next_back().copied().unwrap_or(first);
    let last = due.map_or(recorded, |due| due.max(recorded));
    let mut series = Series::default();
    let mut phase = 0;
    let mut period = first;
    while period <= last {
        if let Some(found) = break_at(cell, period, first) {
            phase += 1;
            series.breaks.push(found);
        }
        let entry = rolled.get(&period);
        let amount = entry.map(|entry| entry.0);
        let is_hidden = amount.is_some_and(|amount| definition.hides(amount));
        series.entries.push(Entry {
            period,
            amount: amount.filter(|_| !is_hidden),
            is_hidden,
            is_open: is_open(period, definition, cell.today)
                || entry.is_some_and(|entry| entry.1 == FigureStatus::Provisional),
            is_disputed: entry.is_some_and(|entry| entry.1 == FigureStatus::Disputed),
            phase,
        });
        period = period.next();
    }
    series.late = due.filter(|due| !rolled.contains_key(due));
    series
}

fn is_open(period: Period, definition: &KpiDefinition, today: NaiveDate) -> bool {
    period.end() >= today || definition.waits(period, today)
}

/// The latest closed period up to a day for which the adviser was in the team.
fn latest_due(
    cell: &CellFigures<'_>,
    definition: &KpiDefinition,
    grain: Grain,
    last_day: NaiveDate,
) -> Option<Period> {
    let (started, left) = cell.service;
    let mut period = Period::containing(grain, last_day);
    while is_open(period, definition, cell.today)
        || cell.month.is_some_and(|month| period.month() > month)
        || left.is_some_and(|left| left < period.start())
    {
        let previous = period.previous();
        if previous == period {
            return None;
        }
        period = previous;
    }
    started
        .is_none_or(|started| started <= period.end())
        .then_some(period)
}

/// The break before a period, if one begins there; none before the first recorded period.
fn break_at(cell: &CellFigures<'_>, period: Period, first: Period) -> Option<Break> {
    if period == first {
        return None;
    }
    let previous = period.previous();
    let begins = |start: NaiveDate| previous.start() < start && start <= period.start();
    let by_hand = cell.phases.iter().find(|phase| begins(phase.from.start()));
    if let Some(PhaseStart { reason, .. }) = by_hand {
        return Some(Break {
            from: period,
            reason: BreakReason::ByHand(reason.clone()),
        });
    }
    let version = cell
        .definitions
        .iter()
        .rev()
        .find(|one| one.valid_from.is_some_and(begins))?;
    Some(Break {
        from: period,
        reason: BreakReason::Definition(version.version),
    })
}

pub(super) fn kind_of(kind: Kind) -> stats::chart::Kind {
    match kind {
        Kind::Proportion => stats::chart::Kind::Proportion,
        Kind::ScoreShare => stats::chart::Kind::ScoreShare,
        Kind::Count => stats::chart::Kind::Count,
        Kind::Rate => stats::chart::Kind::Rate,
        Kind::Value => stats::chart::Kind::Value,
    }
}

pub(super) fn direction_of(direction: Direction) -> stats::variation::Direction {
    match direction {
        Direction::Up => stats::variation::Direction::Increase,
        Direction::Down => stats::variation::Direction::Decrease,
        Direction::Range | Direction::Neutral => stats::variation::Direction::Neutral,
    }
}

pub(super) fn reading_of(kind: Kind, amount: Amount) -> Option<stats::chart::Reading> {
    use stats::chart::Reading;
    match kind {
        Kind::Proportion | Kind::ScoreShare => amount
            .denominator
            .filter(|whole| *whole > 0)
            .map(|whole| Reading::share(amount.numerator, whole)),
        Kind::Count => Some(Reading::count(amount.numerator)),
        Kind::Rate => {
            let exposure = amount.opportunity().filter(|exposure| *exposure > 0.0)?;
            Some(Reading::rate(amount.numerator, exposure))
        }
        Kind::Value => amount.value(kind).map(Reading::value),
    }
}

/// The denominator of a point as a number, for intervals and notes.
pub(super) fn out_of(kind: Kind, amount: Amount) -> Option<f64> {
    match kind {
        Kind::Proportion | Kind::ScoreShare => amount.denominator.map(to_f64),
        Kind::Rate => amount.opportunity(),
        Kind::Count | Kind::Value => None,
    }
}
