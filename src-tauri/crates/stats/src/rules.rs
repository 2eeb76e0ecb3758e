//! Special-cause rules: what makes a point worth asking about. A rule set is named and versioned
//! data, stored with every chart and printed in exports, because tools that all claim the same
//! method differ in constants and so flag different points. A special cause means "look and ask"
//! and never by itself anything about a person. (statistics.md 2.3.)

use std::cmp::Ordering;

use crate::bounds::Bounds;
use crate::lattice::Side;
use crate::tie::compare;

/// The four rules, in the order in which an icon speaks of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Rule {
    /// Beyond a limit.
    Outside,
    /// A run of points each above (below) the last.
    Trend,
    /// Two of three neighbouring points on one side, beyond the two-sigma line.
    TwoOfThree,
    /// A run of points on one side of the centre.
    Shift,
}

/// Which points count for two of three.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TwoOfThree {
    /// Points beyond the limits count too (Making Data Count since 2024).
    IncludingOutside,
    /// Only points between the two-sigma line and the limit (NHSRplotthedots 0.2.2).
    InsideLimitsOnly,
}

/// A named, versioned set of rules.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RuleSet {
    /// Name and version, as stored and printed.
    pub name: &'static str,
    /// Points on one side that make a shift.
    pub shift: usize,
    /// Points in a row, each beyond the last, that make a trend.
    pub trend: usize,
    /// Which points count for two of three.
    pub two_of_three: TwoOfThree,
}

const fn making_data_count(name: &'static str, run: usize) -> RuleSet {
    RuleSet {
        name,
        shift: run,
        trend: run,
        two_of_three: TwoOfThree::IncludingOutside,
    }
}

/// Runs of six.
pub const MDC_2024_6: RuleSet = making_data_count("MDC-2024/6", 6);
/// Runs of seven: the default.
pub const MDC_2024_7: RuleSet = making_data_count("MDC-2024/7", 7);
/// Runs of eight.
pub const MDC_2024_8: RuleSet = making_data_count("MDC-2024/8", 8);
/// The logic of NHSRplotthedots 0.2.2.
pub const NHSR_0_2_2: RuleSet = RuleSet {
    name: "NHSRplotthedots-0.2.2",
    shift: 7,
    trend: 7,
    two_of_three: TwoOfThree::InsideLimitsOnly,
};

/// Every offered rule set, default first.
pub const PRESETS: [RuleSet; 4] = [MDC_2024_7, MDC_2024_6, MDC_2024_8, NHSR_0_2_2];

impl RuleSet {
    /// The preset with this name.
    pub fn named(name: &str) -> Option<Self> {
        PRESETS.into_iter().find(|preset| preset.name == name)
    }
}

impl Default for RuleSet {
    fn default() -> Self {
        MDC_2024_7
    }
}

/// A rule that marks a point, and the side it points to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Mark {
    /// The rule.
    pub rule: Rule,
    /// High for rising and above, low for falling and below.
    pub side: Side,
}

/// Every rule that marks one point.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Marks(u8);

const ALL: [Mark; 8] = {
    const fn mark(rule: Rule, side: Side) -> Mark {
        Mark { rule, side }
    }
    [
        mark(Rule::Outside, Side::Low),
        mark(Rule::Outside, Side::High),
        mark(Rule::Trend, Side::Low),
        mark(Rule::Trend, Side::High),
        mark(Rule::TwoOfThree, Side::Low),
        mark(Rule::TwoOfThree, Side::High),
        mark(Rule::Shift, Side::Low),
        mark(Rule::Shift, Side::High),
    ]
};

impl Marks {
    fn add(&mut self, rule: Rule, side: Side) {
        self.0 |= 1 << (2 * rule as u8 + side as u8);
    }

    /// The marks in the order of [`Rule`].
    pub fn iter(self) -> impl Iterator<Item = Mark> {
        ALL.into_iter()
            .enumerate()
            .filter(move |(bit, _)| self.0 & (1 << bit) != 0)
            .map(|(_, mark)| mark)
    }

    /// Whether the point is marked by this rule on this side.
    pub fn has(self, rule: Rule, side: Side) -> bool {
        self.0 & (1 << (2 * rule as u8 + side as u8)) != 0
    }

    /// Whether no rule marks the point.
    pub fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// The mark an icon speaks of: the first by the order of [`Rule`].
    pub fn first(self) -> Option<Mark> {
        self.iter().next()
    }

    /// Whether rules point both ways, which the text then says.
    pub fn is_conflicting(self) -> bool {
        let sides = |side: Side| self.iter().any(|mark| mark.side == side);
        sides(Side::Low) && sides(Side::High)
    }
}

/// A recorded point of one phase, with the lines it is judged against.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Judged {
    /// Position in the whole series; neighbours differ by 1, one missing period makes it 2.
    pub position: usize,
    /// The charted value.
    pub value: f64,
    /// The centre line.
    pub centre: f64,
    /// The lines at this point.
    pub bounds: Bounds,
}

/// Marks of the recorded points of one phase, in their order. One missing period is stepped over;
/// two or more in a row break every window, so a gap never makes a signal.
pub fn apply(rules: &RuleSet, points: &[Judged]) -> Vec<Marks> {
    let mut marks = vec![Marks::default(); points.len()];
    let mut start = 0;
    for end in 1..=points.len() {
        if end == points.len() || points[end].position - points[end - 1].position > 2 {
            mark_stretch(rules, &points[start..end], &mut marks[start..end]);
            start = end;
        }
    }
    marks
}

/// Marks a stretch of points without a break.
fn mark_stretch(rules: &RuleSet, points: &[Judged], marks: &mut [Marks]) {
    for (point, mark) in points.iter().zip(marks.iter_mut()) {
        if let Some(side) = point.bounds.outside(point.value) {
            mark.add(Rule::Outside, side);
        }
    }
    mark_two_of_three(rules.two_of_three, points, marks);
    let sides: Vec<Option<Side>> = points
        .iter()
        .map(|point| side_of(point.value, point.centre))
        .collect();
    mark_runs(&sides, rules.shift, 0, Rule::Shift, marks);
    let changes: Vec<Option<Side>> = points
        .windows(2)
        .map(|pair| side_of(pair[1].value, pair[0].value))
        .collect();
    mark_runs(
        &changes,
        rules.trend.saturating_sub(1),
        1,
        Rule::Trend,
        marks,
    );
}

/// The side on which a value lies; tied lies on none.
fn side_of(value: f64, line: f64) -> Option<Side> {
    match compare(value, line) {
        Ordering::Less => Some(Side::Low),
        Ordering::Equal => None,
        Ordering::Greater => Some(Side::High),
    }
}

/// Marks every maximal run of one side that is at least `length` long; `extra` more points belong
/// to it (a run of changes has one point more than changes).
fn mark_runs(sides: &[Option<Side>], length: usize, extra: usize, rule: Rule, marks: &mut [Marks]) {
    let mut start = 0;
    for end in 1..=sides.len() {
        if end < sides.len() && sides[end] == sides[start] {
            continue;
        }
        if let Some(side) = sides[start].filter(|_| end - start >= length) {
            for mark in &mut marks[start..end + extra] {
                mark.add(rule, side);
            }
        }
        start = end;
    }
}

fn mark_two_of_three(logic: TwoOfThree, points: &[Judged], marks: &mut [Marks]) {
    let is_far = |point: &Judged, side: Side| {
        point.bounds.beyond_two(point.value) == Some(side)
            && (logic == TwoOfThree::IncludingOutside
                || point.bounds.outside(point.value).is_none())
    };
    for (start, window) in points.windows(3).enumerate() {
        for side in [Side::Low, Side::High] {
            let is_one_sided = window
                .iter()
                .all(|point| side_of(point.value, point.centre) == Some(side));
            if !is_one_sided || window.iter().filter(|point| is_far(point, side)).count() < 2 {
                continue;
            }
            for (mark, point) in marks[start..start + 3].iter_mut().zip(window) {
                if is_far(point, side) {
                    mark.add(Rule::TwoOfThree, side);
                }
            }
        }
    }
}
