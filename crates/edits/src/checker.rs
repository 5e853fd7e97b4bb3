//! Checking while a claim is typed: what must be looked at again after a change?
//!
//! A [`Checker`] keeps a copy of what it saw and what the edits said of each part. After a change it runs only
//! the edits that read the parts that differ. What it tells equals [`crate::check`] of the whole.

use superbill_model::{Claim, ClaimBatch};
use superbill_types::{Date, Findings, sort_by_number};

use crate::case::payer_id;
use crate::parts::{batch_differing, copy, copy_batch, copy_line, differing, line_differing};
use crate::run::{Changed, Telling, run_batch, run_claim};
use crate::{Context, Kept, Parts, Ruleset, edits};

/// Checks a batch again and again, at the cost of what changed.
#[derive(Clone, Debug, Default)]
pub struct Checker {
    seen: Option<Seen>,
}

#[derive(Clone, Debug)]
struct Seen {
    today: Date,
    ruleset: Ruleset,
    batch: ClaimBatch,
    /// What was said of the batch.
    of_batch: Vec<Kept>,
    /// What was said of each claim.
    of_claims: Vec<Vec<Kept>>,
    /// Which parts of each line changed; kept to be used again.
    lines: Vec<Parts>,
}

impl Checker {
    /// Forgets what was seen: to be called when tables or history changed.
    pub fn forget(&mut self) {
        self.seen = None;
    }

    /// Everything the edits find in `batch`, at the cost of what changed since the last call.
    pub fn update(&mut self, batch: &ClaimBatch, context: &Context<'_>) -> Findings {
        let same = |seen: &Seen| seen.today == context.today && seen.ruleset == *context.ruleset;
        let mut seen = self.seen.take().filter(same).unwrap_or_else(|| Seen::nothing(context));
        seen.update(batch, context);
        let findings = seen.tell(context);
        self.seen = Some(seen);
        findings
    }
}

impl Seen {
    fn nothing(context: &Context<'_>) -> Self {
        Self {
            today: context.today,
            ruleset: context.ruleset.clone(),
            batch: ClaimBatch::default(),
            of_batch: Vec::new(),
            of_claims: Vec::new(),
            lines: Vec::new(),
        }
    }

    fn update(&mut self, batch: &ClaimBatch, context: &Context<'_>) {
        let header = batch_differing(&self.batch, batch);
        copy_batch(&mut self.batch, batch, header);
        let mut changed = self.of_claims.len() != batch.claims.len() || !header.is_empty();
        self.of_claims.truncate(batch.claims.len());
        self.batch.claims.truncate(batch.claims.len());
        for (index, claim) in batch.claims.iter().enumerate() {
            changed |= self.update_claim(batch, index, claim, header, context);
        }
        // A batch without claims is looked at as well, the first time.
        if changed || batch.claims.is_empty() {
            self.of_batch.clear();
            run_batch(batch, context, &mut self.of_batch);
        }
    }

    /// Looks again at what changed in one claim; whether anything did.
    fn update_claim(
        &mut self,
        batch: &ClaimBatch,
        index: usize,
        claim: &Claim,
        header: Parts,
        context: &Context<'_>,
    ) -> bool {
        let Some((old, kept)) = self.batch.claims.get_mut(index).zip(self.of_claims.get_mut(index))
        else {
            let mut kept = Vec::new();
            run_claim(batch, index, claim, &Changed::ALL, context, &mut kept);
            self.batch.claims.push(claim.clone());
            self.of_claims.push(kept);
            return true;
        };
        let differ = differing(old, claim);
        let any_line = compare_lines(old, claim, &mut self.lines);
        let mut whole = header | differ;
        if old.lines.len() != claim.lines.len() {
            whole |= Parts::LINES;
        }
        let payer_differs = !context.ruleset.changes.is_empty() && payer_id(old) != payer_id(claim);
        if whole.meets(Parts::KIND) || payer_differs {
            whole = Parts::ALL;
        }
        if whole.is_empty() && any_line.is_empty() {
            return false;
        }
        let changed = Changed { whole, lines: &self.lines, any_line };
        let mut of_edit = edits().enumerate().peekable();
        kept.retain(|one| {
            // Both lists are in the order of the edits.
            while of_edit.next_if(|(number, _)| *number < usize::from(one.edit)).is_some() {}
            of_edit.peek().is_some_and(|(_, edit)| !changed.concerns(edit, one.line, one.part))
        });
        run_claim(batch, index, claim, &changed, context, kept);
        sort_by_number(kept, |one| one.rank.cast_signed());
        sort_by_number(kept, |one| i64::from(one.edit));
        copy(old, claim, differ);
        copy_lines(old, claim, &self.lines);
        true
    }

    fn tell(&self, context: &Context<'_>) -> Findings {
        let mut telling = Telling::default();
        telling.tell(self.of_batch.iter().cloned());
        for kept in &self.of_claims {
            telling.tell(kept.iter().cloned());
        }
        telling.finish(context)
    }
}

/// The parts in which each line differs, and those in which any does. New lines differ in all.
fn compare_lines(old: &Claim, new: &Claim, lines: &mut Vec<Parts>) -> Parts {
    lines.clear();
    lines.extend(old.lines.iter().zip(&new.lines).map(|(old, new)| line_differing(old, new)));
    if old.lines.len() != new.lines.len() {
        return Parts::ALL;
    }
    lines.iter().fold(Parts::NONE, |all, parts| all | *parts)
}

fn copy_lines(old: &mut Claim, new: &Claim, parts: &[Parts]) {
    old.lines.truncate(new.lines.len());
    for ((old, new), parts) in old.lines.iter_mut().zip(&new.lines).zip(parts) {
        copy_line(old, new, *parts);
    }
    let known = old.lines.len();
    old.lines.extend(new.lines.iter().skip(known).cloned());
}
