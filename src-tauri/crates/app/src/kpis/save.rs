//! Defining a KPI here, and amending one. What is counted changes only from a day on, as a new version; words may
//! be put right at any time.

use crate::app::App;
use crate::error::AppError;
use crate::kpis::form::{is_counted_alike, make_code, parse_amended, parse_new};
use crate::kpis::library;
use crate::kpis::list::list;
use crate::kpis::take::add;
use crate::kpis::view::{KpiListView, SaveKpi};
use crate::team::form::refused;
use crate::undo::{self, Change, DefinitionForm, Step, Turn, What};
use chrono::NaiveDate;
use domain::kpi::{KpiDefinition, KpiRefusal, check_version};
use std::collections::BTreeSet;
use store::kpis::KpiEntry;
use store::{Action, Read, Write};

/// Adds a local KPI, or amends one.
#[expect(
    clippy::needless_pass_by_value,
    reason = "every action takes its request whole"
)]
pub fn save(app: &mut App, request: SaveKpi) -> Result<KpiListView, AppError> {
    let all = app.store()?.read().kpis().all()?;
    match &request.code {
        None => define(app, &request, &all)?,
        Some(code) => {
            let entry = all.iter().find(|entry| entry.code == *code);
            amend(app, &request, entry.ok_or_else(AppError::not_found)?)?;
        }
    }
    list(app)
}

fn define(app: &mut App, request: &SaveKpi, all: &[KpiEntry]) -> Result<(), AppError> {
    let shipped = library()
        .all()
        .iter()
        .map(|kpi| kpi.definition.code.clone());
    let taken: BTreeSet<String> = all
        .iter()
        .map(|entry| entry.code.clone())
        .chain(shipped)
        .collect();
    let definition = KpiDefinition {
        valid_from: None,
        ..parse_new(request, make_code(&request.name, &taken))?
    };
    let mut step = Step::new(What::KpiAdded);
    let mut write = app.store_mut()?.write(Action::KpiAdded)?;
    add(&mut write, &definition, &mut step)?;
    write.count(1);
    undo::record(&mut write, &step)?;
    Ok(write.commit()?)
}

fn amend(app: &mut App, request: &SaveKpi, entry: &KpiEntry) -> Result<(), AppError> {
    let current = entry.newest().ok_or_else(AppError::not_found)?;
    let amended = parse_amended(request, current)?;
    let counts_alike = is_counted_alike(&amended, current);
    if counts_alike && amended.name == current.name && same_words(&amended, current) {
        return Ok(());
    }
    if !counts_alike {
        check_new_version(app.store()?.read(), current, &amended, app.today())?;
    }
    let mut step = Step::new(What::KpiAmended);
    let mut write = app.store_mut()?.write(Action::KpiAmended)?;
    if counts_alike {
        write_words(&mut write, current, &amended, &mut step)?;
    } else {
        write.kpis().add_version(&amended)?;
        let turn = Box::new(Turn::added(DefinitionForm::from(&amended)));
        let id = current.id.0;
        step.add(Change::Version { id, turn });
    }
    write.object(i64::from(current.id.0));
    write.count(1);
    undo::record(&mut write, &step)?;
    Ok(write.commit()?)
}

fn same_words(one: &KpiDefinition, other: &KpiDefinition) -> bool {
    one.unit_words == other.unit_words
        && one.purpose == other.purpose
        && one.less_intrusive == other.less_intrusive
}

/// Words keep the day their version began.
fn write_words(
    write: &mut Write<'_>,
    current: &KpiDefinition,
    amended: &KpiDefinition,
    step: &mut Step,
) -> Result<(), AppError> {
    let amended = KpiDefinition {
        valid_from: current.valid_from,
        ..amended.clone()
    };
    write.kpis().amend_words(&amended)?;
    let turn = Turn::changed(
        DefinitionForm::from(current),
        DefinitionForm::from(&amended),
    );
    let change = Change::Words {
        id: current.id.0,
        turn: Box::new(turn),
    };
    step.add(change);
    Ok(())
}

/// A new version needs its first day; without figures the kind may change too, by starting over.
fn check_new_version(
    read: Read<'_>,
    current: &KpiDefinition,
    amended: &KpiDefinition,
    today: NaiveDate,
) -> Result<(), AppError> {
    if amended.valid_from.is_none() || amended.valid_from == current.valid_from {
        return Err(refused("kpis-version-from").at("valid_from"));
    }
    // Screens show the newest definition, so one that does not hold yet would judge figures of the old one.
    if amended.valid_from.is_some_and(|from| from > today) {
        return Err(refused("kpis-version-future").at("valid_from"));
    }
    let has_figures = read.figures().kpis()?.contains(&current.id);
    match check_version(current, amended) {
        Err(KpiRefusal::KindFixed) if !has_figures => Err(refused("kpis-kind-new").at("kind")),
        other => Ok(other?),
    }
}
