//! Batches: how are claims shared out over transaction sets, so that each keeps to its limits?
//!
//! A set holds claims of one kind; claims of one billing provider stand together, so that it is told once.
//! A batch beyond a limit becomes several, in order. A claim that breaks a limit by itself stays as it is and is
//! told when it is written.

use superbill_model::{Claim, ClaimBatch};
use superbill_types::Text;

use super::kind;
use super::write::{same_billing, write_unchecked};
use crate::Envelope;

/// What a transaction set may hold at most.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// Claims; the guides advise 5,000.
    pub claims: usize,
    /// Bytes of the set and its envelope, where a partner has such a limit.
    pub bytes: Option<usize>,
}

impl Default for Limits {
    fn default() -> Self {
        Self { claims: kind::CLAIMS_OF_SET, bytes: None }
    }
}

/// Batches that keep to limits, and where each claim of them came from.
#[derive(Clone, Debug, Default)]
pub struct Parts {
    /// One for each transaction set.
    pub batches: Vec<ClaimBatch>,
    /// For each of them the batch it is a part of, and the places of its claims there.
    origins: Vec<(usize, Vec<usize>)>,
    /// How many batches there were.
    whole: usize,
}

impl Parts {
    /// Shares claims out. Parts of a batch behind its first have no control number and no reference.
    #[must_use]
    pub fn of(batches: Vec<ClaimBatch>, limits: Limits) -> Self {
        let mut out = Self { whole: batches.len(), ..Self::default() };
        for (from, mut batch) in batches.into_iter().enumerate() {
            let first = out.batches.len();
            let claims = core::mem::take(&mut batch.claims);
            let groups = grouped(&claims);
            let mut claims: Vec<Option<Claim>> = claims.into_iter().map(Some).collect();
            for places in &groups {
                for places in places.chunks(limits.claims.max(1)) {
                    let taken = places.iter().filter_map(|&at| claims.get_mut(at)?.take());
                    out.add(&batch, from, places, taken.collect(), limits);
                }
            }
            if claims.is_empty() {
                out.add(&batch, from, &[], Vec::new(), limits);
            }
            for part in out.batches.iter_mut().skip(first + 1) {
                part.control_number = Text::default();
                part.reference = Text::default().into();
            }
        }
        out
    }

    /// Adds a part of a batch with these of its claims, halved until its bytes are few enough.
    fn add(
        &mut self,
        whole: &ClaimBatch,
        from: usize,
        places: &[usize],
        claims: Vec<Claim>,
        limits: Limits,
    ) {
        let mut part = ClaimBatch { claims, ..whole.clone() };
        if let Some(most) = limits.bytes
            && let [_, _, ..] = places
            && size(&part) > most
        {
            let (left, right) = places.split_at(places.len() / 2);
            let behind = part.claims.split_off(left.len());
            self.add(whole, from, left, part.claims, limits);
            self.add(whole, from, right, behind, limits);
            return;
        }
        self.batches.push(part);
        self.origins.push((from, places.to_vec()));
    }

    /// Turns the path of a finding on these batches into that of the claims as they were given.
    pub fn restore(&self, path: &mut String) {
        if path.starts_with("envelope") {
            return;
        }
        let (part, rest) = place(path, "batches").unwrap_or((0, path));
        let Some((from, claims)) = self.origins.get(part) else { return };
        let mut out = if self.whole > 1 { format!("batches[{from}]") } else { String::new() };
        let claim = place(rest, "claims").and_then(|(at, rest)| Some((claims.get(at)?, rest)));
        let rest = match claim {
            Some((at, rest)) => {
                out.push_str(if out.is_empty() { "" } else { "." });
                out.push_str(&format!("claims[{at}]"));
                rest
            }
            None => rest,
        };
        if !out.is_empty() && !rest.is_empty() {
            out.push('.');
        }
        out.push_str(rest);
        *path = out;
    }
}

/// `list[3].rest` as 3 and `rest`.
fn place<'p>(path: &'p str, list: &str) -> Option<(usize, &'p str)> {
    let (number, rest) = path.strip_prefix(list)?.strip_prefix('[')?.split_once(']')?;
    Some((number.parse().ok()?, rest.strip_prefix('.').unwrap_or(rest)))
}

/// Places of claims: a list for each kind, in which those of a billing provider follow one another. Kinds and
/// providers stand in the order of their first claims.
fn grouped(claims: &[Claim]) -> Vec<Vec<usize>> {
    let mut kinds: Vec<Vec<Vec<usize>>> = Vec::new();
    for (at, claim) in claims.iter().enumerate() {
        let of = |place: &usize| claims.get(*place);
        let same_kind = |providers: &&mut Vec<Vec<usize>>| {
            let first = providers.first().and_then(|places| places.first()).and_then(of);
            first.is_some_and(|first| first.kind == claim.kind)
        };
        let Some(providers) = kinds.iter_mut().find(same_kind) else {
            kinds.push(vec![vec![at]]);
            continue;
        };
        let same = |places: &&mut Vec<usize>| {
            places.first().and_then(of).is_some_and(|first| same_billing(first, claim))
        };
        // The last provider is nearly always that of the next claim; one far back is told again.
        match providers.iter_mut().rev().take(PROVIDERS).find(same) {
            Some(places) => places.push(at),
            None => providers.push(vec![at]),
        }
    }
    kinds.into_iter().map(|providers| providers.concat()).collect()
}

fn size(batch: &ClaimBatch) -> usize {
    let written = write_unchecked(core::slice::from_ref(batch), &Envelope::default());
    written.map_or(0, |bytes| bytes.len())
}

/// So many providers back one is looked for.
const PROVIDERS: usize = 100;
