//! The write-ahead file after a kill: without it, or with less or other bytes in it, acknowledged changes would be
//! gone, and that must show.

use super::judge::{Try, Wanted, try_all};
use super::specimen::Specimen;
use crate::{Kind, Report, Share};

/// Cuts into so many pieces.
const CUTS: usize = 64;
/// Every so many bytes one is changed.
const STEP: usize = 97;

pub(crate) fn write_ahead(share: &Share, report: &mut Report) {
    let specimen = Specimen::make();
    let stranger = Specimen::make();
    let whole = &specimen;
    let bytes = &whole.write_ahead;
    let mut others: Vec<(String, &[u8], Vec<u8>)> = vec![
        ("empty".to_owned(), &whole.behind, Vec::new()),
        (
            "of another vault".to_owned(),
            &whole.behind,
            stranger.write_ahead,
        ),
        (
            "beside a vault closed cleanly".to_owned(),
            &whole.newer,
            bytes.clone(),
        ),
    ];
    for part in 1..CUTS {
        others.push((
            format!("{part} of {CUTS} parts"),
            &whole.behind,
            bytes[..bytes.len() * part / CUTS].to_vec(),
        ));
    }
    for at in (0..bytes.len()).step_by(STEP) {
        let mut changed = bytes.clone();
        changed[at] ^= 0x20;
        others.push((format!("byte {at} changed"), &whole.behind, changed));
    }
    let others = &others;
    try_all(
        Kind::WriteAhead,
        (share, others.len() + 1),
        whole,
        report,
        |case| {
            let (what, file, write_ahead) = match others.get(case) {
                Some((what, file, other)) => (what.clone(), *file, Some(other.as_slice())),
                None => ("removed".to_owned(), whole.behind.as_slice(), None),
            };
            Some(Try {
                what: format!("write-ahead file {what}"),
                file: file.to_vec(),
                write_ahead,
                digest: Some(&whole.behind_digest),
                wanted: Wanted::Refusal,
            })
        },
    );
}
