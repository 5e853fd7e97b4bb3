//! Claim acknowledgment (277CA): which claims were taken into adjudication, and why not the others?
//!
//! One transaction set for each batch: the payer, the submitter with the totals, each billing provider, and each
//! claim with its verdict.

use superbill_exchange::Envelope;
use superbill_model::{Claim, ClaimBatch, ClaimKind, EntityName, Identifier};
use superbill_types::{Date, DateValue, Money};
use superbill_x12::{HoldsSeparator, Writer};

use crate::adjudicate::{patient_name, service_period};
use crate::{Identity, Rejection};

/// A batch with what was decided about taking its claims in.
pub(crate) struct Received<'a> {
    pub(crate) batch: &'a ClaimBatch,
    pub(crate) verdicts: Vec<(&'a Claim, Verdict)>,
}

/// Whether a claim is taken in.
#[derive(Clone, Debug)]
pub(crate) enum Verdict {
    /// With the payer's number for it, where it has one.
    Accepted(Option<String>),
    Rejected(Rejection),
}

/// The acknowledgment of these batches. Empty where there is none.
pub(crate) fn write(
    received: &[Received<'_>],
    envelope: &Envelope,
    payer: &Identity,
    date: Date,
    control: u32,
) -> Vec<u8> {
    let mut out = Writer::new(envelope.delimiters);
    if received.is_empty() || compose(&mut out, received, envelope, payer, date, control).is_err() {
        return Vec::new();
    }
    out.into_bytes()
}

fn compose(
    out: &mut Writer,
    received: &[Received<'_>],
    envelope: &Envelope,
    payer: &Identity,
    date: Date,
    control: u32,
) -> Result<(), HoldsSeparator> {
    envelope.open(out)?;
    envelope.open_group(out, "HN", GUIDE, control)?;
    for (number, one) in (1_u32..).zip(received) {
        let before = out.segments();
        let number = format!("{number:04}");
        out.segment("ST").element("277").element(&number).element(GUIDE).end()?;
        let day = date.ccyymmdd();
        let mut set = Set { out, day, levels: 0, time: &envelope.time };
        set.batch(one, payer, control)?;
        let count = (out.segments() - before + 1).to_string();
        out.segment("SE").element(&count).element(&number).end()?;
    }
    Envelope::close_group(out, received.len(), control)?;
    envelope.close(out, 1)
}

struct Set<'w> {
    out: &'w mut Writer,
    day: String,
    levels: u32,
    time: &'w str,
}

impl Set<'_> {
    fn batch(
        &mut self,
        received: &Received<'_>,
        payer: &Identity,
        control: u32,
    ) -> Result<(), HoldsSeparator> {
        let trace = control.to_string();
        let reference = received.batch.reference.reveal();
        let begin = self.out.segment("BHT").element("0085").element("08").element(&trace);
        begin.element(&self.day).element(self.time).element("TH").end()?;
        let source = self.level(None, "20", true)?;
        let name = self.out.segment("NM1").element("PR").element("2").element(&payer.name);
        for _ in 4..8 {
            name.element("");
        }
        name.element("PI").element(&payer.number).end()?;
        self.out.segment("TRN").element("1").element(&trace).end()?;
        for qualifier in ["050", "009"] {
            self.dated(qualifier, "D8", &self.day.clone())?;
        }
        let receiver = self.level(Some(source), "21", true)?;
        let submitter = &received.batch.submitter;
        self.name("41", &submitter.name, submitter.identifier.as_ref())?;
        self.out.segment("TRN").element("2").element(reference).end()?;
        let charges = received.verdicts.iter().filter_map(|(claim, _)| claim.charge_amount).sum();
        self.said("A1", "19", None, "WQ", charges)?;
        self.totals(&received.verdicts, ["90", "AA"])?;
        let of = |claim: &Claim| claim.billing_provider.clone();
        for claims in received.verdicts.chunk_by(|a, b| of(a.0) == of(b.0)) {
            let Some((first, _)) = claims.first() else { continue };
            let provider = self.level(Some(receiver), "19", true)?;
            let billing = &first.billing_provider;
            let tax = billing
                .tax_id
                .as_ref()
                .map(|id| Identifier { qualifier: "FI".into(), value: id.value.clone() });
            self.name("85", &billing.name, billing.identifier.as_ref().or(tax.as_ref()))?;
            self.out.segment("TRN").element("1").element(&trace).end()?;
            self.totals(claims, ["QA", "QC"])?;
            for (claim, verdict) in claims {
                self.claim(provider, claim, verdict)?;
            }
        }
        Ok(())
    }

    fn claim(
        &mut self,
        provider: u32,
        claim: &Claim,
        verdict: &Verdict,
    ) -> Result<(), HoldsSeparator> {
        self.level(Some(provider), "PT", false)?;
        let patient = patient_name(claim);
        let unknown = Identifier { qualifier: "MI".into(), value: "UNKNOWN".to_owned().into() };
        let member = patient.identifier.filter(|id| matches!(id.qualifier.as_str(), "MI" | "II"));
        self.name("QC", &claim.treated().name, Some(&member.unwrap_or(unknown)))?;
        let ours = claim.patient_control_number.reveal();
        self.out.segment("TRN").element("2").element(ours).end()?;
        let charge = claim.charge_amount.unwrap_or_default();
        match verdict {
            Verdict::Accepted(_) => self.said("A2", "20", None, "WQ", charge)?,
            Verdict::Rejected(Rejection { category, status, entity }) => {
                self.said(category, status, entity.as_deref(), "U", charge)?;
            }
        }
        if let Verdict::Accepted(Some(number)) = verdict {
            self.out.segment("REF").element("1K").element(number).end()?;
        }
        if let Some(number) = claim.reference("D9") {
            self.out.segment("REF").element("D9").element(number.reveal()).end()?;
        }
        if claim.kind == ClaimKind::Institutional {
            let part = |text: &Option<String>| text.clone().unwrap_or_default();
            let bill = part(&claim.facility_code) + &part(&claim.frequency);
            self.out.segment("REF").element("BLT").element(&bill).end()?;
        }
        let text = |day: Option<DateValue>| match day {
            Some(DateValue::Day(day)) => Some(day.ccyymmdd()),
            Some(DateValue::Text(text)) => Some(text),
            None => None,
        };
        let (from, to) = service_period(claim);
        match (text(from), text(to)) {
            (Some(from), Some(to)) if from != to => {
                self.dated("472", "RD8", &format!("{from}-{to}"))
            }
            (Some(day), _) => self.dated("472", "D8", &day),
            (None, _) => self.dated("472", "D8", &self.day.clone()),
        }
    }

    /// Opens a level; gives its number.
    fn level(
        &mut self,
        parent: Option<u32>,
        code: &str,
        children: bool,
    ) -> Result<u32, HoldsSeparator> {
        self.levels += 1;
        let parent = parent.map_or_else(String::new, |parent| parent.to_string());
        let level = self.out.segment("HL").element(&self.levels.to_string()).element(&parent);
        level.element(code).element(if children { "1" } else { "" }).end()?;
        Ok(self.levels)
    }

    fn name(
        &mut self,
        role: &str,
        name: &EntityName,
        id: Option<&Identifier>,
    ) -> Result<(), HoldsSeparator> {
        self.out.segment("NM1").element(role).element(&name.entity_type);
        for part in [&name.last_name, &name.first_name, &name.middle_name] {
            self.out.optional(part.as_ref().map(|part| part.reveal().as_str()));
        }
        self.out.element("").optional(name.suffix.as_ref().map(|part| part.reveal().as_str()));
        self.out.optional(id.map(|id| id.qualifier.as_str()));
        self.out.optional(id.map(|id| id.value.reveal().as_str())).end()
    }

    /// A status with the day, what is to be done, and the amount it is about.
    fn said(
        &mut self,
        category: &str,
        status: &str,
        entity: Option<&str>,
        action: &str,
        amount: Money,
    ) -> Result<(), HoldsSeparator> {
        self.out.segment("STC").composite([category, status, entity.unwrap_or("")]);
        self.out.element(&self.day).element(action).element(&plain(amount)).end()
    }

    /// How many claims and how much money was accepted and rejected; what is none is not told.
    fn totals(
        &mut self,
        verdicts: &[(&Claim, Verdict)],
        counters: [&str; 2],
    ) -> Result<(), HoldsSeparator> {
        let of = |accepted: bool| {
            let wanted =
                move |verdict: &Verdict| matches!(verdict, Verdict::Accepted(_)) == accepted;
            let claims = verdicts.iter().filter(|(_, verdict)| wanted(verdict));
            let amount: Money = claims.clone().filter_map(|(claim, _)| claim.charge_amount).sum();
            (claims.count(), amount)
        };
        let both = [of(true), of(false)];
        for (counter, (count, _)) in counters.into_iter().zip(both).filter(|one| one.1.0 > 0) {
            self.out.segment("QTY").element(counter).element(&count.to_string()).end()?;
        }
        for (kind, (_, amount)) in ["YU", "YY"].into_iter().zip(both).filter(|one| one.1.0 > 0) {
            self.out.segment("AMT").element(kind).element(&plain(amount)).end()?;
        }
        Ok(())
    }

    fn dated(&mut self, kind: &str, form: &str, value: &str) -> Result<(), HoldsSeparator> {
        self.out.segment("DTP").element(kind).element(form).element(value).end()
    }
}

/// An amount without zeros that say nothing.
fn plain(amount: Money) -> String {
    amount.decimal().normalize().to_string()
}

const GUIDE: &str = "005010X214";
