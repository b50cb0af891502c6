//! Guesses the next bit of what the single file carries, from what went before. Packing and unpacking make the same
//! guesses, so that only what was guessed wrong takes room: context mixing, as in the PAQ family of packers, with
//! contexts for WebAssembly.
//!
//! Each of seven contexts looks up what followed it before, as a history of bits; a map tells what such a history was
//! worth; three mixers weigh the answers by how right they were; and a last step corrects the outcome by experience.
//!
//! Every machine has to make the very same guesses: whole numbers, and sums, products and quotients of floating-point
//! numbers, which IEEE 754 settles to the last digit. No exponential function: two of them may differ.

use crate::code::Code;

/// What looks at each byte.
pub const CONTEXTS: usize = 7;

/// What a mixer hears: the contexts, and the longest match.
const INPUTS: usize = CONTEXTS + 1;

/// How many groups of histories each context has room for.
const GROUPS: usize = 1 << 18;

/// A group: what tells apart the contexts that share it, then the histories of up to four bits, as a tree.
type Group = [u8; 16];

const MATCHES: usize = 1 << 18;
const SHORTEST_MATCH: usize = 7;

/// The mixers' sets of weights.
const SETS: usize = 4096;

/// Rows and columns of the last step.
const ROWS: usize = 1 << 11;
const COLUMNS: usize = 49;

/// How fast maps and the last step learn, as a shift.
const MAP_SPEED: u32 = 7;
const CORRECTION_SPEED: u32 = 5;
const MIXER_SPEED: f32 = 0.016;

/// What the bytes are.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Matter {
    /// The code section of a WebAssembly program: the number of functions, and the functions.
    Code,
    /// Anything else: texts, and tables of words of four bytes.
    Texts,
}

/// About 31 MB. All of it may be zero before [`Model::start`], so that it takes no room in a program.
pub struct Model {
    matter: Matter,
    code: Code,
    groups: [[Group; GROUPS]; CONTEXTS],
    maps: [[u16; 256]; CONTEXTS],
    /// The history after a history and a bit.
    next: [[u8; 256]; 2],
    weights: [[[f32; INPUTS]; SETS]; 3],
    corrections: [[[u16; COLUMNS]; ROWS]; 2],
    match_odds: [u16; 64],
    /// Where such bytes stood last: the place after them.
    matches: [u32; MATCHES],
    /// Where the match goes on, and how long it has been.
    matched: (usize, usize),
    /// ln(p / (1 - p)) of odds of 4096.
    stretched: [f32; 4096],
    /// The odds of such a value, of 256 a unit.
    squashed: [f32; 8192],
    /// What tells apart the word being written, and the one before it.
    words: [u32; 2],
}

impl Model {
    #[cfg(not(target_arch = "wasm32"))]
    pub fn new(matter: Matter) -> Box<Model> {
        // SAFETY: numbers, arrays of them, and enums with a variant 0.
        let mut model: Box<Model> = unsafe { Box::new_zeroed().assume_init() };
        model.start(matter);
        model
    }

    /// Makes ready a model that is all zero.
    pub fn start(&mut self, matter: Matter) {
        self.matter = matter;
        self.code.start();
        for (i, value) in self.stretched.iter_mut().enumerate() {
            *value = logit((i as f64 + 0.5) / 4096.0) as f32;
        }
        const E_TO_1_256TH: f64 = 1.003_913_889_338_347_6;
        let mut power = 1.0;
        for i in 0..4096 {
            self.squashed[4096 + i] = (power / (1.0 + power)) as f32;
            power *= E_TO_1_256TH;
            self.squashed[4095 - i] = (1.0 / (1.0 + power)) as f32;
        }
        let mut odds = [0; 256];
        histories(&mut self.next, &mut odds);
        self.maps = [odds; CONTEXTS];
        for set in self.weights.iter_mut().flatten() {
            *set = [0.2; INPUTS];
        }
        self.match_odds = [1 << 15; 64];
        let mut row = [0; COLUMNS];
        for (i, odds) in row.iter_mut().enumerate() {
            *odds = (self.squashed[(i * 128 + 1024).min(8191)] * 65535.0) as u16;
        }
        for slot in self.corrections.iter_mut().flatten() {
            *slot = row;
        }
    }

    /// The byte that comes after `before`. `bit` is asked for each of its bits, the highest first, with the odds of 65536
    /// that it is set: 2 to 65533.
    pub fn byte(&mut self, before: &[u8], mut bit: impl FnMut(u32) -> bool) -> u8 {
        let back = |distance: usize| before.len().checked_sub(distance).map_or(0, |at| u32::from(before[at]));
        let near = back(1) | back(2) << 8 | back(3) << 16 | back(4) << 24;
        // What the contexts look at, where the byte stands, and what stands before it.
        let (contexts, place, token) = if self.matter == Matter::Code {
            (self.code.contexts(near), self.code.place(), self.code.token())
        } else {
            let column = before.len() as u32 & 3;
            let contexts = [
                back(1),
                near & 0xffff,
                near & 0xff_ffff,
                near,
                hash(self.words[0], back(1)),
                hash(self.words[0], self.words[1]),
                hash(back(4) << 8 | back(8), column),
            ];
            (contexts, column, back(1))
        };
        let circumstance = hash(near & 0xffff, place);
        let (match_at, match_long) = self.matched;
        let long = match match_long {
            0 => 0,
            1..16 => 1,
            16..32 => 2,
            _ => 3,
        };
        let mut expected = if match_long > 0 { u32::from(before[match_at]) | 256 } else { 0 };
        let mut at = [0; CONTEXTS];
        let mut group = [[0; 16]; CONTEXTS];
        // The bits so far, after a leading one.
        let mut bits = 1u32;
        for left in (0..8u32).rev() {
            if left == 7 || left == 3 {
                if left == 3 {
                    for i in 0..CONTEXTS {
                        self.groups[i][at[i]] = group[i];
                    }
                }
                // All owners first: memory so large is slow, and so no look waits for the one before.
                let keys: [u32; CONTEXTS] = core::array::from_fn(|i| hash(hash(contexts[i], i as u32), bits));
                let owners: [[u8; 2]; CONTEXTS] = core::array::from_fn(|i| {
                    let first = home(keys[i]);
                    [self.groups[i][first][0], self.groups[i][first ^ 1][0]]
                });
                for i in 0..CONTEXTS {
                    at[i] = find(&mut self.groups[i], keys[i], owners[i]);
                    group[i] = self.groups[i][at[i]];
                }
            }
            let half = if left >= 4 { bits } else { bits & ((1 << (3 - left)) - 1) | 1 << (3 - left) };
            let node = half as usize & 15;

            let mut inputs = [0.0; INPUTS];
            for i in 0..CONTEXTS {
                inputs[i] = self.stretched[usize::from(self.maps[i][usize::from(group[i][node])] >> 4)];
            }
            let guess = (match_long.min(31) << 1 | (expected >> left & 1) as usize) & 63;
            if expected >> (left + 1) == bits {
                inputs[CONTEXTS] = self.stretched[usize::from(self.match_odds[guess] >> 4)];
            } else {
                expected = 0;
            }

            let sets =
                [place * 8 + left, long << 8 | token, (place >> 2 & 15) << 8 | bits].map(|set| set as usize % SETS);
            let sums: [f32; 3] = core::array::from_fn(|i| dot(&self.weights[i][sets[i]], &inputs));
            let sum = ((sums[0] + sums[1] + sums[2]) * (1.0 / 3.0)).clamp(-11.99, 11.99);
            let (cell, part) = ((sum * 2.0 + 24.0) as usize % (COLUMNS - 1), sum * 2.0 + 24.0);
            let part = part - cell as f32;
            let rows = [place >> 2 << 8 | bits, hash(circumstance, bits) >> 8].map(|row| row as usize % ROWS);
            let corrected: [f32; 2] = core::array::from_fn(|i| {
                let row = &self.corrections[i][rows[i]];
                f32::from(row[cell]) * (1.0 - part) + f32::from(row[cell + 1]) * part
            });
            let odds = (self.squash(sum) * 65536.0 + corrected[0] + corrected[1]) * (1.0 / 3.0);
            let set = bit((odds as u32).clamp(2, 65533));

            let goal = if set { 1.0 } else { 0.0 };
            for i in 0..3 {
                let step = (goal - self.squash(sums[i])) * MIXER_SPEED;
                for (weight, input) in self.weights[i][sets[i]].iter_mut().zip(inputs) {
                    *weight += step * input;
                }
            }
            for (corrections, row) in self.corrections.iter_mut().zip(rows) {
                learn(&mut corrections[row][cell + usize::from(part > 0.5)], set, CORRECTION_SPEED);
            }
            for (map, histories) in self.maps.iter_mut().zip(&mut group) {
                let history = &mut histories[node];
                learn(&mut map[usize::from(*history)], set, MAP_SPEED);
                *history = self.next[usize::from(set)][usize::from(*history)];
            }
            if expected != 0 {
                learn(&mut self.match_odds[guess], set, CORRECTION_SPEED);
            }
            bits = bits << 1 | u32::from(set);
        }
        for i in 0..CONTEXTS {
            self.groups[i][at[i]] = group[i];
        }
        bits as u8
    }

    /// Learns where the last byte of `all` leads.
    pub fn after(&mut self, all: &[u8]) {
        let Some(&byte) = all.last() else { return };
        let (at, long) = self.matched;
        self.matched = if long > 0 && all[at] == byte { (at + 1, long + 1) } else { (0, 0) };
        if all.len() >= SHORTEST_MATCH {
            let last = &all[all.len() - SHORTEST_MATCH..];
            let key = last.iter().fold(0, |key, &byte| hash(key, u32::from(byte))) as usize % MATCHES;
            if self.matched.1 == 0 {
                let at = self.matches[key] as usize;
                let long = all[..at].iter().rev().zip(all.iter().rev()).take(40).take_while(|(a, b)| a == b).count();
                self.matched = if long >= SHORTEST_MATCH { (at, long) } else { (0, 0) };
            }
            self.matches[key] = all.len() as u32;
        }
        if self.matter == Matter::Code {
            self.code.after(byte, all.len());
        } else if byte.is_ascii_alphabetic() || byte >= 128 {
            self.words[0] = hash(self.words[0], u32::from(byte) + 1);
        } else if self.words[0] != 0 {
            self.words = [0, self.words[0]];
        }
    }

    fn squash(&self, sum: f32) -> f32 {
        self.squashed[((sum * 256.0) as i32 + 4096).clamp(0, 8191) as usize]
    }
}

fn dot(weights: &[f32; INPUTS], inputs: &[f32; INPUTS]) -> f32 {
    let sums: [f32; 4] = core::array::from_fn(|i| weights[i] * inputs[i] + weights[i + 4] * inputs[i + 4]);
    (sums[0] + sums[1]) + (sums[2] + sums[3])
}

/// Moves odds of 65536 towards what came.
fn learn(odds: &mut u16, set: bool, speed: u32) {
    let goal = if set { 65535 } else { 0 };
    *odds = (i32::from(*odds) + ((goal - i32::from(*odds)) >> speed)) as u16;
}

/// Where the histories of a context stand: of two places, the one that is its own, else the one less used, emptied.
/// `owners`: what stands in front of both.
fn find(groups: &mut [Group; GROUPS], key: u32, owners: [u8; 2]) -> usize {
    let own = ((key >> 24) as u8).max(1);
    let (first, second) = (home(key), home(key) ^ 1);
    if owners[0] == own {
        return first;
    }
    if owners[1] == own {
        return second;
    }
    let at = if groups[first][1] <= groups[second][1] { first } else { second };
    groups[at] = [0; 16];
    groups[at][0] = own;
    at
}

fn home(key: u32) -> usize {
    (key.wrapping_mul(0x9e37_79b1) >> 8) as usize % GROUPS
}

/// Histories of bits as numbers: how many zeros and ones, within bounds, and which came last. The longer one kind
/// was missing, the fewer of it are remembered. `next` tells what follows a history and a bit; `odds`, how likely a
/// one seems after it.
fn histories(next: &mut [[u8; 256]; 2], odds: &mut [u16; 256]) {
    let most = |few: u8| [40, 24, 12, 8, 5, 5][usize::from(few)];
    let mut known = [(0u8, 0u8, false); 256];
    let mut count = 1;
    let mut at = 0;
    while at < count {
        let (zeros, ones, _) = known[at];
        odds[at] = ((f32::from(ones) + 0.4) / (f32::from(zeros) + f32::from(ones) + 0.8) * 65535.0) as u16;
        for bit in [false, true] {
            let (mut same, mut other) = if bit { (ones + 1, zeros) } else { (zeros + 1, ones) };
            other = match other {
                0..2 => other,
                2..4 => 1,
                4..7 => 2,
                7..16 => 3,
                _ => 4,
            };
            while same.min(other) > 5 || same.max(other) > most(same.min(other)) {
                *(if same >= other { &mut same } else { &mut other }) -= 1;
            }
            let last = bit && same > 0 && other > 0;
            let history = if bit { (other, same, last) } else { (same, other, last) };
            let found = known[..count].iter().position(|known| *known == history);
            if found.is_none() && count < 256 {
                known[count] = history;
                count += 1;
            }
            next[usize::from(bit)][at] = found.unwrap_or(count - 1) as u8;
        }
        at += 1;
    }
}

/// One number for two, so that near ones lie far apart.
pub fn hash(a: u32, b: u32) -> u32 {
    let key = a.wrapping_mul(0x2c1b_3c6d).wrapping_add(b.wrapping_mul(0x9e37_79b1)).wrapping_add(0x297a_2d39);
    let key = (key ^ key >> 15).wrapping_mul(0x85eb_ca6b);
    key ^ key >> 13
}

/// ln(p / (1 - p)).
fn logit(p: f64) -> f64 {
    let (mut ratio, mut twos) = (p / (1.0 - p), 0.0);
    while ratio > 1.5 {
        ratio /= 2.0;
        twos += 1.0;
    }
    while ratio < 0.75 {
        ratio *= 2.0;
        twos -= 1.0;
    }
    let y = (ratio - 1.0) / (ratio + 1.0);
    let (mut sum, mut power) = (0.0, y);
    for i in 0..12 {
        sum += power / f64::from(2 * i + 1);
        power *= y * y;
    }
    twos * core::f64::consts::LN_2 + 2.0 * sum
}
