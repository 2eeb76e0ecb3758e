//! Checking a whole file, and a digest of what it says. Opening has proved the header, the freshness of the
//! body and the last journal entries; this goes on to every page, every entry and every roll-up.

use crate::app::App;
use crate::error::AppError;
use crate::vault::view::{CheckView, CheckedView};
use ::vault::Notice;
use store::Action;
use words::Arg;

/// Checks the open vault whole and says what was checked. Pages come first: what cannot be read cannot be compared,
/// and nothing is written to a file whose pages or journal are damaged.
pub fn verify(app: &mut App) -> Result<CheckView, AppError> {
    let words = app.words();
    let found = &app.session()?.found;
    let part = |part, mended, [whole, otherwise]: [&str; 2]| {
        let key = if found.contains(&mended) {
            otherwise
        } else {
            whole
        };
        checked(part, true, words.say(key, &[]))
    };
    let mut parts = vec![
        part(
            "header",
            Notice::HeaderRepaired,
            ["check-header", "check-header-mended"],
        ),
        part(
            "freshness",
            Notice::NotClosedCleanly,
            ["check-freshness", "check-freshness-open"],
        ),
    ];
    if app.store()?.check().is_err() {
        parts.push(checked(
            "pages",
            false,
            words.say("check-pages-damaged", &[]),
        ));
        return Ok(CheckView {
            sound: false,
            parts,
        });
    }
    parts.push(checked("pages", true, words.say("check-pages", &[])));
    let is_chained = compare(app, &mut parts)?;
    let sound = parts.iter().all(|part| part.sound);
    if is_chained {
        app.store_mut()?.note(if sound {
            Action::Checked
        } else {
            Action::DamageFound
        })?;
    }
    Ok(CheckView { sound, parts })
}

/// Compares what the sound pages say; gives whether the journal is unbroken.
fn compare(app: &App, parts: &mut Vec<CheckedView>) -> Result<bool, AppError> {
    let words = app.words();
    let read = app.store()?.read();
    let chain = read.journal().verify_all()?;
    let rolls = read.figures().check_rolls()?;
    let totals = read.totals().check()?;
    let mut said = |part: &str, sound: bool, [yes, no]: [&str; 2], values: &[(&str, Arg)]| {
        let key = if sound { yes } else { no };
        parts.push(checked(part, sound, words.say(key, values)));
    };
    let of = |all: u64, wrong: u64| [("count", count(all)), ("wrong", count(wrong))];
    let is_chained = chain.broken.is_none();
    said(
        "journal",
        is_chained,
        ["check-journal", "check-journal-broken"],
        &[("count", count(chain.checked))],
    );
    said(
        "rolls",
        rolls.wrong == 0,
        ["check-rolls", "check-rolls-wrong"],
        &of(rolls.pairs, rolls.wrong),
    );
    said(
        "totals",
        totals.wrong == 0,
        ["check-totals", "check-totals-wrong"],
        &of(totals.totals, totals.wrong),
    );
    Ok(is_chained)
}

/// SHA-256 over the logical content in a fixed order: equal content, equal digest.
pub fn digest(app: &App) -> Result<String, AppError> {
    Ok(app.store()?.read().digest()?)
}

fn checked(part: &str, sound: bool, words: String) -> CheckedView {
    CheckedView {
        part: part.to_owned(),
        sound,
        words,
    }
}

fn count(number: u64) -> Arg {
    Arg::from(i64::try_from(number).unwrap_or(i64::MAX))
}
