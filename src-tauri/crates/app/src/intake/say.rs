//! Reasons in words.

use crate::intake::view::RejectedRowView;
use intake::{Detector, Reason, RejectedLine, RejectedRow, Shown, Survey};
use words::Words;

/// What a refused column looks like.
pub(super) fn detector(words: &Words, detector: Detector) -> String {
    words.say(
        &format!("intake-refused-{}", detector.code().replace('_', "-")),
        &[],
    )
}

/// Why a row is turned away.
pub(super) fn reason(words: &Words, reason: Reason) -> String {
    words.say(
        &format!("intake-reason-{}", reason.code().replace('_', "-")),
        &[],
    )
}

/// A row turned away, as the screen shows it; its value appears nowhere else (rulings 38).
pub(super) fn rejected(words: &Words, survey: &Survey, row: &RejectedRow) -> RejectedRowView {
    let column = row.column.and_then(|column| survey.columns.get(column));
    RejectedRowView {
        line: u32::try_from(row.line).unwrap_or(u32::MAX),
        column: column.map(|column| column.heading.clone()),
        reason: row.reason.code().to_owned(),
        words: reason(words, row.reason),
        value: row.value.as_ref().map(Shown::reveal).map(str::to_owned),
    }
}

/// The last cell of a row in the rejects file: the column and the reason.
pub(super) fn line(words: &Words, survey: &Survey, row: &RejectedLine) -> String {
    let column = row
        .column
        .and_then(|column| survey.columns.get(usize::from(column)));
    match column.filter(|column| !column.heading.is_empty()) {
        Some(column) => format!("{}: {}", column.heading, reason(words, row.reason)),
        None => reason(words, row.reason),
    }
}
