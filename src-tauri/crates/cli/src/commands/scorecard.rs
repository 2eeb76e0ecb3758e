//! `scorecard`: as data, as sentences, or as a file.

use crate::args::Secrets;
use crate::exit::Failure;
use crate::print::Manner;
use crate::session::{busy, new_file, unknown, with_vault};
use crate::words::{plain, tell};
use app::releases::view::{FileFormatView, WriteScorecard};
use app::scorecard;
use app::scorecard::report::{AdviserReport, KpiReport, Report, ReportRequest};
use std::path::{Path, PathBuf};

/// What was asked for.
pub(super) struct Asked {
    pub(super) adviser: Option<String>,
    pub(super) from: Option<String>,
    pub(super) to: Option<String>,
    pub(super) out: Option<PathBuf>,
}

/// Prints a scorecard, or writes it to a file by the file's ending.
pub(super) fn scorecard(
    vault: &Path,
    asked: Asked,
    secrets: &Secrets,
    manner: Manner,
) -> Result<(), Failure> {
    let Asked {
        adviser,
        from,
        to,
        out,
    } = asked;
    if !from
        .iter()
        .chain(&to)
        .all(|month| scorecard::is_period(month))
    {
        return Err(Failure::Usage(plain("terminal-period-form")));
    }
    let Some(out) = out else {
        let request = ReportRequest {
            alias: adviser,
            from,
            to,
        };
        let report = with_vault(vault, secrets, manner, |app| {
            Ok(scorecard::report(app, &request)?)
        })
        .map_err(|failure| unknown(failure, "terminal-unknown-adviser"))?;
        manner.answer(&report, lines);
        return Ok(());
    };
    let format = format_of(&out)?;
    let out = new_file(&out)?;
    let written = with_vault(vault, secrets, manner, |app| {
        let adviser = adviser
            .map(|alias| scorecard::adviser_of_alias(app, &alias))
            .transpose()?;
        let card = WriteScorecard {
            adviser,
            month: to,
            from,
            format,
        };
        let writing = || scorecard::write(app, card, &out);
        Ok(busy("terminal-stage-writing", writing)?)
    })
    .map_err(|failure| unknown(failure, "terminal-unknown-adviser"))?;
    manner.answer(&written, |written| {
        let name = written.name.clone().unwrap_or_default();
        vec![tell("terminal-written", &[("name", &name)])]
    });
    Ok(())
}

fn format_of(out: &Path) -> Result<FileFormatView, Failure> {
    let ending = out
        .extension()
        .unwrap_or_default()
        .to_string_lossy()
        .to_lowercase();
    match ending.as_str() {
        "pdf" => Ok(FileFormatView::Pdf),
        "xlsx" => Ok(FileFormatView::Xlsx),
        "json" => Ok(FileFormatView::Json),
        _ => Err(Failure::Usage(plain("terminal-scorecard-format"))),
    }
}

pub(super) fn lines(report: &Report) -> Vec<String> {
    let mut lines = vec![tell(
        "terminal-scorecards",
        &[("month", &report.month), ("day", &report.made)],
    )];
    for adviser in &report.advisers {
        lines.push(String::new());
        lines.push(adviser.alias.clone());
        lines.extend(adviser_lines(adviser, &report.month));
    }
    lines
}

fn adviser_lines(adviser: &AdviserReport, month: &str) -> Vec<String> {
    let width = adviser
        .kpis
        .iter()
        .map(|kpi| kpi.name.chars().count())
        .max()
        .unwrap_or(0);
    adviser
        .kpis
        .iter()
        .map(|kpi| {
            let line = format!("  {:<width$}  {:>8}  {}", kpi.name, value(kpi), kpi.finding);
            match period(kpi, month) {
                Some(period) => format!("{line} ({period})"),
                None => line,
            }
        })
        .collect()
}

/// The period of a value that is not of the month shown, and which one is due and missing.
fn period(kpi: &KpiReport, month: &str) -> Option<String> {
    let of = kpi.period.as_deref().filter(|_| kpi.value.is_some());
    match (of, kpi.late.as_deref()) {
        (Some(of), Some(late)) => Some(tell(
            "terminal-period-late",
            &[("period", &of), ("late", &late)],
        )),
        (None, Some(late)) => Some(tell("terminal-late", &[("late", &late)])),
        (Some(of), None) if of != month => Some(tell("terminal-period", &[("period", &of)])),
        (Some(_) | None, None) => None,
    }
}

fn value(kpi: &KpiReport) -> String {
    use app::kpis::view::KindView;
    match (kpi.value, kpi.kind) {
        (None, _) => plain("terminal-no-data"),
        (Some(value), KindView::Proportion | KindView::ScoreShare) => {
            format!("{:.0} %", value * 100.0)
        }
        (Some(value), KindView::Count) => format!("{value:.0}"),
        (Some(value), KindView::Rate | KindView::Value) => format!("{value:.1}"),
    }
}
