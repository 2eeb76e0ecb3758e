//! Reading the sentences of a Fluent catalogue: identifiers, comments and placeables left out, the
//! variants of a choice read one by one.

use crate::{SourceFile, files};

/// One piece of text a person sees, and where it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sentence {
    /// File and message.
    pub place: String,
    /// Without its placeables, each of which stands as `…`.
    pub text: String,
}

/// Every sentence of the English interface.
pub fn english() -> Vec<Sentence> {
    let catalogues =
        files(|path| path.rsplit('.').next() == Some("ftl") && path.contains("/locales/en"));
    catalogues.iter().flat_map(sentences).collect()
}

/// All text of a catalogue, a line of a choice on its own.
pub fn sentences(file: &SourceFile) -> Vec<Sentence> {
    let mut found: Vec<Sentence> = Vec::new();
    let mut message = String::new();
    for line in file
        .text
        .lines()
        .filter(|line| !line.starts_with('#') && !matches!(line.trim(), "" | "}"))
    {
        let is_start = !line.starts_with([' ', '\t', '}']);
        let (text, continues) = if is_start {
            let (name, text) = line.split_once('=').unwrap_or((line, ""));
            name.trim().clone_into(&mut message);
            (text, false)
        } else {
            value(line.trim())
        };
        let text = without_placeables(text);
        match found.last_mut().filter(|_| continues) {
            Some(last) => last.text.extend([" ", &text]),
            None => found.push(Sentence {
                place: format!("{}: {message}", file.path),
                text,
            }),
        }
    }
    found.retain(|sentence| sentence.text.chars().any(char::is_alphabetic));
    found
}

/// The text of a line under a message, and whether it goes on with the line before.
fn value(line: &str) -> (&str, bool) {
    if let Some((_, text)) = line.split_once('=').filter(|_| line.starts_with('.')) {
        return (text, false);
    }
    if line.starts_with('[') || line.starts_with("*[") {
        return (line.split_once(']').map_or("", |(_, text)| text), false);
    }
    (line, true)
}

fn without_placeables(text: &str) -> String {
    let mut depth = 0_i32;
    let mut kept = String::new();
    for character in text.trim().chars() {
        match character {
            '{' => depth += 1,
            '}' => {
                depth -= 1;
                kept.push('…');
            }
            _ if depth <= 0 => kept.push(character),
            _ => {}
        }
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_catalogue_is_read_message_by_message() {
        let file = SourceFile::sample(
            "a.ftl",
            "# A comment about users\n\
             title = Vault\n\
             long =\n    First part\n    and { $count } more.\n    .label = A label\n\
             choice = { $count ->\n    [one] One figure\n   *[other] { $count } figures\n}\n",
        );
        let read = sentences(&file)
            .into_iter()
            .map(|sentence| sentence.text.trim().to_owned());
        let expected = [
            "Vault",
            "First part and … more.",
            "A label",
            "One figure",
            "… figures",
        ];
        assert_eq!(read.collect::<Vec<_>>(), expected);
    }
}
