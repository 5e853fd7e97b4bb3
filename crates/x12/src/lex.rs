//! Lexer: where does each segment and element end?
//!
//! One pass over the bytes turns sixty-four at a time into a bit mask of separators and keeps their
//! positions (`marks`). Nothing is copied. The lexer holds no bytes: the caller passes the same buffer
//! again with more at its end, or after dropping bytes from its front ([`Lexer::shift`]), so that a file
//! in one piece and a file in chunks take the same path.
//!
//! Line breaks behind a terminator are transport and are passed over, unless they are the terminator; so is
//! what indents the line behind them.

use crate::{Delimiters, Segment, Tag, Unreadable, UnreadableReason};

/// Longest segment that is read: past it the terminator is surely wrong.
pub const MAX_SEGMENT_BYTES: usize = 4 << 20;

/// How many bytes are scanned ahead: small enough that their marks stay in the first cache.
const WINDOW: usize = 8 << 10;

/// Splits bytes into segments.
#[derive(Clone, Debug)]
pub struct Lexer {
    delimiters: Delimiters,
    /// Positions of element separators and terminators in the buffer, ascending. Only the first
    /// `mark_count` count; the rest is room that was never cleared.
    marks: Vec<u32>,
    mark_count: usize,
    /// Indexes in `marks` of the terminators; the first `end_count` count.
    ends: Vec<u32>,
    end_count: usize,
    /// The first end that was not handed out.
    next_end: usize,
    /// The first mark that was not handed out.
    next_mark: usize,
    /// Where the next segment starts in the buffer.
    start: usize,
    /// Where the current segment starts, and which marks are its own.
    current_start: usize,
    current_marks: (usize, usize),
    current_tag: Tag,
    /// How far the buffer has been scanned.
    scanned: usize,
    /// Where the buffer begins in the file.
    base: u64,
    /// Where in the file the first blanks are that indent a line.
    indent: Option<u64>,
}

impl Lexer {
    /// Starts at the first byte of a buffer that begins at `base` in the file.
    #[must_use]
    pub fn new(delimiters: Delimiters, base: u64) -> Self {
        Self {
            delimiters,
            marks: Vec::new(),
            mark_count: 0,
            ends: Vec::new(),
            end_count: 0,
            next_end: 0,
            next_mark: 0,
            start: 0,
            current_start: 0,
            current_marks: (0, 0),
            current_tag: Tag(0),
            scanned: 0,
            base,
            indent: None,
        }
    }

    /// Goes on at `start` in the buffer with other separators.
    pub fn restart(&mut self, delimiters: Delimiters, start: usize) {
        self.delimiters = delimiters;
        (self.mark_count, self.end_count) = (0, 0);
        (self.next_end, self.next_mark) = (0, 0);
        (self.start, self.scanned) = (start, start);
        self.current_marks = (0, 0);
    }

    /// Where the next segment starts in the buffer.
    #[must_use]
    pub fn position(&self) -> usize {
        self.start
    }

    /// Where the buffer begins in the file.
    #[must_use]
    pub fn base(&self) -> u64 {
        self.base
    }

    /// Where in the file the first blanks are that indent a segment on a line of its own.
    #[must_use]
    pub fn indent(&self) -> Option<u64> {
        self.indent
    }

    /// Tells that `count` bytes, all of them handed out, were dropped from the front of the buffer.
    pub fn shift(&mut self, count: usize) {
        let count = count.min(self.start);
        self.keep_unfinished();
        for mark in &mut self.marks[..self.mark_count] {
            *mark -= count as u32;
        }
        self.start -= count;
        self.scanned -= count;
        self.base += count as u64;
    }

    /// Moves to the next segment of the buffer. False: the rest has no terminator yet.
    ///
    /// # Errors
    /// [`Unreadable`] when the bytes without a terminator pass [`MAX_SEGMENT_BYTES`].
    #[inline]
    pub fn advance(&mut self, buffer: &[u8]) -> Result<bool, Unreadable> {
        if self.next_end == self.end_count && !self.scan(buffer)? {
            return Ok(false);
        }
        self.skip_line_breaks(buffer);
        let end = self.ends[self.next_end] as usize;
        self.next_end += 1;
        self.enter(end, buffer);
        Ok(true)
    }

    /// Moves to what stands behind the last terminator, at the end of the input. False where only line
    /// breaks do.
    pub fn advance_last(&mut self, buffer: &[u8]) -> bool {
        self.skip_line_breaks(buffer);
        if self.start >= buffer.len() {
            return false;
        }
        self.marks.truncate(self.mark_count);
        self.marks.push(buffer.len() as u32);
        self.mark_count += 1;
        self.enter(self.mark_count - 1, buffer);
        true
    }

    /// The segment moved to. `buffer` must be the one it was found in.
    #[must_use]
    #[inline]
    pub fn current<'a>(&'a self, buffer: &'a [u8]) -> Segment<'a> {
        let (from, to) = self.current_marks;
        let marks = self.marks.get(from..to).unwrap_or(&[]);
        let (start, tag) = (self.current_start, self.current_tag);
        Segment::new(buffer, marks, start, self.base, self.delimiters, tag)
    }

    /// Makes the marks up to and with `end` the current segment.
    #[inline]
    fn enter(&mut self, end: usize, buffer: &[u8]) {
        let first = self.marks.get(self.next_mark).map_or(0, |&mark| mark as usize);
        self.current_start = self.start;
        self.current_tag = Tag::at(buffer, self.start, first);
        self.current_marks = (self.next_mark, end + 1);
        self.next_mark = end + 1;
        self.start = self.marks.get(end).map_or(self.start, |&mark| mark as usize + 1);
    }

    #[inline]
    fn skip_line_breaks(&mut self, buffer: &[u8]) {
        let begun = self.start;
        while let Some(&byte @ (b'\r' | b'\n')) = buffer.get(self.start)
            && byte != self.delimiters.segment
        {
            self.start += 1;
        }
        if let Some(b' ' | b'\t') = buffer.get(self.start) {
            let broken = self.start > begun || matches!(self.delimiters.segment, b'\r' | b'\n');
            self.skip_indent(buffer, broken);
        }
    }

    /// Passes over what indents a line, and over blanks that end one. Blanks without a line break are data.
    #[cold]
    fn skip_indent(&mut self, buffer: &[u8], broken: bool) {
        let Delimiters { element, segment, .. } = self.delimiters;
        let rest = buffer.get(self.start..).unwrap_or(&[]);
        let blank = |byte: &&u8| {
            matches!(byte, b' ' | b'\t' | b'\r' | b'\n') && ![element, segment].contains(byte)
        };
        let count = rest.iter().take_while(blank).count();
        if !broken && !rest[..count].iter().any(|byte| matches!(byte, b'\r' | b'\n')) {
            return;
        }
        if count < rest.len() {
            self.indent.get_or_insert(self.base + self.start as u64);
        }
        self.start += count;
    }

    /// Scans on until a terminator is found or the buffer ends.
    #[cold]
    #[inline(never)]
    fn scan(&mut self, buffer: &[u8]) -> Result<bool, Unreadable> {
        self.keep_unfinished();
        while self.end_count == 0 && self.scanned < buffer.len() {
            if self.scanned - self.start > MAX_SEGMENT_BYTES {
                let offset = self.base + self.start as u64;
                return Err(Unreadable { reason: UnreadableReason::SegmentTooLong, offset });
            }
            let end = buffer.len().min(self.scanned + WINDOW);
            self.mark(buffer, end);
        }
        Ok(self.end_count > 0)
    }

    fn keep_unfinished(&mut self) {
        self.marks.copy_within(self.next_mark..self.mark_count, 0);
        self.ends.copy_within(self.next_end..self.end_count, 0);
        self.mark_count -= self.next_mark;
        self.end_count -= self.next_end;
        for end in &mut self.ends[..self.end_count] {
            *end -= self.next_mark as u32;
        }
        (self.next_mark, self.next_end) = (0, 0);
    }

    /// Marks the separators from `scanned` up to `end`.
    fn mark(&mut self, buffer: &[u8], end: usize) {
        let (element, segment) = (self.delimiters.element, self.delimiters.segment);
        let mut at = self.scanned;
        // Room for the worst case and one block more, so that a block only stores.
        let room = end - at + BLOCK;
        self.marks.resize(self.marks.len().max(self.mark_count + room), 0);
        self.ends.resize(self.ends.len().max(self.end_count + room), 0);
        let mut blocks = buffer[at..end].chunks_exact(BLOCK);
        for block in &mut blocks {
            let terminators = matches(block, segment);
            self.store(matches(block, element) | terminators, terminators, at);
            at += BLOCK;
        }
        let rest = blocks.remainder();
        if !rest.is_empty() {
            // Padding with a byte that is neither separator.
            let filler = (0..3_u8).find(|&b| b != element && b != segment).unwrap_or(0);
            let mut block = [filler; BLOCK];
            block[..rest.len()].copy_from_slice(rest);
            let terminators = matches(&block, segment);
            self.store(matches(&block, element) | terminators, terminators, at);
        }
        self.scanned = end;
    }

    /// Stores the positions of one block's separators: without branches, for each of which a wrong guess
    /// would cost more than a store that the next one overwrites.
    #[inline]
    fn store(&mut self, mut bits: u64, terminators: u64, at: usize) {
        let marks = self.marks[self.mark_count..].first_chunk_mut::<BLOCK>();
        let ends = self.ends[self.end_count..].first_chunk_mut::<BLOCK>();
        let (Some(marks), Some(ends)) = (marks, ends) else { return };
        let (mut mark, mut end) = (0_usize, 0_usize);
        while bits != 0 {
            let bit = bits.trailing_zeros();
            marks[mark % BLOCK] = at as u32 + bit;
            ends[end % BLOCK] = (self.mark_count + mark) as u32;
            mark += 1;
            end += (terminators >> bit & 1) as usize;
            bits &= bits - 1;
        }
        self.mark_count += mark;
        self.end_count += end;
    }
}

/// Bytes looked at together: one bit of a mask each.
const BLOCK: usize = 64;

/// Calls `visit` with each segment of `bytes`, which begin at `base` in the file and hold whole segments
/// of one interchange; a last one without terminator counts.
pub fn each_segment(
    bytes: &[u8],
    delimiters: Delimiters,
    base: u64,
    mut visit: impl FnMut(&Segment<'_>),
) {
    let mut lexer = Lexer::new(delimiters, base);
    while let Ok(true) = lexer.advance(bytes) {
        visit(&lexer.current(bytes));
    }
    if lexer.advance_last(bytes) {
        visit(&lexer.current(bytes));
    }
}

/// One bit for each of 64 bytes that equals `byte`.
#[cfg(any(target_feature = "simd128", target_feature = "sse2", target_feature = "neon"))]
#[inline]
fn matches(block: &[u8], byte: u8) -> u64 {
    use wide::u8x16;

    let wanted = u8x16::splat(byte);
    let mut bits = 0;
    for (lane, part) in block.chunks_exact(16).enumerate() {
        let Ok(part) = <[u8; 16]>::try_from(part) else { return 0 };
        let equal = u8x16::from(part).simd_eq(wanted);
        bits |= u64::from(equal.to_bitmask()) << (lane * 16);
    }
    bits
}

/// One bit for each of 64 bytes that equals `byte`, eight bytes at a time.
#[cfg(not(any(target_feature = "simd128", target_feature = "sse2", target_feature = "neon")))]
#[inline]
fn matches(block: &[u8], byte: u8) -> u64 {
    const LOW: u64 = 0x7f7f_7f7f_7f7f_7f7f;
    let wanted = u64::from(byte) * 0x0101_0101_0101_0101;
    let mut bits = 0;
    for (lane, part) in block.chunks_exact(8).enumerate() {
        let Ok(part) = <[u8; 8]>::try_from(part) else { return 0 };
        let x = u64::from_le_bytes(part) ^ wanted;
        // The top bit of each byte that is zero; exact, no carries between bytes.
        let zeros = !(((x & LOW) + LOW) | x | LOW);
        bits |= (zeros.wrapping_mul(0x0002_0408_1020_4081) >> 56) << (lane * 8);
    }
    bits
}

#[cfg(test)]
mod tests {
    use super::*;

    fn split(bytes: &[u8], chunk: usize) -> Vec<Vec<u8>> {
        let mut lexer = Lexer::new(Delimiters::default(), 0);
        let (mut buffer, mut out) = (Vec::new(), Vec::new());
        for part in bytes.chunks(chunk) {
            buffer.extend_from_slice(part);
            while let Ok(true) = lexer.advance(&buffer) {
                let segment = lexer.current(&buffer);
                let elements: Vec<_> = (0..=segment.len()).map(|n| segment.element(n)).collect();
                out.push(elements.join(&b'|'));
            }
            let done = lexer.position();
            buffer.drain(..done);
            lexer.shift(done);
        }
        if lexer.advance_last(&buffer) {
            out.push(lexer.current(&buffer).bytes().to_vec());
        }
        out
    }

    #[test]
    fn any_chunk_size_gives_the_same_segments() {
        let mut bytes = Vec::new();
        for n in 0..200 {
            bytes.extend_from_slice(b"CLP*PCN*1*");
            bytes.extend(std::iter::repeat_n(b'9', n));
            bytes.extend_from_slice(if n % 3 == 0 { b"**~\r\n" } else { b"*~" });
        }
        bytes.extend_from_slice(b"SE*2*1");
        let whole = split(&bytes, bytes.len());
        assert_eq!(whole.len(), 201);
        assert_eq!(whole[1], b"CLP|PCN|1|9|");
        for chunk in [1, 2, 7, 63, 64, 65, 1000] {
            assert_eq!(split(&bytes, chunk), whole, "chunks of {chunk}");
        }
    }

    #[test]
    fn what_indents_a_line_is_no_data() {
        let lined = b"GS*A~\n  ST*B~ \r\n\t CLP* C~  LX*1~\n \n  ";
        let expected: [&[u8]; 4] = [b"GS|A", b"ST|B", b"CLP| C", b"  LX|1"];
        for chunk in [1, 2, 7, lined.len()] {
            assert_eq!(split(lined, chunk), expected, "chunks of {chunk}");
        }
        let mut lexer = Lexer::new(Delimiters::default(), 10);
        while let Ok(true) = lexer.advance(lined) {}
        assert_eq!(lexer.indent(), Some(16));
    }

    #[test]
    fn matches_agree_with_a_plain_loop() {
        let block: Vec<u8> = (0..64).map(|n| [b'*', b'~', 0x2b, 0xaa, 0x00, 0xff][n % 6]).collect();
        for byte in [b'*', b'~', 0, 0xff, b'+'] {
            let plain = (0..64).filter(|&n| block[n] == byte).fold(0, |bits, n| bits | 1 << n);
            assert_eq!(matches(&block, byte), plain, "{byte}");
        }
    }
}
