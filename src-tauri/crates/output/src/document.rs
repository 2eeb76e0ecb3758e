//! What is printed about one adviser or the team, with every word finished. Rows hold text; the shapes of
//! status marks are drawn, so that they survive greyscale and a missing glyph.

use serde::Serialize;

/// A shape that carries a status beside its word.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Shape {
    /// Better: a filled square.
    Square,
    /// Worse: a filled diamond.
    Diamond,
    /// No clear change: a small circle.
    Circle,
    /// Too few to judge: a dashed ring.
    Ring,
    /// No figures: a hatched square.
    Hatch,
    /// Target reliably met: a full box.
    BoxFull,
    /// Sometimes met: a half box.
    BoxHalf,
    /// Reliably missed: a barred box.
    BoxBarred,
    /// No mark.
    None,
}

/// A shape with its word.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Mark {
    /// The shape.
    pub shape: Shape,
    /// The word.
    pub words: String,
    /// Whether it is set bold: only better, worse and changed are.
    pub strong: bool,
}

/// One line of the summary: a mark, a word, and its sentences.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Point {
    /// The mark and the word beside it.
    pub mark: Mark,
    /// What it says.
    pub sentences: Vec<String>,
}

/// How a number is written in a workbook.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum NumberLook {
    /// A share as whole per cent.
    Share,
    /// Without decimals.
    Whole,
    /// With one decimal.
    Decimal,
}

/// A value as a number, for workbooks.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Number {
    /// The value; shares as fractions.
    pub value: f64,
    /// How it is written.
    pub look: NumberLook,
}

/// One row of a block: a KPI, or an adviser in a team report.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Line {
    /// What it is about.
    pub name: String,
    /// A few words beside it.
    pub remark: String,
    /// The value now.
    pub now: String,
    /// The same as a number, where there is one.
    pub number: Option<Number>,
    /// What it is out of: "29 of 50".
    pub out_of: String,
    /// What was counted, and out of how many, as numbers.
    pub parts: (Option<f64>, Option<f64>),
    /// The usual range.
    pub range: String,
    /// What a share could be, by its interval.
    pub could_be: String,
    /// Change; in a team report whether there is something to read at all.
    pub change: Mark,
    /// The period of the value when it is not the month shown, or how old it is when a later one is due.
    pub age: String,
    /// Against target; not printed in a team report.
    pub target: Mark,
    /// The last 24 periods, as a drawing; its row says what it shows.
    pub spark: String,
}

/// A table with a head.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Block {
    /// Its head.
    pub head: String,
    /// Its rows.
    pub lines: Vec<Line>,
}

/// A chart with its finding above it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Figure {
    /// The finding.
    pub title: String,
    /// The summary sentence, which is also the alternative text.
    pub sentence: String,
    /// The drawing.
    pub svg: String,
}

/// Column heads, in print order.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Heads {
    /// Of the name: "KPI" or "Adviser".
    pub name: String,
    /// Of the value.
    pub now: String,
    /// Of what was counted.
    pub counted: String,
    /// Of what it is out of.
    pub out_of: String,
    /// Of the period of the value.
    pub period: String,
    /// Of the usual range.
    pub range: String,
    /// Of the interval.
    pub could_be: String,
    /// Of change.
    pub change: String,
    /// Of the target.
    pub target: String,
    /// Of the drawing.
    pub spark: String,
}

/// Whom a document is about, which decides its columns: nobody is set against a target in a team report.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum About {
    /// One adviser.
    Adviser,
    /// The team.
    Team,
}

/// A document about one adviser, or about the team with one block for each KPI.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Document {
    /// Whom it is about.
    pub about: About,
    /// BCP 47 language, such as "en-GB".
    pub language: String,
    /// The document's title, with the month.
    pub title: String,
    /// What it is and of whom, for the head of each page.
    pub running: String,
    /// Text under the title.
    pub subtitle: String,
    /// Handling text, such as "Official–Sensitive"; may be empty.
    pub handling: String,
    /// "Made 3 December 2026 · vault 4QK7-M2VD".
    pub made: String,
    /// "A signal means look and ask. It decides nothing."
    pub motto: String,
    /// "Page {page} of {pages}" with the words around the two numbers: before, between.
    pub page_words: (String, String),
    /// Day the file is dated, year, month, day.
    pub day: (i32, u8, u8),
    /// Summary lines, first on the page.
    pub points: Vec<Point>,
    /// Column heads.
    pub heads: Heads,
    /// Tables.
    pub blocks: Vec<Block>,
    /// Charts.
    pub figures: Vec<Figure>,
    /// Head over the lines left for the adviser's own words; empty for none.
    pub own_words: String,
}

/// One section of a risk report.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Section {
    /// Its head.
    pub head: String,
    /// Its sentences.
    pub sentences: Vec<String>,
}

/// The words around a release: title, column heads and the copy of the risk report for its readers.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ReleaseWords {
    /// BCP 47 language.
    pub language: String,
    /// The release's name, used in files as well: letters, digits and hyphens.
    pub name: String,
    /// How it is to be handled and, over made-up figures, that they are; may be empty.
    pub handling: String,
    /// The title.
    pub title: String,
    /// What was tested and for whom, in a sentence.
    pub subtitle: String,
    /// "Team".
    pub group: String,
    /// "Period".
    pub period: String,
    /// "Advisers".
    pub contributors: String,
    /// "of", between a numerator and its denominator.
    pub of: String,
    /// "over", between a total and what it is divided by.
    pub over: String,
    /// Heads of the columns, in the order of the measures.
    pub measures: Vec<String>,
    /// What a share is out of and a rate or a mean is in, in the order of the measures; empty for counts.
    pub units: Vec<String>,
    /// Periods in words, in the order of the rows.
    pub periods: Vec<String>,
    /// What the marks mean.
    pub legend: String,
    /// The risk report.
    pub report_title: String,
    /// Its sections.
    pub report: Vec<Section>,
    /// "Made 3 December 2026".
    pub made: String,
    /// Words around the page numbers.
    pub page_words: (String, String),
    /// Day the file is dated.
    pub day: (i32, u8, u8),
}
