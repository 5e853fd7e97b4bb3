//! Roles: which provider of a claim or line has which code, and in which order do they stand?

use superbill_model::{ClaimKind, ClaimParty, ClaimProviders};

/// A provider's place in the model and in X12.
pub(super) struct Role {
    /// Entity code (NM101).
    pub(super) code: &'static str,
    /// Code of its taxonomy segment (PRV01); empty where the guides have none.
    pub(super) specialty: &'static str,
    /// Name of the field.
    pub(super) field: &'static str,
    /// The field.
    pub(super) of: fn(&ClaimProviders) -> &Option<Box<ClaimParty>>,
    /// The field, to fill.
    pub(super) of_mut: fn(&mut ClaimProviders) -> &mut Option<Box<ClaimParty>>,
}

macro_rules! roles {
    ($($code:literal $specialty:literal $field:ident;)+) => {
        /// All of them.
        pub(super) static ROLES: &[Role] = &[$(Role {
            code: $code,
            specialty: $specialty,
            field: stringify!($field),
            of: |providers| &providers.$field,
            of_mut: |providers| &mut providers.$field,
        }),+];
    };
}

roles! {
    "DN" "RF" referring;
    "P3" "RF" primary_care;
    "82" "PE" rendering;
    "77" "" service_facility;
    "DQ" "" supervising;
    "DK" "" ordering;
    "QB" "" purchased_service;
    "71" "AT" attending;
    "72" "" operating;
    "ZZ" "" other_operating;
    "DD" "AS" assistant_surgeon;
    "PW" "" pick_up;
    "45" "" drop_off;
}

/// The role of an entity code.
pub(super) fn role(code: &[u8]) -> Option<&'static Role> {
    ROLES.iter().find(|role| role.code.as_bytes() == code)
}

/// All roles, those of the guide first and in its order.
pub(super) fn in_order(kind: ClaimKind, line: bool) -> impl Iterator<Item = &'static Role> {
    let first: &[&str] = match (kind, line) {
        (ClaimKind::Professional, false) => &["DN", "P3", "82", "77", "DQ", "PW", "45"],
        (ClaimKind::Professional, true) => &["82", "QB", "77", "DQ", "DK", "DN", "P3", "PW", "45"],
        (ClaimKind::Institutional, false) => &["71", "72", "ZZ", "82", "77", "DN"],
        (ClaimKind::Institutional, true) => &["72", "ZZ", "82", "DN"],
        (ClaimKind::Dental, false) => &["DN", "P3", "82", "77", "DD", "DQ"],
        (ClaimKind::Dental, true) => &["82", "DD", "DQ", "77"],
    };
    let named = first.iter().filter_map(|code| role(code.as_bytes()));
    named.chain(ROLES.iter().filter(move |role| !first.contains(&role.code)))
}
