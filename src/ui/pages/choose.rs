use std::rc::Rc;

use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::domain::decision::{Hit, Language, ProductSet, current};
use crate::domain::dossier::Field;
use crate::session::Action;
use crate::ui::components::{Icon, icon};
use crate::ui::hooks::{go, new_dossier, use_app, use_title};
use crate::ui::route::{Page, Route};
use crate::words::Words;

/// Choosing the product set of a new product: by searching, or by the classes of Annex I.
#[component]
pub fn Choose() -> Html {
    let app = use_app();
    let (t, language) = (app.t(), app.language);
    use_title(t.choose.title.to_owned());
    let query = use_state_eq(String::new);
    let chosen = use_state_eq(|| None::<&'static ProductSet>);
    let oninput = {
        let query = query.clone();
        Callback::from(move |event: InputEvent| {
            let input: HtmlInputElement = event.target_unchecked_into();
            query.set(input.value());
        })
    };
    let choose = {
        let chosen = chosen.clone();
        Callback::from(move |set: &'static ProductSet| chosen.set(Some(set)))
    };
    if let Some(set) = *chosen {
        return html! { <Name {set} back={Callback::from(move |()| chosen.set(None))} /> };
    }
    let hits: Vec<(&'static ProductSet, Option<&'static str>)> = current()
        .search(&query, language, 30)
        .into_iter()
        .filter_map(|hit| match hit {
            Hit::Set { set, example } => Some((set, example)),
            Hit::Criterion { .. } => None,
        })
        .collect();
    let searching = !query.trim().is_empty();
    html! {
        <main class="page page-narrow">
            <h1 id="page-title" tabindex="-1">{ t.choose.title }</h1>
            <p class="lead">{ t.choose.lead }</p>
            <label class="search">
                <span class="sr-only">{ t.choose.search }</span>
                { icon(Icon::Search) }
                <input type="search" value={(*query).clone()} {oninput} placeholder={t.choose.placeholder} autocomplete="off" enterkeyhint="search" />
            </label>
            <p class="sr-only" role="status">{ if searching { t.choose.found.of(hits.len()) } else { String::new() } }</p>
            if searching {
                if hits.is_empty() {
                    <p class="empty">{ t.choose.nothing.query(&query.trim()) }</p>
                }
                <ul class="set-list">for (set, example) in hits { { set_row(set, example, language, t, &choose) } }</ul>
            } else {
                { by_class(language, t, &choose) }
            }
        </main>
    }
}

/// The sets under the sectors of Annex I, in its order.
fn by_class(language: Language, t: &'static Words, choose: &Callback<&'static ProductSet>) -> Html {
    let mut sectors: Vec<(&'static str, Vec<&'static ProductSet>)> = Vec::new();
    for set in current().sets {
        let sector = set.class.sector.get(language);
        match sectors.last_mut().filter(|(known, _)| *known == sector) {
            Some((_, sets)) => sets.push(set),
            None => sectors.push((sector, vec![set])),
        }
    }
    html! {
        for (sector, sets) in sectors {
            <section class="sector">
                <h2>{ sector }</h2>
                <ul class="set-list">
                    for set in sets { { set_row(set, None, language, t, choose) } }
                </ul>
            </section>
        }
    }
}

fn set_row(
    set: &'static ProductSet,
    example: Option<&'static str>,
    language: Language,
    t: &'static Words,
    choose: &Callback<&'static ProductSet>,
) -> Html {
    let onclick = choose.reform(move |_: MouseEvent| set);
    let order = usize::from(language == Language::En);
    let examples = match example {
        Some(example) => t.choose.example.example(&example),
        None => set.examples[order].iter().take(4).copied().collect::<Vec<_>>().join(", "),
    };
    html! {
        <li><button type="button" class="set-row" {onclick}>
            <span class="set-no" aria-hidden="true">{ set.no.0 }</span>
            <span class="set-text">
                <span class="set-name">{ set.name.get(language) }</span>
                <span class="soft">{ examples }</span>
            </span>
            { icon(Icon::Next) }
        </button></li>
    }
}

#[derive(Properties, PartialEq)]
struct NameProps {
    set: &'static ProductSet,
    back: Callback<()>,
}

/// The second step: what the product is called, and off.
#[component]
fn Name(props: &NameProps) -> Html {
    let app = use_app();
    let (t, language) = (app.t(), app.language);
    let set = props.set;
    let name = use_state_eq(String::new);
    let oninput = {
        let name = name.clone();
        Callback::from(move |event: InputEvent| {
            let input: HtmlInputElement = event.target_unchecked_into();
            name.set(input.value());
        })
    };
    let onsubmit = {
        let (app, name) = (app.clone(), name.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            let mut dossier = new_dossier(set);
            dossier.fields.set(Field::ProductName, name.trim().to_owned());
            let route = Route::dossier(&dossier.id, Page::Standing);
            app.act(Action::DossierAdded(Rc::new(dossier)));
            go(&route);
        })
    };
    let back = props.back.reform(|_: MouseEvent| ());
    html! {
        <main class="page page-narrow">
            <h1 id="page-title" tabindex="-1">{ t.choose.name_title }</h1>
            <form {onsubmit}>
                <div class="card chosen-set">
                    <p class="soft">{ t.choose.chosen.no(&set.no.0) }</p>
                    <p class="set-name">{ set.name.get(language) }</p>
                    <p class="soft">{ t.choose.class.group_sector(&set.class.group.get(language), &set.class.sector.get(language)) }</p>
                    <button type="button" class="link" onclick={back}>{ t.choose.other }</button>
                </div>
                <label class="field">
                    <span class="field-label">{ t.choose.name }</span>
                    <input type="text" value={(*name).clone()} {oninput} autocomplete="off" maxlength="200" />
                    <span class="field-help soft">{ t.choose.name_help }</span>
                </label>
                <p class="buttons"><button type="submit" class="button button-act">{ t.choose.start }</button></p>
            </form>
        </main>
    }
}
