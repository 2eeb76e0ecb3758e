//! Pages: tagged PDF through a layout engine, with our own two fonts and nothing from outside.

mod tables;
mod world;

use crate::document::{Document, ReleaseWords};
use crate::error::OutputError;
use crate::release::layout::{self, PrintedRow};
use disclosure::Released;
use serde::Serialize;
use serde_json::json;
use typst::foundations::{Datetime, Smart};
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards, Timestamp};
use world::Pages;

pub(crate) use tables::{squeezed, tables};

const BASE: &str = include_str!("../../templates/base.typ");
const SCORECARD: &str = include_str!("../../templates/scorecard.typ");
const RELEASE: &str = include_str!("../../templates/release.typ");

/// A scorecard or team report as PDF/UA-1: A4, 18 mm margins, table heads repeated, nothing cut.
pub fn pdf_scorecard(document: &Document) -> Result<Vec<u8>, OutputError> {
    let charts = document.figures.iter().enumerate();
    let charts = charts.map(|(at, figure)| (format!("chart-{at}.svg"), &figure.svg));
    let lines = document
        .blocks
        .iter()
        .flat_map(|block| &block.lines)
        .enumerate();
    let sparks = lines
        .filter(|(_, line)| !line.spark.is_empty())
        .map(|(at, line)| (format!("spark-{at}.svg"), &line.spark));
    let drawings = charts
        .chain(sparks)
        .map(|(name, svg)| (name, svg.clone().into_bytes()));
    set_pages(SCORECARD, document, drawings.collect(), document.day)
}

/// An anonymised release with its risk report as PDF/UA-1.
pub fn pdf_release(released: &Released, words: &ReleaseWords) -> Result<Vec<u8>, OutputError> {
    set_release(&layout::printed_rows(released, words), words)
}

/// Sets the pages of a release.
pub(crate) fn set_release(
    rows: &[PrintedRow],
    words: &ReleaseWords,
) -> Result<Vec<u8>, OutputError> {
    let content = json!({ "words": words, "rows": rows, "wide": layout::WIDE });
    set_pages(RELEASE, &content, Vec::new(), words.day)
}

fn set_pages(
    template: &str,
    content: &impl Serialize,
    drawings: Vec<(String, Vec<u8>)>,
    day: (i32, u8, u8),
) -> Result<Vec<u8>, OutputError> {
    let content = serde_json::to_vec(content).map_err(|_| OutputError::Pdf)?;
    let pages = Pages::new(BASE, template, content, drawings).ok_or(OutputError::Pdf)?;
    let document: PagedDocument = typst::compile(&pages)
        .output
        .map_err(|_| OutputError::Pdf)?;
    let midnight = Datetime::from_ymd_hms(day.0, day.1, day.2, 0, 0, 0).ok_or(OutputError::Pdf)?;
    let options = PdfOptions {
        ident: Smart::Custom(format!("plumbline-{}-{}-{}", day.0, day.1, day.2)),
        creator: Smart::Custom(Some("Plumbline".to_owned())),
        timestamp: Some(Timestamp::new_utc(midnight)),
        standards: PdfStandards::new(&[PdfStandard::Ua_1]).map_err(|_| OutputError::Pdf)?,
        ..PdfOptions::default()
    };
    let bytes = typst_pdf::pdf(&document, &options).map_err(|_| OutputError::Pdf)?;
    typst::comemo::evict(2);
    Ok(bytes)
}
