use miniz_oxide::deflate::compress_to_vec;

use super::OfficeError;
use super::crc::crc32;

/// Writes a ZIP archive piece by piece, so that photos need not be in memory together: each
/// [`ZipWriter::add`] returns the next bytes of the archive and forgets the file.
///
/// Sizes stand in front of the data, never behind them: Android's stream reader refuses stored
/// entries with a trailing descriptor. Names are UTF-8. No ZIP64: an archive ends below 4 GB.
/// Measured against zip 9.8, which adds 81 kB (brotli) and wants to go back in what it wrote.
#[derive(Debug, Default)]
pub struct ZipWriter {
    /// Bytes given out so far.
    offset: u32,
    directory: Vec<u8>,
    count: u16,
}

/// The date that a file carries; the earliest that the format knows by default.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Modified {
    /// 1980 to 2107.
    pub year: u16,
    /// 1 to 12.
    pub month: u8,
    /// 1 to 31.
    pub day: u8,
}

impl Default for Modified {
    fn default() -> Modified {
        Modified { year: 1980, month: 1, day: 1 }
    }
}

impl Modified {
    /// The date of `2026-11-05` or of an instant that begins with it; the default for anything else.
    pub fn parse(date: &str) -> Modified {
        let parsed = || {
            let mut numbers = date.get(..10)?.split('-');
            let year = numbers.next()?.parse().ok().filter(|year| (1980..=2107).contains(year))?;
            let month = numbers.next()?.parse().ok().filter(|month| (1..=12).contains(month))?;
            let day = numbers.next()?.parse().ok().filter(|day| (1..=31).contains(day))?;
            Some(Modified { year, month, day })
        };
        parsed().unwrap_or_default()
    }

    fn dos_date(self) -> u16 {
        ((self.year - 1980) << 9) | (u16::from(self.month) << 5) | u16::from(self.day)
    }
}

const STORED: u16 = 0;
const DEFLATED: u16 = 8;
const UTF8_NAMES: u16 = 1 << 11;
const VERSION: u16 = 20;

impl ZipWriter {
    /// The next bytes of the archive: this file with its header.
    pub fn add(&mut self, name: &str, modified: Modified, bytes: &[u8]) -> Result<Vec<u8>, OfficeError> {
        let (mut head, packed) = self.begin(name, modified, bytes)?;
        head.extend(packed.as_deref().unwrap_or(bytes));
        Ok(head)
    }

    /// The next bytes as far as the file itself, and what follows there: the file packed, or the very `bytes` where
    /// nothing is given. Whoever has these in a file need not have them copied.
    pub fn begin(
        &mut self,
        name: &str,
        modified: Modified,
        bytes: &[u8],
    ) -> Result<(Vec<u8>, Option<Vec<u8>>), OfficeError> {
        let too_large = || OfficeError::TooLarge(name.into());
        let (method, packed) = pack(name, bytes);
        let size = u32::try_from(bytes.len()).map_err(|_| too_large())?;
        let packed_size = packed.as_ref().map_or(Ok(size), |packed| u32::try_from(packed.len()));
        let packed_size = packed_size.map_err(|_| too_large())?;
        let name_length = u16::try_from(name.len()).map_err(|_| too_large())?;
        let count = self.count.checked_add(1).ok_or_else(too_large)?;

        // What the file's header and its line in the directory have in common.
        let mut common = Vec::new();
        for half in [VERSION, UTF8_NAMES, method, 0, modified.dos_date()] {
            common.extend(half.to_le_bytes());
        }
        for word in [crc32(bytes), packed_size, size] {
            common.extend(word.to_le_bytes());
        }
        common.extend(name_length.to_le_bytes());
        common.extend([0; 2]);

        let mut head = Vec::with_capacity(name.len() + 30);
        head.extend(b"PK\x03\x04");
        head.extend(&common);
        head.extend(name.as_bytes());
        let length = u32::try_from(head.len()).ok().and_then(|length| length.checked_add(packed_size));
        let offset = length.and_then(|length| self.offset.checked_add(length)).ok_or_else(too_large)?;

        self.directory.extend(b"PK\x01\x02");
        self.directory.extend(VERSION.to_le_bytes());
        self.directory.extend(&common);
        self.directory.extend([0; 10]);
        self.directory.extend(self.offset.to_le_bytes());
        self.directory.extend(name.as_bytes());
        self.offset = offset;
        self.count = count;
        Ok((head, packed))
    }

    /// The last bytes of the archive: its directory.
    pub fn finish(self) -> Result<Vec<u8>, OfficeError> {
        let size = u32::try_from(self.directory.len()).map_err(|_| OfficeError::TooLarge("directory".into()))?;
        let mut end = self.directory;
        end.extend(b"PK\x05\x06\0\0\0\0");
        end.extend(self.count.to_le_bytes());
        end.extend(self.count.to_le_bytes());
        end.extend(size.to_le_bytes());
        end.extend(self.offset.to_le_bytes());
        end.extend([0; 2]);
        Ok(end)
    }
}

/// The bytes packed, or `None` where that would not make them smaller.
fn pack(name: &str, bytes: &[u8]) -> (u16, Option<Vec<u8>>) {
    const PACKED_ALREADY: [&str; 9] = ["jpg", "jpeg", "png", "webp", "heic", "pdf", "zip", "docx", "xlsx"];
    let ending = name.rsplit('.').next().unwrap_or_default();
    if PACKED_ALREADY.contains(&ending) {
        return (STORED, None);
    }
    let packed = compress_to_vec(bytes, 6);
    if packed.len() < bytes.len() { (DEFLATED, Some(packed)) } else { (STORED, None) }
}

/// A whole archive of a few files, such as the package of a Word document.
pub(super) fn package(files: &[(&str, String)]) -> Result<Vec<u8>, OfficeError> {
    let mut writer = ZipWriter::default();
    let mut out = Vec::new();
    for (name, content) in files {
        out.extend(writer.add(name, Modified::default(), content.as_bytes())?);
    }
    out.extend(writer.finish()?);
    Ok(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(date: &str, expected: (u16, u8, u8)) {
        let (year, month, day) = expected;
        assert_eq!(Modified::parse(date), Modified { year, month, day }, "{date:?}");
    }

    #[test]
    fn dates_outside_the_format_become_its_earliest() {
        check("2026-11-05", (2026, 11, 5));
        check("2026-11-05T10:00:00Z", (2026, 11, 5));
        check("1979-12-31", (1980, 1, 1));
        check("2108-01-01", (1980, 1, 1));
        check("2026-13-01", (1980, 1, 1));
        check("2026-11-0ợ", (1980, 1, 1));
        check("", (1980, 1, 1));
    }
}
