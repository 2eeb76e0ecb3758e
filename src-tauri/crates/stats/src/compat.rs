//! Charts as other tools draw them, for people who must reproduce a published chart: the classic
//! three-sigma family with run analysis (as qicharts2 0.8.1) and the XmR of NHSRplotthedots 0.2.2.
//! The app's own charts are in [`crate::chart`].

pub mod classic;
mod classic_lines;
pub mod nhsr;
pub mod subgroups;
