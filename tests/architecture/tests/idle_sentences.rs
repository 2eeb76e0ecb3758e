//! Every sentence of the Rust catalogues is said somewhere: one that nobody says is read, translated and believed in
//! vain.

use architecture::catalogue::sentences;
use architecture::{SourceFile, assert_none, files};
use std::collections::BTreeSet;

/// Endings under which a sentence goes along with another.
const COMPANIONS: [&str; 3] = ["-hint", "-purpose", "-fields"];

fn idle(catalogues: &[SourceFile], sources: &[SourceFile]) -> Vec<String> {
    let literals: BTreeSet<&str> = sources
        .iter()
        .flat_map(|file| file.text.split('"'))
        .collect();
    // "intake-reason-{}" says every sentence that begins like that.
    let beginnings: Vec<&str> = literals
        .iter()
        .filter_map(|literal| literal.split_once('{'))
        .map(|(beginning, _)| beginning)
        .filter(|beginning| beginning.len() > 1 && beginning.ends_with('-'))
        .collect();
    let is_said =
        |key: &str| literals.contains(key) || beginnings.iter().any(|one| key.starts_with(one));
    let mut keys: Vec<String> = catalogues
        .iter()
        .flat_map(sentences)
        .filter_map(|sentence| Some(sentence.place.rsplit_once(": ")?.1.to_owned()))
        .filter(|key| {
            let with = COMPANIONS.iter().filter_map(|end| key.strip_suffix(end));
            !std::iter::once(key.as_str()).chain(with).any(is_said)
        })
        .collect();
    keys.dedup();
    keys
}

#[test]
fn every_sentence_is_said_somewhere() {
    let catalogues = files(|path| path.ends_with("-sentences.ftl"));
    assert!(catalogues.len() > 5, "the catalogues are read");
    let sources = files(|path| path.starts_with("src-tauri/"));
    let sources: Vec<SourceFile> = sources
        .iter()
        .filter(|file| file.is_kind("rs") || file.is_kind("typ"))
        .map(SourceFile::without_tests)
        .collect();
    assert_none(&idle(&catalogues, &sources), "nobody says this");
}

#[test]
fn an_idle_sentence_is_seen() {
    let catalogue = SourceFile::sample(
        "locales/en/a-sentences.ftl",
        "a-one = One.\na-one-hint = Do.\nb-two = Two.\nc-three = Three.\n",
    );
    let source = SourceFile::sample("a.rs", "say(\"a-one\"); say(format!(\"b-{x}\"));");
    assert_eq!(idle(&[catalogue], &[source]), ["c-three"]);
}
