//! Targets: an agreed level, whom it binds, from when to when, and where it comes from. A new one ends the one of
//! the same kind that stood before.

use crate::app::App;
use crate::error::AppError;
use crate::figures::number::{Unread, parse_fixed};
use crate::kpis::list::list;
use crate::kpis::view::{EndTarget, KpiListView, ScopeView, SetTarget};
use crate::team::find_adviser;
use crate::team::form::{parse_day, refused};
use crate::undo::{self, Change, Step, TargetForm, Turn, What};
use domain::kpi::{Kind, KpiDefinition};
use domain::target::{Scope, Target, TargetRefusal, check_target};
use store::kpis::NewTarget;
use store::{Action, Read, Write};

/// The longest source.
const LONGEST_SOURCE: usize = 120;

/// Sets a target.
#[expect(
    clippy::needless_pass_by_value,
    reason = "every action takes its request whole"
)]
pub fn set_target(app: &mut App, request: SetTarget) -> Result<KpiListView, AppError> {
    let read = app.store()?.read();
    let target = parse(read, &request)?;
    let same: Vec<Target> = read
        .kpis()
        .targets()?
        .into_iter()
        .filter(|one| is_alike(one, &target) && one.to.is_none())
        .collect();
    if same.iter().any(|one| one.from >= target.from) {
        return Err(refused("kpis-target-later").at("from"));
    }
    let mut step = Step::new(What::TargetSet);
    let mut write = app.store_mut()?.write(Action::TargetSet)?;
    for one in &same {
        let ended = Target {
            to: target.from.pred_opt(),
            ..one.clone()
        };
        write.kpis().amend_target(&ended)?;
        note(
            &mut step,
            one.id,
            Turn::changed(TargetForm::from(one), TargetForm::from(&ended)),
        );
    }
    let id = write.kpis().set_target(&NewTarget {
        kpi: target.kpi,
        scope: target.scope,
        level: target.level,
        millionths: target.millionths,
        from: target.from,
        to: None,
        source: target.source.clone(),
    })?;
    note(
        &mut step,
        id,
        Turn::added(TargetForm::from(&Target { id, ..target })),
    );
    finish(write, &step, id)?;
    list(app)
}

/// Ends a target on its last day.
#[expect(
    clippy::needless_pass_by_value,
    reason = "every action takes its request whole"
)]
pub fn end_target(app: &mut App, request: EndTarget) -> Result<KpiListView, AppError> {
    let to = parse_day(&request.to, "to")?;
    let targets = app.store()?.read().kpis().targets()?;
    let found = targets.iter().find(|one| one.id == request.id);
    let target = found.ok_or_else(AppError::not_found)?;
    if to < target.from {
        return Err(TargetRefusal::Backwards.into());
    }
    if target.to == Some(to) {
        return list(app);
    }
    let ended = Target {
        to: Some(to),
        ..target.clone()
    };
    let mut step = Step::new(What::TargetEnded);
    let mut write = app.store_mut()?.write(Action::TargetEnded)?;
    write.kpis().amend_target(&ended)?;
    note(
        &mut step,
        target.id,
        Turn::changed(TargetForm::from(target), TargetForm::from(&ended)),
    );
    finish(write, &step, request.id)?;
    list(app)
}

fn note(step: &mut Step, id: u32, turn: Turn<TargetForm>) {
    step.add(Change::Target { id, turn });
}

fn finish(mut write: Write<'_>, step: &Step, id: u32) -> Result<(), AppError> {
    write.object(i64::from(id));
    write.count(1);
    undo::record(&mut write, step)?;
    Ok(write.commit()?)
}

fn is_alike(one: &Target, other: &Target) -> bool {
    one.kpi == other.kpi && one.scope == other.scope && one.level == other.level
}

fn parse(read: Read<'_>, request: &SetTarget) -> Result<Target, AppError> {
    let all = read.kpis().all()?;
    let entry = all.iter().find(|entry| entry.code == request.code);
    let definition = entry
        .and_then(|entry| entry.newest())
        .ok_or_else(AppError::not_found)?;
    let scope = match &request.scope {
        ScopeView::Each => Scope::Each,
        ScopeView::Team => Scope::Team,
        ScopeView::Adviser(id) => Scope::Adviser(find_adviser(read, id)?),
    };
    let source = request.source.trim();
    if source.chars().any(char::is_control) {
        return Err(AppError::from(domain::text::TextRefusal::Control).at("source"));
    }
    if source.chars().count() > LONGEST_SOURCE {
        let refusal = domain::text::TextRefusal::TooLong {
            limit: LONGEST_SOURCE,
        };
        return Err(AppError::from(refusal).at("source"));
    }
    let target = Target {
        id: 0,
        kpi: definition.id,
        scope,
        level: request.level.into(),
        millionths: parse_level(definition, &request.value)?,
        from: parse_day(&request.from, "from")?,
        to: None,
        source: source.to_owned(),
    };
    check_target(
        &target,
        definition.direction,
        definition.kind.needs_denominator(),
    )?;
    Ok(target)
}

/// The level in millionths of the unit shown: "85 %" and "85" of a share are 850,000; "6" is 6,000,000. A share
/// typed as a fraction is refused, because 0.85 may mean either.
fn parse_level(definition: &KpiDefinition, typed: &str) -> Result<i64, AppError> {
    let text = typed.trim();
    let (text, has_sign) = match text.strip_suffix('%') {
        Some(text) => (text.trim_end(), true),
        None => (text, false),
    };
    let is_share = definition.kind.needs_denominator();
    if has_sign && !is_share {
        return Err(refused("kpis-target-no-share").at("value"));
    }
    let decimals = if is_share { 4 } else { 6 };
    let level = parse_fixed(text, decimals).map_err(|fault| unread(fault).at("value"))?;
    if is_share && !has_sign && (1..10_000).contains(&level) {
        return Err(refused("kpis-target-fraction").at("value"));
    }
    let is_whole = definition.kind == Kind::Count || !is_share;
    if is_whole && level > MOST {
        return Err(unread(Unread::TooLarge).at("value"));
    }
    Ok(level)
}

/// A thousand million of anything.
const MOST: i64 = 1_000_000_000_000_000;

fn unread(fault: Unread) -> AppError {
    refused(match fault {
        Unread::NotANumber | Unread::Empty => "kpis-target-number",
        Unread::Negative => "kpis-target-negative",
        Unread::TooLarge => "kpis-target-large",
        Unread::Fraction => "kpis-target-decimals",
    })
}
