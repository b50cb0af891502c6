use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::marked;
use crate::domain::decision::{Criterion, Hit, Language, ProductSet, found_text};
use crate::session::Action;
use crate::ui::components::{Icon, icon};
use crate::ui::hooks::{decision_today, use_app, use_title};
use crate::ui::route::Route;
use crate::words::Words;

/// Criteria shown at first: more would bury the sets and slow typing down.
const FIRST: usize = 20;

/// What a search found: sets, and criteria with every set they stand in.
#[derive(Clone, Default, PartialEq)]
struct Found {
    sets: Vec<(&'static ProductSet, Option<&'static str>)>,
    criteria: Vec<FoundCriterion>,
}

/// One criterion as several sets print it in the same words.
#[derive(Clone, PartialEq)]
struct FoundCriterion {
    criterion: &'static Criterion,
    places: Vec<(&'static ProductSet, &'static str)>,
}

fn find(query: &str, language: Language) -> Found {
    let mut found = Found::default();
    for hit in decision_today().search(query, language, usize::MAX) {
        match hit {
            Hit::Set { set, example } => found.sets.push((set, example)),
            Hit::Criterion { set, position } => {
                let criterion = &set.criteria[position];
                let place = (set, criterion.code);
                let known = found.criteria.iter_mut().find(|known| {
                    known.criterion.wording.key == criterion.wording.key
                        && known.criterion.ladder.key == criterion.ladder.key
                });
                match known {
                    Some(known) => known.places.push(place),
                    None => found.criteria.push(FoundCriterion { criterion, places: vec![place] }),
                }
            }
        }
    }
    found
}

/// All 26 sets: to browse by the classes of Annex I and to search in both languages.
#[component]
pub fn Catalogue() -> Html {
    let app = use_app();
    let (t, language) = (app.t(), app.language);
    let title = t.catalogue.title.n(&decision_today().sets.len());
    use_title(title.clone());
    let query = app.searched.clone();
    let whole = use_state_eq(|| false);
    let oninput = {
        let (app, whole) = (app.clone(), whole.clone());
        Callback::from(move |event: InputEvent| {
            let input: HtmlInputElement = event.target_unchecked_into();
            app.act(Action::Searched(input.value()));
            whole.set(false);
        })
    };
    let found = use_memo((query.clone(), language), |(query, language)| find(query, *language));
    let searching = !query.trim().is_empty();
    let said = match searching {
        true => {
            let (sets, criteria) = (found.sets.len(), found.criteria.len());
            format!("{}, {}", t.catalogue.found_sets.of(sets), t.catalogue.found_criteria.of(criteria))
        }
        false => String::new(),
    };
    let show_all = {
        let whole = whole.clone();
        Callback::from(move |_: MouseEvent| whole.set(true))
    };
    html! {
        <main class="page page-narrow">
            <h1 id="page-title" tabindex="-1">{ title }</h1>
            <p class="lead">{ t.catalogue.lead.n(&decision_today().sets.len()) }</p>
            <label class="search">
                <span class="sr-only">{ t.catalogue.search }</span>
                { icon(Icon::Search) }
                <input type="search" value={query.clone()} {oninput} placeholder={t.catalogue.placeholder} autocomplete="off" enterkeyhint="search" />
            </label>
            <p class="soft catalogue-said" role="status">{ said }</p>
            if searching {
                { results(&found, &query, *whole, show_all, language, t) }
            } else {
                <p class="links">
                    if let [left, _, right, ..] = decision_today().sets {
                        <a href={Route::Compare { left, right }.href()}>{ icon(Icon::Sheet) }{ t.catalogue.compare }</a>
                    }
                    <a href={Route::Glossary { term: None }.href()}>{ icon(Icon::Book) }{ t.home.glossary }</a>
                </p>
                { by_class(language, t) }
            }
        </main>
    }
}

fn results(
    found: &Found,
    query: &str,
    whole: bool,
    show_all: Callback<MouseEvent>,
    language: Language,
    t: &'static Words,
) -> Html {
    let shown = if whole { found.criteria.len() } else { FIRST.min(found.criteria.len()) };
    let hidden = found.criteria.len() - shown;
    html! {
        <>
            if found.sets.is_empty() && found.criteria.is_empty() {
                <p class="empty">{ t.catalogue.nothing.query(&query.trim()) }</p>
            }
            if !found.sets.is_empty() {
                <section class="sector" aria-labelledby="found-sets">
                    <h2 id="found-sets">{ t.catalogue.sets }</h2>
                    <ul class="set-list">
                        for (set, example) in &found.sets { { set_row(set, *example, query, language, t) } }
                    </ul>
                </section>
            }
            if !found.criteria.is_empty() {
                <section class="sector" aria-labelledby="found-criteria">
                    <h2 id="found-criteria">{ t.catalogue.criteria }</h2>
                    <ul class="hits">for found in &found.criteria[..shown] { { criterion_hit(found, query, language, t) } }</ul>
                    if hidden > 0 {
                        <p><button type="button" class="button" onclick={show_all}>{ t.catalogue.more.n(&hidden) }</button></p>
                    }
                </section>
            }
        </>
    }
}

/// A criterion that was found: its title, the text that has the words where that is another one, and
/// a link for every set it stands in.
fn criterion_hit(found: &FoundCriterion, query: &str, language: Language, t: &'static Words) -> Html {
    let criterion = found.criterion;
    let title = criterion.wording.title.get(language);
    let why = found_text(criterion, query, language).filter(|(text, _)| *text != title);
    html! {
        <li class="hit">
            <p class="hit-title">{ marked(title, query) }
                <span class="soft">{ " · " }{ t.catalogue.up_to.of(criterion.max.0.into()) }</span></p>
            if let Some((text, of)) = why {
                <p class="hit-text" lang={(of != language).then_some(of.tag())}>{ marked(text, query) }</p>
            }
            <p class="hit-sets"><span class="soft">{ t.catalogue.in_sets }</span>
                for (set, code) in &found.places {
                    { " " }<a class="hit-set" href={Route::Set { set, code: Some((*code).to_owned()) }.href()}
                        title={set.name.get(language)}
                        aria-label={t.catalogue.set_link.code_no(code, &set.no.0)}>{ set.no.0 }</a>
                }
            </p>
        </li>
    }
}

/// The sets under the sectors of Annex I, in its order.
fn by_class(language: Language, t: &'static Words) -> Html {
    decision_today()
        .sets
        .chunk_by(|a, b| a.class.sector == b.class.sector)
        .map(|of_sector| {
            html! {
                <section class="sector">
                    <h2>{ of_sector[0].class.sector.get(language) }</h2>
                    <ul class="set-list">for set in of_sector { { set_row(set, None, "", language, t) } }</ul>
                </section>
            }
        })
        .collect()
}

fn set_row(
    set: &'static ProductSet,
    example: Option<&'static str>,
    query: &str,
    language: Language,
    t: &'static Words,
) -> Html {
    let order = usize::from(language == Language::En);
    let examples = match example {
        Some(example) => t.choose.example.example(&example),
        None => set.examples[order].iter().take(4).copied().collect::<Vec<_>>().join(", "),
    };
    html! {
        <li><a class="set-row" href={Route::Set { set, code: None }.href()}>
            <span class="set-no">{ set.no.0 }</span>
            <span class="set-text">
                <span class="set-name">{ marked(set.name.get(language), query) }</span>
                <span class="soft">{ marked(&examples, query) }{ " · " }{ t.catalogue.count.of(set.criteria.len()) }</span>
            </span>
            { icon(Icon::Next) }
        </a></li>
    }
}
