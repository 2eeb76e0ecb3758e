//! The store from outside its modules: written, closed, opened, read.

mod digest;
mod drafts;
mod erasure;
mod figures;
mod imports;
mod inventory;
mod journal;
mod kpis;
mod life;
mod phases;
mod releases;
mod rolls;
mod settings;
mod support;
mod take_back;
mod team;
mod totals;
mod undo;
