//! From a wish to a verdict: the spec is read, its figures are summed, and disclosure control judges the table
//! together with everything that went out before.

use crate::app::App;
use crate::error::{AppError, ErrorCode};
use crate::releases::register::profile_of_audience;
use crate::releases::report::profile_of;
use crate::releases::table::{
    MonthPart, Sources, Summed, derive_table, grain_of, periods_between, span,
};
use crate::releases::view::ReleaseSpec;
use chrono::Months;
use disclosure::{Earlier, Policy, Profile, Refusal, Released, TableRefusal, release};
use domain::kpi::KpiDefinition;
use domain::period::{Grain, Period, parse_period};
use domain::team::{AdviserId, TeamId};
use std::collections::BTreeSet;
use store::Read;
use store::kpis::InUse;

/// How long the register is kept; what is older cannot be released again (rulings 40).
const REGISTER_MONTHS: Months = Months::new(36);

/// A spec that was read and makes sense.
pub(super) struct Question {
    pub(super) profile: Profile,
    pub(super) grain: Grain,
    pub(super) from: Period,
    pub(super) to: Period,
    pub(super) periods: Vec<Period>,
    pub(super) kpis: Vec<KpiDefinition>,
}

impl Question {
    /// Reads a spec against the open vault.
    pub(super) fn ask(app: &App, spec: &ReleaseSpec) -> Result<Self, AppError> {
        let refused =
            |key: &str, field: &str| AppError::said(ErrorCode::RuleRefused, key, &[]).at(field);
        let grain = grain_of(spec).ok_or_else(|| refused("error-release-grain", "grain"))?;
        let edge = |text: &str, field: &str| -> Result<Period, AppError> {
            let period = parse_period(text).map_err(|error| AppError::from(error).at(field))?;
            if period.grain() == grain {
                Ok(period)
            } else {
                Err(refused("error-release-period", field))
            }
        };
        let (from, to) = (edge(&spec.from, "from")?, edge(&spec.to, "to")?);
        let periods = periods_between(grain, from, to);
        if periods.last() != Some(&to) {
            return Err(refused("error-release-backwards", "to"));
        }
        Ok(Self {
            profile: profile_of(spec.profile),
            grain,
            from,
            to,
            periods,
            kpis: kpis_asked_for(app.store()?.read(), &spec.kpis)?,
        })
    }

    /// The first and the last month.
    fn months(&self) -> (Period, Period) {
        (
            Period::containing(Grain::Month, self.from.start()),
            Period::containing(Grain::Month, self.to.end()),
        )
    }
}

/// The KPIs asked for by code, or all in use, in the order of their codes.
fn kpis_asked_for(read: Read<'_>, codes: &[String]) -> Result<Vec<KpiDefinition>, AppError> {
    let entries = read.kpis().all()?;
    let unknown = codes
        .iter()
        .any(|code| entries.iter().all(|entry| entry.code != *code));
    if unknown {
        return Err(AppError::not_found().at("kpis"));
    }
    let wanted = entries.into_iter().filter(|entry| {
        if codes.is_empty() {
            entry.in_use == InUse::Yes
        } else {
            codes.contains(&entry.code)
        }
    });
    Ok(wanted
        .filter_map(|mut entry| entry.versions.pop())
        .collect())
}

/// What came of judging.
pub(super) enum Judged {
    /// It may go out.
    Passed { summed: Summed, released: Released },
    /// It may not, and why; with the team and period of each row.
    Refused {
        refusal: Refusal,
        rows: Vec<(TeamId, Period)>,
    },
    /// There is no figure to judge.
    Empty,
}

/// Sums the figures and judges them.
pub(super) fn judge(app: &App, question: &Question) -> Result<Judged, AppError> {
    let read = app.store()?.read();
    let summed = match sum(read, question)? {
        Ok(summed) => summed,
        Err(TableRefusal::Empty) => return Ok(Judged::Empty),
        Err(
            other @ (TableRefusal::Ragged | TableRefusal::Repeated | TableRefusal::Contribution),
        ) => return Err(other.into()),
    };
    let today = app.today();
    let reaches = today.checked_sub_months(REGISTER_MONTHS).unwrap_or(today);
    let register_from = span(Period::containing(Grain::Day, reaches)).first;
    let earlier = earlier(read)?;
    let policy = Policy::of(question.profile);
    Ok(
        match release(&summed.table, &policy, &earlier, register_from) {
            Ok(released) => Judged::Passed { summed, released },
            Err(refusal) => Judged::Refused {
                refusal,
                rows: summed.rows,
            },
        },
    )
}

fn sum(read: Read<'_>, question: &Question) -> Result<Result<Summed, TableRefusal>, AppError> {
    let (first, last) = question.months();
    let teams = read.team().teams()?;
    let advisers = read.team().advisers()?;
    let ids: Vec<AdviserId> = advisers.iter().map(|adviser| adviser.id).collect();
    let kpis: Vec<_> = question.kpis.iter().map(|kpi| kpi.id).collect();
    let parts: Vec<MonthPart> = read
        .figures()
        .rolls(&ids, &kpis, first, last)?
        .into_iter()
        .map(|month| MonthPart {
            adviser: month.adviser,
            kpi: month.kpi,
            month: month.month,
            amount: month.amount,
        })
        .collect();
    let sources = Sources {
        teams: &teams,
        advisers: &advisers,
        kpis: &question.kpis,
        parts: &parts,
    };
    Ok(derive_table(sources, &question.periods))
}

/// Every row that went out before.
fn earlier(read: Read<'_>) -> Result<Vec<Earlier>, AppError> {
    let mut rows = Vec::new();
    for release in read.releases().list()? {
        let cells = read.releases().cells(release.id)?;
        let periods: BTreeSet<Period> = cells.into_iter().map(|cell| cell.period).collect();
        rows.extend(periods.into_iter().map(|period| Earlier {
            release: release.id,
            profile: profile_of_audience(release.audience),
            span: span(period),
        }));
    }
    Ok(rows)
}
