//! What the process does to itself before any vault is touched.

use vault::HardeningGap;

/// Switches off core dumps and tracing and narrows file modes; call once, before anything else. Gives a code for
/// each measure the system did not grant, for the log.
pub fn harden() -> Vec<&'static str> {
    vault::harden()
        .into_iter()
        .map(|gap| match gap {
            HardeningGap::CoreDumps => "core_dumps_allowed",
            HardeningGap::Tracing => "tracing_allowed",
            HardeningGap::NotOnThisPlatform => "hardening_not_on_this_platform",
        })
        .collect()
}
