//! Elements: what is said of one that is broken?

use superbill_guides::generate::{Drawn, Piece, Random, parts};
use superbill_guides::source::{Child, Element, Form};
use superbill_x12::Usage;

use super::{Broken, frames};

/// An element or component of a file.
struct Spot<'g> {
    segment: usize,
    /// Index of the element, and of the component.
    element: usize,
    component: Option<usize>,
    definition: &'g Element,
    value: String,
    /// The value before it.
    before: String,
}

/// One of the spots of a file that are as asked; none of what qualifies, frames or numbers.
fn spot<'g>(
    drawn: &Drawn<'g>,
    random: &mut Random,
    wanted: impl Fn(&Spot<'g>) -> bool,
) -> Option<Spot<'g>> {
    let mut found = Vec::new();
    for (segment, piece) in drawn.segments.iter().enumerate().filter(|(_, piece)| !frames(piece)) {
        found.extend(spots(segment, piece).into_iter().filter(&wanted));
    }
    let at = random.between(0, found.len().saturating_sub(1));
    (at < found.len()).then(|| found.swap_remove(at))
}

fn spots<'g>(segment: usize, piece: &Piece<'g>) -> Vec<Spot<'g>> {
    let child: &'g Child = piece.child;
    let mut out = Vec::new();
    let mut before = String::new();
    for (element, definition) in parts(child).0.iter().enumerate() {
        let value = piece.elements.get(element).cloned().unwrap_or_default();
        let whole = Spot { segment, element, component: None, definition, value, before };
        before = whole.value.clone();
        if let (Form::Composite { parts, .. }, false) =
            (&definition.form, whole.value.contains('^') || whole.value.is_empty())
        {
            let values: Vec<&str> = whole.value.split(':').collect();
            for (at, definition) in parts.iter().enumerate() {
                let value = (*values.get(at).unwrap_or(&"")).to_owned();
                let before = at.checked_sub(1).and_then(|at| values.get(at)).unwrap_or(&"");
                let before = (*before).to_owned();
                let component = Some(at);
                let spot = Spot { segment, element, component, definition, value, before };
                out.push(spot);
            }
        }
        out.push(whole);
    }
    let qualifies = |spot: &Spot<'_>| {
        let component = spot.component.map_or(0, |at| at + 1);
        parts(child).2.iter().any(|&(element, of, _)| {
            usize::from(element) == spot.element + 1
                && (usize::from(of) == component || component == 0)
        })
    };
    out.retain(|spot| !qualifies(spot));
    out
}

impl Spot<'_> {
    /// Writes another value and tells what must be found.
    fn write(
        &self,
        drawn: &mut Drawn<'_>,
        value: &str,
        rule: &'static str,
        code: &'static str,
    ) -> Broken {
        let elements = &mut drawn.segments[self.segment].elements;
        let size = elements.len().max(self.element + 1);
        elements.resize(size, String::new());
        match self.component {
            None => value.clone_into(&mut elements[self.element]),
            Some(at) => {
                let mut values: Vec<&str> = elements[self.element].split(':').collect();
                values.resize(values.len().max(at + 1), "");
                values[at] = value;
                while values.last() == Some(&"") {
                    values.pop();
                }
                elements[self.element] = values.join(":");
            }
        }
        while elements.last().is_some_and(String::is_empty) {
            elements.pop();
        }
        Broken {
            element: (self.element + 1) as u16,
            component: self.component.map_or(0, |at| (at + 1) as u16),
            ..Broken::at(drawn, self.segment, rule, code)
        }
    }

    /// Whether a relational condition names it.
    fn is_related(&self, child: &Child) -> bool {
        let (elements, notes, _) = parts(child);
        let (notes, at) = match (&elements[self.element].form, self.component) {
            (Form::Composite { notes, .. }, Some(at)) => (notes.as_slice(), at),
            _ => (notes, self.element),
        };
        let number = format!("{:02}", at + 1);
        notes.iter().any(|note| note.as_bytes()[1..].chunks(2).any(|n| n == number.as_bytes()))
    }

    /// Least and most characters and the supported length of text without codes.
    fn text_lengths(&self) -> Option<(u16, u16)> {
        const OTHER: [&str; 4] = ["782", "1251", "480", "1705"];
        match &self.definition.form {
            Form::Simple { kind, length, limit, codes, counts: false, .. }
                if kind == "AN"
                    && codes.is_empty()
                    && !OTHER.contains(&&*self.definition.number) =>
            {
                Some((length.1, *limit))
            }
            _ => None,
        }
    }
}

pub(crate) fn left_out(drawn: &mut Drawn<'_>, random: &mut Random) -> Option<Broken> {
    let children: Vec<&Child> = drawn.segments.iter().map(|piece| piece.child).collect();
    let spot = spot(drawn, random, |spot| {
        let child = children[spot.segment];
        let alone = spot.component.is_some() && {
            let whole = spots(spot.segment, &drawn.segments[spot.segment]);
            whole.iter().filter(|s| s.element == spot.element && !s.value.is_empty()).count() < 4
        };
        spot.definition.usage == Usage::Required
            && !spot.value.is_empty()
            && child.id != "HL"
            && !alone
            && !spot.is_related(child)
    })?;
    Some(spot.write(drawn, "", "SYN-13", "IK4:1"))
}

pub(crate) fn wrong_code(drawn: &mut Drawn<'_>, random: &mut Random) -> Option<Broken> {
    let wrong = |spot: &Spot<'_>| match &spot.definition.form {
        Form::Simple { kind, codes, length, .. } if !codes.is_empty() => {
            let length = usize::from(length.0);
            let letters: &[&str] = if kind == "N0" { &["99"] } else { &["q", "j", "z"] };
            let mut letters = letters.iter().map(|letter| letter.repeat(length));
            letters.find(|code| !codes.contains(code))
        }
        _ => None,
    };
    let spot = spot(drawn, random, |spot| {
        !spot.value.is_empty() && !spot.value.contains('^') && wrong(spot).is_some()
    })?;
    let code = wrong(&spot)?;
    Some(spot.write(drawn, &code, "SYN-24", "IK4:7"))
}

pub(crate) fn too_long(drawn: &mut Drawn<'_>, random: &mut Random) -> Option<Broken> {
    // The numbers of HL are more than text.
    let levels: Vec<usize> =
        (0..drawn.segments.len()).filter(|&at| drawn.segments[at].child.id == "HL").collect();
    let spot = spot(drawn, random, |spot| {
        !spot.value.is_empty() && spot.text_lengths().is_some() && !levels.contains(&spot.segment)
    })?;
    let (most, _) = spot.text_lengths()?;
    Some(spot.write(drawn, &"A".repeat(usize::from(most) + 1), "SYN-22", "IK4:5"))
}

pub(crate) fn longer_than_supported(drawn: &mut Drawn<'_>, random: &mut Random) -> Option<Broken> {
    let limited = |spot: &Spot<'_>| spot.text_lengths().is_some_and(|(_, limit)| limit > 0);
    let spot = spot(drawn, random, |spot| !spot.value.is_empty() && limited(spot))?;
    let (_, limit) = spot.text_lengths()?;
    Some(spot.write(drawn, &"A".repeat(usize::from(limit) + 1), "SYN-38", ""))
}

pub(crate) fn not_used(drawn: &mut Drawn<'_>, random: &mut Random) -> Option<Broken> {
    let children: Vec<&Child> = drawn.segments.iter().map(|piece| piece.child).collect();
    let spot = spot(drawn, random, |spot| {
        let child = children[spot.segment];
        // An HL names its parent in one of those.
        spot.definition.usage == Usage::NotUsed && child.id != "HL" && !spot.is_related(child)
    })?;
    Some(spot.write(drawn, "X", "SYN-30", "IK4:I10"))
}

pub(crate) fn extra(drawn: &mut Drawn<'_>, random: &mut Random) -> Option<Broken> {
    let segment = random.between(1, drawn.segments.len() - 2);
    let size = parts(drawn.segments[segment].child).0.len();
    let elements = &mut drawn.segments[segment].elements;
    elements.resize(size, String::new());
    elements.push("X".to_owned());
    let broken = Broken::at(drawn, segment, "SYN-19", "IK4:3");
    Some(Broken { element: (size + 1) as u16, ..broken })
}

pub(crate) fn bad_date(drawn: &mut Drawn<'_>, random: &mut Random) -> Option<Broken> {
    let is_date = |spot: &Spot<'_>| matches!(&spot.definition.form, Form::Simple { kind, .. } if kind == "DT");
    let spot = spot(drawn, random, |spot| !spot.value.is_empty() && is_date(spot))?;
    let day = &"20260231"[8 - spot.value.len()..];
    Some(spot.write(drawn, day, "SYN-26", "IK4:8"))
}

pub(crate) fn bad_period(drawn: &mut Drawn<'_>, random: &mut Random) -> Option<Broken> {
    let spot = spot(drawn, random, |spot| {
        spot.definition.number == "1251"
            && ["D8", "RD8"].contains(&spot.before.as_str())
            && !spot.value.is_empty()
    })?;
    let day = if spot.before == "D8" { "20261301" } else { "20260101-20260431" };
    Some(spot.write(drawn, day, "SYN-28", "IK4:8"))
}
