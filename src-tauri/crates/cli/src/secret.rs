//! Secrets from the terminal without echo, or from the first line of a file or of standard input.

use std::fs::File;
use std::io::{BufRead, BufReader, IsTerminal, stdin};
use std::path::Path;
use zeroize::Zeroizing;

/// The longest line that is read as a secret.
const LONGEST: u64 = 4096;

/// Why a secret could not be had.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum SecretError {
    /// Nothing names it and nobody is at a terminal.
    Missing,
    /// The file or the terminal could not be read.
    Unreadable,
}

/// Reads the secret from where it is, or asks for it.
pub(crate) fn read(from: Option<&Path>, prompt: &str) -> Result<Zeroizing<String>, SecretError> {
    match from {
        Some(path) if path == Path::new("-") => first_line(stdin().lock()),
        Some(path) => {
            let file = File::open(path).map_err(|_| SecretError::Unreadable)?;
            first_line(BufReader::new(file))
        }
        None if stdin().is_terminal() => rpassword::prompt_password(prompt)
            .map(Zeroizing::new)
            .map_err(|_| SecretError::Unreadable),
        None => Err(SecretError::Missing),
    }
}

fn first_line(source: impl BufRead) -> Result<Zeroizing<String>, SecretError> {
    let mut line = Zeroizing::new(String::new());
    source
        .take(LONGEST)
        .read_line(&mut line)
        .map_err(|_| SecretError::Unreadable)?;
    let end = line.trim_end_matches(['\r', '\n']).len();
    line.truncate(end);
    if line.is_empty() {
        Err(SecretError::Missing)
    } else {
        Ok(line)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_secret_is_the_first_line_without_its_end() {
        assert_eq!(
            first_line("four plain words\r\nsecond\n".as_bytes())
                .unwrap()
                .as_str(),
            "four plain words"
        );
        assert_eq!(
            first_line("\n".as_bytes()).unwrap_err(),
            SecretError::Missing
        );
    }

    #[test]
    fn spaces_around_a_passphrase_are_part_of_it() {
        assert_eq!(
            first_line("  spaced out  \n".as_bytes()).unwrap().as_str(),
            "  spaced out  "
        );
    }
}
