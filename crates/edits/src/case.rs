//! The case: what does a check know, and how does it say what it found?
//!
//! Nothing is allocated or formatted until something is found.

use core::fmt::{self, Display};

use superbill_codes::{CodeBooks, CodeStatus, CodeSystem};
use superbill_model::{ChargedClaim, Claim, ClaimBatch};
use superbill_types::{Date, Fact, Finding, Location, Severity};

use crate::{Context, Edit, Parts, Ruleset, dates};

/// One edit looking at one thing.
pub struct Case<'a> {
    pub(crate) context: &'a Context<'a>,
    pub(crate) batch: &'a ClaimBatch,
    /// Which claim; none where the batch is looked at.
    pub(crate) claim: Option<usize>,
    pub(crate) edit: &'static Edit,
    /// Place of the edit in the list of all.
    pub(crate) number: u16,
    pub(crate) place: Place<'a>,
    pub(crate) kept: &'a mut Vec<Kept>,
}

/// What of a claim is looked at.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Place<'a> {
    Whole,
    Line(u32),
    Party(crate::Party<'a>),
}

/// What an edit said, with what is needed to take it back when its part of the claim changes.
#[derive(Clone, Debug)]
pub(crate) struct Kept {
    /// Place of the edit in the list of all.
    pub(crate) edit: u16,
    /// Order among what the edit looked at.
    pub(crate) rank: u64,
    /// Line it stands in.
    pub(crate) line: Option<u32>,
    /// Part of the claim the party stands in; none for lines and wholes.
    pub(crate) part: Parts,
    pub(crate) said: Said,
}

#[derive(Clone, Debug)]
pub(crate) enum Said {
    Found(Finding),
    /// A table was not loaded.
    NotChecked(&'static str),
}

impl<'a> Case<'a> {
    /// Today, where the user is.
    #[must_use]
    pub fn today(&self) -> Date {
        self.context.today
    }

    /// Code tables.
    #[must_use]
    pub fn books(&self) -> &'a CodeBooks {
        self.context.books
    }

    /// First day of service of the claim, else today. An edit that uses it reads [`Parts::SERVICE_DAYS`].
    #[must_use]
    pub fn service_day(&self) -> Date {
        let claim = self.claim.and_then(|index| self.batch.claims.get(index));
        claim.and_then(dates::first_service).unwrap_or(self.context.today)
    }

    /// Claims sent before.
    #[must_use]
    pub fn history(&self) -> &'a [ChargedClaim] {
        self.context.history
    }

    /// Which rules count for how much, and payers' limits.
    #[must_use]
    pub fn ruleset(&self) -> &'a Ruleset {
        self.context.ruleset
    }

    /// What the tables say of a code on a day; none where no table is loaded, which is told as a note.
    /// `table` is what could not be checked then, as a plural: `procedure codes`.
    pub fn ask(
        &mut self,
        table: &'static str,
        system: CodeSystem,
        code: &str,
        on: Date,
    ) -> Option<CodeStatus> {
        match self.context.books.status(system, code, on) {
            CodeStatus::NotLoaded => {
                self.not_checked(table);
                None
            }
            status => Some(status),
        }
    }

    /// Whether the table of a system may not know a code of that day: it ends before, or begins after. States
    /// and countries change so seldom that their tables serve five years more.
    #[must_use]
    pub fn is_outdated(&self, system: CodeSystem, on: Date) -> bool {
        let (year, month, day) = on.parts();
        let on = match system {
            CodeSystem::State | CodeSystem::Country => Date::new(year - 5, month, day.min(28)),
            _ => Some(on),
        };
        let on = on.unwrap_or(Date::EPOCH);
        self.context.books.tables(system).iter().all(|table| !table.covers(on))
    }

    /// The header of the batch: sender, receiver, usage, date. An edit that uses it reads [`Parts::BATCH`];
    /// it must not look at other claims.
    #[must_use]
    pub fn batch(&self) -> &'a ClaimBatch {
        self.batch
    }

    /// Tells a finding of this edit at a path relative to what it looks at: the claim, the line, the party
    /// or the batch. An empty path means that as a whole.
    ///
    /// `case.find("chargeAmount").fact("sum", sum)`; `case.find(format_args!("diagnoses[{index}].code"))`.
    pub fn find(&mut self, path: impl Display) -> Found<'_> {
        let claim = self.claim.and_then(|index| self.batch.claims.get(index));
        let payer = claim.and_then(payer_id);
        let Some(severity) = self.context.ruleset.severity(&self.edit.rule, payer) else {
            return Found(None);
        };
        let location = Location { path: self.path(path), ..Location::default() };
        let finding = Finding { severity, ..Finding::new(&self.edit.rule, location) };
        self.keep(Said::Found(finding));
        match self.kept.last_mut().map(|kept| &mut kept.said) {
            Some(Said::Found(finding)) => Found(Some(finding)),
            _ => Found(None),
        }
    }

    /// Tells that a table this edit needs is not loaded. `table` is what was not checked, as a plural:
    /// `procedure codes`. One note for each table reaches the caller.
    pub fn not_checked(&mut self, table: &'static str) {
        let claim = self.claim.and_then(|index| self.batch.claims.get(index));
        let payer = claim.and_then(payer_id);
        if self.context.ruleset.severity(&self.edit.rule, payer).is_some() {
            self.keep(Said::NotChecked(table));
        }
    }

    fn keep(&mut self, said: Said) {
        let (rank, line, part) = match self.place {
            Place::Whole => (0, None, Parts::NONE),
            Place::Line(line) => (u64::from(line), Some(line), Parts::NONE),
            Place::Party(party) => (party.rank(), party.line, party.part()),
        };
        self.kept.push(Kept { edit: self.number, rank, line, part, said });
    }

    fn path(&self, path: impl Display) -> String {
        let claim = ClaimPath(self.claim);
        let full = match self.place {
            Place::Whole => format!("{claim}{path}"),
            Place::Line(line) => format!("{claim}lines[{line}].{path}"),
            Place::Party(party) => format!("{claim}{party}.{path}"),
        };
        full.trim_end_matches('.').to_owned()
    }
}

/// Identifier of the payer a claim goes to.
pub(crate) fn payer_id(claim: &Claim) -> Option<&str> {
    let identifier = claim.coverage.payer.identifier.as_ref()?;
    Some(identifier.value.reveal())
}

struct ClaimPath(Option<usize>);

impl Display for ClaimPath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.map_or(Ok(()), |index| write!(f, "claims[{index}]."))
    }
}

/// A finding just told, to add facts to. Where the rule is off there is none, and facts go nowhere.
#[derive(Debug)]
pub struct Found<'a>(Option<&'a mut Finding>);

impl Found<'_> {
    /// At most a warning where `doubtful`: an outdated table, a rule that some payers do not hold.
    #[expect(clippy::return_self_not_must_use, reason = "softening is the act")]
    pub fn softer_if(mut self, doubtful: bool) -> Self {
        if let Some(finding) = self.0.as_mut().filter(|_| doubtful) {
            finding.severity = finding.severity.min(Severity::Warning);
        }
        self
    }

    /// Adds a fact: a value that fills the message's `{name}`. Never a value that identifies a person.
    #[expect(clippy::return_self_not_must_use, reason = "telling a fact is the act")]
    pub fn fact(mut self, name: &'static str, value: impl Display) -> Self {
        if let Some(finding) = &mut self.0 {
            let words = [finding.rule.message, finding.rule.help];
            debug_assert!(words.iter().any(|text| text.contains(name)), "nobody says {name}");
            finding.facts.push(Fact::new(name, value.to_string()));
        }
        self
    }

    /// Adds a code of the claim as a fact, if it is one: letters and digits, `longest` at most. What is longer
    /// may be a name or number that slipped into the field, and is not repeated.
    #[expect(clippy::return_self_not_must_use, reason = "telling a fact is the act")]
    pub fn code(self, name: &'static str, text: &str, longest: usize) -> Self {
        let is_code = text.len() <= longest && text.bytes().all(|b| b.is_ascii_alphanumeric());
        self.fact(name, if is_code { text } else { "what stands here" })
    }
}
