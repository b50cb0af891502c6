use yew::prelude::*;

use super::corrections::corrections_task;
use super::desk::{is_at_desk, to_desk};
use super::forms::parts::gaps;
use super::frame::Frame;
use super::moving::newer_notice;
use super::standing::kind_name;
use super::{DossierProps, display_name, name_lang, set_line};
use crate::domain::calendar::Date;
use crate::domain::council::is_blind;
use crate::domain::decision::{Criterion, Part};
use crate::domain::dossier::checks::check;
use crate::domain::dossier::{Dossier, Standing};
use crate::domain::rating::{KnockOut, Rating};
use crate::ui::components::{Icon, MeterProps, StatusKind, icon, meter, status};
use crate::ui::hooks::{rating_of, use_app, use_day, use_title};
use crate::ui::route::{Page, Route};
use crate::words::Words;

/// The task list of a dossier: everything there is to do, in any order, each with what is missing.
#[component]
pub fn Tasks(props: &DossierProps) -> Html {
    let app = use_app();
    let (t, language) = (app.t(), app.language);
    let today = use_day();
    let dossier = &props.dossier;
    let set = dossier.set();
    let rating = rating_of(dossier);
    let name = display_name(dossier, t, language);
    use_title(name.clone());
    let task = |page: Page, title: String, detail: String, status: Html| {
        html! {
            <li><a class="task" href={Route::dossier(&dossier.id, page).href()}>
                <span class="task-text"><span class="task-title">{ title }</span><span class="task-detail">{ detail }</span></span>
                { status }
            </a></li>
        }
    };
    let next = dossier.assessment.iter().find(|(_, _, answer)| !answer.is_answered());
    let is_blind = is_blind(dossier);
    let (further, what) = further(dossier, today, &rating, t);
    let actions = if is_blind {
        html! { <a class="button button-act" href={Route::dossier(&dossier.id, Page::Council).href()}>{ t.council.awaited_way }</a> }
    } else {
        html! {
            <>
                <a class="button" href={Route::dossier(&dossier.id, Page::Result).href()}>{ t.tasks.result }</a>
                if let Some((_, criterion, _)) = next.filter(|_| !is_stopped(&rating) && !is_asked(dossier)) {
                    <a class="button button-act" href={Route::criterion(&dossier.id, criterion.code).href()}>
                        { (if rating.answered == 0 { t.tasks.begin } else { t.tasks.go_on }).code(&criterion.code) }
                    </a>
                } else {
                    <a class="button button-act" href={Route::dossier(&dossier.id, further.clone()).href()}>
                        { if further == Page::Check { what.to_owned() } else { t.tasks.go_on_to.name(&what) } }
                    </a>
                }
            </>
        }
    };
    html! {
        <Frame dossier={dossier.clone()} class="page-narrow page-tasks" {actions}>
            <h1 id="page-title" tabindex="-1" lang={name_lang(dossier)}>{ name }</h1>
            <p class="soft">{ set_line(dossier, t, language) }</p>
            { newer_notice(&app, dossier, today) }
            if is_at_desk(dossier) { { to_desk(&app, dossier) } }
            <ol class="tasks">
                { corrections_task(&app, dossier) }
                { task(Page::Standing, t.standing.task.into(), standing_detail(dossier, t), standing_status(dossier, today, t)) }
                { task(Page::Forms, t.tasks.applicant.into(), t.tasks.applicant_detail.into(), form_status(dossier, today, t)) }
                { task(Page::Stops, t.tasks.stops.into(), t.tasks.stops_detail.of(stop_count(dossier)), stop_status(dossier, &rating, t)) }
                for (part, points) in set.parts.iter().zip(&rating.parts) {
                    <li><a class="task task-part" href={part_route(dossier, part).href()}>
                        <span class="task-text">
                            <span class="task-title">
                                { format!("{}. {}", part.code.letter(), part.title.get(language)) }
                            </span>
                            if !is_blind {
                                <span class="task-detail">
                                    { meter(&MeterProps { value: points.points.0.into(), max: points.max.0.into(), best: Some(points.best.0.into()) }) }
                                    { t.tasks.part_points.max_points(&points.max.0, &points.points.0) }
                                </span>
                            }
                        </span>
                        { part_status(dossier, part, t) }
                    </a></li>
                }
                { task(Page::Evidence, t.tasks.evidence.into(), t.tasks.evidence_detail.of(dossier.papers.len()), evidence_status(dossier, today, t)) }
                { task(Page::Way, t.tasks.way.into(), t.tasks.way_detail.into(), html! { { icon(Icon::Next) } }) }
                { task(Page::Check, t.tasks.check.into(), t.tasks.check_detail.into(), html! { { icon(Icon::Next) } }) }
            </ol>
            <p class="links">
                <a href={Route::dossier(&dossier.id, Page::Sheet).href()}>{ icon(Icon::Sheet) }{ t.tasks.sheet }</a>
                <a href={Route::dossier(&dossier.id, Page::Writings).href()}>{ icon(Icon::Edit) }{ t.tasks.writings }</a>
                <a href={Route::dossier(&dossier.id, Page::Papers).href()}>{ icon(Icon::File) }{ t.tasks.from_papers }</a>
                if matches!(dossier.standing(), Standing::Held { .. }) {
                    <a href={Route::dossier(&dossier.id, Page::Log).href()}>{ icon(Icon::Edit) }{ t.standing.log }</a>
                }
                <a href={Route::dossier(&dossier.id, Page::History).href()}>{ icon(Icon::Clock) }{ t.tasks.history }</a>
                // Begun where the dossier is checked; who scores alone never meets it.
                if dossier.council.is_some() {
                    <a href={Route::dossier(&dossier.id, Page::Council).href()}>{ icon(Icon::Sheet) }{ t.council.title }</a>
                }
            </p>
        </Frame>
    }
}

/// Whether the commune, which has a desk of its own for this dossier, asked the applicant for something that is still to do.
fn is_asked(dossier: &Dossier) -> bool {
    dossier.desk.is_none() && dossier.corrections.iter().any(|correction| !correction.done)
}

/// Where to go on once every criterion is answered: what the commune waits for, what stops the product or is not asked yet, then the forms,
/// and only then the check.
fn further(dossier: &Dossier, today: Date, rating: &Rating, t: &'static Words) -> (Page, &'static str) {
    match () {
        () if is_asked(dossier) => (Page::Corrections, t.corrections.title),
        () if is_stopped(rating) || stops_asked(dossier) < stop_count(dossier) => (Page::Stops, t.tasks.stops),
        () if forms_missing(dossier, today) > 0 => (Page::Forms, t.tasks.applicant),
        () => (Page::Check, t.tasks.check),
    }
}

/// Whether a breach is declared: no answer to a criterion helps then.
fn is_stopped(rating: &Rating) -> bool {
    rating.knocked_out.iter().any(|stop| matches!(stop, KnockOut::Dossier | KnockOut::Declared(_)))
}

/// The first open criterion of a part, or its first.
fn part_route(dossier: &Dossier, part: &Part) -> Route {
    let range = part.criteria();
    let open = range.clone().find(|position| !dossier.assessment.answer(*position).is_answered());
    let position = open.unwrap_or(range.start);
    Route::criterion(&dossier.id, dossier.set().criteria[position].code)
}

fn part_status(dossier: &Dossier, part: &Part, t: &'static Words) -> Html {
    let range = part.criteria();
    let count = range.len();
    let open = range.filter(|position| !dossier.assessment.answer(*position).is_answered()).count();
    match open {
        0 => status(StatusKind::Done, t.tasks.done),
        open if open == count => status(StatusKind::Quiet, t.tasks.criteria.of(count)),
        open => status(StatusKind::Open, t.tasks.left.of(open)),
    }
}

fn standing_detail(dossier: &Dossier, t: &'static Words) -> String {
    let kind = kind_name(dossier.kind, t);
    match dossier.standing() {
        Standing::Unsaid => t.standing.title.to_owned(),
        Standing::None => t.standing.task_none.to_owned(),
        Standing::Held { star: Some(star), .. } => t.standing.task_held.held_kind(&u8::from(star), &kind),
        Standing::Held { .. } => t.standing.task_held_some.kind(&kind),
    }
}

/// Never complete by default, and not with a kind that the certificate contradicts. What presses is
/// said with its days.
fn standing_status(dossier: &Dossier, today: Date, t: &'static Words) -> Html {
    let standing = dossier.standing();
    match (standing, standing.certificate()) {
        _ if dossier.kind_contradicts(today) => status(StatusKind::Blocked, t.standing.contradicts),
        (Standing::Unsaid, _) => status(StatusKind::Open, t.standing.task_unsaid),
        (Standing::Held { .. }, None) => status(StatusKind::Open, t.tasks.fields_left.of(1)),
        _ => status(StatusKind::Done, t.tasks.done),
    }
}

fn form_status(dossier: &Dossier, today: Date, t: &'static Words) -> Html {
    match forms_missing(dossier, today) {
        0 => status(StatusKind::Done, t.tasks.done),
        missing => status(StatusKind::Open, t.tasks.fields_left.of(missing)),
    }
}

/// How many places of the forms are still to be filled or mended, as their page counts them.
fn forms_missing(dossier: &Dossier, today: Date) -> usize {
    gaps(&check(dossier, Some(today)), dossier).len()
}

/// How many questions there are on what ends an evaluation.
fn stop_count(dossier: &Dossier) -> usize {
    let set = dossier.set();
    set.criteria.iter().filter(|criterion| criterion.declared_note().is_some()).count()
        + usize::from(set.disqualification.is_some())
}

/// How many of them are open.
pub fn stops_open(dossier: &Dossier) -> usize {
    stop_count(dossier).saturating_sub(stops_asked(dossier))
}

/// How many of them were replied to.
fn stops_asked(dossier: &Dossier) -> usize {
    let set = dossier.set();
    let asked = |criterion: &&Criterion| criterion.declared_note().is_some() && dossier.asked.contains(criterion.code);
    set.criteria.iter().filter(asked).count()
        + usize::from(set.disqualification.is_some() && dossier.asked.contains("dossier"))
}

fn stop_status(dossier: &Dossier, rating: &Rating, t: &'static Words) -> Html {
    let (asked, count) = (stops_asked(dossier), stop_count(dossier));
    match () {
        () if !rating.knocked_out.is_empty() && !is_blind(dossier) => status(StatusKind::Blocked, t.tasks.stopped),
        () if asked == count => status(StatusKind::Done, t.tasks.done),
        () => status(StatusKind::Open, t.tasks.questions_left.of(count - asked)),
    }
}

fn evidence_status(dossier: &Dossier, today: Date, t: &'static Words) -> Html {
    // How many levels lack papers tells of the levels.
    if is_blind(dossier) {
        return icon(Icon::Next);
    }
    let bare = dossier.unproven(Some(today)).len();
    match bare {
        0 if dossier.assessment.answered() > 0 => status(StatusKind::Done, t.tasks.done),
        0 => status(StatusKind::Quiet, t.tasks.not_begun),
        bare => status(StatusKind::Open, t.tasks.bare.of(bare)),
    }
}
