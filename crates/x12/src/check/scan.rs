//! Scan: does a segment hold odd bytes or separators inside its elements?

use wide::u8x16;

use crate::Segment;

/// Where a segment holds bytes that need care: inner separators, and bytes that are no printable ASCII
/// characters.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Scan {
    /// First such byte in the buffer, and one past the last; equal where there is none.
    start: usize,
    end: usize,
}

/// Whether a byte is outside the basic and extended character sets.
pub(super) fn is_odd(byte: u8) -> bool {
    !(b' '..=b'~').contains(&byte)
}

impl Scan {
    #[inline]
    pub(crate) fn of(segment: &Segment<'_>) -> Self {
        let delimiters = segment.delimiters();
        let component = u8x16::splat(delimiters.component);
        let repetition = u8x16::splat(delimiters.repetition.unwrap_or(delimiters.component));
        let (low, high) = (u8x16::splat(b' '), u8x16::splat(b'~'));
        let (mut start, mut end) = (usize::MAX, 0);
        let mut look = |block: [u8; 16], at: usize| {
            let block = u8x16::from(block);
            let plain = block.max(low).min(high).simd_eq(block);
            let inner = block.simd_eq(component) | block.simd_eq(repetition);
            let found = (inner | !plain).to_bitmask();
            if found != 0 {
                start = start.min(at + found.trailing_zeros() as usize);
                end = at + (u32::BITS - found.leading_zeros()) as usize;
            }
        };
        let bytes = segment.bytes();
        let mut at = segment.start();
        let mut blocks = bytes.chunks_exact(16);
        for block in &mut blocks {
            if let Ok(block) = <[u8; 16]>::try_from(block) {
                look(block, at);
            }
            at += 16;
        }
        let rest = blocks.remainder();
        if !rest.is_empty() {
            // A block that also holds bytes before the rest is as good.
            match segment.tail() {
                Some(block) => look(block, segment.end() - 16),
                None => {
                    let mut block = [b'A'; 16];
                    block[..rest.len()].copy_from_slice(rest);
                    look(block, at);
                }
            }
        }
        if end <= segment.start() { Self::default() } else { Self { start, end } }
    }

    /// Whether there is any.
    #[inline]
    pub(crate) fn any(self) -> bool {
        self.start < self.end
    }

    /// Whether one may stand between two positions of the buffer.
    #[inline]
    pub(crate) fn touches(self, start: usize, end: usize) -> bool {
        start < self.end && end > self.start
    }
}
