//! The app's own work, each step in a process of its own that prints one line of JSON: `bench step NAME ARGUMENTS`.

mod cards;
mod cost;
mod hand;
mod import;
mod library;
mod opening;

use crate::Fault;
use serde_json::Value;
use std::path::Path;

/// Runs the step of a name.
pub fn step(name: &str, arguments: &[String]) -> Result<Value, Fault> {
    let text = |at: usize| {
        arguments
            .get(at)
            .map(String::as_str)
            .ok_or_else(|| Fault::new(format!("the step {name} wants more arguments")))
    };
    let path = |at| text(at).map(Path::new);
    let number = |at| {
        text(at)?
            .parse::<usize>()
            .map_err(|_| Fault::new(format!("the step {name} wants a number")))
    };
    match name {
        "import" => import::import(path(0)?, path(1)?),
        "library" => library::import(path(0)?, path(1)?),
        "load" => import::load(path(0)?, path(1)?, path(2)?),
        "opening" => opening::opening(path(0)?, number(1)?),
        "fresh" => cards::fresh(path(0)?, number(1)?, number(2)?),
        "team" => cards::team(path(0)?, number(1)?),
        "one" => cards::one(path(0)?, number(1)?),
        "rows" => cost::rows(path(0)?, path(1)?, number(2)?),
        "edit" => hand::edit(path(0)?, number(1)?),
        "paste" => hand::paste(path(0)?, number(1)?),
        "derivation" => opening::derivation(path(0)?),
        _ => Err(Fault::new(format!("there is no step {name}"))),
    }
}
