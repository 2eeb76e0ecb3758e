//! Which of several targets a cell is read against.

use crate::kpi::KpiId;
use crate::target::{Level, Scope, Target};
use crate::team::AdviserId;
use chrono::NaiveDate;

/// The target an adviser's cell is read against on a day: their own before everybody's, and what is expected
/// before what the contract demands, the least acceptable, and more than expected. A target of the team as a whole
/// binds nobody alone.
pub fn target_in_force(
    targets: &[Target],
    kpi: KpiId,
    adviser: AdviserId,
    day: NaiveDate,
) -> Option<&Target> {
    let binds = |target: &Target| match target.scope {
        Scope::Each => true,
        Scope::Adviser(bound) => bound == adviser,
        Scope::Team => false,
    };
    targets
        .iter()
        .filter(|target| target.kpi == kpi && target.is_in_force(day) && binds(target))
        .min_by_key(|target| {
            (
                target.scope == Scope::Each,
                precedence(target.level),
                std::cmp::Reverse(target.from),
            )
        })
}

fn precedence(level: Level) -> u8 {
    match level {
        Level::Expected => 0,
        Level::Contract => 1,
        Level::Minimum => 2,
        Level::Stretch => 3,
    }
}
