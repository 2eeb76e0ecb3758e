//! A scorecard as data, for the terminal and for JSON files: for each KPI the value, what it is out of, its
//! interval, the chart and its limits, the rules that mark each point, change, target and the verdict in words.
//! Figures are rounded to 12 significant digits, so that the same vault gives the same bytes on every computer.

mod labels;

use super::basis::{Basis, Shown};
use super::card::{Cell, read_cells};
use super::drawn::{block_view, status_view};
use crate::app::App;
use crate::error::{AppError, ErrorCode};
use crate::kpis::view::{BlockView, DirectionView, GrainView, KindView};
use crate::view::{AgainstTargetView, StatusView};
use charts::finding::{Subject, finding, sentences};
use domain::period::{Grain, Period, parse_period};
use domain::scorecard::{Point, Reading, Standing};
use domain::team::{Adviser, Alias};
pub(super) use labels::{against_view, counted, whole};
use labels::{chart_code, direction_view, grain_view, kind_view, status_code};
pub(crate) use labels::{rule_code, variation_code};
use serde::{Deserialize, Serialize};
use stats::round12::round12;

/// Name and version of the form.
const FORM: &str = "plumbline-scorecard/1";

/// What is asked for: everybody or one adviser, up to a month, with points from a month on.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ReportRequest {
    /// The adviser's alias; everybody when nothing.
    pub alias: Option<String>,
    /// The first month whose points are listed; the usual range always rests on all of them.
    pub from: Option<String>,
    /// The last month; the last closed one with figures when nothing.
    pub to: Option<String>,
}

/// Scorecards as data.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Report {
    /// Name and version of this form.
    pub form: String,
    /// Whether the figures are made up.
    pub sample: bool,
    /// The day it was made.
    pub made: String,
    /// The month it speaks of.
    pub month: String,
    /// The rule set that looks for signals.
    pub rule_set: String,
    /// Advisers by alias.
    pub advisers: Vec<AdviserReport>,
}

/// One adviser's scorecard as data.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct AdviserReport {
    /// The alias.
    pub alias: String,
    /// KPIs by block and code.
    pub kpis: Vec<KpiReport>,
}

/// One KPI of one adviser as data.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct KpiReport {
    /// Its code.
    pub kpi: String,
    /// Its name.
    pub name: String,
    /// Its block.
    pub block: BlockView,
    /// What it is charted as.
    pub kind: KindView,
    /// Which way is good.
    pub direction: DirectionView,
    /// The length of its periods.
    pub grain: GrainView,
    /// The period of the value.
    pub period: Option<String>,
    /// The latest judged value; shares as fractions.
    pub value: Option<f64>,
    /// What was counted.
    pub numerator: Option<f64>,
    /// What it is out of: clients, points, exposure, or the readings of a mean.
    pub out_of: Option<f64>,
    /// The 95 % interval of a share (Wilson).
    pub interval: Option<Span>,
    /// The chart of the latest phase.
    pub chart: Option<String>,
    /// How far its limits can be trusted: `not_enough`, `trial`, `established`, `flat`.
    pub grounds: String,
    /// Points that made the limits.
    pub baseline_points: usize,
    /// The average.
    pub centre: Option<f64>,
    /// The limits at the usual denominator, not clipped.
    pub limits: Limits,
    /// Points from the first month asked for on, in time order.
    pub points: Vec<PointReport>,
    /// Whether the latest point shows a change, by the chart alone.
    pub variation: Option<String>,
    /// How it stands to its target.
    pub assurance: AgainstTargetView,
    /// The target in force.
    pub target: Option<f64>,
    /// Periods of 12 in which it will be met, if nothing changes.
    pub expected_of_12: Option<f64>,
    /// What every screen shows.
    pub status: StatusView,
    /// The latest period whose figure is due and missing.
    pub late: Option<String>,
    /// The latest closed period, when it is a mean of fewer than five replies and so not shown.
    pub few_replies: Option<String>,
    /// The finding.
    pub finding: String,
    /// The verdict in sentences.
    pub sentence: String,
}

/// From a lower to an upper value.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct Span {
    /// The lower end.
    pub low: f64,
    /// The upper end.
    pub high: f64,
}

/// The two limits, each where there is one.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct Limits {
    /// Below it a point is outside.
    pub lower: Option<f64>,
    /// Above it a point is outside.
    pub upper: Option<f64>,
}

/// One period as data.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct PointReport {
    /// Which.
    pub period: String,
    /// The value; nothing for a gap.
    pub value: Option<f64>,
    /// `gap`, `few_replies`, `open`, `disputed`, `baseline` or `later`.
    pub standing: String,
    /// Number of its phase, from 0.
    pub phase: usize,
    /// The limits at its own denominator, as drawn.
    pub limits: Limits,
    /// The rules that mark it.
    pub rules: Vec<String>,
}

/// Scorecards of the open vault as data.
pub fn report(app: &App, request: &ReportRequest) -> Result<Report, AppError> {
    let basis = Basis::load(app.store()?, app.words(), app.today())?;
    let mut advisers = basis.read().team().advisers()?;
    if let Some(alias) = &request.alias {
        let wanted = Alias::parse(alias)?.normalised();
        advisers.retain(|adviser| adviser.alias.normalised() == wanted);
        if advisers.is_empty() {
            return Err(AppError::not_found());
        }
    }
    report_of(&basis, &advisers, request)
}

/// Scorecards of these advisers as data.
pub fn report_of(
    basis: &Basis<'_>,
    advisers: &[Adviser],
    request: &ReportRequest,
) -> Result<Report, AppError> {
    let shown = basis.shown(request.to.as_deref())?;
    let from = first_month(request.from.as_deref(), shown)?;
    let mut found = Vec::with_capacity(advisers.len());
    for adviser in advisers {
        let cells = read_cells(basis, adviser, shown)?;
        let alias = adviser.alias.reveal();
        let kpis = cells
            .iter()
            .map(|cell| kpi_report(basis, alias, cell, from))
            .collect();
        found.push(AdviserReport {
            alias: alias.to_owned(),
            kpis,
        });
    }
    Ok(Report {
        form: FORM.to_owned(),
        sample: crate::sample::is_present(basis.read())?,
        made: basis.today.to_string(),
        month: shown.month.to_string(),
        rule_set: basis.judging().name(),
        advisers: found,
    })
}

/// Whether a text is a month, a week or a quarter as the terminal takes them.
pub fn is_period(text: &str) -> bool {
    parse_period(text).is_ok()
}

/// The first month whose points are shown, which is not after the last.
pub(super) fn first_month(from: Option<&str>, shown: Shown) -> Result<Option<Period>, AppError> {
    // Of a quarter or a week its first day's month: nothing of what was asked for is left out.
    let first = |period: Period| Period::containing(Grain::Month, period.start());
    let from = from.map(parse_period).transpose()?.map(first);
    if from.is_some_and(|from| from > shown.month) {
        let key = "error-months-backwards";
        return Err(AppError::said(ErrorCode::RuleRefused, key, &[]));
    }
    Ok(from)
}

fn kpi_report(basis: &Basis<'_>, alias: &str, cell: &Cell<'_>, from: Option<Period>) -> KpiReport {
    let (kpi, definition, reading) = (&cell.kpi, &cell.definition, &cell.reading);
    let subject = Subject {
        alias,
        name: cell.name(),
    };
    let latest = reading.latest();
    let amount = latest.and_then(|point| point.amount);
    let summary = reading.phase().map(|phase| phase.summary);
    let bounds = summary.map(|summary| summary.limits).unwrap_or_default();
    let is_listed = |point: &&Point| from.is_none_or(|from| point.period.month() >= from);
    KpiReport {
        kpi: kpi.code.clone(),
        name: cell.name().to_owned(),
        block: block_view(definition.block),
        kind: kind_view(reading.kind),
        direction: direction_view(reading.direction),
        grain: grain_view(reading.grain),
        period: latest.map(|point| point.period.to_string()),
        value: rounded(latest.and_then(|point| point.value)),
        numerator: amount.map(|amount| counted(reading.kind, amount)),
        out_of: rounded(amount.and_then(|amount| whole(reading.kind, amount))),
        interval: reading.interval.map(|interval| Span {
            low: round12(interval.low),
            high: round12(interval.high),
        }),
        chart: chart_code(reading.chart).map(str::to_owned),
        grounds: status_code(summary.map(|summary| summary.status)).to_owned(),
        baseline_points: summary.map_or(0, |summary| summary.baseline_points),
        centre: rounded(summary.and_then(|summary| summary.centre)),
        limits: Limits {
            lower: rounded(bounds.lower),
            upper: rounded(bounds.upper),
        },
        points: reading
            .points
            .iter()
            .filter(is_listed)
            .map(point_report)
            .collect(),
        variation: variation_code(reading.variation).map(str::to_owned),
        assurance: against_view(reading.against),
        target: rounded(reading.target),
        expected_of_12: rounded(reading.expected),
        status: status_view(reading.status),
        late: reading.late.map(|late| late.to_string()),
        few_replies: reading.few_replies().map(|few| few.to_string()),
        finding: finding(basis.words, reading, subject),
        sentence: verdict(basis, reading, subject),
    }
}

fn verdict(basis: &Basis<'_>, reading: &Reading, subject: Subject<'_>) -> String {
    sentences(basis.words, reading, subject).join(" ")
}

fn rounded(value: Option<f64>) -> Option<f64> {
    value.map(round12)
}

fn point_report(point: &Point) -> PointReport {
    let standing = match point.standing {
        Standing::Gap => "gap",
        Standing::FewReplies => "few_replies",
        Standing::Open => "open",
        Standing::Disputed => "disputed",
        Standing::Baseline => "baseline",
        Standing::Later => "later",
    };
    let limits = if point.standing.is_judged() {
        Limits {
            lower: rounded(point.lower),
            upper: rounded(point.upper),
        }
    } else {
        Limits {
            lower: None,
            upper: None,
        }
    };
    PointReport {
        period: point.period.to_string(),
        value: rounded(point.value),
        standing: standing.to_owned(),
        phase: point.phase,
        limits,
        rules: point
            .marks
            .iter()
            .map(|mark| rule_code(mark).to_owned())
            .collect(),
    }
}
