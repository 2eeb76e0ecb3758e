//! Makes files for tests: archives byte by byte, so that every lie an archive can tell can be told, and workbooks
//! on top of them.

mod books;
mod zip;

pub(crate) use books::*;
pub(crate) use zip::*;
