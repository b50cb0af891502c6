use std::cell::Cell;
use std::future::Future;
use std::rc::Rc;

use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

/// What comes of a question that takes a while; `None` until it is there. An answer to an earlier
/// question, which comes after that, is dropped, and never shown for the present one.
#[hook]
pub fn use_late<Q, A, F>(question: Q, ask: impl FnOnce(&Q) -> F + 'static) -> Option<A>
where
    Q: Clone + PartialEq + 'static,
    A: Clone + PartialEq + 'static,
    F: Future<Output = A> + 'static,
{
    let answered = use_state_eq(|| None::<(Q, A)>);
    {
        let answered = answered.clone();
        use_effect_with(question.clone(), move |question| {
            let wanted = Rc::new(Cell::new(true));
            let (asked, answer, still) = (question.clone(), ask(question), wanted.clone());
            spawn_local(async move {
                let answer = answer.await;
                if still.get() {
                    answered.set(Some((asked, answer)));
                }
            });
            move || wanted.set(false)
        });
    }
    let known = (*answered).as_ref().filter(|(asked, _)| *asked == question);
    known.map(|(_, answer)| answer.clone())
}
