//! Merged cells: the text stands in the first of them, and every other one has it too. Each is marked, for a number
//! in a merged cell may belong to any of the rows it covers.

use crate::grid::Cells;
use crate::refusal::{FileRefusal, IntakeError};

/// Areas of one sheet, beyond which it is no table that anybody made.
const MOST: usize = 65_536;

/// Cells merged into one; rows from 1, columns from 0.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Area {
    pub(super) top: u64,
    pub(super) bottom: u64,
    pub(super) left: usize,
    pub(super) right: usize,
    /// The text of the first cell, once it has been read.
    pub(super) text: String,
}

/// The areas still to come, by their first row, and those that reach the row being read.
#[derive(Debug, Clone, Default)]
pub(super) struct Merges {
    coming: Vec<Area>,
    open: Vec<Area>,
}

impl Merges {
    /// Takes note of an area; its columns beyond those that are read do not matter.
    pub(super) fn add(&mut self, area: Area, columns: usize) -> Result<(), IntakeError> {
        let is_single = area.top == area.bottom && area.left == area.right;
        if area.bottom < area.top || area.right < area.left || self.coming.len() >= MOST {
            return Err(FileRefusal::Structure.into());
        }
        if !is_single && area.left < columns {
            let right = area.right.min(columns.saturating_sub(1));
            self.coming.push(Area { right, ..area });
        }
        Ok(())
    }

    /// To be called once when all areas are known in advance.
    pub(super) fn sort(&mut self) {
        self.coming.sort_by_key(|area| std::cmp::Reverse(area.top));
    }

    /// Fills the merged cells of a row and marks them.
    pub(super) fn apply(
        &mut self,
        row: u64,
        cells: &mut Cells,
        columns: usize,
    ) -> Result<(), IntakeError> {
        while let Some(area) = self.coming.pop_if(|area| area.top <= row) {
            self.open.push(area);
        }
        self.open.retain(|area| area.bottom >= row);
        if self.open.is_empty() {
            return Ok(());
        }
        if self.open.len() > columns {
            return Err(FileRefusal::Structure.into());
        }
        let mut texts: Vec<Option<&str>> = vec![None; columns];
        for area in &mut self.open {
            if area.top == row {
                cells.get(area.left).text.clone_into(&mut area.text);
            }
        }
        for area in &self.open {
            let covered = texts.get_mut(area.left..=area.right).unwrap_or_default();
            covered.fill(Some(&area.text));
        }
        cells.cover(&texts);
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::grid::Nature;

    fn area(top: u64, bottom: u64, left: usize, right: usize) -> Area {
        Area {
            top,
            bottom,
            left,
            right,
            text: String::new(),
        }
    }

    fn row(texts: &[&str]) -> Cells {
        let mut cells = Cells::default();
        for text in texts {
            cells.push(text, Nature::Text);
        }
        cells
    }

    fn read(cells: &Cells) -> Vec<(&str, Nature)> {
        cells.iter().map(|cell| (cell.text, cell.nature)).collect()
    }

    #[test]
    fn a_merged_name_stands_in_every_row_it_covers() {
        let mut merges = Merges::default();
        merges.add(area(2, 3, 0, 0), 5).unwrap();
        merges.sort();
        let mut first = row(&["Amara", "4"]);
        merges.apply(2, &mut first, 5).unwrap();
        assert_eq!(
            read(&first),
            [("Amara", Nature::Merged), ("4", Nature::Text)]
        );
        let mut second = row(&["", "5"]);
        merges.apply(3, &mut second, 5).unwrap();
        assert_eq!(
            read(&second),
            [("Amara", Nature::Merged), ("5", Nature::Text)]
        );
        let mut third = row(&["Bryn", "6"]);
        merges.apply(4, &mut third, 5).unwrap();
        assert_eq!(read(&third), [("Bryn", Nature::Text), ("6", Nature::Text)]);
    }

    #[test]
    fn areas_over_each_other_are_no_table() {
        let mut merges = Merges::default();
        for _ in 0..6 {
            merges.add(area(1, 9, 0, 4), 5).unwrap();
        }
        merges.sort();
        assert!(merges.apply(1, &mut row(&["a"]), 5).is_err());
    }

    #[test]
    fn columns_beyond_those_read_do_not_matter() {
        let mut merges = Merges::default();
        merges.add(area(1, 1, 1, 16_383), 3).unwrap();
        merges.sort();
        let mut cells = row(&["a", "b"]);
        merges.apply(1, &mut cells, 3).unwrap();
        assert_eq!(read(&cells).len(), 3);
    }
}
