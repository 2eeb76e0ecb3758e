//! The life of the entry grid, through the app.

mod bench;
mod exposures;
mod laws;
mod life;
mod marks;
mod questions;
mod refusals;
