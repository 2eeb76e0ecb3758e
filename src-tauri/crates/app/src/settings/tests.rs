//! What the about screen says.

#[cfg(target_os = "linux")]
mod licences;

use crate::testing::Bench;

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
