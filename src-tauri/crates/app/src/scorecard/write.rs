//! Named files out: an adviser's scorecard or the team report, at a place the person chose. The passphrase must have
//! been typed within five minutes (rulings 45), and the journal says that a named file was written.

use super::basis::{Basis, Shown, Whom};
use super::document::{adviser_document, frame, team_document};
use super::report::{ReportRequest, first_month, report_of};
use super::team_page::{is_gone, on_the_page};
use crate::app::App;
use crate::error::{AppError, ErrorCode};
use crate::files;
use crate::releases::view::{FileFormatView, FileWrittenView, WriteScorecard};
use domain::team::{Adviser, AdviserId, Alias};
use output::{json, pdf_scorecard, xlsx_scorecard};
use std::path::Path;
use store::Action;

/// A file in memory, and whom it names.
struct Made {
    bytes: Vec<u8>,
    advisers: usize,
    about: Option<AdviserId>,
}

/// Writes the file. The entry in the journal comes first: without it there is no file.
pub fn write(
    app: &mut App,
    request: WriteScorecard,
    path: &Path,
) -> Result<FileWrittenView, AppError> {
    app.require_fresh_passphrase()?;
    let made = make(app, &request)?;
    let mut write = app.store_mut()?.write(Action::NamedFileWritten)?;
    write.count(u64::try_from(made.advisers).unwrap_or_default());
    if let Some(adviser) = made.about {
        write.about(adviser);
    }
    files::write_entered((path, &made.bytes), None, || Ok(write.commit()?))
}

/// The name offered for the file: what it is and its month, nobody's name.
pub fn suggested_name(app: &App, request: &WriteScorecard) -> Result<String, AppError> {
    let basis = Basis::load(app.store()?, app.words(), app.today())?;
    let month = basis.shown(request.month.as_deref())?.month;
    let what = if request.adviser.is_some() {
        "scorecard"
    } else {
        "team"
    };
    let ending = match request.format {
        FileFormatView::Pdf => "pdf",
        FileFormatView::Xlsx => "xlsx",
        FileFormatView::Json => "json",
        FileFormatView::Csv => "csv",
    };
    Ok(format!("plumbline-{what}-{month}.{ending}"))
}

/// The public id of an adviser known by alias, as the terminal has it.
pub fn adviser_of_alias(app: &App, alias: &str) -> Result<String, AppError> {
    let team = app.store()?.read().team();
    let found = team
        .find_alias(&Alias::parse(alias)?)?
        .ok_or_else(AppError::not_found)?;
    Ok(team.public_id(found)?.to_string())
}

fn make(app: &App, request: &WriteScorecard) -> Result<Made, AppError> {
    let store = app.store()?;
    let basis = Basis::load(store, app.words(), app.today())?;
    let shown = basis.shown(request.month.as_deref())?;
    let adviser = request
        .adviser
        .as_deref()
        .map(|id| basis.adviser(id))
        .transpose()?;
    let from = first_month(request.from.as_deref(), shown)?;
    let named = named(&basis, adviser.as_ref(), shown)?;
    let document = || match &adviser {
        Some(adviser) => {
            adviser_document(&basis, frame(&basis, store.id())?, adviser, (shown, from))
        }
        None => team_document(&basis, frame(&basis, store.id())?, shown),
    };
    let bytes = match request.format {
        FileFormatView::Pdf => pdf_scorecard(&document()?)?,
        FileFormatView::Xlsx => xlsx_scorecard(&document()?)?,
        FileFormatView::Json => {
            let to = Some(shown.month.to_string());
            json(&report_of(
                &basis,
                &named,
                &ReportRequest {
                    from: request.from.clone(),
                    to,
                    ..ReportRequest::default()
                },
            )?)?
        }
        FileFormatView::Csv => {
            let refusal = AppError::said(ErrorCode::RuleRefused, "error-scorecard-csv", &[]);
            return Err(refusal.at("format"));
        }
    };
    Ok(Made {
        bytes,
        advisers: named.len(),
        about: adviser.map(|adviser| adviser.id),
    })
}

/// Whom the file names: one adviser, or everybody in the team in the month.
fn named(
    basis: &Basis<'_>,
    adviser: Option<&Adviser>,
    shown: Shown,
) -> Result<Vec<Adviser>, AppError> {
    if let Some(adviser) = adviser {
        return Ok(vec![adviser.clone()]);
    }
    let mut advisers = on_the_page(basis, shown, Whom::Everybody)?;
    advisers.retain(|adviser| !is_gone(adviser, shown));
    Ok(advisers)
}
