use super::super::forms::labels::label;
use crate::domain::council::CorrectionPlace;
use crate::domain::dossier::Dossier;
use crate::ui::components::paper_name;
use crate::ui::hooks::AppHandle;
use crate::ui::route::{Page, Route, Spot};
use crate::words::Words;

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

/// Where somebody goes on who is at a place for what the commune asked of it: to the next request in the list, which begins
/// again at its end; to the list itself while only what is here is open. Once nothing is, or nothing was asked here, the page
/// goes on as ever.
pub fn after_request(dossier: &Dossier, at: &CorrectionPlace, t: &'static Words) -> Option<(String, &'static str)> {
    let asked = &dossier.corrections;
    let here = asked.iter().rposition(|correction| correction.at == *at)?;
    let is_next = |place: &usize| !asked[*place].done && asked[*place].at != *at;
    let next = (here..asked.len()).chain(0..here).find(is_next);
    match next {
        Some(next) => Some((place_route(dossier, &asked[next].at).href(), t.corrections.next)),
        None if asked.iter().any(|correction| !correction.done) => {
            Some((Route::dossier(&dossier.id, Page::Corrections).href(), t.corrections.title))
        }
        None => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::council::Correction;
    use crate::domain::decision::{Language, first};
    use crate::domain::dossier::Field;
    use crate::words::words;

    #[test]
    fn a_request_leads_to_the_next_and_the_last_to_the_first_that_is_open() {
        let mut dossier = Dossier::new("a".into(), String::new(), first().set(1).expect("set 1"));
        let places = [
            CorrectionPlace::Field(Field::Phone),
            CorrectionPlace::Criterion("2.1".into()),
            CorrectionPlace::Criterion("1.1".into()),
        ];
        let leads = |dossier: &Dossier, at: usize| {
            after_request(dossier, &places[at], words(Language::Vi)).map(|(href, _)| href)
        };
        let href = |at: usize| Some(place_route(&dossier, &places[at]).href());
        let (phone, idea, origin) = (href(0), href(1), href(2));
        let list = Some(Route::dossier("a", Page::Corrections).href());
        assert_eq!(leads(&dossier, 1), None, "nothing was asked");
        dossier.corrections = places.iter().map(|at| Correction { at: at.clone(), ..Correction::default() }).collect();
        assert_eq!([0, 1, 2].map(|at| leads(&dossier, at)), [idea.clone(), origin.clone(), phone.clone()]);
        dossier.corrections[1].done = true;
        assert_eq!([0, 1, 2].map(|at| leads(&dossier, at)), [origin.clone(), origin, phone]);
        dossier.corrections[0].done = true;
        assert_eq!(leads(&dossier, 2), list, "what is here alone is open");
        dossier.corrections[2].done = true;
        assert_eq!([0, 1, 2].map(|at| leads(&dossier, at)), [None, None, None]);
    }
}
