#![doc = include_str!("../README.md")]

pub mod columns;
pub mod dates;
pub mod detectors;
mod grid;
pub mod limits;
pub mod numbers;
pub mod progress;
pub mod refusal;
pub mod rejects;
pub mod rows;
pub mod source;
pub mod survey;
pub mod templates;
#[cfg(test)]
mod testing;
#[cfg(test)]
mod tests;
mod text;
mod workbook;

pub use columns::{Choices, Column, IntakeKind, Layout, Mapping, Meaning, Pair};
pub use dates::{DateExample, DateOrder, DateReading, GrainReading};
pub use detectors::{Detector, RefusedColumn};
pub use limits::Limits;
pub use numbers::Thousandths;
pub use progress::{Progress, Run};
pub use refusal::{FileRefusal, IntakeError};
pub use rejects::{RejectedLine, write_rejects};
pub use rows::{
    Amount, FigureRow, Reason, RejectedRow, Rejection, RosterRow, Shown, Sink, Tally, read,
};
pub use source::{Format, Sheet, Source};
pub use survey::{KindGuess, KpiFound, MissingColumn, Survey, shape, survey};
