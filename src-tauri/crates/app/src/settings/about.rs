//! What the app is made of: its version, the commit, the parts that decide about the file, and the licence of
//! everything that is built in. The list of licences is a file in the program, kept true by a test.

use crate::app::App;
use crate::error::AppError;
use crate::settings::view::AboutView;
use words::Arg;

/// Name, version and licence of everything built in, one a line, between tabs.
pub(crate) const LICENCES: &str = include_str!("licences.tsv");

/// What the about screen says.
pub fn about(app: &mut App) -> Result<AboutView, AppError> {
    let words = app.words();
    let (cipher, sqlite) = vault::library_versions();
    let parts = [
        ("about-format", vault::FORMAT_VERSION.to_string()),
        ("about-schema", store::NEWEST_SCHEMA.to_string()),
        ("about-sqlcipher", cipher),
        ("about-sqlite", sqlite),
    ];
    Ok(AboutView {
        version: env!("CARGO_PKG_VERSION").to_owned(),
        commit: app.environment.commit.to_owned(),
        parts: parts
            .into_iter()
            .map(|(key, version)| words.say(key, &[("version", Arg::from(version))]))
            .collect(),
        licences: LICENCES
            .lines()
            .map(|line| line.split('\t').map(str::to_owned).collect())
            .collect(),
    })
}
