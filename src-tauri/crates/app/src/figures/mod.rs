//! Figures as they are typed: the entry grid of one period, what is refused at the cell, what is asked about, and
//! what can be said of a stored figure. Every change is saved at once and is one step to undo.

pub(crate) mod exposure;
mod grid;
mod mark;
pub(crate) mod number;
mod sheet;
#[cfg(test)]
mod tests;
mod typed;
mod usual;
pub mod view;
mod write;

pub use grid::grid;
pub use mark::mark;
pub use write::write;

pub(crate) use sheet::last_weekday;
