//! Modifiers: does Medicare's fee schedule take them with this procedure?

use superbill_codes::{FeeAnswer, FeeQuestion, RelativeValues};
use superbill_model::{Claim, ServiceLine};
use superbill_types::{Rule, Severity};

use crate::{Case, Check, Days, Edit, Kinds, Parts, dates, service};

pub(super) static EDIT: Edit = Edit {
    rule: Rule {
        id: "MOD-13",
        name: "modifier-against-fee-schedule",
        severity: Severity::Warning,
        snip: 6,
        acknowledgment: "277CA:A7:453",
        message: "Medicare's fee schedule does not take modifier {modifier} with {code}: {why}",
        help: "Take the modifier away, or look the procedure up again.",
        source: "CMS physician fee schedule, indicators of the relative value file; Claims Processing Manual 12, 20 and 40; 23, addendum",
    },
    kinds: Kinds::PROFESSIONAL,
    days: Days::ALL,
    reads: Parts::COVERAGE.and(Parts::LINE_SERVICE).and(Parts::SERVICE_DAYS),
    check: Check::Line(look),
};

fn look(line: &ServiceLine, claim: &Claim, case: &mut Case<'_>) {
    let code = service::code(line);
    let asked = service::modifiers(line).iter().any(|it| ASKED.contains(&it.as_str()));
    let Some((on, _)) = dates::of_line(line, claim) else { return };
    if !asked || code.is_empty() || !service::is_medicare_b(claim) {
        return;
    }
    let Some(row) = case.books().relative_values(code, &[], on) else {
        let none =
            FeeQuestion { schedule: "", code, modifiers: &[], locality: "", facility: false, on };
        if case.books().fee(&none) == FeeAnswer::NotLoaded {
            case.not_checked("modifiers (Medicare fee schedule)");
        }
        return;
    };
    for (index, modifier) in service::modifiers(line).iter().enumerate() {
        if let Some(why) = refused(modifier, &row) {
            let found = case.find(format_args!("procedure.modifiers[{index}]"));
            found.fact("modifier", modifier).code("code", code, 5).fact("why", why);
        }
    }
}

/// Why a procedure is not billed with a modifier; none where it may be.
fn refused(modifier: &str, row: &RelativeValues) -> Option<&'static str> {
    let whole = "it has no professional and technical part";
    match (modifier, &*row.components) {
        ("26" | "TC", "0" | "2" | "3" | "4" | "5" | "7") => return Some(whole),
        ("TC", "6" | "8") => return Some("it is a physician's alone"),
        _ => {}
    }
    match modifier {
        "50" if row.bilateral == "0" => Some("it is done once, or has another code for both sides"),
        "50" if row.bilateral == "2" => Some("its amount is for both sides already"),
        "50" if row.bilateral == "9" => Some("it has no sides"),
        "80" | "81" | "82" | "AS" if matches!(&*row.assistant, "1" | "9") => {
            Some("an assistant is not paid")
        }
        "62" if matches!(&*row.co_surgeon, "0" | "9") => Some("a second surgeon is not paid"),
        "66" if matches!(&*row.team, "0" | "9") => Some("a team is not paid"),
        _ => None,
    }
}

const ASKED: [&str; 9] = ["26", "TC", "50", "80", "81", "82", "AS", "62", "66"];
