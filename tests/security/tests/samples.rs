//! A sample of each way of trying to break a vault; the full runs are `cargo xtask torture`.

use std::path::Path;

use security::{Kind, Report, Share, run};

/// Tries a few cases of one kind; all must end as they must.
fn sample(kind: Kind, most: usize) {
    let mut report = Report::default();
    let torture = Path::new(env!("CARGO_BIN_EXE_torture"));
    run(kind, &Share::sample(most), torture, &mut report);
    assert!(
        report.is_clean(),
        "{}\n{}",
        report.faults().join("\n"),
        report.table()
    );
    assert!(report.tries(kind) > 0, "nothing was tried");
}

#[test]
fn what_was_acknowledged_survives_a_kill_during_edits() {
    sample(Kind::KillEdits, 8);
}

#[test]
fn an_import_killed_halfway_is_in_whole_or_not_at_all() {
    sample(Kind::KillImport, 6);
}

#[test]
fn exactly_one_passphrase_opens_after_a_kill_during_the_change() {
    sample(Kind::KillPassphrase, 6);
}

#[test]
fn a_changed_header_byte_is_noticed_and_one_copy_is_enough() {
    sample(Kind::HeaderBytes, 40);
}

#[test]
fn a_changed_ring_byte_is_noticed_and_one_copy_is_enough() {
    sample(Kind::RingBytes, 24);
}

#[test]
fn a_changed_page_is_noticed() {
    sample(Kind::PageSpots, 24);
}

#[test]
fn a_cut_or_grown_file_is_noticed() {
    sample(Kind::Lengths, 20);
}

#[test]
fn swapped_pages_are_noticed() {
    sample(Kind::Swaps, 20);
}

#[test]
fn parts_of_an_earlier_state_are_noticed() {
    sample(Kind::Stale, 40);
}

#[test]
fn a_missing_cut_or_changed_write_ahead_file_is_noticed() {
    sample(Kind::WriteAhead, 24);
}

#[test]
fn a_hostile_header_is_refused_before_it_costs_anything() {
    sample(Kind::Hostile, 60);
}

#[test]
fn no_text_passphrase_or_code_is_left_in_any_file() {
    sample(Kind::Canaries, 6);
}
