//! The import: rows read and judged first, then everything in one transaction. Whatever goes wrong, and whoever
//! presses Cancel, the vault is as it was.

use super::gather::{Keep, Packed, Remark};
use super::newcomers;
use super::reading::{
    Numbers, Prepared, Rows, check_foreign, during, prepare, small, survey_of, with_run,
};
use super::stop::Stop;
use super::totals::Offered;
use super::turned::Turned;
use super::{mapping, people, roster};
use crate::app::App;
use crate::error::AppError;
use crate::intake::view::{ImportedView, IntakeChoices, ReadIntake};
use crate::job::Job;
use crate::undo::{self, Change, Step, What};
use crate::view::{ProgressView, StageView};
use domain::text::Note;
use domain::total::Total;
use intake::{Choices, FileRefusal, IntakeError, IntakeKind, Progress, RejectedLine, Run, Survey};
use ring::digest::{Context, SHA256};
use std::io::Read as _;
use std::path::Path;
use std::sync::atomic::Ordering;
use store::batches::{BatchId, BatchKind, NewBatch, Rejection};
use store::figures::{Cell, Loaded};
use store::{Action, Read, Write};

/// Imports a chosen file.
pub fn run(app: &mut App, request: ReadIntake) -> Result<ImportedView, AppError> {
    let ReadIntake { file, choices } = request;
    let path = app.file(&file)?.to_path_buf();
    let job = app.job();
    let imported = during(&job, || {
        import_file(app, &path, &choices, Choices::default(), &job)
    })?;
    Ok(imported.view)
}

/// An import and what it knows beyond its view.
pub(super) struct Imported {
    pub(super) view: ImportedView,
    pub(super) loaded: Loaded,
    pub(super) survey: Survey,
    pub(super) turned: Turned,
}

/// What is known of a batch before its figures are loaded.
pub(super) struct Begun {
    pub(super) hash: [u8; 32],
    pub(super) kind: BatchKind,
}

pub(super) fn import_file(
    app: &mut App,
    path: &Path,
    choices: &IntakeChoices,
    further: Choices,
    job: &Job,
) -> Result<Imported, Stop> {
    check_foreign(app, path)?;
    let read = app.store()?.read();
    let found = survey_of(read, path, choices, further, job)?;
    let prepared = prepare(read, app.latest_day(), found, choices)?;
    if !prepared.survey.missing.is_empty() {
        return Err(FileRefusal::Header.into());
    }
    let hash = with_run(job, StageView::Checking, None, |run| hash_of(path, run))?;
    match prepared.survey.kind {
        IntakeKind::Figures => import_figures(app, prepared, hash, (choices, job)),
        IntakeKind::Roster => roster::import(app, prepared, hash, job),
    }
}

fn import_figures(
    app: &mut App,
    mut prepared: Prepared,
    hash: [u8; 32],
    (choices, job): (&IntakeChoices, &Job),
) -> Result<Imported, Stop> {
    let keep = if prepared.is_small() {
        Keep::All(prepared.room())
    } else {
        Keep::Count
    };
    let mut rows = prepared.read(keep, Turned::default(), job)?;
    let offered = offered(app.store()?.read(), &prepared, &mut rows, choices)?;
    if rows.tally.accepted == 0 && offered.is_empty() {
        return Err(Stop::Nothing(Box::new((prepared.survey, rows.turned))));
    }
    let words = app.words();
    let mut write = app.store_mut()?.write(Action::FiguresImported)?;
    let batch = begin(
        &mut write,
        &Begun {
            hash,
            kind: BatchKind::Figures,
        },
        (rows.tally.accepted, &rows.turned),
    )?;
    let count = rows.figures + count_of(&offered);
    let mut step = Step::new(What::Imported(small(count)));
    let numbers = newcomers::add(&mut write, &prepared.world, &rows, batch, words, &mut step)?;
    if choices.keep_names {
        people::keep_names(&mut write, &prepared.world, &rows, &mut step)?;
    }
    let totals: Vec<Total> = offered
        .iter()
        .filter_map(|one| one.numbered(&numbers.kpis))
        .collect();
    write.totals().add(batch, &totals)?;
    let loading = Loading::new(batch, job, rows.figures);
    let loaded = load_all(&mut prepared, &mut write, &mut rows, &numbers, loading)?;
    finish(write, &prepared, (batch, loaded), step, &rows.turned.lines)?;
    Ok(imported(
        batch,
        (rows.tally.accepted, loaded, count_of(&totals)),
        prepared.survey,
        rows.turned,
    ))
}

fn load_all(
    prepared: &mut Prepared,
    write: &mut Write<'_>,
    rows: &mut Rows,
    numbers: &Numbers,
    mut loading: Loading<'_>,
) -> Result<Loaded, Stop> {
    let remarks = new_remarks(write, numbers, std::mem::take(&mut rows.remarks))?;
    if prepared.is_small() {
        numbers.sort(&mut rows.kept);
        loading.load(write, &rows.kept)?;
    } else {
        let job = loading.job;
        read_in_chunks(prepared, write, numbers, &mut loading, job)?;
    }
    write_remarks(write, &remarks)?;
    Ok(loading.loaded)
}

fn count_of<T>(many: &[T]) -> u64 {
    u64::try_from(many.len()).unwrap_or(u64::MAX)
}

/// The totals that come in, if they are wanted; their KPIs are needed.
fn offered(
    read: Read<'_>,
    prepared: &Prepared,
    rows: &mut Rows,
    choices: &IntakeChoices,
) -> Result<Vec<Offered>, AppError> {
    if !choices.keep_totals {
        return Ok(Vec::new());
    }
    let offered = rows
        .totals
        .offer(read, &prepared.world, prepared.survey.grain)?;
    for one in &offered {
        if let Some(used) = rows.used_kpis.get_mut(one.place) {
            *used = true;
        }
    }
    Ok(offered)
}

pub(super) fn begin(
    write: &mut Write<'_>,
    begun: &Begun,
    (accepted, turned): (u64, &Turned),
) -> Result<BatchId, AppError> {
    Ok(write.batches().add(&NewBatch {
        kind: begun.kind,
        file_hash: begun.hash,
        accepted,
        rejected: turned.count,
    })?)
}

/// Everything that ends an import of whatever kind.
pub(super) fn finish(
    mut write: Write<'_>,
    prepared: &Prepared,
    (batch, loaded): (BatchId, Loaded),
    mut step: Step,
    lines: &[RejectedLine],
) -> Result<(), AppError> {
    write.batches().finish(batch, loaded)?;
    let rejections: Vec<Rejection> = lines.iter().map(rejection).collect();
    write.batches().reject(batch, &rejections)?;
    let known_kpis = prepared.known_kpis.clone();
    mapping::remember(&mut write, &prepared.survey.mapping(), known_kpis)?;
    // Turned back, the batch goes first, then what it stands on.
    step.add(Change::Batch { id: batch.0 });
    undo::record(&mut write, &step)?;
    write.object(i64::from(batch.0));
    write.count(loaded.new.saturating_add(loaded.changed));
    Ok(write.commit()?)
}

/// Line, column from 1 and rule; nothing of what the row holds (rulings 38).
fn rejection(line: &RejectedLine) -> Rejection {
    Rejection {
        line: line.line,
        column: line.column.map_or(0, |column| u32::from(column) + 1),
        rule: line.reason.number(),
    }
}

pub(super) fn imported(
    batch: BatchId,
    (accepted, loaded, team_totals): (u64, Loaded, u64),
    survey: Survey,
    turned: Turned,
) -> Imported {
    let view = ImportedView {
        batch: batch.0,
        accepted: small(accepted),
        rejected: small(turned.count),
        figures_new: small(loaded.new),
        figures_changed: small(loaded.changed),
        team_totals: small(team_totals),
    };
    Imported {
        view,
        loaded,
        survey,
        turned,
    }
}

/// A load under way.
struct Loading<'a> {
    batch: BatchId,
    job: &'a Job,
    total: u32,
    done: u64,
    loaded: Loaded,
}

/// Figures between two looks at the flag.
const EVERY: u64 = 4096;

impl<'a> Loading<'a> {
    fn new(batch: BatchId, job: &'a Job, figures: u64) -> Self {
        Self {
            batch,
            job,
            total: small(figures),
            done: 0,
            loaded: Loaded::default(),
        }
    }

    /// Loads sorted figures; stops soon after the flag is raised.
    fn load(&mut self, write: &mut Write<'_>, sorted: &[Packed]) -> Result<(), Stop> {
        let (job, total, done) = (self.job, self.total, &mut self.done);
        let goes_on = |_: &&Packed| {
            *done += 1;
            if !done.is_multiple_of(EVERY) {
                return true;
            }
            job.tell(ProgressView {
                stage: StageView::Writing,
                done: small(*done).min(total),
                total: Some(total),
            });
            !job.flag().load(Ordering::Relaxed)
        };
        let figures = sorted
            .iter()
            .take_while(goes_on)
            .filter_map(|packed| packed.figure());
        let loaded = write.figures().load(figures, self.batch)?;
        if job.flag().load(Ordering::Relaxed) {
            return Err(IntakeError::Cancelled.into());
        }
        self.loaded.new += loaded.new;
        self.loaded.same += loaded.same;
        self.loaded.changed += loaded.changed;
        Ok(())
    }
}

/// Reads a file that does not fit in memory a second time, now that its names have numbers.
fn read_in_chunks(
    prepared: &mut Prepared,
    write: &mut Write<'_>,
    numbers: &Numbers,
    loading: &mut Loading<'_>,
    job: &Job,
) -> Result<(), Stop> {
    let mut outcome = Ok(());
    let room = prepared.room();
    let mut hand_on = |figures: &mut Vec<Packed>| {
        if outcome.is_ok() {
            numbers.sort(figures);
            outcome = loading.load(write, figures);
        }
        if outcome.is_err() {
            job.cancel();
        }
    };
    let rows = prepared.read(Keep::Chunks(room, &mut hand_on), Turned::default(), job);
    // A chunk that failed raised the flag to stop the reading; its own error says more.
    let Rows { mut kept, .. } = match rows {
        Ok(rows) => rows,
        Err(error) => return outcome.and(Err(error)),
    };
    hand_on(&mut kept);
    outcome
}

/// Remarks at figures that come in new. One at a figure that is there already is left out: taking the import out
/// again could not bring the earlier one back.
fn new_remarks(
    write: &Write<'_>,
    numbers: &Numbers,
    remarks: Vec<Remark>,
) -> Result<Vec<(Cell, Box<str>)>, AppError> {
    let figures = write.read().figures();
    let mut new = Vec::new();
    for remark in remarks {
        let Some(cell) = numbers.cell(remark.key) else {
            continue;
        };
        if figures.figure(&cell)?.is_none() {
            new.push((cell, remark.text));
        }
    }
    Ok(new)
}

fn write_remarks(write: &mut Write<'_>, remarks: &[(Cell, Box<str>)]) -> Result<(), AppError> {
    for (cell, text) in remarks {
        if let Ok(note) = Note::parse(text) {
            write.figures().write_note(cell, Some(&note))?;
        }
    }
    Ok(())
}

/// SHA-256 of the file, which is all that is kept of it.
fn hash_of(path: &Path, run: &mut Run<'_>) -> Result<[u8; 32], IntakeError> {
    let mut file = std::fs::File::open(path).map_err(IntakeError::Disk)?;
    let mut bytes = 0;
    let mut context = Context::new(&SHA256);
    let mut chunk = vec![0; 256 * 1024];
    loop {
        let count = file.read(&mut chunk).map_err(IntakeError::Disk)?;
        if count == 0 {
            break;
        }
        bytes += u64::try_from(count).unwrap_or_default();
        run.look(Progress {
            rows: 0,
            bytes,
            of: None,
        })?;
        context.update(chunk.get(..count).unwrap_or_default());
    }
    let mut hash = [0; 32];
    for (byte, of) in hash.iter_mut().zip(context.finish().as_ref()) {
        *byte = *of;
    }
    Ok(hash)
}
