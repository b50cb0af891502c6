use super::super::forms::labels::label;
use crate::domain::council::CorrectionPlace;
use crate::domain::dossier::Dossier;
use crate::ui::components::paper_name;
use crate::ui::hooks::AppHandle;
use crate::ui::route::{Page, Route, Spot};

/// What the place of a correction is called.
pub fn place_name(app: &AppHandle, dossier: &Dossier, at: &CorrectionPlace) -> String {
    let t = app.t();
    match at {
        CorrectionPlace::Dossier | CorrectionPlace::Unknown(_) => t.corrections.whole.to_owned(),
        CorrectionPlace::Field(field) => label(*field, t).to_owned(),
        CorrectionPlace::Criterion(code) => {
            let criterion = dossier.set().position(code).and_then(|position| dossier.set().criteria.get(position));
            criterion.map_or_else(
                || format!("{} ({code})", t.corrections.whole),
                |criterion| format!("{code} {}", criterion.wording.title.get(app.language)),
            )
        }
        CorrectionPlace::Paper(id) => {
            let paper = dossier.papers.iter().find(|paper| paper.id == *id);
            paper.map_or_else(
                || format!("{} ({})", t.corrections.whole, t.corrections.paper_gone),
                |paper| paper_name(paper, app.guide.as_ref(), t),
            )
        }
    }
}

/// Where it is done.
pub fn place_route(dossier: &Dossier, at: &CorrectionPlace) -> Route {
    let id = dossier.id.as_str();
    match at {
        CorrectionPlace::Dossier | CorrectionPlace::Unknown(_) => Route::dossier(id, Page::Check),
        CorrectionPlace::Field(field) => Route::spot(id, Spot::Field(*field)),
        CorrectionPlace::Criterion(code) if dossier.set().position(code).is_some() => Route::criterion(id, code),
        CorrectionPlace::Criterion(_) => Route::dossier(id, Page::Tasks),
        CorrectionPlace::Paper(paper) if dossier.papers.iter().any(|known| known.id == *paper) => {
            Route::dossier(id, Page::Paper(paper.clone()))
        }
        CorrectionPlace::Paper(_) => Route::dossier(id, Page::Evidence),
    }
}
