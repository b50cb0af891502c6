use std::rc::Rc;

use wasm_bindgen_futures::spawn_local;
use web_sys::File;
use yew::prelude::*;

use super::app::AppHandle;
use crate::adapters::{clock, files, handover, page};
use crate::domain::criteria::fold;
use crate::domain::dossier::Dossier;
use crate::domain::dossier::wire::{Opened, from_bytes, to_json};
use crate::session::{Action, NoticeKind};
use crate::words::fill;

/// `ocop-<product>-<date>.<ending>`: letters, digits and hyphens only, safe on Windows and Android.
pub fn dossier_file_name(dossier: &Dossier, ending: &str) -> String {
    let folded: String =
        fold(dossier.name()).chars().map(|c| if c.is_ascii_alphanumeric() { c } else { '-' }).take(60).collect();
    let words: Vec<&str> = folded.split('-').filter(|word| !word.is_empty()).collect();
    let product = if words.is_empty() { dossier.set().slug.to_owned() } else { words.join("-") };
    let (year, month, day) = clock::today();
    format!("ocop-{product}-{year}-{month:02}-{day:02}.{ending}")
}

/// Downloads a dossier as JSON.
pub fn download_dossier(dossier: &Dossier) {
    files::download(&dossier_file_name(dossier, "json"), "application/json", to_json(dossier).as_bytes());
}

/// Opens a file the reader chose: a dossier that is not here yet is added, one that is here under
/// the same id is handed to `known` to decide. A file that cannot be read says why and touches
/// nothing.
pub fn open_file(app: &AppHandle, file: File, opened: Callback<Rc<Dossier>>, known: Callback<Rc<Dossier>>) {
    let app = app.clone();
    spawn_local(async move {
        let t = app.t();
        let name = file.name();
        let result = match files::read(&file).await {
            Err(()) => Err(t.files.unreadable.to_owned()),
            Ok(bytes) => from_bytes(&bytes).map_err(|error| error.text(app.language())),
        };
        match result {
            Err(why) => app.notice(NoticeKind::Fault, fill(t.files.refused, &[("name", &name), ("why", &why)])),
            Ok(Opened { dossier, warnings, .. }) => {
                for warning in warnings {
                    app.notice(NoticeKind::Note, warning.text(app.language()));
                }
                let dossier = Rc::new(dossier);
                match app.dossier(&dossier.id) {
                    Some(ours) if **ours != *dossier => known.emit(dossier),
                    Some(_) => opened.emit(dossier),
                    None => {
                        app.act(Action::DossierAdded(dossier.clone()));
                        opened.emit(dossier);
                    }
                }
            }
        }
    });
}

/// Opens the file that was chosen before the whole page was there.
pub fn open_handed_file(app: &AppHandle, opened: Callback<Rc<Dossier>>, known: Callback<Rc<Dossier>>) {
    if let Some(file) = handover::take_file() {
        open_file(app, file, opened, known);
    }
}

/// Copies text; `done` hears whether it worked.
pub fn copy_text(text: String, done: Callback<bool>) {
    spawn_local(async move { done.emit(files::copy(&text).await.is_ok()) });
}

/// Opens the share sheet where there is one; else copies. `done` hears whether either worked.
pub fn share_text(title: String, text: String, done: Callback<bool>) {
    spawn_local(async move {
        let shared = files::can_share() && files::share(&title, &text).await.is_ok();
        done.emit(shared || files::copy(&text).await.is_ok());
    });
}

/// Prints the page; `false` where the browser cannot.
pub fn print_page() -> bool {
    page::print()
}

/// Whether downloads and printing are likely to do nothing here.
pub fn in_app_browser() -> bool {
    page::in_app_browser()
}

/// Today on the reader's wall, as it was when the page was drawn first: year, month, day.
#[hook]
pub fn use_today() -> (i32, u8, u8) {
    *use_memo((), |()| clock::today())
}
