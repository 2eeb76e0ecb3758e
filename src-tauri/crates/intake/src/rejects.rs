//! The rejects file: rows turned away, in the input's own layout, with the reason. Refused columns are blank, and
//! any cell a detector matches is masked (rulings 38).

use crate::progress::Run;
use crate::refusal::{FileRefusal, IntakeError};
use crate::rows::RejectedRow;
use crate::source::Source;
use crate::survey::Survey;
use std::io::Write;

/// Writes the rows turned away as CSV, in the layout of the file, with a last column `reason`.
pub fn write_rejects(
    _source: &mut Source,
    _survey: &Survey,
    _rejected: &[RejectedRow],
    _out: &mut dyn Write,
    _run: &mut Run<'_>,
) -> Result<(), IntakeError> {
    Err(FileRefusal::NotThisType.into())
}
