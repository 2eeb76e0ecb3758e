#![doc = include_str!("../README.md")]

mod again;
mod check;
mod policy;
mod register;
mod released;
mod risk;
mod rounding;
mod same;
mod table;

pub use again::{RegisteredRow, again};
pub use check::{Refusal, release, small_groups};
pub use policy::{Policy, Profile};
pub use register::{Earlier, Span};
pub use released::{Assessment, Band, HiddenBecause, Released, ReleasedCell, ReleasedRow};
pub use table::{Contribution, Measure, MeasureKind, Row, Table, TableRefusal};
