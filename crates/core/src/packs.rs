//! Packs of a practice's own tables: how does a file of CPT or NCCI become a pack?

use superbill_codes::loaders::{self, BadTable, LoadOptions, TableFile};
use superbill_codes::{CodeSystem, NcciSetting};

/// What the files of a table do not say of themselves; all of it may be absent.
#[derive(Clone, Debug, Default)]
pub struct PackOptions {
    /// The list the codes are of (`cpt`, `revenue`...), or whose NCCI table it is (`practitioner`...).
    pub system: Option<String>,
    /// The edition: `2026`, `2026 Q4`, `FY2027`.
    pub edition: Option<String>,
    /// The day up to which the owner's changes are in it, `2026-11-23`; the edition's last day without it.
    pub on: Option<String>,
}

/// Why there is no pack.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum NotPacked {
    /// An option makes no sense.
    Misuse(&'static str),
    /// A file cannot be read.
    Table(BadTable),
}

impl core::fmt::Display for NotPacked {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        match self {
            Self::Misuse(why) => f.write_str(why),
            Self::Table(bad) => bad.fmt(f),
        }
    }
}

impl core::error::Error for NotPacked {}

/// The pack of a table, made from its files as their owner publishes them; see
/// [`superbill_codes::loaders`] for which. Load it with `CodeBooks::load`.
///
/// ```
/// use superbill::code_sets::loaders::TableFile;
/// use superbill::{PackOptions, make_pack};
///
/// let files = [TableFile { name: "SHORTU.txt", bytes: b"A notice\n\n90000 MADE UP\n" }];
/// let told = make_pack(&files, &PackOptions::default()).expect_err("no edition");
/// assert_eq!(told.to_string(), "SHORTU.txt: say which edition this is, such as 2026 or 2026 Q4");
/// let options = PackOptions { edition: Some("2026".to_owned()), ..PackOptions::default() };
/// assert!(make_pack(&files, &options)?.starts_with(b"SBCP"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Errors
/// An option that makes no sense, or the file and line that cannot be read.
pub fn make_pack(files: &[TableFile<'_>], options: &PackOptions) -> Result<Vec<u8>, NotPacked> {
    let named = options.system.as_deref();
    let system = named.and_then(CodeSystem::named);
    let setting = NcciSetting::ALL.into_iter().find(|setting| Some(setting.name()) == named);
    if named.is_some() && system.is_none() && setting.is_none() {
        return Err(NotPacked::Misuse(
            "there is no such code system; there are cpt, modifier, hcpcs, revenue and more",
        ));
    }
    let as_of = options.on.as_deref().map(str::parse).transpose();
    let as_of = as_of.map_err(|_| NotPacked::Misuse("a day must be written as 2026-11-23"))?;
    let options = LoadOptions { system, setting, edition: options.edition.clone(), as_of };
    loaders::load(files, &options).map_err(NotPacked::Table)
}
