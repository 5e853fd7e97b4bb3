//! Codes of a guide: which codes may stand at an element of a segment, and what do they mean there?

use super::{Child, ElementDef, Guide, Kind, Library, Row, Usage};
use crate::tag;

/// A segment as a loop of a guide defines it.
#[derive(Clone, Copy, Debug)]
pub struct SegmentDef<'l> {
    library: &'l Library,
    row: &'l Row,
    name: &'l str,
}

impl Library {
    /// How the loops of an id define the segments of an id, in the order of the guide: `CRC` of `2300` is
    /// defined once for each kind of certification.
    #[must_use]
    pub fn segments<'l>(
        &'l self,
        guide: &'l Guide,
        loop_id: &str,
        segment: &str,
    ) -> Vec<SegmentDef<'l>> {
        let tag = tag(segment.as_bytes());
        let loops = guide.children.iter().filter(|child| self.loop_text(Some(child)).0 == loop_id);
        let within = |child: &Child| {
            let body = child.body.and_then(|definition| guide.body(definition.body));
            let (start, end) = body.map_or((0, 0), |body| body.children);
            guide.children.get(start as usize..end as usize).unwrap_or(&[])
        };
        let all = loops.flat_map(|child| core::iter::once(child).chain(within(child)));
        let mut out: Vec<SegmentDef<'l>> = Vec::new();
        for child in all.filter(|child| child.tag == tag) {
            let Some(row) = self.spec(child.spec) else { continue };
            // Loops that are alike share what is in them.
            if !out.iter().any(|known| core::ptr::eq(known.row, row)) {
                out.push(SegmentDef { library: self, row, name: self.name(child.name) });
            }
        }
        out
    }
}

impl<'l> SegmentDef<'l> {
    /// What it is called there.
    #[must_use]
    pub fn name(&self) -> &'l str {
        self.name
    }

    /// Name and kind of an element, from 1, or of its component; none where it is not used.
    #[must_use]
    pub fn element(&self, element: usize, component: usize) -> Option<(&'l str, Kind)> {
        self.definition(element, component).map(|it| (self.library.name(it.name), it.kind))
    }

    /// The codes the guide lists for an element, or for its component where that is not 0, each with its
    /// meaning where there are words for it; none where it lists no codes.
    #[must_use]
    pub fn codes(&self, element: usize, component: usize) -> Vec<(String, Option<&'l str>)> {
        let Some(definition) = self.definition(element, component) else { return Vec::new() };
        let Some(list) = definition.codes.checked_sub(1) else { return Vec::new() };
        let meaning = |code: &String| self.library.meaning(definition.number, code.as_bytes());
        let codes = self.library.codes().all(list);
        codes.map(|code| (meaning(&code), code)).map(|(meaning, code)| (code, meaning)).collect()
    }

    fn definition(&self, element: usize, component: usize) -> Option<&'l ElementDef> {
        let used = |it: &&ElementDef| it.usage != Usage::NotUsed;
        let found = self.library.members(self.row).get(element.checked_sub(1)?).filter(used)?;
        let Some(component) = component.checked_sub(1) else { return Some(found) };
        let parts =
            self.library.composite(found.parts).filter(|_| found.kind == Kind::Composite)?;
        self.library.members(parts).get(component).filter(used)
    }
}
