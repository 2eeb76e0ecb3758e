//! The numbers of the stories, written out: what a test, a page of help or a person at a course relies on.

/// Whose numbers, by place in the team: Amara, Ben, Chloe, Dev, Esi, Farid, Grace, Hugo.
pub(super) type Row<T> = [T; 8];

/// Amara's job starts, September 2025 to November 2026 (story 1).
pub(super) const AMARA_JOB_STARTS: [i64; 15] = [6, 4, 7, 5, 3, 6, 8, 5, 4, 6, 5, 7, 4, 6, 3];

/// Job starts in October 2026: 43 in the team, 39 without Hugo (story 5).
pub(super) const OCTOBER_JOB_STARTS: Row<i64> = [6, 6, 7, 4, 7, 4, 5, 4];
/// Job starts in November 2026.
pub(super) const NOVEMBER_JOB_STARTS: Row<Option<i64>> = [
    Some(3),
    Some(7),
    Some(5),
    Some(2),
    Some(10),
    Some(5),
    Some(8),
    None,
];
/// Farid's job starts in his first two months.
pub(super) const FARID_JOB_STARTS: [i64; 2] = [3, 5];

/// Starts of December 2024 to November 2025 that have had their twelve months, and how many of them began a job:
/// 291 of 1,000 (story 2).
pub(super) const COHORT: Row<Option<(i64, i64)>> = [
    Some((62, 190)),
    Some((19, 90)),
    Some((30, 90)),
    Some((12, 90)),
    Some((56, 174)),
    None,
    Some((58, 186)),
    Some((54, 180)),
];

/// Interviews of submissions in September, October and November 2026: Dev 9 of 61, the others 118 of 402 (story 2).
pub(super) const INTERVIEWS: [Row<Option<(i64, i64)>>; 3] = [
    [
        Some((5, 19)),
        Some((6, 21)),
        Some((7, 23)),
        Some((3, 20)),
        Some((7, 24)),
        Some((4, 13)),
        Some((6, 19)),
        Some((6, 20)),
    ],
    [
        Some((6, 19)),
        Some((6, 21)),
        Some((6, 23)),
        Some((3, 20)),
        Some((7, 25)),
        Some((4, 13)),
        Some((5, 19)),
        Some((5, 19)),
    ],
    [
        Some((6, 18)),
        Some((6, 22)),
        Some((9, 25)),
        Some((3, 21)),
        Some((8, 27)),
        Some((4, 14)),
        Some((5, 18)),
        None,
    ],
];

/// Farid's employer conversations in the weeks from 3 August 2026: twelve, and five since (story 4).
pub(super) const FARID_CONVERSATIONS: [i64; 17] =
    [9, 11, 8, 10, 7, 9, 12, 8, 9, 10, 8, 7, 9, 8, 10, 8, 7];

/// Grace's employer conversations in the weeks from 1 December 2025: twenty before the employer desk opened on
/// 20 April, 24 that fixed the new range (average 10.08), eight below it, and the open week so far.
pub(super) const GRACE_CONVERSATIONS: [i64; 53] = [
    6, 7, 5, 8, 6, 9, 7, 5, 6, 8, 7, 6, 9, 7, 8, 5, 7, 8, 6, 7, //
    9, 11, 10, 8, 12, 9, 10, 13, 9, 11, 8, 10, 12, 9, 11, 10, 9, 12, 10, 8, 11, 10, 9, 11, //
    7, 6, 7, 5, 6, 5, 5, 4, 3,
];

/// Chloe's employer conversations in the eight weeks from 5 October 2026, all above the usual average.
pub(super) const CHLOE_CONVERSATIONS: [i64; 8] = [12, 11, 13, 12, 13, 12, 14, 14];

/// Employer conversations in the week of 23 November 2026, for those without a series of their own.
pub(super) const LAST_CONVERSATIONS: Row<Option<i64>> =
    [Some(8), Some(9), None, Some(12), Some(11), None, None, None];

/// Contacts in November 2026.
pub(super) const NOVEMBER_CONTACTS: Row<Option<i64>> = [
    Some(107),
    Some(126),
    Some(137),
    Some(120),
    Some(113),
    Some(99),
    Some(122),
    None,
];

/// Appointments attended of those booked in November 2026.
pub(super) const NOVEMBER_ATTENDANCE: Row<Option<(i64, i64)>> = [
    Some((82, 102)),
    Some((76, 95)),
    Some((74, 98)),
    Some((61, 88)),
    Some((78, 96)),
    Some((54, 72)),
    Some((43, 58)),
    None,
];

/// Plans on time of those due in November 2026; Esi's are not here yet.
pub(super) const NOVEMBER_PLANS: Row<Option<(i64, i64)>> = [
    Some((12, 20)),
    Some((13, 18)),
    Some((12, 16)),
    Some((15, 18)),
    None,
    Some((14, 18)),
    Some((16, 19)),
    None,
];

/// Caseload in the week of 23 November 2026, for each full-time adviser: Dev 64, the team 61.
pub(super) const LAST_CASELOAD: Row<Option<i64>> = [
    Some(60),
    Some(61),
    Some(59),
    Some(64),
    Some(61),
    Some(60),
    Some(62),
    None,
];

/// Files without a critical fail, Grace, November 2026.
pub(super) const GRACE_FILES: (i64, i64) = (11, 12);

/// Job starts of August 2026 still in work after 13 weeks, Grace.
pub(super) const GRACE_SUSTAINED: (i64, i64) = (6, 9);
