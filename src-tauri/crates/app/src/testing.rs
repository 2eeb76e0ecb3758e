//! What the tests of this crate share: an app with a clock moved by hand, a folder of its own, and an open
//! vault that costs next to nothing to make.

use crate::app::App;
use crate::clock::{Clock, Now};
use crate::environment::{Environment, KeyDerivation};
use crate::team::view::SaveAdviser;
use crate::vault;
use crate::vault::view::{BeginCreation, ConfirmRecovery, RecoveryCodeView};
use ::vault::KdfParameters;
use ::vault::place::Surroundings;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;
use tempfile::TempDir;

/// The passphrase of every vault in these tests.
pub(crate) const PASSPHRASE: &[u8] = b"four plain words here";
/// 3 December 2026, 14:02:11 UTC.
const START: i64 = 1_796_306_531_000;

/// An app with everything around it.
pub(crate) struct Bench {
    pub(crate) app: App,
    pub(crate) folder: TempDir,
    hands: Arc<Hands>,
}

/// The hands of the clock.
#[derive(Default)]
struct Hands {
    /// Seconds since the start.
    seconds: AtomicU64,
    /// Seconds that pass whenever somebody looks.
    hurry: AtomicU64,
}

impl Bench {
    /// An app without a vault.
    pub(crate) fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let hands = Arc::new(Hands::default());
        let app = App::new(environment(&folder, &hands));
        Self { app, folder, hands }
    }

    /// An app with an open, empty vault.
    pub(crate) fn open() -> Self {
        let mut bench = Self::new();
        let code = bench.begin("team.plumb");
        bench.type_back(&code);
        bench
    }

    /// The app started anew on the same computer.
    pub(crate) fn restart(&mut self) {
        self.app = App::new(environment(&self.folder, &self.hands));
    }

    /// Lets time pass on both clocks.
    pub(crate) fn pass(&self, time: Duration) {
        self.hands
            .seconds
            .fetch_add(time.as_secs(), Ordering::Relaxed);
    }

    /// From now on, lets time pass whenever the app looks at the clock.
    pub(crate) fn hurry(&self, time: Duration) {
        self.hands.hurry.store(time.as_secs(), Ordering::Relaxed);
    }

    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// Begins a vault of that name.
    pub(crate) fn begin(&mut self, name: &str) -> RecoveryCodeView {
        let path = self.path(name);
        let place = vault::choose_new(&mut self.app, path).unwrap().place;
        let request = BeginCreation {
            place,
            accept_risks: false,
            sample: false,
        };
        vault::begin(&mut self.app, request, PASSPHRASE).unwrap()
    }

    /// Types the groups asked for back, as they are on the sheet.
    pub(crate) fn type_back(&mut self, code: &RecoveryCodeView) {
        let answers = code.asked.iter().map(|group| {
            let place = usize::try_from(*group).unwrap() - 1;
            code.groups[place].to_lowercase()
        });
        let request = ConfirmRecovery {
            answers: answers.collect(),
        };
        let check = vault::confirm_recovery(&mut self.app, request).unwrap();
        assert!(check.finished, "{check:?}");
    }
}

/// A form of an adviser with nothing in it.
pub(crate) fn blank_adviser() -> SaveAdviser {
    SaveAdviser {
        id: None,
        alias: String::new(),
        name: None,
        team: None,
        site: None,
        grade: None,
        band: None,
        started: None,
        left: None,
        shares: Vec::new(),
        absences: Vec::new(),
    }
}

fn environment(folder: &TempDir, hands: &Arc<Hands>) -> Environment {
    let hands = Arc::clone(hands);
    Environment {
        clock: Clock::by(move || {
            let hurry = hands.hurry.load(Ordering::Relaxed);
            let passed = hands.seconds.fetch_add(hurry, Ordering::Relaxed);
            Now {
                utc_millis: START + i64::try_from(passed).unwrap() * 1000,
                offset_seconds: 0,
                steady: Duration::from_secs(1000 + passed),
            }
        }),
        data_folder: Some(folder.path().join("own")),
        host: "desk".to_owned(),
        key_derivation: KeyDerivation::Fixed(KdfParameters::for_tests()),
        surroundings: Surroundings::default(),
        commit: "unknown",
    }
}
