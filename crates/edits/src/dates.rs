//! Dates of a claim: which days were services given on?
//!
//! `472` is a service; an institutional claim's statement period is `434`.

use superbill_model::{Claim, ClaimDate, ServiceLine};
use superbill_types::{Date, DateValue};

/// The first date of this kind.
#[must_use]
pub fn date<'a>(dates: &'a [ClaimDate], qualifier: &str) -> Option<&'a ClaimDate> {
    dates.iter().find(|date| date.qualifier == qualifier)
}

/// The first and last day of the first date of this kind; one day is both.
#[must_use]
pub fn span(dates: &[ClaimDate], qualifier: &str) -> Option<(Date, Date)> {
    let date = date(dates, qualifier)?;
    let from = date.from.as_ref().and_then(DateValue::day)?;
    let to = date.to.as_ref().and_then(DateValue::day).unwrap_or(from);
    Some((from, to))
}

/// The day, or first day, of the first date of this kind.
#[must_use]
pub fn day(dates: &[ClaimDate], qualifier: &str) -> Option<Date> {
    date(dates, qualifier)?.from.as_ref()?.day()
}

/// First and last day of a line's service, else those of its claim.
#[must_use]
pub fn of_line(line: &ServiceLine, claim: &Claim) -> Option<(Date, Date)> {
    span(&line.dates, "472").or_else(|| told(claim))
}

/// First and last day of all services of a claim.
#[must_use]
pub fn of_claim(claim: &Claim) -> Option<(Date, Date)> {
    let lines = claim.lines.iter().filter_map(|line| span(&line.dates, "472"));
    lines.chain(told(claim)).reduce(|a, b| (a.0.min(b.0), a.1.max(b.1)))
}

/// First day of service of a claim.
#[must_use]
pub fn first_service(claim: &Claim) -> Option<Date> {
    of_claim(claim).map(|(from, _)| from)
}

/// What is told for the claim as a whole.
fn told(claim: &Claim) -> Option<(Date, Date)> {
    span(&claim.dates, "472").or_else(|| span(&claim.dates, "434"))
}
