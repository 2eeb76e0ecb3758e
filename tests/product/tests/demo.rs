//! The main job on made-up figures, without a question asked.

use product::{Workplace, documents, faults};

#[test]
fn the_main_job_runs_by_itself() {
    let place = Workplace::new();
    let told = place.run(&["demo", "out", "--json"]).ended(0).json();
    let kind = documents()
        .into_iter()
        .find(|kind| kind.name == "demo")
        .unwrap();
    assert_eq!(faults(&told, &kind.schema), Vec::<String>::new());
    let mut listed: Vec<String> = told["files"]
        .as_array()
        .unwrap()
        .iter()
        .map(|name| name.as_str().unwrap().to_owned())
        .collect();
    listed.sort();
    let mut there: Vec<String> = std::fs::read_dir(place.path("out"))
        .unwrap()
        .map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned())
        .collect();
    there.sort();
    assert_eq!(listed, there, "what it lists is what it wrote");
    for ending in ["plumb", "csv", "xlsx", "pdf", "json", "txt"] {
        assert!(
            there.iter().any(|name| name.ends_with(ending)),
            "a .{ending} file: {there:?}"
        );
    }
    place.write("made-up", told["passphrase"].as_str().unwrap());
    place
        .run(&["verify", "out/demo.plumb", "--passphrase-file", "made-up"])
        .ends(0);
    assert_eq!(place.left_behind(), Vec::<String>::new());
}

#[test]
fn people_are_shown_the_scorecards_of_the_team() {
    let place = Workplace::new();
    let words = place.run(&["demo", "out"]).ended(0).out;
    for alias in ["Amara", "Grace"] {
        assert!(words.contains(alias), "{words}");
    }
    assert!(!words.contains("QQ"), "no identifier is repeated");
}
