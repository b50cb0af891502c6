//! Back in the history: a page is found as it was left, however late it is drawn.

use std::cell::Cell;
use std::collections::BTreeSet;

use gloo::events::EventListener;

use crate::adapters::left::{self, Left};
use crate::adapters::{frames, page};

/// So long a page is waited for that is not as long as it was: two seconds on most screens.
const MOST_FRAMES: u8 = 120;
/// A page that is there may move once more, when what it waits for comes.
const STILL_FRAMES: u8 = 12;

thread_local! {
    /// Which return is on its way; 0: none.
    static RETURN: Cell<u32> = const { Cell::new(0) };
    /// What the next page is to keep shut, however it was left.
    static DONE: Cell<Option<String>> = const { Cell::new(None) };
}

/// Whether a page is being put back as it was left: meanwhile it brings nothing into sight by itself.
pub fn is_returning() -> bool {
    RETURN.get() != 0
}

/// What was open on the page that is gone back to, and has this id, is done with: it stays shut.
pub fn is_done(id: String) {
    DONE.set(Some(id));
}

/// The reader's way through the history.
pub struct Journey {
    step: Cell<Option<u32>>,
    returns: Cell<u32>,
    _heard: [EventListener; 6],
}

impl Journey {
    pub fn begin() -> Journey {
        left::leave_to_browser(false);
        let [down, key, wheel] = page::on_act(|| RETURN.set(0));
        let [hidden, shown] = left::on_put_away(left::leave_to_browser);
        Journey {
            step: Cell::new(left::step().or_else(left::number_step)),
            returns: Cell::default(),
            _heard: [down, key, wheel, hidden, shown, left::on_press()],
        }
    }

    /// Another step is gone; the page of the one before still stands. How the page of this one was left, if the reader
    /// was there.
    pub fn go_on(&self) -> Option<Left> {
        if let Some(step) = self.step.get() {
            Left::now().keep(step);
        }
        RETURN.set(0);
        let done = DONE.take();
        let known = left::step();
        self.step.set(known.or_else(left::number_step));
        let mut left = Left::at(known?)?;
        if let Some(id) = done {
            left.shut(&id);
        }
        // From now on, since what is drawn next may want to be brought into sight.
        self.returns.set(self.returns.get() + 1);
        RETURN.set(self.returns.get());
        Some(left)
    }
}

/// Puts the page back as it was left, until the reader does something.
pub fn put_back(left: Left) {
    PuttingBack { this: RETURN.get(), left, tried: BTreeSet::new(), is_at_way: false, frames: 0, still: 0 }.go_on();
}

struct PuttingBack {
    this: u32,
    left: Left,
    /// What was opened or shut.
    tried: BTreeSet<u32>,
    /// Whether what led away has had the focus again.
    is_at_way: bool,
    frames: u8,
    /// For how many frames the page has been long enough.
    still: u8,
}

impl PuttingBack {
    fn go_on(mut self) {
        frames::soon(move || {
            if RETURN.get() != self.this || !is_returning() {
                return;
            }
            self.left.unfold(&mut self.tried);
            self.still = if self.left.scroll() { self.still + 1 } else { 0 };
            self.frames += 1;
            let is_awaited = self.left.has_way() && !self.is_at_way;
            let is_over = self.frames == MOST_FRAMES || (self.still >= STILL_FRAMES && !is_awaited);
            // What led away is waited for, however long the page is. Once more at the end, where what had the focus was drawn
            // anew meanwhile.
            let is_lost = is_over && page::focused().is_none();
            if !self.is_at_way || is_lost {
                self.is_at_way = self.left.focus();
            }
            if !self.is_at_way && (self.still == 1 || is_lost) {
                left::focus_heading();
            }
            if is_over {
                RETURN.set(0);
            } else {
                self.go_on();
            }
        });
    }
}
