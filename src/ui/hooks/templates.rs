use std::cell::RefCell;

use wasm_bindgen_futures::spawn_local;
use wasm_split_helpers::{SplitLoaderError, wasm_split};
use yew::prelude::*;

use super::app::AppHandle;
use super::exports::{offer, today};
use super::places::as_listed;
use crate::adapters::{files, templates};
use crate::domain::dossier::Dossier;
use crate::domain::forms::{paper_file_name, paper_html};
use crate::domain::templates::{Template, Templates, draw};
use crate::office::docx;

thread_local! {
    /// Fetched once for all pages, by decision.
    static KEPT: RefCell<Vec<(&'static str, &'static Templates)>> = const { RefCell::new(Vec::new()) };
}

/// The templates of a decision, once somebody asked for them and they arrived. They stay as long as the page
/// does, like what is compiled in.
#[hook]
pub fn use_templates(decision: &'static str) -> Option<&'static Templates> {
    let known = use_state_eq(|| kept(decision));
    {
        let known = known.clone();
        use_effect_with(decision, move |decision| {
            let decision = *decision;
            if known.is_none() {
                spawn_local(async move { known.set(load(decision).await) });
            }
        });
    }
    *known
}

fn kept(decision: &str) -> Option<&'static Templates> {
    KEPT.with_borrow(|kept| kept.iter().find(|(known, _)| *known == decision).map(|(_, templates)| *templates))
}

/// The templates of a decision, for outputs that need them whatever page is open.
pub(super) async fn load(decision: &'static str) -> Option<&'static Templates> {
    if let Some(known) = kept(decision) {
        return Some(known);
    }
    let arrived: &'static Templates = parsed(templates::text_of(decision).await?).await.ok()??;
    if kept(decision).is_none() {
        KEPT.with_borrow_mut(|kept| kept.push((decision, arrived)));
    }
    kept(decision)
}

#[wasm_split(later, fallible)]
fn parsed(text: String) -> Result<Option<&'static Templates>, SplitLoaderError> {
    Ok(Templates::parse(&text).ok().map(|templates| &*Box::leak(Box::new(templates))))
}

const WORD: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

/// Downloads one paper as a file that opens in any browser.
pub fn template_html(dossier: &Dossier, template: &Template) {
    let page = paper_html(&draw(&as_listed(dossier), template), template.folded);
    let name = paper_file_name(dossier, &template.name.vi, &today(), "html");
    files::download(&name, "text/html;charset=utf-8", page.as_bytes());
}

/// Downloads one paper as a Word file; a fault is told.
pub fn template_word(app: &AppHandle, dossier: &Dossier, template: &Template) {
    let made = docx(&template.name.vi, &[draw(&as_listed(dossier), template)], "");
    offer(app, &paper_file_name(dossier, &template.name.vi, &today(), "docx"), WORD, made);
}
