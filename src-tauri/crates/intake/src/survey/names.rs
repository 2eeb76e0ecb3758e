//! Names of advisers and KPIs, each told once. Two writings that differ only in what people do not mean (spaces,
//! capitals) are one name.

use crate::columns;
use foldhash::HashMap;
use unicode_normalization::UnicodeNormalization as _;

/// Writings remembered besides the names themselves; beyond them a name is brought into form anew each time.
const WRITINGS: usize = 50_000;

/// A list of names and the ways to find a place in it.
#[derive(Debug)]
pub(crate) struct Names {
    by_writing: HashMap<Box<str>, u32>,
    by_form: HashMap<String, u32>,
    list: Vec<String>,
    form: fn(&str) -> String,
}

/// A name met.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Met {
    /// Met in this writing before.
    Before(u32),
    /// Met for the first time in this writing.
    Anew(u32),
}

impl Names {
    pub(crate) fn of_advisers(names: &[String]) -> Self {
        Self::with(names.iter().map(String::as_str), alias_form)
    }

    pub(crate) fn of_kpis<'a>(names: impl Iterator<Item = &'a str>) -> Self {
        Self::with(names, columns::normalised)
    }

    fn with<'a>(known: impl Iterator<Item = &'a str>, form: fn(&str) -> String) -> Self {
        let mut names = Self {
            by_writing: HashMap::default(),
            by_form: HashMap::default(),
            list: Vec::new(),
            form,
        };
        for name in known {
            names.meet(name, usize::MAX);
        }
        names
    }

    /// The place of a name that is in the list.
    pub(crate) fn known(&mut self, writing: &str) -> Option<u32> {
        if let Some(place) = self.by_writing.get(writing) {
            return Some(*place);
        }
        let place = *self.by_form.get(&(self.form)(writing))?;
        self.remember(writing, place);
        Some(place)
    }

    /// The place of a name, added when it is new; nothing when there are `limit` of them already.
    pub(crate) fn meet(&mut self, writing: &str, limit: usize) -> Option<Met> {
        if let Some(place) = self.by_writing.get(writing) {
            return Some(Met::Before(*place));
        }
        let form = (self.form)(writing);
        let place = match self.by_form.get(&form) {
            Some(place) => *place,
            None if self.list.len() >= limit => return None,
            None => {
                let place = u32::try_from(self.list.len()).ok()?;
                // What looks the same is the same, as the vault has it: a full-width letter is a letter.
                self.list.push(writing.nfkc().collect());
                self.by_form.insert(form, place);
                place
            }
        };
        self.remember(writing, place);
        Some(Met::Anew(place))
    }

    pub(crate) fn into_list(self) -> Vec<String> {
        self.list
    }

    fn remember(&mut self, writing: &str, place: u32) {
        if self.by_writing.len() < WRITINGS {
            self.by_writing.insert(writing.into(), place);
        }
    }
}

/// What stands where there is no name, and the heading once more. "NA" alone may be somebody's initials.
const NOBODY: [&str; 11] = [
    "n/a",
    "#n/a",
    "n.a.",
    "none",
    "nobody",
    "unknown",
    "unassigned",
    "tbc",
    "tba",
    "adviser",
    "advisor",
];

/// Whether a cell among advisers names nobody.
pub(crate) fn is_nobody(text: &str) -> bool {
    let is_sign = !text.chars().any(char::is_alphanumeric);
    is_sign || NOBODY.iter().any(|word| text.eq_ignore_ascii_case(word))
}

/// As [`domain::team::Alias::normalised`]: single spaces, no capitals.
fn alias_form(name: &str) -> String {
    let plain: String = name.nfkc().collect();
    let words: Vec<&str> = plain.split_whitespace().collect();
    words.join(" ").to_lowercase()
}
