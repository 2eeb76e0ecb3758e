//! Taking teams and programmes back, as if they had never been added: what undoing needs.

use domain::team::{ProgrammeId, TeamId};

use crate::error::StoreError;
use crate::rows::{amend, find};
use crate::team::TeamWrite;

impl TeamWrite<'_> {
    /// Takes a team away; `false` when somebody works or worked in it, or a release speaks of it.
    pub fn erase_team(&mut self, team: TeamId) -> Result<bool, StoreError> {
        let mentioned = "SELECT 1 WHERE EXISTS (SELECT 1 FROM assignment WHERE team = ?1)
            OR EXISTS (SELECT 1 FROM release_cell WHERE team = ?1)";
        self.erase_unless(mentioned, "DELETE FROM team WHERE id = ?1", team.0)
    }

    /// Takes a programme away; `false` when a team's work belongs to it.
    pub fn erase_programme(&mut self, programme: ProgrammeId) -> Result<bool, StoreError> {
        let mentioned = "SELECT 1 FROM team WHERE programme = ?1";
        self.erase_unless(
            mentioned,
            "DELETE FROM programme WHERE id = ?1",
            programme.0,
        )
    }

    fn erase_unless(&mut self, mentioned: &str, delete: &str, id: u32) -> Result<bool, StoreError> {
        let connection = self.vault.connection();
        if find(connection, mentioned, (id,), |_| Ok(()))?.is_some() {
            return Ok(false);
        }
        amend(connection, delete, (id,))?;
        Ok(true)
    }
}
