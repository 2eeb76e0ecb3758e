//! Whole vaults on a disk: made, opened, damaged, interrupted.

mod damage;
mod interruption;
mod life;
mod refusals;
mod remnants;
mod support;
