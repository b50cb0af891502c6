//! Real browsers, driven over WebDriver.
//!
//! - [`Site`]: a folder served on this machine, under any path, that can be swapped or cut off.
//! - [`Browser`]: one browser with a profile of its own; what a person does and sees in it.
//! - [`pool`]: browsers that one test leaves to the next, since starting one takes longer than most tests.
//! - [`engine`]: the three engines, and the table of what one of them cannot do, with the reason.
//! - [`driver`]: the driver process ([`launch`]) and the WebDriver protocol, which is JSON over HTTP.
//!
//! Elements are found as a person or a screen reader finds them: by role and accessible name.
//! Nothing waits for a fixed time; everything waits for a state, with a deadline.
//!
//! The protocol is spoken here rather than by a client crate. Measured against: thirtyfour 0.38 brings 180 crates and
//! fantoccini 0.22 with its runtime 141, where ureq has 16; both are asynchronous, in tests that do one thing after
//! another, and neither starts a driver, finds by name or waits, which is what most of this is.

mod browser;
mod doing;
mod driver;
mod element;
mod engine;
mod finding;
mod keys;
mod launch;
mod pages;
mod pool;
mod site;
mod watching;

pub use browser::{Browser, Device, Size, Tab};
pub use engine::{Ability, Engine};
pub use keys::Key;
pub use pages::PAGES;
pub use site::{Manner, Site, dist};

use std::time::{Duration, Instant};

/// How long a state may take before a test fails. Generous: a slow machine is no fault of the page.
pub const PATIENCE: Duration = Duration::from_secs(20);

/// Whether a test asks; the pictures and the figures have none around them, and want everything as a user has it at first.
fn in_a_test() -> bool {
    std::thread::current().name() != Some("main")
}

/// Asks again and again until there is an answer; `None` when patience ends.
pub fn poll<T>(patience: Duration, mut ask: impl FnMut() -> Option<T>) -> Option<T> {
    let end = Instant::now() + patience;
    loop {
        if let Some(answer) = ask() {
            return Some(answer);
        }
        if Instant::now() >= end {
            return None;
        }
        std::thread::sleep(Duration::from_millis(15));
    }
}
