//! Workbooks: XLSX and ODS, both zip archives of XML, read row by row. Sizes are counted while unpacking, formulas
//! are never evaluated, links and entities never followed; of a formula only the value stored beside it is read.

mod inflate;
mod merges;
mod ods;
mod package;
mod serial;
mod xlsx;
mod xml;

use crate::grid::{Nature, RowReader};
use crate::limits::Limits;
use crate::progress::{Progress, Run};
use crate::refusal::{FileRefusal, IntakeError};
use crate::source::{Format, Sheet};
use chrono::NaiveDate;
use inflate::Budget;
use ods::OdsBook;
use package::Package;
use std::fs::File;
use std::io::Read;
use xlsx::XlsxBook;
use xml::Xml;

/// A workbook whose parts have been checked and whose sheets are known.
#[derive(Debug)]
pub(crate) struct Workbook {
    package: Package,
    book: Book,
}

#[derive(Debug)]
enum Book {
    Xlsx(XlsxBook),
    Ods(OdsBook),
}

impl Workbook {
    /// Checks the archive and reads what sheets it has.
    pub(crate) fn open(file: &File, limits: Limits) -> Result<Self, IntakeError> {
        let package = Package::open(file, limits)?;
        let opened = Opened::new(&package, file, limits);
        let book = match opened.mimetype()? {
            Some(name) if ods::is_spreadsheet(&name) => Book::Ods(OdsBook::open(&opened)?),
            Some(_) => return Err(FileRefusal::NotThisType.into()),
            None => Book::Xlsx(XlsxBook::open(&opened)?),
        };
        opened.check_prologs()?;
        Ok(Self { package, book })
    }

    pub(crate) fn format(&self) -> Format {
        match self.book {
            Book::Xlsx(_) => Format::Xlsx,
            Book::Ods(_) => Format::Ods,
        }
    }

    pub(crate) fn sheets(&self) -> &[Sheet] {
        match &self.book {
            Book::Xlsx(book) => book.sheets(),
            Book::Ods(book) => book.sheets(),
        }
    }

    /// The day from which days are counted, as far as days of our time go.
    pub(crate) fn nought(&self) -> Option<NaiveDate> {
        match &self.book {
            Book::Xlsx(book) => book.nought(),
            Book::Ods(_) => serial::Beginning::Year1900.nought(),
        }
    }

    /// The rows of a sheet: of the one named by its place, or of the first that is not hidden.
    pub(crate) fn rows<'a>(
        &'a self,
        file: &'a File,
        limits: Limits,
        sheet: Option<usize>,
        run: &mut Run<'_>,
    ) -> Result<Box<dyn RowReader + 'a>, IntakeError> {
        let visible = self.sheets().iter().position(|sheet| !sheet.hidden);
        let sheet = sheet.or(visible).unwrap_or(0);
        let opened = Opened::new(&self.package, file, limits);
        match &self.book {
            Book::Xlsx(book) => Ok(Box::new(book.rows(&opened, sheet, run)?)),
            Book::Ods(_) => Ok(Box::new(OdsBook::rows(&opened, sheet)?)),
        }
    }
}

/// One pass over a workbook: the archive, and how much may still be unpacked.
#[derive(Debug)]
struct Opened<'a> {
    package: &'a Package,
    file: &'a File,
    limits: Limits,
    budget: Budget,
}

impl<'a> Opened<'a> {
    fn new(package: &'a Package, file: &'a File, limits: Limits) -> Self {
        Self {
            package,
            file,
            limits,
            budget: Budget::new(limits, package.size()),
        }
    }

    /// The same archive, with everything still to unpack.
    fn afresh(&self) -> Self {
        Self::new(self.package, self.file, self.limits)
    }

    /// A part as XML events; nothing when there is no such part.
    fn xml(&self, name: &str) -> Option<Xml<'a>> {
        let part = self.package.part(name)?;
        let inflated = part.inflate(self.file, self.limits, self.budget.clone());
        Some(Xml::new(inflated, self.limits))
    }

    /// What the archive says it is, in the way of `OpenDocument`.
    fn mimetype(&self) -> Result<Option<String>, IntakeError> {
        let Some(part) = self.package.part("mimetype") else {
            return Ok(None);
        };
        let inflated = part.inflate(self.file, self.limits, self.budget.clone());
        let mut text = Vec::new();
        inflated
            .take(256)
            .read_to_end(&mut text)
            .map_err(inflate::refusal_of)?;
        Ok(Some(String::from_utf8_lossy(&text).trim().to_owned()))
    }

    /// Refuses a document type in any part, also in parts that are not read.
    fn check_prologs(&self) -> Result<(), IntakeError> {
        for name in self.package.names().filter(|name| is_xml(name)) {
            let Some(mut xml) = self.afresh().xml(name) else {
                continue;
            };
            match xml.prolog() {
                Err(IntakeError::Refused(
                    refusal @ (FileRefusal::XmlEntity | FileRefusal::Bomb | FileRefusal::TooLarge),
                )) => return Err(refusal.into()),
                Ok(()) | Err(IntakeError::Refused(_)) => {}
                Err(other) => return Err(other),
            }
        }
        Ok(())
    }
}

fn is_xml(name: &str) -> bool {
    [".xml", ".rels", ".vml", ".rdf"]
        .iter()
        .any(|ending| name.ends_with(ending))
}

/// The last row that any program knows.
const LAST_ROW: u64 = 1_048_576;

/// Rows of headings and titles that are allowed on top of the rows of data.
const HEADINGS: u64 = 100;

/// A date written out; its time of day is left out.
fn day(stored: String) -> (String, Nature) {
    let date = stored.trim().split('T').next().unwrap_or_default();
    match date.parse::<NaiveDate>() {
        Ok(date) => (date.to_string(), Nature::Date),
        Err(_) => (stored, Nature::Text),
    }
}

/// Progress while no row is read yet.
fn before_rows(bytes: u64) -> Progress {
    Progress {
        rows: 0,
        bytes,
        of: None,
    }
}
