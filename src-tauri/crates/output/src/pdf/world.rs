//! Everything the layout engine may see: two templates, one JSON document, the charts and two fonts. There is
//! no file system, no package, no clock.

use std::collections::BTreeMap;
use std::sync::LazyLock;
use typst::diag::{FileError, FileResult};
use typst::foundations::{Bytes, Datetime, Duration};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Library, LibraryExt, World};

const REGULAR: &[u8] = include_bytes!("../../fonts/AtkinsonHyperlegibleNext-Regular.ttf");
const BOLD: &[u8] = include_bytes!("../../fonts/AtkinsonHyperlegibleNext-Bold.ttf");

static FONTS: LazyLock<Vec<Font>> = LazyLock::new(|| {
    [REGULAR, BOLD]
        .into_iter()
        .flat_map(|bytes| Font::iter(Bytes::new(bytes)))
        .collect()
});

/// The closed world of one document.
pub(super) struct Pages {
    library: LazyHash<Library>,
    book: LazyHash<FontBook>,
    main: FileId,
    sources: BTreeMap<String, Source>,
    files: BTreeMap<String, Bytes>,
}

fn file_id(name: &str) -> Option<FileId> {
    Some(RootedPath::new(VirtualRoot::Project, VirtualPath::new(name).ok()?).intern())
}

fn name_of(id: FileId) -> String {
    id.get().vpath().get_without_slash().to_owned()
}

impl Pages {
    /// Puts a document together: `main.typ` reads `content.json` and drawings by their names.
    pub(super) fn new(
        base: &str,
        main: &str,
        content: Vec<u8>,
        drawings: Vec<(String, Vec<u8>)>,
    ) -> Option<Self> {
        let mut sources = BTreeMap::new();
        for (name, text) in [("base.typ", base), ("main.typ", main)] {
            sources.insert(
                name.to_owned(),
                Source::new(file_id(name)?, text.to_owned()),
            );
        }
        let mut files = BTreeMap::from([("content.json".to_owned(), Bytes::new(content))]);
        files.extend(
            drawings
                .into_iter()
                .map(|(name, drawing)| (name, Bytes::new(drawing))),
        );
        Some(Self {
            library: LazyHash::new(Library::builder().build()),
            book: LazyHash::new(FontBook::from_fonts(FONTS.iter())),
            main: file_id("main.typ")?,
            sources,
            files,
        })
    }
}

impl World for Pages {
    fn library(&self) -> &LazyHash<Library> {
        &self.library
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &self.book
    }

    fn main(&self) -> FileId {
        self.main
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        self.sources
            .get(&name_of(id))
            .cloned()
            .ok_or(FileError::AccessDenied)
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        self.files
            .get(&name_of(id))
            .cloned()
            .ok_or(FileError::AccessDenied)
    }

    fn font(&self, index: usize) -> Option<Font> {
        FONTS.get(index).cloned()
    }

    fn today(&self, _offset: Option<Duration>) -> Option<Datetime> {
        None
    }
}
