use yew::prelude::*;

use super::DossierProps;
use super::frame::Frame;
use crate::domain::checklists::checklists;
use crate::domain::figures::Words as Item;
use crate::ui::components::{Icon, icon};
use crate::ui::hooks::{print_page, use_app, use_title};

/// Lists to print for one product and to tick by hand: its label, the visit to the site, the samples.
#[component]
pub fn Lists(props: &DossierProps) -> Html {
    let app = use_app();
    let (t, language) = (app.t(), app.language);
    let dossier = &props.dossier;
    use_title(t.lists.title.to_owned());
    let list = |items: &'static [Item]| {
        html! {
            <ul class="tick-list">for item in items { <li><span class="tick-box" aria-hidden="true"></span><span>{ item.get(language) }</span></li> }</ul>
        }
    };
    let refused = use_state_eq(|| false);
    let print = {
        let refused = refused.clone();
        Callback::from(move |_: MouseEvent| refused.set(!print_page()))
    };
    let actions = html! { <button type="button" class="button button-act" onclick={print}>{ icon(Icon::Print) }{ t.lists.print }</button> };
    html! {
        <Frame dossier={dossier.clone()} class="page-narrow page-lists" {actions}>
            <h1 id="page-title" tabindex="-1">{ t.lists.title }</h1>
            <p class="lead" lang={super::name_lang(dossier)}>{ super::display_name(dossier, t, language) }</p>
            if *refused { <p class="note" role="status">{ t.preview.no_print }</p> }
            if let Some((lists, label)) = checklists(dossier.set()) {
                <section class="tick-part">
                    <h2>{ t.lists.label.kind(&label.title.get(language)) }</h2>
                    { list(&label.items) }
                    <p class="soft">{ lists.source.get(language) }</p>
                </section>
                <section class="tick-part">
                    <h2>{ t.lists.visit }</h2>
                    <p class="soft">{ t.lists.visit_text }</p>
                    { list(label.visit.as_ref().unwrap_or(&lists.visit)) }
                </section>
                if !dossier.set().is_tourism {
                    <section class="tick-part">
                        <h2>{ t.lists.samples }</h2>
                        { list(label.samples.as_ref().unwrap_or(&lists.samples)) }
                        <p class="soft">{ lists.samples_source.get(language) }</p>
                    </section>
                }
            } else {
                <p class="empty">{ t.lists.none }</p>
            }
        </Frame>
    }
}
