use super::heading_table::HEADINGS;
use super::names::NameSign;
use super::table::TABLE;
use super::*;
use crate::columns::normalised;

#[test]
fn every_row_of_the_table_finds_its_samples_and_leaves_the_others() {
    for row in &TABLE {
        let Some(look) = row.find else { continue };
        for hit in row.hits {
            let code = row.detector.code();
            assert!(look(&plain::plain(hit)).is_some(), "{code} must find {hit}");
            let found = find(hit, &[]).map(|found| found.detector);
            assert!(found.is_some(), "the quick look must let {hit} through");
        }
        for miss in row.misses {
            assert_eq!(
                look(&plain::plain(miss)),
                None,
                "{} finds {miss}",
                row.detector.code()
            );
        }
    }
}

#[test]
fn headings_stand_in_the_table_as_they_are_compared() {
    for row in &HEADINGS {
        for phrase in row.anywhere.iter().chain(row.alone).chain(row.beside) {
            assert_eq!(normalised(phrase), **phrase);
        }
    }
}

#[test]
fn every_row_of_headings_announces_its_samples_and_nothing_by_the_others() {
    for row in &HEADINGS {
        for hit in row.hits {
            let found = of_heading(hit).map(|announced| announced.detector);
            assert_eq!(found, Some(row.detector), "{hit}");
        }
        for miss in row.misses {
            assert_eq!(of_heading(miss), None, "{miss}");
        }
    }
}

#[test]
fn small_numbers_may_be_counts_under_a_bare_word_and_never_under_a_reference() {
    let is_sure = |heading| of_heading(heading).map(|announced| announced.is_sure);
    for bare in ["Emails", "Phone", "Client phone", "Contact number", "NI"] {
        assert_eq!(is_sure(bare), Some(false), "{bare}");
    }
    for sure in [
        "NINO / ref",
        "Case",
        "PRN",
        "Client ref",
        "DOB",
        "Born",
        "Phone no",
    ] {
        assert_eq!(is_sure(sure), Some(true), "{sure}");
    }
}

#[test]
fn a_mask_shows_the_pattern_and_nothing_else() {
    assert_eq!(mask("QQ 12 34 56 C"), "AA 99 99 99 A");
    assert_eq!(mask("o'neill@example.org"), "a'aaaaa@aaaaaaa.aaa");
    assert_eq!(mask(&"x1".repeat(50)).chars().count(), 41);
}

#[test]
fn a_whole_cell_is_told_from_a_mention() {
    let whole = |text| find(text, &[]).map(|found| found.is_whole);
    assert_eq!(whole("QQ123456C"), Some(true));
    assert_eq!(whole("ring 07700 900123"), Some(false));
    assert_eq!(
        whole("number taken down as QQ123456C during the first call"),
        Some(false)
    );
    assert_eq!(whole("nothing to see here"), None);
}

#[test]
fn names_of_people_are_told_by_form_and_given_name() {
    let check = |text, expected| assert_eq!(is_name_like(text), expected, "{text}");
    check("Sarah Jones", Some(NameSign::Known));
    check("Mr T. Okafor", Some(NameSign::Known));
    check("O'Neill, Mary", Some(NameSign::Known));
    check("Milton Keynes", Some(NameSign::Form));
    check("Sarah", None);
    check("agreed next step", None);
    check("Unit 4", None);
}

#[test]
fn names_in_small_letters_are_told_by_a_given_name_that_is_no_word() {
    let check = |text, expected| assert_eq!(is_small_name_like(text), expected, "{text}");
    check("jane smith", Some(NameSign::Known));
    check("smith, jane", Some(NameSign::Known));
    check("mr t. o'neill-jones", Some(NameSign::Known));
    check("milton keynes", Some(NameSign::Form));
    check("will call back", Some(NameSign::Form));
    check("Jane Smith", None);
    check("sarah", None);
    check("unit 4", None);
    check("rang her about the next course", None);
}

#[test]
fn the_name_of_a_kpi_is_told_from_the_name_of_a_person() {
    let check = |text, expected| assert_eq!(of_label(text), expected, "{text}");
    for name in [
        "Sarah Jones",
        "SARAH JONES",
        "Mr T. Okafor",
        "O'Neill, Mary",
        "Smith, J",
        "J. Smith",
        "Sarah Jones 2",
        "Week 12 Sarah Jones",
    ] {
        check(name, Some(Detector::NameLike));
    }
    check("12/03/1985 J Smith", Some(Detector::BirthDate));
    check("J Smith 12 March 1985", Some(Detector::BirthDate));
    check("Okafor T 1985-03-12", Some(Detector::BirthDate));
    check("Sarah Jones born 12/03/1985", Some(Detector::BirthDate));
    check("calls to LS1 4AP", Some(Detector::Postcode));
    check("QQ123456C", Some(Detector::Nino));
    for plain in [
        "contacts",
        "plans_on_time",
        "sustained_13w",
        "Job Starts",
        "Job Starts 12/03/2026",
        "Contacts w/c 12/03/2026",
        "12/03/2026",
        "June Contacts",
        "Jan 2026",
        "A Levels",
        "Sustained 13 weeks",
        "K09 Attendance",
        "CV-to-interview",
        "Milton Keynes",
    ] {
        check(plain, None);
    }
}

#[test]
fn a_column_that_may_hold_postcodes_is_still_looked_through_for_the_rest() {
    let except = [Detector::Postcode];
    assert_eq!(find("LS1 4AP", &except), None);
    assert_eq!(
        find("LS1 4AP 07700900123", &except).map(|found| found.detector),
        Some(Detector::Phone)
    );
}
