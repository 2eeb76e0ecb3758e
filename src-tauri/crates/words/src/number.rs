//! Numbers as they are written: whole counts without decimals and with a comma for thousands, everything else
//! with one decimal, shares as whole per cent with a non-breaking space.

/// The space that keeps a number and its unit on one line.
pub const NO_BREAK: char = '\u{a0}';

/// A whole number: `0`, `74`, `2,525,180`.
pub fn whole(count: i64) -> String {
    let digits = count.unsigned_abs().to_string();
    let mut text = String::with_capacity(digits.len() + digits.len() / 3 + 1);
    if count < 0 {
        text.push('−');
    }
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

/// A number with one decimal: `10.1`, `6.0`; exactly nothing is `0`.
pub fn decimal(value: f64) -> String {
    if value.abs() < 1e-9 {
        return "0".to_owned();
    }
    let text = format!("{:.1}", value.abs());
    let (units, tenths) = text.split_once('.').unwrap_or((&text, "0"));
    let units = units
        .parse::<i64>()
        .map_or_else(|_| units.to_owned(), whole);
    let sign = if value < 0.0 && text != "0.0" {
        "−"
    } else {
        ""
    };
    format!("{sign}{units}.{tenths}")
}

/// A number with two decimals, as arithmetic is shown: `2.09`.
pub fn hundredths(value: f64) -> String {
    format!("{value:.2}").replace('-', "−")
}

/// A share as whole per cent: `58 %`.
pub fn per_cent(share: f64) -> String {
    format!("{}{NO_BREAK}%", per_cent_digits(share))
}

/// A range of shares: `67 to 92 %`.
pub fn per_cent_range(low: f64, high: f64) -> String {
    format!(
        "{} to {}{NO_BREAK}%",
        per_cent_digits(low),
        per_cent_digits(high)
    )
}

/// A range of numbers with one decimal: `4.3 to 15.9`.
pub fn decimal_range(low: f64, high: f64) -> String {
    format!("{} to {}", decimal(low), decimal(high))
}

fn per_cent_digits(share: f64) -> String {
    let text = format!("{:.0}", share * 100.0);
    if text == "-0" { "0".to_owned() } else { text }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn thousands_are_parted_and_shares_are_whole_per_cent() {
        assert_eq!(whole(2_525_180), "2,525,180");
        assert_eq!(whole(74), "74");
        assert_eq!(whole(-1000), "−1,000");
        assert_eq!(per_cent(0.578), "58\u{a0}%");
        assert_eq!(per_cent_range(0.0, 1.0), "0 to 100\u{a0}%");
    }

    #[test]
    fn one_decimal_is_the_rule_and_nothing_is_nought() {
        assert_eq!(decimal_range(4.30, 15.87), "4.3 to 15.9");
        assert_eq!(decimal(0.0), "0");
        assert_eq!(decimal(6.0), "6.0");
        assert_eq!(decimal(-0.01), "0.0");
        assert_eq!(decimal(1234.56), "1,234.6");
        assert_eq!(hundredths(2.0909), "2.09");
    }
}
