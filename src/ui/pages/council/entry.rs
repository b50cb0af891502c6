use std::rc::Rc;

use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::{BACK, CouncilChange, marks};
use crate::domain::council::{Council, SheetFault};
use crate::domain::dossier::Dossier;
use crate::session::Change;
use crate::ui::components::{Icon, icon};
use crate::ui::hooks::{Undo, focus_soon, go, use_app};
use crate::ui::route::{Page, Route};

#[derive(Properties, PartialEq)]
pub struct EntryProps {
    pub dossier: Rc<Dossier>,
    pub council: Council,
    /// Place of the sheet.
    pub place: usize,
    pub keep: Callback<CouncilChange>,
    pub undo: Undo,
}

/// One scorer's sheet in the list: handed in, to be taken back by its scorer, or to go on with; and, folded away, its name and the way out of the
/// sitting, which asks once more.
#[component]
pub fn Entry(props: &EntryProps) -> Html {
    let app = use_app();
    let t = app.t();
    let asking = use_state_eq(|| false);
    let taking_back = use_state_eq(|| false);
    // What was typed and is no name for this sheet, and why.
    let refused = use_state_eq(|| None::<(String, SheetFault)>);
    let EntryProps { dossier, council, place, keep, undo } = props;
    let place = *place;
    let Some(sheet) = council.sheets.get(place) else { return html! {} };
    let scorer = &sheet.scorer;
    let to_sheet = Route::dossier(&dossier.id, Page::Scorer(place)).href();
    let is_begun = sheet.is_begun();
    let shows = council.shows_by(|after| after.take_out(place));
    let rename = {
        let (council, keep, refused) = (council.clone(), keep.clone(), refused.clone());
        Callback::from(move |event: Event| {
            let typed = event.target_unchecked_into::<HtmlInputElement>().value();
            let fault = council.clone().rename(place, &typed).err();
            if fault.is_none() {
                let typed = typed.clone();
                keep.emit(Box::new(move |council| _ = council.rename(place, &typed)));
            }
            refused.set(fault.map(|fault| (typed, fault)));
        })
    };
    let take_out = {
        let (app, undo, asking, id) = (app.clone(), undo.clone(), asking.clone(), dossier.id.clone());
        let name = t.undo.sheet.name(&scorer.name);
        Callback::from(move |_: MouseEvent| {
            asking.set(false);
            // The sitting as it is by now.
            let Some(mut council) = app.dossier(&id).and_then(|dossier| dossier.council.clone()) else { return };
            council.take_out(place);
            undo.act(&name, vec![Change::CouncilKept(council)]);
            focus_soon(BACK.to_owned());
        })
    };
    let ask = |whether: bool| {
        let asking = asking.clone();
        Callback::from(move |_: MouseEvent| asking.set(whether))
    };
    let ask_back = |whether: bool| {
        let taking_back = taking_back.clone();
        Callback::from(move |_: MouseEvent| taking_back.set(whether))
    };
    let take_back = {
        let (keep, taking_back, id) = (keep.clone(), taking_back.clone(), dossier.id.clone());
        Callback::from(move |_: MouseEvent| {
            taking_back.set(false);
            keep.emit(Box::new(move |council| council.take_back(place)));
            go(&Route::dossier(&id, Page::Scorer(place)));
        })
    };
    html! {
        <li class="card council-sheet">
            <span class="council-name"><span>{ scorer.name.clone() }</span>
                if !scorer.role.is_empty() { <span class="soft">{ scorer.role.clone() }</span> }
                { marks(scorer, t) }</span>
            if scorer.done {
                <span class="chip chip-have">{ icon(Icon::Check) }{ t.council.handed_in }</span>
                if council.may_take_back(place) && !*taking_back {
                    <button type="button" class="button button-small" onclick={ask_back(true)}
                        aria-label={format!("{}: {}", t.council.take_back, scorer.name)}>{ t.council.take_back }</button>
                } else if council.may_take_back(place) {
                    <div class="council-back" role="status">
                        <p>{ t.council.take_back_sure.name(&scorer.name) }</p>
                        <p class="buttons">
                            <button type="button" class="button" onclick={take_back}>{ t.council.take_back_yes.name(&scorer.name) }</button>
                            <button type="button" class="button" onclick={ask_back(false)}>{ t.council.take_back_not }</button>
                        </p>
                    </div>
                }
            } else if *taking_back {
                <div class="council-back" role="status">
                    <p>{ t.council.take_back_sure.name(&scorer.name) }</p>
                    <p class="buttons">
                        <a class="button" href={to_sheet}>{ t.council.go_on_yes.name(&scorer.name) }</a>
                        <button type="button" class="button" onclick={ask_back(false)}>{ t.council.take_back_not }</button>
                    </p>
                </div>
            } else if is_begun {
                // Its levels are for its scorer alone.
                <button type="button" class="button button-small" onclick={ask_back(true)}
                    aria-label={format!("{}: {}", t.council.go_on, scorer.name)}>{ t.council.go_on }</button>
            } else {
                <a class="button button-small" href={to_sheet}>{ t.council.go_on }</a>
            }
            <details class="fold council-mend">
                <summary>{ t.council.mend }<span class="sr-only">{ format!(": {}", scorer.name) }</span></summary>
                <label class="field"><span class="field-label">{ t.council.rename }</span>
                    <input type="text" autocomplete="off" maxlength="200" value={refused.as_ref().map_or_else(|| scorer.name.clone(), |(typed, _)| typed.clone())}
                        aria-invalid={refused.is_some().then_some("true")} onchange={rename} />
                </label>
                if let Some((_, fault)) = &*refused {
                    <p class="field-fault" role="status">{ if *fault == SheetFault::NoName { t.council.rename_empty } else { t.council.rename_taken } }</p>
                }
                if *asking {
                    <p role="status">{ t.council.take_out_sure.name(&scorer.name) }
                        if shows { { " " }{ t.council.take_out_shows } }</p>
                    <p class="buttons">
                        <button type="button" class="button" onclick={take_out}>{ icon(Icon::Trash) }{ t.council.take_out_yes }</button>
                        <button type="button" class="button" onclick={ask(false)}>{ t.council.take_out_no }</button>
                    </p>
                } else {
                    <button type="button" class="button" onclick={ask(true)}>{ icon(Icon::Trash) }{ t.council.take_out }</button>
                }
            </details>
        </li>
    }
}
