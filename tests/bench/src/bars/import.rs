//! B1, B3, B4 and the growth of T1 (B15).

use super::{Field, ROUNDS, exponent, middle, os};
use crate::Fault;
use crate::run::{Run, median};
use crate::table::Bar;
use crate::workload::{Size, Workload};
use serde_json::Value;

/// One round: each side imports the same file, one after the other, and ours also without a key.
struct Round {
    ours: Run,
    shell: Option<Run>,
    library: Run,
    duckdb: Option<Run>,
    load: Load,
}

/// CPU seconds of writing the figures, with a key and without.
struct Load {
    keyed: f64,
    plain: f64,
}

impl Round {
    fn run(field: &Field, region: &Workload) -> Result<Self, Fault> {
        let ours = import(field, region)?;
        let load = load(field, region)?;
        let shell = field.rivals.shell_import("sqlcipher", region)?;
        let base = field.fresh("library.db");
        let library = field.step("library", &[os(&base), os(&region.headless())])?;
        let source = region.figures();
        let target = field.fresh("region.duckdb");
        let (source, target) = (source.to_string_lossy(), target.to_string_lossy());
        let duckdb = field
            .rivals
            .whole(&["duckdb", "import", &source, &target])?;
        Ok(Self {
            ours,
            shell,
            library,
            duckdb,
            load,
        })
    }

    /// Our whole import, had its tables not been encrypted.
    fn without_key(&self) -> f64 {
        self.ours.cpu - self.load.keyed + self.load.plain
    }
}

/// The bars, and the growth for last.
pub(super) fn bars(field: &Field) -> Result<(Vec<Bar>, Bar), Fault> {
    let region = field.workload(Size::Region)?;
    field.rivals.shell_import("sqlite3", &region)?;
    let rounds: Vec<Round> = (0..ROUNDS)
        .map(|_| Round::run(field, &region))
        .collect::<Result<_, _>>()?;
    let polars = field.of_rival("region.parquet");
    field.rivals.whole(&[
        "polars",
        "import",
        &region.figures().to_string_lossy(),
        &polars.to_string_lossy(),
    ])?;
    let seconds = over(&rounds, |round| Some(round.ours.cpu)).unwrap_or(f64::NAN);
    let peak = highest(rounds.iter().map(|round| &round.ours));
    let duckdb = highest(rounds.iter().filter_map(|round| round.duckdb.as_ref()));
    let shell = over(&rounds, |round| Some(round.shell.as_ref()?.cpu));
    let library = over(&rounds, |round| Some(round.library.cpu));
    let whole = |rival: Option<String>, of: fn(&Round) -> Option<f64>| Bar {
        id: "B1",
        task: "import the region, checks and screen included".to_owned(),
        ours: format!("{seconds:.2} s CPU"),
        rival,
        figure: over(&rounds, |round| Some(round.ours.cpu / of(round)?)),
        unit: "×",
        must: 0.60,
        least: None,
    };
    let packaged = whole(
        shell.map(|shell| format!("sqlcipher {shell:.2} s")),
        |round| Some(round.shell.as_ref()?.cpu),
    );
    let same = whole(
        library.map(|library| format!("SQLCipher 4, its library {library:.2} s")),
        |round| Some(round.library.cpu),
    );
    let (national, growth) = growth(field, seconds)?;
    let memory = Bar {
        id: "B4",
        task: format!("its peak memory (national: {:.0} MiB)", national.peak),
        ours: format!("{peak:.0} MiB"),
        rival: (duckdb > 0.0).then(|| format!("duckdb {duckdb:.0} MiB")),
        figure: (duckdb > 0.0).then(|| peak / duckdb),
        unit: "×",
        must: 1.0,
        least: None,
    };
    let bars = vec![packaged, same, cost(&rounds, seconds), memory];
    Ok((bars, growth))
}

/// The median over the rounds that have a figure.
fn over(rounds: &[Round], of: impl Fn(&Round) -> Option<f64>) -> Option<f64> {
    middle(rounds.iter().filter_map(of))
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
fn cost(rounds: &[Round], seconds: f64) -> Bar {
    let alone = over(rounds, |round| Some(round.load.keyed / round.load.plain));
    let without = over(rounds, |round| Some(round.without_key()));
    Bar {
        id: "B3",
        task: format!(
            "the same without a key (load alone {:.2}×)",
            alone.unwrap_or(f64::NAN)
        ),
        ours: format!("{seconds:.2} s CPU"),
        rival: without.map(|without| format!("itself, plain {without:.2} s")),
        figure: over(rounds, |round| Some(round.ours.cpu / round.without_key())),
        unit: "×",
        must: 1.15,
        least: None,
    }
}

/// The figures of the region into the same tables, with a key and without.
fn load(field: &Field, region: &Workload) -> Result<Load, Fault> {
    let (vault, twin) = (field.fresh("load.plumb"), field.fresh("twin.sqlite"));
    let done = field
        .step("load", &[os(&vault), os(&region.figures()), os(&twin)])?
        .json()?;
    let of = |key: &str| done.get(key).and_then(Value::as_f64).unwrap_or(f64::NAN) / 1000.0;
    Ok(Load {
        keyed: of("keyed_ms"),
        plain: of("plain_ms"),
    })
}

/// B15 for T1; the national run is single.
fn growth(field: &Field, region: f64) -> Result<(Run, Bar), Fault> {
    let team = field.workload(Size::Team)?;
    let small: Vec<Run> = (0..ROUNDS)
        .map(|_| import(field, &team))
        .collect::<Result<_, _>>()?;
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

fn highest<'a>(runs: impl Iterator<Item = &'a Run>) -> f64 {
    runs.map(|run| run.peak).fold(0.0, f64::max)
}
