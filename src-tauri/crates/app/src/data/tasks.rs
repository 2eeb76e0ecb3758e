//! Competencies and the job tasks they show in (domain.md 1.4): what every KPI is tied to, so that a number leads
//! to something a person does.

use super::fault::{DataFault, entries, read};
use serde::Deserialize;
use std::collections::BTreeMap;

/// One job task.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct JobTask {
    /// Its id, `T01` to `T39`.
    pub id: String,
    /// What it is called.
    pub name: String,
}

/// One competency with its tasks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Competency {
    /// Its id, `C01` to `C14`.
    pub id: String,
    /// What it is called.
    pub name: String,
    /// Its tasks by id.
    pub tasks: Vec<JobTask>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct RawCompetency {
    id: String,
    name: String,
    tasks: BTreeMap<String, String>,
}

/// Reads the competencies of a file, each by itself.
pub fn parse_tasks(text: &str) -> (Vec<Competency>, Vec<DataFault>) {
    let entries = match entries(text, "competency") {
        Ok(entries) => entries,
        Err(fault) => return (Vec::new(), vec![fault]),
    };
    let (mut competencies, mut faults) = (Vec::new(), Vec::new());
    for (id, value) in entries {
        match read::<RawCompetency>(&id, value) {
            Ok(raw) if raw.tasks.is_empty() => faults.push(DataFault::of(&id, "it has no tasks")),
            Ok(raw) => competencies.push(Competency {
                id: raw.id,
                name: raw.name,
                tasks: raw
                    .tasks
                    .into_iter()
                    .map(|(id, name)| JobTask { id, name })
                    .collect(),
            }),
            Err(fault) => faults.push(fault),
        }
    }
    (competencies, faults)
}
