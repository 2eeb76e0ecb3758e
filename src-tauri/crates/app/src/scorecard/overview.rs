//! The team overview: what is due or late, then advisers × KPIs by alias. Nobody is marked better or worse here
//! and nobody is ordered by a result: a chart signal lives on the adviser's own page, where it means "look and ask".

use super::basis::{Basis, Shown, Whom};
use super::drawn::{block_view, spark_view};
use super::needs;
use super::team_page::{TeamPage, is_gone, read_page};
use super::view::{
    LoadOverview, NeedKindView, NeedView, OverviewCellView, OverviewColumnView, OverviewRowView,
    OverviewView,
};
use crate::app::App;
use crate::error::AppError;
use crate::vault::recovery_doubted;
use crate::view::StatusView;
use charts::wording::{day, in_period, period_words, point_value, range_now_words};
use charts::{Emphasis, Size, sparkline};
use domain::scorecard::{Reading, Status};
use domain::team::Adviser;
use words::{Arg, Words, date};

/// The team overview of the open vault.
pub fn overview(app: &mut App, request: LoadOverview) -> Result<OverviewView, AppError> {
    let LoadOverview { month } = request;
    let basis = Basis::load(app.store()?, app.words(), app.today())?;
    let mut view = team_overview(&basis, month.as_deref(), Whom::Everybody)?;
    if let Some(need) = recovery_need(app)? {
        view.needs_you.insert(0, need);
        view.needs_you.truncate(needs::MOST);
    }
    Ok(view)
}

/// What the recovery code asks for: to be confirmed, or to be looked for once a year.
fn recovery_need(app: &mut App) -> Result<Option<NeedView>, AppError> {
    if app.is_throwaway() {
        return Ok(None);
    }
    let need = |kind: NeedKindView, fact: String| NeedView {
        kind,
        alias: None,
        fact,
        due: None,
        period: None,
    };
    if !app.session()?.recovery_confirmed {
        let fact = app.words().say("need-recovery", &[]);
        return Ok(Some(need(NeedKindView::Recovery, fact)));
    }
    let doubted = recovery_doubted(app)?;
    Ok(doubted.map(|last| {
        let words = app.words();
        let last = [("day", Arg::from(date::full(words, day(last))))];
        need(
            NeedKindView::RecoveryCheck,
            words.say("need-recovery-check", &last),
        )
    }))
}

/// The overview by the figures alone, without what belongs to this opening of the vault.
pub fn team_overview(
    basis: &Basis<'_>,
    month: Option<&str>,
    whom: Whom<'_>,
) -> Result<OverviewView, AppError> {
    let shown = basis.shown(month)?;
    let page = read_page(basis, shown, whom)?;
    let words = basis.words;
    let team = basis.read().team();
    let mut rows = Vec::with_capacity(page.advisers.len());
    for (adviser, readings) in page.advisers.iter().zip(&page.readings) {
        rows.push(OverviewRowView {
            adviser: team.public_id(adviser.id)?.to_string(),
            alias: adviser.alias.reveal().to_owned(),
            left: left_sentence(words, adviser, shown),
            cells: cells(words, readings),
        });
    }
    Ok(OverviewView {
        month: shown.month.to_string(),
        month_words: period_words(words, shown.month),
        months: shown.months(words, page.cells()),
        rows,
        sentence: page.verdict(words, shown),
        needs_you: needs::needs(words, &page.missing),
        quiet: page.quiet(words),
        columns: columns(words, &page),
    })
}

fn cells(words: &Words, readings: &[Reading]) -> Vec<OverviewCellView> {
    readings
        .iter()
        .map(|reading| cell(words, reading))
        .collect()
}

/// "Left 30 October 2026. Figures are due for deletion by 30 April 2027." (rulings 37)
fn left_sentence(words: &Words, adviser: &Adviser, shown: Shown) -> Option<String> {
    let left = adviser.left.filter(|_| is_gone(adviser, shown))?;
    let until = adviser.kept_until()?;
    let values = [
        ("left", Arg::from(date::full(words, day(left)))),
        ("until", Arg::from(date::full(words, day(until)))),
    ];
    Some(words.say("overview-left", &values))
}

/// One cell. A signal is not shown here: such a cell looks like any other that has a range.
fn cell(words: &Words, reading: &Reading) -> OverviewCellView {
    let status = match reading.status {
        Status::NoFigures => StatusView::NoFigures,
        Status::TooFew => StatusView::TooFew,
        Status::Better | Status::Worse | Status::Changed | Status::NoClearChange => {
            StatusView::NoClearChange
        }
    };
    let value = value_words(words, reading);
    let range = range_now_words(words, reading);
    let values = [("value", Arg::from(&value)), ("range", Arg::from(&range))];
    let spoken = match status {
        StatusView::NoFigures => match reading.late {
            Some(late) => {
                let period = Arg::from(in_period(words, late));
                words.say("overview-cell-late", &[("period", period)])
            }
            None => words.say("overview-cell-none", &[]),
        },
        StatusView::TooFew if value.is_empty() => words.say("overview-cell-few-open", &[]),
        StatusView::TooFew => words.say("overview-cell-few", &values),
        StatusView::Better
        | StatusView::Worse
        | StatusView::Changed
        | StatusView::NoClearChange
            if reading.range_now().is_some() =>
        {
            words.say("overview-cell", &values)
        }
        StatusView::Better
        | StatusView::Worse
        | StatusView::Changed
        | StatusView::NoClearChange => words.say("overview-cell-other", &values),
    };
    OverviewCellView {
        value,
        status,
        spoken,
        usual_range: range,
        spark: spark_view(&sparkline(reading, Size::Cell, Emphasis::Plain)),
    }
}

/// The latest judged value, or that its replies are too few to show it; nothing while the one that is due is missing.
pub(super) fn value_words(words: &Words, reading: &Reading) -> String {
    if reading.late.is_none() && reading.few_replies().is_some() {
        return words.say("value-few-replies", &[]);
    }
    reading
        .shown()
        .and_then(|point| point_value(words, reading, point))
        .unwrap_or_default()
}

fn columns(words: &Words, page: &TeamPage<'_>) -> Vec<OverviewColumnView> {
    let columns = page.kpis.iter().enumerate();
    columns
        .map(|(at, (kpi, definition))| OverviewColumnView {
            kpi: kpi.code.clone(),
            name: definition.name.as_str().to_owned(),
            under: page.under(words, at, definition),
            block: block_view(definition.block),
        })
        .collect()
}
