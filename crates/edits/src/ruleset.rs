//! Rulesets: which rules count for how much, for which payer, and why were they changed?

use serde::{Deserialize, Serialize};
use superbill_types::{Rule, Severity};

use crate::edit_of;

/// Changes to what the rules say of themselves, and limits that payers set.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase", default)]
pub struct Ruleset {
    /// Changes; a later one wins, and one for a payer wins over one for all.
    pub changes: Vec<Change>,
    /// How long payers take claims.
    pub filing_limits: Vec<FilingLimit>,
}

/// How much one rule counts, for all payers or for one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct Change {
    /// Id of the rule.
    pub rule: String,
    /// Identifier of the payer it is for; absent means all.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub payer: Option<String>,
    /// How much it counts.
    pub setting: Setting,
    /// Why.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub reason: String,
}

/// How much a rule counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
#[serde(rename_all = "lowercase")]
#[non_exhaustive]
pub enum Setting {
    /// Not at all.
    Off,
    /// Worth knowing.
    Note,
    /// Tolerated.
    Warning,
    /// Wrong.
    Error,
}

/// How long a payer takes claims after the service.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct FilingLimit {
    /// Identifier of the payer; absent means every payer without a limit of its own.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub payer: Option<String>,
    /// Days after the service.
    pub days: u32,
}

/// What is wrong with a ruleset.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum BadRuleset {
    /// No rule has this id.
    NoSuchRule(String),
    /// The rule is turned off, but nobody said why.
    NoReason(String),
}

impl core::fmt::Display for BadRuleset {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        match self {
            Self::NoSuchRule(id) => write!(f, "there is no rule {id}"),
            Self::NoReason(id) => write!(f, "rule {id} is turned off without a reason"),
        }
    }
}

impl core::error::Error for BadRuleset {}

impl Ruleset {
    /// Whether it makes sense: every rule exists, built in or `of_payers`, and every rule turned off has a
    /// reason.
    ///
    /// # Errors
    /// The first change that does not.
    pub fn prove(&self, of_payers: impl Fn(&str) -> bool) -> Result<(), BadRuleset> {
        for change in &self.changes {
            if edit_of(&change.rule).is_none() && !of_payers(&change.rule) {
                return Err(BadRuleset::NoSuchRule(change.rule.clone()));
            }
            if change.setting == Setting::Off && change.reason.trim().is_empty() {
                return Err(BadRuleset::NoReason(change.rule.clone()));
            }
        }
        Ok(())
    }

    /// How bad a finding of `rule` is where the claim goes to `payer`; none where the rule is off.
    #[must_use]
    pub fn severity(&self, rule: &Rule, payer: Option<&str>) -> Option<Severity> {
        let of_rule = || self.changes.iter().rev().filter(|change| change.rule == rule.id);
        let own = of_rule().find(|it| it.payer.is_some() && it.payer.as_deref() == payer);
        let change = own.or_else(|| of_rule().find(|it| it.payer.is_none()));
        match change.map(|change| change.setting) {
            None => Some(rule.severity),
            Some(Setting::Off) => None,
            Some(Setting::Note) => Some(Severity::Note),
            Some(Setting::Warning) => Some(Severity::Warning),
            Some(Setting::Error) => Some(Severity::Error),
        }
    }

    /// How many days after the service a payer takes claims, where it is known.
    #[must_use]
    pub fn filing_days(&self, payer: Option<&str>) -> Option<u32> {
        let own =
            self.filing_limits.iter().find(|it| it.payer.is_some() && it.payer.as_deref() == payer);
        let all = || self.filing_limits.iter().find(|it| it.payer.is_none());
        own.or_else(all).map(|limit| limit.days)
    }
}
