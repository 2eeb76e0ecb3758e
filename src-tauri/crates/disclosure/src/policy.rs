//! Who a release is for, and how careful it must therefore be (disclosure.md 2.2; rulings 40).

/// The people a release is made for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Profile {
    /// The same organisation.
    Internal,
    /// A partner or the commissioner.
    Partner,
    /// Everybody.
    Public,
}

/// The thresholds of a profile. They can be tightened, never loosened.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Policy {
    profile: Profile,
    contributors: usize,
    participants: i64,
    denominator: i64,
    sliding_per_cent: i64,
}

impl Policy {
    /// The thresholds a profile starts from: advisers, participants, denominator and the p of the p%-rule.
    pub fn of(profile: Profile) -> Self {
        let (contributors, participants, denominator, sliding_per_cent) = match profile {
            Profile::Internal => (5, 5, 10, 10),
            Profile::Partner => (7, 8, 20, 15),
            Profile::Public => (10, 10, 30, 20),
        };
        Self {
            profile,
            contributors,
            participants,
            denominator,
            sliding_per_cent,
        }
    }

    /// The same profile with a higher threshold of contributors; a lower one changes nothing.
    #[must_use]
    pub fn with_least_contributors(self, contributors: usize) -> Self {
        Self {
            contributors: self.contributors.max(contributors),
            ..self
        }
    }

    /// Who it is for.
    pub fn profile(&self) -> Profile {
        self.profile
    }

    /// Fewest advisers behind a cell besides its reader (k).
    pub fn least_contributors(&self) -> usize {
        self.contributors
    }

    /// Fewest contributors a cell needs: k, and one more, since any contributor may be the reader and subtract their
    /// own part (disclosure.md 2.4 rule 6 on rule 1).
    pub fn least_in_a_cell(&self) -> usize {
        self.contributors.saturating_add(1)
    }

    /// What printed counts are rounded to, if they are (disclosure.md 2.2).
    pub fn rounding_base(&self) -> Option<i64> {
        match self.profile {
            Profile::Internal | Profile::Partner => None,
            Profile::Public => Some(5),
        }
    }

    /// Fewest participants counted in a cell.
    pub fn least_participants(&self) -> i64 {
        self.participants
    }

    /// Smallest denominator of a rate.
    pub fn least_denominator(&self) -> i64 {
        self.denominator
    }

    /// The p of the p%-rule: nobody may be estimated more closely than this.
    pub fn sliding_per_cent(&self) -> i64 {
        self.sliding_per_cent
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_profile_can_be_tightened_but_not_loosened() {
        let internal = Policy::of(Profile::Internal);
        assert_eq!(internal.with_least_contributors(8).least_contributors(), 8);
        assert_eq!(internal.with_least_contributors(2).least_contributors(), 5);
    }
}
