//! KPIs: what is counted, out of what, and why. A changed definition is a new version and breaks the chart's line;
//! putting words right does not. Targets say whom they bind, from when, and where they come from.

mod convert;
mod form;
mod list;
mod save;
mod take;
mod targets;
#[cfg(test)]
mod tests;
pub mod view;

pub use crate::data::KpiLibrary;
pub use list::list;
pub use save::save;
pub use take::set_use;
pub use targets::{end_target, set_target};

pub(crate) use form::{is_timed, make_code};

use std::sync::LazyLock;

static LIBRARY: LazyLock<KpiLibrary> = LazyLock::new(KpiLibrary::shipped);

/// The library that comes with the program, read once.
pub fn library() -> &'static KpiLibrary {
    &LIBRARY
}
