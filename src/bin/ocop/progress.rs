use std::io::{self, IsTerminal, Write};
use std::time::{Duration, Instant};

/// Says on standard error how far a long run is.
pub struct Progress {
    total: usize,
    done: usize,
    manner: Manner,
}

enum Manner {
    /// One line that is written over; not where the results themselves scroll by.
    Line {
        last: Instant,
    },
    /// A line every thousand files, for logs.
    Thousands,
    Silent,
}

impl Progress {
    pub fn new(total: usize) -> Progress {
        let manner = match (io::stderr().is_terminal(), io::stdout().is_terminal()) {
            (true, true) => Manner::Silent,
            (true, false) => Manner::Line { last: Instant::now() },
            (false, _) => Manner::Thousands,
        };
        Progress { total, done: 0, manner }
    }

    /// One more file is done.
    pub fn step(&mut self) {
        self.done += 1;
        let (done, total) = (self.done, self.total);
        // That this cannot be written is no reason to stop.
        let _ = match &mut self.manner {
            Manner::Line { last } if last.elapsed() > Duration::from_millis(100) => {
                *last = Instant::now();
                write!(io::stderr(), "\r\x1b[K{done}/{total}")
            }
            Manner::Thousands if done.is_multiple_of(1000) => writeln!(io::stderr(), "{done}/{total}"),
            _ => Ok(()),
        };
    }

    /// Clears the line, before something else is said there.
    pub fn clear(&self) {
        if let Manner::Line { .. } = self.manner {
            let _ = write!(io::stderr(), "\r\x1b[K");
        }
    }
}
