//! The catalogues and the one way to ask them. Isolation marks around placeables are off: they are for mixed
//! writing directions, and would end up in file names, PDFs and tests.

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use std::fmt;
use unic_langid::LanguageIdentifier;

/// Name and text of every catalogue that Rust speaks from.
pub const CATALOGUES: [(&str, &str); 11] = [
    (
        "charts-sentences.ftl",
        include_str!("../locales/en/charts-sentences.ftl"),
    ),
    ("dates.ftl", include_str!("../locales/en/dates.ftl")),
    (
        "errors-sentences.ftl",
        include_str!("../locales/en/errors-sentences.ftl"),
    ),
    (
        "figures-sentences.ftl",
        include_str!("../locales/en/figures-sentences.ftl"),
    ),
    (
        "intake-sentences.ftl",
        include_str!("../locales/en/intake-sentences.ftl"),
    ),
    (
        "kpis-sentences.ftl",
        include_str!("../locales/en/kpis-sentences.ftl"),
    ),
    (
        "releases-sentences.ftl",
        include_str!("../locales/en/releases-sentences.ftl"),
    ),
    (
        "scorecard-sentences.ftl",
        include_str!("../locales/en/scorecard-sentences.ftl"),
    ),
    (
        "team-sentences.ftl",
        include_str!("../locales/en/team-sentences.ftl"),
    ),
    (
        "terminal-sentences.ftl",
        include_str!("../locales/en/terminal-sentences.ftl"),
    ),
    (
        "vault-sentences.ftl",
        include_str!("../locales/en/vault-sentences.ftl"),
    ),
];

/// A value put into a sentence.
#[derive(Debug, Clone)]
pub struct Arg(FluentValue<'static>);

impl From<&str> for Arg {
    fn from(text: &str) -> Self {
        Self(FluentValue::from(text.to_owned()))
    }
}

impl From<String> for Arg {
    fn from(text: String) -> Self {
        Self(FluentValue::from(text))
    }
}

impl From<&String> for Arg {
    fn from(text: &String) -> Self {
        Self::from(text.as_str())
    }
}

impl From<u32> for Arg {
    fn from(count: u32) -> Self {
        Self(FluentValue::from(count))
    }
}

impl From<i64> for Arg {
    fn from(count: i64) -> Self {
        Self(FluentValue::from(count))
    }
}

impl From<usize> for Arg {
    fn from(count: usize) -> Self {
        Self(FluentValue::from(count))
    }
}

/// The words of one language.
pub struct Words {
    bundle: FluentBundle<FluentResource>,
}

impl fmt::Debug for Words {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("Words")
    }
}

impl Words {
    /// British English, from the catalogues in the program.
    pub fn english() -> Self {
        let language: LanguageIdentifier = "en-GB".parse().unwrap_or_default();
        let mut bundle = FluentBundle::new_concurrent(vec![language]);
        bundle.set_use_isolating(false);
        for (_, text) in CATALOGUES {
            let resource =
                FluentResource::try_new(text.to_owned()).unwrap_or_else(|(partial, _)| partial);
            bundle.add_resource_overriding(resource);
        }
        Self { bundle }
    }

    /// The text of a key with its values; a missing key or value shows as `⟨key⟩`.
    pub fn say(&self, key: &str, values: &[(&str, Arg)]) -> String {
        let Some(pattern) = self
            .bundle
            .get_message(key)
            .and_then(|message| message.value())
        else {
            return format!("⟨{key}⟩");
        };
        let mut args = FluentArgs::with_capacity(values.len());
        for (name, value) in values {
            args.set((*name).to_owned(), value.0.clone());
        }
        let mut faults = Vec::new();
        let text = self
            .bundle
            .format_pattern(pattern, Some(&args), &mut faults);
        if faults.is_empty() {
            text.into_owned()
        } else {
            format!("⟨{key}⟩")
        }
    }

    /// Whether a key exists.
    pub fn has(&self, key: &str) -> bool {
        self.bundle
            .get_message(key)
            .is_some_and(|message| message.value().is_some())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_missing_key_and_a_missing_value_are_both_visible() {
        let words = Words::english();
        assert_eq!(words.say("no-such-key", &[]), "⟨no-such-key⟩");
        assert_eq!(words.say("count-weeks", &[]), "⟨count-weeks⟩");
    }

    #[test]
    fn one_week_and_eight_weeks_are_worded_apart() {
        let words = Words::english();
        assert_eq!(
            words.say("count-weeks", &[("count", Arg::from(1_u32))]),
            "1 week"
        );
        assert_eq!(
            words.say("count-weeks", &[("count", Arg::from(8_u32))]),
            "8 weeks"
        );
    }

    #[test]
    fn every_catalogue_is_read_without_a_fault_and_no_key_is_said_twice() {
        let mut bundle: FluentBundle<FluentResource> = FluentBundle::new_concurrent(Vec::new());
        for (name, text) in CATALOGUES {
            let resource = FluentResource::try_new(text.to_owned());
            assert!(resource.is_ok(), "{name} has a fault");
            let added = bundle.add_resource(resource.unwrap_or_else(|(partial, _)| partial));
            assert!(added.is_ok(), "{name} repeats a key: {added:?}");
        }
    }
}
