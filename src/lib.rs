//! Self-assessment of OCOP products under Decision 26/2026/QĐ-TTg.
//!
//! - [`domain`]: what the Decision asks ([`domain::decision`]), which set a product's name finds ([`domain::find`]),
//!   what answers are worth ([`domain::rating`]), the cheapest way to a star ([`domain::way`]), the applicant's work
//!   ([`domain::dossier`]), the tables behind answers ([`domain::figures`]), what is printed ([`domain::forms`],
//!   [`domain::templates`], [`domain::checklists`]), a sitting of scorers ([`domain::council`]), the dates of the
//!   procedure ([`domain::calendar`]), communes ([`domain::places`]) and answers as a short text for a link
//!   ([`domain::share`]). Pure and total.
//! - [`session`]: what is open and what happened to it; one reducer, no outside world.
//! - [`adapters`]: storage, files, clock, sharing. Called by `ui::hooks` alone.
//! - [`office`]: Word files, spreadsheets, archives; only in the whole page, never in the first wasm.
//! - [`words`]: the interface's own texts in Vietnamese and English.
//! - [`ui`]: pages, components, hooks.
//!
//! **Layer rule:** `main -> ui -> session -> domain`, `adapters -> session` and `domain`, `office -> domain`, `words ->
//! domain`; only `ui::hooks` calls `adapters` and `office`; `domain` imports nothing else of ours. `tests/layers.rs`
//! enforces it.
//!
//! Deliberately absent: a server, an account, tracking, floating-point numbers for points, and a
//! clock in the domain: whoever calls it says what day it is.

/// Who wrote a file.
pub const WRITTEN_BY: &str = concat!("ocop ", env!("CARGO_PKG_VERSION"), " (", env!("OCOP_DAY"), ")");

/// The version of the product with its day, as the first heading of `CHANGELOG.md` has them.
pub const VERSION: &str = concat!(env!("CARGO_PKG_VERSION"), " (", env!("OCOP_DAY"), ")");

#[cfg(feature = "app")]
pub mod adapters;
pub mod domain;
#[cfg(feature = "office")]
pub mod office;
pub mod session;
// The first wasm has a part of the pages, and needs a part of what they share.
#[cfg(feature = "app")]
#[cfg_attr(not(feature = "pages"), allow(dead_code, unused_imports))]
pub mod ui;
pub mod words;
