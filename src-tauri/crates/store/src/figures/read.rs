//! Reading figures, their months, their old values and their notes.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use domain::figure::{Figure, FigureStatus};
use domain::kpi::KpiId;
use domain::period::{Grain, Period};
use domain::team::AdviserId;
use domain::text::Note;
use rusqlite::{Connection, Row};

use crate::coded::Coded;
use crate::error::StoreError;
use crate::figures::{Cell, MonthFigure, RollCheck, check, figure};
use crate::handle::Read;
use crate::rows::{amount, find, list, number, period};
use crate::sealing::{self, Place};

/// Reads figures.
#[derive(Clone, Copy)]
pub struct FiguresRead<'open>(pub(crate) Read<'open>);

impl FiguresRead<'_> {
    /// One figure.
    pub fn figure(self, cell: &Cell) -> Result<Option<Figure>, StoreError> {
        let sql =
            "SELECT adviser, kpi, period, numerator, denominator, exposure, status FROM figure
            WHERE adviser = ?1 AND kpi = ?2 AND period = ?3";
        find(self.0.connection(), sql, cell.key(), figure)
    }

    /// Figures of one adviser and KPI whose periods begin from one day to another, in order.
    pub fn series(
        self,
        adviser: AdviserId,
        kpi: KpiId,
        from: NaiveDate,
        to: NaiveDate,
    ) -> Result<Vec<Figure>, StoreError> {
        let sql =
            "SELECT adviser, kpi, period, numerator, denominator, exposure, status FROM figure
            WHERE adviser = ?1 AND kpi = ?2 AND period BETWEEN ?3 AND ?4 ORDER BY period";
        let (first, last) = key_range(from, to);
        list(
            self.0.connection(),
            sql,
            (adviser.0, kpi.0, first, last),
            figure,
        )
    }

    /// All figures of one adviser, by KPI and period.
    pub fn of_adviser(self, adviser: AdviserId) -> Result<Vec<Figure>, StoreError> {
        let sql =
            "SELECT adviser, kpi, period, numerator, denominator, exposure, status FROM figure
            WHERE adviser = ?1 ORDER BY kpi, period";
        list(self.0.connection(), sql, (adviser.0,), figure)
    }

    /// Months of these advisers and KPIs from the first month to the last, by adviser, KPI and month: one
    /// walk along the roll-ups in their own order.
    pub fn rolls(
        self,
        advisers: &[AdviserId],
        kpis: &[KpiId],
        first: Period,
        last: Period,
    ) -> Result<Vec<MonthFigure>, StoreError> {
        rolls_of(self.0.connection(), advisers, kpis, first, last)
    }

    /// Figures of exactly this period, by adviser and KPI.
    pub fn grid(self, period: Period) -> Result<Vec<Figure>, StoreError> {
        let sql =
            "SELECT f.adviser, f.kpi, f.period, f.numerator, f.denominator, f.exposure, f.status
            FROM adviser a CROSS JOIN kpi k CROSS JOIN figure f
            ON f.adviser = a.id AND f.kpi = k.id AND f.period = ?1 ORDER BY a.id, k.id";
        list(self.0.connection(), sql, (period.key(),), figure)
    }

    /// Whether anybody has a figure of a KPI of exactly this period; answered by the first one found.
    pub fn has_period(self, kpi: KpiId, period: Period) -> Result<bool, StoreError> {
        let sql = "SELECT 1 FROM adviser a WHERE EXISTS (SELECT 1 FROM figure f
            WHERE f.adviser = a.id AND f.kpi = ?1 AND f.period = ?2) LIMIT 1";
        let found = find(self.0.connection(), sql, (kpi.0, period.key()), |_| Ok(()))?;
        Ok(found.is_some())
    }

    /// Whether a month has any figure; answered by the first one found.
    pub fn has_month(self, month: Period) -> Result<bool, StoreError> {
        let sql = "SELECT 1 FROM adviser a CROSS JOIN kpi k
            WHERE EXISTS (SELECT 1 FROM roll r
                WHERE r.adviser = a.id AND r.kpi = k.id AND r.month = ?1) LIMIT 1";
        let found = find(self.0.connection(), sql, (month.key(),), |_| Ok(()))?;
        Ok(found.is_some())
    }

    /// The last month that has figures.
    pub fn latest_month(self) -> Result<Option<Period>, StoreError> {
        let sql = "SELECT max(last) FROM (SELECT (SELECT max(r.month) FROM roll r
            WHERE r.adviser = a.id AND r.kpi = k.id) AS last FROM adviser a CROSS JOIN kpi k)";
        self.edge_month(sql)
    }

    /// The first month that has figures.
    pub fn earliest_month(self) -> Result<Option<Period>, StoreError> {
        let sql = "SELECT min(first) FROM (SELECT (SELECT min(r.month) FROM roll r
            WHERE r.adviser = a.id AND r.kpi = k.id) AS first FROM adviser a CROSS JOIN kpi k)";
        self.edge_month(sql)
    }

    /// Whether there are figures of a month or of any before it; answered by the first adviser and KPI that have some.
    pub fn reach_back_to(self, month: Period) -> Result<bool, StoreError> {
        let sql = "SELECT 1 FROM adviser a CROSS JOIN kpi k WHERE EXISTS (SELECT 1 FROM roll r
            WHERE r.adviser = a.id AND r.kpi = k.id AND r.month <= ?1) LIMIT 1";
        let found = find(self.0.connection(), sql, (month.key(),), |_| Ok(()))?;
        Ok(found.is_some())
    }

    /// KPIs of which any figure is stored.
    pub fn kpis(self) -> Result<Vec<KpiId>, StoreError> {
        let sql = "SELECT k.id FROM kpi k WHERE EXISTS (SELECT 1 FROM adviser a CROSS JOIN roll r
            ON r.adviser = a.id AND r.kpi = k.id) ORDER BY k.id";
        list(self.0.connection(), sql, [], |row| {
            Ok(KpiId(number(row, 0)?))
        })
    }

    /// Whether there is any figure; answered by the first one.
    pub fn any(self) -> Result<bool, StoreError> {
        let found = find(
            self.0.connection(),
            "SELECT 1 FROM figure LIMIT 1",
            [],
            |_| Ok(()),
        )?;
        Ok(found.is_some())
    }

    /// How many figures there are: looks at every one of them.
    pub fn count(self) -> Result<u64, StoreError> {
        let sql = "SELECT count(*) FROM figure";
        Ok(find(self.0.connection(), sql, [], |row| number(row, 0))?.unwrap_or_default())
    }

    /// Cells of a period whose unusual value waits to be confirmed.
    pub fn queries(self, of: Period) -> Result<Vec<Cell>, StoreError> {
        let sql =
            "SELECT adviser, kpi, period FROM figure_query WHERE period = ?1 ORDER BY adviser, kpi";
        list(self.0.connection(), sql, (of.key(),), cell)
    }

    /// Whether a figure waits to be confirmed.
    pub fn is_asked(self, cell: &Cell) -> Result<bool, StoreError> {
        let sql = "SELECT 1 FROM figure_query WHERE adviser = ?1 AND kpi = ?2 AND period = ?3";
        Ok(find(self.0.connection(), sql, cell.key(), |_| Ok(()))?.is_some())
    }

    /// Earlier values of a figure, newest first.
    pub fn versions(self, cell: &Cell) -> Result<Vec<Figure>, StoreError> {
        let sql = "SELECT adviser, kpi, period, numerator, denominator, exposure, status FROM figure_version
            WHERE adviser = ?1 AND kpi = ?2 AND period = ?3 ORDER BY version DESC";
        list(self.0.connection(), sql, cell.key(), figure)
    }

    /// The note at a figure.
    pub fn note(self, cell: &Cell) -> Result<Option<Note>, StoreError> {
        let sql = "SELECT note FROM figure_note WHERE adviser = ?1 AND kpi = ?2 AND period = ?3";
        let sealed = find(self.0.connection(), sql, cell.key(), |row| {
            Ok(row.get::<_, Vec<u8>>(0)?)
        })?;
        let Some(sealed) = sealed else {
            return Ok(None);
        };
        let row = note_row(cell);
        let text = sealing::open(self.0.vault, cell.adviser, note_place(&row), &sealed)?;
        Ok(text.map(|text| Note::parse(&text)).transpose()?)
    }

    /// The values before the last change of figures of exactly this period, by adviser and KPI.
    pub fn replaced(self, period: Period) -> Result<Vec<Figure>, StoreError> {
        let sql =
            "SELECT v.adviser, v.kpi, v.period, v.numerator, v.denominator, v.exposure, v.status
            FROM adviser a CROSS JOIN kpi k CROSS JOIN figure_version v
            ON v.adviser = a.id AND v.kpi = k.id AND v.period = ?1
            ORDER BY a.id, k.id, v.version";
        let mut all = list(self.0.connection(), sql, (period.key(),), figure)?;
        all.reverse();
        all.dedup_by_key(|one| (one.adviser, one.kpi));
        all.reverse();
        Ok(all)
    }

    /// The notes at figures of exactly this period, by adviser and KPI.
    pub fn notes(self, period: Period) -> Result<Vec<(Cell, Note)>, StoreError> {
        let any = find(
            self.0.connection(),
            "SELECT 1 FROM figure_note LIMIT 1",
            [],
            |_| Ok(()),
        )?;
        if any.is_none() {
            return Ok(Vec::new());
        }
        let sql = "SELECT n.adviser, n.kpi, n.period FROM adviser a CROSS JOIN kpi k CROSS JOIN figure_note n
            ON n.adviser = a.id AND n.kpi = k.id AND n.period = ?1 ORDER BY a.id, k.id";
        let cells = list(self.0.connection(), sql, (period.key(),), cell)?;
        let with_note = |cell: Cell| Ok(self.note(&cell)?.map(|note| (cell, note)));
        cells
            .into_iter()
            .filter_map(|cell| with_note(cell).transpose())
            .collect()
    }

    /// Whether roll-ups equal rows: every month is made anew from its readings and compared.
    pub fn check_rolls(self) -> Result<RollCheck, StoreError> {
        check::check(self.0)
    }

    fn edge_month(self, sql: &str) -> Result<Option<Period>, StoreError> {
        let key = find(self.0.connection(), sql, [], |row| {
            Ok(row.get::<_, Option<i64>>(0)?)
        })?;
        Ok(key.flatten().and_then(Period::from_key))
    }
}

/// One walk along the roll-ups in their own order.
pub(super) fn rolls_of(
    connection: &Connection,
    advisers: &[AdviserId],
    kpis: &[KpiId],
    first: Period,
    last: Period,
) -> Result<Vec<MonthFigure>, StoreError> {
    // One walk for each adviser passes over KPIs that were not asked for, which is cheaper than starting anew for
    // each that was.
    let sql = "SELECT kpi, month, numerator, denominator, exposure, readings, worst_status
        FROM roll WHERE adviser = ?1 AND kpi BETWEEN ?2 AND ?3 AND month BETWEEN ?4 AND ?5
        ORDER BY kpi, month";
    let mut statement = connection.prepare_cached(sql)?;
    let advisers: BTreeSet<AdviserId> = advisers.iter().copied().collect();
    let kpis: BTreeSet<KpiId> = kpis.iter().copied().collect();
    let (Some(lowest), Some(highest)) = (kpis.first(), kpis.last()) else {
        return Ok(Vec::new());
    };
    let (first, last) = (first.month().key(), last.month().key());
    let mut found = Vec::new();
    for adviser in advisers {
        let mut rows = statement.query((adviser.0, lowest.0, highest.0, first, last))?;
        while let Some(row) = rows.next()? {
            let kpi = KpiId(number(row, 0)?);
            if kpis.contains(&kpi) {
                found.push(month_figure(adviser, kpi, row)?);
            }
        }
    }
    Ok(found)
}

/// Keys of all periods that begin from one day to another.
pub(super) fn key_range(from: NaiveDate, to: NaiveDate) -> (i64, i64) {
    (
        Period::containing(Grain::Day, from).key(),
        Period::containing(Grain::Day, to).key().saturating_add(3),
    )
}

/// The numbers a note at a figure is sealed for.
pub(super) fn note_row(cell: &Cell) -> [i64; 3] {
    let (adviser, kpi, period) = cell.key();
    [i64::from(adviser), i64::from(kpi), period]
}

pub(super) fn note_place(row: &[i64; 3]) -> Place<'_> {
    Place {
        column: "figure_note.note",
        row,
    }
}

fn cell(row: &Row<'_>) -> Result<Cell, StoreError> {
    Ok(Cell {
        adviser: AdviserId(number(row, 0)?),
        kpi: KpiId(number(row, 1)?),
        period: period(row, 2)?,
    })
}

fn month_figure(adviser: AdviserId, kpi: KpiId, row: &Row<'_>) -> Result<MonthFigure, StoreError> {
    Ok(MonthFigure {
        adviser,
        kpi,
        month: period(row, 1)?,
        amount: amount(row, 2)?,
        readings: number(row, 5)?,
        status: FigureStatus::parse(row.get(6)?)?,
    })
}
