//! Why a whole file is turned away. The classes are the vocabulary of the terminal front (cli.md); they name the
//! kind of fault, never what the file holds or where it lies.

/// Why a file is refused before a row of it is taken in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, thiserror::Error)]
pub enum FileRefusal {
    /// No bytes, no headings or no row under them.
    #[error("the file is empty")]
    Empty,
    /// Characters in an encoding that cannot be told or is broken.
    #[error("the characters of the file cannot be read")]
    Encoding,
    /// No row of headings that names what is needed.
    #[error("the headings needed are not there")]
    Header,
    /// Broken as a file of its kind: cut off, damaged, quotes never closed.
    #[error("the file is damaged or not well formed")]
    Structure,
    /// More bytes, rows, columns or characters than are read.
    #[error("the file is larger than can be read")]
    TooLarge,
    /// Small on disk, enormous when unpacked.
    #[error("the file unpacks to far more than it should")]
    Bomb,
    /// Neither CSV nor XLSX nor ODS.
    #[error("the file is not a CSV, XLSX or ODS spreadsheet")]
    NotThisType,
    /// Protected by a password.
    #[error("the file is protected by a password")]
    Encrypted,
    /// An XML document type or entity, which no spreadsheet needs.
    #[error("the file holds XML entities")]
    XmlEntity,
    /// A part whose path leads out of the file.
    #[error("the file holds a path that leads outside it")]
    UnsafePath,
    /// A folder, link, pipe or device.
    #[error("this is not an ordinary file")]
    SpecialFile,
    /// Identifiers of people where advisers or KPIs belong.
    #[error("the adviser or KPI column holds identifiers of people")]
    Identifier,
    /// Nothing more came out of it for 30 seconds; one of the limits, and of their class.
    #[error("reading the file has come to a stop")]
    Stalled,
    /// A column for each month where a column should say the period of each row: needed headings are not there.
    #[error("months stand as headings")]
    MonthsAcross,
}

impl FileRefusal {
    /// One refusal of every class, in the order of cli.md.
    pub const ALL: [Self; 12] = [
        Self::Empty,
        Self::Encoding,
        Self::Header,
        Self::Structure,
        Self::TooLarge,
        Self::Bomb,
        Self::NotThisType,
        Self::Encrypted,
        Self::XmlEntity,
        Self::UnsafePath,
        Self::SpecialFile,
        Self::Identifier,
    ];

    /// The class as the terminal front and its JSON write it.
    pub fn class(self) -> &'static str {
        match self {
            Self::Empty => "empty",
            Self::Encoding => "encoding",
            Self::Header | Self::MonthsAcross => "header",
            Self::Structure => "structure",
            Self::TooLarge | Self::Stalled => "too-large",
            Self::Bomb => "bomb",
            Self::NotThisType => "not-this-type",
            Self::Encrypted => "encrypted",
            Self::XmlEntity => "xml-entity",
            Self::UnsafePath => "unsafe-path",
            Self::SpecialFile => "special-file",
            Self::Identifier => "identifier",
        }
    }
}

/// Why reading a file ended before its end.
#[derive(Debug, thiserror::Error)]
pub enum IntakeError {
    /// The file is turned away.
    #[error(transparent)]
    Refused(#[from] FileRefusal),
    /// Somebody pressed Cancel.
    #[error("reading was cancelled")]
    Cancelled,
    /// The file was changed while it was read.
    #[error("the file was changed while it was read")]
    Changed,
    /// The system would not let the file be read, or the rejects be written.
    #[error("the file could not be read or written")]
    Disk(#[source] std::io::Error),
}

impl IntakeError {
    /// The refusal, when the file itself is to blame.
    pub fn refusal(&self) -> Option<FileRefusal> {
        match self {
            Self::Refused(refusal) => Some(*refusal),
            Self::Cancelled | Self::Changed | Self::Disk(_) => None,
        }
    }
}
