//! Writing the header: after commits, at checkpoints, at rest and at closing.

use crate::body;
use crate::error::{Damage, VaultError};
use crate::format::{HEADER_AT, Header, State};
use crate::handle::{BodyFacts, Rest, Vault};
use crate::locked;
use crate::vfs;

impl Vault {
    /// Tells the header about a commit that has just returned. Written to one copy and not
    /// waited for: 20 microseconds, and a removed write-ahead file shows at once.
    pub fn note_commit(&mut self, facts: BodyFacts) -> Result<(), VaultError> {
        self.check_awake()?;
        self.take_facts(facts);
        self.header.generation += 1;
        let bytes = self.header.to_bytes(&self.keys, self.sealed)?;
        self.write_copy(1 - self.anchor, &bytes)
    }

    /// Empties the write-ahead file into the body and seals the facts in both copies. Call
    /// about a second after the last commit.
    pub fn checkpoint(&mut self, facts: BodyFacts) -> Result<(), VaultError> {
        self.check_awake()?;
        body::checkpoint(&self.connection)?;
        self.take_facts(facts);
        self.write_header()
    }

    /// Seals the body as if closed while the vault stays readable; call after a minute
    /// without a change. Writing is refused until [`Vault::wake`].
    pub fn rest(&mut self, facts: BodyFacts) -> Result<(), VaultError> {
        if self.rest == Rest::Resting {
            return Ok(());
        }
        self.seal_closed(facts)?;
        self.rest = Rest::Resting;
        Ok(self.connection.pragma_update(None, "query_only", true)?)
    }

    /// Marks the vault as open again before a change; does nothing when awake.
    pub fn wake(&mut self) -> Result<(), VaultError> {
        if self.rest == Rest::Awake {
            return Ok(());
        }
        self.mark_open()?;
        self.connection.pragma_update(None, "query_only", false)?;
        self.rest = Rest::Awake;
        Ok(())
    }

    /// Seals, closes the database, wipes the keys and gives the lock back.
    pub fn close(mut self, facts: BodyFacts) -> Result<(), VaultError> {
        if self.rest == Rest::Awake {
            self.seal_closed(facts)?;
        }
        drop(self);
        locked::scrub_stack();
        locked::give_memory_back();
        Ok(())
    }

    /// Body root, page count and "closed cleanly" into both copies.
    pub(super) fn seal_closed(&mut self, facts: BodyFacts) -> Result<(), VaultError> {
        body::checkpoint(&self.connection)?;
        vfs::raw_sync(&self.connection)?;
        let (pages, root) = body::body_root(&self.connection, &self.keys)?;
        self.take_facts(facts);
        self.sealed.pages = pages;
        self.sealed.body_root = root;
        self.header.state = State::Closed;
        // A vault that could not be sealed goes on as an open one: its next commit must not say "closed".
        self.write_header().inspect_err(|_| self.unseal())
    }

    /// "Open" in memory: what is written next says so.
    fn unseal(&mut self) {
        self.header.state = State::Open;
        self.sealed.pages = 0;
        self.sealed.body_root = [0; 32];
    }

    /// "Open" into both copies; from here on a crash means a full check next time.
    pub(super) fn mark_open(&mut self) -> Result<(), VaultError> {
        self.unseal();
        self.write_header()
    }

    /// The header of the next generation into the other copy, then into the anchor.
    pub(super) fn write_header(&mut self) -> Result<(), VaultError> {
        self.header.generation += 1;
        let bytes = self.header.to_bytes(&self.keys, self.sealed)?;
        for place in [1 - self.anchor, self.anchor] {
            self.write_copy(place, &bytes)?;
            vfs::raw_sync(&self.connection)?;
        }
        Ok(())
    }

    /// One header copy, not waited for.
    pub(super) fn write_copy(&mut self, place: usize, bytes: &[u8]) -> Result<(), VaultError> {
        let at = HEADER_AT.get(place).ok_or(Damage::Header)?;
        self.write_prefix(*at, bytes)
    }

    /// Any part of the prefix; the one place where tests let a write fail.
    pub(super) fn write_prefix(&mut self, at: u64, bytes: &[u8]) -> Result<(), VaultError> {
        #[cfg(test)]
        match &mut self.writes_before_fault {
            Some(0) => return Err(VaultError::Disk(std::io::ErrorKind::Interrupted)),
            Some(left) => *left -= 1,
            None => {}
        }
        vfs::raw_write(&self.connection, at, bytes)
    }

    /// Reads one header copy back and checks everything that can be checked.
    pub(super) fn read_back(&self, place: usize) -> Result<Header, VaultError> {
        let mut bytes = vec![0; crate::format::HEADER];
        let at = HEADER_AT.get(place).ok_or(Damage::Header)?;
        vfs::raw_read(&self.connection, *at, &mut bytes)?;
        let header = Header::parse(&bytes)?;
        header.open_sealed(&self.keys)?;
        Ok(header)
    }

    fn take_facts(&mut self, facts: BodyFacts) {
        self.sealed.schema_version = facts.schema_version;
        self.sealed.commit_sequence = facts.commit_sequence;
        self.sealed.journal_sequence = facts.journal_sequence;
        self.sealed.journal_mac = facts.journal_mac;
    }
}
