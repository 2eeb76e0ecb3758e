//! What a step does, as a code that travels with it and words that name it. The code holds no person's words.

use words::{Arg, Words};

/// What a step does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum What {
    /// One figure typed.
    FigureTyped,
    /// Figures pasted as a block.
    FiguresPasted(u32),
    /// Figures cleared.
    FiguresCleared(u32),
    /// An unusual or early figure confirmed.
    FigureConfirmed,
    /// A figure disputed.
    FigureDisputed,
    /// A dispute settled.
    FigureSettled,
    /// An adviser added.
    AdviserAdded,
    /// An adviser amended.
    AdviserAmended,
    /// A team added or amended.
    TeamSaved,
    /// A KPI defined here.
    KpiAdded,
    /// A KPI given a new version or better words.
    KpiAmended,
    /// A KPI taken into use.
    KpiTaken,
    /// A KPI taken out of use.
    KpiLaidAside,
    /// A target set.
    TargetSet,
    /// A target ended.
    TargetEnded,
    /// A phase set by hand.
    PhaseSet,
    /// A phase set by hand removed.
    PhaseRemoved,
    /// A baseline set by hand.
    BaselineSet,
    /// A baseline set free.
    BaselineFreed,
    /// Settings changed.
    SettingsChanged,
    /// An import of so many figures or advisers.
    Imported(u32),
}

impl What {
    /// The code stored with the step: a name and a count.
    pub(super) fn code(self) -> String {
        let (name, count) = self.parts();
        format!("{name} {count}")
    }

    /// The step of a code; nothing for one that this version does not know.
    pub(super) fn parse(code: &str) -> Option<Self> {
        let (name, count) = code.split_once(' ')?;
        let count = count.parse().ok()?;
        Self::all(count)
            .into_iter()
            .find(|what| what.parts().0 == name)
    }

    /// In words: "12 figures pasted".
    pub(super) fn words(self, words: &Words) -> String {
        let (name, count) = self.parts();
        words.say(&format!("undo-{name}"), &[("count", Arg::from(count))])
    }

    /// The section of the app it concerns.
    pub(super) fn section(self) -> &'static str {
        match self {
            Self::FigureTyped
            | Self::FiguresPasted(_)
            | Self::FiguresCleared(_)
            | Self::FigureConfirmed
            | Self::FigureDisputed
            | Self::FigureSettled => "figures",
            Self::AdviserAdded | Self::AdviserAmended | Self::TeamSaved => "team",
            Self::KpiAdded
            | Self::KpiAmended
            | Self::KpiTaken
            | Self::KpiLaidAside
            | Self::TargetSet
            | Self::TargetEnded => "kpis",
            Self::PhaseSet | Self::PhaseRemoved | Self::BaselineSet | Self::BaselineFreed => {
                "chart"
            }
            Self::SettingsChanged => "settings",
            Self::Imported(_) => "intake",
        }
    }

    /// Whether it can be done again once it was undone. A person taken out is gone with their key, and a
    /// spreadsheet that was read is not kept.
    pub(super) fn is_redoable(self) -> bool {
        !matches!(self, Self::AdviserAdded | Self::Imported(_))
    }

    fn parts(self) -> (&'static str, u32) {
        match self {
            Self::FigureTyped => ("figure-typed", 1),
            Self::FiguresPasted(count) => ("figures-pasted", count),
            Self::FiguresCleared(count) => ("figures-cleared", count),
            Self::FigureConfirmed => ("figure-confirmed", 1),
            Self::FigureDisputed => ("figure-disputed", 1),
            Self::FigureSettled => ("figure-settled", 1),
            Self::AdviserAdded => ("adviser-added", 1),
            Self::AdviserAmended => ("adviser-amended", 1),
            Self::TeamSaved => ("team-saved", 1),
            Self::KpiAdded => ("kpi-added", 1),
            Self::KpiAmended => ("kpi-amended", 1),
            Self::KpiTaken => ("kpi-taken", 1),
            Self::KpiLaidAside => ("kpi-laid-aside", 1),
            Self::TargetSet => ("target-set", 1),
            Self::TargetEnded => ("target-ended", 1),
            Self::PhaseSet => ("phase-set", 1),
            Self::PhaseRemoved => ("phase-removed", 1),
            Self::BaselineSet => ("baseline-set", 1),
            Self::BaselineFreed => ("baseline-freed", 1),
            Self::SettingsChanged => ("settings-changed", 1),
            Self::Imported(count) => ("imported", count),
        }
    }

    /// Every kind of step with a count.
    pub(super) fn all(count: u32) -> [Self; 21] {
        [
            Self::FigureTyped,
            Self::FiguresPasted(count),
            Self::FiguresCleared(count),
            Self::FigureConfirmed,
            Self::FigureDisputed,
            Self::FigureSettled,
            Self::AdviserAdded,
            Self::AdviserAmended,
            Self::TeamSaved,
            Self::KpiAdded,
            Self::KpiAmended,
            Self::KpiTaken,
            Self::KpiLaidAside,
            Self::TargetSet,
            Self::TargetEnded,
            Self::PhaseSet,
            Self::PhaseRemoved,
            Self::BaselineSet,
            Self::BaselineFreed,
            Self::SettingsChanged,
            Self::Imported(count),
        ]
    }
}
