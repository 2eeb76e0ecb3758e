//! Words of the interface: one word for one thing, plain, and blaming nobody (house.md section 2,
//! rulings 46). A row is a word that must not be used, and the phrases in which it is right.

use architecture::{
    assert_none,
    catalogue::{Sentence, english},
};

/// A word with its plural, the word to use instead, and where it may stand all the same.
type Row = (
    &'static [&'static str],
    &'static str,
    &'static [&'static str],
);

const TABLE: &[Row] = &[
    (&["user", "users", "owner", "owners"], "you", &[]),
    (
        &["agent", "agents", "rep", "reps", "employee", "employees"],
        "adviser",
        &[],
    ),
    (
        &["consultant", "consultants", "staff", "advisor", "advisors"],
        "adviser",
        &[],
    ),
    (&["customer", "customers"], "client", &[]),
    (
        &["case", "cases"],
        "client, or say it otherwise",
        &[
            "case mix",
            "in case",
            "in that case",
            "upper case",
            "lower case",
            "capital",
        ],
    ),
    (&["project", "projects"], "programme", &[]),
    (&["portfolio", "portfolios"], "caseload", &[]),
    (
        &[
            "metric",
            "metrics",
            "stat",
            "stats",
            "indicator",
            "indicators",
        ],
        "KPI",
        &[],
    ),
    (
        &["datapoint", "datapoints", "data point", "data points"],
        "figure",
        &[],
    ),
    (
        &["goal", "goals", "quota", "quotas"],
        "target or objective",
        &[],
    ),
    (
        &[
            "anomaly",
            "anomalies",
            "outlier",
            "outliers",
            "alert",
            "alerts",
            "abnormal",
        ],
        "signal",
        &[],
    ),
    (&["noise", "noisy"], "usual variation", &[]),
    (
        &["threshold", "thresholds", "tolerance", "control limits"],
        "usual range",
        &["usual range (control limits"],
    ),
    (
        &["dashboard", "dashboards", "report card", "league table"],
        "scorecard",
        &[],
    ),
    (
        &["issue", "issues"],
        "performance gap, or say what happened",
        &[],
    ),
    (&["pip", "pips"], "improvement plan", &[]),
    (&["kudos"], "recognition", &[]),
    (&["checkpoint", "checkpoints"], "review", &[]),
    (&["1-2-1", "one-to-one", "1:1"], "coaching session", &[]),
    (
        &["accommodation", "accommodations"],
        "reasonable adjustment",
        &[],
    ),
    (&["rubric", "rubrics"], "template", &[]),
    (&["inspection", "inspections"], "quality audit", &[]),
    (
        &["database", "databases", "data file", "data store"],
        "vault",
        &[],
    ),
    (&["password", "passwords", "master key"], "passphrase", &[]),
    (
        &["recovery key", "recovery phrase", "backup code"],
        "recovery code",
        &[],
    ),
    (
        &["audit log", "audit trail", "event log"],
        "activity journal",
        &[],
    ),
    (
        &[
            "upload",
            "uploads",
            "uploaded",
            "uploading",
            "ingest",
            "ingested",
        ],
        "import",
        &[],
    ),
    (
        &["dsar", "subject access"],
        "access request",
        &["subject access request"],
    ),
    (&["ttl"], "kept until", &[]),
    (&["wipe", "wiped", "purge", "purged"], "erase", &[]),
    (
        &[
            "redacted",
            "redaction",
            "masking",
            "suppressed",
            "suppression",
        ],
        "hidden for privacy",
        &[],
    ),
    (
        &["export", "exports"],
        "anonymised summary",
        &["go to export", "in export", "under export"],
    ),
    (&["utilise", "utilised", "utilize", "leverage"], "use", &[]),
    (&["flag", "flagged", "flags"], "marked", &[]),
    (
        &["simply", "just", "obviously", "of course"],
        "nothing",
        &["just now"],
    ),
    (
        &["invalid", "illegal", "fatal", "abort", "aborted"],
        "say what happened",
        &[],
    ),
    (
        &[
            "poor performer",
            "underperformer",
            "underperforming",
            "worst",
            "best performer",
        ],
        "the fact",
        &[],
    ),
    (&["oops", "whoops", "sorry", "please"], "nothing", &[]),
];

fn faults(sentences: &[Sentence]) -> Vec<String> {
    let mut faults = Vec::new();
    for sentence in sentences {
        let text = spaced(&sentence.text);
        for (words, instead, allowed) in TABLE {
            let text = allowed.iter().fold(text.clone(), |text, phrase| {
                text.replace(&spaced(phrase), " ")
            });
            for word in words.iter().filter(|word| text.contains(&spaced(word))) {
                let is_section = *word == "export" && text == " export ";
                if !is_section {
                    faults.push(format!("{}: \"{word}\"; write {instead}", sentence.place));
                }
            }
        }
    }
    faults
}

/// Lower case words with one space around each, so that a word is found whole.
fn spaced(text: &str) -> String {
    let is_part = |character: char| character.is_alphanumeric() || "-:(".contains(character);
    let lower = text.to_lowercase();
    let words: Vec<_> = lower
        .split(|character| !is_part(character))
        .filter(|word| !word.is_empty())
        .collect();
    let words: Vec<_> = words
        .iter()
        .map(|word| word.trim_end_matches(':').trim_start_matches('('))
        .collect();
    format!(" {} ", words.join(" "))
}

#[test]
fn the_interface_speaks_the_words_of_the_house() {
    let sentences = english();
    assert!(sentences.len() > 50, "their sentences are read");
    assert_none(
        &faults(&sentences),
        "one word for one thing (house.md section 2)",
    );
}

fn check(text: &str, expected: &[&str]) {
    let sentence = Sentence {
        place: "a.ftl: b".to_owned(),
        text: text.to_owned(),
    };
    assert_eq!(faults(&[sentence]), expected, "{text}");
}

#[test]
fn a_wrong_word_is_seen_and_a_right_phrase_is_not() {
    check(
        "Your database password",
        &[
            "a.ftl: b: \"database\"; write vault",
            "a.ftl: b: \"password\"; write passphrase",
        ],
    );
    check(
        "Two Outliers were found.",
        &["a.ftl: b: \"outliers\"; write signal"],
    );
    check(
        "The usual range already takes case mix into account, in case you wonder.",
        &[],
    );
    check("Export", &[]);
    check(
        "Export the figures",
        &["a.ftl: b: \"export\"; write anonymised summary"],
    );
    check(
        "The tissue and the user-friendly part are other words.",
        &[],
    );
}

#[test]
fn every_row_can_fail() {
    for (words, ..) in TABLE {
        for word in *words {
            let sentence = Sentence {
                place: String::new(),
                text: format!("See the {word} here."),
            };
            assert!(!faults(&[sentence]).is_empty(), "{word} is never seen");
        }
    }
}
