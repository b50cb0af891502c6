use std::rc::Rc;

use yew::prelude::*;

use super::DossierProps;
use super::frame::Frame;
use crate::domain::dossier::Dossier;
use crate::session::StorageFault;
use crate::ui::components::{Icon, Stars, icon, range_text};
use crate::ui::hooks::{AppHandle, local_time, restore_version, use_app, use_title, use_version_list};

/// The earlier versions of a dossier, each with what differs from the present.
#[component]
pub fn History(props: &DossierProps) -> Html {
    let app = use_app();
    let t = app.t();
    let dossier = &props.dossier;
    use_title(t.past.title.to_owned());
    let list = use_version_list(dossier);
    html! {
        <Frame dossier={dossier.clone()} class="page-narrow">
            <h1 id="page-title" tabindex="-1">{ t.past.title }</h1>
            <p class="lead">{ t.past.lead }</p>
            <ol class="versions">
                <li class="version version-now">{ head(&app, dossier, true) }</li>
                if let Some(Ok(versions)) = &list {
                    for version in versions.iter() { { row(&app, dossier, version) } }
                }
            </ol>
            { match &list {
                None => html! { <p class="soft" role="status">{ t.past.loading }</p> },
                Some(Err(StorageFault::Held)) => html! { <p class="empty">{ t.past.unanswered }</p> },
                Some(Err(_)) => html! { <p class="empty">{ t.past.blocked }</p> },
                Some(Ok(versions)) if versions.is_empty() => html! { <p class="empty">{ t.past.none }</p> },
                Some(Ok(_)) => html! {},
            } }
        </Frame>
    }
}

/// When it was, and what the product would have got.
fn head(app: &AppHandle, version: &Dossier, now: bool) -> Html {
    let t = app.t();
    let rating = version.rating();
    let begun = rating.answered > 0;
    let (star, _) = range_text(&rating, begun, t);
    html! {
        <div class="version-head">
            <h2>{ local_time(&version.updated) }if now { { " " }<span class="chip chip-have">{ t.past.now }</span> }</h2>
            <p class="version-star">
                <Stars now={rating.star.filter(|_| begun)} best={None} />
                <span><strong>{ rating.total.0 }</strong><span class="soft">{ format!("/100 · {star}") }</span></span>
            </p>
        </div>
    }
}

fn row(app: &AppHandle, present: &Rc<Dossier>, version: &Rc<Dossier>) -> Html {
    let t = app.t();
    let restore = {
        let (app, present, version) = (app.clone(), present.clone(), version.clone());
        Callback::from(move |_: MouseEvent| restore_version(&app, present.clone(), version.clone()))
    };
    html! {
        <li class="version" key={version.updated.clone()}>
            { head(app, version, false) }
            { super::differences::differences_folded(app, (t.past.then, version), (t.past.here, present)) }
            <p><button type="button" class="button button-small" onclick={restore}>{ icon(Icon::Clock) }{ t.past.restore }</button></p>
        </li>
    }
}
