//! A small team in an open vault.

use crate::kpis::library;
use crate::settings;
use crate::settings::view::CountChartView;
use crate::testing::Bench;
use chrono::NaiveDate;
use domain::figure::{Amount, Figure, FigureStatus};
use domain::kpi::{Kind, KpiId};
use domain::period::{Period, parse_period};
use domain::target::{Level, Scope};
use domain::team::{AdviserId, Alias};
use std::collections::BTreeMap;
use store::Action;
use store::kpis::{InUse, NewTarget};
use store::team::NewAdviser;

/// An open vault with advisers and KPIs in use.
pub(super) struct Team {
    pub(super) bench: Bench,
    advisers: BTreeMap<String, AdviserId>,
    kpis: BTreeMap<String, (KpiId, Kind)>,
}

pub(super) fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

pub(super) fn period(text: &str) -> Period {
    parse_period(text).unwrap()
}

impl Team {
    /// A vault whose counts are charted as XmR, as in the sample team (rulings 21).
    pub(super) fn new() -> Self {
        let mut bench = Bench::open();
        let mut view = settings::load(&mut bench.app).unwrap();
        view.count_chart = CountChartView::XmR;
        settings::save(&mut bench.app, view).unwrap();
        Self {
            bench,
            advisers: BTreeMap::new(),
            kpis: BTreeMap::new(),
        }
    }

    pub(super) fn adviser(&mut self, alias: &str, started: &str, left: Option<&str>) {
        let new = NewAdviser {
            alias: Alias::parse(alias).unwrap(),
            name: None,
            started: Some(day(started)),
            left: left.map(day),
            assignments: Vec::new(),
            availability: Vec::new(),
            batch: None,
        };
        let mut write = self
            .bench
            .app
            .store_mut()
            .unwrap()
            .write(Action::AdviserAdded)
            .unwrap();
        let ids = write.team().add_advisers(&[new]).unwrap();
        write.commit().unwrap();
        self.advisers.insert(alias.to_owned(), ids[0]);
    }

    /// Takes a KPI of the library into use.
    pub(super) fn kpi(&mut self, code: &str) {
        let definition = &library().find(code).unwrap().definition;
        let mut write = self
            .bench
            .app
            .store_mut()
            .unwrap()
            .write(Action::KpiAdded)
            .unwrap();
        let id = write.kpis().add(definition, InUse::Yes, None).unwrap();
        write.commit().unwrap();
        self.kpis.insert(code.to_owned(), (id, definition.kind));
    }

    /// Figures from a first period on; of a rate over `of` units of time, of a share out of `of`, means of `of` replies.
    pub(super) fn figures(
        &mut self,
        alias: &str,
        code: &str,
        first: &str,
        of: i64,
        counts: &[i64],
    ) {
        let (adviser, (kpi, kind)) = (self.advisers[alias], self.kpis[code]);
        let mut at = period(first);
        let mut write = self
            .bench
            .app
            .store_mut()
            .unwrap()
            .write(Action::FiguresWritten)
            .unwrap();
        for count in counts {
            let amount = match kind {
                Kind::Rate => Amount {
                    numerator: *count,
                    denominator: None,
                    exposure: Some(of * 1000),
                },
                Kind::Proportion | Kind::ScoreShare => Amount {
                    numerator: *count,
                    denominator: Some(of),
                    exposure: None,
                },
                Kind::Value => Amount {
                    numerator: *count * of * 1000,
                    denominator: Some(of),
                    exposure: None,
                },
                Kind::Count => Amount {
                    numerator: *count,
                    denominator: None,
                    exposure: None,
                },
            };
            let figure = Figure {
                adviser,
                kpi,
                period: at,
                amount,
                status: FigureStatus::Ok,
            };
            write.figures().put(&figure).unwrap();
            at = at.next();
        }
        write.commit().unwrap();
    }

    pub(super) fn target(&mut self, code: &str, millionths: i64) {
        let new = NewTarget {
            kpi: self.kpis[code].0,
            scope: Scope::Each,
            level: Level::Expected,
            millionths,
            from: day("2025-01-01"),
            to: None,
            source: "agreed".to_owned(),
        };
        let mut write = self
            .bench
            .app
            .store_mut()
            .unwrap()
            .write(Action::TargetSet)
            .unwrap();
        write.kpis().set_target(&new).unwrap();
        write.commit().unwrap();
    }

    /// The public id of an adviser.
    pub(super) fn id(&self, alias: &str) -> String {
        super::super::adviser_of_alias(&self.bench.app, alias).unwrap()
    }
}

/// Story E1: Amara's job starts from September 2025 to November 2026.
pub(super) const AMARA: [i64; 15] = [6, 4, 7, 5, 3, 6, 8, 5, 4, 6, 5, 7, 4, 6, 3];

/// Grace's employer conversations, week by week from 1 December 2025; the last week is still open.
pub(super) const GRACE: [i64; 53] = [
    6, 7, 5, 8, 6, 9, 7, 5, 6, 8, 7, 6, 9, 7, 8, 5, 7, 8, 6, 7, 9, 11, 10, 8, 12, 9, 10, 13, 9, 10,
    12, 8, 10, 12, 9, 11, 10, 9, 12, 10, 8, 11, 10, 9, 7, 6, 7, 5, 6, 5, 5, 4, 3,
];

/// A team with everything a page must show: a signal, a late figure, too few, a leaver.
pub(super) fn harbour() -> Team {
    let mut team = Team::new();
    for alias in ["Grace", "Amara", "Farid"] {
        team.adviser(
            alias,
            if alias == "Farid" {
                "2026-08-03"
            } else {
                "2023-04-03"
            },
            None,
        );
    }
    team.adviser("Hugo", "2022-01-10", Some("2026-10-30"));
    for code in ["K13", "K19", "K09"] {
        team.kpi(code);
    }
    team.figures("Amara", "K19", "2025-09", 1, &AMARA);
    team.figures(
        "Grace",
        "K19",
        "2025-09",
        1,
        &[5, 6, 4, 7, 5, 6, 5, 8, 4, 6, 5, 7, 6, 5],
    );
    team.figures("Farid", "K19", "2026-08", 1, &[4, 6, 5, 7]);
    team.figures("Hugo", "K19", "2025-09", 1, &AMARA[..14]);
    team.figures("Grace", "K13", "2025-W49", 5, &GRACE);
    team.figures("Amara", "K13", "2026-W20", 5, &[9; 29]);
    team.target("K19", 6_000_000);
    team
}
