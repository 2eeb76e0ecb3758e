//! The archive around a workbook. Its directory is checked before anything is unpacked: how many parts, where they
//! lie, what they are called, that none leads out of the archive, lies over another or hides behind a password.

use super::inflate::{self, Budget, Form, Inflated, Method};
use crate::limits::Limits;
use crate::refusal::{FileRefusal, IntakeError};
use std::cell::Cell;
use std::collections::BTreeMap;
use std::fs::File;
use std::io::{BufReader, Error, Read, Seek, SeekFrom};
use std::rc::Rc;
use zip::read::{ArchiveOffset, Config};
use zip::result::ZipError;
use zip::{CompressionMethod, ZipArchive};

/// Bytes of a directory that are read before it is given up: 200 parts with long names need less.
const DIRECTORY_BYTES: u64 = 2_000_000;

/// A checked archive.
#[derive(Debug)]
pub(super) struct Package {
    /// By name in lower case, as names are compared in workbooks.
    parts: BTreeMap<String, Part>,
    size: u64,
}

/// Where a part lies and how it is packed.
#[derive(Debug)]
pub(super) struct Part {
    /// Where its local header begins.
    header: u64,
    at: u64,
    packed: u64,
    form: Form,
}

impl Package {
    pub(super) fn open(file: &File, limits: Limits) -> Result<Self, IntakeError> {
        let size = file.metadata().map_err(IntakeError::Disk)?.len();
        let allowance = Rc::new(Cell::new(DIRECTORY_BYTES));
        let metered = Metered {
            file,
            allowance: Rc::clone(&allowance),
        };
        let config = Config {
            archive_offset: ArchiveOffset::Known(0),
        };
        let reader = BufReader::with_capacity(4096, metered);
        let mut archive = match ZipArchive::with_config(config, reader) {
            Ok(archive) => archive,
            Err(_) if allowance.get() == 0 => return Err(FileRefusal::TooLarge.into()),
            Err(error) => return Err(refusal_of(error)),
        };
        if archive.len() > limits.parts {
            return Err(FileRefusal::TooLarge.into());
        }
        allowance.set(u64::MAX);
        let mut package = Self {
            parts: BTreeMap::new(),
            size,
        };
        for index in 0..archive.len() {
            package.add(&mut archive, index)?;
        }
        package.check_places(archive.central_directory_start())?;
        archive.validate_header_consistency().map_err(refusal_of)?;
        Ok(package)
    }

    fn add<R: Read + Seek>(
        &mut self,
        archive: &mut ZipArchive<R>,
        index: usize,
    ) -> Result<(), IntakeError> {
        let part = archive.by_index_raw(index).map_err(refusal_of)?;
        let name = std::str::from_utf8(part.name_raw())
            .unwrap_or("\\")
            .to_owned();
        if is_unsafe(&name) || part.is_symlink() {
            return Err(FileRefusal::UnsafePath.into());
        }
        if part.encrypted() {
            return Err(FileRefusal::Encrypted.into());
        }
        let method = if part.compression() == CompressionMethod::Stored {
            Method::Stored
        } else if part.compression() == CompressionMethod::Deflated {
            Method::Deflated
        } else {
            return Err(FileRefusal::Structure.into());
        };
        if method == Method::Stored && part.size() != part.compressed_size() {
            return Err(FileRefusal::Structure.into());
        }
        let found = Part {
            header: part.header_start(),
            at: part.data_start().ok_or(FileRefusal::Structure)?,
            packed: part.compressed_size(),
            form: Form {
                method,
                crc: part.crc32(),
            },
        };
        match self.parts.insert(name.to_lowercase(), found) {
            None => Ok(()),
            Some(_) => Err(FileRefusal::Structure.into()),
        }
    }

    /// Parts must lie before the directory, and none over another: that is how small archives grow endless.
    fn check_places(&self, directory: u64) -> Result<(), IntakeError> {
        let mut places: Vec<(u64, u64)> = Vec::new();
        for part in self.parts.values() {
            let end = part
                .at
                .checked_add(part.packed)
                .ok_or(FileRefusal::Structure)?;
            if end > directory {
                return Err(FileRefusal::Structure.into());
            }
            places.push((part.header, end));
        }
        places.sort_unstable();
        let mut reached = 0;
        for (start, end) in places {
            if start < reached {
                return Err(FileRefusal::Bomb.into());
            }
            reached = end;
        }
        Ok(())
    }

    pub(super) fn part(&self, name: &str) -> Option<&Part> {
        self.parts
            .get(name.trim_start_matches('/').to_lowercase().as_str())
    }

    pub(super) fn names(&self) -> impl Iterator<Item = &str> {
        self.parts.keys().map(String::as_str)
    }

    /// Bytes of the archive on disk.
    pub(super) fn size(&self) -> u64 {
        self.size
    }
}

impl Part {
    /// The part's content, counted while it is unpacked.
    pub(super) fn inflate<'a>(
        &self,
        file: &'a File,
        limits: Limits,
        budget: Budget,
    ) -> Inflated<'a> {
        let slice = Slice {
            file,
            at: self.at,
            left: self.packed,
        };
        Inflated::new(
            BufReader::with_capacity(32 * 1024, slice),
            self.form,
            limits,
            budget,
        )
    }
}

/// Names that mean something outside the archive, on any system.
fn is_unsafe(name: &str) -> bool {
    let has_drive = name.as_bytes().get(1) == Some(&b':');
    name.is_empty()
        || has_drive
        || name.starts_with('/')
        || name
            .chars()
            .any(|letter| letter == '\\' || letter.is_control())
        || name.split('/').any(|step| step == ".." || step == ".")
}

fn refusal_of(error: ZipError) -> IntakeError {
    if let ZipError::Io(error) = error {
        inflate::refusal_of(error)
    } else {
        FileRefusal::Structure.into()
    }
}

/// A file that may be read so far and no further.
#[derive(Debug)]
struct Metered<'a> {
    file: &'a File,
    allowance: Rc<Cell<u64>>,
}

impl Read for Metered<'_> {
    fn read(&mut self, into: &mut [u8]) -> std::io::Result<usize> {
        let count = self.file.read(into)?;
        let left = self
            .allowance
            .get()
            .saturating_sub(u64::try_from(count).unwrap_or(u64::MAX));
        self.allowance.set(left);
        if left == 0 {
            Err(Error::other(FileRefusal::TooLarge))
        } else {
            Ok(count)
        }
    }
}

impl Seek for Metered<'_> {
    fn seek(&mut self, to: SeekFrom) -> std::io::Result<u64> {
        self.file.seek(to)
    }
}

/// The packed bytes of one part. It finds its place anew at every read, so that two of them never disturb each other.
#[derive(Debug)]
pub(super) struct Slice<'a> {
    file: &'a File,
    at: u64,
    left: u64,
}

impl Read for Slice<'_> {
    fn read(&mut self, into: &mut [u8]) -> std::io::Result<usize> {
        let most = usize::try_from(self.left)
            .unwrap_or(usize::MAX)
            .min(into.len());
        let into = into.get_mut(..most).unwrap_or_default();
        if into.is_empty() {
            return Ok(0);
        }
        let mut file = self.file;
        file.seek(SeekFrom::Start(self.at))?;
        let count = file.read(into)?;
        let moved = u64::try_from(count).unwrap_or(0);
        self.at += moved;
        self.left -= moved.min(self.left);
        Ok(count)
    }
}
