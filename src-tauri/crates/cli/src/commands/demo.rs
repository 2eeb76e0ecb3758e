//! `demo`: the main job on made-up figures, without a question asked. Every step is an action of the app.

use super::releases;
use super::scorecard;
use crate::exit::Failure;
use crate::interrupt;
use crate::print::{Manner, say};
use crate::session::{absolute, app, busy, long, refused, unreadable};
use crate::words::{plain, tell};
use app::App;
use app::demo::write_inputs;
use app::intake::view::IntakeKindView;
use app::intake::{self, AskedIntake, ImportReport, Wanted};
use app::kpis::view::GrainView;
use app::releases::view::{FileFormatView, ProfileView, ReleaseSpec, WriteScorecard};
use app::scorecard::report::ReportRequest;
use app::vault::view::BeginCreation;
use app::{releases as releasing, scorecard as cards, vault};
use serde_json::json;
use std::fs;
use std::path::Path;

/// The vault is made up like everything in it, so its passphrase is no secret.
const PASSPHRASE: &str = "made up for the demonstration";

/// Everything that comes of it.
const FILES: [&str; 9] = [
    "demo.plumb",
    "roster.xlsx",
    "figures.csv",
    "scorecard.pdf",
    "summary.pdf",
    "summary.xlsx",
    "summary.csv",
    "summary.json",
    "summary.report.txt",
];

/// Fills a folder with everything the main job makes; nothing of it is left when it is interrupted.
pub(super) fn demo(folder: &Path, manner: Manner) -> Result<(), Failure> {
    let folder = absolute(folder);
    fs::create_dir_all(&folder).map_err(|_| unreadable("terminal-folder", ""))?;
    let files = FILES.map(|name| folder.join(name));
    if files.iter().any(|file| file.symlink_metadata().is_ok()) {
        return Err(refused("terminal-out-exists", ""));
    }
    let done = make(&folder, manner);
    if matches!(done, Err(Failure::Interrupted)) {
        for file in files {
            // One that was not made yet is not there to be removed.
            drop(fs::remove_file(file));
        }
    }
    done
}

fn make(folder: &Path, manner: Manner) -> Result<(), Failure> {
    let mut app = app();
    let place = vault::choose_new(&mut app, folder.join("demo.plumb"))?.place;
    let begin = BeginCreation {
        place,
        accept_risks: true,
        sample: false,
    };
    let making = || vault::begin(&mut app, begin, PASSPHRASE.as_bytes());
    busy("terminal-stage-making", making)?;
    vault::finish_unconfirmed(&mut app)?;
    let done = play(&mut app, folder, manner);
    vault::close(&mut app)?;
    let files = done?;
    let told = json!({ "folder": folder.file_name().map(|name| name.to_string_lossy()), "files": files,
        "passphrase": PASSPHRASE });
    manner.answer(&told, |_| {
        vec![
            format!(
                "\n{}",
                tell("terminal-written", &[("name", &files.join(", "))])
            ),
            tell("terminal-demo-opens", &[("passphrase", &PASSPHRASE)]),
        ]
    });
    Ok(())
}

fn play(app: &mut App, folder: &Path, manner: Manner) -> Result<Vec<String>, Failure> {
    let inputs = write_inputs(app, folder)?;
    let roster = bring_in(app, &inputs.roster, IntakeKindView::Roster)?;
    let figures = bring_in(app, &inputs.figures, IntakeKindView::Figures)?;
    let report = cards::report(app, &ReportRequest::default())?;
    if manner == Manner::Sentences {
        for (name, read) in [("terminal-roster", &roster), ("terminal-figures", &figures)] {
            say(&plain(name));
            say(&super::intake::report_lines(read, Wanted::Import).join("\n"));
        }
        say(&scorecard::lines(&report).join("\n"));
    }
    let mut files: Vec<String> = ["demo.plumb", "roster.xlsx", "figures.csv"]
        .map(str::to_owned)
        .to_vec();
    let first = report
        .advisers
        .first()
        .map(|adviser| adviser.alias.clone())
        .unwrap_or_default();
    let adviser = Some(cards::adviser_of_alias(app, &first)?);
    let card = WriteScorecard {
        adviser,
        from: None,
        month: None,
        format: FileFormatView::Pdf,
    };
    interrupt::check()?;
    let writing = || cards::write(app, card, &folder.join("scorecard.pdf"));
    files.extend(busy("terminal-stage-writing", writing)?.name);
    files.extend(release(app, folder, manner)?);
    Ok(files)
}

fn bring_in(app: &mut App, file: &Path, kind: IntakeKindView) -> Result<ImportReport, Failure> {
    let asked = AskedIntake {
        kind: Some(kind),
        create_advisers: true,
        create_kpis: true,
        ..AskedIntake::default()
    };
    long(app, |app| {
        intake::import(app, file, &asked, Wanted::Import, None)
    })
}

/// One summary of the last month that is over, in every format: each time the same, under one number.
fn release(app: &mut App, folder: &Path, manner: Manner) -> Result<Vec<String>, Failure> {
    let formats = [
        (FileFormatView::Pdf, "summary.pdf"),
        (FileFormatView::Xlsx, "summary.xlsx"),
        (FileFormatView::Csv, "summary.csv"),
        (FileFormatView::Json, "summary.json"),
    ];
    let month = releasing::choices(app)?.months.pop().unwrap_or_default();
    let spec = ReleaseSpec {
        profile: ProfileView::Internal,
        grain: GrainView::Month,
        from: month.clone(),
        to: month,
        kpis: Vec::new(),
    };
    let mut files = Vec::new();
    for (format, name) in formats {
        let told = releases::judge(app, spec.clone(), Some((&folder.join(name), format)))?;
        if manner == Manner::Sentences && files.is_empty() {
            say(&format!("\n{}", releases::lines(&told).join("\n")));
        }
        files.extend(told.written.into_iter().chain(told.beside));
    }
    Ok(files)
}
