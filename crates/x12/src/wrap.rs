//! Wrapped files: was the file cut into lines of one length on its way, and what was it before?
//!
//! Old systems send records of 80 columns: line breaks stand inside elements, also inside the header,
//! whose fixed layout they break. Where every line but the last has the same length and the header is
//! sound without the breaks, they are taken out.

use crate::Delimiters;

/// A file with its line breaks taken out.
#[derive(Clone, Debug)]
pub struct Unwrapped {
    /// The bytes without breaks.
    pub bytes: Vec<u8>,
    /// Bytes of each line.
    pub column: u64,
    /// Bytes of each break: 1 or 2.
    break_length: u64,
}

impl Unwrapped {
    /// Where a byte of [`Unwrapped::bytes`] stands in the file as it came.
    #[must_use]
    pub fn original(&self, offset: u64) -> u64 {
        offset + offset / self.column * self.break_length
    }
}

/// Takes the breaks out of a file that was wrapped at a fixed column; none if it was not.
///
/// ```
/// let header = "ISA*00*          *00*          *ZZ*A              *ZZ*B              *261123*1200*^*00501*000000001*0*T*:~";
/// let file = format!("{}\n{}IEA*0*000000001~", &header[..80], &header[80..]);
/// let unwrapped = superbill_x12::unwrap_lines(file.as_bytes()).ok_or("not wrapped")?;
/// assert!(unwrapped.bytes.starts_with(header.as_bytes()));
/// assert_eq!(unwrapped.original(80), 81);
/// # Ok::<(), &str>(())
/// ```
#[must_use]
pub fn unwrap_lines(file: &[u8]) -> Option<Unwrapped> {
    let feed = memchr::memchr(b'\n', file.get(..256.min(file.len()))?)?;
    let carriage = feed > 0 && file[feed - 1] == b'\r';
    let column = if carriage { feed - 1 } else { feed };
    let line_length = feed + 1;
    if column < 16 || !file.starts_with(b"ISA") {
        return None;
    }
    let mut bytes = Vec::with_capacity(file.len());
    for line in file.chunks(line_length) {
        let (text, rest) = line.split_at(column.min(line.len()));
        let whole = rest == &file[column..line_length];
        let last = line.len() < line_length && rest.iter().all(|b| matches!(b, b'\r' | b'\n'));
        if !(whole || last) {
            return None;
        }
        bytes.extend_from_slice(text);
    }
    while let Some(b'\r' | b'\n') = bytes.last() {
        bytes.pop();
    }
    if bytes.iter().any(|byte| matches!(byte, b'\r' | b'\n')) {
        return None;
    }
    Delimiters::read(&bytes, 0).ok()?;
    let break_length = (line_length - column) as u64;
    Some(Unwrapped { bytes, column: column as u64, break_length })
}
