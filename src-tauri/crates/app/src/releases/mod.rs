//! What goes out: anonymised summaries with their risk report, and the register of what went out before.

mod finality;
mod judging;
mod labels;
mod left_out;
mod register;
pub mod report;
pub mod table;
pub mod view;

pub use register::choices;

use crate::app::App;
use crate::error::{AppError, ErrorCode};
use crate::files;
use crate::releases::judging::{Judged, Origin, Passed, Question, judge, register_from};
use crate::releases::register::entry_of;
use crate::releases::view::{
    FileFormatView, FileWrittenView, ReleaseCellView, ReleaseColumnView, ReleasePreviewView,
    ReleaseRowView, ReleaseSpec, WriteRelease,
};
use crate::view::NoticeView;
use ::disclosure::{Released, ReleasedCell};
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
        Judged::Passed(passed) => {
            let Passed {
                about, released, ..
            } = passed.as_ref();
            let columns = about.kpis.iter().map(|kpi| ReleaseColumnView {
                name: kpi.name.as_str().to_owned(),
                unit: table::unit(kpi),
            });
            ReleasePreviewView {
                headline: report::headline(words, released.assessment()),
                left_out: left_out::small_teams(words, &released.assessment().policy, about),
                columns: columns.collect(),
                rows: rows(words, released, about),
                refusals: Vec::new(),
                report: report::whole(words, &passed),
                shown: small(released.assessment().shown),
                hidden: small(released.assessment().hidden.len()),
            }
        }
        Judged::Refused { notices, .. } => refused(notices),
    })
}

fn refused(notices: Vec<NoticeView>) -> ReleasePreviewView {
    let headline = notices.first().map(|notice| notice.message.clone());
    ReleasePreviewView {
        headline: headline.unwrap_or_default(),
        left_out: None,
        columns: Vec::new(),
        rows: Vec::new(),
        refusals: notices,
        report: Vec::new(),
        shown: 0,
        hidden: 0,
    }
}

fn rows(words: &Words, released: &Released, about: &table::About) -> Vec<ReleaseRowView> {
    let (of, over) = (words.say("release-of", &[]), words.say("release-over", &[]));
    let policy = &released.assessment().policy;
    let reason_at = |row: usize, column: usize| {
        let hidden = released.assessment().hidden.iter();
        let mut found = hidden.filter(|(at, under, _)| (*at, *under) == (row, column));
        found
            .next()
            .map(|(_, _, because)| report::reason(words, *because, policy))
    };
    let periods = about.rows.iter().map(|(_, period)| *period);
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
                .enumerate()
                .map(|(under, (measure, cell))| {
                    let printed = printed_cell(measure.kind, cell, (&of, &over));
                    let is_hidden = matches!(cell, ReleasedCell::Hidden);
                    ReleaseCellView {
                        value: (!is_hidden).then_some(printed.value),
                        behind: printed.behind,
                        reason: reason_at(at, under),
                    }
                })
                .collect(),
        })
        .collect()
}

/// Writes a summary to a file, with its risk report inside or beside it, and enters it in the register. The entry
/// comes first: what is not in the register is not out. A summary that went out before goes out again as it was, in
/// any format, under its old number.
pub fn write(
    app: &mut App,
    request: WriteRelease,
    path: &Path,
) -> Result<FileWrittenView, AppError> {
    let words = app.words();
    let question = Question::ask(app, &request.spec)?;
    let passed = match judge(app, &question)? {
        Judged::Passed(passed) => passed,
        Judged::Refused { code, notices } => return Err(as_error(code, notices)),
    };
    let printed = report::release_words((words, app.store()?.read()), &passed, app.today())?;
    let format = format_of(request.format);
    let bytes = output::release::write(&passed.released, &printed, format)?;
    let report = output::release::report_beside(&printed, format);
    let kept_from = register_from(app.today()).saturating_mul(DAY);
    let mut change = app.store_mut()?.write(Action::Released)?;
    let cells = passed.about.rows.len() * passed.about.kpis.len();
    let number = match &passed.from {
        Origin::Register(number) => *number,
        Origin::Figures(table) => {
            let hash = digest(&SHA256, &bytes);
            let hash = <[u8; 32]>::try_from(hash.as_ref()).unwrap_or_default();
            let made = (&passed.about, table, &passed.released);
            change.releases().prune(kept_from)?;
            change.releases().add(&entry_of(&question, made, hash))?
        }
    };
    change.object(i64::from(number));
    change.count(u64::try_from(cells).unwrap_or(u64::MAX));
    let second = report_path(path);
    let beside = report
        .as_ref()
        .map(|report| (second.as_path(), report.as_bytes()));
    files::write_entered((path, &bytes), beside, || Ok(change.commit()?))
}

/// Milliseconds of a day.
const DAY: i64 = 86_400_000;

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

/// All that stands in the way as one error: every sentence, and what to do about the first.
fn as_error(code: ErrorCode, notices: Vec<NoticeView>) -> AppError {
    let messages: Vec<&str> = notices
        .iter()
        .map(|notice| notice.message.as_str())
        .collect();
    AppError {
        code,
        message: messages.join(" "),
        hint: notices.into_iter().next().and_then(|notice| notice.hint),
        field: None,
    }
}

fn small(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests;
