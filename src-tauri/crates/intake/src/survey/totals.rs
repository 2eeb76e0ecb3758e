//! Total rows, which spreadsheets put under and between their rows: a word for a total stands where the adviser, the
//! period or the KPI belongs, or in front of a row without an adviser.

use crate::grid::Cells;
use crate::rows::Plan;

const WORDS: [&str; 33] = [
    "total",
    "totals",
    "subtotal",
    "sub total",
    "sub-total",
    "grand total",
    "grandtotal",
    "overall",
    "overall total",
    "team total",
    "sum",
    "sums",
    "average",
    "mean",
    "all",
    "all advisers",
    "everyone",
    "team average",
    "team",
    "whole team",
    "all staff",
    "everybody",
    "subtotals",
    "sub-totals",
    "sub totals",
    "avg",
    "team avg",
    "team mean",
    "median",
    "all team",
    "overall average",
    "target",
    "targets",
];

/// Whether a row is a total.
pub(crate) fn is_total_row(plan: &Plan, cells: &Cells) -> bool {
    let text = |place: usize| cells.get(place).text;
    let names = [plan.adviser(), plan.period()];
    if names
        .into_iter()
        .flatten()
        .any(|place| is_total(text(place)))
    {
        return true;
    }
    // A KPI may well be called "Total referrals".
    if plan.kpi().is_some_and(|place| is_word(text(place))) {
        return true;
    }
    let has_adviser = plan.adviser().is_some_and(|place| !text(place).is_empty());
    let first = cells
        .iter()
        .map(|cell| cell.text)
        .find(|text| !text.is_empty());
    !has_adviser && first.is_some_and(is_total)
}

fn is_word(text: &str) -> bool {
    text.len() < 15 && WORDS.iter().any(|word| text.eq_ignore_ascii_case(word))
}

fn is_total(text: &str) -> bool {
    // Few cells begin or end like a total, and most cells are looked at here.
    let may_be = match text.as_bytes() {
        [first, second, .., last] => {
            matches!(
                &[first.to_ascii_lowercase(), second.to_ascii_lowercase()],
                b"to"
                    | b"te"
                    | b"su"
                    | b"gr"
                    | b"ov"
                    | b"av"
                    | b"al"
                    | b"me"
                    | b"ev"
                    | b"wh"
                    | b"ta"
            ) || matches!(last.to_ascii_lowercase(), b'l' | b's' | b':' | b'.')
        }
        _ => false,
    };
    if !may_be || text.len() > 60 {
        return false;
    }
    let lower = text.trim_end_matches([':', '.', ' ']).to_lowercase();
    // "Average (mean)", "Totals (team)".
    let bare = lower.split(" (").next().unwrap_or_default();
    WORDS.contains(&bare)
        || WORDS.contains(&lower.as_str())
        || lower.starts_with("total ")
        || lower.starts_with("grand total ")
        || lower.starts_with("subtotal ")
        || lower.ends_with(" total")
        || lower.ends_with(" totals")
}
