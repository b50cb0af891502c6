use yew::prelude::*;

use super::{Icon, icon};
use crate::domain::decision::Language;
use crate::session::{Line, Notice, NoticeKind};
use crate::words::Words;

#[derive(Properties, PartialEq)]
pub struct NoticesProps {
    pub notices: Vec<Notice>,
    pub t: &'static Words,
    pub language: Language,
    /// The place of the notice that was read; nothing: all of them were.
    pub onread: Callback<Option<usize>>,
}

/// The most that stand above a page: beyond it the page itself would be out of sight.
const SHOWN: usize = 3;

/// The most lines of one that are not folded.
const LINES: usize = 4;

/// What the reader must be told once, until it is read. A fault is announced at once, the rest when
/// the screen reader is free. The newest stand in sight, the earlier ones behind a fold.
pub fn notices(props: &NoticesProps) -> Html {
    let all: Vec<(usize, &Notice)> = props.notices.iter().enumerate().collect();
    let (earlier, newest) = all.split_at(all.len().saturating_sub(SHOWN));
    html! {
        <div class="notices">
            if !earlier.is_empty() {
                <details class="notices-earlier">
                    <summary>{ props.t.notices.earlier.of(earlier.len()) }</summary>
                    { list(props, earlier) }
                    <button type="button" class="button button-small" onclick={props.onread.reform(|_| None)}>{ props.t.notices.close_all }</button>
                </details>
            }
            { list(props, newest) }
        </div>
    }
}

/// All that it says: a long list unfolds.
fn lines(notice: &Notice, t: &'static Words, language: Language) -> Html {
    let (first, more) = notice.lines.split_at(notice.lines.len().min(LINES));
    let line = |line: &Line| html! { <p>{ line.said.get(language).to_owned() }</p> };
    html! {
        <>
            for one in first { { line(one) } }
            if !more.is_empty() {
                <details>
                    <summary>{ t.notices.more.of(more.len()) }</summary>
                    for one in more { { line(one) } }
                </details>
            }
        </>
    }
}

fn list(props: &NoticesProps, notices: &[(usize, &Notice)]) -> Html {
    html! {
        <>
            for (place, notice) in notices.iter().copied() {
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
                    <div class="notice-text">{ lines(notice, props.t, props.language) }</div>
                    <button type="button" class="icon-button" aria-label={props.t.app.close}
                        onclick={props.onread.reform(move |_| Some(place))}>{ icon(Icon::Close) }</button>
                </div>
            }
        </>
    }
}
