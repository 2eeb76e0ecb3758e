//! What people would use instead. Each answer is a measured run, or the plain statement that the rival is not
//! installed here.

use crate::Fault;
use crate::run::{Run, run};
use crate::workload::Workload;
use serde_json::Value;
use std::path::{Path, PathBuf};
use std::process::Command;

/// Where rivals are looked for.
#[derive(Debug, Clone)]
pub struct Rivals {
    /// A Python, which may have DuckDB and polars.
    pub python: PathBuf,
    /// Where rivals may write.
    pub scratch: PathBuf,
}

/// Times of a task inside a rival's process.
#[derive(Debug, Clone)]
pub struct Times {
    /// Milliseconds of each repetition.
    pub milliseconds: Vec<f64>,
    /// Rows it answered with.
    pub rows: u64,
}

impl Rivals {
    /// `.import` of a shell into a table clustered by adviser, KPI and day; nothing when there is no such shell.
    pub fn shell_import(&self, shell: &str, workload: &Workload) -> Result<Option<Run>, Fault> {
        if !is_there(shell) {
            return Ok(None);
        }
        let base = self.fresh(&format!("{shell}.db"));
        let script = self.scratch.join(format!("{shell}.sql"));
        let key = match shell {
            "sqlcipher" => format!("PRAGMA key = \"x'{}'\";\n", "7b".repeat(32)),
            _ => String::new(),
        };
        let text = format!(
            "{key}PRAGMA cache_size=-65536;\n\
             CREATE TABLE measure(adviser_ref TEXT, kpi TEXT, date TEXT, num INT, den INT, \
             PRIMARY KEY(adviser_ref,kpi,date)) WITHOUT ROWID;\n.mode csv\n.import {} measure\n",
            workload.headless().display()
        );
        std::fs::write(&script, text)?;
        run(Command::new(shell).arg(&base), Some(&script)).map(Some)
    }

    /// A task of `rivals.py`, measured as a whole process.
    pub fn whole(&self, arguments: &[&str]) -> Result<Option<Run>, Fault> {
        let done = self.ask(arguments)?;
        let missing = done.json()?.get("missing").is_some();
        Ok((!missing).then_some(done))
    }

    /// A task of `rivals.py`, timed inside its own process.
    pub fn inside(&self, arguments: &[&str]) -> Result<Option<Times>, Fault> {
        let answer = self.ask(arguments)?.json()?;
        if answer.get("missing").is_some() {
            return Ok(None);
        }
        let list = answer.get("cpu_ms").or_else(|| answer.get("wall_ms"));
        let milliseconds = list
            .and_then(Value::as_array)
            .into_iter()
            .flatten()
            .filter_map(Value::as_f64)
            .collect();
        let rows = answer
            .get("rows")
            .and_then(Value::as_u64)
            .unwrap_or_default();
        Ok(Some(Times { milliseconds, rows }))
    }

    fn ask(&self, arguments: &[&str]) -> Result<Run, Fault> {
        let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("rivals.py");
        run(Command::new(&self.python).arg(script).args(arguments), None)
    }

    /// A path nothing lies at.
    pub fn fresh(&self, name: &str) -> PathBuf {
        let path = self.scratch.join(name);
        for ending in ["", "-wal", "-shm"] {
            let mut other = path.clone().into_os_string();
            other.push(ending);
            drop(std::fs::remove_file(other));
        }
        path
    }
}

/// Whether a program is on the search path.
pub fn is_there(program: &str) -> bool {
    let paths = std::env::var_os("PATH").unwrap_or_default();
    std::env::split_paths(&paths).any(|folder| folder.join(program).is_file())
}
