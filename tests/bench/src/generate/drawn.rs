//! Drawn claims: what does a file look like that uses everything its guide allows?
//!
//! Sets drawn from the table of the professional guide: every loop and segment stands now and then, values are
//! text without meaning. The claims of `claim` are what senders send; these reach what they seldom do.

use superbill_guides::generate::{Plan, generate};
use superbill_guides::source::{self, Source};

use super::output::Output;

/// Draws sets of claims.
pub(super) struct Drawn {
    guide: Option<Source>,
}

impl Default for Drawn {
    fn default() -> Self {
        Self { guide: source::read("837p", GUIDE).ok() }
    }
}

impl Drawn {
    /// Adds the `number`-th set of a file.
    pub(super) fn set(&mut self, number: u64, output: &mut Output) {
        let Some(guide) = &self.guide else { return };
        let mut set = generate(guide, Plan { seed: number, chance: 25, segments: 80 });
        for piece in &mut set.segments {
            if let ("ST" | "SE", Some(own)) = (piece.child.id.as_str(), piece.elements.get_mut(1)) {
                *own = format!("{number:04}");
            }
        }
        for piece in &set.segments {
            output.begin(&piece.child.id);
            for element in &piece.elements {
                output.element(element);
            }
            output.end();
        }
    }
}

const GUIDE: &str = include_str!("../../../../crates/guides/data/837p.guide");
