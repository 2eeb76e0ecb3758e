//! Empty tables to fill in, one per layout, with a row or two of invented figures.

/// Which table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Template {
    /// Figures, one row per adviser, period and KPI.
    FiguresLong,
    /// Figures, one row per adviser and period.
    FiguresWide,
    /// The roster.
    Roster,
}

/// The table as CSV, with its headings and invented example rows.
pub fn template(kind: Template) -> String {
    let text = match kind {
        Template::FiguresLong => {
            "adviser,period,kpi,numerator,denominator,exposure,note\n\
             Amara,2026-08,K09 Attendance,46,60,,\n\
             Amara,2026-08,K13 Employer conversations,31,,19.5,\n"
        }
        Template::FiguresWide => {
            "adviser,period,K09 Attendance num,K09 Attendance den,K19 Job starts\n\
             Amara,2026-08,46,60,5\n\
             Bryn,2026-08,51,64,3\n"
        }
        Template::Roster => {
            "adviser,name,site,grade,band,team,started,left,fte\n\
             Amara,,North,Adviser,1,Harbour,2024-04-01,,1\n\
             Bryn,,South,Senior adviser,2,Harbour,2025-01-06,,0.8\n"
        }
    };
    text.to_owned()
}
