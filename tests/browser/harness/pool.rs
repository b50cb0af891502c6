//! Browsers that one test leaves to the next.
//!
//! A test finds nothing of another one: what a page keeps belongs to its address, and no two sites of a run have the same
//! ([`Site`](super::Site)); tabs, downloads and notes go when a browser is given back, and one in which a test failed, or
//! that has a profile of its own or showed a file, is given to nobody. A test that starts two browsers, or one after the other, means two
//! devices: it never gets one again that it had ([`Driver::claim`]).

use std::sync::{Arc, Mutex, Once};

use super::driver::Driver;
use super::{Device, Engine, in_a_test};

/// What a browser is from its start and stays.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Kind(Engine);

impl Kind {
    /// None: a browser for one test alone.
    pub fn of(engine: Engine, device: &Device) -> Option<Kind> {
        // WebKit is dark and still from its start alone.
        let is_for_good = engine == Engine::WebKit && (device.dark || device.still);
        (in_a_test() && !is_for_good && device.profile.is_none()).then_some(Kind(engine))
    }
}

struct Waiting {
    kind: Kind,
    driver: Arc<Driver>,
}

static WAITING: Mutex<Vec<Waiting>> = Mutex::new(Vec::new());
static AT_THE_END: Once = Once::new();

pub fn take(kind: Kind) -> Option<Arc<Driver>> {
    let mut waiting = WAITING.lock().expect("no thread panics while it holds the browsers");
    let place = waiting.iter().position(|one| one.kind == kind && one.driver.claim())?;
    Some(waiting.swap_remove(place).driver)
}

pub fn give(kind: Kind, driver: Arc<Driver>) {
    AT_THE_END.call_once(|| {
        assert_eq!(atexit(end), 0, "the browsers are ended with the tests");
    });
    WAITING.lock().expect("no thread panics while it holds the browsers").push(Waiting { kind, driver });
}

// Rust ends nothing that is static, and its tests have no last one.
#[expect(unsafe_code, reason = "a declaration of C's library")]
unsafe extern "C" {
    safe fn atexit(call: extern "C" fn()) -> std::ffi::c_int;
}

/// Ends the browsers that wait. On a thread of its own: this one has begun to end.
extern "C" fn end() {
    let drain = || {
        if let Ok(mut waiting) = WAITING.lock() {
            waiting.clear();
        }
    };
    let _ = std::thread::spawn(drain).join();
}
