//! The chain of the journal: each entry's MAC covers the one before, so that nobody
//! without the key can change, remove or re-order entries, or cut the end behind the head
//! that the header remembers (security.md 2.12). Old entries may be pruned: then an anchor,
//! the sequence and MAC of the last one removed, stands where the chain begins.

use ring::hmac;

/// MAC of an entry.
pub type EntryMac = [u8; 32];

/// Where a chain begins: nothing, or the last entry that was pruned.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Anchor {
    /// Number of that entry, 0 when the chain begins with entry 1.
    pub sequence: u64,
    /// Its MAC, zero when there is none.
    pub mac: EntryMac,
}

/// Where a chain is broken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the journal is broken at entry {sequence}")]
pub struct ChainError {
    /// Number of the first entry that does not follow from the one before.
    pub sequence: u64,
}

/// The keyed chain of one vault.
pub struct Chain(hmac::Key);

impl Chain {
    pub(crate) fn new(key: hmac::Key) -> Self {
        Self(key)
    }

    /// MAC of the entry `sequence` with the given canonical bytes, after `previous`.
    pub fn derive_mac(&self, previous: &EntryMac, sequence: u64, entry: &[u8]) -> EntryMac {
        let tag = hmac::sign(&self.0, &covered(previous, sequence, entry));
        let mut mac = [0; 32];
        for (place, byte) in mac.iter_mut().zip(tag.as_ref()) {
            *place = *byte;
        }
        mac
    }

    /// Walks entries (number, canonical bytes, MAC) from an anchor; gives the head.
    pub fn verify<Entry: AsRef<[u8]>>(
        &self,
        anchor: Anchor,
        entries: impl IntoIterator<Item = (u64, Entry, EntryMac)>,
    ) -> Result<Anchor, ChainError> {
        let mut head = anchor;
        for (sequence, entry, mac) in entries {
            let covered = covered(&head.mac, sequence, entry.as_ref());
            let follows = head.sequence.checked_add(1) == Some(sequence);
            if !follows || hmac::verify(&self.0, &covered, &mac).is_err() {
                return Err(ChainError { sequence });
            }
            head = Anchor { sequence, mac };
        }
        Ok(head)
    }
}

/// What one MAC covers: the MAC before, the number, the entry.
fn covered(previous: &EntryMac, sequence: u64, entry: &[u8]) -> Vec<u8> {
    [previous.as_slice(), &sequence.to_le_bytes(), entry].concat()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn chain(key: u8) -> Chain {
        Chain::new(hmac::Key::new(hmac::HMAC_SHA256, &[key; 32]))
    }

    fn entries(count: u64) -> Vec<(u64, Vec<u8>, EntryMac)> {
        let mut mac = [0; 32];
        (1..=count)
            .map(|sequence| {
                let entry = vec![u8::try_from(sequence).unwrap(); 5];
                mac = chain(1).derive_mac(&mac, sequence, &entry);
                (sequence, entry, mac)
            })
            .collect()
    }

    fn broken_at(entries: Vec<(u64, Vec<u8>, EntryMac)>) -> Option<u64> {
        let verdict = chain(1).verify(Anchor::default(), entries);
        verdict.err().map(|error| error.sequence)
    }

    #[test]
    fn a_whole_chain_holds_and_gives_its_head() {
        let head = chain(1).verify(Anchor::default(), entries(5)).unwrap();
        assert_eq!((head.sequence, head.mac), (5, entries(5)[4].2));
    }

    #[test]
    fn a_pruned_chain_holds_from_its_anchor() {
        let all = entries(5);
        let anchor = Anchor {
            sequence: 2,
            mac: all[1].2,
        };
        assert_eq!(
            chain(1).verify(anchor, all[2..].to_vec()).unwrap().sequence,
            5
        );
    }

    #[test]
    fn edits_gaps_swaps_insertions_and_foreign_keys_show() {
        let mut edited = entries(5);
        edited[2].1[0] ^= 1;
        assert_eq!(broken_at(edited), Some(3));
        let mut gap = entries(5);
        gap.remove(1);
        assert_eq!(broken_at(gap), Some(3));
        let mut swapped = entries(5);
        swapped.swap(1, 2);
        assert_eq!(broken_at(swapped), Some(3));
        let mut doubled = entries(5);
        doubled.insert(1, doubled[0].clone());
        assert_eq!(broken_at(doubled), Some(1));
        let foreign = chain(2).verify(Anchor::default(), entries(5));
        assert_eq!(foreign, Err(ChainError { sequence: 1 }));
    }
}
