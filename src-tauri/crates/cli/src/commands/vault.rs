//! `create`, `verify`, `digest`, `passphrase`, `recover` and `journal`.

use crate::args::Secrets;
use crate::exit::Failure;
use crate::interrupt;
use crate::print::{Manner, say};
use crate::session::{
    absolute, app, ask, busy, new_passphrase, refused, with_checked_vault, with_vault,
};
use crate::words::{plain, tell};
use app::App;
use app::journal::view::{EntryView, JournalView, LoadJournal};
use app::vault::view::{BeginCreation, CheckView, ConfirmRecovery, OpenVault, RecoveryCodeView};
use app::view::NoticeView;
use app::{journal, vault};
use serde::Serialize;
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
    wishes: &Wishes,
    secrets: &Secrets,
    manner: Manner,
) -> Result<(), Failure> {
    let mut app = app();
    let place = vault::choose_named(&mut app, absolute(path))?;
    if !wishes.accept_risks && !place.risks.is_empty() {
        let risks: Vec<&str> = place
            .risks
            .iter()
            .map(|risk| risk.message.as_str())
            .collect();
        let risks = risks.join(" ");
        return Err(refused("terminal-accept-risks", &risks));
    }
    let passphrase = new_passphrase(secrets.passphrase_file.as_deref(), "--passphrase-file")?;
    let begin = BeginCreation {
        place: place.place,
        accept_risks: wishes.accept_risks,
        sample: wishes.sample,
    };
    interrupt::check()?;
    let making = || vault::begin(&mut app, begin, passphrase.as_bytes());
    let code = busy("terminal-stage-making", making)?;
    // Until its code counts the vault has no name; given up, nothing is left of it.
    interrupt::check().or_else(|failure| give_up(&mut app, failure))?;
    let is_asked =
        manner == Manner::Sentences && secrets.passphrase_file.is_none() && stdin().is_terminal();
    if is_asked {
        let shown = plain("terminal-code-shown");
        say(&format!("{shown}\n\n  {}\n", code.groups.join(" ")));
        type_back(&mut app, &code)?;
    } else {
        busy("terminal-stage-making", || {
            vault::finish_unconfirmed(&mut app)
        })?;
    }
    vault::close(&mut app)?;
    let made = json!({
        "vault": place.name, "sample": wishes.sample, "recovery_code": code.groups, "recovery_confirmed": is_asked,
    });
    manner.answer(&made, |_| {
        let mut lines = vec![plain("terminal-made")];
        if !is_asked {
            let code = code.groups.join(" ");
            lines.push(tell("terminal-code-inline", &[("code", &code)]));
            lines.push(plain("terminal-code-unconfirmed"));
        }
        lines
    });
    Ok(())
}

/// A line as typed; empty at the end of the input.
fn typed() -> String {
    let mut line = String::new();
    let read = stdin().read_line(&mut line);
    read.map_or_else(|_| String::new(), |_| line.trim().to_owned())
}

/// Gives up a vault that is being made.
fn give_up<T>(app: &mut App, failure: Failure) -> Result<T, Failure> {
    vault::abandon(app)?;
    Err(failure)
}

/// Asks for two groups until they match; an empty line gives the vault up.
fn type_back(app: &mut App, code: &RecoveryCodeView) -> Result<(), Failure> {
    loop {
        let mut answers = Vec::new();
        for number in &code.asked {
            let mut out = stdout().lock();
            drop(write!(
                out,
                "{} ",
                tell("terminal-group", &[("number", number)])
            ));
            drop(out.flush());
            let line = interrupt::answer(typed).or_else(|failure| give_up(app, failure))?;
            if line.is_empty() {
                return give_up(app, Failure::Usage(plain("terminal-given-up")));
            }
            answers.push(line);
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
        let groups = wrong.join(", ");
        say(&tell("terminal-group-wrong", &[("groups", &groups)]));
    }
}

/// What was checked, and what opening had found.
#[derive(Serialize)]
struct Checked {
    #[serde(flatten)]
    check: CheckView,
    notices: Vec<NoticeView>,
}

/// Checks the whole vault and says what was checked.
pub(super) fn verify(path: &Path, secrets: &Secrets, manner: Manner) -> Result<(), Failure> {
    let checked = with_checked_vault(path, secrets, manner, |app| {
        let opened = vault::state(app)?.open;
        Ok(Checked {
            check: busy("terminal-stage-checking", || vault::verify(app))?,
            notices: opened.map(|open| open.notices).unwrap_or_default(),
        })
    })?;
    manner.answer(&checked, |checked| {
        let parts = checked.check.parts.iter();
        parts.map(|part| part.words.clone()).collect()
    });
    if checked.check.sound {
        Ok(())
    } else {
        Err(Failure::Damaged)
    }
}

/// Prints the digest of the logical content.
pub(super) fn digest(path: &Path, secrets: &Secrets, manner: Manner) -> Result<(), Failure> {
    let digest = with_vault(path, secrets, manner, |app| Ok(vault::digest(app)?))?;
    manner.answer(&json!({ "digest": digest }), |_| vec![digest.clone()]);
    Ok(())
}

/// Changes the passphrase.
pub(super) fn passphrase(path: &Path, secrets: &Secrets, manner: Manner) -> Result<(), Failure> {
    let mut app = app();
    let place = vault::choose_existing(&mut app, absolute(path))?.place;
    let old = ask(
        secrets.passphrase_file.as_deref(),
        "terminal-ask-passphrase",
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
        vec![plain("terminal-passphrase-changed")]
    });
    Ok(())
}

/// Sets a new passphrase with the recovery code.
pub(super) fn recover(path: &Path, secrets: &Secrets, manner: Manner) -> Result<(), Failure> {
    let mut app = app();
    let place = vault::choose_existing(&mut app, absolute(path))?.place;
    let code = ask(
        secrets.code_file.as_deref(),
        "terminal-ask-code",
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
        vec![plain("terminal-passphrase-set")]
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
    let whole = with_vault(path, secrets, manner, |app| Ok(read_journal(app)?))?;
    manner.answer(&whole, |whole| {
        let line = |entry: &EntryView| {
            let reason = entry.reason.as_deref().map(|reason| format!(": {reason}"));
            let (sequence, at) = (entry.sequence, &entry.at);
            let reason = reason.unwrap_or_default();
            format!("{sequence:>6}  {at}  {}{reason}", entry.words)
        };
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
