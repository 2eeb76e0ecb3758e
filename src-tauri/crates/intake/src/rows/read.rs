//! The second pass over a file: every row becomes typed and goes to the sink, or is rejected with its reason. A row
//! is never put right.

use super::plan::Plan;
use super::seen::Seen;
use super::{Amount, Reason, RejectedRow, Rejection, Shown, Sink, Tally};
use crate::dates::DateRule;
use crate::detectors::{self, Detector};
use crate::grid::{Cell, Cells, Nature};
use crate::numbers::Commas;
use crate::progress::Run;
use crate::refusal::{FileRefusal, IntakeError};
use crate::source::Source;
use crate::survey::{Guard, Names, Survey, is_nobody, is_total_row};
use domain::period::{Grain, Period};
use domain::team::Alias;
use domain::text::Label;
use std::collections::HashSet;

/// What became of one row.
pub(super) type Turned = Result<(), Rejection>;

/// The state of one reading.
pub(super) struct Reader<'a> {
    survey: &'a Survey,
    advisers: Names,
    kpis: Names,
    pub(super) rule: &'a DateRule,
    pub(super) commas: Commas,
    pub(super) seen: Seen,
    pub(super) roster_seen: HashSet<u32>,
    pub(super) amounts: Vec<Amount>,
    /// The last period read, with its text and the length it was read as: files are mostly in the order of time.
    last_period: Option<(String, Grain, Period)>,
}

/// Reads the rows of a surveyed file into a sink. A file that lacks a column, or that is refused as a whole, gives
/// none.
pub fn read(
    source: &mut Source,
    survey: &Survey,
    sink: &mut dyn Sink,
    run: &mut Run<'_>,
) -> Result<Tally, IntakeError> {
    if let Some(refusal) = survey.refusal {
        return Err(refusal.into());
    }
    if !survey.missing.is_empty() {
        return Err(FileRefusal::Header.into());
    }
    let plan = Plan::new(survey.layout, &survey.columns);
    let mut reader = Reader::new(survey);
    let mut rows = source.rows(survey.sheet, run)?;
    let mut cells = Cells::default();
    let mut tally = Tally::default();
    while rows.next_row(&mut cells)? {
        if cells.line <= survey.heading_line {
            continue;
        }
        if is_total_row(&plan, &cells) {
            tally.totals += 1;
        } else {
            match reader.row(&plan, &cells, sink)? {
                Ok(()) => tally.accepted += 1,
                Err(rejection) => {
                    tally.rejected += 1;
                    sink.rejected(reader.rejected(rejection, &cells));
                }
            }
        }
        let rows_done = tally.accepted + tally.rejected + tally.totals;
        run.after_row(source.progress(rows_done, rows.bytes()))?;
    }
    source.check_unchanged()?;
    Ok(tally)
}

impl<'a> Reader<'a> {
    fn new(survey: &'a Survey) -> Self {
        Self {
            survey,
            advisers: Names::of_advisers(&survey.advisers),
            kpis: Names::of_kpis(survey.kpis.iter().map(|kpi| kpi.name.as_str())),
            rule: &survey.rule,
            commas: survey.commas,
            seen: Seen::default(),
            roster_seen: HashSet::new(),
            amounts: Vec::new(),
            last_period: None,
        }
    }

    fn row(
        &mut self,
        plan: &Plan,
        cells: &Cells,
        sink: &mut dyn Sink,
    ) -> Result<Turned, IntakeError> {
        if (self.survey.columns.len()..cells.len()).any(|index| !cells.get(index).text.is_empty()) {
            return Ok(reject(None, Reason::ExtraCells));
        }
        if let Some(column) = self.identifier_in(cells) {
            return Ok(reject(Some(column), Reason::Identifier));
        }
        match plan {
            Plan::Long(plan) => self.long(plan, cells, sink),
            Plan::Wide(plan) => self.wide(plan, cells, sink),
            Plan::Roster(plan) => self.roster(plan, cells, sink),
        }
    }

    /// The first column whose cell looks like an identifier.
    fn identifier_in(&self, cells: &Cells) -> Option<usize> {
        self.survey
            .guards
            .iter()
            .enumerate()
            .find_map(|(index, guard)| match guard {
                Guard::Closed | Guard::Named => None,
                Guard::Watched(except) => {
                    let cell = cells.get(index);
                    let is_watched = cell.text.len() > 4 && cell.nature != Nature::Date;
                    (is_watched && finds(cell.text, except)).then_some(index)
                }
            })
    }

    pub(super) fn adviser(
        &mut self,
        column: Option<usize>,
        cells: &Cells,
    ) -> Result<Result<u32, Rejection>, IntakeError> {
        let Some(cell) = at(cells, column).filter(|cell| !cell.text.is_empty()) else {
            return Ok(reject(column, Reason::MissingAdviser));
        };
        if cell.nature == Nature::Error {
            return Ok(reject(column, Reason::ErrorCell));
        }
        if is_nobody(cell.text) {
            return Ok(reject(column, Reason::MissingAdviser));
        }
        match self.advisers.known(cell.text) {
            Some(adviser) => Ok(Ok(adviser)),
            None if Alias::parse(cell.text).is_err() => Ok(reject(column, Reason::BadText)),
            None => Err(IntakeError::Changed),
        }
    }

    pub(super) fn kpi(
        &mut self,
        column: Option<usize>,
        cells: &Cells,
    ) -> Result<Result<u32, Rejection>, IntakeError> {
        let Some(cell) = at(cells, column).filter(|cell| !cell.text.is_empty()) else {
            return Ok(reject(column, Reason::MissingKpi));
        };
        if cell.nature == Nature::Error {
            return Ok(reject(column, Reason::ErrorCell));
        }
        match self.kpis.known(cell.text) {
            Some(kpi) => Ok(Ok(kpi)),
            None if detectors::of_label(cell.text).is_some() => {
                Ok(reject(column, Reason::Identifier))
            }
            None if Label::parse(cell.text).is_err() => Ok(reject(column, Reason::BadText)),
            None => Err(IntakeError::Changed),
        }
    }

    /// How the periods of a KPI's figures are read: by their own length, where all of them name it.
    pub(super) fn rule_of(&self, kpi: u32) -> DateRule {
        let place = usize::try_from(kpi).ok();
        let found = place.and_then(|place| self.survey.kpis.get(place));
        match found.and_then(|found| found.grain) {
            Some(own) if own != self.rule.grain => self.rule.of_length(own),
            Some(_) | None => *self.rule,
        }
    }

    pub(super) fn period(
        &mut self,
        rule: DateRule,
        column: Option<usize>,
        cells: &Cells,
    ) -> Result<Period, Rejection> {
        let Some(cell) = at(cells, column).filter(|cell| !cell.text.is_empty()) else {
            return reject(column, Reason::MissingPeriod);
        };
        if cell.nature == Nature::Error {
            return reject(column, Reason::ErrorCell);
        }
        if let Some((text, grain, period)) = &self.last_period
            && text == cell.text
            && *grain == rule.grain
        {
            return Ok(*period);
        }
        match rule.period(&self.survey.form.spelled(cell.text)) {
            Ok(period) => {
                let (text, grain, last) = self
                    .last_period
                    .get_or_insert_with(|| (String::new(), rule.grain, period));
                text.clear();
                text.push_str(cell.text);
                (*grain, *last) = (rule.grain, period);
                Ok(period)
            }
            Err(_) if detectors::find(cell.text, &[]).is_some() => {
                reject(column, Reason::Identifier)
            }
            Err(reason) => reject(column, reason),
        }
    }

    fn rejected(&self, rejection: Rejection, cells: &Cells) -> RejectedRow {
        let is_open =
            |column: &usize| !matches!(self.survey.guards.get(*column), Some(Guard::Closed) | None);
        let value = rejection
            .column
            .filter(|column| rejection.reason.is_about_a_value() && is_open(column))
            .map(|column| Shown(blamed_text(cells.get(column).text)));
        RejectedRow {
            line: cells.line,
            column: rejection.column,
            reason: rejection.reason,
            value,
        }
    }
}

/// Whether a cell holds an identifier. Ten bare digits may be an NHS number by chance; written in groups, or with
/// words around it, it never is.
fn finds(text: &str, except: &[Detector]) -> bool {
    let is_by_chance = text.bytes().all(|byte| byte.is_ascii_digit());
    if is_by_chance || !except.contains(&Detector::NhsNumber) {
        return detectors::find(text, except).is_some();
    }
    let others = except.iter().copied();
    let except: Vec<Detector> = others.filter(|one| *one != Detector::NhsNumber).collect();
    detectors::find(text, &except).is_some()
}

/// A cell's text, its pattern where a detector matches, and only so much of it as a date or a number needs.
fn blamed_text(text: &str) -> String {
    const NONE: &[Detector] = &[];
    match detectors::find(text, NONE) {
        Some(_) => detectors::mask(text),
        None => text.chars().take(40).collect(),
    }
}

/// The cell of a column that may not be there.
pub(super) fn at(cells: &Cells, column: Option<usize>) -> Option<Cell<'_>> {
    column.map(|column| cells.get(column))
}

/// A rejection, in whatever it stands in the way of.
pub(super) fn reject<T>(column: Option<usize>, reason: Reason) -> Result<T, Rejection> {
    Err(Rejection { column, reason })
}
