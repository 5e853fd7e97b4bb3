//! Forms: how does a claim look on the CMS-1500, the UB-04 or the ADA dental claim form?
//!
//! A claim is composed once into fields (`24.1.F.dollars`, `FL 67`), each placed by the form's data file,
//! and rendered as a page of SVG or, with the feature `pdf`, as PDF: data only, for pre-printed stock, or
//! over a plain form of our own, for reading and for payers that take it. The official forms are the
//! property of their committees and are not copied here.
//!
//! What a form cannot hold is a finding (`FRM`): what is cut, left out, or missing. Whether the claim itself
//! is right is asked elsewhere.
//!
//! ```
//! use superbill_documents::form::{FormKind, fill};
//! use superbill_model::{Claim, ClaimBatch};
//!
//! let batch = ClaimBatch { claims: vec![Claim::default()], ..ClaimBatch::default() };
//! let form = fill(&batch, &batch.claims[0], FormKind::of(batch.claims[0].kind));
//! assert_eq!(form.pages.len(), 1);
//! assert!(form.findings.kept().iter().any(|finding| finding.rule.id == "FRM-005"));
//! assert!(form.svg(0, true).starts_with("<svg"));
//! ```

mod ada;
mod cms1500;
mod diagnosis;
mod layout;
mod party;
mod rules;
mod sheet;
mod svg;
mod ub04;

use std::sync::OnceLock;

use serde::{Deserialize, Serialize};
use superbill_model::{Claim, ClaimBatch, ClaimKind};
use superbill_types::{Findings, Phi};

pub(crate) use layout::{Layout, Look, Shape};
pub use rules::RULES;

use sheet::Sheet;

/// Which paper form.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
#[serde(rename_all = "lowercase")]
// Closed: the claim standard has three kinds, each with its form.
pub enum FormKind {
    /// Professional: CMS-1500, version 02/12.
    Cms1500,
    /// Institutional: UB-04, that is CMS-1450.
    Ub04,
    /// Dental: ADA Dental Claim Form, version 2024.
    Ada,
}

impl FormKind {
    /// The form of a kind of claim.
    #[must_use]
    pub fn of(kind: ClaimKind) -> Self {
        match kind {
            ClaimKind::Professional => Self::Cms1500,
            ClaimKind::Institutional => Self::Ub04,
            ClaimKind::Dental => Self::Ada,
        }
    }

    /// The form's name, such as `UB-04 (CMS-1450)`.
    #[must_use]
    pub fn name(self) -> &'static str {
        self.layout().name
    }

    pub(crate) fn layout(self) -> &'static Layout {
        static LAYOUTS: [OnceLock<Layout>; 3] = [const { OnceLock::new() }; 3];
        let (place, source) = match self {
            Self::Cms1500 => (0, include_str!("../../data/cms1500.form")),
            Self::Ub04 => (1, include_str!("../../data/ub04.form")),
            Self::Ada => (2, include_str!("../../data/ada2024.form")),
        };
        LAYOUTS[place].get_or_init(|| {
            Layout::read(source)
                .unwrap_or_else(|line| unreachable!("line {line} of a bundled layout is tested"))
        })
    }
}

/// A claim on its form or forms.
#[derive(Clone, Debug)]
pub struct FilledForm {
    /// Which form.
    pub kind: FormKind,
    /// Sheets, in order; at least one.
    pub pages: Vec<FormPage>,
    /// What the form cannot hold or does not get.
    pub findings: Findings,
}

/// One sheet.
#[derive(Clone, Debug, Default)]
pub struct FormPage {
    /// Texts in the order of the form's fields.
    pub texts: Vec<FormText>,
}

/// A text in its place.
#[derive(Clone, Debug)]
pub struct FormText {
    /// The field, as the layout names it: `1a`, `24.1.F.dollars`.
    pub field: &'static str,
    /// Plain capitals, digits and signs.
    pub text: Phi<String>,
    /// Left edge of the first letter from the left edge of the page, in hundredths of a point.
    pub x: i32,
    /// Base of the letters from the upper edge of the page, in hundredths of a point.
    pub y: i32,
}

impl FormPage {
    /// The text of a field.
    #[must_use]
    pub fn text(&self, field: &str) -> Option<&str> {
        let found = self.texts.iter().find(|text| text.field == field);
        found.map(|text| text.text.reveal().as_str())
    }
}

/// Puts a claim of a batch on a form. Paths of findings name the claim by its place in the batch.
///
/// The day of the batch is the day of the form: there is no clock here.
#[must_use]
pub fn fill(batch: &ClaimBatch, claim: &Claim, kind: FormKind) -> FilledForm {
    let place = batch.claims.iter().position(|it| core::ptr::eq(it, claim));
    let mut sheet = Sheet::new(kind.layout(), place.unwrap_or(0));
    if FormKind::of(claim.kind) != kind {
        sheet.find(&rules::OTHER_KIND, "kind", &[]);
    }
    match kind {
        FormKind::Cms1500 => cms1500::compose(&mut sheet, batch, claim),
        FormKind::Ub04 => ub04::compose(&mut sheet, batch, claim),
        FormKind::Ada => ada::compose(&mut sheet, batch, claim),
    }
    let (pages, findings) = sheet.finish();
    FilledForm { kind, pages, findings }
}

impl FilledForm {
    /// Moves every text right and down by hundredths of a point, for a printer that stands off the stock.
    pub fn shift(&mut self, right: i32, down: i32) {
        for text in self.pages.iter_mut().flat_map(|page| &mut page.texts) {
            text.x = text.x.saturating_add(right);
            text.y = text.y.saturating_add(down);
        }
    }

    /// One page as SVG; with `background`, over our plain form. Empty where there is no such page.
    #[must_use]
    pub fn svg(&self, page: usize, background: bool) -> String {
        let page = self.pages.get(page);
        page.map(|page| svg::render(self.kind.layout(), page, background)).unwrap_or_default()
    }
}

/// Forms as one PDF document, each page a sheet of US letter, the letters not embedded (Courier); with
/// `background`, over our plain form. The same forms give the same bytes.
#[cfg(feature = "pdf")]
#[must_use]
pub fn pdf(forms: &[FilledForm], background: bool) -> Vec<u8> {
    crate::pdf::forms(forms, background)
}
