use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct ActionBarProps {
    pub children: Html,
}

/// The bar at the thumb: one orange action and at most one quiet one.
#[component]
pub fn ActionBar(props: &ActionBarProps) -> Html {
    html! { <div class="action-bar"><div class="action-bar-in">{ props.children.clone() }</div></div> }
}
