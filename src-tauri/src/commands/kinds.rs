//! The seven kinds of command: plain, with secrets, after picking a file or dropping one, before saving one, beside a
//! job that keeps the app busy, and for the shell alone. Each parses its request into a type that refuses unknown fields, calls one action of crate
//! app, and answers in JSON.

use crate::desk::{Desk, Offer};
use crate::payload::{Payload, Secrets};
use crate::state::Shared;
use app::App;
use app::bindings::Shape;
use app::error::AppError;
use app::job::Job;
use app::releases::view::FileWrittenView;
use serde::Serialize;
use serde::de::DeserializeOwned;
use std::path::{Path, PathBuf};

/// JSON, or what a person is told.
pub(crate) type Answer = Result<String, AppError>;

/// Which window may ask.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Seat {
    /// Only the small one before a vault is open.
    Unlock,
    /// Only the main one.
    Main,
    /// Either.
    Both,
}

/// What must be so before it runs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Needs {
    /// Nothing.
    Nothing,
    /// An open vault.
    OpenVault,
}

/// One question of the page on its way through.
pub(crate) struct Call<'a> {
    pub(crate) shared: &'a Shared,
    pub(crate) desk: &'a dyn Desk,
    pub(crate) payload: Payload,
}

/// A command of the table.
pub(crate) trait Command: Sync {
    fn name(&self) -> &'static str;
    fn seat(&self) -> Seat;
    fn needs(&self) -> Needs;
    #[cfg_attr(
        not(test),
        expect(
            dead_code,
            reason = "read where the page's types are written and compared"
        )
    )]
    fn shape(&self) -> Shape;
    fn run(&self, call: &mut Call<'_>) -> Answer;
}

/// Name, window and condition, which every command has.
#[derive(Clone, Copy)]
pub(crate) struct Head(pub(crate) &'static str, pub(crate) Seat, pub(crate) Needs);

macro_rules! head {
    () => {
        fn name(&self) -> &'static str {
            self.0.0
        }
        fn seat(&self) -> Seat {
            self.0.1
        }
        fn needs(&self) -> Needs {
            self.0.2
        }
    };
}

/// Asks the app.
pub(crate) struct Plain<Q, A>(
    pub(crate) Head,
    pub(crate) fn(&mut App, Q) -> Result<A, AppError>,
);

/// Asks the app, with secrets beside the request.
pub(crate) struct Secret<Q, A>(
    pub(crate) Head,
    pub(crate) &'static [&'static str],
    pub(crate) fn(&mut App, Q, &Secrets) -> Result<A, AppError>,
);

/// Asks the person for a file to read, or for a place; nothing when they cancel.
pub(crate) struct Picked<A>(
    pub(crate) Head,
    pub(crate) Offer,
    pub(crate) fn(&mut App, PathBuf) -> Result<A, AppError>,
);

/// Asks whether the person has dropped a file on the window; nothing while they have not.
pub(crate) struct Dropped<A>(
    pub(crate) Head,
    pub(crate) fn(&mut App, PathBuf) -> Result<A, AppError>,
);

/// Asks the person where to write, under a name the app suggests; nothing is written when they cancel.
pub(crate) struct Saved<Q>(
    pub(crate) Head,
    pub(crate) fn(&mut App, &Q) -> Result<String, AppError>,
    pub(crate) fn(&mut App, Q, &Path) -> Result<FileWrittenView, AppError>,
);

/// Asks the job under way, while the app itself is busy with it.
pub(crate) struct Beside<A>(pub(crate) Head, pub(crate) fn(&Job) -> A);

/// Tells the shell something about the page or the window; the app is not asked.
pub(crate) struct Noted(pub(crate) Head, pub(crate) fn(&Shared, &dyn Desk));

impl<Q: DeserializeOwned + Shown, A: Serialize + Shown> Command for Plain<Q, A> {
    head!();
    fn shape(&self) -> Shape {
        Shape::of::<Q, A>(&[])
    }
    fn run(&self, call: &mut Call<'_>) -> Answer {
        let request = call.payload.request()?;
        json(&call.shared.with(|app| self.1(app, request))?)
    }
}

impl<Q: DeserializeOwned + Shown, A: Serialize + Shown> Command for Secret<Q, A> {
    head!();
    fn shape(&self) -> Shape {
        Shape::of::<Q, A>(self.1)
    }
    fn run(&self, call: &mut Call<'_>) -> Answer {
        let request = call.payload.request()?;
        let secrets = call.payload.secrets(self.1.len())?;
        json(&call.shared.with(|app| self.2(app, request, &secrets))?)
    }
}

impl<A: Serialize + Shown> Command for Picked<A> {
    head!();
    fn shape(&self) -> Shape {
        Shape::of::<(), Option<A>>(&[])
    }
    fn run(&self, call: &mut Call<'_>) -> Answer {
        call.payload.request::<()>()?;
        match call.desk.pick(self.1) {
            Some(path) => json(&Some(call.shared.with(|app| self.2(app, path))?)),
            None => json(&None::<A>),
        }
    }
}

impl<A: Serialize + Shown> Command for Dropped<A> {
    head!();
    fn shape(&self) -> Shape {
        Shape::of::<(), Option<A>>(&[])
    }
    fn run(&self, call: &mut Call<'_>) -> Answer {
        call.payload.request::<()>()?;
        match call.shared.dropped_file() {
            Some(path) => json(&Some(call.shared.with(|app| self.1(app, path))?)),
            None => json(&None::<A>),
        }
    }
}

impl<Q: DeserializeOwned + Shown> Command for Saved<Q> {
    head!();
    fn shape(&self) -> Shape {
        Shape::of::<Q, FileWrittenView>(&[])
    }
    fn run(&self, call: &mut Call<'_>) -> Answer {
        let request = call.payload.request()?;
        let name = call.shared.with(|app| self.1(app, &request))?;
        match call.desk.save(&name) {
            Some(path) => json(&call.shared.with(|app| self.2(app, request, &path))?),
            None => json(&FileWrittenView::default()),
        }
    }
}

impl<A: Serialize + Shown> Command for Beside<A> {
    head!();
    fn shape(&self) -> Shape {
        Shape::of::<(), A>(&[])
    }
    fn run(&self, call: &mut Call<'_>) -> Answer {
        call.payload.request::<()>()?;
        json(&self.1(call.shared.job()))
    }
}

impl Command for Noted {
    head!();
    fn shape(&self) -> Shape {
        Shape::of::<(), ()>(&[])
    }
    fn run(&self, call: &mut Call<'_>) -> Answer {
        call.payload.request::<()>()?;
        self.1(call.shared, call.desk);
        json(&())
    }
}

/// What the page's language can describe.
pub(crate) trait Shown: app::bindings::Described + 'static {}
impl<T: app::bindings::Described + 'static> Shown for T {}

fn json(answer: &impl Serialize) -> Answer {
    serde_json::to_string(answer).map_err(|_| AppError::unexpected("answer_not_json"))
}
