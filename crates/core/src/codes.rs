//! Codes: what does a code mean on a day, and what may be used instead?

use serde::Serialize;
use superbill_codes::{CodeBooks, CodeEntry, CodeStatus, CodeSystem, Note};
use superbill_types::Date;

/// A code with all that is known of it as of a day.
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct CodeRecord {
    /// The code and what it means.
    #[serde(flatten)]
    pub entry: CodeEntry,
    /// Whether it can be billed that day.
    pub billable: bool,
    /// Where it is refused: the billable codes below it, or those that took its place.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub instead: Vec<CodeEntry>,
    /// Notes on it and on what stands above it, the nearest first.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub notes: Vec<Note>,
}

/// A code in every list that has it.
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct LookupReport {
    /// The code as it was asked for.
    pub code: String,
    /// The day asked for.
    pub on: Date,
    /// What each list that has it says.
    pub found: Vec<CodeRecord>,
    /// Lists the code may be of, by its shape, that are not loaded: not checked.
    pub not_loaded: Vec<CodeSystem>,
}

/// What one list says of a code; none where it does not have it, or is not loaded.
#[must_use]
pub fn lookup(books: &CodeBooks, system: CodeSystem, code: &str, on: Date) -> Option<CodeRecord> {
    let entry = books.entry(system, code, on)?;
    let refused = entry.status.is_refused();
    Some(CodeRecord {
        billable: entry.status == CodeStatus::Valid,
        instead: if refused { books.instead(system, code, on, OFFERED) } else { Vec::new() },
        notes: books.notes(system, code),
        entry,
    })
}

/// What every list says of a code.
#[must_use]
pub fn lookup_all(books: &CodeBooks, code: &str, on: Date) -> LookupReport {
    let code = code.trim().to_ascii_uppercase();
    let found = CodeSystem::ALL.into_iter().filter_map(|system| lookup(books, system, &code, on));
    let shaped = CodeSystem::ALL.into_iter().filter(|system| system.shapes(&code));
    let not_loaded =
        shaped.filter(|system| books.status(*system, &code, on) == CodeStatus::NotLoaded);
    LookupReport {
        found: found.collect(),
        not_loaded: not_loaded.collect(),
        on,
        code: code.clone(),
    }
}

/// A [`LookupReport`] as text for people.
#[must_use]
pub fn lookup_text(report: &LookupReport) -> String {
    let mut out = String::new();
    for CodeRecord { entry, instead, notes, .. } in &report.found {
        let status = status(entry.status);
        out.push_str(&format!("{} {} ({})\n", entry.shown, entry.description, entry.system.name()));
        out.push_str(&format!("  {status} on {}\n", report.on));
        for flag in entry.flags.names() {
            out.push_str(&format!("  {flag}\n"));
        }
        for note in notes {
            let kind = format!("{:?}", note.kind);
            out.push_str(&format!("  {kind} at {}: {}\n", note.at, note.text));
        }
        for other in instead {
            out.push_str(&format!("  instead {} {}\n", other.shown, other.description));
        }
    }
    if report.found.is_empty() {
        out.push_str(&format!("{}: no list at hand has it\n", report.code));
    }
    for system in &report.not_loaded {
        out.push_str(&format!("{}: not checked, no list is loaded\n", system.name()));
    }
    out
}

fn status(status: CodeStatus) -> String {
    match status {
        CodeStatus::Valid => "can be billed".to_owned(),
        CodeStatus::Header => "a heading: use one of the codes below it".to_owned(),
        CodeStatus::NotInEffect { to: Some(day), .. } => format!("ended {day}: not in effect"),
        CodeStatus::NotInEffect { from: Some(day), .. } => format!("begins {day}: not in effect"),
        CodeStatus::NotLoaded => "not checked".to_owned(),
        _ => "not in effect".to_owned(),
    }
}

/// How many codes are offered instead of a refused one.
const OFFERED: usize = 50;
