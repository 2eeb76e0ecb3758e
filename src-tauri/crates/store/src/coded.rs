//! Closed choices as small numbers. The numbers are part of the file format: they are never re-used or moved.

use domain::calendar::Territory;
use domain::figure::FigureStatus;
use domain::kpi::{Block, Direction, ExposureKind, Kind, Roll};
use domain::period::Grain;
use domain::scorecard::ChartType;
use domain::target::Level;

use crate::error::{Damaged, StoreError};

/// A choice with its number in the file.
pub(crate) trait Coded: Sized {
    /// Its number.
    fn code(self) -> i64;
    /// The choice of a number, if there is one.
    fn find(code: i64) -> Option<Self>;

    /// The choice of a stored number.
    fn parse(code: i64) -> Result<Self, StoreError> {
        Self::find(code).ok_or(StoreError::Damaged(Damaged::Value))
    }
}

/// Writes both directions from one list.
macro_rules! coded {
    ($name:ty { $($variant:ident = $code:literal),+ $(,)? }) => {
        impl $crate::coded::Coded for $name {
            fn code(self) -> i64 {
                match self { $(Self::$variant => $code),+ }
            }
            fn find(code: i64) -> Option<Self> {
                match code { $($code => Some(Self::$variant),)+ _ => None }
            }
        }
    };
}
pub(crate) use coded;

coded!(Territory { EnglandAndWales = 0, Scotland = 1, NorthernIreland = 2 });
coded!(FigureStatus { Ok = 0, Provisional = 1, Disputed = 2, Corrected = 3 });
coded!(Kind { Proportion = 0, ScoreShare = 1, Count = 2, Rate = 3, Value = 4 });
coded!(Direction { Up = 0, Down = 1, Range = 2, Neutral = 3 });
coded!(Block { Leading = 0, Lagging = 1, Quality = 2, Context = 3 });
coded!(Roll { Sum = 0, Last = 1, MeanWeighted = 2, None = 3 });
coded!(ExposureKind { None = 0, FteDays = 1, FteMonths = 2, Caseload = 3, Contacts = 4 });
coded!(Grain { Day = 0, Week = 1, Month = 2, Quarter = 3 });
coded!(Level { Minimum = 0, Expected = 1, Stretch = 2, Contract = 3 });
// 0 stands for a phase that is not frozen.
coded!(ChartType {
    NotEnough = 1, LongerPeriodOrG = 2, LongerPeriodOrT = 3, PExact = 4, PPrime = 5,
    CExact = 6, UExact = 7, UPrime = 8, XmR = 9,
});
