//! The import wizard. Its progress is asked for, and its cancel pressed, while the app is busy with it.

use super::kinds::{
    Beside, Command, Dropped, Head, Needs::OpenVault, Picked, Plain, Saved, Seat::Main,
};
use crate::desk::Offer;
use app::intake;
use app::intake::view::{IntakeKindView, IntakeProgressView, ReadIntake};

pub(super) const COMMANDS: &[&dyn Command] = &[
    &Picked(
        Head("intake_choose_file", Main, OpenVault),
        Offer::Spreadsheet,
        intake::choose_file,
    ),
    &Dropped(
        Head("intake_take_dropped", Main, OpenVault),
        intake::choose_file,
    ),
    &Plain(
        Head("intake_plan", Main, OpenVault),
        |app, request: ReadIntake| intake::plan(app, request),
    ),
    &Plain(
        Head("intake_run", Main, OpenVault),
        |app, request: ReadIntake| intake::run(app, request),
    ),
    &Beside(Head("intake_progress", Main, OpenVault), |job| {
        IntakeProgressView {
            progress: job.progress(),
        }
    }),
    &Beside(
        Head("intake_cancel", Main, OpenVault),
        app::job::Job::cancel,
    ),
    &Plain(Head("intake_batches", Main, OpenVault), |app, ()| {
        intake::batches(app)
    }),
    &Plain(
        Head("intake_undo_batch", Main, OpenVault),
        |app, batch: u32| intake::undo_batch(app, batch),
    ),
    &Saved(
        Head("intake_save_rejects", Main, OpenVault),
        |app, request: &ReadIntake| intake::rejects_name(app, request),
        intake::save_rejects,
    ),
    &Saved(
        Head("intake_save_template", Main, OpenVault),
        |app, kind: &IntakeKindView| intake::template_name(app, *kind),
        intake::save_template,
    ),
];
