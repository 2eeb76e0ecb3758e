//! The classic Shewhart family with three-sigma limits and run analysis (Provost and Murray 2011;
//! agreement with qicharts2 0.8.1), with its options: freezing, parts, excluded points.

use super::classic_lines::lines;
use crate::run::{Runs, runs};
use crate::tie::{is_above, is_below};
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

/// One row of the data.
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
    /// Rows of the part.
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

/// One part as its lines need it: charted values, rows, and which of them make the limits.
pub(super) struct Part {
    pub(super) values: Vec<Option<f64>>,
    pub(super) rows: Vec<Row>,
    pub(super) in_base: Vec<bool>,
}

/// Charts the rows.
pub fn chart(kind: Classic, rows: &[Row], options: &ClassicOptions) -> ClassicChart {
    let mut breaks: Vec<usize> = options
        .parts
        .iter()
        .copied()
        .filter(|at| *at > 0 && *at < rows.len())
        .collect();
    breaks.sort_unstable();
    breaks.dedup();
    breaks.push(rows.len());
    let mut whole = ClassicChart {
        parts: Vec::new(),
        points: Vec::new(),
    };
    let mut start = 0;
    for (number, end) in breaks.into_iter().enumerate() {
        let points = chart_part(kind, &rows[start..end], start, number + 1, options);
        let useful = points
            .iter()
            .filter(|point| point.is_included)
            .filter_map(|point| point.y.zip(point.centre));
        let runs = runs(useful);
        let is_signal = kind != Classic::MovingRange && runs.is_some_and(|runs| runs.is_signal());
        whole.parts.push(ClassicPart {
            observations: end - start,
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

fn chart_part(
    kind: Classic,
    rows: &[Row],
    start: usize,
    part: usize,
    options: &ClassicOptions,
) -> Vec<ClassicPoint> {
    let mut values: Vec<Option<f64>> = rows.iter().map(|row| charted(kind, row)).collect();
    if kind == Classic::MovingRange {
        let ranges = values
            .windows(2)
            .map(|pair| Some((pair[1]? - pair[0]?).abs()));
        values = std::iter::once(None).chain(ranges).collect();
    }
    let is_frozen =
        |at: usize| options.parts.is_empty() && options.freeze.is_some_and(|freeze| at >= freeze);
    let is_included = |at: usize| !options.exclude.contains(&(start + at + 1));
    let in_base = (0..rows.len())
        .map(|at| is_included(at) && !is_frozen(at))
        .collect();
    let whole = Part {
        values,
        rows: rows.to_vec(),
        in_base,
    };
    let scaled = |line: Option<f64>| {
        line.map(|line| line * options.multiply)
            .filter(|line| line.is_finite())
    };
    lines(kind, &whole, options.screening)
        .into_iter()
        .enumerate()
        .map(|(at, line)| {
            let (y, limits) = (scaled(whole.values[at]), line.limits.map(scaled));
            ClassicPoint {
                y,
                part,
                centre: scaled(line.centre),
                limits,
                two_sigma: line.two_sigma.map(scaled),
                is_outside: is_outside(y, limits),
                is_included: is_included(at),
                is_baseline: !is_frozen(at),
            }
        })
        .collect()
}

fn is_outside(y: Option<f64>, [lower, upper]: [Option<f64>; 2]) -> bool {
    y.is_some_and(|y| {
        lower.is_some_and(|low| is_below(y, low)) || upper.is_some_and(|high| is_above(y, high))
    })
}
