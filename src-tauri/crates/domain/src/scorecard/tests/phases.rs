use super::*;
use stats::phases::Frozen;

/// Twenty months around 5, then fifteen around 8.
fn two_levels() -> Vec<Figure> {
    let before = [4, 6, 5, 5, 4, 6, 5, 4, 6, 5, 5, 6, 9, 1, 9, 1, 9, 1, 9, 1];
    let after = [8, 9, 7, 8, 9, 8, 7, 9, 8, 8, 7, 9, 8, 7, 9];
    figures("2023-12", &all(&[&before[..], &after[..]].concat()), None)
}

fn start(from: &str, frozen: Option<Frozen>) -> PhaseStart {
    PhaseStart {
        from: period(from),
        reason: "a new desk".to_owned(),
        frozen,
    }
}

fn by_hand(from: Option<&str>) -> HandBaseline {
    HandBaseline {
        from: from.map(period),
        points: 12,
        reason: "before the desk moved".to_owned(),
    }
}

#[test]
fn a_phase_keeps_its_baseline_when_a_later_one_begins() {
    let (definitions, figures) = ([kpi(Kind::Count, Grain::Month)], two_levels());
    let first = [by_hand(None)];
    let alone = CellFigures {
        baselines: &first,
        month: Some(period("2025-07")),
        ..cell(&definitions, &figures, "2026-12-03")
    };
    let before = derive_reading(&alone).phases[0].summary.limits;
    let phases = [start("2025-08", None)];
    let both = [by_hand(None), by_hand(Some("2025-08"))];
    let with_second = CellFigures {
        phases: &phases,
        baselines: &both,
        month: None,
        ..alone
    };
    let reading = derive_reading(&with_second);
    let summaries = reading.phases.iter().map(|phase| phase.summary);
    let points: Vec<usize> = summaries.map(|one| one.baseline_points).collect();
    assert_eq!(points, [12, 12]);
    assert_eq!(reading.phases[0].summary.limits, before, "old limits stay");
    assert!(reading.is_baseline_by_hand);

    let only_second = [by_hand(Some("2025-08"))];
    let past = derive_reading(&CellFigures {
        baselines: &only_second,
        month: Some(period("2025-07")),
        ..with_second
    });
    assert!(
        !past.is_baseline_by_hand,
        "it says nothing of an earlier phase"
    );
    assert_eq!(past.phases[0].summary.baseline_points, 20);
}

#[test]
fn kept_numbers_judge_a_phase_whose_first_points_are_gone() {
    let (definitions, figures) = ([kpi(Kind::Count, Grain::Month)], two_levels());
    let frozen = Frozen {
        chart: ChartType::XmR,
        centre: 5.0,
        spread: 1.0,
        median_n: 1.0,
        points: 24,
    };
    let phases = [start("2022-01", Some(frozen))];
    let reading = derive_reading(&CellFigures {
        phases: &phases,
        ..cell(&definitions, &figures, "2026-12-03")
    });
    assert_eq!(
        reading.phases.len(),
        1,
        "no break is drawn where nothing is left before it"
    );
    assert_eq!(reading.usual_range(), Some((2.34, 7.66)));
    assert_eq!(reading.phases[0].summary.centre, Some(5.0));
}
