//! `create`, `verify`, `digest`, `passphrase`, `recover` and `journal`.

use crate::args::Secrets;
use crate::exit::Failure;
use crate::print::{Manner, say};
use crate::session::{absolute, app, ask, new_passphrase, with_vault};
use app::App;
use app::journal::view::{EntryView, JournalView, LoadJournal};
use app::vault::view::{BeginCreation, ConfirmRecovery, OpenVault, RecoveryCodeView};
use app::{journal, vault};
use serde_json::json;
use std::io::{IsTerminal, Write, stdin, stdout};
use std::path::Path;

/// What a new vault is to be.
pub(super) struct Wishes {
    pub(super) sample: bool,
    pub(super) accept_risks: bool,
}

/// How closely the journal is looked at.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Depth {
    /// Its entries are listed.
    Entries,
    /// Its chain decides the exit code too.
    Chain,
}

/// Entries asked for at once.
const PAGE: u32 = 500;

/// Makes a vault and prints its recovery code once.
pub(super) fn create(
    path: &Path,
    wishes: Wishes,
    secrets: &Secrets,
    manner: Manner,
) -> Result<(), Failure> {
    let mut app = app();
    let place = vault::choose_new(&mut app, absolute(path))?;
    if !wishes.accept_risks && !place.risks.is_empty() {
        let risks: Vec<&str> = place
            .risks
            .iter()
            .map(|risk| risk.message.as_str())
            .collect();
        return Err(Failure::Usage(format!(
            "{} Go on with --accept-risks.",
            risks.join(" ")
        )));
    }
    let passphrase = new_passphrase(secrets.passphrase_file.as_deref(), "--passphrase-file")?;
    let begin = BeginCreation {
        place: place.place,
        accept_risks: wishes.accept_risks,
        sample: wishes.sample,
    };
    let code = vault::begin(&mut app, begin, passphrase.as_bytes())?;
    let is_asked =
        manner == Manner::Sentences && secrets.passphrase_file.is_none() && stdin().is_terminal();
    if is_asked {
        say(&format!(
            "Recovery code, shown once. Copy it onto paper:\n\n  {}\n",
            code.groups.join(" ")
        ));
        type_back(&mut app, &code)?;
    } else {
        vault::finish_unconfirmed(&mut app)?;
    }
    vault::close(&mut app)?;
    let made = json!({
        "vault": place.name, "sample": wishes.sample, "recovery_code": code.groups, "recovery_confirmed": is_asked,
    });
    manner.answer(&made, |_| match is_asked {
        true => vec!["The vault is made.".to_owned()],
        false => vec![
            "The vault is made.".to_owned(),
            format!("Recovery code, shown once: {}", code.groups.join(" ")),
            "It was not typed back, so the app asks about it at the first opening.".to_owned(),
        ],
    });
    Ok(())
}

/// Asks for two groups until they match; an empty line gives the vault up.
fn type_back(app: &mut App, code: &RecoveryCodeView) -> Result<(), Failure> {
    loop {
        let mut answers = Vec::new();
        for number in &code.asked {
            let mut out = stdout().lock();
            drop(write!(out, "Group {number}: "));
            drop(out.flush());
            let mut line = String::new();
            if stdin().read_line(&mut line).is_err() || line.trim().is_empty() {
                vault::abandon(app)?;
                return Err(Failure::Usage(
                    "Nothing was made: the recovery code was not typed back.".to_owned(),
                ));
            }
            answers.push(line.trim().to_owned());
        }
        let check = vault::confirm_recovery(app, ConfirmRecovery { answers })?;
        if check.finished {
            return Ok(());
        }
        let wrong = code
            .asked
            .iter()
            .zip(&check.matches)
            .filter(|(_, matches)| !**matches);
        let wrong: Vec<String> = wrong.map(|(number, _)| number.to_string()).collect();
        say(&format!(
            "Group {} does not match. Check it against your sheet.",
            wrong.join(" and ")
        ));
    }
}

/// Checks the whole vault and says what was checked.
pub(super) fn verify(path: &Path, secrets: &Secrets, manner: Manner) -> Result<(), Failure> {
    let check = with_vault(path, secrets, |app| Ok(vault::verify(app)?))?;
    manner.answer(&check, |check| {
        check.parts.iter().map(|part| part.words.clone()).collect()
    });
    if check.sound {
        Ok(())
    } else {
        Err(Failure::Damaged)
    }
}

/// Prints the digest of the logical content.
pub(super) fn digest(path: &Path, secrets: &Secrets, manner: Manner) -> Result<(), Failure> {
    let digest = with_vault(path, secrets, |app| Ok(vault::digest(app)?))?;
    manner.answer(&json!({ "digest": digest }), |_| vec![digest.clone()]);
    Ok(())
}

/// Changes the passphrase.
pub(super) fn passphrase(path: &Path, secrets: &Secrets, manner: Manner) -> Result<(), Failure> {
    let mut app = app();
    let place = vault::choose_existing(&mut app, absolute(path))?.place;
    let old = ask(
        secrets.passphrase_file.as_deref(),
        "Passphrase: ",
        "--passphrase-file",
    )?;
    vault::open(&mut app, OpenVault { place: Some(place) }, old.as_bytes())?;
    let new = new_passphrase(
        secrets.new_passphrase_file.as_deref(),
        "--new-passphrase-file",
    );
    let changed = new.and_then(|new| {
        Ok(vault::change_passphrase(
            &mut app,
            old.as_bytes(),
            new.as_bytes(),
        )?)
    });
    vault::close(&mut app)?;
    changed?;
    manner.answer(&json!({ "changed": true }), |_| {
        vec!["The passphrase is changed. The old one does not open this vault any more.".to_owned()]
    });
    Ok(())
}

/// Sets a new passphrase with the recovery code.
pub(super) fn recover(path: &Path, secrets: &Secrets, manner: Manner) -> Result<(), Failure> {
    let mut app = app();
    let place = vault::choose_existing(&mut app, absolute(path))?.place;
    let code = ask(
        secrets.code_file.as_deref(),
        "Recovery code: ",
        "--code-file",
    )?;
    let new = new_passphrase(
        secrets.new_passphrase_file.as_deref(),
        "--new-passphrase-file",
    )?;
    vault::recover(
        &mut app,
        OpenVault { place: Some(place) },
        code.as_bytes(),
        new.as_bytes(),
    )?;
    vault::close(&mut app)?;
    manner.answer(&json!({ "recovered": true }), |_| {
        vec!["The new passphrase is set. The old one does not open this vault any more.".to_owned()]
    });
    Ok(())
}

/// Lists the journal, newest first.
pub(super) fn journal(
    path: &Path,
    depth: Depth,
    secrets: &Secrets,
    manner: Manner,
) -> Result<(), Failure> {
    let whole = with_vault(path, secrets, |app| Ok(read_journal(app)?))?;
    manner.answer(&whole, |whole| {
        let line =
            |entry: &EntryView| format!("{:>6}  {}  {}", entry.sequence, entry.at, entry.words);
        let mut lines: Vec<String> = whole.entries.iter().map(line).collect();
        lines.push(whole.sentence.clone());
        lines
    });
    if depth == Depth::Chain && !whole.sound {
        Err(Failure::Damaged)
    } else {
        Ok(())
    }
}

fn read_journal(app: &App) -> Result<JournalView, app::error::AppError> {
    let mut whole = journal::page(
        app,
        LoadJournal {
            skip: 0,
            take: PAGE,
        },
    )?;
    loop {
        let skip = u32::try_from(whole.entries.len()).unwrap_or(u32::MAX);
        if skip >= whole.total {
            return Ok(whole);
        }
        let page = journal::page(app, LoadJournal { skip, take: PAGE })?;
        if page.entries.is_empty() {
            return Ok(whole);
        }
        whole.entries.extend(page.entries);
    }
}
