//! Generated payments: what could stand around the claims?

use superbill_model::{
    BankAccount, ClaimGroup, DiagnosisGroup, ProviderAdjustment, ProviderSummary, Remittance,
};
use superbill_types::Phi;

use super::Choices;
use super::claim::{claim, other, positioned};
use super::party::{party, reference};

pub(crate) fn remittance(c: &mut Choices<'_>) -> Remittance {
    let trace_number = c.text_or_empty(12);
    // Without its number a TRN is kept as it came.
    let traced = !trace_number.is_empty();
    let mut trace = |most| if traced { c.maybe(|c| c.text(most)) } else { None };
    let (trace_type, trace_payer, trace_supplement) = (trace(2), trace(10), trace(10));
    Remittance {
        groups: groups(c),
        control_number: c.text_or_empty(9),
        handling: c.text_or_empty(1),
        payment_amount: c.maybe(Choices::money),
        credit_or_debit: c.text_or_empty(1),
        payment_method: c.text_or_empty(3),
        payment_format: c.maybe(|c| c.text(3)),
        sender_account: c.maybe(account),
        originating_company: c.maybe(|c| c.text(10)),
        originating_company_supplement: c.maybe(|c| c.text(9)),
        receiver_account: c.maybe(account),
        payment_date: c.maybe(Choices::date),
        trace_number,
        trace_type: trace_type.unwrap_or_default(),
        trace_payer,
        trace_supplement,
        currency: c.maybe(|c| c.text(3)),
        production_date: c.maybe(Choices::date),
        references: c.list(3, reference),
        payer: party(c, false),
        payee: party(c, true),
        provider_adjustments: provider_adjustments(c),
        other_segments: c.list(3, other),
    }
}

fn account(c: &mut Choices<'_>) -> BankAccount {
    BankAccount {
        bank_qualifier: c.text(2),
        bank: Phi::new(c.text_or_empty(9)),
        account_qualifier: c.maybe(|c| c.text(2)),
        account: c.maybe(|c| Phi::new(c.text(12))),
    }
}

/// Only the first may stand without a number, and then it holds a claim.
fn groups(c: &mut Choices<'_>) -> Vec<ClaimGroup> {
    let mut groups = c.list(4, |c| ClaimGroup {
        number: Some(c.text_or_empty(6)),
        summary: c.maybe(summary),
        diagnosis_summary: c.maybe(|c| DiagnosisGroup { values: positioned(c, 1, 19, &[]) }),
        claims: c.list(4, claim),
    });
    if c.below(4) == 3
        && let Some(first) = groups.first_mut()
        && !first.claims.is_empty()
    {
        (first.number, first.summary, first.diagnosis_summary) = (None, None, None);
    }
    groups
}

fn summary(c: &mut Choices<'_>) -> ProviderSummary {
    ProviderSummary {
        provider: c.text_or_empty(12),
        facility_type: c.text_or_empty(2),
        fiscal_period: c.maybe(Choices::date),
        values: positioned(c, 4, 24, &[]),
    }
}

/// Up to three PLB segments of up to six pairs.
fn provider_adjustments(c: &mut Choices<'_>) -> Vec<ProviderAdjustment> {
    let mut list = Vec::new();
    for segment in 0..c.below(4) as u32 {
        let (provider, fiscal_period) = (c.text_or_empty(10), c.maybe(Choices::date));
        for _ in 0..=c.below(6) {
            list.push(ProviderAdjustment {
                reason: c.text(2),
                reference: c.maybe(|c| c.text(12)),
                amount: c.maybe(Choices::money),
                provider: provider.clone(),
                fiscal_period: fiscal_period.clone(),
                segment,
            });
        }
    }
    list
}
