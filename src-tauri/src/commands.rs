//! The one table of what the page may ask. Registration, the windows that may ask, what runs while the vault is
//! shut, and the page's own types all come from it.

mod figures;
mod intake;
mod kinds;
mod kpis;
mod privacy;
mod releases;
mod scorecard;
mod settings;
mod team;
mod vault;

pub(crate) use kinds::{Call, Command, Needs, Seat};

/// Every command, by capability.
pub(crate) fn all() -> impl Iterator<Item = &'static dyn Command> {
    let tables: [&[&dyn Command]; 9] = [
        vault::COMMANDS,
        settings::COMMANDS,
        team::COMMANDS,
        kpis::COMMANDS,
        figures::COMMANDS,
        intake::COMMANDS,
        scorecard::COMMANDS,
        releases::COMMANDS,
        privacy::COMMANDS,
    ];
    tables.into_iter().flatten().copied()
}

/// The command of a name.
pub(crate) fn find(name: &str) -> Option<&'static dyn Command> {
    all().find(|command| command.name() == name)
}
