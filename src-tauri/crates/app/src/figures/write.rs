//! Writing cells: one is an edit, several are a paste, and either is one step to undo. What cannot be true is
//! turned away at its cell; everything else is saved, and the old value of a corrected figure is kept.

use crate::app::App;
use crate::error::AppError;
use crate::figures::exposure::Exposures;
use crate::figures::grid::{figures_of, show};
use crate::figures::sheet::Sheet;
use crate::figures::typed::Refused;
use crate::figures::usual::Asking;
use crate::figures::view::{CellText, RefusedCellView, WriteCells, WrittenView};
use crate::undo::{self, Change, Step, Stored, Turn, What};
use domain::figure::Figure;
use domain::kpi::KpiId;
use domain::team::{Adviser, AdviserId};
use domain::text::Note;
use std::collections::{BTreeMap, BTreeSet};
use store::Action;
use store::figures::{Cell, FiguresRead};
use store::team::PublicId;

/// Cells from which on the whole period is read at once, rather than each cell.
const MANY: usize = 64;

/// One cell about to change.
struct Planned {
    before: Option<Figure>,
    /// What stands there now, with its question and note.
    stood: Option<Stored>,
    after: Option<Figure>,
    asked: bool,
}

/// Writes cells; those refused keep what was stored.
pub fn write(app: &mut App, request: WriteCells) -> Result<WrittenView, AppError> {
    let WriteCells {
        grain,
        period,
        cells,
    } = request;
    let sheet = Sheet::load(app, grain, &period)?;
    let (planned, refused) = plan(app, &sheet, &cells)?;
    if !planned.is_empty() {
        save(app, &planned, cells.len())?;
    }
    Ok(WrittenView {
        grid: show(app, &sheet)?,
        refused,
    })
}

type Plan = BTreeMap<(AdviserId, KpiId), Planned>;

fn plan(
    app: &App,
    sheet: &Sheet,
    cells: &[CellText],
) -> Result<(Plan, Vec<RefusedCellView>), AppError> {
    let read = app.store()?.read();
    let ids = read.team().public_ids()?;
    let by_public: BTreeMap<PublicId, AdviserId> =
        ids.into_iter().map(|(id, public)| (public, id)).collect();
    let by_id: BTreeMap<AdviserId, &Adviser> =
        sheet.advisers.iter().map(|one| (one.id, one)).collect();
    let planning = Planning {
        sheet,
        figures: read.figures(),
        stored: if cells.len() < MANY {
            None
        } else {
            Some(figures_of(app, sheet)?)
        },
        queries: read.figures().queries(sheet.period)?.into_iter().collect(),
        notes: read.figures().notes(sheet.period)?.into_iter().collect(),
        exposures: Exposures::load(read)?,
        asking: Asking::load(read, sheet.today)?,
    };
    let (mut planned, mut refused) = (Plan::new(), Vec::new());
    for cell in cells {
        let public = cell.adviser.parse().map_err(|_| AppError::not_found())?;
        let id = *by_public.get(&public).ok_or_else(AppError::not_found)?;
        let outcome = match by_id.get(&id) {
            Some(adviser) => planning.cell(adviser, cell)?,
            None => Err(Refused::of("figures-closed")),
        };
        match outcome {
            Ok(Some((kpi, one))) => drop(planned.insert((id, kpi), one)),
            Ok(None) => {}
            Err(reason) => refused.push(RefusedCellView {
                adviser: cell.adviser.clone(),
                kpi: cell.kpi.clone(),
                reason: reason.words(app.words()),
            }),
        }
    }
    Ok((planned, refused))
}

struct Planning<'a> {
    sheet: &'a Sheet,
    figures: FiguresRead<'a>,
    /// All of the period, where many cells are written.
    stored: Option<BTreeMap<(AdviserId, KpiId), Figure>>,
    queries: BTreeSet<Cell>,
    notes: BTreeMap<Cell, Note>,
    exposures: Exposures,
    asking: Asking<'a>,
}

impl Planning<'_> {
    /// What writing one cell would do; nothing when it holds that already.
    fn cell(
        &self,
        adviser: &Adviser,
        cell: &CellText,
    ) -> Result<Result<Option<(KpiId, Planned)>, Refused>, AppError> {
        let (entry, column) = self
            .sheet
            .column(&cell.kpi)
            .ok_or_else(AppError::not_found)?;
        if self.sheet.is_closed(adviser) {
            return Ok(Err(Refused::of("figures-closed")));
        }
        if self.sheet.is_total(entry.id) {
            return Ok(Err(Refused::of("figures-total")));
        }
        let amount = match column.parse(&cell.numerator, &cell.denominator) {
            Ok(amount) => amount,
            Err(refused) => return Ok(Err(refused)),
        };
        let before = self.before(adviser.id, entry.id)?;
        let Some(mut amount) = amount else {
            let cleared = before.map(|_| Planned {
                before,
                stood: self.stood(before),
                after: None,
                asked: false,
            });
            return Ok(Ok(cleared.map(|planned| (entry.id, planned))));
        };
        // An exposure that is there was worked out then, or reported; only a new figure gets today's.
        amount.exposure = match before {
            Some(before) => before.amount.exposure,
            None => self
                .exposures
                .of(adviser, column.definition, self.sheet.period),
        };
        if before.is_some_and(|before| before.amount == amount) {
            return Ok(Ok(None));
        }
        let question = self
            .asking
            .question((adviser, entry), self.sheet.period, amount)?;
        let after = Figure {
            adviser: adviser.id,
            kpi: entry.id,
            period: self.sheet.period,
            amount,
            status: self.sheet.status().over(before.map(|before| before.status)),
        };
        let planned = Planned {
            before,
            stood: self.stood(before),
            after: Some(after),
            asked: question.is_some(),
        };
        Ok(Ok(Some((entry.id, planned))))
    }

    /// What is stored in a cell.
    fn before(&self, adviser: AdviserId, kpi: KpiId) -> Result<Option<Figure>, AppError> {
        let period = self.sheet.period;
        let cell = Cell {
            adviser,
            kpi,
            period,
        };
        Ok(match &self.stored {
            Some(stored) => stored.get(&(adviser, kpi)).copied(),
            None => self.figures.figure(&cell)?,
        })
    }

    /// A stored figure with what belongs to it; only what is stored can have a question or a note.
    fn stood(&self, before: Option<Figure>) -> Option<Stored> {
        let before = before?;
        let cell = Cell::of(&before);
        let (asked, note) = (self.queries.contains(&cell), self.notes.get(&cell));
        Some(Stored::of(before.amount, before.status, asked, note))
    }
}

fn save(app: &mut App, planned: &Plan, typed: usize) -> Result<(), AppError> {
    let count = u32::try_from(planned.len()).unwrap_or(u32::MAX);
    let is_clearing = planned.values().all(|one| one.after.is_none());
    let mut step = Step::new(match (is_clearing, typed) {
        (true, _) => What::FiguresCleared(count),
        (false, 1) => What::FigureTyped,
        (false, _) => What::FiguresPasted(count),
    });
    let mut write = app.store_mut()?.write(Action::FiguresWritten)?;
    for ((adviser, kpi), one) in planned {
        step.about(*adviser, change_of(*kpi, one));
    }
    write
        .figures()
        .put_all(planned.values().filter_map(|one| one.after))?;
    for one in planned.values() {
        match (one.before, one.after) {
            (Some(before), None) => drop(write.figures().clear(&Cell::of(&before))?),
            (_, Some(after)) if one.asked => write.figures().ask(&Cell::of(&after))?,
            (_, Some(_)) | (None, None) => {}
        }
    }
    let people: BTreeSet<AdviserId> = planned.keys().map(|(adviser, _)| *adviser).collect();
    if let (Some(adviser), 1) = (people.first(), people.len()) {
        write.about(*adviser);
    }
    write.count(u64::from(count));
    undo::record(&mut write, &step)?;
    Ok(write.commit()?)
}

fn change_of(kpi: KpiId, one: &Planned) -> Change {
    let period = one.before.or(one.after).map(|figure| figure.period);
    let before = one.stood.clone();
    let note = before.as_ref().and_then(|before| before.note.clone());
    let after = one.after.map(|figure| Stored {
        note,
        ..Stored::of(figure.amount, figure.status, one.asked, None)
    });
    Change::Figure {
        kpi: kpi.0,
        period: period.map_or(0, domain::period::Period::key),
        turn: Turn { before, after },
    }
}
