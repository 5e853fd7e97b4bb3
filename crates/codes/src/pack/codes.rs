//! The codes of a pack: at which row does a code stand, and which code stands at a row?
//!
//! A finite state transducer (the crate `fst`) was measured on ICD-10-CM: 57 kB where this is 259, 26 kB
//! where this is 46 after brotli, 54 ns a look-up where this is 167. It is not used because bytes made to
//! harm can make it panic, and a pack has to answer whatever its bytes are.

use core::ops::Range;

use super::{BLOCK, Pack, Part};

/// A code as it is put together from a block: fifteen characters at most.
#[derive(Clone, Copy, Default)]
pub(crate) struct Code {
    bytes: [u8; 15],
    length: usize,
}

impl Code {
    pub(crate) fn as_bytes(&self) -> &[u8] {
        self.bytes.get(..self.length).unwrap_or_default()
    }

    pub(crate) fn as_str(&self) -> &str {
        core::str::from_utf8(self.as_bytes()).unwrap_or_default()
    }
}

impl Pack {
    /// The row of a code.
    pub(crate) fn row(&self, code: &str) -> Option<usize> {
        self.place(code.as_bytes()).ok()
    }

    /// The code of a row; empty where there is none.
    pub(crate) fn code(&self, row: usize) -> Code {
        let mut code = Code::default();
        let mut at = self.block(row / BLOCK);
        for _ in 0..=row % BLOCK {
            let Some(next) = self.step(at, &mut code) else { return Code::default() };
            at = next;
        }
        code
    }

    /// The rows whose code begins with `start`.
    pub(crate) fn starting(&self, start: &str) -> Range<usize> {
        let either = |it: Result<usize, usize>| it.unwrap_or_else(|row| row);
        let first = either(self.place(start.as_bytes()));
        let past = either(self.place(&[start.as_bytes(), b"~"].concat()));
        first..past.max(first)
    }

    /// The row of the nearest code above: the longest that this one begins with.
    pub(crate) fn above(&self, row: usize) -> Option<usize> {
        let code = self.code(row);
        let code = if self.levels { code.as_bytes() } else { &[] };
        (1..code.len()).rev().find_map(|length| self.place(code.get(..length)?).ok())
    }

    /// Where `code` stands, or else where it would.
    fn place(&self, code: &[u8]) -> Result<usize, usize> {
        let (mut low, mut high) = (0, self.rows.div_ceil(BLOCK));
        while low < high {
            let middle = low + (high - low) / 2;
            let mut head = Code::default();
            self.step(self.block(middle), &mut head);
            if head.as_bytes() <= code { low = middle + 1 } else { high = middle }
        }
        let Some(block) = low.checked_sub(1) else { return Err(0) };
        let (mut at, mut found) = (self.block(block), Code::default());
        for row in (block * BLOCK..self.rows).take(BLOCK) {
            let Some(next) = self.step(at, &mut found) else { return Err(row) };
            at = next;
            match found.as_bytes().cmp(code) {
                core::cmp::Ordering::Less => {}
                core::cmp::Ordering::Equal => return Ok(row),
                core::cmp::Ordering::Greater => return Err(row),
            }
        }
        Err(self.rows.min((block + 1) * BLOCK))
    }

    fn block(&self, block: usize) -> usize {
        self.long(Part::CodeBlocks, block).unwrap_or(usize::MAX)
    }

    /// Reads the code at `at`, which shares its start with the one before, and says where the next is.
    fn step(&self, at: usize, code: &mut Code) -> Option<usize> {
        let codes = self.part(Part::Codes);
        let head = *codes.get(at)?;
        let (shared, rest) = (usize::from(head >> 4), usize::from(head & 15));
        let start = at.checked_add(1)?;
        code.length = shared + rest;
        code.bytes.get_mut(shared..code.length)?.copy_from_slice(codes.get(start..start + rest)?);
        Some(start + rest)
    }
}
