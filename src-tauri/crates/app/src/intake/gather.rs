//! The sink of an import: figures are packed into 24 bytes each, so that a region's five years fit in 60 MB, and
//! everything else about a row is forgotten at once.
//!
//! A packed figure orders by adviser, KPI and period, the order in which the vault stores figures (performance.md 6).

use super::totals::Totals;
use super::turned::Turned;
use super::world::{World, reject};
use domain::figure::{Amount, Figure, FigureStatus};
use domain::kpi::KpiId;
use domain::period::Period;
use domain::team::AdviserId;
use intake::{FigureRow, Reason, RejectedRow, Rejection, RosterRow, Sink};
use std::collections::HashSet;

/// Bytes of remarks that are kept until their figures are written.
const REMARKS: usize = 32_000_000;

/// One figure. The key holds adviser, KPI and period; the top bit of the denominator says that it may still change.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Packed {
    key: u64,
    numerator: i64,
    denominator: u32,
    exposure: u32,
}

const NONE: u32 = u32::MAX >> 1;
const OPEN: u32 = 1 << 31;
const PERIOD_BITS: u32 = 20;
const KPI_BITS: u32 = 20;

impl Packed {
    fn new(
        (adviser, kpi, period): (u32, u32, Period),
        amount: Amount,
        status: FigureStatus,
    ) -> Option<Self> {
        let denominator = match amount.denominator {
            Some(denominator) => u32::try_from(denominator)
                .ok()
                .filter(|denominator| *denominator < NONE)?,
            None => NONE,
        };
        let exposure = match amount.exposure {
            Some(exposure) => u32::try_from(exposure)
                .ok()
                .filter(|exposure| *exposure < NONE)?,
            None => NONE,
        };
        let is_open = matches!(status, FigureStatus::Provisional);
        Some(Self {
            key: key_of(adviser, kpi, period)?,
            numerator: amount.numerator,
            denominator: denominator | if is_open { OPEN } else { 0 },
            exposure,
        })
    }

    pub(super) fn key(self) -> u64 {
        self.key
    }

    /// The places of adviser and KPI in the file.
    pub(super) fn places(self) -> (u32, u32) {
        parts(self.key)
    }

    /// The same figure under the numbers of the vault.
    #[must_use]
    pub(super) fn renumbered(self, adviser: AdviserId, kpi: KpiId) -> Self {
        let period = self.key & ((1 << PERIOD_BITS) - 1);
        let key = (u64::from(adviser.0) << (KPI_BITS + PERIOD_BITS))
            | (u64::from(kpi.0) << PERIOD_BITS)
            | period;
        Self { key, ..self }
    }

    fn amount(self) -> Amount {
        let some = |number: u32| (number != NONE).then(|| i64::from(number));
        Amount {
            numerator: self.numerator,
            denominator: some(self.denominator & !OPEN),
            exposure: some(self.exposure),
        }
    }

    /// The figure itself, once it bears the numbers of the vault.
    pub(super) fn figure(self) -> Option<Figure> {
        let (adviser, kpi) = self.places();
        Some(Figure {
            adviser: AdviserId(adviser),
            kpi: KpiId(kpi),
            period: period_of(self.key)?,
            amount: self.amount(),
            status: if self.denominator & OPEN == 0 {
                FigureStatus::Ok
            } else {
                FigureStatus::Provisional
            },
        })
    }
}

/// The key of a cell; nothing for numbers that no vault reaches.
pub(super) fn key_of(adviser: u32, kpi: u32, period: Period) -> Option<u64> {
    let period = u64::try_from(period.key())
        .ok()
        .filter(|key| key >> PERIOD_BITS == 0)?;
    let fits = kpi >> KPI_BITS == 0 && adviser >> 24 == 0;
    fits.then_some(
        (u64::from(adviser) << (KPI_BITS + PERIOD_BITS)) | (u64::from(kpi) << PERIOD_BITS) | period,
    )
}

/// The places, or numbers, of adviser and KPI in a key, and its period.
pub(super) fn parts_of(key: u64) -> Option<(u32, u32, Period)> {
    let (adviser, kpi) = parts(key);
    Some((adviser, kpi, period_of(key)?))
}

fn parts(key: u64) -> (u32, u32) {
    let low =
        |number: u64, bits: u32| u32::try_from(number & ((1 << bits) - 1)).unwrap_or_default();
    (
        low(key >> (KPI_BITS + PERIOD_BITS), 24),
        low(key >> PERIOD_BITS, KPI_BITS),
    )
}

fn period_of(key: u64) -> Option<Period> {
    Period::from_key(i64::try_from(key & ((1 << PERIOD_BITS) - 1)).ok()?)
}

/// A remark at a figure.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Remark {
    pub(super) key: u64,
    pub(super) text: Box<str>,
}

/// What is done with a figure that was accepted. Remarks are kept unless figures are handed on in chunks.
pub(super) enum Keep<'a> {
    /// Counted only.
    Count,
    /// Kept, to be sorted and used at the end.
    All(Vec<Packed>),
    /// Handed on whenever so many have come together.
    Chunks(Vec<Packed>, &'a mut dyn FnMut(&mut Vec<Packed>)),
}

/// Figures handed on at once.
pub(super) const CHUNK: usize = 3_500_000;

/// The sink.
pub(super) struct Gather<'a> {
    world: &'a mut World,
    pub(super) keep: Keep<'a>,
    pub(super) remarks: Vec<Remark>,
    pub(super) turned: Turned,
    /// Which advisers and KPIs of the file have a figure that comes in.
    pub(super) used_advisers: Vec<bool>,
    pub(super) used_kpis: Vec<bool>,
    /// Figures that come in.
    pub(super) figures: u64,
    /// Rows past keeping, and what they add up to.
    pub(super) expired: u64,
    pub(super) totals: Totals,
    /// Whether the remarks were too many.
    pub(super) is_over: bool,
    judged: Vec<Packed>,
    remark_bytes: usize,
    /// Cells filled, where two names of the file mean one KPI or one person.
    filled: Option<HashSet<u64>>,
}

impl<'a> Gather<'a> {
    pub(super) fn new(world: &'a mut World, keep: Keep<'a>, turned: Turned) -> Self {
        Self {
            used_advisers: vec![false; world.people.len()],
            used_kpis: vec![false; world.kpis.len()],
            filled: world.has_synonyms().then(HashSet::new),
            world,
            keep,
            remarks: Vec::new(),
            turned,
            figures: 0,
            expired: 0,
            totals: Totals::default(),
            is_over: false,
            judged: Vec::new(),
            remark_bytes: 0,
        }
    }

    fn judge(&mut self, row: &FigureRow<'_>) -> Result<(), Rejection> {
        let admitted = self.world.admit(row);
        let is_expired = matches!(&admitted, Err(rejection) if rejection.reason == Reason::Expired);
        if is_expired && self.pack(row).is_ok() {
            for packed in &self.judged {
                let (adviser, kpi) = packed.places();
                self.totals.add(kpi, row.period, adviser, packed.amount());
            }
        }
        admitted?;
        self.pack(row)
    }

    fn pack(&mut self, row: &FigureRow<'_>) -> Result<(), Rejection> {
        self.judged.clear();
        for given in row.amounts {
            let judged = self.world.judge(row, given)?;
            let place = (row.adviser, self.world.one_of(given.kpi), row.period);
            match Packed::new(place, judged.amount, judged.status) {
                Some(packed) => self.judged.push(packed),
                None => return reject(Some(given.column), Reason::TooLargeNumber),
            }
        }
        self.fill()
    }

    /// Takes the cells, all or none.
    fn fill(&mut self) -> Result<(), Rejection> {
        let Some(filled) = &mut self.filled else {
            return Ok(());
        };
        let mut own = HashSet::new();
        let is_free = |packed: &Packed| own.insert(packed.key);
        let is_twice = !self.judged.iter().all(is_free)
            || self.judged.iter().any(|one| filled.contains(&one.key));
        if is_twice {
            return reject(None, Reason::Duplicate);
        }
        filled.extend(own);
        Ok(())
    }

    fn keep_row(&mut self, row: &FigureRow<'_>) {
        set(&mut self.used_advisers, row.adviser);
        self.figures += u64::try_from(self.judged.len()).unwrap_or_default();
        let may_be_past = self.world.may_be_past(row.period);
        for packed in &self.judged {
            let (_, kpi) = packed.places();
            set(&mut self.used_kpis, kpi);
            if may_be_past {
                self.totals.take(kpi, row.period);
            }
        }
        if let (Some(note), [only]) = (row.note, self.judged.as_slice()) {
            self.remark_bytes += note.len();
            self.is_over = self.is_over || self.remark_bytes > REMARKS;
            if !self.is_over && !matches!(self.keep, Keep::Chunks(..)) {
                self.remarks.push(Remark {
                    key: only.key,
                    text: note.into(),
                });
            }
        }
        match &mut self.keep {
            Keep::Count => {}
            Keep::All(kept) => kept.extend_from_slice(&self.judged),
            Keep::Chunks(kept, hand_on) => {
                kept.extend_from_slice(&self.judged);
                if kept.len() >= CHUNK {
                    hand_on(kept);
                    kept.clear();
                }
            }
        }
    }
}

fn set(used: &mut [bool], place: u32) {
    if let Some(slot) = usize::try_from(place)
        .ok()
        .and_then(|place| used.get_mut(place))
    {
        *slot = true;
    }
}

impl Sink for Gather<'_> {
    fn figures(&mut self, row: &FigureRow<'_>) -> Result<(), Rejection> {
        let row = FigureRow {
            adviser: self.world.person_of(row.adviser),
            ..*row
        };
        let judged = self.judge(&row);
        match &judged {
            Ok(()) => self.keep_row(&row),
            Err(rejection) => self.expired += u64::from(rejection.reason == Reason::Expired),
        }
        judged
    }

    /// A roster has a sink of its own.
    fn adviser(&mut self, _: &RosterRow<'_>) -> Result<(), Rejection> {
        reject(None, Reason::MissingValue)
    }

    fn rejected(&mut self, row: RejectedRow) {
        self.turned.add(row);
    }
}
