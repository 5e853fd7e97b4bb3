//! Library: which guide is meant, and what do its indexes stand for?

use super::list::{Codes, pack};
use super::{Body, Child, Condition, ElementDef, Note, Row};
use crate::companion::Overlay;
use crate::{Envelope, Tag, tag};

/// The guides of one packed table.
#[derive(Clone, Debug, Default)]
pub struct Library {
    pub(super) text: String,
    /// Ends of the names in `text`.
    pub(super) names: Vec<u32>,
    /// Every segment id that any guide of ours has, sorted; more than these guides use.
    pub(crate) tags: Vec<Tag>,
    pub(super) codes: Codes,
    pub(super) elements: Vec<ElementDef>,
    /// Elements of rows, each row's in one piece: what a check goes through.
    pub(super) members: Vec<ElementDef>,
    pub(super) notes: Vec<Note>,
    /// Components of composites.
    pub(super) composites: Vec<Row>,
    /// Elements of segments.
    pub(super) specs: Vec<Row>,
    pub(crate) guides: Vec<Guide>,
    /// What companions say of children of the guides.
    pub(crate) overlays: Vec<Overlay>,
    pub(super) meanings: Vec<Meaning>,
    pub(super) meaning_text: String,
}

/// A code of an element and its meaning in plain words.
#[derive(Clone, Copy, Debug)]
pub(super) struct Meaning {
    pub(super) number: u16,
    pub(super) code: u64,
    /// Range in `meaning_text`.
    pub(super) text: (u32, u32),
}

/// One implementation guide.
#[derive(Clone, Debug, Default)]
pub struct Guide {
    pub(super) version: String,
    pub(super) set_id: String,
    pub(super) functional_id: String,
    pub(super) title: String,
    pub(super) bodies: Vec<Body>,
    pub(crate) children: Vec<Child>,
    /// Required children of each body, in order, each with its position.
    pub(super) required: Vec<(u32, u16)>,
    pub(super) conditions: Vec<Condition>,
    /// Segment ids of this guide.
    pub(super) tags: Vec<Tag>,
    /// Open-addressed index from a segment id to its place in `tags`, plus 1.
    pub(super) slots: Vec<u16>,
    /// For each body and segment id: the children with that id, as a range of `candidates`.
    pub(super) dispatch: Vec<(u32, u32)>,
    pub(super) candidates: Vec<Candidate>,
}

impl Library {
    /// The guides, in the order of the table.
    #[must_use]
    pub fn guides(&self) -> &[Guide] {
        &self.guides
    }

    /// The guide of a version (GS08) and a transaction set id (ST01). An erratum (`A1`) that has no table
    /// of its own maps to the table there is of the same base version.
    #[must_use]
    pub fn find(&self, version: &str, set_id: &str) -> Option<&Guide> {
        self.candidates(version, set_id).next()
    }

    /// All guides of a version and set id: more than one where a guide has a request and a response.
    pub(crate) fn candidates<'l>(
        &'l self,
        version: &str,
        set_id: &str,
    ) -> impl Iterator<Item = &'l Guide> + use<'l> {
        let base = base_version(version).to_owned();
        let set_id = set_id.to_owned();
        self.guides
            .iter()
            .filter(move |guide| guide.set_id == set_id && base_version(&guide.version) == base)
    }

    /// Whether there is a guide of this version, whatever the set.
    #[must_use]
    pub fn knows_version(&self, version: &str) -> bool {
        let base = base_version(version);
        self.guides.iter().any(|guide| base_version(&guide.version) == base)
    }

    /// The guide of interchanges and groups.
    #[must_use]
    pub fn envelope(&self) -> Option<&Guide> {
        self.guides.iter().find(|guide| guide.set_id == "ISA")
    }

    /// Whether any guide of ours, in this table or not, has a segment with this id.
    pub(crate) fn knows_tag(&self, tag: Tag) -> bool {
        self.tags.binary_search(&tag).is_ok()
    }

    /// The guide of a set: the one it names itself (ST03) before the one of its group (GS08), as the
    /// standard has it.
    pub(crate) fn of_set(&self, envelope: &Envelope) -> Option<&Guide> {
        self.find(envelope.set_guide(), envelope.set_id())
            .or_else(|| self.find(envelope.guide(), envelope.set_id()))
    }

    /// A name by its index; empty for an index that is none.
    pub(crate) fn name(&self, index: u16) -> &str {
        let index = usize::from(index);
        let Some(&end) = self.names.get(index) else { return "" };
        let start = index.checked_sub(1).and_then(|before| self.names.get(before)).unwrap_or(&0);
        self.text.get(*start as usize..end as usize).unwrap_or("")
    }

    /// Id and name of a loop; empty for none.
    pub(crate) fn loop_text(&self, in_loop: Option<&Child>) -> (&str, &str) {
        let definition = in_loop.and_then(|child| child.body);
        definition.map_or(("", ""), |body| (self.name(body.id), self.name(body.name)))
    }

    pub(crate) fn overlay(&self, index: u16) -> Option<&Overlay> {
        self.overlays.get(usize::from(index))
    }

    #[inline]
    pub(crate) fn codes(&self) -> &Codes {
        &self.codes
    }

    #[inline]
    pub(crate) fn spec(&self, index: u16) -> Option<&Row> {
        self.specs.get(usize::from(index))
    }

    #[inline]
    pub(crate) fn composite(&self, index: u16) -> Option<&Row> {
        self.composites.get(usize::from(index))
    }

    /// The members of a row.
    #[inline]
    pub(crate) fn members(&self, row: &Row) -> &[ElementDef] {
        self.members.get(row.members.0 as usize..row.members.1 as usize).unwrap_or(&[])
    }

    #[inline]
    pub(crate) fn notes(&self, row: &Row) -> &[Note] {
        self.notes.get(usize::from(row.notes.0)..usize::from(row.notes.1)).unwrap_or(&[])
    }

    /// Whether any guide lists a code of a data element: it is then a code of the standard.
    pub(crate) fn knows_code(&self, number: u16, code: &[u8]) -> bool {
        let lists = self.elements.iter().filter(|it| it.number == number && it.codes > 0);
        lists.into_iter().any(|it| self.codes.contains(it.codes - 1, code))
    }

    /// What a code of a data element (its packed number) means, in plain words.
    #[must_use]
    pub fn meaning(&self, number: u16, code: &[u8]) -> Option<&str> {
        let code = pack(code)?;
        let at =
            self.meanings.binary_search_by(|m| (m.number, m.code).cmp(&(number, code))).ok()?;
        let (start, end) = self.meanings[at].text;
        self.meaning_text.get(start as usize..end as usize)
    }

    /// How many element, segment and loop definitions there are: what the tables hold, for a test.
    #[must_use]
    pub fn counts(&self) -> [usize; 5] {
        [
            self.names.len(),
            self.codes.lists.len(),
            self.elements.len(),
            self.specs.len(),
            self.guides.len(),
        ]
    }
}

impl Guide {
    /// Version of the guide (GS08), such as `005010X221A1`.
    #[must_use]
    pub fn version(&self) -> &str {
        &self.version
    }

    /// Transaction set id (ST01).
    #[must_use]
    pub fn set_id(&self) -> &str {
        &self.set_id
    }

    /// Functional id of its groups (GS01).
    #[must_use]
    pub fn functional_id(&self) -> &str {
        &self.functional_id
    }

    /// What it is about, in a few words.
    #[must_use]
    pub fn title(&self) -> &str {
        &self.title
    }

    /// How many loops and segments it defines; loops that are alike count once.
    #[must_use]
    pub fn counts(&self) -> (usize, usize) {
        let segments = self.children.iter().filter(|child| child.body.is_none()).count();
        (self.bodies.len() - 1, segments)
    }

    #[inline]
    pub(crate) fn body(&self, index: u16) -> Option<&Body> {
        self.bodies.get(usize::from(index))
    }

    #[inline]
    pub(crate) fn child(&self, index: u32) -> Option<&Child> {
        self.children.get(index as usize)
    }

    #[inline]
    pub(crate) fn required(&self, body: &Body) -> &[(u32, u16)] {
        self.required.get(body.required.0 as usize..body.required.1 as usize).unwrap_or(&[])
    }

    #[inline]
    pub(crate) fn conditions(&self, child: &Child) -> &[Condition] {
        let (start, end) = child.conditions;
        self.conditions.get(usize::from(start)..usize::from(end)).unwrap_or(&[])
    }

    /// The place of a segment id among those of this guide.
    #[inline]
    pub(crate) fn tag_number(&self, tag: Tag) -> Option<usize> {
        let mut slot = slot(tag);
        loop {
            let number = usize::from(*self.slots.get(slot)?).checked_sub(1)?;
            if self.tags.get(number) == Some(&tag) {
                return Some(number);
            }
            slot = (slot + 1) % SLOTS;
        }
    }

    /// The children of a body that begin with a segment id, by position.
    #[inline]
    pub(crate) fn children_with(&self, body: u16, tag_number: usize) -> &[Candidate] {
        let at = usize::from(body) * self.tags.len() + tag_number;
        let Some(&(start, end)) = self.dispatch.get(at) else { return &[] };
        self.candidates.get(start as usize..end as usize).unwrap_or(&[])
    }

    /// The first segment of an id in the order of the guide, loops inside included.
    pub(crate) fn definition(&self, tag: Tag) -> Option<&Child> {
        self.children.iter().find(|child| child.tag == tag)
    }

    /// Builds the indexes over the children.
    pub(crate) fn index(&mut self, known: &[Tag]) {
        (self.required, self.candidates, self.dispatch) = Default::default();
        let used = |tag: &&Tag| self.children.iter().any(|child| child.tag == **tag);
        self.tags = known.iter().filter(used).take(SLOTS / 2).copied().collect();
        self.slots = vec![0; SLOTS];
        for (number, &tag) in (1_u16..).zip(&self.tags) {
            let mut at = slot(tag);
            while self.slots[at] != 0 {
                at = (at + 1) % SLOTS;
            }
            self.slots[at] = number;
        }
        let mut bodies = core::mem::take(&mut self.bodies);
        for body in &mut bodies {
            let first_required = self.required.len() as u32;
            let children = body.children.0..body.children.1;
            for &tag in &self.tags {
                let first = self.candidates.len() as u32;
                for index in children.clone() {
                    if self.children[index as usize].tag == tag {
                        self.candidates.push(self.candidate(index));
                    }
                }
                self.dispatch.push((first, self.candidates.len() as u32));
            }
            let of = |tag| children.clone().find(|&index| self.children[index as usize].tag == tag);
            body.bounds = of(LS).zip(of(LE)).unwrap_or((0, 0));
            let required = children
                .map(|index| (index, &self.children[index as usize]))
                .filter(|(_, child)| child.usage == super::Usage::Required)
                .map(|(index, child)| (index, child.position));
            self.required.extend(required);
            body.required = (first_required, self.required.len() as u32);
        }
        self.bodies = bodies;
    }
}

/// What a search for the place of a segment must know of a child, in one piece.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Candidate {
    /// Index of the child.
    pub(crate) child: u32,
    pub(crate) max: u32,
    pub(crate) position: u16,
    /// How many conditions it has, and the first.
    pub(crate) conditions: u16,
    pub(crate) first: Condition,
}

impl Guide {
    fn candidate(&self, index: u32) -> Candidate {
        let child = &self.children[index as usize];
        let conditions = self.conditions(child);
        let none = Condition { element: 0, component: 0, codes: 0, only: 0 };
        Candidate {
            child: index,
            max: child.max,
            position: child.position,
            conditions: conditions.len() as u16,
            first: conditions.first().copied().unwrap_or(none),
        }
    }
}

/// `005010X221` of `005010X221A1`.
pub(crate) fn base_version(version: &str) -> &str {
    let version = version.trim_end();
    match version.rsplit_once('A') {
        Some((base, erratum))
            if base.contains('X')
                && erratum.len() == 1
                && erratum.as_bytes()[0].is_ascii_digit() =>
        {
            base
        }
        _ => version,
    }
}

/// What stands before and behind loops that are bounded.
const LS: Tag = tag(b"LS");
const LE: Tag = tag(b"LE");

/// Slots of the segment id index; twice the most segment ids a guide may have.
const SLOTS: usize = 512;

#[inline]
fn slot(Tag(tag): Tag) -> usize {
    (tag.wrapping_mul(0x9e37_79b1) >> 23) as usize % SLOTS
}
