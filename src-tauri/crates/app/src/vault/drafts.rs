//! Half-typed texts, which outlive a lock. A text about an adviser names them in its place, by the id screens
//! have, and is sealed under that adviser's own key.

use crate::app::App;
use crate::error::{AppError, ErrorCode};
use crate::vault::view::DraftView;
use domain::team::AdviserId;
use store::Store;
use store::team::PublicId;
use words::Arg;

/// Longest text kept; longer than any field takes.
const LONGEST: usize = 20_000;
const LONGEST_PLACE: usize = 200;

/// Keeps a half-typed text; an empty one forgets what was kept.
pub fn keep_draft(app: &mut App, request: DraftView) -> Result<(), AppError> {
    let DraftView { field, text, caret } = request;
    for (value, limit) in [(&field, LONGEST_PLACE), (&text, LONGEST)] {
        if value.chars().count() > limit {
            let values = [("limit", Arg::from(limit))];
            return Err(AppError::said(
                ErrorCode::RuleRefused,
                "error-text-long",
                &values,
            ));
        }
    }
    let store = app.store_mut()?;
    if text.is_empty() {
        return Ok(store.drop_draft(&field)?);
    }
    let about = adviser_in(store, &field)?;
    let kept = zeroize::Zeroizing::new(format!("{caret}\n{text}"));
    Ok(store.save_draft(&field, about, &kept)?)
}

/// Gives back what was half-typed in a field.
pub fn take_draft(app: &mut App, field: String) -> Result<Option<DraftView>, AppError> {
    let draft = app.store()?.read().drafts().find(&field)?;
    Ok(draft.and_then(|draft| {
        let (caret, text) = draft.text.split_once('\n')?;
        Some(DraftView {
            text: text.to_owned(),
            caret: caret.parse().ok()?,
            field,
        })
    }))
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
