//! The whole team as read for a month: advisers by alias, KPIs in use, and one reading for each pair.

use super::basis::{Basis, Shown, Whom};
use super::needs::{self, Missing};
use crate::error::AppError;
use charts::wording::{grain_word, period_words};
use domain::kpi::KpiDefinition;
use domain::scorecard::{Reading, Status};
use domain::team::Adviser;
use store::kpis::KpiEntry;
use words::{Arg, Words};

/// The team as read for a month.
pub(super) struct TeamPage<'b> {
    /// KPIs in use, by block and code.
    pub(super) kpis: Vec<(&'b KpiEntry, &'b KpiDefinition)>,
    /// Advisers who have come by the end of the month, by alias.
    pub(super) advisers: Vec<Adviser>,
    /// For each adviser one reading a KPI; none for those who had left.
    pub(super) readings: Vec<Vec<Reading>>,
    /// Figures that are due and missing.
    pub(super) missing: Vec<Missing>,
}

/// Whether somebody had left before the month.
pub(super) fn is_gone(adviser: &Adviser, shown: Shown) -> bool {
    adviser.left.is_some_and(|left| left < shown.month.start())
}

/// Advisers who have come by the end of the month, by alias.
pub(super) fn on_the_page(
    basis: &Basis<'_>,
    shown: Shown,
    whom: Whom<'_>,
) -> Result<Vec<Adviser>, AppError> {
    let mut advisers = basis.advisers(whom)?;
    advisers.retain(|adviser| adviser.started.is_none_or(|day| day <= shown.month.end()));
    Ok(advisers)
}

/// Reads the whole team: one walk along the figures.
pub(super) fn read_page<'b>(
    basis: &'b Basis<'_>,
    shown: Shown,
    whom: Whom<'_>,
) -> Result<TeamPage<'b>, AppError> {
    let advisers = on_the_page(basis, shown, whom)?;
    let kpis: Vec<(&KpiEntry, &KpiDefinition)> = basis.in_use().collect();
    let here = || advisers.iter().filter(|adviser| !is_gone(adviser, shown));
    let ids: Vec<_> = here().map(|adviser| adviser.id).collect();
    let entries: Vec<&KpiEntry> = kpis.iter().map(|(kpi, _)| *kpi).collect();
    let figures = basis.team_figures(&ids, &entries, shown.month)?;
    let row = |adviser: &Adviser| -> Vec<Reading> {
        if is_gone(adviser, shown) {
            return Vec::new();
        }
        let cells = entries.iter().map(|kpi| {
            let own = figures.of(adviser.id, kpi.id);
            basis.reading(adviser, kpi, own, Some(shown.month))
        });
        cells.collect()
    };
    let readings: Vec<Vec<Reading>> = advisers.iter().map(row).collect();
    let missing = needs::missing(&advisers, &kpis, &readings);
    Ok(TeamPage {
        kpis,
        advisers,
        readings,
        missing,
    })
}

impl TeamPage<'_> {
    /// All readings.
    pub(super) fn cells(&self) -> impl Iterator<Item = &Reading> {
        self.readings.iter().flatten()
    }

    /// The state of the month in a sentence.
    pub(super) fn sentence(&self, words: &Words, shown: Shown) -> String {
        if self.cells().all(|reading| reading.points.is_empty()) {
            return words.say("overview-nothing", &[]);
        }
        let late = self.missing.len();
        let values = [
            ("month", Arg::from(period_words(words, shown.month))),
            ("late", Arg::from(late)),
            ("cells", Arg::from(self.cells().count())),
        ];
        words.say(
            if late == 0 {
                "overview-complete"
            } else {
                "overview-late"
            },
            &values,
        )
    }

    /// What the month comes to, before anything is looked at: how much has changed, what is noise, and what is not in.
    /// Nobody is named: whose page a signal is on, that page says.
    pub(super) fn verdict(&self, words: &Words, shown: Shown) -> String {
        let judged = self.count(Status::NoClearChange);
        let key = match (self.signals(), judged) {
            (0, 0) => return self.sentence(words, shown),
            (0, _) => "overview-verdict-quiet",
            (_, _) => "overview-verdict-signals",
        };
        let values = [
            ("count", Arg::from(self.signals())),
            ("month", Arg::from(period_words(words, shown.month))),
        ];
        let late = [("late", Arg::from(self.missing.len()))];
        format!(
            "{} {}",
            words.say(key, &values),
            words.say("overview-verdict-late", &late)
        )
    }

    fn count(&self, status: Status) -> usize {
        self.cells().filter(|cell| cell.status == status).count()
    }

    /// Lines with a signal.
    fn signals(&self) -> usize {
        let signals = [Status::Better, Status::Worse, Status::Changed];
        signals.into_iter().map(|status| self.count(status)).sum()
    }

    /// How many lines show no clear change, and why the others do not.
    pub(super) fn quiet(&self, words: &Words) -> String {
        let all = self.cells().count();
        if all == 0 {
            return words.say("overview-quiet-none", &[]);
        }
        let quiet = Arg::from(self.count(Status::NoClearChange));
        let mut said = vec![words.say(
            "overview-quiet",
            &[("quiet", quiet), ("all", Arg::from(all))],
        )];
        let others = [
            ("overview-quiet-few", self.count(Status::TooFew)),
            ("overview-quiet-signals", self.signals()),
        ];
        for (key, count) in others.into_iter().filter(|(_, count)| *count > 0) {
            said.push(words.say(key, &[("count", Arg::from(count))]));
        }
        said.join(" ")
    }

    /// A few words under a KPI's name: out of what, and over how long.
    pub(super) fn under(&self, words: &Words, at: usize, definition: &KpiDefinition) -> String {
        let (mut counted, mut rated) = (None, false);
        let column = self.readings.iter().filter_map(|row| row.get(at));
        for reading in column.filter(|reading| !reading.points.is_empty()) {
            match reading.constant_exposure {
                Some(_) => counted = Some(grain_word(words, reading.grain)),
                None => rated = true,
            }
        }
        let unit = Arg::from(definition.unit_words.as_str());
        match counted {
            Some(grain) if rated => words.say(
                "overview-under-both",
                &[("grain", Arg::from(grain)), ("unit", unit)],
            ),
            Some(grain) => words.say("unit-a-period", &[("grain", Arg::from(grain))]),
            None => definition.unit_words.clone(),
        }
    }
}
