//! Guide sources: what does a `.guide` file say, and where is it wrong?
//!
//! One fact a line, two spaces of indent a level; `data/README.md` has the grammar. Everything is checked
//! here, so that the compiler only lays out what is sound. Errors name file and line.

use core::fmt;

use nom::branch::alt;
use nom::bytes::complete::{tag, take_while1};
use nom::character::complete::{char, one_of, u16 as number};
use nom::combinator::{all_consuming, map, opt, value};
use nom::multi::{many0, separated_list1};
use nom::sequence::{delimited, preceded, separated_pair};
use nom::{IResult, Parser};
use superbill_x12::Usage;

/// A guide as its file says it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Source {
    /// Version, transaction set id, functional id, title.
    pub heading: [String; 4],
    /// Segments and loops of the top level.
    pub children: Vec<Child>,
}

/// A segment or a loop.
#[derive(Clone, Debug, PartialEq)]
pub struct Child {
    /// Line of the file.
    pub line: usize,
    /// Segment or loop id.
    pub id: String,
    /// Whether it must stand.
    pub usage: Usage,
    /// How often it may stand; 0 without limit.
    pub max: u16,
    /// Order among its siblings.
    pub position: u16,
    /// Plain name.
    pub name: String,
    /// What it is made of.
    pub content: Content,
}

/// What a child is made of.
#[derive(Clone, Debug, PartialEq)]
pub enum Content {
    /// Elements; what tells it apart: element, component (0 for the whole), codes.
    Segment {
        /// In order, without gaps.
        elements: Vec<Element>,
        /// Relational conditions such as `P0304`.
        notes: Vec<String>,
        /// Conditions that must all hold.
        matches: Vec<(u8, u8, Vec<String>)>,
    },
    /// Segments and loops.
    Loop(Vec<Child>),
    /// The children of the loop at a path.
    Like(Vec<String>),
}

/// An element or component.
#[derive(Clone, Debug, PartialEq)]
pub struct Element {
    /// Whether it must stand.
    pub usage: Usage,
    /// Data element or composite number.
    pub number: String,
    /// How often it may repeat; 0 without limit.
    pub repeat: u16,
    /// Plain name.
    pub name: String,
    /// Simple or made of components.
    pub form: Form,
}

/// The form of an element.
#[derive(Clone, Debug, PartialEq)]
pub enum Form {
    /// One value.
    Simple {
        /// `AN`, `ID`, `N0`, `N2`, `R`, `DT`, `TM` or `B`.
        kind: String,
        /// Least and most characters.
        length: (u16, u16),
        /// Characters receivers must support; 0 where it is the most.
        limit: u16,
        /// The codes it may hold; empty where any.
        codes: Vec<String>,
        /// Name of an external code list; empty without.
        external: String,
        /// Whether it counts the loops of its parent from 1.
        counts: bool,
    },
    /// Components.
    Composite {
        /// In order, without gaps.
        parts: Vec<Element>,
        /// Relational conditions.
        notes: Vec<String>,
    },
}

/// A line that is not as the format says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SourceError {
    /// File name as given.
    pub file: String,
    /// Line from 1.
    pub line: usize,
    /// What is wrong.
    pub problem: String,
}

impl fmt::Display for SourceError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}: {}", self.file, self.line, self.problem)
    }
}

impl core::error::Error for SourceError {}

/// Reads a `.guide` file.
///
/// # Errors
/// [`SourceError`] at the first line that breaks the grammar or the rules of the format.
pub fn read(file: &str, text: &str) -> Result<Source, SourceError> {
    let fail = |line, problem: String| SourceError { file: file.to_owned(), line, problem };
    let mut lines = Vec::new();
    for (at, line) in (1..).zip(text.lines()) {
        let body = line.trim_start_matches(' ');
        if body.is_empty() || body.starts_with('#') {
            continue;
        }
        let indent = line.len() - body.len();
        if indent % 2 != 0 {
            return Err(fail(at, "indent is not a multiple of two spaces".into()));
        }
        let (_, parsed) = all_consuming(any_line).parse(body).map_err(|error| {
            let rest = match &error {
                nom::Err::Error(e) | nom::Err::Failure(e) => e.input,
                nom::Err::Incomplete(_) => "",
            };
            fail(
                at,
                format!("not understood from `{}` on", rest.chars().take(40).collect::<String>()),
            )
        })?;
        lines.push((at, indent / 2, parsed));
    }
    let mut lines = Lines { file, lines: lines.into_iter().peekable(), last: 0 };
    let Some((_, 0, Line::Guide(heading))) = lines.lines.next() else {
        return Err(fail(1, "a guide begins with a `guide` line".into()));
    };
    let children = lines.children(1)?;
    if let Some((line, ..)) = lines.lines.peek() {
        return Err(fail(*line, "this line does not belong here".into()));
    }
    let source = Source { heading, children };
    check(&source.children, true)
        .and_then(|()| check_paths(&source.children, &source))
        .map_err(|(line, problem)| fail(line, problem))?;
    Ok(source)
}

impl Source {
    /// The children of the loop at a path from the top level.
    #[must_use]
    pub fn at(&self, path: &[String]) -> Option<&Child> {
        let (last, before) = path.split_last()?;
        let mut children = &self.children;
        for step in before {
            let Content::Loop(inner) = &find(children, step)?.content else { return None };
            children = inner;
        }
        find(children, last)
    }
}

fn find<'s>(children: &'s [Child], id: &str) -> Option<&'s Child> {
    children.iter().find(|c| c.id == id && !matches!(c.content, Content::Segment { .. }))
}

type Problem = Result<(), (usize, String)>;

/// The rules of the format that one loop can break.
fn check(children: &[Child], top: bool) -> Problem {
    let mut last = 0;
    for (at, child) in children.iter().enumerate() {
        let fail = |problem: &str| Err((child.line, format!("{}: {problem}", child.id)));
        if child.position < last {
            return fail("positions descend");
        }
        last = child.position;
        if at == 0 && !top {
            let first = matches!(child.content, Content::Segment { .. });
            if !first || child.usage != Usage::Required || child.max != 1 {
                return fail("a loop begins with a segment that is R and stands once");
            }
        }
        match &child.content {
            Content::Loop(inner) if inner.is_empty() => return fail("the loop is empty"),
            Content::Loop(inner) => check(inner, false)?,
            Content::Like(_) => {}
            Content::Segment { elements, matches, .. } => {
                for (element, component, codes) in matches {
                    if !can_match(elements, *element, *component, codes) {
                        return fail("`match` names codes that the element does not list");
                    }
                }
            }
        }
    }
    Ok(())
}

fn can_match(elements: &[Element], element: u8, component: u8, codes: &[String]) -> bool {
    let Some(element) = elements.get(usize::from(element).wrapping_sub(1)) else { return false };
    let element = match (&element.form, component) {
        (Form::Simple { .. }, 0) => Some(element),
        (Form::Composite { parts, .. }, 1..) => parts.get(usize::from(component) - 1),
        _ => None,
    };
    match element.map(|element| &element.form) {
        Some(Form::Simple { codes: listed, .. }) => codes.iter().all(|c| listed.contains(c)),
        _ => false,
    }
}

fn check_paths(children: &[Child], source: &Source) -> Problem {
    for child in children {
        match &child.content {
            Content::Loop(inner) => check_paths(inner, source)?,
            Content::Like(path) => match source.at(path).map(|target| &target.content) {
                Some(Content::Loop(_)) => {}
                _ => return Err((child.line, format!("{}: `like` names no loop", child.id))),
            },
            Content::Segment { .. } => {}
        }
    }
    Ok(())
}

/// One line, before it is put in its place.
#[derive(Clone, Debug)]
enum Line {
    Guide([String; 4]),
    Loop {
        head: Head,
        position: u16,
        like: Option<Vec<String>>,
    },
    Segment {
        head: Head,
        position: u16,
        matches: Vec<(u8, u8, Vec<String>)>,
    },
    /// Element or component, and its position.
    Element(u16, Element),
    Note(String),
}

#[derive(Clone, Debug)]
struct Head {
    id: String,
    usage: Usage,
    max: u16,
    name: String,
}

struct Lines<'f, I: Iterator<Item = (usize, usize, Line)>> {
    file: &'f str,
    lines: core::iter::Peekable<I>,
    last: usize,
}

impl<I: Iterator<Item = (usize, usize, Line)>> Lines<'_, I> {
    /// The next line if it stands at this depth.
    fn next_at(&mut self, depth: usize) -> Option<Line> {
        let (line, _, parsed) = self.lines.next_if(|(_, indent, _)| *indent == depth)?;
        self.last = line;
        Some(parsed)
    }

    fn fail<T>(&self, problem: &str) -> Result<T, SourceError> {
        Err(SourceError { file: self.file.into(), line: self.last, problem: problem.into() })
    }

    fn children(&mut self, depth: usize) -> Result<Vec<Child>, SourceError> {
        let mut out = Vec::new();
        while let Some(parsed) = self.next_at(depth) {
            let line = self.last;
            let (head, position, content) = match parsed {
                Line::Loop { head, position, like: Some(path) } => {
                    (head, position, Content::Like(path))
                }
                Line::Loop { head, position, like: None } => {
                    (head, position, Content::Loop(self.children(depth + 1)?))
                }
                Line::Segment { head, position, matches } => {
                    let (elements, notes) = self.elements(depth + 1)?;
                    (head, position, Content::Segment { elements, notes, matches })
                }
                _ => return self.fail("only loops and segments stand here"),
            };
            let Head { id, usage, max, name } = head;
            out.push(Child { line, id, usage, max, position, name, content });
        }
        Ok(out)
    }

    fn elements(&mut self, depth: usize) -> Result<(Vec<Element>, Vec<String>), SourceError> {
        let (mut elements, mut notes) = (Vec::new(), Vec::new());
        while let Some(parsed) = self.next_at(depth) {
            match parsed {
                Line::Element(position, mut element) => {
                    if usize::from(position) != elements.len() + 1 {
                        return self.fail("element positions have a gap");
                    }
                    if let Form::Composite { parts, notes } = &mut element.form {
                        (*parts, *notes) = self.elements(depth + 1)?;
                        let composite =
                            |part: &Element| matches!(part.form, Form::Composite { .. });
                        if parts.iter().any(composite) {
                            return self.fail("a component cannot be a composite");
                        }
                        if parts.is_empty() && element.usage != Usage::NotUsed {
                            return self.fail("a composite that is used has components");
                        }
                    }
                    elements.push(element);
                }
                Line::Note(note) => notes.push(note),
                _ => return self.fail("only elements and conditions stand here"),
            }
        }
        Ok((elements, notes))
    }
}

fn any_line(input: &str) -> IResult<&str, Line> {
    alt((guide_line, loop_line, segment_line, element_line, composite_line, note_line)).parse(input)
}

fn guide_line(input: &str) -> IResult<&str, Line> {
    let word = || preceded(char(' '), word);
    let (rest, (_, version, set, functional, title)) =
        (tag("guide"), word(), word(), word(), name).parse(input)?;
    Ok((rest, Line::Guide([version, set, functional, title])))
}

fn loop_line(input: &str) -> IResult<&str, Line> {
    let like = preceded(tag(" like="), separated_list1(char('/'), id));
    let (rest, (_, id, (usage, max), position, like, name)) =
        (tag("loop "), id, occurrence, position, opt(like), name).parse(input)?;
    Ok((rest, Line::Loop { head: Head { id, usage, max, name }, position, like }))
}

fn segment_line(input: &str) -> IResult<&str, Line> {
    let matches = preceded(tag(" match="), separated_list1(char(';'), condition));
    let (rest, (_, id, (usage, max), position, matches, name)) =
        (tag("seg "), id, occurrence, position, opt(matches), name).parse(input)?;
    let matches = matches.unwrap_or_default();
    Ok((rest, Line::Segment { head: Head { id, usage, max, name }, position, matches }))
}

fn element_line(input: &str) -> IResult<&str, Line> {
    let kind = preceded(char(' '), alt(["AN", "ID", "N0", "N2", "R", "DT", "TM", "B"].map(tag)));
    let length = preceded(char(' '), separated_pair(number, char('-'), number));
    let (rest, (_, position, usage, data_element, kind, length)) =
        (alt((tag("el "), tag("sub "))), number, usage, preceded(char(' '), id), kind, length)
            .parse(input)?;
    let codes = preceded(tag(" codes="), separated_list1(char(','), code));
    let counts = map(opt(tag(" counts")), |found| found.is_some());
    let (rest, (limit, codes, external, repeat, counts, name)) = (
        opt(preceded(tag(" limit="), number)),
        opt(codes),
        opt(preceded(tag(" codelist="), word)),
        opt(preceded(tag(" repeat="), many)),
        counts,
        name,
    )
        .parse(rest)?;
    let form = Form::Simple {
        kind: kind.to_owned(),
        length,
        limit: limit.unwrap_or(0),
        codes: codes.unwrap_or_default(),
        external: external.unwrap_or_default(),
        counts,
    };
    let repeat = repeat.unwrap_or(1);
    Ok((rest, Line::Element(position, Element { usage, number: data_element, repeat, name, form })))
}

fn composite_line(input: &str) -> IResult<&str, Line> {
    let repeat = opt(preceded(tag(" repeat="), many));
    let (rest, (_, position, usage, number, repeat, name)) =
        (tag("comp "), number, usage, preceded(char(' '), id), repeat, name).parse(input)?;
    let form = Form::Composite { parts: Vec::new(), notes: Vec::new() };
    let repeat = repeat.unwrap_or(1);
    Ok((rest, Line::Element(position, Element { usage, number, repeat, name, form })))
}

fn note_line(input: &str) -> IResult<&str, Line> {
    let digits = take_while1(|c: char| c.is_ascii_digit());
    let (rest, (_, kind, positions)) = (tag("syntax "), one_of("PRECL"), digits).parse(input)?;
    Ok((rest, Line::Note(format!("{kind}{positions}"))))
}

fn condition(input: &str) -> IResult<&str, (u8, u8, Vec<String>)> {
    let place =
        (nom::character::complete::u8, opt(preceded(char('-'), nom::character::complete::u8)));
    let (rest, ((element, component), codes)) =
        separated_pair(place, char(':'), separated_list1(char('|'), code)).parse(input)?;
    Ok((rest, (element, component.unwrap_or(0), codes)))
}

fn occurrence(input: &str) -> IResult<&str, (Usage, u16)> {
    (usage, preceded(char(' '), many)).parse(input)
}

fn usage(input: &str) -> IResult<&str, Usage> {
    preceded(
        char(' '),
        alt((
            value(Usage::Required, char('R')),
            value(Usage::Situational, char('S')),
            value(Usage::NotUsed, char('N')),
        )),
    )
    .parse(input)
}

fn many(input: &str) -> IResult<&str, u16> {
    alt((value(0, tag(">1")), number)).parse(input)
}

fn position(input: &str) -> IResult<&str, u16> {
    preceded(tag(" pos="), number).parse(input)
}

/// The quoted name, and the mark of a row that no second source confirms.
fn name(input: &str) -> IResult<&str, String> {
    let (rest, inside) =
        delimited(tag(" \""), opt(nom::bytes::complete::is_not("\"")), char('"')).parse(input)?;
    let (rest, _) = many0(tag(" ?")).parse(rest)?;
    Ok((rest, inside.unwrap_or("").to_owned()))
}

fn id(input: &str) -> IResult<&str, String> {
    map(take_while1(|c: char| c.is_ascii_alphanumeric() || c == '_'), str::to_owned).parse(input)
}

fn word(input: &str) -> IResult<&str, String> {
    map(take_while1(|c: char| c != ' '), str::to_owned).parse(input)
}

/// A code; an underscore stands for a space.
fn code(input: &str) -> IResult<&str, String> {
    let one = take_while1(|c: char| !" ,|;".contains(c));
    map(one, |text: &str| text.replace('_', " ")).parse(input)
}
