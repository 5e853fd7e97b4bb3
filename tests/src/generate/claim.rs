//! Generated claims: what could a payer do with a claim and its lines?

use superbill_model::{
    Adjustment, ClaimPayment, InpatientAdjudication, OtherSegment, OutpatientAdjudication,
    Positioned, Procedure, Remark, ServicePayment,
};
use superbill_types::{Money, Phi, Text};

use super::Choices;
use super::party::{
    contact, name, qualified_amount, qualified_date, qualified_quantity, reference,
};

pub(crate) fn claim(c: &mut Choices<'_>) -> ClaimPayment {
    ClaimPayment {
        patient_control_number: Phi::new(c.text_or_empty(20)),
        status: c.text_or_empty(2),
        charge_amount: c.maybe(Choices::money),
        payment_amount: c.maybe(Choices::money),
        patient_responsibility: c.maybe(Choices::money),
        filing_indicator: c.maybe(|c| c.text(2)),
        payer_claim_number: c.maybe(|c| Phi::new(c.text(20))),
        facility_type: c.maybe(|c| c.text(2)),
        frequency: c.maybe(|c| c.text(1)),
        patient_status: c.maybe(|c| c.text(2)),
        diagnosis_related_group: c.maybe(|c| c.text(4)),
        diagnosis_related_group_weight: c.maybe(Choices::quantity),
        discharge_fraction: c.maybe(Choices::quantity),
        coordination_of_benefits: c.maybe(|c| c.text(1)),
        services: c.list(3, service),
        adjustments: adjustments(c),
        names: c.list(4, name),
        inpatient: c.maybe(|c| InpatientAdjudication {
            values: positioned(c, 1, 24, &[5, 20, 21, 22, 23]),
        }),
        outpatient: c
            .maybe(|c| OutpatientAdjudication { values: positioned(c, 1, 9, &[3, 4, 5, 6, 7]) }),
        references: c.list(3, reference),
        dates: c.list(3, qualified_date),
        contacts: c.list(2, contact),
        amounts: c.list(3, qualified_amount),
        quantities: c.list(3, qualified_quantity),
        other_segments: c.list(2, other),
    }
}

fn service(c: &mut Choices<'_>) -> ServicePayment {
    ServicePayment {
        procedure: c.maybe(procedure).unwrap_or_default(),
        charge_amount: c.maybe(Choices::money),
        payment_amount: c.maybe(Choices::money),
        revenue_code: c.maybe(|c| c.text(4)),
        units: c.maybe(Choices::quantity),
        submitted_procedure: c.maybe(procedure),
        submitted_units: c.maybe(Choices::quantity),
        dates: c.list(3, qualified_date),
        adjustments: adjustments(c),
        references: c.list(3, reference),
        amounts: c.list(2, qualified_amount),
        quantities: c.list(2, qualified_quantity),
        remarks: c.list(3, |c| Remark { list: c.text_or_empty(2), code: c.text_or_empty(5) }),
        other_segments: c.list(2, other),
    }
}

fn procedure(c: &mut Choices<'_>) -> Procedure {
    let mut modifiers = c.list(4, |c| c.text_or_empty(2));
    while modifiers.last().is_some_and(Text::is_empty) {
        modifiers.pop();
    }
    Procedure {
        qualifier: c.text_or_empty(2),
        code: c.text(5),
        modifiers,
        description: c.maybe(|c| c.text(20)),
        code_range_end: c.maybe(|c| c.text(5)),
    }
}

/// Up to three CAS segments of up to six slots, some of them empty.
pub(crate) fn adjustments(c: &mut Choices<'_>) -> Vec<Adjustment> {
    let mut list = Vec::new();
    for segment in 0..c.below(4) as u32 {
        let group = c.text_or_empty(2);
        let mut left = 6;
        loop {
            let empty = c.below(left.min(3));
            let reason = c.text_or_empty(4);
            list.push(Adjustment {
                group: group.clone(),
                amount: if reason.is_empty() { Some(c.money()) } else { c.maybe(Choices::money) },
                reason,
                quantity: c.maybe(Choices::quantity),
                segment,
                empty_slots_before: empty as u32,
            });
            left -= empty + 1;
            if left == 0 || c.flip() {
                break;
            }
        }
    }
    list
}

/// Values at some of the positions `from` to `to`; those at `codes` are never numbers.
pub(crate) fn positioned(c: &mut Choices<'_>, from: u8, to: u8, codes: &[u8]) -> Vec<Positioned> {
    let mut values = Vec::new();
    for position in from..=to {
        if c.below(4) != 3 {
            continue;
        }
        let text = if c.flip() { c.text(8) } else { c.money().decimal().to_string().into() };
        let amount: Option<Money> =
            if codes.contains(&position) { None } else { text.parse().ok() };
        let text = amount.is_none().then_some(text);
        values.push(Positioned { position, amount, text });
    }
    values
}

/// A segment the model has no field for.
pub(crate) fn other(c: &mut Choices<'_>) -> OtherSegment {
    let id = c.one_of(&["ZZZ", "NTE", "K3", "DMG", "HI"]);
    let elements = c.list(3, |c| format!("*{}", c.text_or_empty(8)));
    OtherSegment { text: Phi::new(format!("{id}{}", elements.concat()).into()) }
}
