//! Headings that announce identifiers. A heading is taken apart into words; a phrase of the table announces wherever
//! it stands or beside words that change nothing, unless the heading says that something is counted.

use super::Detector;
use super::heading_table::{HEADINGS, HeadingRow};
use super::plain::{is_letter, plain};
use std::ops::Range;

/// What a heading announces.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Announced {
    pub(crate) detector: Detector,
    /// Whether small numbers underneath change nothing: "Phone" may be a count of calls, "Client ref" may not.
    pub(crate) is_sure: bool,
}

/// Who is served.
const PEOPLE: [&str; 16] = [
    "client",
    "participant",
    "customer",
    "claimant",
    "candidate",
    "jobseeker",
    "person",
    "serviceuser",
    "patient",
    "learner",
    "tenant",
    "applicant",
    "beneficiary",
    "ppt",
    "cust",
    "case",
];

/// Who serves them: names and numbers of these are what the file is about.
const STAFF: [&str; 17] = [
    "adviser",
    "advisor",
    "coach",
    "caseworker",
    "worker",
    "keyworker",
    "staff",
    "specialist",
    "colleague",
    "consultant",
    "employee",
    "manager",
    "owner",
    "holder",
    "supervisor",
    "team",
    "officer",
];

/// Words that make a number of what stands beside them.
const LABELS: [&str; 13] = [
    "no",
    "nr",
    "num",
    "number",
    "#",
    "code",
    "key",
    "id",
    "ref",
    "reference",
    "uid",
    "uin",
    "identifier",
];

/// As many of the labels as are nothing else, and so may stand apart from the person.
const SURE_LABELS: [&str; 7] = [
    "id",
    "ref",
    "reference",
    "uid",
    "uin",
    "identifier",
    "initials",
];

/// Words that change nothing.
const FILLERS: [&str; 38] = [
    "of", "the", "a", "an", "s", "and", "or", "for", "if", "is", "as", "on", "by", "in", "our",
    "your", "their", "his", "her", "dd", "mm", "yyyy", "yy", "d", "m", "y", "uk", "full", "only",
    "known", "optional", "main", "new", "old", "current", "unique", "name", "record",
];

/// Words of headings under which something is counted, brackets apart: "Client ID (first 3 letters)" counts nothing.
const COUNTED: &str = " answer answered calls campaigns captured cards changed changes check checked checks collected \
    complete completed completeness confirmed contacts corrected days documents done errors evidence hours issued \
    letters made meetings met missing notes obtained proof quality received recorded reminders reply requested \
    requests response reviewed reviews satisfaction score seen sent share show shows target updates updated verified \
    visits vouchers with without ";

/// Words that say so in brackets too.
const MEASURED: &str = " % average avg count counted counts mean median pct percent percentage rate ratio sum total \
    totals ";

/// The longest phrase, in words.
const LONGEST: usize = 5;

/// One word of a heading.
#[derive(Debug, PartialEq, Eq)]
struct Word {
    text: String,
    /// Whether it stands in brackets.
    is_aside: bool,
}

/// What a heading announces, if anything.
pub(crate) fn of_heading(heading: &str) -> Option<Announced> {
    let words = words_of(heading);
    if is_counted(&words) {
        return None;
    }
    HEADINGS.iter().find_map(|row| announced_by(row, &words))
}

fn announced_by(row: &HeadingRow, words: &[Word]) -> Option<Announced> {
    let announced = |is_sure| Announced {
        detector: row.detector,
        is_sure,
    };
    let is_of_people = row.detector == Detector::NameLike;
    if is_of_people && words.iter().any(|word| is_among(&STAFF, word)) {
        return None;
    }
    let is_anywhere = runs(words).any(|(_, phrase)| row.anywhere.contains(&phrase.as_str()));
    if is_anywhere || is_of_people && is_of_a_person(words) {
        return Some(announced(true));
    }
    let is_alone =
        |phrase: &str| row.alone.contains(&phrase) || is_of_people && PEOPLE.contains(&phrase);
    let mut alone = runs(words).filter(|(_, phrase)| is_alone(phrase));
    let (range, _) = alone.find(|(range, _)| rest(words, range).all(|word| is_idle(row, word)))?;
    let has_label = rest(words, &range).any(|word| is_among(&LABELS, word));
    let is_never_a_count = matches!(row.detector, Detector::BirthDate | Detector::NameLike);
    Some(announced(has_label || is_never_a_count))
}

/// "Name of client", "Client's first name", "Client ref from the old system", "Client no".
fn is_of_a_person(words: &[Word]) -> bool {
    let has = |labels: &[&str]| words.iter().any(|word| is_among(labels, word));
    runs(words).any(|(range, phrase)| {
        let is_one = PEOPLE.contains(&phrase.as_str());
        let is_many = || {
            phrase
                .strip_suffix('s')
                .is_some_and(|one| PEOPLE.contains(&one))
        };
        let has_name = (is_one || is_many()) && phrase != "case" && has(&["name"]);
        let next = words.get(range.end);
        let is_labelled = is_one && next.is_some_and(|word| is_among(&LABELS, word));
        has_name || is_labelled || is_one && has(&SURE_LABELS)
    })
}

/// "Number of clients", "Client satisfaction": what stands underneath is counted or measured.
fn is_counted(words: &[Word]) -> bool {
    let is_number_of = match words {
        [first, second, ..] => {
            matches!(first.text.as_str(), "number" | "no" | "num" | "#") && second.text == "of"
                || first.text == "how" && second.text == "many"
        }
        _ => false,
    };
    let is_in = |list: &str, word: &Word| list.contains(&format!(" {} ", word.text));
    let tells = |word: &Word| is_in(MEASURED, word) || !word.is_aside && is_in(COUNTED, word);
    is_number_of || words.iter().any(tells)
}

/// Whether a word beside a phrase changes nothing about it.
fn is_idle(row: &HeadingRow, word: &Word) -> bool {
    let is_number = word.text.bytes().all(|byte| byte.is_ascii_digit());
    let lists: [&[&str]; 5] = [&FILLERS, &LABELS, &STAFF, &PEOPLE, row.beside];
    word.is_aside || is_number || lists.iter().any(|list| is_among(list, word))
}

fn is_among(list: &[&str], word: &Word) -> bool {
    list.contains(&word.text.as_str())
}

/// Neighbouring words written together, with their places: "d", "do", "dob".
fn runs(words: &[Word]) -> impl Iterator<Item = (Range<usize>, String)> + '_ {
    let ends =
        |start: usize| (start + 1..=(start + LONGEST).min(words.len())).map(move |end| start..end);
    (0..words.len()).flat_map(ends).map(|range| {
        let inside = words.get(range.clone()).unwrap_or_default();
        (
            range,
            inside.iter().map(|word| word.text.as_str()).collect(),
        )
    })
}

fn rest<'a>(words: &'a [Word], range: &'a Range<usize>) -> impl Iterator<Item = &'a Word> {
    let outside = |(place, _): &(usize, &Word)| !range.contains(place);
    words
        .iter()
        .enumerate()
        .filter(outside)
        .map(|(_, word)| word)
}

/// The words of a heading without capitals: parted by signs, by digits and by capitals within (`ClientDOB`).
fn words_of(heading: &str) -> Vec<Word> {
    let bytes = plain(heading);
    let mut words = Vec::new();
    let mut depth = 0usize;
    let mut start = 0;
    for (at, byte) in bytes.iter().enumerate() {
        match byte {
            b'(' | b'[' => depth += 1,
            b')' | b']' => depth = depth.saturating_sub(1),
            _ => {}
        }
        if !is_part(*byte) {
            start = at + 1;
        } else if is_last(&bytes, at) {
            let text = bytes.get(start..=at).unwrap_or_default();
            let text = String::from_utf8_lossy(text).to_ascii_lowercase();
            push(&mut words, text, depth > 0);
            start = at + 1;
        }
    }
    words
}

fn is_part(byte: u8) -> bool {
    is_letter(byte) || byte.is_ascii_digit() || matches!(byte, b'#' | b'%')
}

/// Whether a word ends with this byte.
fn is_last(bytes: &[u8], at: usize) -> bool {
    let (Some(this), Some(next)) = (bytes.get(at), bytes.get(at + 1)) else {
        return true;
    };
    let is_same =
        is_letter(*this) && is_letter(*next) || this.is_ascii_digit() && next.is_ascii_digit();
    let is_humped = !this.is_ascii_uppercase() && next.is_ascii_uppercase();
    let is_small = bytes.get(at + 2).is_some_and(u8::is_ascii_lowercase);
    let is_acronym = this.is_ascii_uppercase() && next.is_ascii_uppercase() && is_small;
    !is_same || is_humped || is_acronym
}

/// Adds a word, taken apart when it is a person and something known written together: "clientdob".
fn push(words: &mut Vec<Word>, text: String, is_aside: bool) {
    let is_known = |rest: &str| {
        rest == "name"
            || LABELS.contains(&rest)
            || HEADINGS
                .iter()
                .any(|row| row.anywhere.contains(&rest) || row.alone.contains(&rest))
    };
    let parts = PEOPLE.iter().find_map(|person| {
        let rest = text.strip_prefix(person)?;
        is_known(rest).then_some([(*person).to_owned(), rest.to_owned()])
    });
    let word = |text| Word { text, is_aside };
    match parts {
        Some(parts) => words.extend(parts.map(word)),
        None => words.push(word(text)),
    }
}
