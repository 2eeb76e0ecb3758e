//! The command line itself: wrong usage, secrets, methods on plain files.

use product::Workplace;

#[test]
fn wrong_usage_has_its_own_exit_code() {
    let place = Workplace::new();
    for line in [
        &["frobnicate"][..],
        &[],
        &["digest"],
        &[
            "create",
            "team.plumb",
            "--passphrase",
            "in the open for all to see",
        ],
        &[
            "release",
            "team.plumb",
            "--table",
            "t.json",
            "--profile",
            "everybody",
            "--out",
            "a.csv",
        ],
        &["stats", "no_such_method", "pass"],
    ] {
        place.run(line).ends(2);
    }
    assert_eq!(place.names(), ["other", "pass"]);
}

#[test]
fn a_file_that_is_not_to_be_had_is_no_wrong_usage() {
    let place = Workplace::new();
    let secret = ["create", "team.plumb", "--passphrase-file", "none"];
    place.run(&secret).ends(15);
    place.write("file", "not a folder");
    place.run(&["demo", "file"]).ends(15);
    place.create(&[]);
    place.write("mapping.json", "{");
    place.write("figures.csv", "adviser,month,kpi,num,den\n");
    let mapping = ["figures.csv", "--mapping", "mapping.json"];
    place.open("import", &mapping).ends(2);
}

#[test]
fn wrong_usage_is_one_document_too() {
    let place = Workplace::new();
    let answer = place
        .run(&["--json", "stats", "no_such_method", "pass"])
        .ended(2);
    assert_eq!(answer.error()["code"], "usage");
    let answer = place.run(&["frobnicate", "--json"]).ended(2);
    assert_eq!(answer.error()["code"], "usage");
}

#[test]
fn a_secret_nobody_can_be_asked_for_is_wrong_usage() {
    let place = Workplace::new();
    place.create(&[]);
    place.run(&["digest", "team.plumb"]).ends(2);
}

#[test]
fn help_and_version_are_no_failures() {
    let place = Workplace::new();
    let help = place.run(&["--help"]).ended(0).out;
    for command in [
        "create",
        "verify",
        "digest",
        "inspect",
        "import",
        "undo-import",
        "scorecard",
        "stats",
        "release",
        "releases",
        "passphrase",
        "recover",
        "journal",
        "demo",
    ] {
        assert!(help.contains(command), "{command} is listed");
    }
    assert!(
        place
            .run(&["--version"])
            .ended(0)
            .out
            .contains("plumbline-cli")
    );
}

#[test]
fn a_method_runs_on_a_plain_file() {
    let place = Workplace::new();
    place.write("figures.csv", "x,n,conf\n81,263,0.95\n");
    let answer = place
        .run(&["stats", "proportion_intervals", "figures.csv"])
        .ended(0)
        .json();
    let low = answer["rows"][0]["wilson_lo"].as_f64().unwrap();
    assert!(
        (low - 0.255_288_519_878).abs() < 1e-9,
        "Wilson's interval of 81 out of 263 as published: {low}"
    );
}

#[test]
fn a_file_no_method_can_use_is_a_refused_input() {
    let place = Workplace::new();
    place.write("broken.csv", b"\xff\xfe\x00");
    place.write("other.csv", "a,b\n1,2\n");
    for name in ["broken.csv", "other.csv"] {
        let line = ["stats", "proportion_intervals", name, "--json"];
        let answer = place.run(&line).ended(20);
        assert_eq!(answer.error()["code"], "intake_refused", "{name}");
    }
    place.write("options.json", "not json");
    let line = ["stats", "xmr", "other.csv", "--options", "options.json"];
    place.run(&line).ends(2);
}

#[cfg(target_os = "linux")]
#[test]
fn an_interrupted_import_leaves_the_vault_as_it_was() {
    use std::fmt::Write as _;
    let place = Workplace::new();
    place.create(&[]);
    let mut text = "adviser,day,kpi,numerator\n".to_owned();
    for row in 0..400_000 {
        let (year, month, day) = (2025 + row / 336 % 2, row / 28 % 12 + 1, row % 28 + 1);
        let adviser = row / 672;
        writeln!(
            text,
            "Adviser {adviser},{year}-{month:02}-{day:02},Visits,4"
        )
        .unwrap();
    }
    place.write("figures.csv", text);
    let before = place.digest();
    let line = [
        "figures.csv",
        "--create-advisers",
        "--create-kpis",
        "--json",
    ];
    let answer = place.interrupted("import", &line);
    assert_eq!(answer.code, 130, "{}", answer.err);
    assert_eq!(answer.error()["code"], "interrupted");
    assert_eq!(place.digest(), before);
}

#[cfg(target_os = "linux")]
#[test]
fn whatever_is_interrupted_leaves_nothing_half_done() {
    let place = Workplace::new();
    place.create(&["--sample"]);
    let before = (place.digest(), place.names());
    for line in [
        &["verify", "team.plumb", "--passphrase-file", "pass"][..],
        &[
            "scorecard",
            "team.plumb",
            "--out",
            "card.pdf",
            "--passphrase-file",
            "pass",
        ],
        &["create", "other.plumb", "--passphrase-file", "pass"],
    ] {
        let answer = place.pressed(line);
        assert_eq!(answer.code, 130, "{line:?}: {}", answer.err);
    }
    assert_eq!((place.digest(), place.names()), before);
    let opened = place.open("verify", &["--json"]).ended(0).json();
    let notices = opened["notices"].to_string();
    assert!(!notices.contains("closed properly"), "{notices}");
    place.pressed(&["demo", "out"]).ends(130);
    assert_eq!(std::fs::read_dir(place.path("out")).unwrap().count(), 0);
    place.write("out/summary.pdf", "mine");
    place.run(&["demo", "out"]).ends(1);
}

#[test]
fn a_file_or_folder_that_is_not_there_is_said_the_same_way_everywhere() {
    let place = Workplace::new();
    place.create(&[]);
    place.write(
        "figures.csv",
        "adviser,month,kpi,value\nAmara,2026-10,K13,1\n",
    );
    let secret = ["--passphrase-file", "pass", "--json"];
    for line in [
        &["inspect", "none.csv"][..],
        &["import", "team.plumb", "none.csv"],
        &[
            "import",
            "team.plumb",
            "figures.csv",
            "--mapping",
            "none.json",
        ],
        &[
            "import",
            "team.plumb",
            "figures.csv",
            "--rejects",
            "none/r.csv",
        ],
        &["stats", "xmr", "none.csv"],
        &["scorecard", "team.plumb", "--out", "none/card.pdf"],
    ] {
        let mut line = line.to_vec();
        let has_vault = line.contains(&"team.plumb");
        line.extend(if has_vault { &secret[..] } else { &secret[2..] });
        let error = place.run(&line).ended(15).error();
        assert_eq!(error["code"], "file_unreadable", "{line:?}");
        assert!(error["hint"].is_string(), "{line:?}");
    }
}

#[test]
fn what_a_vault_does_not_have_is_named_by_its_part_of_the_line() {
    let place = Workplace::new();
    place.create(&[]);
    for (command, options, part) in [
        (
            "scorecard",
            &["--adviser", "Nobody", "--json"][..],
            "--adviser",
        ),
        ("undo-import", &["7", "--json"], "BATCH"),
    ] {
        let error = place.open(command, options).ended(1).error();
        assert!(error["message"].as_str().unwrap().contains(part), "{error}");
        assert!(error["hint"].is_string(), "{error}");
    }
}

#[test]
fn a_chart_takes_any_of_the_offered_rule_sets() {
    let place = Workplace::new();
    place.write("y.csv", "period,y\n2026-01,3\n2026-02,4\n");
    let run = |name: &str| {
        let options = format!("{{\"options\":{{\"rule_set\":\"{name}\"}}}}");
        place.write("o.json", options);
        place.run(&["stats", "plumbline_xmr", "y.csv", "--options", "o.json"])
    };
    for name in [
        "MDC-2024/6",
        "MDC-2024/7",
        "MDC-2024/8",
        "NHSRplotthedots-0.2.2",
    ] {
        assert_eq!(run(name).ended(0).json()["rule_set"], name);
    }
    run("MDC-2024/5").ends(2);
}
