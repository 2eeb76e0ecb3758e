//! The search for what was typed types into every part of the page that takes text. A part that is new fails here
//! until `canaries` goes there too.

use std::path::Path;

/// Parts of the page that take text. Each is on the way of `canaries`, except the sample team's day, which is a day
/// of made-up people.
const TAKE_TEXT: [&str; 26] = [
    "capabilities/advisers/Advisers",
    "capabilities/chart/BaselineDialog",
    "capabilities/chart/PhaseDialog",
    "capabilities/create/PassphraseStep",
    "capabilities/figures/CellInput",
    "capabilities/figures/PasteDialog",
    "capabilities/kpis/EndDialog",
    "capabilities/kpis/FormCounted",
    "capabilities/kpis/FormWords",
    "capabilities/kpis/Kpis",
    "capabilities/kpis/TargetDialog",
    "capabilities/recover/Recover",
    "capabilities/recovery/AskPassphrase",
    "capabilities/recovery/TypeBack",
    "capabilities/settings/ChangePassphrase",
    "capabilities/settings/CheckRecovery",
    "capabilities/settings/KeptPart",
    "capabilities/settings/Settings",
    "capabilities/settings/WordsPart",
    "capabilities/team/AdviserAbsences",
    "capabilities/team/AdviserShares",
    "capabilities/team/AdviserWho",
    "capabilities/team/TeamDialog",
    "capabilities/unlock/Unlock",
    "lib/shell/Palette",
    "lib/shell/SampleDay",
];

#[test]
fn every_part_of_the_page_that_takes_text_is_on_the_way() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../ui/src");
    let mut found = Vec::new();
    let mut folders = vec![root.clone()];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).unwrap().flatten() {
            let path = entry.path();
            let name = path.strip_prefix(&root).unwrap().with_extension("");
            let is_part = path.extension().is_some_and(|ending| ending == "svelte");
            if path.is_dir() {
                folders.push(path);
            } else if is_part && takes_text(&std::fs::read_to_string(&path).unwrap()) {
                found.push(name.to_string_lossy().replace('\\', "/"));
            }
        }
    }
    assert!(found.len() > 20, "the page is there");
    // What fields are made of stands in the parts. The passphrase is asked for again only five minutes after it
    // was typed, by the same field.
    found.retain(|name| {
        !name.starts_with("lib/components/") && !name.starts_with("lib/passphrase/")
    });
    found.retain(|name| !TAKE_TEXT.contains(&name.as_str()));
    assert_eq!(
        found,
        Vec::<String>::new(),
        "extend the way of `canaries`, then this list"
    );
}

fn takes_text(part: &str) -> bool {
    let fields = [
        "<Field",
        "<DateField",
        "<PasswordField",
        "<PassphraseFields",
        "<textarea",
    ];
    let inputs = part.split("<input").skip(1);
    let mut kinds = inputs.map(|rest| rest.split("/>").next().unwrap_or_default());
    fields.iter().any(|field| part.contains(field))
        || kinds.any(|kind| !kind.contains("\"radio\"") && !kind.contains("\"checkbox\""))
}

#[test]
fn a_part_that_takes_text_is_told_from_one_that_offers_choices() {
    assert!(takes_text("<DateField id=\"from\" />"));
    assert!(takes_text(
        "<input type=\"radio\" /> <input onkeyup={note} />"
    ));
    assert!(!takes_text(
        "<input type=\"radio\" bind:group={one} /> <fieldset>"
    ));
}
