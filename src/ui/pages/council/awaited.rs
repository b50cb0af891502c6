use yew::prelude::*;

use super::super::DossierProps;
use super::super::frame::Frame;
use super::blind_text;
use crate::ui::components::{Icon, icon};
use crate::ui::hooks::{use_app, use_title};
use crate::ui::route::{Page, Route};

/// What stands in the place of a page that tells what the applicant gave itself, while sheets are awaited: why, and the
/// ways on.
#[component]
pub fn Awaited(props: &DossierProps) -> Html {
    let app = use_app();
    let t = app.t();
    let dossier = &props.dossier;
    use_title(t.council.awaited.to_owned());
    let to = |page: Page| Route::dossier(&dossier.id, page).href();
    let actions = html! {
        <>
            <a class="button" href={to(Page::Tasks)}>{ t.council.awaited_tasks }</a>
            <a class="button button-act" href={to(Page::Council)}>{ t.council.awaited_way }</a>
        </>
    };
    html! {
        <Frame dossier={dossier.clone()} class="page-narrow" blind=true {actions}>
            <h1 id="page-title" tabindex="-1">{ t.council.awaited }</h1>
            <p class="corrections-count">{ icon(Icon::LockClosed) }<span>{ blind_text(dossier, t) }</span></p>
            <p class="lead">{ t.council.awaited_text }</p>
            <p class="soft">{ t.council.awaited_end }</p>
        </Frame>
    }
}
