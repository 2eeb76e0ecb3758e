//! E-mail addresses: something, `@`, and a name with a dot and an ending of letters.

use super::plain::is_letter;
use std::ops::Range;

pub(super) fn find(bytes: &[u8]) -> Option<Range<usize>> {
    let mut signs = bytes
        .iter()
        .enumerate()
        .filter(|(_, byte)| **byte == b'@')
        .map(|(at, _)| at);
    signs.find_map(|at| address_around(bytes, at))
}

fn address_around(bytes: &[u8], sign: usize) -> Option<Range<usize>> {
    let local = bytes
        .get(..sign)?
        .iter()
        .rev()
        .take_while(|byte| is_local(**byte))
        .count();
    let domain = bytes.get(sign + 1..)?;
    let length = domain.iter().take_while(|byte| is_domain(**byte)).count();
    let domain = domain.get(..length)?;
    let trimmed = domain.len()
        - domain
            .iter()
            .rev()
            .take_while(|byte| **byte == b'.')
            .count();
    let domain = domain.get(..trimmed)?;
    let dot = domain.iter().rposition(|byte| *byte == b'.')?;
    let ending = domain.get(dot + 1..)?;
    let has_ending = ending.len() >= 2 && ending.iter().all(|byte| is_letter(*byte));
    (local > 0 && dot > 0 && has_ending).then(|| sign - local..sign + 1 + trimmed)
}

fn is_local(byte: u8) -> bool {
    is_letter(byte) || byte.is_ascii_digit() || b"._%+-'!#$&*/=?^`{|}~".contains(&byte)
}

fn is_domain(byte: u8) -> bool {
    is_letter(byte) || byte.is_ascii_digit() || matches!(byte, b'.' | b'-')
}
