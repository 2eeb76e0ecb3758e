//! The way that a dry run and an import have in common: open, look through, match names, read rows into packed
//! figures. A dry run is the import without its last step, so that the two cannot disagree.

use super::gather::{CHUNK, Gather, Keep, Packed, Remark, parts_of};
use super::known::{self, Missing};
use super::stop::Stop;
use super::totals::Totals;
use super::turned::Turned;
use super::world::{Kept, World};
use super::{convert, mapping, pairs, people};
use crate::app::App;
use crate::intake::view::{IntakeChoices, KnownKpi};
use crate::job::Job;
use crate::view::{ProgressView, StageView};
use chrono::NaiveDate;
use domain::kpi::KpiId;
use domain::team::AdviserId;
use intake::{Choices, FileRefusal, IntakeError, Limits, Progress, Run, Source, Survey, Tally};
use std::path::Path;
use store::Read;
use store::figures::Cell;
use vault::place::resolve;

/// A file looked through, with its names matched.
pub(super) struct Prepared {
    pub(super) source: Source,
    pub(super) survey: Survey,
    pub(super) world: World,
    /// KPIs of the file taken for known ones, now or for an earlier file.
    pub(super) known_kpis: Vec<KnownKpi>,
}

/// A file looked through.
pub(super) struct Found {
    source: Source,
    survey: Survey,
    known_kpis: Vec<KnownKpi>,
}

/// Refuses the open vault itself and what lies with it: closing a second handle on it would drop its locks.
pub(super) fn check_foreign(app: &App, path: &Path) -> Result<(), Stop> {
    let vault = resolve(&app.session()?.path);
    let file = resolve(path);
    let name = |path: &Path| {
        path.file_name()
            .map(|name| name.to_string_lossy().into_owned())
    };
    let is_beside = file.parent() == vault.parent();
    let is_named = name(&vault)
        .zip(name(&file))
        .is_some_and(|(vault, file)| file.starts_with(&vault));
    if is_beside && is_named {
        return Err(FileRefusal::NotThisType.into());
    }
    Ok(())
}

/// Opens a file and looks through it, with what an earlier file of its shape was told.
pub(super) fn survey_of(
    read: Read<'_>,
    path: &Path,
    choices: &IntakeChoices,
    further: Choices,
    job: &Job,
) -> Result<Found, Stop> {
    let mut source = with_run(job, StageView::Reading, None, |run| {
        Source::open(path, Limits::default(), run)
    })?;
    let vault = read.kpis().all()?;
    let said = &choices.known_kpis;
    let mut known_kpis = known::with_earlier(said.clone(), Vec::new());
    let mut choices = Choices {
        synonyms: further.synonyms,
        known_kpis: known::names(&vault, &known_kpis),
        pairs: pairs::pairs(&vault),
        ..convert::choices_of(choices, Vec::new())
    };
    let shape = with_run(job, StageView::Reading, None, |run| {
        intake::shape(&mut source, &choices, run)
    })?;
    if let Some((mapping, earlier)) = mapping::recall(read, &shape)? {
        choices.remembered = vec![mapping];
        known_kpis = known::with_earlier(said.clone(), earlier);
        choices.known_kpis = known::names(&vault, &known_kpis);
    }
    let survey = with_run(job, StageView::Reading, None, |run| {
        intake::survey(&mut source, &choices, run)
    })?;
    match survey.refusal {
        Some(refusal) => Err(refusal.into()),
        None => Ok(Found {
            source,
            survey,
            known_kpis,
        }),
    }
}

/// Matches the names of a file with those of the vault.
pub(super) fn prepare(
    read: Read<'_>,
    today: NaiveDate,
    Found {
        source,
        mut survey,
        known_kpis,
    }: Found,
    choices: &IntakeChoices,
) -> Result<Prepared, Stop> {
    let roster = read.team().advisers()?;
    let people = people::people(
        &survey.advisers,
        roster,
        &choices.known_advisers,
        Missing::of(choices.create_advisers),
    );
    let kpis = known::kpis(
        &mut survey,
        &read.kpis().all()?,
        &known_kpis,
        Missing::of(choices.create_kpis),
    )?;
    let world = World::new(&survey, people, kpis, Some(Kept::load(read, today)?));
    Ok(Prepared {
        source,
        survey,
        world,
        known_kpis,
    })
}

/// What came of reading the rows.
pub(super) struct Rows {
    pub(super) tally: Tally,
    pub(super) turned: Turned,
    pub(super) kept: Vec<Packed>,
    pub(super) remarks: Vec<Remark>,
    pub(super) used_advisers: Vec<bool>,
    pub(super) used_kpis: Vec<bool>,
    pub(super) figures: u64,
    pub(super) expired: u64,
    pub(super) totals: Totals,
}

impl Prepared {
    /// Figures that may come out of the file.
    pub(super) fn figures(&self) -> usize {
        let figures: u64 = self.survey.kpis.iter().map(|kpi| kpi.figures).sum();
        usize::try_from(figures).unwrap_or(usize::MAX)
    }

    /// Whether all of them fit in memory at once.
    pub(super) fn is_small(&self) -> bool {
        self.figures() <= CHUNK
    }

    /// Room for the figures of one chunk.
    pub(super) fn room(&self) -> Vec<Packed> {
        Vec::with_capacity(self.figures().min(CHUNK))
    }

    /// Reads the rows.
    pub(super) fn read<'a>(
        &'a mut self,
        keep: Keep<'a>,
        turned: Turned,
        job: &Job,
    ) -> Result<Rows, Stop> {
        let total = Some(small(self.survey.rows));
        let (source, survey) = (&mut self.source, &self.survey);
        let mut gather = Gather::new(&mut self.world, keep, turned);
        let tally = with_run(job, StageView::Checking, total, |run| {
            intake::read(source, survey, &mut gather, run)
        })?;
        if gather.is_over {
            return Err(FileRefusal::TooLarge.into());
        }
        let kept = match gather.keep {
            Keep::Count => Vec::new(),
            Keep::All(kept) | Keep::Chunks(kept, _) => kept,
        };
        Ok(Rows {
            tally,
            turned: gather.turned,
            kept,
            remarks: gather.remarks,
            used_advisers: gather.used_advisers,
            used_kpis: gather.used_kpis,
            figures: gather.figures,
            expired: gather.expired,
            totals: gather.totals,
        })
    }
}

/// The numbers that places in the file have in the vault.
#[derive(Debug, Clone)]
pub(super) struct Numbers {
    pub(super) advisers: Vec<AdviserId>,
    pub(super) kpis: Vec<KpiId>,
}

impl Numbers {
    /// Gives figures the numbers of the vault and sorts them as it stores them.
    pub(super) fn sort(&self, figures: &mut [Packed]) {
        for figure in figures.iter_mut() {
            *figure = self.renumber(*figure);
        }
        figures.sort_unstable_by_key(|figure| figure.key());
    }

    /// The cell of the vault that a key of the file means.
    pub(super) fn cell(&self, key: u64) -> Option<Cell> {
        let (adviser, kpi, period) = parts_of(key)?;
        Some(Cell {
            adviser: *self.advisers.get(usize::try_from(adviser).ok()?)?,
            kpi: *self.kpis.get(usize::try_from(kpi).ok()?)?,
            period,
        })
    }

    fn renumber(&self, figure: Packed) -> Packed {
        let (adviser, kpi) = figure.places();
        let adviser = usize::try_from(adviser)
            .ok()
            .and_then(|place| self.advisers.get(place));
        let kpi = usize::try_from(kpi)
            .ok()
            .and_then(|place| self.kpis.get(place));
        match (adviser, kpi) {
            (Some(adviser), Some(kpi)) => figure.renumbered(*adviser, *kpi),
            (None, _) | (_, None) => figure,
        }
    }
}

/// Runs a stretch of work that can be cancelled, and tells how far it is.
pub(super) fn with_run<T>(
    job: &Job,
    stage: StageView,
    total: Option<u32>,
    work: impl FnOnce(&mut Run<'_>) -> Result<T, IntakeError>,
) -> Result<T, Stop> {
    let mut tick = |progress: Progress| {
        let done = small(progress.rows);
        job.tell(ProgressView { stage, done, total });
    };
    let steady = || job.steady();
    let mut run = Run::new(job.flag(), &steady, &mut tick);
    Ok(work(&mut run)?)
}

/// Does a job from beginning to end; it is over whatever comes of it.
pub(super) fn during<T>(job: &Job, work: impl FnOnce() -> Result<T, Stop>) -> Result<T, Stop> {
    job.begin(ProgressView {
        stage: StageView::Reading,
        done: 0,
        total: None,
    });
    let result = work();
    job.end();
    result
}

/// A count as screens take it.
pub(super) fn small(count: u64) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}
