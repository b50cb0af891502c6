use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::ui::hooks::use_draft;

#[derive(Properties, PartialEq)]
pub struct LateFieldProps {
    pub value: String,
    /// A name that no other field has: under it what is being typed is kept until the field is left.
    pub keep_as: String,
    #[prop_or_default]
    pub id: AttrValue,
    /// Hears of the text once the field is left.
    pub onset: Callback<String>,
    /// The field is for whole numbers from this
    #[prop_or_default]
    pub least: u8,
    /// to this; any other gives way at once to what holds.
    pub greatest: u8,
    /// What is said then, where the page around it says nothing.
    #[prop_or_default]
    pub refused: AttrValue,
}

/// A field for a number that counts once it is left, since all around it follows from it. What is being
/// typed stays, whatever is drawn meanwhile; where the page ended before it was left, it counts the next
/// time.
#[component]
pub fn LateField(props: &LateFieldProps) -> Html {
    let draft = use_draft(&props.keep_as);
    let is_refused = use_state_eq(|| false);
    let typed = |event: &Event| event.target_unchecked_into::<HtmlInputElement>().value();
    let oninput = {
        let draft = draft.clone();
        Callback::from(move |event: InputEvent| draft.type_in(typed(&event)))
    };
    let fits = {
        let fits = props.least..=props.greatest;
        move |text: &str| text.trim().is_empty() || text.trim().parse().is_ok_and(|number: u8| fits.contains(&number))
    };
    let onchange = {
        let (draft, onset, fits, is_refused) = (draft.clone(), props.onset.clone(), fits.clone(), is_refused.clone());
        Callback::from(move |event: Event| {
            let text = typed(&event);
            onset.emit(text.clone());
            is_refused.set(!fits(&text));
            if fits(&text) {
                draft.done_when_kept(text);
            } else {
                draft.give_way(text);
            }
        })
    };
    {
        let (draft, onset, is_refused) = (draft.clone(), props.onset.clone(), is_refused.clone());
        use_effect_with((), move |()| match draft.text() {
            Some(text) if fits(text) => {
                onset.emit(text.to_owned());
                draft.done();
            }
            // It stays to be put right.
            text => is_refused.set(text.is_some()),
        });
    }
    html! {
        <>
            // Not of the type "number": of "2,5" such a field leaves 25, where the browser's language has a point.
            <input type="text" id={(!props.id.is_empty()).then(|| props.id.clone())} inputmode="numeric" autocomplete="off" maxlength="12"
                value={draft.text().map_or_else(|| props.value.clone(), str::to_owned)} {oninput} {onchange} />
            if *is_refused && !props.refused.is_empty() { <span class="field-fault" role="status">{ props.refused.clone() }</span> }
        </>
    }
}
