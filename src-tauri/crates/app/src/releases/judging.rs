//! From a wish to a verdict: the spec is read, its figures are summed, and disclosure control judges the table
//! together with everything that went out before.

use crate::app::App;
use crate::error::{AppError, ErrorCode};
use crate::releases::finality::{self, NotFinal, not_alike, not_final};
use crate::releases::labels;
use crate::releases::left_out::{Large, LeftOut, large_teams};
use crate::releases::register::{profile_of_audience, registered};
use crate::releases::report::{self, profile_of};
use crate::releases::table::{
    About, Sources, derive_table, grain_of, is_summable, periods_between, span,
};
use crate::releases::view::ReleaseSpec;
use crate::view::NoticeView;
use chrono::{Months, NaiveDate};
use disclosure::{Earlier, Policy, Profile, Refusal, Released, Table, TableRefusal, release};
use domain::kpi::{KpiDefinition, KpiId};
use domain::period::{Grain, Period, parse_period};
use domain::team::{Adviser, AdviserId};
use std::collections::BTreeSet;
use store::Read;
use store::figures::MonthFigure;
use store::kpis::{InUse, KpiEntry};
use words::Words;

/// How long the register is kept; what is older cannot be released again (rulings 40).
const REGISTER_MONTHS: Months = Months::new(36);

/// A spec that was read and makes sense.
pub(super) struct Question {
    pub(super) profile: Profile,
    pub(super) grain: Grain,
    pub(super) from: Period,
    pub(super) to: Period,
    pub(super) periods: Vec<Period>,
    /// The KPIs asked for, as they were defined at the end of the periods.
    pub(super) kpis: Vec<KpiDefinition>,
    /// Those that cannot stand in one table.
    not_alike: Vec<NotFinal>,
    /// Whether all KPIs in use were asked for rather than these.
    is_all: bool,
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
        let entries = kpis_asked_for(app.store()?.read(), &spec.kpis)?;
        let defined = entries.iter().filter_map(|kpi| kpi.on(to.end()).cloned());
        Ok(Self {
            profile: profile_of(spec.profile),
            grain,
            from,
            to,
            periods,
            kpis: defined.collect(),
            not_alike: not_alike(&entries, grain, (from, to)),
            is_all: spec.kpis.is_empty(),
        })
    }

    /// The months of figures it asks for.
    fn figures(&self, read: Read<'_>, advisers: &[Adviser]) -> Result<Vec<MonthFigure>, AppError> {
        let (first, last) = self.months();
        let ids: Vec<AdviserId> = advisers.iter().map(|adviser| adviser.id).collect();
        let kpis: Vec<KpiId> = self.kpis.iter().map(|kpi| kpi.id).collect();
        Ok(read.figures().rolls(&ids, &kpis, first, last)?)
    }

    /// Its columns, and what stands in the way because it is not final. Whoever asks for all KPIs gets those that are
    /// final, if there are any.
    pub(super) fn about(
        &self,
        figures: &[MonthFigure],
        today: NaiveDate,
    ) -> (About, Vec<NotFinal>) {
        let (mut kpis, unsummable): (Vec<KpiDefinition>, Vec<KpiDefinition>) = self
            .kpis
            .iter()
            .cloned()
            .partition(|kpi| is_summable(kpi, figures));
        let mut open = not_final(&kpis, figures, today);
        open.extend(self.not_alike.iter().cloned());
        let is_open = |kpi: &KpiDefinition| open.iter().any(|one| one.code == kpi.code);
        let mut left_out = vec![(LeftOut::Unsummable, names(&unsummable))];
        if self.is_all && !kpis.iter().all(is_open) {
            for why in [LeftOut::Open, LeftOut::Redefined, LeftOut::Longer] {
                let named = |kpi: &&KpiDefinition| {
                    let mut found = open.iter().filter(|one| one.code == kpi.code);
                    found.any(|one| LeftOut::from(one.why) == why)
                };
                left_out.push((why, names(kpis.iter().filter(named))));
            }
            kpis.retain(|kpi| !is_open(kpi));
            open.clear();
        }
        left_out.retain(|(_, names)| !names.is_empty());
        let about = About {
            kpis,
            rows: Vec::new(),
            small_teams: Vec::new(),
            left_out,
            earlier: Vec::new(),
        };
        (about, open)
    }

    /// The first and the last month.
    fn months(&self) -> (Period, Period) {
        (
            Period::containing(Grain::Month, self.from.start()),
            Period::containing(Grain::Month, self.to.end()),
        )
    }
}

fn names<'a>(kpis: impl IntoIterator<Item = &'a KpiDefinition>) -> Vec<String> {
    let names = kpis.into_iter().map(|kpi| kpi.name.as_str().to_owned());
    names.collect()
}

/// The KPIs asked for by code, or all in use, in the order of their codes.
fn kpis_asked_for(read: Read<'_>, codes: &[String]) -> Result<Vec<KpiEntry>, AppError> {
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
    Ok(wanted.collect())
}

/// What came of judging.
pub(super) enum Judged {
    /// It may go out.
    Passed(Box<Passed>),
    /// It may not, and why.
    Refused {
        code: ErrorCode,
        notices: Vec<NoticeView>,
    },
}

/// A summary that may go out.
pub(super) struct Passed {
    pub(super) about: About,
    pub(super) released: Released,
    pub(super) from: Origin,
}

/// Where the cells of a summary come from.
pub(super) enum Origin {
    /// From figures, summed now.
    Figures(Table),
    /// From the register: it went out before under this number and goes out again as it was.
    Register(u32),
}

/// Sums the figures and judges them.
pub(super) fn judge(app: &App, question: &Question) -> Result<Judged, AppError> {
    let read = app.store()?.read();
    let words = app.words();
    let teams = read.team().teams()?;
    let advisers = read.team().advisers()?;
    let policy = Policy::of(question.profile);
    let all = Sources {
        teams: &teams,
        advisers: &advisers,
        kpis: &question.kpis,
        parts: &question.figures(read, &advisers)?,
    };
    let Large { figures, small } = large_teams(question, all, &policy, app.today());
    let (mut about, open) = question.about(&figures, app.today());
    about.small_teams = small;
    let names = teams.iter().map(|team| team.name.as_str());
    let labels = labels::refusals(words, names, &question.kpis, &advisers);
    if !labels.is_empty() {
        return Ok(refused(labels));
    }
    about.earlier = dates(app, read)?;
    if let Some((number, rows, released)) = registered(read, question, &about.kpis, &teams)? {
        about.rows = rows;
        about.earlier.retain(|(earlier, _)| *earlier < number);
        let from = Origin::Register(number);
        return Ok(passed(about, released, from));
    }
    if !open.is_empty() {
        return Ok(refused(finality::refusals(words, &open)));
    }
    let sources = Sources {
        kpis: &about.kpis,
        parts: &figures,
        ..all
    };
    let table = match derive_table(sources, &question.periods) {
        Ok((table, rows)) => {
            about.rows = rows;
            table
        }
        Err(TableRefusal::Empty) => return Ok(refused(vec![report::empty_refusal(words)])),
        Err(
            other @ (TableRefusal::Ragged | TableRefusal::Repeated | TableRefusal::Contribution),
        ) => return Err(other.into()),
    };
    let earlier = earlier(read)?;
    let judged = release(&table, &policy, &earlier, register_from(app.today()));
    Ok(match judged {
        Ok(released) => passed(about, released, Origin::Figures(table)),
        Err(refusal) => not_passed(words, &refusal, &about),
    })
}

fn not_passed(words: &Words, refusal: &Refusal, about: &About) -> Judged {
    Judged::Refused {
        code: code_of(refusal),
        notices: vec![report::refusal(words, refusal, &about.rows)],
    }
}

fn passed(about: About, released: Released, from: Origin) -> Judged {
    Judged::Passed(Box::new(Passed {
        about,
        released,
        from,
    }))
}

fn refused(notices: Vec<NoticeView>) -> Judged {
    Judged::Refused {
        code: ErrorCode::ReleaseRefused,
        notices,
    }
}

fn code_of(refusal: &Refusal) -> ErrorCode {
    match refusal {
        Refusal::TooSmall { .. } => ErrorCode::TooSmallToRelease,
        Refusal::NothingLeft | Refusal::Overlap { .. } | Refusal::OlderThanRegister { .. } => {
            ErrorCode::ReleaseRefused
        }
    }
}

/// The first day the register still covers, as a day number.
pub(super) fn register_from(today: NaiveDate) -> i64 {
    let reaches = today.checked_sub_months(REGISTER_MONTHS).unwrap_or(today);
    span(Period::containing(Grain::Day, reaches)).first
}

/// The number and day of every summary that went out before.
fn dates(app: &App, read: Read<'_>) -> Result<Vec<(u32, NaiveDate)>, AppError> {
    let day = |at: i64| app.now().local_of(at).date();
    let releases = read.releases().list()?.into_iter();
    Ok(releases.map(|one| (one.id, day(one.at))).collect())
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
