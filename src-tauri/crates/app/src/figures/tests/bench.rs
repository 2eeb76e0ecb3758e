//! A small team to type figures for: Ana and Ben, with KPIs of each kind.

use crate::figures;
use crate::figures::view::{CellText, GridCellView, GridView, LoadGrid, WriteCells, WrittenView};
use crate::kpis;
use crate::kpis::view::{GrainView, UseKpi};
use crate::team;
use crate::team::view::SaveAdviser;
use crate::testing::Bench;

/// An app with a team of two and KPIs of every kind in use.
pub(super) struct Desk {
    pub(super) bench: Bench,
}

pub(super) fn adviser(alias: &str) -> SaveAdviser {
    SaveAdviser {
        id: None,
        alias: alias.to_owned(),
        name: None,
        team: None,
        site: None,
        grade: None,
        band: None,
        started: Some("2024-01-01".to_owned()),
        left: None,
        shares: Vec::new(),
        absences: Vec::new(),
    }
}

impl Desk {
    pub(super) fn new() -> Self {
        let mut bench = Bench::open();
        for alias in ["Ana", "Ben"] {
            team::save_adviser(&mut bench.app, adviser(alias)).unwrap();
        }
        for code in ["K05", "K17", "K19", "K29", "K36", "K13", "K28"] {
            let request = UseKpi {
                code: code.to_owned(),
                active: true,
            };
            kpis::set_use(&mut bench.app, request).unwrap();
        }
        Self { bench }
    }

    pub(super) fn id(&self, alias: &str) -> String {
        let roster = team::list(&self.bench.app).unwrap();
        let found = roster.advisers.into_iter().find(|one| one.alias == alias);
        found.unwrap().id
    }

    pub(super) fn grid(&self, period: &str) -> GridView {
        let request = LoadGrid {
            grain: grain_of(period),
            period: Some(period.to_owned()),
        };
        figures::grid(&self.bench.app, request).unwrap()
    }

    /// Writes cells of alias, KPI and both texts.
    pub(super) fn write(
        &mut self,
        period: &str,
        cells: &[(&str, &str, &str, &str)],
    ) -> WrittenView {
        let cells = cells
            .iter()
            .map(|(alias, kpi, numerator, denominator)| CellText {
                adviser: self.id(alias),
                kpi: (*kpi).to_owned(),
                numerator: (*numerator).to_owned(),
                denominator: (*denominator).to_owned(),
            });
        let request = WriteCells {
            grain: grain_of(period),
            period: period.to_owned(),
            cells: cells.collect(),
        };
        figures::write(&mut self.bench.app, request).unwrap()
    }

    pub(super) fn cell(&self, period: &str, alias: &str, kpi: &str) -> GridCellView {
        cell_of(&self.grid(period), alias, kpi)
    }

    pub(super) fn digest(&self) -> String {
        self.bench.app.store().unwrap().read().digest().unwrap()
    }

    pub(super) fn rolls_hold(&self) -> bool {
        let read = self.bench.app.store().unwrap().read();
        read.figures().check_rolls().unwrap().wrong == 0
    }
}

pub(super) fn cell_of(grid: &GridView, alias: &str, kpi: &str) -> GridCellView {
    let row = grid.rows.iter().find(|row| row.alias == alias).unwrap();
    let column = grid
        .columns
        .iter()
        .position(|column| column.kpi == kpi)
        .unwrap();
    row.cells[column].clone()
}

fn grain_of(period: &str) -> GrainView {
    if period.contains('W') {
        GrainView::Week
    } else {
        GrainView::Month
    }
}
