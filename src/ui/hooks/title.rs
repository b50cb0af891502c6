use yew::prelude::*;

use crate::adapters::page;

/// Names the page in the browser's tab and history.
#[hook]
pub fn use_title(title: String) {
    use_effect_with(title, |title| page::set_title(title));
}
