#![doc = include_str!("../README.md")]

pub mod catalogue;

use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
};

/// One text file of the project.
#[derive(Debug, Clone)]
pub struct SourceFile {
    /// From the top of the project, with `/` on every system.
    pub path: String,
    /// All of it.
    pub text: String,
}

impl SourceFile {
    /// A made-up file, for showing that a rule can fail.
    pub fn sample(path: &str, text: &str) -> Self {
        Self {
            path: path.to_owned(),
            text: text.to_owned(),
        }
    }

    /// Whether the name ends so, without the dot.
    pub fn is_kind(&self, kind: &str) -> bool {
        Path::new(&self.path)
            .extension()
            .is_some_and(|extension| extension == kind)
    }

    /// Numbered lines that are not comments, from 1.
    pub fn code(&self) -> impl Iterator<Item = (usize, &str)> {
        self.text
            .lines()
            .enumerate()
            .filter(|(_, line)| !line.trim_start().starts_with("//"))
            .map(|(index, line)| (index + 1, line))
    }

    /// Whether the file holds nothing but tests.
    pub fn is_test(&self) -> bool {
        self.path.starts_with("tests/")
            || self.path.contains("/tests/")
            || self.path.ends_with("/tests.rs")
            || self.path.ends_with("_tests.rs")
    }

    /// The file without its own tests, which stand at its end.
    #[must_use]
    pub fn without_tests(&self) -> Self {
        let start = self
            .text
            .match_indices("#[cfg(test)]")
            .map(|(start, _)| start);
        let module = start.filter(|start| is_module_with_body(self.text.get(*start..)));
        let text = module.min().and_then(|start| self.text.get(..start));
        Self {
            path: self.path.clone(),
            text: text.unwrap_or(&self.text).to_owned(),
        }
    }
}

fn is_module_with_body(text: Option<&str>) -> bool {
    let mut lines = text.unwrap_or_default().lines().skip(1).map(str::trim);
    let declaration = lines.find(|line| !line.starts_with("#["));
    declaration.is_some_and(|line| line.starts_with("mod ") && line.ends_with('{'))
}

/// The top of the project.
pub fn root() -> PathBuf {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    here.ancestors().nth(2).unwrap_or(here).to_path_buf()
}

/// Every file that is in the project or about to be, sorted. Asks git; where there is no git, walks.
pub fn paths() -> Vec<String> {
    let root = root();
    let listed = Command::new("git")
        .args([
            "ls-files",
            "--cached",
            "--others",
            "--exclude-standard",
            "-z",
        ])
        .current_dir(&root)
        .output();
    let mut paths = match listed {
        Ok(output) if output.status.success() => String::from_utf8_lossy(&output.stdout)
            .split('\0')
            .filter(|path| root.join(path).is_file())
            .map(str::to_owned)
            .collect(),
        _ => {
            let mut found = Vec::new();
            walk(&root, "", &mut found);
            found
        }
    };
    paths.sort();
    paths.dedup();
    paths
}

const WRITTEN_BY_TOOLS: [&str; 7] = [
    ".git",
    "target",
    "node_modules",
    "dist",
    "gen",
    "test-results",
    "playwright-report",
];

fn walk(folder: &Path, prefix: &str, found: &mut Vec<String>) {
    let Ok(entries) = fs::read_dir(folder) else {
        return;
    };
    for entry in entries.flatten() {
        let name = entry.file_name().to_string_lossy().into_owned();
        let path = format!("{prefix}{name}");
        if !entry.path().is_dir() {
            found.push(path);
        } else if !WRITTEN_BY_TOOLS.contains(&name.as_str()) {
            walk(&entry.path(), &format!("{path}/"), found);
        }
    }
}

/// The text files whose path is chosen; pictures and other bytes are left out.
pub fn files(chosen: impl Fn(&str) -> bool) -> Vec<SourceFile> {
    let root = root();
    let read = |path: String| {
        let text = fs::read_to_string(root.join(&path)).ok()?;
        Some(SourceFile { path, text })
    };
    paths()
        .into_iter()
        .filter(|path| chosen(path))
        .filter_map(read)
        .collect()
}

/// All Rust files.
pub fn rust_files() -> Vec<SourceFile> {
    files(|path| {
        Path::new(path)
            .extension()
            .is_some_and(|extension| extension == "rs")
    })
}

/// Fails with one line per fault and the reason the rule exists.
///
/// # Panics
/// When there is a fault.
#[track_caller]
pub fn assert_none(faults: &[String], why: &str) {
    assert!(faults.is_empty(), "{why}:\n  {}\n", faults.join("\n  "));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_read_without_its_own_tests() {
        let file = SourceFile::sample("a.rs", "fn one() {}\n#[cfg(test)]\nmod tests {\n}\n");
        assert_eq!(file.without_tests().text, "fn one() {}\n");
        let elsewhere = SourceFile::sample("a.rs", "#[cfg(test)]\nmod tests;\nfn one() {}\n");
        assert_eq!(
            elsewhere.without_tests().text,
            elsewhere.text,
            "its tests are in a file of their own"
        );
    }

    #[test]
    fn the_project_is_found() {
        assert!(
            paths()
                .iter()
                .any(|path| path == "tests/architecture/src/lib.rs")
        );
    }
}
