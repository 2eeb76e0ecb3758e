//! Unpacking, counted as it happens: what a part says about its own size is never believed.

use super::package::Slice;
use crate::limits::Limits;
use crate::refusal::{FileRefusal, IntakeError};
use flate2::Crc;
use flate2::bufread::DeflateDecoder;
use std::cell::Cell;
use std::io::{BufReader, Error, ErrorKind, Read, Result};
use std::rc::Rc;

/// From this growth on, a file that unpacks to too much is called a bomb and not merely large.
const BOMB_GROWTH: u64 = 20;

/// How much may still be unpacked in one pass, all parts together.
#[derive(Debug, Clone)]
pub(super) struct Budget {
    left: Rc<Cell<u64>>,
    refusal: FileRefusal,
}

impl Budget {
    pub(super) fn new(limits: Limits, size: u64) -> Self {
        let is_bomb = limits.unpacked_bytes / BOMB_GROWTH > size;
        let refusal = if is_bomb {
            FileRefusal::Bomb
        } else {
            FileRefusal::TooLarge
        };
        Self {
            left: Rc::new(Cell::new(limits.unpacked_bytes)),
            refusal,
        }
    }

    fn spend(&self, bytes: u64) -> Result<()> {
        match self.left.get().checked_sub(bytes) {
            Some(left) => {
                self.left.set(left);
                Ok(())
            }
            None => Err(Error::other(self.refusal)),
        }
    }
}

/// A part being unpacked.
#[derive(Debug)]
pub(super) struct Inflated<'a> {
    packed: Packed<'a>,
    crc: Crc,
    expected: u32,
    unpacked: u64,
    limits: Limits,
    budget: Budget,
}

#[derive(Debug)]
enum Packed<'a> {
    Stored(BufReader<Slice<'a>>),
    Deflated(DeflateDecoder<BufReader<Slice<'a>>>),
}

impl<'a> Inflated<'a> {
    pub(super) fn new(
        slice: BufReader<Slice<'a>>,
        form: Form,
        limits: Limits,
        budget: Budget,
    ) -> Self {
        let packed = match form.method {
            Method::Stored => Packed::Stored(slice),
            Method::Deflated => Packed::Deflated(DeflateDecoder::new(slice)),
        };
        Self {
            packed,
            crc: Crc::new(),
            expected: form.crc,
            unpacked: 0,
            limits,
            budget,
        }
    }

    /// Bytes unpacked so far.
    pub(super) fn unpacked(&self) -> u64 {
        self.unpacked
    }

    fn check_growth(&self) -> Result<()> {
        if self.unpacked <= self.limits.ratio_after {
            return Ok(());
        }
        let packed = match &self.packed {
            Packed::Stored(_) => return Ok(()),
            Packed::Deflated(decoder) => decoder.total_in(),
        };
        if self.unpacked > packed.saturating_mul(self.limits.ratio) {
            return Err(Error::other(FileRefusal::Bomb));
        }
        Ok(())
    }
}

/// How a part is packed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Method {
    Stored,
    Deflated,
}

/// How a part is packed, and the check sum of what must come out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Form {
    pub(super) method: Method,
    pub(super) crc: u32,
}

impl Read for Inflated<'_> {
    fn read(&mut self, into: &mut [u8]) -> Result<usize> {
        let count = match &mut self.packed {
            Packed::Stored(slice) => slice.read(into)?,
            Packed::Deflated(decoder) => decoder.read(into)?,
        };
        if count == 0 {
            let is_whole = into.is_empty() || self.crc.sum() == self.expected;
            return if is_whole {
                Ok(0)
            } else {
                Err(Error::other(FileRefusal::Structure))
            };
        }
        let bytes = u64::try_from(count).unwrap_or(u64::MAX);
        self.crc.update(into.get(..count).unwrap_or_default());
        self.unpacked = self.unpacked.saturating_add(bytes);
        self.budget.spend(bytes)?;
        self.check_growth()?;
        Ok(count)
    }
}

/// What a failed read means.
pub(super) fn refusal_of(error: Error) -> IntakeError {
    if let Some(refusal) = error
        .get_ref()
        .and_then(|inner| inner.downcast_ref::<FileRefusal>())
    {
        return (*refusal).into();
    }
    let is_damage = matches!(
        error.kind(),
        ErrorKind::InvalidData | ErrorKind::InvalidInput | ErrorKind::UnexpectedEof
    );
    if is_damage {
        FileRefusal::Structure.into()
    } else {
        IntakeError::Disk(error)
    }
}
