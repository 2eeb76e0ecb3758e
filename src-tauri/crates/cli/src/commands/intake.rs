//! `inspect`, `import` and `undo-import`.

use super::read_text;
use crate::args::{Import, Kind, Secrets};
use crate::exit::Failure;
use crate::print::Manner;
use crate::session::{app, input, long, new_file, unknown, with_vault};
use crate::words::{count, plain, tell};
use app::intake::view::IntakeKindView;
use app::intake::{
    self, AskedIntake, ImportReport, InspectView, InspectedRefusal, InspectedRow, SavedMapping,
    Wanted,
};
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
        keep_totals: false,
    };
    let file = input(file, "FILE")?;
    let mut app = app();
    let view = long(&mut app, |app| intake::inspect(&file, &asked, &app.job()))?;
    if view.error.is_some() {
        manner.refusal("intake_refused", &view, file_lines);
        return Err(Failure::InputRefused);
    }
    manner.answer(&view, file_lines);
    Ok(())
}

/// Reads a spreadsheet in, or says what would happen.
pub(super) fn import(line: &Import, manner: Manner) -> Result<(), Failure> {
    let asked = AskedIntake {
        kind: line.kind.map(kind_view),
        mapping: saved(line.mapping.as_deref())?,
        create_advisers: line.more.create_advisers,
        create_kpis: line.more.create_kpis,
        keep_totals: line.more.keep_totals,
    };
    let wanted = if line.dry_run {
        Wanted::DryRun
    } else {
        Wanted::Import
    };
    let file = input(&line.file, "FILE")?;
    let rejects = line.rejects.as_deref().map(new_file).transpose()?;
    let report = with_vault(&line.vault, &line.secrets, manner, |app| {
        long(app, |app| {
            intake::import(app, &file, &asked, wanted, rejects.as_deref())
        })
    })?;
    let lines = |report: &ImportReport| report_lines(report, wanted);
    if report.file.error.is_some() {
        manner.refusal("intake_refused", &report, lines);
        return Err(Failure::InputRefused);
    }
    let is_nothing = match wanted {
        Wanted::Import => report.batch.is_none(),
        Wanted::DryRun => report.file.accepted == 0 && report.team_totals == 0,
    };
    if is_nothing {
        manner.refusal("rule_refused", &report, lines);
        return Err(Failure::Refused);
    }
    manner.answer(&report, lines);
    Ok(())
}

/// Takes a batch out whole.
pub(super) fn undo(
    vault: &Path,
    batch: u32,
    secrets: &Secrets,
    manner: Manner,
) -> Result<(), Failure> {
    let undone = with_vault(vault, secrets, manner, |app| {
        Ok(intake::undo_batch(app, batch)?)
    })
    .map_err(|failure| unknown(failure, "terminal-unknown-batch"))?;
    manner.answer(&undone, |undone| {
        let kept = |what: &String| tell("terminal-kept", &[("what", what)]);
        let removed = ("count", u64::from(undone.removed));
        std::iter::once(count("terminal-taken-out", removed, &[]))
            .chain(undone.kept.iter().map(kept))
            .collect()
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
        Some(path) => intake::parse_mapping(&read_text(path, "--mapping")?)
            .map_err(|error| Failure::Usage(error.message)),
    }
}

pub(super) fn report_lines(report: &ImportReport, wanted: Wanted) -> Vec<String> {
    let mut lines = file_lines(&report.file);
    if report.file.error.is_none() {
        let ImportReport {
            new,
            same,
            changed,
            team_totals,
            ..
        } = report;
        lines.push(tell(
            "terminal-counts",
            &[("new", new), ("same", same), ("changed", changed)],
        ));
        if *team_totals > 0 {
            let key = match wanted {
                Wanted::DryRun => "terminal-team-totals-offered",
                Wanted::Import => "terminal-team-totals",
            };
            lines.push(tell(key, &[("count", team_totals)]));
        }
        lines.push(match (wanted, report.batch) {
            (Wanted::DryRun, _) => plain("terminal-dry-run"),
            (Wanted::Import, Some(batch)) => tell("terminal-imported", &[("batch", &batch)]),
            (Wanted::Import, None) => plain("terminal-no-row"),
        });
    }
    lines
}

/// Rows that are named before the rest is only counted.
const NAMED: usize = 20;

fn file_lines(view: &InspectView) -> Vec<String> {
    if let Some(class) = &view.error {
        let why = plain(&format!("error-file-{class}"));
        return vec![tell("terminal-refused", &[("class", class), ("why", &why)])];
    }
    let (accepted, rejected) = (&view.accepted, &view.rejected);
    let mut lines = vec![tell(
        "terminal-rows",
        &[("accepted", accepted), ("rejected", rejected)],
    )];
    for (key, count) in [
        ("terminal-totals", view.totals),
        ("terminal-formulas", view.formulas),
    ] {
        if count > 0 {
            lines.push(tell(key, &[("count", &count)]));
        }
    }
    if view.sheets.len() > 1 {
        let sheets = view.sheets.join(", ");
        lines.push(tell("terminal-sheets", &[("sheets", &sheets)]));
    }
    lines.extend(view.refused_columns.iter().map(column_line));
    lines.extend(view.rows.iter().take(NAMED).map(row_line));
    let more = view.rows.len().saturating_sub(NAMED);
    if more > 0 {
        lines.push(tell("terminal-more", &[("count", &more)]));
    }
    lines
}

fn column_line(column: &InspectedRefusal) -> String {
    let InspectedRefusal {
        heading,
        reason,
        cells,
        shape,
    } = column;
    let why = plain(&format!("intake-refused-{}", reason.replace('_', "-")));
    let values: [(&str, &str); 3] = [("heading", heading), ("shape", shape), ("why", &why)];
    count("terminal-column-refused", ("cells", *cells), &values)
}

fn row_line(row: &InspectedRow) -> String {
    let why = plain(&format!("intake-reason-{}", row.reason.replace('_', "-")));
    match &row.column {
        Some(column) => tell(
            "terminal-line-column",
            &[("line", &row.line), ("column", column), ("why", &why)],
        ),
        None => tell("terminal-line", &[("line", &row.line), ("why", &why)]),
    }
}
