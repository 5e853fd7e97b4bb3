//! Rows: what are the elements of a segment, drawn so that its relational conditions hold?

use super::value::value;
use super::{Generator, Random};
use crate::source::{Child, Content, Element, Form};
use superbill_x12::Usage;

/// What tells a segment from others of its id: element, component, codes.
pub(super) type Match = (u8, u8, Vec<String>);

/// Elements, conditions and qualifiers of a segment; nothing of a loop.
#[must_use]
pub fn parts(child: &Child) -> (&[Element], &[String], &[Match]) {
    match &child.content {
        Content::Segment { elements, notes, matches } => (elements, notes, matches),
        _ => (&[], &[], &[]),
    }
}

/// Whether the first element counts the loops of its parent.
pub(super) fn counts(child: &Child) -> bool {
    let first = parts(child).0.first();
    first.is_some_and(|element| matches!(element.form, Form::Simple { counts: true, .. }))
}

/// Whether elements have the qualifiers of a segment.
#[must_use]
pub fn fits(child: &Child, elements: &[String]) -> bool {
    parts(child).2.iter().all(|(element, component, codes)| {
        let whole = elements.get(usize::from(*element).wrapping_sub(1)).map_or("", String::as_str);
        let first = whole.split('^').next().unwrap_or("");
        let value = match component {
            0 => first,
            _ => first.split(':').nth(usize::from(*component) - 1).unwrap_or(""),
        };
        codes.iter().any(|code| code == value)
    })
}

impl Generator<'_> {
    /// The elements of a segment.
    pub(super) fn row(&mut self, child: &Child) -> Vec<String> {
        let (elements, notes, matches) = parts(child);
        let mut row = Row { random: &mut self.random, chance: self.plan.chance, matches };
        row.elements(elements, notes, None)
    }
}

/// What is known while a row is drawn.
struct Row<'r> {
    random: &'r mut Random,
    chance: u8,
    matches: &'r [Match],
}

impl Row<'_> {
    /// Elements, or components of the element `of`; without empty ones at the end.
    fn elements(&mut self, elements: &[Element], notes: &[String], of: Option<u8>) -> Vec<String> {
        let mut values: Vec<String> = Vec::new();
        for (number, element) in (1..).zip(elements) {
            let wanted = match element.usage {
                Usage::Required => true,
                Usage::Situational => self.random.chance(self.chance),
                Usage::NotUsed => false,
            } || self.allowed(number, of).is_some();
            let before = values.last().map_or("", String::as_str).to_owned();
            let value = if wanted { self.one(number, element, of, &before) } else { String::new() };
            values.push(value);
        }
        let usable = elements.iter().position(|element| element.usage != Usage::NotUsed);
        if let Some(at) = usable.filter(|_| values.iter().all(String::is_empty)) {
            self.fill(at, elements, &mut values, of);
        }
        self.mend(elements, notes, &mut values, of);
        while values.last().is_some_and(String::is_empty) {
            values.pop();
        }
        values
    }

    fn fill(&mut self, at: usize, elements: &[Element], values: &mut [String], of: Option<u8>) {
        let before = at.checked_sub(1).map_or(String::new(), |before| values[before].clone());
        values[at] = self.one((at + 1) as u8, &elements[at], of, &before);
    }

    /// The codes that a qualifier of the segment allows at a position.
    fn allowed(&self, number: u8, of: Option<u8>) -> Option<&[String]> {
        let place = match of {
            None => (number, 0),
            Some(element) => (element, number),
        };
        let mut matches = self.matches.iter();
        matches.find(|(e, c, _)| (*e, *c) == place).map(|(.., codes)| codes.as_slice())
    }

    /// One element with its repetitions.
    fn one(&mut self, number: u8, element: &Element, of: Option<u8>, before: &str) -> String {
        let allowed = self.allowed(number, of).map(<[String]>::to_vec);
        let Form::Composite { parts, notes } = &element.form else {
            let mut out = value(self.random, element, allowed.as_deref(), before);
            for _ in 1..self.repetitions(element) {
                out.push('^');
                out.push_str(&value(self.random, element, allowed.as_deref(), before));
            }
            return out;
        };
        let times = self.repetitions(element);
        let all: Vec<String> =
            (0..times).map(|_| self.elements(parts, notes, Some(number)).join(":")).collect();
        all.join("^")
    }

    fn repetitions(&mut self, element: &Element) -> usize {
        let most = if element.repeat == 0 { 3 } else { usize::from(element.repeat).min(3) };
        if self.random.chance(self.chance / 4) { self.random.between(1, most) } else { 1 }
    }

    /// Fills in or takes out what a relational condition asks for.
    fn mend(
        &mut self,
        elements: &[Element],
        notes: &[String],
        values: &mut [String],
        of: Option<u8>,
    ) {
        const ROUNDS: usize = 8;
        for _ in 0..ROUNDS {
            let Some((add, remove)) = notes.iter().find_map(|note| broken(note, elements, values))
            else {
                return;
            };
            for at in add {
                self.fill(at, elements, values, of);
                // A period is written as the qualifier that was just filled in has it.
                let next = elements.get(at + 1).filter(|_| !values[at + 1].is_empty());
                if next.is_some_and(|next| next.number == "1251") {
                    self.fill(at + 1, elements, values, of);
                }
            }
            for at in remove {
                values[at].clear();
            }
        }
    }
}

/// What to add and what to remove, as indexes, so that a condition holds; none where it does.
fn broken(note: &str, elements: &[Element], values: &[String]) -> Option<(Vec<usize>, Vec<usize>)> {
    let (kind, digits) = note.split_at(1);
    let positions = digits.as_bytes().chunks(2);
    let positions =
        positions.filter_map(|pair| core::str::from_utf8(pair).ok()?.parse::<usize>().ok());
    let positions: Vec<usize> = positions.map(|number| number - 1).collect();
    let there = |at: &usize| values.get(*at).is_some_and(|value| !value.is_empty());
    let usable = |at: &usize| elements.get(*at).is_some_and(|e| e.usage != Usage::NotUsed);
    let required = |at: &usize| elements.get(*at).is_some_and(|e| e.usage == Usage::Required);
    let (first, others) = positions.split_first()?;
    let present: Vec<usize> = positions.iter().copied().filter(there).collect();
    let absent: Vec<usize> = positions.iter().copied().filter(|at| !there(at)).collect();
    let can_add = absent.iter().all(usable);
    let none = Vec::new;
    match kind {
        "P" if !present.is_empty() && !absent.is_empty() => {
            Some(if can_add { (absent, none()) } else { (none(), present) })
        }
        "R" if present.is_empty() => {
            Some((positions.iter().copied().filter(usable).take(1).collect(), none()))
        }
        "E" if present.len() > 1 => {
            let keep = present.iter().copied().find(required).unwrap_or(present[0]);
            Some((none(), present.into_iter().filter(|&at| at != keep).collect()))
        }
        "C" if there(first) && !absent.is_empty() => {
            Some(if can_add { (absent, none()) } else { (none(), vec![*first]) })
        }
        "L" if there(first) && !others.iter().any(there) => {
            match others.iter().copied().find(usable) {
                Some(at) => Some((vec![at], none())),
                None => Some((none(), vec![*first])),
            }
        }
        _ => None,
    }
}
