//! What goes out: anonymised summaries with their risk report, and the register of what went out before.

mod judging;
mod register;
pub mod report;
pub mod table;
pub mod view;

pub use register::choices;

use crate::app::App;
use crate::error::{AppError, ErrorCode};
use crate::files;
use crate::releases::judging::{Judged, Question, judge};
use crate::releases::register::entry_of;
use crate::releases::view::{
    FileFormatView, FileWrittenView, ReleaseCellView, ReleasePreviewView, ReleaseRowView,
    ReleaseSpec, WriteRelease,
};
use crate::view::NoticeView;
use ::disclosure::{Refusal, Released, ReleasedCell};
use output::release::{Format, band, printed_cell};
use ring::digest::{SHA256, digest};
use std::path::{Path, PathBuf};
use store::Action;
use words::Words;

/// A summary as it would go out, with what was tried against it.
pub fn preview(app: &App, request: ReleaseSpec) -> Result<ReleasePreviewView, AppError> {
    let words = app.words();
    let question = Question::ask(app, &request)?;
    Ok(match judge(app, &question)? {
        Judged::Passed { summed, released } => ReleasePreviewView {
            headline: report::headline(words, released.assessment()),
            columns: summed
                .kpis
                .iter()
                .map(|kpi| kpi.name.as_str().to_owned())
                .collect(),
            rows: rows(words, &released, &summed),
            refusals: Vec::new(),
            report: report::report(words, &released, &summed.left_out),
            shown: small(released.assessment().shown),
            hidden: small(released.assessment().hidden.len()),
        },
        Judged::Refused { refusal, rows } => refused(report::refusal(words, &refusal, &rows)),
        Judged::Empty => refused(report::empty_refusal(words)),
    })
}

fn refused(notice: NoticeView) -> ReleasePreviewView {
    ReleasePreviewView {
        headline: notice.message.clone(),
        columns: Vec::new(),
        rows: Vec::new(),
        refusals: vec![notice],
        report: Vec::new(),
        shown: 0,
        hidden: 0,
    }
}

fn rows(words: &Words, released: &Released, summed: &table::Summed) -> Vec<ReleaseRowView> {
    let (of, over) = (words.say("release-of", &[]), words.say("release-over", &[]));
    let policy = &released.assessment().policy;
    let reason_at = |row: usize, column: usize| {
        let hidden = released.assessment().hidden.iter();
        let mut found = hidden.filter(|(at, under, _)| (*at, *under) == (row, column));
        found
            .next()
            .map(|(_, _, because)| report::reason(words, *because, policy))
    };
    let periods = summed.rows.iter().map(|(_, period)| *period);
    let printed = released.rows().iter().zip(periods).enumerate();
    printed
        .map(|(at, (row, period))| ReleaseRowView {
            team: row.group.clone(),
            period: row.period.clone(),
            period_words: report::period_words(words, period),
            advisers: band(row.contributors),
            cells: released
                .measures()
                .iter()
                .zip(&row.cells)
                .zip(&summed.kpis)
                .enumerate()
                .map(|(under, ((measure, cell), kpi))| ReleaseCellView {
                    value: match cell {
                        ReleasedCell::Hidden => None,
                        ReleasedCell::Shown { .. } | ReleasedCell::NotAvailable => {
                            let around = (of.as_str(), over.as_str(), kpi.unit_words.as_str());
                            Some(printed_cell(measure.kind, cell, around))
                        }
                    },
                    reason: reason_at(at, under),
                })
                .collect(),
        })
        .collect()
}

/// Writes a summary to a file, with its risk report inside or beside it, and enters it in the register: all of that
/// happens or nothing.
pub fn write(
    app: &mut App,
    request: WriteRelease,
    path: &Path,
) -> Result<FileWrittenView, AppError> {
    let words = app.words();
    let question = Question::ask(app, &request.spec)?;
    let (summed, released) = match judge(app, &question)? {
        Judged::Passed { summed, released } => (summed, released),
        Judged::Refused { refusal, rows } => {
            let notice = report::refusal(words, &refusal, &rows);
            return Err(as_error(code_of(&refusal), notice));
        }
        Judged::Empty => {
            let notice = report::empty_refusal(words);
            return Err(as_error(ErrorCode::ReleaseRefused, notice));
        }
    };
    let printed = report::release_words(words, &released, &summed, app.today());
    let format = format_of(request.format);
    let bytes = output::release::write(&released, &printed, format)?;
    let report = output::release::report_beside(&printed, format);
    let hash = digest(&SHA256, &bytes);
    let hash = <[u8; 32]>::try_from(hash.as_ref()).unwrap_or_default();
    let entry = entry_of(&question, &summed, &released, hash);
    let mut change = app.store_mut()?.write(Action::Released)?;
    let number = change.releases().add(&entry)?;
    change.object(i64::from(number));
    change.count(u64::try_from(entry.cells.len()).unwrap_or(u64::MAX));
    let beside = report_path(path);
    let written = match &report {
        Some(report) => files::write_both((path, &bytes), (&beside, report.as_bytes()))?,
        None => files::write(path, &bytes)?,
    };
    if let Err(error) = change.commit() {
        // What is not in the register must not be out either.
        std::fs::remove_file(path).ok();
        if report.is_some() {
            std::fs::remove_file(beside).ok();
        }
        return Err(error.into());
    }
    Ok(written)
}

/// Where the risk report of a file lies when the file has no room for it: `summary.csv` has `summary.report.txt`.
fn report_path(path: &Path) -> PathBuf {
    path.with_extension("report.txt")
}

/// A file name that says spec and period, for the dialog.
pub fn suggested_name(request: &WriteRelease) -> String {
    let ending = match request.format {
        FileFormatView::Csv => "csv",
        FileFormatView::Xlsx => "xlsx",
        FileFormatView::Pdf => "pdf",
        FileFormatView::Json => "json",
    };
    let edge = |text: &str| domain::period::parse_period(text).ok();
    let (from, to) = (edge(&request.spec.from), edge(&request.spec.to));
    format!("{}.{ending}", report::file_name(from.as_ref(), to.as_ref()))
}

fn format_of(view: FileFormatView) -> Format {
    match view {
        FileFormatView::Csv => Format::Csv,
        FileFormatView::Xlsx => Format::Xlsx,
        FileFormatView::Pdf => Format::Pdf,
        FileFormatView::Json => Format::Json,
    }
}

fn code_of(refusal: &Refusal) -> ErrorCode {
    match refusal {
        Refusal::TooSmall { .. } => ErrorCode::TooSmallToRelease,
        Refusal::NothingLeft | Refusal::Overlap { .. } | Refusal::OlderThanRegister { .. } => {
            ErrorCode::ReleaseRefused
        }
    }
}

fn as_error(code: ErrorCode, notice: NoticeView) -> AppError {
    AppError {
        code,
        message: notice.message,
        hint: notice.hint,
        field: None,
    }
}

fn small(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests;
