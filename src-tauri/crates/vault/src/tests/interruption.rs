//! A kill between any two writes: the fault hook refuses the write, the files are kept as
//! they are, and the next opening must find one of the two states, never neither or both.

use super::support::*;
use crate::*;

fn works(case: &Case, text: &str) -> bool {
    match case.open_with(text) {
        Ok(opened) => {
            assert_eq!(count_notes(&opened.vault), 60);
            close(opened.vault);
            true
        }
        Err(VaultError::WrongPassphrase) => false,
        Err(error) => panic!("neither open nor a wrong passphrase: {error}"),
    }
}

fn change(vault: &mut Vault) -> Result<(), VaultError> {
    vault.change_passphrase(
        &passphrase(FIRST),
        &passphrase(SECOND),
        KdfParameters::for_tests(),
    )
}

#[test]
fn a_changed_passphrase_works_and_the_old_one_does_not() {
    let (case, mut vault) = Case::make_open();
    let wrong = vault.change_passphrase(
        &passphrase("some other sentence"),
        &passphrase(SECOND),
        KdfParameters::for_tests(),
    );
    assert!(matches!(wrong, Err(VaultError::WrongPassphrase)));
    change(&mut vault).unwrap();
    close(vault);
    assert!(works(&case, SECOND) && !works(&case, FIRST));
    let whole = case.bytes();
    for at in [100, 8_192 + 100] {
        let mut bytes = whole.clone();
        bytes[at] ^= 1;
        case.put(&bytes);
        assert!(!works(&case, FIRST), "no copy keeps the old passphrase");
        case.put(&bytes);
        assert!(works(&case, SECOND));
    }
    assert!(
        case.open_quickly().is_ok(),
        "the recovery code goes on working"
    );
}

#[test]
fn a_guess_never_gets_cheaper_by_a_change() {
    let (case, mut vault) = Case::make_open();
    let dear = KdfParameters::floor();
    let (first, second) = (passphrase(FIRST), passphrase(SECOND));
    vault.change_passphrase(&first, &second, dear).unwrap();
    let cheap = KdfParameters::for_tests();
    vault.change_passphrase(&second, &first, cheap).unwrap();
    close(vault);
    let opened = case.open().unwrap();
    assert!(
        !opened.notices.contains(&Notice::WeakSlot),
        "the costs stay those of a real vault"
    );
    close(opened.vault);
}

#[test]
fn a_kill_at_any_step_of_a_change_leaves_exactly_one_passphrase() {
    let mut outcomes = Vec::new();
    for writes in 0..=2 {
        let (case, mut vault) = Case::make_open();
        vault.writes_before_fault = Some(writes);
        assert_eq!(change(&mut vault).is_ok(), writes >= 2);
        drop_as_if_killed(&case, vault);
        let (old, new) = (works(&case, FIRST), works(&case, SECOND));
        assert!(old != new, "exactly one works after {writes} writes");
        outcomes.push(new);
    }
    assert_eq!(outcomes, [false, true, true]);
}

#[test]
fn a_torn_header_write_falls_back_to_the_other_copy() {
    let (case, mut vault) = Case::make_open();
    change(&mut vault).unwrap();
    close(vault);
    let whole = case.bytes();
    for place in [0, 8_192] {
        let mut bytes = whole.clone();
        bytes[place + 4_096..place + 8_192].fill(0);
        case.put(&bytes);
        assert!(works(&case, SECOND));
        assert!(!works(&case, FIRST));
    }
}

#[test]
fn a_kill_at_any_step_of_a_ring_change_keeps_the_vault_whole() {
    for writes in 0..=4 {
        let (case, mut vault) = Case::make_open();
        vault.add_subjects(&[7]).unwrap();
        vault.writes_before_fault = Some(writes);
        assert_eq!(vault.remove_subjects(&[7]).is_ok(), writes >= 4);
        drop_as_if_killed(&case, vault);
        let vault = case.open_quickly().unwrap().vault;
        let gone = vault.subject_key(7).is_none();
        assert_eq!(gone, writes >= 1, "after {writes} writes");
        close(vault);
        assert_eq!(case.open_quickly().unwrap().notices, [Notice::WeakSlot]);
    }
}

#[test]
fn a_fault_while_sealing_is_recovered_from() {
    for writes in 0..=1 {
        let (case, mut vault) = Case::make_open();
        vault.writes_before_fault = Some(writes);
        let facts = Tables.facts(vault.connection()).unwrap();
        assert!(vault.close(facts).is_err());
        let vault = case.open_quickly().unwrap().vault;
        assert_eq!(count_notes(&vault), 60);
        close(vault);
    }
}

#[test]
fn a_vault_that_could_not_rest_goes_on_as_an_open_one() {
    for writes in 0..=1 {
        let (case, mut vault) = Case::make_open();
        vault.writes_before_fault = Some(writes);
        let facts = Tables.facts(vault.connection()).unwrap();
        assert!(vault.rest(facts).is_err());
        vault.writes_before_fault = None;
        write_notes(&mut vault, 1);
        let facts = Tables.facts(vault.connection()).unwrap();
        vault.note_commit(facts).unwrap();
        drop_as_if_killed(&case, vault);
        let opened = case.open().unwrap();
        assert!(opened.notices.contains(&Notice::NotClosedCleanly));
        assert_eq!(count_notes(&opened.vault), 61, "after {writes} writes");
        close(opened.vault);
    }
}

#[test]
fn the_code_sets_a_new_passphrase() {
    let case = Case::make();
    let mut vault = case.open_quickly().unwrap().vault;
    let code = RecoveryCode::parse(&case.code).unwrap();
    let costs = KdfParameters::for_tests();
    vault.recover(&code, &passphrase(SECOND), costs).unwrap();
    close(vault);
    assert!(works(&case, SECOND) && !works(&case, FIRST));
}

#[test]
fn a_renewed_code_replaces_the_old_one_and_waits_to_be_confirmed() {
    let (case, mut vault) = Case::make_open();
    let new = vault.renew_recovery(&passphrase(FIRST)).unwrap();
    close(vault);
    assert!(matches!(
        case.open_quickly(),
        Err(VaultError::WrongPassphrase)
    ));
    let opened = Vault::open(&case.path, Secret::RecoveryCode(&new), opener(), &Tables).unwrap();
    assert!(opened.notices.contains(&Notice::RecoveryNotConfirmed));
    let mut vault = opened.vault;
    let old = RecoveryCode::parse(&case.code).unwrap();
    assert!(vault.confirm_recovery(&old).is_err());
    vault.confirm_recovery(&new).unwrap();
    close(vault);
    let opened = Vault::open(&case.path, Secret::RecoveryCode(&new), opener(), &Tables).unwrap();
    assert_eq!(opened.notices, [Notice::WeakSlot]);
}
