//! Claims: what could a clinic, a hospital or a dentist bill?
//!
//! Made-up claims from a seed, all sound: numbers have their check digits, lines add up, dates follow each other,
//! and each keeps to its guide. They have what usual claims have and, now and then, what few have.

mod dental;
mod institutional;
mod maker;
mod professional;
mod who;

use superbill_guides::generate::Random;
use superbill_model::{Claim, ClaimBatch, ClaimKind, ServiceLine};
use superbill_types::Money;

use self::maker::Maker;

/// A batch of one to six claims of one kind, under one or two billing providers.
///
/// ```
/// use superbill_simulator::claims;
/// assert_eq!(claims::random(7), claims::random(7));
/// assert!(claims::random(7) != claims::random(8));
/// ```
#[must_use]
pub fn random(seed: u64) -> ClaimBatch {
    let kinds = [
        ClaimKind::Professional,
        ClaimKind::Institutional,
        ClaimKind::Dental,
        ClaimKind::Professional,
    ];
    let kind = Random::new(seed).pick(&kinds).copied().unwrap_or_default();
    random_of(kind, seed)
}

/// A batch of one to six claims of this kind.
#[must_use]
pub fn random_of(kind: ClaimKind, seed: u64) -> ClaimBatch {
    let mut maker = Maker::new(seed);
    let mut claims = Vec::new();
    for _ in 0..maker.random.between(1, 2) {
        let billing = maker.billing_provider(kind);
        for _ in 0..maker.random.between(1, 3) {
            claims.push(Claim { billing_provider: billing.clone(), ..one(kind, &mut maker) });
        }
    }
    ClaimBatch {
        submitter: maker.submitter(),
        receiver: maker.receiver(),
        claims,
        ..ClaimBatch::default()
    }
}

fn one(kind: ClaimKind, maker: &mut Maker) -> Claim {
    let mut claim = maker.claim(kind);
    match kind {
        ClaimKind::Professional => professional::fill(&mut claim, maker),
        ClaimKind::Institutional => institutional::fill(&mut claim, maker),
        ClaimKind::Dental => dental::fill(&mut claim, maker),
    }
    // A line may be free of charge, a claim is not.
    if total(&claim.lines).is_zero()
        && let Some(first) = claim.lines.first_mut()
    {
        first.charge_amount = Some(maker.dollars(40, 400));
    }
    claim.charge_amount = Some(total(&claim.lines));
    claim
}

fn total(lines: &[ServiceLine]) -> Money {
    lines.iter().filter_map(|line| line.charge_amount).sum()
}
