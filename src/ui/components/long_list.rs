use yew::prelude::*;

use super::{Icon, icon};

/// A list of which what is chosen stands on as many lines as it needs: browsers cut it to one, so the list (a `<select>`)
/// lies unseen over a text of ours.
pub fn long_list(list: Html, chosen: impl Into<AttrValue>) -> Html {
    html! {
        <span class="long-list">
            <span class="long-list-shown" aria-hidden="true">{ chosen.into() }{ icon(Icon::Down) }</span>
            { list }
        </span>
    }
}
