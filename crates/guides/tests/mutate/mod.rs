//! Mutation: in which ways can a sound file be broken, and what must then be said?

mod element;
mod order;

use superbill_guides::generate::{Drawn, Piece, Random};

/// What must be found in a file that was broken.
#[derive(Clone, Debug, Default)]
pub(crate) struct Broken {
    pub(crate) rule: &'static str,
    /// The code that answers it, with its family.
    pub(crate) code: &'static str,
    pub(crate) segment: String,
    pub(crate) loop_id: String,
    pub(crate) ordinal: u32,
    pub(crate) element: u16,
    pub(crate) component: u16,
    /// Rules that the same defect may also break.
    pub(crate) also: &'static [&'static str],
}

/// Breaks a drawn file; none where it has nothing to break in that way.
pub(crate) type Kind = fn(&mut Drawn<'_>, &mut Random) -> Option<Broken>;

/// Every way.
pub(crate) const KINDS: &[(&str, Kind)] = &[
    ("required element left out", element::left_out),
    ("wrong code", element::wrong_code),
    ("too long", element::too_long),
    ("longer than supported", element::longer_than_supported),
    ("not used", element::not_used),
    ("one too many", element::extra),
    ("bad date", element::bad_date),
    ("bad period", element::bad_period),
    ("required segment left out", order::segment_left_out),
    ("required loop left out", order::loop_left_out),
    ("swapped", order::swapped),
    ("wrong qualifier", order::wrong_qualifier),
    ("repeated", order::repeated),
    ("unknown segment", order::unknown),
    ("segment count", order::segment_count),
    ("level number", order::level_number),
    ("counter", order::counter),
];

impl Broken {
    /// At a segment of a file.
    fn at(drawn: &Drawn<'_>, at: usize, rule: &'static str, code: &'static str) -> Self {
        let piece = &drawn.segments[at];
        Self {
            rule,
            code,
            segment: piece.child.id.clone(),
            loop_id: drawn.loop_id(piece).to_owned(),
            ordinal: (at + 1) as u32,
            ..Self::default()
        }
    }
}

/// Whether a segment begins its loop.
fn begins(drawn: &Drawn<'_>, at: usize) -> bool {
    let in_loop = drawn.segments[at].in_loop;
    in_loop > 0 && drawn.segments.iter().position(|piece| piece.in_loop == in_loop) == Some(at)
}

/// Whether a segment is ST or SE.
fn frames(piece: &Piece<'_>) -> bool {
    ["ST", "SE"].contains(&piece.child.id.as_str())
}
