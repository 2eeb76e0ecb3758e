//! Phases and baselines set by hand.

use domain::scorecard::{ChartType, Frozen, HandBaseline};

use super::support::*;
use crate::phases::NewPhase;
use crate::*;

fn new(from: &str, reason: &str) -> NewPhase {
    NewPhase {
        adviser: ANA,
        kpi: CONTACTS,
        from: period(from),
        reason: note(reason),
    }
}

const FROZEN: Frozen = Frozen {
    chart: ChartType::PExact,
    centre: 0.1 + 0.2,
    spread: 0.0,
    median_n: 41.5,
    points: 24,
};

#[test]
fn phases_are_kept_in_order_with_reason_and_frozen_numbers() {
    let (case, mut store) = Case::filled();
    let mut write = store.write(Action::PhaseSet).unwrap();
    let later = write.phases().set(&new("2026-06", "new rota")).unwrap();
    let earlier = write.phases().set(&new("2025-03", "team split")).unwrap();
    let reworded = new("2026-06", "new rota, two shifts");
    assert_eq!(write.phases().set(&reworded).unwrap(), later);
    write.phases().freeze(earlier, &FROZEN).unwrap();
    write.commit().unwrap();
    let store = case.reopen(store);
    let set = store
        .read()
        .phases()
        .of(ANA, CONTACTS)
        .unwrap()
        .phases
        .into_iter();
    let seen: Vec<_> = set
        .map(|one| (one.id, one.start.reason, one.start.frozen))
        .collect();
    let expected = [
        (earlier, "team split".to_owned(), Some(FROZEN)),
        (later, "new rota, two shifts".to_owned(), None),
    ];
    assert_eq!(seen, expected);
}

#[test]
fn a_phase_taken_back_is_gone() {
    let (_case, mut store) = Case::filled();
    let mut write = store.write(Action::PhaseSet).unwrap();
    let phase = write.phases().set(&new("2026-06", "new rota")).unwrap();
    write.phases().remove(phase).unwrap();
    let gone = write.phases().remove(phase);
    assert!(matches!(gone, Err(StoreError::NotFound)));
    let gone = write.phases().freeze(phase, &FROZEN);
    assert!(matches!(gone, Err(StoreError::NotFound)));
    write.commit().unwrap();
    assert!(store.read().phases().list().unwrap().is_empty());
}

#[test]
fn a_baseline_is_set_changed_and_set_free() {
    let (case, mut store) = Case::filled();
    for (points, reason) in [(12, "before the move"), (13, "and the month of it")] {
        let mut write = store.write(Action::BaselineFrozen).unwrap();
        let baseline = HandBaseline {
            from: None,
            points,
            reason: reason.to_owned(),
        };
        write.phases().set_baseline(BEN, STARTS, &baseline).unwrap();
        write.commit().unwrap();
    }
    let mut store = case.reopen(store);
    let all = store.read().phases().list().unwrap();
    assert_eq!(all.keys().copied().collect::<Vec<_>>(), [(BEN, STARTS)]);
    let kept = all[&(BEN, STARTS)].baselines[0].clone();
    assert_eq!(
        (kept.points, kept.reason.as_str()),
        (13, "and the month of it")
    );
    let mut write = store.write(Action::BaselineFrozen).unwrap();
    write.phases().clear_baseline(BEN, STARTS, None).unwrap();
    write.commit().unwrap();
    assert!(store.read().phases().list().unwrap().is_empty());
}

#[test]
fn each_phase_has_its_own_baseline() {
    let (_case, mut store) = Case::filled();
    let june = domain::period::parse_period("2026-06").unwrap();
    let mut write = store.write(Action::BaselineFrozen).unwrap();
    for (from, points) in [(None, 12), (Some(june), 14)] {
        let reason = "before the move".to_owned();
        let baseline = HandBaseline {
            from,
            points,
            reason,
        };
        write.phases().set_baseline(BEN, STARTS, &baseline).unwrap();
    }
    write.phases().clear_baseline(BEN, STARTS, None).unwrap();
    write.commit().unwrap();
    let kept = store.read().phases().of(BEN, STARTS).unwrap().baselines;
    let kept: Vec<_> = kept.iter().map(|one| (one.from, one.points)).collect();
    assert_eq!(kept, [(Some(june), 14)]);
}
