//! The series of each KPI: the stories' numbers where there are any, made-up ones around them.

use super::maker::Maker;
use super::stories as told;
use domain::period::{Grain, Period};

/// One reading: numerator, denominator, and exposure in thousandths.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Reading {
    pub(super) period: Period,
    pub(super) numerator: i64,
    pub(super) denominator: Option<i64>,
    pub(super) exposure: Option<i64>,
}

/// KPIs of the sample, by their codes in the library.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum SampleKpi {
    Plans,
    Contacts,
    Attendance,
    Conversations,
    Interviews,
    JobStarts,
    Cohort,
    Sustained,
    Caseload,
    Experience,
    Files,
    Calls,
}

/// All of them.
pub(super) const KPIS: [SampleKpi; 12] = [
    SampleKpi::Plans,
    SampleKpi::Contacts,
    SampleKpi::Attendance,
    SampleKpi::Conversations,
    SampleKpi::Interviews,
    SampleKpi::JobStarts,
    SampleKpi::Cohort,
    SampleKpi::Sustained,
    SampleKpi::Caseload,
    SampleKpi::Experience,
    SampleKpi::Files,
    SampleKpi::Calls,
];

impl SampleKpi {
    /// Its code in the library.
    pub(super) fn code(self) -> &'static str {
        match self {
            Self::Plans => "K05",
            Self::Contacts => "K08",
            Self::Attendance => "K09",
            Self::Conversations => "K13",
            Self::Interviews => "K17",
            Self::JobStarts => "K19",
            Self::Cohort => "K20",
            Self::Sustained => "K23",
            Self::Caseload => "K28",
            Self::Experience => "K29",
            Self::Files => "K30",
            Self::Calls => "K31",
        }
    }

    /// How often this team reports it.
    pub(super) fn grain(self) -> Grain {
        match self {
            Self::Conversations | Self::Caseload => Grain::Week,
            Self::Plans
            | Self::Contacts
            | Self::Attendance
            | Self::Interviews
            | Self::JobStarts
            | Self::Cohort
            | Self::Sustained
            | Self::Experience
            | Self::Files
            | Self::Calls => Grain::Month,
        }
    }

    /// What one adviser, by place in the team, has of it.
    pub(super) fn series(self, place: usize) -> Vec<Reading> {
        let Some(mut maker) = Maker::of(self, place) else {
            return Vec::new();
        };
        match self {
            Self::Plans => maker.share((14, 20), 790_000, told::NOVEMBER_PLANS),
            Self::Contacts => maker.contacts(),
            Self::Attendance => maker.share((84, 104), 780_000, told::NOVEMBER_ATTENDANCE),
            Self::Conversations => maker.conversations(),
            Self::Interviews => maker.interviews(),
            Self::JobStarts => maker.job_starts(),
            Self::Cohort => maker.cohort(),
            Self::Sustained => maker.sustained(),
            Self::Caseload => maker.caseload(),
            Self::Experience => maker.experience(),
            Self::Files => maker.files(),
            Self::Calls => maker.share((240, 276), 735_000, [None; 8]),
        }
    }

    /// Its place among them, which has a stream of chance of its own.
    pub(super) fn number(self) -> u64 {
        let place = KPIS.iter().position(|one| *one == self);
        place
            .and_then(|place| u64::try_from(place).ok())
            .unwrap_or_default()
    }
}

/// A month by year and number.
pub(super) fn month(year: i32, month: u32) -> Period {
    let day = chrono::NaiveDate::from_ymd_opt(year, month, 1).unwrap_or_default();
    Period::containing(Grain::Month, day)
}

/// The week of a day.
pub(super) fn week(year: i32, month: u32, day: u32) -> Period {
    let day = chrono::NaiveDate::from_ymd_opt(year, month, day).unwrap_or_default();
    Period::containing(Grain::Week, day)
}

/// A plain number.
pub(super) fn count(period: Period, numerator: i64) -> Reading {
    Reading {
        period,
        numerator,
        denominator: None,
        exposure: None,
    }
}

/// A part of a whole.
pub(super) fn share(period: Period, part: i64, whole: i64) -> Reading {
    Reading {
        period,
        numerator: part,
        denominator: Some(whole),
        exposure: None,
    }
}

/// Numbers from a period on, one for each.
pub(super) fn numbered(first: Period, numbers: &[i64]) -> Vec<Reading> {
    let periods = std::iter::successors(Some(first), |period| Some(period.next()));
    periods
        .zip(numbers)
        .map(|(period, number)| count(period, *number))
        .collect()
}
