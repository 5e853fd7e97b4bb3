//! The run: which edits look at which parts of a batch, and in which order is told what they found?
//!
//! Order: the batch, then claim by claim; in each, edits in the order of [`crate::FAMILIES`], and what one
//! edit found in the order of the claim.

use superbill_model::{Claim, ClaimBatch};
use superbill_types::{Finding, Findings, Location};

use crate::case::{Place, Said};
use crate::tables::NOT_LOADED;
use crate::{Case, Check, Context, Days, Edit, Kept, Parts, Party, dates, edits, party};

/// Everything the edits find in a batch.
///
/// ```
/// use superbill_codes::CodeBooks;
/// use superbill_edits::{Context, Ruleset, check};
/// use superbill_model::{Claim, ClaimBatch};
/// use superbill_types::Date;
///
/// let (books, ruleset) = (CodeBooks::default(), Ruleset::default());
/// let today = Date::new(2026, 11, 23).ok_or("no such day")?;
/// let context = Context { today, books: &books, history: &[], ruleset: &ruleset };
/// let batch = ClaimBatch { claims: vec![Claim::default()], ..ClaimBatch::default() };
/// let findings = check(&batch, &context);
/// assert!(findings.kept().iter().any(|it| it.rule.name == "claim-charge-missing"));
/// # Ok::<(), &str>(())
/// ```
#[must_use]
pub fn check(batch: &ClaimBatch, context: &Context<'_>) -> Findings {
    let mut telling = Telling::default();
    let mut kept = Vec::new();
    run_batch(batch, context, &mut kept);
    telling.tell(kept.drain(..));
    for (index, claim) in batch.claims.iter().enumerate() {
        run_claim(batch, index, claim, &Changed::ALL, context, &mut kept);
        telling.tell(kept.drain(..));
    }
    telling.finish(context)
}

/// What changed in a claim.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Changed<'a> {
    /// Parts of the claim and of the batch's header.
    pub(crate) whole: Parts,
    /// Parts of each line; a line beyond the list is new or gone.
    pub(crate) lines: &'a [Parts],
    /// Parts of any line.
    pub(crate) any_line: Parts,
}

impl Changed<'_> {
    pub(crate) const ALL: Changed<'static> =
        Changed { whole: Parts::ALL, lines: &[], any_line: Parts::ALL };

    /// Whether what `edit` says of a line, of a party in `part`, or of the whole may have changed.
    pub(crate) fn concerns(&self, edit: &Edit, line: Option<u32>, part: Parts) -> bool {
        let reads = edit.depends_on();
        let anything = self.whole | self.any_line;
        if edit.days != Days::ALL && anything.meets(Parts::SERVICE_DAYS) {
            return true;
        }
        let here = line.map_or(self.whole, |line| self.line(line));
        match edit.check {
            Check::Batch(_) => true,
            Check::Claim(_) => reads.meets(anything),
            Check::Line(_) => reads.meets(self.whole | here),
            Check::Party(_) => part.meets(here) || reads.meets(anything),
        }
    }

    fn line(&self, line: u32) -> Parts {
        self.lines.get(line as usize).copied().unwrap_or(Parts::ALL)
    }
}

/// Runs what looks at the batch and its header.
pub(crate) fn run_batch(batch: &ClaimBatch, context: &Context<'_>, kept: &mut Vec<Kept>) {
    let kind = batch.claims.first().map(|claim| claim.kind).unwrap_or_default();
    for (number, edit) in (0..).zip(edits()).filter(|(_, edit)| edit.kinds.has(kind)) {
        let place = Place::Whole;
        let mut case = Case { context, batch, claim: None, edit, number, place, kept };
        match edit.check {
            Check::Batch(look) => look(batch, &mut case),
            Check::Party(look) => party::of_batch(batch, |party| {
                case.place = Place::Party(party);
                look(&party, &mut case);
            }),
            Check::Claim(_) | Check::Line(_) => {}
        }
    }
}

/// Runs what looks at one claim, as far as what changed concerns it.
pub(crate) fn run_claim(
    batch: &ClaimBatch,
    index: usize,
    claim: &Claim,
    changed: &Changed<'_>,
    context: &Context<'_>,
    kept: &mut Vec<Kept>,
) {
    let parties = Parties::of(claim);
    for (number, edit) in (0..).zip(edits()).filter(|(_, edit)| edit.kinds.has(claim.kind)) {
        if edit.days != Days::ALL && !edit.days.has(dates::first_service(claim)) {
            continue;
        }
        let place = Place::Whole;
        let mut case = Case { context, batch, claim: Some(index), edit, number, place, kept };
        match edit.check {
            Check::Claim(look) => {
                if changed.concerns(edit, None, Parts::NONE) {
                    look(claim, &mut case);
                }
            }
            Check::Line(look) => {
                for (at, line) in (0..).zip(&claim.lines) {
                    if changed.concerns(edit, Some(at), Parts::NONE) {
                        case.place = Place::Line(at);
                        look(line, claim, &mut case);
                    }
                }
            }
            Check::Party(look) => {
                for party in parties.iter() {
                    if changed.concerns(edit, party.line, party.part()) {
                        case.place = Place::Party(*party);
                        look(party, &mut case);
                    }
                }
            }
            Check::Batch(_) => {}
        }
    }
}

/// Parties of a claim: the first without allocating, as most claims have few.
struct Parties<'a> {
    first: [Option<Party<'a>>; 24],
    count: usize,
    more: Vec<Party<'a>>,
}

impl<'a> Parties<'a> {
    fn of(claim: &'a Claim) -> Self {
        let mut parties = Self { first: [None; 24], count: 0, more: Vec::new() };
        party::of_claim(claim, |party| match parties.first.get_mut(parties.count) {
            Some(slot) => {
                *slot = Some(party);
                parties.count += 1;
            }
            None => parties.more.push(party),
        });
        parties
    }

    fn iter(&self) -> impl Iterator<Item = &Party<'a>> {
        self.first[..self.count].iter().flatten().chain(&self.more)
    }
}

/// Collects what is told: findings as they come, then one note for each table that was not loaded.
#[derive(Default)]
pub(crate) struct Telling {
    findings: Findings,
    tables: Vec<&'static str>,
}

impl Telling {
    pub(crate) fn tell(&mut self, kept: impl Iterator<Item = Kept>) {
        for one in kept {
            match one.said {
                Said::Found(finding) => self.findings.push(finding),
                Said::NotChecked(table) if !self.tables.contains(&table) => self.tables.push(table),
                Said::NotChecked(_) => {}
            }
        }
    }

    pub(crate) fn finish(mut self, context: &Context<'_>) -> Findings {
        let severity = context.ruleset.severity(&NOT_LOADED.rule, None);
        for (table, severity) in self.tables.into_iter().zip(severity.into_iter().cycle()) {
            let finding = Finding::new(&NOT_LOADED.rule, Location::default());
            self.findings.push(Finding { severity, ..finding.with("table", table) });
        }
        self.findings
    }
}
