#![doc = include_str!("../README.md")]
#![expect(
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "a command a developer types speaks on the terminal"
)]

mod bundle;
mod icons;
mod measure;
mod process;
mod programs;
mod run;
mod screen;
mod setup;
mod test;
mod workspace;

use std::process::ExitCode;

use process::TaskError;

const USAGE: &str = "\
cargo xtask run [--tour]         build and open the app; without a display, play the tour
cargo xtask test [--only PART]   all tests, or one part of them
cargo xtask setup                install what is missing and build the web interface
cargo xtask bench [ARGUMENTS]    the benchmark
cargo xtask torture [ARGUMENTS]  the long security runs
cargo xtask bundle               installers for this kind of machine
cargo xtask icons                draw the icon files again";

fn main() -> ExitCode {
    let mut arguments = std::env::args().skip(1);
    let task = arguments.next().unwrap_or_default();
    let rest: Vec<String> = arguments.collect();
    match start(&task, &rest) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

fn start(task: &str, rest: &[String]) -> Result<(), TaskError> {
    match task {
        "run" => run::run(rest),
        "test" => test::test(rest),
        "setup" => setup::prepare(setup::ALL_TESTS),
        "bench" => measure::bench(rest),
        "torture" => measure::torture(rest),
        "bundle" => bundle::bundle(),
        "icons" => icons::draw(),
        _ => Err(TaskError::new(USAGE)),
    }
}
