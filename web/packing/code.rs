//! Follows the functions of a WebAssembly program byte by byte, to tell the model where it stands: which instruction,
//! which of its operands, and what stood there last time.

use crate::model::{CONTEXTS, hash};

/// What the next byte is, or belongs to: an instruction, or one of its operands, or what stands before them in a
/// function. The numbers are places in tables.
#[derive(Clone, Copy, PartialEq)]
#[repr(u8)]
enum Kind {
    Instruction = 0,
    Local = 1,
    Constant = 2,
    Function = 3,
    Type = 4,
    Other = 5,
    Long = 6,
    Label = 7,
    LabelCount = 8,
    LabelOf = 9,
    Float = 10,
    Double = 11,
    Global = 12,
    Functions = 13,
    Size = 14,
    Groups = 15,
    Many = 16,
    Of = 17,
    Block = 18,
    Prefixed = 19,
    Align = 23,
    Offset = 24,
}

pub struct Code {
    kind: Kind,
    /// What comes after this operand, where it is not an instruction.
    then: Option<Kind>,
    /// The instruction whose operands these are.
    instruction: u8,
    /// How much of the number there is: bytes, and the value so far.
    bytes: u32,
    value: u32,
    /// How many more of the kind come: bytes, labels, groups of locals.
    left: u32,
    /// Where the function ends.
    end: usize,
    /// The instructions before, the last in the lowest byte.
    before: u64,
    /// The last values of each kind of operand, and the last but one.
    last: [u32; 32],
    older: [u32; 32],
}

impl Code {
    pub fn start(&mut self) {
        self.kind = Kind::Functions;
    }

    /// Kind and byte of it: below 128.
    pub fn place(&self) -> u32 {
        self.kind as u32 * 4 + self.bytes.min(3)
    }

    /// The instruction at hand, or the one before it.
    pub fn token(&self) -> u32 {
        if self.kind == Kind::Instruction { self.before as u32 & 0xff } else { u32::from(self.instruction) }
    }

    /// What stood before, told in seven ways. `near`: the last four bytes, the last one lowest.
    pub fn contexts(&self, near: u32) -> [u32; CONTEXTS] {
        let kind = self.kind as usize;
        let here = hash(kind as u32, if self.bytes > 0 { hash(self.value, self.bytes) } else { 0 });
        let before = self.before as u32;
        [
            hash(near & 0xffff, kind as u32),
            near & 0xff_ffff,
            hash(here, before & 0xff),
            hash(here, before),
            hash(hash(here, before), (self.before >> 32) as u32 & 0xffff),
            hash(hash(here, before & 0xffff), hash(self.last[kind], self.older[kind])),
            hash(hash(here, before & 0xff_ffff), self.last[Kind::Function as usize]),
        ]
    }

    /// Learns of the byte before `pos`.
    pub fn after(&mut self, byte: u8, pos: usize) {
        match self.kind {
            Kind::Instruction => {
                self.instruction = byte;
                self.before = self.before << 8 | u64::from(byte);
                let (kind, then) = match byte {
                    0x20..=0x22 => (Kind::Local, None),
                    0x23 | 0x24 => (Kind::Global, None),
                    0x10 => (Kind::Function, None),
                    0x11 => (Kind::Type, Some(Kind::Other)),
                    0x02..=0x04 => (Kind::Block, None),
                    0x0c | 0x0d => (Kind::Label, None),
                    0x0e => (Kind::LabelCount, None),
                    0x41 => (Kind::Constant, None),
                    0x42 => (Kind::Long, None),
                    0x43 => (Kind::Float, None),
                    0x44 => (Kind::Double, None),
                    0x28..=0x3e => (Kind::Align, Some(Kind::Offset)),
                    0x1c => (Kind::Other, Some(Kind::Other)),
                    0x25 | 0x26 | 0x3f | 0x40 | 0xd0 => (Kind::Other, None),
                    0xd2 => (Kind::Function, None),
                    0xfc => (Kind::Prefixed, None),
                    _ => (Kind::Instruction, None),
                };
                self.next(kind, then);
                self.left = if kind == Kind::Double { 8 } else { 4 };
            }
            Kind::Float | Kind::Double => {
                self.bytes += 1;
                self.value = self.value.wrapping_mul(31).wrapping_add(u32::from(byte));
                self.left = self.left.saturating_sub(1);
                if self.left == 0 {
                    self.next(Kind::Instruction, None);
                }
            }
            _ => {
                self.value |= u32::from(byte & 127) << (7 * self.bytes).min(28);
                self.bytes += 1;
                if byte < 128 {
                    self.operand(pos);
                }
            }
        }
        if pos == self.end {
            self.next(Kind::Size, None);
        }
    }

    fn next(&mut self, kind: Kind, then: Option<Kind>) {
        (self.kind, self.then, self.bytes, self.value) = (kind, then, 0, 0);
        if kind == Kind::Instruction {
            self.instruction = 0;
        }
    }

    fn operand(&mut self, pos: usize) {
        let (kind, value) = (self.kind, self.value);
        let slot = kind as usize;
        (self.older[slot], self.last[slot]) = (self.last[slot], value);
        match kind {
            Kind::Functions => self.next(Kind::Size, None),
            Kind::Size => {
                self.end = pos.saturating_add(value as usize);
                self.next(Kind::Groups, None);
            }
            Kind::Groups => {
                self.left = value;
                self.locals();
            }
            Kind::Many => self.next(Kind::Of, None),
            Kind::Of => {
                self.left = self.left.saturating_sub(1);
                self.locals();
            }
            Kind::LabelCount => {
                self.left = value.saturating_add(1);
                self.next(Kind::LabelOf, None);
            }
            Kind::LabelOf if self.left > 1 => {
                self.left -= 1;
                self.next(Kind::LabelOf, None);
            }
            Kind::Prefixed => match value {
                0..=7 => self.next(Kind::Instruction, None),
                11 => self.next(Kind::Other, None),
                _ => self.next(Kind::Other, Some(Kind::Other)),
            },
            _ => self.next(self.then.unwrap_or(Kind::Instruction), None),
        }
    }

    fn locals(&mut self) {
        if self.left > 0 {
            self.next(Kind::Many, None);
        } else {
            self.before = 0;
            self.next(Kind::Instruction, None);
        }
    }
}
