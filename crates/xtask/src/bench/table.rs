//! The table of the bench: what was measured, what is the aim, and was it reached?

use std::fmt::Write;

use super::Measures;
use super::sections::SECTIONS;

/// The table for a terminal.
pub(super) fn text(measures: &Measures, machine: &[String]) -> String {
    let mut out = machine.join("\n");
    for section in SECTIONS {
        let _ = writeln!(out, "\n\n{}", section.title);
        for row in section.rows {
            let [label, median, best, aim, reached] = row.cells(measures);
            let _ = write!(out, "\n  {label:<58}{median:>12}{best:>12}{aim:>12}  {reached}");
        }
    }
    out
}

/// The page of `www/docs`.
pub(super) fn page(measures: &Measures, machine: &[String], notes: &str) -> String {
    let mut out = HEAD.to_owned();
    for line in machine {
        let _ = writeln!(out, "- {line}");
    }
    for section in SECTIONS {
        let _ = write!(out, "\n## {}\n\n{}\n\n", section.title, section.about);
        out.push_str("| | median | best | aim | reached |\n|---|--:|--:|--:|---|\n");
        for row in section.rows {
            let _ = writeln!(out, "| {} |", row.cells(measures).join(" | "));
        }
    }
    if !notes.is_empty() {
        let _ = write!(out, "\n{notes}");
    }
    out
}

pub(super) struct Section {
    pub(super) title: &'static str,
    pub(super) about: &'static str,
    pub(super) rows: &'static [Row],
}

pub(super) struct Row {
    label: &'static str,
    of: Of,
    unit: Unit,
    aim: Aim,
}

/// Where a row's number comes from.
pub(super) enum Of {
    /// A measure by its name.
    Measure(&'static str),
    /// How many times the first is the second.
    Ratio(&'static str, &'static str),
}

#[derive(Clone, Copy, PartialEq)]
pub(super) enum Unit {
    Rate,
    Microseconds,
    Milliseconds,
    Seconds,
    Megabytes,
    Kilobytes,
    Times,
}

#[derive(Clone, Copy)]
pub(super) enum Aim {
    None,
    AtLeast(f64),
    AtMost(f64),
}

use Aim::{AtLeast, AtMost};
use Of::{Measure, Ratio};
use Unit::{Kilobytes, Megabytes, Microseconds, Milliseconds, Rate, Seconds, Times};

pub(super) const fn row(label: &'static str, of: Of, unit: Unit, aim: Aim) -> Row {
    Row { label, of, unit, aim }
}

impl Row {
    /// Label, median, best, aim, and whether the median reached it.
    fn cells(&self, measures: &Measures) -> [String; 5] {
        let more = matches!(self.unit, Rate) || matches!(self.aim, AtLeast(_));
        let (median, best) = match self.of {
            Measure(name) => (measures.median(name), measures.best(name, more)),
            Ratio(of, to) => {
                let ratio = |a: Option<f64>, b: Option<f64>| Some(a? / b?);
                (ratio(measures.median(of), measures.median(to)), None)
            }
        };
        let show = |number: f64| self.unit.show(number);
        let reached = match (self.aim, median) {
            (Aim::None, _) | (_, None) => "",
            (AtLeast(aim), Some(found)) if found >= aim => "yes",
            (AtMost(aim), Some(found)) if found <= aim => "yes",
            _ => "no",
        };
        let aim = match self.aim {
            Aim::None => String::new(),
            AtLeast(aim) => format!("≥ {}", show(aim)),
            AtMost(aim) => format!("≤ {}", show(aim)),
        };
        let missing = "not installed".to_owned();
        let best = best.map(show).unwrap_or_default();
        [self.label.to_owned(), median.map_or(missing, show), best, aim, reached.to_owned()]
    }
}

impl Unit {
    fn show(self, number: f64) -> String {
        let digits = match number {
            100.0.. => 0,
            10.0.. => 1,
            _ => 2,
        };
        let name = match self {
            Rate => "MB/s",
            Microseconds => "µs",
            Milliseconds => "ms",
            Seconds => "s",
            Megabytes => "MB",
            Kilobytes => "kB",
            Times => return format!("{number:.digits$}×"),
        };
        format!("{number:.digits$} {name}")
    }
}

const HEAD: &str = "\
# Benchmarks

`cargo xtask bench --peers` measures all of this in one run and writes this page; `tests/bench` is
what it runs. The files are generated: balanced remittances (835), about 1,770 claims a megabyte,
and professional claims (837P), the same bytes on every machine. A megabyte is a million bytes of
input. Everything is one thread. Ratios between rows of one run mean more than the numbers.

";
