//! The chart as a table: one row for each visible period, recorded or not.

use crate::finding::{Subject, point_range, point_shows};
use crate::frame::Frame;
use crate::model::Table;
use crate::spc::marks::is_hollow;
use crate::wording::{out_of_words, period_words, value_words};
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
    keys.extend(["table-range", "table-shows"]);
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

fn row(words: &Words, reading: &Reading, point: &Point, has_whole: bool) -> Vec<String> {
    let value = point
        .value
        .map_or_else(String::new, |value| value_words(reading.kind, value));
    let mut cells = vec![period_words(words, point.period), value];
    if has_whole {
        let whole = point
            .amount
            .and_then(|amount| out_of_words(words, reading.kind, reading.exposure, amount));
        cells.push(whole.unwrap_or_default());
    }
    let range = point_range(words, reading.kind, point).filter(|_| !is_hollow(point));
    cells.push(range.unwrap_or_default());
    cells.push(point_shows(words, reading, point).join(" "));
    cells
}
