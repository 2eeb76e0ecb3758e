//! The library against the trade's list, and what a file with a fault says.

use crate::data::*;
use domain::kpi::{Block, Direction, Kind, Roll};
use domain::period::Grain;

/// domain.md 1.5 with rulings 8, row by row: id, kind, direction, leads, stage, grain, pair, lag.
type Row = (
    &'static str,
    Kind,
    Direction,
    bool,
    &'static str,
    Grain,
    &'static str,
    u16,
);

const LIBRARY: [Row; 38] = {
    use Direction::{Down, Neutral, Range, Up};
    use Grain::{Month, Quarter, Week};
    use Kind::{Count, Proportion, Rate, ScoreShare, Value};
    [
        ("K01", Proportion, Up, true, "S1", Week, "K29", 2),
        ("K02", Proportion, Up, true, "S2", Month, "K05", 28),
        ("K03", Value, Down, true, "S2", Month, "K02", 0),
        ("K04", Proportion, Up, true, "S2", Week, "K29", 0),
        ("K05", Proportion, Up, true, "S3", Month, "K30", 0),
        ("K06", ScoreShare, Up, true, "S3", Month, "K05", 0),
        ("K07", Proportion, Up, true, "S4", Week, "K06", 0),
        ("K08", Rate, Up, true, "S4", Week, "K31", 0),
        ("K09", Proportion, Up, true, "S4", Week, "K29", 0),
        ("K10", Proportion, Up, true, "S4", Month, "K06", 0),
        ("K11", Proportion, Up, true, "S4", Month, "K29", 0),
        ("K12", Proportion, Down, true, "S4", Week, "K07", 0),
        ("K13", Rate, Up, true, "S5", Week, "K14", 0),
        ("K14", Rate, Up, true, "S5", Month, "K16", 14),
        ("K15", Proportion, Up, false, "S5", Quarter, "K32", 180),
        ("K16", Rate, Range, true, "S6", Month, "K17", 7),
        ("K17", Proportion, Up, true, "S6", Month, "K32", 14),
        ("K18", Proportion, Up, false, "S6", Month, "K17", 30),
        ("K19", Rate, Up, false, "S7", Month, "K22", 120),
        ("K20", Proportion, Up, false, "S7", Month, "K23", 365),
        ("K21", Proportion, Up, false, "S7", Quarter, "K23", 365),
        ("K22", Proportion, Down, false, "S8", Month, "K33", 150),
        ("K23", Proportion, Up, false, "S8", Month, "K33", 210),
        ("K24", Proportion, Up, false, "S9", Quarter, "K34", 365),
        ("K25", Proportion, Up, true, "S8", Month, "K33", 0),
        ("K26", Proportion, Up, false, "S7", Quarter, "K24", 120),
        ("K27", Count, Down, false, "S8", Month, "K22", 30),
        ("K28", Value, Range, true, "S0", Week, "", 0),
        ("K29", Value, Up, true, "S0", Month, "K07", 7),
        ("K30", Proportion, Up, true, "S0", Month, "K31", 0),
        ("K31", ScoreShare, Up, true, "S0", Month, "K30", 0),
        ("K32", Value, Up, true, "S5", Quarter, "K15", 7),
        ("K33", Proportion, Neutral, true, "S8", Quarter, "K25", 7),
        ("K34", Proportion, Up, false, "S9", Month, "K30", 240),
        ("K35", Proportion, Up, true, "S0", Week, "K31", 1),
        ("K36", Count, Down, true, "S0", Month, "K29", 30),
        ("K37", Value, Up, true, "S0", Quarter, "K02", 7),
        ("K38", Proportion, Up, true, "S0", Month, "", 0),
    ]
};

fn faults() -> Vec<String> {
    let (_, faults) = KpiLibrary::parse([KPIS, RECRUITMENT], SCALES, TASKS);
    faults.iter().map(ToString::to_string).collect()
}

#[test]
fn everything_shipped_loads() {
    assert_eq!(faults(), Vec::<String>::new());
    let library = KpiLibrary::shipped();
    assert_eq!(library.all().len(), 48, "38 of the library, 10 of the pack");
    assert_eq!(library.competencies().len(), 14);
    assert!((1..=39).all(|task| library.task(&format!("T{task:02}")).is_some()));
}

#[test]
fn every_kpi_of_the_trades_list_is_there_as_listed() {
    let library = KpiLibrary::shipped();
    for (code, kind, direction, leads, stage, grain, pair, lag) in LIBRARY {
        let one = &library
            .find(code)
            .unwrap_or_else(|| panic!("{code}"))
            .definition;
        assert_eq!((one.kind, one.direction), (kind, direction), "{code}");
        assert_eq!((one.stage.as_str(), one.grain), (stage, grain), "{code}");
        assert_eq!(one.pair.as_deref().unwrap_or_default(), pair, "{code}");
        assert_eq!(one.lag_days, lag, "{code}");
        assert_eq!(one.block == Block::Lagging, !leads, "{code}");
        assert!(
            !leads || lag <= 30,
            "{code}: a leading KPI is known within a month"
        );
        assert!(
            !one.local && one.version == 1 && one.valid_from.is_none(),
            "{code}"
        );
    }
}

#[test]
fn every_kpi_carries_all_that_rulings_8_asks_for() {
    for kpi in KpiLibrary::shipped().all() {
        let one = &kpi.definition;
        let code = &one.code;
        for text in [
            &one.purpose,
            &one.less_intrusive,
            &one.numerator,
            &one.unit_words,
        ] {
            assert!(!text.is_empty(), "{code}");
        }
        assert!(
            one.purpose.ends_with('.') && one.less_intrusive.ends_with('.'),
            "{code}"
        );
        assert!(
            !one.feeders.is_empty() && !one.tasks.is_empty() && !one.excludes.is_empty(),
            "{code}"
        );
        assert!(
            !one.feeders.contains(code) && one.pair.as_ref() != Some(code),
            "{code} points at itself"
        );
        assert_eq!(
            one.kind.needs_denominator(),
            one.minimum_denominator >= 10 && one.kind != Kind::Value,
            "{code}"
        );
        assert!(
            one.kind != Kind::Rate || !one.denominator.is_empty(),
            "{code}: a rate is out of something"
        );
    }
}

#[test]
fn means_are_weighted_medians_are_not_rolled_and_snapshots_are_the_last() {
    let library = KpiLibrary::shipped();
    let roll = |code: &str| library.find(code).map(|kpi| kpi.definition.roll);
    for code in ["K29", "K32", "K37"] {
        assert_eq!(roll(code), Some(Roll::MeanWeighted), "{code}");
        assert!(
            library
                .scale_of(code)
                .is_some_and(|scale| scale.highest == Some(100_000)),
            "{code}"
        );
    }
    for code in ["K03", "R6"] {
        assert_eq!(roll(code), Some(Roll::None), "{code}");
    }
    for code in ["K07", "K12", "K28", "R7"] {
        assert_eq!(
            roll(code),
            Some(Roll::Last),
            "{code}: the same clients again each week"
        );
    }
}

#[test]
fn a_heading_finds_its_kpi_by_code_name_or_synonym() {
    let library = KpiLibrary::shipped();
    for (heading, code) in [
        ("k13", "K13"),
        ("Employer_conversations", "K13"),
        ("JOB STARTS", "K19"),
        ("plans on time", "K05"),
        ("cv to interview", "R3"),
    ] {
        let found = library
            .find_named(heading)
            .map(|kpi| kpi.definition.code.as_str());
        assert_eq!(found, Some(code), "{heading}");
    }
    assert!(library.find_named("shoe size").is_none());
}

#[test]
fn no_two_kpis_answer_to_one_name() {
    let library = KpiLibrary::shipped();
    for kpi in library.all() {
        let names = kpi.synonyms.iter().map(String::as_str);
        for name in names.chain([kpi.definition.code.as_str()]) {
            let found = library.find_named(name).map(|found| &found.definition.code);
            assert_eq!(found, Some(&kpi.definition.code), "{name}");
        }
    }
}

/// Changes the first entry of the library and expects that it alone does not load, for this reason.
fn check_fault(from: &str, to: &str, expected: &str) {
    assert!(KPIS.contains(from), "{from}");
    let changed = KPIS.replacen(from, to, 1);
    let (kpis, faults) = parse_library(&changed);
    assert_eq!(kpis.len(), 37, "{expected}");
    assert_eq!(faults.len(), 1, "{expected}");
    let said = faults[0].to_string();
    assert!(said.contains(expected), "{said}");
}

#[test]
fn an_entry_with_a_field_missing_does_not_load_and_says_which() {
    for field in [
        "name",
        "synonyms",
        "numerator",
        "denominator",
        "unit_words",
        "columns",
        "excludes",
        "kind",
        "direction",
        "block",
        "stage",
        "grain",
        "roll",
        "exposure",
        "lag_days",
        "window_days",
        "minimum_denominator",
        "pair",
        "feeders",
        "tasks",
        "scale",
        "purpose",
        "less_intrusive",
    ] {
        let line = KPIS
            .lines()
            .find(|line| line.starts_with(&format!("{field} = ")))
            .unwrap();
        check_fault(
            &format!("{line}\n"),
            "",
            &format!("K01: missing field `{field}`"),
        );
    }
    check_fault("id = \"K01\"\n", "", "entry 1: missing field `id`");
}

#[test]
fn an_entry_that_makes_no_sense_does_not_load() {
    check_fault(
        "kind = \"proportion\"",
        "kind = \"percent\"",
        "K01: unknown variant `percent`",
    );
    check_fault(
        "grain = \"week\"\n",
        "grain = \"week\"\ncolour = 1\n",
        "K01: unknown field `colour`",
    );
    check_fault(
        "stage = \"S1\"",
        "stage = \"S12\"",
        "K01: a stage is S0 to S9",
    );
    check_fault(
        "purpose = \"See",
        "purpose = \"\" # \"See",
        "a KPI needs a purpose",
    );
    check_fault(
        "denominator = \"referrals received\"",
        "denominator = \"\"",
        "a proportion needs a denominator",
    );
    check_fault(
        "window_days = 2",
        "window_days = 9",
        "later than the work's result",
    );
    check_fault(
        "feeders = [\"K02\", \"K04\"]",
        "feeders = []",
        "name at least one",
    );
    check_fault(
        "name = \"Contact on time\"",
        "name = \" \"",
        "name: the text is empty",
    );
}

#[test]
fn what_points_at_nothing_does_not_load() {
    let check = |from: &str, to: &str, expected: &str| {
        let changed = KPIS.replacen(from, to, 1);
        let (library, faults) = KpiLibrary::parse([&changed, RECRUITMENT], SCALES, TASKS);
        assert!(library.find("K01").is_none());
        assert_eq!(faults[0].to_string(), expected);
    };
    check(
        "pair = \"K29\"",
        "pair = \"K99\"",
        "K01: KPI K99 is not there",
    );
    check(
        "tasks = [\"T01\"]",
        "tasks = [\"T99\"]",
        "K01: task T99 is not there",
    );
    check(
        "scale = \"none\"",
        "scale = \"stars\"",
        "K01: scale stars is not there",
    );
}

#[test]
fn a_file_that_is_no_table_says_so() {
    let (kpis, faults) = parse_library("[[kpi]\n");
    assert!(kpis.is_empty() && faults[0].to_string().starts_with("file: "));
    let (_, faults) = parse_library("");
    assert_eq!(faults[0].to_string(), "file: has no [[kpi]]");
}

#[test]
fn scales_know_their_ends_and_their_bands() {
    let library = KpiLibrary::shipped();
    let pulse = library.scale("pulse").unwrap();
    assert!(pulse.holds(0) && pulse.holds(100_000) && !pulse.holds(100_001) && !pulse.holds(-1));
    let rating = library.scale("audit-rating").unwrap();
    assert_eq!(
        rating.steps.last().unwrap().worth,
        None,
        "not applicable takes its weight out"
    );
    let band = |id: &str, value: i64| {
        library
            .scale(id)
            .unwrap()
            .band(value)
            .map(|step| step.name.clone())
    };
    assert_eq!(band("audit-result", 64_100).as_deref(), Some("Developing"));
    assert_eq!(band("audit-result", 85_000).as_deref(), Some("Strong"));
    let caseload = |clients: i64| {
        library
            .scale("ips-caseload")
            .unwrap()
            .band(clients * 1000)
            .unwrap()
            .worth
    };
    let scores = [20, 21, 26, 31, 41].map(caseload);
    assert_eq!(scores, [5, 4, 3, 2, 1].map(|score| Some(score * 1000)));
    let (_, faults) = parse_scales("[[scale]]\nid = \"a\"\nname = \"A\"\nsteps = []\n");
    assert_eq!(faults[0].to_string(), "a: a scale has at least two steps");
}
