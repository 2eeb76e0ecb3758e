//! UK postcodes: area, district, a space, a hyphen or none, and the three characters of the inward code (Royal Mail
//! Programmers' Guide to PAF). Only areas that exist count, which keeps codes of other kinds out; one code, GIR 0AA,
//! has no district.

use super::plain::{before, is_edge};
use std::ops::Range;

const AREAS: &str = " AB AL B BA BB BD BF BH BL BN BR BS BT CA CB CF CH CM CO CR CT CV CW DA DD DE DG DH DL DN DT DY \
    E EC EH EN EX FK FY G GL GU GY HA HD HG HP HR HS HU HX IG IM IP IV JE KA KT KW KY L LA LD LE LL LN LS LU M ME MK ML \
    N NE NG NN NP NR NW OL OX PA PE PH PL PO PR RG RH RM S SA SE SG SK SL SM SN SO SP SR SS ST SW SY TA TD TF TN TQ TR \
    TS TW UB W WA WC WD WF WN WR WS WV YO ZE ";

pub(super) fn find(bytes: &[u8]) -> Option<Range<usize>> {
    let mut starts = (0..bytes.len().saturating_sub(4)).filter(|at| is_edge(before(bytes, *at)));
    starts.find_map(|at| Some(at..code_at(bytes, at)?))
}

fn code_at(bytes: &[u8], start: usize) -> Option<usize> {
    let letters = bytes
        .get(start..)?
        .iter()
        .take_while(|byte| byte.is_ascii_alphabetic())
        .count();
    if bytes
        .get(start..start + letters)?
        .eq_ignore_ascii_case(b"gir")
    {
        let end = inward_at(bytes, start + letters)?;
        let inward = bytes.get(end - 3..end)?;
        return inward.eq_ignore_ascii_case(b"0aa").then_some(end);
    }
    if !is_area(bytes.get(start..start + letters)?) {
        return None;
    }
    let district = start + letters;
    bytes.get(district).filter(|byte| byte.is_ascii_digit())?;
    let second = bytes
        .get(district + 1)
        .filter(|byte| byte.is_ascii_alphanumeric());
    let long = second.and_then(|_| inward_at(bytes, district + 2));
    long.or_else(|| inward_at(bytes, district + 1))
}

fn inward_at(bytes: &[u8], outward_end: usize) -> Option<usize> {
    let gap = match bytes.get(outward_end..)? {
        [b' ', b' ', ..] => 2,
        [b' ' | b'-', ..] => 1,
        _ => 0,
    };
    let at = outward_end + gap;
    let [sector, first, second] = bytes.get(at..at + 3)? else {
        return None;
    };
    let is_unit =
        |byte: &u8| byte.is_ascii_alphabetic() && !b"CIKMOV".contains(&byte.to_ascii_uppercase());
    let is_code = !is_ordinal([*sector, *first, *second]);
    let fits = sector.is_ascii_digit() && is_unit(first) && is_unit(second) && is_code;
    (fits && is_edge(bytes.get(at + 3).copied())).then_some(at + 3)
}

/// "1st", "2nd", "3rd" and "4th" count something ("L2 1st attempt"), unless both letters are capitals.
fn is_ordinal([sector, first, second]: [u8; 3]) -> bool {
    let ending = match sector {
        b'1' => b"st",
        b'2' => b"nd",
        b'3' => b"rd",
        _ => b"th",
    };
    let are_capitals = first.is_ascii_uppercase() && second.is_ascii_uppercase();
    [first, second].eq_ignore_ascii_case(ending) && !are_capitals
}

fn is_area(letters: &[u8]) -> bool {
    let area = match letters {
        [one] => [b' ', one.to_ascii_uppercase(), b' ', b' '],
        [one, two] => [
            b' ',
            one.to_ascii_uppercase(),
            two.to_ascii_uppercase(),
            b' ',
        ],
        _ => return false,
    };
    let area = if letters.len() == 1 {
        area.get(..3)
    } else {
        area.get(..)
    };
    let area = area.unwrap_or_default();
    AREAS
        .as_bytes()
        .windows(area.len())
        .any(|window| window == area)
}
