use miniz_oxide::inflate::decompress_to_vec_with_limit;
use rawzip::{CompressionMethod, ZipArchive, ZipSliceArchive, ZipVerification};

use super::OfficeError;
use super::crc::crc32;

/// Most entries that an archive of ours could have, and far more than a person packs.
const MOST_ENTRIES: u64 = 5_000;

/// Bytes beyond which a file in an archive is not read as a dossier: what the reader takes.
pub const LARGEST_DOSSIER: u64 = crate::domain::dossier::wire::MAX_BYTES as u64;

/// Bytes beyond which no file is unpacked.
pub const LARGEST_FILE: u64 = 128 << 20;

/// An archive that somebody chose to open. Nothing in it is believed: what unpacks beyond a limit,
/// shares bytes with another file or does not match its checksum is refused. Folders, encrypted
/// files and archives within the archive are passed over.
#[derive(Debug)]
pub struct Archive {
    bytes: Vec<u8>,
    files: Vec<PackedFile>,
}

/// A file in an [`Archive`].
#[derive(Clone, Debug)]
pub struct PackedFile {
    /// With `/` between folders, never absolute, never upwards.
    pub name: String,
    /// Bytes unpacked, as the archive claims.
    pub size: u64,
    deflated: bool,
    checksum: u32,
    /// Where its packed bytes are in the archive.
    from: usize,
    to: usize,
}

impl Archive {
    /// Reads the list of files; unpacks nothing yet.
    pub fn open(bytes: Vec<u8>) -> Result<Archive, OfficeError> {
        let files = list(&ZipArchive::from_slice(bytes.as_slice()).map_err(|_| OfficeError::NotAnArchive)?)?;
        Ok(Archive { bytes, files })
    }

    pub fn files(&self) -> &[PackedFile] {
        &self.files
    }

    /// The bytes of a file, unless they are more than `most`.
    pub fn read(&self, name: &str, most: u64) -> Result<Vec<u8>, OfficeError> {
        let file = self.files.iter().find(|file| file.name == name);
        let file = file.ok_or_else(|| OfficeError::NoSuchFile(name.into()))?;
        if file.size > most {
            return Err(OfficeError::TooLarge(name.into()));
        }
        let packed = self.bytes.get(file.from..file.to).ok_or(OfficeError::NotAnArchive)?;
        // The limit is the claimed size: a file that unpacks to more is a lie, not a large file.
        let limit = usize::try_from(file.size).map_err(|_| OfficeError::TooLarge(name.into()))?;
        let bytes = match file.deflated {
            true => decompress_to_vec_with_limit(packed, limit).map_err(|_| OfficeError::Damaged(name.into()))?,
            false => packed.to_vec(),
        };
        let claimed = ZipVerification { crc: file.checksum, uncompressed_size: file.size };
        let found = ZipVerification { crc: crc32(&bytes), uncompressed_size: bytes.len() as u64 };
        claimed.valid(found).map_err(|_| OfficeError::Damaged(name.into()))?;
        Ok(bytes)
    }
}

fn list(archive: &ZipSliceArchive<&[u8]>) -> Result<Vec<PackedFile>, OfficeError> {
    if archive.entries_hint() > MOST_ENTRIES {
        return Err(OfficeError::Hostile);
    }
    let mut files = Vec::new();
    for (count, entry) in (0u64..).zip(archive.entries()) {
        if count >= MOST_ENTRIES {
            return Err(OfficeError::Hostile);
        }
        let entry = entry.map_err(|_| OfficeError::NotAnArchive)?;
        let deflated = entry.compression_method() == CompressionMethod::DEFLATE;
        let readable = deflated || entry.compression_method() == CompressionMethod::STORE;
        let Ok(name) = entry.file_path().try_normalize() else { continue };
        if entry.is_dir() || !readable || entry.flags().is_encrypted() {
            continue;
        }
        let packed = archive.get_entry(entry.wayfinder()).map_err(|_| OfficeError::NotAnArchive)?;
        let claimed = packed.claim_verifier();
        let (from, to) = packed.compressed_data_range();
        files.push(PackedFile {
            name: name.as_ref().to_string(),
            size: claimed.uncompressed_size,
            deflated,
            checksum: claimed.crc,
            from: usize::try_from(from).map_err(|_| OfficeError::NotAnArchive)?,
            to: usize::try_from(to).map_err(|_| OfficeError::NotAnArchive)?,
        });
    }
    refuse_shared_bytes(&files)?;
    Ok(files)
}

/// Files that share packed bytes are how a small archive unpacks to a vast one.
fn refuse_shared_bytes(files: &[PackedFile]) -> Result<(), OfficeError> {
    let mut ranges: Vec<(usize, usize)> = files.iter().map(|file| (file.from, file.to)).collect();
    ranges.sort_unstable();
    let shared = ranges.windows(2).any(|pair| pair[0].1 > pair[1].0);
    if shared { Err(OfficeError::Hostile) } else { Ok(()) }
}
