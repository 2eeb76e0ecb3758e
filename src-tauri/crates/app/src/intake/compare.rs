//! What loading figures would do: the same walk along stored and new ones as the store's own load, without writing.

use super::gather::Packed;
use super::known::Standing;
use super::reading::{Numbers, Prepared};
use crate::error::AppError;
use domain::figure::{Figure, FigureStatus};
use domain::kpi::KpiId;
use domain::team::AdviserId;
use store::Read;
use store::figures::Loaded;

/// The first number that no vault reaches, for what is not in it yet.
const BEYOND_ADVISERS: u32 = 1 << 23;
const BEYOND_KPIS: u32 = 1 << 19;

/// Numbers for a dry run: those of the vault, and numbers beyond all of them for what is new.
pub(super) fn numbers(prepared: &Prepared) -> Numbers {
    let beyond =
        |base: u32, place: usize| base.saturating_add(u32::try_from(place).unwrap_or_default());
    let people = prepared.world.people.iter().enumerate();
    let kpis = prepared.world.kpis.iter().enumerate();
    Numbers {
        advisers: people
            .map(|(place, person)| match person.standing {
                Standing::Known => person.adviser.id,
                Standing::New | Standing::Unknown => AdviserId(beyond(BEYOND_ADVISERS, place)),
            })
            .collect(),
        kpis: kpis
            .map(|(place, kpi)| match kpi.standing {
                Standing::Known => kpi.id,
                Standing::New | Standing::Unknown => KpiId(beyond(BEYOND_KPIS, place)),
            })
            .collect(),
    }
}

/// Compares sorted figures with what is stored.
pub(super) fn compare(
    read: Read<'_>,
    sorted: &[Packed],
    loaded: &mut Loaded,
) -> Result<(), AppError> {
    for pair in sorted.chunk_by(|one, next| one.places() == next.places()) {
        let figures: Vec<Figure> = pair.iter().filter_map(|packed| packed.figure()).collect();
        let (Some(first), Some(last)) = (figures.first(), figures.last()) else {
            continue;
        };
        let is_new = first.adviser.0 >= BEYOND_ADVISERS || first.kpi.0 >= BEYOND_KPIS;
        let stored = if is_new {
            Vec::new()
        } else {
            read.figures().series(
                first.adviser,
                first.kpi,
                first.period.start(),
                last.period.start(),
            )?
        };
        compare_pair(&figures, &stored, loaded);
    }
    Ok(())
}

fn compare_pair(figures: &[Figure], stored: &[Figure], loaded: &mut Loaded) {
    let mut stored = stored.iter().peekable();
    for figure in figures {
        while stored
            .next_if(|known| known.period < figure.period)
            .is_some()
        {}
        match stored.next_if(|known| known.period == figure.period) {
            None => loaded.new += 1,
            Some(known) if is_same(known, figure) => loaded.same += 1,
            Some(_) => loaded.changed += 1,
        }
    }
}

/// The same numbers; a dispute or a correction is not overruled by importing the same again.
fn is_same(known: &Figure, new: &Figure) -> bool {
    let is_settled = matches!(
        known.status,
        FigureStatus::Disputed | FigureStatus::Corrected
    );
    known.amount == new.amount && (known.status == new.status || is_settled)
}
