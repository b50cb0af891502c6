//! Arithmetic coding: a bit takes as little room as it was likely.

#[cfg(not(target_arch = "wasm32"))]
use crate::model::Matter;
use crate::model::Model;

/// The range that is left, and where in it.
struct Range {
    low: u32,
    high: u32,
}

impl Range {
    const WHOLE: Range = Range { low: 0, high: u32::MAX };

    /// Where the range parts: up to there the bit is set. `odds` of 65536.
    fn part(&self, odds: u32) -> u32 {
        self.low + ((u64::from(self.high - self.low) * u64::from(odds)) >> 16) as u32
    }

    fn narrow(&mut self, part: u32, bit: bool) {
        if bit {
            self.high = part;
        } else {
            self.low = part + 1;
        }
    }

    /// The highest byte, where it is settled; it leaves the range.
    fn settled(&mut self) -> Option<u8> {
        if (self.low ^ self.high) >> 24 != 0 {
            return None;
        }
        let byte = (self.high >> 24) as u8;
        self.low <<= 8;
        self.high = self.high << 8 | 255;
        Some(byte)
    }
}

/// Unpacks, as far as it is told to.
pub struct Decoder {
    range: Range,
    /// What is read of the packed bytes, and how many they are; past the end come zeros.
    window: u32,
    read: usize,
}

impl Decoder {
    pub const fn new() -> Decoder {
        Decoder { range: Range::WHOLE, window: 0, read: 0 }
    }

    /// The next byte after `before`.
    pub fn byte(&mut self, model: &mut Model, packed: &[u8], before: &[u8]) -> u8 {
        while self.read < 4 {
            self.take(packed);
        }
        model.byte(before, |odds| {
            let part = self.range.part(odds);
            let bit = self.window <= part;
            self.range.narrow(part, bit);
            while self.range.settled().is_some() {
                self.take(packed);
            }
            bit
        })
    }

    fn take(&mut self, packed: &[u8]) {
        self.window = self.window << 8 | u32::from(packed.get(self.read).copied().unwrap_or(0));
        self.read += 1;
    }
}

#[cfg(not(target_arch = "wasm32"))]
pub fn pack(matter: Matter, bytes: &[u8]) -> Vec<u8> {
    let mut model = Model::new(matter);
    let mut packed = Vec::new();
    let mut range = Range::WHOLE;
    for (at, byte) in bytes.iter().enumerate() {
        let mut left = 8;
        model.byte(&bytes[..at], |odds| {
            left -= 1;
            let bit = byte >> left & 1 == 1;
            let part = range.part(odds);
            range.narrow(part, bit);
            packed.extend(std::iter::from_fn(|| range.settled()));
            bit
        });
        model.after(&bytes[..=at]);
    }
    packed.extend(range.high.to_be_bytes());
    packed
}

/// Unpacks that many bytes.
#[cfg(not(target_arch = "wasm32"))]
pub fn unpack(matter: Matter, packed: &[u8], size: usize) -> Vec<u8> {
    let mut model = Model::new(matter);
    let mut decoder = Decoder::new();
    let mut bytes = Vec::with_capacity(size);
    for _ in 0..size {
        bytes.push(decoder.byte(&mut model, packed, &bytes));
        model.after(&bytes);
    }
    bytes
}

/// Tells a damaged file from a whole one: 32-bit FNV-1a.
pub fn sum(bytes: &[u8]) -> u32 {
    bytes.iter().fold(0x811c_9dc5, |sum, byte| (sum ^ u32::from(*byte)).wrapping_mul(0x0100_0193))
}
