//! `bench [--python PATH]` measures all bars and prints their table; `bench step NAME …` is one of its own steps.
#![expect(
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "a command a developer types speaks on the terminal"
)]

use bench::Fault;
use bench::bars::{Field, measure};
use bench::rivals::Rivals;
use bench::steps::step;
use bench::table::table;
use std::path::PathBuf;
use std::process::ExitCode;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let done = match arguments.split_first() {
        Some((first, rest)) if first == "step" => run_step(rest),
        Some((first, _)) => Err(Fault::new(format!(
            "{first} is not known; there is only `bench`"
        ))),
        None => run_all(),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(fault) => {
            eprintln!("{fault}");
            ExitCode::FAILURE
        }
    }
}

fn run_step(arguments: &[String]) -> Result<(), Fault> {
    let (name, rest) = arguments
        .split_first()
        .ok_or_else(|| Fault::new("a step has a name"))?;
    println!("{}", step(name, rest)?);
    Ok(())
}

fn run_all() -> Result<(), Fault> {
    // Whole, because a rival takes it as an address.
    let folder = std::env::current_dir()?.join("target/bench");
    let scratch = folder.join("rivals");
    std::fs::create_dir_all(&scratch)?;
    let python =
        std::env::var_os("PLUMBLINE_PYTHON").map_or_else(|| "python3".into(), PathBuf::from);
    let cli = std::env::var_os("PLUMBLINE_CLI")
        .map(PathBuf::from)
        .ok_or_else(|| {
            Fault::new("start it as `cargo xtask bench`, which builds what it measures")
        })?;
    let field = Field {
        program: std::env::current_exe()?,
        cli,
        folder,
        rivals: Rivals { python, scratch },
    };
    println!("load average before: {}", load());
    let bars = measure(&field, |at| println!("measuring {at}"))?;
    println!("load average after: {}\n\n{}", load(), table(&bars));
    Ok(())
}

/// Processes that wanted to run in the last minute; ours are among them.
fn load() -> String {
    let text = std::fs::read_to_string("/proc/loadavg").unwrap_or_default();
    text.split(' ').next().unwrap_or("unknown").to_owned()
}
