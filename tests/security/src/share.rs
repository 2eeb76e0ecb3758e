//! Which of all cases are tried here: thinned to a number, and divided between processes.

use crate::chance::Chance;

/// A share of the cases of every kind.
#[derive(Debug, Clone, Copy)]
pub struct Share {
    /// At most so many cases of a kind over all parts; all of them when nothing.
    pub most: Option<usize>,
    /// Kills of each kind over all parts.
    pub kills: usize,
    /// Fixes every random choice.
    pub seed: u64,
    /// Which part this is, from 0.
    pub part: usize,
    /// How many parts there are.
    pub parts: usize,
}

/// The seed of a run that names none: the sample team's day.
pub const SEED: u64 = 20_261_203;

impl Share {
    /// A sample for an ordinary test.
    pub fn sample(most: usize) -> Self {
        Self {
            most: Some(most),
            kills: most,
            seed: SEED,
            part: 0,
            parts: 1,
        }
    }

    /// The numbers of this part's cases among `total`, spread evenly.
    pub fn cases(&self, total: usize) -> impl Iterator<Item = usize> + use<> {
        let kept = self.most.map_or(total, |most| most.min(total));
        let (part, parts) = (self.part, self.parts.max(1));
        let seed = self.seed;
        // One by chance of each stretch, since cases of one way of trying may come at even steps; the first of the
        // first and the last of the last, so that edges are always tried.
        let spread = move |at: usize| {
            let (begin, end) = (at * total / kept, (at + 1) * total / kept);
            if at + 1 == kept {
                end - 1
            } else if at == 0 {
                begin
            } else {
                let place = u64::try_from(at).unwrap_or_default();
                begin + Chance::of(seed ^ place).below(end - begin)
            }
        };
        (0..kept).filter(move |at| at % parts == part).map(spread)
    }

    /// The numbers of this part's cases where none may be left out.
    pub fn all(&self, total: usize) -> impl Iterator<Item = usize> + use<> {
        let most = None;
        Self { most, ..*self }.cases(total)
    }

    /// The chance of one kind in this part.
    pub fn chance(&self, kind: crate::Kind) -> Chance {
        let place = crate::Kind::ALL
            .iter()
            .position(|one| *one == kind)
            .unwrap_or_default();
        let place = u64::try_from(place * 1000 + self.part).unwrap_or_default();
        Chance::of(self.seed.wrapping_mul(1_000_003).wrapping_add(place))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sample_tries_every_way_though_ways_alternate() {
        for ways in [2, 3, 5, 6] {
            let tried: std::collections::BTreeSet<usize> = Share::sample(24)
                .cases(120 * ways)
                .map(|case| case % ways)
                .collect();
            assert_eq!(tried.len(), ways, "of {ways} ways");
        }
    }

    #[test]
    fn parts_together_try_every_case_once() {
        for (total, most) in [
            (10, None),
            (10, Some(4)),
            (1000, Some(7)),
            (3, Some(50)),
            (0, None),
        ] {
            let whole = Share {
                most,
                ..Share::sample(1)
            };
            let mut halves: Vec<usize> = (0..2)
                .flat_map(|part| {
                    Share {
                        part,
                        parts: 2,
                        ..whole
                    }
                    .cases(total)
                })
                .collect();
            halves.sort_unstable();
            assert_eq!(halves, whole.cases(total).collect::<Vec<_>>());
            assert_eq!(halves.len(), most.map_or(total, |most| most.min(total)));
            if total > 0 {
                assert_eq!(
                    (halves.first(), halves.last()),
                    (Some(&0), Some(&(total - 1)))
                );
            }
        }
    }
}
