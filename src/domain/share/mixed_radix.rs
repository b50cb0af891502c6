//! Digits of different radix as one number, and back: 32 answers of 4 to 8 values take 11 octets.

/// A digit and how many values it has.
#[derive(Clone, Copy)]
pub(super) struct Digit {
    pub value: u32,
    pub radix: u32,
}

/// The number, most significant octet first, in as many octets as the greatest one takes.
pub(super) fn pack(digits: &[Digit]) -> Vec<u8> {
    let radices: Vec<u32> = digits.iter().map(|digit| digit.radix).collect();
    let mut number = vec![0; length(&radices)];
    for digit in digits {
        multiply_add(&mut number, digit.radix, digit.value.min(digit.radix.saturating_sub(1)));
    }
    number
}

/// The digits of a number; `None` where it has another length or is too great.
pub(super) fn unpack(octets: &[u8], radices: &[u32]) -> Option<Vec<u32>> {
    if octets.len() != length(radices) {
        return None;
    }
    let mut number = octets.to_vec();
    let mut values: Vec<u32> = radices.iter().rev().map(|radix| divide(&mut number, *radix)).collect();
    values.reverse();
    number.iter().all(|octet| *octet == 0).then_some(values)
}

/// Octets that the greatest number takes.
fn length(radices: &[u32]) -> usize {
    let mut greatest = vec![0; radices.len() * 4];
    for radix in radices {
        multiply_add(&mut greatest, *radix, radix.saturating_sub(1));
    }
    greatest.iter().skip_while(|octet| **octet == 0).count()
}

fn multiply_add(number: &mut [u8], radix: u32, value: u32) {
    let mut carry = u64::from(value);
    for octet in number.iter_mut().rev() {
        carry += u64::from(*octet) * u64::from(radix);
        *octet = (carry & 0xff) as u8;
        carry >>= 8;
    }
}

/// Divides in place and returns the rest.
fn divide(number: &mut [u8], radix: u32) -> u32 {
    let radix = u64::from(radix.max(1));
    let mut rest = 0;
    for octet in number {
        let part = rest << 8 | u64::from(*octet);
        *octet = (part / radix) as u8;
        rest = part % radix;
    }
    rest as u32
}
