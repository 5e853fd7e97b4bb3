//! Bulk: how do all claims of a file cross to JavaScript without an object for each on the way?
//!
//! Claims become two flat arrays: `text`, every value that is text, one behind the other; and `shape`,
//! numbers that say how long each is and how many follow. Codes that repeat are numbers into a list of
//! their own. A decoder walks `shape` once and cuts `text` into strings (`pkg/src/claims.ts`).
//!
//! ```text
//! claim      = len(control number) len(payer claim number) code(status) balanced
//!              amount(charge) amount(paid) amount(patient) adjustments remarks count service*
//! service    = code(qualifier) code(procedure) count code(modifier)*
//!              amount(charge) amount(paid) amount(units) adjustments remarks
//! adjustments = count { code(group) code(reason) amount(amount) amount(quantity) }*
//! remarks    = count code*
//! amount     = len, 0 if absent
//! ```

use std::collections::HashMap;

use superbill_x12::{SCALE, Segment, each_segment, tag};

use super::rows::{ClaimRow, Flags, Scaled};

/// Claims as flat arrays.
#[derive(Debug, Default)]
pub struct Bulk {
    /// Every value that is text.
    pub text: String,
    /// Lengths, counts and code numbers, as the module says.
    pub shape: Vec<u32>,
    /// The codes, by number.
    pub codes: Vec<String>,
    numbers: HashMap<u64, u32>,
    claim: Parts,
    services: Vec<u32>,
    service_count: u32,
    line: Option<Parts>,
}

/// Adjustments and remarks of a claim or a line, with the numbers that come before them.
#[derive(Debug, Default)]
struct Parts {
    head: Vec<u32>,
    adjustments: Vec<u32>,
    adjustment_count: u32,
    remarks: Vec<u32>,
}

impl Bulk {
    /// Adds a claim from its bytes.
    pub fn claim(&mut self, row: &ClaimRow, bytes: &[u8]) {
        self.claim.clear();
        self.services.clear();
        self.service_count = 0;
        each_segment(bytes, row.delimiters, row.start, |segment| self.segment(segment, row));
        self.end_line();
        self.claim.write(&mut self.shape);
        self.shape.push(self.service_count);
        self.shape.extend_from_slice(&self.services);
    }

    fn segment(&mut self, segment: &Segment<'_>, row: &ClaimRow) {
        const CLP: u32 = tag(b"CLP").0;
        const SVC: u32 = tag(b"SVC").0;
        const CAS: u32 = tag(b"CAS").0;
        const LQ: u32 = tag(b"LQ").0;
        const MOA: u32 = tag(b"MOA").0;
        const MIA: u32 = tag(b"MIA").0;
        match segment.tag().0 {
            CLP => self.head(segment, row),
            SVC => self.open_line(segment),
            CAS => self.adjustments(segment),
            LQ => self.remark(segment.element(2)),
            MOA => (3..=7).for_each(|n| self.remark(segment.element(n))),
            MIA => [5, 20, 21, 22, 23].into_iter().for_each(|n| self.remark(segment.element(n))),
            _ => {}
        }
    }

    fn head(&mut self, segment: &Segment<'_>, row: &ClaimRow) {
        let (number, payer) = (self.push(segment.element(1)), self.push(segment.element(7)));
        let status = self.code(segment.element(2));
        let balanced = u32::from(row.flags.has(Flags::BALANCED));
        let amounts = [3, 4, 5].map(|n| self.amount(segment.element(n)));
        self.claim.head.extend_from_slice(&[number, payer, status, balanced]);
        self.claim.head.extend_from_slice(&amounts);
    }

    fn open_line(&mut self, segment: &Segment<'_>) {
        self.end_line();
        let mut line = Parts::default();
        let mut parts = segment.components(1);
        let qualifier = self.code(parts.next().unwrap_or(&[]));
        let procedure = self.code(parts.next().unwrap_or(&[]));
        line.head.extend_from_slice(&[qualifier, procedure, 0]);
        for modifier in parts.take(4).filter(|modifier| !modifier.is_empty()) {
            let modifier = self.code(modifier);
            line.head.push(modifier);
            line.head[2] += 1;
        }
        let money = [2, 3].map(|n| self.amount(segment.element(n)));
        let units = self.quantity(segment.element(5));
        line.head.extend_from_slice(&[money[0], money[1], units]);
        self.line = Some(line);
    }

    fn end_line(&mut self) {
        if let Some(line) = self.line.take() {
            line.write(&mut self.services);
            self.service_count += 1;
        }
    }

    fn adjustments(&mut self, segment: &Segment<'_>) {
        let group = self.code(segment.element(1));
        let mut slot = 2;
        while slot <= segment.len().min(17) {
            let (reason, amount) = (segment.element(slot), segment.element(slot + 1));
            let quantity = segment.element(slot + 2);
            slot += 3;
            if reason.is_empty() && amount.is_empty() && quantity.is_empty() {
                continue;
            }
            let reason = self.code(reason);
            let (amount, quantity) = (self.amount(amount), self.quantity(quantity));
            let parts = self.line.as_mut().unwrap_or(&mut self.claim);
            parts.adjustments.extend_from_slice(&[group, reason, amount, quantity]);
            parts.adjustment_count += 1;
        }
    }

    fn remark(&mut self, code: &[u8]) {
        if !code.is_empty() {
            let code = self.code(code);
            self.line.as_mut().unwrap_or(&mut self.claim).remarks.push(code);
        }
    }

    /// Adds text and returns its length as JavaScript counts it.
    fn push(&mut self, bytes: &[u8]) -> u32 {
        if bytes.is_ascii()
            && let Ok(text) = str::from_utf8(bytes)
        {
            self.text.push_str(text);
            return text.len() as u32;
        }
        let text = String::from_utf8_lossy(bytes);
        self.text.push_str(&text);
        text.encode_utf16().count() as u32
    }

    /// Adds an amount with at least two decimals.
    fn amount(&mut self, bytes: &[u8]) -> u32 {
        Scaled::read(bytes).units().map_or(0, |units| self.decimal(units, 2))
    }

    /// Adds a quantity with as few digits as say the same.
    fn quantity(&mut self, bytes: &[u8]) -> u32 {
        Scaled::read(bytes).units().map_or(0, |units| self.decimal(units, 0))
    }

    fn decimal(&mut self, units: i64, least: usize) -> u32 {
        let before = self.text.len();
        let scale = 10_u64.pow(SCALE);
        if units < 0 {
            self.text.push('-');
        }
        let (whole, mut rest) = (units.unsigned_abs() / scale, units.unsigned_abs() % scale);
        digits(whole, &mut self.text);
        if rest > 0 || least > 0 {
            self.text.push('.');
            let mut written = 0;
            while rest > 0 || written < least {
                rest *= 10;
                self.text.push(char::from(b'0' + (rest / scale) as u8));
                rest %= scale;
                written += 1;
            }
        }
        (self.text.len() - before) as u32
    }

    /// The number of a code.
    fn code(&mut self, code: &[u8]) -> u32 {
        let mut packed = [0; 8];
        let key = match packed.get_mut(..code.len()) {
            Some(room) if code.len() < 8 => {
                room.copy_from_slice(code);
                packed[7] = code.len() as u8;
                u64::from_be_bytes(packed)
            }
            _ => return self.add(code),
        };
        match self.numbers.get(&key) {
            Some(&number) => number,
            None => {
                let number = self.add(code);
                self.numbers.insert(key, number);
                number
            }
        }
    }

    fn add(&mut self, code: &[u8]) -> u32 {
        self.codes.push(String::from_utf8_lossy(code).into_owned());
        self.codes.len() as u32 - 1
    }
}

impl Parts {
    fn clear(&mut self) {
        self.head.clear();
        self.adjustments.clear();
        self.adjustment_count = 0;
        self.remarks.clear();
    }

    fn write(&self, out: &mut Vec<u32>) {
        out.extend_from_slice(&self.head);
        out.push(self.adjustment_count);
        out.extend_from_slice(&self.adjustments);
        out.push(self.remarks.len() as u32);
        out.extend_from_slice(&self.remarks);
    }
}

fn digits(number: u64, out: &mut String) {
    if number >= 10 {
        digits(number / 10, out);
    }
    out.push(char::from(b'0' + (number % 10) as u8));
}
