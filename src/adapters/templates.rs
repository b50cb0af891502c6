//! The templates of papers: inside the single file, else fetched from beside the page when one is written.

use super::guide::text;

/// The templates of a decision as they are written, by the name of its folder; `None` where they could not be had.
pub async fn text_of(decision: &str) -> Option<String> {
    text(&format!("templates/{decision}.json")).await
}
