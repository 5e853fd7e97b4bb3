//! Generation: what is a file that a guide accepts, drawn from the guide's own table?
//!
//! [`generate`] walks a [`Source`]: required parts always, situational ones by chance, repetitions up to
//! what is allowed, parts of equal position in any order. The same [`Plan`] gives the same file on every
//! machine. A part that a reader would place elsewhere (the table has two places for it) is left out
//! where it may be.
//!
//! Values are drawn, not meant: sums do not balance and names are letters. For tests and benchmarks.

mod place;
mod random;
mod row;
mod value;

pub use place::first_of;
pub use random::Random;
pub use row::{fits, parts};
pub use value::value;

use superbill_x12::Usage;

use crate::source::{Child, Content, Form, Source};
use place::Open;

/// How a file is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Plan {
    /// Where the random numbers start.
    pub seed: u64,
    /// How often situational parts stand, in percent: 0 gives the smallest file.
    pub chance: u8,
    /// Segments after which only what is required is added.
    pub segments: usize,
}

/// A transaction set drawn from a guide.
#[derive(Clone, Debug)]
pub struct Drawn<'g> {
    /// The guide.
    pub guide: &'g Source,
    /// From ST to SE.
    pub segments: Vec<Piece<'g>>,
    /// The loops opened: the first is the set itself.
    pub loops: Vec<Opened<'g>>,
    /// Parts that the table has two places for, left out.
    pub ambiguous: Vec<&'g Child>,
}

/// A segment.
#[derive(Clone, Debug)]
pub struct Piece<'g> {
    /// Its definition.
    pub child: &'g Child,
    /// Its loop, as an index of [`Drawn::loops`].
    pub in_loop: usize,
    /// Elements as they are written, with inner separators `:` and `^`.
    pub elements: Vec<String>,
}

/// A loop that was opened.
#[derive(Clone, Copy, Debug)]
pub struct Opened<'g> {
    /// Its definition; none for the set itself.
    pub definition: Option<&'g Child>,
    /// Its parts.
    pub children: &'g [Child],
    /// The loop it stands in; itself for the set.
    pub parent: usize,
}

/// Draws a transaction set.
#[must_use]
pub fn generate(guide: &Source, plan: Plan) -> Drawn<'_> {
    let set = Opened { definition: None, children: &guide.children, parent: 0 };
    let drawn = Drawn { guide, segments: Vec::new(), loops: vec![set], ambiguous: Vec::new() };
    let mut generator = Generator {
        drawn,
        plan,
        random: Random::new(plan.seed),
        open: vec![Open::new(0)],
        levels: Vec::new(),
        level: 0,
    };
    generator.children(0);
    let mut drawn = generator.drawn;
    drawn.number();
    drawn
}

impl Drawn<'_> {
    /// Sets the numbers of ST and SE: control number and count.
    pub fn number(&mut self) {
        let count = self.segments.len().to_string();
        for piece in &mut self.segments {
            let values: &[(usize, &str)] = match piece.child.id.as_str() {
                "ST" => &[(1, CONTROL_NUMBER)],
                "SE" => &[(0, &count), (1, CONTROL_NUMBER)],
                _ => &[],
            };
            for &(at, value) in values {
                if let Some(element) = piece.elements.get_mut(at) {
                    value.clone_into(element);
                }
            }
        }
    }

    /// Id of the loop of a piece; empty at the top level.
    #[must_use]
    pub fn loop_id(&self, piece: &Piece<'_>) -> &str {
        let opened = self.loops.get(piece.in_loop).and_then(|opened| opened.definition);
        opened.map_or("", |definition| &definition.id)
    }

    /// The set in an interchange of its own.
    #[must_use]
    pub fn bytes(&self) -> Vec<u8> {
        let [version, _, functional_id, _] = &self.guide.heading;
        let mut out = format!(
            "ISA*00*          *00*          *ZZ*SENDER         *ZZ*RECEIVER       *261123*1200*^*00501\
             *000000001*0*T*:~GS*{functional_id}*SENDER*RECEIVER*20261123*1200*1*X*{version}~"
        );
        for piece in &self.segments {
            out.push_str(&piece.child.id);
            for element in &piece.elements {
                out.push('*');
                out.push_str(element);
            }
            out.push('~');
        }
        out.push_str("GE*1*1~IEA*1*000000001~");
        out.into_bytes()
    }
}

/// ST02 of what is drawn.
const CONTROL_NUMBER: &str = "0001";

struct Generator<'g> {
    drawn: Drawn<'g>,
    plan: Plan,
    random: Random,
    /// What a reader has open: loops stay open until a segment goes to a loop around them.
    open: Vec<Open>,
    /// Numbers of the HL around.
    levels: Vec<u32>,
    level: u32,
}

impl<'g> Generator<'g> {
    /// The children of a loop whose first segment, where it is no set, stands already.
    fn children(&mut self, in_loop: usize) {
        let children = self.drawn.loops[in_loop].children;
        let guide = self.drawn.guide;
        let is_level =
            |child: &&Child| place::first_of(guide, child).is_some_and(|first| first.id == "HL");
        let is_loop = |child: &&Child| !matches!(child.content, Content::Segment { .. });
        let mut parts = Vec::new();
        // Loops between LS and LE stand with both or not at all.
        let mut bounded = None;
        for group in children.chunk_by(|a, b| a.position == b.position) {
            let begin = parts.len();
            for child in group {
                let begins = in_loop > 0 && core::ptr::eq(child, &children[0]);
                let drawn = if begins { 0 } else { self.times(child) };
                let times = match (child.id.as_str(), bounded) {
                    ("LS", _) => {
                        bounded = Some(drawn.min(1));
                        drawn.min(1)
                    }
                    ("LE", Some(times)) => {
                        bounded = None;
                        times
                    }
                    (_, Some(0)) => 0,
                    _ => drawn,
                };
                parts.extend(core::iter::repeat_n(child, times));
            }
            self.random.shuffle(&mut parts[begin..]);
        }
        // A level that must say that levels follow is followed by one.
        let below = |child: &&Child| is_loop(child) && is_level(child);
        let must = in_loop > 0 && children.first().is_some_and(must_have_level);
        if must && !parts.iter().any(&below) {
            parts.extend(children.iter().find(|child| below(child)));
        }
        let mut counted = 0;
        for part in parts {
            match &part.content {
                Content::Segment { .. } => _ = self.place(part, part, in_loop),
                _ => self.one_loop(part, in_loop, &mut counted),
            }
        }
    }

    /// How often a part shall stand.
    fn times(&mut self, child: &Child) -> usize {
        let required = child.usage == Usage::Required;
        let plenty = self.drawn.segments.len() > self.plan.segments;
        if !required && (plenty || !self.random.chance(self.plan.chance)) {
            return 0;
        }
        let most = if child.max == 0 { 3 } else { usize::from(child.max).min(3) };
        if plenty || !self.random.chance(self.plan.chance / 2) {
            1
        } else {
            self.random.between(1, most)
        }
    }

    /// Draws a segment of `child`, the first of `part` where that is a loop, and adds it.
    fn place(&mut self, child: &'g Child, part: &'g Child, in_loop: usize) -> bool {
        const TRIES: usize = 8;
        for _ in 0..TRIES {
            let elements = self.row(child);
            let Some(open) = place::settle(&self.open, &self.drawn, in_loop, part, &elements)
            else {
                continue;
            };
            self.open = open;
            self.drawn.segments.push(Piece { child, in_loop, elements });
            return true;
        }
        self.drawn.ambiguous.push(part);
        false
    }

    fn one_loop(&mut self, definition: &'g Child, parent: usize, counted: &mut u32) {
        let guide = self.drawn.guide;
        let Some(children) = place::children_of(guide, definition) else { return };
        let Some(first) = children.first() else { return };
        if !self.place(first, definition, parent) {
            return;
        }
        let in_loop = self.drawn.loops.len();
        self.drawn.loops.push(Opened { definition: Some(definition), children, parent });
        self.open.push(Open::entered(in_loop, first.position));
        let at = self.drawn.segments.len() - 1;
        self.drawn.segments[at].in_loop = in_loop;
        self.count(at, counted);
        let is_level = first.id == "HL";
        if is_level {
            self.begin_level(at);
        }
        self.children(in_loop);
        if is_level {
            self.end_level(at, in_loop);
        }
    }

    /// Numbers the first segment of a loop that counts.
    fn count(&mut self, at: usize, counted: &mut u32) {
        let piece = &mut self.drawn.segments[at];
        let Some(element) = piece.elements.first_mut() else { return };
        if row::counts(piece.child) {
            *counted += 1;
            *element = counted.to_string();
        }
    }

    fn begin_level(&mut self, at: usize) {
        self.level += 1;
        let elements = &mut self.drawn.segments[at].elements;
        if let Some(number) = elements.first_mut() {
            *number = self.level.to_string();
        }
        if let Some(parent) = elements.get_mut(1) {
            *parent = self.levels.last().map(u32::to_string).unwrap_or_default();
        }
        self.levels.push(self.level);
    }

    /// Tells in HL04 whether a level below was added.
    fn end_level(&mut self, at: usize, in_loop: usize) {
        self.levels.pop();
        let has_child = self.drawn.loops.iter().enumerate().any(|(index, opened)| {
            index != in_loop
                && opened.parent == in_loop
                && opened.children.first().is_some_and(|first| first.id == "HL")
        });
        if let Some(flag) = self.drawn.segments[at].elements.get_mut(3) {
            *flag = if has_child { "1" } else { "0" }.to_owned();
        }
    }
}

/// Whether the fourth element of a level, its child flag, cannot be 0.
fn must_have_level(first: &Child) -> bool {
    match row::parts(first).0.get(3).map(|element| &element.form) {
        Some(Form::Simple { codes, .. }) if first.id == "HL" => {
            !codes.is_empty() && codes.iter().all(|code| code != "0")
        }
        _ => false,
    }
}
