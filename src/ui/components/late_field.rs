use web_sys::HtmlInputElement;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct LateFieldProps {
    pub value: String,
    /// Hears of the text once the field is left.
    pub onset: Callback<String>,
    #[prop_or_default]
    pub id: Option<&'static str>,
    #[prop_or_default]
    pub placeholder: Option<&'static str>,
    /// Most characters of a text.
    #[prop_or_default]
    pub longest: Option<u8>,
    /// Makes it a field for whole numbers from 0 to this.
    #[prop_or_default]
    pub greatest: Option<u8>,
    #[prop_or_default]
    pub faulty: bool,
}

/// A field whose text counts once it is left. What is being typed stays, whatever is drawn meanwhile.
#[component]
pub fn LateField(props: &LateFieldProps) -> Html {
    let draft = use_state_eq(|| None::<String>);
    let typed = |event: &Event| event.target_unchecked_into::<HtmlInputElement>().value();
    let oninput = {
        let draft = draft.clone();
        Callback::from(move |event: InputEvent| draft.set(Some(typed(&event))))
    };
    let onchange = {
        let (draft, onset) = (draft.clone(), props.onset.clone());
        Callback::from(move |event: Event| {
            onset.emit(typed(&event));
            draft.set(None);
        })
    };
    html! {
        <input type={if props.greatest.is_some() { "number" } else { "text" }} id={props.id} inputmode="numeric" autocomplete="off"
            placeholder={props.placeholder} maxlength={props.longest.map(|longest| longest.to_string())}
            min={props.greatest.map(|_| "0")} max={props.greatest.map(|greatest| greatest.to_string())}
            value={(*draft).clone().unwrap_or_else(|| props.value.clone())} {oninput} {onchange}
            aria-invalid={props.faulty.to_string()} />
    }
}
