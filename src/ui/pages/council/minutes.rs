use std::rc::Rc;

use yew::prelude::*;

use super::super::DossierProps;
use super::super::frame::Frame;
use crate::domain::dossier::Dossier;
use crate::domain::forms::{html_body, minutes};
use crate::ui::components::{Icon, icon};
use crate::ui::hooks::{Export, download_pages, print_page, use_app, use_title};
use crate::ui::route::{Page, Route};

/// The minutes of the sitting as they print, and as Word.
#[component]
pub fn MinutesPage(props: &DossierProps) -> Html {
    let app = use_app();
    let t = app.t();
    let dossier = &props.dossier;
    use_title(t.council.minutes.to_owned());
    let printed = use_memo(dossier.clone(), |dossier: &Rc<Dossier>| {
        minutes(dossier).map(|page| AttrValue::from(html_body(&page, None)))
    });
    let Some(printed) = (*printed).clone() else {
        return html! {
            <Frame dossier={dossier.clone()} class="page-narrow">
                <h1 id="page-title" tabindex="-1">{ t.council.minutes }</h1>
                <p class="empty">{ t.council.minutes_later }</p>
                <p><a href={Route::dossier(&dossier.id, Page::Council).href()}>{ t.council.title }</a></p>
            </Frame>
        };
    };
    let word = {
        let (app, dossier) = (app.clone(), dossier.clone());
        Callback::from(move |_: MouseEvent| {
            if let Some(page) = minutes(&dossier) {
                download_pages(&app, &dossier, "biên bản", &[page], Export::Word);
            }
        })
    };
    let actions = html! {
        <>
            <button type="button" class="button" onclick={word}>{ icon(Icon::Download) }{ t.council.word }</button>
            <button type="button" class="button button-act" onclick={Callback::from(|_: MouseEvent| { print_page(); })}>
                { icon(Icon::Print) }{ t.preview.print }
            </button>
        </>
    };
    html! {
        <Frame dossier={dossier.clone()} class="page-preview" blind=true {actions}>
            <h1 id="page-title" tabindex="-1">{ t.council.minutes }</h1>
            <p class="lead">{ t.council.minutes_text }</p>
            <div class="sheets">{ Html::from_html_unchecked(printed) }</div>
        </Frame>
    }
}
