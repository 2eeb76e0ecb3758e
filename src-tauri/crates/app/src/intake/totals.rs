//! What may be kept of rows that are past keeping when they arrive: the team's total of a KPI and month, if five
//! advisers or more stand behind it (rulings 36). It is offered and never taken by itself.
//!
//! Invariant: no total is made of a month of which single figures are in the vault or come in with the file
//! (rulings 35).

use super::known::Standing;
use super::world::World;
use crate::error::AppError;
use domain::figure::Amount;
use domain::kpi::KpiId;
use domain::period::{Grain, Period};
use domain::total::{self, LEAST_ADVISERS, Total};
use std::collections::{BTreeMap, HashSet};
use store::Read;

/// A KPI of the file, by its place, and a month.
type Spot = (u32, Period);

/// The sums of rows past keeping, as they come by.
#[derive(Debug, Default)]
pub(super) struct Totals {
    sums: BTreeMap<Spot, Sum>,
    /// Months in which a row comes in.
    taken: HashSet<Spot>,
}

#[derive(Debug)]
struct Sum {
    amount: Amount,
    advisers: HashSet<u32>,
}

/// A total on offer, with the place of its KPI in the file.
#[derive(Debug, Clone, Copy)]
pub(super) struct Offered {
    pub(super) place: usize,
    total: Total,
}

impl Totals {
    /// Takes an amount of a row past keeping.
    pub(super) fn add(&mut self, kpi: u32, period: Period, adviser: u32, amount: Amount) {
        self.sums
            .entry((kpi, period.month()))
            .and_modify(|sum| {
                sum.amount = total::add(sum.amount, amount);
                sum.advisers.insert(adviser);
            })
            .or_insert_with(|| Sum {
                amount,
                advisers: HashSet::from([adviser]),
            });
    }

    /// Notes that a figure of a month comes in.
    pub(super) fn take(&mut self, kpi: u32, period: Period) {
        self.taken.insert((kpi, period.month()));
    }

    /// The totals that may be kept, by KPI and month.
    pub(super) fn offer(
        &self,
        read: Read<'_>,
        world: &World,
        grain: Grain,
    ) -> Result<Vec<Offered>, AppError> {
        let mut offered = Vec::new();
        for (spot, sum) in &self.sums {
            let Some(one) = self.offered(world, *spot, sum, grain) else {
                continue;
            };
            let is_known = world
                .kpis
                .get(one.place)
                .is_some_and(|kpi| kpi.standing == Standing::Known);
            if !is_known || !read.totals().has_figures(one.total.kpi, one.total.month)? {
                offered.push(one);
            }
        }
        Ok(offered)
    }

    fn offered(
        &self,
        world: &World,
        (kpi, month): Spot,
        sum: &Sum,
        grain: Grain,
    ) -> Option<Offered> {
        let place = usize::try_from(kpi).ok()?;
        let measured = world.kpis.get(place)?;
        let advisers = u32::try_from(sum.advisers.len()).ok()?;
        let definition = measured.on(month.end())?;
        let may_be_kept = world.is_past(month) && total::kept_until(month) >= world.today?;
        let is_total = total::can_be_added(definition, grain)
            && total::is_whole(measured.kind(), sum.amount)
            && advisers >= LEAST_ADVISERS
            && !self.taken.contains(&(kpi, month));
        (may_be_kept && is_total).then_some(Offered {
            place,
            total: Total {
                kpi: measured.id,
                month,
                amount: sum.amount,
                advisers,
            },
        })
    }
}

impl Offered {
    /// The total under the numbers of the vault.
    pub(super) fn numbered(&self, kpis: &[KpiId]) -> Option<Total> {
        let kpi = *kpis.get(self.place)?;
        Some(Total { kpi, ..self.total })
    }
}
