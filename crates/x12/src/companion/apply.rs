//! Application: which parts of a guide does each rule of a companion mean, and does it narrow them?

use super::line::is_segment_id;
use super::{Companion, CompanionError, Line, Narrow, Overlay};
use crate::guide::{Child, ElementDef, Guide, Kind, Library, Row, Usage, tag_text};

impl Library {
    /// These guides, one of them narrowed by a companion. Several companions may be laid over each other.
    ///
    /// # Errors
    /// [`CompanionError`] where the guide is not here, a path leads nowhere, or a rule does not narrow.
    pub fn with_companion(&self, companion: &Companion) -> Result<Self, CompanionError> {
        let mut first_error = None;
        for candidate in self.candidates(&companion.version, &companion.set_id) {
            match self.narrowed(candidate, companion) {
                Ok(library) => return Ok(library),
                Err(error) => first_error = first_error.or(Some(error)),
            }
        }
        Err(first_error.unwrap_or_else(|| CompanionError {
            line: 1,
            problem: format!("no guide {} {} is here", companion.version, companion.set_id),
        }))
    }

    fn narrowed(&self, guide: &Guide, companion: &Companion) -> Result<Self, CompanionError> {
        let at = self.guides.iter().position(|other| core::ptr::eq(other, guide)).unwrap_or(0);
        let mut library = self.clone();
        for line in &companion.lines {
            let fail = |problem: String| CompanionError { line: line.line, problem };
            let found = find(&library, &library.guides[at], line).map_err(fail)?;
            if found.is_empty() {
                let path = line.path.join("/");
                return Err(fail(format!("the guide has no `{path}` that fits")));
            }
            for index in found {
                library.narrow(at, index, line).map_err(fail)?;
            }
        }
        let tags = library.tags.clone();
        library.guides[at].index(&tags);
        Ok(library)
    }

    /// Narrows one child of a guide.
    fn narrow(&mut self, guide: usize, index: usize, line: &Line) -> Result<(), String> {
        let child = self.guides[guide].children[index];
        self.check_narrows(&child, line)?;
        let mut narrowed = child;
        let mut overlay = match child.overlay.checked_sub(1) {
            Some(known) => self.overlays.get(usize::from(known)).cloned().unwrap_or_default(),
            None => Overlay::default(),
        };
        match (line.at.0, &line.narrow) {
            (0, Narrow::Required) => {
                narrowed.usage = Usage::Required;
                overlay.missing = Some(line.rule);
            }
            (0, Narrow::Max(max)) => {
                narrowed.max = *max;
                overlay.over = Some(line.rule);
            }
            (0, _) => overlay.sent = Some(line.rule),
            _ => overlay.elements.push((line.at, line.narrow.clone(), line.rule)),
        }
        self.overlays.push(overlay);
        narrowed.overlay = u16::try_from(self.overlays.len())
            .map_err(|_| "there are too many companion rules".to_owned())?;
        self.guides[guide].children[index] = narrowed;
        Ok(())
    }

    /// Whether a rule asks for less than the guide allows.
    fn check_narrows(&self, child: &Child, line: &Line) -> Result<(), String> {
        let fail = |problem: &str| Err(problem.to_owned());
        if line.at.0 == 0 {
            return match (&line.narrow, child.usage) {
                (Narrow::Required, Usage::Required) => fail("the guide requires it already"),
                (Narrow::NotUsed, Usage::Required) => fail("the guide requires it"),
                (Narrow::Max(max), _) if *max >= child.max => fail("the guide allows no more"),
                _ => Ok(()),
            };
        }
        let Some(element) = self.defined(child, line.at) else {
            return fail("the guide has no such element there");
        };
        match &line.narrow {
            _ if element.usage == Usage::NotUsed => fail("the guide does not use it"),
            Narrow::NotUsed | Narrow::Required if element.usage == Usage::Required => {
                fail("the guide requires it")
            }
            Narrow::Codes(codes) if element.codes > 0 => {
                let list = element.codes - 1;
                match codes.iter().find(|code| !self.codes().contains(list, code.as_bytes())) {
                    Some(code) => Err(format!("`{code}` is no code of the guide there")),
                    None => Ok(()),
                }
            }
            Narrow::Codes(_) | Narrow::Length(..) if element.kind == Kind::Composite => {
                fail("it has components: name one, such as 05-3")
            }
            Narrow::Length(least, most) if *most > element.max || *least < element.min => {
                fail("the guide allows no such length")
            }
            _ => Ok(()),
        }
    }

    /// The definition of an element or component of a segment.
    pub(super) fn defined(
        &self,
        child: &Child,
        (element, component): (u8, u8),
    ) -> Option<&ElementDef> {
        let member = |row: &Row, number: u8| {
            let index = usize::from(number).checked_sub(1)?;
            self.members(row).get(index)
        };
        let whole = member(self.spec(child.spec)?, element)?;
        match component {
            0 => Some(whole),
            _ if whole.kind == Kind::Composite => member(self.composite(whole.parts)?, component),
            _ => None,
        }
    }
}

/// The children of a guide that a rule means.
fn find(library: &Library, guide: &Guide, line: &Line) -> Result<Vec<usize>, String> {
    let mut search = Search { library, guide, line, found: Vec::new(), steps: 0 };
    search.body(0, &mut Vec::new())?;
    search.found.sort_unstable();
    search.found.dedup();
    Ok(search.found)
}

struct Search<'a> {
    library: &'a Library,
    guide: &'a Guide,
    line: &'a Line,
    found: Vec<usize>,
    steps: usize,
}

impl Search<'_> {
    fn body(&mut self, body: u16, path: &mut Vec<String>) -> Result<(), String> {
        let (first, end) = self.guide.body(body).map_or((0, 0), |body| body.children);
        // What a damaged table could drive.
        self.steps += 1;
        if self.steps > MAX_STEPS || path.len() > MAX_DEPTH {
            return Err("the guide nests too deep".to_owned());
        }
        for index in first..end {
            let Some(child) = self.guide.child(index) else { continue };
            let id = match child.body {
                Some(inner) => self.library.name(inner.id).to_owned(),
                None => tag_text(child.tag),
            };
            path.push(id);
            if path.ends_with(&self.line.path) && self.is_meant(child)? {
                self.found.push(index as usize);
                if index == first && body > 0 && child.body.is_none() {
                    self.begins(body)?;
                }
            }
            if let Some(inner) = child.body {
                self.body(inner.body, path)?;
            }
            path.pop();
        }
        Ok(())
    }

    /// A loop stands for its first segment: what is said of that one's elements is said of the loop.
    fn begins(&mut self, body: u16) -> Result<(), String> {
        if self.line.at.0 == 0 {
            return Err("this segment begins its loop: name the loop".to_owned());
        }
        let loops = self.guide.children.iter().enumerate();
        let loops = loops.filter(|(_, child)| child.body.is_some_and(|inner| inner.body == body));
        self.found.extend(loops.map(|(index, _)| index));
        Ok(())
    }

    /// Whether a child whose path fits is told apart by the codes of the rule.
    fn is_meant(&self, child: &Child) -> Result<bool, String> {
        let codes = &self.line.qualifiers;
        let is_segment = self.line.path.last().is_some_and(|id| is_segment_id(id));
        if !is_segment && self.line.at.0 > 0 {
            return Err("an element is named behind a segment, such as 2300/CLM 05-3".to_owned());
        }
        if codes.is_empty() {
            return Ok(true);
        }
        for condition in self.guide.conditions(child) {
            let has =
                |code: &String| self.library.codes().contains(condition.codes, code.as_bytes());
            if codes.iter().all(has) {
                if self.library.codes().count(condition.codes) == codes.len() {
                    return Ok(true);
                }
                let all = self.library.codes().text([condition.codes], 40).replace(", ", "|");
                return Err(format!(
                    "one segment of the guide holds all of {all}: name all of them"
                ));
            }
        }
        Ok(false)
    }
}

/// Loops looked into for one rule, and how deep.
const MAX_STEPS: usize = 10_000;
const MAX_DEPTH: usize = 20;
