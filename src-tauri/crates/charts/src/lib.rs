#![doc = include_str!("../README.md")]
#![expect(
    clippy::indexing_slicing,
    clippy::as_conversions,
    clippy::cast_possible_truncation,
    clippy::cast_precision_loss,
    clippy::cast_sign_loss,
    reason = "positions of at most 60 points in a drawing: plain formulas beat ceremony"
)]

pub mod chance;
pub mod finding;
mod frame;
pub mod levels;
pub mod model;
pub mod point;
pub mod scale;
pub mod sparkline;
pub mod spc;
pub mod svg;
pub mod wording;

pub use model::Chart;
pub use sparkline::{Emphasis, Size, Sparkline, sparkline};
pub use spc::{legend, spc_chart, spc_chart_from};
pub use svg::{chart_svg, sparkline_svg};
