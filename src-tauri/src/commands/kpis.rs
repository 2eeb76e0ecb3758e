//! KPIs and their targets.

use super::kinds::{Command, Head, Needs::OpenVault, Plain, Seat::Main};
use app::kpis;
use app::kpis::view::{EndTarget, SaveKpi, SetTarget, UseKpi};

pub(super) const COMMANDS: &[&dyn Command] = &[
    &Plain(Head("kpis_list", Main, OpenVault), |app, ()| {
        kpis::list(app)
    }),
    &Plain(
        Head("kpis_save", Main, OpenVault),
        |app, request: SaveKpi| kpis::save(app, request),
    ),
    &Plain(Head("kpis_use", Main, OpenVault), |app, request: UseKpi| {
        kpis::set_use(app, request)
    }),
    &Plain(
        Head("kpis_set_target", Main, OpenVault),
        |app, request: SetTarget| kpis::set_target(app, request),
    ),
    &Plain(
        Head("kpis_end_target", Main, OpenVault),
        |app, request: EndTarget| kpis::end_target(app, request),
    ),
];
