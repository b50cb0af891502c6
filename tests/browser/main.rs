//! The page in a real browser: the release build in `dist/`, as a reader meets it.
//!
//! `make test` builds the page and then runs these tests in Chromium, Firefox and WebKit, one after the other
//! (`OCOP_BROWSER=webkit`); plain `cargo test` leaves them out, since they need the build. What an engine cannot do
//! stands in one table, in `harness/engine.rs`.
//!
//! Of what only a phone has, this is simulated: its size, its zoom on small fields, an app around the page, storage
//! that is blocked, full or cleared under the page, a battery that dies. Untested, for no driver does it: storage that
//! Safari takes away after seven days without a visit, what its share sheet and its print dialog do, the edges of a
//! screen with a notch, and the bars that come and go with scrolling.

mod archive;
mod blind;
mod breaches;
mod communes;
mod council;
mod cut_off;
mod decisions;
mod desk;
mod every_reader;
mod evidence;
mod fault_rounds;
mod faults;
mod fields;
mod figures;
mod first_question;
mod first_seconds;
mod handing_in;
#[allow(dead_code, reason = "the harness serves pictures and figures too")]
mod harness;
mod hosts;
mod keeping;
mod later_part;
mod main_job;
mod offline;
mod opening;
mod photos;
mod plan;
mod reading_order;
mod recognised;
mod reported;
mod requests;
mod returning;
mod safety;
mod sheets;
mod single_file;
mod sitting_pages;
mod standing;
mod steps;
mod table;
mod taking_long;
mod telling;
mod undo;
mod way;
mod words;
mod writing;
