//! From figures to the table that disclosure control judges: KPI totals by team × period, with every adviser's
//! own part inside. No name, alias or order crosses: contributors are numbers.

use crate::releases::left_out::LeftOut;
use crate::releases::view::ReleaseSpec;
use chrono::{Datelike, NaiveDate};
use disclosure::{Contribution, Measure, MeasureKind, Row, Span, Table, TableRefusal};
use domain::figure::Amount;
use domain::kpi::{ExposureKind, Kind, KpiDefinition, Roll};
use domain::period::{Grain, Period};
use domain::team::{Adviser, AdviserId, Team, TeamId};
use std::collections::BTreeMap;
use store::figures::MonthFigure;

/// What a release is made from.
#[derive(Debug, Clone, Copy)]
pub struct Sources<'a> {
    /// Teams, by name.
    pub teams: &'a [Team],
    /// Everybody on the roster.
    pub advisers: &'a [Adviser],
    /// Current definitions of the KPIs that can be summed, in order.
    pub kpis: &'a [KpiDefinition],
    /// Months of figures within the periods asked for.
    pub parts: &'a [MonthFigure],
}

/// What a summary is about, besides its figures.
#[derive(Debug)]
pub struct About {
    /// The KPIs of its columns.
    pub kpis: Vec<KpiDefinition>,
    /// The team and period of each row.
    pub rows: Vec<(TeamId, Period)>,
    /// Teams left out because they are too small for the profile, by name.
    pub small_teams: Vec<String>,
    /// Names of KPIs left out, and why.
    pub left_out: Vec<(LeftOut, Vec<String>)>,
    /// Numbers and days of the summaries that went out before.
    pub earlier: Vec<(u32, NaiveDate)>,
}

/// The periods a spec asks for, first to last, empty when it runs backwards.
pub fn periods_between(grain: Grain, from: Period, to: Period) -> Vec<Period> {
    let mut periods = Vec::new();
    let mut period = from;
    while period.grain() == grain && period <= to && periods.len() < 120 {
        periods.push(period);
        period = period.next();
    }
    periods
}

/// Sums figures by team and period; with the team and period of each row.
pub fn derive_table(
    sources: Sources<'_>,
    periods: &[Period],
) -> Result<(Table, Vec<(TeamId, Period)>), TableRefusal> {
    let mut rows = Vec::new();
    let mut places = Vec::new();
    for team in sources.teams {
        for period in periods {
            let cells: Vec<Vec<Contribution>> = sources
                .kpis
                .iter()
                .map(|kpi| contributions(sources, kpi, team.id, *period))
                .collect();
            if cells.iter().any(|cell| !cell.is_empty()) {
                rows.push(Row {
                    group: team.name.as_str().to_owned(),
                    period: period.to_string(),
                    span: span(*period),
                    cells,
                });
                places.push((team.id, *period));
            }
        }
    }
    let measures = sources.kpis.iter().map(measure).collect();
    Ok((Table::new(measures, rows)?, places))
}

/// The days of a period as day numbers since 1970-01-01.
pub fn span(period: Period) -> Span {
    let number = |day: NaiveDate| i64::from(day.num_days_from_ce()) - 719_163;
    Span {
        first: number(period.start()),
        last: number(period.end()),
    }
}

/// Medians and single readings cannot be added up; everything else can.
pub(super) fn is_summable(kpi: &KpiDefinition, parts: &[MonthFigure]) -> bool {
    let mut parts = parts.iter().filter(|part| part.kpi == kpi.id);
    match (kpi.roll, kpi.kind) {
        (Roll::None, _) => false,
        (Roll::Sum | Roll::Last | Roll::MeanWeighted, Kind::Value | Kind::Rate) => {
            parts.all(|part| whole(kpi.kind, part.amount).is_some())
        }
        (
            Roll::Sum | Roll::Last | Roll::MeanWeighted,
            Kind::Proportion | Kind::ScoreShare | Kind::Count,
        ) => true,
    }
}

/// A KPI as disclosure control sees it.
pub(super) fn measure(kpi: &KpiDefinition) -> Measure {
    let kind = match (kpi.kind, kpi.exposure) {
        (Kind::Proportion | Kind::ScoreShare, _) => MeasureKind::Share,
        (Kind::Count, _) => MeasureKind::Count,
        (Kind::Rate, _) if is_over_time(kpi) => MeasureKind::Count,
        (Kind::Rate, _) => MeasureKind::Rate,
        (Kind::Value, _) => MeasureKind::Mean,
    };
    Measure {
        code: kpi.code.clone(),
        name: kpi.name.as_str().to_owned(),
        kind,
    }
}

/// Whether a KPI is a rate over working time. Time beside a count would name the number of advisers to a decimal, which
/// goes out as a band only (disclosure.md 2.3), so such a KPI goes out as its count.
pub(super) fn is_over_time(kpi: &KpiDefinition) -> bool {
    let is_time = match kpi.exposure {
        ExposureKind::FteDays | ExposureKind::FteMonths => true,
        ExposureKind::None | ExposureKind::Caseload | ExposureKind::Contacts => false,
    };
    is_time && kpi.kind == Kind::Rate
}

/// What a column is in, or out of; a count is a total of its period, whatever the KPI is charted by.
pub(super) fn unit(kpi: &KpiDefinition) -> String {
    match kpi.kind {
        Kind::Count => String::new(),
        Kind::Rate if is_over_time(kpi) => String::new(),
        Kind::Proportion | Kind::ScoreShare | Kind::Rate | Kind::Value => kpi.unit_words.clone(),
    }
}

/// What each adviser of a team put into a cell.
fn contributions(
    sources: Sources<'_>,
    kpi: &KpiDefinition,
    team: TeamId,
    period: Period,
) -> Vec<Contribution> {
    let mut parts: Vec<&MonthFigure> = sources
        .parts
        .iter()
        .filter(|part| part.kpi == kpi.id && contains(period, part.month))
        .filter(|part| team_of(sources, part.adviser, part.month) == Some(team))
        .collect();
    // What stands at the end of a period is what stood in its last month, not each person's last (rulings 7).
    if kpi.roll == Roll::Last {
        let last = parts.iter().map(|part| part.month).max();
        parts.retain(|part| Some(part.month) == last);
    }
    let mut sums: BTreeMap<AdviserId, (i64, Option<i64>)> = BTreeMap::new();
    for part in parts {
        let whole = whole(kpi.kind, part.amount);
        sums.entry(part.adviser)
            .and_modify(|sum| {
                sum.0 += part.amount.numerator;
                sum.1 = sum.1.zip(whole).map(|(one, other)| one + other);
            })
            .or_insert((part.amount.numerator, whole));
    }
    // Whoever had no opportunity at all is no contributor, and does not count towards the least number of them.
    sums.into_iter()
        .filter(|(_, (_, whole))| kpi.kind == Kind::Count || whole.is_some_and(|whole| whole > 0))
        .map(|(adviser, (numerator, whole))| Contribution {
            member: u64::from(adviser.0),
            numerator,
            denominator: whole.filter(|_| !is_over_time(kpi)),
        })
        .collect()
}

/// The second number as disclosure control wants it: whole, exposure in thousandths, or readings.
fn whole(kind: Kind, amount: Amount) -> Option<i64> {
    match kind {
        Kind::Count => None,
        Kind::Proportion | Kind::ScoreShare | Kind::Value => amount.denominator,
        Kind::Rate => amount
            .exposure
            .or_else(|| amount.denominator.map(|whole| whole * 1000)),
    }
}

fn contains(period: Period, month: Period) -> bool {
    period.start() <= month.start() && month.end() <= period.end()
}

/// The team an adviser belonged to at the end of a month, or last before it; whoever was never assigned belongs to the
/// only team there is.
pub(super) fn team_of(sources: Sources<'_>, adviser: AdviserId, month: Period) -> Option<TeamId> {
    let adviser = sources.advisers.iter().find(|one| one.id == adviser)?;
    let assigned = adviser
        .assignment_on(month.end())
        .or_else(|| {
            let mut before = adviser.assignments.iter().rev();
            before.find(|one| one.from <= month.end())
        })
        .or_else(|| adviser.assignments.first());
    match (assigned, sources.teams) {
        (Some(assignment), _) => Some(assignment.team),
        (None, [only]) => Some(only.id),
        (None, _) => None,
    }
}

/// The grain of a spec in the domain's words.
pub fn grain_of(spec: &ReleaseSpec) -> Option<Grain> {
    match spec.grain {
        crate::kpis::view::GrainView::Month => Some(Grain::Month),
        crate::kpis::view::GrainView::Quarter => Some(Grain::Quarter),
        crate::kpis::view::GrainView::Day | crate::kpis::view::GrainView::Week => None,
    }
}
