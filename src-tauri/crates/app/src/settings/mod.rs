//! Settings: what travels with the vault, and what stays on this computer.

pub(crate) mod about;
pub(crate) mod computer;
mod vault;
pub mod view;

pub use about::about;
pub use computer::WindowSize;
pub use vault::{VaultSettings, of};

use crate::app::App;
use crate::environment::Environment;
use crate::error::{AppError, ErrorCode};
use crate::settings::view::{KeyView, ResizeText, SettingsView};
use crate::undo;
use ::vault::idle::IdleTimer;
use domain::figure::Keeping;
use std::collections::BTreeSet;
use store::{Action, Read};
use words::Words;

const IDLE_MINUTES: std::ops::RangeInclusive<u32> = 1..=60;
const TEXT_SIZES: std::ops::RangeInclusive<u32> = 80..=200;
/// Longest handling text.
const LONGEST_HANDLING: usize = 60;
/// Longest reason for keeping figures longer.
const LONGEST_REASON: usize = 200;

/// All settings; those of the vault as they are before one is open.
pub fn load(app: &mut App) -> Result<SettingsView, AppError> {
    let vault = match app.session() {
        Ok(session) => of(session.store.read())?,
        Err(_) => VaultSettings::default(),
    };
    Ok(view_of(vault, computer::load(&app.environment)))
}

/// Saves all settings at once; only what changed is written.
pub fn save(app: &mut App, request: SettingsView) -> Result<SettingsView, AppError> {
    check(&request)?;
    let wanted = VaultSettings {
        idle_minutes: request.idle_minutes,
        participant_word: request.participant_word,
        count_chart: request.count_chart,
        rule_set: request.rule_set,
        points_needed: request.points_needed,
        handling_text: request.handling_text.trim().to_owned(),
        keeping: Keeping::parse(request.figures_kept_months, &request.figures_kept_reason)?,
        keeping_reason: request.figures_kept_reason.trim().to_owned(),
    };
    let former = of(app.store()?.read())?;
    if wanted != former {
        let mut write = app.store_mut()?.write(Action::SettingsChanged)?;
        let step = vault::write(&mut write, &former, &wanted)?;
        write.count(u64::try_from(step.len()).unwrap_or(u64::MAX));
        undo::record(&mut write, &step)?;
        write.commit()?;
        follow(app)?;
    }
    let mut kept = computer::load(&app.environment);
    kept.theme = request.theme;
    kept.density = request.density;
    kept.text_size = request.text_size;
    kept.motion = request.motion;
    kept.keys = request.keys;
    if kept.remember_recent != request.remember_recent {
        kept.remember_recent = request.remember_recent;
        kept.recent.clear();
    }
    computer::save(&app.environment, &kept)?;
    load(app)
}

/// Sets the text size of this computer, whether a vault is open or not.
pub fn resize(app: &mut App, request: ResizeText) -> Result<SettingsView, AppError> {
    check_text_size(request.text_size)?;
    let mut kept = computer::load(&app.environment);
    kept.text_size = request.text_size;
    computer::save(&app.environment, &kept)?;
    load(app)
}

/// Lets the idle timer follow the setting, after a change or its undoing.
pub(crate) fn follow(app: &mut App) -> Result<(), AppError> {
    let minutes = of(app.store()?.read())?.idle_minutes;
    let now = app.now().moment();
    let session = app.session_mut()?;
    if session.idle_minutes != minutes {
        session.idle_minutes = minutes;
        session.timer = IdleTimer::new(u64::from(minutes), now);
    }
    Ok(())
}

fn check_text_size(text_size: u32) -> Result<(), AppError> {
    if TEXT_SIZES.contains(&text_size) {
        return Ok(());
    }
    let key = "error-settings-text-size";
    Err(AppError::said(ErrorCode::RuleRefused, key, &[]).at("text_size"))
}

fn check(request: &SettingsView) -> Result<(), AppError> {
    let refused =
        |key: &str, field: &str| AppError::said(ErrorCode::RuleRefused, key, &[]).at(field);
    if !IDLE_MINUTES.contains(&request.idle_minutes) {
        return Err(refused("error-settings-idle", "idle_minutes"));
    }
    check_text_size(request.text_size)?;
    if !keys_make_sense(&request.keys) {
        return Err(refused("error-settings-keys", "keys"));
    }
    let handling = (&request.handling_text, LONGEST_HANDLING, "handling_text");
    let reason = (
        &request.figures_kept_reason,
        LONGEST_REASON,
        "figures_kept_reason",
    );
    for (text, longest, field) in [handling, reason] {
        if text.chars().any(char::is_control) {
            return Err(refused("error-text-control", field));
        }
        if text.chars().count() > longest {
            let limit = [("limit", words::Arg::from(longest))];
            let refusal = AppError::said(ErrorCode::RuleRefused, "error-text-long", &limit);
            return Err(refusal.at(field));
        }
    }
    Ok(())
}

/// Whether chosen keys are named as the page names them, each act and each chord once.
fn keys_make_sense(keys: &[KeyView]) -> bool {
    const MOST: usize = 40;
    const LONGEST: usize = 30;
    let is_act = |act: &str| {
        (1..=LONGEST).contains(&act.len())
            && act
                .bytes()
                .all(|one| one.is_ascii_lowercase() || one == b'-')
    };
    let is_chord = |chord: &str| {
        (1..=LONGEST).contains(&chord.len())
            && !chord.chars().any(|one| one.is_control() || one == ' ')
    };
    let acts: BTreeSet<&str> = keys.iter().map(|key| key.act.as_str()).collect();
    let chords: BTreeSet<&str> = keys.iter().map(|key| key.chord.as_str()).collect();
    keys.len() <= MOST
        && acts.len() == keys.len()
        && chords.len() == keys.len()
        && keys
            .iter()
            .all(|key| is_act(&key.act) && is_chord(&key.chord))
}

/// What stands on every page and file that goes out: the handling text and, over made-up figures, a word that says
/// so. Empty when there is neither.
pub(crate) fn handling(read: Read<'_>, words: &Words) -> Result<String, AppError> {
    let sample = crate::sample::is_present(read)?.then(|| words.say("page-sample", &[]));
    let texts = [Some(of(read)?.handling_text), sample];
    let said: Vec<String> = texts
        .into_iter()
        .flatten()
        .filter(|text| !text.is_empty())
        .collect();
    Ok(said.join(" · "))
}

/// How large the window of an open vault is at first.
const WINDOW: WindowSize = WindowSize {
    width: 1280,
    height: 860,
    maximised: false,
};

/// How large the window of an open vault was left, or is at first.
pub fn window(environment: &Environment) -> WindowSize {
    computer::load(environment).window.unwrap_or(WINDOW)
}

/// Keeps how large the window was left; what did not change is not written again.
pub fn keep_window(environment: &Environment, size: WindowSize) -> Result<(), AppError> {
    let mut kept = computer::load(environment);
    let former = kept.window.unwrap_or(WINDOW);
    // A window that fills the screen goes back to the size it had before.
    let size = if size.maximised {
        WindowSize {
            maximised: true,
            ..former
        }
    } else {
        size
    };
    if former == size {
        return Ok(());
    }
    kept.window = Some(size);
    computer::save(environment, &kept)
}

fn view_of(vault: VaultSettings, computer: computer::ComputerSettings) -> SettingsView {
    SettingsView {
        idle_minutes: vault.idle_minutes,
        theme: computer.theme,
        density: computer.density,
        text_size: computer.text_size,
        motion: computer.motion,
        keys: computer.keys,
        participant_word: vault.participant_word,
        count_chart: vault.count_chart,
        rule_set: vault.rule_set,
        points_needed: vault.points_needed,
        remember_recent: computer.remember_recent,
        handling_text: vault.handling_text,
        figures_kept_months: vault.keeping.months(),
        figures_kept_reason: vault.keeping_reason,
    }
}

#[cfg(test)]
mod tests;
