//! One change of a step: what stood before and what stands after. Numbers are the store's, which come back the
//! same because steps are taken back in the opposite order. The form is JSON, sealed by the store under the key
//! of the person it is about.

use crate::undo::forms::{
    AdviserForm, BaselineForm, DefinitionForm, PhaseForm, Stored, TargetForm, TeamForm,
};
use domain::team::AdviserId;
use serde::{Deserialize, Serialize};

/// What stood before, and what stands after; nothing where there was or is nothing.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Turn<T> {
    /// Before.
    pub before: Option<T>,
    /// After.
    pub after: Option<T>,
}

impl<T> Turn<T> {
    /// From nothing to something.
    pub fn added(after: T) -> Self {
        Self {
            before: None,
            after: Some(after),
        }
    }

    /// From one thing to another.
    pub fn changed(before: T, after: T) -> Self {
        Self {
            before: Some(before),
            after: Some(after),
        }
    }

    /// What is expected to stand, and what shall stand, in this direction.
    pub(super) fn facing(self, way: Way) -> (Option<T>, Option<T>) {
        match way {
            Way::Back => (self.after, self.before),
            Way::Again => (self.before, self.after),
        }
    }
}

/// Which way a step is turned.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Way {
    /// Undone.
    Back,
    /// Done again.
    Again,
}

/// One change.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum Change {
    /// A figure of the person the piece is about.
    Figure {
        /// The KPI's number.
        kpi: u32,
        /// The period's key.
        period: i64,
        /// The figure with its question and note.
        turn: Turn<Stored>,
    },
    /// The person themselves.
    Adviser {
        /// The subject number.
        id: u32,
        /// All that is kept of them.
        turn: Box<Turn<AdviserForm>>,
    },
    /// A programme.
    Programme {
        /// Its number.
        id: u32,
        /// Its name.
        turn: Turn<String>,
    },
    /// A team.
    Team {
        /// Its number.
        id: u32,
        /// All that is kept of it.
        turn: Turn<TeamForm>,
    },
    /// A KPI with its first version.
    Kpi {
        /// Its number.
        id: u32,
        /// Its definition.
        turn: Box<Turn<DefinitionForm>>,
    },
    /// The next version of a KPI.
    Version {
        /// The KPI's number.
        id: u32,
        /// Its definition.
        turn: Box<Turn<DefinitionForm>>,
    },
    /// The words of a KPI's newest version.
    Words {
        /// The KPI's number.
        id: u32,
        /// Its definition.
        turn: Box<Turn<DefinitionForm>>,
    },
    /// Whether a KPI is in use.
    Use {
        /// The KPI's number.
        id: u32,
        /// Before and after.
        turn: Turn<bool>,
    },
    /// A target.
    Target {
        /// Its number.
        id: u32,
        /// All it says.
        turn: Turn<TargetForm>,
    },
    /// A phase set by hand on a figure's line of the person the piece is about.
    Phase {
        /// The KPI's number.
        kpi: u32,
        /// The key of the period it starts at.
        from: i64,
        /// Reason and kept numbers.
        turn: Turn<PhaseForm>,
    },
    /// A baseline set by hand.
    Baseline {
        /// The KPI's number.
        kpi: u32,
        /// The key of the period its phase begins at; 0 for the first phase.
        #[serde(default)]
        from: i64,
        /// Points and reason.
        turn: Turn<BaselineForm>,
    },
    /// A setting.
    Setting {
        /// Its name.
        name: String,
        /// Its value.
        turn: Turn<String>,
    },
    /// An import, taken out whole.
    Batch {
        /// Its number.
        id: u32,
    },
}

/// A change and whom it is about.
#[derive(Debug, Clone, PartialEq)]
pub struct About {
    /// Whom it is about, whose key seals it.
    pub adviser: Option<AdviserId>,
    /// The change.
    pub change: Change,
}
