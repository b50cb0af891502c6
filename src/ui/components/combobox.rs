use js_sys::{Function, Object, Reflect};
use wasm_bindgen::JsCast;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct ComboboxProps {
    pub id: AttrValue,
    pub name: AttrValue,
    pub value: String,
    /// What the text so far may mean, the likeliest first.
    pub options: Vec<String>,
    /// What the options are.
    pub list_name: AttrValue,
    /// Hears of the option that was chosen, by its place in the list.
    pub onchosen: Callback<usize>,
    #[prop_or_default]
    pub described_by: Option<String>,
    #[prop_or("off".into())]
    pub autocomplete: AttrValue,
}

/// A text field that offers what the text so far may mean: by arrow keys and Enter, by mouse or by
/// finger. What is typed stands as it is where nothing is chosen.
#[component]
pub fn Combobox(props: &ComboboxProps) -> Html {
    let open = use_state_eq(|| false);
    let active = use_state_eq(|| None::<usize>);
    let options = &props.options;
    let is_open = *open && !options.is_empty() && options.as_slice() != [props.value.clone()];
    let current = active.filter(|at| *at < options.len());
    let list_id = format!("{}-options", props.id);
    let option_id = |at: usize| format!("{list_id}-{at}");
    {
        // The list, and in it the option the arrows are at, stay in sight.
        let shown = is_open.then(|| current.map_or_else(|| list_id.clone(), option_id));
        use_effect_with(shown, |shown| {
            if let Some(id) = shown {
                into_sight(id);
            }
        });
    }
    let choose = {
        let (open, active, onchosen) = (open.clone(), active.clone(), props.onchosen.clone());
        move |at: usize| {
            open.set(false);
            active.set(None);
            onchosen.emit(at);
        }
    };
    let oninput = {
        let (open, active) = (open.clone(), active.clone());
        Callback::from(move |_: InputEvent| {
            open.set(true);
            active.set(None);
        })
    };
    let onfocusout = {
        let open = open.clone();
        Callback::from(move |_: FocusEvent| open.set(false))
    };
    let onkeydown = {
        let (open, active, choose, count) = (open.clone(), active.clone(), choose.clone(), options.len());
        Callback::from(move |event: KeyboardEvent| {
            let to = match event.key().as_str() {
                "ArrowDown" if count > 0 => current.filter(|_| is_open).map_or(0, |at| (at + 1) % count),
                "ArrowUp" if count > 0 => current.filter(|_| is_open).map_or(count - 1, |at| (at + count - 1) % count),
                "Enter" => {
                    if let Some(at) = current.filter(|_| is_open) {
                        event.prevent_default();
                        choose(at);
                    }
                    return;
                }
                "Escape" if is_open => return open.set(false),
                _ => return,
            };
            event.prevent_default();
            open.set(true);
            active.set(Some(to));
        })
    };
    html! {
        <div class="combobox">
            <input type="text" role="combobox" id={props.id.clone()} name={props.name.clone()} value={props.value.clone()}
                autocomplete={props.autocomplete.clone()} spellcheck="false" enterkeyhint="next" aria-autocomplete="list"
                aria-expanded={is_open.to_string()} aria-controls={list_id.clone()}
                aria-activedescendant={current.filter(|_| is_open).map(option_id)}
                aria-describedby={props.described_by.clone()} {oninput} {onkeydown} {onfocusout} />
            <ul class="combobox-options plain" role="listbox" id={list_id.clone()} aria-label={props.list_name.clone()} hidden={!is_open}>
                for (at, option) in options.iter().enumerate().filter(|_| is_open) {
                    <li role="option" id={option_id(at)} aria-selected={(current == Some(at)).to_string()} class="combobox-option"
                        onmousedown={keep_focus()} onclick={let choose = choose.clone(); Callback::from(move |_: MouseEvent| choose(at))}>
                        { option.clone() }
                    </li>
                }
            </ul>
        </div>
    }
}

/// Scrolls no further than an element needs to be seen. web-sys has the options of this call behind features of
/// their own.
fn into_sight(id: &str) {
    let Some(element) = gloo::utils::document().get_element_by_id(id) else { return };
    let nearest = Object::new();
    let _ = Reflect::set(&nearest, &"block".into(), &"nearest".into());
    if let Ok(scroll) = Reflect::get(&element, &"scrollIntoView".into()).and_then(JsCast::dyn_into::<Function>) {
        let _ = scroll.call1(&element, &nearest);
    }
}

/// A press on an option leaves the field in focus, so that the list is still there for the click.
fn keep_focus() -> Callback<MouseEvent> {
    Callback::from(|event: MouseEvent| event.prevent_default())
}
