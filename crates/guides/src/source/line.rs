//! Lines: what does one line of a `.guide` file say?

use nom::branch::alt;
use nom::bytes::complete::{tag, take_while1};
use nom::character::complete::{char, one_of, u16 as number};
use nom::combinator::{cut, map, opt, value};
use nom::multi::{many0, separated_list1};
use nom::sequence::{delimited, preceded, separated_pair};
use nom::{IResult, Parser};
use superbill_x12::Usage;

use super::lists;
use super::{Element, Form};

/// One line, before it is put in its place.
#[derive(Clone, Debug)]
pub(super) enum Line {
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
pub(super) struct Head {
    pub(super) id: String,
    pub(super) usage: Usage,
    pub(super) max: u16,
    pub(super) name: String,
}

pub(super) fn any_line(input: &str) -> IResult<&str, Line> {
    alt((guide_line, loop_line, segment_line, element_line, composite_line, note_line)).parse(input)
}

fn guide_line(input: &str) -> IResult<&str, Line> {
    let word = || preceded(char(' '), word);
    let (rest, (_, (version, set, functional, title))) =
        (tag("guide"), cut((word(), word(), word(), name))).parse(input)?;
    Ok((rest, Line::Guide([version, set, functional, title])))
}

fn loop_line(input: &str) -> IResult<&str, Line> {
    let like = preceded(tag(" like="), separated_list1(char('/'), id));
    let (rest, (_, (id, (usage, max), position, like, name))) =
        (tag("loop "), cut((id, occurrence, position, opt(like), name))).parse(input)?;
    Ok((rest, Line::Loop { head: Head { id, usage, max, name }, position, like }))
}

fn segment_line(input: &str) -> IResult<&str, Line> {
    let matches = preceded(tag(" match="), separated_list1(char(';'), condition));
    let (rest, (_, (id, (usage, max), position, matches, name))) =
        (tag("seg "), cut((id, occurrence, position, opt(matches), name))).parse(input)?;
    let matches = matches.unwrap_or_default();
    Ok((rest, Line::Segment { head: Head { id, usage, max, name }, position, matches }))
}

fn element_line(input: &str) -> IResult<&str, Line> {
    let kind = preceded(char(' '), alt(["AN", "ID", "N0", "N2", "R", "DT", "TM", "B"].map(tag)));
    let length = preceded(char(' '), separated_pair(number, char('-'), number));
    let keyword = alt((tag("el "), tag("sub ")));
    let (rest, (_, (position, usage, data_element, kind, length))) =
        (keyword, cut((number, usage, preceded(char(' '), id), kind, length))).parse(input)?;
    let codes = preceded(tag(" codes="), separated_list1(char(','), code));
    let counts = map(opt(tag(" counts")), |found| found.is_some());
    let (rest, (limit, codes, external, repeat, counts, name)) = cut((
        opt(preceded(tag(" limit="), number)),
        opt(codes),
        opt(preceded(tag(" codelist="), word)),
        opt(preceded(tag(" repeat="), many)),
        counts,
        name,
    ))
    .parse(rest)?;
    let external: String = external.unwrap_or_default();
    let form = Form::Simple {
        kind: kind.to_owned(),
        length,
        limit: limit.unwrap_or(0),
        codes: codes.unwrap_or_else(|| lists::codes(&external)),
        external,
        counts,
    };
    let repeat = repeat.unwrap_or(1);
    Ok((rest, Line::Element(position, Element { usage, number: data_element, repeat, name, form })))
}

fn composite_line(input: &str) -> IResult<&str, Line> {
    let repeat = opt(preceded(tag(" repeat="), many));
    let (rest, (_, (position, usage, number, repeat, name))) =
        (tag("comp "), cut((number, usage, preceded(char(' '), id), repeat, name))).parse(input)?;
    let form = Form::Composite { parts: Vec::new(), notes: Vec::new() };
    let repeat = repeat.unwrap_or(1);
    Ok((rest, Line::Element(position, Element { usage, number, repeat, name, form })))
}

fn note_line(input: &str) -> IResult<&str, Line> {
    let digits = take_while1(|c: char| c.is_ascii_digit());
    let (rest, (_, (kind, positions))) =
        (tag("syntax "), cut((one_of("PRECL"), digits))).parse(input)?;
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
