use yew::prelude::*;
use yew::virtual_dom::VTag;

/// What can be chosen from a list (a `<select>`). The browser is told of the state itself: what the attribute of that name says
/// it heeds no more once somebody has chosen from the list, and what changes elsewhere (another tab, an undo) would not show.
pub fn list_option(value: impl Into<AttrValue>, is_chosen: bool, words: impl Into<AttrValue>) -> Html {
    let mut option = VTag::new("option");
    option.add_attribute("value", value);
    option.add_property("selected", is_chosen);
    option.add_child(html! { words.into() });
    option.into()
}
