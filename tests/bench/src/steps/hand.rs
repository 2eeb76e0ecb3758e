//! B18 and B24: one cell typed until it is durable and the scorecard is fresh; a block of 500 × 12 pasted.

use crate::Fault;
use crate::clock::{repeat, wall};
use crate::desk;
use app::App;
use app::figures::view::{CellText, LoadGrid, WriteCells};
use app::intake::{AskedIntake, Wanted};
use app::kpis::view::GrainView;
use app::scorecard::view::LoadScorecard;
use serde_json::{Value, json};
use std::fmt::Write as _;
use std::path::Path;

/// Types one cell so many times, each time another number; a durable change and the adviser's fresh scorecard.
pub(super) fn edit(vault: &Path, times: usize) -> Result<Value, Fault> {
    let mut app = desk::open(vault)?;
    let grain = GrainView::Month;
    let period = Some("2026-03".to_owned());
    let grid = app::figures::grid(&app, LoadGrid { grain, period })?;
    let (Some(row), Some(column)) = (grid.rows.first(), grid.columns.first()) else {
        return Err(Fault::new("the grid of the benchmark is empty"));
    };
    let (adviser, kpi) = (row.adviser.clone(), column.kpi.clone());
    let out_of = if column.denominator.is_some() {
        "100"
    } else {
        ""
    };
    let mut number = 0;
    let spent = repeat(times, || {
        number += 1;
        let cell = CellText {
            adviser: adviser.clone(),
            kpi: kpi.clone(),
            numerator: (number % 9).to_string(),
            denominator: out_of.to_owned(),
        };
        let request = WriteCells {
            grain,
            period: grid.period.clone(),
            cells: vec![cell],
        };
        let written = app::figures::write(&mut app, request)?;
        let month = None;
        app::scorecard::adviser(
            &mut app,
            LoadScorecard {
                adviser: adviser.clone(),
                month,
            },
        )?;
        if written.refused.is_empty() {
            Ok(())
        } else {
            Err(Fault::new("a cell of the benchmark was refused"))
        }
    })?;
    app::vault::close(&mut app)?;
    Ok(json!({ "wall_ms": wall(&spent) }))
}

/// Makes a vault of 500 advisers and 12 KPIs and pastes so many months, first into empty cells and then over
/// what is there.
pub(super) fn paste(vault: &Path, times: usize) -> Result<Value, Fault> {
    let mut app = desk::make(vault)?;
    let file = vault.with_extension("csv");
    std::fs::write(&file, block("2026-02"))?;
    let asked = AskedIntake {
        create_advisers: true,
        create_kpis: true,
        ..AskedIntake::default()
    };
    app::intake::import(&mut app, &file, &asked, Wanted::Import, None)?;
    std::fs::remove_file(&file)?;
    let mut cells = 0;
    let mut round = |number: u32| {
        let mut spent = Vec::new();
        for month in MONTHS.iter().take(times) {
            let request = filled(&app, month, number)?;
            cells = request.cells.len();
            spent.extend(repeat(1, || {
                let written = app::figures::write(&mut app, request.clone())?;
                if written.refused.is_empty() && written.grid.empty == 0 {
                    Ok(())
                } else {
                    Err(Fault::new("cells of the benchmark were refused"))
                }
            })?);
        }
        Ok::<_, Fault>(wall(&spent))
    };
    let (new, over) = (round(21)?, round(22)?);
    app::vault::close(&mut app)?;
    Ok(json!({ "new_ms": new, "over_ms": over, "cells": cells }))
}

/// Months that are pasted: empty before the first round, full before the second.
const MONTHS: [&str; 7] = [
    "2026-03", "2026-01", "2025-12", "2025-11", "2025-10", "2025-09", "2025-08",
];

/// Every cell of a month with one number.
fn filled(app: &App, month: &str, number: u32) -> Result<WriteCells, Fault> {
    let grain = GrainView::Month;
    let asked = LoadGrid {
        grain,
        period: Some(month.to_owned()),
    };
    let grid = app::figures::grid(app, asked)?;
    let mut cells = Vec::new();
    for row in &grid.rows {
        for column in &grid.columns {
            cells.push(CellText {
                adviser: row.adviser.clone(),
                kpi: column.kpi.clone(),
                numerator: number.to_string(),
                denominator: String::new(),
            });
        }
    }
    Ok(WriteCells {
        grain,
        period: grid.period,
        cells,
    })
}

/// A wide file of one month: 500 advisers, 12 counts.
fn block(month: &str) -> String {
    let mut text = "adviser,month".to_owned();
    for kpi in 1..=12 {
        let _written = write!(text, ",Visits made {kpi}");
    }
    for adviser in 1..=500 {
        let _written = write!(text, "\nadviser-{adviser:03},{month}");
        for kpi in 1..=12 {
            let _written = write!(text, ",{}", 20 + (adviser + kpi) % 7);
        }
    }
    text.push('\n');
    text
}
