//! Calendar: can these days follow each other?

mod accident_after_service;
mod accident_cause_unknown;
mod accident_date_missing;
mod accident_place_missing;
mod admission_date_missing;
mod birth_date_impossible;
mod date_before_1900;
mod date_range_reversed;
mod date_unreadable;
mod death_date_impossible;
mod discharge_before_admission;
mod event_in_future;
mod filing_limit_passed;
mod onset_after_service;
mod outpatient_line_date_missing;
mod service_after_death;
mod service_before_birth;
mod service_date_missing;
mod service_in_future;
mod service_outside_statement;
mod statement_dates_missing;

use superbill_types::{Date, DateValue};

use crate::{Case, Edit};

/// All of them.
pub(crate) static EDITS: &[&Edit] = &[
    &date_unreadable::EDIT,
    &date_before_1900::EDIT,
    &date_range_reversed::EDIT,
    &service_date_missing::EDIT,
    &service_in_future::EDIT,
    &event_in_future::EDIT,
    &birth_date_impossible::EDIT,
    &death_date_impossible::EDIT,
    &service_before_birth::EDIT,
    &service_after_death::EDIT,
    &accident_date_missing::EDIT,
    &accident_after_service::EDIT,
    &accident_place_missing::EDIT,
    &onset_after_service::EDIT,
    &admission_date_missing::EDIT,
    &discharge_before_admission::EDIT,
    &statement_dates_missing::EDIT,
    &service_outside_statement::EDIT,
    &outpatient_line_date_missing::EDIT,
    &filing_limit_passed::EDIT,
    &accident_cause_unknown::EDIT,
];

/// The day the batch is sent, else today.
fn sent_day(case: &Case<'_>) -> Date {
    case.batch().date.as_ref().and_then(DateValue::day).unwrap_or(case.today())
}

/// The same day of a later year; for the 29 of February, in a year without it, the 28 (42 CFR 424.44).
fn years_later(day: Date, years: i32) -> Option<Date> {
    let (year, month, of_month) = day.parts();
    let later = year.checked_add(years)?;
    Date::new(later, month, of_month).or_else(|| Date::new(later, month, 28))
}
