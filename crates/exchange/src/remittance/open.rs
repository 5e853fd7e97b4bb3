//! Open records: what is known of the set, claim and line a scan is in, and do their equations hold?

use superbill_types::{Finding, Findings, Location, Rule, Span};
use superbill_x12::{Envelope, Segment};

use super::rows::{ClaimRow, Flags, PaymentRow, Scaled, money};
use super::rules;

/// The open transaction set.
#[derive(Clone, Debug)]
pub(super) struct Set {
    pub(super) location: Location,
    pub(super) row: PaymentRow,
    pub(super) header_open: bool,
    pub(super) summary_open: bool,
    pub(super) payment_at: Mark,
    pub(super) interest_told: i64,
    pub(super) interest_at: Option<Mark>,
    pub(super) interest_given: i64,
}

/// The open claim.
#[derive(Clone, Copy, Debug)]
pub(super) struct Claim {
    pub(super) row: ClaimRow,
    pub(super) paid_at: Mark,
    pub(super) charge_at: Mark,
    pub(super) patient_at: Mark,
    pub(super) sound: bool,
}

/// The open service line.
#[derive(Clone, Copy, Debug)]
pub(super) struct Line {
    pub(super) charge: Scaled,
    pub(super) paid: Scaled,
    pub(super) adjustments: Scaled,
    pub(super) at: Mark,
}

/// Where an element stands: enough to make a location when something is wrong.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Mark {
    pub(super) ordinal: u32,
    pub(super) element: u16,
    pub(super) span: Span,
}

impl Set {
    pub(super) fn finding(
        &self,
        rule: &'static Rule,
        segment: &'static str,
        path: impl Into<String>,
        mark: Mark,
    ) -> Finding {
        let loop_id = match segment {
            "CLP" | "AMT" => "2100",
            "SVC" => "2110",
            _ => "",
        };
        Finding::new(
            rule,
            Location {
                loop_id: loop_id.into(),
                segment: segment.into(),
                ordinal: mark.ordinal,
                element: mark.element,
                span: mark.span,
                path: path.into(),
                ..self.location.clone()
            },
        )
    }

    pub(super) fn explain_payment(&self, equation: Equation, path: String) -> Finding {
        let Equation::Differs { charge, adjustments, paid } = equation else {
            let finding = self.finding(&rules::NOT_AN_AMOUNT, "BPR", path, self.payment_at);
            return finding.with("part", "the payment or one of its parts");
        };
        let expected = charge.saturating_sub(adjustments);
        self.finding(&rules::PAYMENT, "BPR", path, self.payment_at)
            .with("paid", money(charge).to_string())
            .with("adjustments", money(adjustments).to_string())
            .with("expected", money(expected).to_string())
            .with("payment", money(paid).to_string())
            .with("difference", money(paid.saturating_sub(expected)).to_string())
    }
}

impl Claim {
    pub(super) fn path(&self) -> String {
        format!("remittances[{}].claims[{}]", self.row.payment, self.row.index)
    }

    /// Checks the equations of the claim; false if its money does not balance.
    pub(super) fn check(&self, set: &Set, findings: &mut Findings) -> bool {
        let row = &self.row;
        let at = |part: &str| format!("{}.{part}", self.path());
        let equation = Equation::new(row.charge, row.adjustments, row.paid);
        match equation {
            _ if equation.holds() => {}
            Equation::Unreadable => {
                let path = at("paymentAmount");
                let finding = set.finding(&rules::NOT_AN_AMOUNT, "CLP", path, self.paid_at);
                findings.push(finding.with("part", "the claim's charge or payment"));
            }
            Equation::Differs { .. } => {
                let finding = set.finding(&rules::CLAIM, "CLP", at("paymentAmount"), self.paid_at);
                findings.push(equation.explain(finding));
            }
        }
        let lines = row.service_charges.or_zero();
        if row.services > 0 && row.charge.units().is_some_and(|charge| charge != lines) {
            let charge = row.charge.or_zero();
            let rule = &rules::CLAIM_FROM_LINES;
            findings.push(
                set.finding(rule, "CLP", at("chargeAmount"), self.charge_at)
                    .with("lines", money(lines).to_string())
                    .with("charge", money(charge).to_string())
                    .with("difference", money(charge.saturating_sub(lines)).to_string()),
            );
        }
        self.check_signs(set, findings);
        let (told, counted) = (row.patient.or_zero(), row.patient_adjustments.or_zero());
        if told != counted && !row.flags.has(Flags::REVERSAL) {
            findings.push(
                set.finding(
                    &rules::PATIENT_PART,
                    "CLP",
                    at("patientResponsibility"),
                    self.patient_at,
                )
                .with("told", money(told).to_string())
                .with("counted", money(counted).to_string()),
            );
        }
        self.sound && equation.holds()
    }

    pub(super) fn check_signs(&self, set: &Set, findings: &mut Findings) {
        let reversal = self.row.flags.has(Flags::REVERSAL);
        let parts = [
            (self.row.charge, "charge", "chargeAmount", self.charge_at),
            (self.row.paid, "payment", "paymentAmount", self.paid_at),
        ];
        for (amount, part, field, mark) in parts {
            let rule = match amount.or_zero() {
                n if n < 0 && !reversal => &rules::SIGN_WITHOUT_REVERSAL,
                n if n > 0 && reversal => &rules::REVERSAL_SIGN,
                _ => continue,
            };
            let path = format!("{}.{field}", self.path());
            findings.push(set.finding(rule, "CLP", path, mark).with("part", part));
        }
    }
}

/// `charge - adjustments = paid`, judged.
#[derive(Clone, Copy)]
pub(super) enum Equation {
    Differs { charge: i64, adjustments: i64, paid: i64 },
    Unreadable,
}

impl Equation {
    #[inline]
    pub(super) fn new(charge: Scaled, adjustments: Scaled, paid: Scaled) -> Self {
        match (charge.units(), adjustments.units(), paid.units()) {
            (Some(charge), Some(adjustments), Some(paid)) => {
                Self::Differs { charge, adjustments, paid }
            }
            _ => Self::Unreadable,
        }
    }

    #[inline]
    pub(super) fn holds(&self) -> bool {
        matches!(self, Self::Differs { charge, adjustments, paid }
            if charge.checked_sub(*adjustments) == Some(*paid))
    }

    pub(super) fn explain(&self, finding: Finding) -> Finding {
        let Self::Differs { charge, adjustments, paid } = *self else { return finding };
        let expected = charge.saturating_sub(adjustments);
        finding
            .with("charge", money(charge).to_string())
            .with("adjustments", money(adjustments).to_string())
            .with("expected", money(expected).to_string())
            .with("paid", money(paid).to_string())
            .with("difference", money(paid.saturating_sub(expected)).to_string())
    }
}

impl Mark {
    #[inline]
    pub(super) fn of(segment: &Segment<'_>, element: usize, envelope: &Envelope) -> Self {
        Self {
            ordinal: envelope.position().ordinal,
            element: element as u16,
            span: segment.element_span(element),
        }
    }
}
