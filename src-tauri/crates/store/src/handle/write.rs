//! A change: one transaction that raises the commit counter and appends its journal entry before it commits.
//! There is no other way to write, drafts excepted. Dropped, it never happened.

use domain::team::AdviserId;
use domain::text::Note;
use rusqlite::Connection;
use vault::Vault;

use crate::action::Action;
use crate::batches::{BatchId, BatchState, BatchesWrite};
use crate::error::{StoreError, StoreRefusal};
use crate::figures::{BatchRemoved, FiguresWrite};
use crate::handle::read::Read;
use crate::journal::{self, Entry, JournalWrite};
use crate::kpis::KpisWrite;
use crate::phases::PhasesWrite;
use crate::releases::ReleasesWrite;
use crate::rows::amend;
use crate::schema;
use crate::settings::SettingsWrite;
use crate::team::TeamWrite;
use crate::totals::TotalsWrite;
use crate::undo::UndoWrite;

/// A change under way.
pub struct Write<'open> {
    vault: &'open mut Vault,
    entry: Entry,
    about: Option<AdviserId>,
    reason: Option<Note>,
    forgotten: Vec<u32>,
    open: bool,
}

impl<'open> Write<'open> {
    pub(crate) fn begin(
        vault: &'open mut Vault,
        action: Action,
        session: u64,
        at: i64,
    ) -> Result<Self, StoreError> {
        vault.wake()?;
        vault.connection().execute_batch("BEGIN IMMEDIATE")?;
        Ok(Self {
            vault,
            entry: Entry::of(action, session, at),
            about: None,
            reason: None,
            forgotten: Vec::new(),
            open: true,
        })
    }

    pub(crate) fn connection(&self) -> &Connection {
        self.vault.connection()
    }

    /// How many rows or cells it touches, for the journal.
    pub fn count(&mut self, rows: u64) {
        self.entry.count = rows;
    }

    /// Whom it concerns, for the journal, which keeps a keyed digest of it.
    pub fn about(&mut self, adviser: AdviserId) {
        self.about = Some(adviser);
    }

    /// Why it is done, for the journal, which keeps it sealed under the key of whom it concerns.
    pub fn reason(&mut self, reason: Note) {
        self.reason = Some(reason);
    }

    /// The number of the thing it is done to (a KPI, a batch, a release), for the journal.
    pub fn object(&mut self, number: i64) {
        self.entry.object = number;
    }

    /// When it began, in UTC milliseconds, as its journal entry will say.
    pub fn at(&self) -> i64 {
        self.entry.at
    }

    /// Reads what the change has made so far.
    pub fn read(&self) -> Read<'_> {
        Read::of(self.vault)
    }

    /// Takes an import out (rulings 19): figures and totals it brought go, figures it overwrote get their old value
    /// back, figures written again since stay and are listed; advisers and KPIs it created go if nothing else
    /// mentions them. The journal entry says which import and how many figures.
    pub fn remove_batch(&mut self, batch: BatchId) -> Result<BatchRemoved, StoreError> {
        if self.read().batches().find(batch)?.state == BatchState::Undone {
            return Err(StoreRefusal::AlreadyUndone.into());
        }
        let mut removed = self.figures().remove_batch(batch)?;
        self.totals().remove_batch(batch)?;
        removed.advisers = self.team().erase_unused(batch.0)?;
        removed.kpis = self.kpis().erase_unused(batch.0)?;
        self.batches().mark_undone(batch)?;
        self.object(i64::from(batch.0));
        self.count(removed.removed.saturating_add(removed.restored));
        Ok(removed)
    }

    /// Makes it durable. When this returns without an error, it is on the disk.
    pub fn commit(mut self) -> Result<(), StoreError> {
        if let Some(adviser) = self.about {
            self.entry.subject = Some(journal::pseudonym(self.vault, adviser));
        }
        amend(
            self.connection(),
            "UPDATE counter SET commits = commits + 1",
            [],
        )?;
        let reason = self.about.zip(self.reason.as_ref());
        journal::append(self.vault, &self.entry, reason)?;
        self.connection().execute_batch("COMMIT")?;
        self.open = false;
        if !self.forgotten.is_empty() {
            self.vault.remove_subjects(&self.forgotten)?;
        }
        let facts = schema::facts(self.connection())?;
        Ok(self.vault.note_commit(facts)?)
    }

    /// Advisers, teams, programmes.
    pub fn team(&mut self) -> TeamWrite<'_> {
        TeamWrite::new(self.vault, &mut self.forgotten)
    }

    /// KPIs and targets.
    pub fn kpis(&mut self) -> KpisWrite<'_> {
        KpisWrite(self.vault)
    }

    /// Figures.
    pub fn figures(&mut self) -> FiguresWrite<'_> {
        FiguresWrite(self.vault)
    }

    /// Totals of months whose single figures are past keeping.
    pub fn totals(&mut self) -> TotalsWrite<'_> {
        TotalsWrite(self.vault)
    }

    /// Imports.
    pub fn batches(&mut self) -> BatchesWrite<'_> {
        BatchesWrite {
            vault: self.vault,
            at: self.entry.at,
        }
    }

    /// Phases set by hand, and frozen baselines.
    pub fn phases(&mut self) -> PhasesWrite<'_> {
        PhasesWrite(self.vault)
    }

    /// The register of what went out.
    pub fn releases(&mut self) -> ReleasesWrite<'_> {
        ReleasesWrite {
            vault: self.vault,
            at: self.entry.at,
        }
    }

    /// Settings that travel with the file.
    pub fn settings(&mut self) -> SettingsWrite<'_> {
        SettingsWrite(self.vault)
    }

    /// Steps that can be undone or done again.
    pub fn undo(&mut self) -> UndoWrite<'_> {
        UndoWrite {
            vault: self.vault,
            at: self.entry.at,
        }
    }

    /// Pruning of the journal.
    pub fn journal(&mut self) -> JournalWrite<'_> {
        JournalWrite(self.vault)
    }
}

impl Drop for Write<'_> {
    fn drop(&mut self) {
        if self.open && self.vault.connection().execute_batch("ROLLBACK").is_err() {
            // SQLite has rolled back by itself already (disk full, for one).
            tracing::debug!("rollback was not needed");
        }
    }
}
