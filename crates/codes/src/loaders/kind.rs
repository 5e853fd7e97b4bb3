//! Kinds of tables: what is in this file?

use super::{LoadOptions, TableFile, Wrong, columns, fees, fixed, lines, text};
use crate::CodeSystem;

/// What a file is, and of which list where that can be told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// NCCI pairs.
    Pairs,
    /// NCCI unit limits.
    Units,
    /// NCCI add-ons.
    AddOns,
    /// Relative values of the Medicare fee schedule.
    Values,
    /// Indices of its localities.
    Localities,
    /// A practice's own fees.
    Amounts,
    /// The CMS alpha-numeric file.
    Fixed(CodeSystem),
    /// A list with columns.
    Columns(Option<CodeSystem>),
    /// CPT codes that ended.
    Ended,
    /// A list by lines.
    Lines(CodeSystem),
}

impl Kind {
    pub(super) fn system(self) -> Option<CodeSystem> {
        match self {
            Self::Fixed(system) | Self::Lines(system) => Some(system),
            Self::Columns(system) => system,
            Self::Ended => Some(CodeSystem::Cpt),
            Self::Pairs | Self::Units | Self::AddOns => None,
            Self::Values | Self::Localities | Self::Amounts => None,
        }
    }

    /// Whether two files are parts of one table.
    pub(super) fn goes_with(self, other: Self) -> bool {
        let of_medicare = |it| matches!(it, Self::Values | Self::Localities);
        self == other
            || (of_medicare(self) && of_medicare(other))
            || (self.system().is_some() && self.system() == other.system())
    }
}

pub(super) fn of(file: &TableFile<'_>, options: &LoadOptions) -> Result<Kind, Wrong> {
    if file.bytes.starts_with(b"PK\x03\x04") || file.bytes.starts_with(&[0xd0, 0xcf, 0x11, 0xe0]) {
        return Err(Wrong::Packed);
    }
    let head = text::head(file.bytes);
    let small = head.to_ascii_lowercase();
    // In one line: the header of each table has words that no other line has together.
    let says =
        |words: &[&str]| small.lines().any(|line| words.iter().all(|word| line.contains(word)));
    if says(&["column 1", "column 2"]) {
        return Ok(Kind::Pairs);
    }
    if says(&["mue", "adjudication indicator"]) {
        return Ok(Kind::Units);
    }
    if says(&["add-on", "code", "primary"]) {
        return Ok(Kind::AddOns);
    }
    if says(&["hcpcs", "mod", "rvu"]) {
        return Ok(Kind::Values);
    }
    if says(&["locality", "gpci"]) {
        return Ok(Kind::Localities);
    }
    if says(&["physician fee schedule"])
        || says(&["locality", "anes"])
        || says(&["mod", "locality"])
    {
        return Err(Wrong::Fees);
    }
    if options.system.is_none() && fees::is_schedule(&head) {
        return Ok(Kind::Amounts);
    }
    let asked = options.system;
    let first = head.lines().find(|line| !line.trim().is_empty()).unwrap_or_default();
    if fixed::fits(first) {
        return Ok(Kind::Fixed(asked.unwrap_or(CodeSystem::Hcpcs)));
    }
    let header = columns::header(&head);
    let rows = |system: CodeSystem| head.lines().any(|line| lines::begins(line, system));
    let listed = [CodeSystem::Cpt, CodeSystem::Modifier].into_iter().filter(|it| rows(*it));
    let by_lines = asked.filter(|it| rows(*it)).or_else(|| listed.clone().next());
    match (header, by_lines) {
        (Some(header), _) if header.ended => Ok(Kind::Ended),
        (Some(header), _) => Ok(Kind::Columns(asked.or(header.system))),
        (None, Some(system)) => Ok(Kind::Lines(asked.unwrap_or(system))),
        (None, None) => Err(Wrong::Unknown),
    }
}
