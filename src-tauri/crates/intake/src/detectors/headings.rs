//! Headings that announce identifiers, without case, spaces or signs.

use super::Detector;
use super::table::TABLE;
use crate::columns::normalised;

/// Words before an announcing heading that change nothing: "client e-mail", "home postcode".
const OWNERS: [&str; 14] = [
    "client",
    "participant",
    "customer",
    "claimant",
    "candidate",
    "jobseeker",
    "person",
    "adviser",
    "advisor",
    "home",
    "work",
    "personal",
    "contact",
    "primary",
];

/// The detector that a heading announces.
pub(crate) fn of_heading(heading: &str) -> Option<Detector> {
    let heading = normalised(heading);
    let bare = OWNERS
        .iter()
        .find_map(|owner| heading.strip_prefix(owner))
        .unwrap_or(&heading);
    let announces = |headings: &[&str], text: &str| headings.contains(&text);
    let row = TABLE
        .iter()
        .find(|row| announces(row.headings, &heading))
        .or_else(|| {
            let by_owner = |row: &&super::table::Row| row.detector != Detector::NameLike;
            TABLE
                .iter()
                .filter(by_owner)
                .find(|row| announces(row.headings, bare))
        })?;
    Some(row.detector)
}
