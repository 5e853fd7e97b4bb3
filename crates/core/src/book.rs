//! The account book: how do files become postings, and postings become statements?
//!
//! Joins what must not know each other: `exchange` proves the money of a file, `accounts` posts it.

use serde::{Deserialize, Serialize};
use superbill_accounts::{
    AccountReport, Book, Broken, ChargeLine, ClaimCharged, Entry, PatientIdentity, PatientPaid,
    PatientSummary, PostOptions, Posting, PostingFinding, Proof, Stamp, Verdict,
};
use superbill_documents::Statement;
use superbill_exchange::remittance::{ClaimRow, Flags, claim_checks, payment_check};
use superbill_model::{ChargedClaim, ChargedLine};
use superbill_types::{Date, DateValue, Rule, Severity};

use crate::{RemittanceFile, statement};

/// When, by whom and under which id something is done.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase", default)]
pub struct ActBy {
    /// Time, such as `2026-11-23T10:00:00Z`.
    pub at: String,
    /// Who does it.
    pub actor: String,
    /// Id of the act, unique among devices; made from the time and the place in the journal if empty.
    pub id: String,
    /// Post what does not balance, as it is.
    pub accept_unbalanced: bool,
}

/// What became of an act.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct Act {
    /// Claims posted; 1 for another act that was entered.
    pub posted: u32,
    /// What was refused, and why.
    pub refused: Vec<RefusalRecord>,
    /// What is to be said of what was posted.
    pub remarks: Vec<RefusalRecord>,
    /// Place in the journal before the act; the new entries come after it.
    pub after: u32,
}

/// Why a claim was not posted, or what is to be said of it.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct RefusalRecord {
    /// The claim's account; absent for the whole payment.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub patient_control_number: Option<String>,
    /// Rule id.
    pub rule: String,
    /// The defect in kebab case.
    pub name: String,
    /// What is wrong.
    pub message: String,
    /// What to do.
    pub help: String,
}

/// A journal with its accounts.
#[derive(Clone, Debug, Default)]
pub struct AccountBook {
    book: Book,
}

impl AccountBook {
    /// An empty book.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// A book from the entries a host kept.
    ///
    /// # Errors
    /// The first entry that does not hold.
    pub fn restore(entries: Vec<Entry>) -> Result<Self, Broken> {
        Ok(Self { book: Book::restore(entries)? })
    }

    /// A book from the bytes of [`AccountBook::journal`], several of them one behind the other.
    ///
    /// # Errors
    /// The first entry that does not hold.
    pub fn read(bytes: &[u8]) -> Result<Self, Broken> {
        Ok(Self { book: Book::read(bytes)? })
    }

    /// The journal's entries behind the first `after`, as bytes for a host to keep.
    #[must_use]
    pub fn journal(&self, after: u32) -> Vec<u8> {
        self.book.journal().bytes_after(after)
    }

    /// Posts every payment of a remittance file: each claim, or a reason why not.
    pub fn post(&mut self, file: &RemittanceFile, by: &ActBy) -> Act {
        let mut act = self.act();
        for index in 0..file.payment_rows().len() {
            let Some(remittance) = file.remittance(index) else { continue };
            let proof = proof(file, index);
            let id = self.id(by);
            let stamp = Stamp { id: &id, at: &by.at, actor: &by.actor };
            let options = PostOptions { accept_unbalanced: by.accept_unbalanced };
            let posting = self.book.post_remittance(&remittance, &proof, options, &stamp);
            act.take(posting);
        }
        act
    }

    /// Enters the claims of a file of claims (837) as charged: each, or a reason why not. Where the act has an
    /// id and the file has several claims, their entries have that id with the claim's place, `act/2`.
    pub fn charge(&mut self, file: &RemittanceFile, by: &ActBy) -> Act {
        let mut act = self.act();
        let claims = file.charges();
        let several = claims.len() > 1 && !by.id.is_empty();
        for (place, claim) in (1_usize..).zip(claims) {
            let number = claim.patient_control_number.reveal().clone();
            let Some(charged) = charged(claim) else {
                act.refused.push(RefusalRecord::amount_missing(number.to_string()));
                continue;
            };
            let id = if several { format!("{}/{place}", by.id) } else { self.id(by) };
            let stamp = Stamp { id: &id, at: &by.at, actor: &by.actor };
            act.take(self.book.charge(charged, &stamp));
        }
        act
    }

    /// Enters what a patient paid.
    pub fn patient_paid(&mut self, payment: PatientPaid, by: &ActBy) -> Act {
        let id = self.id(by);
        let posting =
            self.book.patient_paid(payment, &Stamp { id: &id, at: &by.at, actor: &by.actor });
        let mut act = self.act();
        act.after = posting.after;
        act.take(posting);
        act
    }

    /// Every account, on a day.
    #[must_use]
    pub fn accounts(&self, on: Date) -> Vec<AccountReport> {
        self.book.reports(on).collect()
    }

    /// Every patient with their accounts together, on a day.
    #[must_use]
    pub fn patients(&self, on: Date) -> Vec<PatientSummary> {
        self.book.patients(on)
    }

    /// The statements of a day: of one patient, or of all.
    #[must_use]
    pub fn statements(&self, on: Date, patient: Option<&str>) -> Vec<Statement> {
        let patients = self.book.patients(on).into_iter();
        patients
            .filter(|one| patient.is_none_or(|key| key == one.key))
            .map(|one| statement::compose(&self.book, &one, on))
            .collect()
    }

    /// The journal's entries behind the first `after`.
    #[must_use]
    pub fn entries(&self, after: u32) -> &[Entry] {
        self.book.entries().get(after as usize..).unwrap_or(&[])
    }

    /// The book behind it.
    #[must_use]
    pub fn book(&self) -> &Book {
        &self.book
    }

    fn act(&self) -> Act {
        let after = self.book.entries().len() as u32;
        Act { posted: 0, refused: Vec::new(), remarks: Vec::new(), after }
    }

    pub(crate) fn id(&self, by: &ActBy) -> String {
        if by.id.is_empty() {
            format!("{}#{}", by.at, self.book.entries().len() + 1)
        } else {
            by.id.clone()
        }
    }
}

impl Act {
    pub(crate) fn take(&mut self, posting: Posting) {
        self.posted += posting.posted as u32;
        for found in posting.findings {
            let list = match found.finding.severity {
                Severity::Error => &mut self.refused,
                _ => &mut self.remarks,
            };
            list.push(RefusalRecord::from(found));
        }
    }
}

impl From<PostingFinding> for RefusalRecord {
    fn from(found: PostingFinding) -> Self {
        Self {
            patient_control_number: found.patient_control_number.map(|it| it.reveal().to_string()),
            rule: found.finding.rule.id.into(),
            name: found.finding.rule.name.into(),
            message: found.finding.message(),
            help: found.finding.help(),
        }
    }
}

impl RefusalRecord {
    fn amount_missing(number: String) -> Self {
        Self {
            patient_control_number: Some(number),
            rule: CHARGE_MISSING.id.into(),
            name: CHARGE_MISSING.name.into(),
            message: CHARGE_MISSING.message.into(),
            help: CHARGE_MISSING.help.into(),
        }
    }
}

static CHARGE_MISSING: Rule = Rule {
    id: "POST-30",
    name: "charge-missing",
    severity: Severity::Error,
    snip: 7,
    acknowledgment: "",
    message: "The charge of the claim or of one of its lines is missing or not an amount.",
    help: "Mend the charge (CLM02) in the claim file and enter it again.",
    source: "nothing is posted by half",
};

/// A claim as charged; none if its charge is no amount.
fn charged(claim: ChargedClaim) -> Option<ClaimCharged> {
    let day = |date: Option<DateValue>| date.and_then(|date| date.day());
    let line = |line: ChargedLine| {
        Some(ChargeLine {
            procedure: line.procedure,
            modifiers: line.modifiers,
            date: day(line.date),
            units: line.units,
            charge: line.charge_amount?,
        })
    };
    let lines: Vec<ChargeLine> = claim.lines.into_iter().map(line).collect::<Option<_>>()?;
    Some(ClaimCharged {
        patient_control_number: claim.patient_control_number,
        patient: PatientIdentity {
            last_name: claim.last_name,
            first_name: claim.first_name,
            member_id: claim.member_id,
        },
        charge: claim.charge_amount?,
        frequency: claim.frequency,
        service_date: day(claim.service_date).or(lines.iter().filter_map(|l| l.date).min()),
        lines,
    })
}

/// What the scan proved of a payment, for posting.
fn proof(file: &RemittanceFile, index: usize) -> Proof {
    let row = &file.payment_rows()[index];
    let payment = if row.adds_up {
        Verdict::Balanced
    } else {
        let record = file.payment(index).unwrap_or_default();
        let check = payment_check(&record, row.claims_paid.money());
        check.difference().filter(|_| check.readable).map_or(Verdict::Unproved, Verdict::OffBy)
    };
    let first = row.first_claim as usize;
    let rows = file.claim_rows().iter().enumerate().skip(first).take(row.claims as usize);
    let claims = rows.map(|(at, row)| verdict(file, at, row)).collect();
    Proof { payment, claims }
}

fn verdict(file: &RemittanceFile, at: usize, row: &ClaimRow) -> Verdict {
    if row.flags.has(Flags::BALANCED) {
        return Verdict::Balanced;
    }
    let checks = file.claim(at).map(|claim| claim_checks(&claim)).unwrap_or_default();
    let failed = checks.iter().find(|check| !check.balanced() && check.proves_payment());
    failed
        .and_then(|check| check.difference().filter(|_| check.readable))
        .map_or(Verdict::Unproved, Verdict::OffBy)
}
