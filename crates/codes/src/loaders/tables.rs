//! NCCI tables: whose are they, and of which quarter?
//!
//! CMS writes the quarter in the files' names only, and whose a table of pairs is as well: `ccipra` for
//! practitioners, `ccioph` for hospitals. A table of unit limits says it in its header.

use super::kind::Kind;
use super::{BadTable, LoadOptions, TableFile, Wrong, bad, edition, text};
use crate::{BuildError, NcciBuilder, NcciSetting};

pub(super) fn pack(
    files: &[TableFile<'_>],
    kind: Kind,
    options: &LoadOptions,
) -> Result<Vec<u8>, BadTable> {
    let first = files[0];
    let whole = |what| bad::whole(&first, what);
    let quarter = edition::quarter_of(files, options).ok_or_else(|| whole(Wrong::NoQuarter))?;
    let builder = NcciBuilder::new(&quarter, &super::source(files));
    let builder = builder.ok_or_else(|| whole(Wrong::NoQuarter))?;
    if kind != Kind::Pairs
        && let Some(more) = files.get(1)
    {
        return Err(bad::whole(more, Wrong::Mixed));
    }
    let setting = || {
        let told = options.setting.or_else(|| setting_of(&first, kind));
        told.ok_or_else(|| whole(Wrong::NoSetting))
    };
    match kind {
        Kind::Units => {
            let pack = builder.unit_limits(setting()?, first.bytes);
            pack.map_err(|error| refused(&first, error))
        }
        Kind::AddOns => builder.add_ons(first.bytes).map_err(|error| refused(&first, error)),
        _ => {
            let setting = setting()?;
            let parts: Vec<&[u8]> = files.iter().map(|file| file.bytes).collect();
            builder.pairs(setting, &parts).map_err(|error| {
                // The error has the line; the part that has it fails by itself.
                let part = |file: &&TableFile<'_>| builder.pairs(setting, &[file.bytes]).is_err();
                refused(files.iter().find(part).unwrap_or(&first), error)
            })
        }
    }
}

fn setting_of(file: &TableFile<'_>, kind: Kind) -> Option<NcciSetting> {
    let told = match kind {
        Kind::Units => text::head(file.bytes),
        _ => bad::last(file.name).to_owned(),
    };
    let told = told.to_ascii_lowercase();
    let says = |words: &[&str]| words.iter().any(|word| told.contains(word));
    let of = [
        (NcciSetting::Practitioner, &["ccipra", "practitioner"][..]),
        (NcciSetting::OutpatientHospital, &["ccioph", "outpatient", "hospital"]),
        (NcciSetting::Equipment, &["dme", "equipment"]),
    ];
    of.into_iter().find(|(_, words)| says(words)).map(|(setting, _)| setting)
}

fn refused(file: &TableFile<'_>, error: BuildError) -> BadTable {
    match error {
        BuildError::Source(line) => BadTable { file: file.name.to_owned(), line, what: Wrong::Row },
        error => bad::whole(file, Wrong::Build(error)),
    }
}
