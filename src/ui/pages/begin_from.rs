use std::rc::Rc;

use web_sys::{HtmlInputElement, HtmlSelectElement};
use yew::prelude::*;

use super::council::Awaited;
use super::{DossierProps, display_name};
use crate::domain::council::is_blind;
use crate::domain::decision::{Language, ProductSet};
use crate::domain::dossier::{Dossier, DossierKind, Field, applicant_of, next_round, start_from};
use crate::domain::find::find;
use crate::session::Action;
use crate::ui::components::{ActionBar, list_option};
use crate::ui::hooks::{AppHandle, Draft, go, new_id, use_app, use_draft, use_title};
use crate::ui::route::{Page, Route};

/// What the new dossier is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Aim {
    Other,
    Upgrade,
    ReRating,
}

/// What goes along to another product.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Take {
    Answers,
    Applicant,
}

#[derive(Properties, PartialEq)]
pub struct BeginFromProps {
    /// The dossier to begin from.
    pub id: String,
}

/// A new dossier begun from one that is here, or word that it is not.
#[component]
pub fn BeginFrom(props: &BeginFromProps) -> Html {
    match use_app().dossier(&props.id).cloned() {
        // The new one would tell them at once.
        Some(dossier) if is_blind(&dossier) => html! { <Awaited {dossier} /> },
        Some(dossier) => html! { <Begin {dossier} /> },
        None => html! { <super::lost::NoDossier id={props.id.clone()} /> },
    }
}

/// For another product, or for the next round of this one.
#[component]
fn Begin(props: &DossierProps) -> Html {
    let app = use_app();
    let (t, language) = (app.t(), app.language);
    let dossier = &props.dossier;
    let title = t.carry.title.name(&display_name(dossier, t, language));
    use_title(title.clone());
    let aim = use_state_eq(|| Aim::Other);
    let name = use_draft(&format!("{}/next", dossier.id));
    let chosen = use_state_eq(|| dossier.set());
    let take = use_state_eq(|| Take::Answers);
    let make = {
        let (app, dossier, aim) = (app.clone(), dossier.clone(), *aim);
        let (draft, set, take) = (name.clone(), *chosen, *take);
        Callback::from(move |_: MouseEvent| {
            let (id, now) = new_id();
            let name = draft.text().unwrap_or_default().trim().to_owned();
            draft.done();
            let mut next = match (aim, take) {
                (Aim::Other, Take::Answers) => start_from(&dossier, id, now, set),
                (Aim::Other, Take::Applicant) => applicant_of(&dossier, id, now, set),
                (Aim::Upgrade, _) => next_round(&dossier, id, now, DossierKind::Upgrade),
                (Aim::ReRating, _) => next_round(&dossier, id, now, DossierKind::ReRating),
            };
            let route = match aim {
                Aim::Other => {
                    next.fields.set(Field::ProductName, name);
                    Route::dossier(&next.id, Page::Tasks)
                }
                _ => Route::dossier(&next.id, Page::Standing),
            };
            app.act(Action::DossierAdded(Rc::new(next)));
            go(&route);
        })
    };
    let rerating = t.carry.rerating_text.months(&dossier.set().decision().procedure.certificate_months);
    let option = |value: Aim, name: &'static str, text: String| {
        let aim = aim.clone();
        let is_chosen = *aim == value;
        html! {
            <label class={classes!("option", is_chosen.then_some("option-chosen"))}>
                <input type="radio" name="aim" checked={is_chosen} onchange={Callback::from(move |_: Event| aim.set(value))} />
                <span class="option-text"><strong>{ name }</strong>{ " " }<span class="option-detail">{ text }</span></span>
            </label>
        }
    };
    html! {
        <>
            <main class="page page-narrow">
                <h1 id="page-title" tabindex="-1">{ title.clone() }</h1>
                <p class="lead">{ t.carry.lead }</p>
                <fieldset class="options">
                    <legend class="sr-only">{ title }</legend>
                    { option(Aim::Other, t.carry.other, t.carry.other_text.to_owned()) }
                    { option(Aim::Upgrade, t.carry.upgrade, t.carry.upgrade_text.to_owned()) }
                    { option(Aim::ReRating, t.carry.rerating, rerating) }
                </fieldset>
                if *aim == Aim::Other { { other_product(dossier, &name, &chosen, &take, &app) } }
            </main>
            <ActionBar>
                <button type="button" class="button button-act" onclick={make}>{ t.carry.make }</button>
            </ActionBar>
        </>
    }
}

/// Name, set and what goes along.
fn other_product(
    dossier: &Rc<Dossier>,
    draft: &Draft,
    chosen: &UseStateHandle<&'static ProductSet>,
    take: &UseStateHandle<Take>,
    app: &AppHandle,
) -> Html {
    let (t, language) = (app.t(), app.language);
    let oninput = {
        let draft = draft.clone();
        Callback::from(move |event: InputEvent| {
            draft.type_in(event.target_unchecked_into::<HtmlInputElement>().value())
        })
    };
    let onchange = {
        let chosen = chosen.clone();
        Callback::from(move |event: Event| {
            let select: HtmlSelectElement = event.target_unchecked_into();
            if let Some(set) = select.value().parse().ok().and_then(|no| chosen.decision().set(no)) {
                chosen.set(set);
            }
        })
    };
    let name = draft.text().unwrap_or_default();
    let suggested = suggestions(name, chosen, language);
    let carried = start_from(dossier, String::new(), String::new(), chosen).assessment.answered();
    let set_name = |set: &'static ProductSet| t.home.set_line.name_no(&set.name.get(language), &set.no.0);
    let taking = |value: Take, text: String| {
        let take = take.clone();
        let is_chosen = *take == value;
        html! {
            <label class={classes!("option", is_chosen.then_some("option-chosen"))}>
                <input type="radio" name="take" checked={is_chosen} onchange={Callback::from(move |_: Event| take.set(value))} />
                <span class="option-text">{ text }</span>
            </label>
        }
    };
    html! {
        <>
            <div class="field">
                <label class="field-label" for="new-name">{ t.choose.name }</label>
                <input type="text" id="new-name" autocomplete="off" spellcheck="false" value={name.to_owned()} {oninput} />
            </div>
            <div class="field">
                <label class="field-label" for="new-set">{ t.import.set }</label>
                <select id="new-set" {onchange}>
                    for set in chosen.decision().sets {
                        { list_option(set.no.0.to_string(), set == **chosen, set_name(set)) }
                    }
                </select>
                if !suggested.is_empty() {
                    <p class="suggested"><span class="soft">{ t.carry.suggested }</span>
                        for set in suggested {
                            <button type="button" class="link" onclick={
                                let chosen = chosen.clone();
                                Callback::from(move |_: MouseEvent| chosen.set(set))
                            }>{ set_name(set) }</button>
                        }
                    </p>
                }
            </div>
            <fieldset class="options">
                <legend class="field-label">{ t.carry.take }</legend>
                { taking(Take::Answers, t.carry.take_answers.of(carried)) }
                { taking(Take::Applicant, t.carry.take_applicant.to_owned()) }
            </fieldset>
        </>
    }
}

/// Other sets that a product of this name may belong to.
fn suggestions(name: &str, chosen: &ProductSet, language: Language) -> Vec<&'static ProductSet> {
    let proposals = find(chosen.decision(), name, language).proposals.into_iter().take(3);
    proposals.map(|proposal| proposal.set).filter(|set| set.no != chosen.no).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::decision::first;

    #[test]
    fn a_name_suggests_the_sets_of_its_kind() {
        let found = |name: &str| {
            suggestions(name, &first().sets[0], Language::Vi).iter().map(|set| set.no.0).collect::<Vec<_>>()
        };
        assert!(found("rượu cam Bình Minh").contains(&15), "{:?}", found("rượu cam Bình Minh"));
        assert!(found("Nuoc mam Hai Yen").contains(&9), "{:?}", found("Nuoc mam Hai Yen"));
        assert!(found("").is_empty());
        assert!(found("xyzzy").is_empty());
    }
}
