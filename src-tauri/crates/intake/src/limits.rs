//! How much of a file is read before it is turned away (security.md 2.9, rulings 1). Sizes are counted on what
//! really comes out of the file, never taken from what it says about itself.

/// The limits; [`Limits::default`] gives those of the product, and tests may set smaller ones.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// Bytes of an XLSX or ODS file on disk.
    pub workbook_bytes: u64,
    /// Data rows of a sheet.
    pub workbook_rows: u64,
    /// Bytes of a CSV file.
    pub text_bytes: u64,
    /// Data rows of a CSV file.
    pub text_rows: u64,
    /// Columns.
    pub columns: usize,
    /// Characters in a cell.
    pub cell_characters: usize,
    /// Parts in a workbook.
    pub parts: usize,
    /// Bytes unpacked from a workbook, all parts together.
    pub unpacked_bytes: u64,
    /// How many times larger than its packed form a part may grow …
    pub ratio: u64,
    /// … once this many bytes have been unpacked.
    pub ratio_after: u64,
    /// Elements within elements.
    pub depth: usize,
    /// Attributes of one element.
    pub attributes: usize,
    /// Different adviser names in a file; a key ring holds about 3,600 people.
    pub advisers: usize,
    /// Different KPI names in a file.
    pub kpis: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            workbook_bytes: 50_000_000,
            workbook_rows: 200_000,
            text_bytes: 512 * 1024 * 1024,
            text_rows: 10_000_000,
            columns: 200,
            cell_characters: 32_767,
            parts: 200,
            unpacked_bytes: 200_000_000,
            ratio: 200,
            ratio_after: 1_000_000,
            depth: 64,
            attributes: 64,
            advisers: 20_000,
            kpis: 2_000,
        }
    }
}
