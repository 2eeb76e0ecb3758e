//! The whole life of a vault through the app.

mod keeping;
mod life;
mod sample;
