//! B5, B6, B7, B9, B13, B16 and the growth of T3 (B15).

use super::{Field, exponent, in_ms, numbers, os, rival_ms, series};
use crate::Fault;
use crate::rivals::Times;
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
    let ours = field
        .step("opening", &[os(&vault), TIMES.as_ref()])?
        .json()?;
    let (after, checks) = (series(&ours, "cpu_ms")?, series(&ours, "freshness_ms")?);
    let base = field.of_rival("sqlite3.db");
    let rival = field
        .rivals
        .inside(&["sqlite", "open", &base.to_string_lossy(), TIMES])?;
    let figure = rival
        .as_ref()
        .map(|rival| median(&after) - median(&rival.milliseconds));
    let kib = u32::try_from(std::fs::metadata(&vault)?.len() / 1024).unwrap_or(u32::MAX);
    let mib = f64::from(kib) / 1024.0;
    Ok(vec![
        Bar {
            id: "B5",
            task: "open the region to its first adviser".to_owned(),
            ours: in_ms(&after),
            rival: rival_ms("sqlite", rival.as_ref()),
            figure,
            unit: " ms more",
            must: 5.0,
            least: None,
        },
        Bar {
            id: "R4",
            task: format!("freshness check of {mib:.0} MiB"),
            ours: in_ms(&checks),
            rival: None,
            figure: Some(median(&checks) / mib),
            unit: " ms/MiB",
            must: 1.0,
            least: None,
        },
    ])
}

/// B6 and B16: twelve advisers from a fresh unlock, in the region and in files of other sizes.
fn team(field: &Field) -> Result<Vec<Bar>, Fault> {
    let (small, region, large) = (
        fresh(field, Size::Team)?,
        fresh(field, Size::Region)?,
        fresh(field, Size::National)?,
    );
    let rival = duckdb_team(field, "12")?;
    let far = |times: &Times| quantile(&times.milliseconds, 0.95);
    Ok(vec![
        Bar {
            id: "B6",
            task: "overview of 12 from a fresh unlock, p95".to_owned(),
            ours: format!("{:.2} ms", quantile(&region, 0.95)),
            rival: rival
                .as_ref()
                .map(|times| format!("duckdb {:.2} ms", far(times))),
            figure: rival
                .as_ref()
                .map(|times| quantile(&region, 0.95) / far(times)),
            unit: "×",
            must: 0.50,
            least: None,
        },
        Bar {
            id: "B16",
            task: "the same in a national file, over a team's".to_owned(),
            ours: in_ms(&large),
            rival: Some(format!("itself, team {}", in_ms(&small))),
            figure: Some(median(&large) / median(&small)),
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

fn duckdb_team(field: &Field, advisers: &str) -> Result<Option<Times>, Fault> {
    let base = field.of_rival("region.duckdb");
    field
        .rivals
        .inside(&["duckdb", "team", &base.to_string_lossy(), advisers, TIMES])
}

/// B7.
fn everybody(field: &Field) -> Result<Bar, Fault> {
    let done = field
        .step("team", &[os(&field.vault(Size::Region)), TIMES.as_ref()])?
        .json()?;
    let ours = series(&done, "cpu_ms")?;
    let points = done
        .get("points")
        .and_then(Value::as_u64)
        .unwrap_or_default();
    let rival = duckdb_team(field, "100000")?;
    Ok(Bar {
        id: "B7",
        task: format!("overview of the region, {points} points drawn"),
        ours: in_ms(&ours),
        rival: rival_ms("duckdb", rival.as_ref()),
        figure: rival
            .as_ref()
            .map(|rival| median(&ours) / median(&rival.milliseconds)),
        unit: "×",
        must: 1.0,
        least: None,
    })
}

/// B15 for T3, by the points that are drawn.
fn growth(field: &Field) -> Result<Bar, Fault> {
    let mut points = Vec::new();
    let mut said = Vec::new();
    for size in [Size::Team, Size::Region, Size::National] {
        let done = field
            .step("team", &[os(&field.vault(size)), "5".as_ref()])?
            .json()?;
        let cost = median(&series(&done, "cpu_ms")?);
        let drawn = done
            .get("points")
            .and_then(Value::as_f64)
            .unwrap_or(f64::NAN);
        points.push((drawn, cost));
        said.push(format!("{cost:.0}"));
    }
    Ok(Bar {
        id: "B15",
        task: "growth of the overview, team to national".to_owned(),
        ours: format!("{} ms", said.join(", ")),
        rival: None,
        figure: Some(exponent(&points)),
        unit: "",
        must: 1.08,
        least: None,
    })
}

/// B9 against both rivals.
fn one(field: &Field) -> Result<Vec<Bar>, Fault> {
    let done = field
        .step("one", &[os(&field.vault(Size::Region)), TIMES.as_ref()])?
        .json()?;
    let ours = series(&done, "cpu_ms")?;
    let (base, parquet) = (
        field.of_rival("region.duckdb"),
        field.of_rival("region.parquet"),
    );
    let duckdb = field
        .rivals
        .inside(&["duckdb", "one", &base.to_string_lossy(), TIMES])?;
    let polars = field
        .rivals
        .inside(&["polars", "one", &parquet.to_string_lossy(), TIMES])?;
    let bar = |name: &str, rival: Option<Times>, must| Bar {
        id: "B9",
        task: "one adviser's scorecard, warm".to_owned(),
        ours: in_ms(&ours),
        rival: rival_ms(name, rival.as_ref()),
        figure: rival.map(|rival| median(&ours) / median(&rival.milliseconds)),
        unit: "×",
        must,
        least: None,
    };
    Ok(vec![
        bar("duckdb", duckdb, 0.35),
        bar("polars", polars, 0.5),
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
        ours: format!("{keyed:.2} ms"),
        rival: Some(format!("itself, plain {plain:.2} ms")),
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
