//! Half-typed texts, which outlive a lock. A text about an adviser names them in its place, by the id screens
//! have, and is sealed under that adviser's own key.

use crate::app::App;
use crate::error::{AppError, ErrorCode};
use crate::vault::view::DraftView;
use domain::team::AdviserId;
use store::Store;
use store::drafts::{Draft, DraftChange};
use store::team::PublicId;
use words::Arg;
use zeroize::Zeroizing;

/// Longest text kept; longer than any field takes.
const LONGEST: usize = 20_000;
const LONGEST_PLACE: usize = 200;

/// Keeps half-typed texts as one change; an empty one forgets what was kept in its field.
pub fn keep_drafts(app: &mut App, request: Vec<DraftView>) -> Result<(), AppError> {
    let store = app.store_mut()?;
    let mut texts = Vec::with_capacity(request.len());
    for draft in &request {
        within(&draft.field, LONGEST_PLACE)?;
        within(&draft.text, LONGEST)?;
        let kept = match draft.text.as_str() {
            "" => String::new(),
            text => format!("{}\n{text}", draft.caret),
        };
        texts.push((adviser_in(store, &draft.field)?, Zeroizing::new(kept)));
    }
    let changes: Vec<DraftChange<'_>> = request
        .iter()
        .zip(&texts)
        .map(|(draft, (about, text))| DraftChange {
            place: &draft.field,
            about: *about,
            text,
        })
        .collect();
    Ok(store.change_drafts(&changes)?)
}

/// Gives back what was half-typed in a field, and in those whose names go on from it after a stroke.
pub fn take_drafts(app: &mut App, field: String) -> Result<Vec<DraftView>, AppError> {
    let drafts = app.store()?.read().drafts().list()?;
    let below = format!("{field}/");
    let meant = drafts
        .into_iter()
        .filter(|draft| draft.place == field || draft.place.starts_with(&below));
    Ok(meant.filter_map(|draft| view(&draft)).collect())
}

fn view(draft: &Draft) -> Option<DraftView> {
    let (caret, text) = draft.text.split_once('\n')?;
    Some(DraftView {
        field: draft.place.clone(),
        text: text.to_owned(),
        caret: caret.parse().ok()?,
    })
}

fn within(text: &str, limit: usize) -> Result<(), AppError> {
    if text.chars().count() <= limit {
        return Ok(());
    }
    let values = [("limit", Arg::from(limit))];
    Err(AppError::said(
        ErrorCode::RuleRefused,
        "error-text-long",
        &values,
    ))
}

/// The adviser whose id stands in the field's name.
fn adviser_in(store: &Store, field: &str) -> Result<Option<AdviserId>, AppError> {
    for part in field.split('/') {
        if let Ok(id) = part.parse::<PublicId>()
            && let Some(adviser) = store.read().team().find_public(id)?
        {
            return Ok(Some(adviser));
        }
    }
    Ok(None)
}
