//! Import: which claims does a file tell, in whatever form it comes, and what did not carry over?
//!
//! [`import`] finds the form by itself: X12 (837), our own JSON, the claim JSON of clearinghouses, or a flat
//! record named after the items of the CMS-1500. Nothing is dropped silently: each field that is unknown,
//! has no place or cannot be read is told with its path. Numbers in JSON are read as written.

mod apply;
mod clearinghouse;
mod fit;
mod form;
mod json;
mod own;
pub mod rules;
mod table;

use core::fmt;
use std::sync::LazyLock;

use serde::Serialize;
use superbill_model::ClaimBatch;
use superbill_types::Findings;
use superbill_x12::Unreadable;

use self::json::{Json, Value};
use self::table::Table;
use crate::claim;

/// The form a file came in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum Format {
    /// X12 837.
    X12,
    /// Our own claims as JSON.
    Superbill,
    /// The claim JSON that clearinghouse interfaces share.
    Clearinghouse,
    /// One record a claim, its fields named after the items of the CMS-1500.
    Cms1500,
}

/// What a file told.
#[derive(Clone, Debug)]
pub struct Imported {
    /// The form it came in.
    pub format: Format,
    /// Its claims.
    pub batches: Vec<ClaimBatch>,
    /// What did not carry over, or not as it was: paths are those of the source, spans begin where the value
    /// stands.
    pub report: Findings,
}

/// Why nothing could be imported.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum NotImported {
    /// It begins as X12 but cannot be framed.
    X12(Unreadable),
    /// It is neither X12 nor JSON.
    Json {
        /// Line from 1.
        line: usize,
        /// Column from 1.
        column: usize,
    },
    /// It is JSON, or X12, but there is no claim in it that is known here.
    NoClaim,
}

impl fmt::Display for NotImported {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::X12(error) => error.fmt(f),
            Self::Json { line, column } => {
                write!(f, "neither X12 nor JSON: see line {line}, column {column}")
            }
            Self::NoClaim => f.write_str(
                "there is no claim in a known form: 837, our own JSON, clearinghouse claim JSON, or fields \
                 named after the items of the CMS-1500",
            ),
        }
    }
}

impl core::error::Error for NotImported {}

/// The claims of a file.
///
/// # Errors
/// [`NotImported`] where it is in no known form.
///
/// ```
/// use superbill_exchange::import::{Format, import};
/// let file = br#"{"item2": "DOE, JANE", "item26": "A-1", "24a1": "2026-01-05", "24f1": 125.50, "box99": 1}"#;
/// let imported = import(file)?;
/// assert_eq!(imported.format, Format::Cms1500);
/// let charge = imported.batches[0].claims[0].lines[0].charge_amount;
/// assert_eq!(charge.map(|it| it.to_string()).as_deref(), Some("125.50"));
/// assert!(imported.report.kept().iter().any(|note| note.location.path == "box99"));
/// # Ok::<(), superbill_exchange::import::NotImported>(())
/// ```
pub fn import(bytes: &[u8]) -> Result<Imported, NotImported> {
    let start = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes).trim_ascii_start();
    if !matches!(start.first(), Some(b'{' | b'[')) {
        let broken = NotImported::Json { line: 1, column: 1 };
        let x12 = claim::read(bytes);
        let (batches, report) = x12.map_err(|error| match start.first_chunk::<3>() {
            Some(b"ISA") => NotImported::X12(error),
            _ => broken,
        })?;
        let any = batches.iter().any(|batch| !batch.claims.is_empty());
        let imported = Imported { format: Format::X12, batches, report };
        return if any { Ok(imported) } else { Err(NotImported::NoClaim) };
    }
    let text = core::str::from_utf8(start).map_err(|error| {
        let good = start.get(..error.valid_up_to()).unwrap_or(&[]);
        let place = json::place(core::str::from_utf8(good).unwrap_or(""), good.len());
        NotImported::Json { line: place.line, column: place.column }
    })?;
    let documents = Json::documents(text)
        .map_err(|at| NotImported::Json { line: at.line, column: at.column })?;
    of_json(&documents, bytes.len() - start.len())
}

fn of_json(documents: &[Json<'_>], skipped: usize) -> Result<Imported, NotImported> {
    let mut out = Gathered::default();
    let several = documents.len() > 1;
    for (n, document) in documents.iter().enumerate() {
        let path = if several { format!("[{n}]") } else { String::new() };
        match &document.value {
            Value::List(items) => {
                for (n, item) in items.iter().enumerate() {
                    out.document(item, &format!("{path}[{n}]"));
                }
            }
            _ => out.document(document, &path),
        }
    }
    let format = out.format.ok_or(NotImported::NoClaim)?;
    let mut report = out.report;
    report.move_spans(|at| at + skipped as u64);
    Ok(Imported { format, batches: out.batches, report })
}

static CLAIMS: LazyLock<Table<'static>> = LazyLock::new(|| Table::read(clearinghouse::MAP).0);
static FORMS: LazyLock<Table<'static>> = LazyLock::new(|| Table::read(form::MAP).0);

/// What has been read so far.
#[derive(Default)]
struct Gathered {
    format: Option<Format>,
    batches: Vec<ClaimBatch>,
    report: Findings,
}

impl Gathered {
    fn document(&mut self, json: &Json<'_>, path: &str) {
        let format = if clearinghouse::is_one(json) {
            let made = clearinghouse::read(&CLAIMS, json, path, &mut self.report);
            let batch = own::record(made, "", &mut self.report);
            self.join(batch);
            Format::Clearinghouse
        } else if own::is_one(json) {
            let read = own::read(json, path, &mut self.report);
            self.batches.extend(read);
            Format::Superbill
        } else if form::is_one(&FORMS, json) {
            let made = form::read(&FORMS, json, path, &mut self.report);
            let batch = own::record(made, "", &mut self.report);
            self.join(batch);
            Format::Cms1500
        } else {
            return self.report.push(apply::note(&rules::UNKNOWN, path, json.at, &[]));
        };
        self.format.get_or_insert(format);
    }

    /// Claims of one sender to one receiver go together.
    fn join(&mut self, mut batch: ClaimBatch) {
        let same = self.batches.last_mut().filter(|last| {
            let kind = |batch: &ClaimBatch| batch.claims.first().map(|claim| claim.kind);
            last.submitter == batch.submitter
                && last.receiver == batch.receiver
                && last.usage == batch.usage
                && kind(last) == kind(&batch)
        });
        match same {
            Some(last) => last.claims.append(&mut batch.claims),
            None => self.batches.push(batch),
        }
    }
}
