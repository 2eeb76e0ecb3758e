//! JSON files: the document as it is, in a fixed order of keys.

use crate::error::OutputError;
use serde::Serialize;

/// Any document as indented JSON with a final line break.
pub fn json(document: &impl Serialize) -> Result<Vec<u8>, OutputError> {
    let mut bytes = serde_json::to_vec_pretty(document).map_err(|_| OutputError::Text)?;
    bytes.push(b'\n');
    Ok(bytes)
}
