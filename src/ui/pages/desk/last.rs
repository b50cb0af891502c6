//! What the officer did last with the requests: told at the thumb, where it is seen however long the list above has grown,
//! and taken back there.

use std::rc::Rc;

use yew::prelude::*;

use super::super::corrections::place_name;
use super::asked::{SentRequests, sent_last};
use super::corrections::keep;
use crate::domain::council::Correction;
use crate::domain::dossier::Dossier;
use crate::ui::hooks::{AppHandle, focus_soon};

/// What was done last.
#[derive(Clone, Debug, PartialEq)]
pub enum Last {
    /// Asked for, of what the check found.
    Found(Vec<Correction>),
    /// Asked for in the officer's own words, which go back to their field.
    Own(Correction),
    /// Own words that are asked for no more.
    OwnTakenBack(Correction),
    /// The words of this one are being changed: nothing is taken back below the officer's hands.
    Rewording(Correction),
    /// It stood like the first, and stands like the second.
    Reworded(Correction, Correction),
}

/// Nothing, or what was done last since the page was opened and the requests went out.
pub type LastDone = UseStateHandle<Option<Last>>;

impl Last {
    /// What is told of it.
    fn told(&self) -> &[Correction] {
        match self {
            Last::Found(asked) => asked,
            Last::Own(asked) | Last::Rewording(asked) | Last::Reworded(_, asked) => std::slice::from_ref(asked),
            Last::OwnTakenBack(_) => &[],
        }
    }

    /// Takes it back in the list as it is by now.
    fn take_back(&self, list: &mut Vec<Correction>) {
        match self {
            Last::Found(_) | Last::Own(_) => {
                list.retain(|known| !self.told().iter().any(|asked| asked.asks_the_same(known)));
            }
            Last::Reworded(was, is) => {
                if let Some(here) = list.iter_mut().find(|here| here.asks_the_same(is)) {
                    *here = Correction { by: here.by.clone(), ..was.clone() };
                }
            }
            Last::OwnTakenBack(_) | Last::Rewording(_) => {}
        }
    }
}

/// What was done last, with the way back.
pub fn last_done(app: &AppHandle, dossier: &Rc<Dossier>, last: &LastDone, sent: &SentRequests) -> Html {
    let t = app.t();
    let said = |text: String| html! { <p class="bar-said" role="status">{ text }</p> };
    if let Some(sent) = sent_last(app, dossier, sent) {
        return said(sent.to_owned());
    }
    let list = &dossier.corrections;
    let found = last.as_ref().and_then(|last| {
        let place = list.iter().rposition(|known| last.told().iter().any(|told| told.asks_the_same(known)))?;
        Some((last, place, place_name(app, dossier, &list[place].at)))
    });
    let Some((last_now, place, name)) = found else { return said(String::new()) };
    let number = place + 1;
    let text = match last_now {
        Last::Found(asked) if asked.len() > 1 => t.corrections.added_all.of(asked.len()),
        Last::Rewording(_) => return said(t.corrections.rewording.n_place(&number, &name)),
        Last::Reworded(..) => t.corrections.reworded.n_place(&number, &name),
        _ => t.corrections.added.n_place(&number, &name),
    };
    let take_back = {
        let (app, id, last, done) = (app.clone(), dossier.id.clone(), last.clone(), last_now.clone());
        Callback::from(move |_: MouseEvent| {
            keep(&app, &id, |list| done.take_back(list));
            let (next, focus) = match &done {
                Last::Own(asked) => (Some(Last::OwnTakenBack(asked.clone())), "correction-place"),
                _ => (None, "desk-corrections"),
            };
            last.set(next);
            focus_soon(focus.to_owned());
        })
    };
    html! {
        <>
            { said(text) }
            <button type="button" class="button" onclick={take_back}>{ t.home.undo }</button>
        </>
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::council::CorrectionPlace;

    fn asked(code: &str, text: &str) -> Correction {
        let at = CorrectionPlace::Criterion(code.into());
        Correction { at, text: text.into(), ..Correction::default() }
    }

    #[track_caller]
    fn check(last: Last, before: &[Correction], after: &[Correction]) {
        let mut list = before.to_vec();
        last.take_back(&mut list);
        assert_eq!(list, after, "{last:?}");
    }

    #[test]
    fn what_is_taken_back_is_what_was_done_last() {
        let (one, two, three) = (asked("1.1", "thiếu"), asked("1.2", "mờ"), asked("1.3", "cũ"));
        let by_then = Correction { by: "05/12/2026".into(), ..two.clone() };
        check(
            Last::Found(vec![two.clone(), three.clone()]),
            &[one.clone(), by_then, three],
            std::slice::from_ref(&one),
        );
        check(Last::Own(two.clone()), &[one.clone(), two.clone()], std::slice::from_ref(&one));
        // In other words it is asked all the same: the words are taken back, and with them the tick it had.
        let ticked = Correction { done: true, ..two.clone() };
        let reworded = ticked.in_other_words("mờ trang 2".into());
        let all = [one.clone(), reworded.clone()];
        check(Last::Reworded(ticked.clone(), reworded.clone()), &all, &[one.clone(), ticked.clone()]);
        // A day that was changed since is another thing.
        let by = |asked: &Correction| Correction { by: "05/12/2026".into(), ..asked.clone() };
        check(Last::Reworded(ticked.clone(), reworded.clone()), &[by(&reworded)], &[by(&ticked)]);
        // What is being written is taken out by nothing.
        check(Last::Rewording(two.clone()), std::slice::from_ref(&two), std::slice::from_ref(&two));
    }
}
