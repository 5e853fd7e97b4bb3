//! Generated files: what does a clearinghouse's day look like, without anyone's data?
//!
//! Everyone in them is made up. A seed gives the same bytes on every machine. Sizes, the number of
//! segments a claim and the mix of adjustments follow what payers send: about 1,770 claims in a
//! megabyte of remittance.

mod claim;
mod drawn;
mod output;
mod random;
mod remittance;
mod words;

use std::io::{self, Write};

use output::Output;
use random::Random;

/// Which transaction set a file holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// 835, balanced at each level.
    Remittance,
    /// 837 professional.
    Claim,
    /// 837 professional, drawn from the table of its guide.
    Drawn,
}

impl Kind {
    /// By the name of its transaction set.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        match name {
            "835" => Some(Self::Remittance),
            "837" => Some(Self::Claim),
            "837-drawn" => Some(Self::Drawn),
            _ => None,
        }
    }

    /// The name of its transaction set.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Remittance => "835",
            Self::Claim => "837",
            Self::Drawn => "837-drawn",
        }
    }
}

/// A file of `size` bytes, give or take a claim.
#[must_use]
pub fn file(kind: Kind, size: u64) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(size as usize + 4_096);
    write(kind, size, &mut bytes).expect("memory takes every byte");
    bytes
}

/// Writes a file of one interchange to `sink`, set by set, so that any size takes little memory.
///
/// # Errors
/// Those of `sink`.
pub fn write(kind: Kind, size: u64, sink: &mut impl Write) -> io::Result<()> {
    const TRAILERS: u64 = 32;
    let mut output = Output::default();
    output.add(
        "ISA",
        &[
            &"00",
            &"          ",
            &"00",
            &"          ",
            &"ZZ",
            &"PAYERALPHA     ",
            &"ZZ",
            &"CLINICBETA     ",
            &"261102",
            &"0630",
            &"^",
            &"00501",
            &"000000417",
            &"0",
            &"T",
            &":",
        ],
    );
    let (group, guide) = match kind {
        Kind::Remittance => ("HP", "005010X221A1"),
        Kind::Claim | Kind::Drawn => ("HC", "005010X222A1"),
    };
    let header = ["PAYERALPHA", "CLINICBETA", "20261102", "0630", "417", "X", guide];
    output.begin("GS").element(&group);
    for text in &header {
        output.element(text);
    }
    output.end();

    let mut written = 0;
    let mut sets: u64 = 0;
    let mut remittances = remittance::Remittances::default();
    let mut claims = claim::Claims::default();
    let mut drawn = drawn::Drawn::default();
    loop {
        written += output.len();
        sink.write_all(output.bytes())?;
        output.clear();
        let room = size.saturating_sub(written + TRAILERS);
        if sets > 0 && room < LEAST_SET {
            break;
        }
        sets += 1;
        match kind {
            Kind::Remittance => remittances.set(sets, room, &mut output),
            Kind::Claim => claims.set(sets, room, &mut output),
            Kind::Drawn => drawn.set(sets, &mut output),
        }
    }
    output.add("GE", &[&sets, &"417"]);
    output.add("IEA", &[&"1", &"000000417"]);
    sink.write_all(output.bytes())
}

/// Bytes below which another set is not begun.
const LEAST_SET: u64 = 3_000;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_have_their_size_and_are_sound() {
        for kind in [Kind::Remittance, Kind::Claim] {
            for size in [10_000, 300_000] {
                let bytes = file(kind, size);
                let difference = (bytes.len() as u64).abs_diff(size);
                assert!(difference < 4_000, "{}: {difference} off {size}", kind.name());
                let report = superbill::validate(&bytes, &superbill::ValidateOptions::default());
                let findings = report.map(|report| report.findings).ok();
                assert_eq!(findings, Some(Vec::new()), "{}", kind.name());
            }
        }
    }

    #[test]
    fn drawn_claims_have_no_finding() {
        let bytes = file(Kind::Drawn, 300_000);
        assert!((bytes.len() as u64).abs_diff(300_000) < 30_000, "{}", bytes.len());
        let report = superbill::validate(&bytes, &superbill::ValidateOptions::default());
        assert_eq!(report.map(|report| report.findings).ok(), Some(Vec::new()));
    }

    #[test]
    fn remittances_balance_and_have_the_usual_number_of_claims() {
        let file = superbill::RemittanceFile::open(file(Kind::Remittance, 1_000_000));
        let counts =
            file.map(|file| (file.balanced(), (1_600..1_950).contains(&file.claim_count())));
        assert_eq!(counts.ok(), Some((true, true)));
    }

    #[test]
    fn the_same_size_gives_the_same_bytes() {
        assert_eq!(file(Kind::Claim, 50_000), file(Kind::Claim, 50_000));
    }
}
