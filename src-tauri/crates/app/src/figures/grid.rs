//! The grid of one period as it is shown.

use crate::app::App;
use crate::error::AppError;
use crate::figures::sheet::Sheet;
use crate::figures::typed::Column;
use crate::figures::usual::{Asking, plain_question};
use crate::figures::view::{
    FigureStatusView, GridCellView, GridColumnView, GridRowView, GridView, LoadGrid,
};
use crate::scorecard::view::PeriodChoiceView;
use crate::vault::saved_at;
use charts::wording::period_words;
use domain::figure::{Figure, FigureStatus};
use domain::kpi::KpiId;
use domain::period::{Grain, Period};
use domain::team::{Adviser, AdviserId};
use domain::text::Note;
use std::collections::{BTreeMap, BTreeSet};
use store::Read;
use store::figures::Cell;
use store::kpis::KpiEntry;
use store::team::PublicId;
use words::{Arg, Words};

/// One period's grid; the period to be entered next when none is asked for.
pub fn grid(app: &App, request: LoadGrid) -> Result<GridView, AppError> {
    let LoadGrid { grain, period } = request;
    let sheet = match period {
        Some(period) => Sheet::load(app, grain, &period)?,
        None => next_sheet(app, grain.into())?,
    };
    show(app, &sheet)
}

/// The last closed period while anything of it is missing, else the one that is open.
fn next_sheet(app: &App, grain: Grain) -> Result<Sheet, AppError> {
    let (read, today) = (app.store()?.read(), app.today());
    let current = Period::containing(grain, today);
    let closed = Sheet::of(read, current.previous(), today)?;
    let wanted = closed.advisers.len().saturating_mul(closed.kpis.len());
    let stored = figures_of(app, &closed)?.len();
    if wanted > stored && closed.check(closed.period).is_ok() {
        return Ok(closed);
    }
    Sheet::of(read, current, today)
}

/// What is stored of a sheet.
pub(super) fn figures_of(
    app: &App,
    sheet: &Sheet,
) -> Result<BTreeMap<(AdviserId, KpiId), Figure>, AppError> {
    let here: BTreeSet<AdviserId> = sheet.advisers.iter().map(|one| one.id).collect();
    let kpis: BTreeSet<KpiId> = sheet.kpis.iter().map(|one| one.id).collect();
    let stored = app.store()?.read().figures().grid(sheet.period)?;
    Ok(stored
        .into_iter()
        .filter(|figure| here.contains(&figure.adviser) && kpis.contains(&figure.kpi))
        .map(|figure| ((figure.adviser, figure.kpi), figure))
        .collect())
}

pub(super) fn show(app: &App, sheet: &Sheet) -> Result<GridView, AppError> {
    let (read, words) = (app.store()?.read(), app.words());
    let ids = read.team().public_ids()?;
    let figures = figures_of(app, sheet)?;
    let shown = Shown {
        sheet,
        notes: read.figures().notes(sheet.period)?.into_iter().collect(),
        replaced: replaced(read, sheet, &figures)?,
        figures,
        asked: read.figures().queries(sheet.period)?.into_iter().collect(),
        asking: Asking::load(read, sheet.today)?,
        words,
    };
    let rows: Vec<GridRowView> = sheet
        .advisers
        .iter()
        .map(|adviser| shown.row(adviser, ids.get(&adviser.id)))
        .collect::<Result<_, _>>()?;
    let columns: Vec<GridColumnView> = sheet
        .kpis
        .iter()
        .filter_map(|entry| shown.column(entry))
        .collect();
    let count = |is_meant: fn(&GridCellView) -> bool| count_parts(&rows, &columns, is_meant);
    let (previous, next) = (sheet.period.previous(), sheet.period.next());
    let may = |period: Period| sheet.check(period).is_ok();
    let asked = rows
        .iter()
        .flat_map(|row| &row.cells)
        .filter(|cell| cell.query.is_some());
    Ok(GridView {
        grain: sheet.period.grain().into(),
        period: sheet.period.to_string(),
        period_words: period_words(words, sheet.period),
        previous: may(previous).then(|| previous.to_string()),
        next: may(next).then(|| next.to_string()),
        periods: choices(app, sheet)?,
        cells: count(|cell| !cell.closed),
        empty: count(|cell| !cell.closed && cell.numerator.is_empty()),
        to_confirm: u32::try_from(asked.count()).unwrap_or(u32::MAX),
        saved_at: saved_at(app)?,
        columns,
        rows,
    })
}

/// What stood in the cells that were put right.
fn replaced(
    read: Read<'_>,
    sheet: &Sheet,
    figures: &BTreeMap<(AdviserId, KpiId), Figure>,
) -> Result<BTreeMap<Cell, Figure>, AppError> {
    let mut stored = figures.values();
    if !stored.any(|figure| figure.status == FigureStatus::Corrected) {
        return Ok(BTreeMap::new());
    }
    let before = read.figures().replaced(sheet.period)?.into_iter();
    Ok(before.map(|before| (Cell::of(&before), before)).collect())
}

/// Numbers to be typed in the cells that are meant: two in a cell whose whole is typed too.
fn count_parts(
    rows: &[GridRowView],
    columns: &[GridColumnView],
    is_meant: fn(&GridCellView) -> bool,
) -> u32 {
    let cells = rows.iter().flat_map(|row| row.cells.iter().zip(columns));
    cells
        .filter(|(cell, column)| is_meant(cell) && !(column.early && cell.numerator.is_empty()))
        .map(|(_, column)| 1 + u32::from(column.denominator.is_some()))
        .sum()
}

/// Periods that can be chosen, newest first: twelve, or as far back as figures are kept where they reach back further.
fn choices(app: &App, sheet: &Sheet) -> Result<Vec<PeriodChoiceView>, AppError> {
    const AT_LEAST: usize = 12;
    let figures = app.store()?.read().figures();
    let mut choices = Vec::new();
    let mut period = Period::containing(sheet.period.grain(), sheet.today);
    let mut goes_on = true;
    loop {
        if choices.len() == AT_LEAST {
            goes_on = figures.reach_back_to(period.month())?;
        }
        let is_enough = !goes_on && period < sheet.period;
        if is_enough || sheet.check(period).is_err() {
            return Ok(choices);
        }
        choices.push(PeriodChoiceView {
            period: period.to_string(),
            words: period_words(app.words(), period),
        });
        period = period.previous();
    }
}

struct Shown<'a> {
    sheet: &'a Sheet,
    figures: BTreeMap<(AdviserId, KpiId), Figure>,
    asked: BTreeSet<Cell>,
    notes: BTreeMap<Cell, Note>,
    replaced: BTreeMap<Cell, Figure>,
    asking: Asking<'a>,
    words: &'a Words,
}

impl Shown<'_> {
    fn column(&self, entry: &KpiEntry) -> Option<GridColumnView> {
        let column = self.sheet.column_of(entry)?;
        let (numerator, denominator) = column.heads();
        Some(GridColumnView {
            kpi: entry.code.clone(),
            name: column.definition.name.as_str().to_owned(),
            numerator: numerator.to_owned(),
            denominator: denominator.map(str::to_owned),
            kind: column.definition.kind.into(),
            early: column.definition.waits(self.sheet.period, self.sheet.today),
        })
    }

    fn row(&self, adviser: &Adviser, id: Option<&PublicId>) -> Result<GridRowView, AppError> {
        Ok(GridRowView {
            adviser: id.map(ToString::to_string).unwrap_or_default(),
            alias: adviser.alias.reveal().to_owned(),
            cells: self.cells(adviser)?,
        })
    }

    fn cells(&self, adviser: &Adviser) -> Result<Vec<GridCellView>, AppError> {
        let closed = self.sheet.is_closed(adviser);
        let mut cells = Vec::with_capacity(self.sheet.kpis.len());
        for entry in &self.sheet.kpis {
            let Some(column) = self.sheet.column_of(entry) else {
                continue;
            };
            let figure = self.figures.get(&(adviser.id, entry.id));
            let (numerator, denominator) = figure
                .map(|figure| column.texts(figure.amount))
                .unwrap_or_default();
            let status = figure.map_or_else(|| self.sheet.status(), |figure| figure.status);
            cells.push(GridCellView {
                numerator,
                denominator,
                status: status.into(),
                query: match figure {
                    Some(figure) => self.query((adviser, entry), column, figure)?,
                    None => None,
                },
                closed,
                was: figure.and_then(|figure| self.was(column, figure)),
                note: figure.and_then(|figure| {
                    let note = self.notes.get(&Cell::of(figure))?;
                    Some(note.reveal().to_owned())
                }),
            });
        }
        Ok(cells)
    }

    /// What stood in a corrected cell before.
    fn was(&self, column: Column<'_>, figure: &Figure) -> Option<(String, String)> {
        let before = self.replaced.get(&Cell::of(figure));
        let before = before.filter(|_| figure.status == FigureStatus::Corrected)?;
        Some(column.texts(before.amount))
    }

    /// What is asked about a stored figure: an unusual value, or one typed before its period was over.
    fn query(
        &self,
        whose: (&Adviser, &KpiEntry),
        column: Column<'_>,
        figure: &Figure,
    ) -> Result<Option<String>, AppError> {
        if self.asked.contains(&Cell::of(figure)) {
            let question = self.asking.question(whose, figure.period, figure.amount)?;
            let alias = whose.0.alias.reveal();
            let said = question.map(|question| question.words(self.words, alias));
            return Ok(Some(said.unwrap_or_else(|| {
                plain_question(self.words, column, figure.amount)
            })));
        }
        let is_early = figure.status == FigureStatus::Provisional
            && self.sheet.status() == FigureStatus::Ok
            && figure.period.end() < self.sheet.today;
        let values = [
            ("value", Arg::from(column.texts(figure.amount).0)),
            ("period", Arg::from(period_words(self.words, figure.period))),
        ];
        Ok(is_early.then(|| self.words.say("figures-query-early", &values)))
    }
}

impl From<FigureStatus> for FigureStatusView {
    fn from(status: FigureStatus) -> Self {
        match status {
            FigureStatus::Ok => Self::Ok,
            FigureStatus::Provisional => Self::Provisional,
            FigureStatus::Disputed => Self::Disputed,
            FigureStatus::Corrected => Self::Corrected,
        }
    }
}
