//! The templates of papers: inside the single file, else fetched from beside the page when one is written.

use super::guide::text;
use crate::domain::templates::Templates;

/// The templates of a decision, by the name of its folder; `None` where they could not be had.
pub async fn load(decision: &str) -> Option<Templates> {
    Templates::parse(&text(&format!("templates/{decision}.json")).await?).ok()
}
