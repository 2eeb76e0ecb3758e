//! The options file of a method: every key optional, a one-element list may be written bare, null
//! means "not given".

use serde_json::Value;
use stats::rules::RuleSet;
use stats::variation::Direction;
use stats::xmr::Screening;

use super::MethodRefusal;
use super::table::whole;

/// The content of an options file.
pub(super) struct Options(Value);

impl Options {
    /// Takes the content as read.
    pub(super) fn new(content: &Value) -> Self {
        Self(content.clone())
    }

    /// A key of the inner `options` object, null counting as absent.
    fn inner(&self, key: &str) -> Option<&Value> {
        self.0
            .get("options")
            .and_then(|options| options.get(key))
            .filter(|value| !value.is_null())
    }

    /// A number of the inner object.
    pub(super) fn number(&self, key: &'static str) -> Result<Option<f64>, MethodRefusal> {
        self.inner(key)
            .map(|value| as_number(value, key))
            .transpose()
    }

    /// A number at the top level, or its default.
    pub(super) fn top_number(&self, key: &'static str, default: f64) -> Result<f64, MethodRefusal> {
        let given = self.0.get(key).filter(|value| !value.is_null());
        given.map_or(Ok(default), |value| as_number(value, key))
    }

    /// A number of points of the inner object.
    pub(super) fn points(&self, key: &'static str) -> Result<Option<usize>, MethodRefusal> {
        self.inner(key)
            .map(|value| as_points(value, key))
            .transpose()
    }

    /// Positions, as a list or one bare number.
    pub(super) fn positions(&self, key: &'static str) -> Result<Vec<usize>, MethodRefusal> {
        self.items(key)
            .into_iter()
            .map(|value| as_points(value, key))
            .collect()
    }

    /// Texts, as a list or one bare text.
    pub(super) fn texts(&self, key: &'static str) -> Result<Vec<String>, MethodRefusal> {
        let text = |value: &Value| {
            value
                .as_str()
                .map(str::to_owned)
                .ok_or(MethodRefusal::BadOption(key))
        };
        self.items(key).into_iter().map(text).collect()
    }

    fn items(&self, key: &str) -> Vec<&Value> {
        match self.inner(key) {
            None => Vec::new(),
            Some(Value::Array(items)) => items.iter().collect(),
            Some(one) => vec![one],
        }
    }

    /// Which way is good.
    pub(super) fn direction(&self, key: &'static str) -> Result<Direction, MethodRefusal> {
        match self.inner(key).map(Value::as_str) {
            None | Some(Some("increase")) => Ok(Direction::Increase),
            Some(Some("decrease")) => Ok(Direction::Decrease),
            Some(Some("neutral")) => Ok(Direction::Neutral),
            Some(_) => Err(MethodRefusal::BadOption(key)),
        }
    }

    /// The rules that make a signal, by the name of a preset.
    pub(super) fn rule_set(&self, key: &'static str) -> Result<RuleSet, MethodRefusal> {
        match self.inner(key).map(Value::as_str) {
            None => Ok(RuleSet::default()),
            Some(Some(name)) => RuleSet::named(name).ok_or(MethodRefusal::BadOption(key)),
            Some(None) => Err(MethodRefusal::BadOption(key)),
        }
    }

    /// Whether large moving ranges are dropped; on by default.
    pub(super) fn screening(&self, key: &'static str) -> Result<Screening, MethodRefusal> {
        match self.inner(key).map(Value::as_bool) {
            None | Some(Some(true)) => Ok(Screening::On),
            Some(Some(false)) => Ok(Screening::Off),
            Some(None) => Err(MethodRefusal::BadOption(key)),
        }
    }
}

fn as_number(value: &Value, key: &'static str) -> Result<f64, MethodRefusal> {
    value
        .as_f64()
        .filter(|number| number.is_finite())
        .ok_or(MethodRefusal::BadOption(key))
}

fn as_points(value: &Value, key: &'static str) -> Result<usize, MethodRefusal> {
    let number = as_number(value, key)?;
    whole(number)
        .and_then(|points| usize::try_from(points).ok())
        .ok_or(MethodRefusal::BadOption(key))
}
