//! Statements as rendered: does every page stay as a person last read and approved it?
//!
//! `UPDATE_GOLDEN=1 cargo test -p superbill-documents` writes the files anew; read them before they are
//! committed.

mod sample;
#[cfg(feature = "pdf")]
mod text_of;

use std::path::Path;

use superbill_documents::{Statement, render_html, render_text};

fn check(name: &str, rendered: &str) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden").join(name);
    if std::env::var_os("UPDATE_GOLDEN").is_some() {
        std::fs::write(&path, rendered).expect("the golden folder can be written");
    }
    let golden = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(golden == rendered, "{name} differs from its golden file");
}

fn check_both(name: &str, statements: &[Statement]) {
    check(&format!("{name}.txt"), &render_text(statements));
    check(&format!("{name}.html"), &render_html(statements));
}

#[test]
fn due() {
    check_both("due", &[sample::due()]);
}

#[test]
fn nothing_due() {
    check_both("nothing-due", &[sample::nothing_due()]);
}

#[test]
fn credit() {
    check_both("credit", &[sample::credit()]);
}

#[test]
fn several_in_one_document() {
    let all = [sample::due(), sample::nothing_due(), sample::credit()];
    check_both("several", &all);
    let text = render_text(&all);
    assert_eq!(text.matches('\u{c}').count(), 2, "one form feed between two statements");
    assert_eq!(render_html(&all).matches("<article").count(), 3);
}

#[test]
fn hostile_values_stay_values() {
    check_both("hostile", &[sample::hostile()]);
    let html = render_html(&[sample::hostile()]);
    for markup in ["<script", "<img", "<b>", "\u{1b}", "\u{202e}"] {
        assert!(!html.contains(markup), "{markup:?} got into the page");
    }
    let text = render_text(&[sample::hostile()]);
    assert!(text.chars().all(|c| c == '\n' || !c.is_control()));
}

#[test]
fn text_keeps_to_eighty_columns() {
    let all = [sample::due(), sample::nothing_due(), sample::credit()];
    for line in render_text(&all).lines() {
        assert!(line.trim_start_matches('\u{c}').chars().count() <= 80, "{line}");
        assert_eq!(line, line.trim_end_matches(' '));
    }
}

#[test]
fn no_statement_is_an_empty_page() {
    assert_eq!(render_text(&[]), "");
    assert!(render_html(&[]).contains("<main>\n</main>"));
}

#[test]
fn a_statement_survives_storage() {
    let json = serde_json::to_string(&sample::due()).expect("it can be written");
    assert!(json.contains(r#""owed":{"kind":"due","amount":"125.00","by":"2026-04-30"}"#));
    assert!(json.contains(r#""patientPayments":"30.00""#));
    let read: Statement = serde_json::from_str(&json).expect("it can be read");
    assert_eq!(read, sample::due());
}

#[test]
fn a_statement_does_not_name_its_patient_in_a_log() {
    let shown = format!("{:?}", sample::due());
    for secret in ["Juniper", "Made Up", "A-10442", "LFC-2026"] {
        assert!(!shown.contains(secret));
    }
}

#[cfg(feature = "pdf")]
mod pdf {
    use superbill_documents::statement_pdf;

    use super::*;

    #[test]
    fn the_text_of_a_pdf_can_be_taken_out_in_reading_order() {
        let all = vec![sample::due(), sample::nothing_due(), sample::credit()];
        let samples =
            [("due", vec![sample::due()]), ("several", all), ("hostile", vec![sample::hostile()])];
        for (name, statements) in samples {
            // Without poppler at hand, the other tests read the file.
            if let Some(text) = text_of::text_of(name, &statement_pdf(&statements)) {
                check(&format!("{name}.pdf.txt"), &text);
            }
        }
    }

    #[test]
    fn pages_are_numbered_within_each_statement() {
        let mut long = sample::due();
        let visits = long.visits.clone();
        long.visits = visits.iter().cycle().take(12).cloned().collect();
        let file = statement_pdf(&[long.clone(), sample::credit()]);
        let text = String::from_utf8_lossy(&file);
        let pages = (2..20).find(|pages| text.contains(&format!("(Page 1 of {pages})")));
        let pages = pages.expect("a long statement");
        assert!(text.contains(&format!("(Page {pages} of {pages})")), "{pages} pages");
        assert!(text.contains("(Page 1 of 1)"), "the other one");
        assert!(text.contains("/PageLabels") && text.contains("/StructTreeRoot"));
        assert!(file == statement_pdf(&[long, sample::credit()]), "the same bytes");
        assert!(!text.contains("CreationDate"));
    }

    #[test]
    fn no_statement_is_an_empty_page_of_pdf() {
        assert!(statement_pdf(&[]).ends_with(b"%%EOF"));
    }
}
