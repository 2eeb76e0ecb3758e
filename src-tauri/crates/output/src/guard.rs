//! Text that stays text. Spreadsheets take a cell that begins with certain characters for a formula (OWASP
//! ASVS 5.0 V1.2.10); in CSV such a cell gets a leading apostrophe, in a workbook it is written as a string.

use domain::text::starts_formula;

/// A text for a CSV cell: unchanged unless a spreadsheet might run it. Numbers are not passed through here.
pub fn csv_text(text: &str) -> String {
    if starts_formula(text) {
        format!("'{text}")
    } else {
        text.to_owned()
    }
}

/// A text for a workbook cell: control characters that XML cannot carry are left out.
pub fn workbook_text(text: &str) -> String {
    text.chars()
        .filter(|one| !one.is_control() || matches!(one, '\n' | '\t'))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_start_that_could_run_is_disarmed_and_nothing_else_is_touched() {
        for risky in domain::text::FORMULA_STARTS {
            let cell = format!("{risky}cmd|' /C calc'!A0");
            assert_eq!(csv_text(&cell), format!("'{cell}"));
        }
        for harmless in ["Amara", "a=b", "5 to 9", "", "'quoted"] {
            assert_eq!(csv_text(harmless), harmless);
        }
    }

    #[test]
    fn a_workbook_text_keeps_lines_and_loses_control_characters() {
        assert_eq!(workbook_text("a\u{0}b\u{7}c\nd"), "abc\nd");
    }
}
