//! How a screen is judged: by axe for what it can see, and by walking with the Tab key for what it cannot.

use crate::person::Person;
use crate::script;
use serde_json::json;
use std::path::{Path, PathBuf};

/// What axe finds wrong on the page, one line each.
pub fn violations(person: &Person) -> Vec<String> {
    let axe = std::fs::read_to_string(axe()).unwrap();
    // As a script of the driver it is outside the page's own policy, which would not let it in.
    let set_up = format!("if (!window.axe) {{ {axe}; window.axe = axe }}; return true");
    person.asks(&set_up, &[]);
    let run = "const done = arguments[arguments.length - 1]
        const told = (fault) => `${fault.id}: ${fault.nodes.map((node) => `${node.target} ${node.failureSummary}`).join('; ')}`
        // What is still fading in is not yet what people see.
        const ended = Promise.all(document.getAnimations().map((one) => one.finished))
        ended.then(() => window.axe.run({ resultTypes: ['violations'] }))
            .then((found) => done(found.violations.map(told)), (fault) => done([String(fault)]))";
    let found = person.waits_for(run, &[]).expect("axe answers");
    let lines = found.as_array().expect("axe answers with a list");
    lines
        .iter()
        .map(|line| line.as_str().unwrap_or_default().to_owned())
        .collect()
}

fn axe() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../ui/node_modules/axe-core/axe.min.js")
}

/// Controls that the Tab key does not reach in one round, and how many there are in all.
pub fn unreached(person: &Person) -> (Vec<String>, usize) {
    let listed = person.asks(script::CONTROLS, &[]);
    let names: Vec<String> = listed
        .as_array()
        .unwrap()
        .iter()
        .map(|name| name.as_str().unwrap_or_default().to_owned())
        .collect();
    let mut reached = vec![false; names.len()];
    person.asks("document.activeElement?.blur(); return true", &[]);
    for _ in 0..names.len() + 5 {
        person.keys(thirtyfour::Key::Tab);
        let at = person.asks(script::FOCUSED, &[]).as_i64().unwrap_or(-1);
        if let Some(seen) = usize::try_from(at).ok().and_then(|at| reached.get_mut(at)) {
            *seen = true;
        }
    }
    let count = names.len();
    let missed = names
        .into_iter()
        .zip(reached)
        .filter(|(_, seen)| !seen)
        .map(|(name, _)| name);
    (missed.collect(), count)
}

/// Switches between light and dark as the settings do, without leaving the screen.
pub fn wears(person: &Person, theme: &str) {
    let script = "document.documentElement.dataset.theme = arguments[0]; return true";
    person.asks(script, &[json!(theme)]);
}
