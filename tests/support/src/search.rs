//! Looking for texts that must not be there: in every file of some folders, in every form in which a program
//! might have left them.

use std::fs;
use std::path::{Path, PathBuf};

/// A text to look for, in all its forms.
pub struct Wanted {
    name: String,
    forms: Vec<(&'static str, Vec<u8>)>,
}

impl Wanted {
    /// A text under a name that may be printed: plain, as UTF-16, in hexadecimal and in Base64.
    pub fn new(name: &str, text: &str) -> Self {
        let little: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
        let big: Vec<u8> = text.encode_utf16().flat_map(u16::to_be_bytes).collect();
        let mut forms = vec![
            ("utf-8", text.as_bytes().to_vec()),
            ("utf-16 le", little),
            ("utf-16 be", big),
        ];
        for (plain, hexadecimal, encoded) in [
            ("utf-8", "hex", "base64"),
            ("utf-16 le", "hex of utf-16", "base64 of utf-16"),
        ] {
            let bytes = forms
                .iter()
                .find(|form| form.0 == plain)
                .map(|form| form.1.clone())
                .unwrap_or_default();
            let digits = bytes.iter().flat_map(|byte| [byte >> 4, byte & 15]);
            let digits: String = digits
                .filter_map(|one| char::from_digit(u32::from(one), 16))
                .collect();
            forms.push((hexadecimal, digits.to_uppercase().into_bytes()));
            forms.push((hexadecimal, digits.into_bytes()));
            forms.extend((0..3).map(|shift| (encoded, base64(&bytes, shift))));
        }
        Self {
            name: name.to_owned(),
            forms,
        }
    }

    /// The forms in which these bytes hold it.
    pub fn found_in(&self, bytes: &[u8]) -> Vec<String> {
        let here = self.forms.iter().filter(|(_, form)| holds(bytes, form));
        here.map(|(form, _)| format!("{} as {form}", self.name))
            .collect()
    }
}

/// Everything of `wanted` found in the files of these folders, and how many files were looked at.
pub fn search(folders: &[&Path], wanted: &[Wanted]) -> (Vec<String>, usize) {
    let mut files = Vec::new();
    for folder in folders {
        list(folder, &mut files);
    }
    let mut found = Vec::new();
    for file in &files {
        // A file that goes while we look was a companion of a vault that was just closed.
        let Ok(bytes) = fs::read(file) else { continue };
        let ending = file
            .extension()
            .unwrap_or_default()
            .to_string_lossy()
            .into_owned();
        for one in wanted {
            found.extend(
                one.found_in(&bytes)
                    .into_iter()
                    .map(|what| format!("{what} in a file *.{ending}")),
            );
            let name = file.file_name().unwrap_or_default().to_string_lossy();
            found.extend(
                one.found_in(name.as_bytes())
                    .into_iter()
                    .map(|what| format!("{what} in a file's name")),
            );
        }
    }
    (found, files.len())
}

fn list(folder: &Path, files: &mut Vec<PathBuf>) {
    let Ok(entries) = fs::read_dir(folder) else {
        return;
    };
    for entry in entries.filter_map(Result::ok) {
        match entry.file_type() {
            Ok(kind) if kind.is_dir() => list(&entry.path(), files),
            Ok(kind) if kind.is_file() => files.push(entry.path()),
            Ok(_) | Err(_) => {}
        }
    }
}

/// Whether `bytes` hold `form`: looked for by its rarest-looking byte would be quicker, but the first will do.
fn holds(bytes: &[u8], form: &[u8]) -> bool {
    let Some((first, _)) = form.split_first() else {
        return false;
    };
    let mut rest = bytes;
    while let Some(at) = rest.iter().position(|byte| byte == first) {
        let here = rest.get(at..).unwrap_or_default();
        if here.starts_with(form) {
            return true;
        }
        rest = here.get(1..).unwrap_or_default();
    }
    false
}

/// The part of the Base64 form that does not depend on what stands before and after, for a text that begins
/// `shift` bytes into a group of three.
fn base64(bytes: &[u8], shift: usize) -> Vec<u8> {
    const DIGITS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let padded: Vec<u8> = std::iter::repeat_n(0, shift)
        .chain(bytes.iter().copied())
        .collect();
    let (groups, _) = padded.as_chunks::<3>();
    let digits = groups.iter().flat_map(|[one, two, three]| {
        [
            one >> 2,
            (one & 3) << 4 | two >> 4,
            (two & 15) << 2 | three >> 6,
            three & 63,
        ]
    });
    let digits = digits.filter_map(|digit| DIGITS.get(usize::from(digit)).copied());
    digits.skip(if shift == 0 { 0 } else { 4 }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_found_in_every_form() {
        let wanted = Wanted::new("canary", "QZcanary");
        let utf16: Vec<u8> = "QZcanary"
            .encode_utf16()
            .flat_map(u16::to_le_bytes)
            .collect();
        let texts: [&[u8]; 8] = [
            b"abc QZcanary def",
            &utf16,
            b"515a63616e617279",
            b"515A63616E617279",
            b"UVpjYW5hcnk=",
            b"YVFaY2FuYXJ5",
            b"YWJRWmNhbmFyeQ==",
            b"x51005a00630061006e00610072007900",
        ];
        for text in texts {
            assert!(
                !wanted.found_in(text).is_empty(),
                "{}",
                String::from_utf8_lossy(text)
            );
        }
        assert!(wanted.found_in(b"QZcanarx UVpjYW5").is_empty());
    }

    #[test]
    fn folders_are_searched_to_the_bottom_names_included() {
        let folder = tempfile::tempdir().unwrap();
        let deep = folder.path().join("one/two");
        fs::create_dir_all(&deep).unwrap();
        fs::write(deep.join("a.log"), "x QZcanary").unwrap();
        fs::write(deep.join("QZcanary.txt"), "").unwrap();
        let (found, files) = search(&[folder.path()], &[Wanted::new("canary", "QZcanary")]);
        assert_eq!(files, 2);
        let mut found = found;
        found.sort();
        assert_eq!(
            found,
            [
                "canary as utf-8 in a file *.log",
                "canary as utf-8 in a file's name"
            ]
        );
    }
}
