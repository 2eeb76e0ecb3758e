//! The table of headings: what people call the columns of figures and of a roster (cli.md "Input layouts"). The
//! first of several headings for one meaning wins by its place in the row.

use super::{IntakeKind, Meaning, normalised};
use domain::period::Grain;

/// A meaning and the headings it goes by, the surest first.
type Row = (Meaning, &'static [&'static str]);

const ADVISER: Row = (
    Meaning::Adviser,
    &[
        "adviser",
        "advisor",
        "alias",
        "adviserref",
        "advisorref",
        "adviseralias",
        "advisoralias",
        "adviserid",
        "advisorid",
        "advisercode",
        "advisorcode",
        "advisername",
        "advisorname",
        "adviserreference",
        "coach",
        "coachname",
        "caseworker",
        "caseworkername",
        "workcoach",
        "employmentadviser",
        "employmentadvisor",
        "employmentspecialist",
        "specialist",
        "keyworker",
        "staff",
        "staffname",
        "staffmember",
        "worker",
        "colleague",
        "consultant",
        "employee",
        "teammember",
        "who",
    ],
);

const FIGURES: [Row; 7] = [
    ADVISER,
    (
        Meaning::Period,
        &[
            "period",
            "periodstart",
            "startofperiod",
            "date",
            "day",
            "weekcommencing",
            "wc",
            "weekbeginning",
            "weekstart",
            "weekstarting",
            "weekending",
            "weekend",
            "we",
            "week",
            "isoweek",
            "monthstart",
            "startofmonth",
            "monthending",
            "monthend",
            "month",
            "reportingmonth",
            "reportmonth",
            "reportingperiod",
            "reportdate",
            "reportingdate",
            "yearmonth",
            "monthyear",
            "quarter",
            "quarterstart",
            "qtr",
            "wkcommencing",
            "wkending",
            "weekof",
            "mth",
            "periodcovered",
            "periodending",
            "periodend",
            "when",
        ],
    ),
    (
        Meaning::Kpi,
        &[
            "kpi",
            "kpiid",
            "kpicode",
            "kpiname",
            "measure",
            "measureid",
            "measurename",
            "indicator",
            "indicatorname",
            "metric",
            "metricname",
            "kpidescription",
            "what",
        ],
    ),
    (
        Meaning::Numerator,
        &[
            "numerator",
            "num",
            "value",
            "count",
            "actual",
            "number",
            "achieved",
            "result",
            "total",
            "amount",
            "score",
            "figure",
            "actuals",
        ],
    ),
    (
        Meaning::Denominator,
        &[
            "denominator",
            "denom",
            "den",
            "outof",
            "base",
            "of",
            "eligible",
            "possible",
            "population",
            "n",
        ],
    ),
    (
        Meaning::Exposure,
        &[
            "exposure",
            "availabledays",
            "ftedays",
            "daysavailable",
            "ftemonths",
            "workingdays",
            "opportunity",
        ],
    ),
    (
        Meaning::Note,
        &[
            "note",
            "notes",
            "remark",
            "remarks",
            "comment",
            "comments",
            "commentary",
            "text",
        ],
    ),
];

const ROSTER: [Row; 9] = [
    ADVISER,
    (
        Meaning::Name,
        &[
            "name",
            "fullname",
            "advisername",
            "advisorname",
            "realname",
            "employeename",
            "staffname",
        ],
    ),
    (
        Meaning::Site,
        &[
            "site", "office", "location", "centre", "center", "base", "hub",
        ],
    ),
    (
        Meaning::Grade,
        &[
            "grade", "role", "jobtitle", "title", "post", "position", "level",
        ],
    ),
    (
        Meaning::Band,
        &["band", "caseloadband", "casemixband", "casemix"],
    ),
    (Meaning::Team, &["team", "teamname", "group", "unit"]),
    (
        Meaning::Started,
        &[
            "started",
            "start",
            "startdate",
            "datestarted",
            "joined",
            "joindate",
            "datejoined",
            "joiningdate",
            "firstday",
        ],
    ),
    (
        Meaning::Left,
        &[
            "left",
            "leavedate",
            "leavingdate",
            "dateleft",
            "leftdate",
            "end",
            "enddate",
            "lastday",
            "leaver",
            "leaverdate",
        ],
    ),
    (
        Meaning::FullTimeShare,
        &[
            "fte",
            "fulltimeshare",
            "fulltimeequivalent",
            "wte",
            "contractedfte",
            "shareoffulltime",
        ],
    ),
];

/// Headings of numbers that count nothing.
const NO_KPI: [&str; 40] = [
    "id",
    "ref",
    "reference",
    "no",
    "row",
    "rowid",
    "rowno",
    "line",
    "index",
    "serial",
    "serialno",
    "sr",
    "srno",
    "year",
    "weekno",
    "weeknumber",
    "financialyear",
    "reason",
    "key",
    "code",
    "recordid",
    "recordno",
    "recordnumber",
    "refno",
    "refnum",
    "refnumber",
    "referenceno",
    "referencenumber",
    "uniqueref",
    "uniquereference",
    "uniquereferencenumber",
    "uniqueidentifier",
    "uniqueid",
    "idno",
    "idnumber",
    "ourref",
    "yourref",
    "lineno",
    "rownumber",
    "version",
];

fn rows(kind: IntakeKind) -> &'static [Row] {
    match kind {
        IntakeKind::Figures => &FIGURES,
        IntakeKind::Roster => &ROSTER,
    }
}

/// The meanings that a heading may have, each with its place among the headings of that meaning.
pub(super) fn meanings_of<'a>(
    kind: IntakeKind,
    heading: &'a str,
    further: &'a [(String, Meaning)],
) -> impl Iterator<Item = (usize, Meaning)> + 'a {
    let own = further
        .iter()
        .filter(move |(known, _)| normalised(known) == heading)
        .map(|(_, meaning)| (0, meaning.clone()));
    let ours = rows(kind).iter().filter_map(move |(meaning, headings)| {
        let place = headings.iter().position(|known| *known == heading)?;
        Some((place + 1, meaning.clone()))
    });
    own.chain(ours)
}

/// Whether a heading gives the names of advisers, in a roster.
pub(crate) fn is_name_in_roster(heading: &str) -> bool {
    let key = normalised(heading);
    meanings_of(IntakeKind::Roster, &key, &[]).any(|(_, meaning)| meaning == Meaning::Name)
}

/// Whether a heading names something that is not a KPI, in a table of figures.
pub(super) fn is_never_kpi(heading: &str) -> bool {
    let is_roster = ROSTER
        .iter()
        .any(|(_, headings)| headings.contains(&heading));
    let is_figures = FIGURES
        .iter()
        .any(|(_, headings)| headings.contains(&heading));
    heading.is_empty() || is_roster || is_figures || NO_KPI.contains(&heading)
}

/// How many headings of a row mean something in either kind of table, and whether one of them is the adviser.
pub(crate) fn known_headings(headings: &[String], further: &[(String, Meaning)]) -> (usize, bool) {
    let means = |heading: &String, kind| meanings_of(kind, heading, further).next().is_some();
    let known = headings
        .iter()
        .filter(|heading| means(heading, IntakeKind::Figures) || means(heading, IntakeKind::Roster))
        .count();
    let is_adviser = |heading: &&String| {
        meanings_of(IntakeKind::Figures, heading, further)
            .any(|(_, meaning)| meaning == Meaning::Adviser)
            || heading.as_str() == "name"
    };
    (known, headings.iter().any(|heading| is_adviser(&heading)))
}

/// The grain that the heading of a period column speaks of.
pub(crate) fn grain_of_heading(heading: &str) -> Option<Grain> {
    let heading = normalised(heading);
    if matches!(heading.as_str(), "wc" | "we") || heading.contains("week") {
        Some(Grain::Week)
    } else if heading.contains("month") {
        Some(Grain::Month)
    } else if heading.contains("quarter") {
        Some(Grain::Quarter)
    } else if heading.contains("day") {
        Some(Grain::Day)
    } else {
        None
    }
}
