use std::rc::Rc;

use yew::prelude::*;

use crate::session::Action;
use crate::ui::components::{Icon, StarsProps, icon, stars};
use crate::ui::hooks::{AppHandle, go, new_id, use_app};
use crate::ui::route::{Page, Route};

/// What the page is for, while there is nothing in it.
#[component]
pub fn Welcome() -> Html {
    let app = use_app();
    let t = app.t();
    let example = {
        let app = app.clone();
        Callback::from(move |_: MouseEvent| {
            let dossier = Rc::new(super::example::example(app.language, new_id()));
            let route = Route::dossier(&dossier.id, Page::Tasks);
            app.act(Action::DossierAdded(dossier));
            go(&route);
        })
    };
    html! {
        <section class="welcome">
            { stars(&StarsProps { now: Some(crate::domain::decision::Star::Three), best: Some(crate::domain::decision::Star::Five), label: None, large: true }) }
            <h1 id="page-title" tabindex="-1">{ t.home.welcome }</h1>
            <p class="lead">{ t.home.welcome_text }</p>
            <ol class="steps">
                for (number, (title, text)) in [
                    (t.home.step_1, t.home.step_1_text), (t.home.step_2, t.home.step_2_text), (t.home.step_3, t.home.step_3_text),
                ].into_iter().enumerate() {
                    <li><span class="step-number" aria-hidden="true">{ number + 1 }</span>
                        <span><strong>{ title }</strong><br />{ text }</span></li>
                }
            </ol>
            <p><button type="button" class="button" onclick={example}>{ t.home.example }</button></p>
        </section>
    }
}

/// The ways to the other pages, and what becomes of what is entered.
pub fn links(app: &AppHandle) -> Html {
    let t = app.t();
    html! {
        <>
                <nav class="links" aria-label={t.home.more}>
                    <a href={Route::Criteria.href()}>{ icon(Icon::Book) }{ t.home.criteria }</a>
                    if app.dossiers.len() > 1 { <a href={Route::Table.href()}>{ icon(Icon::Sheet) }{ t.home.table }</a> }
                    <a href={Route::Glossary { term: None }.href()}>{ icon(Icon::Info) }{ t.home.glossary }</a>
                    <a href={Route::About.href()}>{ icon(Icon::Info) }{ t.home.about }</a>
                </nav>
                <p class="soft privacy">{ icon(Icon::LockClosed) }{ t.home.privacy }</p>
        </>
    }
}
