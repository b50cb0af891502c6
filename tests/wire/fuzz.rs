//! A fuzzer for the reader that needs no other tool: it mutates known files, keeps what brings the
//! reader to say something new, and holds every outcome to the same promises.
//!
//! `cargo test` replays the kept corpus of `tests/corpus/wire/` and tries two thousand mutations, the
//! same each time. `OCOP_FUZZ_SECONDS=180 cargo test --test wire fuzz` goes on from a random start and
//! adds what it finds to the corpus.

use std::collections::BTreeSet;
use std::env;
use std::time::{Duration, Instant, SystemTime};

use ocop::domain::decision::Language;
use ocop::domain::dossier::wire::{self, MAX_WARNINGS};

use crate::{files_of, repository, schema};

/// Inputs are kept this small, so that the corpus stays readable.
const MOST_BYTES: usize = 6_000;

#[test]
fn the_kept_corpus_and_mutations_of_it_do_no_harm() {
    let mut corpus: Vec<Vec<u8>> = ["tests/dossiers/v1", "tests/corpus/wire"]
        .into_iter()
        .flat_map(files_of)
        .map(|path| std::fs::read(path).unwrap())
        .collect();
    let mut seen: BTreeSet<String> = corpus.iter().map(|input| hold(input)).collect();
    let (mut chance, until) = match env::var("OCOP_FUZZ_SECONDS").ok().and_then(|seconds| seconds.parse().ok()) {
        Some(seconds) => (Chance(seed_of_now()), Some(Instant::now() + Duration::from_secs(seconds))),
        None => (Chance(26), None),
    };
    let mut tried = 0;
    while until.map_or(tried < 2_000, |until| Instant::now() < until) {
        tried += 1;
        let input = mutated(&corpus, &mut chance);
        let outcome = hold(&input);
        if seen.insert(outcome) {
            if until.is_some() {
                keep(&input);
            }
            corpus.push(input);
        }
    }
    eprintln!("{tried} mutations, {} outcomes", seen.len());
}

/// Adds an input to the kept corpus.
fn keep(input: &[u8]) {
    let name = input
        .iter()
        .fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3));
    std::fs::write(repository("tests/corpus/wire").join(format!("{name:016x}")), input).unwrap();
}

/// Reads an input, holds what comes out to the promises of the format, and tells its kind.
#[track_caller]
fn hold(input: &[u8]) -> String {
    let shown = || String::from_utf8_lossy(input).into_owned();
    match wire::from_bytes(input) {
        Err(error) => {
            for language in [Language::Vi, Language::En] {
                let words = error.text(language);
                assert!((40..600).contains(&words.len()), "{words}\n{}", shown());
            }
            format!("{} {}", error.code(), error.place())
        }
        Ok(opened) => {
            assert!(opened.warnings.len() <= MAX_WARNINGS + 1, "{}", shown());
            for warning in &opened.warnings {
                assert!((20..1_000).contains(&warning.text(Language::Vi).len()), "{warning:?}\n{}", shown());
            }
            let json = wire::to_json_with_files(&opened.dossier, &opened.files);
            let is_understood = opened.dossier.unknown.is_empty();
            assert!(!is_understood || schema::faults(&json).is_empty(), "{:?}\n{}", schema::faults(&json), shown());
            let again = wire::from_bytes(json.as_bytes()).unwrap_or_else(|error| panic!("{error}\n{}", shown()));
            assert!(!is_understood || again.warnings.is_empty(), "{:?}\n{}", again.warnings, shown());
            assert!(again.dossier == opened.dossier && again.files == opened.files, "{}", shown());
            let codes: BTreeSet<String> = opened
                .warnings
                .iter()
                .map(|warning| format!("{} {}", warning.code(), kind_of(warning.place.pointer())))
                .collect();
            // One new kind of warning is news; all their combinations are not.
            codes.into_iter().next_back().unwrap_or_else(|| String::from("opens"))
        }
    }
}

/// A place without the codes, indexes and names that are in it.
fn kind_of(pointer: &str) -> String {
    const KNOWN: [&str; 14] = [
        "answers",
        "papers",
        "plan",
        "efforts",
        "steps",
        "recognised",
        "changes",
        "attachments",
        "files",
        "rating",
        "level",
        "evidence",
        "declarations",
        "exemptions",
    ];
    let steps = pointer.split('/').map(|step| if KNOWN.contains(&step) { step } else { "*" });
    steps.collect::<Vec<_>>().join("/")
}

/// A small generator of pseudo-random numbers (xorshift), so that a run can be repeated.
struct Chance(u64);

fn seed_of_now() -> u64 {
    let seed = SystemTime::UNIX_EPOCH.elapsed().map_or(1, |since| since.as_nanos() as u64) | 1;
    eprintln!("seed {seed}");
    seed
}

impl Chance {
    fn below(&mut self, bound: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % bound.max(1) as u64) as usize
    }

    fn of<'a, T>(&mut self, items: &'a [T]) -> &'a T {
        &items[self.below(items.len())]
    }
}

/// Pieces that mean something to the reader.
const PIECES: [&str; 44] = [
    "{",
    "}",
    "[",
    "]",
    ":",
    ",",
    "\"",
    "\\",
    "\\u0000",
    "\\ud800",
    "null",
    "true",
    "false",
    "0",
    "-1",
    "1e400",
    "1.0",
    "255",
    "256",
    "18446744073709551616",
    "\"none\"",
    "{}",
    "[]",
    "\"\"",
    "\"level\"",
    "\"set\": 26",
    "\"set\": 1",
    "\"version\": 2",
    "\"id\": \"a\"",
    "\"dossier\": true",
    "\"7\": {\"level\": 1}",
    "\"evidence\": [\"p1\"]",
    "\"star\": 5",
    "\"data\": \"AAEC\"",
    "\u{feff}",
    "</script>",
    "<script id=ocop-dossier>",
    "</html>",
    "\n",
    "ậ",
    "\u{10ffff}",
    "\"papers\": [{\"id\": \"p1\"}],",
    "\"plan\": {\"target\": 5},",
    "\"recognised\": {\"answers\": {\"1.1\": 0}},",
];

fn mutated(corpus: &[Vec<u8>], chance: &mut Chance) -> Vec<u8> {
    let mut input = chance.of(corpus).clone();
    for _ in 0..=chance.below(4) {
        let at = chance.below(input.len() + 1);
        let end = at + chance.below((input.len() - at).min(60) + 1);
        match chance.below(8) {
            0 => input.truncate(at),
            1 => drop(input.drain(at..end)),
            2 => drop(input.splice(at..end, chance.of(&PIECES).bytes())),
            3 => drop(input.splice(at..at, chance.of(&PIECES).bytes())),
            4 if at < input.len() => input[at] ^= 1 << chance.below(8),
            5 => splice_token(&mut input, chance),
            6 => {
                let other = chance.of(corpus);
                let from = chance.below(other.len() + 1);
                let piece = other[from..(from + chance.below(200)).min(other.len())].to_vec();
                drop(input.splice(at..end, piece));
            }
            _ => splice_token(&mut input, chance),
        }
    }
    input.truncate(MOST_BYTES);
    input
}

/// Replaces a whole JSON value, or swaps it for one from elsewhere, so that the result still parses.
fn splice_token(input: &mut Vec<u8>, chance: &mut Chance) {
    let starts: Vec<usize> =
        (1..input.len()).filter(|at| matches!(input[at - 1], b' ') && !input[*at].is_ascii_whitespace()).collect();
    if starts.is_empty() {
        return;
    }
    let token = |start: usize| {
        let length = input[start..].iter().position(|byte| matches!(byte, b',' | b'\n' | b':' | b'}')).unwrap_or(0);
        start..start + length
    };
    let target = token(*chance.of(&starts));
    let other = input[token(*chance.of(&starts))].to_vec();
    const VALUES: [&str; 12] =
        ["null", "true", "0", "3", "77", "-1", "0.5", "\"none\"", "\"x y\"", "[\"p1\", 1]", "{\"a\": 1}", "\"1.1\""];
    let with = if chance.below(2) == 0 { other } else { chance.of(&VALUES).as_bytes().to_vec() };
    drop(input.splice(target, with));
}
