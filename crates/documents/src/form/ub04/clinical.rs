//! Lower part of the UB-04: which diagnoses, procedures and physicians stand behind the charges?

use superbill_model::{Claim, ClaimParty, Diagnosis};

use crate::form::diagnosis;
use crate::form::party::{npi, other_id, told};
use crate::form::rules::NOT_ON_FORM;
use crate::form::sheet::{CODE, COUNT, Sheet, WORDS};

/// FL 66 to 72.
pub(super) fn diagnoses(sheet: &mut Sheet, claim: &Claim) {
    let all: Vec<_> = claim.diagnoses.iter().enumerate().collect();
    diagnosis::edition(sheet, "66", &all, ["0", "9"]);
    let of = |kinds: &[&str]| diagnosis::of(claim, kinds);
    let mut put = |fields: &[&str], found: Vec<(usize, &Diagnosis)>| {
        for (field, (index, diagnosis)) in fields.iter().zip(&found) {
            let path = format!("diagnoses[{index}]");
            sheet.put(field, CODE, &format!("{path}.code"), &diagnosis.code);
            let present = format!("{field}.poa");
            if let Some(poa) =
                diagnosis.present_on_admission.as_ref().filter(|_| sheet.has(&present))
            {
                sheet.put(&present, CODE, &format!("{path}.presentOnAdmission"), poa);
            }
        }
        let field = fields.first().copied().unwrap_or("");
        sheet.limit(field, "diagnoses", fields.len(), found.len());
        if found.is_empty() {
            sheet.put(field, CODE, "diagnoses", "");
        }
    };
    put(&["67"], of(&["ABK", "BK"]));
    let others: Vec<String> = ('A'..='Q').map(|letter| format!("67{letter}")).collect();
    put(&others.iter().map(String::as_str).collect::<Vec<_>>(), of(&["ABF", "BF"]));
    put(&["69"], of(&["ABJ", "BJ"]));
    put(&["70a", "70b", "70c"], of(&["APR", "PR"]));
    put(&["72a", "72b", "72c"], of(&["ABN", "BN"]));
    sheet.maybe("71", CODE, "diagnosisRelatedGroup", claim.diagnosis_related_group.as_ref());
}

/// FL 74: the principal procedure, then up to five others.
pub(super) fn procedures(sheet: &mut Sheet, claim: &Claim) {
    let of = |kinds: [&'static str; 2]| {
        let all = claim.procedures.iter().enumerate();
        all.filter(move |(_, it)| kinds.contains(&it.qualifier.as_str()))
    };
    let others = ["74a", "74b", "74c", "74d", "74e"];
    let principal = of(["BBR", "BR"]).zip(["74"]);
    for ((index, procedure), field) in principal.chain(of(["BBQ", "BQ"]).zip(others)) {
        let path = format!("procedures[{index}]");
        sheet.put(&format!("{field}.code"), CODE, &format!("{path}.code"), &procedure.code);
        sheet.date(&format!("{field}.date"), &format!("{path}.date"), procedure.date.as_ref());
    }
    sheet.limit("74", "procedures", 1, of(["BBR", "BR"]).count());
    sheet.limit("74a", "procedures", others.len(), of(["BBQ", "BQ"]).count());
}

/// FL 76 to 79: attending, operating, and two of the others with what they did.
pub(super) fn providers(sheet: &mut Sheet, claim: &Claim) {
    let providers = &claim.providers;
    let main = [
        ("76", "providers.attending", &providers.attending),
        ("77", "providers.operating", &providers.operating),
    ];
    for (field, at, party) in main {
        match party {
            Some(party) => provider(sheet, field, at, party),
            None => sheet.put(&format!("{field}.last"), WORDS, at, ""),
        }
    }
    let others = [
        ("DN", "providers.referring", &providers.referring),
        ("ZZ", "providers.otherOperating", &providers.other_operating),
        ("82", "providers.rendering", &providers.rendering),
    ];
    let mut others = others.into_iter().filter_map(|(kind, at, it)| Some((kind, at, it.as_ref()?)));
    for field in ["78", "79"] {
        if let Some((kind, at, party)) = others.next() {
            sheet.put(&format!("{field}.kind"), CODE, at, kind);
            provider(sheet, field, at, party);
        }
    }
    for (_, at, _) in others {
        sheet.find(&NOT_ON_FORM, at, &[("what", "a third provider in FL 78 and 79")]);
    }
}

fn provider(sheet: &mut Sheet, field: &str, at: &str, party: &ClaimParty) {
    sheet.put(&format!("{field}.npi"), CODE, &format!("{at}.identifier"), npi(party));
    if let Some((qualifier, number)) = other_id(party).filter(|(it, _)| *it != "ZZ") {
        let path = format!("{at}.references");
        sheet.put(&format!("{field}.qualifier"), CODE, &path, qualifier);
        sheet.put(&format!("{field}.id"), COUNT, &path, number);
    }
    let path = format!("{at}.name");
    sheet.put(&format!("{field}.last"), WORDS, &path, told(&party.name.last_name));
    sheet.put(&format!("{field}.first"), WORDS, &path, told(&party.name.first_name));
}

/// FL 80 and 81: remarks, and the billing provider's taxonomy (`B3`).
pub(super) fn remarks(sheet: &mut Sheet, claim: &Claim) {
    let notes: Vec<&str> = claim.notes.iter().map(|note| note.text.reveal().as_str()).collect();
    sheet.paragraph(&["80.1", "80.2", "80.3", "80.4"], "notes", &notes.join(" "));
    if let Some(taxonomy) = &claim.billing_provider.taxonomy {
        sheet.put("81a.qualifier", CODE, "billingProvider.taxonomy", "B3");
        sheet.put("81a.code", CODE, "billingProvider.taxonomy", taxonomy);
    }
}
