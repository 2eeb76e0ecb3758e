//! Put in, marked, taken out.

use super::*;
use crate::figures;
use crate::figures::view::{CellText, WriteCells};
use crate::kpis::view::GrainView;

fn digest(bench: &Bench) -> String {
    bench.app.store().unwrap().read().digest().unwrap()
}

#[test]
fn the_same_team_is_made_every_time_and_everywhere() {
    let (one, other) = (filled(), filled());
    assert_eq!(digest(&one), digest(&other));
    insta::assert_snapshot!(digest(&one));
}

#[test]
fn it_is_marked_and_goes_without_a_trace() {
    let mut bench = Bench::open();
    let empty = digest(&bench);
    assert!(!is_present(bench.app.store().unwrap().read()).unwrap());
    let mut write = bench
        .app
        .store_mut()
        .unwrap()
        .write(Action::SampleAdded)
        .unwrap();
    fill(&mut write).unwrap();
    write.commit().unwrap();
    let read = bench.app.store().unwrap().read();
    assert!(is_present(read).unwrap());
    assert_eq!(
        read.batches().list().unwrap()[0].what.kind,
        store::batches::BatchKind::Sample
    );
    assert_eq!(read.figures().check_rolls().unwrap().wrong, 0);
    let mut write = bench
        .app
        .store_mut()
        .unwrap()
        .write(Action::SampleRemoved)
        .unwrap();
    remove(&mut write).unwrap();
    write.commit().unwrap();
    assert!(!is_present(bench.app.store().unwrap().read()).unwrap());
    assert_eq!(digest(&bench), empty);
}

#[test]
fn what_was_entered_besides_stays() {
    let mut bench = filled();
    let roster = crate::team::list(&bench.app).unwrap();
    let amara = roster
        .advisers
        .iter()
        .find(|one| one.alias == "Amara")
        .unwrap()
        .id
        .clone();
    let cell = CellText {
        adviser: amara,
        kpi: "K13".to_owned(),
        numerator: "5".to_owned(),
        denominator: String::new(),
    };
    let request = WriteCells {
        grain: GrainView::Week,
        period: "2026-W49".to_owned(),
        cells: vec![cell],
    };
    assert_eq!(figures::write(&mut bench.app, request).unwrap().refused, []);
    let mut write = bench
        .app
        .store_mut()
        .unwrap()
        .write(Action::SampleRemoved)
        .unwrap();
    remove(&mut write).unwrap();
    write.commit().unwrap();
    let roster = crate::team::list(&bench.app).unwrap();
    let aliases: Vec<&str> = roster
        .advisers
        .iter()
        .map(|one| one.alias.as_str())
        .collect();
    assert_eq!(aliases, ["Amara"], "with one figure of hers");
    assert_eq!(
        bench.app.store().unwrap().read().figures().count().unwrap(),
        1
    );
}
