//! What the page's language calls every request and answer. The types come from the views themselves, documented
//! as they are there; the file is written from the shell's command table and compared by a test.

use crate::error::AppError;
use std::any::TypeId;
use std::collections::BTreeMap;
use std::fmt::Write as _;
use ts_rs::{Config, TS, TypeVisitor};

/// A type the page's language can describe.
pub use ts_rs::TS as Described;

/// Request, answer and secrets of one command.
#[derive(Clone, Copy)]
pub struct Shape {
    request: fn(&mut Types) -> String,
    response: fn(&mut Types) -> String,
    secrets: &'static [&'static str],
}

impl Shape {
    /// The shape of a command that takes `Q` and answers `A`.
    pub const fn of<Q: TS + 'static, A: TS + 'static>(secrets: &'static [&'static str]) -> Self {
        Self {
            request: Types::name::<Q>,
            response: Types::name::<A>,
            secrets,
        }
    }
}

/// The types met so far, each once.
#[derive(Default)]
struct Types {
    config: Config,
    met: Vec<TypeId>,
    /// By name: the order in which a type names what it uses may differ from one build to the next.
    declared: BTreeMap<String, String>,
}

impl Types {
    fn name<T: TS + 'static + ?Sized>(&mut self) -> String {
        self.meet::<T>();
        T::name(&self.config)
    }

    fn meet<T: TS + 'static + ?Sized>(&mut self) {
        if self.met.contains(&TypeId::of::<T>()) {
            return;
        }
        self.met.push(TypeId::of::<T>());
        T::visit_dependencies(self);
        T::visit_generics(self);
        if T::output_path().is_some() {
            let docs = T::docs().unwrap_or_default();
            let declared = format!("{docs}export {}", T::decl(&self.config));
            // A type with a parameter is declared once, whatever it is used with.
            self.declared
                .insert(T::ident(&self.config), pretty(&declared));
        }
    }
}

impl TypeVisitor for Types {
    fn visit<T: TS + 'static + ?Sized>(&mut self) {
        self.meet::<T>();
    }
}

/// The whole file for a table of commands.
pub fn file<'a>(commands: impl IntoIterator<Item = (&'a str, Shape)>) -> String {
    let mut types = Types::default();
    // Any command may answer with it.
    types.meet::<AppError>();
    let mut table = String::new();
    for (name, shape) in commands {
        let request = (shape.request)(&mut types);
        let response = (shape.response)(&mut types);
        let secrets: Vec<String> = shape
            .secrets
            .iter()
            .map(|secret| format!("'{secret}'"))
            .collect();
        let secrets = secrets.join(", ");
        let line = format!(
            "\t{name}: {{ request: {request}; response: {response}; secrets: [{secrets}] }}"
        );
        let _written = writeln!(table, "{line}");
    }
    format!(
        "// This file was generated from the Rust views. Do not edit it.\n\n{}\n\
         /** Every command: what it takes, what it answers, and the secrets that travel beside it. */\n\
         export interface Commands {{\n{table}}}\n",
        types.declared.into_values().collect::<String>()
    )
}

/// One field or variant a line, one line of comment for each paragraph, single quotes and no semicolons, as the
/// rest of the page is written.
fn pretty(declared: &str) -> String {
    let mut text = String::new();
    let mut indent = 0_usize;
    let mut rest = declared;
    while let Some(letter) = rest.chars().next() {
        let (_, after) = rest.split_at(letter.len_utf8());
        if let Some(comment) = rest.strip_prefix("/**") {
            let (inside, after) = comment.split_once("*/").unwrap_or((comment, ""));
            let words: Vec<&str> = inside
                .split_whitespace()
                .filter(|word| *word != "*")
                .collect();
            let _written = write!(text, "/** {} */\n{}", words.join(" "), "\t".repeat(indent));
            rest = after.trim_start();
            continue;
        }
        match letter {
            '{' => {
                indent += 1;
                let _written = write!(text, "{{\n{}", "\t".repeat(indent));
                rest = after.trim_start();
                continue;
            }
            '}' => {
                indent = indent.saturating_sub(1);
                let kept = text.trim_end().trim_end_matches(',').len();
                text.truncate(kept);
                let _written = write!(text, "\n{}}}", "\t".repeat(indent));
            }
            ',' if indent > 0 && is_field_end(after) => {
                let _written = write!(text, "\n{}", "\t".repeat(indent));
                rest = after.trim_start();
                continue;
            }
            ';' => {}
            '"' => text.push('\''),
            other => text.push(other),
        }
        rest = after;
    }
    let text = text.trim_end();
    format!("{text}\n")
}

/// A comma ends a field when a name with its colon, a comment or the end follows; within `<A, B>` it does not.
fn is_field_end(after: &str) -> bool {
    let after = after.trim_start();
    let name: String = after
        .chars()
        .take_while(|letter| letter.is_alphanumeric() || *letter == '_')
        .collect();
    let follows = after.get(name.len()..).unwrap_or_default();
    after.starts_with("/**")
        || after.starts_with('}')
        || (!name.is_empty() && follows.starts_with(':'))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::view::{MarkView, NoticeView, StatusView};

    #[test]
    fn a_command_names_its_types_and_each_is_declared_once() {
        let text = file([
            ("a_note", Shape::of::<(), NoticeView>(&[])),
            (
                "a_mark",
                Shape::of::<Option<String>, MarkView<StatusView>>(&["passphrase"]),
            ),
        ]);
        assert_eq!(text.matches("export type StatusView =").count(), 1);
        assert!(text.contains("export type StatusView = 'better' | 'worse'"));
        assert!(text.contains("export type MarkView<T> = {\n\t/** Which mark. */\n\tmark: T\n"));
        assert!(text.contains("\ta_note: { request: null; response: NoticeView; secrets: [] }\n"));
        assert!(text.contains(
            "\ta_mark: { request: string | null; response: MarkView<StatusView>; secrets: ['passphrase'] }\n"
        ));
    }
}
