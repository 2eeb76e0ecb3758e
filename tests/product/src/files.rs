//! Input files that more than one test reads.

/// Figures in the long layout: three people, two months, one KPI of the library; one row cannot be read, one column
/// holds what nobody may keep, and a total stands below.
pub const FIGURES: &str = "\
Adviser,Month,KPI,Num,Den,NI number
Amara,2026-07,K09,40,52,QQ123456C
Amara,2026-08,K09,46,60,QQ123457C
Bryn,2026-07,K09,38,50,QQ123458C
Bryn,2026-08,K09,51,64,QQ123459C
Ceri,2026-07,K09,33,47,QQ123460C
Ceri,31/02/2026,K09,1,2,QQ123461C
Ceri,2026-08,K09,38,52,QQ123462C
Total,,,246,325,
";
