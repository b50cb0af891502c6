use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::catalogue::marked;
use crate::domain::decision::{Term, found_in};
use crate::ui::components::{Icon, icon};
use crate::ui::hooks::{use_app, use_in_sight, use_title};
use crate::words::Words;

#[derive(Properties, PartialEq)]
pub struct GlossaryProps {
    /// The term to bring into sight, by id.
    pub term: Option<String>,
}

/// Every term of art in plain words, to filter with or without diacritics.
#[component]
pub fn Glossary(props: &GlossaryProps) -> Html {
    let app = use_app();
    let t = app.t();
    use_title(t.glossary_page.title.to_owned());
    use_in_sight(props.term.as_ref().filter(|_| app.guide.is_some()).map(|id| anchor(id)));
    let query = use_state_eq(String::new);
    let oninput = {
        let query = query.clone();
        Callback::from(move |event: InputEvent| {
            let input: HtmlInputElement = event.target_unchecked_into();
            query.set(input.value());
        })
    };
    let terms = app.guide.as_ref().map(|guide| guide.words.glossary.as_slice());
    let mut shown: Vec<&Term> = terms.unwrap_or_default().iter().filter(|term| fits(&whole(term), &query)).collect();
    // Whoever types a term wants that term first, then those that mention it.
    shown.sort_by_key(|term| !fits(&names(term), &query));
    html! {
        <main class="page page-narrow">
            <h1 id="page-title" tabindex="-1">{ t.glossary_page.title }</h1>
            <p class="lead">{ t.glossary_page.lead }</p>
            <label class="search">
                <span class="sr-only">{ t.glossary_page.search }</span>
                { icon(Icon::Search) }
                <input type="search" value={(*query).clone()} {oninput} placeholder={t.glossary_page.placeholder} autocomplete="off" enterkeyhint="search" />
            </label>
            if terms.is_none() {
                <p class="soft" role="status">{ t.set_page.guide_waits }</p>
            } else {
                <p class="soft" role="status">{ t.glossary_page.found.of(shown.len()) }</p>
                if shown.is_empty() {
                    <p class="empty">{ t.glossary_page.nothing.query(&query.trim()) }</p>
                }
                <dl class="glossary">for term in shown { { entry(term, &query, t) } }</dl>
            }
        </main>
    }
}

/// The id of a term's entry.
fn anchor(id: &str) -> String {
    format!("term-{id}")
}

fn names(term: &Term) -> String {
    format!("{} {}", term.term, term.also.join(" "))
}

fn whole(term: &Term) -> String {
    format!("{} {}", names(term), term.text)
}

fn fits(text: &str, query: &str) -> bool {
    query.split_whitespace().all(|word| !found_in(text, word).is_empty())
}

fn entry(term: &Term, query: &str, t: &'static Words) -> Html {
    let also: Vec<&str> =
        term.also.iter().map(String::as_str).filter(|name| name.to_lowercase() != term.term.to_lowercase()).collect();
    html! {
        <div class="glossary-term" id={anchor(&term.id)} tabindex="-1" key={term.id.clone()}>
            <dt>{ marked(&term.term, query) }
                if !also.is_empty() {
                    <span class="soft">{ " " }{ marked(&t.glossary_page.also.names(&also.join(", ")), query) }</span>
                }
            </dt>
            <dd>{ marked(&term.text, query) }</dd>
        </div>
    }
}
