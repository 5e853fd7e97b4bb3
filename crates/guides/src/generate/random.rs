//! Random numbers: what comes next, the same on every machine?

/// SplitMix64 (Steele, Lea, Flood 2014): small, and good enough for made-up files.
#[derive(Clone, Debug)]
pub struct Random(u64);

impl Random {
    /// Starts from a seed.
    #[must_use]
    pub fn new(seed: u64) -> Self {
        Self(seed)
    }

    /// The next 64 bits.
    pub fn bits(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ self.0 >> 30).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ mixed >> 27).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ mixed >> 31
    }

    /// A number from `low` to `high`, both included; `low` where they are the wrong way round.
    pub fn between(&mut self, low: usize, high: usize) -> usize {
        let width = high.saturating_sub(low) as u128 + 1;
        low + ((u128::from(self.bits()) * width) >> 64) as usize
    }

    /// True in `percent` of a hundred calls.
    pub fn chance(&mut self, percent: u8) -> bool {
        self.between(1, 100) <= usize::from(percent)
    }

    /// One of some choices; none of none.
    pub fn pick<'c, T>(&mut self, choices: &'c [T]) -> Option<&'c T> {
        choices.get(self.between(0, choices.len().saturating_sub(1)))
    }

    /// Puts items into another order.
    pub fn shuffle<T>(&mut self, items: &mut [T]) {
        for at in (1..items.len()).rev() {
            let other = self.between(0, at);
            items.swap(at, other);
        }
    }
}
