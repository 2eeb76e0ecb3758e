//! The bars of performance.md section 5 that the first landing is held to. Each compares the app's own work with
//! what people would use instead, in the same run on the same machine; what cannot be compared is absolute.

mod cards;
mod hand;
mod import;

use crate::Fault;
use crate::rivals::Rivals;
use crate::run::{Run, median, run};
use crate::table::Bar;
use crate::workload::{Size, Workload};
use serde_json::Value;
use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::process::Command;

/// Everything a bar needs.
#[derive(Debug, Clone)]
pub struct Field {
    /// This program, for its steps.
    pub program: PathBuf,
    /// The terminal program.
    pub cli: PathBuf,
    /// Where workloads, vaults and rivals' files lie.
    pub folder: PathBuf,
    /// What people would use instead.
    pub rivals: Rivals,
}

impl Field {
    /// Runs a step in a process of its own.
    fn step(&self, name: &str, arguments: &[&OsStr]) -> Result<Run, Fault> {
        let mut command = Command::new(&self.program);
        run(command.args(["step", name]).args(arguments), None)
    }

    /// A place for a vault, with nothing at it.
    fn fresh(&self, name: &str) -> PathBuf {
        self.rivals.fresh(name)
    }

    /// Where the imported vault of a size lies.
    fn vault(&self, size: Size) -> PathBuf {
        self.folder.join(format!("{}.plumb", size.name()))
    }

    /// Where a rival's file of the region lies.
    fn of_rival(&self, name: &str) -> PathBuf {
        self.rivals.scratch.join(name)
    }

    fn workload(&self, size: Size) -> Result<Workload, Fault> {
        Workload::make(size, &self.folder, &self.rivals.python)
    }
}

/// Rounds of a comparison.
const ROUNDS: usize = 5;

/// A figure of both sides from each of several rounds. The sides take turns and are compared within a round, because
/// the speed of a shared machine drifts from one minute to the next.
struct InTurn(Vec<(f64, Option<f64>)>);

impl InTurn {
    /// Measures; a rival that is not installed has no figure.
    fn measure(
        mut ours: impl FnMut() -> Result<f64, Fault>,
        mut theirs: impl FnMut() -> Result<Option<f64>, Fault>,
    ) -> Result<Self, Fault> {
        let round = |_| Ok((ours()?, theirs()?));
        (0..ROUNDS).map(round).collect::<Result<_, _>>().map(Self)
    }

    /// The middle of our figures.
    fn ours(&self) -> f64 {
        median(&self.0.iter().map(|round| round.0).collect::<Vec<_>>())
    }

    /// The middle of theirs.
    fn theirs(&self) -> Option<f64> {
        middle(self.0.iter().filter_map(|round| round.1))
    }

    /// The middle of what the rounds say.
    fn figure(&self, compared: impl Fn(f64, f64) -> f64) -> Option<f64> {
        let each = |(ours, theirs): &(f64, Option<f64>)| Some(compared(*ours, (*theirs)?));
        middle(self.0.iter().filter_map(each))
    }

    /// How many times theirs ours is.
    fn ratio(&self) -> Option<f64> {
        self.figure(|ours, theirs| ours / theirs)
    }

    /// "duckdb 12.30 ms"; nothing where it is not installed.
    fn rival(&self, name: &str) -> Option<String> {
        self.theirs()
            .map(|theirs| format!("{name} {}", in_ms(theirs)))
    }
}

/// The median of some figures; nothing of none.
fn middle(figures: impl Iterator<Item = f64>) -> Option<f64> {
    let figures: Vec<f64> = figures.collect();
    (!figures.is_empty()).then(|| median(&figures))
}

/// Measures all bars, in an order in which each finds what it needs; says what it is at.
pub fn measure(field: &Field, mut say: impl FnMut(&str)) -> Result<Vec<Bar>, Fault> {
    say("imports");
    let (mut bars, growth) = import::bars(field)?;
    say("openings and scorecards");
    bars.extend(cards::bars(field)?);
    bars.push(growth);
    say("typing, pasting, the workbook, the derivation");
    bars.extend(hand::bars(field)?);
    bars.sort_by_key(Bar::number);
    Ok(bars)
}

/// The numbers of a series that a step printed.
fn series(done: &Value, key: &str) -> Result<Vec<f64>, Fault> {
    numbers(done.get(key))
}

fn numbers(list: Option<&Value>) -> Result<Vec<f64>, Fault> {
    let found: Option<Vec<f64>> = list
        .and_then(Value::as_array)
        .map(|all| all.iter().filter_map(Value::as_f64).collect());
    found
        .filter(|all| !all.is_empty())
        .ok_or_else(|| Fault::new("a step did not say its times"))
}

/// How steeply cost grows with size, where 1 is in proportion: the slope of the logarithms.
fn exponent(points: &[(f64, f64)]) -> f64 {
    let logs: Vec<(f64, f64)> = points
        .iter()
        .map(|(size, cost)| (size.ln(), cost.ln()))
        .collect();
    let count = f64::from(u32::try_from(logs.len()).unwrap_or(1));
    let middle = |pick: fn(&(f64, f64)) -> f64| logs.iter().map(pick).sum::<f64>() / count;
    let (x, y) = (middle(|log| log.0), middle(|log| log.1));
    let up: f64 = logs.iter().map(|log| (log.0 - x) * (log.1 - y)).sum();
    let along: f64 = logs.iter().map(|log| (log.0 - x).powi(2)).sum();
    up / along
}

fn in_ms(milliseconds: f64) -> String {
    format!("{milliseconds:.2} ms")
}

fn os(path: &Path) -> &OsStr {
    path.as_os_str()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cost_in_proportion_grows_by_one_and_twice_the_logarithm_by_two() {
        let line = [(10.0, 3.0), (100.0, 30.0), (1000.0, 300.0)];
        assert!((exponent(&line) - 1.0).abs() < 1e-9);
        let square = [(10.0, 1.0), (100.0, 100.0), (1000.0, 10_000.0)];
        assert!((exponent(&square) - 2.0).abs() < 1e-9);
    }

    #[test]
    fn sides_are_compared_within_their_round() {
        let mut speed = [1.0, 4.0, 2.0, 8.0, 3.0].into_iter().cycle();
        let now = std::cell::Cell::new(1.0);
        let turns = InTurn::measure(
            || {
                now.set(speed.next().unwrap());
                Ok(now.get())
            },
            || Ok(Some(2.0 * now.get())),
        )
        .unwrap();
        assert_eq!((turns.ours(), turns.theirs()), (3.0, Some(6.0)));
        assert_eq!(turns.ratio(), Some(0.5));
        let alone = InTurn::measure(|| Ok(1.0), || Ok(None)).unwrap();
        assert_eq!((alone.ratio(), alone.rival("duckdb")), (None, None));
    }

    #[test]
    fn a_step_without_times_is_a_fault() {
        assert!(series(&serde_json::json!({ "cpu_ms": [] }), "cpu_ms").is_err());
        assert!(series(&serde_json::json!({}), "cpu_ms").is_err());
    }
}
