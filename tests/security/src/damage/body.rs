//! Pages changed, cut off, swapped, and parts put back to an older state.

use std::ops::Range;

use super::judge::{Try, Wanted, try_all};
use super::specimen::Specimen;
use super::{HEADER, PAGE, PREFIX, RING};
use crate::{Kind, Report, Share};

/// Spots tried in each page.
const SPOTS: usize = 6;

/// Spots in every page: its first and last bytes, its reserve, and two places by chance.
pub(crate) fn page_spots(share: &Share, report: &mut Report) {
    let specimen = Specimen::make();
    let whole = &specimen;
    let states = [
        (&whole.newer, &whole.digest),
        (&whole.killed, &whole.killed_digest),
    ];
    for (state, (file, digest)) in states.into_iter().enumerate() {
        let total = (file.len() - PREFIX) / PAGE * SPOTS;
        let halved = Share {
            most: share.most.map(|most| most.div_ceil(2)),
            ..*share
        };
        let mut chance = share.chance(Kind::PageSpots);
        let drawn: Vec<usize> = (0..total).map(|_| chance.below(PAGE)).collect();
        try_all(Kind::PageSpots, (&halved, total), whole, report, |case| {
            let page = PREFIX + case / SPOTS * PAGE;
            let spot = match case % SPOTS {
                0 => 0,
                1 => PAGE - 1,
                2 => PAGE - 80,
                3 => PAGE / 2,
                _ => drawn[case],
            };
            let mut changed = file.clone();
            changed[page + spot] ^= 1 << (case % 8);
            Some(Try {
                what: format!("byte {spot} of the page at {page}, state {state}"),
                file: changed,
                write_ahead: None,
                digest: Some(digest),
                wanted: Wanted::RefusalWhenChecked,
            })
        });
    }
}

/// Cut at every page, in the middle of pages and in the prefix; grown by a page and by a part of one.
pub(crate) fn lengths(share: &Share, report: &mut Report) {
    let specimen = Specimen::make();
    let whole = &specimen;
    let full = whole.newer.len();
    let mut lengths: Vec<usize> = (PREFIX..full).step_by(PAGE).collect();
    lengths.extend((0..PREFIX).step_by(HEADER / 2));
    lengths.extend((PREFIX..full).step_by(PAGE).map(|edge| edge + 1_000));
    lengths.extend([
        1,
        7,
        8,
        9,
        PREFIX - 1,
        PREFIX + 1,
        full - 1,
        full + 1,
        full + PAGE,
        full + 10 * PAGE,
    ]);
    try_all(
        Kind::Lengths,
        (share, lengths.len()),
        whole,
        report,
        |case| {
            let mut file = whole.newer.clone();
            file.resize(lengths[case], 0);
            Some(refused(
                whole,
                format!("{} bytes of {full}", lengths[case]),
                file,
            ))
        },
    );
}

/// Neighbours that change places, one page over another, and pairs by chance.
pub(crate) fn swaps(share: &Share, report: &mut Report) {
    let specimen = Specimen::make();
    let whole = &specimen;
    let pages = whole.pages();
    let mut chance = share.chance(Kind::Swaps);
    let mut pairs: Vec<(usize, usize)> = pages.windows(2).map(|pair| (pair[0], pair[1])).collect();
    pairs.extend((0..200).map(|_| {
        (
            pages[chance.below(pages.len())],
            pages[chance.below(pages.len())],
        )
    }));
    let total = pairs.len() * 2;
    try_all(Kind::Swaps, (share, total), whole, report, |case| {
        let (one, other) = pairs[case / 2];
        let mut file = whole.newer.clone();
        file[one..one + PAGE].copy_from_slice(&whole.newer[other..other + PAGE]);
        if case % 2 == 0 {
            file[other..other + PAGE].copy_from_slice(&whole.newer[one..one + PAGE]);
        }
        let differs = file != whole.newer;
        differs.then(|| refused(whole, format!("pages at {one} and {other}"), file))
    });
}

/// Every changed page, each header copy, each ring, the body, and their combinations, as they were before.
pub(crate) fn stale(share: &Share, report: &mut Report) {
    let specimen = Specimen::make();
    let whole = &specimen;
    let body = PREFIX..whole.older.len();
    let one = |range: Range<usize>| vec![range];
    let mut parts: Vec<(Vec<Range<usize>>, Wanted)> = body
        .clone()
        .step_by(PAGE)
        .map(|page| (one(page..page + PAGE), Wanted::Refusal))
        .collect();
    let (first, second) = (0..HEADER, HEADER..2 * HEADER);
    let rings = 2 * HEADER..2 * HEADER + 2 * RING;
    parts.push((one(first.clone()), Wanted::Repair));
    parts.push((one(second.clone()), Wanted::Repair));
    parts.push((vec![first.clone(), second.clone()], Wanted::Refusal));
    parts.push((one(body.clone()), Wanted::Refusal));
    parts.push((vec![rings.clone(), body], Wanted::Refusal));
    parts.push((vec![first, second, rings], Wanted::Refusal));
    try_all(Kind::Stale, (share, parts.len()), whole, report, |case| {
        let (ranges, wanted) = &parts[case];
        let mut file = whole.newer.clone();
        for range in ranges {
            file[range.clone()].copy_from_slice(&whole.older[range.clone()]);
        }
        let differs = file != whole.newer;
        differs.then(|| Try {
            wanted: *wanted,
            ..refused(whole, format!("{ranges:?} as before"), file)
        })
    });
    stale_rings(share, report);
}

/// A ring as it was before an adviser was erased: their key must not come back.
fn stale_rings(share: &Share, report: &mut Report) {
    let specimen = Specimen::make();
    let whole = &specimen;
    let newest = specimen.without_one_adviser();
    let rings = [2 * HEADER..2 * HEADER + RING, 2 * HEADER + RING..PREFIX];
    let ways = [
        (vec![0], Wanted::Repair),
        (vec![1], Wanted::Repair),
        (vec![0, 1], Wanted::Refusal),
    ];
    try_all(Kind::Stale, (share, ways.len()), whole, report, |case| {
        let (copies, wanted) = &ways[case];
        let mut file = newest.0.clone();
        for copy in copies {
            let range = rings[*copy].clone();
            file[range.clone()].copy_from_slice(&whole.newer[range]);
        }
        Some(Try {
            wanted: *wanted,
            digest: Some(&newest.1),
            ..refused(whole, format!("ring copies {copies:?} as before"), file)
        })
    });
}

fn refused(specimen: &Specimen, what: String, file: Vec<u8>) -> Try<'_> {
    Try {
        what,
        file,
        write_ahead: None,
        digest: Some(&specimen.digest),
        wanted: Wanted::Refusal,
    }
}
