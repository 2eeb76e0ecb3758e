//! From chart models and readings to the forms the page draws.

use super::report::against_view;
use crate::kpis::view::BlockView;
use crate::view::{
    AgainstTargetView, ChartAnchorView, ChartBandView, ChartLineView, ChartPathView,
    ChartPointView, ChartShapeView, ChartTextView, ChartToneView, ChartView, MarkView,
    SparkPointView, SparklineView, StatusView, TableView,
};
use charts::model::{Anchor, Line, Shape, Tone, points_text};
use charts::wording::{against_words, status_words};
use charts::{Chart, Sparkline};
use domain::kpi::Block;
use domain::scorecard::{Reading, Status};
use words::Words;

pub(super) fn status_view(status: Status) -> StatusView {
    match status {
        Status::Better => StatusView::Better,
        Status::Worse => StatusView::Worse,
        Status::Changed => StatusView::Changed,
        Status::NoClearChange => StatusView::NoClearChange,
        Status::TooFew => StatusView::TooFew,
        Status::NoFigures => StatusView::NoFigures,
    }
}

pub(super) fn change_mark(words: &Words, reading: &Reading) -> MarkView<StatusView> {
    MarkView {
        mark: status_view(reading.status),
        words: status_words(words, reading),
    }
}

pub(super) fn target_mark(words: &Words, reading: &Reading) -> MarkView<AgainstTargetView> {
    MarkView {
        mark: against_view(reading.against),
        words: against_words(words, reading.against),
    }
}

pub(super) fn block_view(block: Block) -> BlockView {
    match block {
        Block::Leading => BlockView::Leading,
        Block::Lagging => BlockView::Lagging,
        Block::Quality => BlockView::Quality,
        Block::Context => BlockView::Context,
    }
}

fn tone_view(tone: Tone) -> ChartToneView {
    match tone {
        Tone::Neutral => ChartToneView::Neutral,
        Tone::Better => ChartToneView::Better,
        Tone::Worse => ChartToneView::Worse,
        Tone::Muted => ChartToneView::Muted,
    }
}

fn shape_view(shape: Shape) -> ChartShapeView {
    match shape {
        Shape::Circle => ChartShapeView::Circle,
        Shape::Square => ChartShapeView::Square,
        Shape::Diamond => ChartShapeView::Diamond,
        Shape::Hollow => ChartShapeView::Hollow,
    }
}

fn line_view(line: Line) -> ChartLineView {
    match line {
        Line::Series => ChartLineView::Series,
        Line::Limit => ChartLineView::Limit,
        Line::TrialLimit => ChartLineView::TrialLimit,
        Line::Centre => ChartLineView::Centre,
        Line::Target => ChartLineView::Target,
        Line::Grid => ChartLineView::Grid,
        Line::Axis => ChartLineView::Axis,
        Line::Break => ChartLineView::Break,
        Line::Bracket => ChartLineView::Bracket,
    }
}

fn anchor_view(anchor: Anchor) -> ChartAnchorView {
    match anchor {
        Anchor::Start => ChartAnchorView::Start,
        Anchor::Middle => ChartAnchorView::Middle,
        Anchor::End => ChartAnchorView::End,
    }
}

/// A chart as the page draws it.
pub(super) fn chart_view(chart: Chart) -> ChartView {
    let bands = chart.bands.iter().map(|band| ChartBandView {
        points: points_text(&band.places),
    });
    let lines = chart.lines.iter().map(|path| ChartPathView {
        line: line_view(path.line),
        tone: tone_view(path.tone),
        points: points_text(&path.places),
    });
    let texts = chart.texts.into_iter().map(|text| ChartTextView {
        x: text.place.0,
        y: text.place.1,
        text: text.text,
        anchor: anchor_view(text.anchor),
        tone: tone_view(text.tone),
        strong: text.is_strong,
    });
    let points = chart.points.into_iter().map(|mark| ChartPointView {
        x: mark.place.0,
        y: mark.place.1,
        shape: shape_view(mark.shape),
        tone: tone_view(mark.tone),
        head: mark.head,
        body: mark.body,
    });
    ChartView {
        width: chart.width,
        height: chart.height,
        title: chart.title,
        sentence: chart.sentence,
        bands: bands.collect(),
        lines: lines.collect(),
        texts: texts.collect(),
        points: points.collect(),
        table: TableView {
            caption: chart.table.caption,
            columns: chart.table.columns,
            rows: chart.table.rows,
        },
    }
}

/// A sparkline as the page draws it.
pub(super) fn spark_view(spark: &Sparkline) -> SparklineView {
    let points = spark.points.iter().map(|dot| SparkPointView {
        x: dot.place.0,
        y: dot.place.1,
        shape: shape_view(dot.shape),
        tone: tone_view(dot.tone),
    });
    SparklineView {
        width: spark.width,
        height: spark.height,
        band: points_text(&spark.band),
        lines: spark.lines.iter().map(|line| points_text(line)).collect(),
        points: points.collect(),
        tone: tone_view(spark.tone),
    }
}
