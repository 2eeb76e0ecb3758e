//! What can be read: one reader for each capability. Nothing here can write.

use rusqlite::Connection;
use vault::Vault;

use crate::batches::BatchesRead;
use crate::digest;
use crate::drafts::DraftsRead;
use crate::error::StoreError;
use crate::figures::FiguresRead;
use crate::inventory::{self, Holding};
use crate::journal::JournalRead;
use crate::kpis::KpisRead;
use crate::phases::PhasesRead;
use crate::releases::ReleasesRead;
use crate::settings::SettingsRead;
use crate::team::TeamRead;
use crate::totals::TotalsRead;
use crate::undo::UndoRead;

/// Reads the open file.
#[derive(Clone, Copy)]
pub struct Read<'open> {
    pub(crate) vault: &'open Vault,
}

impl<'open> Read<'open> {
    pub(crate) fn of(vault: &'open Vault) -> Self {
        Self { vault }
    }

    pub(crate) fn connection(self) -> &'open Connection {
        self.vault.connection()
    }

    /// Advisers, teams, programmes.
    pub fn team(self) -> TeamRead<'open> {
        TeamRead(self)
    }

    /// KPIs and targets.
    pub fn kpis(self) -> KpisRead<'open> {
        KpisRead(self)
    }

    /// Figures and their roll-ups.
    pub fn figures(self) -> FiguresRead<'open> {
        FiguresRead(self)
    }

    /// Totals of months whose single figures are past keeping.
    pub fn totals(self) -> TotalsRead<'open> {
        TotalsRead(self)
    }

    /// Imports.
    pub fn batches(self) -> BatchesRead<'open> {
        BatchesRead(self)
    }

    /// Phases set by hand, and frozen baselines.
    pub fn phases(self) -> PhasesRead<'open> {
        PhasesRead(self)
    }

    /// The register of what went out.
    pub fn releases(self) -> ReleasesRead<'open> {
        ReleasesRead(self)
    }

    /// Settings that travel with the file.
    pub fn settings(self) -> SettingsRead<'open> {
        SettingsRead(self)
    }

    /// Steps that can be undone or done again.
    pub fn undo(self) -> UndoRead<'open> {
        UndoRead(self)
    }

    /// Half-typed texts.
    pub fn drafts(self) -> DraftsRead<'open> {
        DraftsRead(self)
    }

    /// The activity journal.
    pub fn journal(self) -> JournalRead<'open> {
        JournalRead(self)
    }

    /// SHA-256 over the business content in a fixed order, as 64 hexadecimal digits.
    pub fn digest(self) -> Result<String, StoreError> {
        digest::derive(self)
    }

    /// How much of each category is held, about how many people.
    pub fn inventory(self) -> Result<Vec<Holding>, StoreError> {
        inventory::count(self)
    }
}
