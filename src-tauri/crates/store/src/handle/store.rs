//! One open file from unlocking to locking.

use std::path::Path;

use domain::team::AdviserId;
use vault::{BodyReader, Notice, Opened, Opener, Secret, Vault};

use crate::action::Action;
use crate::drafts::DraftChange;
use crate::error::{Damaged, StoreError};
use crate::handle::read::Read;
use crate::handle::write::Write;
use crate::schema::{self, NEWEST_SCHEMA, Tables};
use crate::{drafts, journal, team};

/// Says what time it is: UTC milliseconds since 1970. The store never asks the computer itself.
pub type Clock = Box<dyn Fn() -> i64 + Send>;

/// Entries whose chain is walked at every opening; the whole of it by `verify_all`.
const ENTRIES_CHECKED: u64 = 1000;

/// An open file and what the manager should be told about it.
pub struct OpenedStore {
    /// The open file.
    pub store: Store,
    /// What was found and repaired on the way. After [`Notice::NotClosedCleanly`] roll-ups should be checked
    /// once the first screen stands.
    pub notices: Vec<Notice>,
}

/// The encrypted file, open. Dropping it wipes the keys; closing it properly first seals the body.
pub struct Store {
    pub(super) vault: Vault,
    clock: Clock,
    session: u64,
    settled: bool,
}

impl Store {
    pub(super) fn new(vault: Vault, clock: Clock, session: u64) -> Self {
        Self {
            vault,
            clock,
            session,
            settled: false,
        }
    }

    /// Opens a file: keys, freshness and structure are the vault's answer; then the tables are brought to
    /// this version, the journal's last entries are walked, and the opening is journalled.
    pub fn open(
        path: &Path,
        secret: Secret<'_>,
        opener: Opener,
        clock: Clock,
    ) -> Result<OpenedStore, StoreError> {
        Self::open_watched(path, secret, opener, clock, &Tables)
    }

    /// The same with a reader that notes how far the opening is: for measuring.
    pub fn open_watched(
        path: &Path,
        secret: Secret<'_>,
        opener: Opener,
        clock: Clock,
        reader: &dyn BodyReader,
    ) -> Result<OpenedStore, StoreError> {
        let opened = Vault::open(path, secret, opener, reader)?;
        Self::begin(opened, clock)
    }

    /// The same after every page and the whole structure were checked, about 2 ms per MiB more: for verifying.
    pub fn open_checked(
        path: &Path,
        secret: Secret<'_>,
        opener: Opener,
        clock: Clock,
    ) -> Result<OpenedStore, StoreError> {
        let opened = Vault::open_checked(path, secret, opener, &Tables)?;
        Self::begin(opened, clock)
    }

    fn begin(opened: Opened, clock: Clock) -> Result<OpenedStore, StoreError> {
        let mut store = Self::new(opened.vault, clock, 0);
        if schema::version(store.vault.connection())? > NEWEST_SCHEMA {
            return Err(StoreError::TooNew);
        }
        // Before anything is brought up to date: a journal that does not hold together refuses the file.
        let read = store.read();
        if let Some(broken) = read.journal().verify_last(ENTRIES_CHECKED)?.broken {
            return Err(Damaged::Journal(broken).into());
        }
        store.migrate()?;
        // A vault that was closed cleanly was looked through then.
        let unsure = [Notice::NotClosedCleanly, Notice::RingRepaired];
        if opened.notices.iter().any(|one| unsure.contains(one)) {
            store.forget_nobody()?;
        }
        store.session = journal::head(store.vault.connection())?.sequence + 1;
        for found in opened.notices.iter().copied().filter_map(finding) {
            store.write(found)?.commit()?;
        }
        store.write(Action::Unlocked)?.commit()?;
        Ok(OpenedStore {
            store,
            notices: opened.notices,
        })
    }

    /// Everything that can be read.
    pub fn read(&self) -> Read<'_> {
        Read::of(&self.vault)
    }

    /// Begins a transaction that says what it does. Nothing is kept unless it is committed.
    pub fn write(&mut self, action: Action) -> Result<Write<'_>, StoreError> {
        self.settled = false;
        Write::begin(&mut self.vault, action, self.session, (self.clock)())
    }

    /// Keeps a half-typed text over the one before in its place: no entry in the journal (rulings 12). The
    /// place is the app's own name of the field.
    pub fn save_draft(
        &mut self,
        place: &str,
        about: Option<AdviserId>,
        text: &str,
    ) -> Result<(), StoreError> {
        self.change_drafts(&[DraftChange { place, about, text }])
    }

    /// Forgets the draft of a place, if there is one.
    pub fn drop_draft(&mut self, place: &str) -> Result<(), StoreError> {
        self.change_drafts(&[DraftChange {
            place,
            about: None,
            text: "",
        }])
    }

    /// Keeps and forgets half-typed texts of many places as one commit.
    pub fn change_drafts(&mut self, changes: &[DraftChange<'_>]) -> Result<(), StoreError> {
        self.settled = false;
        drafts::change(&mut self.vault, (self.clock)(), changes)
    }

    /// Empties the write-ahead file and seals what the header remembers. For a second after the last commit;
    /// does nothing when nothing was committed since.
    pub fn settle(&mut self) -> Result<(), StoreError> {
        if self.settled {
            return Ok(());
        }
        let facts = schema::facts(self.vault.connection())?;
        self.vault.checkpoint(facts)?;
        self.settled = true;
        Ok(())
    }

    /// Seals the body as if the file were closed, while it stays readable. For a minute after the last change;
    /// the next write wakes it.
    pub fn rest(&mut self) -> Result<(), StoreError> {
        let facts = schema::facts(self.vault.connection())?;
        self.vault.rest(facts)?;
        self.settled = true;
        Ok(())
    }

    /// Closes the file at the end of the work.
    pub fn close(self) -> Result<(), StoreError> {
        self.end(Action::Closed)
    }

    /// Closes the file because nobody may read it now; keys are wiped.
    pub fn lock(self) -> Result<(), StoreError> {
        self.end(Action::Locked)
    }

    fn end(mut self, action: Action) -> Result<(), StoreError> {
        self.write(action)?.commit()?;
        self.forget_nobody()?;
        let facts = schema::facts(self.vault.connection())?;
        Ok(self.vault.close(facts)?)
    }

    /// Takes out keys whose people are gone from the tables: a kill or a full disk came between the two.
    fn forget_nobody(&mut self) -> Result<(), StoreError> {
        let forgotten = team::keys_of_nobody(&self.vault)?;
        if forgotten.is_empty() {
            return Ok(());
        }
        Ok(self.vault.remove_subjects(&forgotten)?)
    }

    /// Checks every page and the structure of the open file (about 2 ms for each MiB).
    pub fn check(&self) -> Result<(), StoreError> {
        Ok(self.vault.check()?)
    }

    /// Random identity of the file; copies of it share it.
    pub fn id(&self) -> [u8; 16] {
        self.vault.id()
    }

    /// Where the file lies.
    pub fn path(&self) -> &Path {
        self.vault.path()
    }

    fn migrate(&mut self) -> Result<(), StoreError> {
        if schema::version(self.vault.connection())? == NEWEST_SCHEMA {
            return Ok(());
        }
        let mut write = self.write(Action::Migrated)?;
        schema::migrate(write.connection())?;
        write.kpis().seal_sources()?;
        write.object(i64::from(NEWEST_SCHEMA));
        write.commit()
    }
}

/// What an opening found and put right, which the journal keeps (security.md 2.3 d).
fn finding(notice: Notice) -> Option<Action> {
    match notice {
        Notice::NotClosedCleanly => Some(Action::NotClosedCleanly),
        Notice::HeaderRepaired | Notice::HeaderRefreshed => Some(Action::HeaderMended),
        Notice::RingRepaired => Some(Action::RingMended),
        Notice::RecoveryNotConfirmed | Notice::WeakSlot | Notice::MemoryNotLocked => None,
    }
}

#[cfg(test)]
impl Store {
    /// The vault behind the tables, where a test looks at keys or damages rows.
    pub(crate) fn vault(&self) -> &Vault {
        &self.vault
    }
}
