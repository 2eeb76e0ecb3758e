#![doc = include_str!("../README.md")]

pub mod document;
pub mod guard;
pub mod release;

mod error;
mod json;
mod pdf;
mod workbook;

pub use error::OutputError;
pub use json::json;
pub use pdf::{pdf_release, pdf_scorecard};
pub use workbook::{xlsx_rows, xlsx_scorecard};
