//! The long layout of a release (disclosure.md, head): one row a cell, columns
//! `release,table,team,period,measure,value`; a hidden cell is `[c]`, a cell without a figure is empty.
//!
//! A share goes out as both numbers and their rate in whole per cent, a rate per exposure with one decimal, a
//! mean with one decimal: all parts shown or all hidden, never one without the others. A rate is computed from
//! the numbers as they are printed, so that nothing finer can be worked out from it.

use crate::document::ReleaseWords;
use disclosure::{Band, Measure, MeasureKind, Released, ReleasedCell, ReleasedRow};
use serde::{Deserialize, Serialize};

/// Columns of the long layout.
pub(crate) const COLUMNS: [&str; 6] = ["release", "table", "team", "period", "measure", "value"];

/// The mark of a hidden cell, whatever the reason.
pub(crate) const HIDDEN: &str = "[c]";
/// What a cell without a figure holds in a file: nothing. `[z]` is kept for what cannot exist (disclosure.md).
pub(crate) const NOTHING: &str = "";
/// The same for people, who would take a gap for an oversight.
const NO_FIGURE: &str = "\u{2013}";

/// One cell of a release.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LongRow {
    /// The release's name.
    pub release: String,
    /// The table's name.
    pub table: String,
    /// The team.
    pub team: String,
    /// The period's text form.
    pub period: String,
    /// The measure.
    pub measure: String,
    /// The value as printed, or its mark.
    pub value: String,
}

/// The parts a measure is printed as: suffix of the name, and what it is.
fn parts(kind: MeasureKind) -> &'static [&'static str] {
    match kind {
        MeasureKind::Count => &[""],
        MeasureKind::Share => &["_num", "_den", ""],
        MeasureKind::Rate => &["_num", "_exposure", ""],
        MeasureKind::Mean => &["_sum", "_readings", ""],
    }
}

/// The directive lines that tell a reader what each measure is.
pub(crate) fn directives(released: &Released) -> Vec<String> {
    let base = released.assessment().policy.rounding_base();
    released
        .measures()
        .iter()
        .flat_map(|measure| measure_directives(measure, base))
        .collect()
}

fn measure_directives(measure: &Measure, base: Option<i64>) -> Vec<String> {
    let code = &measure.code;
    let round = base.map_or_else(String::new, |base| format!(" round={base}"));
    match measure.kind {
        MeasureKind::Count => vec![format!("#measure {code} type=count{round}")],
        MeasureKind::Share => vec![
            format!("#measure {code}_num type=count{round}"),
            format!("#measure {code}_den type=count{round}"),
            format!("#rate {code} = {code}_num / {code}_den scale=100 decimals=0"),
        ],
        MeasureKind::Rate => vec![
            format!("#measure {code}_num type=count{round}"),
            format!("#measure {code}_exposure type=sum{round}"),
            format!("#rate {code} = {code}_num / {code}_exposure scale=1 decimals=1"),
        ],
        MeasureKind::Mean => vec![
            format!("#measure {code}_sum type=sum{round}"),
            format!("#measure {code}_readings type=count{round}"),
            format!("#rate {code} = {code}_sum / {code}_readings scale=1 decimals=1"),
        ],
    }
}

/// All cells in dimension order.
pub(crate) fn long_rows(released: &Released, words: &ReleaseWords) -> Vec<LongRow> {
    let mut rows = Vec::new();
    for row in released.rows() {
        for (measure, cell) in released.measures().iter().zip(&row.cells) {
            for (suffix, value) in parts(measure.kind).iter().zip(values(measure.kind, cell)) {
                rows.push(LongRow {
                    release: words.name.clone(),
                    table: "kpis".to_owned(),
                    team: row.group.clone(),
                    period: row.period.clone(),
                    measure: format!("{}{suffix}", measure.code),
                    value,
                });
            }
        }
    }
    rows
}

/// The printed values of one cell, in the order of its parts.
fn values(kind: MeasureKind, cell: &ReleasedCell) -> Vec<String> {
    match *cell {
        ReleasedCell::Hidden => vec![HIDDEN.to_owned(); parts(kind).len()],
        ReleasedCell::NotAvailable => vec![NOTHING.to_owned(); parts(kind).len()],
        ReleasedCell::Shown {
            numerator,
            denominator,
        } => {
            let whole = denominator.unwrap_or(0);
            match kind {
                MeasureKind::Count => vec![numerator.to_string()],
                MeasureKind::Share => {
                    vec![
                        numerator.to_string(),
                        whole.to_string(),
                        ratio(numerator, whole, 100, 0),
                    ]
                }
                MeasureKind::Rate => {
                    let tenths = divide(whole, 100);
                    vec![
                        numerator.to_string(),
                        decimal(tenths, 1),
                        ratio(numerator.saturating_mul(10), tenths, 1, 1),
                    ]
                }
                MeasureKind::Mean => {
                    let tenths = divide(numerator, 100);
                    vec![
                        decimal(tenths, 1),
                        whole.to_string(),
                        ratio(tenths, whole.saturating_mul(10), 1, 1),
                    ]
                }
            }
        }
    }
}

/// `scale × numerator / denominator` with so many decimals, rounded half away from zero in whole numbers.
fn ratio(numerator: i64, denominator: i64, scale: i64, decimals: u32) -> String {
    if denominator <= 0 {
        return NOTHING.to_owned();
    }
    let shift = 10_i64.pow(decimals);
    decimal(
        divide(
            numerator.saturating_mul(scale).saturating_mul(shift),
            denominator,
        ),
        decimals,
    )
}

/// A division rounded half away from zero; numbers here are never below zero.
fn divide(number: i64, by: i64) -> i64 {
    number.saturating_add(by / 2).checked_div(by).unwrap_or(0)
}

/// A whole number of units of the last decimal place, as text.
fn decimal(units: i64, decimals: u32) -> String {
    if decimals == 0 {
        return units.to_string();
    }
    let shift = 10_i64.pow(decimals);
    format!("{}.{}", units / shift, units % shift)
}

/// Measures beside each other on a page; more of them stand in a table below.
pub(crate) const WIDE: usize = 4;

/// One printed row of the PDF.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(crate) struct PrintedRow {
    pub(crate) group: String,
    pub(crate) period: String,
    pub(crate) contributors: String,
    pub(crate) cells: Vec<PrintedCell>,
}

/// Rows for people: the rate first, with its numbers behind it.
pub(crate) fn printed_rows(released: &Released, words: &ReleaseWords) -> Vec<PrintedRow> {
    released
        .rows()
        .iter()
        .zip(&words.periods)
        .map(|(row, period)| printed_row(released, row, period, words))
        .collect()
}

fn printed_row(
    released: &Released,
    row: &ReleasedRow,
    period: &str,
    words: &ReleaseWords,
) -> PrintedRow {
    let cells = released.measures().iter().zip(&row.cells);
    let between = (words.of.as_str(), words.over.as_str());
    PrintedRow {
        group: row.group.clone(),
        period: period.to_owned(),
        contributors: band(row.contributors),
        cells: cells
            .map(|(measure, cell)| printed_cell(measure.kind, cell, between))
            .collect(),
    }
}

/// A cell as people read it: what it says, and in small type the numbers behind it, so that every number that goes
/// out is seen.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct PrintedCell {
    /// "43", "58 %", "4.4", a dash where nothing was recorded, or the mark of a hidden cell.
    pub value: String,
    /// "29 of 50", "34 over 7.7"; empty for a count.
    pub behind: String,
}

/// Prints one cell; the words between its numbers are "of" and "over". What a rate or a mean is in stands at the
/// head of its column.
pub fn printed_cell(
    kind: MeasureKind,
    cell: &ReleasedCell,
    (of, over): (&str, &str),
) -> PrintedCell {
    let values = values(kind, cell);
    let alone = |value: &str| PrintedCell {
        value: value.to_owned(),
        behind: String::new(),
    };
    match (cell, kind, values.as_slice()) {
        (ReleasedCell::NotAvailable, _, _) => alone(NO_FIGURE),
        (ReleasedCell::Hidden, _, _) => alone(HIDDEN),
        (_, MeasureKind::Share, [numerator, whole, rate]) => PrintedCell {
            value: format!("{rate}\u{a0}%"),
            behind: format!("{numerator} {of} {whole}"),
        },
        (_, MeasureKind::Rate | MeasureKind::Mean, [total, base, rate]) => PrintedCell {
            value: rate.clone(),
            behind: format!("{total} {over} {base}"),
        },
        (_, _, values) => alone(values.last().map_or("", String::as_str)),
    }
}

/// A band of contributors in figures: "5–9", "20+".
pub fn band(band: Band) -> String {
    match band.to {
        Some(to) => format!("{}\u{2013}{to}", band.from),
        None => format!("{}+", band.from),
    }
}
