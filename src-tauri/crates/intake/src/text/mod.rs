//! CSV: which characters, which separator, then rows.

mod decode;
mod probe;
mod rows;
mod separator;

pub(crate) use probe::probe;
pub(crate) use rows::TextRows;
pub(crate) use separator::detect;

/// How the characters of a text file are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Encoding {
    Utf8,
    Utf16Le,
    Utf16Be,
    Windows1252,
}

/// What [`probe`] and [`detect`] found out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct TextForm {
    pub(crate) encoding: Encoding,
    /// Bytes of the byte order mark.
    pub(crate) mark: u64,
    /// Whether lines end in a line feed; if not, a line is counted per row.
    pub(crate) has_line_feeds: bool,
    pub(crate) separator: u8,
    /// Whether the first line is the `sep=;` that some spreadsheets write.
    pub(crate) has_separator_line: bool,
}

impl TextForm {
    /// "CSV, UTF-8, comma".
    pub(crate) fn describe(self) -> String {
        let encoding = match self.encoding {
            Encoding::Utf8 => "UTF-8",
            Encoding::Utf16Le | Encoding::Utf16Be => "UTF-16",
            Encoding::Windows1252 => "Windows-1252",
        };
        let separator = match self.separator {
            b';' => "semicolon",
            b'\t' => "tab",
            _ => "comma",
        };
        format!("CSV, {encoding}, {separator}")
    }
}
