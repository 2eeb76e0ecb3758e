//! An archive, written by hand.

use flate2::write::DeflateEncoder;
use flate2::{Compress, Compression, Crc, FlushCompress};
use std::io::Write;

/// One part, with what its headers say of it.
#[derive(Debug, Clone)]
pub(crate) struct Part {
    pub(crate) name: Vec<u8>,
    pub(crate) packed: Vec<u8>,
    pub(crate) method: u16,
    pub(crate) flags: u16,
    pub(crate) crc: u32,
    pub(crate) packed_size: u32,
    pub(crate) size: u32,
    pub(crate) attributes: u32,
    pub(crate) made_by: u16,
    pub(crate) extra: Vec<u8>,
    /// The name in the local header, when it differs.
    pub(crate) local_name: Option<Vec<u8>>,
    /// Where the local header is said to be, when not where it is.
    pub(crate) offset: Option<u32>,
}

fn length(bytes: &[u8]) -> u32 {
    u32::try_from(bytes.len()).expect("test files are small")
}

fn short(bytes: &[u8]) -> u16 {
    u16::try_from(bytes.len()).expect("names are short")
}

fn crc_of(bytes: &[u8]) -> u32 {
    let mut crc = Crc::new();
    crc.update(bytes);
    crc.sum()
}

/// Bytes, deflated.
pub(crate) fn deflate(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = DeflateEncoder::new(Vec::new(), Compression::default());
    encoder.write_all(bytes).expect("memory takes it");
    encoder.finish().expect("memory takes it")
}

/// Bytes, deflated so that anything may follow.
fn flushed(bytes: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(bytes.len() + 1000);
    Compress::new(Compression::best(), false)
        .compress_vec(bytes, &mut out, FlushCompress::Full)
        .expect("memory takes it");
    out
}

impl Part {
    pub(crate) fn stored(name: &str, bytes: &[u8]) -> Self {
        Self {
            name: name.as_bytes().to_vec(),
            packed: bytes.to_vec(),
            method: 0,
            flags: 0x800,
            crc: crc_of(bytes),
            packed_size: length(bytes),
            size: length(bytes),
            attributes: 0,
            made_by: 20,
            extra: Vec::new(),
            local_name: None,
            offset: None,
        }
    }

    pub(crate) fn deflated(name: &str, bytes: &[u8]) -> Self {
        let packed = deflate(bytes);
        Self {
            method: 8,
            packed_size: length(&packed),
            packed,
            ..Self::stored(name, bytes)
        }
        .of_size(length(bytes))
    }

    /// Many times the same bytes, deflated once; nobody reads to the check sum of so much.
    pub(crate) fn repeated(
        name: &str,
        head: &[u8],
        piece: &[u8],
        times: usize,
        tail: &[u8],
    ) -> Self {
        let mut packed = flushed(head);
        packed.extend(flushed(piece).repeat(times));
        packed.extend(deflate(tail));
        let size = length(head) + length(piece) * u32::try_from(times).expect("few") + length(tail);
        Self {
            method: 8,
            packed_size: length(&packed),
            packed,
            ..Self::stored(name, b"")
        }
        .of_size(size)
    }

    fn of_size(self, size: u32) -> Self {
        Self { size, ..self }
    }

    fn header(&self, out: &mut Vec<u8>, name: &[u8]) {
        out.extend(20u16.to_le_bytes());
        out.extend(self.flags.to_le_bytes());
        out.extend(self.method.to_le_bytes());
        out.extend([0, 0, 0x21, 0]);
        out.extend(self.crc.to_le_bytes());
        out.extend(self.packed_size.to_le_bytes());
        out.extend(self.size.to_le_bytes());
        out.extend(short(name).to_le_bytes());
        out.extend(short(&self.extra).to_le_bytes());
    }
}

/// An archive.
#[derive(Debug, Clone, Default)]
pub(crate) struct Zip {
    pub(crate) parts: Vec<Part>,
    pub(crate) comment: Vec<u8>,
    /// How many parts the end is said to have, when not as many as there are.
    pub(crate) count: Option<u16>,
}

impl Zip {
    pub(crate) fn new() -> Self {
        Self::default()
    }

    pub(crate) fn with(mut self, part: Part) -> Self {
        self.parts.push(part);
        self
    }

    pub(crate) fn stored(self, name: &str, bytes: impl AsRef<[u8]>) -> Self {
        self.with(Part::stored(name, bytes.as_ref()))
    }

    pub(crate) fn deflated(self, name: &str, bytes: impl AsRef<[u8]>) -> Self {
        self.with(Part::deflated(name, bytes.as_ref()))
    }

    /// Replaces a part of this name, or adds it.
    pub(crate) fn set(mut self, part: Part) -> Self {
        self.parts.retain(|own| own.name != part.name);
        self.with(part)
    }

    pub(crate) fn without(mut self, name: &str) -> Self {
        self.parts.retain(|part| part.name != name.as_bytes());
        self
    }

    /// Changes what the headers of a part say.
    pub(crate) fn lie(mut self, name: &str, change: impl Fn(&mut Part)) -> Self {
        self.parts
            .iter_mut()
            .filter(|part| part.name == name.as_bytes())
            .for_each(change);
        self
    }

    pub(crate) fn bytes(&self) -> Vec<u8> {
        let mut out = Vec::new();
        let mut directory = Vec::new();
        for part in &self.parts {
            let offset = part.offset.unwrap_or_else(|| length(&out));
            directory.extend(b"PK\x01\x02");
            directory.extend(part.made_by.to_le_bytes());
            part.header(&mut directory, &part.name);
            directory.extend([0; 6]);
            directory.extend(part.attributes.to_le_bytes());
            directory.extend(offset.to_le_bytes());
            directory.extend(&part.name);
            directory.extend(&part.extra);
            if part.offset.is_none() {
                let name = part.local_name.as_ref().unwrap_or(&part.name);
                out.extend(b"PK\x03\x04");
                part.header(&mut out, name);
                out.extend(name);
                out.extend(&part.extra);
                out.extend(&part.packed);
            }
        }
        let start = length(&out);
        let count = self
            .count
            .unwrap_or(u16::try_from(self.parts.len()).expect("few parts"));
        out.extend(&directory);
        out.extend(b"PK\x05\x06\0\0\0\0");
        out.extend(count.to_le_bytes());
        out.extend(count.to_le_bytes());
        out.extend(length(&directory).to_le_bytes());
        out.extend(start.to_le_bytes());
        out.extend(short(&self.comment).to_le_bytes());
        out.extend(&self.comment);
        out
    }
}
