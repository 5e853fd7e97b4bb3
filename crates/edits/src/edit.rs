//! Edits: what is a rule over claims, beside its words?
//!
//! An [`Edit`] is data: a [`Rule`] (id, words, severity, source), the claims and days it governs, the parts
//! of the claim it reads, and the function that looks.

use superbill_model::{Claim, ClaimBatch, ClaimKind, ServiceLine};
use superbill_types::{Date, Rule};

use crate::{Case, Parts, Party};

/// A rule over claims.
#[derive(Debug)]
pub struct Edit {
    /// Id, words, severity, source.
    pub rule: Rule,
    /// Kinds of claims it is about.
    pub kinds: Kinds,
    /// Days of service it governs.
    pub days: Days,
    /// Parts of the claim (and of its lines) that it reads. What it does not name it must not read: after a
    /// change of other parts it is not run again.
    pub reads: Parts,
    /// What it looks at.
    pub check: Check,
}

/// What an edit looks at, once or several times a claim. Paths of its findings are relative to that.
#[derive(Clone, Copy, Debug)]
// Closed: the runner has a way to run each.
pub enum Check {
    /// The claim as a whole.
    Claim(fn(&Claim, &mut Case<'_>)),
    /// Each line by itself. It may read parts of the claim, never other lines.
    Line(fn(&ServiceLine, &Claim, &mut Case<'_>)),
    /// Each party by itself: providers, persons, payers, places; of the batch, the claim and its lines.
    Party(fn(&Party<'_>, &mut Case<'_>)),
    /// The batch as a whole.
    Batch(fn(&ClaimBatch, &mut Case<'_>)),
}

/// Kinds of claims.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Kinds(u8);

impl Kinds {
    /// Doctors, suppliers, ambulances.
    pub const PROFESSIONAL: Self = Self(1);
    /// Hospitals and other facilities.
    pub const INSTITUTIONAL: Self = Self(2);
    /// Dentists.
    pub const DENTAL: Self = Self(4);
    /// Professional and institutional.
    pub const MEDICAL: Self = Self(3);
    /// Professional and dental.
    pub const OFFICE: Self = Self(5);
    /// All three.
    pub const ALL: Self = Self(7);

    /// Whether `kind` is among them.
    #[must_use]
    pub const fn has(self, kind: ClaimKind) -> bool {
        let bit = match kind {
            ClaimKind::Professional => 1,
            ClaimKind::Institutional => 2,
            ClaimKind::Dental => 4,
        };
        self.0 & bit != 0
    }
}

/// Days of service, both ends included, written as numbers: 20151001 is the first of October 2015.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Days {
    /// First day.
    pub from: u32,
    /// Last day.
    pub to: u32,
}

impl Days {
    /// All days.
    pub const ALL: Self = Self { from: 0, to: 99_991_231 };

    /// This day and all after.
    #[must_use]
    pub const fn since(from: u32) -> Self {
        Self { from, ..Self::ALL }
    }

    /// Whether a day is among them; a claim without a day of service is governed by every edit.
    #[must_use]
    pub fn has(self, day: Option<Date>) -> bool {
        let Some((year, month, day)) = day.map(Date::parts) else { return true };
        let number = year.unsigned_abs() * 10_000 + month * 100 + day;
        (self.from..=self.to).contains(&number)
    }
}

impl Edit {
    /// All parts that decide what it finds.
    #[must_use]
    pub fn depends_on(&self) -> Parts {
        if self.days == Days::ALL { self.reads } else { self.reads | Parts::SERVICE_DAYS }
    }
}
