//! Figures written by hand.

use domain::figure::FigureStatus;

use super::support::*;
use crate::*;

#[test]
fn a_corrected_figure_keeps_its_old_value() {
    let (case, mut store) = Case::filled();
    let june = cell(ANA, STARTS, "2026-06");
    let mut corrected = figure(ANA, STARTS, "2026-06", 22);
    corrected.status = FigureStatus::Corrected;
    corrected.amount.exposure = Some(19_500);
    put(&mut store, &[figure(ANA, STARTS, "2026-06", 20)]);
    put(&mut store, &[corrected]);
    put(&mut store, &[corrected]);
    let store = case.reopen(store);
    let figures = store.read().figures();
    assert_eq!(figures.figure(&june).unwrap(), Some(corrected));
    assert_eq!(
        figures.versions(&june).unwrap(),
        [figure(ANA, STARTS, "2026-06", 20)]
    );
    assert!(rolls_hold(&store));
}

#[test]
fn writing_says_what_was_there_before() {
    let (_case, mut store) = Case::filled();
    let (old, new) = (
        figure(ANA, CONTACTS, "2026-06", 4),
        figure(ANA, CONTACTS, "2026-06", 5),
    );
    let mut write = store.write(Action::FiguresWritten).unwrap();
    assert_eq!(write.figures().put(&old).unwrap(), None);
    assert_eq!(write.figures().put(&new).unwrap(), Some(old));
    assert_eq!(
        write
            .figures()
            .clear(&cell(ANA, CONTACTS, "2026-06"))
            .unwrap(),
        Some(new)
    );
    assert_eq!(
        write
            .figures()
            .clear(&cell(ANA, CONTACTS, "2026-06"))
            .unwrap(),
        None
    );
}

#[test]
fn a_cleared_figure_leaves_no_month_and_no_note() {
    let (_case, mut store) = Case::filled();
    let june = cell(ANA, CONTACTS, "2026-06");
    put(&mut store, &[figure(ANA, CONTACTS, "2026-06", 4)]);
    let mut write = store.write(Action::FiguresWritten).unwrap();
    write
        .figures()
        .write_note(&june, Some(&note("two on one day")))
        .unwrap();
    write.commit().unwrap();
    assert_eq!(
        store
            .read()
            .figures()
            .note(&june)
            .unwrap()
            .unwrap()
            .reveal(),
        "two on one day"
    );
    let mut write = store.write(Action::FiguresWritten).unwrap();
    write.figures().clear(&june).unwrap();
    write.commit().unwrap();
    let figures = store.read().figures();
    assert_eq!(figures.note(&june).unwrap(), None);
    assert_eq!(
        figures
            .rolls(&[ANA], &[CONTACTS], june.period, june.period)
            .unwrap(),
        []
    );
    assert_eq!(figures.latest_month().unwrap(), None);
    assert!(rolls_hold(&store));
}

#[test]
fn a_question_stays_until_it_is_confirmed_or_the_value_changes() {
    let (_case, mut store) = Case::filled();
    let june = period("2026-06");
    put(
        &mut store,
        &[
            figure(ANA, CONTACTS, "2026-06", 400),
            figure(BEN, CONTACTS, "2026-06", 300),
        ],
    );
    let mut write = store.write(Action::FiguresMarked).unwrap();
    write
        .figures()
        .ask(&cell(ANA, CONTACTS, "2026-06"))
        .unwrap();
    write
        .figures()
        .ask(&cell(BEN, CONTACTS, "2026-06"))
        .unwrap();
    write
        .figures()
        .ask(&cell(BEN, CONTACTS, "2026-06"))
        .unwrap();
    write.commit().unwrap();
    assert_eq!(store.read().figures().queries(june).unwrap().len(), 2);
    let mut write = store.write(Action::FiguresMarked).unwrap();
    write
        .figures()
        .confirm(&cell(ANA, CONTACTS, "2026-06"))
        .unwrap();
    write
        .figures()
        .put(&figure(BEN, CONTACTS, "2026-06", 30))
        .unwrap();
    write.commit().unwrap();
    assert_eq!(store.read().figures().queries(june).unwrap(), []);
}

#[test]
fn a_disputed_reading_makes_its_month_disputed() {
    let (_case, mut store) = Case::filled();
    put(
        &mut store,
        &[
            figure(ANA, CONTACTS, "2026-06-01", 4),
            figure(ANA, CONTACTS, "2026-06-02", 5),
        ],
    );
    let mut write = store.write(Action::FiguresMarked).unwrap();
    write
        .figures()
        .mark(&cell(ANA, CONTACTS, "2026-06-02"), FigureStatus::Disputed)
        .unwrap();
    let unknown = write
        .figures()
        .mark(&cell(ANA, CONTACTS, "2026-06-03"), FigureStatus::Ok);
    assert!(matches!(unknown, Err(StoreError::NotFound)));
    write.commit().unwrap();
    let june = period("2026-06");
    let rolls = store
        .read()
        .figures()
        .rolls(&[ANA], &[CONTACTS], june, june)
        .unwrap();
    assert_eq!(rolls[0].status, FigureStatus::Disputed);
    assert_eq!((rolls[0].amount.numerator, rolls[0].readings), (9, 2));
}

#[test]
fn series_grids_and_months_are_read_in_their_order() {
    let (_case, mut store) = Case::filled();
    let written = [
        figure(BEN, STARTS, "2026-05", 3),
        figure(ANA, CONTACTS, "2026-06", 2),
        figure(ANA, CONTACTS, "2026-05", 1),
        figure(ANA, CONTACTS, "2026-W20", 9),
        figure(BEN, CONTACTS, "2026-06", 4),
    ];
    put(&mut store, &written);
    let figures = store.read().figures();
    let may_to_june = figures
        .series(ANA, CONTACTS, day("2026-05-01"), day("2026-06-30"))
        .unwrap();
    assert_eq!(may_to_june, [written[2], written[3], written[1]]);
    assert_eq!(
        figures.grid(period("2026-06")).unwrap(),
        [written[1], written[4]]
    );
    assert_eq!(figures.of_adviser(BEN).unwrap(), [written[4], written[0]]);
    assert_eq!(figures.count().unwrap(), 5);
    assert_eq!(figures.earliest_month().unwrap(), Some(period("2026-05")));
    assert_eq!(figures.latest_month().unwrap(), Some(period("2026-06")));
    let rolls = figures
        .rolls(
            &[BEN, ANA, ANA],
            &[STARTS, CONTACTS],
            period("2026-05"),
            period("2026-06"),
        )
        .unwrap();
    let order: Vec<_> = rolls
        .iter()
        .map(|one| (one.adviser, one.kpi, one.month.to_string()))
        .collect();
    let month = |text: &str| text.to_owned();
    assert_eq!(
        order,
        [
            (ANA, CONTACTS, month("2026-05")),
            (ANA, CONTACTS, month("2026-06")),
            (BEN, CONTACTS, month("2026-06")),
            (BEN, STARTS, month("2026-05")),
        ]
    );
}

#[test]
fn a_figure_of_an_unknown_kpi_is_not_written() {
    let (_case, mut store) = Case::filled();
    let mut write = store.write(Action::FiguresWritten).unwrap();
    let unknown = write
        .figures()
        .put(&figure(ANA, domain::kpi::KpiId(77), "2026-06", 1));
    assert!(matches!(unknown, Err(StoreError::NotFound)));
}

#[test]
fn a_block_over_figures_with_old_values_and_questions_numbers_on_and_ends_the_questions() {
    let (_case, mut store) = Case::filled();
    let june = cell(ANA, CONTACTS, "2026-06");
    put(&mut store, &[figure(ANA, CONTACTS, "2026-06", 4)]);
    for number in [5, 6] {
        let mut write = store.write(Action::FiguresWritten).unwrap();
        let block = [
            figure(ANA, CONTACTS, "2026-06", number),
            figure(BEN, CONTACTS, "2026-06", number),
        ];
        write.figures().put_all(block).unwrap();
        write.figures().ask(&june).unwrap();
        write.commit().unwrap();
    }
    let mut write = store.write(Action::FiguresWritten).unwrap();
    let block = [figure(ANA, CONTACTS, "2026-06", 7)];
    assert_eq!(write.figures().put_all(block).unwrap().changed, 1);
    write.commit().unwrap();
    let figures = store.read().figures();
    let old = figures.versions(&june).unwrap();
    let old: Vec<i64> = old.iter().map(|one| one.amount.numerator).collect();
    assert_eq!(old, [6, 5, 4]);
    let ben = cell(BEN, CONTACTS, "2026-06");
    assert_eq!(figures.versions(&ben).unwrap().len(), 1);
    assert_eq!(figures.queries(june.period).unwrap(), []);
    assert!(rolls_hold(&store));
}
