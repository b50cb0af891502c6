//! The `office` module as a wasm file of its own, which the page fetches when it first makes or
//! opens such a file. It imports nothing and needs no glue: the page instantiates the bytes, writes a
//! message where [`request`] and [`file`] say, calls [`answer`] and reads where [`output`] says.
//!
//! Built for `wasm32-unknown-unknown` with `--no-default-features --features office`.

use std::cell::RefCell;

use ocop::office::{Desk, OfficeError};

thread_local! {
    static DESK: RefCell<Desk> = RefCell::default();
    static REQUEST: RefCell<Vec<u8>> = const { RefCell::new(Vec::new()) };
    static FILE: RefCell<Vec<u8>> = const { RefCell::new(Vec::new()) };
    static OUTPUT: RefCell<Vec<u8>> = const { RefCell::new(Vec::new()) };
}

/// Makes room for a request in JSON of this many bytes; returns where it goes.
#[unsafe(no_mangle)]
pub extern "C" fn request(length: usize) -> *mut u8 {
    REQUEST.with_borrow_mut(|room| make_room(room, length))
}

/// Makes room for the file that comes along with the next request; returns where it goes.
#[unsafe(no_mangle)]
pub extern "C" fn file(length: usize) -> *mut u8 {
    FILE.with_borrow_mut(|room| make_room(room, length))
}

fn make_room(room: &mut Vec<u8>, length: usize) -> *mut u8 {
    *room = vec![0; length];
    room.as_mut_ptr()
}

/// Answers the request. 0: the answer stands at [`output`]; 1: it failed, and there stand a key and
/// a sentence, parted by a line break.
#[unsafe(no_mangle)]
pub extern "C" fn answer() -> u32 {
    let (request, file) = (REQUEST.take(), FILE.take());
    let answered = DESK.with_borrow_mut(|desk| desk.answer(&request, file));
    let failed = answered.is_err();
    OUTPUT.set(answered.unwrap_or_else(|error| words(&error)));
    u32::from(failed)
}

/// How many bytes stand at [`output`].
#[unsafe(no_mangle)]
pub extern "C" fn output_length() -> usize {
    OUTPUT.with_borrow(Vec::len)
}

/// Where the last answer stands, until the next request.
#[unsafe(no_mangle)]
pub extern "C" fn output() -> *const u8 {
    OUTPUT.with_borrow(|output| output.as_ptr())
}

/// Lets go of the last answer.
#[unsafe(no_mangle)]
pub extern "C" fn forget() {
    OUTPUT.take();
}

fn words(error: &OfficeError) -> Vec<u8> {
    format!("{}\n{error}", error.key()).into_bytes()
}

fn main() {}
