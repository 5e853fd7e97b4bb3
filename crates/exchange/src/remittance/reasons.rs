//! Reasons: how much did each adjustment reason take off, over all claims?
//!
//! A small open-addressing table, because every adjustment of a file passes through it. Past its limit of
//! distinct reasons (no real file comes near) the rest is summed under an empty reason.

use superbill_types::sort_by_number;

use super::rows::{ReasonTotal, Scaled};

const SLOTS: usize = 4096;
const LIMIT: usize = 2048;

#[derive(Clone, Debug, Default)]
pub(super) struct Reasons {
    slots: Vec<Slot>,
    used: usize,
}

#[derive(Clone, Copy, Debug, Default)]
struct Slot {
    key: u64,
    units: i64,
    count: u32,
}

impl Reasons {
    #[inline]
    pub(super) fn add(&mut self, group: &[u8], reason: &[u8], units: i64) {
        if self.slots.is_empty() {
            self.slots.resize(SLOTS, Slot::default());
        }
        let mut key = key(group, reason);
        loop {
            let mut at = (key.wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 52) as usize;
            while self.slots[at].key != key && self.slots[at].key != 0 {
                at = (at + 1) % SLOTS;
            }
            let slot = &mut self.slots[at];
            if slot.key == 0 {
                if self.used >= LIMIT && key != REST {
                    key = REST;
                    continue;
                }
                self.used += 1;
                slot.key = key;
            }
            slot.units = slot.units.saturating_add(units);
            slot.count += 1;
            return;
        }
    }

    /// Largest first; equal ones by group and reason.
    pub(super) fn totals(&self) -> Vec<ReasonTotal> {
        let mut used: Vec<&Slot> = self.slots.iter().filter(|slot| slot.key != 0).collect();
        sort_by_number(&mut used, |slot| slot.key.cast_signed());
        sort_by_number(&mut used, |slot| !slot.units.saturating_abs());
        used.into_iter()
            .map(|slot| {
                let (group, reason) = names(slot.key);
                ReasonTotal { group, reason, amount: Scaled::new(slot.units), count: slot.count }
            })
            .collect()
    }
}

/// Two bytes of group above six of reason; a reason that does not fit shares the rest.
fn key(group: &[u8], reason: &[u8]) -> u64 {
    if group.len() > 2 || reason.len() > 6 || (group.is_empty() && reason.is_empty()) {
        return REST;
    }
    let mut bytes = [b' '; 8];
    bytes[..group.len()].copy_from_slice(group);
    bytes[2..2 + reason.len()].copy_from_slice(reason);
    u64::from_be_bytes(bytes)
}

const REST: u64 = u64::from_be_bytes(*b"        ");

fn names(key: u64) -> (String, String) {
    let bytes = key.to_be_bytes();
    let text = |part: &[u8]| String::from_utf8_lossy(part).trim_end().to_owned();
    (text(&bytes[..2]), text(&bytes[2..]))
}
