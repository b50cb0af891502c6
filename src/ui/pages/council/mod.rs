//! Several scorers on one product: their sheets blind until all are in, then what they come to.

mod awaited;
mod beside;
mod breach;
mod by_link;
mod comes_to;
mod elsewhere;
mod entry;
mod form;
mod minutes;
mod own;
mod scorer;
mod sheets;

pub use awaited::Awaited;
pub use by_link::SheetLinkPage;
pub use minutes::MinutesPage;
pub use own::OwnSheet;
pub use scorer::ScorerPage;
pub use sheets::ScoreSheetPage;

use std::rc::Rc;

use yew::prelude::*;

use self::beside::Beside;
use self::comes_to::ComesTo;
use self::elsewhere::Elsewhere;
use self::entry::Entry;
use super::DossierProps;
use super::frame::Frame;
use super::undo::PutBack;
use crate::domain::council::{Council, Scorer};
use crate::domain::decision::Points;
use crate::domain::dossier::Dossier;
use crate::session::Change;
use crate::ui::components::{Icon, LateField, Meter, icon};
use crate::ui::hooks::{AppHandle, focus_soon, go, use_app, use_draft, use_title, use_undo};
use crate::ui::route::{Page, Route};
use crate::words::Words;

/// Who scores, whose sheet is in, and once all are: the result.
#[component]
pub fn CouncilPage(props: &DossierProps) -> Html {
    let app = use_app();
    let t = app.t();
    let dossier = &props.dossier;
    use_title(t.council.title.to_owned());
    let council = dossier.council.clone().unwrap_or_default().on(dossier);
    let keep = keeper(&app, dossier);
    let begin = {
        let (keep, id) = (keep.clone(), dossier.id.clone());
        let set = dossier.set();
        Callback::from(move |name: String| {
            let id = id.clone();
            keep.emit(Box::new(move |council| {
                if let Some(place) = council.begin(&name, set) {
                    go(&Route::dossier(&id, Page::Scorer(place)));
                }
            }));
        })
    };
    // The number typed last is none for this sitting.
    let refused = use_state_eq(|| false);
    // So few scorers that the result would be shown: asked first.
    let shown_by = use_state_eq(|| None::<usize>);
    let expect = {
        let (keep, refused, shown_by) = (keep.clone(), refused.clone(), shown_by.clone());
        let council = council.clone();
        Callback::from(move |typed: String| {
            let typed = typed.trim();
            shown_by.set(None);
            let Ok(expected) = typed.parse::<usize>() else { return refused.set(!typed.is_empty()) };
            if council.shows_by(|after| _ = after.expect(expected)) {
                refused.set(false);
                return shown_by.set(Some(expected));
            }
            let refused = refused.clone();
            keep.emit(Box::new(move |council| refused.set(!council.expect(expected))));
        })
    };
    let show = |expected: usize| {
        let (keep, shown_by) = (keep.clone(), shown_by.clone());
        Callback::from(move |_: MouseEvent| {
            shown_by.set(None);
            keep.emit(Box::new(move |council| _ = council.expect(expected)));
        })
    };
    // Whoever begins before the number is said is asked for it.
    let unsaid = use_state_eq(|| false);
    let may = {
        let (app, id, unsaid) = (app.clone(), dossier.id.clone(), unsaid.clone());
        Callback::from(move |()| {
            let needs = app.dossier(&id).is_none_or(|now| now.council.as_ref().is_none_or(Council::needs_number));
            unsaid.set(needs);
            if needs {
                focus_soon("council-many".to_owned());
            }
            !needs
        })
    };
    let many = format!("{}/scorers", dossier.id);
    let typed = use_draft(&many);
    // How often the number was left as it was: the field is drawn anew without what was typed.
    let left = use_state_eq(|| 0_u32);
    let wait_on = {
        let (shown_by, typed, left) = (shown_by.clone(), typed.clone(), left.clone());
        Callback::from(move |_: MouseEvent| {
            shown_by.set(None);
            typed.done();
            left.set(*left + 1);
            focus_soon("council-many".to_owned());
        })
    };
    let least = council.sheets.len().clamp(1, Council::MOST);
    let no_distance = use_state_eq(|| false);
    let talk = {
        let (keep, no_distance) = (keep.clone(), no_distance.clone());
        Callback::from(move |typed: String| {
            let apart = typed.trim().parse::<u8>().ok().filter(|points| *points <= 100).map(Points);
            no_distance.set(apart.is_none() && !typed.trim().is_empty());
            keep.emit(Box::new(move |council| council.apart = apart));
        })
    };
    let complete = council.is_complete();
    let undo = use_undo(&dossier.id, "sheets");
    // Said first: until then no result is shown, and nobody begins.
    let needs_number = council.needs_number();
    let many_field = html! {
        // What is wrong stands beside the label: within, it would be part of the field's name.
        <div class="field"><label class="field-label" for="council-many">{ t.council.how_many }</label>
            <LateField key={*left} id="council-many" keep_as={many.clone()} value={if council.expected > 0 { council.expected.to_string() } else { String::new() }} least={least as u8} greatest={Council::MOST as u8} onset={expect} />
            if *unsaid && needs_number { <span class="field-fault" role="status">{ t.council.say_many_first }</span> }
            if *refused { <span class="field-fault" role="status">{ t.council.how_many_refused.n_of(&least, &Council::MOST) }</span> }
            if let Some(expected) = *shown_by {
                <div class="council-back" role="status">
                    <p>{ t.council.shows_by.n(&expected) }</p>
                    <p class="buttons">
                        <button type="button" class="button" onclick={show(expected)}>{ t.council.shows_yes }</button>
                        <button type="button" class="button" onclick={wait_on.clone()}>{ t.council.shows_no }</button>
                    </p>
                </div>
            }
        </div>
    };
    let here = html! {
        <section class="card council-in" aria-labelledby="council-here">
            <h2 id="council-here">{ t.council.on_this }</h2>
            <p class="soft">{ t.council.on_this_text }</p>
            <NewScorer keep_as={format!("{}/scorer", dossier.id)} council={council.clone()} {may} onset={begin} />
        </section>
    };
    html! {
        <Frame dossier={dossier.clone()} class="page-narrow page-council" blind=true>
            <h1 id="page-title" tabindex="-1">{ t.council.title }</h1>
            <p class="lead">{ t.council.lead }</p>
            if let Some((done, expected)) = council.awaited() {
                if council.needs_number() {
                    <p class="note" role="status">{ if done > 0 { t.council.number_unsaid.of(done) } else { t.council.say_many.to_owned() } }</p>
                } else {
                    <p class="corrections-count" role="status">
                        <Meter value={done as u32} max={expected as u32} />
                        <span>{ t.council.blind.n_of(&done, &expected) }</span>
                    </p>
                }
                if council.seen { <p class="note">{ t.council.seen_before }</p> }
            }
            if complete {
                <ComesTo dossier={dossier.clone()} council={council.clone()} keep={keep.clone()} />
                <p class="links"><a href={Route::dossier(&dossier.id, Page::Minutes).href()}>{ icon(Icon::File) }{ t.council.minutes }</a></p>
                <Beside dossier={dossier.clone()} council={council.clone()} />
            }
            // It stays where it is once it is typed: what is pressed next does not move away.
            if !complete {
                <section class="card council-in council-many">{ many_field.clone() }<p class="soft">{ t.council.say_many }</p></section>
            }
            // The next one comes to this device with the list of those before growing.
            if !complete { { here.clone() } }
            <section class="council-part" aria-labelledby="council-scorers">
                <h2 id="council-scorers">{ t.council.scorers }</h2>
                if council.sheets.is_empty() { <p class="soft">{ t.council.nobody }</p> }
                <ul class="plain council-sheets">
                    for (place, sheet) in council.sheets.iter().enumerate() {
                        <Entry key={format!("{place} {}", sheet.scorer.name)} dossier={dossier.clone()} council={council.clone()} {place} keep={keep.clone()} undo={undo.clone()} />
                    }
                </ul>
                <PutBack dossier={dossier.clone()} {undo} id={BACK} />
                if let Some((said, here)) = council.beyond() { <p class="note">{ t.council.beyond.n_of(&said, &here) }</p> }
                <div class="council-two council-many">
                    if complete { { many_field } }
                    <div class="field"><label class="field-label" for="council-apart">{ t.council.how_far }</label>
                        <LateField id="council-apart" keep_as={format!("{}/apart", dossier.id)} value={council.apart().0.to_string()} greatest={100} onset={talk} />
                        if *no_distance { <span class="field-fault" role="status">{ t.council.how_far_refused }</span> }
                    </div>
                </div>
            </section>
            <div class="council-two">
                if complete { { here.clone() } }
                <Elsewhere key="elsewhere" dossier={dossier.clone()} />
            </div>
            <p class="links">
                <a href={Route::dossier(&dossier.id, Page::ScoreSheet).href()}>{ icon(Icon::Print) }{ t.council.print_sheet }</a>
            </p>
        </Frame>
    }
}

/// What is to be known of a sheet beside its scorer's name.
fn marks(scorer: &Scorer, t: &'static Words) -> Html {
    let marks = [(scorer.late, t.council.late), (scorer.other_state, t.council.other_state)];
    html! { for (_, mark) in marks.into_iter().filter(|(is_so, _)| *is_so) { <>{ " " }<span class="soft">{ mark }</span></> } }
}

/// What stands where the applicant's own stars would, while sheets are awaited: how many are in.
pub fn blind_text(dossier: &Dossier, t: &'static Words) -> Option<String> {
    let council = dossier.council.as_ref()?;
    let (done, expected) = council.awaited()?;
    if council.needs_number() {
        return Some(t.council.say_many.to_owned());
    }
    Some(t.council.blind.n_of(&done, &expected))
}

#[derive(Properties, PartialEq)]
struct NewScorerProps {
    keep_as: String,
    council: Council,
    /// Whether one may begin by now; who may not is told why.
    may: Callback<(), bool>,
    onset: Callback<String>,
}

/// A name, and the button that takes it; a name that another has stays, to be told apart.
#[component]
fn NewScorer(props: &NewScorerProps) -> Html {
    let t = use_app().t();
    let draft = use_draft(&props.keep_as);
    let taken = use_state_eq(|| false);
    let typed = draft.text().unwrap_or_default().to_owned();
    let oninput = {
        let (draft, taken) = (draft.clone(), taken.clone());
        Callback::from(move |event: InputEvent| {
            taken.set(false);
            draft.type_in(event.target_unchecked_into::<web_sys::HtmlInputElement>().value());
        })
    };
    let begin = {
        let (draft, typed, onset, taken) = (draft.clone(), typed.clone(), props.onset.clone(), taken.clone());
        let (is_taken, may) = (props.council.has(&typed), props.may.clone());
        Callback::from(move |_: MouseEvent| {
            if !may.emit(()) {
                return;
            }
            if is_taken {
                return taken.set(true);
            }
            draft.done();
            onset.emit(typed.clone());
        })
    };
    html! {
        <div class="council-new">
            <div class="field"><label class="field-label" for="council-scorer">{ t.council.new_scorer }</label>
                <input type="text" id="council-scorer" autocomplete="off" maxlength="200" value={typed.clone()} aria-invalid={taken.then_some("true")} {oninput} />
                if *taken { <span class="field-fault" role="status">{ t.council.rename_taken }</span> }
            </div>
            <button type="button" class="button button-act" disabled={typed.trim().is_empty()} onclick={begin}>{ t.council.score_here }</button>
        </div>
    }
}

/// The id of the place where sheets that were taken out can be had back.
const BACK: &str = "sheets-back";

/// One change to the sitting.
type CouncilChange = Box<dyn FnOnce(&mut Council)>;

/// Keeps one change to the sitting of a dossier.
fn keeper(app: &AppHandle, dossier: &Rc<Dossier>) -> Callback<CouncilChange> {
    let (app, id) = (app.clone(), dossier.id.clone());
    Callback::from(move |change: CouncilChange| {
        app.change_by(&id, |dossier| {
            let mut council = dossier.council.clone().unwrap_or_default();
            change(&mut council);
            Some(Change::CouncilKept(council))
        });
    })
}
