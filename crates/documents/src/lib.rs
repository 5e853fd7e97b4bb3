//! Documents: how is a statement composed once and rendered for any medium?
//!
//! The caller fills a [`Statement`]: every total is in it, because there is no arithmetic here. It is
//! composed into blocks in one language (`compose`), and each renderer lays the same blocks out for one
//! medium (`text`, `html`; with the feature `pdf`, `pdf`). Claims are put on paper forms (`form`). No I/O and no
//! clock: dates are fields.
//!
//! To add a language: one more table beside `words::ENGLISH`. To add a document: its record, and a
//! function like `compose::statement`. To add a medium: one renderer of `block::Document`.

mod block;
mod compose;
pub mod form;
mod format;
mod html;
mod letters;
#[cfg(feature = "pdf")]
mod pdf;
mod statement;
mod story;
mod text;
mod words;

pub use statement::{
    AgeBucket, Amounts, Owed, Practice, Reason, Recipient, Shares, Statement, StatementLine,
    Totals, Visit,
};
pub use story::story;
pub use words::Language;

/// The statements as plain text: at most 80 columns, amounts aligned on the point, a form feed between
/// two statements. Safe for a terminal: no control character of a value gets through.
#[must_use]
pub fn render_text(statements: &[Statement]) -> String {
    let documents: Vec<_> = statements.iter().map(compose::statement).collect();
    text::render(&documents)
}

/// The statements as one self-contained HTML document: no script, nothing loaded from elsewhere, light,
/// dark and printed looks, each statement on pages of its own. Every value is escaped.
#[must_use]
pub fn render_html(statements: &[Statement]) -> String {
    let documents: Vec<_> = statements.iter().map(compose::statement).collect();
    html::render(&documents)
}

/// The statements as one tagged PDF of US letter pages, each statement on pages of its own, with fonts that
/// every reader has. The same statements give the same bytes.
#[cfg(feature = "pdf")]
#[must_use]
pub fn statement_pdf(statements: &[Statement]) -> Vec<u8> {
    let documents: Vec<_> = statements.iter().map(compose::statement).collect();
    pdf::statements(&documents)
}
