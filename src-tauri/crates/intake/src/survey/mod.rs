//! The first pass over a file: what its columns mean, in which order its dates are, what is refused at the door,
//! which advisers and KPIs occur. Nothing of it but names, headings and counts is kept.

#[cfg(test)]
mod books;
mod findings;
mod kinds;
mod layout;
mod look;
mod names;
mod pass;
mod people;
mod periods;
mod sampled;
#[cfg(test)]
mod tests;
mod totals;

pub(crate) use names::{Names, is_nobody};
pub(crate) use totals::is_total_row;

use crate::columns::{Choices, Column, IntakeKind, Layout, Mapping};
use crate::dates::{DateReading, DateRule, GrainReading, PeriodForm, Snap};
use crate::detectors::{Detector, RefusedColumn};
use crate::numbers::Commas;
use crate::progress::Run;
use crate::refusal::{FileRefusal, IntakeError};
use crate::source::Source;
use domain::period::Grain;

/// What a KPI not known to the vault seems to be (rulings 19).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum KindGuess {
    /// No denominators at all.
    Count,
    /// Numerators above their denominators.
    Rate,
    /// The same, and named a score.
    Value,
    /// Otherwise.
    Proportion,
}

/// A KPI named in the file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KpiFound {
    /// As in the file.
    pub name: String,
    /// What it seems to be.
    pub guess: KindGuess,
    /// Numbers given for it.
    pub figures: u64,
    /// The length that all of its periods name (`2026-W31`), whatever the rest of the column holds.
    pub grain: Option<Grain>,
}

/// A column without which the file cannot be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum MissingColumn {
    /// Who.
    Adviser,
    /// When.
    Period,
    /// What: a KPI column with its numbers, or at least one column that is a KPI.
    Kpi,
}

/// How the cells of a column are watched for identifiers while rows are read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Guard {
    /// The column is refused, or left out on purpose: nothing of it is read.
    Closed,
    /// Names and periods, which are looked at once for each different cell.
    Named,
    /// Every cell, for all detectors but these.
    Watched(Vec<Detector>),
}

/// What a file holds.
#[derive(Debug, Clone)]
pub struct Survey {
    /// What it is read as.
    pub kind: IntakeKind,
    /// In which layout.
    pub layout: Layout,
    /// The sheet read, by its place in [`Source::sheets`].
    pub sheet: Option<usize>,
    /// The names of all sheets that can be seen.
    pub sheets: Vec<String>,
    /// Whether a remembered mapping was used.
    pub remembered: bool,
    /// The line of the headings, from 1.
    pub heading_line: u64,
    /// Every column.
    pub columns: Vec<Column>,
    /// Columns turned away at the door.
    pub refused: Vec<RefusedColumn>,
    /// How dates are read.
    pub dates: DateReading,
    /// The grain of the period column.
    pub grain: Grain,
    /// How it is known.
    pub grain_reading: GrainReading,
    /// Adviser names in the file, in order of appearance; a row names them by place.
    pub advisers: Vec<String>,
    /// KPIs in the file, in order of appearance; a row names them by place.
    pub kpis: Vec<KpiFound>,
    /// Rows under the headings, without total rows and blank ones.
    pub rows: u64,
    /// Total rows recognised.
    pub totals: u64,
    /// Lines of the first hundred total rows.
    pub total_lines: Vec<u64>,
    /// Cells with a formula, of which the stored value is read.
    pub formulas: u64,
    /// Columns that are still needed.
    pub missing: Vec<MissingColumn>,
    /// Why the whole file is refused, when it is.
    pub refusal: Option<FileRefusal>,
    pub(crate) shape: String,
    pub(crate) form: PeriodForm,
    pub(crate) rule: DateRule,
    pub(crate) commas: Commas,
    pub(crate) guards: Vec<Guard>,
    pub(crate) left_out: Vec<usize>,
}

impl Survey {
    /// Whether the numbers are read with a comma before their decimals.
    pub fn has_decimal_commas(&self) -> bool {
        match self.commas {
            Commas::Decimals | Commas::Unclear => true,
            Commas::Thousands => false,
        }
    }

    /// Reads dates that prove nothing as periods of this grain, which whoever knows the KPIs knows better.
    pub fn suppose_grain(&mut self, grain: Grain) {
        if self.grain_reading == GrainReading::Guessed {
            self.grain = grain;
            self.rule.grain = grain;
            self.rule.snap = Snap::Any;
        }
    }

    /// How this file is read, to be remembered for the next one with the same headings.
    pub fn mapping(&self) -> Mapping {
        Mapping {
            shape: self.shape.clone(),
            kind: self.kind,
            meanings: self
                .columns
                .iter()
                .map(|column| column.meaning.clone())
                .collect(),
            left_out: self.left_out.clone(),
            date_order: match self.dates {
                DateReading::Chosen(order) => Some(order),
                DateReading::Plain | DateReading::Proved { .. } | DateReading::Ambiguous(_) => None,
            },
            grain: (self.grain_reading == GrainReading::Chosen).then_some(self.grain),
        }
    }
}

/// The headings of a file in the form under which a mapping is remembered, from its first rows alone.
pub fn shape(
    source: &mut Source,
    choices: &Choices,
    run: &mut Run<'_>,
) -> Result<String, IntakeError> {
    let look = look::look(source, choices, run)?;
    Ok(crate::columns::shape_of(&look.headings))
}

/// Looks through a whole file and says what an import would meet.
pub fn survey(
    source: &mut Source,
    choices: &Choices,
    run: &mut Run<'_>,
) -> Result<Survey, IntakeError> {
    let look = look::look(source, choices, run)?;
    let mut pass = pass::Pass::new(source, look, choices);
    pass.run(source, run)?;
    let survey = pass.finish(source, choices)?;
    let seen = source.sheets().iter().filter(|sheet| !sheet.hidden);
    Ok(Survey {
        sheets: seen.map(|sheet| sheet.name.clone()).collect(),
        ..survey
    })
}
