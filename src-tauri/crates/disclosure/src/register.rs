//! Earlier releases, as far as a new one must be judged together with them.

use crate::policy::Profile;

/// A stretch of days, both ends included, as day numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Span {
    /// First day.
    pub first: i64,
    /// Last day.
    pub last: i64,
}

impl Span {
    /// Whether the two share a day.
    pub fn overlaps(self, other: Self) -> bool {
        self.first <= other.last && other.first <= self.last
    }
}

/// One row of an earlier release.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Earlier {
    /// The number of the release it went out in.
    pub release: u32,
    /// Who that was for.
    pub profile: Profile,
    /// The days the row spans.
    pub span: Span,
}

/// Whether somebody may see releases made for both. What goes to a partner or to everybody is seen inside the
/// organisation too, and colleagues move between partners, so any two audiences may share a reader.
pub(crate) fn audiences_overlap(one: Profile, other: Profile) -> bool {
    match (one, other) {
        (
            Profile::Internal | Profile::Partner | Profile::Public,
            Profile::Internal | Profile::Partner | Profile::Public,
        ) => true,
    }
}
