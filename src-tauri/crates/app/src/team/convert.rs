//! Territories as screens write them and as the domain knows them.

use crate::team::view::TerritoryView;
use domain::calendar::Territory;

impl From<Territory> for TerritoryView {
    fn from(territory: Territory) -> Self {
        match territory {
            Territory::EnglandAndWales => Self::EnglandAndWales,
            Territory::Scotland => Self::Scotland,
            Territory::NorthernIreland => Self::NorthernIreland,
        }
    }
}

impl From<TerritoryView> for Territory {
    fn from(territory: TerritoryView) -> Self {
        match territory {
            TerritoryView::EnglandAndWales => Self::EnglandAndWales,
            TerritoryView::Scotland => Self::Scotland,
            TerritoryView::NorthernIreland => Self::NorthernIreland,
        }
    }
}
