//! T1: the workload's file into a durable vault, checks and identifier screen included; and the part of it that
//! encryption can make dearer, with a key and without.

use crate::Fault;
use crate::clock::Stretch;
use crate::desk;
use app::App;
use app::intake::{AskedIntake, Wanted};
use domain::figure::{Amount, Figure, FigureStatus};
use domain::kpi::KpiId;
use domain::period::{Grain, Period};
use domain::team::AdviserId;
use serde_json::{Value, json};
use std::collections::{BTreeMap, HashSet};
use std::fmt::Write as _;
use std::io::{BufRead as _, BufReader};
use std::path::Path;
use store::batches::{BatchKind, NewBatch};
use store::figures::Twin;
use store::{Action, Store};
use vault::{Opener, Passphrase, Secret};

/// The KPIs of the workload.
const KPIS: [&str; 10] = [
    "contacts",
    "attended",
    "plans_on_time",
    "submissions",
    "employer_calls",
    "job_starts",
    "sustained_13w",
    "sustained_26w",
    "satisfaction",
    "files_passed",
];

/// Makes a vault and imports a file of figures into it.
pub(super) fn import(vault: &Path, file: &Path) -> Result<Value, Fault> {
    let mut app = desk::make(vault)?;
    let mut asked = AskedIntake {
        create_advisers: true,
        create_kpis: true,
        ..AskedIntake::default()
    };
    // KPIs of their own, charted by month as the rivals group them; the library's would be charted by week.
    let own = KPIS.map(|name| (name.to_owned(), name.replace('_', "-")));
    asked.mapping.kpis.extend(own);
    let first = by_the_day(&mut app, vault, &asked)?;
    let report = app::intake::import(&mut app, file, &asked, Wanted::Import, None)?;
    app::intake::undo_batch(&mut app, first)?;
    app::vault::close(&mut app)?;
    if let Some(error) = report.file.error {
        return Err(Fault::new(format!("the workload was refused: {error}")));
    }
    Ok(json!({ "rows": report.new, "rejected": report.file.rejected }))
}

/// Figures of single days make KPIs that are charted by month, at every size; the national file has Mondays only and
/// would have its KPIs charted by week. They are taken out again afterwards.
fn by_the_day(app: &mut App, vault: &Path, asked: &AskedIntake) -> Result<u32, Fault> {
    let file = vault.with_extension("first.csv");
    let mut text = "adviser_ref,kpi,date,num,den\n".to_owned();
    for (kpi, day) in KPIS.iter().zip(2_u32..) {
        // More than one for each reading says that it is no share.
        let numerator = match *kpi {
            "contacts" | "submissions" | "employer_calls" | "satisfaction" => 5,
            _ => 1,
        };
        let _written = writeln!(text, "first,{kpi},2026-03-{:02},{numerator},1", day % 3 + 3);
    }
    std::fs::write(&file, text)?;
    let report = app::intake::import(app, &file, asked, Wanted::Import, None)?;
    std::fs::remove_file(&file)?;
    report
        .batch
        .ok_or_else(|| Fault::new("the first figures of the benchmark did not come in"))
}

/// Loads the workload's figures into the same tables with a key and without, both down to an empty write-ahead
/// file. One figure of each adviser and KPI is there before, so that names and numbers are known.
pub(super) fn load(vault: &Path, file: &Path, plain: &Path) -> Result<Value, Fault> {
    let (first, rest) = split(file)?;
    let seed = vault.with_extension("csv");
    std::fs::write(&seed, first)?;
    import(vault, &seed)?;
    std::fs::remove_file(&seed)?;
    let mut store = open(vault)?;
    let figures = figures(&store, &rest)?;
    let rolls = store.read().kpis().rolls()?;
    let mut twin = Twin::create(plain)?;
    let mut there = Vec::new();
    for adviser in store.read().team().advisers()? {
        there.extend(store.read().figures().of_adviser(adviser.id)?);
    }
    twin.load(rolls.clone(), there)?;
    let stretch = Stretch::begin();
    let mut write = store.write(Action::FiguresImported)?;
    let batch = write.batches().add(&NewBatch {
        kind: BatchKind::Figures,
        file_hash: [0; 32],
        accepted: 0,
        rejected: 0,
    })?;
    let loaded = write.figures().load(figures.iter().copied(), batch)?;
    write.commit()?;
    store.settle()?;
    let keyed = stretch.spent().cpu;
    store.close()?;
    let stretch = Stretch::begin();
    let twin_loaded = twin.load(rolls, figures.iter().copied())?;
    let unkeyed = stretch.spent().cpu;
    if loaded.new != twin_loaded.new {
        return Err(Fault::new("the two loads do not hold the same figures"));
    }
    Ok(json!({ "rows": loaded.new, "keyed_ms": keyed, "plain_ms": unkeyed }))
}

/// The first line of each adviser and KPI under the heading, and all other lines.
fn split(file: &Path) -> Result<(String, Vec<String>), Fault> {
    let mut lines = BufReader::new(std::fs::File::open(file)?).lines();
    let mut first = lines.next().transpose()?.unwrap_or_default();
    let (mut seen, mut rest) = (HashSet::new(), Vec::new());
    for line in lines {
        let line = line?;
        let pair = line.splitn(3, ',').take(2).collect::<Vec<_>>().join(",");
        if seen.insert(pair) {
            first.push('\n');
            first.push_str(&line);
        } else {
            rest.push(line);
        }
    }
    first.push('\n');
    Ok((first, rest))
}

pub(super) fn open(vault: &Path) -> Result<Store, Fault> {
    let typed = std::str::from_utf8(desk::PASSPHRASE).unwrap_or_default();
    let passphrase = Passphrase::parse_typed(typed)
        .map_err(|_| Fault::new("the benchmark's passphrase cannot be typed"))?;
    let opened = Store::open(
        vault,
        Secret::Passphrase(&passphrase),
        opener(),
        Box::new(desk::noon),
    )?;
    Ok(opened.store)
}

pub(super) fn opener() -> Opener {
    Opener {
        host: "bench".to_owned(),
        now: u64::try_from(desk::noon() / 1000).unwrap_or_default(),
    }
}

/// Lines as figures under the vault's numbers, in the vault's order.
fn figures(store: &Store, lines: &[String]) -> Result<Vec<Figure>, Fault> {
    let advisers: BTreeMap<String, AdviserId> = store
        .read()
        .team()
        .advisers()?
        .into_iter()
        .map(|adviser| (adviser.alias.reveal().to_owned(), adviser.id))
        .collect();
    let kpis: BTreeMap<String, KpiId> = store
        .read()
        .kpis()
        .all()?
        .into_iter()
        .filter_map(|kpi| Some((kpi.newest()?.name.as_str().to_owned(), kpi.id)))
        .collect();
    let mut figures = Vec::with_capacity(lines.len());
    for line in lines {
        let parsed = figure(line, &advisers, &kpis);
        figures.push(parsed.ok_or_else(|| Fault::new("a line of the workload is not a figure"))?);
    }
    figures.sort_unstable_by_key(|figure| (figure.adviser, figure.kpi, figure.period));
    Ok(figures)
}

fn figure(
    line: &str,
    advisers: &BTreeMap<String, AdviserId>,
    kpis: &BTreeMap<String, KpiId>,
) -> Option<Figure> {
    let mut parts = line.split(',');
    let (adviser, kpi) = (parts.next()?, parts.next()?);
    let date = parts.next()?.parse().ok()?;
    let numerator = parts.next()?.parse().ok()?;
    let denominator = parts.next()?;
    Some(Figure {
        adviser: *advisers.get(adviser)?,
        kpi: *kpis.get(kpi)?,
        period: Period::containing(Grain::Day, date),
        amount: Amount {
            numerator,
            denominator: denominator.parse().ok(),
            exposure: None,
        },
        status: FigureStatus::Ok,
    })
}
