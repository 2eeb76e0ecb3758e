//! The plain file of a method: a header line and rows, an empty cell meaning "missing".

use std::borrow::Cow;

use super::MethodRefusal;

/// Largest whole number that is exact in a float.
const EXACT: f64 = 9_007_199_254_740_992.0;

/// Largest count or expectation a method takes: far beyond any team, and every method stays quick.
pub(super) const LARGEST_COUNT: i64 = 1_000_000_000;

/// A CSV file in memory.
pub(super) struct Table {
    header: Vec<String>,
    rows: Vec<csv::StringRecord>,
}

/// The whole number a float stands for, if it is one.
#[expect(
    clippy::as_conversions,
    clippy::cast_possible_truncation,
    reason = "checked to be whole and exact just before"
)]
pub(super) fn whole(value: f64) -> Option<i64> {
    let is_whole = value.fract().abs() <= 0.0 && value.abs() <= EXACT;
    is_whole.then_some(value as i64)
}

/// In a file of one column a blank line is an empty cell; readers of CSV step over blank lines, so
/// it is written out.
fn with_blank_cells(bytes: &[u8]) -> Cow<'_, [u8]> {
    let mut lines = bytes
        .strip_suffix(b"\n")
        .unwrap_or(bytes)
        .split(|byte| *byte == b'\n');
    let has_one_column = lines.next().is_some_and(|header| !header.contains(&b','));
    if !has_one_column || bytes.is_empty() {
        return Cow::Borrowed(bytes);
    }
    let whole = bytes
        .strip_suffix(b"\n")
        .unwrap_or(bytes)
        .split(|byte| *byte == b'\n');
    let cells = whole.map(|line| {
        if line.trim_ascii().is_empty() {
            b"\"\"".as_slice()
        } else {
            line
        }
    });
    Cow::Owned(cells.collect::<Vec<_>>().join(&b'\n'))
}

impl Table {
    /// Reads the bytes of a file; a byte order mark is stepped over.
    pub(super) fn parse(bytes: &[u8]) -> Result<Self, MethodRefusal> {
        let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
        let bytes = with_blank_cells(bytes);
        let mut reader = csv::ReaderBuilder::new()
            .flexible(true)
            .trim(csv::Trim::All)
            .from_reader(bytes.as_ref());
        let header: Vec<String> = reader
            .headers()
            .map_err(|_| MethodRefusal::NotCsv)?
            .iter()
            .map(str::to_owned)
            .collect();
        if header.iter().all(String::is_empty) {
            return Err(MethodRefusal::NotCsv);
        }
        let rows = reader
            .records()
            .collect::<Result<_, _>>()
            .map_err(|_| MethodRefusal::NotCsv)?;
        Ok(Self { header, rows })
    }

    /// Whether there is a column of this name.
    pub(super) fn has(&self, name: &str) -> bool {
        self.header.iter().any(|column| column == name)
    }

    /// Number of rows.
    pub(super) fn len(&self) -> usize {
        self.rows.len()
    }

    /// The cells of a column.
    pub(super) fn texts(&self, name: &'static str) -> Result<Vec<&str>, MethodRefusal> {
        let at = self
            .header
            .iter()
            .position(|column| column == name)
            .ok_or(MethodRefusal::MissingColumn(name))?;
        Ok(self
            .rows
            .iter()
            .map(|row| row.get(at).unwrap_or(""))
            .collect())
    }

    /// The numbers of a column, `None` where the cell is empty.
    pub(super) fn numbers(&self, name: &'static str) -> Result<Vec<Option<f64>>, MethodRefusal> {
        let parse = |(at, cell): (usize, &str)| {
            if cell.is_empty() {
                return Ok(None);
            }
            let number = cell.parse::<f64>().ok().filter(|number| number.is_finite());
            number.map(Some).ok_or(MethodRefusal::BadCell {
                row: at + 1,
                column: name,
            })
        };
        self.texts(name)?
            .into_iter()
            .enumerate()
            .map(parse)
            .collect()
    }

    /// The numbers of a column without missing cells.
    pub(super) fn all_numbers(&self, name: &'static str) -> Result<Vec<f64>, MethodRefusal> {
        let need = |(at, number): (usize, Option<f64>)| {
            number.ok_or(MethodRefusal::BadCell {
                row: at + 1,
                column: name,
            })
        };
        self.numbers(name)?
            .into_iter()
            .enumerate()
            .map(need)
            .collect()
    }

    /// The whole numbers, 0 to a thousand million, of a column, `None` where the cell is empty.
    pub(super) fn counts(&self, name: &'static str) -> Result<Vec<Option<i64>>, MethodRefusal> {
        let check = |(at, number): (usize, Option<f64>)| {
            let Some(number) = number else {
                return Ok(None);
            };
            let count = whole(number).filter(|count| (0..=LARGEST_COUNT).contains(count));
            count.map(Some).ok_or(MethodRefusal::BadCell {
                row: at + 1,
                column: name,
            })
        };
        self.numbers(name)?
            .into_iter()
            .enumerate()
            .map(check)
            .collect()
    }

    /// The whole numbers of a column without missing cells.
    pub(super) fn all_counts(&self, name: &'static str) -> Result<Vec<i64>, MethodRefusal> {
        let need = |(at, count): (usize, Option<i64>)| {
            count.ok_or(MethodRefusal::BadCell {
                row: at + 1,
                column: name,
            })
        };
        self.counts(name)?
            .into_iter()
            .enumerate()
            .map(need)
            .collect()
    }
}
