//! Where a cell stands: `C7`, and `A1:C7` for an area.

use super::super::merges::Area;
use crate::refusal::{FileRefusal, IntakeError};

/// The column, from 0, and the row, from 1.
pub(super) fn place_of(text: &str) -> Result<(usize, u64), IntakeError> {
    let letters = text.bytes().take_while(u8::is_ascii_alphabetic).count();
    let (column, row) = text
        .split_at_checked(letters)
        .ok_or(FileRefusal::Structure)?;
    if !(1..=3).contains(&letters) || !(1..=7).contains(&row.len()) {
        return Err(FileRefusal::Structure.into());
    }
    let column = column.bytes().fold(0, |number, letter| {
        number * 26 + usize::from(letter.to_ascii_uppercase() - b'A') + 1
    });
    let row = row.parse().map_err(|_| FileRefusal::Structure)?;
    Ok((column.saturating_sub(1), row))
}

/// An area of merged cells.
pub(super) fn area_of(text: &str) -> Result<Area, IntakeError> {
    let (from, to) = text.split_once(':').unwrap_or((text, text));
    let (left, top) = place_of(from)?;
    let (right, bottom) = place_of(to)?;
    Ok(Area {
        top,
        bottom,
        left,
        right,
        text: String::new(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_are_read() {
        assert_eq!(place_of("A1").unwrap(), (0, 1));
        assert_eq!(place_of("AB30").unwrap(), (27, 30));
        assert_eq!(place_of("XFD1048576").unwrap(), (16_383, 1_048_576));
        for text in ["", "A", "7", "A-1", "ABCD1", "A99999999", "A1B", "ÄB1"] {
            assert!(place_of(text).is_err(), "{text}");
        }
    }
}
