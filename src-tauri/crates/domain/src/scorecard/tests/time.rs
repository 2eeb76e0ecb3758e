use super::*;

const FARID: [i64; 17] = [9, 11, 8, 10, 7, 9, 12, 8, 9, 10, 8, 7, 9, 10, 8, 7, 7];

/// Figures of a rate with the time beside each, in thousandths.
fn over(first: &str, counts: &[i64], exposures: &[i64]) -> Vec<Figure> {
    let mut figures = figures(first, &all(counts), None);
    for (figure, exposure) in figures.iter_mut().zip(exposures.iter().cycle()) {
        figure.amount.exposure = Some(*exposure);
    }
    figures
}

fn rate() -> KpiDefinition {
    KpiDefinition {
        exposure: ExposureKind::FteDays,
        ..kpi(Kind::Rate, Grain::Week)
    }
}

#[test]
fn farids_conversations_in_four_days_every_week_are_read_as_weekly_counts() {
    let definitions = [rate()];
    let figures = over("2026-W32", &FARID, &[4000]);
    let baseline = HandBaseline {
        from: None,
        points: 12,
        reason: "before the plan was decided".to_owned(),
    };
    let reading = derive_reading(&CellFigures {
        baselines: std::slice::from_ref(&baseline),
        ..cell(&definitions, &figures, "2026-12-03")
    });
    assert_eq!(
        (reading.kind, reading.constant_exposure),
        (Kind::Count, Some(4.0))
    );
    assert_eq!(reading.chart, ChartType::XmR);
    let phase = reading.phase().unwrap().summary;
    assert!((phase.centre.unwrap() - 9.0).abs() < 1e-9);
    assert!((phase.spread.unwrap() - 24.0 / 11.0).abs() < 1e-9, "2.18");
    let (low, high) = reading.usual_range().unwrap();
    assert!((low - 3.2).abs() < 0.05 && (high - 14.8).abs() < 0.05);
}

#[test]
fn one_shorter_week_makes_it_a_rate_again() {
    let definitions = [rate()];
    let mut figures = over("2026-W32", &FARID, &[4000]);
    figures[4].amount.exposure = Some(3200);
    let reading = derive_reading(&cell(&definitions, &figures, "2026-12-03"));
    assert_eq!(
        (reading.kind, reading.constant_exposure),
        (Kind::Rate, None)
    );
    assert_eq!(reading.points[0].value, Some(2.25));
}

#[test]
fn a_target_a_day_becomes_a_target_a_week_of_ones_own_days() {
    let definitions = [rate()];
    let figures = over("2026-W32", &FARID, &[4000]);
    let target = target(2);
    let reading = derive_reading(&CellFigures {
        target: Some(&target),
        ..cell(&definitions, &figures, "2026-12-03")
    });
    assert_eq!(reading.target, Some(8.0));
}

#[test]
fn a_rate_over_something_else_than_time_stays_a_rate() {
    let definitions = [kpi(Kind::Rate, Grain::Month)];
    let figures = figures("2025-09", &all(&AMARA), Some(2));
    let reading = derive_reading(&cell(&definitions, &figures, "2026-12-03"));
    assert_eq!(reading.kind, Kind::Rate);
    assert_eq!(reading.points[0].value, Some(3.0));
}

#[test]
fn numbers_kept_from_a_rate_are_not_applied_to_counts() {
    let definitions = [rate()];
    let counts: Vec<i64> = FARID.into_iter().chain(FARID).collect();
    let figures = over("2026-W01", &counts, &[4000]);
    let kept = Frozen {
        chart: ChartType::XmR,
        centre: 2.25,
        spread: 0.5,
        median_n: 5.0,
        points: 24,
    };
    let phases = [PhaseStart {
        from: period("2026-W18"),
        reason: "new employer desk".to_owned(),
        frozen: Some(kept),
    }];
    let reading = derive_reading(&CellFigures {
        phases: &phases,
        ..cell(&definitions, &figures, "2026-12-03")
    });
    assert_eq!(reading.kind, Kind::Rate, "kept as it was learnt");
    assert_eq!(reading.phase().unwrap().summary.centre, Some(2.25));
}

#[test]
fn what_is_usual_depends_on_the_new_denominator_and_the_chart() {
    let definitions = [kpi(Kind::Count, Grain::Month)];
    let counts = figures("2025-09", &all(&AMARA), None);
    let reading = derive_reading(&cell(&definitions, &counts, "2026-12-03"));
    let one = |numerator, denominator| Amount {
        numerator,
        denominator,
        exposure: None,
    };
    let usual = usual_at(&reading, one(34, None)).unwrap();
    assert_eq!(usual.high, reading.phase().unwrap().summary.limits.upper);
    assert!(usual.is_outside(34.0) && !usual.is_outside(8.0));

    let definitions = [kpi(Kind::Proportion, Grain::Month)];
    let shares = figures("2025-09", &all(&AMARA), Some(10));
    let reading = derive_reading(&cell(&definitions, &shares, "2026-12-03"));
    let small = usual_at(&reading, one(2, Some(5))).unwrap();
    let large = usual_at(&reading, one(2, Some(100))).unwrap();
    assert!(small.low.is_none() && large.low.is_some_and(|low| low > 0.3));
    assert!(large.is_outside(0.02) && !small.is_outside(0.0));
    assert_eq!(usual_at(&reading, one(0, Some(0))), None);

    let few = figures("2026-06", &all(&AMARA[..5]), None);
    let reading = derive_reading(&cell(&definitions, &few, "2026-12-03"));
    assert_eq!(usual_at(&reading, one(99, None)), None);
}
