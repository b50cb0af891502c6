use super::app::AppHandle;
use super::files::say_warnings;
use super::routing::go;
use crate::domain::dossier::wire::{Returned, Warning};
use crate::session::{Change, NoticeKind};
use crate::ui::route::{Page, Route};

/// What a commune sent back joins its dossier, and is shown there. A dossier that is not here is named, and so is what
/// does not fit.
pub fn take_corrections(app: &AppHandle, name: &str, returned: Returned) {
    let t = app.t();
    let Some(dossier) = app.dossier(&returned.dossier) else {
        let of_none = returned.dossier.trim().is_empty();
        let why =
            if of_none { t.corrections.of_none.to_owned() } else { t.corrections.not_here.name(&returned.product) };
        return app.notice(NoticeKind::Fault, why);
    };
    let told = returned.told(dossier);
    say_warnings(app, name, &told.iter().collect::<Vec<&Warning>>());
    if returned.corrections.is_empty() {
        return app.notice(NoticeKind::Fault, t.corrections.no_request.name(&returned.product));
    }
    let id = dossier.id.clone();
    app.notice(NoticeKind::Done, t.corrections.came.of(returned.corrections.len()));
    app.change(&id, Change::CorrectionsCame(returned.corrections));
    go(&Route::dossier(&id, Page::Corrections));
}
