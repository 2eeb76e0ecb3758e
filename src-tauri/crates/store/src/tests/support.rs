//! A small vault on disk, and made-up people and KPIs to put in.

use std::cell::Cell as Shared;
use std::path::PathBuf;

use domain::calendar::Territory;
use domain::figure::{Amount, Figure, FigureStatus};
use domain::kpi::{Block, Direction, ExposureKind, Kind, KpiDefinition, KpiId, Roll};
use domain::period::{Grain, Period, parse_period};
use domain::team::{AdviserId, Alias, Assignment, FullTimeShare, PersonName, ProgrammeId, TeamId};
use domain::text::{Label, Note};
use tempfile::TempDir;
use vault::{Confirmed, KdfParameters, Opener, Passphrase, Secret};

use crate::batches::{BatchId, BatchKind, NewBatch};
use crate::figures::{BatchRemoved, Cell, Loaded};
use crate::kpis::InUse;
use crate::team::{NewAdviser, NewProgramme, NewTeam};
use crate::*;

pub(super) const PASSPHRASE: &str = "four plain words here";

/// The first instant of every test; each look at the clock is a second later.
pub(super) const BEGIN: i64 = 1_796_256_000_000;

pub(super) fn clock() -> Clock {
    let now = Shared::new(BEGIN);
    Box::new(move || now.replace(now.get() + 1000))
}

pub(super) fn opener() -> Opener {
    Opener {
        host: "desk".to_owned(),
        now: 1_796_256_000,
    }
}

pub(super) fn passphrase() -> Passphrase {
    Passphrase::parse_typed(PASSPHRASE).unwrap()
}

/// A folder with a vault in it, and its recovery code.
pub(super) struct Case {
    _folder: TempDir,
    pub(super) path: PathBuf,
    pub(super) code: vault::RecoveryCode,
}

impl Case {
    /// A vault without content.
    pub(super) fn empty() -> (Self, Store) {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("team.plumb");
        let costs = KdfParameters::for_tests();
        let new = NewStore::create(&path, &passphrase(), costs, opener(), clock()).unwrap();
        let code = new.recovery_code().unwrap().shown().to_string();
        let code = vault::RecoveryCode::parse(&code).unwrap();
        let store = new.finish(Confirmed::Yes).unwrap().store;
        (
            Self {
                _folder: folder,
                path,
                code,
            },
            store,
        )
    }

    /// A vault with one programme, one team, two advisers and three KPIs.
    pub(super) fn filled() -> (Self, Store) {
        let (case, mut store) = Self::empty();
        fill(&mut store);
        (case, store)
    }

    /// Opens by code, which costs nothing.
    pub(super) fn open(&self) -> Result<OpenedStore, StoreError> {
        Store::open(
            &self.path,
            Secret::RecoveryCode(&self.code),
            opener(),
            clock(),
        )
    }

    /// Closes and opens again, so that what is read was on the disk.
    pub(super) fn reopen(&self, store: Store) -> Store {
        store.close().unwrap();
        self.open().unwrap().store
    }
}

pub(super) const ANA: AdviserId = AdviserId(1);
pub(super) const BEN: AdviserId = AdviserId(2);

/// A count whose readings are added.
pub(super) const CONTACTS: KpiId = KpiId(1);
/// A proportion.
pub(super) const STARTS: KpiId = KpiId(2);
/// The last reading stands for the month.
pub(super) const CASELOAD: KpiId = KpiId(3);

pub(super) fn fill(store: &mut Store) {
    let mut write = store.write(Action::TeamAdded).unwrap();
    let programme = write.team().add_programme(&programme("Pathways")).unwrap();
    let team = write.team().add_team(&team("Harbour", programme)).unwrap();
    let people = [adviser("Ana Three", team), adviser("Ben Four", team)];
    assert_eq!(write.team().add_advisers(&people).unwrap(), [ANA, BEN]);
    let kpis = [
        kpi("K13", Kind::Count, Roll::Sum),
        kpi("K15", Kind::Proportion, Roll::Sum),
        kpi("K01", Kind::Count, Roll::Last),
    ];
    for (definition, id) in kpis.iter().zip([CONTACTS, STARTS, CASELOAD]) {
        assert_eq!(write.kpis().add(definition, InUse::Yes, None).unwrap(), id);
    }
    write.commit().unwrap();
}

pub(super) fn label(text: &str) -> Label {
    Label::parse(text).unwrap()
}

pub(super) fn note(text: &str) -> Note {
    Note::parse(text).unwrap()
}

pub(super) fn day(text: &str) -> chrono::NaiveDate {
    text.parse().unwrap()
}

pub(super) fn period(text: &str) -> Period {
    parse_period(text).unwrap()
}

pub(super) fn programme(name: &str) -> NewProgramme {
    NewProgramme {
        name: label(name),
        support_days: 365,
        outcome_lag_days: 180,
    }
}

pub(super) fn team(name: &str, programme: ProgrammeId) -> NewTeam {
    NewTeam {
        name: label(name),
        site: Some(label("Quay")),
        programme,
        calendar: Territory::Scotland,
    }
}

pub(super) fn adviser(alias: &str, team: TeamId) -> NewAdviser {
    NewAdviser {
        alias: Alias::parse(alias).unwrap(),
        name: Some(PersonName::parse(&format!("{alias} in Full")).unwrap()),
        started: Some(day("2023-04-03")),
        left: None,
        assignments: vec![Assignment {
            team,
            site: None,
            grade: Some(label("Senior")),
            band: Some(label("3")),
            share: FullTimeShare::FULL,
            from: day("2023-04-03"),
            to: None,
        }],
        availability: Vec::new(),
        batch: None,
    }
}

pub(super) fn kpi(code: &str, kind: Kind, roll: Roll) -> KpiDefinition {
    KpiDefinition {
        id: KpiId(0),
        code: code.to_owned(),
        version: 1,
        valid_from: None,
        name: label(&format!("Name of {code}")),
        unit_words: "a month".to_owned(),
        numerator: "what is counted".to_owned(),
        denominator: "what it is out of".to_owned(),
        excludes: vec!["what is left out".to_owned(), "and that".to_owned()],
        kind,
        direction: Direction::Up,
        block: Block::Leading,
        stage: "S5".to_owned(),
        grain: Grain::Month,
        roll,
        exposure: ExposureKind::None,
        lag_days: 30,
        window_days: 0,
        minimum_denominator: 10,
        pair: Some("K99".to_owned()),
        feeders: vec!["K02".to_owned()],
        tasks: vec!["T01".to_owned(), "T02".to_owned()],
        purpose: "to see whether work gets through".to_owned(),
        less_intrusive: "asking once a quarter".to_owned(),
        local: false,
    }
}

pub(super) fn figure(adviser: AdviserId, kpi: KpiId, of: &str, numerator: i64) -> Figure {
    Figure {
        adviser,
        kpi,
        period: period(of),
        amount: Amount {
            numerator,
            denominator: (kpi == STARTS).then_some(50),
            exposure: None,
        },
        status: FigureStatus::Ok,
    }
}

pub(super) fn cell(adviser: AdviserId, kpi: KpiId, of: &str) -> Cell {
    Cell {
        adviser,
        kpi,
        period: period(of),
    }
}

/// One acknowledged change that writes figures by hand.
pub(super) fn put(store: &mut Store, figures: &[Figure]) {
    let mut write = store.write(Action::FiguresWritten).unwrap();
    for figure in figures {
        write.figures().put(figure).unwrap();
    }
    write.commit().unwrap();
}

/// One acknowledged import.
pub(super) fn import(store: &mut Store, figures: &[Figure]) -> (BatchId, Loaded) {
    let mut write = store.write(Action::FiguresImported).unwrap();
    let new = NewBatch {
        kind: BatchKind::Figures,
        file_hash: [7; 32],
        accepted: u64::try_from(figures.len()).unwrap(),
        rejected: 0,
    };
    let batch = write.batches().add(&new).unwrap();
    let loaded = write
        .figures()
        .load(figures.iter().copied(), batch)
        .unwrap();
    write.batches().finish(batch, loaded).unwrap();
    write.commit().unwrap();
    (batch, loaded)
}

/// Takes an import out.
pub(super) fn take_out(store: &mut Store, batch: BatchId) -> BatchRemoved {
    let mut write = store.write(Action::ImportUndone).unwrap();
    let removed = write.remove_batch(batch).unwrap();
    write.commit().unwrap();
    removed
}

pub(super) fn value(store: &Store, cell: &Cell) -> Option<i64> {
    let found = store.read().figures().figure(cell).unwrap();
    found.map(|figure| figure.amount.numerator)
}

pub(super) fn rolls_hold(store: &Store) -> bool {
    store.read().figures().check_rolls().unwrap().wrong == 0
}
