//! The dates of the procedure: filing rounds (article 5), what a certificate's end asks for
//! (articles 4.3, 7.6), and a calendar file with them.
//!
//! Nothing here knows what day it is: the caller says. Public holidays are those of the Labour Code,
//! while the government may set the days beside Tết anew each year, and a province may hold extra
//! rounds: [`Caveat`] names both, and every page that shows a date of a round shows them too.

mod certificate;
mod date;
mod holidays;
mod ics;
mod rounds;
mod written;

pub use certificate::{Certificate, CertificateState};
pub use date::{Date, Weekday};
pub use ics::{Event, calendar_file};
pub use rounds::{Caveat, Centre, Chance, Round, RoundNo, Schedule, next_rounds};
pub use written::seen;
