//! What can go wrong while a file is made. None of it carries a cell's content.

/// Why a file was not made.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum OutputError {
    /// The page could not be set or did not pass the accessibility standard.
    #[error("the PDF could not be made")]
    Pdf,
    /// The workbook could not be made.
    #[error("the workbook could not be made")]
    Workbook,
    /// The text file could not be made.
    #[error("the text file could not be made")]
    Text,
    /// What was written does not say what was released.
    #[error("the finished file does not hold what was released")]
    ReadBack,
}
