//! The words of a release: headline, why a cell is hidden (for the manager only), why a table is refused, and
//! the one-page risk report in plain words (disclosure.md 2.11).

use crate::error::AppError;
use crate::releases::judging::{Origin, Passed};
use crate::releases::left_out;
use crate::releases::table::{self, About};
use crate::releases::view::{ProfileView, ReportSectionView};
use crate::view::NoticeView;
use chrono::{Datelike, NaiveDate};
use disclosure::{Assessment, Band, HiddenBecause, Policy, Profile, Refusal, Released};
use domain::period::{Grain, Period};
use output::document::{ReleaseWords, Section};
use store::Read;
use words::date::{self, Day};
use words::{Arg, Words};

/// The profile in the domain's words.
pub fn profile_of(view: ProfileView) -> Profile {
    match view {
        ProfileView::Internal => Profile::Internal,
        ProfileView::Partner => Profile::Partner,
        ProfileView::Public => Profile::Public,
    }
}

/// The profile as screens name it.
pub fn profile_view(profile: Profile) -> ProfileView {
    match profile {
        Profile::Internal => ProfileView::Internal,
        Profile::Partner => ProfileView::Partner,
        Profile::Public => ProfileView::Public,
    }
}

fn audience(words: &Words, profile: Profile) -> String {
    let key = match profile {
        Profile::Internal => "release-audience-internal",
        Profile::Partner => "release-audience-partner",
        Profile::Public => "release-audience-public",
    };
    words.say(key, &[])
}

/// A period in words.
pub fn period_words(words: &Words, period: Period) -> String {
    let day = day_of(period.start());
    match period.grain() {
        Grain::Day => date::full(words, day),
        Grain::Week => date::week(words, day),
        Grain::Month => date::month(words, day),
        Grain::Quarter => date::quarter(words, day),
    }
}

pub(super) fn day_of(day: NaiveDate) -> Day {
    Day {
        year: day.year(),
        month: day.month(),
        day: day.day(),
    }
}

/// What a release costs, in a sentence.
pub fn headline(words: &Words, assessment: &Assessment) -> String {
    let hidden = assessment.hidden.len();
    if hidden == 0 {
        return words.say("release-headline-none", &[]);
    }
    let all = Arg::from(hidden + assessment.shown);
    words.say(
        "release-headline-some",
        &[("hidden", Arg::from(hidden)), ("all", all)],
    )
}

/// Why a cell is hidden, for the manager's screen only.
pub fn reason(words: &Words, because: HiddenBecause, policy: &Policy) -> String {
    let least = |count: i64| [("least", Arg::from(count))];
    match because {
        HiddenBecause::FewContributors => words.say(
            "release-reason-few-advisers",
            &[("least", Arg::from(policy.least_in_a_cell()))],
        ),
        HiddenBecause::FewParticipants => words.say(
            "release-reason-few-clients",
            &least(policy.least_participants()),
        ),
        HiddenBecause::SmallDenominator => words.say(
            "release-reason-small-denominator",
            &least(policy.least_denominator()),
        ),
        HiddenBecause::Dominated => words.say("release-reason-dominated", &[]),
        HiddenBecause::AllOrNone => words.say("release-reason-all-or-none", &[]),
        HiddenBecause::SaysTheSame => words.say("release-reason-same", &[]),
        HiddenBecause::AsBefore => words.say("release-reason-as-before", &[]),
    }
}

/// Why a table may not go out, with what can be done instead.
pub fn refusal(
    words: &Words,
    refusal: &Refusal,
    rows: &[(domain::team::TeamId, Period)],
) -> NoticeView {
    let periods = |indexes: &[usize]| -> Arg {
        let mut found: Vec<Period> = indexes
            .iter()
            .filter_map(|index| rows.get(*index))
            .map(|row| row.1)
            .collect();
        found.sort_unstable();
        found.dedup();
        let named: Vec<String> = found
            .into_iter()
            .map(|period| period_words(words, period))
            .collect();
        Arg::from(named.join(", "))
    };
    let (key, hint, values) = match refusal {
        Refusal::TooSmall { least } => (
            "release-refused-small",
            "release-refused-small-hint",
            vec![("least", Arg::from(*least))],
        ),
        Refusal::NothingLeft => (
            "release-refused-nothing",
            "release-refused-nothing-hint",
            Vec::new(),
        ),
        Refusal::Overlap { releases, rows } => {
            let numbers: Vec<String> = releases.iter().map(u32::to_string).collect();
            let values = vec![
                ("periods", periods(rows)),
                ("releases", Arg::from(numbers.join(", "))),
            ];
            (
                "release-refused-overlap",
                "release-refused-overlap-hint",
                values,
            )
        }
        Refusal::OlderThanRegister { rows } => (
            "release-refused-old",
            "release-refused-old-hint",
            vec![("periods", periods(rows))],
        ),
    };
    NoticeView {
        message: words.say(key, &values),
        hint: Some(words.say(hint, &[])),
    }
}

/// Why there is nothing to judge at all.
pub fn empty_refusal(words: &Words) -> NoticeView {
    NoticeView {
        message: words.say("release-refused-empty", &[]),
        hint: Some(words.say("release-refused-empty-hint", &[])),
    }
}

/// The risk report of a summary, which says first when it has gone out before.
pub(super) fn whole(words: &Words, passed: &Passed) -> Vec<ReportSectionView> {
    let mut sections = report(words, &passed.released, &passed.about);
    if let Origin::Register(number) = passed.from {
        let number = [("release", Arg::from(number))];
        let again = ReportSectionView {
            head: words.say("release-report-again", &[]),
            sentences: vec![words.say("release-report-again-words", &number)],
        };
        sections.insert(0, again);
    }
    sections
}

/// The risk report as sections of plain sentences. It names no cell and no hidden value.
fn report(words: &Words, released: &Released, about: &About) -> Vec<ReportSectionView> {
    let assessment = released.assessment();
    let policy = &assessment.policy;
    let say = |key: &str| words.say(key, &[]);
    let section = |head: &str, sentence: String| ReportSectionView {
        head: say(head),
        sentences: vec![sentence],
    };
    let mut sections = vec![
        section("release-report-for", for_words(words, policy)),
        ReportSectionView {
            head: say("release-report-smallest"),
            sentences: smallest(words, assessment, about),
        },
        section("release-report-hidden", hidden_words(words, assessment)),
        section(
            "release-report-closest",
            say("release-report-closest-words"),
        ),
        section("release-report-earlier", earlier_words(words, about)),
        section("release-report-reader", say("release-report-reader-words")),
        section("release-report-solver", say("release-report-solver-words")),
        section(
            "release-report-not-tested",
            say("release-report-not-tested-words"),
        ),
        section(
            "release-report-approved",
            say("release-report-approved-words"),
        ),
    ];
    sections.extend(left_out::sections(words, about));
    sections
}

/// How few stand behind a printed figure, only ever as a band, and why time is not printed.
fn smallest(words: &Words, assessment: &Assessment, about: &About) -> Vec<String> {
    let smallest = assessment.smallest_group.unwrap_or_default();
    let band = output::release::band(Band::of(smallest, &assessment.policy));
    let mut sentences = vec![words.say(
        "release-report-smallest-words",
        &[("band", Arg::from(band))],
    )];
    if about.kpis.iter().any(table::is_over_time) {
        sentences.push(words.say("release-report-time-words", &[]));
    }
    sentences
}

/// Who it is for, and how many stand behind a figure.
fn for_words(words: &Words, policy: &Policy) -> String {
    let values = [
        ("audience", Arg::from(audience(words, policy.profile()))),
        ("advisers", Arg::from(policy.least_contributors())),
        ("counted", Arg::from(policy.least_participants())),
        ("base", Arg::from(policy.least_denominator())),
        (
            "rounded",
            Arg::from(policy.rounding_base().map_or("no", |_| "yes")),
        ),
    ];
    words.say("release-report-for-words", &values)
}

fn hidden_words(words: &Words, assessment: &Assessment) -> String {
    if assessment.hidden.is_empty() {
        return words.say("release-report-hidden-none", &[]);
    }
    let is_before = |one: &(usize, usize, HiddenBecause)| one.2 == HiddenBecause::AsBefore;
    if assessment.hidden.iter().all(is_before) {
        let hidden = [("count", Arg::from(assessment.hidden.len()))];
        return words.say("release-report-hidden-before", &hidden);
    }
    let count = |wanted: &[HiddenBecause]| {
        Arg::from(
            assessment
                .hidden
                .iter()
                .filter(|(_, _, because)| wanted.contains(because))
                .count(),
        )
    };
    let groups = [
        (
            "few",
            count(&[
                HiddenBecause::FewContributors,
                HiddenBecause::FewParticipants,
            ]),
        ),
        ("small", count(&[HiddenBecause::SmallDenominator])),
        (
            "alike",
            count(&[HiddenBecause::Dominated, HiddenBecause::AllOrNone]),
        ),
        ("same", count(&[HiddenBecause::SaysTheSame])),
    ];
    words.say("release-report-hidden-groups", &groups)
}

fn earlier_words(words: &Words, about: &About) -> String {
    if about.earlier.is_empty() {
        return words.say("release-report-earlier-none", &[]);
    }
    let named: Vec<String> = about
        .earlier
        .iter()
        .map(|(number, day)| {
            let day = Arg::from(date::full(words, day_of(*day)));
            words.say(
                "release-report-earlier-one",
                &[("release", Arg::from(*number)), ("day", day)],
            )
        })
        .collect();
    let values = [
        ("count", Arg::from(named.len())),
        ("named", Arg::from(named.join(", "))),
    ];
    words.say("release-report-earlier-some", &values)
}

/// Everything the files of a release say besides its figures.
pub(super) fn release_words(
    (words, read): (&Words, Read<'_>),
    passed: &Passed,
    today: NaiveDate,
) -> Result<ReleaseWords, AppError> {
    let (about, released) = (&passed.about, &passed.released);
    let say = |key: &str| words.say(key, &[]);
    let periods: Vec<Period> = about.rows.iter().map(|row| row.1).collect();
    let (first, last) = (periods.iter().min(), periods.iter().max());
    let audience = [("audience", Arg::from(audience(words, released.profile())))];
    // A table has no pages: made-up figures are told by the name that stands in each of its rows.
    let name = if crate::sample::is_present(read)? {
        format!("SAMPLE-{}", file_name(first, last))
    } else {
        file_name(first, last)
    };
    Ok(ReleaseWords {
        language: "en-GB".to_owned(),
        name,
        handling: crate::settings::handling(read, words)?,
        title: title(words, first, last),
        subtitle: words.say("release-tested", &audience),
        group: say("release-head-team"),
        period: say("release-head-period"),
        contributors: say("release-head-advisers"),
        of: say("release-of"),
        over: say("release-over"),
        units: about.kpis.iter().map(table::unit).collect(),
        measures: about
            .kpis
            .iter()
            .map(|kpi| kpi.name.as_str().to_owned())
            .collect(),
        periods: periods
            .iter()
            .map(|period| period_words(words, *period))
            .collect(),
        legend: say("release-legend"),
        report_title: say("release-report-title"),
        report: whole(words, passed)
            .into_iter()
            .map(|section| Section {
                head: section.head,
                sentences: section.sentences,
            })
            .collect(),
        made: words.say(
            "release-made",
            &[("day", Arg::from(date::full(words, day_of(today))))],
        ),
        page_words: (say("release-page"), say("release-page-of")),
        day: day_parts(today),
    })
}

fn title(words: &Words, first: Option<&Period>, last: Option<&Period>) -> String {
    match (first, last) {
        (Some(first), Some(last)) if first != last => {
            let values = [
                ("from", Arg::from(period_words(words, *first))),
                ("to", Arg::from(period_words(words, *last))),
            ];
            words.say("release-title-many", &values)
        }
        (Some(only), _) => words.say(
            "release-title-one",
            &[("period", Arg::from(period_words(words, *only)))],
        ),
        (None, _) => words.say("release-report-title", &[]),
    }
}

/// A file name of spec and period, never of a person.
pub fn file_name(first: Option<&Period>, last: Option<&Period>) -> String {
    match (first, last) {
        (Some(first), Some(last)) if first != last => format!("plumbline-summary-{first}-{last}"),
        (Some(only), _) => format!("plumbline-summary-{only}"),
        (None, _) => "plumbline-summary".to_owned(),
    }
}

/// Year, month and day for a file's date.
pub fn day_parts(day: NaiveDate) -> (i32, u8, u8) {
    let small = |number: u32| u8::try_from(number).unwrap_or(1);
    (day.year(), small(day.month()), small(day.day()))
}
