//! Overview, scorecards and charts.

use super::kinds::{Command, Head, Needs::OpenVault, Plain, Saved, Seat::Main};
use app::releases::view::WriteScorecard;
use app::scorecard;
use app::scorecard::view::{
    AddPhase, LoadChart, LoadOverview, LoadScorecard, RemovePhase, SetBaseline,
};

pub(super) const COMMANDS: &[&dyn Command] = &[
    &Plain(
        Head("scorecard_overview", Main, OpenVault),
        |app, request: LoadOverview| scorecard::overview(app, request),
    ),
    &Plain(
        Head("scorecard_adviser", Main, OpenVault),
        |app, request: LoadScorecard| scorecard::adviser(app, request),
    ),
    &Plain(
        Head("scorecard_chart", Main, OpenVault),
        |app, request: LoadChart| scorecard::chart(app, request),
    ),
    &Plain(
        Head("scorecard_add_phase", Main, OpenVault),
        |app, request: AddPhase| scorecard::add_phase(app, request),
    ),
    &Plain(
        Head("scorecard_remove_phase", Main, OpenVault),
        |app, request: RemovePhase| scorecard::remove_phase(app, request),
    ),
    &Plain(
        Head("scorecard_set_baseline", Main, OpenVault),
        |app, request: SetBaseline| scorecard::set_baseline(app, request),
    ),
    &Saved(
        Head("scorecard_write", Main, OpenVault),
        |app, request: &WriteScorecard| scorecard::suggested_name(app, request),
        scorecard::write,
    ),
];
