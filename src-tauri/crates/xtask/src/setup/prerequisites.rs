//! The two things a person installs themselves: rustup's cargo and Node. Cargo is there, or this
//! would not run; Node is asked for its version. Windows and macOS need their maker's compiler too.

use crate::process::{TaskError, first_line};

const NODE: (u32, u32) = (20, 19);

pub(super) fn check() -> Result<(), TaskError> {
    let version = first_line("node", "--version");
    if !version.as_deref().is_some_and(is_new_enough) {
        let found = version.map_or("has none".to_owned(), |version| format!("has {version}"));
        let (major, minor) = NODE;
        return Err(TaskError::new(format!(
            "Plumbline needs Node {major}.{minor} or newer; this machine {found}. \
             Install it, then run the command again."
        )));
    }
    if cfg!(target_os = "macos") && first_line("xcode-select", "-p").is_none() {
        return Err(TaskError::new(
            "Plumbline needs Apple's command line tools: run `xcode-select --install`, \
             then run the command again.",
        ));
    }
    if cfg!(windows) && first_line("perl", "-v").is_none() {
        return Err(TaskError::new(
            "Plumbline builds OpenSSL on Windows and needs Perl for it: install Strawberry Perl, \
             then run the command again.",
        ));
    }
    Ok(())
}

fn is_new_enough(version: &str) -> bool {
    let mut parts = version
        .trim_start_matches('v')
        .split('.')
        .map(|part| part.parse::<u32>().ok());
    let major = parts.next().flatten();
    let minor = parts.next().flatten();
    matches!((major, minor), (Some(major), Some(minor)) if (major, minor) >= NODE)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(version: &str, expected: bool) {
        assert_eq!(is_new_enough(version), expected, "{version}");
    }

    #[test]
    fn node_is_judged_by_major_then_minor() {
        check("v20.19.0", true);
        check("v20.18.3", false);
        check("v22.1.0", true);
        check("v18.20.4", false);
        check("nonsense", false);
    }
}
