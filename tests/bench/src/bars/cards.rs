//! B5, B6, B7, B9, B13, B16 and the growth of T3 (B15).

use super::{Field, InTurn, ROUNDS, exponent, in_ms, numbers, os, series};
use crate::Fault;
use crate::run::{median, quantile};
use crate::table::Bar;
use crate::workload::Size;
use serde_json::Value;

const TIMES: &str = "20";

pub(super) fn bars(field: &Field) -> Result<Vec<Bar>, Fault> {
    let mut bars = opening(field)?;
    bars.extend(team(field)?);
    bars.push(everybody(field)?);
    bars.push(growth(field)?);
    bars.extend(one(field)?);
    bars.extend(encryption(field)?);
    Ok(bars)
}

/// B5, and the freshness check before it, which has a bar of its own (rulings 4).
fn opening(field: &Field) -> Result<Vec<Bar>, Fault> {
    let vault = field.vault(Size::Region);
    let base = field.of_rival("sqlite3.db");
    let base = base.to_string_lossy();
    let mut checks = Vec::new();
    let turns = InTurn::measure(
        || {
            let done = field.step("opening", &[os(&vault), TIMES.as_ref()])?;
            let done = done.json()?;
            checks.push(median(&series(&done, "freshness_ms")?));
            Ok(median(&series(&done, "cpu_ms")?))
        },
        || rival(field, &["sqlite", "open", &base, TIMES], median),
    )?;
    let kib = u32::try_from(std::fs::metadata(&vault)?.len() / 1024).unwrap_or(u32::MAX);
    let mib = f64::from(kib) / 1024.0;
    Ok(vec![
        Bar {
            id: "B5",
            task: "open the region to its first adviser".to_owned(),
            ours: in_ms(turns.ours()),
            rival: turns.rival("sqlite"),
            figure: turns.figure(|ours, theirs| ours - theirs),
            unit: " ms more",
            must: 5.0,
            least: None,
        },
        Bar {
            id: "R4",
            task: format!("freshness check of {mib:.0} MiB"),
            ours: in_ms(median(&checks)),
            rival: None,
            figure: Some(median(&checks) / mib),
            unit: " ms/MiB",
            must: 1.0,
            least: None,
        },
    ])
}

/// A task of a rival, timed inside its own process and brought to one figure.
fn rival(field: &Field, task: &[&str], of: fn(&[f64]) -> f64) -> Result<Option<f64>, Fault> {
    let times = field.rivals.inside(task)?;
    Ok(times.map(|times| of(&times.milliseconds)))
}

/// B6 and B16: twelve advisers from a fresh unlock, in the region and in files of other sizes.
fn team(field: &Field) -> Result<Vec<Bar>, Fault> {
    let far = |times: &[f64]| quantile(times, 0.95);
    let region = InTurn::measure(
        || Ok(far(&fresh(field, Size::Region)?)),
        || duckdb_team(field, "12", far),
    )?;
    let national = InTurn::measure(
        || Ok(median(&fresh(field, Size::National)?)),
        || Ok(Some(median(&fresh(field, Size::Team)?))),
    )?;
    Ok(vec![
        Bar {
            id: "B6",
            task: "overview of 12 from a fresh unlock, p95".to_owned(),
            ours: in_ms(region.ours()),
            rival: region.rival("duckdb"),
            figure: region.ratio(),
            unit: "×",
            must: 0.50,
            least: None,
        },
        Bar {
            id: "B16",
            task: "the same in a national file, over a team's".to_owned(),
            ours: in_ms(national.ours()),
            rival: national.rival("itself, team"),
            figure: national.ratio(),
            unit: "×",
            must: 1.3,
            least: None,
        },
    ])
}

/// Milliseconds from a fresh unlock to the overview of twelve advisers.
fn fresh(field: &Field, size: Size) -> Result<Vec<f64>, Fault> {
    let vault = field.vault(size);
    let done = field.step("fresh", &[os(&vault), "12".as_ref(), TIMES.as_ref()])?;
    series(&done.json()?, "cpu_ms")
}

fn duckdb_team(field: &Field, advisers: &str, of: fn(&[f64]) -> f64) -> Result<Option<f64>, Fault> {
    let base = field.of_rival("region.duckdb");
    let task = ["duckdb", "team", &base.to_string_lossy(), advisers, TIMES];
    rival(field, &task, of)
}

/// B7.
fn everybody(field: &Field) -> Result<Bar, Fault> {
    let mut points = 0;
    let turns = InTurn::measure(
        || {
            let done = field.step("team", &[os(&field.vault(Size::Region)), TIMES.as_ref()])?;
            let done = done.json()?;
            points = done
                .get("points")
                .and_then(Value::as_u64)
                .unwrap_or_default();
            Ok(median(&series(&done, "cpu_ms")?))
        },
        || duckdb_team(field, "100000", median),
    )?;
    Ok(Bar {
        id: "B7",
        task: format!("overview of the region, {points} points drawn"),
        ours: in_ms(turns.ours()),
        rival: turns.rival("duckdb"),
        figure: turns.ratio(),
        unit: "×",
        must: 1.0,
        least: None,
    })
}

/// B15 for T3, by the points that are drawn; each round goes through all sizes.
fn growth(field: &Field) -> Result<Bar, Fault> {
    let mut rounds = Vec::new();
    let mut costs = [const { Vec::new() }; 3];
    for _ in 0..ROUNDS {
        let mut points = Vec::new();
        let sizes = [Size::Team, Size::Region, Size::National];
        for (size, costs) in sizes.into_iter().zip(&mut costs) {
            let done = field.step("team", &[os(&field.vault(size)), "3".as_ref()])?;
            let done = done.json()?;
            let cost = median(&series(&done, "cpu_ms")?);
            let drawn = done.get("points").and_then(Value::as_f64);
            points.push((drawn.unwrap_or(f64::NAN), cost));
            costs.push(cost);
        }
        rounds.push(exponent(&points));
    }
    let said = costs.map(|costs| format!("{:.0}", median(&costs)));
    Ok(Bar {
        id: "B15",
        task: "growth of the overview, team to national".to_owned(),
        ours: format!("{} ms", said.join(", ")),
        rival: None,
        figure: Some(median(&rounds)),
        unit: "",
        must: 1.08,
        least: None,
    })
}

/// B9 against both rivals.
fn one(field: &Field) -> Result<Vec<Bar>, Fault> {
    let bar = |name: &str, file: &str, must| -> Result<Bar, Fault> {
        let file = field.of_rival(file);
        let task = [name, "one", &file.to_string_lossy(), TIMES];
        let turns = InTurn::measure(
            || {
                let vault = field.vault(Size::Region);
                let done = field.step("one", &[os(&vault), TIMES.as_ref()])?;
                Ok(median(&series(&done.json()?, "cpu_ms")?))
            },
            || rival(field, &task, median),
        )?;
        Ok(Bar {
            id: "B9",
            task: "one adviser's scorecard, warm".to_owned(),
            ours: in_ms(turns.ours()),
            rival: turns.rival(name),
            figure: turns.ratio(),
            unit: "×",
            must,
            least: None,
        })
    };
    Ok(vec![
        bar("duckdb", "region.duckdb", 0.35)?,
        bar("polars", "region.parquet", 0.5)?,
    ])
}

/// B13. Rows are read from the vault and from its twin without a key; everybody's and one adviser's are compared as
/// they are, which is where encryption shows most. The fresh overview (B6) is compared whole: with its rows read from
/// the one or from the other.
fn encryption(field: &Field) -> Result<Vec<Bar>, Fault> {
    let (vault, twin) = (field.of_rival("load.plumb"), field.of_rival("twin.sqlite"));
    let done = field
        .step("rows", &[os(&vault), os(&twin), "40".as_ref()])?
        .json()?;
    let overview = median(&fresh(field, Size::Region)?);
    let pair = |key: &str| -> Result<(f64, f64), Fault> {
        let pair = done.get(key);
        let side = |at: usize| numbers(pair.and_then(|pair| pair.get(at)));
        Ok((median(&side(0)?), median(&side(1)?)))
    };
    let (keyed, plain) = pair("fresh")?;
    let whole = (overview, overview - keyed + plain);
    let task = format!("overview of 12, fresh (rows {keyed:.2}, plain {plain:.2} ms), over plain");
    let bar = |task: String, (keyed, plain): (f64, f64)| Bar {
        id: "B13",
        task,
        ours: in_ms(keyed),
        rival: Some(format!("itself, plain {}", in_ms(plain))),
        figure: Some(keyed / plain),
        unit: "×",
        must: 1.15,
        least: None,
    };
    let everybody = "everybody's months, warm, over plain".to_owned();
    let one = "one adviser's months, warm, over plain".to_owned();
    Ok(vec![
        bar(task, whole),
        bar(everybody, pair("everybody")?),
        bar(one, pair("one")?),
    ])
}
