//! Every worked example through the entry point of `plumbline-cli stats`.

#![cfg(test)]

mod worked;

use app::methods::{names, run_method};
use serde_json::Value;
use worked::{Comparison, Example, examples, shared_vectors, skip, workspace};

/// Methods that have worked examples and are not built yet.
const NOT_YET: [&str; 15] = [
    "aalen_johansen",
    "bernoulli_cusum",
    "binomial_llr_cusum_reset_after_signal",
    "discrete_life_table_from_triangle",
    "eb_moments_poisson_binomial_variance",
    "funnel",
    "gamma_poisson_eb",
    "indirect_standardisation",
    "kaplan_meier_cumulative_incidence",
    "marshall_global_empirical_bayes",
    "multi_rater_agreement",
    "poisson_llr_cusum_no_reset",
    "segmented_poisson_regression",
    "segmented_regression",
    "two_rater_agreement",
];

/// Fewest copied examples: fewer means the folder was not found whole.
const LEAST_COPIED: usize = 25;

fn has(method: &str) -> bool {
    let is_built = names().any(|name| name == method);
    assert!(
        is_built != NOT_YET.contains(&method),
        "{method} must be either built or listed as not yet built"
    );
    is_built
}

/// Differences of one example, each naming it.
fn check(example: &Example) -> Vec<String> {
    let answer = match run_method(&example.method, &example.csv, &example.inputs) {
        Ok(answer) => answer,
        Err(refusal) => return vec![format!("{}: refused: {refusal}", example.name)],
    };
    let tolerance = if example.method.ends_with("_intervals") {
        1e-8
    } else {
        1e-9
    };
    let mut comparison = Comparison::within(tolerance);
    comparison.compare(
        &example.name,
        &answer,
        &Value::Object(example.expected.clone()),
    );
    comparison.differences
}

fn check_folder(examples: &[Example]) -> usize {
    let built: Vec<&Example> = examples
        .iter()
        .filter(|example| has(&example.method))
        .collect();
    let differences: Vec<String> = built.iter().flat_map(|example| check(example)).collect();
    assert!(
        differences.is_empty(),
        "{} differences:\n{}",
        differences.len(),
        differences.join("\n")
    );
    built.len()
}

#[test]
fn every_copied_example_is_reproduced() {
    let checked = check_folder(&examples(&workspace().join("tests/data/vectors/ours")));
    assert!(
        checked >= LEAST_COPIED,
        "only {checked} copied examples were found"
    );
}

#[test]
fn every_public_example_is_reproduced() {
    let Some(folder) = shared_vectors() else {
        return skip("the folder of public worked examples");
    };
    let checked = check_folder(&examples(&folder.join("stats/public")));
    assert!(checked > 0, "the folder holds no example of any method");
}

/// The section of one method: name, data, options and output.
fn inline_example(section: &str) -> Option<(&str, &str, Value, Value)> {
    let method = section.lines().next()?.trim();
    let mut blocks = section
        .split("```text\n")
        .skip(1)
        .filter_map(|block| block.split("\n```").next());
    let csv = blocks.next()?;
    let options = section
        .lines()
        .find_map(|line| line.strip_prefix("options file: `")?.strip_suffix('`'))?;
    let output = blocks.next()?;
    let parse =
        |text: &str| serde_json::from_str(text).unwrap_or_else(|error| panic!("{method}: {error}"));
    Some((method, csv, parse(options), parse(output)))
}

#[test]
fn every_example_of_the_format_page_is_reproduced() {
    let Some(folder) = shared_vectors() else {
        return skip("the page of the format");
    };
    let page = std::fs::read_to_string(folder.join("FORMAT.md")).unwrap();
    let mut checked = 0;
    let mut differences = Vec::new();
    for (method, csv, options, output) in page.split("\n## ").filter_map(inline_example) {
        if !has(method) {
            continue;
        }
        let answer = run_method(method, csv.as_bytes(), &options).unwrap();
        let mut comparison = Comparison::within(2e-9);
        comparison.compare(method, &answer, &output);
        differences.extend(comparison.differences);
        checked += 1;
    }
    assert!(differences.is_empty(), "{}", differences.join("\n"));
    assert_eq!(
        checked,
        names().count(),
        "every method has its example on the page"
    );
}
