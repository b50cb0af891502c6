//! The first question: what the product is called. From its name the page proposes sets, and says why.

mod by_class;
mod proposals;

use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::domain::decision::ProductSet;
use crate::domain::find::{Found, find};
use crate::ui::components::{Icon, action_bar, icon};
use crate::ui::hooks::{decision_today, use_app, use_calm_address, use_title};
use crate::ui::pages::whole::begin;
use crate::ui::route::Route;
use crate::words::Words;
use by_class::by_class;
use proposals::proposals;

#[derive(Properties, PartialEq)]
pub struct ChooseProps {
    /// What the address says that the product is called.
    pub name: AttrValue,
}

/// The product's name, once, and the sets it may belong to; choosing one begins the dossier.
#[component]
pub fn Choose(props: &ChooseProps) -> Html {
    let app = use_app();
    let (t, language) = (app.t(), app.language);
    use_title(t.choose.title.to_owned());
    let name = use_name(&props.name);
    let typed = (*name).clone();
    let found = use_memo((typed.clone(), language), |(name, language)| find(decision_today(), name, *language));
    let oninput = {
        let name = name.clone();
        Callback::from(move |event: InputEvent| {
            let input: HtmlInputElement = event.target_unchecked_into();
            name.set(input.value().into());
        })
    };
    let choose = {
        let (app, name) = (app.clone(), found.rewritten.clone().map_or_else(|| typed.clone(), AttrValue::from));
        Callback::from(move |set: &'static ProductSet| begin(&app, set, name.trim()))
    };
    let best = found.proposals.first().map(|proposal| proposal.set);
    let onsubmit = {
        let (choose, sure) = (choose.clone(), best.filter(|_| found.sure));
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            if let Some(set) = sure {
                choose.emit(set);
            }
        })
    };
    html! {
        <>
            <main class="page page-narrow page-choose">
                <h1 id="page-title" tabindex="-1">{ t.choose.title }</h1>
                <p class="lead">{ t.choose.lead }</p>
                <form {onsubmit}>
                    <label class="search">
                        <span class="sr-only">{ t.choose.search }</span>
                        { icon(Icon::Search) }
                        <input type="search" value={typed.clone()} {oninput} placeholder={t.choose.placeholder} autocomplete="off" enterkeyhint="next" maxlength="200" />
                    </label>
                </form>
                <p class="sr-only" role="status">{ spoken(&typed, &found, t) }</p>
                if !typed.trim().is_empty() {
                    { proposals(&found, language, t, &choose) }
                }
                { by_class(best.is_none() && !typed.trim().is_empty(), language, t, &choose) }
            </main>
            if let Some(set) = best.filter(|_| found.sure) {
                { action_bar(html! {
                    <button type="button" class="button button-act" onclick={choose.reform(move |_: MouseEvent| set)}>{ t.choose.go_on.no(&set.no.0) }</button>
                }) }
            }
        </>
    }
}

/// The name as it is typed. The address follows, so that reload and back lose nothing; where another
/// address comes, the name follows it.
#[hook]
fn use_name(addressed: &AttrValue) -> UseStateHandle<AttrValue> {
    let name = use_state_eq(|| addressed.clone());
    let write = use_calm_address();
    // Only another address counts: the first one is the name already, and something may have been typed since.
    let known = use_mut_ref(|| addressed.clone());
    {
        let name = name.clone();
        use_effect_with(addressed.clone(), move |addressed| {
            if known.replace(addressed.clone()) != *addressed {
                name.set(addressed.clone());
            }
        });
    }
    use_effect_with((*name).clone(), move |name| write.emit(Route::named(name.trim())));
    name
}

/// What a screen reader says of what was found.
fn spoken(name: &str, found: &Found, t: &'static Words) -> String {
    match &found.outside {
        _ if name.trim().is_empty() => String::new(),
        Some(words) => t.choose.outside.words(words),
        None => t.choose.found.of(found.proposals.len()),
    }
}
