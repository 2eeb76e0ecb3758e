//! Words that people type. Anything that may name or describe a person is wrapped so that it cannot be
//! printed by accident: no `Display`, and a `Debug` that says only how long it is.

use std::fmt;

/// Why a typed text was turned away.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum TextRefusal {
    /// Nothing but spaces.
    #[error("the text is empty")]
    Empty,
    /// Longer than the field takes.
    #[error("the text is longer than {limit} characters")]
    TooLong {
        /// Characters the field takes.
        limit: usize,
    },
    /// A control character, such as a line break in a one-line field, or one that only changes how others look.
    #[error("the text holds a character that cannot be kept")]
    Control,
}

/// Trims a one-line text and refuses emptiness, excess length and control characters.
pub(crate) fn parse_line(typed: &str, limit: usize) -> Result<String, TextRefusal> {
    let text = typed.trim();
    if text.is_empty() {
        return Err(TextRefusal::Empty);
    }
    if text.chars().count() > limit {
        return Err(TextRefusal::TooLong { limit });
    }
    if text
        .chars()
        .any(|letter| letter.is_control() || is_unseen(letter))
    {
        return Err(TextRefusal::Control);
    }
    Ok(text.to_owned())
}

/// Characters of no width and those that turn the line round: with them two names look the same, or one looks like
/// another. The joiners U+200C and U+200D stay, which some scripts need.
fn is_unseen(letter: char) -> bool {
    matches!(
        letter,
        '\u{200b}'
            | '\u{200e}'..='\u{200f}'
            | '\u{202a}'..='\u{202e}'
            | '\u{2060}'..='\u{2064}'
            | '\u{2066}'..='\u{2069}'
            | '\u{feff}'
    )
}

macro_rules! personal_text {
    ($(#[$doc:meta])* $name:ident, $limit:expr) => {
        $(#[$doc])*
        #[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(String);

        impl $name {
            /// The most characters it takes.
            pub const LIMIT: usize = $limit;

            /// Trims and checks what was typed.
            pub fn parse(typed: &str) -> Result<Self, TextRefusal> {
                parse_line(typed, Self::LIMIT).map(Self)
            }

            /// The text itself, for a sealed store or a screen; never for a log.
            pub fn reveal(&self) -> &str {
                &self.0
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                formatter.write_str(concat!(stringify!($name), "(<redacted>)"))
            }
        }
    };
}
pub(crate) use personal_text;

personal_text!(
    /// A free text about a person, up to 2,000 characters, sealed under that person's key.
    Note,
    2000
);

/// A name of a thing (a team, a KPI, a site), not of a person; up to 60 characters.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Label(String);

impl Label {
    /// The most characters it takes.
    pub const LIMIT: usize = 60;

    /// Trims and checks what was typed.
    pub fn parse(typed: &str) -> Result<Self, TextRefusal> {
        parse_line(typed, Self::LIMIT).map(Self)
    }

    /// The name.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// Characters at the start of a cell that a spreadsheet may take for a formula (OWASP ASVS 5.0 V1.2.10), with their
/// full-width forms.
pub const FORMULA_STARTS: [char; 14] = [
    '=', '+', '-', '@', '\t', '\r', '\n', '\0', '|', '%', '＝', '＋', '－', '＠',
];

/// Whether a spreadsheet might run a cell that begins like this: the one rule for every file that goes out.
pub fn starts_formula(text: &str) -> bool {
    text.starts_with(FORMULA_STARTS)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_note_never_shows_itself_in_debug() {
        let note = Note::parse("was late on Tuesday").unwrap();
        assert_eq!(format!("{note:?}"), "Note(<redacted>)");
    }

    #[test]
    fn a_label_is_trimmed_and_bounded() {
        assert_eq!(
            Label::parse("  Harbour team ").unwrap().as_str(),
            "Harbour team"
        );
        assert_eq!(Label::parse(" \t"), Err(TextRefusal::Empty));
        assert_eq!(
            Label::parse(&"x".repeat(61)),
            Err(TextRefusal::TooLong { limit: 60 })
        );
        assert_eq!(Label::parse("a\nb"), Err(TextRefusal::Control));
    }

    #[test]
    fn a_name_cannot_pass_for_another_by_letters_nobody_sees() {
        for text in [
            "Ama\u{200b}ra",
            "Am\u{202e}ara",
            "Ama\u{feff}ra",
            "\u{2066}Amara\u{2069}",
        ] {
            assert_eq!(Label::parse(text), Err(TextRefusal::Control), "{text:?}");
        }
        assert!(Label::parse("م\u{200c}ه").is_ok());
    }
}
