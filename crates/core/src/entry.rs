//! Claim entry: what must a page know to offer every part of a claim to a person?
//!
//! What a blank claim says, which codes a field may have and in which words, what a new entry of a list begins
//! with, which diagnoses lines point at, and what lines come to. Codes and most meanings are those of the
//! guides' tables; `data/claim-entry.json` says where each stands there, puts the usual ones first and gives
//! some of them shorter words. Paths are those of findings, from the claim on, with `[]` for every entry of
//! a list: `lines[].certifications[].category`; `*` stands for any path before what follows it.

use serde::{Deserialize, Serialize};
use superbill_guides::library;
use superbill_model::{Claim, ClaimBatch, ClaimKind};
use superbill_types::Money;
use superbill_x12::{Guide, Kind, SegmentDef};

/// What a page offers for claims of one kind.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct ClaimEntry {
    /// A batch of one claim with what most claims of the kind say.
    #[cfg_attr(feature = "typescript", tsify(type = "ClaimBatch"))]
    pub blank: serde_json::Value,
    /// What new entries of lists begin with.
    pub entries: Vec<BlankEntry>,
    /// Codes that fields may have.
    pub choices: Vec<ChoiceList>,
    /// Fields that are asked for only where another has certain values.
    pub asked: Vec<Asked>,
    /// Values that stand in a list by their position, with what each position is for.
    pub positions: Vec<PositionList>,
    /// Qualifiers of the diagnoses that lines point at, by their place among these.
    pub pointed: Vec<String>,
}

/// What a new entry of a list, or a record that is added, begins with.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct BlankEntry {
    /// Where it goes.
    pub path: String,
    /// What it is called.
    pub name: String,
    /// What stands in it.
    #[cfg_attr(feature = "typescript", tsify(type = "unknown"))]
    pub entry: serde_json::Value,
    /// What it takes over: a field of its own, and the one whose value it has at first; that one stands in
    /// the claim, or with a dot before it in the record around the list.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(feature = "typescript", tsify(optional, type = "[field: string, from: string][]"))]
    pub copies: Vec<(String, String)>,
    /// Kinds of claims that have it; all if empty.
    #[serde(default, skip_serializing)]
    kinds: Vec<ClaimKind>,
}

/// The codes a field may have, the usual ones first.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct ChoiceList {
    /// The field.
    pub path: String,
    /// Where these are its codes: a field beside it, and its values. Always, where absent.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub when: Option<When>,
    /// Each code with its meaning.
    #[cfg_attr(feature = "typescript", tsify(type = "[code: string, meaning: string][]"))]
    pub codes: Vec<(String, String)>,
}

/// A field that has one of some values.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct When {
    /// The field.
    pub path: String,
    /// Its values.
    pub is: Vec<String>,
}

/// A field that is asked for only where another has certain values.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct Asked {
    /// The field; `references[qualifier=F8]` is the entry with that qualifier.
    pub path: String,
    /// The other one, beside it.
    pub when: When,
    #[serde(default, skip_serializing)]
    kinds: Vec<ClaimKind>,
}

/// A list whose values are told by their position.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct PositionList {
    /// The list.
    pub path: String,
    /// Its positions that are used.
    pub positions: Vec<PositionName>,
}

/// One position of a list.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct PositionName {
    /// The position, from 1.
    pub position: u32,
    /// What it is for.
    pub name: String,
    /// Whether a number stands there; else a code.
    pub number: bool,
}

/// What a claim comes to.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct ClaimTotals {
    /// The charges of its lines, which its own charge has to be.
    pub charge_amount: Money,
}

/// What a page offers for claims of a kind.
///
/// ```
/// use superbill::model::ClaimKind;
/// let entry = superbill::claim_entry(ClaimKind::Professional);
/// let note = entry.choices.iter().find(|list| list.path == "notes[].kind");
/// assert_eq!(note.map(|list| list.codes[0].0.as_str()), Some("ADD"));
/// assert_eq!(entry.blank["claims"][0]["kind"], "professional");
/// ```
#[must_use]
pub fn claim_entry(kind: ClaimKind) -> ClaimEntry {
    let data: Data = serde_json::from_str(DATA).unwrap_or_default();
    let of = |kinds: &[ClaimKind]| kinds.is_empty() || kinds.contains(&kind);
    let guide = superbill_guides::find(version(kind), "837");
    let rows = data.choices.iter().filter(|row| of(&row.kinds));
    let positions = data.positions.iter().filter_map(|row| {
        let positions = positions(guide?, &row.at);
        (!positions.is_empty()).then(|| PositionList { path: row.path.clone(), positions })
    });
    ClaimEntry {
        blank: data.blank.get(name(kind)).cloned().unwrap_or_default(),
        choices: rows.flat_map(|row| lists(row, guide)).collect(),
        positions: positions.collect(),
        pointed: data.pointed,
        entries: data.entries.into_iter().filter(|entry| of(&entry.kinds)).collect(),
        asked: data.asked.into_iter().filter(|asked| of(&asked.kinds)).collect(),
    }
}

/// What each claim of a batch comes to. A charge that is no amount counts nothing.
///
/// ```
/// let batches = superbill::import(br#"{"claims": [{"lines": [{"chargeAmount": "90.10"}, {"chargeAmount": "5"}]}]}"#)?;
/// let totals = superbill::claim_totals(&batches.batches[0]);
/// assert_eq!(totals[0].charge_amount.to_string(), "95.10");
/// # Ok::<(), superbill::NotImported>(())
/// ```
#[must_use]
pub fn claim_totals(batch: &ClaimBatch) -> Vec<ClaimTotals> {
    let total = |claim: &Claim| ClaimTotals {
        charge_amount: claim.lines.iter().filter_map(|line| line.charge_amount).sum(),
    };
    batch.claims.iter().map(total).collect()
}

/// `data/claim-entry.json`.
#[derive(Default, Deserialize)]
struct Data {
    blank: serde_json::Map<String, serde_json::Value>,
    entries: Vec<BlankEntry>,
    choices: Vec<ChoiceRow>,
    asked: Vec<Asked>,
    positions: Vec<PositionRow>,
    pointed: Vec<String>,
}

#[derive(Deserialize)]
struct ChoiceRow {
    path: String,
    #[serde(default)]
    kinds: Vec<ClaimKind>,
    /// Where the guide lists the codes: loop, segment, and element with its component: `2300/CLM/11-1`.
    at: Option<String>,
    /// A field beside it whose value tells which segment is meant, and its element: `category/01`.
    by: Option<String>,
    /// Codes that come first, in these words; all there are, where the guide lists none.
    #[serde(default)]
    words: Vec<(String, String)>,
}

#[derive(Deserialize)]
struct PositionRow {
    path: String,
    at: String,
}

/// The codes of a field: one list, or one for each value of the field that tells which.
fn lists(row: &ChoiceRow, guide: Option<&Guide>) -> Vec<ChoiceList> {
    let list = |when, codes| ChoiceList { path: row.path.clone(), when, codes };
    let Some(at) = &row.at else { return vec![list(None, row.words.clone())] };
    let Some((segments, element)) = guide.and_then(|guide| found(guide, at)) else {
        return Vec::new();
    };
    let groups: Vec<(Option<When>, &[SegmentDef<'_>])> = match &row.by {
        None => vec![(None, &segments[..])],
        Some(by) => {
            let (path, at) = by.split_once('/').unwrap_or((by, "01"));
            let when = |one: &SegmentDef<'_>| When {
                path: path.to_owned(),
                is: codes(one, place(at)).into_iter().map(|(code, _)| code).collect(),
            };
            segments.iter().map(|one| (Some(when(one)), core::slice::from_ref(one))).collect()
        }
    };
    let groups = groups.into_iter().map(|(when, of)| list(when, worded(row, of, element)));
    groups.filter(|list| !list.codes.is_empty()).collect()
}

/// The codes of an element of some segments, each once, in the words of the row where it has them.
fn worded(
    row: &ChoiceRow,
    segments: &[SegmentDef<'_>],
    element: (usize, usize),
) -> Vec<(String, String)> {
    let mut all: Vec<(String, String)> = Vec::new();
    for segment in segments {
        let listed = codes(segment, element);
        // A segment for one code alone is called what the code stands for.
        let own = listed.len() == 1 && segments.len() > 1;
        for (code, meaning) in listed {
            if !all.iter().any(|(known, _)| *known == code) {
                let meaning = if own { segment.name() } else { meaning.unwrap_or_default() };
                all.push((code, meaning.to_owned()));
            }
        }
    }
    let is_listed = |(code, _): &&(String, String)| all.iter().any(|(known, _)| known == code);
    let mut out: Vec<_> = row.words.iter().filter(is_listed).cloned().collect();
    all.retain(|(code, _)| !row.words.iter().any(|(known, _)| known == code));
    out.append(&mut all);
    out
}

fn codes<'l>(
    segment: &SegmentDef<'l>,
    (element, component): (usize, usize),
) -> Vec<(String, Option<&'l str>)> {
    segment.codes(element, component)
}

/// The segments and the element of `2300/CLM/11-1`.
fn found<'l>(guide: &'l Guide, at: &str) -> Option<(Vec<SegmentDef<'l>>, (usize, usize))> {
    let mut parts = at.split('/');
    let segments = library().segments(guide, parts.next()?, parts.next()?);
    Some((segments, parts.next().map_or((0, 0), place)))
}

/// Element and component of `11-1`.
fn place(text: &str) -> (usize, usize) {
    let (element, component) = text.split_once('-').unwrap_or((text, "0"));
    (element.parse().unwrap_or(0), component.parse().unwrap_or(0))
}

fn positions(guide: &Guide, at: &str) -> Vec<PositionName> {
    let Some((segments, _)) = found(guide, at) else { return Vec::new() };
    let Some(segment) = segments.first() else { return Vec::new() };
    let used = (1..=MOST_ELEMENTS).filter_map(|position| {
        let (name, kind) = segment.element(position as usize, 0)?;
        let number = matches!(kind, Kind::Decimal | Kind::Amount | Kind::Integer);
        Some(PositionName { position, name: name.to_owned(), number })
    });
    used.collect()
}

fn version(kind: ClaimKind) -> &'static str {
    match kind {
        ClaimKind::Professional => "005010X222",
        ClaimKind::Institutional => "005010X223",
        ClaimKind::Dental => "005010X224",
    }
}

fn name(kind: ClaimKind) -> &'static str {
    match kind {
        ClaimKind::Professional => "professional",
        ClaimKind::Institutional => "institutional",
        ClaimKind::Dental => "dental",
    }
}

/// More elements than any segment has.
const MOST_ELEMENTS: u32 = 32;

const DATA: &str = include_str!("../data/claim-entry.json");
