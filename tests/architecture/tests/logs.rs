//! Logs: a line holds words of our own, numbers and log-safe values, never a value that was
//! formatted. What is formatted may be a name, a path or a note.

use architecture::{SourceFile, assert_none, rust_files};

const MACROS: [&str; 6] = [
    "trace!(", "debug!(", "info!(", "warn!(", "error!(", "event!(",
];

/// Crates that must not know that logs exist.
const SILENT: [&str; 6] = ["stats", "disclosure", "domain", "vault", "words", "charts"];

fn faults(files: &[SourceFile]) -> Vec<String> {
    let mut faults = Vec::new();
    for file in files
        .iter()
        .filter(|file| file.path.starts_with("src-tauri/"))
    {
        let file = file.without_tests();
        let may_log = !SILENT
            .iter()
            .any(|name| file.path.contains(&format!("crates/{name}/src/")));
        let named = MACROS.map(|name| format!("tracing::{name}"));
        for name in MACROS.iter().map(|name| (*name).to_owned()).chain(named) {
            for (start, _) in file.text.match_indices(&name) {
                if !starts_a_word(&file.text, start) {
                    continue;
                }
                let arguments = arguments(file.text.get(start + name.len()..).unwrap_or_default());
                let line = file
                    .text
                    .get(..start)
                    .unwrap_or_default()
                    .lines()
                    .count()
                    .max(1);
                let fault = if may_log {
                    fault(arguments)
                } else {
                    Some("logs")
                };
                faults.extend(fault.map(|fault| format!("{}:{line} {fault}", file.path)));
            }
        }
    }
    faults
}

/// Neither `tracing::info!` seen a second time as `info!`, nor a comment's words.
fn starts_a_word(text: &str, start: usize) -> bool {
    let before = text.get(..start).unwrap_or_default();
    let line = before.rsplit('\n').next().unwrap_or_default();
    !before.ends_with(|last: char| last.is_alphanumeric() || last == '_' || last == ':')
        && !line.trim_start().starts_with("//")
}

/// What stands between the brackets.
fn arguments(text: &str) -> &str {
    let mut depth = 1_i32;
    for (index, character) in text.char_indices() {
        depth += i32::from(character == '(') - i32::from(character == ')');
        if depth == 0 {
            return text.get(..index).unwrap_or(text);
        }
    }
    text
}

fn fault(arguments: &str) -> Option<&'static str> {
    let mut outside = String::new();
    for (index, piece) in arguments.split('"').enumerate() {
        if index % 2 == 0 {
            outside.push_str(piece);
        } else if piece.contains('{') {
            return Some("formats a value into its sentence");
        }
    }
    let fields = outside
        .split(',')
        .map(|field| field.rsplit('=').next().unwrap_or(field).trim());
    let mut formatted = fields.filter(|field| field.starts_with(['?', '%']));
    if formatted.next().is_some()
        || ["format!", "to_string", "display", "debug("]
            .iter()
            .any(|word| outside.contains(word))
    {
        return Some("formats a field");
    }
    None
}

#[test]
fn only_log_safe_values_are_logged() {
    assert_none(
        &faults(&rust_files()),
        "logs hold codes, numbers and log-safe values only",
    );
}

fn check(line: &str, expected: &[&str]) {
    let file = SourceFile::sample("src-tauri/crates/app/src/a.rs", line);
    assert_eq!(faults(&[file]), expected, "{line}");
}

#[test]
fn a_formatted_field_is_seen() {
    let at = |fault: &str| format!("src-tauri/crates/app/src/a.rs:1 {fault}");
    let field = at("formats a field");
    check("tracing::warn!(code = 12, \"import refused\");", &[]);
    check(
        "warn!(code = code.log_safe(), count, \"import refused\");",
        &[],
    );
    check("tracing::warn!(?error, \"import refused\");", &[&field]);
    check(
        "tracing::warn!(file = %path.show(), \"refused\");",
        &[&field],
    );
    check("info!(file = path.to_string(), \"refused\");", &[&field]);
    check(
        "tracing::error!(\"refused {name}\");",
        &[&at("formats a value into its sentence")],
    );
    check("// info!(?error) would be wrong", &[]);
    let silent = SourceFile::sample(
        "src-tauri/crates/domain/src/a.rs",
        "tracing::info!(\"hello\");",
    );
    assert_eq!(
        faults(&[silent]),
        ["src-tauri/crates/domain/src/a.rs:1 logs"]
    );
}
