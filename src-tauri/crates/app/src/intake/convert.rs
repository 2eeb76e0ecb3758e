//! The wizard's choices as screens write them and as the intake knows them, both ways.

use crate::intake::view::{DateOrderView, IntakeChoices, IntakeKindView, MeaningView};
use crate::kpis::view::KindView;
use domain::period::Grain;
use intake::{Choices, DateOrder, IntakeKind, KindGuess, Mapping, Meaning};

impl From<IntakeKind> for IntakeKindView {
    fn from(kind: IntakeKind) -> Self {
        match kind {
            IntakeKind::Figures => Self::Figures,
            IntakeKind::Roster => Self::Roster,
        }
    }
}

impl From<IntakeKindView> for IntakeKind {
    fn from(kind: IntakeKindView) -> Self {
        match kind {
            IntakeKindView::Figures => Self::Figures,
            IntakeKindView::Roster => Self::Roster,
        }
    }
}

impl From<DateOrder> for DateOrderView {
    fn from(order: DateOrder) -> Self {
        match order {
            DateOrder::DayFirst => Self::DayFirst,
            DateOrder::MonthFirst => Self::MonthFirst,
        }
    }
}

impl From<DateOrderView> for DateOrder {
    fn from(order: DateOrderView) -> Self {
        match order {
            DateOrderView::DayFirst => Self::DayFirst,
            DateOrderView::MonthFirst => Self::MonthFirst,
        }
    }
}

impl From<Meaning> for MeaningView {
    fn from(meaning: Meaning) -> Self {
        match meaning {
            Meaning::LeaveOut => Self::LeaveOut,
            Meaning::Adviser => Self::Adviser,
            Meaning::Period => Self::Period,
            Meaning::Kpi => Self::Kpi,
            Meaning::Numerator => Self::Numerator,
            Meaning::Denominator => Self::Denominator,
            Meaning::Exposure => Self::Exposure,
            Meaning::Note => Self::Note,
            Meaning::KpiNumerator(name) => Self::KpiNumerator(name),
            Meaning::KpiDenominator(name) => Self::KpiDenominator(name),
            Meaning::Name => Self::Name,
            Meaning::Site => Self::Site,
            Meaning::Grade => Self::Grade,
            Meaning::Band => Self::Band,
            Meaning::Team => Self::Team,
            Meaning::Started => Self::Started,
            Meaning::Left => Self::Left,
            Meaning::FullTimeShare => Self::Fte,
        }
    }
}

impl From<MeaningView> for Meaning {
    fn from(meaning: MeaningView) -> Self {
        match meaning {
            MeaningView::LeaveOut => Self::LeaveOut,
            MeaningView::Adviser => Self::Adviser,
            MeaningView::Period => Self::Period,
            MeaningView::Kpi => Self::Kpi,
            MeaningView::Numerator => Self::Numerator,
            MeaningView::Denominator => Self::Denominator,
            MeaningView::Exposure => Self::Exposure,
            MeaningView::Note => Self::Note,
            MeaningView::KpiNumerator(name) => Self::KpiNumerator(name),
            MeaningView::KpiDenominator(name) => Self::KpiDenominator(name),
            MeaningView::Name => Self::Name,
            MeaningView::Site => Self::Site,
            MeaningView::Grade => Self::Grade,
            MeaningView::Band => Self::Band,
            MeaningView::Team => Self::Team,
            MeaningView::Started => Self::Started,
            MeaningView::Left => Self::Left,
            MeaningView::Fte => Self::FullTimeShare,
        }
    }
}

impl From<KindGuess> for KindView {
    fn from(guess: KindGuess) -> Self {
        match guess {
            KindGuess::Count => Self::Count,
            KindGuess::Rate => Self::Rate,
            KindGuess::Value => Self::Value,
            KindGuess::Proportion => Self::Proportion,
        }
    }
}

/// The choices as the intake takes them, with what is remembered of earlier files.
pub(super) fn choices_of(choices: &IntakeChoices, remembered: Vec<Mapping>) -> Choices {
    let places = choices.overrides.iter();
    Choices {
        pairs: Vec::new(),
        kind: choices.kind.map(IntakeKind::from),
        sheet: choices.sheet.clone(),
        meanings: choices
            .meanings
            .iter()
            .map(|meaning| meaning.clone().map(Meaning::from))
            .collect(),
        date_order: choices.date_order.map(DateOrder::from),
        grain: choices.grain.map(Grain::from),
        overrides: places
            .filter_map(|place| usize::try_from(*place).ok())
            .collect(),
        synonyms: Vec::new(),
        known_kpis: Vec::new(),
        remembered,
    }
}
