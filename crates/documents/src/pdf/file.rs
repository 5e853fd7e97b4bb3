//! PDF files: how are pages, fonts, the structure tree and the page labels put into one file?

use pdf_writer::types::{NumberingStyle, StructRole, TableHeaderScope};
use pdf_writer::{Chunk, Finish, Name, Pdf, Rect, Ref, Settings, TextStr};

use super::{Child, Font, PAGE, Paper, Role, points, stamp_name};

/// Objects with a place of their own; the rest follow.
const CATALOG: i32 = 1;
const PAGES: i32 = 2;
const INFO: i32 = 3;
const TREE: i32 = 4;
const FONTS: i32 = 5;
const FIRST: i32 = 8;

/// Where the objects of each kind begin.
struct Places {
    stamps: i32,
    nodes: i32,
    /// The content of a page, and the marks of a page, follow the page.
    pages: i32,
    labels: i32,
}

impl Paper {
    /// The file. The title must name no person: it shows in tabs and histories.
    pub(crate) fn finish(self, title: &str, language: &str) -> Vec<u8> {
        let count = |length: usize| i32::try_from(length).unwrap_or(i32::MAX);
        let stamps = FIRST;
        let nodes = stamps + count(self.stamps.len());
        let pages = nodes + count(self.nodes.len());
        let labels = pages + 3 * count(self.pages.len());
        let places = Places { stamps, nodes, pages, labels };
        let mut pdf = Pdf::with_settings(Settings { pretty: false });
        pdf.set_version(1, 7);
        self.catalog(&mut pdf, &places, language);
        pdf.document_info(Ref::new(INFO)).title(TextStr(title)).producer(TextStr("Superbill"));
        for (font, id) in Font::ALL.into_iter().zip(FONTS..) {
            let mut written = pdf.type1_font(Ref::new(id));
            written.base_font(font.base()).encoding_predefined(Name(b"WinAnsiEncoding"));
        }
        for (content, id) in self.stamps.iter().zip(places.stamps..) {
            let mut stamp = pdf.form_xobject(Ref::new(id), content);
            stamp.bbox(Rect::new(0.0, 0.0, points(PAGE.0), points(PAGE.1)));
            let mut resources = stamp.resources();
            let mut fonts = resources.fonts();
            for (font, id) in Font::ALL.into_iter().zip(FONTS..) {
                fonts.pair(font.resource(), Ref::new(id));
            }
        }
        self.tree(&mut pdf, &places);
        self.write_pages(&mut pdf, &places);
        pdf.finish()
    }

    fn catalog(&self, pdf: &mut Pdf, places: &Places, language: &str) {
        for (label, id) in self.labels.iter().zip(places.labels..) {
            let mut written = pdf.indirect(Ref::new(id)).start::<pdf_writer::writers::PageLabel>();
            written.style(NumberingStyle::Arabic).prefix(TextStr(&label.1));
        }
        let mut catalog = pdf.catalog(Ref::new(CATALOG));
        catalog.pages(Ref::new(PAGES)).lang(TextStr(language));
        catalog.viewer_preferences().display_doc_title(true);
        catalog.mark_info().marked(true);
        catalog.pair(Name(b"StructTreeRoot"), Ref::new(TREE));
        if !self.labels.is_empty() {
            let mut labels = catalog.page_labels();
            let mut numbers = labels.nums();
            for ((page, _), id) in self.labels.iter().zip(places.labels..) {
                numbers.insert(i32::try_from(*page).unwrap_or(i32::MAX), Ref::new(id));
            }
        }
    }

    /// The structure tree, and from each page's marks back to it.
    fn tree(&self, chunk: &mut Chunk, places: &Places) {
        let node = |index: usize| Ref::new(places.nodes + i32::try_from(index).unwrap_or(0));
        let mut root =
            chunk.indirect(Ref::new(TREE)).start::<pdf_writer::writers::StructTreeRoot>();
        root.child(node(0));
        let mut parents = root.parent_tree();
        let mut numbers = parents.nums();
        for index in 0..self.pages.len() {
            let key = i32::try_from(index).unwrap_or(i32::MAX);
            numbers.insert(key, places.page(index, 2));
        }
        numbers.finish();
        parents.finish();
        root.parent_tree_next_key(i32::try_from(self.pages.len()).unwrap_or(i32::MAX));
        root.finish();
        for (index, it) in self.nodes.iter().enumerate() {
            let mut element = chunk.struct_element(node(index));
            element.kind(it.role.role());
            element.parent(it.parent.map_or(Ref::new(TREE), node));
            if let Some(words) = &it.alternative {
                element.alt(TextStr(words));
            }
            if let Some(scope) = it.role.scope() {
                element.attributes().push().table().scope(scope);
            }
            let mut children = element.children();
            for child in &it.children {
                match child {
                    Child::Node(index) => {
                        children.struct_element(node(*index));
                    }
                    Child::Mark { page, id } => {
                        let mut mark = children.marked_content_ref();
                        mark.page(places.page(*page, 0));
                        mark.marked_content_id(i32::try_from(*id).unwrap_or(i32::MAX));
                    }
                }
            }
        }
        for (index, page) in self.pages.iter().enumerate() {
            let marks = page.marks.iter().map(|it| node(*it));
            chunk.indirect(places.page(index, 2)).array().items(marks);
        }
    }

    fn write_pages(self, pdf: &mut Pdf, places: &Places) {
        let count = self.pages.len();
        let mut tree = pdf.pages(Ref::new(PAGES));
        tree.count(i32::try_from(count).unwrap_or(i32::MAX));
        tree.kids((0..count).map(|index| places.page(index, 0)));
        tree.media_box(Rect::new(0.0, 0.0, points(PAGE.0), points(PAGE.1)));
        let mut resources = tree.resources();
        let mut fonts = resources.fonts();
        for (font, id) in Font::ALL.into_iter().zip(FONTS..) {
            fonts.pair(font.resource(), Ref::new(id));
        }
        fonts.finish();
        if !self.stamps.is_empty() {
            let mut stamps = resources.x_objects();
            for (number, id) in (0..self.stamps.len()).zip(places.stamps..) {
                stamps.pair(Name(stamp_name(number).as_bytes()), Ref::new(id));
            }
        }
        resources.finish();
        tree.finish();
        for (index, page) in self.pages.into_iter().enumerate() {
            let mut written = pdf.page(places.page(index, 0));
            written.parent(Ref::new(PAGES)).contents(places.page(index, 1));
            written.struct_parents(i32::try_from(index).unwrap_or(i32::MAX));
            written.finish();
            pdf.stream(places.page(index, 1), page.content.finish().as_slice());
        }
    }
}

impl Places {
    /// A page's own object, its content or its marks.
    fn page(&self, index: usize, which: i32) -> Ref {
        Ref::new(self.pages + 3 * i32::try_from(index).unwrap_or(0) + which)
    }
}

impl Role {
    pub(super) fn role(self) -> StructRole {
        match self {
            Self::Document => StructRole::Document,
            Self::Article => StructRole::Art,
            Self::Section => StructRole::Sect,
            Self::Heading(1) => StructRole::H1,
            Self::Heading(2) => StructRole::H2,
            Self::Heading(_) => StructRole::H3,
            Self::Paragraph => StructRole::P,
            Self::List => StructRole::L,
            Self::Item => StructRole::LI,
            Self::Figure => StructRole::Figure,
            Self::Table => StructRole::Table,
            Self::Caption => StructRole::Caption,
            Self::Row => StructRole::TR,
            Self::ColumnHead | Self::RowHead => StructRole::TH,
            Self::Cell => StructRole::TD,
        }
    }

    fn scope(self) -> Option<TableHeaderScope> {
        match self {
            Self::ColumnHead => Some(TableHeaderScope::Column),
            Self::RowHead => Some(TableHeaderScope::Row),
            _ => None,
        }
    }
}
