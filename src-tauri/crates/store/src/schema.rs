//! The versions of the tables. Migrations go forward only, all of them in one transaction, and are checked
//! before they are committed; tables of a newer version are left untouched.
//!
//! Each capability holds the statements of its own tables; this page only says in which version they came.

use rusqlite::Connection;
use vault::{BodyFacts, BodyReader};

use crate::error::{Damaged, StoreError};
use crate::rows::{find, narrow, stored};
use crate::unchanged::Contents;
use crate::{
    batches, drafts, figures, journal, kpis, phases, releases, settings, team, totals, undo,
};

/// The version of the tables this program writes.
pub const NEWEST_SCHEMA: u32 = 5;

/// One row that every write transaction raises, and the next number for a data subject. A number is never
/// given twice, so that what was sealed for somebody forgotten can never open for somebody new.
const COUNTER: &str = "
CREATE TABLE counter(
    id INTEGER PRIMARY KEY CHECK (id = 1),
    commits INTEGER NOT NULL,
    next_subject INTEGER NOT NULL
) STRICT;
INSERT INTO counter(id, commits, next_subject) VALUES (1, 0, 1);";

/// What each version adds, oldest first.
const STEPS: [&[&str]; 5] = [
    &[
        COUNTER,
        journal::TABLES,
        settings::TABLES,
        team::TABLES,
        kpis::TABLES,
        batches::TABLES,
        figures::TABLES,
        phases::TABLES,
        releases::TABLES,
        undo::TABLES,
        drafts::TABLES,
    ],
    &[team::BAND, totals::TABLES],
    &[kpis::SEALED_SOURCE],
    &[phases::BASELINE_OF_A_PHASE],
    &[journal::REASONS, undo::PIECES_APART],
];

/// The statements that make the newest tables, for a twin without a key that measurements compare with.
pub fn statements() -> impl Iterator<Item = &'static str> {
    STEPS.into_iter().flatten().copied()
}

/// What the vault asks the tables about when it opens.
#[derive(Debug, Clone, Copy)]
pub struct Tables;

impl BodyReader for Tables {
    fn newest_schema(&self) -> u32 {
        NEWEST_SCHEMA
    }

    fn facts(&self, connection: &Connection) -> rusqlite::Result<BodyFacts> {
        let version: i64 = connection.query_row("PRAGMA user_version", [], |row| row.get(0))?;
        let schema_version = u32::try_from(version).unwrap_or(u32::MAX);
        // Newer tables may keep these facts elsewhere; their number alone is the answer.
        if schema_version == 0 || schema_version > NEWEST_SCHEMA {
            return Ok(BodyFacts {
                schema_version,
                ..BodyFacts::default()
            });
        }
        let commits: i64 = connection
            .prepare_cached("SELECT commits FROM counter")?
            .query_row([], |row| row.get(0))?;
        let head = journal::head(connection)?;
        Ok(BodyFacts {
            schema_version,
            commit_sequence: u64::try_from(commits).unwrap_or_default(),
            journal_sequence: head.sequence,
            journal_mac: head.mac,
        })
    }

    fn journal_mac_at(
        &self,
        connection: &Connection,
        sequence: u64,
    ) -> rusqlite::Result<Option<[u8; 32]>> {
        journal::mac_at(connection, sequence)
    }
}

/// The facts of the tables as they are now.
pub(crate) fn facts(connection: &Connection) -> Result<BodyFacts, StoreError> {
    Ok(Tables.facts(connection)?)
}

/// The version of the tables in the file; 0 when there are none.
pub(crate) fn version(connection: &Connection) -> Result<u32, StoreError> {
    let version = find(connection, "PRAGMA user_version", [], |row| Ok(row.get(0)?))?;
    narrow(version.unwrap_or(0))
}

/// Brings the tables to the newest version inside the caller's transaction; gives the version found.
pub(crate) fn migrate(connection: &Connection) -> Result<u32, StoreError> {
    migrate_with(connection, &STEPS)
}

fn migrate_with(connection: &Connection, steps: &[&[&str]]) -> Result<u32, StoreError> {
    let found = version(connection)?;
    let newest = u32::try_from(steps.len()).unwrap_or(u32::MAX);
    if found > newest {
        return Err(StoreError::TooNew);
    }
    if found == newest {
        return Ok(found);
    }
    let known = usize::try_from(found).unwrap_or(usize::MAX);
    let before = Contents::of(connection)?;
    for statement in steps.iter().skip(known).flat_map(|step| step.iter()) {
        connection.execute_batch(statement)?;
    }
    check_migrated(connection, &before)?;
    connection.pragma_update(None, "user_version", stored(newest))?;
    Ok(found)
}

/// No dangling reference, a sound structure, and nothing lost or altered, before a migration is committed.
fn check_migrated(connection: &Connection, before: &Contents) -> Result<(), StoreError> {
    let dangling = find(connection, "PRAGMA foreign_key_check", [], |_| Ok(()))?;
    let verdict = find(connection, "PRAGMA integrity_check(1)", [], |row| {
        Ok(row.get::<_, String>(0)?)
    })?;
    let is_sound = dangling.is_none() && verdict.as_deref() == Some("ok");
    if is_sound && before.is_kept_in(&Contents::of(connection)?) {
        Ok(())
    } else {
        Err(Damaged::Migration.into())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn empty() -> Connection {
        Connection::open_in_memory().unwrap()
    }

    fn tables(connection: &Connection) -> i64 {
        let sql = "SELECT count(*) FROM sqlite_schema WHERE type = 'table'";
        connection.query_row(sql, [], |row| row.get(0)).unwrap()
    }

    #[test]
    fn an_empty_file_gets_all_tables_once() {
        let connection = empty();
        assert_eq!(migrate(&connection).unwrap(), 0);
        let made = tables(&connection);
        assert!(made > 15);
        assert_eq!(
            migrate(&connection).unwrap(),
            NEWEST_SCHEMA,
            "the second run finds them"
        );
        assert_eq!(tables(&connection), made);
    }

    #[test]
    fn newer_tables_are_refused_and_left_alone() {
        let connection = empty();
        let later = NEWEST_SCHEMA + 1;
        connection
            .pragma_update(None, "user_version", later)
            .unwrap();
        assert!(matches!(migrate(&connection), Err(StoreError::TooNew)));
        assert_eq!(tables(&connection), 0);
        assert_eq!(version(&connection).unwrap(), later);
    }

    #[test]
    fn a_later_step_runs_alone_and_one_that_leaves_dangling_rows_fails() {
        let first: &[&str] = &["CREATE TABLE a(id INTEGER PRIMARY KEY) STRICT;"];
        let second: &[&str] = &["CREATE TABLE b(a INTEGER NOT NULL REFERENCES a(id)) STRICT;"];
        let wrong: &[&str] = &["INSERT INTO b(a) VALUES (7);"];
        let connection = empty();
        connection
            .pragma_update(None, "foreign_keys", false)
            .unwrap();
        assert_eq!(migrate_with(&connection, &[first]).unwrap(), 0);
        assert_eq!(migrate_with(&connection, &[first, second]).unwrap(), 1);
        let refused = migrate_with(&connection, &[first, second, wrong]);
        assert!(matches!(
            refused,
            Err(StoreError::Damaged(Damaged::Migration))
        ));
        assert_eq!(version(&connection).unwrap(), 2);
    }

    #[test]
    fn a_step_that_loses_a_row_or_alters_a_value_fails_and_one_that_adds_does_not() {
        let first: &[&str] = &[
            "CREATE TABLE a(id INTEGER PRIMARY KEY, name TEXT NOT NULL) STRICT;",
            "INSERT INTO a(id, name) VALUES (1, 'one'), (2, 'two');",
        ];
        let steps = [
            ("DELETE FROM a WHERE id = 2;", false),
            ("UPDATE a SET name = 'ones' WHERE id = 1;", false),
            ("INSERT INTO a(id, name) VALUES (3, 'three');", false),
            (
                "ALTER TABLE a ADD COLUMN note TEXT NOT NULL DEFAULT '';",
                true,
            ),
            ("ALTER TABLE a DROP COLUMN name;", true),
            (
                "ALTER TABLE a RENAME id TO number; DELETE FROM a WHERE number = 1;",
                false,
            ),
            ("DROP TABLE a;", false),
            ("CREATE TABLE b(id INTEGER PRIMARY KEY) STRICT;", true),
        ];
        for (step, is_taken) in steps {
            let connection = empty();
            migrate_with(&connection, &[first]).unwrap();
            let migrated = migrate_with(&connection, &[first, &[step]]);
            assert_eq!(migrated.is_ok(), is_taken, "{step}");
        }
    }

    #[test]
    fn every_table_is_strict_and_only_figures_know_nothing() {
        let connection = empty();
        migrate(&connection).unwrap();
        let loose = "SELECT count(*) FROM pragma_table_list
            WHERE schema = 'main' AND name NOT LIKE 'sqlite_%' AND strict = 0";
        let loose: i64 = connection.query_row(loose, [], |row| row.get(0)).unwrap();
        assert_eq!(loose, 0, "a loose table keeps whatever it is given");
        let sql = "SELECT t.name || '.' || c.name FROM pragma_table_list t, pragma_table_info(t.name) c
            WHERE t.schema = 'main' AND t.name NOT LIKE 'sqlite_%' AND c.\"notnull\" = 0 AND c.pk = 0
            ORDER BY 1";
        let mut statement = connection.prepare(sql).unwrap();
        let names = statement
            .query_map([], |row| row.get::<_, String>(0))
            .unwrap();
        let names: Vec<String> = names.map(Result::unwrap).collect();
        let allowed = [
            "figure.batch",
            "figure.denominator",
            "figure.exposure",
            "figure_version.denominator",
            "figure_version.exposure",
            "roll.denominator",
            "roll.exposure",
            "total.denominator",
            "total.exposure",
        ];
        assert_eq!(
            names, allowed,
            "absence is a fact of figures only (rulings 6)"
        );
    }
}
