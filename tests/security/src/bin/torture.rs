//! The long security runs: `torture [--kind NAME]… [--max N] [--kills N] [--seed S]`. The work is divided between
//! two processes, so that a crash of one is a fault of the vault and not the end of the run; a table of figures
//! ends it, and the exit code is 1 when anything went wrong.

use std::error::Error;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, ExitCode, Stdio};

use security::{Kind, Report, SEED, Share, Work, run, work};

const PARTS: usize = 2;
const KILLS: usize = 200;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let ended = match arguments.as_slice() {
        ["work", name, path] => do_work(name, Path::new(path)),
        ["part", part, rest @ ..] => do_part(part, rest),
        all => torture(all),
    };
    ended.unwrap_or_else(|error| {
        // Nowhere left to say it if even this fails.
        writeln!(std::io::stderr(), "torture: {error}").ok();
        ExitCode::from(2)
    })
}

/// What was asked for.
struct Asked {
    kinds: Vec<Kind>,
    share: Share,
}

fn parse(arguments: &[&str]) -> Result<Asked, Box<dyn Error>> {
    let mut asked = Asked {
        kinds: Vec::new(),
        share: Share {
            most: None,
            kills: KILLS,
            seed: SEED,
            part: 0,
            parts: PARTS,
        },
    };
    for pair in arguments.chunks(2) {
        match pair {
            ["--kind", name] => asked.kinds.push(Kind::find(name).ok_or_else(kinds)?),
            ["--max", number] => {
                asked.share.most = Some(number.parse()?);
                asked.share.kills = asked.share.kills.min(number.parse()?);
            }
            ["--kills", number] => asked.share.kills = number.parse()?,
            ["--seed", number] => asked.share.seed = number.parse()?,
            _ => return Err(kinds().into()),
        }
    }
    if asked.kinds.is_empty() {
        asked.kinds = Kind::ALL.to_vec();
    }
    Ok(asked)
}

fn kinds() -> String {
    let names: Vec<&str> = Kind::ALL.iter().map(|kind| kind.name()).collect();
    format!(
        "torture [--kind NAME]… [--max N] [--kills N] [--seed S]\nkinds: {}",
        names.join(" ")
    )
}

fn torture(arguments: &[&str]) -> Result<ExitCode, Box<dyn Error>> {
    let asked = parse(arguments)?;
    let program = std::env::current_exe()?;
    let mut out = std::io::stdout();
    writeln!(out, "seed {}, {PARTS} processes", asked.share.seed)?;
    let mut report = Report::default();
    for kind in asked.kinds {
        let folder = tempfile::tempdir()?;
        let parts: Vec<(PathBuf, Child)> = (0..PARTS)
            .map(|part| start(&program, part, (kind, arguments), folder.path()))
            .collect::<Result<_, _>>()?;
        for (path, mut child) in parts {
            let ended = child.wait()?;
            match std::fs::read_to_string(path)
                .ok()
                .and_then(|text| serde_json::from_str(&text).ok())
            {
                Some(part) if ended.success() => report.merge(part),
                _ => report.fault(kind, &format!("the process itself broke: {ended}")),
            }
        }
        writeln!(out, "{} {}", kind.name(), report.tries(kind))?;
    }
    write!(out, "\n{}", report.table())?;
    for fault in report.faults() {
        writeln!(out, "FAULT {fault}")?;
    }
    Ok(if report.is_clean() {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    })
}

/// Starts one part of one kind.
fn start(
    program: &Path,
    part: usize,
    (kind, arguments): (Kind, &[&str]),
    folder: &Path,
) -> Result<(PathBuf, Child), Box<dyn Error>> {
    let path = folder.join(format!("part-{part}.json"));
    let mut command = Command::new(program);
    command
        .arg("part")
        .arg(part.to_string())
        .arg(&path)
        .arg(kind.name())
        .args(arguments);
    Ok((path, command.stdin(Stdio::null()).spawn()?))
}

/// Tries this process's share of one kind and writes its figures.
fn do_part(part: &str, rest: &[&str]) -> Result<ExitCode, Box<dyn Error>> {
    let [path, name, arguments @ ..] = rest else {
        return Err(kinds().into());
    };
    let kind = Kind::find(name).ok_or_else(kinds)?;
    let share = Share {
        part: part.parse()?,
        ..parse(arguments)?.share
    };
    let mut report = Report::default();
    run(kind, &share, &std::env::current_exe()?, &mut report);
    std::fs::write(path, serde_json::to_string(&report)?)?;
    Ok(ExitCode::SUCCESS)
}

fn do_work(name: &str, path: &Path) -> Result<ExitCode, Box<dyn Error>> {
    work(Work::find(name).ok_or_else(kinds)?, path)?;
    Ok(ExitCode::SUCCESS)
}
