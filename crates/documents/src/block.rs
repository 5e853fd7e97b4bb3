//! Blocks: what is a document made of, whatever it is rendered to?
//!
//! Between the record and the media: `compose` makes blocks, a renderer lays them out. A renderer knows
//! nothing about statements, and a document nothing about columns or tags. Values are revealed here, so
//! these types have no `Debug`.

use superbill_types::Money;

use crate::words::Words;

/// A composed document.
pub(crate) struct Document {
    pub(crate) words: &'static Words,
    /// Names no person: it shows in tabs and histories.
    pub(crate) title: String,
    pub(crate) blocks: Vec<Block>,
}

pub(crate) enum Block {
    /// Who writes to whom, and about what.
    Letterhead(Letterhead),
    /// The one thing to know.
    Figure(Figure),
    /// One line divided by thousandths, with the words that say the same.
    Bar { alternative: String, parts: Vec<(Part, u16)> },
    /// A paragraph.
    Text(String),
    /// Short paragraphs that belong together, in order.
    List(Vec<String>),
    /// Labels with amounts.
    Table(Table),
    /// Blocks under a heading.
    Section(Section),
}

pub(crate) struct Letterhead {
    /// The sender's name, then address lines.
    pub(crate) from: Vec<String>,
    /// The receiver's name, then address lines.
    pub(crate) to: Vec<String>,
    pub(crate) heading: &'static str,
    pub(crate) facts: Vec<(&'static str, String)>,
}

pub(crate) struct Figure {
    pub(crate) label: &'static str,
    pub(crate) amount: Money,
    /// By when, where there is a day: the sentence to see first.
    pub(crate) sentences: Vec<String>,
}

pub(crate) struct Table {
    pub(crate) caption: &'static str,
    /// Heads: of the labels, then of each amount.
    pub(crate) label_head: &'static str,
    pub(crate) amount_heads: Vec<&'static str>,
    pub(crate) rows: Vec<Row>,
    /// What it comes to; it carries the currency sign, else the first row does.
    pub(crate) total: Option<Row>,
}

pub(crate) struct Row {
    pub(crate) label: String,
    /// Smaller, under the label; may be empty.
    pub(crate) detail: String,
    /// The part of the bar it explains.
    pub(crate) part: Option<Part>,
    pub(crate) amounts: Vec<Money>,
}

impl Row {
    /// A label with one amount.
    pub(crate) fn new(label: &str, amount: Money) -> Self {
        Self { label: label.into(), detail: String::new(), part: None, amounts: vec![amount] }
    }
}

pub(crate) struct Section {
    /// 2 or 3.
    pub(crate) level: u8,
    pub(crate) heading: String,
    /// Not to be divided over pages where it fits on one.
    pub(crate) together: bool,
    pub(crate) blocks: Vec<Block>,
}

/// Where money went; a renderer gives each its own look.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Part {
    Insurance,
    Discount,
    Other,
    Paid,
    Waiting,
    Due,
}
