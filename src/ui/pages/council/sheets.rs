use std::rc::Rc;

use yew::prelude::*;

use super::super::DossierProps;
use super::super::frame::Frame;
use crate::domain::council::{is_blind, sheet_of};
use crate::domain::dossier::Dossier;
use crate::domain::forms::{html_body, score_sheet};
use crate::ui::components::{Icon, icon};
use crate::ui::hooks::{Export, download_pages, print_page, use_app, use_title};

/// Annex II's scoring sheet as it prints: blank, the applicant's own levels, or every scorer's once all are in.
#[component]
pub fn ScoreSheetPage(props: &DossierProps) -> Html {
    let app = use_app();
    let t = app.t();
    use_title(t.council.sheet_title.to_owned());
    let filled = use_state_eq(|| false);
    let pages = use_memo(
        (props.dossier.clone(), *filled && !is_blind(&props.dossier)),
        |(dossier, filled): &(Rc<Dossier>, bool)| {
            let set = dossier.set();
            let all: Vec<_> = match (filled, &dossier.council) {
                (false, _) => vec![None],
                (true, Some(council)) if council.is_complete() => council.sheets.iter().cloned().map(Some).collect(),
                (true, _) => vec![Some(sheet_of(dossier))],
            };
            all.iter().map(|sheet| score_sheet(set, Some(dossier), sheet.as_ref())).collect::<Vec<_>>()
        },
    );
    let printed = use_memo(pages.clone(), |pages| {
        AttrValue::from(pages.iter().map(|page| html_body(page, None)).collect::<String>())
    });
    let download = |kind: Export| {
        let (app, dossier, pages) = (app.clone(), props.dossier.clone(), pages.clone());
        Callback::from(move |_: MouseEvent| download_pages(&app, &dossier, "phiếu đánh giá", &pages, kind))
    };
    let toggle = {
        let filled = filled.clone();
        Callback::from(move |_: Event| filled.set(!*filled))
    };
    let actions = html! {
        <button type="button" class="button button-act" onclick={Callback::from(|_: MouseEvent| { print_page(); })}>
            { icon(Icon::Print) }{ t.preview.print }
        </button>
    };
    html! {
        <Frame dossier={props.dossier.clone()} class="page-preview" {actions}>
            <h1 id="page-title" tabindex="-1">{ t.council.sheet_title }</h1>
            <p class="lead">{ t.council.sheet_lead }</p>
            // Until all are in, neither the applicant's levels nor any scorer's.
            if !is_blind(&props.dossier) { <label class="check-row"><input type="checkbox" checked={*filled} onchange={toggle} /><span>{ t.council.filled }</span></label> }
            <p class="buttons">
                <button type="button" class="button" onclick={download(Export::Word)}>{ icon(Icon::Download) }{ t.council.word }</button>
                <button type="button" class="button" onclick={download(Export::Html)}>{ icon(Icon::Download) }{ t.council.html }</button>
            </p>
            <div class="sheets">{ Html::from_html_unchecked((*printed).clone()) }</div>
        </Frame>
    }
}
