//! Pages changed, cut off, swapped, and parts put back to an older state.

use std::ops::Range;

use super::judge::{Try, Wanted, try_all, try_these};
use super::specimen::{Specimen, State};
use super::{HEADER, PAGE, PREFIX, RING};
use crate::{Kind, Report, Share};

/// Spots tried in each page.
const SPOTS: usize = 6;
/// So many pages at least must have changed, or putting them back would prove little.
const FEWEST: usize = 16;

/// Spots in every page: its first and last bytes, its reserve, and two places by chance.
pub(crate) fn page_spots(share: &Share, report: &mut Report) {
    in_both_states(share, |specimen, state, share| {
        let total = state.pages().len() * SPOTS;
        let mut chance = share.chance(Kind::PageSpots);
        let drawn: Vec<usize> = (0..total).map(|_| chance.below(PAGE)).collect();
        try_all(Kind::PageSpots, (share, total), specimen, report, |case| {
            let page = PREFIX + case / SPOTS * PAGE;
            let spot = match case % SPOTS {
                0 => 0,
                1 => PAGE - 1,
                2 => PAGE - 80,
                3 => PAGE / 2,
                _ => drawn[case],
            };
            let mut file = state.file.to_vec();
            file[page + spot] ^= 1 << (case % 8);
            Some(Try {
                wanted: Wanted::RefusalWhenChecked,
                ..refused(state, &format!("byte {spot} of the page at {page}"), file)
            })
        });
    });
}

/// Cut at every page, in the middle of pages and in the prefix; grown by a page and by a part of one.
pub(crate) fn lengths(share: &Share, report: &mut Report) {
    in_both_states(share, |specimen, state, share| {
        let full = state.file.len();
        let mut lengths = state.pages();
        lengths.extend(state.pages().iter().map(|edge| edge + 1_000));
        lengths.extend((0..PREFIX).step_by(HEADER / 2));
        lengths.extend([1, 7, 8, 9, PREFIX - 1, PREFIX + 1, full - 1, full + 1]);
        lengths.extend([full + PAGE, full + 10 * PAGE]);
        let total = lengths.len();
        try_all(Kind::Lengths, (share, total), specimen, report, |case| {
            let mut file = state.file.to_vec();
            file.resize(lengths[case], 0);
            let what = format!("{} bytes of {full}", lengths[case]);
            Some(refused(state, &what, file))
        });
    });
}

/// Neighbours that change places, one page over another, and pairs by chance.
pub(crate) fn swaps(share: &Share, report: &mut Report) {
    in_both_states(share, |specimen, state, share| {
        let pages = state.pages();
        let mut chance = share.chance(Kind::Swaps);
        let mut drawn = || pages[chance.below(pages.len())];
        let mut pairs: Vec<_> = pages.windows(2).map(|pair| (pair[0], pair[1])).collect();
        pairs.extend((0..200).map(|_| (drawn(), drawn())));
        let total = pairs.len() * 2;
        try_all(Kind::Swaps, (share, total), specimen, report, |case| {
            let (one, other) = pairs[case / 2];
            let mut file = state.file.to_vec();
            file[one..one + PAGE].copy_from_slice(&state.file[other..other + PAGE]);
            if case % 2 == 0 {
                file[other..other + PAGE].copy_from_slice(&state.file[one..one + PAGE]);
            }
            let differs = file != state.file;
            differs.then(|| refused(state, &format!("pages at {one} and {other}"), file))
        });
    });
}

/// Half of a sample goes to each state; all cases go to both.
fn in_both_states(share: &Share, mut go: impl FnMut(&Specimen, State<'_>, &Share)) {
    let specimen = Specimen::make();
    let half = Share {
        most: share.most.map(|most| most.div_ceil(2)),
        ..*share
    };
    for state in specimen.states() {
        go(&specimen, state, &half);
    }
}

/// Every changed page as it was before; each header copy, each ring, the body, and their combinations.
pub(crate) fn stale(share: &Share, report: &mut Report) {
    let specimen = Specimen::make();
    let older = &specimen.older;
    let [closed, _] = specimen.states();
    let back = |ranges: &[Range<usize>], wanted| {
        let mut file = closed.file.to_vec();
        for range in ranges {
            file[range.clone()].copy_from_slice(&older[range.clone()]);
        }
        Try {
            wanted,
            ..refused(closed, &format!("{ranges:?} as before"), file)
        }
    };
    let pages = (PREFIX..older.len())
        .step_by(PAGE)
        .map(|page| page..page + PAGE);
    let differ: Vec<_> = pages
        .filter(|page| older[page.clone()] != closed.file[page.clone()])
        .collect();
    if differ.len() < FEWEST {
        let few = format!("only {} pages were written anew", differ.len());
        report.fault(Kind::Stale, &few);
    }
    try_all(
        Kind::Stale,
        (share, differ.len()),
        &specimen,
        report,
        |case| Some(back(&differ[case..=case], Wanted::Refusal)),
    );
    let (first, second) = (0..HEADER, HEADER..2 * HEADER);
    let (rings, body) = (2 * HEADER..PREFIX, PREFIX..older.len());
    let parts = [
        (vec![first.clone()], Wanted::Repair),
        (vec![second.clone()], Wanted::Repair),
        (vec![first.clone(), second.clone()], Wanted::Refusal),
        (vec![body.clone()], Wanted::Refusal),
        (vec![rings.clone(), body], Wanted::Refusal),
        (vec![first, second, rings], Wanted::Refusal),
    ];
    let tries = share
        .all(parts.len())
        .map(|case| back(&parts[case].0, parts[case].1));
    try_these(Kind::Stale, tries, &specimen, report);
    stale_rings(&specimen, share, report);
}

/// A ring as it was before an adviser was erased: their key must not come back.
fn stale_rings(specimen: &Specimen, share: &Share, report: &mut Report) {
    let (newest, digest) = specimen.without_one_adviser();
    let erased = State {
        name: "an adviser erased",
        file: &newest,
        digest: &digest,
    };
    let rings = [2 * HEADER..2 * HEADER + RING, 2 * HEADER + RING..PREFIX];
    let ways: [(&[usize], Wanted); 3] = [
        (&[0], Wanted::Repair),
        (&[1], Wanted::Repair),
        (&[0, 1], Wanted::Refusal),
    ];
    let tries = share.all(ways.len()).map(|case| {
        let (copies, wanted) = ways[case];
        let mut file = newest.clone();
        for copy in copies {
            let range = rings[*copy].clone();
            file[range.clone()].copy_from_slice(&specimen.newer[range]);
        }
        Try {
            wanted,
            ..refused(erased, &format!("ring copies {copies:?} as before"), file)
        }
    });
    try_these(Kind::Stale, tries, specimen, report);
}

fn refused<'bytes>(state: State<'bytes>, what: &str, file: Vec<u8>) -> Try<'bytes> {
    Try {
        what: format!("{what}, {}", state.name),
        file,
        write_ahead: None,
        digest: Some(state.digest),
        wanted: Wanted::Refusal,
    }
}
