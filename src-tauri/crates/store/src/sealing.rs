//! Sealing: names and free text go under the person's own key before they reach the tables, each bound to its
//! table, column and row, so that a sealed text moved elsewhere does not open there. Empty means "none".

use domain::team::AdviserId;
use vault::{SubjectKey, Vault};
use zeroize::Zeroizing;

use crate::error::{Damaged, StoreError};

/// Where a sealed text stands.
#[derive(Clone, Copy)]
pub(crate) struct Place<'row> {
    /// `table.column`, and what else tells its row apart.
    pub(crate) column: &'row str,
    /// The numbers of its row's key.
    pub(crate) row: &'row [i64],
}

impl Place<'_> {
    fn context(self) -> Vec<u8> {
        let mut context = self.column.as_bytes().to_vec();
        for number in self.row {
            context.push(0);
            context.extend_from_slice(&number.to_le_bytes());
        }
        context
    }
}

fn key(vault: &Vault, about: AdviserId) -> Result<SubjectKey<'_>, StoreError> {
    vault
        .subject_key(about.0)
        .ok_or(StoreError::Damaged(Damaged::Sealed))
}

/// Seals bytes for a place.
pub(crate) fn seal_bytes(
    vault: &Vault,
    about: AdviserId,
    place: Place<'_>,
    bytes: &[u8],
) -> Result<Vec<u8>, StoreError> {
    Ok(key(vault, about)?.seal(&place.context(), bytes)?)
}

/// Seals a text for a place, or gives the empty form of "none".
pub(crate) fn seal(
    vault: &Vault,
    about: AdviserId,
    place: Place<'_>,
    text: Option<&str>,
) -> Result<Vec<u8>, StoreError> {
    text.map_or_else(
        || Ok(Vec::new()),
        |text| seal_bytes(vault, about, place, text.as_bytes()),
    )
}

/// Opens bytes sealed for this place.
pub(crate) fn open_bytes(
    vault: &Vault,
    about: AdviserId,
    place: Place<'_>,
    sealed: &[u8],
) -> Result<Zeroizing<Vec<u8>>, StoreError> {
    let opened = key(vault, about)?.open(&place.context(), sealed);
    opened.map_err(|_| Damaged::Sealed.into())
}

/// Opens a text sealed for this place; nothing when there is none.
pub(crate) fn open(
    vault: &Vault,
    about: AdviserId,
    place: Place<'_>,
    sealed: &[u8],
) -> Result<Option<Zeroizing<String>>, StoreError> {
    if sealed.is_empty() {
        return Ok(None);
    }
    let bytes = open_bytes(vault, about, place, sealed)?;
    let text = std::str::from_utf8(&bytes).map_err(|_| Damaged::Sealed)?;
    Ok(Some(Zeroizing::new(text.to_owned())))
}
