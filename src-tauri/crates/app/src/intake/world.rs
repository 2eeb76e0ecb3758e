//! What the vault says to a row: whether its adviser was on the team, whether its period has begun and may still be
//! kept, whether its numbers can be true for its KPI.

use super::known::{Measured, Standing};
use super::people::Person;
use crate::error::AppError;
use crate::figures::exposure::Exposures;
use crate::figures::last_weekday;
use crate::settings;
use chrono::{Months, NaiveDate};
use domain::figure::{Amount, FigureRefusal, FigureStatus, Keeping, check_amount};
use domain::kpi::{Kind, KpiId};
use domain::period::{Grain, Period};
use intake::{FigureRow, Meaning, Reason, Rejection, Survey};
use std::collections::HashSet;
use store::Read;

/// The file's names in the vault's light.
pub(super) struct World {
    pub(super) people: Vec<Person>,
    pub(super) kpis: Vec<Measured>,
    /// Nothing without a vault: then no period is too early or too late.
    pub(super) today: Option<NaiveDate>,
    keeping: Keeping,
    /// Months of which only the team's total is kept.
    closed: HashSet<(KpiId, Period)>,
    /// No period after this day belongs to a month past keeping.
    last_past: Option<NaiveDate>,
    exposures: Option<Exposures>,
    columns: Columns,
}

/// Columns that rejections point at.
#[derive(Debug, Clone, Copy)]
struct Columns {
    adviser: Option<usize>,
    period: Option<usize>,
    kpi: Option<usize>,
}

/// What the vault knows besides names.
#[derive(Default)]
pub(super) struct Kept {
    today: Option<NaiveDate>,
    keeping: Option<Keeping>,
    closed: HashSet<(KpiId, Period)>,
    exposures: Option<Exposures>,
}

impl Kept {
    pub(super) fn load(read: Read<'_>, today: NaiveDate) -> Result<Self, AppError> {
        let totals = read.totals().all()?.into_iter();
        Ok(Self {
            today: Some(today),
            keeping: Some(settings::of(read)?.keeping),
            closed: totals.map(|total| (total.kpi, total.month)).collect(),
            exposures: Some(Exposures::load(read)?),
        })
    }
}

/// An amount as it will be stored.
pub(super) struct Judged {
    pub(super) amount: Amount,
    pub(super) status: FigureStatus,
}

impl World {
    pub(super) fn new(
        survey: &Survey,
        people: Vec<Person>,
        kpis: Vec<Measured>,
        vault: Option<Kept>,
    ) -> Self {
        let at = |meaning: Meaning| {
            survey
                .columns
                .iter()
                .position(|column| column.meaning == meaning)
        };
        let kept = vault.unwrap_or_default();
        let keeping = kept.keeping.unwrap_or(Keeping::STANDARD);
        let months = Months::new(keeping.months());
        Self {
            people,
            kpis,
            today: kept.today,
            keeping,
            last_past: kept
                .today
                .and_then(|today| today.checked_sub_months(months)),
            closed: kept.closed,
            exposures: kept.exposures,
            columns: Columns {
                adviser: at(Meaning::Adviser),
                period: at(Meaning::Period),
                kpi: at(Meaning::Kpi),
            },
        }
    }

    /// Whether a row may come in at all.
    pub(super) fn admit(&self, row: &FigureRow<'_>) -> Result<(), Rejection> {
        let person = usize::try_from(row.adviser)
            .ok()
            .and_then(|place| self.people.get(place));
        let Some(person) = person.filter(|person| person.standing != Standing::Unknown) else {
            return reject(self.columns.adviser, Reason::UnknownAdviser);
        };
        match self.time_of(row.period, person) {
            Some(reason) => reject(self.columns.period, reason),
            None => Ok(()),
        }
    }

    fn time_of(&self, period: Period, person: &Person) -> Option<Reason> {
        let adviser = &person.adviser;
        if adviser.started.is_some_and(|first| period.end() < first) {
            return Some(Reason::BeforeJoining);
        }
        if adviser.left.is_some_and(|last| period.start() > last) {
            return Some(Reason::AfterLeaving);
        }
        let today = self.today?;
        match self.keeping.check(period, today) {
            Err(refusal) => Some(reason_of(refusal)),
            Ok(()) if adviser.kept_until().is_some_and(|day| day < today) => Some(Reason::Expired),
            Ok(()) => None,
        }
    }

    /// Whether single figures of a whole month are past keeping.
    pub(super) fn is_past(&self, month: Period) -> bool {
        self.today
            .is_some_and(|today| self.keeping.until(month) < today)
    }

    /// A quick look that every period of such a month passes.
    pub(super) fn may_be_past(&self, period: Period) -> bool {
        self.last_past.is_some_and(|last| period.start() <= last)
    }

    /// An amount in the units of its KPI.
    pub(super) fn judge(
        &self,
        row: &FigureRow<'_>,
        given: &intake::Amount,
    ) -> Result<Judged, Rejection> {
        let kpi = usize::try_from(given.kpi)
            .ok()
            .and_then(|place| self.kpis.get(place));
        let Some(kpi) = kpi.filter(|kpi| kpi.standing != Standing::Unknown) else {
            return reject(self.columns.kpi.or(Some(given.column)), Reason::UnknownKpi);
        };
        if !self.closed.is_empty() && self.closed.contains(&(kpi.id, row.period.month())) {
            return reject(self.columns.period, Reason::Expired);
        }
        let kind = kpi.kind();
        let numerator = match (kind.is_measured(), given.numerator.whole()) {
            (true, _) => given.numerator.0,
            (false, Some(whole)) => whole,
            (false, None) => return reject(Some(given.column), Reason::NotWhole),
        };
        let amount = Amount {
            numerator,
            denominator: given.denominator.and_then(intake::Thousandths::whole),
            exposure: given.exposure.map(|exposure| exposure.0),
        };
        check_amount(kind, amount)
            .or_else(|refusal| reject(Some(given.column), reason_of(refusal)))?;
        if let Some(reason) = unlike(kpi, row.period, amount) {
            let is_period = reason == Reason::OtherGrain;
            let blamed = self
                .columns
                .period
                .filter(|_| is_period)
                .or(Some(given.column));
            return reject(blamed, reason);
        }
        let is_open = self.is_open(row.period);
        let exposure = amount.exposure.or_else(|| self.exposure(row, given.kpi));
        if exposure.is_some_and(|exposure| exposure >= i64::from(u32::MAX)) {
            return reject(Some(given.column), Reason::TooLargeNumber);
        }
        let status = if is_open {
            FigureStatus::Provisional
        } else {
            FigureStatus::Ok
        };
        Ok(Judged {
            amount: Amount { exposure, ..amount },
            status,
        })
    }

    /// Whether a period is not yet all there, as when a figure of it is typed.
    fn is_open(&self, period: Period) -> bool {
        self.today.is_some_and(|today| today < last_weekday(period))
    }

    /// The time the adviser had, for a rate over time whose exposure the file does not say.
    fn exposure(&self, row: &FigureRow<'_>, kpi: u32) -> Option<i64> {
        let exposures = self.exposures.as_ref()?;
        let place = usize::try_from(kpi).ok()?;
        let measured = self
            .kpis
            .get(place)
            .filter(|kpi| kpi.kind() == Kind::Rate)?;
        let person = self.people.get(usize::try_from(row.adviser).ok()?)?;
        let definition = measured.on(row.period.end())?;
        exposures.of(&person.adviser, definition, row.period)
    }

    /// The place of a KPI that stands for all the file's names of it.
    pub(super) fn one_of(&self, kpi: u32) -> u32 {
        one(kpi, &self.kpis, |measured| measured.same_as)
    }

    /// The place of a person that stands for all the file's names of them.
    pub(super) fn person_of(&self, adviser: u32) -> u32 {
        one(adviser, &self.people, |person| person.same_as)
    }

    /// Whether two names of the file mean one KPI, or one person.
    pub(super) fn has_synonyms(&self) -> bool {
        let mut kpis = self.kpis.iter().enumerate();
        let mut people = self.people.iter().enumerate();
        kpis.any(|(place, kpi)| kpi.same_as != place)
            || people.any(|(place, person)| person.same_as != place)
    }

    /// The names that are to be added, with the places of their advisers or KPIs.
    pub(super) fn newcomers(&self) -> impl Iterator<Item = (usize, &Person)> {
        self.people
            .iter()
            .enumerate()
            .filter(|(place, person)| person.standing == Standing::New && person.same_as == *place)
    }
}

fn one<T>(place: u32, all: &[T], same_as: impl Fn(&T) -> usize) -> u32 {
    let found = usize::try_from(place).ok().and_then(|at| all.get(at));
    found
        .and_then(|one| u32::try_from(same_as(one)).ok())
        .unwrap_or(place)
}

/// Replies from which on a sum that lies on the scale of one score is taken for their mean.
const REPLIES_OF_A_SUM: i64 = 5;

/// Whether an amount cannot be meant for its KPI: a quarter's total has no place among months (rulings 7), and a
/// mean is kept as the sum of its scores.
fn unlike(kpi: &Measured, period: Period, amount: Amount) -> Option<Reason> {
    let grain = kpi.on(period.end()).map(|definition| definition.grain);
    if period.grain() == Grain::Quarter && grain != Some(Grain::Quarter) {
        return Some(Reason::OtherGrain);
    }
    let scale = kpi.scale.filter(|_| kpi.kind().is_measured())?;
    let replies = amount.denominator.unwrap_or(1).max(1);
    if !scale.holds(amount.numerator / replies) {
        return Some(Reason::OffScale);
    }
    let is_one_score = scale
        .highest
        .is_some_and(|highest| amount.numerator <= highest);
    let is_of_many = replies >= REPLIES_OF_A_SUM && amount.numerator > 0;
    (is_of_many && is_one_score).then_some(Reason::LooksLikeMean)
}

fn reason_of(refusal: FigureRefusal) -> Reason {
    match refusal {
        FigureRefusal::NumeratorAboveDenominator => Reason::NumeratorAboveDenominator,
        FigureRefusal::Negative => Reason::Negative,
        FigureRefusal::DenominatorMissing => Reason::MissingDenominator,
        FigureRefusal::OutOfNothing => Reason::OutOfNothing,
        FigureRefusal::TooLarge => Reason::TooLargeNumber,
        FigureRefusal::NotInTeam => Reason::BeforeJoining,
        FigureRefusal::Future => Reason::Future,
        FigureRefusal::Expired => Reason::Expired,
    }
}

pub(super) fn reject<T>(column: Option<usize>, reason: Reason) -> Result<T, Rejection> {
    Err(Rejection { column, reason })
}
