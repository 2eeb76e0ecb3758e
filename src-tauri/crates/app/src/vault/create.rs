//! Making a vault: a place, a passphrase, and the recovery code typed back before the file gets its name.

use crate::app::App;
use crate::error::{AppError, ErrorCode};
use crate::files;
use crate::releases::view::FileWrittenView;
use crate::session::{Creation, Pending, Phase, code_view};
use crate::vault::notices;
use crate::vault::open::{enter, parse_new, text_of, wrong_phase};
use crate::vault::recent;
use crate::vault::sample::put_sample;
use crate::vault::state::{name_of, state};
use crate::vault::view::{
    BeginCreation, ConfirmRecovery, PassphraseJudgementView, PassphraseSuggestionView,
    RecoveryCheckView, RecoveryCodeView, StrengthView, VaultStateView,
};
use std::path::Path;
use store::{NewStore, Read};
use vault::passphrase::{Strength, StrengthLevel, make_passphrase};
use vault::place::resolve;
use vault::recovery::make_groups_to_confirm;
use vault::{Confirmed, Passphrase, RecoveryCode};
use words::{Arg, Words, number};

/// How long one guess takes whoever tries, and on how many machines at once: what the sentence beside a new
/// passphrase counts with.
const GUESS_SECONDS: f64 = 0.5;
const MACHINES: f64 = 1000.0;
/// Years as they are said: nobody wants 24,396 of them.
const YEARS: [u32; 18] = [
    1, 2, 5, 10, 20, 50, 100, 200, 500, 1_000, 2_000, 5_000, 10_000, 20_000, 50_000, 100_000,
    200_000, 500_000,
];

/// Four words, drawn at random.
pub fn suggest_passphrase(_app: &mut App) -> Result<PassphraseSuggestionView, AppError> {
    let (text, _) = make_passphrase()?;
    Ok(PassphraseSuggestionView {
        passphrase: text.to_string(),
    })
}

/// What the app thinks of a passphrase being chosen, for the vault to be made at a place, or for the one chosen.
pub fn judge_passphrase(
    app: &mut App,
    place: Option<String>,
    typed: &[u8],
) -> Result<PassphraseJudgementView, AppError> {
    let mut known = known_words(app)?;
    if let Some(place) = place {
        known.push(name_of(app.places.find(&place)?));
    }
    let known: Vec<&str> = known.iter().map(String::as_str).collect();
    let text = text_of(typed)?;
    if let Err(refusal) = Passphrase::parse_new(text, &known) {
        return Ok(PassphraseJudgementView {
            accepted: false,
            strength: StrengthView::Weak,
            sentence: AppError::from(refusal).message,
        });
    }
    let strength = Strength::estimate(text, &known);
    Ok(PassphraseJudgementView {
        accepted: true,
        strength: strength_view(strength.level()),
        sentence: time_to_guess(app.words(), strength),
    })
}

fn strength_view(level: StrengthLevel) -> StrengthView {
    match level {
        StrengthLevel::TooEasy => StrengthView::Weak,
        StrengthLevel::Fair => StrengthView::Fair,
        StrengthLevel::Good => StrengthView::Strong,
        StrengthLevel::Strong => StrengthView::VeryStrong,
    }
}

fn time_to_guess(words: &Words, strength: Strength) -> String {
    let years = strength.years_to_guess(GUESS_SECONDS, MACHINES);
    let said = YEARS.iter().rfind(|said| f64::from(**said) <= years);
    match said {
        None => words.say("vault-guess-months", &[]),
        Some(_) if years >= 1.0e6 => words.say("vault-guess-forever", &[]),
        Some(said) => {
            let said = Arg::from(number::whole(i64::from(*said)));
            words.say("vault-guess-years", &[("years", said)])
        }
    }
}

/// Words somebody would try first: the names of vault and teams.
pub(super) fn known_words(app: &App) -> Result<Vec<String>, AppError> {
    Ok(match &app.phase {
        Phase::Closed | Phase::Creating(_) => Vec::new(),
        Phase::Locked(chosen) => vec![name_of(&chosen.path)],
        Phase::Open(session) => names_of(&session.path, session.store.read())?,
    })
}

/// The name of an open vault and those of its teams.
pub(super) fn names_of(path: &Path, read: Read<'_>) -> Result<Vec<String>, AppError> {
    let teams = read.team().teams()?;
    let mut names = vec![name_of(path)];
    names.extend(teams.iter().map(|team| team.name.as_str().to_owned()));
    Ok(names)
}

/// Begins a vault: written and proved to open, but without its name until the recovery code was typed back.
pub fn begin(
    app: &mut App,
    request: BeginCreation,
    typed: &[u8],
) -> Result<RecoveryCodeView, AppError> {
    match app.phase {
        Phase::Creating(_) | Phase::Open(_) => return Err(wrong_phase()),
        Phase::Closed | Phase::Locked(_) => {}
    }
    let path = app.places.find(&request.place)?.to_path_buf();
    let risks = notices::risks_of(app, &path);
    if !risks.is_empty() && !request.accept_risks {
        let refusal = AppError::said(ErrorCode::RuleRefused, "error-place-risks", &[]);
        return Err(refusal.at("accept_risks"));
    }
    let passphrase = parse_new(typed, &[&name_of(&path)])?;
    let file = NewStore::create(
        &path,
        &passphrase,
        app.environment.kdf_parameters(),
        app.environment.opener(),
        app.environment.clock.for_store(),
    )?;
    let asked = make_groups_to_confirm()?;
    let view = code_view(file.recovery_code()?, asked);
    app.phase = Phase::Creating(Box::new(Creation {
        file,
        asked,
        sample: request.sample,
        path,
        typed_at: app.now().steady,
    }));
    Ok(view)
}

/// Compares the groups typed back; when all match, the vault is made and opened, or the new code of an open
/// one counts.
pub fn confirm_recovery(
    app: &mut App,
    request: ConfirmRecovery,
) -> Result<RecoveryCheckView, AppError> {
    let (code, asked) = waiting_code(app)?;
    let matches: Vec<bool> = asked
        .iter()
        .enumerate()
        .map(|(place, group)| {
            let answer = request.answers.get(place);
            answer.is_some_and(|answer| code.is_group(*group, answer))
        })
        .collect();
    let finished = matches.iter().all(|one| *one);
    if finished {
        match &app.phase {
            Phase::Creating(_) => finish(app, Confirmed::Yes)?,
            Phase::Open(_) => take_pending(app)?,
            Phase::Closed | Phase::Locked(_) => return Err(wrong_phase()),
        }
    }
    Ok(RecoveryCheckView { matches, finished })
}

/// The code that waits to be typed back, with the groups asked.
fn waiting_code(app: &App) -> Result<(&RecoveryCode, [usize; 2]), AppError> {
    let gone = || AppError::said(ErrorCode::NotFound, "error-code-gone", &[]);
    match &app.phase {
        Phase::Creating(creation) => Ok((creation.file.recovery_code()?, creation.asked)),
        Phase::Open(session) => {
            let Pending { code, asked } = session.pending.as_ref().ok_or_else(gone)?;
            Ok((code, *asked))
        }
        Phase::Closed | Phase::Locked(_) => Err(gone()),
    }
}

fn take_pending(app: &mut App) -> Result<(), AppError> {
    let session = app.session_mut()?;
    if let Some(pending) = session.pending.take() {
        session.store.set_recovery(&pending.code)?;
        session.recovery_confirmed = true;
        session.recovery_known = None;
    }
    Ok(())
}

/// Finishes a vault whose code nobody typed back, for scripts; the app asks at the first opening (rulings 19).
pub fn finish_unconfirmed(app: &mut App) -> Result<VaultStateView, AppError> {
    finish(app, Confirmed::NotYet)?;
    state(app)
}

fn finish(app: &mut App, confirmed: Confirmed) -> Result<(), AppError> {
    match std::mem::replace(&mut app.phase, Phase::Closed) {
        Phase::Creating(creation) => {
            let Creation {
                file,
                sample,
                path,
                typed_at,
                ..
            } = *creation;
            let mut opened = file.finish(confirmed)?;
            if sample {
                put_sample(&mut opened.store)?;
            }
            recent::note(&app.environment, &path);
            enter(app, opened, path, (Some(typed_at), None))
        }
        other @ (Phase::Closed | Phase::Locked(_) | Phase::Open(_)) => {
            app.phase = other;
            Err(wrong_phase())
        }
    }
}

/// Gives a vault up before it was made; nothing of it stays on the disk.
pub fn abandon(app: &mut App) -> Result<VaultStateView, AppError> {
    match app.phase {
        Phase::Creating(_) | Phase::Closed => app.phase = Phase::Closed,
        Phase::Locked(_) | Phase::Open(_) => return Err(wrong_phase()),
    }
    state(app)
}

/// Writes the recovery code to a file, which must not lie beside the vault.
pub fn save_sheet(app: &mut App, path: &Path) -> Result<FileWrittenView, AppError> {
    let vault = match &app.phase {
        Phase::Creating(creation) => creation.path.clone(),
        Phase::Open(session) => session.path.clone(),
        Phase::Closed | Phase::Locked(_) => return Err(wrong_phase()),
    };
    if resolve(path).parent() == resolve(&vault).parent() {
        let refusal = AppError::said(ErrorCode::RuleRefused, "error-sheet-beside-vault", &[]);
        return Err(refusal);
    }
    let (code, _) = waiting_code(app)?;
    let values = [
        ("code", Arg::from(code.shown().as_str())),
        ("vault", Arg::from(name_of(&vault))),
    ];
    let text = zeroize::Zeroizing::new(app.words().say("vault-sheet", &values));
    files::write(path, text.as_bytes())
}
