//! What was typed into one cell, read by the kind of its KPI; and what is stored, as it is typed. What cannot be
//! true is refused with its sentence.

use crate::data::Scale;
use crate::figures::number::{Unread, fixed_text, parse_fixed};
use crate::kpis::{is_timed, library};
use domain::figure::{Amount, FigureRefusal, check_amount};
use domain::kpi::{Kind, KpiDefinition};
use words::{Arg, Words, number};

/// A KPI as a column of the grid.
#[derive(Debug, Clone, Copy)]
pub(super) struct Column<'a> {
    pub(super) definition: &'a KpiDefinition,
}

/// Why a cell was turned away: a key and its values.
#[derive(Debug, Clone)]
pub(super) struct Refused {
    key: &'static str,
    values: Vec<(&'static str, Arg)>,
}

impl Refused {
    pub(super) fn of(key: &'static str) -> Self {
        Self {
            key,
            values: Vec::new(),
        }
    }

    /// The reason in a sentence.
    pub(super) fn words(&self, words: &Words) -> String {
        words.say(self.key, &self.values)
    }
}

impl<'a> Column<'a> {
    /// Whether what it is out of is typed beside it.
    pub(super) fn has_second(self) -> bool {
        let one = self.definition;
        one.kind != Kind::Count && !one.denominator.is_empty() && !is_timed(one)
    }

    /// Heads of its one or two parts: short ones from the library, else the words of its definition.
    pub(super) fn heads(self) -> (&'a str, Option<&'a str>) {
        let one = self.definition;
        let shipped = library().find(&one.code).filter(|_| !one.local);
        let head = |place: usize| {
            shipped
                .and_then(|kpi| kpi.columns.get(place))
                .map(String::as_str)
        };
        let second = self
            .has_second()
            .then(|| head(1).unwrap_or(&one.denominator));
        (head(0).unwrap_or(&one.numerator), second)
    }

    fn scale(self) -> Option<&'static Scale> {
        library()
            .scale_of(&self.definition.code)
            .filter(|_| !self.definition.local)
    }

    /// Reads what was typed; nothing when both parts are empty. The exposure is not typed.
    pub(super) fn parse(self, first: &str, second: &str) -> Result<Option<Amount>, Refused> {
        let is_empty = |text: &str| text.trim().is_empty();
        match (is_empty(first), is_empty(second)) {
            (true, true) => return Ok(None),
            (_, false) if !self.has_second() => return Err(Refused::of("figures-second")),
            (true, false) | (false, true) if self.has_second() => {
                return Err(Refused::of("figures-half"));
            }
            (true | false, true | false) => {}
        }
        let decimals = if self.definition.kind.is_measured() {
            3
        } else {
            0
        };
        let numerator = parse_fixed(first, decimals).map_err(unread)?;
        let denominator = if self.has_second() {
            Some(parse_fixed(second, 0).map_err(unread)?)
        } else {
            None
        };
        let amount = self.amount(numerator, denominator)?;
        check_amount(self.definition.kind, amount)
            .map_err(|refusal| self.refusal(refusal, amount))?;
        Ok(Some(amount))
    }

    /// A mean typed beside its readings is stored as their sum, so that months add up.
    fn amount(self, numerator: i64, denominator: Option<i64>) -> Result<Amount, Refused> {
        let is_mean = self.definition.kind.is_measured();
        if is_mean && self.scale().is_some_and(|scale| !scale.holds(numerator)) {
            return Err(self.off_scale());
        }
        let numerator = match denominator {
            Some(0) if is_mean && numerator > 0 => {
                return Err(Refused::of("figures-out-of-nothing"));
            }
            Some(readings) if is_mean => {
                let sum = numerator.checked_mul(readings);
                sum.ok_or_else(|| Refused::of("figures-too-large"))?
            }
            Some(_) | None => numerator,
        };
        Ok(Amount {
            numerator,
            denominator,
            exposure: None,
        })
    }

    fn off_scale(self) -> Refused {
        let end = |end: Option<i64>| Arg::from(fixed_text(end.unwrap_or_default(), 3));
        let scale = self.scale();
        Refused {
            key: "figures-off-scale",
            values: vec![
                ("lowest", end(scale.and_then(|scale| scale.lowest))),
                ("highest", end(scale.and_then(|scale| scale.highest))),
            ],
        }
    }

    fn refusal(self, refusal: FigureRefusal, amount: Amount) -> Refused {
        let (counted, out_of) = self.heads();
        match refusal {
            FigureRefusal::NumeratorAboveDenominator => Refused {
                key: "figures-above",
                values: vec![
                    ("part", Arg::from(number::whole(amount.numerator))),
                    ("counted", Arg::from(counted)),
                    (
                        "whole",
                        Arg::from(number::whole(amount.denominator.unwrap_or_default())),
                    ),
                    ("outof", Arg::from(out_of.unwrap_or_default())),
                ],
            },
            FigureRefusal::Negative => Refused::of("figures-negative"),
            FigureRefusal::DenominatorMissing => Refused::of("figures-half"),
            FigureRefusal::OutOfNothing => Refused::of("figures-out-of-nothing"),
            FigureRefusal::TooLarge => Refused::of("figures-too-large"),
            FigureRefusal::NotInTeam => Refused::of("figures-closed"),
            FigureRefusal::Future => Refused::of("error-figure-future"),
            FigureRefusal::Expired => Refused::of("error-figure-expired"),
        }
    }

    /// What is stored, as it would be typed.
    pub(super) fn texts(self, amount: Amount) -> (String, String) {
        let first = if self.definition.kind.is_measured() {
            let readings = amount
                .denominator
                .filter(|readings| *readings > 0)
                .unwrap_or(1);
            fixed_text((amount.numerator + readings / 2) / readings, 3)
        } else {
            amount.numerator.to_string()
        };
        let second = amount.denominator.filter(|_| self.has_second());
        (
            first,
            second.map(|whole| whole.to_string()).unwrap_or_default(),
        )
    }
}

fn unread(fault: Unread) -> Refused {
    Refused::of(match fault {
        Unread::Empty => "figures-half",
        Unread::NotANumber => "figures-not-a-number",
        Unread::Negative => "figures-negative",
        Unread::TooLarge => "figures-too-large",
        Unread::Fraction => "figures-fraction",
    })
}
