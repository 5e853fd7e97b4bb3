//! Answers about a code: is it in effect, what does it mean, and what is said beside it?

use serde::{Deserialize, Serialize};
use superbill_types::Date;

use crate::CodeSystem;

/// Whether a code can be billed on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
#[non_exhaustive]
pub enum CodeStatus {
    /// Listed, in effect that day, and complete.
    Valid,
    /// Listed and in effect, but a heading: one of the codes below it has to be used.
    Header,
    /// Listed, but not in effect that day.
    NotInEffect {
        /// First day of the period nearest to the day asked for; none where the list does not say.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        from: Option<Date>,
        /// Last day of that period; none while it lasts.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        to: Option<Date>,
    },
    /// Not in the list. How much that says depends on the age of the list: see [`PackInfo::as_of`].
    Unknown,
    /// No list is there to ask. Never the same as valid: say "not checked".
    NotLoaded,
}

impl CodeStatus {
    /// Whether it is [`CodeStatus::Valid`].
    #[must_use]
    pub fn is_valid(self) -> bool {
        self == Self::Valid
    }

    /// Whether a list answered and the answer is that the code cannot be billed that day.
    #[must_use]
    pub fn is_refused(self) -> bool {
        matches!(self, Self::Header | Self::NotInEffect { .. } | Self::Unknown)
    }
}

/// What a list says of one code, as of a day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct CodeEntry {
    /// The list.
    pub system: CodeSystem,
    /// The code as it stands on a claim: no dot.
    pub code: String,
    /// The code as people write it: with the dot, where the list has one.
    pub shown: String,
    /// What it means; empty where the list came without words.
    pub description: String,
    /// Whether it can be billed on the day asked for.
    pub status: CodeStatus,
    /// Marks in force on that day.
    pub flags: CodeFlags,
    /// First day of the period that day is in, or of the nearest; none where the list does not say.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<Date>,
    /// Last day of that period; none while it lasts.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub to: Option<Date>,
    /// The code above it, where the list has levels and this is not the highest.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub parent: Option<String>,
}

/// Marks a list puts on a code. Those of diagnoses are of the Medicare Code Editor.
#[derive(Clone, Copy, Default, PartialEq, Eq, Hash)]
pub struct CodeFlags(pub(crate) u32);

/// Names the flags once: constant, bit, name in data files and in JSON, meaning.
macro_rules! flags {
    ($($(#[$doc:meta])* $constant:ident = $bit:literal, $name:literal;)*) => {
        impl CodeFlags {
            $($(#[$doc])* pub const $constant: Self = Self(1 << $bit);)*

            /// Every flag with its name.
            pub const NAMED: &[(Self, &'static str)] = &[$((Self::$constant, $name)),*];
        }
    };
}

flags! {
    /// Only for a newborn: age 0.
    NEWBORN = 0, "newborn";
    /// Only for a child: age 0 to 17.
    PEDIATRIC = 1, "pediatric";
    /// Only in the years of maternity: see [`CodeFlags::ages`].
    MATERNITY = 2, "maternity";
    /// Only for an adult: age 15 to 124.
    ADULT = 3, "adult";
    /// Only for a woman. The editor stopped asking on 2024-10-01, and so do the flags.
    FEMALE = 4, "female";
    /// Only for a man. As above.
    MALE = 5, "male";
    /// A manifestation: its cause comes first, so it is never the principal diagnosis.
    MANIFESTATION = 6, "manifestation";
    /// An external cause: says how it happened, never the principal diagnosis.
    EXTERNAL_CAUSE = 7, "external-cause";
    /// Not acceptable as the principal diagnosis of an inpatient stay.
    UNACCEPTABLE_PRINCIPAL = 8, "unacceptable-principal";
    /// Acceptable as principal only with a secondary diagnosis beside it.
    REQUIRES_SECONDARY = 9, "requires-secondary";
    /// Unspecified where a more specific code exists (side, above all).
    UNSPECIFIED = 10, "unspecified";
    /// Seldom enough reason for an inpatient stay.
    QUESTIONABLE_ADMISSION = 11, "questionable-admission";
    /// A wrong procedure was done: never paid.
    WRONG_PROCEDURE = 12, "wrong-procedure";
    /// Not covered by Medicare.
    NONCOVERED = 13, "noncovered";
    /// Covered by Medicare in limited circumstances.
    LIMITED_COVERAGE = 14, "limited-coverage";
    /// A remark that tells something and explains no reduction.
    ALERT = 15, "alert";
}

impl CodeFlags {
    /// No flag.
    pub const NONE: Self = Self(0);

    /// Whether every flag of `other` is among these.
    #[must_use]
    pub const fn has(self, other: Self) -> bool {
        self.0 & other.0 == other.0
    }

    /// These and those.
    #[must_use]
    pub const fn with(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// The flag of this name.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        Self::NAMED.iter().find(|(_, it)| *it == name).map(|(flag, _)| *flag)
    }

    /// The names of these flags.
    pub fn names(self) -> impl Iterator<Item = &'static str> {
        Self::NAMED.iter().filter(move |(flag, _)| self.has(*flag)).map(|(_, name)| *name)
    }

    /// The ages, in whole years, that the flags allow on a day; none where they allow any. Where a code
    /// has more than one of them, any will do (Medicare Code Editor: newborn 0; pediatric 0-17;
    /// maternity 9-64, before 2019-10-01 12-55; adult 15-124).
    ///
    /// ```
    /// use superbill_codes::CodeFlags;
    /// use superbill_types::Date;
    ///
    /// let day = Date::new(2026, 11, 23).ok_or("a day")?;
    /// assert_eq!(CodeFlags::MATERNITY.ages(day), Some((9, 64)));
    /// assert_eq!(CodeFlags::NONE.ages(day), None);
    /// # Ok::<(), &str>(())
    /// ```
    #[must_use]
    pub fn ages(self, on: Date) -> Option<(u16, u16)> {
        let wide = Date::new(2019, 10, 1).is_some_and(|day| on >= day);
        let bands = [
            (Self::NEWBORN, (0, 0)),
            (Self::PEDIATRIC, (0, 17)),
            (Self::MATERNITY, if wide { (9, 64) } else { (12, 55) }),
            (Self::ADULT, (15, 124)),
        ];
        let bands = bands.into_iter().filter(|(flag, _)| self.has(*flag)).map(|(_, band)| band);
        bands.reduce(|a, b| (a.0.min(b.0), a.1.max(b.1)))
    }
}

impl core::fmt::Debug for CodeFlags {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.debug_set().entries(self.names()).finish()
    }
}

impl Serialize for CodeFlags {
    fn serialize<S: serde::Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.collect_seq(self.names())
    }
}

impl<'de> Deserialize<'de> for CodeFlags {
    /// Reads names; one that this edition does not know is passed over.
    fn deserialize<D: serde::Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let names = Vec::<String>::deserialize(from)?;
        let flags = names.iter().filter_map(|name| Self::named(name));
        Ok(flags.fold(Self::NONE, Self::with))
    }
}

/// What a note beside a code says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum NoteKind {
    /// Never coded together with what it names.
    Excludes1,
    /// Not part of this code; both may be coded where the patient has both.
    Excludes2,
    /// The cause is coded first.
    CodeFirst,
    /// Another code is added where it applies.
    UseAdditional,
    /// Another code may be needed, in either order.
    CodeAlso,
    /// What the code takes in.
    Includes,
    /// A term that leads to this code.
    Inclusion,
    /// A seventh character the codes below take: the character, a blank, its meaning.
    SeventhCharacter,
    /// The codes that took a retired code's place, a blank between them.
    ReplacedBy,
    /// Any other.
    Other,
}

/// A note beside a code, or beside a code, block or chapter above it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Note {
    /// What it says.
    pub kind: NoteKind,
    /// Where it stands: a code (`E11`), a block (`E08-E13`) or a chapter (`4`).
    pub at: String,
    /// The list's own words.
    pub text: String,
}

/// A block or chapter of a list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Section {
    /// Its first and last category: `E08-E13`.
    pub at: String,
    /// What it is about.
    pub title: String,
    /// How many sections it is in: 0 for a chapter.
    pub depth: u32,
}

/// What a table is: name, edition, how old.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct PackInfo {
    /// The pack's name: `icd10cm`, `hcpcs`, `cpt`, `cpt-modifier`... Loading a name again replaces it.
    pub name: String,
    /// The list its codes are of.
    pub system: CodeSystem,
    /// The edition in its owner's words: `FY2027`, `2026 Q3`.
    pub edition: String,
    /// The day up to which its owner's changes are in it. Judge an unknown code softer for later days.
    pub as_of: Date,
    /// The day from which it is complete: codes that ended before are not in it. Judge an unknown code softer
    /// for earlier days. None where it lists all there ever were, or nothing is told.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub since: Option<Date>,
    /// Where it came from, under which licence.
    pub source: String,
    /// How many codes it lists, headings and retired ones included.
    pub codes: u32,
    /// Whether it is part of this library rather than loaded.
    pub bundled: bool,
}

impl PackInfo {
    /// Whether its silence about a code on a day says that there is none.
    #[must_use]
    pub fn covers(&self, on: Date) -> bool {
        on <= self.as_of && self.since.is_none_or(|since| since <= on)
    }
}

/// Why bytes are no pack that can be used.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum BadPack {
    /// It does not begin as a pack begins.
    NotAPack,
    /// It is of a format this library does not read; build it again, or update the library.
    Version {
        /// The format it is of.
        found: u16,
    },
    /// It ends before it should.
    Truncated,
    /// Its checksum is wrong: bytes changed on the way.
    Damaged,
    /// The checksum holds, but what it frames does not fit together.
    Malformed,
    /// It is of a list this library does not know.
    UnknownSystem,
}

impl core::fmt::Display for BadPack {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        match self {
            Self::NotAPack => f.write_str("not a code pack"),
            Self::Version { found } => {
                write!(f, "a code pack of format {found}, which this version does not read")
            }
            Self::Truncated => f.write_str("a code pack that ends too early; fetch it again"),
            Self::Damaged => f.write_str("a damaged code pack; fetch it again"),
            Self::Malformed => {
                f.write_str("a code pack that does not fit together; build it again")
            }
            Self::UnknownSystem => f.write_str("a code pack of a list this version does not know"),
        }
    }
}

impl core::error::Error for BadPack {}
