//! What one column holds, as far as identifiers are concerned: how many of its cells match which detector, and
//! whether that turns the whole column away.

use crate::columns::{Column, Meaning};
use crate::dates::{self, Day};
use crate::detectors::{self, Detector, NameSign, RefusedColumn};
use crate::grid::{Cell, Nature};
use chrono::Datelike;

/// Cells looked at for names before a column of free text is given up on.
const NAMES: u64 = 5_000;

/// Years that lie between a birth and the earliest work.
const WORKING_AGE: i32 = 14;

/// Cells that look like names.
#[derive(Debug, Default)]
struct Names {
    form: u64,
    known: u64,
}

impl Names {
    fn add(&mut self, sign: NameSign) {
        self.form += 1;
        self.known += u64::from(sign == NameSign::Known);
    }

    fn and(&self, other: &Self) -> Self {
        Self {
            form: self.form + other.form,
            known: self.known + other.known,
        }
    }

    /// Whether four in five of the cells are like names, and so many in ten hold a name that is known.
    fn are_most(&self, cells: u64, known_in_ten: u64) -> bool {
        self.form * 5 >= cells * 4 && self.known * 10 >= cells * known_in_ten
    }
}

/// What the cells of a column have shown so far.
#[derive(Debug, Default)]
pub(super) struct Findings {
    filled: u64,
    whole: [u64; 7],
    /// Cells of ten bare digits, one in eleven of which passes for an NHS number.
    ten_digits: u64,
    shape: Option<String>,
    first_shape: Option<String>,
    names: Names,
    small_names: Names,
    days: u64,
    latest_year: Option<i32>,
    pub(super) samples: Vec<String>,
}

impl Findings {
    /// Takes one more cell. `is_free` says that the column has no meaning of its own.
    pub(super) fn add(&mut self, cell: Cell<'_>, is_free: bool) {
        self.filled += 1;
        let found = if cell.nature == Nature::Date {
            None
        } else {
            detectors::find(cell.text, &[])
        };
        if self.samples.len() < 3 || self.first_shape.is_none() {
            self.sample(cell.text, found.is_some());
        }
        self.ten_digits +=
            u64::from(cell.text.len() == 10 && cell.text.bytes().all(|byte| byte.is_ascii_digit()));
        if let Some(found) = found.filter(|found| found.is_whole) {
            if let Some(count) = self.whole.get_mut(place_of(found.detector)) {
                *count += 1;
            }
            self.shape.get_or_insert_with(|| detectors::mask(cell.text));
        }
        if is_free {
            self.add_free(cell.text);
        }
    }

    /// A short way for cells that cannot be an identifier, and for names, which are looked at elsewhere.
    pub(super) fn add_plain(&mut self, text: &str, is_kpi: bool) {
        self.filled += 1;
        if self.samples.len() < 3 || self.first_shape.is_none() {
            self.sample(text, is_kpi && detectors::of_label(text).is_some());
        }
    }

    fn sample(&mut self, text: &str, is_matched: bool) {
        let masked = detectors::mask(text);
        self.first_shape.get_or_insert_with(|| masked.clone());
        let shown = if is_matched {
            masked
        } else {
            text.chars().take(60).collect()
        };
        if self.samples.len() < 3 && !self.samples.contains(&shown) {
            self.samples.push(shown);
        }
    }

    fn add_free(&mut self, text: &str) {
        if self.filled <= NAMES {
            if let Some(sign) = detectors::is_name_like(text) {
                self.names.add(sign);
            } else if let Some(sign) = detectors::is_small_name_like(text) {
                self.small_names.add(sign);
            }
        }
        if let Some(written) = dates::parse(text).filter(|written| written.grain.is_none()) {
            self.days += 1;
            let year = match written.day {
                Day::Known(day) => day.year(),
                Day::Either { year, .. } => year,
            };
            self.latest_year = self.latest_year.max(Some(year));
        }
    }

    /// The detector that most of the cells match.
    fn by_content(&self, is_free: bool, first_year: Option<i32>) -> Option<(Detector, u64)> {
        let pattern = Detector::ALL
            .into_iter()
            .map(|detector| (detector, self.count(detector)));
        let most = pattern.max_by_key(|(_, count)| *count);
        // One cell in two may be chance; three, or every one, are what the column is for.
        let is_purpose =
            |count: u64| (count > 2 || count == self.filled) && count * 2 >= self.filled;
        if let Some(found) = most.filter(|(_, count)| *count > 0 && is_purpose(*count)) {
            return Some(found);
        }
        if !is_free || self.filled == 0 {
            return None;
        }
        let looked_at = self.filled.min(NAMES);
        let names = self.names.and(&self.small_names);
        if self.names.are_most(looked_at, 3) || names.are_most(looked_at, 5) {
            return Some((Detector::NameLike, names.form));
        }
        let are_births = first_year
            .zip(self.latest_year)
            .is_some_and(|(first, latest)| latest + WORKING_AGE <= first);
        (are_births && self.days * 5 >= self.filled * 4).then_some((Detector::BirthDate, self.days))
    }

    /// Cells that hold anything.
    pub(super) fn filled(&self) -> u64 {
        self.filled
    }

    fn count(&self, detector: Detector) -> u64 {
        self.whole.get(place_of(detector)).copied().unwrap_or(0)
    }

    /// Whether its NHS numbers are there by chance: a column of ten digits of some other kind.
    pub(super) fn has_nhs_by_chance(&self) -> bool {
        self.ten_digits >= 20 && self.count(Detector::NhsNumber) * 4 < self.ten_digits
    }

    /// Whether the column is turned away, by its heading or by what it holds.
    pub(super) fn judge(
        &self,
        column: &Column,
        announced: Option<Detector>,
        first_year: Option<i32>,
        is_overridden: bool,
    ) -> Option<RefusedColumn> {
        let is_free = column.meaning.is_free();
        let is_kept = matches!(
            column.meaning,
            Meaning::Adviser | Meaning::Kpi | Meaning::Period | Meaning::Numerator
        );
        let content = self.by_content(is_free, first_year).filter(|_| !is_kept);
        let (detector, cells) = match (content, announced) {
            (Some((detector, cells)), None) => (detector, cells),
            (Some((detector, cells)), Some(announced)) if detector < announced => (detector, cells),
            (content, Some(announced)) => {
                let matching = content.filter(|(detector, _)| *detector == announced);
                (announced, matching.map_or(self.filled, |(_, cells)| cells))
            }
            (None, None) => return None,
        };
        if is_overridden && detector.can_yield() {
            return None;
        }
        Some(RefusedColumn {
            index: column.index,
            heading: column.heading.clone(),
            detector,
            cells,
            of: self.filled,
            shape: self
                .shape
                .clone()
                .or_else(|| self.first_shape.clone())
                .unwrap_or_default(),
        })
    }
}

fn place_of(detector: Detector) -> usize {
    Detector::ALL
        .iter()
        .position(|known| *known == detector)
        .unwrap_or_default()
}
