//! The choices of a KPI as screens write them and as the domain knows them, both ways.

use crate::kpis::view::{BlockView, DirectionView, ExposureView, GrainView, KindView, LevelView};
use domain::kpi::{Block, Direction, ExposureKind, Kind};
use domain::period::Grain;
use domain::target::Level;

/// Writes both directions from one list.
macro_rules! both_ways {
    ($domain:ty, $view:ty { $($from:ident = $to:ident),+ $(,)? }) => {
        impl From<$domain> for $view {
            fn from(choice: $domain) -> Self {
                match choice { $(<$domain>::$from => Self::$to),+ }
            }
        }
        impl From<$view> for $domain {
            fn from(choice: $view) -> Self {
                match choice { $(<$view>::$to => Self::$from),+ }
            }
        }
    };
}

both_ways!(Kind, KindView {
    Proportion = Proportion, ScoreShare = ScoreShare, Count = Count, Rate = Rate, Value = Value,
});
both_ways!(Direction, DirectionView { Up = Up, Down = Down, Range = Range, Neutral = Neutral });
both_ways!(Block, BlockView {
    Leading = Leading, Lagging = Lagging, Quality = Quality, Context = Context,
});
both_ways!(Grain, GrainView { Day = Day, Week = Week, Month = Month, Quarter = Quarter });
both_ways!(ExposureKind, ExposureView {
    None = None, FteDays = FteDays, FteMonths = FteMonths, Caseload = Caseload, Contacts = Contacts,
});
both_ways!(Level, LevelView {
    Minimum = Minimum, Expected = Expected, Stretch = Stretch, Contract = Contract,
});
