//! Fee schedules: which columns are values, indices and amounts?
//!
//! - Relative values, as CMS publishes them (`PPRRVU<year>_<month>.csv`): lines of notice, names of columns over
//!   five lines, the last of which begins `HCPCS,MOD`, then a row for each procedure and component.
//! - Indices of localities (`GPCI<year>.csv`), beside them: contractor, state, number, name, three indices; notes of
//!   one field below.
//! - A practice's own schedule: text with columns and a header: code, amount, and where there are any modifier,
//!   first and last day.

use superbill_types::Money;

use super::columns::{SEPARATORS, plain};
use super::kind::Kind;
use super::text::{self, Records};
use super::{BadTable, LoadOptions, TableFile, Wrong, bad, edition};
use crate::fees::{LocalityRow, SetAmount, ValueRow, amounts, values};
use crate::frame::{Kind as Table, Title};

type Fields = Vec<String>;
type At = (usize, Wrong);

/// The pack of a schedule; `files` are its parts.
pub(super) fn pack(
    files: &[TableFile<'_>],
    kinds: &[Kind],
    options: &LoadOptions,
) -> Result<Vec<u8>, BadTable> {
    let first = files[0];
    let whole = |what| bad::whole(&first, what);
    let edition = edition::of(files, options).ok_or_else(|| whole(Wrong::NoEdition))?;
    let (mut rows, mut localities, mut set) = (Vec::new(), Vec::new(), Vec::new());
    for (file, kind) in files.iter().zip(kinds) {
        let text = text::decoded(file.bytes);
        let read = match kind {
            Kind::Values => read_values(&text, &mut rows),
            Kind::Localities => read_localities(&text, &mut localities),
            _ => read_amounts(&text, &mut set),
        };
        read.map_err(|(line, what)| BadTable { file: file.name.to_owned(), line, what })?;
    }
    let of_medicare = kinds.contains(&Kind::Values);
    if rows.is_empty() && set.is_empty() {
        return Err(whole(if of_medicare { Wrong::Empty } else { Wrong::IndicesAlone }));
    }
    let year = edition.as_of.parts().0.to_string();
    let stem = bad::last(first.name).split('.').next().unwrap_or_default();
    let title = Title {
        kind: if of_medicare { Table::Values } else { Table::Fees },
        setting: None,
        edition: &edition.name,
        as_of: edition.as_of,
        source: &super::source(files),
        name: if of_medicare { &year } else { stem },
    };
    let pack = match of_medicare {
        true => values(&title, rows, &localities),
        false => amounts(&title, set),
    };
    pack.map_err(|error| whole(Wrong::Build(error)))
}

/// Names of the columns of relative values, as their lines say them one below another.
const VALUE_COLUMNS: [&str; 7] = [
    "workrvu",
    "nonfacpervu",
    "facilitypervu",
    "mprvu",
    "nonfacilitypeusedforoppspaymentamount",
    "facilitypeusedforoppspaymentamount",
    "mpusedforoppspaymentamount",
];
const INDICATORS: [&str; 6] =
    ["pctcind", "multproc", "bilatsurg", "asstsurg", "cosurg", "teamsurg"];

fn read_values(file: &str, rows: &mut Vec<ValueRow>) -> Result<(), At> {
    let mut above: Vec<Fields> = Vec::new();
    let mut columns: Option<ValueColumns> = None;
    for (line, fields) in Records::new(file, b',') {
        let Some(columns) = &columns else {
            let last = fields.first().is_some_and(|it| plain(it) == "hcpcs");
            above.push(fields);
            if last {
                columns = Some(ValueColumns::of(&above).map_err(|what| (line, what))?);
            }
            continue;
        };
        if fields.iter().all(String::is_empty) {
            continue;
        }
        rows.push(columns.row(&fields).ok_or((line, Wrong::Row))?);
        if rows.len() > super::MOST {
            return Err((line, Wrong::TooMany));
        }
    }
    Ok(())
}

/// Where the columns of relative values are; code and modifier are the first two.
struct ValueColumns {
    status: usize,
    rare: [usize; 2],
    values: [usize; 7],
    factor: usize,
    indicators: [usize; 6],
    global_days: usize,
    base: usize,
}

impl ValueColumns {
    /// From the lines up to the one that begins `HCPCS`; the notices are in the column of texts.
    fn of(above: &[Fields]) -> Result<Self, Wrong> {
        let lines = above.get(above.len().saturating_sub(HEADER)..).unwrap_or_default();
        let width = lines.last().map_or(0, Vec::len);
        let name = |at: usize| {
            let parts = lines.iter().filter_map(|line| line.get(at));
            parts.map(|part| plain(part)).collect::<String>()
        };
        let names: Vec<String> = (0..width).map(name).collect();
        let find = |wanted: &'static str| {
            // `facility...` ends the name of `non-facility...` as well; older files add words in front.
            let outside = wanted.starts_with("non");
            let is = |it: &String| it.ends_with(wanted) && it.contains("nonfac") == outside;
            names.iter().position(is).ok_or(Wrong::Column(wanted))
        };
        Ok(Self {
            status: find("statuscode")?,
            rare: [find("nonfacnaindicator")?, find("facilitynaindicator")?],
            values: all(VALUE_COLUMNS, find)?,
            factor: find("convfactor")?,
            indicators: all(INDICATORS, find)?,
            global_days: find("globdays")?,
            base: find("endobase")?,
        })
    }

    fn row(&self, fields: &Fields) -> Option<ValueRow> {
        let field = |at: usize| fields.get(at).map_or("", String::as_str);
        let number = |at: usize, decimals| decimal(field(at), decimals);
        let mut values = [0; 7];
        for (value, at) in values.iter_mut().zip(self.values) {
            *value = number(at, 2)?;
        }
        Some(ValueRow {
            code: code(field(0))?,
            modifier: padded(field(1))?,
            status: *field(self.status).as_bytes().first()?,
            rare_in_office: field(self.rare[0]) == "NA",
            rare_in_facility: field(self.rare[1]) == "NA",
            values,
            factor: number(self.factor, 4)?,
            indicators: self
                .indicators
                .map(|at| field(at).bytes().next().filter(u8::is_ascii).unwrap_or(b' ')),
            global_days: padded(field(self.global_days))?,
            base: padded(field(self.base))?,
        })
    }
}

/// Lines that the names of columns may take.
const HEADER: usize = 5;

fn all<const N: usize>(
    names: [&'static str; N],
    find: impl Fn(&'static str) -> Result<usize, Wrong>,
) -> Result<[usize; N], Wrong> {
    let mut found = [0; N];
    for (at, name) in found.iter_mut().zip(names) {
        *at = find(name)?;
    }
    Ok(found)
}

fn read_localities(file: &str, rows: &mut Vec<LocalityRow>) -> Result<(), At> {
    let mut columns: Option<[usize; 7]> = None;
    for (line, fields) in Records::new(file, b',') {
        let Some([contractor, number, state, name, indices @ ..]) = columns else {
            let names: Vec<String> = fields.iter().map(|it| plain(it)).collect();
            let find = |wanted: &'static str| {
                names.iter().position(|it| it.contains(wanted)).ok_or(Wrong::Column(wanted))
            };
            if find("localitynumber").is_ok() {
                columns = Some(all(LOCALITY_COLUMNS, find).map_err(|what| (line, what))?);
            }
            continue;
        };
        let field = |at: usize| fields.get(at).map_or("", String::as_str);
        // Notes stand below, in the first field.
        if fields.iter().filter(|it| !it.is_empty()).count() < 2 {
            continue;
        }
        let id = [field(contractor), field(number)].concat().into_bytes();
        let digits = id.iter().all(u8::is_ascii_digit);
        let index = |at| decimal(field(at), 3);
        let read = <[u8; 7]>::try_from(id)
            .ok()
            .filter(|_| digits)
            .zip(index(indices[0]).zip(index(indices[1])).zip(index(indices[2])));
        let (id, ((work, expense), malpractice)) = read.ok_or((line, Wrong::Row))?;
        let one_line = |at: usize| field(at).split_whitespace().collect::<Vec<_>>().join(" ");
        let (state, name) = (one_line(state), one_line(name));
        rows.push(LocalityRow { id, indices: [work, expense, malpractice], state, name });
    }
    if rows.is_empty() { Err((1, Wrong::Empty)) } else { Ok(()) }
}

/// Parts of the names of a locality's columns. Where the index of work is given with its floor and without, the first
/// counts.
const LOCALITY_COLUMNS: [&str; 7] =
    ["contractor", "localitynumber", "state", "localityname", "pwgpci", "pegpci", "mpgpci"];

/// Where a practice's columns are.
struct AmountColumns {
    line: usize,
    separator: u8,
    code: usize,
    amount: usize,
    modifier: Option<usize>,
    from: Option<usize>,
    to: Option<usize>,
}

/// Whether a file begins as a practice's schedule does: names of a code and an amount, above a row that has both.
pub(super) fn is_schedule(head: &str) -> bool {
    columns_of_amounts(head).is_some()
}

fn columns_of_amounts(file: &str) -> Option<AmountColumns> {
    SEPARATORS.iter().find_map(|&separator| {
        let records: Vec<_> = Records::new(file, separator).take(40).collect();
        records.windows(2).find_map(|pair| {
            let [(line, names), (_, below)] = pair else { return None };
            let names: Vec<String> = names.iter().map(|it| plain(it)).collect();
            let find = |wanted: &[&str]| {
                names.iter().position(|it| wanted.iter().any(|word| it.contains(word)))
            };
            let columns = AmountColumns {
                line: *line,
                separator,
                code: find(&["code", "cpt", "hcpcs", "procedure"])?,
                amount: find(&["amount", "fee", "price", "charge", "allowed"])?,
                modifier: find(&["mod"]),
                from: find(&["from", "effective", "start", "begin"]),
                to: find(&["until", "through", "enddate", "expir", "terminat"])
                    .or_else(|| names.iter().position(|it| it == "to" || it == "end")),
            };
            let field = |at: usize| below.get(at).map_or("", String::as_str);
            let good =
                code(field(columns.code)).is_some() && cents(field(columns.amount)).is_some();
            good.then_some(columns)
        })
    })
}

fn read_amounts(file: &str, rows: &mut Vec<SetAmount>) -> Result<(), At> {
    let columns = columns_of_amounts(file).ok_or((1, Wrong::Unknown))?;
    for (line, fields) in Records::new(file, columns.separator) {
        if line <= columns.line || fields.iter().all(String::is_empty) {
            continue;
        }
        let field = |at: usize| fields.get(at).map_or("", String::as_str);
        let maybe = |at: Option<usize>| at.map_or("", field);
        let day = |at| text::day_or_none(maybe(at)).map_err(|what| (line, what));
        rows.push(SetAmount {
            code: code(field(columns.code)).ok_or((line, Wrong::Row))?,
            modifier: padded(maybe(columns.modifier)).ok_or((line, Wrong::Row))?,
            from: day(columns.from)?,
            to: day(columns.to)?,
            cents: cents(field(columns.amount)).ok_or((line, Wrong::Amount))?,
        });
        if rows.len() > super::MOST {
            return Err((line, Wrong::TooMany));
        }
    }
    Ok(())
}

/// Five digits and capital letters.
fn code(text: &str) -> Option<[u8; 5]> {
    let good = |it: u8| it.is_ascii_digit() || it.is_ascii_uppercase();
    let digit = text.bytes().any(|it| it.is_ascii_digit());
    text.as_bytes().try_into().ok().filter(|_| digit && text.bytes().all(good))
}

/// Digits and capital letters, with blanks behind; none where there are more.
fn padded<const N: usize>(text: &str) -> Option<[u8; N]> {
    let good = |it: u8| it.is_ascii_digit() || it.is_ascii_uppercase();
    let padded = format!("{text:<N$}").into_bytes();
    padded.try_into().ok().filter(|_| text.bytes().all(good))
}

/// A number of so many decimals at most, in units of the last; nothing is zero.
fn decimal(text: &str, decimals: usize) -> Option<u32> {
    let (whole, part) = text.split_once('.').unwrap_or((text, ""));
    let digits = |it: &str| it.bytes().all(|c| c.is_ascii_digit());
    let good = whole.len() <= 5 && part.len() <= decimals && digits(whole) && digits(part);
    let padded = format!("0{whole}{part:0<decimals$}");
    padded.parse().ok().filter(|_| good)
}

/// An amount as people write it: `$1,250.00`. None below nothing, and with parts of a cent.
fn cents(text: &str) -> Option<i64> {
    let plain: String = text.trim_start_matches('$').chars().filter(|it| *it != ',').collect();
    let amount: Money = plain.trim().parse().ok().filter(|it: &Money| !it.is_negative())?;
    let scaled = amount.decimal().normalize();
    let factor = 10_i128.checked_pow(2_u32.checked_sub(scaled.scale())?)?;
    i64::try_from(scaled.mantissa().checked_mul(factor)?).ok()
}
