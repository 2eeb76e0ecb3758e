//! People where a KPI's name belongs. A pattern of an identifier there refuses the whole file (rulings 19); what is
//! like a person's name turns its rows away, until somebody says that it is a KPI after all.

use crate::columns::{Choices, Column};
use crate::detectors::{self, Detector, RefusedColumn};

/// What stands in the column of KPIs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Named {
    Kpi,
    Person,
    Identifier,
}

/// The people met in the column of KPIs.
#[derive(Debug, Default)]
pub(super) struct People {
    cells: u64,
    shape: Option<String>,
}

impl People {
    /// Looks at a name in the column of KPIs.
    pub(super) fn look(&mut self, column: Option<usize>, text: &str, choices: &Choices) -> Named {
        let is_taken_in = column.is_some_and(|column| choices.overrides.contains(&column));
        match choices.person_in(text) {
            None => Named::Kpi,
            Some(Detector::NameLike) if is_taken_in => Named::Kpi,
            Some(Detector::NameLike) => {
                self.cells += 1;
                self.shape.get_or_insert_with(|| detectors::mask(text));
                Named::Person
            }
            Some(_) => Named::Identifier,
        }
    }

    /// The column of KPIs, as far as it is turned away.
    pub(super) fn refused(self, column: &Column, of: u64) -> Option<RefusedColumn> {
        Some(RefusedColumn {
            index: column.index,
            heading: column.heading.clone(),
            detector: Detector::NameLike,
            cells: self.cells,
            of,
            shape: self.shape?,
        })
    }
}

/// Whether a name in the column of advisers is an identifier.
pub(super) fn is_identifier(adviser: &str) -> bool {
    detectors::of_label(adviser).is_some_and(|found| found != Detector::NameLike)
}
