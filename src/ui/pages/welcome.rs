use yew::prelude::*;

use crate::ui::components::{Icon, StarsProps, icon, stars};
use crate::ui::hooks::{decision_today, go, use_app};
use crate::ui::route::Route;
use crate::words::Words;

/// What the page is for, while there is nothing in it.
#[component]
pub fn Welcome() -> Html {
    let app = use_app();
    let t = app.t();
    let sets = decision_today().sets.len();
    html! {
        <section class="welcome">
            { stars(&StarsProps { now: Some(crate::domain::decision::Star::Three), best: Some(crate::domain::decision::Star::Five), label: None, large: true }) }
            <h1 id="page-title" tabindex="-1">{ t.home.welcome }</h1>
            <p class="lead">{ t.home.welcome_text.number(&decision_today().number) }</p>
            <ol class="steps">
                for (number, (title, text)) in [
                    (t.home.step_1, t.home.step_1_text.n(&sets)), (t.home.step_2, t.home.step_2_text.to_owned()), (t.home.step_3, t.home.step_3_text.to_owned()),
                ].into_iter().enumerate() {
                    <li><span class="step-number" aria-hidden="true">{ number + 1 }</span>
                        <span><strong>{ title }</strong><br />{ text }</span></li>
                }
            </ol>
            <p><button type="button" class="button" onclick={Callback::from(|_: MouseEvent| go(&Route::Example))}>{ t.home.example }</button></p>
        </section>
    }
}

/// The ways to the other pages, and what becomes of what is entered.
pub fn links(t: &'static Words, several: bool) -> Html {
    html! {
        <>
                <nav class="links" aria-label={t.home.more}>
                    <a href={Route::Criteria.href()}>{ icon(Icon::Book) }{ t.home.criteria.n(&decision_today().sets.len()) }</a>
                    if several { <a href={Route::Table.href()}>{ icon(Icon::Sheet) }{ t.home.table }</a> }
                    <a href={Route::Glossary { term: None }.href()}>{ icon(Icon::Info) }{ t.home.glossary }</a>
                    <a href={Route::About.href()}>{ icon(Icon::Info) }{ t.home.about }</a>
                </nav>
                <p class="soft privacy">{ icon(Icon::LockClosed) }{ t.home.privacy }</p>
        </>
    }
}
