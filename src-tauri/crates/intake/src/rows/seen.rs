//! Which cells a file has filled already. A bit per period, 64 to a word, so that years of days take little memory
//! and no row is kept.

use crate::refusal::{FileRefusal, IntakeError};
use domain::period::Period;
use foldhash::HashMap;
use std::collections::hash_map::Entry;

/// Words of 64 periods; a file with more of them has no two rows that belong together.
const MOST: usize = 4_000_000;

#[derive(Debug, Default)]
pub(super) struct Seen {
    words: HashMap<(u32, u32, i64), u64>,
}

/// Whether a cell was free.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Place {
    Free,
    Taken,
}

impl Seen {
    /// Takes a cell.
    pub(super) fn take(
        &mut self,
        adviser: u32,
        kpi: u32,
        period: Period,
    ) -> Result<Place, IntakeError> {
        let (key, bit) = place_of(adviser, kpi, period);
        let is_full = self.words.len() >= MOST;
        match self.words.entry(key) {
            Entry::Occupied(mut word) if *word.get() & bit == 0 => {
                *word.get_mut() |= bit;
                Ok(Place::Free)
            }
            Entry::Occupied(_) => Ok(Place::Taken),
            Entry::Vacant(_) if is_full => Err(FileRefusal::TooLarge.into()),
            Entry::Vacant(word) => {
                word.insert(bit);
                Ok(Place::Free)
            }
        }
    }

    /// Gives a cell back, because its row was turned away after all.
    pub(super) fn give_back(&mut self, adviser: u32, kpi: u32, period: Period) {
        let (key, bit) = place_of(adviser, kpi, period);
        if let Some(word) = self.words.get_mut(&key) {
            *word &= !bit;
        }
    }
}

/// Periods of one grain are a bit each, in the order of time.
fn place_of(adviser: u32, kpi: u32, period: Period) -> ((u32, u32, i64), u64) {
    let days = period.key().div_euclid(4);
    let grain = period.key().rem_euclid(4);
    let place = match grain {
        0 => days,
        1 => days.div_euclid(7),
        // Months and quarters are at least 28 days long, so that no two of them share a place.
        _ => days.div_euclid(28),
    };
    let bit = 1u64 << place.rem_euclid(64);
    ((adviser, kpi, place.div_euclid(64) * 4 + grain), bit)
}
