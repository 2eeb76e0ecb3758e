//! Where in a row the parts of a figure or of an adviser stand.

use crate::columns::{Column, Layout, Meaning, normalised};

/// The places of what is read, by layout.
#[derive(Debug, Clone)]
pub(crate) enum Plan {
    /// One row per adviser, period and KPI.
    Long(LongPlan),
    /// One row per adviser and period.
    Wide(WidePlan),
    /// One row per adviser.
    Roster(RosterPlan),
}

#[derive(Debug, Clone)]
pub(crate) struct LongPlan {
    pub(crate) adviser: Option<usize>,
    pub(crate) period: Option<usize>,
    pub(crate) kpi: Option<usize>,
    pub(crate) numerator: Option<usize>,
    pub(crate) denominator: Option<usize>,
    pub(crate) exposure: Option<usize>,
    pub(crate) note: Option<usize>,
}

#[derive(Debug, Clone)]
pub(crate) struct WidePlan {
    pub(crate) adviser: Option<usize>,
    pub(crate) period: Option<usize>,
    /// In the order of [`crate::Survey::kpis`].
    pub(crate) kpis: Vec<WideKpi>,
}

/// A KPI of a wide table.
#[derive(Debug, Clone)]
pub(crate) struct WideKpi {
    pub(crate) name: String,
    pub(crate) numerator: usize,
    pub(crate) denominator: Option<usize>,
}

#[derive(Debug, Clone)]
pub(crate) struct RosterPlan {
    pub(crate) adviser: Option<usize>,
    pub(crate) name: Option<usize>,
    pub(crate) site: Option<usize>,
    pub(crate) grade: Option<usize>,
    pub(crate) band: Option<usize>,
    pub(crate) team: Option<usize>,
    pub(crate) started: Option<usize>,
    pub(crate) left: Option<usize>,
    pub(crate) full_time_share: Option<usize>,
}

impl Plan {
    pub(crate) fn new(layout: Layout, columns: &[Column]) -> Self {
        let at = |meaning: Meaning| columns.iter().position(|column| column.meaning == meaning);
        match layout {
            Layout::FiguresLong => Self::Long(LongPlan {
                adviser: at(Meaning::Adviser),
                period: at(Meaning::Period),
                kpi: at(Meaning::Kpi),
                numerator: at(Meaning::Numerator),
                denominator: at(Meaning::Denominator),
                exposure: at(Meaning::Exposure),
                note: at(Meaning::Note),
            }),
            Layout::FiguresWide => Self::Wide(WidePlan {
                adviser: at(Meaning::Adviser),
                period: at(Meaning::Period),
                kpis: wide_kpis(columns),
            }),
            Layout::Roster => Self::Roster(RosterPlan {
                adviser: at(Meaning::Adviser),
                name: at(Meaning::Name),
                site: at(Meaning::Site),
                grade: at(Meaning::Grade),
                band: at(Meaning::Band),
                team: at(Meaning::Team),
                started: at(Meaning::Started),
                left: at(Meaning::Left),
                full_time_share: at(Meaning::FullTimeShare),
            }),
        }
    }

    pub(crate) fn adviser(&self) -> Option<usize> {
        match self {
            Self::Long(plan) => plan.adviser,
            Self::Wide(plan) => plan.adviser,
            Self::Roster(plan) => plan.adviser,
        }
    }

    pub(crate) fn period(&self) -> Option<usize> {
        match self {
            Self::Long(plan) => plan.period,
            Self::Wide(plan) => plan.period,
            Self::Roster(_) => None,
        }
    }

    pub(crate) fn kpi(&self) -> Option<usize> {
        match self {
            Self::Long(plan) => plan.kpi,
            Self::Wide(_) | Self::Roster(_) => None,
        }
    }

    /// Columns whose cells are dates.
    pub(crate) fn dates(&self) -> Vec<usize> {
        match self {
            Self::Long(plan) => plan.period.into_iter().collect(),
            Self::Wide(plan) => plan.period.into_iter().collect(),
            Self::Roster(plan) => plan.started.into_iter().chain(plan.left).collect(),
        }
    }
}

fn wide_kpis(columns: &[Column]) -> Vec<WideKpi> {
    let mut kpis: Vec<WideKpi> = Vec::new();
    for column in columns {
        let Meaning::KpiNumerator(name) = &column.meaning else {
            continue;
        };
        if kpis
            .iter()
            .any(|known| normalised(&known.name) == normalised(name))
        {
            continue;
        }
        let half = Meaning::KpiDenominator(name.clone());
        let denominator = columns.iter().find(|column| column.meaning == half);
        let denominator = denominator.map(|column| column.index);
        kpis.push(WideKpi {
            name: name.clone(),
            numerator: column.index,
            denominator,
        });
    }
    kpis
}
