use std::cell::RefCell;

use super::app::AppHandle;
use super::stop::Stop;
use crate::adapters::frames;
use crate::session::{Action, Reading};

/// A file that is read faster than one could see it said.
const SMALL: f64 = 1_000_000.0;

thread_local! {
    /// The reader's word on what is being read now.
    static STOP: RefCell<Stop> = RefCell::default();
}

/// A chosen file while it is being read: the page shows how far it is, and the rest can be given up.
pub(super) struct Opening {
    app: AppHandle,
    stop: Stop,
    name: String,
    is_shown: bool,
}

impl Opening {
    pub(super) async fn begin(app: &AppHandle, name: String, bytes: f64) -> Opening {
        let stop = Stop::default();
        STOP.with(|now| now.replace(stop.clone()));
        let opening = Opening { app: app.clone(), stop, name, is_shown: bytes > SMALL };
        opening.at(0, 0).await;
        opening
    }

    /// At this of so many pieces; `false`: the reader gave it up.
    pub(super) async fn at(&self, n: usize, of: usize) -> bool {
        if self.is_shown {
            let reading = Reading { name: self.name.clone(), n, of };
            self.app.act(Action::ReadingChanged(Some(reading)));
            frames::drawn().await;
        }
        !self.is_given_up()
    }

    pub(super) fn app(&self) -> &AppHandle {
        &self.app
    }

    pub(super) fn is_given_up(&self) -> bool {
        self.stop.is_asked()
    }
}

impl Drop for Opening {
    fn drop(&mut self) {
        if self.is_shown {
            self.app.act(Action::ReadingChanged(None));
        }
    }
}

/// Gives up the file that is being read.
pub fn stop_reading() {
    STOP.with(|now| now.borrow().ask());
}
