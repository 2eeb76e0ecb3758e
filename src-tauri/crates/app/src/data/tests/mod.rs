//! Data files are tested like code.

mod holidays;
mod library;
