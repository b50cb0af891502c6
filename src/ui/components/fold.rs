use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct FoldProps {
    #[prop_or_default]
    pub class: Classes,
    pub summary: Html,
    /// Whether it is open at first. From then on the reader alone opens and shuts it: what is typed
    /// inside may change what this says.
    pub open: bool,
    pub children: Html,
}

/// A part of a page that can be folded away. One that shows something else wants a key of its own.
#[component]
pub fn Fold(props: &FoldProps) -> Html {
    let open = use_state_eq(|| props.open);
    html! {
        <details class={classes!("fold", props.class.clone())} open={*open}>
            <summary>{ props.summary.clone() }</summary>
            { props.children.clone() }
        </details>
    }
}
