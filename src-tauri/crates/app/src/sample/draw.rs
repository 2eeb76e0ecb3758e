//! Made-up chance: the same on every computer, in whole numbers only (`SplitMix64`: Steele, Lea and Flood 2014).

/// A stream of made-up chance.
#[derive(Debug, Clone)]
pub(super) struct Draw(u64);

/// One seed for the whole team, chosen so that chance alone makes no signal: those there are were put in.
const SEED: u64 = 3;

/// One whole in millionths.
const WHOLE: u64 = 1_000_000;

impl Draw {
    /// The stream of one KPI of one adviser; changing one leaves the others as they are.
    pub(super) fn of(kpi: u64, adviser: u64) -> Self {
        Self::seeded(SEED, kpi, adviser)
    }

    pub(super) fn seeded(seed: u64, kpi: u64, adviser: u64) -> Self {
        let mut draw = Self(seed ^ (kpi << 32) ^ (adviser << 48));
        draw.next();
        draw
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// A number from 0 to one less than `end`.
    pub(super) fn below(&mut self, end: u64) -> u64 {
        let wide = u128::from(self.next()) * u128::from(end);
        u64::try_from(wide >> 64).unwrap_or_default()
    }

    /// A number from `low` to `high`, both included.
    pub(super) fn between(&mut self, low: i64, high: i64) -> i64 {
        let span = u64::try_from(high - low + 1).unwrap_or(1);
        low + i64::try_from(self.below(span)).unwrap_or_default()
    }

    /// How many of `tries` succeed, each with a chance in millionths.
    pub(super) fn successes(&mut self, tries: i64, chance: u64) -> i64 {
        let mut successes = 0;
        for _ in 0..tries {
            successes += i64::from(self.below(WHOLE) < chance);
        }
        successes
    }

    /// A count around a mean in hundredths, as events that happen by chance.
    pub(super) fn count(&mut self, mean: u64) -> i64 {
        const TRIES: u64 = 400;
        let chance = mean.saturating_mul(WHOLE / 100) / TRIES;
        self.successes(i64::try_from(TRIES).unwrap_or_default(), chance)
    }
}
