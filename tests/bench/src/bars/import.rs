//! B1, B3, B4 and the growth of T1 (B15).

use super::{Field, exponent, os};
use crate::Fault;
use crate::run::{Run, median};
use crate::table::Bar;
use crate::workload::{Size, Workload};
use serde_json::Value;

/// Whole runs of each side; the longest take above ten seconds.
const RUNS: usize = 3;

/// The bars, and the growth for last.
pub(super) fn bars(field: &Field) -> Result<(Vec<Bar>, Bar), Fault> {
    let region = field.workload(Size::Region)?;
    let (mut ours, mut shell, mut duckdb) = (Vec::new(), Vec::new(), Vec::new());
    field.rivals.shell_import("sqlite3", &region)?;
    for _ in 0..RUNS {
        ours.push(import(field, &region)?);
        shell.extend(field.rivals.shell_import("sqlcipher", &region)?);
        let source = region.figures();
        let target = field.fresh("region.duckdb");
        let (source, target) = (source.to_string_lossy(), target.to_string_lossy());
        duckdb.extend(
            field
                .rivals
                .whole(&["duckdb", "import", &source, &target])?,
        );
    }
    let polars = field.of_rival("region.parquet");
    field.rivals.whole(&[
        "polars",
        "import",
        &region.figures().to_string_lossy(),
        &polars.to_string_lossy(),
    ])?;
    let (seconds, peak) = (cpu(&ours), highest(&ours));
    let whole = Bar {
        id: "B1",
        task: "import the region, checks and screen included".to_owned(),
        ours: format!("{seconds:.2} s CPU"),
        rival: (!shell.is_empty()).then(|| format!("sqlcipher {:.2} s", cpu(&shell))),
        figure: (!shell.is_empty()).then(|| seconds / cpu(&shell)),
        unit: "×",
        must: 0.60,
        least: None,
    };
    let (national, growth) = growth(field, seconds)?;
    let memory = Bar {
        id: "B4",
        task: format!("its peak memory (national: {:.0} MiB)", national.peak),
        ours: format!("{peak:.0} MiB"),
        rival: (!duckdb.is_empty()).then(|| format!("duckdb {:.0} MiB", highest(&duckdb))),
        figure: (!duckdb.is_empty()).then(|| peak / highest(&duckdb)),
        unit: "×",
        must: 1.0,
        least: None,
    };
    Ok((vec![whole, cost(field, &region, seconds)?, memory], growth))
}

/// Imports a size into its vault, which stays for the bars to come.
fn import(field: &Field, workload: &Workload) -> Result<Run, Fault> {
    let vault = field.vault(workload.size);
    drop(std::fs::remove_file(&vault));
    let done = field.step("import", &[os(&vault), os(&workload.figures())])?;
    let rows = done.json()?.get("rows").and_then(Value::as_u64);
    if rows == Some(u64::from(workload.size.rows())) {
        Ok(done)
    } else {
        Err(Fault::new(format!(
            "not every row of the workload came in: {}",
            done.text.trim()
        )))
    }
}

/// B3: a whole import, over the same with its tables not encrypted.
fn cost(field: &Field, region: &Workload, seconds: f64) -> Result<Bar, Fault> {
    let (mut keyed, mut plain) = (Vec::new(), Vec::new());
    let mut each = Vec::new();
    for _ in 0..RUNS {
        let (vault, twin) = (field.fresh("load.plumb"), field.fresh("twin.sqlite"));
        let done = field
            .step("load", &[os(&vault), os(&region.figures()), os(&twin)])?
            .json()?;
        let of = |key: &str| done.get(key).and_then(Value::as_f64).unwrap_or(f64::NAN) / 1000.0;
        keyed.push(of("keyed_ms"));
        plain.push(of("plain_ms"));
        each.push(of("keyed_ms") / of("plain_ms"));
    }
    let without = seconds - median(&keyed) + median(&plain);
    Ok(Bar {
        id: "B3",
        task: format!("the same without a key (load alone {:.2}×)", median(&each)),
        ours: format!("{seconds:.2} s CPU"),
        rival: Some(format!("itself, plain {without:.2} s")),
        figure: Some(seconds / without),
        unit: "×",
        must: 1.15,
        least: None,
    })
}

/// B15 for T1; the national run is single.
fn growth(field: &Field, region: f64) -> Result<(Run, Bar), Fault> {
    let team = field.workload(Size::Team)?;
    let mut small = Vec::new();
    for _ in 0..RUNS {
        small.push(import(field, &team)?);
    }
    let national = import(field, &field.workload(Size::National)?)?;
    let points = [
        (f64::from(Size::Team.rows()), cpu(&small)),
        (f64::from(Size::Region.rows()), region),
        (f64::from(Size::National.rows()), national.cpu),
    ];
    let bar = Bar {
        id: "B15",
        task: "growth of the import, team to national".to_owned(),
        ours: format!("{:.2}, {region:.2}, {:.2} s", cpu(&small), national.cpu),
        rival: None,
        figure: Some(exponent(&points)),
        unit: "",
        must: 1.08,
        least: None,
    };
    Ok((national, bar))
}

fn cpu(runs: &[Run]) -> f64 {
    median(&runs.iter().map(|run| run.cpu).collect::<Vec<_>>())
}

fn highest(runs: &[Run]) -> f64 {
    runs.iter().map(|run| run.peak).fold(0.0, f64::max)
}
