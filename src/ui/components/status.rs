use yew::prelude::*;

use super::{Icon, icon};
use crate::session::Saving;
use crate::words::Words;

/// How far something is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StatusKind {
    Done,
    Open,
    Blocked,
    Quiet,
}

#[derive(Properties, PartialEq)]
pub struct StatusProps {
    pub kind: StatusKind,
    pub text: AttrValue,
}

/// A word on how far something is, with a sign that does not rely on colour.
pub fn status(kind: StatusKind, text: impl Into<AttrValue>) -> Html {
    let (class, sign) = match kind {
        StatusKind::Done => ("status status-done", Some(Icon::Check)),
        StatusKind::Open => ("status status-open", None),
        StatusKind::Blocked => ("status status-blocked", Some(Icon::Warning)),
        StatusKind::Quiet => ("status status-quiet", None),
    };
    html! { <span {class}>if let Some(sign) = sign { { icon(sign) } } { text.into() }</span> }
}

#[derive(Properties, PartialEq)]
pub struct SavedProps {
    pub saving: Saving,
    pub t: &'static Words,
}

/// Whether the work is kept, in the header.
pub fn saved(props: &SavedProps) -> Html {
    let t = props.t;
    let text = match &props.saving {
        Saving::Idle => return html! {},
        Saving::Saved(at) => html! { <>{ t.saving.saved }<span class="saved-at">{ " " }{ at }</span></> },
        Saving::Pending => t.saving.pending.into(),
        Saving::Failed(_) => t.saving.failed.into(),
    };
    let failed = matches!(props.saving, Saving::Failed(_));
    html! { <span class={classes!("saved", failed.then_some("saved-failed"))}>{ text }</span> }
}

/// [`status`] as a component.
#[component]
pub fn Status(props: &StatusProps) -> Html {
    status(props.kind, props.text.clone())
}
