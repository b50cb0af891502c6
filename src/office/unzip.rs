use std::future::Future;
use std::ops::Range;

use miniz_oxide::inflate::decompress_to_vec_with_limit;
use rawzip::{CompressionMethod, ZipArchive, ZipVerification};

use super::OfficeError;
use super::crc::crc32;

/// Most entries that an archive of ours could have, and far more than a person packs.
const MOST_ENTRIES: u64 = 5_000;

/// Bytes beyond which a file in an archive is not read as a dossier: what the reader takes.
pub const LARGEST_DOSSIER: u64 = crate::domain::dossier::wire::MAX_BYTES as u64;

/// Bytes beyond which no photo or scan is unpacked: what attaching takes.
pub const LARGEST_FILE: u64 = 20_000_000;

/// The end of an archive in which its list of files is looked for: far more than the list of so many.
const TAIL: u64 = 2 << 20;

/// The header before each file, without its name and what else it says.
const HEADER: u64 = 30;

/// Where an archive lies. It is read piece by piece: one of hundreds of photos fits in no memory.
pub trait Source {
    fn length(&self) -> u64;
    fn bytes(&self, range: Range<u64>) -> impl Future<Output = Result<Vec<u8>, OfficeError>>;
}

impl Source for Vec<u8> {
    fn length(&self) -> u64 {
        self.len() as u64
    }

    async fn bytes(&self, range: Range<u64>) -> Result<Vec<u8>, OfficeError> {
        let place = |at: u64| usize::try_from(at).map_err(|_| OfficeError::NotAnArchive);
        let bytes = self.get(place(range.start)?..place(range.end)?);
        bytes.map(<[u8]>::to_vec).ok_or(OfficeError::NotAnArchive)
    }
}

/// An archive that somebody chose to open. Nothing in it is believed: what unpacks beyond a limit,
/// shares bytes with another file or does not match its checksum is refused. Folders and archives
/// within the archive are passed over.
#[derive(Debug)]
pub struct Archive<S> {
    source: S,
    files: Vec<PackedFile>,
}

/// A file in an [`Archive`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PackedFile {
    /// With `/` between folders, never absolute, never upwards.
    pub name: String,
    /// Bytes unpacked, as the archive claims.
    pub size: u64,
    pub checksum: u32,
    packed: u64,
    deflated: bool,
    /// Where its header begins.
    at: u64,
}

impl<S: Source> Archive<S> {
    /// Reads the list of files; unpacks nothing yet.
    pub async fn open(source: S) -> Result<Archive<S>, OfficeError> {
        let length = source.length();
        let begin = length.saturating_sub(TAIL);
        let mut tail = source.bytes(begin..length).await?;
        as_if_whole(&mut tail, begin)?;
        let files = list(&tail)?;
        Ok(Archive { source, files })
    }

    pub fn files(&self) -> &[PackedFile] {
        &self.files
    }

    /// The bytes of a file, unless they are more than `most`.
    pub async fn read(&self, file: &PackedFile, most: u64) -> Result<Vec<u8>, OfficeError> {
        let name = || file.name.clone();
        if file.size > most || file.packed > most + HEADER {
            let megabytes = file.size.max(file.packed).div_ceil(1_000_000);
            return Err(OfficeError::TooLargeToOpen { name: name(), megabytes });
        }
        let header = self.source.bytes(file.at..file.at.saturating_add(HEADER)).await?;
        let [b'P', b'K', 3, 4, .., n0, n1, e0, e1] = header[..] else { return Err(OfficeError::Damaged(name())) };
        let told = u64::from(u16::from_le_bytes([n0, n1])) + u64::from(u16::from_le_bytes([e0, e1]));
        let from = file.at.saturating_add(HEADER + told);
        let packed = self.source.bytes(from..from.saturating_add(file.packed)).await?;
        // The limit is the claimed size: a file that unpacks to more is a lie, not a large file.
        let limit = usize::try_from(file.size).map_err(|_| OfficeError::TooLarge(name()))?;
        let bytes = match file.deflated {
            true => decompress_to_vec_with_limit(&packed, limit).map_err(|_| OfficeError::Damaged(name()))?,
            false => packed,
        };
        let claimed = ZipVerification { crc: file.checksum, uncompressed_size: file.size };
        let found = ZipVerification { crc: crc32(&bytes), uncompressed_size: bytes.len() as u64 };
        claimed.valid(found).map_err(|_| OfficeError::Damaged(name()))?;
        Ok(bytes)
    }

    /// The same by the file's name.
    pub async fn read_named(&self, name: &str, most: u64) -> Result<Vec<u8>, OfficeError> {
        let file = self.files.iter().find(|file| file.name == name);
        self.read(file.ok_or_else(|| OfficeError::NoSuchFile(name.into()))?, most).await
    }
}

/// Lets the end of an archive that begins here be read by itself: its last record tells where in the whole the
/// list of files stands.
fn as_if_whole(tail: &mut [u8], begin: u64) -> Result<(), OfficeError> {
    if begin == 0 {
        return Ok(());
    }
    let record = tail.windows(4).rposition(|bytes| bytes == b"PK\x05\x06");
    let place = record.and_then(|at| tail.get_mut(at + 16..at + 20)).ok_or(OfficeError::NotAnArchive)?;
    let told = u64::from(u32::from_le_bytes([place[0], place[1], place[2], place[3]]));
    // The list is there, and longer than that of any archive that is opened.
    let within = told.checked_sub(begin).ok_or(OfficeError::Hostile)?;
    place.copy_from_slice(&u32::try_from(within).map_err(|_| OfficeError::NotAnArchive)?.to_le_bytes());
    Ok(())
}

/// The files that the end of an archive lists. Their places are places in the whole of it.
fn list(tail: &[u8]) -> Result<Vec<PackedFile>, OfficeError> {
    let archive = ZipArchive::from_slice(tail).map_err(|_| OfficeError::NotAnArchive)?;
    if archive.entries_hint() > MOST_ENTRIES {
        return Err(OfficeError::Hostile);
    }
    let mut files = Vec::new();
    let mut locked = false;
    for (count, entry) in (0u64..).zip(archive.entries()) {
        if count >= MOST_ENTRIES {
            return Err(OfficeError::Hostile);
        }
        let entry = entry.map_err(|_| OfficeError::NotAnArchive)?;
        locked |= entry.flags().is_encrypted();
        let deflated = entry.compression_method() == CompressionMethod::DEFLATE;
        let readable = deflated || entry.compression_method() == CompressionMethod::STORE;
        let Ok(name) = entry.file_path().try_normalize() else { continue };
        if entry.is_dir() || !readable || entry.flags().is_encrypted() {
            continue;
        }
        files.push(PackedFile {
            name: name.as_ref().to_string(),
            size: entry.uncompressed_size_hint(),
            checksum: entry.crc32(),
            packed: entry.compressed_size_hint(),
            deflated,
            at: entry.local_header_offset(),
        });
    }
    if files.is_empty() && locked {
        return Err(OfficeError::Locked);
    }
    refuse_shared_bytes(&files)?;
    Ok(files)
}

/// Files that share packed bytes are how a small archive unpacks to a vast one.
fn refuse_shared_bytes(files: &[PackedFile]) -> Result<(), OfficeError> {
    let mut ranges: Vec<(u64, u64)> =
        files.iter().map(|file| (file.at, file.at.saturating_add(HEADER).saturating_add(file.packed))).collect();
    ranges.sort_unstable();
    let shared = ranges.windows(2).any(|pair| pair[0].1 > pair[1].0);
    if shared { Err(OfficeError::Hostile) } else { Ok(()) }
}
