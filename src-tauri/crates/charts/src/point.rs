//! What one point says: in its tooltip, to a screen reader and in the table.

use crate::finding::note_sentence;
use crate::levels::{decimals_of, level_with};
use crate::wording::{
    grain_word, interval_words, period_words, point_out_of, point_range, point_value, range_name,
};
use domain::kpi::Kind;
use domain::scorecard::{Point, Reading, Standing};
use stats::lattice::Side;
use stats::phases::Status as Grounds;
use stats::rules::Rule;
use words::{Arg, Words};

/// "Week of 23 November 2026: 4".
pub fn point_head(words: &Words, reading: &Reading, point: &Point) -> String {
    let none = if point.standing == Standing::FewReplies {
        "point-few-replies"
    } else {
        "point-gap"
    };
    let value = point_value(words, reading, point).unwrap_or_else(|| words.say(none, &[]));
    let values = [
        ("period", Arg::from(period_words(words, point.period))),
        ("value", Arg::from(value)),
    ];
    words.say("point-head", &values)
}

/// What a tooltip or a screen reader says after the head.
pub fn point_body(words: &Words, reading: &Reading, point: &Point) -> String {
    let mut said = Vec::new();
    if let Some(out) = point_out_of(words, reading, point) {
        said.push(words.say("point-out-of", &[("out", Arg::from(out))]));
    }
    said.extend(
        interval_words(reading, point)
            .map(|range| words.say("point-could-be", &[("range", Arg::from(range))])),
    );
    said.extend(point_shows(words, reading, point));
    said.join(" ")
}

/// What one point shows, a sentence for each rule that marks it.
pub fn point_shows(words: &Words, reading: &Reading, point: &Point) -> Vec<String> {
    match point.standing {
        Standing::Gap => return vec![words.say("point-gap", &[])],
        Standing::FewReplies => return vec![words.say("point-few-replies", &[])],
        Standing::Open => return vec![words.say("point-open", &[])],
        Standing::Disputed => return vec![words.say("point-disputed", &[])],
        Standing::Baseline | Standing::Later => {}
    }
    let grounds = reading
        .phases
        .get(point.phase)
        .map(|phase| phase.summary.status);
    match grounds {
        None | Some(Grounds::NotEnough { .. }) => return vec![words.say("point-too-few", &[])],
        Some(Grounds::Flat { .. }) => return vec![words.say("point-flat", &[])],
        Some(Grounds::Trial | Grounds::Established) => {}
    }
    if reading.is_rare_at(point) {
        let grain = Arg::from(grain_word(words, reading.grain));
        return vec![words.say("point-too-rare", &[("grain", grain)])];
    }
    let mut said: Vec<String> = point
        .marks
        .iter()
        .map(|mark| mark_sentence(words, reading.kind, point, mark))
        .collect();
    if said.is_empty() {
        said.push(match point_range(words, reading.kind, point) {
            Some(range) => {
                let kind = Arg::from(range_name(words, reading, Some(point)));
                words.say(
                    "point-within",
                    &[("range", Arg::from(range)), ("kind", kind)],
                )
            }
            None => words.say("point-usual", &[]),
        });
    }
    let sides = reading.missing_sides(point).into_iter();
    said.extend(sides.map(|side| note_sentence(words, reading, side)));
    said
}

fn mark_sentence(words: &Words, kind: Kind, point: &Point, mark: stats::rules::Mark) -> String {
    let limit = match mark.side {
        Side::Low => point.lower,
        Side::High => point.upper,
    };
    let key = match (mark.rule, mark.side) {
        (Rule::Outside, Side::Low) => "point-below-limit",
        (Rule::Outside, Side::High) => "point-above-limit",
        (Rule::Trend, Side::Low) => "point-trend-low",
        (Rule::Trend, Side::High) => "point-trend-high",
        (Rule::TwoOfThree, Side::Low) => "point-near-low",
        (Rule::TwoOfThree, Side::High) => "point-near-high",
        (Rule::Shift, Side::Low) => "point-run-low",
        (Rule::Shift, Side::High) => "point-run-high",
    };
    let limit = limit.map_or_else(String::new, |limit| {
        level_with(kind, limit, decimals_of(kind, point))
    });
    words.say(key, &[("limit", Arg::from(limit))])
}
