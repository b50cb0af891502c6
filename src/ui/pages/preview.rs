use std::rc::Rc;

use yew::prelude::*;

use super::DossierProps;
use super::before::before;
use super::frame::Frame;
use crate::domain::decision::Language;
use crate::domain::dossier::Dossier;
use crate::domain::forms::{PaperNames, Stamp, preview_html};
use crate::ui::components::{Icon, icon};
use crate::ui::hooks::{
    in_app_browser, print_dossier, stamp, use_app, use_day, use_page_foot, use_paper_names, use_title,
};
use crate::ui::route::{Page, Route};

/// Forms 01 and 02 as they print, and the way to the printer.
#[component]
pub fn Preview(props: &DossierProps) -> Html {
    let app = use_app();
    let t = app.t();
    let dossier = &props.dossier;
    use_title(t.preview.title.to_owned());
    let names = use_paper_names(&app);
    let today = use_day();
    let refused = use_state_eq(|| false);
    let stamp = use_memo(dossier.clone(), |dossier: &Rc<Dossier>| stamp(dossier));
    use_page_foot(&stamp, None);
    let sheets = use_memo(
        (dossier.clone(), names, stamp.clone()),
        |(dossier, names, stamp): &(Rc<Dossier>, Rc<PaperNames>, Rc<Stamp>)| {
            AttrValue::from(preview_html(dossier, names, Some(stamp)))
        },
    );
    let print = {
        let (refused, dossier, stamp) = (refused.clone(), dossier.clone(), stamp.clone());
        Callback::from(move |_: MouseEvent| refused.set(!print_dossier(&dossier, &stamp)))
    };
    let actions = html! {
        <>
            <a class="button" href={Route::dossier(&dossier.id, Page::Forms).href()}>{ icon(Icon::Edit) }{ t.preview.edit }</a>
            <button type="button" class="button button-act" onclick={print}>{ icon(Icon::Print) }{ t.preview.print }</button>
        </>
    };
    html! {
        <Frame dossier={dossier.clone()} class="page-preview" {actions}>
            <h1 id="page-title" tabindex="-1">{ t.preview.title }</h1>
            <p class="lead">{ t.preview.lead }</p>
            if app.language == Language::En { <p class="soft">{ t.preview.vietnamese }</p> }
            if *refused || in_app_browser() {
                <p class="note" role="status">{ if *refused { t.preview.no_print } else { t.check.in_app } }</p>
            }
            { before(&app, dossier, today) }
            <div class="sheets">{ Html::from_html_unchecked((*sheets).clone()) }</div>
        </Frame>
    }
}
