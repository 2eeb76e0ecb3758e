//! Finding worked examples and comparing answers with them.

use std::fs;
use std::path::{Path, PathBuf};

use serde_json::{Map, Value};

/// Keys of an example that are information or input, not expected output.
const INFORMATION: [&str; 14] = [
    "method",
    "inputs",
    "reference",
    "source",
    "note",
    "published",
    "limits_definition",
    "options",
    "alpha",
    "q",
    "h",
    "data_cut",
    "krippendorff_package_alpha",
    "kind",
];

/// The root of the workspace.
pub(crate) fn workspace() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

/// The folder of worked examples outside the project, if it is there.
pub(crate) fn shared_vectors() -> Option<PathBuf> {
    let place = std::env::var_os("PLUMBLINE_VECTORS")
        .map_or_else(|| workspace().join("../shared/vectors"), PathBuf::from);
    place.is_dir().then_some(place)
}

/// One worked example.
pub(crate) struct Example {
    pub(crate) name: String,
    pub(crate) method: String,
    pub(crate) csv: Vec<u8>,
    pub(crate) inputs: Value,
    pub(crate) expected: Map<String, Value>,
}

/// The examples of a folder, by name.
pub(crate) fn examples(folder: &Path) -> Vec<Example> {
    let mut files: Vec<PathBuf> = fs::read_dir(folder)
        .unwrap_or_else(|error| panic!("the folder of worked examples must be readable: {error}"))
        .map(|entry| entry.unwrap().path())
        .filter(|path| {
            path.extension()
                .is_some_and(|extension| extension == "json")
        })
        .collect();
    files.sort();
    files.iter().map(|path| example(path)).collect()
}

fn example(path: &Path) -> Example {
    let content: Value = serde_json::from_slice(&fs::read(path).unwrap()).unwrap();
    let content = content.as_object().unwrap().clone();
    let named: Option<Vec<String>> = content
        .get("inputs")
        .map(|names| serde_json::from_value(names.clone()).unwrap());
    let is_input = |key: &str| {
        named
            .as_ref()
            .is_none_or(|names| names.iter().any(|name| name == key))
    };
    let is_expected = |key: &str| {
        let is_information =
            INFORMATION.contains(&key) || key.starts_with('_') || key.starts_with("epitools_");
        !is_information
    };
    let pick = |keep: &dyn Fn(&str) -> bool| -> Map<String, Value> {
        content
            .iter()
            .filter(|(key, _)| keep(key))
            .map(|(key, value)| (key.clone(), value.clone()))
            .collect()
    };
    Example {
        name: path.file_stem().unwrap().to_string_lossy().into_owned(),
        method: content["method"].as_str().unwrap().to_owned(),
        csv: fs::read(path.with_extension("csv")).unwrap(),
        inputs: Value::Object(pick(&|key| {
            ["options", "alpha", "q", "h", "data_cut"].contains(&key) && is_input(key)
        })),
        expected: pick(&is_expected),
    }
}

/// Collects every difference between an answer and what was expected.
pub(crate) struct Comparison {
    pub(crate) tolerance: f64,
    pub(crate) differences: Vec<String>,
}

impl Comparison {
    /// Agreement to `tolerance` x max(1, |expected|).
    pub(crate) fn within(tolerance: f64) -> Self {
        Self {
            tolerance,
            differences: Vec::new(),
        }
    }

    /// Compares one value at `place`.
    pub(crate) fn compare(&mut self, place: &str, answer: &Value, expected: &Value) {
        match (answer, expected) {
            (Value::Object(answer), Value::Object(expected)) => {
                for (key, value) in expected.iter().filter(|(key, _)| !key.starts_with('_')) {
                    let found = answer.get(key).unwrap_or(&Value::Null);
                    self.compare(&format!("{place}.{key}"), found, value);
                }
            }
            (Value::Array(answer), Value::Array(expected)) => {
                self.compare_lists(place, answer, expected);
            }
            (Value::Array(answer), one) if answer.len() == 1 => {
                self.compare(place, &answer[0], one);
            }
            (Value::Number(found), Value::Number(wanted)) => {
                let (found, wanted) = (found.as_f64().unwrap(), wanted.as_f64().unwrap());
                if (found - wanted).abs() > self.tolerance * wanted.abs().max(1.0) {
                    self.differences
                        .push(format!("{place}: {found} instead of {wanted}"));
                }
            }
            (answer, expected) if answer == expected => {}
            (answer, expected) => self
                .differences
                .push(format!("{place}: {answer} instead of {expected}")),
        }
    }

    /// Lists agree item by item; one cut by "... more ..." agrees at both ends.
    fn compare_lists(&mut self, place: &str, answer: &[Value], expected: &[Value]) {
        let is_cut = |item: &Value| item.as_str().is_some_and(|text| text.starts_with("... "));
        if let Some(cut) = expected.iter().position(is_cut) {
            for (at, item) in expected[..cut].iter().enumerate() {
                self.compare(
                    &format!("{place}[{at}]"),
                    answer.get(at).unwrap_or(&Value::Null),
                    item,
                );
            }
            for (back, item) in expected[cut + 1..].iter().rev().enumerate() {
                let found = answer.iter().rev().nth(back).unwrap_or(&Value::Null);
                self.compare(&format!("{place}[-{}]", back + 1), found, item);
            }
            return;
        }
        if answer.len() != expected.len() {
            self.differences.push(format!(
                "{place}: {} items instead of {}",
                answer.len(),
                expected.len()
            ));
            return;
        }
        for (at, (found, item)) in answer.iter().zip(expected).enumerate() {
            self.compare(&format!("{place}[{at}]"), found, item);
        }
    }
}

/// Says in plain words what was not tested, the one allowed skip.
#[expect(
    clippy::print_stdout,
    reason = "a skipped test says so where the reader of the test run looks"
)]
pub(crate) fn skip(what: &str) {
    println!("skipped: {what} is not there");
}
