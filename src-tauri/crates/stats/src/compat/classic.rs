//! The classic Shewhart family with three-sigma limits and run analysis (Provost and Murray 2011;
//! agreement with qicharts2 0.8.1), with its options: freezing, parts, excluded points. Like the
//! original it compares to the last bit; the tie tolerance is the app's own.

use super::classic_lines::{Lines, lines};
use crate::run::{Runs, runs_of_sides};
use crate::xmr::Screening;

/// Which chart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Classic {
    /// Run chart: median, no limits.
    Run,
    /// Individuals, 3/1.128.
    Individuals,
    /// Moving ranges.
    MovingRange,
    /// Proportions.
    P,
    /// Laney's p-prime, sigma z not floored.
    PPrime,
    /// Rates.
    U,
    /// Laney's u-prime, sigma z not floored.
    UPrime,
    /// Counts.
    C,
    /// Cases between events.
    G,
    /// Time between events.
    T,
    /// Individuals weighted by denominators.
    IPrime,
}

impl Classic {
    /// Whether the charted value is the sum over its denominator.
    fn is_divided(self) -> bool {
        match self {
            Self::C => false,
            Self::Run
            | Self::Individuals
            | Self::MovingRange
            | Self::P
            | Self::PPrime
            | Self::U
            | Self::UPrime
            | Self::G
            | Self::T
            | Self::IPrime => true,
        }
    }
}

/// One row of the data. One that lacks either number is missing whole, as in the original: it has no limits.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Row {
    /// Value, count or sum; `None` = missing.
    pub y: Option<f64>,
    /// Denominator; 1 where the data have none.
    pub n: Option<f64>,
}

/// Options of the family.
#[derive(Debug, Clone, PartialEq)]
pub struct ClassicOptions {
    /// Only the first so many points give centre and limits; ignored when there are parts.
    pub freeze: Option<usize>,
    /// A new part starts after each of these points (1-based).
    pub parts: Vec<usize>,
    /// Points left out of centre, limits and runs (1-based).
    pub exclude: Vec<usize>,
    /// Factor on value, centre and limits, applied last.
    pub multiply: f64,
    /// Whether large moving ranges are dropped once.
    pub screening: Screening,
}

impl Default for ClassicOptions {
    fn default() -> Self {
        Self {
            freeze: None,
            parts: Vec::new(),
            exclude: Vec::new(),
            multiply: 1.0,
            screening: Screening::On,
        }
    }
}

/// One charted point.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct ClassicPoint {
    /// Charted value.
    pub y: Option<f64>,
    /// Number of its part, from 1.
    pub part: usize,
    /// Centre line.
    pub centre: Option<f64>,
    /// Three-sigma limits, lower first.
    pub limits: [Option<f64>; 2],
    /// Two-sigma lines, lower first.
    pub two_sigma: [Option<f64>; 2],
    /// Whether it lies strictly outside the limits.
    pub is_outside: bool,
    /// Whether it was not excluded.
    pub is_included: bool,
    /// Whether it lies inside the frozen baseline.
    pub is_baseline: bool,
}

/// Run analysis of one part.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ClassicPart {
    /// Rows of the part that are not excluded, missing ones among them.
    pub observations: usize,
    /// Runs; `None` when every point lies on the centre.
    pub runs: Option<Runs>,
    /// Whether runs or crossings are unusual.
    pub is_signal: bool,
}

/// A whole chart.
#[derive(Debug, Clone, PartialEq)]
pub struct ClassicChart {
    /// Its parts in order.
    pub parts: Vec<ClassicPart>,
    /// One point per row.
    pub points: Vec<ClassicPoint>,
}

impl Row {
    /// The row, both numbers missing where one is.
    fn complete(self) -> Self {
        let is_whole = self.y.is_some() && self.n.is_some();
        Self {
            y: self.y.filter(|_| is_whole),
            n: self.n.filter(|_| is_whole),
        }
    }
}

/// One part as its lines need it: charted values, rows, and which of them make the limits.
pub(super) struct Part {
    pub(super) values: Vec<Option<f64>>,
    pub(super) rows: Vec<Row>,
    pub(super) in_base: Vec<bool>,
}

/// Charts the rows.
pub fn chart(kind: Classic, rows: &[Row], options: &ClassicOptions) -> ClassicChart {
    let rows: Vec<Row> = rows.iter().map(|row| row.complete()).collect();
    let mut whole = assemble(rows.len(), options, |stretch| {
        chart_part(kind, &rows[stretch.start..stretch.end], stretch)
    });
    if kind == Classic::MovingRange {
        whole
            .parts
            .iter_mut()
            .for_each(|part| part.is_signal = false);
    }
    whole
}

/// Where a part lies in the whole series, and the options that say what it leaves out.
pub(super) struct Stretch<'a> {
    pub(super) start: usize,
    pub(super) end: usize,
    part: usize,
    options: &'a ClassicOptions,
}

impl Stretch<'_> {
    fn is_frozen(&self, at: usize) -> bool {
        self.options.parts.is_empty() && self.options.freeze.is_some_and(|freeze| at >= freeze)
    }

    fn is_included(&self, at: usize) -> bool {
        !self.options.exclude.contains(&(self.start + at + 1))
    }

    /// Which points make centre and limits.
    pub(super) fn in_base(&self) -> Vec<bool> {
        (0..self.end - self.start)
            .map(|at| self.is_included(at) && !self.is_frozen(at))
            .collect()
    }

    /// The points of charted values with their lines.
    pub(super) fn points(&self, values: &[Option<f64>], lines: Vec<Lines>) -> Vec<ClassicPoint> {
        let scaled = |line: Option<f64>| {
            line.map(|line| line * self.options.multiply)
                .filter(|line| line.is_finite())
        };
        lines
            .into_iter()
            .enumerate()
            .map(|(at, line)| {
                let (y, limits) = (scaled(values[at]), line.limits.map(scaled));
                ClassicPoint {
                    y,
                    part: self.part,
                    centre: scaled(line.centre),
                    limits,
                    two_sigma: line.two_sigma.map(scaled),
                    is_outside: is_outside(y, limits),
                    is_included: self.is_included(at),
                    is_baseline: !self.is_frozen(at),
                }
            })
            .collect()
    }
}

/// Cuts `length` points into the parts the options ask for and analyses the runs of each.
pub(super) fn assemble(
    length: usize,
    options: &ClassicOptions,
    chart_part: impl Fn(&Stretch<'_>) -> Vec<ClassicPoint>,
) -> ClassicChart {
    let mut breaks: Vec<usize> = options
        .parts
        .iter()
        .copied()
        .filter(|at| *at > 0 && *at < length)
        .collect();
    breaks.sort_unstable();
    breaks.dedup();
    breaks.push(length);
    let mut whole = ClassicChart {
        parts: Vec::new(),
        points: Vec::new(),
    };
    let mut start = 0;
    for (number, end) in breaks.into_iter().enumerate() {
        let points = chart_part(&Stretch {
            start,
            end,
            part: number + 1,
            options,
        });
        let included = points.iter().filter(|point| point.is_included);
        let observations = included.clone().count();
        let runs = runs_of_sides(included.filter_map(|point| point.y?.partial_cmp(&point.centre?)));
        let is_signal = runs.is_some_and(|runs| runs.is_signal());
        whole.parts.push(ClassicPart {
            observations,
            runs,
            is_signal,
        });
        whole.points.extend(points);
        start = end;
    }
    whole
}

fn charted(kind: Classic, row: &Row) -> Option<f64> {
    let y = row.y?;
    if !kind.is_divided() {
        return Some(y);
    }
    let n = row.n.filter(|n| *n > 0.0)?;
    Some(y / n)
}

fn chart_part(kind: Classic, rows: &[Row], stretch: &Stretch<'_>) -> Vec<ClassicPoint> {
    let mut values: Vec<Option<f64>> = rows.iter().map(|row| charted(kind, row)).collect();
    if kind == Classic::MovingRange {
        let ranges = values
            .windows(2)
            .map(|pair| Some((pair[1]? - pair[0]?).abs()));
        values = std::iter::once(None).chain(ranges).collect();
    }
    let part = Part {
        values,
        rows: rows.to_vec(),
        in_base: stretch.in_base(),
    };
    stretch.points(&part.values, lines(kind, &part, stretch.options.screening))
}

fn is_outside(y: Option<f64>, [lower, upper]: [Option<f64>; 2]) -> bool {
    y.is_some_and(|y| lower.is_some_and(|low| y < low) || upper.is_some_and(|high| y > high))
}
