use std::rc::Rc;

use super::app::AppHandle;
use super::files::meet_blank;
use super::links::link_to;
use crate::domain::council::{blank_for, shows_otherwise};
use crate::domain::dossier::Dossier;
use crate::domain::dossier::wire::{ReadError, from_bytes, to_json_line};
use crate::office::{TextFault, from_text, to_text};
use crate::session::{Action, NoticeKind};
use crate::ui::route::{Page, Route};

/// The longest address that is given away: messages cut longer ones.
const LONGEST: usize = 8_000;

/// Why a link brings no sheet.
#[derive(Clone, Debug, PartialEq)]
pub enum SheetLinkFault {
    Broken,
    /// Made by a page that is newer than this one.
    Newer,
    Wrong(ReadError),
}

/// The address that carries a dossier to be scored, and nothing that tells what anybody gave; nothing where it is too long
/// for a message.
pub fn sheet_link(dossier: &Dossier) -> Option<String> {
    let code = to_text(to_json_line(&blank_for(dossier)).as_bytes());
    Some(link_to(&Route::ScoreLink { code })).filter(|link| link.len() <= LONGEST)
}

/// The blank sheet that such an address carries.
pub fn sheet_of_link(code: &str) -> Result<Dossier, SheetLinkFault> {
    let bytes = from_text(code).map_err(|fault| match fault {
        TextFault::Broken => SheetLinkFault::Broken,
        TextFault::Newer => SheetLinkFault::Newer,
    })?;
    // Whoever wrote it: nothing that was given comes along.
    from_bytes(&bytes).map(|opened| blank_for(&opened.dossier)).map_err(SheetLinkFault::Wrong)
}

/// Takes a blank sheet among what is here, and gives the page where it is scored. One that was begun goes on; beside the
/// dossier itself it is refused in words.
pub fn begin_sheet(app: &AppHandle, sheet: &Rc<Dossier>) -> Route {
    let Some(ours) = app.dossier(&sheet.id).cloned() else {
        app.act(Action::DossierAdded(sheet.clone()));
        return Route::dossier(&sheet.id, Page::OwnSheet);
    };
    meet_blank(app, &ours, sheet);
    if ours.scorer.is_some() && shows_otherwise(&ours, sheet) {
        app.notice(NoticeKind::Note, |t, _| t.council.link_older.to_owned());
    }
    Route::dossier(&sheet.id, if ours.scorer.is_some() { Page::OwnSheet } else { Page::Council })
}
