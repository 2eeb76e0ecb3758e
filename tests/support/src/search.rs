//! Looking for texts that must not be there: in every file of some folders, in every form in which a program
//! might have left them.

use std::fmt;
use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

/// A word that stands nowhere by chance: part of every text that must not be found.
pub const MARK: &str = "Zq7Kanarienvogel";

/// The mark in every form, each written by another program than this one.
pub const MARK_IN_FORMS: [(&str, &[u8]); 15] = [
    ("utf-8", b"Zq7Kanarienvogel"),
    (
        "utf-16 le",
        b"Z\0q\x007\0K\0a\0n\0a\0r\0i\0e\0n\0v\0o\0g\0e\0l\0",
    ),
    (
        "utf-16 be",
        b"\0Z\0q\x007\0K\0a\0n\0a\0r\0i\0e\0n\0v\0o\0g\0e\0l",
    ),
    ("hex", b"5a71374b616e617269656e766f67656c"),
    ("hex in capitals", b"5A71374B616E617269656E766F67656C"),
    (
        "hex of utf-16 le",
        b"5a00710037004b0061006e0061007200690065006e0076006f00670065006c00",
    ),
    (
        "hex of utf-16 be",
        b"005A00710037004B0061006E0061007200690065006E0076006F00670065006C",
    ),
    ("base64", b"WnE3S2FuYXJpZW52b2dlbCBlbmQ="),
    ("base64, a byte later", b"YVpxN0thbmFyaWVudm9nZWwgZW5k"),
    (
        "base64, two bytes later",
        b"YWJacTdLYW5hcmllbnZvZ2VsIGVuZA==",
    ),
    (
        "base64 of utf-16 le",
        b"WgBxADcASwBhAG4AYQByAGkAZQBuAHYAbwBnAGUAbAAgAA==",
    ),
    (
        "base64 of utf-16 le, a byte later",
        b"YVoAcQA3AEsAYQBuAGEAcgBpAGUAbgB2AG8AZwBlAGwAIAA=",
    ),
    (
        "base64 of utf-16 le, two bytes later",
        b"YQBaAHEANwBLAGEAbgBhAHIAaQBlAG4AdgBvAGcAZQBsACAA",
    ),
    (
        "base64 of utf-16 be",
        b"AFoAcQA3AEsAYQBuAGEAcgBpAGUAbgB2AG8AZwBlAGwgAA==",
    ),
    (
        "base64 of utf-16 be, two bytes later",
        b"AGEAWgBxADcASwBhAG4AYQByAGkAZQBuAHYAbwBnAGUAbCAA",
    ),
];

/// A text to look for, in all its forms.
pub struct Wanted {
    name: String,
    forms: Vec<(String, Vec<u8>)>,
}

impl Wanted {
    /// A text under a name that may be printed: plain, as UTF-16, in hexadecimal and in Base64.
    pub fn new(name: &str, text: &str) -> Self {
        let little: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
        let big: Vec<u8> = text.encode_utf16().flat_map(u16::to_be_bytes).collect();
        let mut forms = Vec::new();
        for (plain, bytes) in [
            ("utf-8", text.as_bytes()),
            ("utf-16 le", &little),
            ("utf-16 be", &big),
        ] {
            let digits = bytes.iter().flat_map(|byte| [byte >> 4, byte & 15]);
            let digits: String = digits
                .filter_map(|one| char::from_digit(u32::from(one), 16))
                .collect();
            forms.push((plain.to_owned(), bytes.to_vec()));
            forms.push((
                format!("hex of {plain}"),
                digits.to_uppercase().into_bytes(),
            ));
            forms.push((format!("hex of {plain}"), digits.into_bytes()));
            for shift in 0..3 {
                forms.push((format!("base64 of {plain}"), base64(bytes, shift)));
            }
        }
        Self {
            name: name.to_owned(),
            forms,
        }
    }

    /// The mark as it was typed, also where a sentence made its first letter small, and all in small letters.
    pub fn mark() -> [Self; 2] {
        let rest = MARK.trim_start_matches('Z');
        [
            Self::new("mark", rest),
            Self::new("mark in small letters", &rest.to_lowercase()),
        ]
    }

    /// The forms in which these bytes hold it.
    pub fn found_in(&self, bytes: &[u8]) -> Vec<String> {
        let here = self.forms.iter().filter(|(_, form)| holds(bytes, form));
        here.map(|(form, _)| format!("{} as {form}", self.name))
            .collect()
    }
}

/// Something that should not be there, and where it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    /// Which text, in which form.
    pub what: String,
    /// The file or folder that holds it, or bears it as a name.
    pub path: PathBuf,
}

impl fmt::Display for Found {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{} in {}", self.what, self.path.display())
    }
}

/// Everything of `wanted` found in the files of these folders or in their names, and how many files were looked
/// at. What cannot be looked at is found too, so that nothing hides behind a closed door.
pub fn search(folders: &[&Path], wanted: &[Wanted]) -> (Vec<Found>, usize) {
    let mut looked = Looked::default();
    for folder in folders {
        looked.at_folder(folder, wanted);
    }
    (looked.found, looked.files)
}

/// Puts the mark into a folder in each of [`MARK_IN_FORMS`], one file each, and gives the forms that a search of
/// `folders` does not find there. The files are taken away again.
pub fn missed_in(folder: &Path, folders: &[&Path], wanted: &[Wanted]) -> Vec<&'static str> {
    let file_of = |form: &str| folder.join(format!("control {form}.bin"));
    for (form, bytes) in MARK_IN_FORMS {
        let bytes = [b"\x01before\x00", bytes, b"\x00after\xff"].concat();
        fs::write(file_of(form), bytes).unwrap();
    }
    let (found, _) = search(folders, wanted);
    let mut missed = Vec::new();
    for (form, _) in MARK_IN_FORMS {
        fs::remove_file(file_of(form)).unwrap();
        if !found.iter().any(|one| one.path == file_of(form)) {
            missed.push(form);
        }
    }
    missed
}

#[derive(Default)]
struct Looked {
    found: Vec<Found>,
    files: usize,
}

impl Looked {
    fn at_folder(&mut self, folder: &Path, wanted: &[Wanted]) {
        let entries = match fs::read_dir(folder) {
            Ok(entries) => entries,
            Err(error) => return self.unseen(folder, &error),
        };
        for entry in entries {
            let entry = match entry {
                Ok(entry) => entry,
                Err(error) => return self.unseen(folder, &error),
            };
            let path = entry.path();
            let name = entry.file_name();
            self.note(name.as_encoded_bytes(), " in a name", &path, wanted);
            match entry.file_type() {
                Ok(kind) if kind.is_dir() => self.at_folder(&path, wanted),
                Ok(kind) if kind.is_file() => self.at_file(&path, wanted),
                // A socket or a pipe keeps nothing, and what a link leads to is looked at where it is.
                Ok(_) => {}
                Err(error) => self.unseen(&path, &error),
            }
        }
    }

    fn at_file(&mut self, path: &Path, wanted: &[Wanted]) {
        match fs::read(path) {
            Ok(bytes) => {
                self.files += 1;
                self.note(&bytes, "", path, wanted);
            }
            Err(error) => self.unseen(path, &error),
        }
    }

    fn note(&mut self, bytes: &[u8], place: &str, path: &Path, wanted: &[Wanted]) {
        for what in wanted.iter().flat_map(|one| one.found_in(bytes)) {
            let what = format!("{what}{place}");
            let path = path.to_path_buf();
            self.found.push(Found { what, path });
        }
    }

    /// What goes while we look was a companion of a vault that was just closed, or a page's passing file.
    fn unseen(&mut self, path: &Path, error: &std::io::Error) {
        if error.kind() != ErrorKind::NotFound {
            let what = format!("what nobody could look at ({error})");
            let path = path.to_path_buf();
            self.found.push(Found { what, path });
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
        let wanted = Wanted::mark();
        let folder = tempfile::tempdir().unwrap();
        let missed = missed_in(folder.path(), &[folder.path()], &wanted);
        assert_eq!(missed, Vec::<&str>::new());
        let (found, files) = search(&[folder.path()], &wanted);
        assert!(found.is_empty() && files == 0, "the control is taken away");
        assert!(
            wanted[0]
                .found_in(b"Zq7Kanarienvoge WnE3S2FuYXJp")
                .is_empty()
        );
    }

    #[test]
    fn folders_are_searched_to_the_bottom_names_included() {
        let folder = tempfile::tempdir().unwrap();
        let deep = folder.path().join("one/of Zq7Kanarienvogel");
        fs::create_dir_all(&deep).unwrap();
        fs::write(deep.join("a.log"), "x Zq7Kanarienvogel").unwrap();
        fs::write(deep.join("Zq7Kanarienvogel.txt"), "").unwrap();
        let (found, files) = search(&[folder.path()], &[Wanted::new("mark", MARK)]);
        assert_eq!(files, 2);
        let mut told: Vec<_> = found
            .iter()
            .map(|one| {
                (
                    one.what.as_str(),
                    one.path.strip_prefix(folder.path()).unwrap(),
                )
            })
            .collect();
        told.sort();
        let (deep, name) = (
            Path::new("one/of Zq7Kanarienvogel"),
            "mark as utf-8 in a name",
        );
        assert_eq!(
            told,
            [
                ("mark as utf-8", deep.join("a.log").as_path()),
                (name, deep),
                (name, deep.join("Zq7Kanarienvogel.txt").as_path()),
            ]
        );
    }

    #[test]
    fn a_folder_that_is_not_there_holds_nothing_and_one_that_is_no_folder_is_told() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("file");
        assert!(search(&[&file], &[]).0.is_empty());
        fs::write(&file, "").unwrap();
        let (found, _) = search(&[&file], &[]);
        assert!(found[0].what.starts_with("what nobody could look at"));
    }
}
