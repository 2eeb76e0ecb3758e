//! The bars of performance.md section 5 that the first landing is held to. Each compares the app's own work with
//! what people would use instead, in the same run on the same machine; what cannot be compared is absolute.

mod cards;
mod hand;
mod import;

use crate::Fault;
use crate::rivals::{Rivals, Times};
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

/// "12.3 ms" of the middle of a series.
fn in_ms(series: &[f64]) -> String {
    format!("{:.2} ms", median(series))
}

/// What a rival took, with its name; nothing where it is not installed.
fn rival_ms(name: &str, times: Option<&Times>) -> Option<String> {
    times.map(|times| format!("{name} {}", in_ms(&times.milliseconds)))
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
    fn a_step_without_times_is_a_fault() {
        assert!(series(&serde_json::json!({ "cpu_ms": [] }), "cpu_ms").is_err());
        assert!(series(&serde_json::json!({}), "cpu_ms").is_err());
    }
}
