use crc::{CRC_32_ISO_HDLC, Crc, Table};

/// The checksum of ZIP. One table of 1 kB: those of rawzip and crc32fast have 16 kB that do not compress.
static CHECKSUM: Crc<u32, Table<1>> = Crc::<u32, Table<1>>::new(&CRC_32_ISO_HDLC);

/// Of the bytes of a file, as an archive tells it.
pub fn crc32(bytes: &[u8]) -> u32 {
    CHECKSUM.checksum(bytes)
}
