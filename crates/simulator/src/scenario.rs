//! Scenario: how does this payer answer?
//!
//! Plain data. A chance of 0 or 100 makes a thing certain, so that a test can say exactly what happens; chances
//! between make a payer that answers a thousand claims in a thousand ways, the same ones for the same seed.

use std::collections::BTreeMap;

use superbill_types::{Money, Text};

/// Everything that decides an answer beside the claim and the seed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Scenario {
    /// Who pays.
    pub payer: Identity,
    /// What is allowed for a service.
    pub rates: Rates,
    /// What of it the patient bears.
    pub cost_share: CostShare,
    /// At which level an answer stands.
    pub level: Level,
    /// What is paid where another payer came first.
    pub coordination: Coordination,
    /// How money that was paid in error comes back.
    pub recovery: Recovery,
    /// Whether our numbers for the lines come back (REF 6R), as they must; not every payer does.
    pub echoes_lines: bool,
    /// Whether our numbers come back in capitals, as some payers have it.
    pub echoes_capitals: bool,
    /// How often the unusual happens.
    pub chances: Chances,
    /// Reasons to turn a claim away before it is judged; one is drawn.
    pub rejections: Vec<Rejection>,
    /// Reasons to deny a claim or line; one is drawn.
    pub denials: Vec<Denial>,
}

/// Who pays.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Identity {
    /// Name.
    pub name: Text,
    /// Number beside the trace number: ten characters, `1` and a tax number.
    pub number: Text,
}

/// What is allowed for a service.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rates {
    /// Percent of the charge, where no rate of its own stands below.
    pub percent_of_charge: u32,
    /// Amount for one unit of a procedure; never more than the charge is allowed.
    pub procedures: BTreeMap<Text, Money>,
    /// Amount for a claim that is answered as a whole; may be more than the charge.
    pub case_rate: Option<Money>,
}

/// What of the allowed amount the patient bears, taken in this order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CostShare {
    /// Set amount for each claim (reason 3).
    pub copay: Money,
    /// What a patient bears before the payer pays anything (reason 1); counted over all claims.
    pub deductible: Money,
    /// Percent of the rest (reason 2).
    pub coinsurance_percent: u32,
    /// Tells the deductible for the claim and not on its lines.
    pub deductible_on_claim: bool,
}

/// At which level an answer stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
// Closed: the standard has these two levels.
pub enum Level {
    /// Inpatient claims as a whole, all others line by line.
    #[default]
    Usual,
    /// Every claim line by line.
    Line,
    /// Every claim as a whole, without lines.
    Claim,
}

/// What is paid where another payer came first.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
// Closed: a test matches them all.
pub enum Coordination {
    /// What is left, up to this payer's own benefit; the rest is the patient's.
    #[default]
    Standard,
    /// What is left, up to this payer's own benefit less what others paid; the rest is the patient's.
    NonDuplication,
    /// What is left, up to this payer's own benefit; the rest is written off.
    LastResort,
}

/// How money that was paid in error comes back.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
// Closed: a test matches them all.
pub enum Recovery {
    /// Out of the payment that tells the reversal; what is missing there is carried forward (FB).
    #[default]
    Net,
    /// Out of later payments: the one that tells the reversal is not lowered (WO on both sides).
    Later,
}

/// How often the unusual happens, in percent of the claims or lines it can happen to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Chances {
    /// A claim is turned away.
    pub reject: u8,
    /// A whole claim is denied.
    pub deny_claim: u8,
    /// A line is denied.
    pub deny_line: u8,
    /// A line is not covered: the patient's (reason 96).
    pub non_covered: u8,
    /// A claim of several lines is answered in two parts (remark MA15).
    pub split: u8,
    /// A line is paid inside the one before it (reasons 94 and 97).
    pub bundle: u8,
    /// A claim is sent on to the next payer (status 19 to 21).
    pub cross_over: u8,
    /// Interest is paid on a claim (L6).
    pub interest: u8,
}

/// Why a claim is turned away.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rejection {
    /// Claim status category such as `A7`.
    pub category: Text,
    /// Claim status code such as `562`.
    pub status: Text,
    /// Whose datum is meant, such as `85` billing provider.
    pub entity: Option<Text>,
}

/// Why a claim or line is denied.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Denial {
    /// Who bears it: `CO`, `PI`, `OA`, `PR`.
    pub group: Text,
    /// Claim adjustment reason code.
    pub reason: Text,
    /// Remark code, where the reason needs one.
    pub remark: Option<Text>,
}

impl Default for Scenario {
    /// A plain payer: 80 percent of the charge allowed, all of it paid, nothing unusual.
    fn default() -> Self {
        Self {
            payer: Identity { name: "ALPINE MUTUAL HEALTH".into(), number: "1987654321".into() },
            rates: Rates { percent_of_charge: 80, procedures: BTreeMap::new(), case_rate: None },
            cost_share: CostShare::default(),
            level: Level::default(),
            coordination: Coordination::default(),
            recovery: Recovery::default(),
            echoes_lines: true,
            echoes_capitals: false,
            chances: Chances::default(),
            rejections: vec![
                Rejection::of("A7", "562", Some("85")),
                Rejection::of("A3", "33", Some("IL")),
                Rejection::of("A7", "187", None),
            ],
            denials: vec![
                Denial::of("CO", "16", Some("M51")),
                Denial::of("CO", "29", None),
                Denial::of("CO", "97", Some("M15")),
                Denial::of("CO", "197", None),
                Denial::of("CO", "50", Some("N115")),
                Denial::of("PI", "96", Some("N130")),
            ],
        }
    }
}

impl Scenario {
    /// A payer that does everything this simulator can do, each thing often enough to be seen in some
    /// hundreds of claims.
    #[must_use]
    pub fn varied() -> Self {
        Self {
            cost_share: CostShare {
                copay: Money::from_scaled(2000, 2),
                deductible: Money::from_scaled(15_000, 2),
                coinsurance_percent: 20,
                deductible_on_claim: false,
            },
            chances: Chances {
                reject: 4,
                deny_claim: 5,
                deny_line: 8,
                non_covered: 6,
                split: 0,
                bundle: 8,
                cross_over: 15,
                interest: 6,
            },
            ..Self::default()
        }
    }
}

impl Rejection {
    fn of(category: &str, status: &str, entity: Option<&str>) -> Self {
        Self { category: category.into(), status: status.into(), entity: entity.map(Text::from) }
    }
}

impl Denial {
    /// A denial by group, reason and remark.
    #[must_use]
    pub fn of(group: &str, reason: &str, remark: Option<&str>) -> Self {
        Self { group: group.into(), reason: reason.into(), remark: remark.map(Text::from) }
    }
}
