use yew::prelude::*;

use crate::ui::hooks::Coming;
use crate::words::Words;

/// Word that the page is on its way, or that it could not be had.
pub fn coming(t: &'static Words, coming: Coming, again: Callback<()>) -> Html {
    let failed = match coming {
        Coming::Awaited => None,
        Coming::Failed => Some((t.app.not_loaded_text, t.app.try_again)),
        Coming::Outdated => Some((t.app.outdated, t.app.reload)),
    };
    let again = again.reform(|_: MouseEvent| ());
    html! {
        <main class="page page-narrow">
            <h1 id="page-title" tabindex="-1">{ if failed.is_some() { t.app.not_loaded } else { t.app.loading } }</h1>
            if let Some((why, again_text)) = failed {
                <p class="lead">{ why }</p>
                <p><button type="button" class="button button-act" onclick={again}>{ again_text }</button></p>
            }
        </main>
    }
}
