//! The list of communes: inside the single file, else fetched from beside the page when a form asks.

use super::guide::text;
use crate::domain::places::Places;

/// All communes; `None` where the list could not be had.
pub async fn load() -> Option<Places> {
    Places::parse(&text("places/communes.txt").await?)
}
