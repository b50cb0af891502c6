use yew::prelude::*;

use crate::domain::dossier::Dossier;
use crate::domain::share::encode;
use crate::ui::components::{Icon, icon};
use crate::ui::hooks::{copy_text, link_to, qr_code, share_text};
use crate::ui::route::Route;
use crate::words::Words;

/// The link that shows a dossier's answers to whoever opens it.
pub fn of(dossier: &Dossier) -> String {
    link_to(&Route::Shared { code: encode(&dossier.assessment) })
}

/// Whether an address leads to the page from another device: not from a file, this machine or its own network.
pub fn leads(link: &str) -> bool {
    let Some((scheme, rest)) = link.split_once("://") else { return false };
    let host = rest.split(['/', '#', '?']).next().unwrap_or_default();
    // An address of six in brackets is no name that anybody publishes a page under.
    let name = host.split(':').next().unwrap_or_default();
    let parts: Vec<&str> = name.split('.').collect();
    let numbers: Option<Vec<u8>> = parts.iter().map(|part| part.parse().ok()).collect();
    let near = match numbers.as_deref() {
        Some([127 | 10, ..] | [192, 168, ..] | [169, 254, ..] | [0, ..]) => true,
        Some([172, second, ..]) => (16..32).contains(second),
        _ => parts.len() < 2 || matches!(parts.last(), Some(&("local" | "localhost" | "lan" | "internal"))),
    };
    matches!(scheme, "http" | "https") && !near
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

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(link: &str, expected: bool) {
        assert_eq!(leads(link), expected, "{link}");
    }

    #[test]
    fn only_an_address_that_others_can_open_is_given_away() {
        check("https://ocop.example/#/s/1AB", true);
        check("http://ocop.example:8080/so/ocop/#/s/1AB", true);
        check("https://203.0.113.7/#/s/1AB", true);
        check("https://172.32.0.1/#/s/1AB", true);
        for host in [
            "127.0.0.1:4173",
            "localhost",
            "ocop.localhost:80",
            "192.168.1.20:8000",
            "10.0.0.4",
            "172.16.0.1",
            "172.31.255.1",
            "169.254.7.7",
            "[::1]:4173",
            "may-ke-toan",
            "may-ke-toan.local",
        ] {
            check(&format!("http://{host}/ocop/#/s/1AB"), false);
        }
        check("file:///sdcard/Download/ocop.html#/s/1AB", false);
        check("content://downloads/ocop.html#/s/1AB", false);
        check("", false);
    }
}
