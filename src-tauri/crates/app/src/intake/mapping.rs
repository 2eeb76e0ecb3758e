//! Mappings remembered in the vault: how a file was read, under a digest of the shape of its headings.

use crate::error::AppError;
use crate::intake::view::{DateOrderView, IntakeKindView, KnownKpi, MeaningView};
use crate::kpis::view::GrainView;
use domain::period::Grain;
use intake::{DateOrder, IntakeKind, Mapping, Meaning};
use ring::digest::{SHA256, digest};
use serde::{Deserialize, Serialize};
use store::{Read, Write};

/// The form in the vault.
#[derive(Debug, Serialize, Deserialize)]
struct Remembered {
    kind: IntakeKindView,
    meanings: Vec<MeaningView>,
    left_out: Vec<usize>,
    date_order: Option<DateOrderView>,
    #[serde(default)]
    grain: Option<GrainView>,
    #[serde(default)]
    known_kpis: Vec<KnownKpi>,
}

/// What was decided for an earlier file of this shape.
pub(super) fn recall(
    read: Read<'_>,
    shape: &str,
) -> Result<Option<(Mapping, Vec<KnownKpi>)>, AppError> {
    let Some(stored) = read.batches().mapping(&digest_of(shape))? else {
        return Ok(None);
    };
    // A form that this version does not know is as good as none.
    let remembered: Option<Remembered> = serde_json::from_slice(&stored).ok();
    Ok(remembered.map(|remembered| {
        let mapping = Mapping {
            shape: shape.to_owned(),
            kind: IntakeKind::from(remembered.kind),
            meanings: remembered.meanings.into_iter().map(Meaning::from).collect(),
            left_out: remembered.left_out,
            date_order: remembered.date_order.map(DateOrder::from),
            grain: remembered.grain.map(Grain::from),
        };
        (mapping, remembered.known_kpis)
    }))
}

/// Remembers how a file was read.
pub(super) fn remember(
    write: &mut Write<'_>,
    mapping: &Mapping,
    known_kpis: Vec<KnownKpi>,
) -> Result<(), AppError> {
    let remembered = Remembered {
        kind: mapping.kind.into(),
        meanings: mapping
            .meanings
            .iter()
            .cloned()
            .map(MeaningView::from)
            .collect(),
        left_out: mapping.left_out.clone(),
        date_order: mapping.date_order.map(DateOrderView::from),
        grain: mapping.grain.map(GrainView::from),
        known_kpis,
    };
    let form = serde_json::to_vec(&remembered).map_err(|_| AppError::unexpected("mapping_form"))?;
    Ok(write
        .batches()
        .remember_mapping(&digest_of(&mapping.shape), &form)?)
}

fn digest_of(shape: &str) -> [u8; 32] {
    let mut bytes = [0; 32];
    for (byte, of) in bytes
        .iter_mut()
        .zip(digest(&SHA256, shape.as_bytes()).as_ref())
    {
        *byte = *of;
    }
    bytes
}
