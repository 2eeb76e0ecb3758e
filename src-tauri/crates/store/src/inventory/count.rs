//! Counting what is held, category by category.

use rusqlite::Connection;

use crate::error::{Damaged, StoreError};
use crate::handle::Read;
use crate::inventory::{Access, Category, Holding, LINES, Sealing};
use crate::rows::{find, number};

pub(crate) fn count(read: Read<'_>) -> Result<Vec<Holding>, StoreError> {
    Category::ALL
        .into_iter()
        .map(|category| holding(read.connection(), category))
        .collect()
}

fn holding(connection: &Connection, category: Category) -> Result<Holding, StoreError> {
    let counted = find(connection, sql(category), [], |row| {
        let oldest: Option<String> = row.get(2)?;
        let oldest = oldest.filter(|day| !day.is_empty()).map(|day| day.parse());
        Ok((
            number(row, 0)?,
            number(row, 1)?,
            oldest.transpose().map_err(|_| Damaged::Value)?,
        ))
    })?;
    let (rows, people, oldest) = counted.unwrap_or_default();
    let mut lines = LINES.iter().filter(|line| line.category == category);
    let sealed = lines.clone().any(|line| line.sealing == Sealing::Sealed);
    let given = lines.any(|line| line.access == Access::Given);
    Ok(Holding {
        category,
        retention: category.retention(),
        people,
        rows,
        oldest,
        sealing: if sealed {
            Sealing::Sealed
        } else {
            Sealing::File
        },
        access: if given { Access::Given } else { Access::Left },
    })
}

/// Rows, people and the oldest day of a category. A period's key divided by four is its first day.
fn sql(category: Category) -> &'static str {
    match category {
        Category::Roster => {
            "SELECT count(*), count(*), (SELECT min(nullif(started, '')) FROM adviser) FROM adviser"
        }
        Category::Availability => {
            "SELECT count(*), count(DISTINCT adviser), min(from_day) FROM availability"
        }
        Category::Notes => {
            "SELECT count(*), count(DISTINCT adviser), date(min(period) / 4 * 86400, 'unixepoch') FROM
                (SELECT id AS adviser, NULL AS period FROM adviser WHERE note <> x''
                 UNION ALL SELECT adviser, period FROM figure_note)"
        }
        Category::Figures => {
            "SELECT (SELECT count(*) FROM figure),
                (SELECT count(*) FROM adviser a WHERE EXISTS (SELECT 1 FROM figure f WHERE f.adviser = a.id)),
                date(min(first) / 4 * 86400, 'unixepoch') FROM (SELECT (SELECT min(f.period) FROM figure f
                    WHERE f.adviser = a.id AND f.kpi = k.id) AS first FROM adviser a CROSS JOIN kpi k)"
        }
        Category::Totals => {
            "SELECT count(*), 0, date(min(month) / 4 * 86400, 'unixepoch') FROM total"
        }
        Category::Phases => {
            "SELECT count(*), count(DISTINCT adviser), date(min(period) / 4 * 86400, 'unixepoch') FROM
                (SELECT adviser, from_period AS period FROM phase
                 UNION ALL SELECT adviser, NULL FROM baseline
                 UNION ALL SELECT adviser, NULL FROM journal_reason)"
        }
        Category::Targets => {
            "SELECT count(*), count(DISTINCT nullif(adviser, 0)), min(from_day) FROM target"
        }
        Category::Drafts => {
            "SELECT count(*), count(DISTINCT nullif(adviser, 0)), date(min(at) / 1000, 'unixepoch') FROM draft"
        }
        Category::Steps => {
            "SELECT count(*), (SELECT count(DISTINCT nullif(adviser, 0)) FROM step_piece),
                date(min(at) / 1000, 'unixepoch') FROM step"
        }
        Category::Journal => {
            "SELECT count(*), count(DISTINCT nullif(subject, x'')), date(min(at) / 1000, 'unixepoch')
            FROM journal"
        }
        Category::Releases => {
            "SELECT count(*), 0, date(min(at) / 1000, 'unixepoch') FROM release"
        }
        Category::Imports => "SELECT count(*), 0, date(min(at) / 1000, 'unixepoch') FROM batch",
        Category::Setup => {
            "SELECT (SELECT count(*) FROM programme) + (SELECT count(*) FROM team)
                + (SELECT count(*) FROM kpi_version) + (SELECT count(*) FROM setting), 0, NULL"
        }
    }
}
