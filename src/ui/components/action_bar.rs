use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct ActionBarProps {
    pub children: Html,
}

/// The bar at the thumb: one orange action and at most two quiet ones.
pub fn action_bar(children: Html) -> Html {
    html! { <footer class="action-bar"><div class="action-bar-in">{ children }</div></footer> }
}

/// [`action_bar`] as a component.
#[cfg(feature = "pages")]
#[component]
pub fn ActionBar(props: &ActionBarProps) -> Html {
    action_bar(props.children.clone())
}
