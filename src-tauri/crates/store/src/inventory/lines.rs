//! The lines themselves, one for each column, in the order of the tables.

use crate::inventory::Category::{
    self, Availability, Drafts, Figures, Imports, Journal, Notes, Phases, Releases, Roster, Setup,
    Steps, Targets, Totals,
};
use crate::inventory::{Access, Line, Sealing, Subject};

type Name = &'static str;

/// The person's own number.
const fn person(table: Name, column: Name, category: Category) -> Line {
    line(
        (table, column),
        category,
        (Subject::Direct, Sealing::File, Access::Left),
    )
}

/// Something about the person that an access pack holds.
const fn given(table: Name, column: Name, category: Category) -> Line {
    line(
        (table, column),
        category,
        (Subject::Row, Sealing::File, Access::Given),
    )
}

/// The same, sealed under the person's own key.
const fn sealed(table: Name, column: Name, category: Category) -> Line {
    line(
        (table, column),
        category,
        (Subject::Row, Sealing::Sealed, Access::Given),
    )
}

/// Something in a row about the person that only keeps the file in order.
const fn inner(table: Name, column: Name, category: Category) -> Line {
    line(
        (table, column),
        category,
        (Subject::Row, Sealing::File, Access::Left),
    )
}

/// A keyed digest or bare number that names nobody once the person is erased.
const fn remainder(table: Name, column: Name, category: Category) -> Line {
    line(
        (table, column),
        category,
        (Subject::Remainder, Sealing::File, Access::Left),
    )
}

/// Something about nobody.
const fn nobody(table: Name, column: Name, category: Category) -> Line {
    line(
        (table, column),
        category,
        (Subject::Nobody, Sealing::File, Access::Left),
    )
}

const fn line(
    (table, column): (Name, Name),
    category: Category,
    (subject, sealing, access): (Subject, Sealing, Access),
) -> Line {
    Line {
        table,
        column,
        category,
        subject,
        sealing,
        access,
    }
}

/// Every column of every table.
pub const LINES: &[Line] = &[
    nobody("counter", "id", Setup),
    nobody("counter", "commits", Setup),
    nobody("counter", "next_subject", Setup),
    nobody("journal", "sequence", Journal),
    nobody("journal", "at", Journal),
    nobody("journal", "session", Journal),
    nobody("journal", "action", Journal),
    remainder("journal", "subject", Journal),
    nobody("journal", "object", Journal),
    nobody("journal", "count", Journal),
    nobody("journal", "previous", Journal),
    nobody("journal", "mac", Journal),
    nobody("journal_anchor", "id", Journal),
    nobody("journal_anchor", "sequence", Journal),
    nobody("journal_anchor", "mac", Journal),
    nobody("journal_anchor", "proof", Journal),
    nobody("setting", "name", Setup),
    nobody("setting", "value", Setup),
    nobody("programme", "id", Setup),
    nobody("programme", "name", Setup),
    nobody("programme", "support_days", Setup),
    nobody("programme", "outcome_lag_days", Setup),
    nobody("team", "id", Setup),
    nobody("team", "name", Setup),
    nobody("team", "site", Setup),
    nobody("team", "programme", Setup),
    nobody("team", "calendar", Setup),
    person("adviser", "id", Roster),
    inner("adviser", "public", Roster),
    sealed("adviser", "alias", Roster),
    remainder("adviser", "alias_digest", Roster),
    sealed("adviser", "name", Roster),
    sealed("adviser", "note", Notes),
    given("adviser", "started", Roster),
    given("adviser", "left_on", Roster),
    inner("adviser", "batch", Roster),
    person("assignment", "adviser", Roster),
    inner("assignment", "place", Roster),
    given("assignment", "team", Roster),
    given("assignment", "site", Roster),
    given("assignment", "grade", Roster),
    given("assignment", "share", Roster),
    given("assignment", "from_day", Roster),
    given("assignment", "to_day", Roster),
    given("assignment", "band", Roster),
    person("availability", "adviser", Availability),
    inner("availability", "place", Availability),
    given("availability", "from_day", Availability),
    given("availability", "to_day", Availability),
    given("availability", "half_days", Availability),
    nobody("kpi", "id", Setup),
    nobody("kpi", "code", Setup),
    nobody("kpi", "in_use", Setup),
    nobody("kpi", "batch", Setup),
    nobody("kpi_version", "kpi", Setup),
    nobody("kpi_version", "version", Setup),
    nobody("kpi_version", "valid_from", Setup),
    nobody("kpi_version", "name", Setup),
    nobody("kpi_version", "unit_words", Setup),
    nobody("kpi_version", "numerator", Setup),
    nobody("kpi_version", "denominator", Setup),
    nobody("kpi_version", "excludes", Setup),
    nobody("kpi_version", "kind", Setup),
    nobody("kpi_version", "direction", Setup),
    nobody("kpi_version", "block", Setup),
    nobody("kpi_version", "stage", Setup),
    nobody("kpi_version", "grain", Setup),
    nobody("kpi_version", "roll", Setup),
    nobody("kpi_version", "exposure", Setup),
    nobody("kpi_version", "lag_days", Setup),
    nobody("kpi_version", "window_days", Setup),
    nobody("kpi_version", "minimum_denominator", Setup),
    nobody("kpi_version", "pair", Setup),
    nobody("kpi_version", "feeders", Setup),
    nobody("kpi_version", "tasks", Setup),
    nobody("kpi_version", "purpose", Setup),
    nobody("kpi_version", "less_intrusive", Setup),
    nobody("kpi_version", "local", Setup),
    inner("target", "id", Targets),
    given("target", "kpi", Targets),
    given("target", "scope", Targets),
    person("target", "adviser", Targets),
    given("target", "level", Targets),
    given("target", "millionths", Targets),
    given("target", "from_day", Targets),
    given("target", "to_day", Targets),
    given("target", "source", Targets),
    sealed("target", "sealed_source", Targets),
    nobody("batch", "id", Imports),
    nobody("batch", "at", Imports),
    nobody("batch", "kind", Imports),
    nobody("batch", "file_hash", Imports),
    nobody("batch", "accepted", Imports),
    nobody("batch", "rejected", Imports),
    nobody("batch", "new", Imports),
    nobody("batch", "same", Imports),
    nobody("batch", "changed", Imports),
    nobody("batch", "state", Imports),
    nobody("rejection", "batch", Imports),
    nobody("rejection", "line", Imports),
    nobody("rejection", "field", Imports),
    nobody("rejection", "rule", Imports),
    nobody("mapping", "shape", Imports),
    nobody("mapping", "choices", Imports),
    person("figure", "adviser", Figures),
    given("figure", "kpi", Figures),
    given("figure", "period", Figures),
    given("figure", "numerator", Figures),
    given("figure", "denominator", Figures),
    given("figure", "exposure", Figures),
    given("figure", "status", Figures),
    inner("figure", "batch", Figures),
    person("roll", "adviser", Figures),
    given("roll", "kpi", Figures),
    given("roll", "month", Figures),
    given("roll", "numerator", Figures),
    given("roll", "denominator", Figures),
    given("roll", "exposure", Figures),
    inner("roll", "readings", Figures),
    given("roll", "worst_status", Figures),
    person("figure_version", "adviser", Figures),
    given("figure_version", "kpi", Figures),
    given("figure_version", "period", Figures),
    inner("figure_version", "version", Figures),
    given("figure_version", "numerator", Figures),
    given("figure_version", "denominator", Figures),
    given("figure_version", "exposure", Figures),
    given("figure_version", "status", Figures),
    inner("figure_version", "batch", Figures),
    inner("figure_version", "replaced_by", Figures),
    person("figure_query", "adviser", Figures),
    given("figure_query", "kpi", Figures),
    given("figure_query", "period", Figures),
    person("figure_note", "adviser", Notes),
    given("figure_note", "kpi", Notes),
    given("figure_note", "period", Notes),
    sealed("figure_note", "note", Notes),
    inner("phase", "id", Phases),
    person("phase", "adviser", Phases),
    given("phase", "kpi", Phases),
    given("phase", "from_period", Phases),
    sealed("phase", "reason", Phases),
    given("phase", "frozen_chart", Phases),
    given("phase", "centre", Phases),
    given("phase", "spread", Phases),
    given("phase", "median_n", Phases),
    given("phase", "points", Phases),
    person("baseline", "adviser", Phases),
    given("baseline", "kpi", Phases),
    given("baseline", "from_period", Phases),
    given("baseline", "points", Phases),
    sealed("baseline", "reason", Phases),
    nobody("total", "kpi", Totals),
    nobody("total", "month", Totals),
    nobody("total", "numerator", Totals),
    nobody("total", "denominator", Totals),
    nobody("total", "exposure", Totals),
    nobody("total", "advisers", Totals),
    nobody("total", "batch", Totals),
    nobody("release", "id", Releases),
    nobody("release", "at", Releases),
    nobody("release", "audience", Releases),
    nobody("release", "grain", Releases),
    nobody("release", "from_period", Releases),
    nobody("release", "to_period", Releases),
    nobody("release", "file_hash", Releases),
    nobody("release_cell", "release", Releases),
    nobody("release_cell", "team", Releases),
    nobody("release_cell", "period", Releases),
    nobody("release_cell", "kpi", Releases),
    nobody("release_cell", "outcome", Releases),
    nobody("release_cell", "numerator", Releases),
    nobody("release_cell", "denominator", Releases),
    remainder("release_cell", "members", Releases),
    nobody("step", "id", Steps),
    nobody("step", "at", Steps),
    nobody("step", "name", Steps),
    nobody("step", "state", Steps),
    inner("step_piece", "step", Steps),
    inner("step_piece", "place", Steps),
    person("step_piece", "adviser", Steps),
    sealed("step_piece", "payload", Steps),
    inner("draft", "place", Drafts),
    inner("draft", "at", Drafts),
    person("draft", "adviser", Drafts),
    sealed("draft", "text", Drafts),
];
