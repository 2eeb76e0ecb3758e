//! Bytes of the header copies and the key rings.

use super::judge::{Try, Wanted, try_all};
use super::specimen::Specimen;
use super::{HEADER, RING};
use crate::{Kind, Report, Share};

/// One copy with one bit or all bits of a byte changed, and both copies changed at the same byte.
pub(crate) fn header_bytes(share: &Share, report: &mut Report) {
    let specimen = Specimen::make();
    let whole = &specimen;
    let total = 5 * HEADER;
    try_all(Kind::HeaderBytes, (share, total), whole, report, |case| {
        let (byte, way) = (case / 5, case % 5);
        let (copies, mask): (&[usize], u8) = match way {
            0 => (&[0], 1),
            1 => (&[HEADER], 1),
            2 => (&[0], 0xFF),
            3 => (&[HEADER], 0xFF),
            _ => (&[0, HEADER], 0x10),
        };
        Some(one(
            (whole, case),
            &copies.iter().map(|copy| copy + byte).collect::<Vec<_>>(),
            mask,
        ))
    });
}

/// Every 61st byte of each ring copy, and both copies at once.
pub(crate) fn ring_bytes(share: &Share, report: &mut Report) {
    let specimen = Specimen::make();
    let whole = &specimen;
    let (first, second) = (2 * HEADER, 2 * HEADER + RING);
    let total = 3 * RING.div_ceil(61);
    try_all(Kind::RingBytes, (share, total), whole, report, |case| {
        let byte = case / 3 * 61;
        let copies: &[usize] = match case % 3 {
            0 => &[first],
            1 => &[second],
            _ => &[first, second],
        };
        Some(one(
            (whole, case),
            &copies.iter().map(|copy| copy + byte).collect::<Vec<_>>(),
            0x04,
        ))
    });
}

/// Both copies change by the same; the whole content is compared in every sixteenth case.
fn one<'bytes>(
    (specimen, case): (&'bytes Specimen, usize),
    places: &[usize],
    mask: u8,
) -> Try<'bytes> {
    let mut file = specimen.newer.clone();
    for place in places {
        file[*place] ^= mask;
    }
    Try {
        what: format!("bytes {places:?} changed by {mask:#04x}"),
        file,
        write_ahead: None,
        digest: case.is_multiple_of(16).then_some(specimen.digest.as_str()),
        wanted: if places.len() == 1 {
            Wanted::Repair
        } else {
            Wanted::Refusal
        },
    }
}
