use std::rc::Rc;

use web_sys::HtmlElement;
use yew::prelude::*;

use crate::domain::decision::{Guide, Term};
use crate::ui::route::Route;
use crate::words::Words;

/// A text in which the first mention of each term of the glossary opens its meaning, by touch and
/// by keyboard.
pub fn with_terms(text: &str, guide: Option<&Rc<Guide>>, t: &'static Words) -> Html {
    let Some(guide) = guide else { return text.into() };
    let mut marks: Vec<(usize, usize, &Term)> = Vec::new();
    for term in &guide.words.glossary {
        let found = std::iter::once(&term.term).chain(&term.also).filter_map(|name| place_of(text, name)).min();
        if let Some((start, end)) = found
            && !marks.iter().any(|(from, to, _)| start < *to && *from < end)
        {
            marks.push((start, end, term));
        }
    }
    marks.sort_by_key(|(start, _, _)| *start);
    let mut pieces: Vec<Html> = Vec::new();
    let mut at = 0;
    for (start, end, term) in marks {
        pieces.push(text[at..start].into());
        pieces.push(html! {
            <TermMark name={text[start..end].to_owned()} term={term.clone()} {t} />
        });
        at = end;
    }
    pieces.push(text[at..].into());
    pieces.into_iter().collect()
}

/// Where a name stands in a text as a word of its own, without regard to ASCII case.
fn place_of(text: &str, name: &str) -> Option<(usize, usize)> {
    let lower = text.to_ascii_lowercase();
    let needle = name.to_ascii_lowercase();
    let mut from = 0;
    while let Some(found) = lower.get(from..)?.find(&needle) {
        let (start, end) = (from + found, from + found + needle.len());
        let before = text[..start].chars().next_back().is_none_or(|c| !c.is_alphanumeric());
        let after = text[end..].chars().next().is_none_or(|c| !c.is_alphanumeric());
        if before && after {
            return Some((start, end));
        }
        from = end;
    }
    None
}

#[derive(Properties, PartialEq)]
struct TermMarkProps {
    name: String,
    term: Term,
    t: &'static Words,
}

/// A term that opens its meaning below itself, with the way to the glossary.
#[component]
fn TermMark(props: &TermMarkProps) -> Html {
    let open = use_state_eq(|| false);
    let mark = use_node_ref();
    let toggle = {
        let open = open.clone();
        Callback::from(move |_: MouseEvent| open.set(!*open))
    };
    let escape = {
        let (open, mark) = (open.clone(), mark.clone());
        Callback::from(move |event: KeyboardEvent| {
            if event.key() == "Escape" {
                open.set(false);
                if let Some(mark) = mark.cast::<HtmlElement>() {
                    let _ = mark.focus();
                }
            }
        })
    };
    let Term { id, term, text, .. } = &props.term;
    html! {
        <span class="term" onkeydown={escape}>
            <button ref={mark} type="button" class="term-mark" aria-expanded={open.to_string()} onclick={toggle}>{ props.name.clone() }</button>
            if *open {
                <span class="term-text" role="note"><strong>{ term.clone() }</strong>{ " – " }{ text.clone() }{ " " }
                    <a href={Route::Glossary { term: Some(id.clone()) }.href()}>{ props.t.glossary_page.see }</a>
                </span>
            }
        </span>
    }
}
