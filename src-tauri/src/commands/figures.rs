//! The entry grid.

use super::kinds::{Command, Head, Needs::OpenVault, Plain, Seat::Main};
use app::figures;
use app::figures::view::{LoadGrid, MarkCell, WriteCells};

pub(super) const COMMANDS: &[&dyn Command] = &[
    &Plain(
        Head("figures_grid", Main, OpenVault),
        |app, request: LoadGrid| figures::grid(app, request),
    ),
    &Plain(
        Head("figures_write", Main, OpenVault),
        |app, request: WriteCells| figures::write(app, request),
    ),
    &Plain(
        Head("figures_mark", Main, OpenVault),
        |app, request: MarkCell| figures::mark(app, request),
    ),
];
