//! What is held, about whom and until when: the store's inventory of its own columns, in words. Clients come
//! first, because nothing about them is held.

pub mod view;

use crate::app::App;
use crate::error::AppError;
use crate::journal;
use crate::privacy::view::{InventoryRowView, InventoryView};
use crate::settings;
use chrono::{Datelike, Days, Months, NaiveDate};
use domain::figure::Keeping;
use store::inventory::{Access, Category, Holding, LawfulBasis, Retention, Sealing};
use words::date::{self, Day};
use words::{Arg, Words};

/// How far ahead the end of keeping times is announced.
const AHEAD: Days = Days::new(14);

/// The data-protection page.
pub fn inventory(app: &App) -> Result<InventoryView, AppError> {
    let words = app.words();
    let read = app.store()?.read();
    let holdings = read.inventory()?;
    let mut rows = vec![clients(words)];
    let keeping = settings::of(read)?.keeping;
    rows.extend(holdings.iter().map(|holding| row(words, keeping, holding)));
    Ok(InventoryView {
        rows,
        due: due(app, keeping, &holdings)?,
        journal: journal::sentence(words, read.journal().verify_all()?),
    })
}

fn clients(words: &Words) -> InventoryRowView {
    InventoryRowView {
        category: words.say("held-clients", &[]),
        fields: words.say("held-clients-fields", &[]),
        people: 0,
        rows: 0,
        oldest: None,
        kept: words.say("held-clients-kept", &[]),
        purpose: words.say("held-clients-purpose", &[]),
        basis: words.say(key_of_basis(LawfulBasis::NotPersonal), &[]),
        sealed: false,
        access: false,
    }
}

fn row(words: &Words, keeping: Keeping, holding: &Holding) -> InventoryRowView {
    let key = key_of(holding.category);
    InventoryRowView {
        category: words.say(key, &[]),
        fields: words.say(&format!("{key}-fields"), &[]),
        people: small(holding.people),
        rows: small(holding.rows),
        oldest: holding.oldest.map(|day| day.to_string()),
        kept: words.say(
            key_of_retention(holding.retention),
            &[("months", Arg::from(i64::from(keeping.months())))],
        ),
        purpose: words.say(&format!("{key}-purpose"), &[]),
        basis: words.say(key_of_basis(holding.category.lawful_basis()), &[]),
        sealed: holding.sealing == Sealing::Sealed,
        access: holding.access == Access::Given,
    }
}

/// What reaches the end of its time within two weeks, in words.
fn due(app: &App, keeping: Keeping, holdings: &[Holding]) -> Result<Vec<String>, AppError> {
    let words = app.words();
    let soon = app.today().checked_add_days(AHEAD).unwrap_or(app.today());
    let mut lines = Vec::new();
    for adviser in app.store()?.read().team().advisers()? {
        if let Some(day) = adviser.kept_until().filter(|day| *day <= soon) {
            let values = [
                ("alias", Arg::from(adviser.alias.reveal())),
                ("day", Arg::from(date::full(words, day_of(day)))),
            ];
            lines.push(words.say("due-leaver", &values));
        }
    }
    for holding in holdings {
        let end = holding
            .oldest
            .and_then(|day| end_of(day, holding.retention, keeping));
        if let Some((oldest, end)) = holding.oldest.zip(end).filter(|(_, end)| *end <= soon) {
            let values = [
                (
                    "category",
                    Arg::from(words.say(key_of(holding.category), &[])),
                ),
                ("oldest", Arg::from(date::full(words, day_of(oldest)))),
                ("day", Arg::from(date::full(words, day_of(end)))),
            ];
            lines.push(words.say("due-category", &values));
        }
    }
    Ok(lines)
}

/// When something of a day reaches the end of its time, where that follows from the day alone.
fn end_of(day: NaiveDate, retention: Retention, keeping: Keeping) -> Option<NaiveDate> {
    let after = |months| day.checked_add_months(Months::new(months));
    match retention {
        Retention::NinetyDays => day.checked_add_days(Days::new(90)),
        Retention::TwentyFourMonths => after(24),
        Retention::OfFigures => after(keeping.months()),
        Retention::ThirtySixMonths => after(36),
        Retention::SevenYears => after(domain::total::KEPT_MONTHS),
        Retention::LeavingAndSixMonths
        | Retention::WithFigures
        | Retention::UntilSaved
        | Retention::UntilTooOld
        | Retention::UntilClosed
        | Retention::WithVault => None,
    }
}

fn key_of(category: Category) -> &'static str {
    match category {
        Category::Roster => "held-roster",
        Category::Availability => "held-availability",
        Category::Notes => "held-notes",
        Category::Figures => "held-figures",
        Category::Totals => "held-totals",
        Category::Phases => "held-phases",
        Category::Targets => "held-targets",
        Category::Drafts => "held-drafts",
        Category::Steps => "held-steps",
        Category::Journal => "held-journal",
        Category::Releases => "held-releases",
        Category::Imports => "held-imports",
        Category::Setup => "held-setup",
    }
}

fn key_of_basis(basis: LawfulBasis) -> &'static str {
    match basis {
        LawfulBasis::LegitimateInterests => "basis-interests",
        LawfulBasis::LegalObligation => "basis-obligation",
        LawfulBasis::NotPersonal => "basis-not-personal",
    }
}

fn key_of_retention(retention: Retention) -> &'static str {
    match retention {
        Retention::LeavingAndSixMonths => "kept-leaving",
        Retention::WithFigures => "kept-with-figures",
        Retention::NinetyDays => "kept-90-days",
        Retention::OfFigures => "kept-months",
        Retention::TwentyFourMonths => "kept-24-months",
        Retention::ThirtySixMonths => "kept-36-months",
        Retention::SevenYears => "kept-7-years",
        Retention::UntilSaved => "kept-until-saved",
        Retention::UntilTooOld => "kept-until-too-old",
        Retention::UntilClosed => "kept-until-closed",
        Retention::WithVault => "kept-with-vault",
    }
}

fn day_of(day: NaiveDate) -> Day {
    Day {
        year: day.year(),
        month: day.month(),
        day: day.day(),
    }
}

fn small(number: u64) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests;
