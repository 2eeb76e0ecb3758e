//! The tables of a finished PDF, cell by cell, as the tags give them to a screen reader: what a file says, whoever
//! made it. Spaces are left out, because the end of a line is none.

use std::collections::HashMap;

use hayro_interpret::font::Glyph;
use hayro_interpret::hayro_cmap::BfString;
use hayro_interpret::hayro_syntax::Pdf;
use hayro_interpret::hayro_syntax::object::{Array, Dict, Name, ObjRef, Object};
use hayro_interpret::{
    BlendMode, ClipPath, Context, Device, GlyphDrawMode, Image, InterpreterCache,
    InterpreterSettings, Paint, PathDrawMode, SoftMask, interpret_page,
};
use kurbo::{Affine, BezPath, Rect};

/// A table: its rows, heads first, and their cells.
pub(crate) type Table = Vec<Vec<String>>;

/// Deeper than any page of ours is tagged; a file that goes on is not one of ours.
const DEEPEST: u8 = 32;

/// The tables of a PDF in reading order; nothing for a file that is no PDF, has no tags, or carries anything that acts
/// or is attached: scripts, forms, links, files.
pub(crate) fn tables(bytes: &[u8]) -> Option<Vec<Table>> {
    let pdf = Pdf::new(bytes.to_vec()).ok()?;
    let root: Dict<'_> = pdf.xref().get(pdf.xref().root_id())?;
    let pages = pdf.pages();
    let acts = ["OpenAction", "AA", "AcroForm", "AF", "Collection"];
    let names: Option<Dict<'_>> = root.get("Names");
    let attached = names.is_some_and(|names| {
        names.contains_key("EmbeddedFiles") || names.contains_key("JavaScript")
    });
    let linked = pages.iter().any(|page| page.raw().contains_key("Annots"));
    if attached || linked || acts.iter().any(|key| root.contains_key(key)) {
        return None;
    }
    let mut reader = Reader {
        texts: texts(&pdf)?,
        tables: Vec::new(),
    };
    let tags: Dict<'_> = root.get("StructTreeRoot")?;
    reader.below(&tags, None, Place::Outside, 0)?;
    Some(reader.tables)
}

/// A text without its spaces, as [`tables`] gives it.
pub(crate) fn squeezed(text: &str) -> String {
    let is_space = |letter: char| letter.is_whitespace() || letter == '\u{200b}';
    text.chars().filter(|letter| !is_space(*letter)).collect()
}

/// A page's object and the number of a marked piece of its content.
type Piece = (ObjRef, i32);

/// What every marked piece of the pages says.
fn texts(pdf: &Pdf) -> Option<HashMap<Piece, String>> {
    let mut texts = HashMap::new();
    for page in pdf.pages().iter() {
        let cache = InterpreterCache::new();
        let anywhere = Rect::new(0.0, 0.0, 1.0, 1.0);
        let settings = InterpreterSettings::default();
        let mut context = Context::new(Affine::IDENTITY, anywhere, &cache, pdf.xref(), settings);
        let mut letters = Letters::default();
        interpret_page(page, &mut context, &mut letters);
        let page = ObjRef::from(page.raw().obj_id()?);
        let pieces = letters.pieces.into_iter();
        texts.extend(pieces.map(|(piece, text)| ((page, piece), text)));
    }
    Some(texts)
}

/// Where the walk along the tags is.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Place {
    Outside,
    Table,
    Cell,
}

struct Reader {
    texts: HashMap<Piece, String>,
    tables: Vec<Table>,
}

impl Reader {
    /// Walks the children of a tag; nothing when they are not what a PDF may have.
    fn below(
        &mut self,
        tag: &Dict<'_>,
        page: Option<ObjRef>,
        place: Place,
        depth: u8,
    ) -> Option<()> {
        if depth > DEEPEST {
            return None;
        }
        let page = tag.get_ref("Pg").or(page);
        if let Some(children) = tag.get::<Array<'_>>("K") {
            for child in children.iter::<Object<'_>>() {
                self.child(child, page, place, depth)?;
            }
            return Some(());
        }
        match tag.get::<Object<'_>>("K") {
            Some(child) => self.child(child, page, place, depth),
            None => Some(()),
        }
    }

    fn child(
        &mut self,
        child: Object<'_>,
        page: Option<ObjRef>,
        place: Place,
        depth: u8,
    ) -> Option<()> {
        if let Some(piece) = child.clone().into_i32() {
            return self.say((page?, piece), place);
        }
        let tag = child.into_dict()?;
        if let Some(piece) = tag.get::<i32>("MCID") {
            return self.say((tag.get_ref("Pg").or(page)?, piece), place);
        }
        let name = tag.get::<Name<'_>>("S");
        let name = name.as_ref().map_or("", |name| name.as_str());
        let place = match (name, place) {
            ("Table", Place::Outside) => {
                self.tables.push(Table::new());
                Place::Table
            }
            ("TR", Place::Table) => {
                self.tables.last_mut()?.push(Vec::new());
                Place::Table
            }
            ("TH" | "TD", Place::Table) => {
                self.tables.last_mut()?.last_mut()?.push(String::new());
                Place::Cell
            }
            ("Table" | "TR" | "TH" | "TD", _) => return None,
            (_, place) => place,
        };
        self.below(&tag, page, place, depth + 1)
    }

    /// A piece of content: part of a cell, or of no interest.
    fn say(&mut self, piece: Piece, place: Place) -> Option<()> {
        match place {
            Place::Outside => Some(()),
            Place::Table => None,
            Place::Cell => {
                let text = self.texts.get(&piece).map_or("", String::as_str);
                let cell = self.tables.last_mut()?.last_mut()?.last_mut()?;
                cell.push_str(&squeezed(text));
                Some(())
            }
        }
    }
}

/// Gathers letters by the marked piece they stand in.
#[derive(Default)]
struct Letters {
    open: Vec<Option<i32>>,
    pieces: HashMap<i32, String>,
}

impl Device<'_> for Letters {
    fn draw_glyph(
        &mut self,
        glyph: &Glyph<'_>,
        _: Affine,
        _: Affine,
        _: &Paint<'_>,
        _: &GlyphDrawMode,
    ) {
        let Some(piece) = self.open.iter().rev().find_map(|piece| *piece) else {
            return;
        };
        let text = self.pieces.entry(piece).or_default();
        match glyph.as_unicode() {
            Some(BfString::Char(letter)) => text.push(letter),
            Some(BfString::String(letters)) => text.push_str(&letters),
            None => text.push(char::REPLACEMENT_CHARACTER),
        }
    }

    fn begin_marked_content(&mut self, _: &[u8], piece: Option<i32>) {
        self.open.push(piece);
    }

    fn end_marked_content(&mut self) {
        self.open.pop();
    }

    fn set_soft_mask(&mut self, _: Option<SoftMask<'_>>) {}
    fn set_blend_mode(&mut self, _: BlendMode) {}
    fn draw_path(&mut self, _: &BezPath, _: Affine, _: &Paint<'_>, _: &PathDrawMode) {}
    fn push_clip_path(&mut self, _: &ClipPath) {}
    fn push_transparency_group(&mut self, _: f32, _: Option<SoftMask<'_>>, _: BlendMode) {}
    fn draw_image(&mut self, _: Image<'_, '_>, _: Affine) {}
    fn pop_clip_path(&mut self) {}
    fn pop_transparency_group(&mut self) {}
}
