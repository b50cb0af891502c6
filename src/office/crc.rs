/// The checksum of ZIP (CRC-32, ISO-HDLC). Ours because the fast one of rawzip carries 16 kB of tables
/// that do not compress.
pub(super) fn crc32(bytes: &[u8]) -> u32 {
    let table = table();
    let step = |crc: u32, byte: &u8| table[usize::from(crc as u8 ^ byte)] ^ (crc >> 8);
    !bytes.iter().fold(!0, step)
}

/// What each byte does; made anew for each file, which costs nothing beside reading it.
fn table() -> [u32; 256] {
    let mut table = [0; 256];
    for (byte, slot) in (0u32..).zip(&mut table) {
        *slot = (0..8).fold(byte, |crc, _| if crc & 1 == 1 { (crc >> 1) ^ 0xedb8_8320 } else { crc >> 1 });
    }
    table
}

#[cfg(test)]
mod tests {
    use super::crc32;

    #[test]
    fn agrees_with_the_check_value_and_with_rawzip() {
        assert_eq!(crc32(b"123456789"), 0xcbf4_3926);
        let bytes: Vec<u8> = (0..1000u32).map(|number| (number * 7 % 251) as u8).collect();
        for length in [0, 1, 255, 256, 257, 1000] {
            assert_eq!(crc32(&bytes[..length]), rawzip::crc32(&bytes[..length]));
        }
    }
}
