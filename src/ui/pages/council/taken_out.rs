use std::cell::RefCell;

use yew::prelude::*;

use super::CouncilChange;
use crate::domain::council::{Council, Sheet};
use crate::ui::components::{Icon, icon};
use crate::ui::hooks::{AppHandle, focus_soon};

/// A sheet that was taken out of a sitting last, to be put back.
#[derive(Clone, PartialEq)]
struct Out {
    dossier: String,
    sheet: Sheet,
    place: usize,
}

thread_local! {
    /// The last one, for as long as the page is open.
    static OUT: RefCell<Option<Out>> = const { RefCell::new(None) };
}

/// The sheet that was taken out last of the sitting on one dossier.
#[derive(Clone, PartialEq)]
pub struct TakenOut {
    dossier: String,
    out: UseStateHandle<Option<Out>>,
}

#[hook]
pub fn use_taken_out(dossier: &str) -> TakenOut {
    let out = use_state_eq(|| OUT.with_borrow(|out| out.clone().filter(|out| out.dossier == dossier)));
    TakenOut { dossier: dossier.to_owned(), out }
}

impl TakenOut {
    fn set(&self, out: Option<Out>) {
        OUT.set(out.clone());
        self.out.set(out);
    }

    /// Hears which sheet was taken out, and of which place.
    pub fn take(&self) -> Callback<(usize, Sheet)> {
        let taken = self.clone();
        Callback::from(move |(place, sheet): (usize, Sheet)| {
            taken.set(Some(Out { dossier: taken.dossier.clone(), sheet, place }));
            focus_soon("council-put-back".to_owned());
        })
    }
}

/// The line that says which sheet was taken out, with the way back.
pub fn put_back(app: &AppHandle, taken: &TakenOut, council: &Council, keep: &Callback<CouncilChange>) -> Html {
    let t = app.t();
    let Some(Out { sheet, place, .. }) = (*taken.out).clone() else { return html! {} };
    // Somebody of this name scores anew.
    if council.has(&sheet.scorer.name) {
        return html! {};
    }
    let said = t.council.taken_out.name(&sheet.scorer.name);
    let onclick = {
        let (taken, keep) = (taken.clone(), keep.clone());
        Callback::from(move |_: MouseEvent| {
            taken.set(None);
            let sheet = sheet.clone();
            keep.emit(Box::new(move |council| council.put_back(place, sheet)));
            focus_soon("council-scorers".to_owned());
        })
    };
    html! {
        <p class="council-out" role="status">
            <span>{ icon(Icon::Trash) }{ said }</span>
            <button type="button" id="council-put-back" class="button button-small" {onclick}>{ t.home.undo }</button>
        </p>
    }
}
