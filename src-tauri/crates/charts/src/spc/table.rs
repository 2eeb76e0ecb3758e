//! The chart as a table: one row for each visible period, recorded or not.

use crate::finding::Subject;
use crate::frame::Frame;
use crate::model::Table;
use crate::point::point_shows;
use crate::spc::marks::is_hollow;
use crate::wording::{interval_words, period_words, point_out_of, point_range, point_value};
use domain::kpi::Kind;
use domain::scorecard::{Point, Reading};
use words::{Arg, Words};

pub(super) fn table(
    words: &Words,
    reading: &Reading,
    frame: &Frame<'_>,
    subject: Subject<'_>,
) -> Table {
    let names = [
        ("name", Arg::from(subject.name)),
        ("alias", Arg::from(subject.alias)),
    ];
    let has_whole = match reading.kind {
        Kind::Proportion | Kind::ScoreShare | Kind::Rate => true,
        Kind::Count | Kind::Value => false,
    };
    let mut keys = vec!["table-period", "table-value"];
    keys.extend(has_whole.then_some("table-out-of"));
    keys.extend(reading.is_share().then_some("table-could-be"));
    keys.extend([range_key(reading, frame), "table-shows"]);
    Table {
        caption: words.say("table-caption", &names),
        columns: keys.into_iter().map(|key| words.say(key, &[])).collect(),
        rows: frame
            .points
            .iter()
            .map(|point| row(words, reading, point, has_whole))
            .collect(),
    }
}

/// The head over the ranges: a trial range where every one shown is.
fn range_key(reading: &Reading, frame: &Frame<'_>) -> &'static str {
    let mut ranged = frame
        .points
        .iter()
        .filter(|point| point.usual_range(reading.kind).is_some())
        .peekable();
    let is_trial = ranged.peek().is_some() && ranged.all(|point| reading.is_trial_at(point));
    if is_trial {
        "table-range-trial"
    } else {
        "table-range"
    }
}

fn row(words: &Words, reading: &Reading, point: &Point, has_whole: bool) -> Vec<String> {
    let value = point_value(words, reading, point).unwrap_or_default();
    let mut cells = vec![period_words(words, point.period), value];
    if has_whole {
        cells.push(point_out_of(words, reading, point).unwrap_or_default());
    }
    if reading.is_share() {
        cells.push(interval_words(reading, point).unwrap_or_default());
    }
    let range = point_range(words, reading.kind, point).filter(|_| !is_hollow(point));
    cells.push(range.unwrap_or_default());
    cells.push(point_shows(words, reading, point).join(" "));
    cells
}
