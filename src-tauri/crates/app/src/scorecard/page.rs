//! The page of one chart: the finding, the chart, what was set by hand, and how it was worked out.

use super::basis::{Basis, Shown};
use super::drawn::{change_mark, chart_view, target_mark};
use super::view::{BaselineView, ChartPageView, LoadChart, OpensView, PeriodChoiceView, PhaseView};
use super::worked_out::{self, Working};
use crate::app::App;
use crate::error::AppError;
use charts::finding::Subject;
use charts::wording::{grain_word, period_words};
use charts::{Chart, legend, spc_chart};
use chrono::NaiveDate;
use domain::kpi::KpiDefinition;
use domain::scorecard::Reading;
use domain::team::Adviser;
use store::batches::{BatchKind, BatchState};
use store::kpis::KpiEntry;
use store::phases::CellPhases;
use words::{Arg, Words, number};

/// The page of one chart.
pub fn chart(app: &mut App, request: LoadChart) -> Result<ChartPageView, AppError> {
    page_of(app, &request)
}

/// The page of one chart, as one asks for it.
pub(super) fn page_of(app: &App, asked: &LoadChart) -> Result<ChartPageView, AppError> {
    let basis = Basis::load(app.store()?, app.words(), app.today())?;
    let id = asked.adviser.as_str();
    let adviser = basis.adviser(id)?;
    let (kpi, definition) = basis.kpi(&asked.kpi)?;
    let Drawn {
        reading,
        shown,
        months,
    } = drawn(&basis, &adviser, kpi, asked.month.as_deref())?;
    let team = basis.read().team().advisers()?;
    let working = Working {
        words: basis.words,
        alias: adviser.alias.reveal(),
        definition,
        reading: &reading,
        advisers: team.iter().filter(|one| one.left.is_none()).count(),
        sooner: sooner(&basis, definition, &reading),
        last_import: last_import(app)?,
    };
    let page = page(&basis, id, &adviser, (kpi, definition), &working);
    Ok(ChartPageView {
        month: shown.month.to_string(),
        months,
        ..page
    })
}

/// What a chart is drawn from, the month it ends with, and months it could end with.
pub(super) struct Drawn {
    pub(super) reading: Reading,
    shown: Shown,
    months: Vec<PeriodChoiceView>,
}

/// Reads a chart up to a month, or all there is.
pub(super) fn drawn(
    basis: &Basis<'_>,
    adviser: &Adviser,
    kpi: &KpiEntry,
    month: Option<&str>,
) -> Result<Drawn, AppError> {
    let figures = basis.figures(adviser.id, kpi, basis.today)?;
    let whole = basis.reading(adviser, kpi, &figures, None);
    let shown = shown(basis, month, &whole)?;
    let months = shown.months(basis.words, std::iter::once(&whole));
    let reading = match month {
        Some(_) => up_to(basis, adviser, kpi, shown)?,
        None => whole,
    };
    Ok(Drawn {
        reading,
        shown,
        months,
    })
}

/// The month asked for; else the one the last figure is of, so that the newest week is on the chart at once.
fn shown(basis: &Basis<'_>, month: Option<&str>, whole: &Reading) -> Result<Shown, AppError> {
    let last = whole.latest().map(|point| point.period.month().to_string());
    basis.shown(month.or(last.as_deref()))
}

/// The chart as it was read at the end of a month.
fn up_to(
    basis: &Basis<'_>,
    adviser: &Adviser,
    kpi: &KpiEntry,
    shown: Shown,
) -> Result<Reading, AppError> {
    let figures = basis.team_figures(&[adviser.id], &[kpi], shown.month)?;
    let figures = figures.of(adviser.id, kpi.id);
    Ok(basis.reading(adviser, kpi, figures, Some(shown.month)))
}

fn page(
    basis: &Basis<'_>,
    id: &str,
    adviser: &Adviser,
    (kpi, definition): (&KpiEntry, &KpiDefinition),
    working: &Working<'_>,
) -> ChartPageView {
    let (words, reading) = (basis.words, working.reading);
    let name = definition.name.as_str();
    let drawn: Chart = spc_chart(
        words,
        reading,
        Subject {
            alias: working.alias,
            name,
        },
    );
    let worked_out = worked_out::rows(working);
    let by_hand = basis.by_hand(adviser.id, kpi.id);
    ChartPageView {
        adviser: id.to_owned(),
        alias: working.alias.to_owned(),
        kpi: kpi.code.clone(),
        name: name.to_owned(),
        month: String::new(),
        months: Vec::new(),
        finding: drawn.title.clone(),
        sentence: drawn.sentence.clone(),
        unit_line: unit_line(words, definition, reading),
        change: change_mark(words, reading),
        target: target_mark(words, reading),
        legend: legend(words, reading, &drawn),
        chart: chart_view(drawn),
        worked_out_text: worked_out::as_text(words, working, &worked_out),
        worked_out,
        phases: by_hand.map(|cell| phases(words, cell)).unwrap_or_default(),
        baseline: by_hand.and_then(|cell| baseline(cell, reading)),
        periods: periods(words, reading),
    }
}

/// "Per week · 5.0 full-time days throughout", "Per month · of booked".
pub(super) fn unit_line(words: &Words, definition: &KpiDefinition, reading: &Reading) -> String {
    let grain = Arg::from(grain_word(words, reading.grain));
    let mut said = vec![words.say("unit-per-period", &[("grain", grain)])];
    match reading.constant_exposure {
        Some(time) => {
            let unit = Arg::from(definition.denominator.as_str());
            let time = Arg::from(number::decimal(time));
            said.push(words.say("unit-throughout", &[("time", time), ("unit", unit)]));
        }
        None if definition.unit_words.is_empty() => {}
        None => said.push(definition.unit_words.clone()),
    }
    said.join(" · ")
}

fn phases(words: &Words, cell: &CellPhases) -> Vec<PhaseView> {
    let phases = cell.phases.iter().map(|phase| PhaseView {
        id: phase.id,
        from: phase.start.from.to_string(),
        from_words: period_words(words, phase.start.from),
        reason: phase.start.reason.clone(),
    });
    phases.collect()
}

/// The baseline of the latest phase, if it was set by hand.
fn baseline(cell: &CellPhases, reading: &Reading) -> Option<BaselineView> {
    let from = reading.phase_start();
    let baseline = cell.baselines.iter().find(|one| one.from == from)?;
    Some(BaselineView {
        points: baseline.points,
        reason: baseline.reason.clone(),
    })
}

/// Periods after the first, which a new phase may start at.
fn periods(words: &Words, reading: &Reading) -> Vec<PeriodChoiceView> {
    let later = reading.points.iter().skip(1);
    let choices = later.map(|point| PeriodChoiceView {
        period: point.period.to_string(),
        words: period_words(words, point.period),
    });
    choices.collect()
}

/// KPIs in use that feed this one and are reported more often.
fn sooner(basis: &Basis<'_>, definition: &KpiDefinition, reading: &Reading) -> Vec<OpensView> {
    let feeds = |other: &KpiDefinition| {
        other.grain < reading.grain
            && (other.feeders.contains(&definition.code)
                || definition.feeders.contains(&other.code))
    };
    let found = basis.in_use().filter(|(_, other)| feeds(other));
    found
        .map(|(kpi, other)| OpensView {
            kpi: kpi.code.clone(),
            name: other.name.as_str().to_owned(),
        })
        .collect()
}

/// The day of the last import of figures that still stands.
fn last_import(app: &App) -> Result<Option<NaiveDate>, AppError> {
    let batches = app.store()?.read().batches().list()?;
    let of_figures = batches.iter().find(|batch| {
        let brings_figures = match batch.what.kind {
            BatchKind::Figures | BatchKind::Sample => true,
            BatchKind::Roster => false,
        };
        brings_figures && batch.state != BatchState::Undone
    });
    Ok(of_figures.map(|batch| app.now().local_of(batch.at).date()))
}
