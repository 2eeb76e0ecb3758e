//! What the about screen says.

#[cfg(target_os = "linux")]
mod licences;

use crate::settings::view::{KeyView, ResizeText, SettingsView};
use crate::settings::{WindowSize, keep_window, window};
use crate::testing::Bench;
use domain::figure::FigureRefusal;

#[test]
fn the_about_screen_names_version_parts_and_licences() {
    let mut bench = Bench::new();
    let about = crate::settings::about(&mut bench.app).unwrap();
    assert_eq!(about.version, env!("CARGO_PKG_VERSION"));
    assert_eq!(about.parts.len(), 4);
    assert!(
        about.parts[2].starts_with("SQLCipher 4."),
        "{:?}",
        about.parts
    );
    assert!(about.licences.iter().all(|row| row.len() == 3));
}

#[test]
fn a_window_opens_as_large_as_it_was_left() {
    let mut bench = Bench::open();
    let size = |width: u32, maximised: bool| WindowSize {
        width,
        height: 860,
        maximised,
    };
    let environment = bench.app.environment.clone();
    let keep = |size: WindowSize| keep_window(&environment, size).unwrap();
    assert_eq!(window(&environment), size(1280, false));
    keep(size(2560, true));
    let first = window(&environment);
    assert_eq!(first, size(1280, true), "it goes back to a size of its own");
    keep(size(1400, false));
    keep(size(2560, true));
    assert_eq!(window(&environment), size(1400, true));
    let settings = crate::settings::load(&mut bench.app).unwrap();
    crate::settings::save(&mut bench.app, settings).unwrap();
    assert_eq!(window(&environment), size(1400, true));
}

#[test]
fn figures_are_kept_longer_only_with_a_written_reason() {
    let mut bench = Bench::open();
    let standard = crate::settings::load(&mut bench.app).unwrap();
    assert_eq!(standard.figures_kept_months, 25);
    let longer = SettingsView {
        figures_kept_months: 61,
        ..standard.clone()
    };
    let refused = crate::settings::save(&mut bench.app, longer.clone()).unwrap_err();
    assert_eq!(refused.field.as_deref(), Some("figures_kept_reason"));
    let period = domain::period::parse_period("2022-01").unwrap();
    let old = |bench: &Bench| {
        let keeping = crate::settings::of(bench.app.store().unwrap().read()).unwrap();
        keeping.keeping.check(period, bench.app.today())
    };
    assert_eq!(old(&bench), Err(FigureRefusal::Expired));
    let reasoned = SettingsView {
        figures_kept_reason: " Five years for a benchmark. ".to_owned(),
        ..longer
    };
    let saved = crate::settings::save(&mut bench.app, reasoned).unwrap();
    assert_eq!(saved.figures_kept_reason, "Five years for a benchmark.");
    assert_eq!(old(&bench), Ok(()));
    let held = crate::privacy::inventory(&bench.app).unwrap();
    assert!(held.rows.iter().any(|row| row.kept == "61 months"));
    crate::undo::undo(&mut bench.app).unwrap();
    assert_eq!(crate::settings::load(&mut bench.app).unwrap(), standard);
}

#[test]
fn chosen_keys_stay_on_this_computer_and_stand_for_one_thing_each() {
    let mut bench = Bench::open();
    let standard = crate::settings::load(&mut bench.app).unwrap();
    let key = |act: &str, chord: &str| KeyView {
        act: act.to_owned(),
        chord: chord.to_owned(),
    };
    let with = |keys: Vec<KeyView>| SettingsView {
        keys,
        ..standard.clone()
    };
    let digest = |bench: &Bench| bench.app.store().unwrap().read().digest().unwrap();
    let before = digest(&bench);
    let chosen = with(vec![
        key("lock", "Mod+J"),
        key("next-period", "F7"),
        key("section", "Alt+1"),
    ]);
    let saved = crate::settings::save(&mut bench.app, chosen.clone()).unwrap();
    assert_eq!(saved, chosen);
    assert_eq!(digest(&bench), before, "the vault does not know");
    for wrong in [
        vec![key("lock", "Mod+J"), key("undo", "Mod+J")],
        vec![key("lock", "Mod+J"), key("lock", "Mod+I")],
        vec![key("lock", "")],
        vec![key("Lock now", "Mod+J")],
        vec![key("lock", "Mod+\n")],
    ] {
        let refused = crate::settings::save(&mut bench.app, with(wrong)).unwrap_err();
        assert_eq!(refused.field.as_deref(), Some("keys"));
    }
    assert_eq!(crate::settings::load(&mut bench.app).unwrap(), chosen);
}

#[test]
fn the_text_can_be_made_larger_before_a_vault_is_open() {
    let mut bench = Bench::new();
    let resize = |bench: &mut Bench, text_size: u32| {
        crate::settings::resize(&mut bench.app, ResizeText { text_size })
    };
    assert_eq!(resize(&mut bench, 150).unwrap().text_size, 150);
    let refused = resize(&mut bench, 210).unwrap_err();
    assert_eq!(refused.field.as_deref(), Some("text_size"));
    let kept = crate::settings::load(&mut bench.app).unwrap();
    assert_eq!(kept.text_size, 150);
}
