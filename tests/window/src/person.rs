//! A person in front of the real window: finds things by role and name, presses, types, reads. Each thing done
//! with hand or key counts as one action, so that "in twenty actions" can be a test.

use crate::machine::{Machine, app};
use crate::script;
use serde_json::{Value, json};
use std::cell::Cell;
use std::path::Path;
use std::sync::Arc;
use thirtyfour::error::WebDriverErrorInner;
use thirtyfour::prelude::*;
use thirtyfour::session::handle::SessionHandle;
use tokio::runtime::Runtime;

/// How long a person waits for something to appear, in milliseconds of the page's own clock, and how often they
/// look again when a window has gone meanwhile.
const PATIENCE: u32 = 4_000;
const LOOKS: u32 = 6;
/// How long the focus may be nowhere before it is looked for again.
const MOMENT: std::time::Duration = std::time::Duration::from_millis(250);

/// Somebody using the app.
pub struct Person {
    runtime: Runtime,
    driver: Option<WebDriver>,
    /// The computer in front of them.
    pub machine: Machine,
    actions: Cell<u32>,
}

impl Person {
    /// Sits down at a fresh computer and opens the app.
    ///
    /// # Errors
    /// When the driver or the app cannot be started.
    pub fn sits_down() -> WebDriverResult<Self> {
        Self::sits_down_at(Machine::fresh())
    }

    /// Opens the app on a computer that is there already.
    ///
    /// # Errors
    /// When the driver or the app cannot be started.
    pub fn sits_down_at(mut machine: Machine) -> WebDriverResult<Self> {
        let runtime = tokio::runtime::Builder::new_current_thread()
            .enable_all()
            .build()
            .unwrap();
        let address = machine.starts_driver();
        let mut wanted = Capabilities::new();
        wanted.set("tauri:options", json!({ "application": app() }))?;
        let driver = runtime.block_on(connect(&address, wanted))?;
        runtime.block_on(driver.set_script_timeout(std::time::Duration::from_mins(1)))?;
        Ok(Self {
            runtime,
            driver: Some(driver),
            machine,
            actions: Cell::new(0),
        })
    }

    /// Closes the app, keeps the computer.
    pub fn stands_up(mut self) -> Machine {
        self.leave();
        std::mem::replace(&mut self.machine, Machine::fresh())
    }

    fn leave(&mut self) {
        if let Some(driver) = self.driver.take() {
            drop(self.runtime.block_on(driver.quit()));
        }
    }

    /// Things done so far.
    pub fn actions(&self) -> u32 {
        self.actions.get()
    }

    fn acted(&self) {
        self.actions.set(self.actions.get() + 1);
    }

    fn session(&self) -> &Arc<SessionHandle> {
        self.driver
            .as_ref()
            .expect("the person sits at the computer")
            .handle()
    }

    /// Runs a script in the page that is there now, also when the window before has just gone.
    pub fn asks(&self, script: &str, arguments: &[Value]) -> Value {
        for _ in 0..LOOKS {
            let asked = self.runtime.block_on(async {
                self.session()
                    .execute(script, arguments.to_vec())
                    .await
                    .map(|answer| answer.json().clone())
            });
            match asked {
                Ok(answer) => return answer,
                Err(_) => self.turns_to_the_window(),
            }
        }
        panic!("no window answers");
    }

    /// Runs a script that answers later.
    pub fn waits_for(&self, script: &str, arguments: &[Value]) -> Option<Value> {
        for _ in 0..LOOKS {
            let asked = self.runtime.block_on(async {
                self.session()
                    .execute_async(script, arguments.to_vec())
                    .await
                    .map(|answer| answer.json().clone())
            });
            match asked {
                Ok(Value::Null | Value::Bool(false)) | Err(_) => self.turns_to_the_window(),
                Ok(answer) => return Some(answer),
            }
        }
        None
    }

    fn turns_to_the_window(&self) {
        let turned = self.runtime.block_on(async {
            let windows = self.session().windows().await?;
            match windows.last() {
                Some(window) => self.session().switch_to_window(window.clone()).await,
                None => Ok(()),
            }
        });
        drop(turned);
    }

    fn finds(&self, role: &str, name: &str) -> WebElement {
        for _ in 0..LOOKS {
            let arguments = vec![json!(role), json!(name), json!(PATIENCE)];
            let found = self.runtime.block_on(async {
                self.session()
                    .execute_async(script::FIND, arguments)
                    .await
                    .and_then(ScriptRet::element)
            });
            match found {
                Ok(element) => return element,
                Err(_) => self.turns_to_the_window(),
            }
        }
        panic!("no {role} called “{name}”; the page says: {}", self.reads());
    }

    /// An act may close the very window it was done in, before the driver has said that it is done.
    fn does(&self, work: impl Future<Output = WebDriverResult<()>>) {
        self.acted();
        if let Err(error) = self.runtime.block_on(work) {
            let closed = matches!(error.as_inner(), WebDriverErrorInner::NoSuchWindow(_));
            assert!(closed, "{error}");
        }
    }

    /// Presses a button.
    pub fn press(&self, name: &str) {
        let found = self.finds("button", name);
        self.does(found.click());
    }

    /// Follows a link.
    pub fn follows(&self, name: &str) {
        let found = self.finds("link", name);
        self.does(found.click());
    }

    /// Chooses one of several: a radio button, a tick, an option, a menu item.
    pub fn chooses(&self, name: &str) {
        let found = self.finds("choice", name);
        self.acted();
        let clicked = self.runtime.block_on(async {
            self.session()
                .execute("arguments[0].click()", vec![found.to_json()?])
                .await
        });
        drop(clicked.unwrap());
    }

    /// Chooses a line of a select field.
    pub fn selects(&self, field: &str, line: &str) {
        let found = self.finds("field", field);
        self.acted();
        let script = "const [field, line] = arguments
            const option = [...field.options].find((one) => one.textContent.trim().startsWith(line))
            field.value = option.value
            field.dispatchEvent(new Event('change', { bubbles: true }))";
        let done = self.runtime.block_on(async {
            self.session()
                .execute(script, vec![found.to_json()?, json!(line)])
                .await
        });
        drop(done.unwrap());
    }

    /// Types into a field, after what is there.
    pub fn types(&self, field: &str, text: &str) {
        let found = self.finds("field", field);
        self.does(found.send_keys(text));
    }

    /// Types into a field instead of what is there.
    pub fn retypes(&self, field: &str, text: &str) {
        let found = self.finds("field", field);
        self.does(async {
            found.clear().await?;
            found.send_keys(text).await
        });
    }

    /// Presses keys where the focus is, such as `Key::Control + "l"`.
    pub fn keys(&self, keys: impl Into<TypingData>) {
        let keys = keys.into();
        self.does(async {
            let active = self.focused().await?;
            active.send_keys(keys).await
        });
    }

    /// Where the focus is. While a page is being drawn it may be nowhere for a moment, which the driver calls an error.
    async fn focused(&self) -> WebDriverResult<WebElement> {
        for _ in 1..LOOKS {
            match self.session().active_element().await {
                Err(error) if matches!(error.as_inner(), WebDriverErrorInner::UnknownError(_)) => {
                    std::thread::sleep(MOMENT);
                }
                found => return found,
            }
        }
        self.session().active_element().await
    }

    /// Waits until the page says something.
    ///
    /// # Panics
    /// When it does not.
    pub fn sees(&self, text: &str) {
        let seen = self.waits_for(script::SEES, &[json!(text), json!(PATIENCE)]);
        assert!(
            seen.is_some(),
            "the page does not say “{text}”; it says: {}",
            self.reads()
        );
    }

    /// Waits until a heading stands there.
    pub fn sees_heading(&self, name: &str) {
        drop(self.finds("heading", name));
    }

    /// Types into every field that takes text, after what is there. They are looked for again each time, since
    /// typing into one may draw the others anew.
    ///
    /// # Panics
    /// When there is none.
    pub fn types_everywhere(&self, text: &str) {
        let mut typed = 0;
        while let Some(field) = self.field_that_takes_text(typed) {
            self.does(field.send_keys(text));
            typed += 1;
        }
        assert!(typed > 0, "no field takes text here: {}", self.reads());
    }

    fn field_that_takes_text(&self, place: usize) -> Option<WebElement> {
        let found = self.runtime.block_on(async {
            let arguments = vec![json!(PATIENCE)];
            let found = self.session().execute_async(script::FIELDS, arguments);
            found.await?.elements()
        });
        found.unwrap().into_iter().nth(place)
    }

    /// Goes to a place by its address, as the palette would.
    pub fn goes_to(&self, address: &str) {
        self.asks(
            "location.hash = arguments[0]; return true",
            &[json!(address)],
        );
    }

    /// What stands in a field.
    pub fn value_of(&self, field: &str) -> String {
        let found = self.finds("field", field);
        self.runtime
            .block_on(found.prop("value"))
            .unwrap()
            .unwrap_or_default()
    }

    /// All the page says.
    pub fn reads(&self) -> String {
        self.asks(script::TEXT, &[])
            .as_str()
            .unwrap_or_default()
            .to_owned()
    }

    /// Takes a picture of the page, once what it last changed has been drawn.
    pub fn takes_picture(&self, path: &Path) {
        drop(self.waits_for(script::DRAWN, &[]));
        let taken = self.runtime.block_on(self.session().screenshot(path));
        taken.unwrap();
    }
}

impl Drop for Person {
    fn drop(&mut self) {
        self.leave();
    }
}

/// The driver needs a moment before it listens; the moment is its own, so it is asked until it answers.
async fn connect(address: &str, wanted: Capabilities) -> WebDriverResult<WebDriver> {
    for _ in 0..100 {
        match WebDriver::new(address, wanted.clone()).await {
            Ok(driver) => return Ok(driver),
            Err(_) => tokio::time::sleep(std::time::Duration::from_millis(50)).await,
        }
    }
    WebDriver::new(address, wanted).await
}
