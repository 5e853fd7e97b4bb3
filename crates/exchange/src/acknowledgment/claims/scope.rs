//! Scopes: which claims does a finding concern?
//!
//! What is wrong with a claim concerns it alone; what is wrong with the patient, subscriber, provider or the
//! whole set concerns every claim below.

use superbill_model::StatusReason;

/// What a finding may be about, from the outside in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Level {
    Set,
    Provider,
    Subscriber,
    Patient,
    Claim,
    Line,
}

/// The open levels, and what was found on each there was.
#[derive(Clone, Debug, Default)]
pub(super) struct Scopes {
    found: Vec<Vec<StatusReason>>,
    open: Vec<(Level, usize)>,
}

impl Scopes {
    /// Opens a level, and closes those inside the one it stands in.
    pub(super) fn enter(&mut self, level: Level) -> usize {
        while self.open.last().is_some_and(|(open, _)| *open >= level) {
            self.open.pop();
        }
        self.found.push(Vec::new());
        let scope = self.found.len() - 1;
        self.open.push((level, scope));
        scope
    }

    /// Closes the innermost level.
    pub(super) fn leave(&mut self) {
        self.open.pop();
    }

    /// The innermost open level.
    pub(super) fn level(&self) -> Option<Level> {
        self.open.last().map(|(level, _)| *level)
    }

    /// The open scopes, from the outside in.
    pub(super) fn chain(&self) -> Vec<usize> {
        self.open.iter().map(|(_, scope)| *scope).collect()
    }

    /// Takes in a reason at the innermost open level.
    pub(super) fn add(&mut self, reason: StatusReason) {
        if let Some((_, scope)) = self.open.last() {
            self.add_to(*scope, reason);
        }
    }

    /// Takes in a reason, once.
    pub(super) fn add_to(&mut self, scope: usize, reason: StatusReason) {
        if let Some(found) = self.found.get_mut(scope)
            && found.len() < MAX_REASONS
            && !found.contains(&reason)
        {
            found.push(reason);
        }
    }

    /// What was found on some scopes, each reason once.
    pub(super) fn reasons(&self, scopes: &[usize]) -> Vec<StatusReason> {
        let mut all: Vec<StatusReason> = Vec::new();
        for reason in scopes.iter().filter_map(|scope| self.found.get(*scope)).flatten() {
            if all.len() < MAX_REASONS && !all.contains(reason) {
                all.push(reason.clone());
            }
        }
        all
    }
}

/// Reasons told of one claim: ten segments of three.
const MAX_REASONS: usize = 30;
