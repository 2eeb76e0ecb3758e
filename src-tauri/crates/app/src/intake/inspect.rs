//! What the terminal says of an input file (cli.md): with a vault what an import does, without one what any import
//! would meet. The rows turned away are named by line and reason; what they hold is never said (rulings 38).

use super::gather::{Gather, Keep};
use super::known::{self, Missing};
use super::plan::plan_file;
use super::reading::{during, with_run};
use super::run::import_file;
use super::stop::Stop;
use super::turned::Turned;
use super::world::World;
use super::{convert, files, pairs, people, roster};
use crate::app::App;
use crate::error::{AppError, ErrorCode};
use crate::intake::view::{
    DateOrderView, IntakeChoices, IntakeKindView, KnownAdviser, KnownKpi, MeaningView,
};
use crate::job::Job;
use crate::kpis::view::GrainView;
use crate::view::StageView;
use intake::{
    Choices, Column, FileRefusal, IntakeError, IntakeKind, Limits, Meaning, RefusedColumn,
    RejectedLine, Run, Source, Survey,
};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::path::Path;
use store::figures::Loaded;

/// A saved mapping: what headings mean here, and what else a person would be asked.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct SavedMapping {
    /// What the file is read as.
    pub kind: Option<IntakeKindView>,
    /// The sheet of a workbook.
    pub sheet: Option<String>,
    /// The order of dates.
    pub date_order: Option<DateOrderView>,
    /// What each date stands for, where periods are written as dates.
    pub grain: Option<GrainView>,
    /// Meanings by heading.
    pub columns: BTreeMap<String, MeaningView>,
    /// KPIs of the file taken for known ones: name in the file, code.
    pub kpis: BTreeMap<String, String>,
    /// Names of the file taken for advisers: name in the file, alias.
    pub advisers: BTreeMap<String, String>,
}

/// How the terminal asks for a file to be read.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct AskedIntake {
    /// What to read it as; guessed when nothing.
    pub kind: Option<IntakeKindView>,
    /// A saved mapping.
    pub mapping: SavedMapping,
    /// Whether advisers not on the roster are added.
    pub create_advisers: bool,
    /// Whether KPIs not known are added.
    pub create_kpis: bool,
    /// Whether the team's totals of months past keeping are kept, where they may be.
    pub keep_totals: bool,
}

/// A column as read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct InspectedColumn {
    /// Its heading; masked when it looks like an identifier.
    pub heading: String,
    /// What it is taken to mean.
    pub meaning: MeaningView,
}

/// A column turned away.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct InspectedRefusal {
    /// Its heading; masked when it looks like an identifier.
    pub heading: String,
    /// What it looks like, as a code.
    pub reason: String,
    /// Cells that match.
    pub cells: u64,
    /// The pattern of one cell.
    pub shape: String,
}

/// A row turned away.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct InspectedRow {
    /// Its line in the file, from 1.
    pub line: u32,
    /// The heading of the column to blame.
    pub column: Option<String>,
    /// Why, as a code.
    pub reason: String,
}

/// What a file holds. Of very many rejected rows, the first ten thousand are listed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct InspectView {
    /// Rows accepted.
    pub accepted: u64,
    /// Rows turned away.
    pub rejected: u64,
    /// Why the whole file is refused, as a class of cli.md.
    pub error: Option<String>,
    /// What it is read as.
    pub kind: Option<IntakeKindView>,
    /// The sheets of a workbook that can be seen; one of them is read, the first or the one that a mapping names.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub sheets: Vec<String>,
    /// Total rows recognised and left out.
    pub totals: u64,
    /// Cells with a formula, of which the stored value was read.
    pub formulas: u64,
    /// Columns.
    pub columns: Vec<InspectedColumn>,
    /// Columns turned away.
    pub refused_columns: Vec<InspectedRefusal>,
    /// Rows turned away.
    pub rows: Vec<InspectedRow>,
}

/// What an import did, or would do.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ImportReport {
    /// What the file holds.
    #[serde(flatten)]
    pub file: InspectView,
    /// The batch's number; nothing for a dry run or a refused file.
    pub batch: Option<u32>,
    /// Figures, or advisers, that are new.
    pub new: u64,
    /// Figures, or advisers, that were there already.
    pub same: u64,
    /// Figures, or advisers, that are changed.
    pub changed: u64,
    /// Totals of the team kept; for a dry run, those that may be.
    pub team_totals: u64,
}

/// What the terminal wants with a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Wanted {
    /// To know what would happen.
    DryRun,
    /// To have it in the vault.
    Import,
}

/// Reads a saved mapping.
pub fn parse_mapping(json: &str) -> Result<SavedMapping, AppError> {
    serde_json::from_str(json)
        .map_err(|_| AppError::said(ErrorCode::IntakeRefused, "intake-mapping-form", &[]))
}

/// Looks at a file without a vault: nothing is too early or too late, and every name is welcome. A file that is
/// refused as a whole is an answer, not an error.
pub fn inspect(path: &Path, asked: &AskedIntake, job: &Job) -> Result<InspectView, AppError> {
    let look = |run: &mut Run<'_>| look(path, asked, run);
    match during(job, || with_run(job, StageView::Reading, None, look)) {
        Ok(view) => Ok(view),
        Err(Stop::Refused(refusal)) => Ok(refused(refusal)),
        Err(other) => Err(other.into()),
    }
}

fn look(path: &Path, asked: &AskedIntake, run: &mut Run<'_>) -> Result<InspectView, IntakeError> {
    let mut source = Source::open(path, Limits::default(), run)?;
    let chosen = choices_of(asked);
    let choices = Choices {
        synonyms: synonyms(&asked.mapping),
        known_kpis: known::names(&[], &chosen.known_kpis),
        pairs: pairs::pairs(&[]),
        ..convert::choices_of(&chosen, Vec::new())
    };
    let mut survey = intake::survey(&mut source, &choices, run)?;
    if let Some(refusal) = survey.refusal {
        return Err(refusal.into());
    }
    let mut world = bare(&mut survey, asked)?;
    let (accepted, turned) = match survey.kind {
        IntakeKind::Figures => {
            let mut gather = Gather::new(&mut world, Keep::Count, Turned::default());
            let tally = intake::read(&mut source, &survey, &mut gather, run)?;
            (tally.accepted, gather.turned)
        }
        IntakeKind::Roster => {
            let mut lines = roster::Lines::new(&world, Turned::default());
            let tally = intake::read(&mut source, &survey, &mut lines, run)?;
            (tally.accepted, lines.turned)
        }
    };
    Ok(view_of(&survey, accepted, &turned))
}

/// A world without a vault: kinds of KPIs come from the library, or are guessed.
fn bare(survey: &mut Survey, asked: &AskedIntake) -> Result<World, IntakeError> {
    let chosen = choices_of(asked);
    let said = &chosen.known_advisers;
    let people = people::people(&survey.advisers, Vec::new(), said, Missing::Add);
    let kpis = known::kpis(survey, &[], &chosen.known_kpis, Missing::Add);
    // Only a saved mapping can give a KPI a name that is none.
    let kpis = kpis.map_err(|_| FileRefusal::Header)?;
    Ok(World::new(survey, people, kpis, None))
}

/// Imports a file, or says what would happen. A file that is refused as a whole, or of which no row may come in, is
/// an answer, not an error. `rejects` gets the rows turned away.
pub fn import(
    app: &mut App,
    path: &Path,
    asked: &AskedIntake,
    wanted: Wanted,
    rejects: Option<&Path>,
) -> Result<ImportReport, AppError> {
    let job = app.job();
    let choices = choices_of(asked);
    let further = || Choices {
        synonyms: synonyms(&asked.mapping),
        ..Choices::default()
    };
    let outcome = during(&job, || match wanted {
        Wanted::DryRun => {
            let planned = plan_file(app, path, &choices, further(), &job)?;
            if !planned.survey.missing.is_empty() {
                return Err(FileRefusal::Header.into());
            }
            let file = view_of(
                &planned.survey,
                planned.counted.accepted,
                &planned.counted.turned,
            );
            let totals = planned.counted.team_totals;
            Ok(report(file, None, (planned.counted.loaded, totals)))
        }
        Wanted::Import => {
            let imported = import_file(app, path, &choices, further(), &job)?;
            let file = view_of(
                &imported.survey,
                u64::from(imported.view.accepted),
                &imported.turned,
            );
            let totals = u64::from(imported.view.team_totals);
            let batch = Some(imported.view.batch);
            Ok(report(file, batch, (imported.loaded, totals)))
        }
    });
    let report = match outcome {
        Ok(report) => report,
        Err(Stop::Refused(refusal)) => report(refused(refusal), None, Default::default()),
        Err(Stop::Nothing(read)) => report(view_of(&read.0, 0, &read.1), None, Default::default()),
        Err(Stop::Failed(error)) => return Err(error),
    };
    if let Some(to) = rejects.filter(|_| report.file.rejected > 0) {
        during(&job, || {
            files::write_rejects(app, (path, to), &choices, further(), &job)
        })?;
    }
    Ok(report)
}

fn report(
    file: InspectView,
    batch: Option<u32>,
    (loaded, team_totals): (Loaded, u64),
) -> ImportReport {
    ImportReport {
        file,
        batch,
        new: loaded.new,
        same: loaded.same,
        changed: loaded.changed,
        team_totals,
    }
}

fn refused(refusal: FileRefusal) -> InspectView {
    InspectView {
        accepted: 0,
        rejected: 0,
        error: Some(refusal.class().to_owned()),
        kind: None,
        sheets: Vec::new(),
        totals: 0,
        formulas: 0,
        columns: Vec::new(),
        refused_columns: Vec::new(),
        rows: Vec::new(),
    }
}

fn view_of(survey: &Survey, accepted: u64, turned: &Turned) -> InspectView {
    let column = |column: &Column| InspectedColumn {
        heading: column.heading.clone(),
        meaning: column.meaning.clone().into(),
    };
    let refusal = |refused: &RefusedColumn| InspectedRefusal {
        heading: refused.heading.clone(),
        reason: refused.detector.code().to_owned(),
        cells: refused.cells,
        shape: refused.shape.clone(),
    };
    let row = |line: &RejectedLine| {
        let column = line
            .column
            .and_then(|column| survey.columns.get(usize::from(column)));
        InspectedRow {
            line: line.line,
            column: column.map(|column| column.heading.clone()),
            reason: line.reason.code().to_owned(),
        }
    };
    InspectView {
        accepted,
        rejected: turned.count,
        error: None,
        kind: Some(survey.kind.into()),
        sheets: survey.sheets.clone(),
        totals: survey.totals,
        formulas: survey.formulas,
        columns: survey.columns.iter().map(column).collect(),
        refused_columns: survey.refused.iter().map(refusal).collect(),
        rows: turned.lines.iter().map(row).collect(),
    }
}

fn choices_of(asked: &AskedIntake) -> IntakeChoices {
    let known = asked.mapping.kpis.iter();
    let advisers = asked.mapping.advisers.iter();
    IntakeChoices {
        kind: asked.kind.or(asked.mapping.kind),
        sheet: asked.mapping.sheet.clone(),
        date_order: asked.mapping.date_order,
        grain: asked.mapping.grain,
        create_advisers: asked.create_advisers,
        create_kpis: asked.create_kpis,
        keep_totals: asked.keep_totals,
        known_kpis: known
            .map(|(name, code)| KnownKpi {
                name: name.clone(),
                code: code.clone(),
            })
            .collect(),
        known_advisers: advisers
            .map(|(name, alias)| KnownAdviser {
                name: name.clone(),
                alias: alias.clone(),
            })
            .collect(),
        ..IntakeChoices::default()
    }
}

fn synonyms(mapping: &SavedMapping) -> Vec<(String, Meaning)> {
    mapping
        .columns
        .iter()
        .map(|(heading, meaning)| (heading.clone(), meaning.clone().into()))
        .collect()
}
