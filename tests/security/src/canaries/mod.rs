//! Canaries: a mark in every text field, the passphrase and the recovery code are looked for in everything the
//! process could write to, in every form, while it works, after a kill and after it closed.

mod home;
mod terminal;

use std::collections::BTreeMap;
use std::path::Path;
use std::time::Duration;

use store::inventory::{LINES, Sealing, Subject};
use store::{NewStore, Tables};
use support::search::MARK;
use support::{clock, code_of, costs, opener, passphrase};
use vault::{Confirmed, Opener, RecoveryCode, Secret, Vault};

use self::home::Home;
use crate::kills::Victim;
use crate::{Kind, Outcome, Report, Share, Work};

const PASSPHRASE: &str = "Wx4 a sentence nobody says";

pub(crate) fn run(share: &Share, torture: &Path, report: &mut Report) {
    let mut chance = share.chance(Kind::Canaries);
    for case in share.cases(6) {
        let outcome = match case {
            0 => Scene::make().search_while_it_works(torture),
            1 => Scene::make().search_after(torture, End::Kill),
            2 => Scene::make().search_after(torture, End::Close),
            3 => Scene::make().search_inside(torture),
            4 => terminal::search_after_a_day(torture),
            _ => terminal::search_after_a_kill(torture, &mut chance),
        };
        match outcome {
            Ok(files) => {
                report.count(Kind::Canaries, "files looked at", files);
                report.note(Kind::Canaries, Outcome::Sound, Duration::ZERO);
            }
            Err(faults) => faults
                .iter()
                .for_each(|fault| report.fault(Kind::Canaries, fault)),
        }
    }
}

/// How the process ends.
#[derive(Clone, Copy, PartialEq, Eq)]
enum End {
    Kill,
    Close,
}

/// A vault in a home of its own, and what must not be found there.
struct Scene {
    home: Home,
    code: RecoveryCode,
}

impl Scene {
    fn make() -> Self {
        let mut home = Home::make();
        let new = NewStore::create(
            &home.vault(),
            &passphrase(PASSPHRASE),
            costs(),
            opener(),
            clock(),
        );
        let new = new.unwrap();
        let shown = new.recovery_code().unwrap().shown().to_string();
        new.finish(Confirmed::Yes).unwrap().store.close().unwrap();
        home.want_code(&shown);
        Self {
            home,
            code: code_of(&shown),
        }
    }

    fn start(&self, torture: &Path) -> Victim {
        let mut command = self.home.command(torture);
        command
            .args(["work", Work::Canaries.name()])
            .arg(self.home.vault());
        Victim::begin(command, [PASSPHRASE, MARK])
    }

    fn search_while_it_works(&self, torture: &Path) -> Result<u64, Vec<String>> {
        self.home.check_search()?;
        let mut victim = self.start(torture);
        let said = |victim: &mut Victim| victim.wait_until_done().map_err(|fault| vec![fault]);
        victim.wait_until_ready().map_err(|fault| vec![fault])?;
        let mut files = self.home.find()?;
        for _ in 0..2 {
            said(&mut victim)?;
            files += self.home.find()?;
            victim.go_on();
        }
        victim.end().map_err(|fault| vec![fault])?;
        Ok(files)
    }

    fn search_after(&self, torture: &Path, end: End) -> Result<u64, Vec<String>> {
        let one = |fault: String| vec![fault];
        let mut victim = self.start(torture);
        victim.wait_until_ready().map_err(one)?;
        victim.wait_until_done().map_err(one)?;
        victim.go_on();
        victim.wait_until_done().map_err(one)?;
        match end {
            End::Kill => drop(victim.kill().map_err(one)?),
            End::Close => victim.end().map_err(one)?,
        }
        self.home.find()
    }

    /// Inside the decrypted tables every text field holds the mark, and the sealed ones hold it sealed.
    fn search_inside(&self, torture: &Path) -> Result<u64, Vec<String>> {
        self.search_after(torture, End::Close)?;
        let opener: Opener = opener();
        let opened = Vault::open(
            &self.home.vault(),
            Secret::RecoveryCode(&self.code),
            opener,
            &Tables,
        );
        let opened = opened.map_err(|error| vec![format!("does not open: {error:?}")])?;
        let held =
            marked_columns(opened.vault.connection()).map_err(|error| vec![error.to_string()])?;
        let mut faults = Vec::new();
        for line in LINES {
            let place = format!("{}.{}", line.table, line.column);
            let (is_text, is_marked) = held.get(&place).copied().unwrap_or_default();
            if line.sealing == Sealing::Sealed && is_marked {
                faults.push(format!("{place} is not sealed"));
            }
            if is_text && !is_marked && !WITHOUT_MARK.contains(&line.column) {
                faults.push(format!(
                    "{place} was never written with a mark: extend the made-up content"
                ));
            }
        }
        if faults.is_empty() {
            Ok(0)
        } else {
            Err(faults)
        }
    }
}

/// Texts that are days.
const WITHOUT_MARK: [&str; 5] = ["started", "left_on", "from_day", "to_day", "valid_from"];

/// For each column: whether it is text, and whether any row of it holds the mark. Of what is sealed under a
/// person's key, only rows about a person are looked at.
fn marked_columns(
    connection: &rusqlite::Connection,
) -> rusqlite::Result<BTreeMap<String, (bool, bool)>> {
    let mut found = BTreeMap::new();
    for line in LINES {
        let (table, column) = (line.table, line.column);
        let sql = "SELECT type = 'TEXT' FROM pragma_table_info(?1) WHERE name = ?2";
        let is_text = connection.query_row(sql, [table, column], |row| row.get(0))?;
        let mut direct = LINES
            .iter()
            .filter(|one| one.table == table && one.subject == Subject::Direct);
        let person = match line.sealing {
            Sealing::Sealed => direct.next().map_or("1", |one| one.column),
            Sealing::File => "1",
        };
        let sql = format!(
            "SELECT count(*) FROM {table} WHERE {person} <> 0 AND instr(CAST({column} AS BLOB), ?1) > 0"
        );
        let rows: i64 = connection.query_row(&sql, [MARK.as_bytes()], |row| row.get(0))?;
        found.insert(format!("{table}.{column}"), (is_text, rows > 0));
    }
    Ok(found)
}
