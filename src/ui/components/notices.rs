use yew::prelude::*;

use super::{Icon, icon};
use crate::session::{Notice, NoticeKind};
use crate::words::Words;

#[derive(Properties, PartialEq)]
pub struct NoticesProps {
    pub notices: Vec<Notice>,
    pub t: &'static Words,
    /// The place of the notice that was read.
    pub onread: Callback<usize>,
}

/// What the reader must be told once, until it is read. A fault is announced at once, the rest when
/// the screen reader is free.
pub fn notices(props: &NoticesProps) -> Html {
    html! {
        <div class="notices">
            for (place, notice) in props.notices.iter().enumerate() {
                <div class={match notice.kind {
                        NoticeKind::Done => "notice notice-done",
                        NoticeKind::Note => "notice",
                        NoticeKind::Fault => "notice notice-fault",
                    }} role={if notice.kind == NoticeKind::Fault { "alert" } else { "status" }}>
                    { icon(match notice.kind {
                        NoticeKind::Done => Icon::Check,
                        NoticeKind::Note => Icon::Info,
                        NoticeKind::Fault => Icon::Warning,
                    }) }
                    <p>{ notice.text.clone() }</p>
                    <button type="button" class="icon-button" aria-label={props.t.app.close}
                        onclick={props.onread.reform(move |_| place)}>{ icon(Icon::Close) }</button>
                </div>
            }
        </div>
    }
}
