use yew::prelude::*;

use super::DossierProps;
use super::desk::{desk_link, is_at_desk};
use super::frame::Frame;
use crate::domain::decision::{Language, Star, StarMinimum, errata_of};
use crate::domain::dossier::Dossier;
use crate::domain::rating::{KnockOut, Rating};
use crate::ui::components::{FloorLock, Icon, PointsLock, Stars, Turn, against, icon, standing_line};
use crate::ui::hooks::{rating_of, use_app, use_day, use_title};
use crate::ui::route::{Page, Route};
use crate::words::Words;

/// The provisional rating with its reasons.
#[component]
pub fn ResultPage(props: &DossierProps) -> Html {
    let app = use_app();
    let (t, language) = (app.t(), app.language);
    let dossier = &props.dossier;
    let set = dossier.set();
    let rating = rating_of(dossier);
    let begun = rating.answered > 0;
    let aim = rating.next_star().map_or(Star::Five, |star| star.max(Star::Three));
    let star = use_state_eq(|| None::<Star>);
    let today = use_day();
    let shown = (*star).unwrap_or(aim);
    use_title(t.result.title.to_owned());
    let href = {
        let id = dossier.id.clone();
        Callback::from(move |code: AttrValue| AttrValue::from(Route::criterion(&id, &code).href()))
    };
    let open = dossier.assessment.iter().find(|(_, _, answer)| !answer.is_answered());
    let actions = html! {
        <>
            // With five stars there is nothing else left to do.
            <a class={classes!("button", (rating.star == Some(Star::Five)).then_some("button-act"))} href={Route::dossier(&dossier.id, Page::Check).href()}>
                { t.result.to_check }
            </a>
            if let Some(first) = set.criteria.first().filter(|_| !begun && rating.star.is_some()) {
                <a class="button button-act" href={Route::criterion(&dossier.id, first.code).href()}>{ t.tasks.begin.code(&first.code) }</a>
            } else if rating.star.is_some_and(|star| star < Star::Five) {
                <a class="button button-act" href={Route::dossier(&dossier.id, Page::Way).href()}>
                    { t.result.to_way.n(&u8::from(aim)) }
                </a>
            }
        </>
    };
    html! {
        <Frame dossier={dossier.clone()} class="page-result" {actions}>
            <div class="verdict">
                <Stars now={rating.star.filter(|_| begun)} best={rating.best.star} large=true />
                <h1 id="page-title" tabindex="-1">{ verdict(&rating, begun, t) }</h1>
                <p class="soft">{ verdict_detail(&rating, begun, set.criteria.len(), t) }
                    if let Some((_, criterion, _)) = open.filter(|_| begun) {
                        { " " }<a href={Route::criterion(&dossier.id, criterion.code).href()}>{ t.sheet.to_open.code(&criterion.code) }</a>
                    }
                </p>
                { standing_line(dossier.standing(), None, today, t) }
                if let Some(warning) = points_alone(&rating, t) { <p class="note note-block">{ warning }</p> }
                { not_asked(dossier, begun, t) }
            </div>
            <Ends dossier={dossier.clone()} />
            { lost(dossier, &rating, shown, language, t) }
            <div class="star-tabs" role="group" aria-label={t.result.which_star}>
                for minimum in StarMinimum::ALL {
                    { star_tab(minimum.star(), shown, &rating, t, &star) }
                }
            </div>
            <div class="locks">
                <PointsLock {set} rating={rating.clone()} star={shown} {language} {t} href={href.clone()} />
                <FloorLock {set} rating={rating.clone()} star={shown} {language} {t} {href} />
            </div>
            { super::safe::safe_and_hoped(dossier, &rating, today, t, html! {
                <p class="soft">{ t.result.safe_text }{ " " }
                    <a href={Route::dossier(&dossier.id, Page::Evidence).href()}>{ t.tasks.evidence }</a></p>
            }) }
            <Doubts dossier={dossier.clone()} />
            if is_at_desk(dossier) { <p class="links">{ desk_link(&app, dossier) }</p> }
            <p class="provisional">{ t.result.provisional }</p>
        </Frame>
    }
}

fn verdict(rating: &Rating, begun: bool, t: &'static Words) -> String {
    match rating.star {
        None => t.result.ended.to_owned(),
        Some(_) if !begun => t.result.nothing_yet.to_owned(),
        Some(star) => t.result.verdict.stars(&t.stars.count.of(u8::from(star).into())),
    }
}

fn verdict_detail(rating: &Rating, begun: bool, count: usize, t: &'static Words) -> String {
    let open = count - rating.answered;
    match (rating.star, rating.best.star) {
        (None, _) => t.result.ended_detail.to_owned(),
        (Some(star), Some(best)) if open > 0 && (best > star || !begun) => {
            t.result.open_detail.n_open(&u8::from(best), &t.tasks.criteria.of(open))
        }
        (Some(_), _) if open > 0 => t.result.open_same.open(&t.tasks.criteria.of(open)),
        (Some(Star::One | Star::Two), _) => t.result.no_certificate.to_owned(),
        _ => t.result.all_answered.to_owned(),
    }
}

/// What may still end it, whatever the points.
fn not_asked(dossier: &Dossier, begun: bool, t: &'static Words) -> Html {
    let open = super::tasks::stops_open(dossier);
    if !begun || open == 0 {
        return html! {};
    }
    html! {
        <p class="note">{ t.result.stops_open.of(open) }{ " " }
            <a href={Route::dossier(&dossier.id, Page::Stops).href()}>{ t.tasks.stops }</a></p>
    }
}

/// Where the points alone would promise more than the minimums allow.
fn points_alone(rating: &Rating, t: &'static Words) -> Option<String> {
    let star = rating.star?;
    let next = star.next()?;
    let blocked = rating.unmet(next).iter().any(|unmet| !unmet.open);
    (rating.star_by_points > star && blocked).then(|| {
        t.result.points_alone.by_points_n_points(&u8::from(rating.star_by_points), &u8::from(next), &rating.total.0)
    })
}

fn star_tab(
    star: Star,
    shown: Star,
    rating: &Rating,
    t: &'static Words,
    chosen: &UseStateHandle<Option<Star>>,
) -> Html {
    let chosen = chosen.clone();
    let reached = rating.star.is_some_and(|now| now >= star);
    let onclick = Callback::from(move |_: MouseEvent| chosen.set(Some(star)));
    html! {
        <button type="button" class={classes!("star-tab", (star == shown).then_some("star-tab-shown"))}
            aria-pressed={(star == shown).to_string()} {onclick}>
            { t.stars.count.of(u8::from(star).into()) }
            if reached { { icon(Icon::Check) } }
        </button>
    }
}

/// What takes stars away that are held: each criterion below their minimums, and the points that are missing. Nothing
/// while they can still be kept, nor where the locks below are those of the stars held.
fn lost(dossier: &Dossier, rating: &Rating, shown: Star, language: Language, t: &'static Words) -> Html {
    let Some(held) = dossier.held_star().filter(|held| *held != shown) else { return html! {} };
    let turn = against(rating, rating.answered > 0, held, t);
    if turn.is_none_or(|turn| turn.turn != Turn::Loss) || rating.best.star.is_none() {
        return html! {};
    }
    // What is missing even where all that is open goes well.
    let missing = rating.bands.least(held).above(rating.best.total).0;
    let below = rating.unmet(held).iter().filter(|unmet| !unmet.open);
    html! {
        <section class="lock lock-closed" aria-labelledby="result-lost">
            <h2 class="lock-head" id="result-lost"><span class="lock-sign">{ icon(Icon::Warning) }</span>
                <span class="lock-title">{ t.result.lost.n(&u8::from(held)) }</span></h2>
            <ul class="blockers">
                for unmet in below {
                    { {
                        let criterion = &dossier.set().criteria[unmet.position];
                        let needs = criterion.ladder.labels.get(unmet.needs).map_or("", |label| label.get(language));
                        html! {
                            <li class="blocker"><a href={Route::criterion(&dossier.id, criterion.code).href()}>
                                <span class="blocker-code">{ criterion.code }</span>
                                <span class="blocker-text">
                                    <span class="blocker-title">{ criterion.wording.title.get(language) }</span>
                                    <span class="blocker-need">{ needs }</span>
                                </span>
                            </a></li>
                        }
                    } }
                }
                if missing > 0 {
                    <li class="blocker"><span class="blocker-text lost-points">{ t.result.lost_points.of_total(missing.into(), &rating.total.0) }</span></li>
                }
            </ul>
        </section>
    }
}

/// What ends the evaluation, each with its reason and the way back to it.
#[component]
fn Ends(props: &DossierProps) -> Html {
    let app = use_app();
    let (t, language) = (app.t(), app.language);
    let dossier = &props.dossier;
    let rating = rating_of(dossier);
    if rating.knocked_out.is_empty() {
        return html! {};
    }
    let line = |knock_out: &KnockOut| match knock_out {
        KnockOut::Dossier => {
            let text = dossier.set().disqualification.map_or("", |line| line.text.get(language));
            (text.to_owned(), Route::dossier(&dossier.id, Page::Stops))
        }
        KnockOut::Declared(position) => {
            let criterion = &dossier.set().criteria[*position];
            let text = criterion.declared_note().map_or("", |note| note.text.get(language));
            (format!("{} {text}", criterion.code), Route::dossier(&dossier.id, Page::Stops))
        }
        KnockOut::Zero(position) => {
            let criterion = &dossier.set().criteria[*position];
            let text = t.result.zero.code_title(&criterion.code, &criterion.wording.title.get(language));
            (text, Route::criterion(&dossier.id, criterion.code))
        }
    };
    html! {
        <section class="lock lock-closed">
            <h2 class="lock-head"><span class="lock-sign">{ icon(Icon::Warning) }</span>
                <span class="lock-title">{ t.result.what_ends }</span></h2>
            <ul class="blockers">
                for knock_out in &rating.knocked_out {
                    { { let (text, route) = line(knock_out);
                        html! { <li class="blocker"><a href={route.href()}><span class="blocker-text">{ text }</span></a></li> } } }
                }
            </ul>
        </section>
    }
}

/// Doubts in the printed text that touch this product.
#[component]
fn Doubts(props: &DossierProps) -> Html {
    let app = use_app();
    let (t, language) = (app.t(), app.language);
    let set = props.dossier.set();
    let doubts: Vec<_> = (0..set.criteria.len())
        .flat_map(|position| {
            errata_of(set, position).filter(|erratum| erratum.kind.is_doubt()).map(move |erratum| (position, erratum))
        })
        .collect();
    if doubts.is_empty() {
        return html! {};
    }
    html! {
        <details class="card fold">
            <summary>{ t.result.doubts.of(doubts.len()) }</summary>
            <ul class="plain">
                for (position, erratum) in doubts {
                    <li><p><a href={Route::criterion(&props.dossier.id, set.criteria[position].code).href()}>
                        { set.criteria[position].code }{ " " }{ set.criteria[position].wording.title.get(language) }</a>
                        { ". " }{ t.criterion.printed.applied_printed(&erratum.applied.get(language), &erratum.printed.get(language)) }</p></li>
                }
            </ul>
        </details>
    }
}
