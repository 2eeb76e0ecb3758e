//! What a stretch of work in this process cost.

use crate::Fault;
use cpu_time::ProcessTime;
use std::time::Instant;

/// Milliseconds of one stretch.
#[derive(Debug, Clone, Copy)]
pub struct Spent {
    /// CPU time of all threads.
    pub cpu: f64,
    /// Time on the clock.
    pub wall: f64,
}

/// A stretch under way.
#[derive(Debug, Clone, Copy)]
pub struct Stretch(ProcessTime, Instant);

impl Stretch {
    /// Begins one.
    #[expect(
        clippy::disallowed_methods,
        reason = "a benchmark measures time, it does not decide by it"
    )]
    pub fn begin() -> Self {
        Self(ProcessTime::now(), Instant::now())
    }

    /// What it cost up to now.
    pub fn spent(self) -> Spent {
        Spent {
            cpu: self.0.elapsed().as_secs_f64() * 1000.0,
            wall: self.1.elapsed().as_secs_f64() * 1000.0,
        }
    }
}

/// Does something so many times and says what each time cost.
pub fn repeat(
    times: usize,
    mut work: impl FnMut() -> Result<(), Fault>,
) -> Result<Vec<Spent>, Fault> {
    let mut spent = Vec::with_capacity(times);
    for _ in 0..times {
        let stretch = Stretch::begin();
        work()?;
        spent.push(stretch.spent());
    }
    Ok(spent)
}

/// CPU milliseconds of each.
pub fn cpu(spent: &[Spent]) -> Vec<f64> {
    spent.iter().map(|one| one.cpu).collect()
}

/// Milliseconds on the clock of each.
pub fn wall(spent: &[Spent]) -> Vec<f64> {
    spent.iter().map(|one| one.wall).collect()
}
