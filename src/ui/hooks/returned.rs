use super::app::AppHandle;
use super::files::say_warnings;
use super::routing::go;
use super::told::Told;
use crate::domain::dossier::wire::{Returned, Warning};
use crate::session::{Change, NoticeKind};
use crate::ui::route::{Page, Route};

/// What a commune sent back joins its dossier, and is shown there. A dossier that is not here is named, and so is what
/// does not fit.
pub(super) fn take_corrections(app: &AppHandle, name: &str, returned: Returned, told: &mut Told) {
    let t = app.t();
    let Some(dossier) = app.dossier(&returned.dossier) else {
        let of_none = returned.dossier.trim().is_empty();
        let why =
            if of_none { t.corrections.of_none.to_owned() } else { t.corrections.not_here.name(&returned.product) };
        return told.add(NoticeKind::Fault, why);
    };
    let warned = returned.told(dossier);
    say_warnings(app, name, &warned.iter().collect::<Vec<&Warning>>(), told);
    if returned.corrections.is_empty() {
        return told.add(NoticeKind::Fault, t.corrections.no_request.name(&returned.product));
    }
    let id = dossier.id.clone();
    told.add(NoticeKind::Done, t.corrections.came.of(returned.corrections.len()));
    app.change(&id, Change::CorrectionsCame(returned.corrections));
    go(&Route::dossier(&id, Page::Corrections));
}
