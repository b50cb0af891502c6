use std::collections::BTreeSet;

use super::app::AppHandle;
use super::files::say_warnings;
use super::routing::go;
use super::told::Told;
use crate::domain::dossier::wire::{Returned, Warning};
use crate::session::{Change, NoticeKind, Until};
use crate::ui::route::{Page, Route};

/// What communes sent back, each with the name of its file. Taken in once the dossiers are there that came beside it.
pub(super) type Sent = Vec<(String, Returned)>;

/// What communes sent back joins its dossiers, and is shown there where it is all of one, and no question on a dossier
/// that came beside it waits for an answer here. Whether it is.
pub(super) fn take_corrections(app: &AppHandle, sent: Sent, asked: bool, told: &mut Told) -> bool {
    let several = sent.len() > 1;
    let taken: BTreeSet<String> =
        sent.into_iter().filter_map(|(name, returned)| take(app, &name, returned, several, told)).collect();
    let (Some(id), 1, false) = (taken.first(), taken.len(), asked) else { return false };
    go(&Route::dossier(id, Page::Corrections));
    true
}

/// The dossier that corrections joined. One that is not here is named, and so is what does not fit.
fn take(app: &AppHandle, name: &str, returned: Returned, several: bool, told: &mut Told) -> Option<String> {
    let Some(dossier) = app.dossier(&returned.dossier) else {
        let of_none = returned.dossier.trim().is_empty();
        // Opened once more beside its dossier, it finds its place.
        told.add_until(Until::FileChosen(Some(name.to_owned())), NoticeKind::Fault, |t, _| match of_none {
            true => t.corrections.of_none.to_owned(),
            false => t.corrections.not_here.name(&returned.product),
        });
        return None;
    };
    let warned = returned.told(dossier);
    say_warnings(name, &warned.iter().collect::<Vec<&Warning>>(), told);
    if returned.corrections.is_empty() {
        told.add(NoticeKind::Fault, |t, _| t.corrections.no_request.name(&returned.product));
        return None;
    }
    let id = dossier.id.clone();
    let count = returned.corrections.len() - returned.without_room(dossier);
    told.add(NoticeKind::Done, |t, _| {
        let came = t.corrections.came.of(count);
        if several { format!("“{}”: {came}", dossier.name()) } else { came }
    });
    app.change(&id, Change::CorrectionsCame(returned.corrections));
    Some(id)
}
