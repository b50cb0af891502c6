//! What holds by practice or by another law than the Decision: said with its day and its source.

use yew::prelude::*;

use crate::domain::decision::{Guide, Practice};
use crate::ui::components::{Icon, icon};
use crate::words::Words;

/// Below the help with a criterion: how long it takes, and what of it may change.
pub fn below_help(guide: &Guide, wording: &str, t: &'static Words) -> Html {
    html! {
        <>
            if let Some(help) = guide.words.help.get(wording) {
                <p class="guidance-lead soft">{ icon(Icon::Clock) }<span>{ help.lead.clone() }</span></p>
            }
            for practice in guide.practice(wording) {
                <p class="guidance-lead soft">{ icon(Icon::Info) }<span>{ practice.text.clone() }{ " " }{ day(practice, t) }</span></p>
            }
        </>
    }
}

/// Everything that may change, in one place.
pub fn list(guide: &Guide, t: &'static Words) -> Html {
    html! {
        <ul class="plain practice-list">
            for practice in &guide.words.practice {
                <li>{ practice.text.clone() }{ " " }<span class="soft">{ day(practice, t) }</span></li>
            }
        </ul>
    }
}

fn day(practice: &Practice, t: &'static Words) -> String {
    t.practice.as_of.day_source(&practice.as_of, &practice.source)
}
