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
    let onchange = {
        let (draft, onset, fits) = (draft.clone(), props.onset.clone(), props.least..=props.greatest);
        let is_refused = is_refused.clone();
        Callback::from(move |event: Event| {
            let text = typed(&event);
            onset.emit(text.clone());
            let text_fits =
                text.trim().is_empty() || text.trim().parse().is_ok_and(|number: u8| fits.contains(&number));
            is_refused.set(!text_fits);
            if text_fits {
                draft.done_when_kept(text);
            } else {
                draft.done();
            }
        })
    };
    {
        let (draft, onset) = (draft.clone(), props.onset.clone());
        use_effect_with((), move |()| {
            if let Some(text) = draft.text() {
                onset.emit(text.to_owned());
                draft.done();
            }
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
