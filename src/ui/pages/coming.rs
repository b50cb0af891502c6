use yew::prelude::*;

use crate::ui::hooks::Coming;
use crate::words::Words;

/// Word that the page is on its way, or that it could not be had.
pub fn coming(t: &'static Words, coming: Coming, again: Callback<()>) -> Html {
    let failed = failed(t, coming);
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

/// The same of a piece of a page that is there already.
#[cfg(feature = "pages")]
pub fn coming_below(t: &'static Words, coming: Coming, again: Callback<()>) -> Html {
    let failed = failed(t, coming);
    let again = again.reform(|_: MouseEvent| ());
    html! {
        <div class="card">
            <p role="status">
                if let Some((why, _)) = failed { <strong>{ t.app.not_loaded }</strong>{ ". " }{ why } } else { { t.app.loading } }
            </p>
            if let Some((_, again_text)) = failed {
                <p><button type="button" class="button" onclick={again}>{ again_text }</button></p>
            }
        </div>
    }
}

/// Why it could not be had, and what its button says; nothing while it is awaited.
fn failed(t: &'static Words, coming: Coming) -> Option<(&'static str, &'static str)> {
    match coming {
        Coming::Awaited => None,
        Coming::Failed => Some((t.app.not_loaded_text, t.app.try_again)),
        Coming::Outdated => Some((t.app.outdated, t.app.reload)),
    }
}
