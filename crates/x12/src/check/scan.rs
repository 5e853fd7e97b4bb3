//! Scan: does a segment hold odd bytes or separators inside its elements?

use wide::u8x16;

use crate::Segment;

/// What stands somewhere in a segment.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Scan {
    /// A byte that is no printable ASCII character; separators may be such bytes too.
    pub(super) odd: bool,
    /// A component or repetition separator.
    pub(crate) inner: bool,
}

/// Whether a byte is outside the basic and extended character sets.
pub(super) fn is_odd(byte: u8) -> bool {
    !(b' '..=b'~').contains(&byte)
}

impl Scan {
    #[inline]
    pub(crate) fn of(segment: &Segment<'_>) -> Self {
        let bytes = segment.bytes();
        let delimiters = segment.delimiters();
        let component = u8x16::splat(delimiters.component);
        let repetition = u8x16::splat(delimiters.repetition.unwrap_or(delimiters.component));
        let (low, high) = (u8x16::splat(b' '), u8x16::splat(b'~'));
        let mut odd = u8x16::ZERO;
        let mut inner = u8x16::ZERO;
        let mut look = |block: [u8; 16]| {
            let block = u8x16::from(block);
            odd |= block.max(low).min(high) ^ block;
            inner |= block.simd_eq(component) | block.simd_eq(repetition);
        };
        let mut blocks = bytes.chunks_exact(16);
        for block in &mut blocks {
            if let Ok(block) = <[u8; 16]>::try_from(block) {
                look(block);
            }
        }
        let rest = blocks.remainder();
        // A block that also holds bytes before the rest is as good: it can only send a sound segment the
        // careful way.
        if let Some(block) = segment.tail().filter(|_| !rest.is_empty()) {
            look(block);
        } else if !rest.is_empty() {
            let mut block = [b'A'; 16];
            block[..rest.len()].copy_from_slice(rest);
            look(block);
        }
        Self { odd: odd != u8x16::ZERO, inner: inner != u8x16::ZERO }
    }

    #[inline]
    pub(super) fn any(self) -> bool {
        self.odd | self.inner
    }
}
