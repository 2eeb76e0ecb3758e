//! Labels that go out with the figures: names of teams, and names and units of KPIs. None may say who somebody is.

use crate::view::NoticeView;
use domain::kpi::KpiDefinition;
use domain::team::{Adviser, PersonName};
use intake::detectors::looks_like_an_identifier;
use words::{Arg, Words};

/// A label that would say who somebody is, and what it belongs to.
#[derive(Debug, PartialEq, Eq)]
enum Unfit<'a> {
    Team(&'a str),
    Kpi(&'a str),
}

/// What must be renamed before these labels go out; nothing when they may.
pub(super) fn refusals<'a>(
    words: &Words,
    teams: impl IntoIterator<Item = &'a str>,
    kpis: impl IntoIterator<Item = &'a KpiDefinition>,
    advisers: &[Adviser],
) -> Vec<NoticeView> {
    let people = people(advisers);
    let names = |label: &str| says_who(label, &people);
    let mut unfit: Vec<Unfit<'_>> = teams
        .into_iter()
        .filter(|team| names(team))
        .map(Unfit::Team)
        .collect();
    unfit.extend(
        kpis.into_iter()
            .filter(|kpi| names(kpi.name.as_str()) || names(&kpi.unit_words) || names(&kpi.code))
            .map(|kpi| Unfit::Kpi(kpi.name.as_str())),
    );
    unfit.dedup();
    unfit.iter().map(|one| notice(words, one)).collect()
}

fn notice(words: &Words, unfit: &Unfit<'_>) -> NoticeView {
    let (key, label) = match unfit {
        Unfit::Team(label) => ("release-refused-team-name", *label),
        Unfit::Kpi(label) => ("release-refused-kpi-name", *label),
    };
    NoticeView {
        message: words.say(key, &[("label", Arg::from(label))]),
        hint: Some(words.say(&format!("{key}-hint"), &[])),
    }
}

/// Everybody's alias and name, each as its words.
fn people(advisers: &[Adviser]) -> Vec<Vec<String>> {
    let said = advisers.iter().flat_map(|adviser| {
        let name = adviser.name.as_ref().map(PersonName::reveal);
        std::iter::once(adviser.alias.reveal()).chain(name)
    });
    said.map(folded).filter(|name| !name.is_empty()).collect()
}

/// Whether a label holds somebody's alias or name as whole words, or what the intake takes for an identifier.
fn says_who(label: &str, people: &[Vec<String>]) -> bool {
    let label_words = folded(label);
    looks_like_an_identifier(label)
        || people.iter().any(|name| {
            label_words
                .windows(name.len())
                .any(|part| part == name.as_slice())
        })
}

/// The words of a text in lower case. "Ann's" is the word "ann" and one more.
fn folded(text: &str) -> Vec<String> {
    text.to_lowercase()
        .split(|letter: char| !letter.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_owned)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_label_names_somebody_only_in_whole_words_whatever_their_case() {
        let people = vec![folded("Ann"), folded("Dev Patel")];
        for label in [
            "Ann Smith team",
            "ANN",
            "Team of ann's",
            "The dev-patel team",
        ] {
            assert!(says_who(label, &people), "{label}");
        }
        for label in ["Annual team", "Harbour", "Dev and Patel", "Joanna"] {
            assert!(!says_who(label, &people), "{label}");
        }
    }

    #[test]
    fn a_label_with_an_identifier_says_who() {
        for label in [
            "Team of a.smith@example.org",
            "AB 12 34 56 C",
            "Call 0161 496 0123",
        ] {
            assert!(says_who(label, &[]), "{label}");
        }
    }

    #[test]
    fn no_kpi_of_the_library_says_who() {
        for entry in crate::kpis::library().all() {
            let kpi = &entry.definition;
            assert!(!says_who(kpi.name.as_str(), &[]), "{}", kpi.code);
            assert!(!says_who(&kpi.unit_words, &[]), "{}", kpi.code);
        }
    }
}
