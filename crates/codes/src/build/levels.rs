//! Levels: when was a code a heading?

use super::{OPEN, PackRow};
use crate::pack::{History, Period};

/// The history of each row, in order of the codes.
pub(super) fn histories<'a>(rows: impl Iterator<Item = &'a PackRow>, levels: bool) -> Vec<History> {
    let rows: Vec<&PackRow> = rows.collect();
    let mut all: Vec<History> = rows.iter().map(|row| own(row, levels)).collect();
    if !levels {
        return all;
    }
    // From the last row to the first: a row's own and lower times are known before the row above asks.
    let mut times: Vec<Vec<(u32, u32)>> = all.iter().map(spans).collect();
    for row in (0..rows.len()).rev() {
        let below = rows[row + 1..].iter().take_while(|it| it.code.starts_with(&rows[row].code));
        let mut lower: Vec<(u32, u32)> = Vec::new();
        let mut next = row + 1;
        let end = row + 1 + below.count();
        while next < end {
            lower.extend(&times[next]);
            let top = &rows[next].code;
            next += rows[next..end].iter().take_while(|it| it.code.starts_with(top)).count();
        }
        let headings = without(&union(lower), &times[row]);
        let heading = |&(from, to): &(u32, u32)| Period { from, to, heading: true, flags: 0 };
        all[row].0.extend(headings.iter().map(heading));
        all[row].0.sort();
        times[row] = spans(&all[row]);
    }
    all
}

/// The periods a row came with; any time for a row without one, where that does not mean a heading.
fn own(row: &PackRow, levels: bool) -> History {
    let mut periods = row.periods.clone();
    if periods.is_empty() && !levels {
        periods.push(Period { from: 0, to: OPEN, heading: false, flags: 0 });
    }
    periods.sort();
    History(periods)
}

fn spans(history: &History) -> Vec<(u32, u32)> {
    union(history.0.iter().map(|period| (period.from, period.to)).collect())
}

/// Times put together where they touch.
fn union(mut times: Vec<(u32, u32)>) -> Vec<(u32, u32)> {
    times.sort_unstable();
    let mut out: Vec<(u32, u32)> = Vec::new();
    for (from, to) in times {
        match out.last_mut() {
            Some(last) if from <= after(last.1) => last.1 = last.1.max(to),
            _ => out.push((from, to)),
        }
    }
    out
}

/// `times` where none of `taken` is.
fn without(times: &[(u32, u32)], taken: &[(u32, u32)]) -> Vec<(u32, u32)> {
    let mut out = Vec::new();
    for &(mut from, to) in times {
        for &(start, end) in taken {
            if start > to || end < from {
                continue;
            }
            if start > from {
                out.push((from, before(start)));
            }
            from = after(end);
        }
        if from <= to {
            out.push((from, to));
        }
    }
    out
}

/// The day after, as ccyymmdd.
fn after(day: u32) -> u32 {
    shifted(day, 1)
}

/// The day before, as ccyymmdd.
fn before(day: u32) -> u32 {
    shifted(day, -1)
}

fn shifted(day: u32, by: i64) -> u32 {
    use superbill_types::Date;
    let date = Date::new((day / 10_000).cast_signed(), day / 100 % 100, day % 100);
    let Some(date) = date else { return if by > 0 { day.saturating_add(1) } else { day - 1 } };
    let days = date.days_since(Date::EPOCH) + by;
    let shifted = u64::try_from(days).ok().and_then(|days| Date::EPOCH.plus_days(days));
    shifted.map_or(day, crate::pack::number)
}
