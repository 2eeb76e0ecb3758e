//! Whole processes, measured from outside: CPU time of all threads and children, and the most memory they held.

use crate::Fault;
use serde_json::Value;
use std::io::Read;
use std::path::Path;
use std::process::{Command, Stdio};
use wait4::Wait4;

/// What one run cost.
#[derive(Debug, Clone, Default)]
pub struct Run {
    /// CPU seconds, user and system.
    pub cpu: f64,
    /// Peak resident memory, MiB.
    pub peak: f64,
    /// What it printed.
    pub text: String,
}

impl Run {
    /// The JSON document it printed.
    pub fn json(&self) -> Result<Value, Fault> {
        let line = self.text.lines().last().unwrap_or_default();
        serde_json::from_str(line)
            .map_err(|_| Fault::new("a measured program did not answer in JSON"))
    }
}

/// Runs a program to its end; its input, if any, comes from a file.
pub fn run(command: &mut Command, input: Option<&Path>) -> Result<Run, Fault> {
    let stdin = match input {
        Some(path) => Stdio::from(std::fs::File::open(path)?),
        None => Stdio::null(),
    };
    let name = command.get_program().to_string_lossy().into_owned();
    let mut child = command.stdin(stdin).stdout(Stdio::piped()).spawn()?;
    let mut text = String::new();
    if let Some(mut output) = child.stdout.take() {
        output.read_to_string(&mut text)?;
    }
    let done = child.wait4()?;
    if !done.status.success() {
        return Err(Fault::new(format!("{name} failed: {}", done.status)));
    }
    let cpu = done.rusage.utime + done.rusage.stime;
    let kib = u32::try_from(done.rusage.maxrss / 1024).unwrap_or(u32::MAX);
    Ok(Run {
        cpu: cpu.as_secs_f64(),
        peak: f64::from(kib) / 1024.0,
        text,
    })
}

/// The value in the middle.
pub fn median(values: &[f64]) -> f64 {
    quantile(values, 0.5)
}

/// The value that a share of all lie at or below (nearest rank).
pub fn quantile(values: &[f64], share: f64) -> f64 {
    let mut sorted = values.to_vec();
    sorted.sort_by(f64::total_cmp);
    let mut rank = 0;
    let count = u32::try_from(sorted.len()).unwrap_or(u32::MAX);
    while rank + 1 < sorted.len()
        && f64::from(u32::try_from(rank).unwrap_or(0) + 1) < share * f64::from(count)
    {
        rank += 1;
    }
    sorted.get(rank).copied().unwrap_or(f64::NAN)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_middle_and_the_far_end_are_found_in_any_order() {
        let values = [5.0, 1.0, 3.0, 2.0, 4.0];
        assert!((median(&values) - 3.0).abs() < 1e-12);
        assert!((quantile(&values, 0.95) - 5.0).abs() < 1e-12);
        assert!(median(&[]).is_nan(), "nothing measured is no figure");
    }

    #[test]
    fn a_run_has_a_cost_and_a_failing_one_is_a_fault() {
        let done = run(
            Command::new("sh").args(["-c", "echo '{\"rows\": 3}'"]),
            None,
        )
        .unwrap();
        assert_eq!(done.json().unwrap()["rows"], 3);
        assert!(done.peak > 0.0);
        assert!(run(&mut Command::new("false"), None).is_err());
    }
}
