//! What tests of more than one module share: files made by hand, and the set of hostile ones.

pub(crate) mod forge;
mod hostile;
mod stalled;
