//! Cells to read and draw.

use charts::finding::Subject;
use chrono::NaiveDate;
use domain::figure::{Amount, Figure, FigureStatus};
use domain::kpi::{Block, Direction, ExposureKind, Kind, KpiDefinition, KpiId, Roll};
use domain::period::{Grain, Period, parse_period};
use domain::scorecard::{CellFigures, HandBaseline, Judging, PhaseStart, Reading, derive_reading};
use domain::target::{Level, Scope, Target};
use domain::team::AdviserId;
use domain::text::Label;
use stats::chart::CountPolicy;
use stats::phases::PointsNeeded;
use stats::rules::MDC_2024_7;

/// Whose figures the tests speak of.
pub(crate) const SUBJECT: Subject<'_> = Subject {
    alias: "Amara",
    name: "Job starts",
};

/// A cell in the making.
#[derive(Debug)]
pub(crate) struct Cell {
    definition: KpiDefinition,
    first: Period,
    figures: Vec<Figure>,
    phases: Vec<PhaseStart>,
    baseline: Option<HandBaseline>,
    target: Option<Target>,
    counts: CountPolicy,
    today: NaiveDate,
}

pub(crate) fn period(text: &str) -> Period {
    parse_period(text).unwrap()
}

/// A cell whose first figure is of a period.
pub(crate) fn cell(kind: Kind, direction: Direction, first: &str, today: &str) -> Cell {
    let first = period(first);
    let definition = KpiDefinition {
        id: KpiId(1),
        code: "K19".to_owned(),
        version: 1,
        valid_from: None,
        name: Label::parse("Job starts").unwrap(),
        unit_words: String::new(),
        numerator: "job starts".to_owned(),
        denominator: "starts due".to_owned(),
        excludes: Vec::new(),
        kind,
        direction,
        block: Block::Lagging,
        stage: "S7".to_owned(),
        grain: first.grain(),
        roll: Roll::Sum,
        exposure: ExposureKind::None,
        lag_days: 0,
        window_days: 0,
        minimum_denominator: 10,
        pair: None,
        feeders: Vec::new(),
        tasks: Vec::new(),
        purpose: "to see whether people find work".to_owned(),
        less_intrusive: "none".to_owned(),
        local: false,
    };
    Cell {
        definition,
        first,
        figures: Vec::new(),
        phases: Vec::new(),
        baseline: None,
        target: None,
        counts: CountPolicy::XmR,
        today: today.parse().unwrap(),
    }
}

impl Cell {
    /// Figures from the first period on: numerator, denominator or exposure, `None` for a gap.
    pub(crate) fn figures(mut self, amounts: impl IntoIterator<Item = Option<(i64, i64)>>) -> Self {
        let mut at = self.first;
        for amount in amounts {
            self.figures
                .extend(amount.map(|(numerator, out_of)| Figure {
                    adviser: AdviserId(1),
                    kpi: KpiId(1),
                    period: at,
                    amount: amount_of(self.definition.kind, numerator, out_of),
                    status: FigureStatus::Ok,
                }));
            at = at.next();
        }
        self
    }

    /// Counts from the first period on.
    pub(crate) fn counts(self, counts: &[i64]) -> Self {
        self.figures(counts.iter().map(|count| Some((*count, 1))))
    }

    pub(crate) fn status(mut self, at: usize, status: FigureStatus) -> Self {
        if let Some(figure) = self.figures.get_mut(at) {
            figure.status = status;
        }
        self
    }

    pub(crate) fn phase(mut self, from: &str, reason: &str) -> Self {
        let reason = reason.to_owned();
        self.phases.push(PhaseStart {
            from: period(from),
            reason,
            frozen: None,
        });
        self
    }

    pub(crate) fn phase_at(mut self, place: usize) -> Self {
        let from = (0..place).fold(self.first, |period, _| period.next());
        self.phases.push(PhaseStart {
            from,
            reason: "new desk".to_owned(),
            frozen: None,
        });
        self
    }

    pub(crate) fn baseline(mut self, points: u32) -> Self {
        self.baseline = Some(HandBaseline {
            from: None,
            points,
            reason: "before the desk moved".to_owned(),
        });
        self
    }

    pub(crate) fn target(mut self, millionths: i64) -> Self {
        self.target = Some(Target {
            id: 1,
            kpi: KpiId(1),
            scope: Scope::Each,
            level: Level::Expected,
            millionths,
            from: "2020-01-01".parse().unwrap(),
            to: None,
            source: "agreed".to_owned(),
        });
        self
    }

    pub(crate) fn by_data(mut self) -> Self {
        self.counts = CountPolicy::ByData;
        self
    }

    pub(crate) fn read(&self) -> Reading {
        derive_reading(&CellFigures {
            definitions: std::slice::from_ref(&self.definition),
            figures: &self.figures,
            phases: &self.phases,
            baselines: self.baseline.as_slice(),
            target: self.target.as_ref(),
            judging: Judging {
                rules: MDC_2024_7,
                counts: self.counts,
                needs: PointsNeeded::STANDARD,
            },
            month: None,
            service: (None, None),
            today: self.today,
        })
    }
}

fn amount_of(kind: Kind, numerator: i64, out_of: i64) -> Amount {
    match kind {
        Kind::Proportion | Kind::ScoreShare => Amount {
            numerator,
            denominator: Some(out_of),
            exposure: None,
        },
        Kind::Count => Amount {
            numerator,
            denominator: None,
            exposure: None,
        },
        Kind::Rate => Amount {
            numerator,
            denominator: None,
            exposure: Some(out_of),
        },
        Kind::Value => Amount {
            numerator: numerator * 1000,
            denominator: Some(out_of),
            exposure: None,
        },
    }
}

/// The grain of a first period, for a random one.
pub(crate) fn first_of(grain: Grain) -> &'static str {
    match grain {
        Grain::Day => "2024-02-01",
        Grain::Week => "2024-W06",
        Grain::Month => "2021-02",
        Grain::Quarter => "2010-Q1",
    }
}
