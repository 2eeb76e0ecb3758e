//! A team too small for a profile is left out of the summary of the others, and decides nothing for them.

use super::*;
use domain::kpi::KpiId;
use domain::team::AdviserId;

const QUARTER: (&str, &str) = ("2026-09", "2026-11");

/// Half of forty in September, for each of these.
fn add_figures(change: &mut Write<'_>, advisers: &[AdviserId], status: FigureStatus) {
    for adviser in advisers {
        let figure = Figure {
            adviser: *adviser,
            kpi: KpiId(1),
            period: parse_period("2026-09").unwrap(),
            amount: Amount {
                numerator: 20,
                denominator: Some(40),
                exposure: None,
            },
            status,
        };
        change.figures().put(&figure).unwrap();
    }
}

/// Harbour with eight advisers, and Quay with three whose figures have this status.
fn two_teams(status: FigureStatus) -> Bench {
    let mut bench = team();
    let store = bench.app.store_mut().unwrap();
    let mut change = store.write(Action::FiguresWritten).unwrap();
    let quay = add_team(&mut change, "Quay");
    let new = ["Ida", "Jon", "Kim"].map(|alias| adviser(alias, quay));
    let advisers = change.team().add_advisers(&new).unwrap();
    add_figures(&mut change, &advisers, status);
    change.commit().unwrap();
    bench
}

fn cells(bench: &Bench) -> Vec<String> {
    let wanted = spec(ProfileView::Internal, QUARTER.0, QUARTER.1);
    let view = preview(&bench.app, wanted).unwrap();
    assert!(
        view.rows.iter().all(|row| row.team == "Harbour"),
        "{view:?}"
    );
    let cells = view.rows.iter().flat_map(|row| &row.cells);
    cells.map(|cell| cell.behind.clone()).collect()
}

#[test]
fn the_manager_reads_which_team_and_the_reader_only_that_there_is_one() {
    let mut bench = two_teams(FigureStatus::Ok);
    let wanted = spec(ProfileView::Internal, QUARTER.0, QUARTER.1);
    let view = preview(&bench.app, wanted).unwrap();
    assert_eq!(view.headline, "No figure is hidden");
    let left_out = view.left_out.unwrap();
    assert_eq!(
        left_out.message,
        "Quay is left out: fewer than 6 of its advisers have figures in these periods."
    );
    assert!(
        left_out
            .hint
            .unwrap()
            .starts_with("To summarise it, put it")
    );
    let path = bench.path("summary.csv");
    let wanted = request(QUARTER.0, QUARTER.1, FileFormatView::Csv);
    write(&mut bench.app, wanted, &path).unwrap();
    let text = std::fs::read_to_string(&path).unwrap();
    let report = std::fs::read_to_string(bench.path("summary.report.txt")).unwrap();
    assert!(text.contains("Harbour"), "{text}");
    assert!(
        !text.contains("Quay") && !report.contains("Quay"),
        "{report}"
    );
    let sentence = "Teams too small for these rules are not in this summary.";
    assert!(report.contains(sentence), "{report}");
    let again = bench.path("again.csv");
    let wanted = request(QUARTER.0, QUARTER.1, FileFormatView::Csv);
    write(&mut bench.app, wanted, &again).unwrap();
    let report = std::fs::read_to_string(bench.path("again.report.txt")).unwrap();
    assert!(report.contains(sentence), "the same when it goes out again");
}

#[test]
fn whoever_belongs_to_no_team_is_not_counted_to_the_one_that_is_left() {
    let mut bench = two_teams(FigureStatus::Ok);
    let before = cells(&bench);
    let store = bench.app.store_mut().unwrap();
    let mut change = store.write(Action::FiguresWritten).unwrap();
    let nobody = NewAdviser {
        assignments: Vec::new(),
        ..adviser("Lou", TeamId(1))
    };
    let advisers = change.team().add_advisers(&[nobody]).unwrap();
    add_figures(&mut change, &advisers, FigureStatus::Ok);
    change.commit().unwrap();
    assert_eq!(cells(&bench), before);
}

#[test]
fn a_figure_of_a_small_team_that_is_not_final_holds_nobody_else_up() {
    let settled = cells(&two_teams(FigureStatus::Ok));
    assert_eq!(cells(&two_teams(FigureStatus::Disputed)), settled);
}
