//! What large work takes: the largest heap while 300 photos of 4 MB go into an archive and come out of one, and the time
//! for 20 MB of the worst that may be opened, beside a quarter of it. `make bench`.
//!
//! Native, with the code that the page runs. The page's memory has two more copies of the photo that is just on its way:
//! the browser's own of the chosen file, and the one that it takes over.

use std::alloc::{GlobalAlloc, Layout, System};
use std::fs::File;
use std::hint::black_box;
use std::io::{Read, Seek, SeekFrom, Write};
use std::ops::Range;
use std::pin::pin;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::task::{Context, Poll, Waker};
use std::time::{Duration, Instant};

use ocop::domain::decision::first;
use ocop::domain::dossier::media_of;
use ocop::domain::dossier::wire::{self, MAX_BYTES};
use ocop::domain::figures::{Figures, paste};
use ocop::office::{Archive, LARGEST_FILE, Modified, OfficeError, Source, ZipWriter, look_through};

const PHOTOS: usize = 300;
const PHOTO: usize = 4_000_000;

/// Of what the page may have while an archive goes out or in.
const HEAP: usize = 150_000_000;

fn main() {
    let mut archive = tempfile::tempfile().expect("a file");
    report_heap("300 photos of 4 MB into an archive", heap_of(|| pack(&mut archive)));
    let packed = Packed(archive);
    report_heap("300 photos of 4 MB out of an archive", heap_of(|| unpack(packed)));
    for (what, before, piece, after) in SHAPES {
        let read = |size: usize| {
            let text = format!("{before}{}{after}", piece.repeat((size - before.len() - after.len()) / piece.len()));
            let begun = Instant::now();
            let _ = black_box(wire::incoming(black_box(text.as_bytes())));
            begun.elapsed()
        };
        report_time(what, read);
    }
    let rows = |size: usize| {
        let text = "Bùi Thị Hoa\tTrong xã\t1\t05/03/2026\n".repeat(size / 44);
        let begun = Instant::now();
        let fact = Figures::of(first()).tables.values().next().expect("a table");
        let _ = black_box(paste(fact, black_box(&text), ("Cao Phong", "Phú Thọ"), None));
        begun.elapsed()
    };
    report_time("rows of a spreadsheet", rows);
    let archives = |size: usize| {
        let mut writer = ZipWriter::default();
        let text = format!("{{\"format\":\"ocop-dossier\",\"x\":\"{}\"}}", "ạ".repeat(size / 3 / 4));
        let mut bytes = Vec::new();
        for name in ["a.json", "b.json", "c.json", "d.json"] {
            bytes.extend(writer.add(name, Modified::default(), text.as_bytes()).expect("packs"));
        }
        bytes.extend(writer.finish().expect("ends"));
        let begun = Instant::now();
        let archive = now(Archive::open(bytes)).expect("opens");
        let _ = black_box(now(look_through(&archive)));
        begun.elapsed()
    };
    report_time("dossiers in an archive", archives);
}

/// What may be opened, at its worst: what stands before, a piece that is repeated, what stands after.
const SHAPES: [(&str, &str, &str, &str); 7] = [
    ("a page with nothing but scripts that begin", "<!doctype html>", "<script ", ""),
    ("blanks", "", " ", ""),
    ("lists within lists", "", "[", ""),
    ("quotes", "\"", "\\\"", "\""),
    ("a dossier with one long text", DOSSIER, "ạ", "\"}}"),
    ("a dossier with keys that nobody knows", OPEN, "\"k\":[1],", "\"z\":0}"),
    ("a dossier with nothing but papers", PAPERS, "{\"id\":\"p\",\"title\":\"Giấy\"},", "{}]}"),
];

const OPEN: &str = r#"{"format":"ocop-dossier","version":1,"decision":"26/2026/QĐ-TTg","id":"a","product":{"set":1},"#;
const PAPERS: &str =
    r#"{"format":"ocop-dossier","version":1,"decision":"26/2026/QĐ-TTg","id":"a","product":{"set":1},"papers":["#;
const DOSSIER: &str =
    r#"{"format":"ocop-dossier","version":1,"decision":"26/2026/QĐ-TTg","id":"a","product":{"set":1,"name":""#;

/// One photo after the other, as the page packs them; the pieces are the browser's, on its disk.
fn pack(archive: &mut File) {
    let mut writer = ZipWriter::default();
    for place in 0..PHOTOS {
        let photo = photo(place);
        let piece = writer.add(&format!("minh-chung/{place:03}.jpg"), Modified::default(), &photo).expect("packs");
        archive.write_all(&piece).expect("room");
    }
    archive.write_all(&writer.finish().expect("ends")).expect("room");
}

/// Noise that begins like a JPEG.
fn photo(place: usize) -> Vec<u8> {
    let mut bytes: Vec<u8> =
        (0..PHOTO as u32).map(|at| ((at ^ place as u32).wrapping_mul(2_654_435_761) >> 13) as u8).collect();
    bytes[..4].copy_from_slice(&[0xFF, 0xD8, 0xFF, 0xE0]);
    bytes
}

fn unpack(packed: Packed) {
    let archive = now(Archive::open(packed)).expect("opens");
    assert_eq!(archive.files().len(), PHOTOS);
    for file in archive.files() {
        let bytes = now(archive.read(file, LARGEST_FILE)).expect("unpacks");
        assert_eq!(media_of(&bytes), Some("image/jpeg"));
    }
}

/// An archive on the disk, read piece by piece as a chosen file is.
struct Packed(File);

impl Source for Packed {
    fn length(&self) -> u64 {
        self.0.metadata().map_or(0, |known| known.len())
    }

    async fn bytes(&self, range: Range<u64>) -> Result<Vec<u8>, OfficeError> {
        let mut bytes = vec![0; usize::try_from(range.end - range.start).map_err(|_| OfficeError::Unreadable)?];
        let mut file = &self.0;
        file.seek(SeekFrom::Start(range.start)).map_err(|_| OfficeError::Unreadable)?;
        file.read_exact(&mut bytes).map_err(|_| OfficeError::Unreadable)?;
        Ok(bytes)
    }
}

fn now<T>(answer: impl Future<Output = T>) -> T {
    match pin!(answer).poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(value) => value,
        Poll::Pending => unreachable!("what is on the disk is there at once"),
    }
}

fn report_heap(what: &str, heap: usize) {
    let verdict = if heap <= HEAP { "ok" } else { "OVER" };
    println!("{what:<44} largest heap {:>5.1} MB   budget {:>4} MB   {verdict}", heap as f64 / 1e6, HEAP / 1_000_000);
}

/// The time for 20 MB beside that for 5: four times as long where it grows in step.
fn report_time(what: &str, read: impl Fn(usize) -> Duration) {
    let whole = MAX_BYTES - 100;
    let (quarter, all) = (read(whole / 4), read(whole));
    let growth = all.as_secs_f64() / quarter.max(Duration::from_micros(1)).as_secs_f64();
    println!("20 MB: {what:<44} {all:>10.2?}   {growth:>4.1} × that of 5 MB");
}

/// The most bytes that were held at once while something ran, beyond those before.
fn heap_of(run: impl FnOnce()) -> usize {
    let before = HELD.load(Ordering::Relaxed);
    MOST.store(before, Ordering::Relaxed);
    run();
    MOST.load(Ordering::Relaxed) - before
}

static HELD: AtomicUsize = AtomicUsize::new(0);
static MOST: AtomicUsize = AtomicUsize::new(0);

struct Counting;

#[global_allocator]
static COUNTING: Counting = Counting;

// SAFETY: all is left to the system's allocator; only numbers are kept beside it.
unsafe impl GlobalAlloc for Counting {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        let held = HELD.fetch_add(layout.size(), Ordering::Relaxed) + layout.size();
        MOST.fetch_max(held, Ordering::Relaxed);
        // SAFETY: the caller's promise is passed on.
        unsafe { System.alloc(layout) }
    }

    unsafe fn dealloc(&self, place: *mut u8, layout: Layout) {
        HELD.fetch_sub(layout.size(), Ordering::Relaxed);
        // SAFETY: as above.
        unsafe { System.dealloc(place, layout) }
    }
}
