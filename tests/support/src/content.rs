//! A made-up team with something in every table and every text field.

use chrono::{Days, NaiveDate};
use domain::calendar::Territory;
use domain::figure::{Amount, Figure, FigureStatus};
use domain::kpi::{Block, Direction, ExposureKind, Kind, KpiDefinition, KpiId, Roll};
use domain::period::{Grain, Period};
use domain::scorecard::HandBaseline;
use domain::target::{Level, Scope};
use domain::team::{AdviserId, Alias, Assignment, Availability, FullTimeShare, PersonName, TeamId};
use domain::text::{Label, Note};
use domain::total::Total;
use store::batches::{BatchKind, NewBatch, Rejection};
use store::figures::Cell;
use store::kpis::{InUse, NewTarget};
use store::phases::NewPhase;
use store::releases::{Audience, NewRelease, Outcome, ReleaseCell};
use store::team::{NewAdviser, NewProgramme, NewTeam};
use store::undo::Piece;
use store::{Action, Store, Write};

/// What is typed into text fields: a word of the caller's, then the field's name.
pub struct Texts(String);

impl Texts {
    /// Plain words.
    pub fn plain() -> Self {
        Self("Made-up".to_owned())
    }

    /// Every text begins with this mark.
    pub fn marked(mark: &str) -> Self {
        Self(mark.to_owned())
    }

    /// The text of one field.
    pub fn of(&self, field: &str) -> String {
        format!("{} {field}", self.0)
    }

    fn label(&self, field: &str) -> Label {
        Label::parse(&self.of(field)).unwrap()
    }

    fn note(&self, field: &str) -> Note {
        Note::parse(&self.of(field)).unwrap()
    }
}

/// Three advisers by number.
pub const ADVISERS: [AdviserId; 3] = [AdviserId(1), AdviserId(2), AdviserId(3)];
/// A count reported by the day, and a proportion reported by the month.
pub const KPIS: [KpiId; 2] = [KpiId(1), KpiId(2)];
const TEAM: TeamId = TeamId(1);

/// Puts the made-up team into a new vault: ten months of figures, and something in every table.
pub fn fill(store: &mut Store, texts: &Texts) {
    let mut write = store.write(Action::SampleAdded).unwrap();
    add_setup(&mut write, texts);
    write
        .team()
        .add_advisers(&ADVISERS.map(|one| adviser(one, texts)))
        .unwrap();
    for kpi in KPIS {
        write
            .kpis()
            .add(&definition(kpi, texts), InUse::Yes, None)
            .unwrap();
    }
    write.commit().unwrap();
    import(store, texts);
    let mut write = store.write(Action::FiguresWritten).unwrap();
    for adviser in ADVISERS {
        add_about(&mut write, adviser, texts);
    }
    add_target(&mut write, Scope::Each, texts);
    add_release(&mut write);
    write.commit().unwrap();
    let draft = texts.of("draft");
    store.save_draft("note", Some(ADVISERS[0]), &draft).unwrap();
    store.save_draft(&texts.of("place"), None, &draft).unwrap();
}

/// Writes some of the texts again over themselves, so that pages are rewritten and old ones freed.
pub fn touch(store: &mut Store, texts: &Texts) {
    let mut write = store.write(Action::NoteWritten).unwrap();
    for adviser in ADVISERS {
        write.team().write_note(adviser, None).unwrap();
        write
            .team()
            .write_note(adviser, Some(&texts.note("note again")))
            .unwrap();
        let mut one = write.read().team().adviser(adviser).unwrap();
        one.name = Some(PersonName::parse(&texts.of("name again")).unwrap());
        write.team().amend_adviser(&one).unwrap();
    }
    write.commit().unwrap();
    store
        .save_draft("note", Some(ADVISERS[0]), &texts.of("draft again"))
        .unwrap();
    store.settle().unwrap();
    store.rest().unwrap();
}

fn add_setup(write: &mut Write<'_>, texts: &Texts) {
    write
        .settings()
        .set(&texts.of("setting"), &texts.of("value"))
        .unwrap();
    let programme = NewProgramme {
        name: texts.label("programme"),
        support_days: 365,
        outcome_lag_days: 180,
    };
    let programme = write.team().add_programme(&programme).unwrap();
    let team = NewTeam {
        name: texts.label("team"),
        site: Some(texts.label("team site")),
        programme,
        calendar: Territory::EnglandAndWales,
    };
    assert_eq!(write.team().add_team(&team).unwrap(), TEAM);
}

fn adviser(id: AdviserId, texts: &Texts) -> NewAdviser {
    let from = day("2025-09-01");
    NewAdviser {
        alias: Alias::parse(&texts.of(&format!("alias {}", id.0))).unwrap(),
        name: Some(PersonName::parse(&texts.of(&format!("name {}", id.0))).unwrap()),
        started: Some(from),
        left: None,
        assignments: vec![Assignment {
            team: TEAM,
            site: Some(texts.label("site")),
            grade: Some(texts.label("grade")),
            band: Some(texts.label("band")),
            share: FullTimeShare::FULL,
            from,
            to: None,
        }],
        availability: vec![Availability {
            from,
            to: from,
            half_days: 1,
        }],
        batch: None,
    }
}

/// One KPI of the made-up team.
fn definition(id: KpiId, texts: &Texts) -> KpiDefinition {
    let by_day = id == KPIS[0];
    KpiDefinition {
        id,
        code: texts.of(&format!("code {}", id.0)),
        version: 1,
        valid_from: None,
        name: texts.label("KPI"),
        unit_words: texts.of("unit"),
        numerator: texts.of("numerator"),
        denominator: texts.of("denominator"),
        excludes: vec![texts.of("excluded")],
        kind: if by_day {
            Kind::Count
        } else {
            Kind::Proportion
        },
        direction: Direction::Up,
        block: Block::Leading,
        stage: texts.of("stage"),
        grain: if by_day { Grain::Day } else { Grain::Month },
        roll: Roll::Sum,
        exposure: ExposureKind::None,
        lag_days: 0,
        window_days: 0,
        minimum_denominator: 10,
        pair: Some(texts.of("pair")),
        feeders: vec![texts.of("feeder")],
        tasks: vec![texts.of("task")],
        purpose: texts.of("purpose"),
        less_intrusive: texts.of("less intrusive"),
        local: true,
    }
}

/// A day from its ISO form.
pub fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// Figures of an import, in order: each adviser's every day of 300, and ten months.
pub fn figures(value: i64) -> Vec<Figure> {
    let figure = |adviser, kpi, period, amount| Figure {
        adviser,
        kpi,
        period,
        amount,
        status: FigureStatus::Ok,
    };
    let mut figures = Vec::new();
    for adviser in ADVISERS {
        let days = (0..300).map(|one| day("2025-09-01") + Days::new(one));
        figures.extend(days.map(|on| {
            let amount = Amount {
                numerator: value,
                denominator: None,
                exposure: None,
            };
            figure(adviser, KPIS[0], Period::containing(Grain::Day, on), amount)
        }));
        let first = Period::containing(Grain::Month, day("2025-09-01"));
        let months = std::iter::successors(Some(first), |month| Some(month.next()));
        figures.extend(months.take(10).map(|month| {
            let amount = Amount {
                numerator: value,
                denominator: Some(value + 20),
                exposure: None,
            };
            figure(adviser, KPIS[1], month, amount)
        }));
    }
    figures
}

fn import(store: &mut Store, texts: &Texts) {
    let mut write = store.write(Action::FiguresImported).unwrap();
    let new = NewBatch {
        kind: BatchKind::Sample,
        file_hash: [7; 32],
        accepted: 930,
        rejected: 1,
    };
    let batch = write.batches().add(&new).unwrap();
    let rejection = Rejection {
        line: 3,
        column: 1,
        rule: 2,
    };
    write.batches().reject(batch, &[rejection]).unwrap();
    let choices = texts.of("choices");
    write
        .batches()
        .remember_mapping(&[5; 32], choices.as_bytes())
        .unwrap();
    let loaded = write.figures().load(figures(17), batch).unwrap();
    write.totals().add(batch, &[total()]).unwrap();
    write.batches().finish(batch, loaded).unwrap();
    write.commit().unwrap();
}

/// The team's total of a month whose single figures are gone.
fn total() -> Total {
    Total {
        kpi: KPIS[1],
        month: Period::containing(Grain::Month, day("2023-05-01")),
        amount: Amount {
            numerator: 51,
            denominator: Some(111),
            exposure: None,
        },
        advisers: 5,
    }
}

/// One of everything that can be kept about one adviser.
fn add_about(write: &mut Write<'_>, adviser: AdviserId, texts: &Texts) {
    let cell = Cell {
        adviser,
        kpi: KPIS[1],
        period: Period::containing(Grain::Month, day("2026-05-01")),
    };
    write
        .team()
        .write_note(adviser, Some(&texts.note("note")))
        .unwrap();
    add_correction(write, &cell, texts);
    add_phase(write, &cell, texts);
    add_target(write, Scope::Adviser(adviser), texts);
    let piece = Piece {
        about: Some(adviser),
        payload: texts.of("payload").into_bytes(),
    };
    write.undo().record(&texts.of("step"), &[piece]).unwrap();
}

/// A target of one adviser has a sealed source, one of everybody a plain one.
fn add_target(write: &mut Write<'_>, scope: Scope, texts: &Texts) {
    let target = NewTarget {
        kpi: KPIS[1],
        scope,
        level: Level::Expected,
        millionths: 450_000,
        from: day("2026-04-01"),
        to: None,
        source: texts.of("source"),
    };
    write.kpis().set_target(&target).unwrap();
}

fn add_correction(write: &mut Write<'_>, cell: &Cell, texts: &Texts) {
    let mut figures = write.figures();
    let mut figure = figures.clear(cell).unwrap().unwrap();
    (figure.amount.numerator, figure.status) = (19, FigureStatus::Corrected);
    figures.put(&figure).unwrap();
    figures.ask(cell).unwrap();
    figures
        .write_note(cell, Some(&texts.note("figure note")))
        .unwrap();
}

fn add_phase(write: &mut Write<'_>, cell: &Cell, texts: &Texts) {
    let phase = NewPhase {
        adviser: cell.adviser,
        kpi: cell.kpi,
        from: cell.period,
        reason: texts.note("phase reason"),
    };
    write.phases().set(&phase).unwrap();
    write.about(cell.adviser);
    write.reason(texts.note("entry reason"));
    let baseline = HandBaseline {
        from: Some(cell.period),
        points: 12,
        reason: texts.of("baseline reason"),
    };
    write
        .phases()
        .set_baseline(cell.adviser, cell.kpi, &baseline)
        .unwrap();
}

fn add_release(write: &mut Write<'_>) {
    let month = Period::containing(Grain::Month, day("2026-05-01"));
    let cell = ReleaseCell {
        team: TEAM,
        period: month,
        kpi: KPIS[1],
        outcome: Outcome::Pair(57, 117),
        members: ADVISERS.to_vec(),
    };
    let release = NewRelease {
        audience: Audience::Internal,
        grain: Grain::Month,
        from: month,
        to: month,
        file_hash: [9; 32],
        cells: vec![cell],
    };
    write.releases().add(&release).unwrap();
}
