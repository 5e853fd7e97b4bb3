//! Code lists: does a list have a code?
//!
//! Most questions are answered in one look: each code has a slot of its own, where few enough slots do that.

/// Code lists. A code of at most eight bytes is one number; longer ones are text.
#[derive(Clone, Debug, Default)]
pub(crate) struct Codes {
    /// Per list: its range in `short` and in `long`.
    pub(super) lists: Vec<((u32, u32), (u32, u32))>,
    /// Sorted within each list.
    pub(super) short: Vec<u64>,
    pub(super) long: Vec<String>,
    /// Where a code of a list most likely stands, to be found in one look: see [`Codes::index`].
    pub(super) likely: Vec<u64>,
    /// Per list.
    pub(super) slots: Vec<Slots>,
}

/// Where in `Codes::likely` the codes of a list are.
#[derive(Clone, Copy, Debug)]
pub(super) struct Slots {
    first: u32,
    /// How far the hash of a code is shifted to give its slot.
    shift: u8,
    /// Whether every code of at most eight bytes has its slot.
    complete: bool,
}

impl Codes {
    /// The packed code of a list that has no other.
    pub(super) fn only(&self, index: u16) -> Option<u64> {
        let &(short, long) = self.lists.get(usize::from(index))?;
        let codes = self.short.get(short.0 as usize..short.1 as usize)?;
        codes.first().copied().filter(|_| codes.len() == 1 && long.0 == long.1)
    }

    /// How many codes a list has.
    pub(crate) fn count(&self, index: u16) -> usize {
        let list = self.lists.get(usize::from(index));
        list.map_or(0, |(short, long)| (short.1 - short.0 + long.1 - long.0) as usize)
    }

    /// Gives each code of the last list a slot of its own, where few enough slots do that.
    pub(super) fn index(&mut self, codes: &[u64]) {
        let least = codes.len().next_power_of_two().trailing_zeros() + 1;
        let first = self.likely.len();
        for bits in least..=least + 2 {
            // Slots that are left over hold a code of the list too.
            self.likely.truncate(first);
            self.likely.resize(first + (1 << bits), codes.first().copied().unwrap_or(u64::MAX));
            let shift = u64::BITS - bits;
            for &code in codes {
                self.likely[first + slot_of(code, shift)] = code;
            }
            let alone = |&code: &u64| self.likely[first + slot_of(code, shift)] == code;
            if codes.iter().all(alone) || bits == least + 2 {
                let complete = codes.iter().all(alone);
                self.slots.push(Slots { first: first as u32, shift: shift as u8, complete });
                return;
            }
        }
    }

    /// Whether list `index` has a code.
    #[inline]
    pub(crate) fn contains(&self, index: u16, code: &[u8]) -> bool {
        self.contains_packed(index, pack(code), code)
    }

    /// As [`Codes::contains`], with the code already packed.
    #[inline]
    pub(crate) fn contains_packed(&self, index: u16, packed: Option<u64>, code: &[u8]) -> bool {
        if let Some(packed) = packed
            && let Some(&Slots { first, shift, complete }) = self.slots.get(usize::from(index))
        {
            let slot = first as usize + slot_of(packed, shift.into());
            let found = self.likely.get(slot) == Some(&packed);
            if found || complete {
                return found;
            }
        }
        self.search(index, packed, code)
    }

    /// Looks a code up that does not stand where it most likely does.
    #[inline(never)]
    fn search(&self, index: u16, packed: Option<u64>, code: &[u8]) -> bool {
        let Some(&(short, long)) = self.lists.get(usize::from(index)) else { return true };
        let Some(packed) = packed else {
            let long = self.long.get(long.0 as usize..long.1 as usize).unwrap_or(&[]);
            return long.iter().any(|known| known.as_bytes() == code);
        };
        let short = self.short.get(short.0 as usize..short.1 as usize).unwrap_or(&[]);
        if short.len() <= 12 {
            short.contains(&packed)
        } else {
            short.binary_search(&packed).is_ok()
        }
    }

    /// The codes of a list, those of at most eight bytes first.
    pub(crate) fn all(&self, index: u16) -> impl Iterator<Item = String> {
        let (short, long) = self.lists.get(usize::from(index)).copied().unwrap_or_default();
        let shorts = self.short.get(short.0 as usize..short.1 as usize).unwrap_or(&[]);
        let longs = self.long.get(long.0 as usize..long.1 as usize).unwrap_or(&[]);
        shorts.iter().map(|&code| unpack(code)).chain(longs.iter().cloned())
    }

    /// The codes of some lists as text: `11, 12, 13`, at most `limit` of them.
    pub(crate) fn text(&self, lists: impl IntoIterator<Item = u16>, limit: usize) -> String {
        let (mut shorts, mut longs) = (Vec::new(), Vec::new());
        for index in lists {
            let Some(&(short, long)) = self.lists.get(usize::from(index)) else { continue };
            shorts.extend(self.short.get(short.0 as usize..short.1 as usize).unwrap_or(&[]));
            longs.extend(self.long.get(long.0 as usize..long.1 as usize).unwrap_or(&[]));
        }
        shorts.sort_unstable();
        shorts.dedup();
        longs.sort_unstable();
        longs.dedup();
        let more = shorts.len() + longs.len();
        let all = shorts.into_iter().map(unpack).chain(longs.into_iter().cloned());
        let mut out: Vec<String> = all.take(limit).collect();
        if more > limit {
            out.push(format!("and {} more", more - limit));
        }
        out.join(", ")
    }
}

/// A code of one to eight bytes as a number that sorts as its text does.
#[inline]
pub(crate) fn pack(code: &[u8]) -> Option<u64> {
    // Most codes have one to three bytes.
    Some(match *code {
        [a] => u64::from(a),
        [a, b] => u64::from(u16::from_be_bytes([a, b])),
        [a, b, c] => u64::from(u32::from_be_bytes([0, a, b, c])),
        [_, _, _, _, ..] if code.len() <= 8 => {
            code.iter().fold(0, |packed, &byte| packed << 8 | u64::from(byte))
        }
        _ => return None,
    })
}

fn unpack(code: u64) -> String {
    let bytes = code.to_be_bytes();
    bytes.iter().filter(|&&byte| byte != 0).map(|&byte| char::from(byte)).collect()
}

#[inline]
fn slot_of(code: u64, shift: u32) -> usize {
    (code.wrapping_mul(0x9e37_79b9_7f4a_7c15) >> shift) as usize
}
