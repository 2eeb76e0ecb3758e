//! An app at the desk of the benchmark: the workload's own day, the cheapest key derivation, nothing kept beside.

use crate::Fault;
use app::clock::{Clock, Now};
use app::settings::view::SettingsView;
use app::vault::view::{BeginCreation, OpenVault};
use app::{App, Environment, KeyDerivation};
use chrono::{NaiveDate, NaiveTime};
use std::path::Path;
use std::time::Duration;
use vault::KdfParameters;
use vault::place::Surroundings;

/// What every vault of the benchmark is opened with.
pub const PASSPHRASE: &[u8] = b"seventeen quiet herons measuring";

/// The day after the workload's last.
pub fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 4, 1).unwrap_or_default()
}

/// UTC milliseconds of that day's noon.
pub fn noon() -> i64 {
    let noon = today().and_time(NaiveTime::MIN) + chrono::TimeDelta::hours(12);
    noon.and_utc().timestamp_millis()
}

/// An app without a vault.
pub fn app() -> App {
    app_as(KeyDerivation::Fixed(KdfParameters::for_tests()))
}

fn app_as(key_derivation: KeyDerivation) -> App {
    App::new(Environment {
        clock: Clock::by(|| Now {
            utc_millis: noon(),
            offset_seconds: 0,
            steady: Duration::from_hours(1),
        }),
        data_folder: None,
        host: "bench".to_owned(),
        key_derivation,
        surroundings: Surroundings::default(),
        commit: "unknown",
    })
}

/// Makes a vault that keeps figures as long as the workload is.
pub fn make(path: &Path) -> Result<App, Fault> {
    make_as(path, KeyDerivation::Fixed(KdfParameters::for_tests()))
}

/// The same with guesses made as dear as said.
pub fn make_as(path: &Path, key_derivation: KeyDerivation) -> Result<App, Fault> {
    let mut app = app_as(key_derivation);
    let place = app::vault::choose_new(&mut app, path.to_path_buf())?.place;
    let request = BeginCreation {
        place,
        accept_risks: true,
        sample: false,
    };
    app::vault::begin(&mut app, request, PASSPHRASE)?;
    app::vault::finish_unconfirmed(&mut app)?;
    let settings = SettingsView {
        figures_kept_months: 61,
        figures_kept_reason: "Five years for the benchmark.".to_owned(),
        ..app::settings::load(&mut app)?
    };
    app::settings::save(&mut app, settings)?;
    Ok(app)
}

/// Opens one.
pub fn open(path: &Path) -> Result<App, Fault> {
    let mut app = app();
    let place = app::vault::choose_existing(&mut app, path.to_path_buf())?.place;
    let request = OpenVault { place: Some(place) };
    app::vault::open(&mut app, request, PASSPHRASE)?;
    Ok(app)
}
