//! One number under two names. What a hidden cell says must not stand in a shown one of its row: the offers that one
//! KPI counts are what the next one is out of. Names do not tell, but the contributions do: numbers that agree adviser
//! by adviser are one number (disclosure.md 4: no hidden cell exactly).

use crate::rounding::UNIT;
use crate::table::{Contribution, MeasureKind};
use std::collections::BTreeMap;

/// A number by contributor; who put nothing in is not there.
type Parts = BTreeMap<u64, i64>;

/// Places of shown cells of a row that repeat what a hidden one says, those that repeat these among them, ascending.
pub(crate) fn repeats(
    kinds: &[MeasureKind],
    cells: &[Vec<Contribution>],
    is_hidden: &[bool],
) -> Vec<usize> {
    let mut hidden = is_hidden.to_vec();
    loop {
        let secret: Vec<Parts> = told(kinds, cells, &hidden).flat_map(secrets).collect();
        let shown: Vec<bool> = hidden.iter().map(|one| !one).collect();
        let found = told(kinds, cells, &shown)
            .find(|(_, kind, cell)| numbers(*kind, cell).iter().any(|one| secret.contains(one)));
        match found.and_then(|(place, _, _)| hidden.get_mut(place)) {
            Some(is_hidden) => *is_hidden = true,
            None => break,
        }
    }
    let places = hidden.iter().zip(is_hidden).enumerate();
    places
        .filter(|(_, (now, before))| **now && !**before)
        .map(|(place, _)| place)
        .collect()
}

/// The cells of a row that are meant, with their places and kinds; empty ones say nothing.
fn told<'a>(
    kinds: &'a [MeasureKind],
    cells: &'a [Vec<Contribution>],
    meant: &'a [bool],
) -> impl Iterator<Item = (usize, MeasureKind, &'a [Contribution])> {
    let all = kinds.iter().zip(cells).zip(meant).enumerate();
    all.filter(|(_, ((_, cell), is_meant))| **is_meant && !cell.is_empty())
        .map(|(place, ((kind, cell), _))| (place, *kind, cell.as_slice()))
}

/// What hiding a cell keeps: the part and the rest. The whole may be known, since many KPIs are out of the same.
fn secrets((_, kind, cell): (usize, MeasureKind, &[Contribution])) -> Vec<Parts> {
    let rest = (kind == MeasureKind::Share).then(|| parts(cell, rest_of));
    let part = parts(cell, |one| Some(one.numerator));
    rest.into_iter()
        .chain([part])
        .filter(|parts| !parts.is_empty())
        .collect()
}

/// Every number that a printed cell gives.
fn numbers(kind: MeasureKind, cell: &[Contribution]) -> Vec<Parts> {
    let part = parts(cell, |one| Some(one.numerator));
    let whole = parts(cell, |one| match kind {
        MeasureKind::Rate => one.denominator.map(|whole| whole / UNIT),
        MeasureKind::Share | MeasureKind::Mean | MeasureKind::Count => one.denominator,
    });
    let rest = (kind == MeasureKind::Share).then(|| parts(cell, rest_of));
    [part, whole].into_iter().chain(rest).collect()
}

fn rest_of(one: &Contribution) -> Option<i64> {
    one.denominator.map(|whole| whole - one.numerator)
}

/// Noughts agree by themselves, so they are nobody's.
fn parts(cell: &[Contribution], number: impl Fn(&Contribution) -> Option<i64>) -> Parts {
    let given = cell
        .iter()
        .filter_map(|one| Some((one.member, number(one)?)));
    given.filter(|(_, number)| *number != 0).collect()
}
