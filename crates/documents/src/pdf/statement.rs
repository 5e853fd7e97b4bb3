//! PDF of documents: how does a statement look on paper and read aloud?
//!
//! The same blocks as text and HTML, in the same order, tagged: headings nest, tables have heads, the bar
//! has words. Each document begins on a page of its own and counts its own pages.

use super::flow::{Flow, LEFT, Look, RIGHT, TOP};
use super::{BLACK, Color, Font, PAGE, Paper, Role, table};
use crate::block::{Block, Document, Figure, Letterhead, Part, Section};
use crate::format::{dollars, fill};

pub(crate) const BODY: Look = Look::new(Font::Helvetica, 1_000, BLACK);
pub(crate) const STRONG: Look = Look::new(Font::Bold, 1_000, BLACK);
pub(crate) const SMALL: Look = Look::new(Font::Helvetica, 850, SOFT);
pub(crate) const LINE: Color = Color(0xc8, 0xd2, 0xd8);
const SOFT: Color = Color(0x45, 0x50, 0x58);
const TINT: Color = Color(0xf0, 0xf5, 0xf7);
const NAME: Look = Look::new(Font::Bold, 1_200, BLACK);
const TITLE: Look = Look::new(Font::Bold, 1_800, BLACK);
const HEADING: Look = Look::new(Font::Bold, 1_300, BLACK);
const SUBHEADING: Look = Look::new(Font::Bold, 1_100, BLACK);
const AMOUNT: Look = Look::new(Font::Bold, 2_600, BLACK);

/// Documents, one after another.
pub(crate) fn statements(documents: &[Document]) -> Vec<u8> {
    let mut paper = Paper::new();
    for (number, document) in documents.iter().enumerate() {
        let first = paper.pages();
        paper.begin(Role::Article);
        let mut flow = Flow::start(&mut paper);
        flow.blocks(&document.blocks);
        let label = if documents.len() > 1 { format!("{}.", number + 1) } else { String::new() };
        paper.end();
        margins(&mut paper, document, first);
        paper.label_from(first, &label);
    }
    if documents.is_empty() {
        paper.add_page();
    }
    let words = documents.first().map_or(crate::Language::default().words(), |it| it.words);
    let title = match documents {
        [only] => &only.title,
        _ => words.statements,
    };
    paper.finish(title, words.tag)
}

/// The title above every page but the first, and which page it is below.
fn margins(paper: &mut Paper, document: &Document, first: usize) {
    let count = paper.pages() - first;
    for page in 0..count {
        let numbers = [("page", (page + 1).to_string()), ("pages", count.to_string())];
        let numbers = numbers.each_ref().map(|(name, value)| (*name, value.as_str()));
        let below = fill(document.words.page, &numbers);
        let x = RIGHT - SMALL.width(&below);
        paper.artifact(first + page, |pen| {
            let at = (x, PAGE.1 - 4_200);
            pen.text(SMALL.font, SMALL.size, SMALL.color, at, &below);
            if page > 0 {
                let line = SMALL.lines(&document.title, RIGHT - LEFT).into_iter().next();
                let line = line.unwrap_or_default();
                pen.encoded(SMALL.font, SMALL.size, SMALL.color, (LEFT, 4_500), &line);
            }
        });
    }
}

impl Flow<'_> {
    fn blocks(&mut self, blocks: &[Block]) {
        for block in blocks {
            match block {
                Block::Letterhead(letterhead) => self.letterhead(letterhead),
                Block::Figure(figure) => self.figure(figure),
                Block::Bar { alternative, parts } => self.bar(alternative, parts),
                Block::Text(text) => {
                    self.text(Role::Paragraph, BODY, LEFT, RIGHT - LEFT, text);
                    self.y += 500;
                }
                Block::List(items) => self.list(items),
                Block::Table(table) => table::draw(self, table),
                Block::Section(section) => self.section(section),
            }
        }
    }

    /// The sender above the receiver on the left, where an envelope has its window; the facts on the right.
    fn letterhead(&mut self, letterhead: &Letterhead) {
        let middle = PAGE.0 / 2;
        let width = middle - LEFT - 600;
        for (index, line) in letterhead.from.iter().enumerate() {
            let look = if index == 0 { NAME } else { BODY };
            self.text(Role::Paragraph, look, LEFT, width, line);
        }
        let below = self.y;
        self.y = TOP;
        self.text(Role::Heading(1), TITLE, middle, RIGHT - middle, letterhead.heading);
        self.y += 400;
        for (name, value) in &letterhead.facts {
            let base = self.y + BODY.size;
            self.paper.begin(Role::Paragraph);
            self.paper.marked(|pen| {
                pen.text(SMALL.font, SMALL.size, SMALL.color, (middle, base), name);
            });
            let lines = BODY.lines(value, RIGHT - middle - 9_000);
            self.lines(BODY, middle + 9_000, &lines);
            self.paper.end();
        }
        self.y = self.y.max(below).max(TOP + 7_200);
        self.y += 1_400;
        for line in &letterhead.to {
            self.text(Role::Paragraph, BODY, LEFT + 1_800, width, line);
        }
        self.y += 1_600;
    }

    fn figure(&mut self, figure: &Figure) {
        let amount = dollars(figure.amount);
        let x = LEFT + 1_400;
        let side = x + AMOUNT.width(&amount).max(SUBHEADING.width(figure.label)) + 2_400;
        let draw = |flow: &mut Flow<'_>| {
            let top = flow.y + 1_000;
            flow.y = top;
            flow.text(Role::Heading(2), SUBHEADING, x, RIGHT - x, figure.label);
            flow.text(Role::Paragraph, AMOUNT, x, RIGHT - x, &amount);
            let left = flow.y;
            flow.y = top + 300;
            for sentence in &figure.sentences {
                flow.text(Role::Paragraph, BODY, side, RIGHT - side - 1_200, sentence);
                flow.y += 200;
            }
            flow.y = flow.y.max(left) + 900;
        };
        let height = Flow::height_of(draw).unwrap_or(0);
        self.ensure(height);
        let (y, page) = (self.y, self.page());
        self.paper.artifact(page, |pen| {
            pen.tint(TINT, (LEFT, y), (RIGHT - LEFT, height));
            pen.tint(color(Part::Due), (LEFT, y), (400, height));
        });
        self.paper.begin(Role::Section);
        draw(self);
        self.paper.end();
        self.y += 1_400;
    }

    fn bar(&mut self, alternative: &str, parts: &[(Part, u16)]) {
        self.ensure(2_000);
        let whole: i32 = parts.iter().map(|(_, share)| i32::from(*share)).sum();
        let (y, width) = (self.y, RIGHT - LEFT);
        self.paper.begin(Role::Figure);
        self.paper.describe(alternative);
        self.paper.marked(|pen| {
            let mut before = 0;
            for (part, share) in parts {
                let x = LEFT + width * before / whole.max(1);
                before += i32::from(*share);
                let end = LEFT + width * before / whole.max(1);
                pen.tint(color(*part), (x, y), ((end - x - 100).max(100), 1_200));
            }
        });
        self.paper.end();
        self.y += 2_000;
    }

    fn list(&mut self, items: &[String]) {
        self.paper.begin(Role::List);
        for item in items {
            self.paper.begin(Role::Item);
            let lines = BODY.lines(item, RIGHT - LEFT - 1_200);
            self.ensure(BODY.leading());
            let (y, page) = (self.y, self.page());
            self.paper.artifact(page, |pen| pen.tint(SOFT, (LEFT + 200, y + 550), (250, 250)));
            self.lines(BODY, LEFT + 1_200, &lines);
            self.paper.end();
            self.y += 150;
        }
        self.paper.end();
        self.y += 350;
    }

    /// A heading stands with all of its section where that belongs together, else with its first block.
    fn section(&mut self, section: &Section) {
        let look = if section.level == 2 { HEADING } else { SUBHEADING };
        let draw = |flow: &mut Flow<'_>, blocks: &[Block]| {
            flow.text(Role::Heading(section.level), look, LEFT, RIGHT - LEFT, &section.heading);
            flow.y += 300;
            flow.blocks(blocks);
        };
        let first = section.blocks.get(..1).unwrap_or_default();
        let kept = if section.together { &section.blocks } else { first };
        let height = Flow::height_of(|flow| draw(flow, kept));
        self.ensure(height.unwrap_or(look.leading() + 6 * BODY.leading()));
        self.paper.begin(Role::Section);
        draw(self, &section.blocks);
        self.paper.end();
        self.y += 700;
    }
}

/// The colour of a part of the charges, as on the page of HTML.
pub(crate) fn color(part: Part) -> Color {
    match part {
        Part::Insurance => Color(0x17, 0x6b, 0x87),
        Part::Discount => Color(0x3c, 0x8f, 0x84),
        Part::Other => Color(0x7f, 0x6b, 0xab),
        Part::Paid => Color(0x33, 0x51, 0x8f),
        Part::Waiting => Color(0x7a, 0x88, 0x96),
        Part::Due => Color(0xc0, 0x73, 0x0b),
    }
}
