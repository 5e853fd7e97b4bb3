//! Words: which sentences does a document use, in each language?
//!
//! All prose of this crate is here. `{places}` are filled by `format::fill`. Plain, calm, about a
//! grade-7 reading level; it never threatens. A language is one more [`Words`].

use serde::{Deserialize, Serialize};

/// Language of a document.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
#[non_exhaustive]
pub enum Language {
    /// English, as in the United States.
    #[default]
    #[serde(rename = "en")]
    English,
}

impl Language {
    pub(crate) const fn words(self) -> &'static Words {
        match self {
            Self::English => &ENGLISH,
        }
    }
}

/// Every text of the documents in one language.
pub(crate) struct Words {
    /// BCP 47 tag.
    pub(crate) tag: &'static str,
    pub(crate) months: [&'static str; 12],
    pub(crate) date: &'static str,
    /// Said before a negative amount to those who hear the page.
    pub(crate) minus: &'static str,

    pub(crate) title: &'static str,
    pub(crate) statements: &'static str,
    pub(crate) statement: &'static str,
    pub(crate) statement_date: &'static str,
    pub(crate) account: &'static str,
    pub(crate) patient: &'static str,
    pub(crate) phone: &'static str,

    pub(crate) you_owe: &'static str,
    pub(crate) we_owe_you: &'static str,
    pub(crate) due_by: &'static str,
    pub(crate) due: &'static str,
    pub(crate) nothing_due: &'static str,
    pub(crate) nothing_due_now: &'static str,
    pub(crate) credit: &'static str,
    pub(crate) pending: &'static str,

    pub(crate) where_it_went: &'static str,
    pub(crate) summary_caption: &'static str,
    pub(crate) bar: &'static str,
    pub(crate) item: &'static str,
    pub(crate) amount: &'static str,
    pub(crate) total_charges: &'static str,
    pub(crate) insurance_paid: &'static str,
    pub(crate) discounts: &'static str,
    pub(crate) other_adjustments: &'static str,
    pub(crate) you_paid: &'static str,
    pub(crate) with_insurance: &'static str,

    pub(crate) your_visits: &'static str,
    pub(crate) visit_on: &'static str,
    pub(crate) visit_range: &'static str,
    pub(crate) visit: &'static str,
    pub(crate) billed_to: &'static str,
    pub(crate) claim: &'static str,
    pub(crate) lines_caption: &'static str,
    pub(crate) service: &'static str,
    pub(crate) charge: &'static str,
    pub(crate) plan_paid: &'static str,
    pub(crate) discount: &'static str,
    pub(crate) other: &'static str,
    pub(crate) pending_short: &'static str,
    pub(crate) your_part: &'static str,
    pub(crate) visit_total: &'static str,
    pub(crate) unit: &'static str,
    pub(crate) units: &'static str,
    pub(crate) reasons: &'static str,
    pub(crate) reason: &'static str,

    pub(crate) story: Story,

    pub(crate) aging: &'static str,
    pub(crate) aging_caption: &'static str,
    pub(crate) age: &'static str,
    pub(crate) age_days: &'static str,
    pub(crate) age_over: &'static str,

    pub(crate) how_to_pay: &'static str,
    pub(crate) quote_account: &'static str,
    pub(crate) hard_to_pay: &'static str,
    pub(crate) hard_to_pay_no_phone: &'static str,
    pub(crate) questions: &'static str,
    pub(crate) call_us: &'static str,
    pub(crate) contact_us: &'static str,
    pub(crate) not_your_plan: &'static str,

    /// Below a printed page.
    #[cfg_attr(not(feature = "pdf"), allow(dead_code, reason = "only paper counts its pages"))]
    pub(crate) page: &'static str,
}

/// Sentences that tell what became of a charge.
pub(crate) struct Story {
    pub(crate) your_plan: &'static str,
    pub(crate) and: &'static str,
    pub(crate) charged: &'static str,
    pub(crate) paid: &'static str,
    pub(crate) took_back: &'static str,
    pub(crate) paid_nothing: &'static str,
    pub(crate) discount: &'static str,
    pub(crate) discount_back: &'static str,
    pub(crate) other: &'static str,
    pub(crate) other_added: &'static str,
    pub(crate) pending: &'static str,
    pub(crate) your_part: &'static str,
    pub(crate) you_paid: &'static str,
    pub(crate) you_owe: &'static str,
    pub(crate) you_owe_nothing: &'static str,
    pub(crate) nothing_left: &'static str,
    pub(crate) we_owe_you: &'static str,
}

static ENGLISH: Words = Words {
    tag: "en-US",
    months: [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ],
    date: "{month} {day}, {year}",
    minus: "minus",

    title: "Statement of {date} from {practice}",
    statements: "Statements",
    statement: "Your statement",
    statement_date: "Statement date",
    account: "Account",
    patient: "Patient",
    phone: "Phone",

    you_owe: "You owe",
    we_owe_you: "We owe you",
    due_by: "Please pay by {date}.",
    due: "This is what is left for you to pay after insurance, discounts and your payments.",
    nothing_due: "Nothing is due. Thank you. Please keep this page for your records.",
    nothing_due_now: "Nothing is due right now. You do not need to do anything.",
    credit: "More was paid than was owed, so nothing is due. Please ask us how you would like this \
             money back.",
    pending: "{amount} is still with your insurance. It is not yet your responsibility. We will \
              let you know what they decide.",

    where_it_went: "Where the charges went",
    summary_caption: "The charges, and everything that has come off them, in US dollars",
    bar: "How the charges divide: {parts}.",
    item: "What",
    amount: "Amount",
    total_charges: "Total charges",
    insurance_paid: "Insurance paid",
    discounts: "Discounts through your plan",
    other_adjustments: "Other changes",
    you_paid: "You paid",
    with_insurance: "Still with insurance",

    your_visits: "Your visits",
    visit_on: "Visit on {date}",
    visit_range: "Care from {from} to {to}",
    visit: "Visit",
    billed_to: "Billed to {payers}",
    claim: "Claim {number}",
    lines_caption: "Your services and who pays for them, in US dollars",
    service: "Service",
    charge: "Charge",
    plan_paid: "Plan paid",
    discount: "Discount",
    other: "Other",
    pending_short: "Waiting",
    your_part: "Your part",
    visit_total: "This visit",
    unit: "{count} unit",
    units: "{count} units",
    reasons: "Why these amounts",
    reason: "Reason",

    story: Story {
        your_plan: "Your plan",
        and: "and",
        charged: "The charge was {amount}.",
        paid: "{payer} paid {amount}.",
        took_back: "{payer} took back {amount} it had paid before.",
        paid_nothing: "{payer} did not pay for this visit.",
        discount: "{amount} came off because of your plan's agreement with us.",
        discount_back: "{amount} of an earlier discount was taken back.",
        other: "{amount} came off for other reasons.",
        other_added: "{amount} was added for other reasons.",
        pending: "{amount} is still with your insurance. It is not yet your responsibility.",
        your_part: "Your part is {amount}.",
        you_paid: "You have paid {amount}.",
        you_owe: "You owe {amount}.",
        you_owe_nothing: "You owe nothing for this visit.",
        nothing_left: "Nothing is left to pay.",
        we_owe_you: "We owe you {amount}.",
    },

    aging: "How long it has been open",
    aging_caption: "What you owe, by age, in US dollars",
    age: "Age",
    age_days: "{from} to {to} days",
    age_over: "{from} days and more",

    how_to_pay: "How to pay",
    quote_account: "Please give account {account} when you pay.",
    hard_to_pay: "If this is hard to pay at once, please call us at {phone}. We are glad to talk \
                  about ways to make it easier.",
    hard_to_pay_no_phone: "If this is hard to pay at once, please tell us. We are glad to talk \
                           about ways to make it easier.",
    questions: "Questions?",
    call_us: "If something looks wrong or is not clear, call us at {phone}. We are happy to help.",
    contact_us: "If something looks wrong or is not clear, please ask us. We are happy to help.",
    not_your_plan: "Amounts come from the answers your plan sent us. If your plan's own letter \
                    says something else, let us know.",

    page: "Page {page} of {pages}",
};
