use yew::prelude::*;

/// The whole page.
#[component]
pub fn App() -> Html {
    html! { <main id="main"><h1>{ "Chấm sao OCOP" }</h1></main> }
}
