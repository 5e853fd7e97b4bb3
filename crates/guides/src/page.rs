//! Pages: what does a guide hold, for a person to read?
//!
//! A Markdown page drawn from a [`Source`], with nothing that is not in the table.

use core::fmt::Write;

use superbill_x12::Usage;

use crate::source::{Child, Content, Element, Form, Source};

/// The page of a guide; `name` is that of its file.
#[must_use]
pub fn page(name: &str, guide: &Source) -> String {
    let [version, set_id, functional_id, title] = &guide.heading;
    let mut counts = Counts::default();
    counts.children(&guide.children);
    let Counts { loops, segments, elements, codes } = counts;
    let mut out = format!(
        "# {}: {title}\n\n\
         <!-- Written by `cargo run -p superbill-guides --bin docs` from crates/guides/data/{name}.guide. -->\n\n\
         Version {version}, transaction set {set_id}, functional id {functional_id}. The table holds {loops} loops, \
         {segments} segments, {elements} elements and {codes} places for a code of a list; loops that are alike \
         count once.\n\n\
         R is required, S depends on the case, elements that are not used are left out. A range such as `2-80` is \
         the length in characters; behind `keep to` stands the length that every receiver supports.\n\n\
         ## Loops\n\n```text\n",
        name.to_uppercase()
    );
    outline(&mut out, &guide.children, 0);
    out.push_str("```\n");
    body(&mut out, "Outside any loop", "", &guide.children);
    out
}

/// The tree of loops.
fn outline(out: &mut String, children: &[Child], depth: usize) {
    for child in children {
        if let Content::Segment { .. } = child.content {
            continue;
        }
        let (usage, often) = (letter(child.usage), often(child.max));
        let indent = depth * 2;
        let _ = write!(out, "{:indent$}{} {usage} {often}: {}", "", child.id, child.name);
        match &child.content {
            Content::Loop(inner) => {
                out.push('\n');
                outline(out, inner, depth + 1);
            }
            Content::Like(path) => _ = writeln!(out, " (as {})", path.join("/")),
            Content::Segment { .. } => {}
        }
    }
}

/// The segments of a loop, then the loops in it.
fn body(out: &mut String, title: &str, path: &str, children: &[Child]) {
    let _ = writeln!(out, "\n## {title}");
    for child in children {
        if let Content::Segment { elements, notes, matches } = &child.content {
            segment(out, child, (elements, notes), matches);
        }
    }
    for child in children {
        if let Content::Loop(inner) = &child.content {
            let path =
                if path.is_empty() { child.id.clone() } else { format!("{path}/{}", child.id) };
            body(out, &format!("{path}: {}", child.name), &path, inner);
        }
    }
}

fn segment(
    out: &mut String,
    child: &Child,
    (elements, notes): (&[Element], &[String]),
    matches: &[(u8, u8, Vec<String>)],
) {
    let _ = writeln!(
        out,
        "\n### {} {}\n\n{}, {}{}.\n",
        child.id,
        child.name,
        word(child.usage),
        often(child.max),
        told_apart(&child.id, matches)
    );
    rows(out, elements, "");
    conditions(out, notes, elements, "");
}

/// `, where REF01 is EI or SY`.
fn told_apart(id: &str, matches: &[(u8, u8, Vec<String>)]) -> String {
    let mut out = String::new();
    for (element, component, codes) in matches {
        let part = if *component > 0 { format!("-{component}") } else { String::new() };
        let codes = match codes.len() {
            0..=SHOWN => codes.join(" or "),
            more => format!("one of its {more} codes"),
        };
        let joint = if out.is_empty() { ", where" } else { " and" };
        let _ = write!(out, "{joint} {id}{element:02}{part} is {codes}");
    }
    out
}

/// Elements, or components with the mark `of` before their position; neighbors that are alike in one row.
fn rows(out: &mut String, elements: &[Element], of: &str) {
    let indent = if of.is_empty() { "" } else { "  " };
    let mut first = 1;
    for group in elements.chunk_by(is_alike) {
        let last = first + group.len() - 1;
        let Some(element) = group.first() else { continue };
        let number = |n: usize| if of.is_empty() { format!("{n:02}") } else { format!("{of}{n}") };
        let to = if last > first { format!(" to {}", number(last)) } else { String::new() };
        let position = format!("{}{to}", number(first));
        first = last + 1;
        if element.usage == Usage::NotUsed {
            continue;
        }
        let usage = letter(element.usage);
        let _ = write!(out, "{indent}- `{position}` {usage} {} ({})", element.name, element.number);
        match &element.form {
            Form::Simple { .. } => simple(out, element),
            Form::Composite { parts, notes } => {
                repeats(out, element);
                out.push('\n');
                rows(out, parts, "-");
                conditions(out, notes, parts, "  ");
            }
        }
    }
}

fn is_alike(one: &Element, other: &Element) -> bool {
    let both_unused = one.usage == Usage::NotUsed && other.usage == Usage::NotUsed;
    let same = (one.usage, one.repeat) == (other.usage, other.repeat)
        && (&one.number, &one.form) == (&other.number, &other.form);
    both_unused || same
}

fn simple(out: &mut String, element: &Element) {
    let Form::Simple { kind, length: (least, most), limit, codes, external, counts } =
        &element.form
    else {
        return;
    };
    let _ = write!(out, ", {kind} {least}-{most}");
    if *limit > 0 {
        let _ = write!(out, ", keep to {limit}");
    }
    repeats(out, element);
    if *counts {
        out.push_str(", counts 1, 2, 3");
    }
    if !external.is_empty() {
        let lists = external.split(',').map(|list| list.rsplit(':').next().unwrap_or(list));
        let mut lists: Vec<String> = lists.map(|list| list.replace('_', " ")).collect();
        lists.dedup();
        let _ = write!(out, ", code list: {}", lists.join(" or "));
    }
    match codes.len() {
        0 => {}
        1..=SHOWN => _ = write!(out, ": `{}`", codes.join("` `")),
        more => _ = write!(out, ": {more} codes"),
    }
    out.push('\n');
}

fn repeats(out: &mut String, element: &Element) {
    if element.repeat != 1 {
        let _ = write!(out, ", {}", often(element.repeat));
    }
}

/// Relational conditions in words; not those that elements which are not used leave without effect.
fn conditions(out: &mut String, notes: &[String], elements: &[Element], indent: &str) {
    let is_used = |position: &&str| {
        let at = position.parse::<usize>().ok().and_then(|number| number.checked_sub(1));
        let element = at.and_then(|at| elements.get(at));
        element.is_some_and(|element| element.usage != Usage::NotUsed)
    };
    for note in notes {
        let (kind, digits) = note.split_at(1);
        let positions =
            digits.as_bytes().chunks(2).filter_map(|pair| core::str::from_utf8(pair).ok());
        let positions: Vec<&str> = positions.collect();
        let Some((first, others)) = positions.split_first() else { continue };
        if !is_used(first) && "CL".contains(kind)
            || positions.iter().filter(|it| is_used(it)).count() < 2
        {
            continue;
        }
        let words = match kind {
            "P" => format!("{} together or not at all", positions.join(", ")),
            "R" => format!("at least one of {}", positions.join(", ")),
            "E" => format!("at most one of {}", positions.join(", ")),
            "C" => format!("with {first} also {}", others.join(", ")),
            _ => format!("with {first} at least one of {}", others.join(", ")),
        };
        let _ = writeln!(out, "{indent}- {words}");
    }
}

fn letter(usage: Usage) -> char {
    match usage {
        Usage::Required => 'R',
        Usage::Situational => 'S',
        Usage::NotUsed => 'N',
    }
}

fn word(usage: Usage) -> &'static str {
    match usage {
        Usage::Required => "Required",
        Usage::Situational => "Situational",
        Usage::NotUsed => "Not used",
    }
}

fn often(max: u16) -> String {
    match max {
        0 => "any number".to_owned(),
        1 => "once".to_owned(),
        more => format!("up to {more}"),
    }
}

/// Codes that are listed rather than counted.
const SHOWN: usize = 8;

/// What a guide holds.
#[derive(Default)]
struct Counts {
    loops: usize,
    segments: usize,
    elements: usize,
    codes: usize,
}

impl Counts {
    fn children(&mut self, children: &[Child]) {
        for child in children {
            match &child.content {
                Content::Loop(inner) => {
                    self.loops += 1;
                    self.children(inner);
                }
                Content::Like(_) => {}
                Content::Segment { elements, .. } => {
                    self.segments += 1;
                    self.elements(elements);
                }
            }
        }
    }

    fn elements(&mut self, elements: &[Element]) {
        for element in elements.iter().filter(|element| element.usage != Usage::NotUsed) {
            match &element.form {
                Form::Simple { codes, .. } => {
                    self.elements += 1;
                    self.codes += codes.len();
                }
                Form::Composite { parts, .. } => self.elements(parts),
            }
        }
    }
}
