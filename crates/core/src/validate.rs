//! Validation: is a file acceptable, and what is wrong with it?

use core::fmt;

use serde::{Deserialize, Serialize};
#[cfg(feature = "claims")]
use superbill_codes::CodeBooks;
use superbill_types::{Date, Findings, Severity};
use superbill_x12::{CompanionError, Library, Unreadable};

use crate::FindingRecord;
use crate::acknowledge::NO_MOMENT;
use crate::finding::{records, text};
use crate::narrowed::guides;
use crate::remit::{note_wrapped, wrapped};

/// Which findings are asked for.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase", default)]
pub struct ValidateOptions {
    /// SNIP types: `2` for type 2 alone, `1-2` for a range; all if absent.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub snip: Option<String>,
    /// The text of a companion guide: what one payer asks beyond the implementation guide.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub companion: Option<String>,
    /// The present moment, such as `2026-11-23T10:00:00Z`: headers of days that have not come yet are then told,
    /// and claims of an 837 go through every rule as well, in the module for claims. Tables that are not loaded are told as not checked.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub at: Option<String>,
}

/// Why a file was not checked.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum NotValidated {
    /// The bytes cannot be framed.
    Unreadable(Unreadable),
    /// The companion guide is not as it should be.
    Companion(CompanionError),
    /// The options make no sense.
    Misuse(String),
}

impl fmt::Display for NotValidated {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unreadable(error) => error.fmt(f),
            Self::Companion(error) => error.fmt(f),
            Self::Misuse(what) => f.write_str(what),
        }
    }
}

impl core::error::Error for NotValidated {}

impl From<Unreadable> for NotValidated {
    fn from(error: Unreadable) -> Self {
        Self::Unreadable(error)
    }
}

/// What is wrong with a file.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct ValidationReport {
    /// Whether no finding asked for is an error.
    pub accepted: bool,
    /// What is wrong, in file order.
    pub findings: Vec<FindingRecord>,
    /// How many findings there are; more than are listed in a file with very many.
    pub total: u32,
}

/// Checks any X12 file: envelope, syntax and guide, the money of remittances, and what one payer asks.
///
/// ```
/// use superbill::{ValidateOptions, validate};
/// let companion = "companion 005010X221A1 835 DEMO \"A made-up payer\"\n01 1000A/REF R \"Send it.\"";
/// let options = ValidateOptions { companion: Some(companion.into()), ..Default::default() };
/// let report = validate(include_bytes!("../data/sample.835"), &options)?;
/// assert!(report.findings.iter().any(|finding| finding.rule == "DEMO-01"));
/// # Ok::<(), superbill::NotValidated>(())
/// ```
///
/// # Errors
/// [`NotValidated`] when the bytes cannot be framed as X12, or the companion guide narrows no guide.
pub fn validate(bytes: &[u8], options: &ValidateOptions) -> Result<ValidationReport, NotValidated> {
    Ok(report(&check(bytes, options)?, options))
}

/// The same, where the rules over claims ask these tables.
///
/// # Errors
/// As [`validate`].
#[cfg(feature = "claims")]
pub fn validate_with(
    bytes: &[u8],
    books: &CodeBooks,
    options: &ValidateOptions,
) -> Result<ValidationReport, NotValidated> {
    Ok(report(&check_with(bytes, books, options)?, options))
}

fn report(findings: &Findings, options: &ValidateOptions) -> ValidationReport {
    let (low, high) = range(options.snip.as_deref());
    let all = records(findings);
    let asked: Vec<_> = all.into_iter().filter(|it| (low..=high).contains(&it.snip)).collect();
    let errors = asked.iter().any(|finding| finding.severity == Severity::Error);
    let hidden = findings.total() - findings.kept().len() as u64;
    ValidationReport {
        accepted: !errors && (hidden == 0 || findings.errors() == 0),
        total: (asked.len() as u64 + hidden).try_into().unwrap_or(u32::MAX),
        findings: asked,
    }
}

/// The findings as text for people.
///
/// # Errors
/// As [`validate`].
pub fn validate_text(bytes: &[u8], options: &ValidateOptions) -> Result<String, NotValidated> {
    Ok(told(check(bytes, options)?, options))
}

/// The same, where the rules over claims ask these tables.
///
/// # Errors
/// As [`validate`].
#[cfg(feature = "claims")]
pub fn validate_text_with(
    bytes: &[u8],
    books: &CodeBooks,
    options: &ValidateOptions,
) -> Result<String, NotValidated> {
    Ok(told(check_with(bytes, books, options)?, options))
}

fn told(mut findings: Findings, options: &ValidateOptions) -> String {
    let (low, high) = range(options.snip.as_deref());
    findings.retain(|finding| (low..=high).contains(&finding.rule.snip));
    let mut out = String::new();
    text(&findings, &mut out);
    out.push_str(&match (findings.total(), findings.errors()) {
        (0, _) => "Accepted: no findings.\n".to_owned(),
        (total, 0) => format!("Accepted, with {total} findings.\n"),
        (total, errors) => format!("NOT accepted: {errors} errors among {total} findings.\n"),
    });
    out
}

#[cfg(feature = "claims")]
fn check(bytes: &[u8], options: &ValidateOptions) -> Result<Findings, NotValidated> {
    check_with(bytes, &CodeBooks::default(), options)
}

#[cfg(not(feature = "claims"))]
fn check(bytes: &[u8], options: &ValidateOptions) -> Result<Findings, NotValidated> {
    check_file(bytes, options)
}

fn check_file(bytes: &[u8], options: &ValidateOptions) -> Result<Findings, NotValidated> {
    let library = guides(options.companion.as_deref()).map_err(NotValidated::Companion)?;
    let today = options.at.as_ref().map(|at| at.parse()).transpose();
    let today = today.map_err(|_| NotValidated::Misuse(NO_MOMENT.to_owned()))?;
    let findings = check_by(bytes, &library, today)?;
    Ok(findings)
}

/// The file, and where they are asked for the rules over its claims.
#[cfg(feature = "claims")]
fn check_with(
    bytes: &[u8],
    books: &CodeBooks,
    options: &ValidateOptions,
) -> Result<Findings, NotValidated> {
    let mut findings = check_file(bytes, options)?;
    let (_, high) = range(options.snip.as_deref());
    if let Some(at) = options.at.as_ref().filter(|_| high > 2) {
        let options = crate::ScrubOptions { at: at.clone(), ..crate::ScrubOptions::default() };
        let found = crate::scrub::of_file(bytes, books, &options).map_err(NotValidated::Misuse)?;
        findings.append(found);
    }
    Ok(findings)
}

fn check_by(bytes: &[u8], library: &Library, today: Option<Date>) -> Result<Findings, Unreadable> {
    match superbill_exchange::check_on(bytes, library, today) {
        Err(error) => match wrapped(bytes, error) {
            Some(unwrapped) => {
                let mut findings = superbill_exchange::check_on(&unwrapped.bytes, library, today)?;
                note_wrapped(&mut findings, &unwrapped);
                Ok(findings)
            }
            None => Err(error),
        },
        checked => checked,
    }
}

fn range(snip: Option<&str>) -> (u8, u8) {
    let number = |text: &str| text.trim().parse().ok();
    let all = (1, 7);
    match snip.map(|text| text.split_once('-').unwrap_or((text, text))) {
        Some((low, high)) => (number(low).unwrap_or(all.0), number(high).unwrap_or(all.1)),
        None => all,
    }
}
