//! `cargo xtask run`: the app in front of a person, or the tour where there is no display.

use crate::{
    process::{TaskError, command, run as run_command},
    programs::Programs,
    screen::Screen,
    setup::{self, Need},
    workspace,
};

/// Builds and opens the app; `--tour` plays the tour even where there is a display.
pub(crate) fn run(arguments: &[String]) -> Result<(), TaskError> {
    let tour = !Screen::is_there_already() || arguments.iter().any(|word| word == "--tour");
    let needs: &[Need] = if tour {
        &[Need::Build, Need::Window]
    } else {
        &[Need::Build]
    };
    setup::prepare(needs)?;
    let root = workspace::root();
    println!("Building.");
    let programs = Programs::build(&root, &["--workspace"])?;
    if tour {
        return play_tour(&programs);
    }
    println!("Opening Plumbline.");
    run_command(command(programs.get("plumbline")?, &root).args(arguments))
}

/// The main job through the real window: create, import, scorecard, release.
fn play_tour(programs: &Programs) -> Result<(), TaskError> {
    let pictures = workspace::tour();
    if pictures.exists() {
        std::fs::remove_dir_all(&pictures)?;
    }
    std::fs::create_dir_all(&pictures)?;
    println!("No display here: playing the main job through the real window on a virtual one.");
    let screen = Screen::start()?;
    let mut tour = command(programs.get("tour")?, &workspace::root());
    programs.introduce(&mut tour);
    screen.show(&mut tour);
    tour.env("PLUMBLINE_TOUR", &pictures)
        .env("PLUMBLINE_DRIVER", setup::driver_path()?);
    run_command(&mut tour)?;
    println!("Pictures and files of the tour: {}", pictures.display());
    Ok(())
}
