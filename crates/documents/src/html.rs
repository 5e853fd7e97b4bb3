//! HTML: how does a document look in a browser, read aloud, and on paper?
//!
//! One page that needs nothing else: style inside, no script, nothing loaded, and a policy in its head
//! that forbids both. Headings nest, tables have captions and scopes, the bar has words. Tables keep their
//! roles where a narrow screen lays their cells out as a list.

use core::fmt::Write;

use superbill_types::Money;

use crate::block::{Block, Document, Figure, Letterhead, Part, Row, Section, Table};
use crate::format::{amount, dollars, visible};
use crate::words::Words;

/// Renders documents as articles of one page, each starting a sheet of its own.
pub(crate) fn render(documents: &[Document]) -> String {
    let words = documents.first().map_or(crate::Language::default().words(), |first| first.words);
    let mut page = Page { out: String::with_capacity(16_384), words };
    page.raw("<!doctype html>\n<html lang=\"");
    page.raw(words.tag);
    page.raw("\">\n<head>\n<meta charset=\"utf-8\">\n");
    page.raw("<meta http-equiv=\"Content-Security-Policy\" ");
    page.raw("content=\"default-src 'none'; style-src 'unsafe-inline'\">\n");
    page.raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
    page.raw("<meta name=\"color-scheme\" content=\"light dark\">\n");
    page.raw("<meta name=\"referrer\" content=\"no-referrer\">\n");
    page.raw("<meta name=\"format-detection\" content=\"telephone=no\">\n<title>");
    match documents {
        [only] => page.text(&only.title),
        _ => page.raw(words.statements),
    }
    page.raw("</title>\n<style>\n");
    page.raw(STYLE);
    page.raw("</style>\n</head>\n<body>\n<main>\n");
    for document in documents {
        page.words = document.words;
        page.raw("<article lang=\"");
        page.raw(document.words.tag);
        page.raw("\">\n");
        page.blocks(&document.blocks);
        page.raw("</article>\n");
    }
    page.raw("</main>\n</body>\n</html>\n");
    page.out
}

struct Page {
    out: String,
    words: &'static Words,
}

impl Page {
    /// Markup of ours.
    fn raw(&mut self, markup: &str) {
        self.out.push_str(markup);
    }

    /// A value, safe as text and between double quotes.
    fn text(&mut self, value: &str) {
        for letter in visible(value) {
            match letter {
                '&' => self.raw("&amp;"),
                '<' => self.raw("&lt;"),
                '>' => self.raw("&gt;"),
                '"' => self.raw("&quot;"),
                '\'' => self.raw("&#39;"),
                _ => self.out.push(letter),
            }
        }
    }

    /// A value within a start and an end tag.
    fn within(&mut self, start: &str, value: &str, end: &str) {
        self.raw(start);
        self.text(value);
        self.raw(end);
    }

    fn blocks(&mut self, blocks: &[Block]) {
        for block in blocks {
            match block {
                Block::Letterhead(letterhead) => self.letterhead(letterhead),
                Block::Figure(figure) => self.figure(figure),
                Block::Bar { alternative, parts } => self.bar(alternative, parts),
                Block::Text(text) => self.within("<p>", text, "</p>\n"),
                Block::List(items) => {
                    self.raw("<ul>\n");
                    items.iter().for_each(|item| self.within("<li>", item, "</li>\n"));
                    self.raw("</ul>\n");
                }
                Block::Table(table) => self.table(table),
                Block::Section(section) => self.section(section),
            }
        }
    }

    fn letterhead(&mut self, letterhead: &Letterhead) {
        self.raw("<header>\n<address>\n");
        for (index, line) in letterhead.from.iter().enumerate() {
            match index {
                0 => self.within("<strong>", line, "</strong>\n"),
                _ => self.within("<span>", line, "</span>\n"),
            }
        }
        self.raw("</address>\n<div class=\"about\">\n");
        self.within("<h1>", letterhead.heading, "</h1>\n<dl>\n");
        for (name, value) in &letterhead.facts {
            self.within("<div><dt>", name, "</dt>");
            self.within("<dd>", value, "</dd></div>\n");
        }
        self.raw("</dl>\n</div>\n");
        if !letterhead.to.is_empty() {
            self.raw("<address class=\"to\">\n");
            letterhead.to.iter().for_each(|line| self.within("<span>", line, "</span>\n"));
            self.raw("</address>\n");
        }
        self.raw("</header>\n");
    }

    fn figure(&mut self, figure: &Figure) {
        self.open_section("figure", 2, figure.label);
        self.within("<p class=\"amount\">", &dollars(figure.amount), "</p>\n<div>\n");
        figure.sentences.iter().for_each(|sentence| self.within("<p>", sentence, "</p>\n"));
        self.raw("</div>\n</section>\n");
    }

    fn section(&mut self, section: &Section) {
        self.open_section(
            if section.together { "together" } else { "" },
            section.level,
            &section.heading,
        );
        self.blocks(&section.blocks);
        self.raw("</section>\n");
    }

    fn open_section(&mut self, class: &str, level: u8, heading: &str) {
        if class.is_empty() {
            self.raw("<section>\n");
        } else {
            let _ = writeln!(self.out, "<section class=\"{class}\">");
        }
        let _ = write!(self.out, "<h{level}>");
        self.text(heading);
        let _ = writeln!(self.out, "</h{level}>");
    }

    fn bar(&mut self, alternative: &str, parts: &[(Part, u16)]) {
        self.within("<div class=\"bar\" role=\"img\" aria-label=\"", alternative, "\">");
        for (part, share) in parts {
            let class = class(*part);
            let _ = write!(self.out, "<i class=\"{class}\" style=\"flex-grow:{share}\"></i>");
        }
        self.raw("</div>\n");
    }

    fn table(&mut self, table: &Table) {
        let wide = table.amount_heads.len() > 1;
        self.raw(if wide {
            "<table role=\"table\" class=\"wide\">\n"
        } else {
            "<table role=\"table\">\n"
        });
        self.within("<caption>", table.caption, "</caption>\n");
        self.raw("<thead role=\"rowgroup\"><tr role=\"row\">");
        for head in [table.label_head].iter().chain(&table.amount_heads) {
            self.within("<th role=\"columnheader\" scope=\"col\">", head, "</th>");
        }
        self.raw("</tr></thead>\n<tbody role=\"rowgroup\">\n");
        for (index, row) in table.rows.iter().enumerate() {
            self.row(table, row, index == 0 && table.total.is_none());
        }
        self.raw("</tbody>\n");
        if let Some(total) = &table.total {
            self.raw("<tfoot role=\"rowgroup\">\n");
            self.row(table, total, true);
            self.raw("</tfoot>\n");
        }
        self.raw("</table>\n");
    }

    fn row(&mut self, table: &Table, row: &Row, currency: bool) {
        self.raw("<tr role=\"row\"><th role=\"rowheader\" scope=\"row\">");
        if let Some(part) = row.part {
            let _ = write!(self.out, "<i class=\"{}\"></i>", class(part));
        }
        self.text(&row.label);
        if !row.detail.is_empty() {
            self.within(" <small>", &row.detail, "</small>");
        }
        self.raw("</th>");
        for (&value, head) in row.amounts.iter().zip(&table.amount_heads) {
            self.within("<td role=\"cell\" data-head=\"", head, "\">");
            self.amount(value, currency);
            self.raw("</td>");
        }
        self.raw("</tr>\n");
    }

    /// Below zero: parentheses, a colour and, for those who hear it, a word. The closing one hangs, so
    /// that points align.
    fn amount(&mut self, value: Money, currency: bool) {
        let shown = if currency { dollars(value) } else { amount(value) };
        match shown.strip_suffix(')') {
            Some(open) => {
                let minus = self.words.minus;
                let _ = write!(
                    self.out,
                    "<span class=\"minus\"><span class=\"heard\">{minus} </span>{open}<span>)</span></span>"
                );
            }
            None => {
                let _ = write!(self.out, "<span>{shown}</span>");
            }
        }
    }
}

fn class(part: Part) -> &'static str {
    match part {
        Part::Insurance => "insurance",
        Part::Discount => "discount",
        Part::Other => "other",
        Part::Paid => "paid",
        Part::Waiting => "waiting",
        Part::Due => "due",
    }
}

static STYLE: &str = include_str!("statement.css");
