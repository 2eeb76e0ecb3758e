//! The import from the file to the vault and back.

mod meant;
mod people;
mod roster;
mod rules;
mod story;
mod terminal;
mod totals;

use crate::intake::view::{ImportedView, IntakeChoices, IntakePlanView, ReadIntake};
use crate::intake::{choose_file, plan, run};
use crate::team::save_adviser;
use crate::team::view::SaveAdviser;
use crate::testing::{Bench, PASSPHRASE, blank_adviser};
use crate::vault::view::{LockReasonView, OpenVault};
use crate::vault::{lock, open};
use std::time::Duration;

/// A bench with what these tests do to it.
struct Desk {
    bench: Bench,
    files: u32,
}

impl Desk {
    fn new() -> Self {
        Self {
            bench: Bench::open(),
            files: 0,
        }
    }

    /// A team of these advisers, with their first and last days.
    fn with_team(advisers: &[(&str, Option<&str>, Option<&str>)]) -> Self {
        let mut desk = Self::new();
        for (alias, started, left) in advisers {
            let request = SaveAdviser {
                alias: (*alias).to_owned(),
                started: started.map(str::to_owned),
                left: left.map(str::to_owned),
                ..blank_adviser()
            };
            save_adviser(&mut desk.bench.app, request).unwrap();
        }
        desk
    }

    /// A file of this text, chosen.
    fn choose(&mut self, text: &str) -> String {
        self.files += 1;
        let path = self.bench.path(&format!("input-{}.csv", self.files));
        std::fs::write(&path, text).unwrap();
        choose_file(&mut self.bench.app, path).unwrap().file
    }

    fn plan(&mut self, file: &str, choices: &IntakeChoices) -> IntakePlanView {
        plan(&mut self.bench.app, read(file, choices)).unwrap()
    }

    fn run(&mut self, file: &str, choices: &IntakeChoices) -> ImportedView {
        run(&mut self.bench.app, read(file, choices)).unwrap()
    }

    /// The vault locked, and opened some time later.
    fn reopen_after(&mut self, time: Duration) {
        lock(&mut self.bench.app, LockReasonView::Asked).unwrap();
        self.bench.pass(time);
        open(&mut self.bench.app, OpenVault { place: None }, PASSPHRASE).unwrap();
    }

    fn digest(&self) -> String {
        self.bench.app.store().unwrap().read().digest().unwrap()
    }

    fn figures(&self) -> u64 {
        self.bench
            .app
            .store()
            .unwrap()
            .read()
            .figures()
            .count()
            .unwrap()
    }
}

fn read(file: &str, choices: &IntakeChoices) -> ReadIntake {
    ReadIntake {
        file: file.to_owned(),
        choices: choices.clone(),
    }
}

/// Everything that is not there is added.
fn creating() -> IntakeChoices {
    IntakeChoices {
        create_advisers: true,
        create_kpis: true,
        ..IntakeChoices::default()
    }
}

fn reasons(plan: &IntakePlanView) -> Vec<(u32, &str)> {
    plan.rejected_rows
        .iter()
        .map(|row| (row.line, row.reason.as_str()))
        .collect()
}
