use super::*;
use proptest::prelude::*;

const PLAIN: DateRule = DateRule {
    order: None,
    grain: Grain::Day,
    snap: Snap::Any,
};
const BRITISH: DateRule = DateRule {
    order: Some(DateOrder::DayFirst),
    grain: Grain::Day,
    snap: Snap::Any,
};

fn check(text: &str, expected: &str) {
    let grain = parse(text)
        .and_then(|written| written.grain)
        .unwrap_or(Grain::Day);
    let rule = DateRule { grain, ..BRITISH };
    assert_eq!(
        rule.period(text).map(|period| period.to_string()),
        Ok(expected.to_owned()),
        "{text}"
    );
}

#[test]
fn days_are_read_in_every_writing() {
    for text in [
        "2026-08-29",
        "29/08/2026",
        "29/8/26",
        "29.8.26",
        "29.08.2026",
        "29-08-2026",
        "29 08 2026",
        "29-Aug-26",
        "29-Aug-2026",
        "29 August 2026",
        "29th August 2026",
        "29th of August 2026",
        "Saturday, 29 August 2026",
        "Sat 29 Aug 2026",
        "August 29, 2026",
        "Aug 29 2026",
        "2026/08/29",
        "20260829",
        "29/Aug/2026",
        "29AUG2026",
        "2026-08-29T00:00:00",
        "2026-08-29 00:00:00",
        "29/08/2026 00:00",
        "2026-08-29T09:30:00Z",
        "29 Aug '26",
    ] {
        check(text, "2026-08-29");
    }
}

#[test]
fn weeks_months_and_quarters_say_what_they_are() {
    for text in [
        "2026-08",
        "2026/08",
        "08/2026",
        "8/2026",
        "August 2026",
        "Aug 2026",
        "Aug-26",
        "2026 August",
        "aug 26",
    ] {
        check(text, "2026-08");
    }
    for text in [
        "2026-W48",
        "2026W48",
        "W48 2026",
        "Week 48 2026",
        "2026 week 48",
        "wk 48, 2026",
        "w/c 23/11/2026",
        "Week commencing 23 November 2026",
        "week of 23 November 2026",
        "w/e 29/11/2026",
    ] {
        check(text, "2026-W48");
    }
    for text in [
        "2026-Q4",
        "Q4 2026",
        "2026 Q4",
        "Q4-26",
        "Quarter 4 2026",
        "q4/2026",
    ] {
        check(text, "2026-Q4");
    }
}

#[test]
fn a_date_that_does_not_exist_is_never_rolled_over() {
    for text in [
        "31/02/2026",
        "31/04/2026",
        "2026-02-30",
        "00/01/2026",
        "29/02/2025",
        "32 August 2026",
        "2026-13",
        "2026-00",
        "2025-W53",
        "2026-Q5",
        "Q0 2026",
        "13/13/2026",
    ] {
        assert_eq!(BRITISH.period(text), Err(Reason::BadDate), "{text}");
    }
    assert_eq!(
        BRITISH.period("07/30/2023"),
        Err(Reason::BadDate),
        "day first leaves no such month"
    );
}

#[test]
fn what_is_no_date_is_not_taken_for_one() {
    for text in [
        "",
        "n/a",
        "next week",
        "46023",
        "290826",
        "202608",
        "2026",
        "August",
        "29 August",
        "26-Aug",
        "Q4 2026/27",
        "1/2/3/2026",
        "10:30",
        "2026-08-29-01",
        "tbc 2026",
        "29/08/2026 or later",
        "29/08/202",
    ] {
        assert_eq!(PLAIN.period(text), Err(Reason::BadDate), "{text}");
    }
    assert_eq!(
        PLAIN.period("1066-10-14"),
        Err(Reason::BadDate),
        "no figures are so old"
    );
}

#[test]
fn two_readings_are_never_chosen_between() {
    assert_eq!(PLAIN.period("03/04/2026"), Err(Reason::AmbiguousDate));
    assert_eq!(
        PLAIN.day("03/03/2026").map(|day| day.to_string()),
        Ok("2026-03-03".to_owned())
    );
    assert_eq!(
        PLAIN.day("30/03/2026").map(|day| day.to_string()),
        Ok("2026-03-30".to_owned())
    );
    assert_eq!(BRITISH.day("August 2026"), Err(Reason::BadDate));
}

fn judge(texts: &[&str], chosen: Option<DateOrder>) -> DateReading {
    let mut evidence = Evidence::default();
    for (place, text) in texts.iter().enumerate() {
        if let Some(written) = parse(text) {
            evidence.add(written.day, text, u64::try_from(place).unwrap() + 2);
        }
    }
    evidence.judge(chosen, None)
}

#[test]
fn one_date_proves_the_order_for_all() {
    let proved = judge(&["03/04/2026", "05/04/2026", "29/04/2026"], None);
    let expected = DateReading::Proved {
        order: DateOrder::DayFirst,
        text: "29/04/2026".to_owned(),
        line: 4,
    };
    assert_eq!(proved, expected);
    let american = judge(&["04/03/2026", "04/29/2026"], None);
    assert_eq!(american.order(), Some(DateOrder::MonthFirst));
}

#[test]
fn an_impossible_date_proves_nothing() {
    assert!(matches!(
        judge(&["03/04/2026", "31/02/2026"], None),
        DateReading::Ambiguous(_)
    ));
}

#[test]
fn without_proof_the_person_is_asked_with_up_to_three_examples() {
    let DateReading::Ambiguous(examples) = judge(
        &["03/04/2026", "03/04/2026", "05/06/2026", "07/07/2026"],
        None,
    ) else {
        panic!("both orders fit");
    };
    let texts: Vec<_> = examples
        .iter()
        .map(|example| example.text.as_str())
        .collect();
    assert_eq!(texts, ["03/04/2026", "05/06/2026"]);
    assert_eq!(examples[0].day_first.to_string(), "2026-04-03");
    assert_eq!(examples[0].month_first.to_string(), "2026-03-04");
    assert_eq!(
        judge(&["2026-04-03", "3 April 2026"], None),
        DateReading::Plain
    );
    assert_eq!(
        judge(&["03/04/2026"], Some(DateOrder::MonthFirst)),
        DateReading::Chosen(DateOrder::MonthFirst)
    );
    assert_eq!(
        judge(&["2026-04-03"], Some(DateOrder::MonthFirst)),
        DateReading::Plain
    );
}

#[test]
fn one_slip_does_not_overturn_a_column_but_a_mixture_is_asked_about() {
    let mut texts = vec!["29/04/2026"; 20];
    texts.push("04/29/2026");
    assert_eq!(judge(&texts, None).order(), Some(DateOrder::DayFirst));
    let mixed = judge(&["29/04/2026", "04/29/2026", "03/04/2026"], None);
    assert!(matches!(mixed, DateReading::Ambiguous(_)));
}

fn grain(texts: &[&str], heading: Option<Grain>) -> (Grain, GrainReading, Snap) {
    let mut evidence = GrainEvidence::default();
    texts
        .iter()
        .filter_map(|text| parse(text))
        .for_each(|written| evidence.add(written));
    evidence.judge(None, heading, Some(DateOrder::DayFirst))
}

#[test]
fn plain_dates_are_months_weeks_or_days_by_heading_and_pattern() {
    assert_eq!(grain(&["01/08/2026", "01/09/2026"], None).0, Grain::Month);
    assert_eq!(grain(&["31/08/2026", "30/09/2026"], None).0, Grain::Month);
    assert_eq!(grain(&["2026-11-23", "2026-11-30"], None).0, Grain::Week);
    assert_eq!(grain(&["2026-11-23", "2026-11-24"], None).0, Grain::Day);
    assert_eq!(grain(&["2026-06-01"], Some(Grain::Month)).0, Grain::Month);
    assert_eq!(
        grain(&["2026-08", "2026-09", "01/10/2026"], None),
        (Grain::Month, GrainReading::Written, Snap::Edges)
    );
}

#[test]
fn one_day_of_each_month_proves_nothing_and_is_guessed() {
    let check = |texts: &[&str], expected: Grain| {
        let (grain, reading, _) = grain(texts, None);
        assert_eq!(
            (grain, reading),
            (expected, GrainReading::Guessed),
            "{texts:?}"
        );
    };
    check(&["2026-06-01"], Grain::Month);
    check(&["31/10/2026"], Grain::Month);
    check(&["30/10/2026"], Grain::Month);
    check(&["31/07/2026", "28/08/2026", "30/09/2026"], Grain::Month);
    check(&["15/06/2026", "13/07/2026"], Grain::Month);
    check(&["2026-11-23"], Grain::Week);
    check(&["2026-11-24"], Grain::Day);
    let told = grain(&["2026-11-24"], Some(Grain::Month));
    assert_eq!(told, (Grain::Month, GrainReading::Told, Snap::Any));
}

#[test]
fn what_a_cell_says_itself_outweighs_what_was_chosen() {
    let judge = |text: &str| {
        let mut evidence = GrainEvidence::default();
        evidence.add(parse(text).unwrap());
        evidence.judge(Some(Grain::Month), Some(Grain::Week), None)
    };
    assert_eq!(judge("2026-08-10").1, GrainReading::Chosen);
    assert_eq!(
        judge("2026-W31"),
        (Grain::Week, GrainReading::Written, Snap::Edges)
    );
}

#[test]
fn a_day_inside_a_month_does_not_pass_for_the_month() {
    let rule = DateRule {
        order: None,
        grain: Grain::Month,
        snap: Snap::Edges,
    };
    assert_eq!(
        rule.period("2026-10-01").map(|period| period.to_string()),
        Ok("2026-10".to_owned())
    );
    assert_eq!(rule.period("2026-10-12"), Err(Reason::OtherGrain));
    assert_eq!(rule.period("2026-W41"), Err(Reason::OtherGrain));
}

proptest! {
    #[test]
    fn every_day_comes_back_from_every_writing(days in 0i64..80_000) {
        let day = domain::period::day_from_epoch(days).unwrap();
        for form in ["%Y-%m-%d", "%d/%m/%Y", "%d.%m.%Y", "%e %B %Y", "%d-%b-%Y", "%B %e, %Y", "%A, %d %b %Y"] {
            let text = day.format(form).to_string();
            prop_assert_eq!(BRITISH.day(text.trim()), Ok(day), "{}", text);
        }
    }

    #[test]
    fn no_text_makes_the_reader_fail(text in ".{0,40}") {
        let _ = parse(&text);
    }

    #[test]
    fn a_reading_never_depends_on_the_order_of_rows(mut dates in proptest::collection::vec((1u32..32, 1u32..32), 1..20)) {
        let texts = |dates: &[(u32, u32)]| -> Vec<String> {
            dates.iter().map(|(one, other)| format!("{one:02}/{other:02}/2026")).collect()
        };
        let order = |texts: &[String]| judge(&texts.iter().map(String::as_str).collect::<Vec<_>>(), None).order();
        let before = order(&texts(&dates));
        dates.reverse();
        prop_assert_eq!(order(&texts(&dates)), before);
    }
}

#[test]
fn the_order_of_an_earlier_file_counts_only_where_this_one_proves_nothing() {
    let read = |texts: &[&str]| {
        let mut evidence = Evidence::default();
        for (text, line) in texts.iter().zip(2..) {
            evidence.add(parse(text).unwrap().day, text, line);
        }
        evidence.judge(None, Some(DateOrder::DayFirst))
    };
    let silent = read(&["05/06/2026", "06/07/2026"]);
    assert_eq!(silent, DateReading::Chosen(DateOrder::DayFirst));
    let american = read(&["05/06/2026", "05/16/2026"]);
    assert_eq!(american.order(), Some(DateOrder::MonthFirst));
}
