#![doc = include_str!("../README.md")]
#![expect(
    clippy::indexing_slicing,
    clippy::as_conversions,
    clippy::float_cmp,
    clippy::cast_precision_loss,
    clippy::cast_possible_truncation,
    clippy::cast_possible_wrap,
    clippy::cast_sign_loss,
    reason = "loops over arrays are the language of these formulas, counts are far below 2^53, and plain formulas beat ceremony"
)]

pub mod assurance;
pub mod attribute;
pub mod audit;
pub mod binomial;
pub mod bounds;
pub mod chart;
pub mod choice;
pub mod compat;
pub mod conditional;
pub mod discovery;
pub mod effect;
pub mod expected;
pub mod hypergeometric;
pub mod lattice;
pub mod newcombe;
pub mod phases;
pub mod poisson;
pub mod poisson_binomial;
pub mod power;
pub mod proportion;
pub mod ratio;
pub mod rebound;
pub mod root;
pub mod round12;
pub mod rules;
pub mod run;
pub mod special;
pub mod sum;
pub mod tie;
pub mod variation;
pub mod wilson;
pub mod xmr;
