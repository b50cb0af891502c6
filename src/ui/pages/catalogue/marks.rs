use yew::prelude::*;

use crate::domain::decision::found_in;

/// A text with the words that a query hits marked.
pub fn marked(text: &str, query: &str) -> Html {
    let mut pieces: Vec<Html> = Vec::new();
    let mut at = 0;
    for place in found_in(text, query) {
        pieces.push(text[at..place.start].into());
        pieces.push(html! { <mark>{ &text[place.clone()] }</mark> });
        at = place.end;
    }
    pieces.push(text[at..].into());
    pieces.into_iter().collect()
}
