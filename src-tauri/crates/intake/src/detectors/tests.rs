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
    for heading in TABLE.iter().flat_map(|row| row.headings) {
        assert_eq!(normalised(heading), **heading);
    }
}

#[test]
fn headings_announce_whatever_the_case_and_the_signs() {
    let check = |heading, expected| assert_eq!(of_heading(heading), expected, "{heading}");
    check("NI Number", Some(Detector::Nino));
    check("National_Insurance-No.", Some(Detector::Nino));
    check("NHS no", Some(Detector::NhsNumber));
    check("Client E-mail", Some(Detector::Email));
    check("mobile", Some(Detector::Phone));
    check("Home postcode", Some(Detector::Postcode));
    check("D.O.B.", Some(Detector::BirthDate));
    check("client name", Some(Detector::NameLike));
    check("Surname", Some(Detector::NameLike));
    for plain in [
        "adviser",
        "Adviser name",
        "contacts",
        "client contacts",
        "calls",
        "clients seen",
        "Emails sent",
        "name",
    ] {
        check(plain, None);
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
