//! Text: how does a document look on a terminal or a line printer?
//!
//! Eighty columns, one character each; amounts end on the same column, with room for a closing
//! parenthesis, so that points stand under each other. A label too wide for its column takes a line of its
//! own, and an amount too wide moves what follows it: nothing is cut.

use crate::block::{Block, Document, Figure, Letterhead, Row, Section, Table};
use crate::format::{amount, dollars, visible};

const WIDTH: usize = 80;
/// Of one column of amounts, the gap before it included.
const AMOUNT: usize = 12;
/// Of a table with one column of amounts: the eye need not cross the page.
const NARROW: usize = 64;

/// Renders documents one after another, a form feed between two.
pub(crate) fn render(documents: &[Document]) -> String {
    let mut page = Page::default();
    for (index, document) in documents.iter().enumerate() {
        if index > 0 {
            page.out.push('\u{c}');
        }
        page.blocks(&document.blocks);
    }
    page.out
}

#[derive(Default)]
struct Page {
    out: String,
}

impl Page {
    fn blocks(&mut self, blocks: &[Block]) {
        for block in blocks {
            match block {
                Block::Letterhead(letterhead) => self.letterhead(letterhead),
                Block::Figure(figure) => self.figure(figure),
                // Its words are the rows of the table beneath it.
                Block::Bar { .. } => {}
                Block::Text(text) => {
                    self.wrap(text, 0);
                    self.line("");
                }
                Block::List(items) => {
                    items.iter().for_each(|item| self.wrap(item, 2));
                    self.line("");
                }
                Block::Table(table) => self.table(table),
                Block::Section(section) => self.section(section),
            }
        }
    }

    fn letterhead(&mut self, letterhead: &Letterhead) {
        letterhead.from.iter().for_each(|line| self.wrap(line, 0));
        self.line("");
        self.wrap(letterhead.heading, 0);
        for (name, value) in &letterhead.facts {
            self.out.push_str(&pad(name, 16));
            self.line(&clean(value));
        }
        self.line("");
        if !letterhead.to.is_empty() {
            letterhead.to.iter().for_each(|line| self.wrap(line, 4));
            self.line("");
        }
    }

    fn figure(&mut self, figure: &Figure) {
        self.rule('=', WIDTH);
        self.wrap(&[figure.label, "  ", &dollars(figure.amount)].concat(), 2);
        figure.sentences.iter().for_each(|sentence| self.wrap(sentence, 2));
        self.rule('=', WIDTH);
        self.line("");
    }

    fn section(&mut self, section: &Section) {
        self.wrap(&section.heading, 0);
        match section.level {
            2 => self.rule('=', WIDTH),
            _ => self.rule('-', count(&section.heading).min(WIDTH)),
        }
        self.blocks(&section.blocks);
    }

    fn table(&mut self, table: &Table) {
        let columns = table.amount_heads.len();
        let width = if columns == 1 { NARROW } else { WIDTH };
        let label = width.saturating_sub(columns * AMOUNT);
        if columns == 1 {
            self.line(table.caption);
        } else {
            self.out.push_str(&pad(table.label_head, label));
            for head in &table.amount_heads {
                self.out.push_str(&pad_left(head, AMOUNT - 1));
                self.out.push(' ');
            }
            self.end_line();
        }
        self.rule('-', width);
        for (index, row) in table.rows.iter().enumerate() {
            self.row(row, label, index == 0 && table.total.is_none());
        }
        if let Some(total) = &table.total {
            if !table.rows.is_empty() {
                self.rule('-', width);
            }
            self.row(total, label, true);
        }
        self.line("");
    }

    /// Label and amounts on one line where they fit; the detail beneath.
    fn row(&mut self, row: &Row, width: usize, currency: bool) {
        let label = clean(&row.label);
        if count(&label) <= width {
            self.out.push_str(&pad(&label, width));
        } else {
            self.wrap(&label, 0);
            self.out.push_str(&pad("", width));
        }
        for &value in &row.amounts {
            let shown = if currency { dollars(value) } else { amount(value) };
            let open = if value.is_negative() { shown } else { shown + " " };
            if count(&open) >= AMOUNT {
                self.out.push(' ');
            }
            self.out.push_str(&pad_left(&open, AMOUNT));
        }
        self.end_line();
        if !row.detail.is_empty() {
            self.wrap(&row.detail, 2);
        }
    }

    fn rule(&mut self, mark: char, width: usize) {
        self.out.extend(core::iter::repeat_n(mark, width));
        self.out.push('\n');
    }

    fn line(&mut self, text: &str) {
        self.out.push_str(text);
        self.end_line();
    }

    fn end_line(&mut self) {
        self.out.truncate(self.out.trim_end_matches(' ').len());
        self.out.push('\n');
    }

    /// Words in lines of at most 80 columns, each after `indent` spaces; longer words are divided.
    fn wrap(&mut self, text: &str, indent: usize) {
        let room = WIDTH - indent;
        let mut used = 0;
        for word in clean(text).split(' ').filter(|word| !word.is_empty()) {
            if used > 0 && used + 1 + count(word) > room {
                self.end_line();
                used = 0;
            }
            self.out.push_str(&pad("", if used == 0 { indent } else { 1 }));
            used += usize::from(used > 0);
            for letter in word.chars() {
                if used == room {
                    self.end_line();
                    self.out.push_str(&pad("", indent));
                    used = 0;
                }
                self.out.push(letter);
                used += 1;
            }
        }
        self.end_line();
    }
}

fn clean(value: &str) -> String {
    visible(value).collect()
}

fn count(text: &str) -> usize {
    text.chars().count()
}

fn pad(text: &str, width: usize) -> String {
    let mut out = String::from(text);
    out.extend(core::iter::repeat_n(' ', width.saturating_sub(count(text))));
    out
}

fn pad_left(text: &str, width: usize) -> String {
    let mut out: String = core::iter::repeat_n(' ', width.saturating_sub(count(text))).collect();
    out.push_str(text);
    out
}
