//! Rows of figures, long and wide.

use super::plan::{LongPlan, WideKpi, WidePlan};
use super::read::{Reader, Turned, at, reject};
use super::seen::Place;
use super::{Amount, FigureRow, Reason, Sink};
use crate::grid::{Cells, Nature};
use crate::numbers::{Number, Thousandths, parse_number, says_nothing};
use crate::refusal::IntakeError;
use domain::period::Period;
use domain::text::Note;

impl Reader<'_> {
    pub(super) fn long(
        &mut self,
        plan: &LongPlan,
        cells: &Cells,
        sink: &mut dyn Sink,
    ) -> Result<Turned, IntakeError> {
        let parsed = self.long_parts(plan, cells);
        let (adviser, period, amount) = match parsed? {
            Ok(parts) => parts,
            Err(rejection) => return Ok(Err(rejection)),
        };
        let note = at(cells, plan.note)
            .filter(|cell| !cell.text.is_empty())
            .map(|cell| cell.text);
        if note.is_some_and(|note| Note::parse(note).is_err()) {
            return Ok(reject(plan.note, Reason::BadText));
        }
        let amounts = [amount];
        self.give(
            &FigureRow {
                line: cells.line,
                adviser,
                period,
                amounts: &amounts,
                note,
            },
            sink,
        )
    }

    pub(super) fn wide(
        &mut self,
        plan: &WidePlan,
        cells: &Cells,
        sink: &mut dyn Sink,
    ) -> Result<Turned, IntakeError> {
        let adviser = match self.adviser(plan.adviser, cells)? {
            Ok(adviser) => adviser,
            Err(rejection) => return Ok(Err(rejection)),
        };
        let period = match self.period(*self.rule, plan.period, cells) {
            Ok(period) => period,
            Err(rejection) => return Ok(Err(rejection)),
        };
        let mut amounts = std::mem::take(&mut self.amounts);
        amounts.clear();
        let parsed = self.wide_amounts(plan, cells, &mut amounts);
        let turned = match parsed {
            Err(rejection) => Ok(Err(rejection)),
            Ok(()) if amounts.is_empty() => Ok(reject(None, Reason::MissingValue)),
            Ok(()) => {
                let row = FigureRow {
                    line: cells.line,
                    adviser,
                    period,
                    amounts: &amounts,
                    note: None,
                };
                self.give(&row, sink)
            }
        };
        self.amounts = amounts;
        turned
    }

    fn long_parts(
        &mut self,
        plan: &LongPlan,
        cells: &Cells,
    ) -> Result<Result<(u32, Period, Amount), super::Rejection>, IntakeError> {
        let adviser = match self.adviser(plan.adviser, cells)? {
            Ok(adviser) => adviser,
            Err(rejection) => return Ok(Err(rejection)),
        };
        let kpi = self.kpi(plan.kpi, cells)?;
        let rule = match &kpi {
            Ok(kpi) => self.rule_of(*kpi),
            Err(_) => *self.rule,
        };
        let period = match self.period(rule, plan.period, cells) {
            Ok(period) => period,
            Err(rejection) => return Ok(Err(rejection)),
        };
        let kpi = match kpi {
            Ok(kpi) => kpi,
            Err(rejection) => return Ok(Err(rejection)),
        };
        Ok(self
            .long_amount(plan, cells, kpi)
            .map(|amount| (adviser, period, amount)))
    }

    fn long_amount(
        &self,
        plan: &LongPlan,
        cells: &Cells,
        kpi: u32,
    ) -> Result<Amount, super::Rejection> {
        let numerator = self.number(plan.numerator, cells)?;
        let denominator = self.number(plan.denominator, cells)?;
        let exposure = self.number(plan.exposure, cells)?;
        let (Some(column), Some(numerator)) = (plan.numerator, numerator) else {
            return reject(plan.numerator, Reason::MissingValue);
        };
        Ok(Amount {
            kpi,
            column,
            numerator,
            denominator: whole(denominator, plan.denominator)?,
            exposure,
        })
    }

    fn wide_amounts(
        &self,
        plan: &WidePlan,
        cells: &Cells,
        amounts: &mut Vec<Amount>,
    ) -> Result<(), super::Rejection> {
        for (
            kpi,
            WideKpi {
                numerator: column,
                denominator,
                ..
            },
        ) in (0u32..).zip(&plan.kpis)
        {
            let counted = self.number_among_others(Some(*column), cells)?;
            let out_of = self.number_among_others(*denominator, cells)?;
            let out_of = whole(out_of, *denominator)?;
            match (counted, out_of) {
                (Some(numerator), denominator) => {
                    amounts.push(Amount {
                        kpi,
                        column: *column,
                        numerator,
                        denominator,
                        exposure: None,
                    });
                }
                (None, None | Some(Thousandths(0))) => {}
                (None, Some(_)) => return reject(Some(*column), Reason::MissingValue),
            }
        }
        Ok(())
    }

    /// A cell's number in a row of several figures, of which one may be missing.
    fn number_among_others(
        &self,
        column: Option<usize>,
        cells: &Cells,
    ) -> Result<Option<Thousandths>, super::Rejection> {
        match at(cells, column) {
            Some(cell) if cell.nature == Nature::Text && says_nothing(cell.text) => Ok(None),
            Some(_) | None => self.number(column, cells),
        }
    }

    /// A cell's number; a per cent without what it is out of is none.
    fn number(
        &self,
        column: Option<usize>,
        cells: &Cells,
    ) -> Result<Option<Thousandths>, super::Rejection> {
        let Some(cell) = at(cells, column) else {
            return Ok(None);
        };
        match parse_number(cell, self.commas) {
            Ok(None) => Ok(None),
            Ok(Some(Number {
                is_percent: true, ..
            })) => reject(column, Reason::BarePercentage),
            Ok(Some(number)) => Ok(Some(number.thousandths)),
            Err(reason) => reject(column, reason),
        }
    }

    /// Hands a row over, unless its cells were filled before.
    fn give(&mut self, row: &FigureRow<'_>, sink: &mut dyn Sink) -> Result<Turned, IntakeError> {
        for (count, amount) in row.amounts.iter().enumerate() {
            if self.seen.take(row.adviser, amount.kpi, row.period)? == Place::Taken {
                self.give_back(row, count);
                return Ok(reject(None, Reason::Duplicate));
            }
        }
        let taken = sink.figures(row);
        // A row past keeping may be counted in a total, once; any other that is turned away leaves its place.
        if matches!(&taken, Err(rejection) if rejection.reason != Reason::Expired) {
            self.give_back(row, row.amounts.len());
        }
        Ok(taken)
    }

    fn give_back(&mut self, row: &FigureRow<'_>, count: usize) {
        for amount in row.amounts.iter().take(count) {
            self.seen.give_back(row.adviser, amount.kpi, row.period);
        }
    }
}

/// What something is out of is counted in whole numbers.
fn whole(
    number: Option<Thousandths>,
    column: Option<usize>,
) -> Result<Option<Thousandths>, super::Rejection> {
    match number {
        Some(number) if number.whole().is_none() => reject(column, Reason::NotWhole),
        Some(_) | None => Ok(number),
    }
}
