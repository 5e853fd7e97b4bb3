//! PDF: how do pages become a file that prints, reads aloud and gives its text back?
//!
//! Pages of US letter, built from text, frames and shades in hundredths of a point from the upper left
//! corner. Every text belongs to an element of the structure tree (tagged PDF), in reading order; what is
//! drawn around it is an artifact. No clock and no random number: the same pages give the same bytes.

mod file;
mod flow;
mod font;
mod form;
mod statement;
mod table;

use pdf_writer::types::ArtifactType;
use pdf_writer::{Content, Finish, Name, Str};

pub(crate) use font::{Font, encode};
pub(crate) use form::forms;
pub(crate) use statement::statements;

/// Width and height of US letter.
pub(crate) const PAGE: (i32, i32) = (61_200, 79_200);

/// A colour in 0 to 255.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) struct Color(pub(crate) u8, pub(crate) u8, pub(crate) u8);

pub(crate) const BLACK: Color = Color(0, 0, 0);

/// Pages and the tree of what they say.
pub(crate) struct Paper {
    pages: Vec<Page>,
    nodes: Vec<Node>,
    /// The node new content belongs to, and its ancestors.
    open: Vec<usize>,
    /// Things drawn once and used on several pages.
    stamps: Vec<Vec<u8>>,
    /// Page labels: from which page, and what stands before the number.
    labels: Vec<(usize, String)>,
}

struct Page {
    content: Content,
    /// The node of each piece of marked content.
    marks: Vec<usize>,
}

/// An element of the structure tree.
struct Node {
    role: Role,
    parent: Option<usize>,
    children: Vec<Child>,
    /// What it shows, for those who do not see it.
    alternative: Option<String>,
}

enum Child {
    Node(usize),
    Mark { page: usize, id: usize },
}

/// What an element is.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Role {
    Document,
    Article,
    Section,
    Heading(u8),
    Paragraph,
    List,
    Item,
    Figure,
    Table,
    Caption,
    Row,
    ColumnHead,
    RowHead,
    Cell,
}

impl Paper {
    pub(crate) fn new() -> Self {
        let root = Node { role: Role::Document, parent: None, children: vec![], alternative: None };
        Self { pages: vec![], nodes: vec![root], open: vec![0], stamps: vec![], labels: vec![] }
    }

    pub(crate) fn pages(&self) -> usize {
        self.pages.len()
    }

    pub(crate) fn add_page(&mut self) {
        self.pages.push(Page { content: Content::new(), marks: vec![] });
    }

    /// Labels the pages from `page` on: the prefix with 1, 2, ...
    pub(crate) fn label_from(&mut self, page: usize, prefix: &str) {
        self.labels.push((page, prefix.to_owned()));
    }

    /// Opens an element within the open one.
    pub(crate) fn begin(&mut self, role: Role) {
        let parent = self.open.last().copied();
        let id = self.nodes.len();
        self.nodes.push(Node { role, parent, children: vec![], alternative: None });
        if let Some(parent) = parent.and_then(|parent| self.nodes.get_mut(parent)) {
            parent.children.push(Child::Node(id));
        }
        self.open.push(id);
    }

    pub(crate) fn end(&mut self) {
        self.open.pop();
    }

    /// What the open element shows, in words.
    pub(crate) fn describe(&mut self, words: &str) {
        if let Some(node) = self.open.last().and_then(|open| self.nodes.get_mut(*open)) {
            node.alternative = Some(words.to_owned());
        }
    }

    /// Draws what belongs to the open element, on the last page.
    pub(crate) fn marked(&mut self, draw: impl FnOnce(&mut Pen<'_>)) {
        let (Some(page), Some(&open)) = (self.pages.len().checked_sub(1), self.open.last()) else {
            return;
        };
        let (Some(sheet), Some(node)) = (self.pages.get_mut(page), self.nodes.get_mut(open)) else {
            return;
        };
        let id = sheet.marks.len();
        sheet.marks.push(open);
        node.children.push(Child::Mark { page, id });
        let content = &mut sheet.content;
        let mut mark = content.begin_marked_content_with_properties(node.role.tag());
        mark.properties().identify(i32::try_from(id).unwrap_or(i32::MAX));
        mark.finish();
        draw(&mut Pen { content });
        sheet.content.end_marked_content();
    }

    /// Draws what is read by eye only, on one of the pages.
    pub(crate) fn artifact(&mut self, page: usize, draw: impl FnOnce(&mut Pen<'_>)) {
        let Some(sheet) = self.pages.get_mut(page) else {
            return;
        };
        let content = &mut sheet.content;
        let mut mark = content.begin_marked_content_with_properties(Name(b"Artifact"));
        mark.properties().artifact().kind(ArtifactType::Layout);
        mark.finish();
        draw(&mut Pen { content });
        sheet.content.end_marked_content();
    }

    /// Keeps a drawing for use on several pages; its number.
    pub(crate) fn stamp(&mut self, draw: impl FnOnce(&mut Pen<'_>)) -> usize {
        let mut content = Content::new();
        draw(&mut Pen { content: &mut content });
        self.stamps.push(content.finish().into_vec());
        self.stamps.len() - 1
    }
}

/// Draws on a page. Lengths are hundredths of a point from the upper left corner.
pub(crate) struct Pen<'a> {
    content: &'a mut Content,
}

impl Pen<'_> {
    /// A text with the base of its letters at `y`.
    pub(crate) fn text(&mut self, font: Font, size: i32, color: Color, at: (i32, i32), text: &str) {
        self.encoded(font, size, color, at, &encode(text));
    }

    /// A text that is encoded already.
    pub(crate) fn encoded(
        &mut self,
        font: Font,
        size: i32,
        color: Color,
        at: (i32, i32),
        text: &[u8],
    ) {
        self.fill(color);
        self.content.begin_text().set_font(font.resource(), points(size));
        self.content
            .next_line(points(at.0), points(PAGE.1.saturating_sub(at.1)))
            .show(Str(text))
            .end_text();
    }

    /// A shaded area.
    pub(crate) fn tint(&mut self, color: Color, at: (i32, i32), size: (i32, i32)) {
        self.fill(color);
        self.area(at, size);
        self.content.fill_nonzero();
    }

    /// A frame.
    pub(crate) fn frame(&mut self, color: Color, at: (i32, i32), size: (i32, i32)) {
        self.stroke(color);
        self.area(at, size);
        self.content.stroke();
    }

    /// A line.
    pub(crate) fn line(&mut self, color: Color, from: (i32, i32), to: (i32, i32)) {
        self.stroke(color);
        self.content.move_to(points(from.0), points(PAGE.1 - from.1));
        self.content.line_to(points(to.0), points(PAGE.1 - to.1)).stroke();
    }

    /// A drawing kept before.
    pub(crate) fn stamp(&mut self, number: usize) {
        self.content.x_object(Name(stamp_name(number).as_bytes()));
    }

    fn area(&mut self, (x, y): (i32, i32), (width, height): (i32, i32)) {
        let bottom = points(PAGE.1 - y - height);
        self.content.rect(points(x), bottom, points(width), points(height));
    }

    fn fill(&mut self, Color(red, green, blue): Color) {
        self.content.set_fill_rgb(share(red), share(green), share(blue));
    }

    fn stroke(&mut self, Color(red, green, blue): Color) {
        self.content.set_line_width(points(50));
        self.content.set_stroke_rgb(share(red), share(green), share(blue));
    }
}

impl Role {
    fn tag(self) -> Name<'static> {
        self.role().to_name()
    }
}

fn stamp_name(number: usize) -> String {
    format!("S{number}")
}

/// Hundredths of a point as PDF counts: in points. No amount of money comes this way.
#[expect(clippy::float_arithmetic, reason = "PDF writes lengths as decimal fractions")]
fn points(hundredths: i32) -> f32 {
    f32::from(i16::try_from(hundredths / 100).unwrap_or(i16::MAX))
        + f32::from(i16::try_from(hundredths % 100).unwrap_or(0)) / 100.0
}

#[expect(clippy::float_arithmetic, reason = "PDF writes colours as fractions")]
fn share(part: u8) -> f32 {
    f32::from(part) / 255.0
}
