//! B18, B20, B24 and B25.

use super::{Field, InTurn, in_ms, os, series};
use crate::Fault;
use crate::desk;
use crate::rivals::is_there;
use crate::run::{Run, median, quantile, run};
use crate::table::Bar;
use crate::workload::Size;
use serde_json::Value;
use std::process::Command;

pub(super) fn bars(field: &Field) -> Result<Vec<Bar>, Fault> {
    let mut bars = vec![edit(field)?, workbook(field)?];
    bars.extend(paste(field)?);
    bars.extend(derivation(field)?);
    Ok(bars)
}

fn edit(field: &Field) -> Result<Bar, Fault> {
    let vault = field.vault(Size::Region);
    let base = field.of_rival("sqlite3.db");
    let far = |times: &[f64]| quantile(times, 0.95);
    let turns = InTurn::measure(
        || {
            let done = field.step("edit", &[os(&vault), "40".as_ref()])?;
            Ok(far(&series(&done.json()?, "wall_ms")?))
        },
        || {
            let task = ["sqlite", "edit", &base.to_string_lossy(), "40"];
            let times = field.rivals.inside(&task)?;
            Ok(times.map(|times| far(&times.milliseconds)))
        },
    )?;
    Ok(Bar {
        id: "B18",
        task: "one cell durable, scorecard fresh, p95".to_owned(),
        ours: in_ms(turns.ours()),
        rival: turns.rival("sqlite"),
        figure: turns.ratio(),
        unit: "×",
        must: 2.0,
        least: None,
    })
}

/// B20: the terminal prints the team's scorecard; a workbook of the same numbers is loaded and calculated.
fn workbook(field: &Field) -> Result<Bar, Fault> {
    let secret = field.rivals.scratch.join("passphrase.txt");
    std::fs::write(&secret, desk::PASSPHRASE)?;
    let mut ours = Vec::new();
    for _ in 0..5 {
        let mut command = Command::new(&field.cli);
        command
            .arg("scorecard")
            .arg(field.vault(Size::Team))
            .arg("--passphrase-file");
        ours.push(run(command.arg(&secret).arg("--json"), None)?.cpu);
    }
    std::fs::remove_file(&secret)?;
    let theirs = libreoffice(field)?;
    let ours = median(&ours);
    Ok(Bar {
        id: "B20",
        task: "a team's scorecard, from start to numbers".to_owned(),
        ours: format!("{ours:.3} s CPU"),
        rival: theirs
            .as_ref()
            .map(|run| format!("LibreOffice {:.2} s", run.cpu)),
        figure: theirs.map(|run| ours / run.cpu),
        unit: "×",
        must: 0.05,
        least: None,
    })
}

/// The workbook as a comma-separated file: loaded, calculated, written. The first run only makes its profile.
fn libreoffice(field: &Field) -> Result<Option<Run>, Fault> {
    if !is_there("soffice") {
        return Ok(None);
    }
    let wide = field.folder.join("team/measures_wide.csv");
    let book = field.of_rival("team.fods");
    field.rivals.whole(&[
        "workbook",
        "make",
        &wide.to_string_lossy(),
        &book.to_string_lossy(),
    ])?;
    let profile = format!(
        "-env:UserInstallation=file://{}",
        field.of_rival("office").display()
    );
    let convert = || {
        let mut command = Command::new("soffice");
        command.args([&profile, "--headless", "--convert-to", "csv", "--outdir"]);
        run(command.arg(&field.rivals.scratch).arg(&book), None)
    };
    convert()?;
    convert().map(Some)
}

/// B24: into empty cells, and over what is there, where old values are kept as versions.
fn paste(field: &Field) -> Result<Vec<Bar>, Fault> {
    let vault = field.fresh("paste.plumb");
    let done = field.step("paste", &[os(&vault), "7".as_ref()])?.json()?;
    let cells = done
        .get("cells")
        .and_then(Value::as_u64)
        .unwrap_or_default();
    if cells != 6000 {
        return Err(Fault::new(format!("{cells} cells were pasted, not 6,000")));
    }
    let bar = |task: &str, ours: f64| Bar {
        id: "B24",
        task: format!("500 × 12 cells pasted {task}, one step"),
        ours: format!("{ours:.0} ms"),
        rival: None,
        figure: Some(ours),
        unit: " ms",
        must: 300.0,
        least: None,
    };
    Ok(vec![
        bar("into empty ones", median(&series(&done, "new_ms")?)),
        bar("over others", median(&series(&done, "over_ms")?)),
    ])
}

fn derivation(field: &Field) -> Result<Vec<Bar>, Fault> {
    let vault = field.fresh("derivation.plumb");
    let done = field.step("derivation", &[os(&vault)])?.json()?;
    let seconds = median(&series(&done, "wall_ms")?) / 1000.0;
    let memory = done
        .get("memory_mib")
        .and_then(Value::as_f64)
        .unwrap_or(f64::NAN);
    let bar = |task: &str, ours, figure, unit, must, least| Bar {
        id: "B25",
        task: task.to_owned(),
        ours,
        rival: None,
        figure: Some(figure),
        unit,
        must,
        least: Some(least),
    };
    Ok(vec![
        bar(
            "one guess at a passphrase",
            format!("{seconds:.2} s"),
            seconds,
            " s",
            1.5,
            0.5,
        ),
        bar(
            "its memory",
            format!("{memory} MiB"),
            memory,
            " MiB",
            f64::INFINITY,
            64.0,
        ),
    ])
}
