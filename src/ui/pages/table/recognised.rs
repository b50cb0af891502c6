use std::cell::RefCell;
use std::rc::Rc;

use web_sys::HtmlElement;
use yew::prelude::*;

use super::super::figures::{PasteTable, paste_id};
use super::listing::{Chosen, Listing};
use super::looked_at::{products, use_looked_at};
use super::taken_in::{Taken, use_taken_in};
use crate::domain::decision::set_with_key;
use crate::domain::dossier::{Dossier, ListDoubt, Listed, listed, recognised_table};
use crate::domain::figures::{PastedRow, Taking};
use crate::session::Action;
use crate::ui::components::{Icon, icon};
use crate::ui::hooks::{decision_today, focus_soon, new_id, use_app, use_day, use_draft};

/// The name of what is pasted here.
const TABLE: &str = "recognised";

/// The name under which it is kept until products are taken of it.
const TEXT: &str = "recognised-list";

/// The place of the page where it is said what was taken in.
const SAID: &str = "listed-said";

thread_local! {
    /// The rows as they stood when products of them were taken, for as long as the page is open.
    static ROWS: RefCell<Option<(Taken, Vec<Listed>)>> = const { RefCell::new(None) };
}

/// The rows that these products came of: as they stood, else as the products tell them.
fn rows_of(taken: &Taken, products: &[Rc<Dossier>]) -> Vec<Listed> {
    let stood = ROWS.with_borrow(|rows| rows.clone()).filter(|(of, _)| of == taken);
    stood.map_or_else(|| products.iter().map(|product| Listed::of(product)).collect(), |(_, rows)| rows)
}

/// Products that are recognised already, pasted out of an office's list: what is doubtful is shown row by row before
/// anything is taken.
#[component]
pub fn PasteRecognised() -> Html {
    let app = use_app();
    let t = app.t();
    let today = use_day();
    let looked_at = use_looked_at(&app);
    let acts = use_taken_in();
    let text = use_draft(TEXT);
    let began_with_text = use_state_eq(|| text.text().is_some());
    let stayed = use_state_eq(|| 0usize);
    let read = {
        let (app, looked_at) = (app.clone(), looked_at.clone());
        Callback::from(move |(rows, _): (Vec<PastedRow>, Taking)| {
            looked_at.show(Some(listed(&rows, decision_today(), app.language, today, &products(&app))));
            focus_soon("listed-title".to_owned());
        })
    };
    let choose = {
        let looked_at = looked_at.clone();
        Callback::from(move |(place, chosen): (usize, Chosen)| {
            let Some(mut next) = looked_at.rows().as_deref().cloned() else { return };
            match (next.get_mut(place), chosen) {
                (Some(row), Chosen::Set(key)) => {
                    row.set = set_with_key(&key);
                    if row.set.is_some() {
                        row.doubts.retain(|doubt| *doubt != ListDoubt::Set);
                    }
                }
                (Some(row), Chosen::Stars(star)) => row.has_stars(star),
                (Some(row), Chosen::Day(text)) => row.has_day(&text, today),
                (None, _) => {}
            }
            looked_at.show(Some(next));
        })
    };
    let take = {
        let (app, looked_at, acts, stayed) = (app.clone(), looked_at.clone(), acts.clone(), stayed.clone());
        let text = text.clone();
        Callback::from(move |_: MouseEvent| {
            let Some(rows) = looked_at.rows() else { return };
            text.done();
            let (fit, rest): (Vec<Listed>, Vec<Listed>) = rows.iter().cloned().partition(Listed::can_be_taken);
            let products = fit.iter().filter_map(|row| {
                let (id, now) = new_id();
                row.dossier(id, now, today)
            });
            let products: Vec<Rc<Dossier>> = products.map(Rc::new).collect();
            let taken = Taken::of(today, &products);
            for product in products {
                app.act(Action::DossierAdded(product));
            }
            // Said where the button was: the top of the page is out of sight here.
            acts.add(taken.clone());
            ROWS.set(Some((taken, fit)));
            stayed.set(0);
            focus_soon(SAID.to_owned());
            // What was not taken stays to be put right.
            looked_at.show(Some(rest).filter(|rest| !rest.is_empty()));
        })
    };
    let take_back = |taken: Taken| {
        let (app, looked_at, acts, stayed) = (app.clone(), looked_at.clone(), acts.clone(), stayed.clone());
        Callback::from(move |_: MouseEvent| {
            // What was worked on since stays.
            let (products, worked_on) = taken.products(&app);
            let mut rows = rows_of(&taken, &products);
            rows.extend(looked_at.rows().iter().flat_map(|rest| rest.iter().cloned()));
            for product in &products {
                app.act(Action::Deleted { id: product.id.clone() });
                app.act(Action::Forgotten { id: product.id.clone() });
            }
            acts.remove(&taken);
            stayed.set(worked_on);
            looked_at.show(Some(rows));
            focus_soon("listed-title".to_owned());
        })
    };
    // Opened by hand, the field is below what is in sight.
    let ontoggle = Callback::from(|event: Event| {
        if event.target_unchecked_into::<HtmlElement>().has_attribute("open") {
            focus_soon(paste_id(TABLE));
        }
    });
    let said = |taken: &Taken| {
        let (products, _) = taken.products(&app);
        let text = t.recognised.taken.of(products.len());
        let label = format!("{}: {text}", t.home.undo);
        html! {
            if !products.is_empty() {
                <p class="listed-said" key={taken.key()}>
                    <span class="figures-fits">{ icon(Icon::Check) }{ text }</span>
                    <button type="button" class="button button-small" aria-label={label} onclick={take_back(taken.clone())}>{ t.home.undo }</button>
                </p>
            }
        }
    };
    html! {
        <>
        // Above what is folded away: on the next visit too, it is seen without looking for it.
        <div id={SAID} class="listed-acts" tabindex="-1">{ for acts.all().iter().map(said) }</div>
        <details class="fold table-paste" open={looked_at.rows().is_some() || *began_with_text} {ontoggle}>
            <summary>{ icon(Icon::Sheet) }{ t.recognised.title }</summary>
            if *stayed > 0 { <p class="note" role="status">{ t.recognised.stayed.of(*stayed) }</p> }
            <p class="soft">{ t.recognised.lead }</p>
            if let Some(rows) = looked_at.rows() {
                <Listing {rows} {choose} {take} />
                <p><button type="button" class="button" onclick={ let (looked_at, text) = (looked_at.clone(), text.clone()); move |_: MouseEvent| { text.done(); looked_at.show(None); } }>{ t.recognised.again }</button></p>
            } else {
                <PasteTable table={TABLE} keep_as={TEXT} fact={recognised_table()} places={(String::new(), String::new())} onpasted={read} reads=true />
            }
        </details>
        </>
    }
}
