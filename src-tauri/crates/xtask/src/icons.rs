//! `cargo xtask icons`: the picture files of `icons/`, drawn from the SVG files beside them.
//! Windows and macOS want several sizes in one file; both formats hold plain PNG files, so packing
//! them is a header and a list (Microsoft "ICO", Apple "icns": four letters and a length each).

use std::{fs, path::Path};

use crate::{
    process::{TaskError, command, run},
    setup::{self, Need},
    workspace,
};

/// The drawing made for a size; other sizes use the large one.
const APP: [(u32, &str); 10] = [
    (16, "plumbline-16"),
    (24, "plumbline-24"),
    (32, "plumbline-32"),
    (48, "plumbline"),
    (64, "plumbline"),
    (96, "plumbline"),
    (128, "plumbline"),
    (256, "plumbline"),
    (512, "plumbline"),
    (1024, "plumbline"),
];
const DOCUMENT: [(u32, &str); 7] = [
    (16, "document-16"),
    (32, "document-32"),
    (48, "document"),
    (64, "document"),
    (128, "document"),
    (256, "document"),
    (512, "document"),
];

/// Apple's name of each size. `icp6`, 64 pixels, is left out: old systems draw it wrongly.
const ICNS: [(u32, &[u8; 4]); 6] = [
    (16, b"icp4"),
    (32, b"icp5"),
    (128, b"ic07"),
    (256, b"ic08"),
    (512, b"ic09"),
    (1024, b"ic10"),
];
const ICO: [u32; 5] = [16, 24, 32, 48, 256];

/// Draws everything again.
pub(crate) fn draw() -> Result<(), TaskError> {
    setup::packages(&[Need::Icons])?;
    let folder = workspace::root().join("icons");
    for (name, sizes) in [
        ("plumbline", APP.as_slice()),
        ("document", DOCUMENT.as_slice()),
    ] {
        let pictures = draw_sizes(&folder, name, sizes)?;
        fs::write(folder.join(format!("{name}.ico")), make_ico(&pictures))?;
        fs::write(folder.join(format!("{name}.icns")), make_icns(&pictures))?;
    }
    println!("Drawn again: look at icons/ before you commit.");
    Ok(())
}

/// One PNG file and its size in pixels.
type Picture = (u32, Vec<u8>);

fn draw_sizes(folder: &Path, name: &str, sizes: &[(u32, &str)]) -> Result<Vec<Picture>, TaskError> {
    let mut pictures = Vec::new();
    for (size, drawing) in sizes {
        let file = folder.join(format!("{name}-{size}.png"));
        let side = size.to_string();
        run(command("rsvg-convert", folder)
            .args([
                "--width",
                &side,
                "--height",
                &side,
                &format!("{drawing}.svg"),
                "--output",
            ])
            .arg(&file))?;
        pictures.push((*size, fs::read(&file)?));
    }
    Ok(pictures)
}

fn make_ico(pictures: &[Picture]) -> Vec<u8> {
    let chosen: Vec<_> = pictures
        .iter()
        .filter(|(size, _)| ICO.contains(size))
        .collect();
    let count = u16::try_from(chosen.len()).unwrap_or_default();
    let mut file = [0_u16, 1, count]
        .iter()
        .flat_map(|word| word.to_le_bytes())
        .collect::<Vec<u8>>();
    let mut offset = 6 + 16 * u32::from(count);
    for (size, png) in &chosen {
        let side = u8::try_from(*size).unwrap_or(0);
        let length = length(png);
        file.extend([side, side, 0, 0, 1, 0, 32, 0]);
        file.extend(length.to_le_bytes());
        file.extend(offset.to_le_bytes());
        offset += length;
    }
    file.extend(chosen.iter().flat_map(|(_, png)| png));
    file
}

fn make_icns(pictures: &[Picture]) -> Vec<u8> {
    let mut body = Vec::new();
    for (size, png) in pictures {
        if let Some((_, kind)) = ICNS.iter().find(|(named, _)| named == size) {
            body.extend_from_slice(*kind);
            body.extend((length(png) + 8).to_be_bytes());
            body.extend(png);
        }
    }
    let mut file = b"icns".to_vec();
    file.extend((length(&body) + 8).to_be_bytes());
    file.extend(body);
    file
}

fn length(bytes: &[u8]) -> u32 {
    u32::try_from(bytes.len()).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_ico_entry_points_at_its_picture() {
        let file = make_ico(&[(16, vec![1, 2, 3]), (40, vec![9]), (256, vec![4, 5])]);
        assert_eq!(file[4], 2, "40 pixels are no size of Windows");
        assert_eq!(file[6 + 16], 0, "256 is written as 0");
        let offset = usize::from(file[6 + 16 + 12]);
        assert_eq!(file[offset..], [4, 5]);
    }

    #[test]
    fn an_icns_file_says_its_own_length() {
        let file = make_icns(&[(16, vec![7]), (24, vec![8])]);
        assert_eq!(file, b"icns\0\0\0\x11icp4\0\0\0\x09\x07");
    }
}
