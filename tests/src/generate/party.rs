//! Generated parties: who pays, is paid, was treated, and which numbers go with them?

use superbill_model::{
    Address, Contact, ContactNumber, Identifier, Name, Party, QualifiedAmount, QualifiedDate,
    QualifiedQuantity, Reference, RemittanceDelivery,
};
use superbill_types::Phi;

use super::Choices;

pub(crate) fn party(c: &mut Choices<'_>, with_delivery: bool) -> Party {
    Party {
        name: c.maybe(|c| c.text(20)),
        identifier: c.maybe(identifier),
        address: c.maybe(address),
        references: c.list(3, reference),
        contacts: c.list(3, contact),
        delivery: if with_delivery { c.maybe(delivery) } else { None },
    }
}

fn delivery(c: &mut Choices<'_>) -> RemittanceDelivery {
    RemittanceDelivery {
        method: c.text_or_empty(2),
        name: c.maybe(|c| c.text(20)),
        address: c.maybe(|c| c.text(20)),
    }
}

/// With at least a street line, so that there is a segment to say it.
fn address(c: &mut Choices<'_>) -> Address {
    let street = c.text(20);
    Address {
        lines: [vec![street], c.list(3, |c| c.text(20))].concat(),
        city: c.maybe(|c| c.text(12)),
        state: c.maybe(|c| c.text(2)),
        postal_code: c.maybe(|c| c.text(9)),
        country: c.maybe(|c| c.text(2)),
        country_subdivision: c.maybe(|c| c.text(3)),
    }
}

fn identifier(c: &mut Choices<'_>) -> Identifier {
    let qualifier = c.text_or_empty(2);
    let value = if qualifier.is_empty() { c.text(12) } else { c.text_or_empty(12) };
    Identifier { qualifier, value: Phi::new(value) }
}

pub(crate) fn reference(c: &mut Choices<'_>) -> Reference {
    Reference {
        qualifier: c.text(3),
        value: Phi::new(c.text_or_empty(20)),
        description: c.maybe(|c| c.text(20)),
    }
}

pub(crate) fn contact(c: &mut Choices<'_>) -> Contact {
    Contact {
        function: c.text_or_empty(2),
        name: c.maybe(|c| c.text(20)),
        numbers: c.list(3, |c| ContactNumber { kind: c.text(2), value: c.text_or_empty(12) }),
    }
}

pub(crate) fn name(c: &mut Choices<'_>) -> Name {
    let mut part = |most| c.maybe(|c| Phi::new(c.text(most)));
    let (last_name, first_name, middle_name) = (part(20), part(12), part(12));
    let (prefix, suffix) = (part(6), part(6));
    Name {
        role: c.text_or_empty(3),
        entity_type: c.text_or_empty(1),
        last_name,
        first_name,
        middle_name,
        prefix,
        suffix,
        identifier: c.maybe(identifier),
    }
}

pub(crate) fn qualified_date(c: &mut Choices<'_>) -> QualifiedDate {
    QualifiedDate { qualifier: c.text_or_empty(3), date: c.date() }
}

pub(crate) fn qualified_amount(c: &mut Choices<'_>) -> QualifiedAmount {
    QualifiedAmount { qualifier: c.text(3), amount: Some(c.money()) }
}

pub(crate) fn qualified_quantity(c: &mut Choices<'_>) -> QualifiedQuantity {
    QualifiedQuantity { qualifier: c.text(3), quantity: Some(c.quantity()) }
}
