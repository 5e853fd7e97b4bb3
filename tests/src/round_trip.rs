//! Round trips: does a remittance survive being written and read, and a file being read and written?

use std::fmt;

use proptest::collection::vec;
use proptest::prelude::*;
use superbill_exchange::remittance::{Envelope, write};
use superbill_model::Remittance;
use superbill_x12::Delimiters;

use crate::generate::{Choices, remittance};
use crate::reading::read;

/// Bytes that a record is drawn from.
#[derive(Clone)]
pub(crate) struct Seed(Vec<u8>);

impl Seed {
    pub(crate) fn choices(&self) -> Choices<'_> {
        Choices::new(&self.0)
    }
}

impl fmt::Debug for Seed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} bytes", self.0.len())
    }
}

/// Enough for a few claims.
pub(crate) fn seed() -> impl Strategy<Value = Seed> {
    vec(any::<u8>(), 0..4000).prop_map(Seed)
}

/// The bytes of one file that holds these remittances.
pub(crate) fn file(remittances: &[Remittance]) -> Vec<u8> {
    write(remittances, &Envelope::default()).expect("generated text holds no separator")
}

proptest! {
    #[test]
    fn what_is_written_is_read_back(seed in seed(), second in seed()) {
        let mut models = vec![remittance(&mut seed.choices())];
        models.push(remittance(&mut second.choices()));
        models[1].control_number = format!("{}2", models[1].control_number).into();
        let bytes = file(&models);
        let reading = read(&bytes).expect("it was written");
        prop_assert_eq!(difference(&models, &reading.remittances), None);
        prop_assert_eq!(&reading.remittances, &models);
        // A canonical file is written as it was read.
        prop_assert_eq!(file(&reading.remittances), bytes);
    }

    #[test]
    fn any_separators_do(seed in seed(), pick in 0_usize..4) {
        let delimiters = [
            Delimiters { element: 0x1d, component: 0x1f, repetition: Some(0x1e), segment: 0x1c },
            Delimiters { element: b'*', component: b':', repetition: Some(b'^'), segment: b'\n' },
            Delimiters { element: b'^', component: b'*', repetition: Some(b'~'), segment: b':' },
            Delimiters { element: 0x07, component: b'~', repetition: Some(b'\t'), segment: b'\r' },
        ][pick];
        let mut model = remittance(&mut seed.choices());
        strip_others(&mut model);
        let envelope = Envelope { delimiters, ..Envelope::default() };
        let bytes = write(&[model.clone()], &envelope).expect("no separator");
        let reading = read(&bytes).expect("it was written");
        prop_assert_eq!(difference(&[model], &reading.remittances), None);
    }

    #[test]
    fn a_separator_in_a_value_is_refused(seed in seed(), which in 0_usize..4) {
        let mut model = remittance(&mut seed.choices());
        model.payee.name = Some(format!("A{}B", ['*', ':', '^', '~'][which]).into());
        prop_assert!(write(&[model], &Envelope::default()).is_err());
    }
}

#[test]
fn generated_remittances_are_varied() {
    let mut state = 1_u32;
    let mut byte = || {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        (state >> 24) as u8
    };
    let seeds: Vec<Vec<u8>> = (0..200).map(|_| (0..3000).map(|_| byte()).collect()).collect();
    let all: Vec<_> = seeds.iter().map(|seed| remittance(&mut Choices::new(seed))).collect();
    let claims: Vec<_> = all.iter().flat_map(Remittance::claims).collect();
    let lines: Vec<_> = claims.iter().flat_map(|claim| &claim.services).collect();
    let pairs = |one: &&Remittance| {
        let mut segments = one.provider_adjustments.chunk_by(|a, b| a.segment == b.segment);
        segments.any(|pairs| pairs.len() == 6)
    };
    for (what, count, least) in [
        ("claims", claims.len(), 200),
        ("lines", lines.len(), 150),
        ("inpatient", claims.iter().filter(|claim| claim.inpatient.is_some()).count(), 50),
        ("bundled", lines.iter().filter(|line| line.submitted_procedure.is_some()).count(), 50),
        ("six pairs", all.iter().filter(pairs).count(), 20),
        (
            "gaps",
            lines.iter().flat_map(|l| &l.adjustments).filter(|a| a.empty_slots_before > 0).count(),
            20,
        ),
        ("kept", lines.iter().filter(|line| !line.other_segments.is_empty()).count(), 20),
    ] {
        assert!(count >= least, "{what}: {count}");
    }
}

/// The first line of their JSON that differs, with the three before it.
fn difference(left: &[Remittance], right: &[Remittance]) -> Option<String> {
    let text = |of| serde_json::to_string_pretty(of).expect("a record is JSON");
    let (left, right) = (text(left), text(right));
    let (left, right): (Vec<_>, Vec<_>) = (left.lines().collect(), right.lines().collect());
    let at = (0..left.len().max(right.len())).find(|&n| left.get(n) != right.get(n))?;
    let around =
        |of: &[&str]| of[at.saturating_sub(3).min(of.len())..(at + 3).min(of.len())].join("\n");
    Some(format!("written:\n{}\nread:\n{}", around(&left), around(&right)))
}

/// Kept segments are in the separators of the file they came from.
fn strip_others(model: &mut Remittance) {
    model.other_segments.clear();
    for claim in model.groups.iter_mut().flat_map(|group| &mut group.claims) {
        claim.other_segments.clear();
        claim.services.iter_mut().for_each(|line| line.other_segments.clear());
    }
}
