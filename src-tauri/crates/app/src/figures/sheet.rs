//! One period's sheet: whose figures of which KPIs can be typed.

use crate::app::App;
use crate::error::AppError;
use crate::figures::typed::Column;
use crate::kpis::view::GrainView;
use crate::settings;
use chrono::{Datelike, Days, NaiveDate, Weekday};
use domain::figure::{FigureRefusal, FigureStatus, Keeping};
use domain::kpi::{KpiDefinition, KpiId};
use domain::period::{Grain, Period, PeriodRefusal, parse_period};
use domain::team::Adviser;
use std::collections::BTreeSet;
use store::Read;
use store::kpis::{InUse, KpiEntry};

/// Advisers by alias and KPIs by code of one period.
pub(super) struct Sheet {
    pub(super) period: Period,
    pub(super) today: NaiveDate,
    keeping: Keeping,
    /// KPIs of which only the team's total is kept.
    totals: BTreeSet<KpiId>,
    pub(super) advisers: Vec<Adviser>,
    pub(super) kpis: Vec<KpiEntry>,
}

impl Sheet {
    /// The sheet of a period that may be written.
    pub(super) fn load(app: &App, grain: GrainView, period: &str) -> Result<Self, AppError> {
        let period = parse_period(period)?;
        if period.grain() != Grain::from(grain) {
            return Err(AppError::from(PeriodRefusal::Form).at("period"));
        }
        let sheet = Self::of(app.store()?.read(), period, app.today())?;
        sheet
            .check(period)
            .map_err(|refusal| AppError::from(refusal).at("period"))?;
        Ok(sheet)
    }

    pub(super) fn of(read: Read<'_>, period: Period, today: NaiveDate) -> Result<Self, AppError> {
        let mut advisers = read.team().advisers()?;
        advisers.retain(|one| one.is_present_between(period.start(), period.end()));
        let mut kpis = Vec::new();
        for entry in read.kpis().all()? {
            if entry.in_use == InUse::Yes && is_of(read, &entry, period)? {
                kpis.push(entry);
            }
        }
        kpis.sort_by_cached_key(|entry| {
            let block = entry.newest().map(|newest| newest.block);
            (block, entry.code.len(), entry.code.clone())
        });
        let totals = read.totals().all()?.into_iter();
        let of_month = totals.filter(|total| total.month == period.month());
        Ok(Self {
            period,
            today,
            totals: of_month.map(|total| total.kpi).collect(),
            keeping: settings::of(read)?.keeping,
            advisers,
            kpis,
        })
    }

    /// Whether figures of a period may be written today.
    pub(super) fn check(&self, period: Period) -> Result<(), FigureRefusal> {
        self.keeping.check(period, self.today)
    }

    /// Whether only the team's total of a KPI is kept, beside which no single figure stands (rulings 35).
    pub(super) fn is_total(&self, kpi: KpiId) -> bool {
        self.totals.contains(&kpi)
    }

    /// The KPI of a code as a column, with the version that counts in this period.
    pub(super) fn column(&self, code: &str) -> Option<(&KpiEntry, Column<'_>)> {
        let entry = self.kpis.iter().find(|entry| entry.code == code)?;
        Some((entry, self.column_of(entry)?))
    }

    pub(super) fn column_of<'a>(&self, entry: &'a KpiEntry) -> Option<Column<'a>> {
        let definition: &KpiDefinition = entry.on(self.period.end())?;
        Some(Column { definition })
    }

    /// Whether the adviser worked nowhere in this period, though they were with the organisation.
    pub(super) fn is_closed(&self, adviser: &Adviser) -> bool {
        let works = adviser.assignments.iter().any(|one| {
            one.from <= self.period.end() && one.to.is_none_or(|end| end >= self.period.start())
        });
        !works && !adviser.assignments.is_empty()
    }

    /// How far a figure typed today can be relied on: all of it is there from the period's last weekday on.
    pub(super) fn status(&self) -> FigureStatus {
        if self.today < last_weekday(self.period) {
            FigureStatus::Provisional
        } else {
            FigureStatus::Ok
        }
    }
}

/// Whether a KPI has its place on the sheet of a period: it is reported in this grain, or was in this very period, as
/// when a month's figures of a weekly KPI were imported.
fn is_of(read: Read<'_>, entry: &KpiEntry, period: Period) -> Result<bool, AppError> {
    let grain = entry.newest().map(|newest| newest.grain);
    Ok(grain == Some(period.grain()) || read.figures().has_period(entry.id, period)?)
}

/// The last Monday to Friday of a period; its last day when it has none.
pub(crate) fn last_weekday(period: Period) -> NaiveDate {
    let is_weekday = |day: &NaiveDate| !matches!(day.weekday(), Weekday::Sat | Weekday::Sun);
    let back = (0..3).filter_map(|days| period.end().checked_sub_days(Days::new(days)));
    let mut inside = back.filter(|day| period.contains(*day));
    inside.find(is_weekday).unwrap_or_else(|| period.end())
}
