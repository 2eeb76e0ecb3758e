//! What every reading of the vault rests on: KPIs with their definitions, targets, what was set by hand and how
//! figures are judged here; and the figures themselves, read in their own order.
//!
//! KPIs charted by month read the month roll-ups, so that a scorecard costs the same whether readings came daily
//! or monthly; weekly and quarterly ones read their figures, because their weeks and quarters are the chart.

use super::view::PeriodChoiceView;
use crate::error::AppError;
use crate::settings;
use charts::wording::period_words;
use chrono::{Days, NaiveDate};
use domain::figure::Figure;
use domain::kpi::{Block, KpiDefinition, KpiId, Roll};
use domain::period::{Grain, Period, parse_period};
use domain::scorecard::{
    CellFigures, Judging, PhaseStart, Reading, derive_reading, target_in_force,
};
use domain::target::Target;
use domain::team::{Adviser, AdviserId};
use std::collections::BTreeMap;
use store::figures::MonthFigure;
use store::kpis::{InUse, KpiEntry};
use store::phases::CellPhases;
use store::{Read, Store};
use words::Words;

/// The vault as a scorecard sees it on a day.
pub struct Basis<'a> {
    pub(super) words: &'a Words,
    pub(super) today: NaiveDate,
    pub(super) kpis: Vec<KpiEntry>,
    read: Read<'a>,
    targets: Vec<Target>,
    by_hand: BTreeMap<(AdviserId, KpiId), CellPhases>,
    judging: Judging,
}

/// Whose figures are read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Whom<'a> {
    /// Everybody in the vault.
    Everybody,
    /// Some of them, as a part of a large organisation.
    These(&'a [AdviserId]),
}

/// The month shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Shown {
    pub(super) month: Period,
    /// The month of today, the last that can be shown.
    now: Period,
}

impl Shown {
    /// Months that can be shown, newest first: back to the first that any of these readings reaches.
    pub(super) fn months<'r>(
        self,
        words: &Words,
        readings: impl Iterator<Item = &'r Reading>,
    ) -> Vec<PeriodChoiceView> {
        let firsts = readings.filter_map(|reading| Some(reading.points.first()?.period.month()));
        let first = firsts.fold(self.month, Period::min);
        let back = std::iter::successors(Some(self.now), |month| Some(month.previous()));
        back.take_while(|month| *month >= first)
            .map(|month| PeriodChoiceView {
                period: month.to_string(),
                words: period_words(words, month),
            })
            .collect()
    }
}

/// Figures by adviser and KPI.
#[derive(Debug, Default)]
pub(super) struct TeamFigures(BTreeMap<(AdviserId, KpiId), Vec<Figure>>);

impl TeamFigures {
    pub(super) fn of(&self, adviser: AdviserId, kpi: KpiId) -> &[Figure] {
        self.0.get(&(adviser, kpi)).map_or(&[], Vec::as_slice)
    }
}

impl<'a> Basis<'a> {
    /// Loads everything but the figures.
    pub fn load(store: &'a Store, words: &'a Words, today: NaiveDate) -> Result<Self, AppError> {
        let read = store.read();
        let mut kpis = read.kpis().all()?;
        kpis.sort_by_cached_key(|kpi| (block_of(kpi), kpi.code.clone()));
        Ok(Self {
            words,
            today,
            kpis,
            read,
            targets: read.kpis().targets()?,
            by_hand: read.phases().list()?,
            judging: settings::of(read)?.judging(),
        })
    }

    pub(super) fn read(&self) -> Read<'a> {
        self.read
    }

    /// KPIs with a column and a row, by block and code.
    pub(super) fn in_use(&self) -> impl Iterator<Item = (&KpiEntry, &KpiDefinition)> {
        let in_use = self.kpis.iter().filter(|kpi| kpi.in_use == InUse::Yes);
        in_use.filter_map(|kpi| Some((kpi, kpi.newest()?)))
    }

    /// The KPI with a code, in use or not.
    pub(super) fn kpi(&self, code: &str) -> Result<(&KpiEntry, &KpiDefinition), AppError> {
        let found = self.kpis.iter().find(|kpi| kpi.code == code);
        found
            .and_then(|kpi| Some((kpi, kpi.newest()?)))
            .ok_or_else(AppError::not_found)
    }

    /// The adviser with a public id.
    pub(super) fn adviser(&self, id: &str) -> Result<Adviser, AppError> {
        let id = id.parse().map_err(|_| AppError::not_found())?;
        let adviser = self
            .read
            .team()
            .find_public(id)?
            .ok_or_else(AppError::not_found)?;
        Ok(self.read.team().adviser(adviser)?)
    }

    /// The month asked for; else the last closed one with figures, or an open one when there is no other.
    pub(super) fn shown(&self, wanted: Option<&str>) -> Result<Shown, AppError> {
        let now = Period::containing(Grain::Month, self.today);
        let month = match wanted {
            Some(text) => parse_period(text)?.month().min(now),
            None => self.latest_closed(now)?,
        };
        Ok(Shown { month, now })
    }

    fn latest_closed(&self, now: Period) -> Result<Period, AppError> {
        let figures = self.read.figures();
        // Nearly always so; only a vault that is behind has all its months looked through.
        if figures.has_month(now.previous())? {
            return Ok(now.previous());
        }
        let latest = figures.latest_month()?.unwrap_or(now.previous());
        let is_all_open =
            latest >= now && figures.earliest_month()?.is_none_or(|first| first >= now);
        Ok(if is_all_open {
            now
        } else {
            latest.min(now.previous())
        })
    }

    /// These advisers, by alias.
    pub(super) fn advisers(&self, whom: Whom<'_>) -> Result<Vec<Adviser>, AppError> {
        let team = self.read.team();
        let Whom::These(ids) = whom else {
            return Ok(team.advisers()?);
        };
        let mut advisers = Vec::with_capacity(ids.len());
        for id in ids {
            advisers.push(team.adviser(*id)?);
        }
        advisers.sort_by_cached_key(|adviser| adviser.alias.normalised());
        Ok(advisers)
    }

    /// Figures of one adviser and KPI up to a day.
    pub(super) fn figures(
        &self,
        adviser: AdviserId,
        kpi: &KpiEntry,
        up_to: NaiveDate,
    ) -> Result<Vec<Figure>, AppError> {
        let figures = self.read.figures();
        if charts_months(kpi) {
            let month = Period::containing(Grain::Month, up_to);
            let rolls = figures.rolls(&[adviser], &[kpi.id], beginning(), month)?;
            return Ok(rolls.into_iter().map(figure_of).collect());
        }
        Ok(figures.series(adviser, kpi.id, beginning().start(), up_to)?)
    }

    /// Figures of several advisers and KPIs up to a month: one walk along the roll-ups, and the weeks and quarters
    /// of those that are charted so.
    pub(super) fn team_figures(
        &self,
        advisers: &[AdviserId],
        kpis: &[&KpiEntry],
        month: Period,
    ) -> Result<TeamFigures, AppError> {
        let monthly: Vec<KpiId> = kpis
            .iter()
            .filter(|kpi| charts_months(kpi))
            .map(|kpi| kpi.id)
            .collect();
        let rolls = self
            .read
            .figures()
            .rolls(advisers, &monthly, beginning(), month)?;
        let cells = rolls.chunk_by(|one, next| (one.adviser, one.kpi) == (next.adviser, next.kpi));
        let mut found = TeamFigures::default();
        for cell in cells {
            if let Some(first) = cell.first() {
                let figures = cell.iter().copied().map(figure_of).collect();
                found.0.insert((first.adviser, first.kpi), figures);
            }
        }
        for kpi in kpis.iter().filter(|kpi| !charts_months(kpi)) {
            for adviser in advisers {
                let up_to = month.end().min(self.today);
                let series =
                    self.read
                        .figures()
                        .series(*adviser, kpi.id, beginning().start(), up_to)?;
                found.0.insert((*adviser, kpi.id), series);
            }
        }
        Ok(found)
    }

    /// Reads one cell: the only way from figures to anything that is shown.
    pub(super) fn reading(
        &self,
        adviser: &Adviser,
        kpi: &KpiEntry,
        figures: &[Figure],
        month: Option<Period>,
    ) -> Reading {
        let by_hand = self.by_hand(adviser.id, kpi.id);
        let phases: Vec<PhaseStart> = by_hand
            .map(|cell| {
                cell.phases
                    .iter()
                    .map(|phase| phase.start.clone())
                    .collect()
            })
            .unwrap_or_default();
        let day = month.map_or(self.today, |month| month.end().min(self.today));
        derive_reading(&CellFigures {
            definitions: &kpi.versions,
            figures,
            phases: &phases,
            baselines: by_hand
                .map(|cell| cell.baselines.as_slice())
                .unwrap_or_default(),
            target: target_in_force(&self.targets, kpi.id, adviser.id, day),
            judging: self.judging,
            month,
            service: (adviser.started, adviser.left),
            today: self.today,
        })
    }

    /// What was set by hand for a cell.
    pub(super) fn by_hand(&self, adviser: AdviserId, kpi: KpiId) -> Option<&CellPhases> {
        self.by_hand.get(&(adviser, kpi))
    }

    /// How figures are judged here.
    pub(super) fn judging(&self) -> Judging {
        self.judging
    }
}

/// Whether a KPI is charted by month from its roll-ups. Days of one adviser say nothing one by one, so they are
/// charted as months wherever they can be added up.
pub(super) fn charts_months(kpi: &KpiEntry) -> bool {
    kpi.newest()
        .is_some_and(|definition| match definition.grain {
            Grain::Day => definition.roll != Roll::None,
            Grain::Month => true,
            Grain::Week | Grain::Quarter => false,
        })
}

fn block_of(kpi: &KpiEntry) -> Option<Block> {
    kpi.newest().map(|definition| definition.block)
}

/// The first month a figure may be about.
fn beginning() -> Period {
    Period::containing(Grain::Month, NaiveDate::default())
}

fn figure_of(month: MonthFigure) -> Figure {
    Figure {
        adviser: month.adviser,
        kpi: month.kpi,
        period: month.month,
        amount: month.amount,
        status: month.status,
    }
}

/// The first day on which the figure of a period can be known.
pub(super) fn known_from(definition: &KpiDefinition, period: Period) -> NaiveDate {
    let days = Days::new(u64::from(definition.window_days).saturating_add(1));
    period.end().checked_add_days(days).unwrap_or(period.end())
}
