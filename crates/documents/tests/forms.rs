//! Forms as filled in: does every page stay as a person last read and approved it?
//!
//! `UPDATE_GOLDEN=1 cargo test -p superbill-documents --features pdf` writes the files anew; read them
//! before they are committed. `PDF_FOLDER=/tmp/pdf` writes the PDFs there, to look at.

#[cfg(feature = "pdf")]
mod text_of;

use std::path::{Path, PathBuf};

use superbill_documents::form::{FilledForm, FormKind, fill};
use superbill_model::{Claim, ClaimBatch, ServiceLine};
use superbill_types::{DateValue, Money, Phi, Severity};

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests")
}

fn sample(name: &str) -> ClaimBatch {
    let path = folder().join("claims").join(format!("{name}.json"));
    serde_json::from_slice(&std::fs::read(path).expect("a sample")).expect("claims")
}

/// The only claim of a batch, with lines repeated until there are so many.
fn with_lines(mut batch: ClaimBatch, count: usize) -> ClaimBatch {
    let lines: Vec<ServiceLine> =
        batch.claims[0].lines.iter().cycle().take(count).cloned().collect();
    batch.claims[0].lines = lines;
    batch
}

fn filled(batch: &ClaimBatch) -> FilledForm {
    fill(batch, &batch.claims[0], FormKind::of(batch.claims[0].kind))
}

fn check(name: &str, found: &str) {
    let path = folder().join("golden").join(name);
    if std::env::var_os("UPDATE_GOLDEN").is_some() {
        std::fs::write(&path, found).expect("the golden folder can be written");
    }
    let golden = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(golden == found, "{name} differs from its golden file");
}

/// What is on the pages, field by field, and what was found.
fn told(form: &FilledForm) -> String {
    let mut out = String::new();
    for (number, page) in form.pages.iter().enumerate() {
        out += &format!("page {}\n", number + 1);
        for text in &page.texts {
            out += &format!(
                "{:<18} {:>6} {:>6}  {}\n",
                text.field,
                text.x,
                text.y,
                text.text.reveal()
            );
        }
    }
    for finding in form.findings.kept() {
        let path = &finding.location.path;
        out += &format!("{} {path}: {}\n", finding.rule.id, finding.message());
    }
    out
}

const SAMPLES: [&str; 3] = ["professional", "institutional", "dental"];

#[test]
fn forms_stay_as_approved() {
    for name in SAMPLES {
        let form = filled(&sample(name));
        check(&format!("{name}.form.txt"), &told(&form));
        check(&format!("{name}.svg"), &form.svg(0, true));
        let data = form.svg(0, false);
        assert!(!data.contains("<rect x=") && !data.contains("<path"), "data only");
        assert_eq!(form.svg(1, true), "", "no such page");
    }
}

#[test]
fn samples_are_complete() {
    for name in SAMPLES {
        let form = filled(&sample(name));
        let errors = form.findings.kept().iter().filter(|it| it.severity == Severity::Error);
        let errors: Vec<_> = errors.map(|it| (it.rule.id, it.message())).collect();
        assert!(errors.is_empty(), "{name}: {errors:?}");
    }
}

#[test]
fn more_lines_fill_more_forms() {
    let form = filled(&with_lines(sample("professional"), 14));
    assert_eq!(form.pages.len(), 3);
    let totals = form.pages.iter().map(|page| page.text("28.dollars").expect("a total"));
    assert_eq!(totals.collect::<Vec<_>>(), ["835", "835", "213"]);
    let paid: Vec<_> = form.pages.iter().map(|page| page.text("29.dollars")).collect();
    assert_eq!(paid, [Some("20"), None, None], "paid once");
    assert!(form.pages.iter().all(|page| page.text("21A") == Some("S52501A")));
    assert!(form.findings.kept().iter().any(|it| it.rule.id == "FRM-012"));

    let form = filled(&with_lines(sample("institutional"), 45));
    let told = |field: &str| form.pages.iter().map(|page| page.text(field)).collect::<Vec<_>>();
    assert_eq!(told("42.page"), [Some("1"), Some("2"), Some("3")]);
    assert_eq!(told("42.pages"), [Some("3"), Some("3"), Some("3")]);
    assert_eq!(told("42.total"), [None, None, Some("0001")]);
    assert_eq!(told("47.total"), [None, None, Some("20715825")]);

    let form = filled(&with_lines(sample("dental"), 11));
    assert_eq!(form.pages.len(), 2);
    assert_eq!(form.pages[1].text("32.dollars"), Some("1100"));
}

#[test]
fn a_full_form_is_one_form() {
    for (name, full) in [("professional", 6), ("institutional", 22), ("dental", 10)] {
        for (lines, pages) in [(0, 1), (1, 1), (full, 1), (full + 1, 2)] {
            assert_eq!(
                filled(&with_lines(sample(name), lines)).pages.len(),
                pages,
                "{name} {lines}"
            );
        }
    }
}

fn found(form: &FilledForm, rule: &str, path: &str) -> bool {
    let path = format!("claims[0].{path}");
    form.findings.kept().iter().any(|it| it.rule.id == rule && it.location.path == path)
}

#[test]
fn what_does_not_fit_is_told() {
    let mut batch = sample("professional");
    let claim = &mut batch.claims[0];
    claim.billing_provider.name.last_name =
        Some(Phi::new("Larkspur Family Clinic of Springfield".into()));
    claim.coverage.subscriber.0.identifier.as_mut().expect("a number").value =
        Phi::new("9".repeat(30).into());
    claim.lines[0].charge_amount = Some(Money::from_scaled(12_345_678_900, 2));
    claim.lines[1].charge_amount = Some(Money::from_scaled(-500, 2));
    claim.lines[1].diagnosis_pointers = vec!["1".into(), "9".into()];
    claim.lines[2].dates[0].from = Some(DateValue::Text("20261399".into()));
    claim.references.clear();
    claim.diagnoses[1].qualifier = "BF".into();
    let form = filled(&batch);
    let page = &form.pages[0];
    assert_eq!(page.text("33.1"), Some("LARKSPUR FAMILY CLINIC OF SPR"), "cut at 29");
    assert_eq!(page.text("1a"), None, "a part of a number is another number");
    assert_eq!((page.text("24.1.F.dollars"), page.text("24.1.F.cents")), (None, None));
    assert_eq!(page.text("24.2.E"), Some("A"));
    for (rule, path) in [
        ("FRM-001", "billingProvider.name"),
        ("FRM-002", "coverage.subscriber.identifier.value"),
        ("FRM-002", "lines[0].chargeAmount"),
        ("FRM-007", "lines[1].chargeAmount"),
        ("FRM-009", "lines[1].diagnosisPointers[1]"),
        ("FRM-006", "lines[2].dates[0].from"),
        ("FRM-010", "diagnoses[1].qualifier"),
        ("FRM-011", "references"),
    ] {
        assert!(found(&form, rule, path), "{rule} {path}\n{}", told(&form));
    }
}

#[test]
fn names_are_written_in_plain_capitals() {
    let mut batch = sample("professional");
    let patient = batch.claims[0].patient.as_mut().expect("a patient");
    for (last, first, shown, lost) in [
        ("Nguyễn", "Thị", "NGUYEN, THI", false),
        ("Łukasz-Żak", "Jósef", "LUKASZ-ZAK, JOSEF", false),
        ("Иванова", "Юлия", "IVANOVA, IULIIA", false),
        ("王", "Li", "LI", true),
    ] {
        patient.party.name.last_name = Some(Phi::new(last.into()));
        patient.party.name.first_name = Some(Phi::new(first.into()));
        let batch = ClaimBatch {
            claims: vec![Claim {
                patient: Some(patient.clone()),
                ..sample("professional").claims.remove(0)
            }],
            ..ClaimBatch::default()
        };
        let form = filled(&batch);
        assert_eq!(form.pages[0].text("2"), Some(shown));
        assert_eq!(found(&form, "FRM-003", "patient.party.name"), lost, "{last}");
    }
}

#[test]
fn medicare_as_first_payer_asks_less() {
    let mut batch = sample("professional");
    batch.claims[0].coverage.filing_indicator = Some("MB".into());
    let form = filled(&batch);
    let page = &form.pages[0];
    assert_eq!(page.text("11"), Some("NONE"));
    assert_eq!(
        (page.text("4"), page.text("7.street"), page.text("1.medicare")),
        (None, None, Some("X"))
    );
}

#[test]
fn a_print_can_be_moved() {
    let mut form = filled(&sample("dental"));
    let before = (form.pages[0].texts[0].x, form.pages[0].texts[0].y);
    form.shift(360, -100);
    assert_eq!(
        (form.pages[0].texts[0].x, form.pages[0].texts[0].y),
        (before.0 + 360, before.1 - 100)
    );
    form.shift(i32::MAX, i32::MIN);
    assert!(form.svg(0, false).ends_with("</svg>\n"));
    #[cfg(feature = "pdf")]
    assert!(superbill_documents::form::pdf(&[form], false).ends_with(b"%%EOF"));
}

#[test]
fn a_form_of_another_kind_says_so() {
    let batch = sample("professional");
    let form = fill(&batch, &batch.claims[0], FormKind::Ub04);
    assert!(found(&form, "FRM-013", "kind"));
}

#[test]
fn nothing_of_a_person_is_in_a_finding() {
    for name in SAMPLES {
        let form = filled(&sample(name));
        let shown = format!("{form:?}");
        for secret in ["SAMPLE", "ZOE", "MH001", "EXAMPLE", "IRIS", "INSTANCE", "A10442"] {
            assert!(!shown.contains(secret), "{name}: {secret}");
        }
    }
}

#[cfg(feature = "pdf")]
mod pdf {

    use superbill_documents::form::pdf;

    use super::*;

    #[test]
    fn the_text_of_a_pdf_can_be_taken_out() {
        for name in SAMPLES {
            let form = filled(&sample(name));
            // Without poppler at hand, the other tests read the file.
            if let Some(text) = text_of::text_of(name, &pdf(std::slice::from_ref(&form), false)) {
                check(&format!("{name}.pdf.txt"), &text);
            }
            text_of::text_of(&format!("{name}-plain"), &pdf(&[form], true));
        }
    }

    #[test]
    fn the_same_claims_give_the_same_bytes() {
        let forms: Vec<_> = SAMPLES.map(|name| filled(&with_lines(sample(name), 30))).into();
        let file = pdf(&forms, true);
        assert!(file == pdf(&forms, true));
        assert!(file.starts_with(b"%PDF-1.7") && file.ends_with(b"%%EOF"));
        let text = String::from_utf8_lossy(&file);
        assert!(!text.contains("CreationDate") && !text.contains("SAMPLE-ONEIL\x00"));
        assert!(text.contains("/PageLabels") && text.contains("/StructTreeRoot"));
    }

    #[test]
    fn every_text_is_in_the_file() {
        for name in SAMPLES {
            let form = filled(&sample(name));
            let file = pdf(std::slice::from_ref(&form), false);
            let file = String::from_utf8_lossy(&file);
            for text in &form.pages[0].texts {
                assert!(file.contains(&format!("({})", text.text.reveal())), "{}", text.field);
            }
        }
    }

    #[test]
    fn no_form_is_a_file_too() {
        assert!(pdf(&[], true).ends_with(b"%%EOF"));
    }
}
