//! Killing a process that works on a vault, at a moment by chance, and looking at what it left.

mod victim;

use std::path::Path;
use std::time::Duration;

use store::Store;
use support::content::Texts;
use support::{Made, clock, code_of, opener};
use vault::Secret;

use crate::damage::now;
use crate::work::import::DAYS;
use crate::work::{edits, import, passphrases};
use crate::{Kind, Outcome, Report, Share, Work};

pub(crate) use victim::Victim;

/// The next opening may take so long, key derivation apart (security.md, R1).
const LIMIT: Duration = Duration::from_secs(3);
/// The latest moment of a kill, in milliseconds after the vault is open.
const LATEST: usize = 400;
/// After so many kills some must have hit the work itself.
const ENOUGH: u64 = 50;

pub(crate) fn run(kind: Kind, work: Work, share: &Share, torture: &Path, report: &mut Report) {
    let mut chance = share.chance(kind);
    let mut scene = Scene::make(work);
    let mut hits = Hits::default();
    for one in 0..share.kills.saturating_sub(share.part).div_ceil(share.parts) {
        // Every fourth is killed while it is still opening.
        let early = one % 4 == 3;
        let delay = chance.below(if early { LATEST / 4 } else { LATEST });
        let delay = Duration::from_millis(u64::try_from(delay).unwrap());
        let left = match scene.kill(torture, early, delay) {
            Ok(left) => left,
            Err(fault) => {
                report.fault(kind, &fault);
                scene = Scene::make(work);
                continue;
            }
        };
        hits.add(&left);
        report.count(kind, "changes said to be done", left.done);
        report.count(
            kind,
            "kills that left a write-ahead file",
            u64::from(left.write_ahead),
        );
        let begun = now();
        match scene.check(left.reached) {
            Ok(unsaid) => {
                report.count(
                    kind,
                    "kills between a change and its saying",
                    u64::from(unsaid),
                );
                report.note(kind, Outcome::Sound, begun.elapsed());
            }
            Err(fault) => {
                report.fault(kind, &format!("kill {one} after {delay:?}: {fault}"));
                scene = Scene::make(work);
            }
        }
    }
    if let Some(fault) = hits.fault() {
        report.fault(kind, fault);
    }
}

/// How often the kills hit the work, so that a run in which none did is no proof.
#[derive(Default)]
struct Hits {
    kills: u64,
    done: u64,
    write_ahead: u64,
}

impl Hits {
    fn add(&mut self, left: &Left) {
        self.kills += 1;
        self.done += left.done;
        self.write_ahead += u64::from(left.write_ahead);
    }

    fn fault(&self) -> Option<&'static str> {
        let missed = self.done == 0 || self.write_ahead == 0;
        (self.kills >= ENOUGH && missed).then_some(
            "no kill hit the work: nothing was said to be done, or nothing was on its way",
        )
    }
}

/// One vault, killed over and over.
struct Scene {
    work: Work,
    made: Made,
    /// The last change known to be in the vault.
    reached: u64,
}

/// What a killed process left.
struct Left {
    /// Changes it said to be done.
    done: u64,
    /// The number of the last of them, or of the last before it began.
    reached: u64,
    /// Whether a write-ahead file lies beside the vault.
    write_ahead: bool,
}

impl Scene {
    fn make(work: Work) -> Self {
        Self {
            work,
            made: Made::closed("scene", &Texts::plain()),
            reached: 0,
        }
    }

    fn kill(&self, torture: &Path, early: bool, delay: Duration) -> Result<Left, String> {
        let current = match self.work {
            Work::Passphrase => passphrases::typed(self.reached),
            Work::Edits | Work::Import | Work::Canaries => support::FIRST.to_owned(),
        };
        let more = match self.work {
            Work::Passphrase => self.reached,
            Work::Edits | Work::Import | Work::Canaries => DAYS,
        };
        let mut victim = Victim::start(
            torture,
            self.work,
            &self.made.path,
            [&current, &more.to_string()],
        );
        if !early {
            victim.wait_until_ready()?;
        }
        victim.listen(delay)?;
        let last = victim.kill()?;
        let wal = self.made.path.with_extension("plumb-wal");
        Ok(Left {
            done: last.map_or(0, |last| last.saturating_sub(self.reached)),
            reached: last.unwrap_or(self.reached),
            write_ahead: wal.metadata().is_ok_and(|found| found.len() > 0),
        })
    }

    /// Whether a change was done that had not been said; a fault in words.
    fn check(&mut self, said: u64) -> Result<bool, String> {
        let code = code_of(&self.made.code);
        if self.work == Work::Passphrase {
            self.reached = passphrases::check(&self.made.path, said)?;
        }
        let begun = now();
        let opened = Store::open_checked(
            &self.made.path,
            Secret::RecoveryCode(&code),
            opener(),
            clock(),
        );
        let took = begun.elapsed();
        let store = opened
            .map_err(|error| format!("does not open: {error:?}"))?
            .store;
        if took > LIMIT {
            return Err(format!("took {took:?} to open"));
        }
        check_whole(&store)?;
        match self.work {
            Work::Edits => self.reached = edits::check(&store, said)?,
            Work::Import => self.reached = import::check(&store, said, DAYS)?,
            Work::Passphrase | Work::Canaries => {}
        }
        store
            .close()
            .map_err(|error| format!("does not close: {error:?}"))?;
        Ok(self.reached > said)
    }
}

/// Journal chain and roll-ups; pages and structure were checked at opening.
fn check_whole(store: &Store) -> Result<(), String> {
    let read = store.read();
    match (read.journal().verify_all(), read.figures().check_rolls()) {
        (Ok(chain), Ok(rolls)) if chain.broken.is_none() && rolls.wrong == 0 => Ok(()),
        found => Err(format!("journal and roll-ups: {found:?}")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn kills_that_never_hit_the_work_are_no_proof() {
        let hits = |kills, done, write_ahead| Hits {
            kills,
            done,
            write_ahead,
        };
        assert!(hits(ENOUGH, 0, 9).fault().is_some());
        assert!(hits(ENOUGH, 9, 0).fault().is_some());
        assert!(hits(ENOUGH, 9, 9).fault().is_none());
        assert!(hits(6, 0, 0).fault().is_none(), "a sample may miss");
    }
}
