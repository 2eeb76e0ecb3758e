//! Taking a KPI into use, from the library if it is not here yet, or out of use. Figures stay either way.

use crate::app::App;
use crate::error::AppError;
use crate::kpis::library;
use crate::kpis::list::list;
use crate::kpis::view::{KpiListView, UseKpi};
use crate::undo::{self, Change, DefinitionForm, Step, Turn, What};
use domain::kpi::KpiDefinition;
use store::kpis::{InUse, KpiEntry};
use store::{Action, Write};

/// Takes a KPI into use, or out of it.
#[expect(
    clippy::needless_pass_by_value,
    reason = "every action takes its request whole"
)]
pub fn set_use(app: &mut App, request: UseKpi) -> Result<KpiListView, AppError> {
    let all = app.store()?.read().kpis().all()?;
    let entry = all.into_iter().find(|entry| entry.code == request.code);
    let wanted = if request.active {
        InUse::Yes
    } else {
        InUse::No
    };
    if entry.as_ref().map_or(InUse::No, |entry| entry.in_use) == wanted {
        return list(app);
    }
    let mut step = Step::new(match wanted {
        InUse::Yes => What::KpiTaken,
        InUse::No => What::KpiLaidAside,
    });
    let action = match entry {
        Some(_) => Action::KpiUseChanged,
        None => Action::KpiAdded,
    };
    let mut write = app.store_mut()?.write(action)?;
    if let Some(entry) = entry {
        change(&mut write, &entry, wanted, &mut step)?;
    } else {
        let found = library().find(&request.code);
        let found = found.ok_or_else(AppError::not_found)?;
        add(&mut write, &found.definition, &mut step)?;
    }
    write.count(1);
    undo::record(&mut write, &step)?;
    write.commit()?;
    list(app)
}

fn change(
    write: &mut Write<'_>,
    entry: &KpiEntry,
    wanted: InUse,
    step: &mut Step,
) -> Result<(), AppError> {
    write.kpis().set_use(entry.id, wanted)?;
    write.object(i64::from(entry.id.0));
    let turn = Turn::changed(entry.in_use == InUse::Yes, wanted == InUse::Yes);
    let id = entry.id.0;
    step.add(Change::Use { id, turn });
    Ok(())
}

/// Adds a KPI in use.
pub(super) fn add(
    write: &mut Write<'_>,
    definition: &KpiDefinition,
    step: &mut Step,
) -> Result<(), AppError> {
    let id = write.kpis().add(definition, InUse::Yes, None)?;
    write.object(i64::from(id.0));
    let turn = Box::new(Turn::added(DefinitionForm::from(definition)));
    step.add(Change::Kpi { id: id.0, turn });
    Ok(())
}
