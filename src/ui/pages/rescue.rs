use std::rc::Rc;

use yew::prelude::*;

use super::display_name;
use crate::domain::dossier::Dossier;
use crate::session::{Action, Broken};
use crate::ui::components::{Icon, icon};
use crate::ui::hooks::{download_broken, forget_broken, go, local_time, new_id, use_app, use_last_readable};
use crate::ui::route::{Page, Route};

#[derive(Properties, PartialEq)]
pub struct RescueProps {
    pub broken: Broken,
}

/// A kept dossier that cannot be read: what is left of it, and only then a way to take it away.
#[component]
pub fn Rescue(props: &RescueProps) -> Html {
    let app = use_app();
    let (t, language) = (app.t(), app.language);
    let broken = &props.broken;
    let readable = use_last_readable(&broken.id);
    let taken = use_state_eq(|| false);
    let open = |readable: &Rc<Dossier>| {
        let (app, readable) = (app.clone(), readable.clone());
        Callback::from(move |_: MouseEvent| {
            let copy = Rc::new(Dossier { id: new_id().0, ..(*readable).clone() });
            let route = Route::dossier(&copy.id, Page::Tasks);
            app.act(Action::DossierAdded(copy));
            go(&route);
        })
    };
    let download = {
        let (broken, taken) = (broken.clone(), taken.clone());
        Callback::from(move |_: MouseEvent| {
            download_broken(&broken);
            taken.set(true);
        })
    };
    let forget = {
        let (app, broken) = (app.clone(), broken.clone());
        Callback::from(move |_: MouseEvent| forget_broken(&app, &broken))
    };
    html! {
        <section class="card known" aria-label={t.rescue.title}>
            <h2>{ t.rescue.title }</h2>
            <p>{ t.rescue.text.why(&broken.why.get(app.language)) }</p>
            if let Some(readable) = &readable {
                <p>{ t.rescue.found.at_name(&local_time(&readable.updated), &display_name(readable, t, language)) }</p>
            }
            <p class="buttons">
                if let Some(readable) = &readable {
                    <button type="button" class="button button-act" onclick={open(readable)}>{ icon(Icon::Open) }{ t.rescue.open }</button>
                }
                <button type="button" class="button" onclick={download}>{ icon(Icon::Download) }{ t.rescue.download }</button>
            </p>
            if *taken {
                <details class="ask">
                    <summary class="link link-quiet">{ t.rescue.forget }</summary>
                    <p>{ t.rescue.forget_sure }</p>
                    <button type="button" class="button button-small" onclick={forget}>{ icon(Icon::Trash) }{ t.rescue.forget_now }</button>
                </details>
            }
        </section>
    }
}
