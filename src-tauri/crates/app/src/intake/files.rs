//! Files that the import wizard reads or writes besides the import itself.

use super::reading::{during, prepare, survey_of, with_run};
use super::stop::Stop;
use super::turned::Turned;
use super::{gather, roster, say};
use crate::app::App;
use crate::error::{AppError, ErrorCode};
use crate::files;
use crate::intake::view::{IntakeChoices, IntakeFileView, IntakeKindView, ReadIntake};
use crate::job::Job;
use crate::releases::view::FileWrittenView;
use crate::view::StageView;
use intake::templates::{Template, template};
use intake::{Choices, FileRefusal, IntakeKind, RejectedLine, Run};
use std::path::{Path, PathBuf};
use words::Arg;

/// Takes the file that was chosen in the system's dialog.
pub fn choose_file(app: &mut App, path: PathBuf) -> Result<IntakeFileView, AppError> {
    let name = path
        .file_name()
        .map(|name| name.to_string_lossy().into_owned());
    let name = name.ok_or_else(|| AppError::from(FileRefusal::SpecialFile))?;
    Ok(IntakeFileView {
        file: app.keep_file(path)?,
        name,
    })
}

/// The name under which a template is offered.
pub fn template_name(app: &mut App, kind: IntakeKindView) -> Result<String, AppError> {
    let key = match kind {
        IntakeKindView::Figures => "intake-template-figures",
        IntakeKindView::Roster => "intake-template-roster",
    };
    Ok(app.words().say(key, &[]))
}

/// Writes an empty table to fill in.
pub fn save_template(
    _: &mut App,
    kind: IntakeKindView,
    path: &Path,
) -> Result<FileWrittenView, AppError> {
    let kind = match kind {
        IntakeKindView::Figures => Template::FiguresLong,
        IntakeKindView::Roster => Template::Roster,
    };
    files::write(path, template(kind).as_bytes())
}

/// The name under which rejected rows are offered: that of the file may hold a person's name.
pub fn rejects_name(app: &mut App, request: &ReadIntake) -> Result<String, AppError> {
    app.file(&request.file)?;
    let day = app.today().to_string();
    let words = app.words();
    Ok(words.say("intake-rejects-name", &[("day", Arg::from(day))]))
}

/// Writes the rows that would be turned away, in the layout of the file, with the reason.
pub fn save_rejects(
    app: &mut App,
    request: ReadIntake,
    path: &Path,
) -> Result<FileWrittenView, AppError> {
    let ReadIntake { file, choices } = request;
    let source = app.file(&file)?.to_path_buf();
    let job = app.job();
    Ok(during(&job, || {
        write_rejects(app, (&source, path), &choices, Choices::default(), &job)
    })?)
}

pub(super) fn write_rejects(
    app: &App,
    (from, to): (&Path, &Path),
    choices: &IntakeChoices,
    further: Choices,
    job: &Job,
) -> Result<FileWrittenView, Stop> {
    let read = app.store()?.read();
    let found = survey_of(read, from, choices, further, job)?;
    let mut prepared = prepare(read, app.latest_day(), found, choices)?;
    let turned = match prepared.survey.kind {
        IntakeKind::Figures => {
            prepared
                .read(gather::Keep::Count, Turned::of_all(), job)?
                .turned
        }
        IntakeKind::Roster => roster::turned(&mut prepared, Turned::of_all(), job)?,
    };
    if turned.count == 0 {
        return Err(AppError::said(ErrorCode::NotFound, "intake-no-rejects", &[]).into());
    }
    let words = app.words();
    let (source, survey) = (&mut prepared.source, &prepared.survey);
    let say = |line: &RejectedLine| say::line(words, survey, line);
    let written = files::write_with(to, |out| {
        let write = |run: &mut Run<'_>| {
            intake::write_rejects(source, survey, &turned.lines, &say, out, run)
        };
        Ok(with_run(job, StageView::Writing, None, write)?)
    });
    Ok(written?)
}
