//! The write-ahead file after a kill: without it, or with less or other bytes in it, acknowledged changes would be
//! gone, and that must show.

use super::judge::{Try, Wanted, try_all, try_these};
use super::specimen::Specimen;
use crate::{Kind, Report, Share};

/// Cuts into so many pieces.
const CUTS: usize = 64;
/// Every so many bytes one is changed.
const STEP: usize = 97;

pub(crate) fn write_ahead(share: &Share, report: &mut Report) {
    let specimen = Specimen::make();
    let foreign = Specimen::make().write_ahead;
    let bytes = &specimen.write_ahead;
    let one = |what: String, file: &[u8], write_ahead: Option<&[u8]>| Try {
        what: format!("write-ahead file {what}"),
        file: file.to_vec(),
        write_ahead: write_ahead.map(<[u8]>::to_vec),
        digest: Some(specimen.behind_digest.as_str()),
        wanted: Wanted::Refusal,
    };
    let (behind, closed) = (specimen.behind.as_slice(), specimen.newer.as_slice());
    let ways = [
        ("removed", behind, None),
        ("empty", behind, Some(&[][..])),
        ("of another vault", behind, Some(&foreign)),
        ("beside a vault closed cleanly", closed, Some(bytes)),
    ];
    let tries = share.all(ways.len()).map(|case| {
        let (what, file, write_ahead) = ways[case];
        one(what.to_owned(), file, write_ahead)
    });
    try_these(Kind::WriteAhead, tries, &specimen, report);
    let cuts = CUTS - 1;
    let total = cuts + bytes.len().div_ceil(STEP);
    try_all(
        Kind::WriteAhead,
        (share, total),
        &specimen,
        report,
        |case| {
            Some(if case < cuts {
                let cut = bytes.len() * (case + 1) / CUTS;
                one(format!("cut to {cut} bytes"), behind, Some(&bytes[..cut]))
            } else {
                let at = (case - cuts) * STEP;
                let mut changed = bytes.clone();
                changed[at] ^= 0x20;
                one(format!("with byte {at} changed"), behind, Some(&changed))
            })
        },
    );
}
