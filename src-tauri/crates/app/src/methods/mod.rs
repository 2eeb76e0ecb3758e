//! Any method of the statistics on a plain file, without a vault: what `plumbline-cli stats` runs.
//! Columns, options and output keys are those of the published worked examples, so that a reader
//! can check every figure of the app with nothing but a spreadsheet file. Numbers are rounded to 12
//! significant digits; `null` means "not defined", never zero.

mod audit;
mod change;
mod choice;
mod classic;
mod compare;
mod exact;
mod family;
mod intervals;
mod nhsr;
mod options;
mod table;
mod xmr;

use serde_json::{Number, Value};
use thiserror::Error;

use options::Options;
use table::Table;

/// Why a method gives no answer. It never repeats the content of a cell.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum MethodRefusal {
    /// The method is not one of [`names`].
    #[error("There is no method of this name.")]
    UnknownMethod,
    /// The file is not CSV with a header line in UTF-8.
    #[error("The file could not be read as CSV with a header line.")]
    NotCsv,
    /// A column the method needs is missing.
    #[error("The column {0} is missing.")]
    MissingColumn(&'static str),
    /// A cell is missing or holds something else than the method needs; rows count from 1 below the header.
    #[error("Row {row}, column {column}: not a value this method can use.")]
    BadCell {
        /// Row below the header, from 1.
        row: usize,
        /// Name of the column.
        column: &'static str,
    },
    /// An option has a value the method cannot use.
    #[error("The option {0} has a value this method cannot use.")]
    BadOption(&'static str),
}

/// What a method gets: the file and its options.
struct Question {
    table: Table,
    options: Options,
}

type Answer = Result<Value, MethodRefusal>;
type Method = fn(&Question) -> Answer;

/// Every method, by name.
const METHODS: [(&str, Method); 31] = [
    ("plumbline_xmr", xmr::plumbline_xmr),
    ("p_chart_midp", exact::p_chart),
    ("u_chart_midp", exact::u_chart),
    ("c_chart_midp", exact::c_chart),
    ("xmr", nhsr::xmr),
    ("run", classic::run),
    ("i", classic::i),
    ("mr", classic::mr),
    ("p", classic::p),
    ("pp", classic::pp),
    ("u", classic::u),
    ("up", classic::up),
    ("c", classic::c),
    ("g", classic::g),
    ("t", classic::t),
    ("ip", classic::ip),
    ("xbar", classic::xbar),
    ("s", classic::s),
    ("chart_choice", choice::chart_choice),
    ("proportion_intervals", intervals::proportion),
    ("newcombe_hybrid_score_difference_95", intervals::difference),
    ("smr_intervals", intervals::ratio),
    ("funnel_sr_chisq_limits", intervals::chi_square),
    ("conditional_comparison", compare::conditional),
    ("poisson_binomial", compare::poisson_binomial),
    ("benjamini_hochberg", family::benjamini_hochberg),
    ("review_list_bh", family::review_list),
    ("before_after_two_proportions", change::before_after),
    ("regression_to_the_mean_lower_cutoff", change::rebound),
    ("audit_sample_size", audit::sample_size),
    ("lower_998_midp_flag_power", audit::power),
];

/// The names of all methods, in the order of the documentation.
pub fn names() -> impl Iterator<Item = &'static str> {
    METHODS.iter().map(|(name, _)| *name)
}

/// Runs a method on the bytes of a CSV file; `options` is the content of the options file, or null.
pub fn run_method(method: &str, csv: &[u8], options: &Value) -> Answer {
    let (_, run) = METHODS
        .iter()
        .find(|(name, _)| *name == method)
        .ok_or(MethodRefusal::UnknownMethod)?;
    let question = Question {
        table: Table::parse(csv)?,
        options: Options::new(options),
    };
    run(&question).map(rounded)
}

/// The answer with every number at 12 significant digits, whole ones without a decimal point.
fn rounded(answer: Value) -> Value {
    match answer {
        Value::Number(number) => Value::Number(rounded_number(number)),
        Value::Array(items) => Value::Array(items.into_iter().map(rounded).collect()),
        Value::Object(entries) => Value::Object(
            entries
                .into_iter()
                .map(|(key, value)| (key, rounded(value)))
                .collect(),
        ),
        Value::Null | Value::Bool(_) | Value::String(_) => answer,
    }
}

fn rounded_number(number: Number) -> Number {
    let Some(value) = number.as_f64().filter(|_| number.is_f64()) else {
        return number;
    };
    let value = stats::round12::round12(value);
    match table::whole(value) {
        Some(whole) => Number::from(whole),
        None => Number::from_f64(value).unwrap_or(number),
    }
}
