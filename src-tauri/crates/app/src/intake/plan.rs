//! The dry run: what a file holds and what importing it would do. Nothing is written.

use super::compare::{compare, numbers};
use super::gather::{Keep, Packed};
use super::known::Standing;
use super::people::By;
use super::reading::{Prepared, Rows, check_foreign, during, prepare, small, survey_of};
use super::roster;
use super::say;
use super::stop::Stop;
use super::turned::Turned;
use crate::app::App;
use crate::error::AppError;
use crate::intake::view::{
    ColumnView, DateExampleView, DateQuestionView, IntakeChoices, IntakePlanView, NewAdviserView,
    NewKpiView, ReadIntake, RefusedColumnView,
};
use crate::job::Job;
use crate::kpis::view::{GrainView, KindView};
use chrono::{Datelike, NaiveDate};
use intake::{
    Choices, DateOrder, DateReading, GrainReading, IntakeKind, Layout, MissingColumn, Source,
    Survey,
};
use std::path::Path;
use store::figures::Loaded;
use words::date::{self, Day};
use words::{Arg, Words, number};

/// Looks at a chosen file with the choices made so far.
pub fn plan(app: &mut App, request: ReadIntake) -> Result<IntakePlanView, AppError> {
    let path = app.file(&request.file)?.to_path_buf();
    let job = app.job();
    let planned = during(&job, || {
        plan_file(app, &path, &request.choices, Choices::default(), &job)
    })?;
    Ok(IntakePlanView {
        file: request.file,
        ..planned.view
    })
}

/// A dry run and what it knows beyond its view.
pub(super) struct Planned {
    pub(super) view: IntakePlanView,
    pub(super) survey: Survey,
    pub(super) counted: Counted,
}

/// What a dry run counted.
#[derive(Default)]
pub(super) struct Counted {
    pub(super) accepted: u64,
    pub(super) loaded: Loaded,
    pub(super) turned: Turned,
    /// Rows past keeping, and the totals that may be kept of them.
    pub(super) expired: u64,
    pub(super) team_totals: u64,
}

pub(super) fn plan_file(
    app: &App,
    path: &Path,
    choices: &IntakeChoices,
    further: Choices,
    job: &Job,
) -> Result<Planned, Stop> {
    check_foreign(app, path)?;
    let read = app.store()?.read();
    let found = survey_of(read, path, choices, further, job)?;
    let mut prepared = prepare(read, app.latest_day(), found, choices)?;
    let counted = if prepared.survey.missing.is_empty() {
        match prepared.survey.kind {
            IntakeKind::Figures => count_figures(app, &mut prepared, job)?,
            IntakeKind::Roster => roster::count(&mut prepared, &roster::teams(read)?, job)?,
        }
    } else {
        Counted::default()
    };
    let view = view_of((app.words(), path), &prepared, &counted, choices);
    Ok(Planned {
        view,
        survey: prepared.survey,
        counted,
    })
}

fn count_figures(app: &App, prepared: &mut Prepared, job: &Job) -> Result<Counted, Stop> {
    let read = app.store()?.read();
    let numbers = numbers(prepared);
    let mut loaded = Loaded::default();
    let mut outcome = Ok(());
    let room = prepared.room();
    let mut hand_on = |figures: &mut Vec<Packed>| {
        numbers.sort(figures);
        if outcome.is_ok() {
            outcome = compare(read, figures, &mut loaded);
        }
    };
    let Rows {
        tally,
        turned,
        mut kept,
        expired,
        totals,
        ..
    } = prepared.read(Keep::Chunks(room, &mut hand_on), Turned::default(), job)?;
    hand_on(&mut kept);
    outcome?;
    let offered = totals.offer(read, &prepared.world, prepared.survey.grain)?;
    Ok(Counted {
        accepted: tally.accepted,
        loaded,
        turned,
        expired,
        team_totals: u64::try_from(offered.len()).unwrap_or_default(),
    })
}

fn view_of(
    (words, path): (&Words, &Path),
    prepared: &Prepared,
    counted: &Counted,
    choices: &IntakeChoices,
) -> IntakePlanView {
    let Prepared { source, survey, .. } = prepared;
    let rejected = counted.turned.count;
    IntakePlanView {
        file: String::new(),
        file_name: path
            .file_name()
            .map(|name| name.to_string_lossy().into_owned())
            .unwrap_or_default(),
        format: format_words(words, source, survey),
        sheets: source
            .sheets()
            .iter()
            .map(|sheet| sheet.name.clone())
            .collect(),
        sheet: sheet_name(source, survey),
        kind: survey.kind.into(),
        wide: survey.layout == Layout::FiguresWide,
        remembered: survey.remembered,
        columns: columns_of(survey),
        refused_columns: refused_of(words, survey),
        dates: dates_words(words, &survey.dates),
        date_question: date_question(words, &survey.dates),
        grain: grain_of(survey),
        new_advisers: new_advisers(prepared),
        new_kpis: new_kpis(prepared),
        rows: small(survey.rows),
        accepted: small(counted.accepted),
        figures_new: small(counted.loaded.new),
        figures_same: small(counted.loaded.same),
        figures_changed: small(counted.loaded.changed),
        total_rows: small(survey.totals),
        formula_cells: small(survey.formulas),
        rejected: small(rejected),
        rejected_rows: counted
            .turned
            .shown
            .iter()
            .map(|row| say::rejected(words, survey, row))
            .collect(),
        expired: small(counted.expired),
        team_totals: small(counted.team_totals),
        blocked: blocked(words, survey, counted, choices),
    }
}

/// "CSV, UTF-8, semicolon, decimals with a comma".
fn format_words(words: &Words, source: &Source, survey: &Survey) -> String {
    let format = source.describe();
    if survey.has_decimal_commas() {
        words.say("intake-decimal-commas", &[("format", Arg::from(format))])
    } else {
        format
    }
}

fn new_kpis(prepared: &Prepared) -> Vec<NewKpiView> {
    let new = prepared.world.kpis.iter().filter_map(|kpi| {
        let mut known = prepared.known_kpis.iter();
        let taken = known.find(|known| known.name == kpi.name);
        let taken = taken.map(|known| known.code.clone());
        (taken.is_some() || kpi.standing != Standing::Known).then(|| NewKpiView {
            name: kpi.name.clone(),
            kind: KindView::from(kpi.kind()),
            like: kpi.like.clone(),
            taken,
        })
    });
    new.collect()
}

fn new_advisers(prepared: &Prepared) -> Vec<NewAdviserView> {
    let people = prepared.world.people.iter();
    let new = people.filter(|person| person.by != By::Alias || person.standing != Standing::Known);
    new.map(|person| NewAdviserView {
        name: person.name.clone(),
        taken: (person.by != By::Alias).then(|| person.adviser.alias.reveal().to_owned()),
    })
    .collect()
}

fn sheet_name(source: &Source, survey: &Survey) -> Option<String> {
    survey
        .sheet
        .and_then(|place| source.sheets().get(place))
        .map(|sheet| sheet.name.clone())
}

fn columns_of(survey: &Survey) -> Vec<ColumnView> {
    let column = |column: &intake::Column| ColumnView {
        heading: column.heading.clone(),
        meaning: column.meaning.clone().into(),
        samples: column.samples.clone(),
    };
    survey.columns.iter().map(column).collect()
}

fn refused_of(words: &Words, survey: &Survey) -> Vec<RefusedColumnView> {
    let column = |refused: &intake::RefusedColumn| RefusedColumnView {
        position: u32::try_from(refused.index).unwrap_or_default(),
        heading: refused.heading.clone(),
        reason: refused.detector.code().to_owned(),
        words: say::detector(words, refused.detector),
        cells: small(refused.cells),
        of: small(refused.of),
        shape: refused.shape.clone(),
        may_override: refused.detector.can_yield(),
    };
    survey.refused.iter().map(column).collect()
}

/// "day first, proved by 23/11/2024 in row 3"; nothing while it is asked.
fn dates_words(words: &Words, dates: &DateReading) -> Option<String> {
    let order = |order: DateOrder| match order {
        DateOrder::DayFirst => words.say("intake-day-first", &[]),
        DateOrder::MonthFirst => words.say("intake-month-first", &[]),
    };
    match dates {
        DateReading::Plain => Some(words.say("intake-dates-plain", &[])),
        DateReading::Chosen(chosen) => Some(words.say(
            "intake-dates-chosen",
            &[("order", Arg::from(order(*chosen)))],
        )),
        DateReading::Proved {
            order: proved,
            text,
            line,
        } => {
            let values = [
                ("order", Arg::from(order(*proved))),
                ("text", Arg::from(text)),
                (
                    "row",
                    Arg::from(number::whole(i64::try_from(*line).unwrap_or_default())),
                ),
            ];
            Some(words.say("intake-dates-proved", &values))
        }
        DateReading::Ambiguous(_) => None,
    }
}

fn date_question(words: &Words, dates: &DateReading) -> Option<DateQuestionView> {
    let DateReading::Ambiguous(examples) = dates else {
        return None;
    };
    let example = |example: &intake::DateExample| DateExampleView {
        text: example.text.clone(),
        day_first: date::full(words, day_of(example.day_first)),
        month_first: date::full(words, day_of(example.month_first)),
    };
    Some(DateQuestionView {
        examples: examples.iter().map(example).collect(),
    })
}

pub(super) fn day_of(day: NaiveDate) -> Day {
    Day {
        year: day.year(),
        month: day.month(),
        day: day.day(),
    }
}

/// What each date stands for, where somebody may say otherwise.
fn grain_of(survey: &Survey) -> Option<GrainView> {
    let has_periods = survey.kind == IntakeKind::Figures && survey.rows > 0;
    let is_written = survey.grain_reading == GrainReading::Written;
    (has_periods && !is_written).then(|| GrainView::from(survey.grain))
}

/// What still keeps the import from starting.
fn blocked(
    words: &Words,
    survey: &Survey,
    counted: &Counted,
    choices: &IntakeChoices,
) -> Vec<String> {
    let missing = survey.missing.iter().map(|missing| match missing {
        MissingColumn::Adviser => "intake-missing-adviser",
        MissingColumn::Period => "intake-missing-period",
        MissingColumn::Kpi => "intake-missing-kpi",
    });
    let is_asked = matches!(survey.dates, DateReading::Ambiguous(_));
    let has_totals = choices.keep_totals && counted.team_totals > 0;
    let is_empty = survey.missing.is_empty() && !is_asked && counted.accepted == 0 && !has_totals;
    let dates = is_asked.then_some("intake-blocked-dates");
    let nothing = is_empty.then_some("intake-blocked-nothing");
    missing
        .chain(dates)
        .chain(nothing)
        .map(|key| words.say(key, &[]))
        .collect()
}
