//! Named files: a fresh passphrase, a journal entry, and what is in them.

use super::support::{Team, harbour};
use crate::error::ErrorCode;
use crate::releases::view::{FileFormatView, WriteScorecard};
use crate::scorecard::report::{Report, ReportRequest};
use crate::scorecard::{report, suggested_name, write};
use std::time::Duration;
use store::Action;

fn wanted(team: &Team, alias: Option<&str>, format: FileFormatView) -> WriteScorecard {
    WriteScorecard {
        adviser: alias.map(|alias| team.id(alias)),
        from: None,
        month: None,
        format,
    }
}

fn written(team: &mut Team, alias: Option<&str>, format: FileFormatView, name: &str) -> Vec<u8> {
    let (request, path) = (wanted(team, alias, format), team.bench.path(name));
    let view = write(&mut team.bench.app, request, &path).unwrap();
    assert_eq!(view.name.as_deref(), Some(name));
    if let Some(folder) = std::env::var_os("PLUMBLINE_KEEP") {
        std::fs::copy(&path, std::path::Path::new(&folder).join(name)).unwrap();
    }
    std::fs::read(&path).unwrap()
}

#[test]
fn a_named_file_needs_a_passphrase_typed_within_five_minutes() {
    let mut team = harbour();
    team.bench.pass(Duration::from_mins(6));
    let (request, path) = (
        wanted(&team, Some("Grace"), FileFormatView::Pdf),
        team.bench.path("late.pdf"),
    );
    let error = write(&mut team.bench.app, request, &path).unwrap_err();
    assert_eq!(error.code, ErrorCode::OutOfDate);
    assert!(!path.exists());
}

#[test]
fn every_format_is_written_and_journalled() {
    let mut team = harbour();
    let formats = [
        (FileFormatView::Pdf, "grace.pdf", b"%PDF".as_slice()),
        (FileFormatView::Xlsx, "grace.xlsx", b"PK"),
        (FileFormatView::Json, "grace.json", b"{"),
    ];
    for (format, name, begins) in formats {
        let bytes = written(&mut team, Some("Grace"), format, name);
        assert!(bytes.starts_with(begins), "{name}");
        let entries = team
            .bench
            .app
            .store()
            .unwrap()
            .read()
            .journal()
            .entries(0, 1)
            .unwrap();
        assert_eq!(
            (entries[0].action, entries[0].count),
            (Action::NamedFileWritten, 1)
        );
    }
    let request = wanted(&team, Some("Grace"), FileFormatView::Csv);
    let path = team.bench.path("grace.csv");
    assert_eq!(
        write(&mut team.bench.app, request, &path).unwrap_err().code,
        ErrorCode::RuleRefused
    );
}

#[test]
fn the_team_report_is_written_whole() {
    let mut team = harbour();
    let bytes = written(&mut team, None, FileFormatView::Pdf, "team.pdf");
    assert!(bytes.starts_with(b"%PDF"));
    written(&mut team, None, FileFormatView::Xlsx, "team.xlsx");
    let json = written(&mut team, None, FileFormatView::Json, "team.json");
    let report: Report = serde_json::from_slice(&json).unwrap();
    let aliases: Vec<&str> = report
        .advisers
        .iter()
        .map(|one| one.alias.as_str())
        .collect();
    assert_eq!(
        aliases,
        ["Amara", "Farid", "Grace"],
        "by alias; Hugo had left"
    );
}

#[test]
fn the_name_offered_names_nobody() {
    let team = harbour();
    let request = wanted(&team, Some("Grace"), FileFormatView::Pdf);
    let name = suggested_name(&team.bench.app, &request).unwrap();
    assert_eq!(name, "plumbline-scorecard-2026-11.pdf");
}

#[test]
fn a_report_lists_value_limits_rules_and_verdict() {
    let team = harbour();
    let request = ReportRequest {
        alias: Some("grace".to_owned()),
        from: Some("2026-11".to_owned()),
        to: None,
    };
    let found = report(&team.bench.app, &request).unwrap();
    let text = serde_json::to_string_pretty(&found).unwrap();
    insta::assert_snapshot!(text.replace('\u{a0}', "~"));
}

#[test]
fn a_report_about_nobody_is_not_found() {
    let team = harbour();
    let request = ReportRequest {
        alias: Some("Zoe".to_owned()),
        ..ReportRequest::default()
    };
    assert_eq!(
        report(&team.bench.app, &request).unwrap_err().code,
        ErrorCode::NotFound
    );
}
