//! KPIs: defined quantities with a numerator, usually a denominator, and a kind that decides how they are
//! charted (statistics.md 2.2, rulings 8). A changed definition is a new version, and a chart never joins two
//! versions without a visible break.

use crate::figure::Amount;
use crate::period::{Grain, Period};
use crate::text::Label;
use chrono::{Days, NaiveDate};

/// The number of a KPI in the vault; the same through all its versions.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct KpiId(pub u32);

/// What a KPI is as a quantity; the chart follows from it and from the data.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// Part of a whole: numerator out of denominator, never above it.
    Proportion,
    /// Audit points reached out of points possible, charted like a proportion.
    ScoreShare,
    /// A count with equal opportunity in every period.
    Count,
    /// A count over an exposure, such as contacts per available day.
    Rate,
    /// A measured value, such as a mean or a median, kept in thousandths.
    Value,
}

/// Which way is good.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Direction {
    /// More is better.
    Up,
    /// Less is better.
    Down,
    /// A band is wanted; neither way is good by itself.
    Range,
    /// Context only.
    Neutral,
}

/// Where a KPI stands on a scorecard.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Block {
    /// Activity that comes before a result.
    Leading,
    /// A result that comes after.
    Lagging,
    /// Quality of the work and the voice of those it is for.
    Quality,
    /// Context, such as caseload; never judged.
    Context,
}

/// How the readings of a KPI become one figure for a month (rulings 7).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Roll {
    /// Numerators, denominators and exposures are added.
    Sum,
    /// The last reading stands for the month (caseload).
    Last,
    /// Values are averaged with their denominators as weights.
    MeanWeighted,
    /// Readings cannot be combined; a month has a figure only when it was reported as a month.
    None,
}

/// What a count is divided by, besides a denominator of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ExposureKind {
    /// Nothing.
    None,
    /// Available full-time-equivalent days.
    FteDays,
    /// Full-time-equivalent months.
    FteMonths,
    /// Clients held.
    Caseload,
    /// Contacts made.
    Contacts,
}

/// One version of a KPI's definition.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KpiDefinition {
    /// The KPI it defines.
    pub id: KpiId,
    /// Its code: `K13` of the library, `R2` of the recruitment pack, or made from a local KPI's name.
    pub code: String,
    /// 1, 2, 3 … as the definition changed.
    pub version: u16,
    /// First day on which this version applies; the first version has none.
    pub valid_from: Option<NaiveDate>,
    /// What it is called.
    pub name: Label,
    /// A few words beside the name that say out of what or how often, such as "of booked".
    pub unit_words: String,
    /// What is counted.
    pub numerator: String,
    /// What it is out of, empty for a plain count or value.
    pub denominator: String,
    /// What is left out of the count.
    pub excludes: Vec<String>,
    /// The kind of quantity.
    pub kind: Kind,
    /// Which way is good.
    pub direction: Direction,
    /// Its block on the scorecard.
    pub block: Block,
    /// Stage of the work, `S0` to `S9` (domain.md 1.5).
    pub stage: String,
    /// How often it is reported and charted.
    pub grain: Grain,
    /// How finer readings become a month.
    pub roll: Roll,
    /// What a rate is divided by.
    pub exposure: ExposureKind,
    /// Days from the work to its result, as plans must reckon with (rulings 8); it says nothing about when a
    /// figure is complete.
    pub lag_days: u16,
    /// Days from the end of a period until the outcomes counted in its figure are complete: 365 for a cohort's
    /// twelve months, 0 for what is known as the period ends.
    pub window_days: u16,
    /// Smallest denominator for which a proportion is shown as a per cent.
    pub minimum_denominator: u16,
    /// The KPI that exposes gaming of this one.
    pub pair: Option<String>,
    /// Codes of the KPIs this one feeds (leading) or is fed by (lagging).
    pub feeders: Vec<String>,
    /// Job tasks it is tied to, `T01` …
    pub tasks: Vec<String>,
    /// Why it is kept (UK GDPR Art 5(1)(b)).
    pub purpose: String,
    /// The less intrusive alternative that was considered (ICO, Monitoring workers, 2023).
    pub less_intrusive: String,
    /// Whether it was defined here rather than taken from the library.
    pub local: bool,
}

/// The version of a definition in force on a day, of versions in their order; before the first begins, the first.
pub fn definition_on(versions: &[KpiDefinition], day: NaiveDate) -> Option<&KpiDefinition> {
    let holds = |one: &&KpiDefinition| one.valid_from.is_none_or(|from| from <= day);
    let found = versions.iter().rev().find(holds);
    found.or_else(|| versions.first())
}

/// Replies below which a mean or share of them is not shown to anybody (statistics.md 2.12): a reader could tell whose they are.
const LEAST_REPLIES: i64 = 5;

/// What a denominator calls the people who answered.
const REPLIES: [&str; 7] = [
    "replies",
    "reply",
    "responses",
    "respondents",
    "answers",
    "surveys",
    "questionnaires",
];

impl KpiDefinition {
    /// Whether an amount is a mean or a share of too few replies to be shown.
    pub fn hides(&self, amount: Amount) -> bool {
        self.is_of_replies()
            && amount
                .denominator
                .is_some_and(|replies| replies < LEAST_REPLIES)
    }

    /// Whether it says what people answered: a mean with a smallest denominator, or a mean or share that is out of
    /// replies by its own words. A mean of anything else is shown however few readings it has.
    fn is_of_replies(&self) -> bool {
        let is_said = || {
            let mut words = self
                .denominator
                .split(|letter: char| !letter.is_alphanumeric());
            words.any(|word| REPLIES.contains(&word.to_lowercase().as_str()))
        };
        match self.kind {
            Kind::Value => self.minimum_denominator > 0 || is_said(),
            Kind::Proportion => is_said(),
            Kind::ScoreShare | Kind::Count | Kind::Rate => false,
        }
    }

    /// Whether the outcomes counted in a period's figure are still to come on a day.
    pub fn waits(&self, period: Period, today: NaiveDate) -> bool {
        let window = Days::new(u64::from(self.window_days));
        let known = period.end().checked_add_days(window);
        self.window_days > 0 && known.is_none_or(|known| known >= today)
    }
}

impl Kind {
    /// Whether each figure needs a denominator of its own.
    pub fn needs_denominator(self) -> bool {
        match self {
            Self::Proportion | Self::ScoreShare => true,
            Self::Count | Self::Rate | Self::Value => false,
        }
    }

    /// Whether numerators are thousandths rather than whole numbers.
    pub fn is_measured(self) -> bool {
        matches!(self, Self::Value)
    }
}

/// Why a KPI's definition or version was turned away.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum KpiRefusal {
    /// The code is taken by another KPI.
    #[error("another KPI has this code")]
    CodeTaken,
    /// A purpose and a less intrusive alternative must be written down.
    #[error("a KPI needs a purpose and the less intrusive alternative considered")]
    PurposeMissing,
    /// A proportion without words for what it is out of.
    #[error("a proportion needs a denominator")]
    DenominatorMissing,
    /// A new version that starts on or before the one it replaces.
    #[error("a new version starts after the version it replaces")]
    VersionOrder,
    /// The kind cannot change while figures of the earlier kind exist on the same chart.
    #[error("the kind of a KPI with figures cannot change; define a new KPI")]
    KindFixed,
}

/// Refuses a definition that lacks what every KPI must carry (rulings 8; UK GDPR Art 5(1)(b)).
pub fn check_definition(definition: &KpiDefinition) -> Result<(), KpiRefusal> {
    if definition.purpose.trim().is_empty() || definition.less_intrusive.trim().is_empty() {
        return Err(KpiRefusal::PurposeMissing);
    }
    if definition.kind.needs_denominator() && definition.denominator.trim().is_empty() {
        return Err(KpiRefusal::DenominatorMissing);
    }
    Ok(())
}

/// Refuses a new version that does not follow the current one.
pub fn check_version(current: &KpiDefinition, next: &KpiDefinition) -> Result<(), KpiRefusal> {
    if next.kind != current.kind {
        return Err(KpiRefusal::KindFixed);
    }
    match (current.valid_from, next.valid_from) {
        (_, None) => Err(KpiRefusal::VersionOrder),
        (Some(old), Some(new)) if new <= old => Err(KpiRefusal::VersionOrder),
        (None | Some(_), Some(_)) => check_definition(next),
    }
}
