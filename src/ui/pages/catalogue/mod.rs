//! The criteria to read and search, without a dossier.

mod blank_sheet;
mod guidance;
mod levels;
mod marks;
mod search_page;
mod set_page;
mod versus;

pub use blank_sheet::BlankSheet;
pub use levels::levels;
pub use marks::marked;
pub use search_page::Catalogue;
pub use set_page::SetPage;
pub use versus::{Versus, named_differences};
