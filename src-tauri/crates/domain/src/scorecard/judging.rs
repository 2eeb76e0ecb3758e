//! How figures are judged: rules, charts of counts, and how many points come before a judgement.

use stats::chart::CountPolicy;
use stats::phases::PointsNeeded;
use stats::rules::RuleSet;

/// How figures are judged in a vault: the same for every cell, so that no two of them are read by different rules.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Judging {
    /// The rules that make a signal.
    pub rules: RuleSet,
    /// Which chart counts get.
    pub counts: CountPolicy,
    /// Points a phase needs before how much is said.
    pub needs: PointsNeeded,
}

impl Judging {
    /// What is written beside whatever was judged so: "MDC-2024/7", with the points it asks for where an organisation
    /// chose more of them.
    pub fn name(self) -> String {
        let Self { rules, needs, .. } = self;
        if needs == PointsNeeded::STANDARD {
            return rules.name.to_owned();
        }
        let (limits, established, baseline) = (needs.limits, needs.established, needs.baseline);
        format!("{}, {limits}/{established}/{baseline} points", rules.name)
    }
}
