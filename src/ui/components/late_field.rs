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
    /// The field is for whole numbers from 0 to this.
    pub greatest: u8,
}

/// A field for a number that counts once it is left, since all around it follows from it. What is being
/// typed stays, whatever is drawn meanwhile; where the page ended before it was left, it counts the next
/// time.
#[component]
pub fn LateField(props: &LateFieldProps) -> Html {
    let draft = use_draft(&props.keep_as);
    let typed = |event: &Event| event.target_unchecked_into::<HtmlInputElement>().value();
    let oninput = {
        let draft = draft.clone();
        Callback::from(move |event: InputEvent| draft.type_in(typed(&event)))
    };
    let onchange = {
        let (draft, onset) = (draft.clone(), props.onset.clone());
        Callback::from(move |event: Event| {
            let text = typed(&event);
            onset.emit(text.clone());
            draft.done_when_kept(text);
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
        <input type="number" id={(!props.id.is_empty()).then(|| props.id.clone())} inputmode="numeric" autocomplete="off" min="0" max={props.greatest.to_string()}
            value={draft.text().map_or_else(|| props.value.clone(), str::to_owned)} {oninput} {onchange} />
    }
}
