//! Bank holidays as dated data. Governments move them, so nothing is computed here; a test checks the dates
//! against the rules of the Banking and Financial Dealings Act 1971 and the days proclaimed besides.

use super::fault::{DataFault, entries, read};
use chrono::NaiveDate;
use domain::calendar::{Territory, WorkingCalendar};
use serde::Deserialize;

/// The bank holidays of all territories, and the days between which they are known.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Holidays {
    /// First day of the first year known.
    pub known_from: NaiveDate,
    /// Last day of the last year known; past it a screen warns.
    pub known_until: NaiveDate,
    territories: Vec<(Territory, Vec<NaiveDate>)>,
}

#[derive(Debug, Deserialize)]
struct RawFile {
    known_from: String,
    known_until: String,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct RawTerritory {
    id: String,
    days: Vec<String>,
}

impl Holidays {
    /// The days of a territory, in order.
    pub fn of(&self, territory: Territory) -> &[NaiveDate] {
        let is_this = |(one, _): &&(Territory, Vec<NaiveDate>)| *one == territory;
        let found = self.territories.iter().find(is_this);
        found.map_or(&[], |(_, days)| days.as_slice())
    }

    /// The working calendar of a territory.
    pub fn calendar(&self, territory: Territory) -> WorkingCalendar {
        WorkingCalendar::new(self.of(territory).iter().copied(), self.known_until)
    }
}

/// Reads the file of bank holidays: all of it or, with the reason, nothing.
pub fn parse_holidays(text: &str) -> Result<Holidays, DataFault> {
    let file: RawFile =
        toml::from_str(text).map_err(|error| DataFault::of("file", error.message()))?;
    let mut holidays = Holidays {
        known_from: day("known_from", &file.known_from)?,
        known_until: day("known_until", &file.known_until)?,
        territories: Vec::new(),
    };
    for (id, value) in entries(text, "territory")? {
        let raw: RawTerritory = read(&id, value)?;
        let territory =
            territory(&raw.id).ok_or_else(|| DataFault::of(&id, "is not a territory"))?;
        let days: Vec<NaiveDate> = raw
            .days
            .iter()
            .map(|text| day(&id, text))
            .collect::<Result<_, _>>()?;
        let is_inside =
            |day: &NaiveDate| (holidays.known_from..=holidays.known_until).contains(day);
        if !days.is_sorted_by(|one, next| one < next) || !days.iter().all(is_inside) {
            return Err(DataFault::of(
                &id,
                "days are not in order, or outside what is known",
            ));
        }
        holidays.territories.push((territory, days));
    }
    let all = [
        Territory::EnglandAndWales,
        Territory::Scotland,
        Territory::NorthernIreland,
    ];
    match all.iter().find(|one| holidays.of(**one).is_empty()) {
        Some(missing) => Err(DataFault::of("file", format!("{missing:?} is missing"))),
        None => Ok(holidays),
    }
}

fn day(place: &str, text: &str) -> Result<NaiveDate, DataFault> {
    text.parse()
        .map_err(|_| DataFault::of(place, format!("{text} is not a day")))
}

fn territory(id: &str) -> Option<Territory> {
    match id {
        "england-and-wales" => Some(Territory::EnglandAndWales),
        "scotland" => Some(Territory::Scotland),
        "northern-ireland" => Some(Territory::NorthernIreland),
        _ => None,
    }
}
