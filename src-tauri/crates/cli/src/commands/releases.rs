//! `release` and `releases`.

use super::read_text;
use crate::args::{Format, Profile, Secrets};
use crate::exit::Failure;
use crate::interrupt;
use crate::print::Manner;
use crate::session::{busy, new_file, unknown, with_vault};
use crate::words::{plain, tell};
use app::App;
use app::releases::view::{
    FileFormatView, FileWrittenView, ProfileView, RegisterEntryView, ReleasePreviewView,
    ReleaseSpec, WriteRelease,
};
use app::releases::{choices, preview, write};
use app::view::NoticeView;
use serde::Serialize;
use serde_json::Value;
use std::path::{Path, PathBuf};

/// What was asked for.
pub(super) struct Asked {
    pub(super) table: PathBuf,
    pub(super) profile: Profile,
    pub(super) out: Option<PathBuf>,
    pub(super) format: Option<Format>,
}

/// What is printed: the summary as judged, and the files written, if any.
#[derive(Serialize)]
pub(super) struct Told {
    pub(super) written: Option<String>,
    /// The risk report beside it, when the file has no room for it.
    pub(super) beside: Option<String>,
    #[serde(flatten)]
    pub(super) preview: ReleasePreviewView,
}

/// Judges a summary and writes it.
pub(super) fn release(
    vault: &Path,
    asked: &Asked,
    secrets: &Secrets,
    manner: Manner,
) -> Result<(), Failure> {
    let spec = spec(asked)?;
    let format = asked
        .out
        .as_deref()
        .map(|out| format_of(asked.format, out))
        .transpose()?;
    let out = asked.out.as_deref().map(new_file).transpose()?;
    let told = with_vault(vault, secrets, manner, |app| {
        judge(app, spec, out.as_deref().zip(format))
    })
    .map_err(|failure| unknown(failure, "terminal-unknown-kpi"))?;
    if told.preview.refusals.is_empty() {
        manner.answer(&told, lines);
        Ok(())
    } else {
        manner.refusal("release_refused", &told, lines);
        Err(Failure::Refused)
    }
}

/// Judges first, so that a refusal comes with its reasons; then writes.
pub(super) fn judge(
    app: &mut App,
    spec: ReleaseSpec,
    to: Option<(&Path, FileFormatView)>,
) -> Result<Told, Failure> {
    let preview = busy("terminal-stage-checking", || preview(app, spec.clone()))?;
    interrupt::check()?;
    let written = match to.filter(|_| preview.refusals.is_empty()) {
        None => FileWrittenView::default(),
        Some((out, format)) => {
            let writing = || write(app, WriteRelease { spec, format }, out);
            busy("terminal-stage-writing", writing)?
        }
    };
    Ok(Told {
        written: written.name,
        beside: written.beside,
        preview,
    })
}

/// Lists what went out.
pub(super) fn register(vault: &Path, secrets: &Secrets, manner: Manner) -> Result<(), Failure> {
    let register = with_vault(vault, secrets, manner, |app| Ok(choices(app)?.register))?;
    manner.answer(&register, |register| {
        if register.is_empty() {
            vec![plain("terminal-nothing-out")]
        } else {
            register.iter().map(entry_line).collect()
        }
    });
    Ok(())
}

fn entry_line(entry: &RegisterEntryView) -> String {
    tell(
        "terminal-release",
        &[
            ("number", &entry.release),
            ("day", &entry.day),
            ("what", &entry.words),
            ("shown", &entry.shown),
            ("hidden", &entry.hidden),
            ("hash", &entry.hash),
        ],
    )
}

fn spec(asked: &Asked) -> Result<ReleaseSpec, Failure> {
    let unfit = || Failure::Usage(plain("terminal-table-form"));
    let mut spec: Value =
        serde_json::from_str(&read_text(&asked.table, "--table")?).map_err(|_| unfit())?;
    let profile = match asked.profile {
        Profile::Internal => ProfileView::Internal,
        Profile::Partner => ProfileView::Partner,
        Profile::Public => ProfileView::Public,
    };
    let fields = spec.as_object_mut().ok_or_else(unfit)?;
    fields.insert(
        "profile".to_owned(),
        serde_json::to_value(profile).map_err(|_| unfit())?,
    );
    serde_json::from_value(spec).map_err(|_| unfit())
}

fn format_of(asked: Option<Format>, out: &Path) -> Result<FileFormatView, Failure> {
    let ending = out
        .extension()
        .unwrap_or_default()
        .to_string_lossy()
        .to_lowercase();
    match (asked, ending.as_str()) {
        (Some(Format::Csv), _) | (None, "csv") => Ok(FileFormatView::Csv),
        (Some(Format::Xlsx), _) | (None, "xlsx") => Ok(FileFormatView::Xlsx),
        (Some(Format::Pdf), _) | (None, "pdf") => Ok(FileFormatView::Pdf),
        (Some(Format::Json), _) | (None, "json") => Ok(FileFormatView::Json),
        (None, _) => Err(Failure::Usage(plain("terminal-release-format"))),
    }
}

pub(super) fn lines(told: &Told) -> Vec<String> {
    let mut lines: Vec<String> = told
        .preview
        .refusals
        .iter()
        .map(|refusal| refusal.message.clone())
        .collect();
    lines.extend(
        told.preview
            .refusals
            .iter()
            .filter_map(|refusal| refusal.hint.clone()),
    );
    if lines.is_empty() {
        lines.push(told.preview.headline.clone());
        if let Some(NoticeView { message, hint }) = &told.preview.left_out {
            lines.push(message.clone());
            lines.extend(hint.clone());
        }
        for section in &told.preview.report {
            lines.push(String::new());
            lines.push(section.head.clone());
            lines.extend(
                section
                    .sentences
                    .iter()
                    .map(|sentence| format!("  {sentence}")),
            );
        }
    }
    let written = |name: &String| format!("\n{}", tell("terminal-written", &[("name", name)]));
    lines.extend(told.written.iter().chain(&told.beside).map(written));
    lines
}
