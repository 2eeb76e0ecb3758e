//! The KPI library: what a KPI of the trade is, ready to be taken into use. An entry loads whole or not at all;
//! what it points at (pair, feeders, tasks, scale) must be there too.

use super::fault::{DataFault, entries, read};
use super::raw::{NONE, RawKpi};
use super::scales::{Scale, parse_scales};
use super::tasks::{Competency, JobTask, parse_tasks};
use super::{KPIS, RECRUITMENT, SCALES, TASKS};
use domain::kpi::KpiDefinition;
use std::collections::BTreeSet;

/// One KPI of the library.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LibraryKpi {
    /// Its definition, with number 0 and version 1 until a vault takes it into use.
    pub definition: KpiDefinition,
    /// Other names that spreadsheets give it.
    pub synonyms: Vec<String>,
    /// Heads in the entry grid: of what is counted and, when it is typed, of what it is out of.
    pub columns: Vec<String>,
    /// The scale its values lie on, by id.
    pub scale: Option<String>,
}

/// All KPIs that come with the program, in the order of their files, with scales and job tasks.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct KpiLibrary {
    kpis: Vec<LibraryKpi>,
    scales: Vec<Scale>,
    competencies: Vec<Competency>,
}

impl KpiLibrary {
    /// The library as shipped. An entry with a fault is left out; a test proves that there is none.
    pub fn shipped() -> Self {
        Self::parse([KPIS, RECRUITMENT], SCALES, TASKS).0
    }

    /// Reads a library from its files, and what did not load.
    pub fn parse(kpis: [&str; 2], scales: &str, tasks: &str) -> (Self, Vec<DataFault>) {
        let (scales, mut faults) = parse_scales(scales);
        let (competencies, more) = parse_tasks(tasks);
        faults.extend(more);
        let mut library = Self {
            kpis: Vec::new(),
            scales,
            competencies,
        };
        for file in kpis {
            let (found, more) = parse_library(file);
            library.kpis.extend(found);
            faults.extend(more);
        }
        faults.extend(library.drop_dangling());
        (library, faults)
    }

    /// Every KPI.
    pub fn all(&self) -> &[LibraryKpi] {
        &self.kpis
    }

    /// The KPI with a code.
    pub fn find(&self, code: &str) -> Option<&LibraryKpi> {
        self.kpis.iter().find(|kpi| kpi.definition.code == code)
    }

    /// The KPI that a heading or cell means: by code, name or synonym, whatever its capitals, spaces and hyphens.
    pub fn find_named(&self, text: &str) -> Option<&LibraryKpi> {
        let wanted = plain(text);
        let is_meant = |kpi: &&LibraryKpi| {
            let definition = &kpi.definition;
            plain(&definition.code) == wanted
                || plain(definition.name.as_str()) == wanted
                || kpi.synonyms.iter().any(|synonym| plain(synonym) == wanted)
        };
        self.kpis.iter().find(is_meant)
    }

    /// The scale that values of a KPI lie on.
    pub fn scale_of(&self, code: &str) -> Option<&Scale> {
        let id = self.find(code)?.scale.as_deref()?;
        self.scales.iter().find(|scale| scale.id == id)
    }

    /// The scale with an id.
    pub fn scale(&self, id: &str) -> Option<&Scale> {
        self.scales.iter().find(|scale| scale.id == id)
    }

    /// The job task with an id.
    pub fn task(&self, id: &str) -> Option<&JobTask> {
        self.competencies
            .iter()
            .flat_map(|competency| &competency.tasks)
            .find(|task| task.id == id)
    }

    /// Competencies with their job tasks.
    pub fn competencies(&self) -> &[Competency] {
        &self.competencies
    }

    /// Takes out KPIs that point at what is not there, until none does.
    fn drop_dangling(&mut self) -> Vec<DataFault> {
        let mut faults = Vec::new();
        let mut seen = BTreeSet::new();
        self.kpis.retain(|kpi| {
            let code = &kpi.definition.code;
            let is_new = seen.insert(code.clone());
            if !is_new {
                faults.push(DataFault::of(code, "another KPI has this id"));
            }
            is_new
        });
        loop {
            let found: Vec<DataFault> =
                self.kpis.iter().filter_map(|kpi| self.fault(kpi)).collect();
            if found.is_empty() {
                return faults;
            }
            self.kpis
                .retain(|kpi| !found.iter().any(|fault| fault.entry == kpi.definition.code));
            faults.extend(found);
        }
    }

    fn fault(&self, kpi: &LibraryKpi) -> Option<DataFault> {
        let definition = &kpi.definition;
        let fault = |what: &str, of: &str| {
            Some(DataFault::of(
                &definition.code,
                format!("{what} {of} is not there"),
            ))
        };
        let mut codes = definition.feeders.iter().chain(&definition.pair);
        if let Some(code) = codes.find(|code| self.find(code).is_none()) {
            return fault("KPI", code);
        }
        if let Some(task) = definition
            .tasks
            .iter()
            .find(|task| self.task(task).is_none())
        {
            return fault("task", task);
        }
        match &kpi.scale {
            Some(scale) if self.scale(scale).is_none() => fault("scale", scale),
            Some(_) | None => None,
        }
    }
}

/// Reads the entries of one file, each by itself.
pub fn parse_library(text: &str) -> (Vec<LibraryKpi>, Vec<DataFault>) {
    let entries = match entries(text, "kpi") {
        Ok(entries) => entries,
        Err(fault) => return (Vec::new(), vec![fault]),
    };
    let (mut kpis, mut faults) = (Vec::new(), Vec::new());
    for (id, value) in entries {
        match read::<RawKpi>(&id, value).and_then(|raw| Ok((raw.define()?, raw))) {
            Ok((definition, raw)) => kpis.push(LibraryKpi {
                definition,
                scale: (raw.scale != NONE).then_some(raw.scale),
                synonyms: raw.synonyms,
                columns: raw.columns,
            }),
            Err(fault) => faults.push(fault),
        }
    }
    (kpis, faults)
}

/// A name without what people vary: capitals, spaces, hyphens, underscores.
fn plain(text: &str) -> String {
    text.chars()
        .filter(|letter| !matches!(letter, ' ' | '-' | '_' | '\u{a0}'))
        .flat_map(char::to_lowercase)
        .collect()
}
