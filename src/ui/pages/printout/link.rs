use yew::prelude::*;

use crate::domain::dossier::Dossier;
use crate::domain::share::encode;
use crate::ui::components::{Icon, icon};
use crate::ui::hooks::{copy_text, leads, link_to, qr_code, share_text};
use crate::ui::route::Route;
use crate::words::Words;

/// The link that shows a dossier's answers to whoever opens it.
pub fn of(dossier: &Dossier) -> String {
    link_to(&Route::Shared { code: encode(&dossier.assessment) })
}

/// The link with its QR code, to copy or to send. Where the page has no address that leads there from
/// elsewhere, only the part that holds the answers is given. `said`: whether the last copying worked.
pub fn section(link: &str, t: &'static Words, done: &Callback<bool>, said: &'static str) -> Html {
    let fragment = link.find('#').map_or(link, |at| &link[at..]);
    let local = !leads(link);
    let shown = if local { fragment } else { link };
    let copy = {
        let (text, done) = (shown.to_owned(), done.clone());
        Callback::from(move |_: MouseEvent| copy_text(text.clone(), done.clone()))
    };
    let send = {
        let (text, done) = (shown.to_owned(), done.clone());
        Callback::from(move |_: MouseEvent| share_text(t.app.name.to_owned(), text.clone(), done.clone()))
    };
    html! {
        <section class="plan-link" aria-labelledby="plan-link">
            <h2 id="plan-link">{ t.plan.share }</h2>
            <div class="plan-link-body">
                if !local { { qr(link, t) } }
                <div class="plan-link-text">
                    <p class="soft">{ t.plan.share_text }</p>
                    if local { <p class="note">{ t.plan.share_file }</p> }
                    <p class="address" id="share-link">{ shown }</p>
                    <div class="buttons">
                        <button type="button" class="button" onclick={copy}>{ icon(Icon::Copy) }{ t.plan.copy_link }</button>
                        <button type="button" class="button" onclick={send}>{ icon(Icon::Share) }{ t.plan.send_link }</button>
                    </div>
                    <p role="status" class="soft">{ said }</p>
                </div>
            </div>
        </section>
    }
}

/// The link as a QR code, for paper; nothing where it does not fit.
fn qr(link: &str, t: &'static Words) -> Html {
    let Some(svg) = qr_code(link) else { return html! {} };
    html! { <div class="qr" role="img" aria-label={t.plan.qr}>{ Html::from_html_unchecked(svg.into()) }</div> }
}
