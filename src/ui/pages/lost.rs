use yew::prelude::*;

use super::display_name;
use crate::session::Action;
use crate::ui::hooks::{use_app, use_title};
use crate::ui::route::Route;

/// An address that leads nowhere.
#[component]
pub fn Lost() -> Html {
    let t = use_app().t();
    use_title(t.lost.title.to_owned());
    html! { <Message title={t.lost.title} text={t.lost.text} action={t.lost.home} /> }
}

#[derive(Properties, PartialEq)]
pub struct NoDossierProps {
    pub id: String,
}

/// A dossier that is not on this device, or was deleted: the way back leads to those too.
#[component]
pub fn NoDossier(props: &NoDossierProps) -> Html {
    let app = use_app();
    let t = app.t();
    let binned = app.trash.iter().find(|binned| binned.id == props.id);
    use_title(if binned.is_some() { t.lost.deleted } else { t.lost.no_dossier }.to_owned());
    if let Some(binned) = binned {
        let restore = {
            let (app, id) = (app.clone(), binned.id.clone());
            Callback::from(move |_: MouseEvent| app.act(Action::Restored { id: id.clone() }))
        };
        return html! {
            <main class="page page-narrow">
                <h1 id="page-title" tabindex="-1">{ t.lost.deleted }</h1>
                <p class="lead">{ t.lost.deleted_text.name(&display_name(binned, t, app.language)) }</p>
                <p class="buttons">
                    <button type="button" class="button button-act" onclick={restore}>{ t.lost.restore }</button>
                    <a class="button" href={Route::Home.href()}>{ t.lost.home }</a>
                </p>
            </main>
        };
    }
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
