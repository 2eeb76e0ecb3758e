//! Why a row is rejected, as a closed list of codes.

/// Why a row is rejected. The first group is found by intake, the second by whoever knows the vault.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Reason {
    /// No adviser.
    MissingAdviser,
    /// No period.
    MissingPeriod,
    /// No KPI.
    MissingKpi,
    /// No number at all.
    MissingValue,
    /// Not a day, week, month or quarter.
    BadDate,
    /// A date that two orders fit, and nobody has said which.
    AmbiguousDate,
    /// A week in a column of months, or the like.
    OtherGrain,
    /// Not a number.
    NotANumber,
    /// `1,234` or `1.234` where nothing tells decimals from thousands.
    AmbiguousNumber,
    /// A number below zero.
    Negative,
    /// A number too large to be real.
    TooLargeNumber,
    /// A per cent without what it is out of.
    BarePercentage,
    /// A cell that looks like an identifier.
    Identifier,
    /// The same adviser, period and KPI again.
    Duplicate,
    /// More cells than headings.
    ExtraCells,
    /// A text longer than the field takes, or with a character that cannot be kept.
    BadText,
    /// A number in a merged cell, which may belong to several rows.
    MergedCell,
    /// A formula that gave an error.
    ErrorCell,
    /// The number counted is larger than what it is out of.
    NumeratorAboveDenominator,
    /// Something counted out of nothing.
    OutOfNothing,
    /// A share without what it is out of.
    MissingDenominator,
    /// A fraction where only whole numbers can be counted.
    NotWhole,
    /// An adviser who is not on the roster.
    UnknownAdviser,
    /// A KPI that is not known.
    UnknownKpi,
    /// A period before the adviser joined.
    BeforeJoining,
    /// A period after the adviser left.
    AfterLeaving,
    /// A period that has not begun.
    Future,
    /// Older than it may be kept.
    Expired,
    /// A last day before the first.
    Backwards,
    /// `12.5` in a file whose decimals have a comma, or the other way round.
    OtherMark,
    /// A mean that lies off the scale of its KPI.
    OffScale,
    /// A mean where the sum it comes from belongs.
    LooksLikeMean,
}

impl Reason {
    /// Every reason, in the order of its number.
    pub const ALL: [Self; 32] = [
        Self::MissingAdviser,
        Self::MissingPeriod,
        Self::MissingKpi,
        Self::MissingValue,
        Self::BadDate,
        Self::AmbiguousDate,
        Self::OtherGrain,
        Self::NotANumber,
        Self::AmbiguousNumber,
        Self::Negative,
        Self::TooLargeNumber,
        Self::BarePercentage,
        Self::Identifier,
        Self::Duplicate,
        Self::ExtraCells,
        Self::BadText,
        Self::MergedCell,
        Self::ErrorCell,
        Self::NumeratorAboveDenominator,
        Self::OutOfNothing,
        Self::MissingDenominator,
        Self::NotWhole,
        Self::UnknownAdviser,
        Self::UnknownKpi,
        Self::BeforeJoining,
        Self::AfterLeaving,
        Self::Future,
        Self::Expired,
        Self::Backwards,
        Self::OtherMark,
        Self::OffScale,
        Self::LooksLikeMean,
    ];

    /// The code in JSON and in catalogues.
    pub fn code(self) -> &'static str {
        match self {
            Self::MissingAdviser => "missing_adviser",
            Self::MissingPeriod => "missing_period",
            Self::MissingKpi => "missing_kpi",
            Self::MissingValue => "missing_value",
            Self::BadDate => "bad_date",
            Self::AmbiguousDate => "ambiguous_date",
            Self::OtherGrain => "other_grain",
            Self::NotANumber => "not_a_number",
            Self::AmbiguousNumber => "ambiguous_number",
            Self::Negative => "negative",
            Self::TooLargeNumber => "too_large_number",
            Self::BarePercentage => "bare_percentage",
            Self::Identifier => "identifier",
            Self::Duplicate => "duplicate",
            Self::ExtraCells => "extra_cells",
            Self::BadText => "bad_text",
            Self::MergedCell => "merged_cell",
            Self::ErrorCell => "error_cell",
            Self::NumeratorAboveDenominator => "numerator_above_denominator",
            Self::OutOfNothing => "out_of_nothing",
            Self::MissingDenominator => "missing_denominator",
            Self::NotWhole => "not_whole",
            Self::UnknownAdviser => "unknown_adviser",
            Self::UnknownKpi => "unknown_kpi",
            Self::BeforeJoining => "before_joining",
            Self::AfterLeaving => "after_leaving",
            Self::Future => "future",
            Self::Expired => "expired",
            Self::Backwards => "backwards",
            Self::OtherMark => "other_mark",
            Self::OffScale => "off_scale",
            Self::LooksLikeMean => "looks_like_mean",
        }
    }

    /// The number the vault keeps, from 1; a new reason is added at the end.
    pub fn number(self) -> u16 {
        let place = Self::ALL.iter().position(|reason| *reason == self);
        place
            .and_then(|place| u16::try_from(place + 1).ok())
            .unwrap_or(0)
    }

    /// The reason of a number.
    pub fn from_number(number: u16) -> Option<Self> {
        Self::ALL.get(usize::from(number).checked_sub(1)?).copied()
    }

    /// Whether the cell to blame is a date or a number, which may be shown on screen (rulings 38).
    pub fn is_about_a_value(self) -> bool {
        match self {
            Self::BadDate
            | Self::AmbiguousDate
            | Self::OtherGrain
            | Self::NotANumber
            | Self::AmbiguousNumber
            | Self::Negative
            | Self::TooLargeNumber
            | Self::BarePercentage
            | Self::MergedCell
            | Self::NumeratorAboveDenominator
            | Self::OutOfNothing
            | Self::NotWhole
            | Self::BeforeJoining
            | Self::AfterLeaving
            | Self::Future
            | Self::Expired
            | Self::Backwards
            | Self::OtherMark
            | Self::OffScale
            | Self::LooksLikeMean => true,
            Self::MissingAdviser
            | Self::MissingPeriod
            | Self::MissingKpi
            | Self::MissingValue
            | Self::Identifier
            | Self::Duplicate
            | Self::ExtraCells
            | Self::BadText
            | Self::ErrorCell
            | Self::MissingDenominator
            | Self::UnknownAdviser
            | Self::UnknownKpi => false,
        }
    }
}
