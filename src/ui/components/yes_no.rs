use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct YesNoProps {
    pub name: AttrValue,
    pub question: AttrValue,
    /// `None`: not answered yet.
    pub value: Option<bool>,
    pub yes: AttrValue,
    pub no: AttrValue,
    /// A yes is bad news: it is dressed as what blocks.
    #[prop_or_default]
    pub yes_blocks: bool,
    pub onchoose: Callback<bool>,
    /// More about the question.
    #[prop_or_default]
    pub children: Html,
}

/// One yes-or-no question.
#[component]
pub fn YesNo(props: &YesNoProps) -> Html {
    let option = |value: bool, label: &AttrValue, blocks: bool| {
        let chosen = props.value == Some(value);
        let onchange = props.onchoose.reform(move |_: Event| value);
        html! {
            <label class={classes!("option", "option-half", chosen.then_some("option-chosen"), (chosen && blocks).then_some("option-blocks"))}>
                <input type="radio" name={props.name.clone()} checked={chosen} {onchange} />
                <span class="option-text">{ label.clone() }</span>
            </label>
        }
    };
    html! {
        <fieldset class="yes-no">
            <legend>{ props.question.clone() }</legend>
            { props.children.clone() }
            <div class="yes-no-options">
                { option(false, &props.no, false) }
                { option(true, &props.yes, props.yes_blocks) }
            </div>
        </fieldset>
    }
}
