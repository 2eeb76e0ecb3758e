//! Who the names of a file are: advisers of the roster by alias or by name, those that somebody points out, or new
//! ones. A system that a team's workbook comes from often knows people by name, where the vault knows an alias.

use super::known::{Missing, Standing};
use super::reading::Rows;
use super::roster;
use super::world::World;
use crate::error::AppError;
use crate::intake::view::KnownAdviser;
use crate::undo::Step;
use domain::team::{Adviser, AdviserId, Alias, PersonName};
use std::collections::{BTreeMap, BTreeSet};
use store::Write;

/// How a name of the file was matched.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum By {
    /// It is the alias, or will be one.
    Alias,
    /// It is the name on the roster.
    Name,
    /// Somebody said so.
    Hand,
}

/// An adviser named in the file.
#[derive(Debug, Clone)]
pub(super) struct Person {
    pub(super) standing: Standing,
    /// As on the roster, or as they will be.
    pub(super) adviser: Adviser,
    /// As in the file.
    pub(super) name: String,
    pub(super) by: By,
    /// The first name of the file that is the same person.
    pub(super) same_as: usize,
}

/// The advisers of a file. A name that two people on the roster bear is nobody's until somebody says whose.
pub(super) fn people(
    names: &[String],
    roster: Vec<Adviser>,
    chosen: &[KnownAdviser],
    missing: Missing,
) -> Vec<Person> {
    let roster = Roster::new(roster);
    let chosen: BTreeMap<&str, &str> = chosen
        .iter()
        .map(|known| (known.name.as_str(), known.alias.as_str()))
        .collect();
    let mut first = BTreeMap::new();
    let mut people: Vec<Person> = Vec::with_capacity(names.len());
    for name in names {
        // The intake gives only names that are aliases, so that none is left out and places stay what they are.
        let Ok(alias) = Alias::parse(name) else {
            continue;
        };
        let (by, wanted) = match chosen.get(name.as_str()) {
            Some(said) => Alias::parse(said).map_or((By::Alias, alias), |said| (By::Hand, said)),
            None => match roster.called(&alias) {
                Some(adviser) => (By::Name, adviser.alias.clone()),
                None => (By::Alias, alias),
            },
        };
        let same_as = *first.entry(wanted.normalised()).or_insert(people.len());
        let known = roster.by_alias.get(&wanted.normalised()).cloned();
        people.push(Person {
            standing: known
                .as_ref()
                .map_or(missing.standing(), |_| Standing::Known),
            adviser: known.unwrap_or_else(|| newcomer(wanted)),
            name: name.clone(),
            by,
            same_as,
        });
    }
    people
}

/// The roster by the words that a file may use for a person.
struct Roster {
    by_alias: BTreeMap<String, Adviser>,
    /// Aliases by name; nothing where two people bear it.
    by_name: BTreeMap<String, Option<String>>,
}

impl Roster {
    fn new(advisers: Vec<Adviser>) -> Self {
        let mut by_name = BTreeMap::new();
        let mut by_alias = BTreeMap::new();
        for adviser in advisers {
            let alias = adviser.alias.normalised();
            if let Some(name) = &adviser.name {
                by_name
                    .entry(in_order(name.reveal()))
                    .and_modify(|one| *one = None)
                    .or_insert_with(|| Some(alias.clone()));
            }
            by_alias.insert(alias, adviser);
        }
        Self { by_alias, by_name }
    }

    /// Whom a name, which is nobody's alias, is the name of.
    fn called(&self, name: &Alias) -> Option<&Adviser> {
        let is_alias = self.by_alias.contains_key(&name.normalised());
        let alias = self.by_name.get(&in_order(name.reveal()))?.as_ref()?;
        self.by_alias.get(alias).filter(|_| !is_alias)
    }
}

/// A name in lower case with single spaces and the first name in front: "Jones, Sarah" is "sarah jones".
fn in_order(name: &str) -> String {
    let parts: Vec<&str> = name.split(',').collect();
    let turned = match parts.as_slice() {
        [last, first] => format!("{first} {last}"),
        _ => name.to_owned(),
    };
    let words: Vec<&str> = turned.split_whitespace().collect();
    words.join(" ").to_lowercase()
}

fn newcomer(alias: Alias) -> Adviser {
    Adviser {
        id: AdviserId(0),
        alias,
        name: None,
        started: None,
        left: None,
        assignments: Vec::new(),
        availability: Vec::new(),
    }
}

/// Puts the names by which a file called people onto the roster, where somebody said who they are and no name is
/// kept yet; the next file is then matched by itself. Only of people of whom a figure comes in.
pub(super) fn keep_names(
    write: &mut Write<'_>,
    world: &World,
    rows: &Rows,
    step: &mut Step,
) -> Result<(), AppError> {
    let mut named = BTreeSet::new();
    for person in world.people.iter().filter(|one| one.by == By::Hand) {
        let is_used = rows.used_advisers.get(person.same_as) == Some(&true);
        let is_nameless = person.standing == Standing::Known && person.adviser.name.is_none();
        if !is_used || !is_nameless || !named.insert(person.same_as) {
            continue;
        }
        let after = Adviser {
            name: PersonName::parse(&person.name).ok(),
            ..person.adviser.clone()
        };
        roster::amend(write, &person.adviser, &after, step)?;
    }
    Ok(())
}
