use yew::prelude::*;

use crate::ui::hooks::{use_app, use_title};
use crate::ui::route::Route;

/// An address that leads nowhere.
#[component]
pub fn Lost() -> Html {
    let t = use_app().t();
    use_title(t.lost.title.to_owned());
    html! { <Message title={t.lost.title} text={t.lost.text} action={t.lost.home} /> }
}

/// A dossier that is not on this device.
#[component]
pub fn NoDossier() -> Html {
    let t = use_app().t();
    use_title(t.lost.no_dossier.to_owned());
    html! { <Message title={t.lost.no_dossier} text={t.lost.no_dossier_text} action={t.lost.home} /> }
}

#[derive(Properties, PartialEq)]
struct MessageProps {
    title: &'static str,
    text: &'static str,
    action: &'static str,
}

#[component]
fn Message(props: &MessageProps) -> Html {
    html! {
        <main class="page page-narrow">
            <h1 id="page-title" tabindex="-1">{ props.title }</h1>
            <p class="lead">{ props.text }</p>
            <p><a class="button button-act" href={Route::Home.href()}>{ props.action }</a></p>
        </main>
    }
}
