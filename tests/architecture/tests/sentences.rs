//! Length of the interface's sentences: plain English is read in one breath. The aim is twenty
//! words (ux.md); over twenty-five is a fault.

use architecture::{
    assert_none,
    catalogue::{Sentence, english},
};

const LONGEST: usize = 25;

fn faults(sentences: &[Sentence]) -> Vec<String> {
    let mut faults = Vec::new();
    for sentence in sentences {
        for part in sentence.text.split_inclusive(['.', '?', '!', ':', ';']) {
            let words = part
                .split_whitespace()
                .filter(|word| word.chars().any(char::is_alphanumeric))
                .count();
            if words > LONGEST {
                faults.push(format!(
                    "{}: {words} words: {}",
                    sentence.place,
                    part.trim()
                ));
            }
        }
    }
    faults
}

#[test]
fn sentences_are_short() {
    let sentences = english();
    assert!(!sentences.is_empty(), "the English catalogues are read");
    assert_none(&faults(&sentences), "say it in two sentences");
}

#[test]
fn a_long_sentence_is_seen() {
    let sentence = |words: usize| Sentence {
        place: "a.ftl: b".to_owned(),
        text: format!("Short one. {}last.", "word ".repeat(words - 1)),
    };
    assert!(faults(&[sentence(25)]).is_empty());
    assert_eq!(faults(&[sentence(26)]).len(), 1);
}
