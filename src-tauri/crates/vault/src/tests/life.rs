use super::support::*;
use crate::*;

#[test]
fn a_vault_opens_again_with_passphrase_and_with_code() {
    let case = Case::make();
    let opened = case.open().unwrap();
    assert_eq!(
        opened.notices,
        [Notice::WeakSlot],
        "only the test costs are remarked on"
    );
    assert_eq!(count_notes(&opened.vault), 60);
    close(opened.vault);
    let opened = case.open_quickly().unwrap();
    assert_eq!(count_notes(&opened.vault), 60);
    close(opened.vault);
    let left: Vec<_> = std::fs::read_dir(case.folder.path()).unwrap().collect();
    assert_eq!(left.len(), 1, "a closed vault is one file");
}

#[test]
fn a_wrong_passphrase_is_not_called_damage() {
    let case = Case::make();
    let before = case.bytes();
    assert!(matches!(
        case.open_with("not the right one"),
        Err(VaultError::WrongPassphrase)
    ));
    assert_eq!(case.bytes(), before, "a refused file is left as it was");
    let stranger = Case::make();
    let code = RecoveryCode::parse(&stranger.code).unwrap();
    let refused = Vault::open(&case.path, Secret::RecoveryCode(&code), opener(), &Tables);
    assert!(matches!(refused, Err(VaultError::WrongPassphrase)));
}

#[test]
fn a_kill_loses_nothing_and_is_remarked_on() {
    let (case, mut vault) = Case::make_open();
    write_notes(&mut vault, 5);
    drop_as_if_killed(&case, vault);
    let opened = case.open_quickly().unwrap();
    assert!(opened.notices.contains(&Notice::NotClosedCleanly));
    assert_eq!(count_notes(&opened.vault), 65);
    close(opened.vault);
    assert_eq!(case.open_quickly().unwrap().notices, [Notice::WeakSlot]);
}

#[test]
fn a_conflict_copy_is_found_by_its_id() {
    let (case, vault) = Case::make_open();
    let copy = case.folder.path().join("team (conflicted copy).plumb");
    std::fs::copy(&case.path, &copy).unwrap();
    let stranger = Case::make();
    std::fs::copy(&stranger.path, case.folder.path().join("other.plumb")).unwrap();
    std::fs::write(case.folder.path().join("empty.plumb"), "").unwrap();
    let stale = case.folder.path().join("team (conflicted copy).plumb.lock");
    std::fs::write(stale, "").unwrap();
    let found = list_siblings(vault.path(), vault.id()).unwrap();
    assert_eq!(found.len(), 1, "a lock that nobody holds hides nothing");
    assert_eq!(found[0].path.file_name(), copy.file_name());
    close(vault);
}

#[cfg(unix)]
#[test]
fn a_copy_that_others_may_read_is_its_owners_alone_once_opened() {
    use std::os::unix::fs::PermissionsExt as _;
    let case = Case::make();
    std::fs::set_permissions(&case.path, std::fs::Permissions::from_mode(0o644)).unwrap();
    close(case.open_quickly().unwrap().vault);
    let mode = std::fs::metadata(&case.path).unwrap().permissions().mode();
    assert_eq!(mode & 0o777, 0o600);
}
