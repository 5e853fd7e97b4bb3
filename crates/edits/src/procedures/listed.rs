//! The tables of procedures: what do they say of a line's code and modifiers on its day?

use superbill_codes::{CodeStatus, CodeSystem};
use superbill_model::{Claim, ServiceLine};
use superbill_types::Date;

use crate::{Case, dates, service};

/// Most codes offered instead of one.
const OFFERED: usize = 6;

/// What the table of a line's procedure says of it on its first day; where none is loaded, that is told.
pub(super) fn status<'a>(
    line: &'a ServiceLine,
    claim: &Claim,
    case: &mut Case<'_>,
) -> Option<(CodeSystem, &'a str, CodeStatus, Date)> {
    let procedure =
        line.procedure.as_ref().filter(|it| matches!(it.qualifier.as_str(), "HC" | "AD"))?;
    let (on, _) = dates::of_line(line, claim)?;
    // What cannot be a code is another finding.
    let system = CodeSystem::of_procedure(&procedure.code)?;
    let table = match system {
        CodeSystem::Cdt => "dental procedure codes (CDT)",
        CodeSystem::Hcpcs => "procedure codes (HCPCS)",
        _ => "procedure codes (CPT)",
    };
    let status = case.ask(table, system, &procedure.code, on)?;
    Some((system, &procedure.code, status, on))
}

/// Calls `each` with every modifier of a line, but for the way of an ambulance, and what its table says of it;
/// where none is loaded, that is told.
pub(super) fn modifiers(
    line: &ServiceLine,
    claim: &Claim,
    case: &mut Case<'_>,
    mut each: impl FnMut(usize, &str, CodeStatus, Date, &mut Case<'_>),
) {
    let Some((on, _)) = dates::of_line(line, claim) else { return };
    let ride = service::is_of_ambulance(service::code(line));
    for (index, modifier) in service::modifiers(line).iter().enumerate() {
        let way = ride && service::is_way(modifier);
        if CodeSystem::Modifier.shapes(modifier) && !way {
            let cpt = modifier.starts_with(|letter: char| letter.is_ascii_digit());
            let table = if cpt { "modifiers (CPT)" } else { "modifiers (HCPCS)" };
            if let Some(status) = case.ask(table, CodeSystem::Modifier, modifier, on) {
                each(index, modifier, status, on, case);
            }
        }
    }
}

/// The codes to offer instead of one.
pub(super) fn instead(case: &Case<'_>, system: CodeSystem, code: &str, on: Date) -> String {
    let found = case.books().instead(system, code, on, OFFERED);
    let shown: Vec<&str> = found.iter().map(|entry| entry.shown.as_str()).collect();
    if shown.is_empty() { "no code known here".to_owned() } else { shown.join(", ") }
}
