//! Tokens for paths chosen in the system's dialogs. A page gets 128 random bits and can send nothing else back,
//! so it can neither learn a path nor name one (security.md 2.7).

use crate::error::{AppError, ErrorCode};
use ring::rand::{SecureRandom, SystemRandom};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// Paths by their tokens, as long as the app runs.
#[derive(Debug, Default)]
pub(crate) struct Tokens(BTreeMap<String, PathBuf>);

impl Tokens {
    /// The token of a path; the same path keeps its token.
    pub(crate) fn make(&mut self, path: PathBuf) -> Result<String, AppError> {
        if let Some((token, _)) = self.0.iter().find(|(_, known)| **known == path) {
            return Ok(token.clone());
        }
        let token = make_token()?;
        self.0.insert(token.clone(), path);
        Ok(token)
    }

    /// The path of a token.
    pub(crate) fn find(&self, token: &str) -> Result<&Path, AppError> {
        let path = self.0.get(token).map(PathBuf::as_path);
        path.ok_or_else(|| AppError::said(ErrorCode::NotFound, "error-no-such-token", &[]))
    }
}

/// 128 random bits as 32 hexadecimal digits.
pub(crate) fn make_token() -> Result<String, AppError> {
    let mut bytes = [0; 16];
    SystemRandom::new()
        .fill(&mut bytes)
        .map_err(|_| AppError::said(ErrorCode::Unexpected, "error-machine", &[]))?;
    Ok(format!("{:032x}", u128::from_be_bytes(bytes)))
}

/// Six characters under which an unexpected error can be found in the log.
pub(crate) fn make_short_id() -> String {
    make_token()
        .ok()
        .and_then(|token| token.get(..6).map(str::to_owned))
        .unwrap_or_else(|| "000000".to_owned())
}

/// Whether a text has the form of [`make_short_id`].
pub(crate) fn is_short_id(text: &str) -> bool {
    let is_digit = |byte: u8| matches!(byte, b'0'..=b'9' | b'a'..=b'f');
    text.len() == 6 && text.bytes().all(is_digit)
}
