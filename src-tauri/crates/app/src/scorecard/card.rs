//! An adviser's scorecard: three plain sentences before any number, then leading, lagging, quality and context
//! with the same columns. No composite, no rank.

use super::basis::{Basis, Shown};
use super::drawn::{block_view, change_mark, spark_view, status_view, target_mark};
use super::overview::value_words;
use super::summary::{self, Summary};
use super::view::{ArrowView, KpiRowView, LoadScorecard, ScorecardBlockView, ScorecardView};
use crate::app::App;
use crate::error::AppError;
use charts::wording::{day, grain_word, in_period, out_of_words, period_words, range_now_words};
use charts::{Emphasis, Size, sparkline};
use chrono::NaiveDate;
use domain::kpi::KpiDefinition;
use domain::scorecard::Reading;
use domain::team::Adviser;
use stats::lattice::Side;
use store::kpis::KpiEntry;
use words::{Arg, Words, date, number};

/// One KPI of one adviser as read.
pub(super) struct Cell<'a> {
    pub(super) kpi: &'a KpiEntry,
    pub(super) definition: &'a KpiDefinition,
    pub(super) reading: Reading,
}

impl Cell<'_> {
    /// The KPI's name.
    pub(super) fn name(&self) -> &str {
        self.definition.name.as_str()
    }
}

/// One adviser's scorecard.
pub fn adviser(app: &mut App, request: LoadScorecard) -> Result<ScorecardView, AppError> {
    let LoadScorecard { adviser, month } = request;
    let basis = Basis::load(app.store()?, app.words(), app.today())?;
    let adviser = basis.adviser(&adviser)?;
    card(&basis, &adviser, month.as_deref())
}

/// The scorecard of an adviser.
pub(super) fn card(
    basis: &Basis<'_>,
    adviser: &Adviser,
    month: Option<&str>,
) -> Result<ScorecardView, AppError> {
    let shown = basis.shown(month)?;
    let cells = read_cells(basis, adviser, shown)?;
    let id = basis.read().team().public_id(adviser.id)?;
    let words = basis.words;
    let Summary {
        changed,
        not_changed,
        not_known,
        mark,
    } = summary::summary(words, adviser.alias.reveal(), &cells);
    Ok(ScorecardView {
        adviser: id.to_string(),
        alias: adviser.alias.reveal().to_owned(),
        subtitle: subtitle(words, adviser, shown.month.end().min(basis.today)),
        month: shown.month.to_string(),
        month_words: period_words(words, shown.month),
        months: shown.months(words, cells.iter().map(|cell| &cell.reading)),
        changed,
        not_changed,
        not_known,
        changed_mark: status_view(mark),
        blocks: blocks(words, &cells),
    })
}

/// Every KPI in use, as read for a month.
pub(super) fn read_cells<'b>(
    basis: &'b Basis<'_>,
    adviser: &Adviser,
    shown: Shown,
) -> Result<Vec<Cell<'b>>, AppError> {
    let kpis: Vec<&KpiEntry> = basis.in_use().map(|(kpi, _)| kpi).collect();
    let figures = basis.team_figures(&[adviser.id], &kpis, shown.month)?;
    let cells = basis.in_use().map(|(kpi, definition)| Cell {
        kpi,
        definition,
        reading: basis.reading(
            adviser,
            kpi,
            figures.of(adviser.id, kpi.id),
            Some(shown.month),
        ),
    });
    Ok(cells.collect())
}

/// "Adviser since 3 April 2023 · 1.0 full-time · band 3 caseload".
pub(super) fn subtitle(words: &Words, adviser: &Adviser, on: NaiveDate) -> String {
    let said = |key: &str, when: NaiveDate| {
        words.say(key, &[("day", Arg::from(date::full(words, day(when))))])
    };
    let assignment = adviser.assignment_on(on);
    let band = assignment
        .and_then(|assignment| assignment.band.as_ref())
        .map(|band| words.say("card-band", &[("band", Arg::from(band.as_str()))]));
    let share = assignment.map(|assignment| {
        let share = f64::from(assignment.share.thousandths()) / 1000.0;
        words.say(
            "card-share",
            &[("share", Arg::from(number::decimal(share)))],
        )
    });
    [
        adviser.started.map(|started| said("card-since", started)),
        adviser.left.map(|left| said("card-left", left)),
        share,
        band,
    ]
    .into_iter()
    .flatten()
    .collect::<Vec<_>>()
    .join(" · ")
}

/// Rows by block, in the order of the blocks; cells come in that order.
fn blocks(words: &Words, cells: &[Cell<'_>]) -> Vec<ScorecardBlockView> {
    let blocks = cells.chunk_by(|one, next| one.definition.block == next.definition.block);
    blocks
        .filter_map(|cells| {
            let block = block_view(cells.first()?.definition.block);
            let rows = cells.iter().map(|cell| row(words, cell)).collect();
            Some(ScorecardBlockView { block, rows })
        })
        .collect()
}

fn row(words: &Words, cell: &Cell<'_>) -> KpiRowView {
    let Cell {
        kpi,
        definition,
        reading,
    } = cell;
    let now = value_words(words, reading);
    let shown = reading
        .late
        .or_else(|| reading.few_replies())
        .or_else(|| reading.latest().map(|point| point.period));
    KpiRowView {
        kpi: kpi.code.clone(),
        name: definition.name.as_str().to_owned(),
        unit_words: unit_words(words, definition, reading),
        now: now.clone(),
        period_words: shown
            .map(|period| period_words(words, period))
            .unwrap_or_default(),
        out_of: out_of(words, reading).filter(|out_of| *out_of != now),
        interval: interval_words(reading).filter(|_| reading.shown().is_some()),
        arrow: reading.signal.map(|signal| match signal.side {
            Side::Low => ArrowView::Down,
            Side::High => ArrowView::Up,
        }),
        usual_range: range_now_words(words, reading),
        change: change_mark(words, reading),
        target: target_mark(words, reading),
        spark: spark_view(&sparkline(reading, Size::Row, Emphasis::Signals)),
        age: age_words(words, reading),
    }
}

/// "29 of 50", while the figure that is due is there and shown.
pub(super) fn out_of(words: &Words, reading: &Reading) -> Option<String> {
    let amount = reading.shown()?.amount?;
    out_of_words(words, reading.kind, reading.exposure, amount)
}

/// "of booked", "a week": what stands beside a KPI's name.
pub(super) fn unit_words(words: &Words, definition: &KpiDefinition, reading: &Reading) -> String {
    if reading.constant_exposure.is_none() {
        return definition.unit_words.clone();
    }
    let grain = Arg::from(grain_word(words, reading.grain));
    words.say("unit-a-period", &[("grain", grain)])
}

/// "65 to 99 %": what the share could be, by Wilson's interval.
pub(super) fn interval_words(reading: &Reading) -> Option<String> {
    let interval = reading.interval?;
    Some(number::per_cent_range(interval.low, interval.high))
}

/// "last figure in October 2026", when a later one is due.
pub(super) fn age_words(words: &Words, reading: &Reading) -> Option<String> {
    reading.late?;
    Some(match reading.latest() {
        Some(point) => {
            let period = Arg::from(in_period(words, point.period));
            words.say("row-last-figure", &[("period", period)])
        }
        None => words.say("row-no-figure", &[]),
    })
}
