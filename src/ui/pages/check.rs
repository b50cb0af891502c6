use yew::prelude::*;

use super::DossierProps;
use super::frame::Frame;
use crate::ui::components::{Icon, icon};
use crate::ui::hooks::{download_dossier, use_app, use_title};

/// Check and download.
#[component]
pub fn Check(props: &DossierProps) -> Html {
    let app = use_app();
    let t = app.t();
    let dossier = &props.dossier;
    use_title(t.check.title.to_owned());
    let download = {
        let dossier = dossier.clone();
        Callback::from(move |_: MouseEvent| download_dossier(&dossier))
    };
    let actions = html! {
        <button type="button" class="button button-act" onclick={download}>{ icon(Icon::Download) }{ t.check.json }</button>
    };
    html! {
        <Frame dossier={dossier.clone()} class="page-narrow" {actions}>
            <h1 id="page-title" tabindex="-1">{ t.check.title }</h1>
            <p class="lead">{ t.check.provisional }</p>
        </Frame>
    }
}
