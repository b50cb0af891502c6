use yew::prelude::*;

use crate::adapters::page::Sheet;
use crate::domain::forms::{Stamp, page_foot};

/// Puts a stamp at the foot of every page that is printed while the component is shown.
#[hook]
pub fn use_page_foot(stamp: &Stamp) {
    use_effect_with(stamp.clone(), |stamp| {
        let sheet = Sheet::add(&page_foot(stamp));
        move || drop(sheet)
    });
}
