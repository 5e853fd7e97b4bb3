//! History: what has been posted to an account before?
//!
//! Searches within one account; their cost is bounded by the postings an account takes.

use crate::account::Place;
use crate::ledger::answer;
use crate::read::takes_back;
use crate::{Account, ClaimPosted, Entry};
use superbill_types::Text;

impl Account {
    /// The posting of an entry id, if it was neither reversed nor undone.
    pub(crate) fn standing(&self, entries: &[Entry], id: &str) -> Option<(usize, Place)> {
        let index = self.postings.iter().position(|p| entries[p.entry as usize].id == id)?;
        let posting = self.postings[index];
        (!posting.undone && !posting.reversed).then_some((index, posting.place))
    }

    /// The answers not undone that were there before journal place `after`.
    pub(crate) fn answers_before<'a>(
        &'a self,
        entries: &'a [Entry],
        after: u32,
    ) -> impl Iterator<Item = &'a ClaimPosted> {
        let before = self.postings.iter().filter(move |p| !p.undone && p.entry < after);
        before.filter_map(|posting| answer(entries, posting.entry))
    }

    /// Entry id and order of the answer that a reversal takes back: one with its payer claim
    /// number, else one with its amounts; the latest first.
    pub(crate) fn taken_back_by(
        &self,
        entries: &[Entry],
        reversal: &ClaimPosted,
    ) -> Option<(Text, u8)> {
        let mut fitting = None;
        for posting in self.postings.iter().rev().filter(|p| !p.undone && !p.reversed) {
            let Some(posted) = answer(entries, posting.entry) else { continue };
            if !takes_back(reversal, posted) {
                continue;
            }
            let found = || (entries[posting.entry as usize].id.clone(), posted.order);
            if posted.payer_claim_number == reversal.payer_claim_number {
                return Some(found());
            }
            fitting = fitting.or_else(|| Some(found()));
        }
        fitting
    }

    /// The place this payer had when it last answered for the claim.
    pub(crate) fn order_of(&self, entries: &[Entry], claim: &ClaimPosted) -> Option<u8> {
        let same = |posted: &&ClaimPosted| posted.payer.id == claim.payer.id;
        let answers = self.postings.iter().rev().filter_map(|p| answer(entries, p.entry));
        answers.filter(same).map(|posted| posted.order).next()
    }
}
