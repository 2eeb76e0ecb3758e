//! Erasing a person: every row about them in every table, and then, once that is durable, their key. What was
//! sealed under it is unreadable from there on, in every copy of the file whose ring is rewritten too.

use domain::team::AdviserId;

use crate::error::StoreError;
use crate::inventory::{self, Subject};
use crate::rows::{amend, run};
use crate::team::TeamWrite;

impl TeamWrite<'_> {
    /// Erases an adviser and everything about them. The key goes when the change is committed; a crash between
    /// the two is put right at the next opening. The register of releases keeps their bare number, which
    /// then names nobody, because differencing must still see who was counted (rulings 35, 40).
    pub fn erase_adviser(&mut self, adviser: AdviserId) -> Result<(), StoreError> {
        let about =
            |line: &&inventory::Line| line.subject == Subject::Direct && line.table != "adviser";
        let connection = self.vault.connection();
        for line in inventory::LINES.iter().filter(about) {
            let sql = format!("DELETE FROM {} WHERE {} = ?1", line.table, line.column);
            run(connection, &sql, (adviser.0,))?;
        }
        run(
            connection,
            "DELETE FROM step WHERE NOT EXISTS (SELECT 1 FROM step_piece p WHERE p.step = step.id)",
            [],
        )?;
        amend(
            connection,
            "DELETE FROM adviser WHERE id = ?1",
            (adviser.0,),
        )?;
        self.forgotten.push(adviser.0);
        Ok(())
    }

    /// Erases the advisers an import created whom nothing else mentions; gives how many went.
    pub(crate) fn erase_unused(&mut self, batch: u32) -> Result<u32, StoreError> {
        let created = crate::rows::list(
            self.vault.connection(),
            "SELECT id FROM adviser WHERE batch = ?1 AND note = x''
             AND NOT EXISTS (SELECT 1 FROM figure f WHERE f.adviser = adviser.id)
             AND NOT EXISTS (SELECT 1 FROM phase p WHERE p.adviser = adviser.id)
             AND NOT EXISTS (SELECT 1 FROM baseline b WHERE b.adviser = adviser.id)
             AND NOT EXISTS (SELECT 1 FROM target t WHERE t.adviser = adviser.id)
             AND NOT EXISTS (SELECT 1 FROM draft d WHERE d.adviser = adviser.id) ORDER BY id",
            (batch,),
            |row| crate::rows::number::<u32>(row, 0),
        )?;
        for adviser in &created {
            self.erase_adviser(AdviserId(*adviser))?;
        }
        Ok(u32::try_from(created.len()).unwrap_or(u32::MAX))
    }
}
