//! Readers take time in step with the size of what they read: nothing that somebody may open stops a page.
//!
//! No time is asserted. Four times as much may take six times as long, with room for a machine that is busy;
//! what looks at everything once more for each part of it takes sixteen times as long.

use std::hint::black_box;
use std::sync::LazyLock;
use std::time::{Duration, Instant};

use ocop::domain::decision::first;
use ocop::domain::dossier::wire::{self, ReadError};
use ocop::domain::figures::{Figures, paste};
use ocop::domain::share;

/// A piece that is repeated, what stands before it and what after.
const SHAPES: [(&str, &str, &str, &str); 16] = [
    ("scripts that begin", "<!doctype html>", "<script ", ""),
    ("scripts that begin, and one end", "<!doctype html>", "<script ", ">"),
    ("scripts of another id", "<!doctype html>", "<script id=x></script>", "</html>"),
    ("angles", "<", "<", ""),
    ("blanks in a script", "<script ", " id=", ">"),
    ("blanks", "", " ", ""),
    ("open lists", "", "[", ""),
    ("empty lists", "[", "[],", "[]]"),
    ("keys", "{", "\"a\":1,", "\"b\":2}"),
    ("quotes", "\"", "\\\"", "\""),
    ("escapes", "\"", "\\u0000", "\""),
    ("digits", "", "9", ""),
    ("a long text", DOSSIER, "ạ", "\"}}"),
    ("unknown keys", OPEN, "\"k\":[1],", "\"z\":0}"),
    ("unknown papers", PAPERS, "{\"id\":\"p\",\"x\":1},", "{}]}"),
    ("long keys", OPEN, "\"kkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkk/~\":{},", "\"z\":0}"),
];

const OPEN: &str = r#"{"format":"ocop-dossier","version":1,"decision":"26/2026/QĐ-TTg","id":"a","product":{"set":1},"#;
const PAPERS: &str =
    r#"{"format":"ocop-dossier","version":1,"decision":"26/2026/QĐ-TTg","id":"a","product":{"set":1},"papers":["#;
const DOSSIER: &str =
    r#"{"format":"ocop-dossier","version":1,"decision":"26/2026/QĐ-TTg","id":"a","product":{"set":1,"name":""#;

fn of_size((_, before, piece, after): (&str, &str, &str, &str), size: usize) -> String {
    format!("{before}{}{after}", piece.repeat(size / piece.len()))
}

/// The time that this thread was at work, as far as the system tells it: other work on the machine does not
/// count.
fn at_work() -> Duration {
    let told = std::fs::read_to_string("/proc/thread-self/schedstat").ok();
    let nanoseconds = told.and_then(|told| told.split(' ').next()?.parse().ok());
    nanoseconds.map_or_else(|| BEGUN.elapsed(), Duration::from_nanos)
}

static BEGUN: LazyLock<Instant> = LazyLock::new(Instant::now);

/// The lesser of two.
fn time(text: &str) -> Duration {
    let fact = Figures::of(first()).tables.values().next().expect("a table");
    let once = |_| {
        let begun = at_work();
        let _ = black_box(wire::incoming(black_box(text.as_bytes())));
        let _ = black_box(paste(fact, black_box(text), ("Cao Phong", "Phú Thọ"), None));
        let _ = black_box(share::decode(black_box(text)));
        at_work().saturating_sub(begun)
    };
    (0..2).map(once).min().unwrap_or_default()
}

#[test]
fn four_times_as_much_takes_no_more_than_some_four_times_as_long() {
    const SMALL: usize = 128 << 10;
    for shape in SHAPES {
        let (small, large) = (time(&of_size(shape, SMALL)), time(&of_size(shape, 4 * SMALL)));
        // What is over in an instant tells nothing.
        let floor = Duration::from_millis(20);
        assert!(large <= 10 * small.max(floor), "{}: {small:?} for 128 kB, {large:?} for 512 kB", shape.0);
    }
}

/// What a build does not understand goes back to its entry of a list, which is looked for.
#[test]
fn what_is_not_known_in_lists_is_kept_in_step_with_its_size() {
    let not_known = (0..90).map(|key| format!("\"k{key}\":1")).collect::<Vec<_>>().join(",");
    let lists: [(&str, &str, &str, &str); 4] = [
        ("papers", "[", r#""id":"NO","title":"t""#, "]"),
        ("log", "[", r#""id":"NO","topic":"output","text":"t""#, "]"),
        ("corrections", "[", r#""at":"criterion:1.1","text":"NO""#, "]"),
        ("council", r#"{"sheets":["#, r#""scorer":{"name":"NO"},"answers":{}"#, "]}"),
    ];
    for (list, before, entry, after) in lists {
        let of = |count: usize| {
            let entries = (0..count).map(|no| format!("{{{},{not_known}}}", entry.replace("NO", &format!("n{no}"))));
            format!("{OPEN}\"{list}\":{before}{}{after}}}", entries.collect::<Vec<_>>().join(","))
        };
        let (small, large) = (time(&of(wire::MAX_ITEMS / 4)), time(&of(wire::MAX_ITEMS)));
        assert!(large <= 10 * small.max(Duration::from_millis(20)), "{list}: {small:?}, four times as much {large:?}");
    }
}

/// What nobody thought of: pieces cut out of known files at any place, repeated to a megabyte; with `OCOP_FUZZ_SECONDS`
/// many more of them, to four.
#[test]
fn any_piece_of_a_file_is_read_in_step_with_how_often_it_stands_there() {
    let (pieces, least) = if std::env::var_os("OCOP_FUZZ_SECONDS").is_some() { (60, 1 << 20) } else { (5, 256 << 10) };
    let mut chance = 26u64;
    let mut next = |below: usize| {
        chance = chance.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(chance >> 33).unwrap_or(0) % below.max(1)
    };
    let known: Vec<String> = ["tests/dossiers/v1", "tests/corpus/wire"]
        .into_iter()
        .flat_map(crate::files_of)
        .filter_map(|path| std::fs::read_to_string(path).ok())
        .filter(|text| text.len() > 100)
        .collect();
    for _ in 0..pieces {
        let text = &known[next(known.len())];
        let from = text.floor_char_boundary(next(text.len() - 80));
        let to = text.floor_char_boundary(from + 1 + next(78)).max(text.ceil_char_boundary(from + 1));
        let (before, piece) = (&text[..from], &text[from..to]);
        let (small, large) =
            (time(&of_size(("", before, piece, ""), least)), time(&of_size(("", before, piece, ""), 4 * least)));
        assert!(
            large <= 10 * small.max(Duration::from_millis(20)),
            "{piece:?}: {small:?}, four times as much {large:?}"
        );
    }
}

#[test]
fn the_largest_that_is_read_comes_to_an_end_and_one_byte_more_is_refused_unread() {
    let shape = SHAPES[0];
    let whole = of_size(shape, wire::MAX_BYTES - 100);
    let begun = Instant::now();
    assert!(matches!(wire::from_json(&whole), Err(ReadError::HtmlWithoutDossier { .. })));
    eprintln!("{} of {} bytes: {:?}", shape.0, whole.len(), begun.elapsed());
    let beyond = vec![b'<'; wire::MAX_BYTES];
    assert_eq!(wire::from_bytes(&beyond), Err(ReadError::TooLarge { bytes: wire::MAX_BYTES }));
}
