//! Layouts: where on a form does each field stand, and what does our plain form draw around it?
//!
//! A layout is a data file (`data/*.form`), one statement a line; `#` starts a comment. Columns and lines
//! count from 1 in the form's own grid, decimals allowed:
//!
//! | statement | meaning |
//! |---|---|
//! | `name WORDS` | the form's name |
//! | `page W H`, `origin X Y`, `pitch COLUMN LINE`, `size TYPE` | in points: page, first cell, cell, type |
//! | `field ID X Y WIDTH [right] [needed]` | a place for WIDTH characters |
//! | `box X Y W H [WORDS]`, `tint X Y W H` | a frame with words in its corner; a shaded area |
//! | `line X Y X Y`, `label X Y WORDS`, `title X Y WORDS` | a rule; small words; large words |
//! | `under X Y WORDS` | pale words that values may stand on |
//! | `mark ID X Y [WORDS]` | a field of one character with a square around it and words after it |
//! | `repeat COUNT STEP` ... `end` | the statements between, each time STEP lines lower; `#` is the number |
//!
//! Lengths become hundredths of a point, so that no float decides where a character stands.

use std::collections::BTreeMap;

/// Where everything stands on one form.
#[derive(Default)]
pub(crate) struct Layout {
    pub(crate) name: &'static str,
    /// Width and height of the page.
    pub(crate) page: (i32, i32),
    /// Size of the type.
    pub(crate) size: i32,
    pub(crate) shapes: Vec<Shape>,
    fields: BTreeMap<String, Field>,
    grid: Grid,
}

/// A place for characters.
pub(crate) struct Field {
    /// Left edge.
    pub(crate) x: i32,
    /// Base of the letters, from the top.
    pub(crate) y: i32,
    /// In characters.
    pub(crate) width: usize,
    pub(crate) right: bool,
    /// The form is not complete without it.
    pub(crate) needed: bool,
}

/// What our plain form draws. Lengths in hundredths of a point, from the upper left corner of the page.
pub(crate) enum Shape {
    Frame { x: i32, y: i32, width: i32, height: i32 },
    Tint { x: i32, y: i32, width: i32, height: i32 },
    Line { x: i32, y: i32, to_x: i32, to_y: i32 },
    Words { x: i32, y: i32, size: i32, look: Look, text: String },
}

/// How our words look.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Look {
    Plain,
    Bold,
    Pale,
}

#[derive(Clone, Copy, Default)]
struct Grid {
    origin: (i32, i32),
    pitch: (i32, i32),
    /// Lines added by `repeat`, in hundredths.
    down: i32,
}

impl Layout {
    /// Reads a layout. The error is the first line that is no statement, from 1; a test reads every file.
    pub(crate) fn read(source: &'static str) -> Result<Self, usize> {
        let mut layout = Self::default();
        let lines: Vec<&'static str> = source.lines().collect();
        let mut at = 0;
        while let Some(line) = lines.get(at) {
            match line.strip_prefix("repeat ") {
                Some(rest) => {
                    let end =
                        lines.iter().skip(at).position(|line| *line == "end").ok_or(at + 1)?;
                    let [count, step] = numbers(rest).ok_or(at + 1)?;
                    for turn in 1..=count / 100 {
                        layout.grid.down = (turn - 1) * step;
                        for (offset, line) in lines.iter().enumerate().skip(at + 1).take(end - 1) {
                            layout.statement(line, &turn.to_string()).ok_or(offset + 1)?;
                        }
                    }
                    layout.grid.down = 0;
                    at += end;
                }
                None => layout.statement(line, "").ok_or(at + 1)?,
            }
            at += 1;
        }
        Ok(layout)
    }

    pub(crate) fn field(&self, id: &str) -> Option<(&str, &Field)> {
        self.fields.get_key_value(id).map(|(id, field)| (id.as_str(), field))
    }

    /// The width of one character.
    pub(crate) fn column(&self) -> i32 {
        self.grid.pitch.0
    }

    fn statement(&mut self, line: &'static str, turn: &str) -> Option<()> {
        let line = line.trim();
        if line.is_empty() || line.starts_with('#') {
            return Some(());
        }
        let (verb, rest) = line.split_once(' ')?;
        match verb {
            "name" => self.name = rest,
            "page" => self.page = numbers::<2>(rest).map(into_pair)?,
            "origin" => self.grid.origin = numbers::<2>(rest).map(into_pair)?,
            "pitch" => self.grid.pitch = numbers::<2>(rest).map(into_pair)?,
            "size" => [self.size] = numbers(rest)?,
            "field" => self.add_field(rest, turn)?,
            "mark" => self.add_mark(rest, turn)?,
            _ => self.draw(verb, rest, turn)?,
        }
        Some(())
    }

    fn add_field(&mut self, rest: &str, turn: &str) -> Option<()> {
        let mut words = rest.split_ascii_whitespace();
        let id = words.next()?.replace('#', turn);
        let (x, y) = (number(words.next()?)?, number(words.next()?)?);
        let width = words.next()?.parse().ok()?;
        let flags: Vec<&str> = words.collect();
        let field = Field {
            x: self.grid.x(x),
            y: self.grid.base(y),
            width,
            right: flags.contains(&"right"),
            needed: flags.contains(&"needed"),
        };
        self.fields.insert(id, field).is_none().then_some(())
    }

    fn add_mark(&mut self, rest: &str, turn: &str) -> Option<()> {
        let mut words = rest.splitn(4, ' ');
        let (id, x, y) = (words.next()?, words.next()?, words.next()?);
        self.add_field(&[id, x, y, "1"].join(" "), turn)?;
        let (x, y) = (number(x)?, number(y)?);
        let (left, top) = (self.grid.x(x), self.grid.y(y));
        let (column, line) = self.grid.pitch;
        let inset = line / 8;
        self.shapes.push(Shape::Frame {
            x: left - column / 10,
            y: top + inset,
            width: column + column / 5,
            height: line - 2 * inset,
        });
        if let Some(text) = words.next() {
            let (x, y) = (left + column + column / 3, self.grid.base(y) - 100);
            self.shapes.push(Shape::Words {
                x,
                y,
                size: LABEL,
                look: Look::Plain,
                text: text.into(),
            });
        }
        Some(())
    }

    fn draw(&mut self, verb: &str, rest: &str, turn: &str) -> Option<()> {
        let grid = self.grid;
        match verb {
            "box" => {
                let ([x, y, width, height], words) = leading(rest)?;
                let (x, y) = (grid.x(x), grid.y(y));
                let (width, height) = (grid.across(width), grid.along(height));
                self.shapes.push(Shape::Frame { x, y, width, height });
                self.corner(x, y, &words.replace('#', turn));
            }
            "tint" => {
                let ([x, y, width, height], _) = leading(rest)?;
                let (x, y) = (grid.x(x), grid.y(y));
                let (width, height) = (grid.across(width), grid.along(height));
                self.shapes.push(Shape::Tint { x, y, width, height });
            }
            "line" => {
                let ([x, y, to_x, to_y], _) = leading(rest)?;
                let (x, y, to_x, to_y) = (grid.x(x), grid.y(y), grid.x(to_x), grid.y(to_y));
                self.shapes.push(Shape::Line { x, y, to_x, to_y });
            }
            "label" => {
                let ([x, y], words) = leading(rest)?;
                self.corner(grid.x(x), grid.y(y), &words.replace('#', turn));
            }
            "title" => {
                let ([x, y], words) = leading(rest)?;
                let (x, y, text) = (grid.x(x), grid.base(y), words.into());
                self.shapes.push(Shape::Words { x, y, size: TITLE, look: Look::Bold, text });
            }
            "under" => {
                let ([x, y], words) = leading(rest)?;
                let (x, y, text) = (grid.x(x), grid.base(y), words.into());
                self.shapes.push(Shape::Words { x, y, size: TITLE, look: Look::Pale, text });
            }
            _ => return None,
        }
        Some(())
    }

    /// Words in the upper left corner of a frame; a field number before them is bold.
    fn corner(&mut self, x: i32, y: i32, words: &str) {
        if words.is_empty() {
            return;
        }
        let (x, y, size) = (x + 180, y + 620, LABEL);
        let (first, rest) = words.split_once(' ').unwrap_or((words, ""));
        let mut word = |x, look, text: &str| {
            self.shapes.push(Shape::Words { x, y, size, look, text: text.into() });
        };
        if first.starts_with(|letter: char| letter.is_ascii_digit()) {
            word(x, Look::Bold, first);
            let letters = i32::try_from(first.len()).unwrap_or(0);
            word(x + (letters + 1) * 310, Look::Plain, rest);
        } else {
            word(x, Look::Plain, words);
        }
    }
}

impl Grid {
    fn x(self, column: i32) -> i32 {
        self.origin.0 + self.across(column - 100)
    }

    fn y(self, line: i32) -> i32 {
        self.origin.1 + self.along(line + self.down - 100)
    }

    /// Base of the letters of a line: three quarters down.
    fn base(self, line: i32) -> i32 {
        self.y(line) + self.pitch.1 * 3 / 4
    }

    fn across(self, columns: i32) -> i32 {
        columns * self.pitch.0 / 100
    }

    fn along(self, lines: i32) -> i32 {
        lines * self.pitch.1 / 100
    }
}

/// Size of our labels and titles.
const LABEL: i32 = 550;
const TITLE: i32 = 1000;

fn into_pair(numbers: [i32; 2]) -> (i32, i32) {
    (numbers[0], numbers[1])
}

/// Exactly so many numbers.
fn numbers<const COUNT: usize>(text: &str) -> Option<[i32; COUNT]> {
    let (numbers, rest) = leading(text)?;
    rest.is_empty().then_some(numbers)
}

/// So many numbers, and what follows them.
fn leading<const COUNT: usize>(text: &str) -> Option<([i32; COUNT], &str)> {
    let mut numbers = [0; COUNT];
    let mut rest = text.trim();
    for place in &mut numbers {
        let (word, after) = rest.split_once(' ').unwrap_or((rest, ""));
        *place = number(word)?;
        rest = after.trim_start();
    }
    Some((numbers, rest))
}

/// A number with up to two decimals, in hundredths.
fn number(text: &str) -> Option<i32> {
    let (whole, decimals) = text.split_once('.').unwrap_or((text, ""));
    let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    if whole.is_empty() || !digits(whole) || !digits(decimals) || whole.len() > 4 {
        return None;
    }
    let decimals: i32 = match decimals.len() {
        0 => 0,
        1 => decimals.parse::<i32>().ok()? * 10,
        2 => decimals.parse().ok()?,
        _ => return None,
    };
    Some(whole.parse::<i32>().ok()? * 100 + decimals)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::form::FormKind;

    const ALL: [FormKind; 3] = [FormKind::Cms1500, FormKind::Ub04, FormKind::Ada];

    /// The cells of a field: left, top, right and bottom.
    fn cells(layout: &Layout, field: &Field) -> [i32; 4] {
        let width = i32::try_from(field.width).expect("short") * layout.column();
        let top = field.y - layout.grid.pitch.1 * 3 / 4;
        [field.x, top, field.x + width, top + layout.grid.pitch.1]
    }

    #[test]
    fn every_field_is_on_the_page_and_apart_from_the_others() {
        for kind in ALL {
            let layout = kind.layout();
            let all: Vec<_> = layout.fields.iter().map(|it| (it.0, cells(layout, it.1))).collect();
            for (place, (id, [left, top, right, bottom])) in all.iter().enumerate() {
                let (width, height) = layout.page;
                assert!(*left >= 1_000 && *right <= width - 900, "{kind:?} {id}");
                assert!(*top >= 1_000 && *bottom <= height - 1_000, "{kind:?} {id}");
                for (other, [other_left, other_top, other_right, other_bottom]) in &all[place + 1..]
                {
                    let beside = right <= other_left || other_right <= left;
                    let above = bottom <= other_top || other_bottom <= top;
                    assert!(beside || above, "{kind:?} {id} {other}");
                }
            }
        }
    }

    #[test]
    fn a_line_that_is_no_statement_is_named() {
        for (source, line) in [
            ("page 612 792\nfeild 1 2 3 4", 2),
            ("field 1 2", 1),
            ("field 1 1 1 4\nfield 1 1 2 4", 2),
            ("box 1 1 2.345 1", 1),
            ("repeat 2 1\nbox 1 1 1 1", 1),
            ("repeat 2 1\nfield a 1 1 1\nend", 2),
        ] {
            assert_eq!(Layout::read(source).err(), Some(line), "{source}");
        }
        let layout = Layout::read("repeat 2 1.5\nfield a.# 1 1 1\nend\n").unwrap_or_default();
        assert!(layout.field("a.1").is_some() && layout.field("a.2").is_some());
    }
}
