//! The data the program brings along: KPI library and recruitment pack, scales, job tasks and bank holidays. They
//! are files, not code, so that a person of the trade can read and correct them, and they are parsed once, at the
//! edge. An entry that lacks a field, or points at something that is not there, does not load.

mod fault;
mod holidays;
mod library;
mod raw;
mod scales;
mod tasks;

#[cfg(test)]
mod tests;

pub use fault::DataFault;
pub use holidays::{Holidays, parse_holidays};
pub use library::{KpiLibrary, LibraryKpi, parse_library};
pub use scales::{Scale, Step, parse_scales};
pub use tasks::{Competency, JobTask, parse_tasks};

pub(crate) const KPIS: &str = include_str!("kpis.toml");
pub(crate) const RECRUITMENT: &str = include_str!("recruitment.toml");
pub(crate) const SCALES: &str = include_str!("scales.toml");
pub(crate) const TASKS: &str = include_str!("tasks.toml");
pub(crate) const BANK_HOLIDAYS: &str = include_str!("bank-holidays.toml");
