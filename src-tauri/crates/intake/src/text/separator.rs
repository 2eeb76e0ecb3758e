//! Which character separates cells: comma, semicolon or tab, told from the first lines outside quotes.

use super::decode::decode_head;
use super::{Encoding, TextForm};

const CANDIDATES: [u8; 3] = [b',', b';', b'\t'];

/// Tells the separator from the beginning of the file (behind its byte order mark).
pub(crate) fn detect(form: TextForm, head: &[u8]) -> TextForm {
    let text = decode_head(head, form.encoding);
    let first = text.lines().next().unwrap_or_default().trim_matches('"');
    if let Some(named) = first
        .strip_prefix("sep=")
        .and_then(|rest| rest.bytes().next())
        && CANDIDATES.contains(&named)
    {
        return TextForm {
            separator: named,
            has_separator_line: true,
            ..form
        };
    }
    // Without the byte order mark's promise of lines, a UTF-16 file is looked at here.
    let has_line_feeds = match form.encoding {
        Encoding::Utf16Le | Encoding::Utf16Be => text.contains('\n'),
        Encoding::Utf8 | Encoding::Windows1252 => form.has_line_feeds,
    };
    let separator = CANDIDATES
        .into_iter()
        .rev()
        .max_by_key(|candidate| score(&text, *candidate))
        .unwrap_or(b',');
    TextForm {
        has_line_feeds,
        separator,
        ..form
    }
}

/// How well a separator explains the first lines: the fewest it occurs in any of the first lines that have it
/// at all, times how many lines have it.
fn score(text: &str, separator: u8) -> (usize, usize) {
    let counts = count_by_line(text, separator);
    let lines = counts.iter().filter(|count| **count > 0).count();
    let most = counts.iter().copied().max().unwrap_or(0);
    let steady = counts.iter().filter(|count| **count == most).count();
    if most == 0 {
        (0, 0)
    } else {
        (lines.min(steady * 2), most)
    }
}

fn count_by_line(text: &str, separator: u8) -> Vec<usize> {
    let mut counts = vec![0];
    let mut is_quoted = false;
    for byte in text.bytes() {
        if byte == b'"' {
            is_quoted = !is_quoted;
        } else if byte == b'\n' && !is_quoted {
            if counts.len() >= 50 {
                return counts;
            }
            counts.push(0);
        } else if byte == separator
            && !is_quoted
            && let Some(last) = counts.last_mut()
        {
            *last += 1;
        }
    }
    counts
}
