//! UB-04 (CMS-1450): which form locator says what of an institutional claim?
//!
//! Form locators (FL), their sizes and the order in which repeated ones are filled are those of the NUBC
//! manual and of the Medicare Claims Processing Manual, chapter 25. Twenty-two lines a page; line 23 says
//! which page it is and, on the last, revenue code 0001 with the totals of all pages.

mod clinical;
mod payers;
mod stay;

use superbill_model::{Claim, ClaimBatch, ServiceLine};
use superbill_types::Money;

use super::rules::SEVERAL_FORMS;
use super::sheet::{CODE, COUNT, NOTE, Sheet};

/// Lines of one page, the total not among them.
const LINES: usize = 22;
/// Lines of one claim: the electronic claim has at most 999.
const MOST_LINES: usize = 999;

pub(super) fn compose(sheet: &mut Sheet, batch: &ClaimBatch, claim: &Claim) {
    stay::providers_and_patient(sheet, claim);
    stay::admission(sheet, claim);
    stay::events(sheet, claim);
    stay::values(sheet, claim);
    payers::compose(sheet, claim);
    clinical::diagnoses(sheet, claim);
    clinical::procedures(sheet, claim);
    clinical::providers(sheet, claim);
    clinical::remarks(sheet, claim);
    sheet.date("45.created", "date", batch.date.as_ref());
    let head = sheet.page();
    let lines = claim.lines.len().min(MOST_LINES);
    sheet.check_lines("42", MOST_LINES, claim.lines.len());
    let pages = lines.div_ceil(LINES).max(1);
    for page in 0..pages {
        if page > 0 {
            sheet.next_page(&head);
        }
        let on_page = claim.lines.iter().enumerate().skip(page * LINES).take(LINES);
        for (row, (index, line)) in on_page.take_while(|(index, _)| *index < lines).enumerate() {
            self::line(sheet, index, line, row + 1);
        }
        sheet.put("42.page", COUNT, "lines", &(page + 1).to_string());
        sheet.put("42.pages", COUNT, "lines", &pages.to_string());
    }
    totals(sheet, claim);
    if pages > 1 {
        let facts = [("count", &*pages.to_string()), ("totals", "The totals stand on the last.")];
        sheet.find(&SEVERAL_FORMS, "lines", &facts);
    }
}

/// Line 23 of the last page.
fn totals(sheet: &mut Sheet, claim: &Claim) {
    let sum = |amounts: &mut dyn Iterator<Item = Money>| amounts.reduce(|one, other| one + other);
    let charges = sum(&mut claim.lines.iter().filter_map(|line| line.charge_amount));
    let not_covered = sum(&mut claim.lines.iter().filter_map(|line| line.non_covered_amount));
    sheet.put("42.total", CODE, "lines", "0001");
    sheet.money("47.total", "chargeAmount", charges.or(claim.charge_amount));
    sheet.money("48.total", "lines", not_covered);
}

/// FL 42 to 48 of one line.
fn line(sheet: &mut Sheet, index: usize, line: &ServiceLine, row: usize) {
    let path = |name: &str| format!("lines[{index}].{name}");
    let field = |locator: &str| format!("{locator}.{row}");
    let revenue = line.revenue_code.as_deref().unwrap_or("");
    let revenue = if revenue.len() == 3 { ["0", revenue].concat() } else { revenue.to_owned() };
    sheet.put(&field("42"), CODE, &path("revenueCode"), &revenue);
    sheet.put(&field("43"), NOTE, &path("procedure.description"), &description(line));
    if let Some(procedure) = &line.procedure {
        let code = [&*procedure.code, &procedure.modifiers.concat()].concat();
        sheet.put(&field("44"), COUNT, &path("procedure.code"), &code);
    }
    let found = line.dates.iter().position(|date| date.qualifier == "472");
    if let Some(date) = found.and_then(|place| line.dates.get(place)) {
        let path = path(&format!("dates[{}].from", found.unwrap_or(0)));
        sheet.date(&field("45"), &path, date.from.as_ref());
    }
    let units = line.units.map(|units| units.to_string());
    sheet.maybe(&field("46"), COUNT, &path("units"), units);
    sheet.money(&field("47"), &path("chargeAmount"), line.charge_amount);
    sheet.money(&field("48"), &path("nonCoveredAmount"), line.non_covered_amount);
}

/// A drug as `N4`, its code, unit and quantity; else the line's own words.
fn description(line: &ServiceLine) -> String {
    if let Some(drug) = line.drug.as_ref().filter(|drug| !drug.code.is_empty()) {
        let quantity = drug.quantity.map(|it| it.to_string()).unwrap_or_default();
        let unit = drug.unit.as_deref().unwrap_or("");
        return [&*drug.qualifier, &drug.code.replace('-', ""), unit, &quantity].concat();
    }
    let words = line.procedure.as_ref().and_then(|it| it.description.clone());
    words.unwrap_or_default().to_string()
}
