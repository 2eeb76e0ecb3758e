//! Rows of a roster.

use super::plan::RosterPlan;
use super::read::{Reader, Turned, at, reject};
use super::{Reason, Rejection, RosterRow, Sink};
use crate::grid::{Cells, Nature};
use crate::numbers::{Number, Thousandths, parse_number};
use crate::refusal::IntakeError;
use chrono::NaiveDate;
use domain::team::PersonName;
use domain::text::Label;

impl Reader<'_> {
    pub(super) fn roster(
        &mut self,
        plan: &RosterPlan,
        cells: &Cells,
        sink: &mut dyn Sink,
    ) -> Result<Turned, IntakeError> {
        let adviser = match self.adviser(plan.adviser, cells)? {
            Ok(adviser) => adviser,
            Err(rejection) => return Ok(Err(rejection)),
        };
        let row = match self.roster_parts(plan, cells, adviser) {
            Ok(row) => row,
            Err(rejection) => return Ok(Err(rejection)),
        };
        if !self.roster_seen.insert(adviser) {
            return Ok(reject(plan.adviser, Reason::Duplicate));
        }
        let taken = sink.adviser(&row);
        if taken.is_err() {
            self.roster_seen.remove(&adviser);
        }
        Ok(taken)
    }

    fn roster_parts<'a>(
        &self,
        plan: &RosterPlan,
        cells: &'a Cells,
        adviser: u32,
    ) -> Result<RosterRow<'a>, Rejection> {
        let started = self.day(plan.started, cells)?;
        let left = self.day(plan.left, cells)?;
        if let (Some(first), Some(last)) = (started, left)
            && last < first
        {
            return reject(plan.left, Reason::Backwards);
        }
        Ok(RosterRow {
            line: cells.line,
            adviser,
            name: text(plan.name, cells, |text| PersonName::parse(text).is_ok())?,
            site: label(plan.site, cells)?,
            grade: label(plan.grade, cells)?,
            band: label(plan.band, cells)?,
            team: label(plan.team, cells)?,
            started,
            left,
            full_time_share: self.share(plan.full_time_share, cells)?,
        })
    }

    fn day(&self, column: Option<usize>, cells: &Cells) -> Result<Option<NaiveDate>, Rejection> {
        match at(cells, column).filter(|cell| !cell.text.is_empty()) {
            None => Ok(None),
            Some(cell) if cell.nature == Nature::Error => reject(column, Reason::ErrorCell),
            Some(cell) => match self.rule.day(cell.text) {
                Ok(day) => Ok(Some(day)),
                Err(reason) => reject(column, reason),
            },
        }
    }

    /// 0.8 or 80 %; nothing above full time.
    fn share(
        &self,
        column: Option<usize>,
        cells: &Cells,
    ) -> Result<Option<Thousandths>, Rejection> {
        let Some(cell) = at(cells, column) else {
            return Ok(None);
        };
        match parse_number(cell, self.commas) {
            Ok(None) => Ok(None),
            Ok(Some(Number {
                thousandths,
                is_percent,
            })) => {
                let share = if is_percent {
                    thousandths.0 / 100
                } else {
                    thousandths.0
                };
                match share {
                    1..=1000 => Ok(Some(Thousandths(share))),
                    ..=0 => reject(column, Reason::NotANumber),
                    _ => reject(column, Reason::TooLargeNumber),
                }
            }
            Err(reason) => reject(column, reason),
        }
    }
}

fn label(column: Option<usize>, cells: &Cells) -> Result<Option<&str>, Rejection> {
    text(column, cells, |text| Label::parse(text).is_ok())
}

fn text(
    column: Option<usize>,
    cells: &Cells,
    fits: impl Fn(&str) -> bool,
) -> Result<Option<&str>, Rejection> {
    match at(cells, column)
        .map(|cell| cell.text)
        .filter(|text| !text.is_empty())
    {
        None => Ok(None),
        Some(text) if fits(text) => Ok(Some(text)),
        Some(_) => reject(column, Reason::BadText),
    }
}
