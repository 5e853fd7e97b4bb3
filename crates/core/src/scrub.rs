//! Scrubbing: what would a payer reject of these claims, and which changes of form would help?

use core::fmt;

use serde::{Deserialize, Serialize};
use superbill_codes::CodeBooks;
use superbill_edits::{Checker, Context, Repair, Ruleset};
use superbill_exchange::import::{Format, Imported, NotImported, import};
use superbill_model::{ChargedClaim, ClaimBatch};
use superbill_types::{Date, Findings, Phi, Severity, Span, Text};
use superbill_x12::{Framer, Step};

use crate::finding::records;
use crate::payer::PayerFiles;
use crate::{BuildOptions, FindingRecord};

/// What is known beside the claims.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase", default)]
pub struct ScrubOptions {
    /// The present moment, such as `2026-11-23T10:00:00Z`.
    pub at: String,
    /// Which rules count for how much.
    pub ruleset: Ruleset,
    /// Claims sent before, to find what is sent twice.
    pub history: Vec<ChargedClaim>,
    /// Files of payers' own rules, as text.
    pub payer_rules: Vec<String>,
}

/// What is to be mended before claims are sent.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct ScrubReport {
    /// Whether no finding is an error.
    pub accepted: bool,
    /// What is wrong: each with the path of its field, and for claims of a file with its place there.
    pub findings: Vec<FindingRecord>,
    /// How many findings there are; more than are listed where there are very many.
    pub total: u32,
    /// Changes of form that would help.
    pub repairs: Vec<RepairRecord>,
}

/// One change of form.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct RepairRecord {
    /// Id of the rule that offers it.
    pub rule: String,
    /// Which value, as in a finding's path.
    pub path: String,
    /// The value before; absent where there is none.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub from: Option<Phi<Text>>,
    /// The value after.
    pub to: Phi<Text>,
}

/// Why claims were not checked.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum NotScrubbed {
    /// There are no claims.
    NotImported(NotImported),
    /// The options make no sense.
    Misuse(String),
}

impl fmt::Display for NotScrubbed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotImported(why) => why.fmt(f),
            Self::Misuse(what) => f.write_str(what),
        }
    }
}

impl core::error::Error for NotScrubbed {}

impl From<NotImported> for NotScrubbed {
    fn from(why: NotImported) -> Self {
        Self::NotImported(why)
    }
}

/// Claims in any form that [`import`] reads, through every rule; for a file of claims (837)
/// its syntax and guide are checked as well.
///
/// # Errors
/// [`NotScrubbed`] where there are no claims to check, or the options make no sense.
pub fn scrub(
    claims: &[u8],
    books: &CodeBooks,
    options: &ScrubOptions,
) -> Result<ScrubReport, NotScrubbed> {
    scrub_imported(claims, &import(claims)?, books, options)
}

/// [`scrub`] of claims that were read from these bytes.
pub(crate) fn scrub_imported(
    claims: &[u8],
    imported: &Imported,
    books: &CodeBooks,
    options: &ScrubOptions,
) -> Result<ScrubReport, NotScrubbed> {
    let mut findings = imported.report.clone();
    let is_file = imported.format == Format::X12;
    if is_file {
        findings = superbill_exchange::check(claims, superbill_guides::library())
            .map_err(NotImported::X12)?;
    }
    let mut edited = edit(&imported.batches, books, options)?;
    if is_file {
        locate(claims, &mut edited)?;
    } else {
        findings.append(unwritable(&imported.batches, &edited, options));
    }
    findings.append(edited);
    let mut offered = repairs(&imported.batches);
    if !is_file {
        offered.retain(|repair| repair.rule != WRITTEN);
    }
    Ok(report(&findings, offered, is_file))
}

/// The findings and repairs of [`scrub`] as text for people.
///
/// # Errors
/// As [`scrub`].
pub fn scrub_text(
    claims: &[u8],
    books: &CodeBooks,
    options: &ScrubOptions,
) -> Result<String, NotScrubbed> {
    let report = scrub(claims, books, options)?;
    let mut out = String::new();
    crate::finding::text_of(&report.findings, &mut out);
    for RepairRecord { rule, path, from, to } in &report.repairs {
        let from = from.as_ref().map_or("nothing", |from| from.reveal());
        out.push_str(&format!("repair {rule} {path}\n  {from} -> {}\n", to.reveal()));
    }
    let errors = report.findings.iter().filter(|it| it.severity == Severity::Error).count();
    out.push_str(&match (report.accepted, report.total) {
        (true, 0) => "Ready to send: no findings.\n".to_owned(),
        (true, total) => format!("Ready to send, with {total} findings.\n"),
        (false, total) => format!("NOT ready to send: {errors} errors among {total} findings.\n"),
    });
    Ok(out)
}

/// What the rules find in batches, each finding with the path of its field.
///
/// # Errors
/// [`NotScrubbed::Misuse`] where the options make no sense.
pub fn edit(
    batches: &[ClaimBatch],
    books: &CodeBooks,
    options: &ScrubOptions,
) -> Result<Findings, NotScrubbed> {
    let mut payers = PayerFiles::default();
    payers.read(&options.payer_rules).map_err(NotScrubbed::Misuse)?;
    let mut findings = payers.unreadable();
    let context = context(books, &payers, options)?;
    for (index, batch) in batches.iter().enumerate() {
        let mut found = superbill_edits::check(batch, &context);
        found.append(payers.judge(batch, &context));
        found.append(coordinated(batch, &options.ruleset));
        if batches.len() > 1 {
            found.relocate(|at| at.path = format!("batches[{index}].{}", at.path));
        }
        findings.append(found);
    }
    Ok(findings)
}

/// What earlier payers' answers in the claims do not add up to.
fn coordinated(batch: &ClaimBatch, ruleset: &Ruleset) -> Findings {
    let mut findings = Findings::default();
    for (index, claim) in batch.claims.iter().enumerate() {
        let payer = claim.coverage.payer.identifier.as_ref().map(|id| id.value.reveal().as_str());
        for mut finding in superbill_exchange::claim::coordination(claim).kept().iter().cloned() {
            let Some(severity) = ruleset.severity(finding.rule, payer) else { continue };
            finding.severity = severity;
            finding.location.path = format!("claims[{index}].{}", finding.location.path);
            findings.push(finding);
        }
    }
    findings
}

/// The claims with every repair made, as batches that [`build`] takes.
#[must_use]
pub fn repaired(mut batches: Vec<ClaimBatch>) -> Vec<ClaimBatch> {
    for batch in &mut batches {
        let offered = superbill_edits::repairs(batch);
        superbill_edits::apply(batch, &offered);
    }
    batches
}

/// Checks claims again and again while they are typed, at the cost of what changed.
#[derive(Clone, Debug, Default)]
pub struct ClaimChecker {
    checker: Checker,
    payers: PayerFiles,
}

impl ClaimChecker {
    /// Everything wrong with `batch` now.
    ///
    /// # Errors
    /// [`NotScrubbed::Misuse`] where the options make no sense.
    pub fn check(
        &mut self,
        batch: &ClaimBatch,
        books: &CodeBooks,
        options: &ScrubOptions,
    ) -> Result<ScrubReport, NotScrubbed> {
        self.payers.read(&options.payer_rules).map_err(NotScrubbed::Misuse)?;
        let context = context(books, &self.payers, options)?;
        let mut edited = self.checker.update(batch, &context);
        edited.append(self.payers.unreadable());
        edited.append(self.payers.judge(batch, &context));
        edited.append(coordinated(batch, &options.ruleset));
        let batches = core::slice::from_ref(batch);
        let mut findings = unwritable(batches, &edited, options);
        findings.append(edited);
        let mut offered = repairs(batches);
        offered.retain(|repair| repair.rule != WRITTEN);
        Ok(report(&findings, offered, false))
    }

    /// The same of one batch as JSON: a value that does not fit its field is a finding on its path.
    ///
    /// # Errors
    /// [`NotScrubbed`] where it is not one batch of claims, or the options make no sense.
    pub fn check_json(
        &mut self,
        batch: &[u8],
        books: &CodeBooks,
        options: &ScrubOptions,
    ) -> Result<ScrubReport, NotScrubbed> {
        let imported = import(batch)?;
        let [batch] = imported.batches.as_slice() else {
            return Err(NotScrubbed::Misuse("claims are checked one batch at a time".to_owned()));
        };
        let mut report = self.check(batch, books, options)?;
        let misfits = imported.report.kept().iter().map(FindingRecord::from);
        report.findings.splice(0..0, misfits);
        report.accepted &= imported.report.errors() == 0;
        report.total += u32::try_from(imported.report.total()).unwrap_or(u32::MAX / 2);
        Ok(report)
    }

    /// Forgets what was checked: after tables were loaded.
    pub fn forget(&mut self) {
        self.checker.forget();
    }
}

fn context<'a>(
    books: &'a CodeBooks,
    payers: &PayerFiles,
    options: &'a ScrubOptions,
) -> Result<Context<'a>, NotScrubbed> {
    let misuse = |what: String| NotScrubbed::Misuse(what);
    let today: Date = options
        .at
        .parse()
        .map_err(|_| misuse("`at` must be a time such as 2026-11-23T10:00:00Z".to_owned()))?;
    let coordination = &superbill_exchange::claim::COORDINATION_RULES;
    let known = |id: &str| payers.has(id) || coordination.iter().any(|rule| rule.id == id);
    let proved = options.ruleset.prove(known);
    proved.map_err(|bad| misuse(bad.to_string()))?;
    Ok(Context { today, books, history: &options.history, ruleset: &options.ruleset })
}

/// Why the claims cannot be written, where no rule has said so of the same field.
fn unwritable(batches: &[ClaimBatch], said: &Findings, options: &ScrubOptions) -> Findings {
    let options = BuildOptions { at: options.at.clone(), ..BuildOptions::default() };
    let mut found = crate::claim::unwritable(batches, &options);
    let errors = said.kept().iter().filter(|finding| finding.severity == Severity::Error);
    let paths: Vec<_> = errors.map(|finding| finding.location.path.as_str()).collect();
    // Who gets the file is told when it is built.
    found.retain(|finding| {
        let path = finding.location.path.as_str();
        !path.starts_with("envelope") && !paths.contains(&path)
    });
    // The file they would stand in is not there.
    found.relocate(|at| {
        (at.span, at.ordinal, at.control_number) = (Span::default(), 0, "".into());
    });
    found
}

/// Whether a file has claims (837), so that tables are worth loading before it is checked. What cannot be framed
/// has none.
///
/// ```
/// assert!(!superbill::has_claims(b"ISA*"));
/// ```
#[must_use]
pub fn has_claims(file: &[u8]) -> bool {
    let mut framer = Framer::new();
    let mut ignored = Findings::with_limit(0);
    while let Ok(Step::Segment(_)) = framer.step(file, true, &mut ignored) {
        if framer.envelope().set_id() == "837" {
            return true;
        }
    }
    false
}

/// What the rules find in the claims of a file, with their places in it; nothing where it has none.
pub(crate) fn of_file(
    file: &[u8],
    books: &CodeBooks,
    options: &ScrubOptions,
) -> Result<Findings, String> {
    let Ok(imported) = import(file) else { return Ok(Findings::default()) };
    let mut found = edit(&imported.batches, books, options).map_err(|misuse| misuse.to_string())?;
    // What can be read can be framed.
    let _ = locate(file, &mut found);
    Ok(found)
}

/// Gives findings on the model their places in the file it was read from.
fn locate(file: &[u8], findings: &mut Findings) -> Result<(), NotImported> {
    let paths: Vec<_> = findings.kept().iter().map(|it| it.location.path.as_str()).collect();
    let places = superbill_exchange::claim::locate(file, superbill_guides::library(), &paths);
    let mut places = places.map_err(NotImported::X12)?.into_iter();
    findings.relocate(|at| {
        if let Some(place) = places.next() {
            *at = place;
        }
    });
    Ok(())
}

fn repairs(batches: &[ClaimBatch]) -> Vec<RepairRecord> {
    let mut records = Vec::new();
    for (index, batch) in batches.iter().enumerate() {
        let prefix = if batches.len() > 1 { format!("batches[{index}].") } else { String::new() };
        records.extend(superbill_edits::repairs(batch).into_iter().map(
            |Repair { rule, path, from, to }| RepairRecord {
                rule: rule.id.to_owned(),
                path: format!("{prefix}{path}"),
                from,
                to,
            },
        ));
    }
    records
}

fn report(findings: &Findings, repairs: Vec<RepairRecord>, is_file: bool) -> ScrubReport {
    let listed = match is_file {
        true => records(findings),
        false => findings.kept().iter().map(FindingRecord::from).collect(),
    };
    ScrubReport {
        accepted: findings.errors() == 0,
        findings: listed,
        total: findings.total().try_into().unwrap_or(u32::MAX),
        repairs,
    }
}

/// The repair that numbers lines: of claims that are yet to be written, writing does so by itself.
const WRITTEN: &str = "RPR-08";
