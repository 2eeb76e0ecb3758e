//! The first pass over a file: what its columns mean, in which order its dates are, what is refused at the door,
//! which advisers and KPIs occur. Nothing of it but names, headings and counts is kept.

use crate::columns::{Choices, Column, IntakeKind, Layout, Mapping};
use crate::dates::DateReading;
use crate::detectors::RefusedColumn;
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

/// What a file holds.
#[derive(Debug, Clone)]
pub struct Survey {
    /// What it is read as.
    pub kind: IntakeKind,
    /// In which layout.
    pub layout: Layout,
    /// The sheet read, by its place in [`Source::sheets`].
    pub sheet: Option<usize>,
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
}

impl Survey {
    /// How this file is read, to be remembered for the next one with the same headings.
    pub fn mapping(&self) -> Mapping {
        Mapping {
            shape: String::new(),
            kind: self.kind,
            meanings: Vec::new(),
            date_order: None,
        }
    }
}

/// Looks through a whole file and says what an import would meet.
pub fn survey(
    _source: &mut Source,
    _choices: &Choices,
    _run: &mut Run<'_>,
) -> Result<Survey, IntakeError> {
    Err(FileRefusal::NotThisType.into())
}
