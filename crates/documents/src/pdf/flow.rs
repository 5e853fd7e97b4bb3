//! Flow: how do words fill lines, lines a page, and pages follow each other?
//!
//! Lengths are hundredths of a point. A line is never divided over two pages; whoever has several lines that
//! belong together asks for their room first.

use super::{Color, Font, PAGE, Paper, Role, encode};

/// Edges of what a page says; header and footer stand outside.
pub(crate) const LEFT: i32 = 5_400;
pub(crate) const RIGHT: i32 = PAGE.0 - 5_400;
pub(crate) const TOP: i32 = 6_000;
const BOTTOM: i32 = PAGE.1 - 6_600;

/// How letters look.
#[derive(Clone, Copy)]
pub(crate) struct Look {
    pub(crate) font: Font,
    pub(crate) size: i32,
    pub(crate) color: Color,
}

impl Look {
    pub(crate) const fn new(font: Font, size: i32, color: Color) -> Self {
        Self { font, size, color }
    }

    /// From one line to the next.
    pub(crate) const fn leading(self) -> i32 {
        self.size * 7 / 5
    }

    pub(crate) fn width(self, text: &str) -> i32 {
        self.font.width(&encode(text), self.size)
    }

    /// A text in lines no wider than `width`; a longer word is divided.
    pub(crate) fn lines(self, text: &str, width: i32) -> Vec<Vec<u8>> {
        let mut lines: Vec<Vec<u8>> = Vec::new();
        let mut line: Vec<u8> = Vec::new();
        for word in encode(text).split(|byte| *byte == b' ').filter(|word| !word.is_empty()) {
            let longer = [&line, &b" "[..usize::from(!line.is_empty())], word].concat();
            if self.font.width(&longer, self.size) <= width {
                line = longer;
                continue;
            }
            if !line.is_empty() {
                lines.push(core::mem::take(&mut line));
            }
            for byte in word {
                line.push(*byte);
                if self.font.width(&line, self.size) > width && line.len() > 1 {
                    line.pop();
                    lines.push(core::mem::replace(&mut line, vec![*byte]));
                }
            }
        }
        if !line.is_empty() {
            lines.push(line);
        }
        lines
    }
}

/// Where the next line stands.
pub(crate) struct Flow<'a> {
    pub(crate) paper: &'a mut Paper,
    /// Upper edge of the next line.
    pub(crate) y: i32,
}

impl<'a> Flow<'a> {
    /// Begins on a new page.
    pub(crate) fn start(paper: &'a mut Paper) -> Self {
        paper.add_page();
        Self { paper, y: TOP }
    }

    /// Begins a new page where fewer than so many are left; whether it did.
    pub(crate) fn ensure(&mut self, height: i32) -> bool {
        let full = self.y + height > BOTTOM && self.y > TOP;
        if full {
            self.paper.add_page();
            self.y = TOP;
        }
        full
    }

    /// How high it is where it stands on one page of its own.
    pub(crate) fn height_of(draw: impl FnOnce(&mut Flow<'_>)) -> Option<i32> {
        let mut paper = Paper::new();
        let mut flow = Flow::start(&mut paper);
        draw(&mut flow);
        let height = flow.y - TOP;
        (paper.pages() == 1).then_some(height)
    }

    /// An element with a text of as many lines as it takes.
    pub(crate) fn text(&mut self, role: Role, look: Look, x: i32, width: i32, text: &str) {
        self.paper.begin(role);
        self.lines(look, x, &look.lines(text, width));
        self.paper.end();
    }

    /// Lines of the open element.
    pub(crate) fn lines(&mut self, look: Look, x: i32, lines: &[Vec<u8>]) {
        for line in lines {
            self.ensure(look.leading());
            let at = (x, self.y + look.size);
            self.paper.marked(|pen| pen.encoded(look.font, look.size, look.color, at, line));
            self.y += look.leading();
        }
    }

    /// The last page, for what is drawn around the text.
    pub(crate) fn page(&self) -> usize {
        self.paper.pages().saturating_sub(1)
    }
}
