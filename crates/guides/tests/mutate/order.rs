//! Order: what is said of segments that are missing, misplaced, or miscounted?

use superbill_guides::generate::{Drawn, Piece, Random, first_of, fits, parts};
use superbill_guides::source::{Child, Form};
use superbill_x12::Usage;

use super::{Broken, begins, frames};

/// One index of those that are as asked.
fn one(drawn: &Drawn<'_>, random: &mut Random, wanted: impl Fn(usize) -> bool) -> Option<usize> {
    let found: Vec<usize> = (0..drawn.segments.len()).filter(|&at| wanted(at)).collect();
    random.pick(&found).copied()
}

/// Whether a loop is another one or stands inside it.
fn is_inside(drawn: &Drawn<'_>, mut inner: usize, outer: usize) -> bool {
    while inner != outer && inner > 0 {
        inner = drawn.loops[inner].parent;
    }
    inner == outer
}

/// The part of `in_loop` that a segment of it is, or begins; none of what stands deeper.
fn part_of<'g>(drawn: &Drawn<'g>, at: usize, in_loop: usize) -> Option<&'g Child> {
    let piece = &drawn.segments[at];
    if piece.in_loop == in_loop {
        return Some(piece.child);
    }
    let opened = &drawn.loops[piece.in_loop];
    opened.definition.filter(|_| opened.parent == in_loop && begins(drawn, at))
}

/// Where the absence of a part of `in_loop` at `position` is noticed, looking from `from` on.
fn noticed(drawn: &Drawn<'_>, from: usize, in_loop: usize, position: u16) -> Option<usize> {
    (from..drawn.segments.len()).find(|&at| {
        let inside = is_inside(drawn, drawn.segments[at].in_loop, in_loop);
        !inside || part_of(drawn, at, in_loop).is_some_and(|part| part.position > position)
    })
}

/// Whether a segment would be taken for another part of the loops around.
fn has_other_place(drawn: &Drawn<'_>, piece: &Piece<'_>) -> bool {
    let mut in_loop = piece.in_loop;
    loop {
        let opened = &drawn.loops[in_loop];
        let other = |part: &Child| {
            let first = first_of(drawn.guide, part);
            first.is_some_and(|first| {
                !core::ptr::eq(first, piece.child)
                    && first.id == piece.child.id
                    && fits(first, &piece.elements)
            })
        };
        if opened.children.iter().any(other) {
            return true;
        }
        if in_loop == 0 {
            return false;
        }
        in_loop = opened.parent;
    }
}

/// Whether a segment from `from` on, up to the first one outside `in_loop`, could stand for `first`.
fn has_stand_in(drawn: &Drawn<'_>, from: usize, in_loop: usize, first: &Child) -> bool {
    for piece in &drawn.segments[from..] {
        if piece.child.id == first.id && fits(first, &piece.elements) {
            return true;
        }
        if !is_inside(drawn, piece.in_loop, in_loop) {
            break;
        }
    }
    false
}

pub(crate) fn segment_left_out(drawn: &mut Drawn<'_>, random: &mut Random) -> Option<Broken> {
    let at = one(drawn, random, |at| {
        let piece = &drawn.segments[at];
        piece.child.usage == Usage::Required
            && !frames(piece)
            && !begins(drawn, at)
            // It is the only one of its kind.
            && (0..drawn.segments.len()).all(|other| {
                let other_piece = &drawn.segments[other];
                other == at
                    || other_piece.in_loop != piece.in_loop
                    || !core::ptr::eq(other_piece.child, piece.child)
            })
            && !has_stand_in(drawn, at + 1, piece.in_loop, piece.child)
    })?;
    let broken = Broken::at(drawn, at, "SYN-04", "IK3:3");
    let piece = drawn.segments.remove(at);
    drawn.number();
    let ordinal = noticed(drawn, at, piece.in_loop, piece.child.position)? + 1;
    Some(Broken { ordinal: ordinal as u32, ..broken })
}

pub(crate) fn loop_left_out(drawn: &mut Drawn<'_>, random: &mut Random) -> Option<Broken> {
    let at = one(drawn, random, |at| {
        let in_loop = drawn.segments[at].in_loop;
        let opened = &drawn.loops[in_loop];
        let Some(definition) = opened.definition.filter(|_| begins(drawn, at)) else {
            return false;
        };
        let siblings = drawn.loops.iter().skip(1).filter(|other| {
            other.parent == opened.parent
                && other.definition.is_some_and(|other| core::ptr::eq(other, definition))
        });
        let inside = |piece: &&Piece<'_>| is_inside(drawn, piece.in_loop, in_loop);
        let size = drawn.segments[at..].iter().take_while(inside).count();
        definition.usage == Usage::Required
            && siblings.count() == 1
            && !drawn.segments[at..at + size].iter().any(|piece| piece.child.id == "HL")
            && !counts(drawn.segments[at].child)
            // What follows would open the loop anew, or one like it.
            && !has_stand_in(drawn, at + size, opened.parent, drawn.segments[at].child)
    })?;
    let broken = Broken::at(drawn, at, "SYN-08", "IK3:I7");
    let in_loop = drawn.segments[at].in_loop;
    let opened = drawn.loops[in_loop];
    let keep: Vec<bool> =
        drawn.segments.iter().map(|piece| !is_inside(drawn, piece.in_loop, in_loop)).collect();
    let mut keep = keep.into_iter();
    drawn.segments.retain(|_| keep.next().unwrap_or(true));
    drawn.number();
    let position = opened.definition?.position;
    let ordinal = noticed(drawn, at, opened.parent, position)? + 1;
    Some(Broken { ordinal: ordinal as u32, ..broken })
}

pub(crate) fn swapped(drawn: &mut Drawn<'_>, random: &mut Random) -> Option<Broken> {
    let at = one(drawn, random, |at| {
        let [before, one, other, rest @ ..] = &drawn.segments[at..] else { return false };
        let here = |piece: &Piece<'_>| piece.in_loop == one.in_loop;
        let after = rest.first().is_none_or(|after| !core::ptr::eq(after.child, one.child));
        here(before)
            && here(other)
            && after
            && !frames(one)
            && !frames(other)
            && !begins(drawn, at + 1)
            && one.child.position < other.child.position
            && one.child.id != other.child.id
            && !has_other_place(drawn, one)
            && !has_other_place(drawn, other)
    })?;
    drawn.segments.swap(at + 1, at + 2);
    let broken = Broken::at(drawn, at + 2, "SYN-52", "IK3:7");
    // What comes too late was missing before.
    Some(Broken { also: &["SYN-04"], ..broken })
}

/// The segment is still known by its id: the code is wrong, nothing is missing.
pub(crate) fn wrong_qualifier(drawn: &mut Drawn<'_>, random: &mut Random) -> Option<Broken> {
    let simple = |child: &Child| {
        let first = parts(child).2.first();
        first.is_some_and(|(_, component, _)| *component == 0) && parts(child).2.len() == 1
    };
    let at = one(drawn, random, |at| {
        let piece = &drawn.segments[at];
        at > 0
            && simple(piece.child)
            && !begins(drawn, at)
            && drawn.segments[at - 1].in_loop == piece.in_loop
            && !has_other_of_its_id(drawn, piece)
    })?;
    let (element, _, codes) = parts(drawn.segments[at].child).2.first()?;
    let length = codes.first()?.len();
    let code = ["q", "j", "z"].into_iter().map(|letter| letter.repeat(length));
    let code = code.into_iter().find(|code| !codes.contains(code))?;
    drawn.segments[at].elements[usize::from(*element) - 1] = code;
    let element = u16::from(*element);
    Some(Broken { element, ..Broken::at(drawn, at, "SYN-24", "IK4:7") })
}

/// Whether the loops around have another part of the same segment id.
fn has_other_of_its_id(drawn: &Drawn<'_>, piece: &Piece<'_>) -> bool {
    let mut in_loop = piece.in_loop;
    loop {
        let opened = &drawn.loops[in_loop];
        let firsts = opened.children.iter().filter_map(|part| first_of(drawn.guide, part));
        let mut others = firsts.filter(|first| !core::ptr::eq(*first, piece.child));
        if others.any(|first| first.id == piece.child.id) {
            return true;
        }
        if in_loop == 0 {
            return false;
        }
        in_loop = opened.parent;
    }
}

pub(crate) fn repeated(drawn: &mut Drawn<'_>, random: &mut Random) -> Option<Broken> {
    let at = one(drawn, random, |at| {
        let piece = &drawn.segments[at];
        piece.child.max == 1
            && !frames(piece)
            && !begins(drawn, at)
            && !has_other_place(drawn, piece)
    })?;
    drawn.segments.insert(at, drawn.segments[at].clone());
    drawn.number();
    Some(Broken::at(drawn, at + 1, "SYN-06", "IK3:5"))
}

pub(crate) fn unknown(drawn: &mut Drawn<'_>, random: &mut Random) -> Option<Broken> {
    let at = random.between(1, drawn.segments.len() - 2);
    // Its elements are never looked at: an id with a separator in it is two.
    let before = &mut drawn.segments[at].elements;
    let last = before.last_mut()?;
    last.push_str("~ZZZ*1");
    let broken = Broken::at(drawn, at, "SYN-01", "IK3:1");
    let count = (drawn.segments.len() + 1).to_string();
    let trailer = drawn.segments.last_mut()?;
    trailer.elements[0] = count;
    Some(Broken { segment: "ZZZ".to_owned(), ordinal: broken.ordinal + 1, ..broken })
}

pub(crate) fn segment_count(drawn: &mut Drawn<'_>, _: &mut Random) -> Option<Broken> {
    let at = drawn.segments.len() - 1;
    drawn.segments[at].elements[0] = (at + 2).to_string();
    Some(Broken { element: 1, ..Broken::at(drawn, at, "ENV-47", "IK5:4") })
}

pub(crate) fn level_number(drawn: &mut Drawn<'_>, _: &mut Random) -> Option<Broken> {
    // No later one counts on from it.
    let at = drawn.segments.iter().rposition(|piece| piece.child.id == "HL")?;
    drawn.segments[at].elements[0].push('7');
    Some(Broken { element: 1, ..Broken::at(drawn, at, "SYN-45", "IK4:7") })
}

pub(crate) fn counter(drawn: &mut Drawn<'_>, random: &mut Random) -> Option<Broken> {
    let at = one(drawn, random, |at| {
        let parent = |at: usize| drawn.loops[drawn.segments[at].in_loop].parent;
        let later =
            |&other: &usize| counts(drawn.segments[other].child) && parent(other) == parent(at);
        counts(drawn.segments[at].child)
            && begins(drawn, at)
            && !(at + 1..drawn.segments.len()).any(|other| later(&other))
    })?;
    drawn.segments[at].elements[0].push('7');
    Some(Broken { element: 1, ..Broken::at(drawn, at, "SYN-51", "IK4:7") })
}

/// Whether a segment counts the loops of its parent.
fn counts(child: &Child) -> bool {
    let first = parts(child).0.first();
    first.is_some_and(|element| matches!(element.form, Form::Simple { counts: true, .. }))
}
