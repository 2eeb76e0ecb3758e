//! The open file: a store that reads freely and writes only through journalled transactions.

mod create;
mod read;
mod secrets;
mod store;
mod write;

pub use create::NewStore;
pub use read::Read;
pub use store::{Clock, OpenedStore, Store};
pub use write::Write;
