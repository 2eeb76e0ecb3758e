//! `cargo xtask test`: one build, then every part with its own line. A failing part prints all it
//! said, the parts after it still run, and the whole fails.

use std::{
    io::Write,
    time::{Duration, Instant},
};

use crate::{
    process::{Outcome, TaskError, capture, cargo, command, npm},
    programs::{Programs, TestProgram},
    screen::Screen,
    setup, workspace,
};

/// A part of the proof, in the order they run: the quickest to fail first.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Part {
    /// Unit and integration tests of all crates, with the house's own rules.
    Rust,
    /// The examples in the documentation.
    Examples,
    /// Types, lints and unit tests of the interface.
    Interface,
    /// The interface in a browser against its fake backend, with axe.
    Browser,
    /// End to end from the terminal.
    Terminal,
    /// End to end through the real window.
    Window,
}

const PARTS: [(Part, &str); 6] = [
    (Part::Rust, "rust"),
    (Part::Examples, "examples"),
    (Part::Interface, "interface"),
    (Part::Browser, "browser"),
    (Part::Terminal, "terminal"),
    (Part::Window, "window"),
];

/// Runs all parts, or the one named after `--only`.
pub(crate) fn test(arguments: &[String]) -> Result<(), TaskError> {
    let chosen = chosen(arguments)?;
    setup::prepare(setup::ALL_TESTS)?;
    let root = workspace::root();
    println!("Building.");
    let programs = Programs::build(&root, &["--workspace", "--all-targets"])?;
    let mut failed = Vec::new();
    let mut all = Count::default();
    for (part, name) in chosen {
        print!("{name:<10} ");
        std::io::stdout().flush()?;
        let (outcome, time) = timed(|| prove(part, &programs))?;
        let word = if outcome.success { "ok" } else { "FAILED" };
        if !outcome.success {
            println!("\n{}", outcome.text.trim_end());
            print!("{name:<10} ");
            failed.push(name);
        }
        let count = Count::of(&outcome);
        println!("{word:<7} {:>11} {:>5} s", count.words(), time.as_secs());
        for line in outcome.text.lines().filter(|line| is_left_out(line)) {
            println!("{:<10} {line}", "");
        }
        all.add(&count);
    }
    println!("{} passed, {} failed", all.passed, all.failed);
    if failed.is_empty() {
        return Ok(());
    }
    Err(TaskError::new(format!("Failed: {}.", failed.join(", "))))
}

fn chosen(arguments: &[String]) -> Result<Vec<(Part, &'static str)>, TaskError> {
    let names = || PARTS.map(|(_, name)| name).join(", ");
    match arguments {
        [] => Ok(PARTS.to_vec()),
        [option, wanted] if option == "--only" => PARTS
            .iter()
            .find(|(_, name)| name == wanted)
            .map(|part| vec![*part])
            .ok_or_else(|| TaskError::new(format!("The parts are {}.", names()))),
        _ => Err(TaskError::new(format!(
            "cargo xtask test [--only PART]; the parts are {}.",
            names()
        ))),
    }
}

fn prove(part: Part, programs: &Programs) -> Result<Outcome, TaskError> {
    let ui = workspace::ui();
    match part {
        Part::Rust => run_tests(
            programs,
            |package| !matches!(package, "product" | "window"),
            None,
        ),
        Part::Examples => {
            capture(cargo(&workspace::root()).args(["test", "--quiet", "--workspace", "--doc"]))
        }
        Part::Interface => in_turn(&["check", "lint", "test"], |script| {
            capture(npm(&ui).args(["run", "--silent", script]))
        }),
        Part::Browser => {
            let mut browser = npm(&ui);
            if let Some(path) = setup::find_browser() {
                browser.env("PLUMBLINE_CHROMIUM", path);
            }
            capture(browser.args(["run", "--silent", "test:ui"]))
        }
        Part::Terminal => run_tests(programs, |package| package == "product", None),
        Part::Window if cfg!(target_os = "linux") => {
            let screen = Screen::start()?;
            run_tests(programs, |package| package == "window", Some(&screen))
        }
        Part::Window => Ok(Outcome {
            success: true,
            text: "The real window is driven on Linux only.".to_owned(),
        }),
    }
}

/// Runs the test programs of the packages that `includes` names, one after the other; those that
/// share a screen also run their tests one after the other.
fn run_tests(
    programs: &Programs,
    includes: impl Fn(&str) -> bool,
    screen: Option<&Screen>,
) -> Result<Outcome, TaskError> {
    let wanted: Vec<_> = programs
        .tests
        .iter()
        .filter(|test| includes(&test.package))
        .collect();
    in_turn(&wanted, |test| run_one(programs, test, screen))
}

fn run_one(
    programs: &Programs,
    test: &TestProgram,
    screen: Option<&Screen>,
) -> Result<Outcome, TaskError> {
    let mut run = command(&test.path, &test.folder);
    programs.introduce(&mut run);
    // A snapshot that does not match is a failure, never a file to be looked at later.
    run.env("CARGO_MANIFEST_DIR", &test.folder)
        .env("INSTA_UPDATE", "no");
    if let Some(screen) = screen {
        screen.show(&mut run);
        run.env("PLUMBLINE_DRIVER", setup::driver_path()?)
            .arg("--test-threads=1");
    }
    capture(&mut run)
}

/// Whether a test says with this line that it could not look: a machine may forbid what it needs, and nobody may
/// take its silence for a proof.
fn is_left_out(line: &str) -> bool {
    line.starts_with("Not checked on this machine:")
}

/// All of them, whatever fails; the text of what failed, and the counts of what passed.
fn in_turn<T>(
    steps: &[T],
    mut take: impl FnMut(&T) -> Result<Outcome, TaskError>,
) -> Result<Outcome, TaskError> {
    let mut all = Outcome {
        success: true,
        text: String::new(),
    };
    for step in steps {
        let outcome = take(step)?;
        if outcome.success {
            all.text.extend(
                outcome
                    .text
                    .lines()
                    .filter(|line| line.contains(" passed") || is_left_out(line))
                    .map(|line| format!("{line}\n")),
            );
        } else {
            all.text.push_str(&outcome.text);
        }
        all.success &= outcome.success;
    }
    Ok(all)
}

/// Tests that passed and failed, as each runner's own closing lines say.
#[derive(Debug, Default, PartialEq, Eq)]
struct Count {
    passed: u32,
    failed: u32,
}

impl Count {
    /// The sum over lines such as `test result: ok. 12 passed; 0 failed` and `Tests  34 passed (34)`. A part
    /// that failed without naming a test counts as one.
    fn of(outcome: &Outcome) -> Self {
        let sum = |word| {
            outcome
                .text
                .lines()
                .filter_map(|line| counted(line, word))
                .sum()
        };
        let mut count = Self {
            passed: sum(" passed"),
            failed: sum(" failed"),
        };
        if !outcome.success && count.failed == 0 {
            count.failed = 1;
        }
        count
    }

    fn add(&mut self, other: &Self) {
        self.passed += other.passed;
        self.failed += other.failed;
    }

    fn words(&self) -> String {
        match self.passed {
            0 => String::new(),
            passed => format!("{passed} tests"),
        }
    }
}

fn counted(line: &str, word: &str) -> Option<u32> {
    if line.contains("Test Files") {
        return None;
    }
    let (before, _) = line.split_once(word)?;
    let digits = before
        .rsplit(|character: char| !character.is_ascii_digit())
        .next()?;
    digits.parse().ok()
}

#[expect(
    clippy::disallowed_methods,
    reason = "times what it runs; no figure of the app comes from here"
)]
fn timed<T>(work: impl FnOnce() -> Result<T, TaskError>) -> Result<(T, Duration), TaskError> {
    let start = Instant::now();
    work().map(|value| (value, start.elapsed()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn passed_tests_are_counted_from_what_each_runner_prints() {
        let text = "test result: ok. 12 passed; 1 failed; 0 ignored\n\
                    Test Files  3 passed (3)\n     Tests  2 failed | 34 passed (36)\n  5 passed (8.1s)\n";
        let outcome = |success, text: &str| Outcome {
            success,
            text: text.to_owned(),
        };
        let expected = Count {
            passed: 51,
            failed: 3,
        };
        assert_eq!(Count::of(&outcome(false, text)), expected);
        let silent = Count::of(&outcome(false, "did not start"));
        assert_eq!(silent.failed, 1, "a part that broke down is a failure");
    }

    #[test]
    fn a_failing_step_fails_the_part_and_the_next_step_still_runs() {
        let mut taken = Vec::new();
        let outcome = in_turn(&["bad", "good"], |step| {
            taken.push(*step);
            Ok(Outcome {
                success: *step == "good",
                text: format!("{step} spoke\n"),
            })
        })
        .unwrap();
        assert!(!outcome.success);
        assert_eq!(taken, ["bad", "good"]);
        assert_eq!(outcome.text, "bad spoke\n", "only what failed is shown");
    }

    #[test]
    fn what_could_not_be_checked_is_said_also_where_all_passed() {
        let said = "running 1 test\n\nNot checked on this machine: the weather\ntest result: ok. 1 passed\n";
        let outcome = in_turn(&[said], |text| {
            Ok(Outcome {
                success: true,
                text: (*text).to_owned(),
            })
        });
        let left_out: Vec<_> = outcome.unwrap().text.lines().map(is_left_out).collect();
        assert_eq!(left_out, [true, false]);
    }

    #[test]
    fn only_a_known_part_can_be_chosen() {
        let chosen = |word: &str| chosen(&["--only".to_owned(), word.to_owned()]);
        assert_eq!(chosen("window").unwrap(), [(Part::Window, "window")]);
        assert!(chosen("windows").is_err());
    }
}
