//! The page in a real browser: the release build in `dist/`, as a reader meets it.
//!
//! `make test` builds the page and then runs these tests in Chromium and Firefox
//! (`OCOP_BROWSER=firefox`); plain `cargo test` leaves them out, since they need the build.

mod communes;
mod council;
mod cut_off;
mod every_reader;
mod evidence;
mod fields;
mod first_question;
mod first_seconds;
mod handing_in;
#[allow(dead_code, reason = "the harness serves pictures and figures too")]
mod harness;
mod hosts;
mod keeping;
mod main_job;
mod offline;
mod opening;
mod plan;
mod safety;
mod single_file;
mod standing;
mod steps;
mod way;
mod words;
mod writing;
