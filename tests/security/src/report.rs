//! What came of the tries, as figures: merged from all processes and printed as one plain table.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::time::Duration;

use serde::{Deserialize, Serialize};

use crate::Kind;

/// What came of one try.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    /// The file was refused with the right kind of reason.
    Refused,
    /// It opened with its whole content and said what it had repaired.
    Repaired,
    /// It opened with its whole content, and there was nothing to say.
    Sound,
}

#[derive(Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
struct Row {
    refused: u64,
    repaired: u64,
    sound: u64,
    faults: u64,
    slowest_ms: u64,
}

/// Figures of a run.
#[derive(Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Report {
    rows: BTreeMap<String, Row>,
    counts: BTreeMap<String, u64>,
    faults: Vec<String>,
}

/// Faults of one kind that are told in words; the rest are counted.
const TOLD: u64 = 10;

impl Report {
    /// Notes a try that ended as it must.
    pub fn note(&mut self, kind: Kind, outcome: Outcome, took: Duration) {
        let row = self.row(kind);
        match outcome {
            Outcome::Refused => row.refused += 1,
            Outcome::Repaired => row.repaired += 1,
            Outcome::Sound => row.sound += 1,
        }
        row.slowest_ms = row
            .slowest_ms
            .max(u64::try_from(took.as_millis()).unwrap_or(u64::MAX));
    }

    /// Notes a try that did not.
    pub fn fault(&mut self, kind: Kind, what: &str) {
        let row = self.row(kind);
        row.faults += 1;
        if row.faults <= TOLD {
            self.faults.push(format!("{}: {what}", kind.name()));
        }
    }

    /// Counts something that happened on the way, for the lines under the table.
    pub fn count(&mut self, kind: Kind, what: &str, times: u64) {
        *self
            .counts
            .entry(format!("{}: {what}", kind.name()))
            .or_default() += times;
    }

    /// Takes in the figures of another process.
    pub fn merge(&mut self, other: Self) {
        for (what, times) in other.counts {
            *self.counts.entry(what).or_default() += times;
        }
        for (name, from) in other.rows {
            let into = self.rows.entry(name).or_default();
            into.refused += from.refused;
            into.repaired += from.repaired;
            into.sound += from.sound;
            into.faults += from.faults;
            into.slowest_ms = into.slowest_ms.max(from.slowest_ms);
        }
        self.faults.extend(other.faults);
    }

    /// What went wrong, in words.
    pub fn faults(&self) -> &[String] {
        &self.faults
    }

    /// Whether anything went wrong.
    pub fn is_clean(&self) -> bool {
        self.rows.values().all(|row| row.faults == 0)
    }

    /// How many tries of a kind ended as they must.
    pub fn tries(&self, kind: Kind) -> u64 {
        self.rows
            .get(kind.name())
            .map_or(0, |row| row.refused + row.repaired + row.sound)
    }

    /// The table.
    pub fn table(&self) -> String {
        let mut table = format!(
            "{:<16}{:>8}{:>9}{:>10}{:>8}{:>8}{:>12}\n",
            "kind", "tries", "refused", "repaired", "sound", "faults", "slowest ms"
        );
        for (name, row) in Kind::ALL
            .iter()
            .filter_map(|kind| self.rows.get_key_value(kind.name()))
        {
            let tries = row.refused + row.repaired + row.sound + row.faults;
            let Row {
                refused,
                repaired,
                sound,
                faults,
                slowest_ms,
            } = row;
            let line = writeln!(
                table,
                "{name:<16}{tries:>8}{refused:>9}{repaired:>10}{sound:>8}{faults:>8}{slowest_ms:>12}"
            );
            line.unwrap();
        }
        for (what, times) in &self.counts {
            writeln!(table, "{what} {times}").unwrap();
        }
        table
    }

    fn row(&mut self, kind: Kind) -> &mut Row {
        self.rows.entry(kind.name().to_owned()).or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reports_of_two_processes_become_one_table() {
        let mut whole = Report::default();
        for took in [3, 8] {
            let mut part = Report::default();
            part.note(Kind::Swaps, Outcome::Refused, Duration::from_millis(took));
            let sent = serde_json::to_string(&part).unwrap();
            whole.merge(serde_json::from_str(&sent).unwrap());
        }
        assert!(whole.is_clean());
        let line = whole
            .table()
            .lines()
            .nth(1)
            .unwrap()
            .split_whitespace()
            .collect::<Vec<_>>()
            .join(" ");
        assert_eq!(line, "swaps 2 2 0 0 0 8");
        whole.fault(Kind::Swaps, "seen by nobody");
        assert_eq!(whole.faults(), ["swaps: seen by nobody"]);
        assert!(!whole.is_clean());
    }
}
