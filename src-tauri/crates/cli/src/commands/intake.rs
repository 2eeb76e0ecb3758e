//! `inspect`, `import` and `undo-import`.

use super::read_text;
use crate::args::{Import, Kind, Secrets};
use crate::exit::Failure;
use crate::print::Manner;
use crate::session::{absolute, app, long, with_vault};
use app::intake::view::IntakeKindView;
use app::intake::{self, AskedIntake, ImportReport, InspectView, SavedMapping, Wanted};
use std::path::Path;

/// Says what an import of this file would meet, without a vault.
pub(super) fn inspect(
    file: &Path,
    kind: Option<Kind>,
    mapping: Option<&Path>,
    manner: Manner,
) -> Result<(), Failure> {
    let asked = AskedIntake {
        kind: kind.map(kind_view),
        mapping: saved(mapping)?,
        create_advisers: true,
        create_kpis: true,
    };
    let file = absolute(file);
    let mut app = app();
    let view = long(&mut app, |app| intake::inspect(&file, &asked, &app.job()))?;
    manner.answer(&view, file_lines);
    refused(&view)
}

/// Reads a spreadsheet in, or says what would happen.
pub(super) fn import(line: &Import, manner: Manner) -> Result<(), Failure> {
    let asked = AskedIntake {
        kind: line.kind.map(kind_view),
        mapping: saved(line.mapping.as_deref())?,
        create_advisers: line.create_advisers,
        create_kpis: line.create_kpis,
    };
    let wanted = if line.dry_run {
        Wanted::DryRun
    } else {
        Wanted::Import
    };
    let (file, rejects) = (absolute(&line.file), line.rejects.as_deref().map(absolute));
    let report = with_vault(&line.vault, &line.secrets, |app| {
        long(app, |app| {
            intake::import(app, &file, &asked, wanted, rejects.as_deref())
        })
    })?;
    manner.answer(&report, |report| report_lines(report, wanted));
    refused(&report.file)?;
    if wanted == Wanted::Import && report.batch.is_none() {
        return Err(Failure::Refused);
    }
    Ok(())
}

/// Takes a batch out whole.
pub(super) fn undo(
    vault: &Path,
    batch: u32,
    secrets: &Secrets,
    manner: Manner,
) -> Result<(), Failure> {
    let undone = with_vault(vault, secrets, |app| Ok(intake::undo_batch(app, batch)?))?;
    manner.answer(&undone, |undone| {
        let mut lines = vec![format!("Taken out: {} figures.", undone.removed)];
        lines.extend(
            undone
                .kept
                .iter()
                .map(|kept| format!("Kept, since it was changed later: {kept}")),
        );
        lines
    });
    Ok(())
}

fn kind_view(kind: Kind) -> IntakeKindView {
    match kind {
        Kind::Figures => IntakeKindView::Figures,
        Kind::Roster => IntakeKindView::Roster,
    }
}

fn saved(mapping: Option<&Path>) -> Result<SavedMapping, Failure> {
    match mapping {
        None => Ok(SavedMapping::default()),
        Some(path) => Ok(intake::parse_mapping(&read_text(path, "--mapping")?)?),
    }
}

fn refused(view: &InspectView) -> Result<(), Failure> {
    if view.error.is_some() {
        Err(Failure::InputRefused)
    } else {
        Ok(())
    }
}

pub(super) fn report_lines(report: &ImportReport, wanted: Wanted) -> Vec<String> {
    let mut lines = file_lines(&report.file);
    if report.file.error.is_none() {
        lines.push(format!(
            "New: {}. Same: {}. Changed: {}.",
            report.new, report.same, report.changed
        ));
        lines.push(match (wanted, report.batch) {
            (Wanted::DryRun, _) => "Nothing was written: this was a dry run.".to_owned(),
            (Wanted::Import, Some(batch)) => format!("Imported as batch {batch}."),
            (Wanted::Import, None) => "No row may come in, so nothing was written.".to_owned(),
        });
    }
    lines
}

fn file_lines(view: &InspectView) -> Vec<String> {
    if let Some(class) = &view.error {
        return vec![format!("The file is refused: {class}.")];
    }
    let mut lines = vec![format!(
        "Rows accepted: {}. Rows turned away: {}.",
        view.accepted, view.rejected
    )];
    if view.totals > 0 {
        lines.push(format!("Total rows left out: {}.", view.totals));
    }
    lines.extend(view.refused_columns.iter().map(|column| {
        format!(
            "Column “{}” is refused: {}, {} cells like {}.",
            column.heading, column.reason, column.cells, column.shape
        )
    }));
    lines.extend(view.rows.iter().take(20).map(|row| match &row.column {
        Some(column) => format!("Line {}, column “{column}”: {}.", row.line, row.reason),
        None => format!("Line {}: {}.", row.line, row.reason),
    }));
    if view.rows.len() > 20 {
        lines.push(format!(
            "And {} more; all of them with --json or --rejects.",
            view.rows.len() - 20
        ));
    }
    lines
}
