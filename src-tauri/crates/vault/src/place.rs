//! Where a vault lies, judged: network folders lose locks, and synchronising tools have
//! damaged files of every password manager looked at (security.md ref. 4). Creating there
//! needs a confirmation that names the risk; opening shows a banner.

use std::ffi::OsStr;
use std::path::{Path, PathBuf};

/// A tool that copies folders to elsewhere.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum SyncTool {
    /// Microsoft `OneDrive`.
    OneDrive,
    /// Dropbox.
    Dropbox,
    /// Google Drive.
    GoogleDrive,
    /// Apple iCloud Drive.
    ICloud,
    /// Nextcloud or ownCloud.
    Nextcloud,
    /// Syncthing.
    Syncthing,
}

/// A reason to think twice about a place.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum PlaceRisk {
    /// A file system of another computer: its locks cannot be relied on.
    Network,
    /// A folder some tool copies elsewhere, perhaps while it is being written.
    Sync(SyncTool),
}

/// What is known about this computer when a place is judged.
#[derive(Debug, Clone, Default)]
pub struct Surroundings {
    /// Text of `/proc/self/mountinfo`, empty where there is none.
    pub mounts: String,
    /// Folders that synchronising tools announce, as found in the environment.
    pub announced: Vec<(SyncTool, PathBuf)>,
}

impl Surroundings {
    /// Reads them from this computer.
    pub fn of_this_computer() -> Self {
        let variables = ["OneDrive", "OneDriveCommercial", "OneDriveConsumer"];
        let announced = variables
            .iter()
            .filter_map(std::env::var_os)
            .filter(|value| !value.is_empty())
            .map(|value| (SyncTool::OneDrive, PathBuf::from(value)))
            .collect();
        Self {
            mounts: std::fs::read_to_string("/proc/self/mountinfo").unwrap_or_default(),
            announced,
        }
    }
}

/// File systems of other computers, as the kernel names them.
const NETWORK: [&str; 13] = [
    "nfs",
    "nfs4",
    "cifs",
    "smb3",
    "smbfs",
    "9p",
    "afs",
    "ceph",
    "glusterfs",
    "lustre",
    "ncpfs",
    "davfs",
    "gfs2",
];
/// User-space file systems that are usually remote.
const REMOTE_USER_SPACE: [&str; 8] = [
    "sshfs",
    "rclone",
    "gvfsd-fuse",
    "davfs2",
    "s3fs",
    "google-drive-ocamlfuse",
    "onedriver",
    "smbnetfs",
];
/// Beginnings of folder names that tools give to what they copy.
const NAMES: [(&str, SyncTool); 10] = [
    ("onedrive", SyncTool::OneDrive),
    ("dropbox", SyncTool::Dropbox),
    ("google drive", SyncTool::GoogleDrive),
    ("googledrive", SyncTool::GoogleDrive),
    ("my drive", SyncTool::GoogleDrive),
    ("icloud", SyncTool::ICloud),
    ("com~apple~clouddocs", SyncTool::ICloud),
    ("mobile documents", SyncTool::ICloud),
    ("nextcloud", SyncTool::Nextcloud),
    ("owncloud", SyncTool::Nextcloud),
];
/// Files by which tools mark what they copy.
const MARKS: [(&str, SyncTool); 6] = [
    (".stfolder", SyncTool::Syncthing),
    (".dropbox", SyncTool::Dropbox),
    (".dropbox.cache", SyncTool::Dropbox),
    (".tmp.drivedownload", SyncTool::GoogleDrive),
    (".owncloudsync.log", SyncTool::Nextcloud),
    (".nextcloudsync.log", SyncTool::Nextcloud),
];

/// The place a path really names: its folder without links, so that none leads round a judgement.
pub fn resolve(path: &Path) -> PathBuf {
    let path = std::path::absolute(path).unwrap_or_else(|_| path.to_path_buf());
    let folder = path.parent().and_then(|folder| folder.canonicalize().ok());
    match (folder, path.file_name()) {
        (Some(folder), Some(name)) => folder.join(name),
        (Some(_) | None, _) => path,
    }
}

/// The risks of keeping a vault at `path`, without doubles; `exists` says whether a path is
/// there.
pub fn list_risks(
    path: &Path,
    surroundings: &Surroundings,
    exists: impl Fn(&Path) -> bool,
) -> Vec<PlaceRisk> {
    let mut risks = Vec::new();
    if is_network(&surroundings.mounts, path) {
        risks.push(PlaceRisk::Network);
    }
    for (tool, folder) in &surroundings.announced {
        if path.starts_with(folder) {
            risks.push(PlaceRisk::Sync(*tool));
        }
    }
    for folder in path.ancestors().skip(1) {
        let name = folder
            .file_name()
            .and_then(OsStr::to_str)
            .unwrap_or_default();
        let name = name.to_lowercase();
        let named = NAMES.iter().filter(|(start, _)| name.starts_with(start));
        let marked = MARKS.iter().filter(|(mark, _)| exists(&folder.join(mark)));
        risks.extend(named.chain(marked).map(|(_, tool)| PlaceRisk::Sync(*tool)));
    }
    risks.sort_unstable();
    risks.dedup();
    risks
}

/// Whether the innermost mount that holds `path` belongs to another computer.
fn is_network(mounts: &str, path: &Path) -> bool {
    let holding = mounts.lines().filter_map(|line| {
        let (place, kind) = line.split_once(" - ")?;
        let point = PathBuf::from(unescape(place.split(' ').nth(4)?));
        let kind = kind.split(' ').next()?;
        path.starts_with(&point).then_some((point, kind))
    });
    // The last of equally deep mounts covers the ones before.
    let innermost = holding.max_by_key(|(point, _)| point.components().count());
    innermost.is_some_and(|(_, kind)| {
        let user_space = kind.strip_prefix("fuse.").unwrap_or_default();
        NETWORK.contains(&kind) || REMOTE_USER_SPACE.contains(&user_space)
    })
}

/// Mount points write blanks, tabs, line ends and backslashes as octal numbers.
fn unescape(point: &str) -> String {
    [
        ("\\040", " "),
        ("\\011", "\t"),
        ("\\012", "\n"),
        ("\\134", "\\"),
    ]
    .iter()
    .fold(point.to_owned(), |text, (code, plain)| {
        text.replace(code, plain)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    const MOUNTS: &str = "\
22 1 254:0 / / rw,relatime shared:1 - ext4 /dev/vda rw
40 22 0:35 / /mnt/team\\040share rw - cifs //server/share rw
41 22 0:36 / /home/m/remote rw - fuse.sshfs m@host: rw
42 22 0:37 / /home/m/usb rw - fuse.ntfs-3g /dev/sdb1 rw
43 41 0:38 / /home/m/remote/local rw - tmpfs tmpfs rw
";

    #[cfg(unix)]
    #[test]
    fn a_link_leads_to_the_place_it_names() {
        let folder = tempfile::tempdir().unwrap();
        let root = folder.path().canonicalize().unwrap();
        let real = root.join("Dropbox/real");
        std::fs::create_dir_all(&real).unwrap();
        std::os::unix::fs::symlink(&real, root.join("link")).unwrap();
        assert_eq!(resolve(&root.join("link/a.plumb")), real.join("a.plumb"));
        let nowhere = root.join("none/a.plumb");
        assert_eq!(resolve(&nowhere), nowhere);
    }

    fn risks(path: &str, marks: &[&str]) -> Vec<PlaceRisk> {
        let surroundings = Surroundings {
            mounts: MOUNTS.to_owned(),
            announced: vec![(SyncTool::OneDrive, PathBuf::from("/data/od"))],
        };
        let marks: Vec<_> = marks.iter().map(PathBuf::from).collect();
        list_risks(Path::new(path), &surroundings, |path| {
            marks.iter().any(|mark| mark == path)
        })
    }

    #[test]
    fn network_mounts_are_told_from_local_ones() {
        assert_eq!(risks("/mnt/team share/a.plumb", &[]), [PlaceRisk::Network]);
        assert_eq!(risks("/home/m/remote/a.plumb", &[]), [PlaceRisk::Network]);
        assert_eq!(risks("/home/m/remote/local/a.plumb", &[]), []);
        assert_eq!(risks("/home/m/usb/a.plumb", &[]), []);
        assert_eq!(risks("/home/m/a.plumb", &[]), []);
    }

    #[test]
    fn sync_folders_are_known_by_name_by_mark_and_by_announcement() {
        let cases = [
            ("/home/m/Dropbox (Work)/x/a.plumb", SyncTool::Dropbox),
            ("/home/m/OneDrive - Harbour/a.plumb", SyncTool::OneDrive),
            ("/home/m/Nextcloud/a.plumb", SyncTool::Nextcloud),
            ("/data/od/deep/a.plumb", SyncTool::OneDrive),
        ];
        for (path, tool) in cases {
            assert_eq!(risks(path, &[]), [PlaceRisk::Sync(tool)], "{path}");
        }
        assert_eq!(
            risks("/home/m/papers/deep/a.plumb", &["/home/m/papers/.stfolder"]),
            [PlaceRisk::Sync(SyncTool::Syncthing)]
        );
        assert_eq!(
            risks("/home/m/dropbox.plumb", &[]),
            [],
            "a file's own name says nothing"
        );
    }
}
