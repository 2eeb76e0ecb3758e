//! Changing what opens the open vault, and proving that it is still the manager who sits there.

use crate::app::App;
use crate::error::{AppError, ErrorCode};
use crate::session::{Pending, code_view};
use crate::vault::create::known_words;
use crate::vault::open::{parse_new, parse_typed, text_of, wrong_code};
use crate::vault::state::state;
use crate::vault::view::{RecoveryCodeView, VaultStateView};
use chrono::NaiveDate;
use store::{Action, StoreError};
use vault::recovery::make_groups_to_confirm;
use vault::{Passphrase, RecoveryCode, Secret, VaultError};

/// Replaces the passphrase; the old one stops working.
pub fn change_passphrase(
    app: &mut App,
    old: &[u8],
    new: &[u8],
) -> Result<VaultStateView, AppError> {
    refuse_throwaway(app)?;
    let known = known_words(app)?;
    let known: Vec<&str> = known.iter().map(String::as_str).collect();
    let former = parse_typed(old)?;
    let next = parse_new(new, &known).map_err(|error| error.at("new"))?;
    check(app, &former).map_err(|error| error.at("old"))?;
    if former.is_same(&next) {
        let refusal = AppError::said(ErrorCode::RuleRefused, "error-passphrase-same", &[]);
        return Err(refusal.at("new"));
    }
    let parameters = app.environment.kdf_parameters();
    app.store_mut()?
        .change_passphrase(&former, &next, parameters)?;
    let typed_at = app.now().steady;
    app.session_mut()?.typed_at = Some(typed_at);
    state(app)
}

/// Makes a new recovery code and shows it; it replaces the old one once its groups were typed back.
pub fn new_recovery_code(app: &mut App, typed: &[u8]) -> Result<RecoveryCodeView, AppError> {
    refuse_throwaway(app)?;
    check(app, &parse_typed(typed)?)?;
    let code = RecoveryCode::make()?;
    let asked = make_groups_to_confirm()?;
    let view = code_view(&code, asked);
    app.session_mut()?.pending = Some(Pending { code, asked });
    Ok(view)
}

/// Checks that a typed code is the one that opens this vault, so that whoever kept it knows that the sheet is still
/// good. Wrong ones count as at unlocking.
pub fn check_recovery_code(app: &mut App, typed: &[u8]) -> Result<VaultStateView, AppError> {
    refuse_throwaway(app)?;
    let code =
        RecoveryCode::parse(text_of(typed)?).map_err(|error| AppError::from(error).at("code"))?;
    app.tries.check(app.now())?;
    match app.store_mut()?.confirm_recovery(&code) {
        Ok(()) => app.tries.note_right(),
        Err(StoreError::Vault(VaultError::WrongPassphrase)) => {
            app.tries.note_wrong(app.now());
            return Err(wrong_code());
        }
        Err(other) => return Err(other.into()),
    };
    let session = app.session_mut()?;
    session.recovery_confirmed = true;
    session.recovery_known = None;
    state(app)
}

/// Days after which somebody who holds the recovery code should look whether they still do (ux.md 2).
const DAYS_OF_TRUST: i64 = 365;

/// The day on which the recovery code was last typed or made, when that is more than a year ago.
pub(crate) fn recovery_doubted(app: &mut App) -> Result<Option<NaiveDate>, AppError> {
    let known = recovery_known(app)?;
    let days = (app.now().local().date() - known).num_days();
    Ok((days >= DAYS_OF_TRUST).then_some(known))
}

/// The day on which the recovery code was last typed or made; looked up in the journal once for each opening.
fn recovery_known(app: &mut App) -> Result<NaiveDate, AppError> {
    const KNOWN: [Action; 4] = [
        Action::VaultMade,
        Action::RecoveryConfirmed,
        Action::RecoveryRenewed,
        Action::Recovered,
    ];
    if let Some(day) = app.session()?.recovery_known {
        return Ok(day);
    }
    let at = app.store()?.read().journal().latest(&KNOWN)?;
    let day = at.map_or(NaiveDate::default(), |at| app.now().local_of(at).date());
    app.session_mut()?.recovery_known = Some(day);
    Ok(day)
}

/// Proves that the manager sits there; counts for five minutes.
pub fn confirm_passphrase(app: &mut App, typed: &[u8]) -> Result<(), AppError> {
    refuse_throwaway(app)?;
    check(app, &parse_typed(typed)?)
}

/// Compares a typed passphrase with the vault's; wrong ones count as at unlocking.
fn check(app: &mut App, typed: &Passphrase) -> Result<(), AppError> {
    app.tries.check(app.now())?;
    if app.store()?.is_opened_by(Secret::Passphrase(typed))? {
        app.tries.note_right();
        let typed_at = app.now().steady;
        app.session_mut()?.typed_at = Some(typed_at);
        Ok(())
    } else {
        app.tries.note_wrong(app.now());
        Err(VaultError::WrongPassphrase.into())
    }
}

fn refuse_throwaway(app: &App) -> Result<(), AppError> {
    if app.session()?.throwaway {
        Err(AppError::said(
            ErrorCode::RuleRefused,
            "error-sample-only",
            &[],
        ))
    } else {
        Ok(())
    }
}
