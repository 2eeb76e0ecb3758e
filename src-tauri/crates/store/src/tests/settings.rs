//! Settings that travel with the file.

use super::support::*;
use crate::*;

#[test]
fn a_setting_is_set_changed_and_taken_back() {
    let (case, mut store) = Case::empty();
    for value in ["10", "15"] {
        let mut write = store.write(Action::SettingsChanged).unwrap();
        write.settings().set("idle_minutes", value).unwrap();
        write.settings().set("theme", "dark").unwrap();
        write.commit().unwrap();
    }
    let mut store = case.reopen(store);
    assert_eq!(
        store
            .read()
            .settings()
            .get("idle_minutes")
            .unwrap()
            .as_deref(),
        Some("15")
    );
    let mut write = store.write(Action::SettingsChanged).unwrap();
    write.settings().clear("idle_minutes").unwrap();
    write.commit().unwrap();
    let left: Vec<_> = store.read().settings().all().unwrap().into_iter().collect();
    assert_eq!(left, [("theme".to_owned(), "dark".to_owned())]);
}
