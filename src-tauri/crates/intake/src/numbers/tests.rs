use super::*;

fn read(text: &str, nature: Nature) -> Result<Option<i64>, Reason> {
    let number = parse_number(Cell { text, nature }, Commas::Thousands)?;
    Ok(number.map(|number| number.thousandths.0))
}

fn check(text: &str, expected: Result<Option<i64>, Reason>) {
    assert_eq!(read(text, Nature::Text), expected, "{text}");
}

#[test]
fn numbers_are_read_as_people_write_them() {
    check("12", Ok(Some(12_000)));
    check("1,234", Ok(Some(1_234_000)));
    check("1 234 567", Ok(Some(1_234_567_000)));
    check("0.5", Ok(Some(500)));
    check("4.25", Ok(Some(4_250)));
    check("3.14159", Ok(Some(3_142)));
    check("+7", Ok(Some(7_000)));
    check("0", Ok(Some(0)));
}

#[test]
fn a_blank_is_missing_and_not_a_nought() {
    check("", Ok(None));
    assert_eq!(read("", Nature::Number), Ok(None));
}

#[test]
fn what_is_not_a_number_is_said_to_be_none() {
    for text in [
        "n/a", "-", "1,23,456", "=1+2", "£5", "1.", ".5.1", "1e3", "1.2.3", "１２",
    ] {
        check(text, Err(Reason::NotANumber));
    }
}

#[test]
fn numbers_below_zero_and_beyond_belief_have_their_own_reasons() {
    check("-3", Err(Reason::Negative));
    check("\u{2212}3", Err(Reason::Negative));
    check("(3)", Err(Reason::Negative));
    check("-0", Ok(Some(0)));
    check("1000000001", Err(Reason::TooLargeNumber));
    check("99999999999999999999", Err(Reason::TooLargeNumber));
    assert_eq!(read("1e300", Nature::Number), Err(Reason::TooLargeNumber));
    assert_eq!(read("inf", Nature::Number), Err(Reason::NotANumber));
}

#[test]
fn a_per_cent_is_known_as_one() {
    let number = parse_number(
        Cell {
            text: "72.5 %",
            nature: Nature::Text,
        },
        Commas::Thousands,
    )
    .unwrap()
    .unwrap();
    assert_eq!((number.thousandths.0, number.is_percent), (72_500, true));
    let shown = parse_number(
        Cell {
            text: "0.72",
            nature: Nature::Percent,
        },
        Commas::Thousands,
    )
    .unwrap()
    .unwrap();
    assert_eq!((shown.thousandths.0, shown.is_percent), (72_000, true));
}

#[test]
fn a_stored_fraction_is_rounded_to_what_was_typed() {
    assert_eq!(read("4.1999999999999997", Nature::Number), Ok(Some(4_200)));
    assert_eq!(read("1E2", Nature::Number), Ok(Some(100_000)));
}

#[test]
fn a_number_in_a_merged_cell_is_nobodys() {
    assert_eq!(read("12", Nature::Merged), Err(Reason::MergedCell));
    assert_eq!(read("", Nature::Merged), Ok(None));
    assert_eq!(read("12", Nature::Error), Err(Reason::ErrorCell));
    assert_eq!(read("2026-08-01", Nature::Date), Err(Reason::NotANumber));
}

fn text(text: &str) -> Cell<'_> {
    Cell {
        text,
        nature: Nature::Text,
    }
}

/// What the numbers of a file are read as, with what each of them comes to.
fn judge(has_semicolons: bool, numbers: &[&str]) -> Vec<Result<i64, Reason>> {
    let mut marks = Marks::default();
    for number in numbers {
        marks.add(&Readings::of(text(number)));
    }
    let commas = marks.judge(has_semicolons);
    let read = |number: &&str| Ok(parse_number(text(number), commas)?.unwrap().thousandths.0);
    numbers.iter().map(read).collect()
}

#[test]
fn a_decimal_comma_is_one_where_cells_are_separated_by_semicolons() {
    assert_eq!(
        judge(true, &["12,5", "3", "0,25"]),
        [Ok(12_500), Ok(3_000), Ok(250)]
    );
    assert_eq!(judge(true, &["12,5", "1,234"]), [Ok(12_500), Ok(1_234)]);
    assert_eq!(judge(true, &["12,5", "1.234"]), [Ok(12_500), Ok(1_234_000)]);
    assert_eq!(judge(true, &["1.234,5"]), [Ok(1_234_500)]);
}

#[test]
fn a_thousands_comma_stays_one_elsewhere() {
    assert_eq!(judge(false, &["1,234", "5"]), [Ok(1_234_000), Ok(5_000)]);
    assert_eq!(judge(false, &["1,234", "0.5"]), [Ok(1_234_000), Ok(500)]);
    assert_eq!(judge(false, &["4.250"]), [Ok(4_250)]);
}

#[test]
fn numbers_beyond_doubt_turn_the_reading_round_for_the_whole_file() {
    assert_eq!(
        judge(false, &["12,5", "0,125", "3"]),
        [Ok(12_500), Ok(125), Ok(3_000)]
    );
    assert_eq!(
        judge(true, &["12.5", "0.25", "1,234"]),
        [Ok(12_500), Ok(250), Ok(1_234_000)]
    );
    assert_eq!(
        judge(true, &["1,234,567", "12.5"]),
        [Ok(1_234_567_000), Ok(12_500)]
    );
}

#[test]
fn one_number_against_the_separator_may_be_a_slip_and_is_rejected() {
    assert_eq!(
        judge(false, &["12,5", "3"]),
        [Err(Reason::OtherMark), Ok(3_000)]
    );
    assert_eq!(
        judge(true, &["12.5", "3"]),
        [Err(Reason::OtherMark), Ok(3_000)]
    );
}

#[test]
fn a_number_that_may_be_either_is_not_guessed_at() {
    assert_eq!(
        judge(true, &["1,234", "7"]),
        [Err(Reason::AmbiguousNumber), Ok(7_000)]
    );
    assert_eq!(judge(true, &["1.234"]), [Err(Reason::AmbiguousNumber)]);
    assert_eq!(
        judge(false, &["12,5", "3,75", "1,234"]),
        [Ok(12_500), Ok(3_750), Err(Reason::AmbiguousNumber)]
    );
}

#[test]
fn a_number_that_does_not_fit_the_reading_of_its_file_is_rejected() {
    assert_eq!(
        judge(false, &["12.5", "12,5"]),
        [Ok(12_500), Err(Reason::OtherMark)]
    );
    assert_eq!(
        judge(true, &["12,5", "12.5"]),
        [Ok(12_500), Err(Reason::OtherMark)]
    );
}
