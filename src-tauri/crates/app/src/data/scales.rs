//! Scales as data: what an answer is worth, and where a scale begins and ends.

use super::fault::{DataFault, entries, read};
use serde::Deserialize;

/// One answer or band of a scale.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Step {
    /// What it is called.
    pub name: String,
    /// What it counts, in thousandths; nothing takes its weight out ("not applicable").
    pub worth: Option<i64>,
    /// The lowest value of a band, in thousandths.
    pub from: Option<i64>,
}

/// One scale.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Scale {
    /// Its id.
    pub id: String,
    /// What it is called.
    pub name: String,
    /// Its steps, highest first or in the order they are offered.
    pub steps: Vec<Step>,
    /// The lowest value on it, in thousandths.
    pub lowest: Option<i64>,
    /// The highest value on it, in thousandths.
    pub highest: Option<i64>,
}

impl Scale {
    /// Whether a value in thousandths lies on it.
    pub fn holds(&self, thousandths: i64) -> bool {
        self.lowest.is_none_or(|lowest| lowest <= thousandths)
            && self.highest.is_none_or(|highest| highest >= thousandths)
    }

    /// The band a value in thousandths falls in.
    pub fn band(&self, thousandths: i64) -> Option<&Step> {
        let reached = |step: &&Step| step.from.is_some_and(|from| from <= thousandths);
        self.steps
            .iter()
            .filter(reached)
            .max_by_key(|step| step.from)
    }

    fn check(&self) -> Result<(), &'static str> {
        if self.steps.len() < 2 {
            return Err("a scale has at least two steps");
        }
        if self
            .steps
            .iter()
            .all(|step| step.worth.is_none() && step.from.is_none())
        {
            return Err("no step has a worth or a beginning");
        }
        match (self.lowest, self.highest) {
            (Some(lowest), Some(highest)) if lowest >= highest => Err("it ends before it begins"),
            (Some(_), None) | (None, Some(_)) => Err("it has one end and not the other"),
            (Some(_), Some(_)) | (None, None) => Ok(()),
        }
    }
}

/// Reads the scales of a file, each by itself.
pub fn parse_scales(text: &str) -> (Vec<Scale>, Vec<DataFault>) {
    let entries = match entries(text, "scale") {
        Ok(entries) => entries,
        Err(fault) => return (Vec::new(), vec![fault]),
    };
    let (mut scales, mut faults) = (Vec::new(), Vec::new());
    for (id, value) in entries {
        let checked = read::<Scale>(&id, value).and_then(|scale| {
            scale
                .check()
                .map_err(|what| DataFault::of(&id, what))
                .map(|()| scale)
        });
        match checked {
            Ok(scale) => scales.push(scale),
            Err(fault) => faults.push(fault),
        }
    }
    (scales, faults)
}
