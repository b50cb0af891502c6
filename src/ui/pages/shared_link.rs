use std::rc::Rc;

use web_sys::HtmlSelectElement;
use yew::prelude::*;

use super::answers::answer_text;
use super::display_name;
use crate::domain::council::is_blind;
use crate::domain::decision::{Language, ProductSet, Star, StarMinimum};
use crate::domain::dossier::{Dossier, begin_from};
use crate::domain::rating::{Assessment, Rating, rate};
use crate::domain::share::{ShareError, decode};
use crate::domain::way::{Difference, diff};
use crate::session::{Action, NoticeKind};
use crate::ui::components::{ActionBar, FloorLock, Icon, PointsLock, Stars, icon, list_option, obstacle, range_text};
use crate::ui::hooks::{AppHandle, decision_today, go, new_id, use_app, use_title};
use crate::ui::route::{Page, Route};
use crate::words::Words;

#[derive(Properties, PartialEq)]
pub struct SharedProps {
    pub code: String,
}

/// An assessment that someone sent as a link, to look at, to compare with one's own, or to start
/// from. A link that cannot be read says why.
#[component]
pub fn SharedPage(props: &SharedProps) -> Html {
    let app = use_app();
    let (t, language) = (app.t(), app.language);
    let decoded = use_memo(props.code.clone(), |code| decode(code));
    let star = use_state_eq(|| None::<Star>);
    let beside = use_state_eq(|| None::<String>);
    use_title(if decoded.is_ok() { t.shared.title } else { t.shared.unreadable }.to_owned());
    let assessment = match &*decoded {
        Ok(assessment) => assessment,
        Err(error) => return unreadable_link(why(error, t), t),
    };
    let rating = Rc::new(rate(assessment));
    let set = assessment.set;
    let aim = rating.next_star().map_or(Star::Five, |star| star.max(Star::Three));
    let shown = (*star).unwrap_or(aim);
    let href =
        Callback::from(move |code: AttrValue| AttrValue::from(Route::Set { set, code: Some(code.to_string()) }.href()));
    let start = {
        let (app, assessment) = (app.clone(), assessment.clone());
        Callback::from(move |_: MouseEvent| {
            let (id, now) = new_id();
            let route = Route::dossier(&id, Page::Tasks);
            app.act(Action::DossierAdded(Rc::new(begin_from(assessment.clone(), id, now))));
            app.notice(NoticeKind::Done, |t, _| t.shared.started.to_owned());
            go(&route);
        })
    };
    let ours = beside.as_deref().and_then(|id| app.dossier(id)).filter(|ours| ours.set() == set);
    html! {
        <>
            <main class="page page-shared">
                <div class="shared-head">
                    <h1 id="page-title" tabindex="-1">{ t.shared.title }</h1>
                    <p class="shared-set">{ t.shared.set.name_no(&set.name.get(language), &set.no.0) }</p>
                    <p class="soft">{ t.shared.lead }</p>
                </div>
                { verdict(&rating, set, t) }
                { compare(&app, assessment, &rating, ours, &beside) }
                <div class="star-tabs" role="group" aria-label={t.result.which_star}>
                    for minimum in StarMinimum::ALL { { tab(minimum.star(), shown, &rating, t, &star) } }
                </div>
                <div class="locks">
                    <PointsLock {set} rating={rating.clone()} star={shown} {language} {t} href={href.clone()} />
                    <FloorLock {set} rating={rating.clone()} star={shown} {language} {t} {href} />
                </div>
                { answers(assessment, &rating, language, t) }
                <p class="provisional">{ t.result.provisional }</p>
            </main>
            <ActionBar>
                <button type="button" class="button button-act" id="shared-start" onclick={start}>{ icon(Icon::Plus) }{ t.shared.start }</button>
            </ActionBar>
        </>
    }
}

fn why(error: &ShareError, t: &'static Words) -> String {
    match error {
        ShareError::Empty => t.shared.empty.to_owned(),
        ShareError::Broken => t.shared.broken.to_owned(),
        ShareError::NewerDecision(_) => t.shared.newer.to_owned(),
        ShareError::UnknownSet(no) => t.shared.unknown_set.n_no(&decision_today().sets.len(), no),
    }
}

/// The page of a link that cannot be read, and why.
pub fn unreadable_link(why: String, t: &'static Words) -> Html {
    html! {
        <main class="page page-narrow">
            <h1 id="page-title" tabindex="-1">{ t.shared.unreadable }</h1>
            <p class="note note-block" role="alert">{ why }</p>
            <p><a class="button button-act" href={Route::Home.href()}>{ t.shared.home }</a></p>
        </main>
    }
}

/// Stars, points, and what stands before the next star.
fn verdict(rating: &Rating, set: &ProductSet, t: &'static Words) -> Html {
    let begun = rating.answered > 0;
    let (range, possible) = range_text(rating, begun, t);
    let obstacle = obstacle(rating, set, begun, t);
    html! {
        <div class="verdict">
            <Stars now={rating.star.filter(|_| begun)} best={rating.best.star} large=true />
            <p class="shared-star">{ range }
                if !possible.is_empty() { <span class="soft">{ format!(" {possible}") }</span> }
                <span class="soft">{ format!(" · {}/100", rating.total.0) }</span></p>
            <p class={classes!("soft", obstacle.blocks.then_some("blocks"))}>{ obstacle.text }</p>
            if !rating.knocked_out.is_empty() { <p class="note note-block">{ t.shared.declared }</p> }
        </div>
    }
}

fn tab(star: Star, shown: Star, rating: &Rating, t: &'static Words, chosen: &UseStateHandle<Option<Star>>) -> Html {
    let chosen = chosen.clone();
    let onclick = Callback::from(move |_: MouseEvent| chosen.set(Some(star)));
    html! {
        <button type="button" class={classes!("star-tab", (star == shown).then_some("star-tab-shown"))}
            aria-pressed={(star == shown).to_string()} {onclick}>
            { t.stars.count.of(u8::from(star).into()) }
            if rating.star.is_some_and(|now| now >= star) { { icon(Icon::Check) } }
        </button>
    }
}

/// One's own dossier of the same set beside it, if asked.
fn compare(
    app: &AppHandle,
    assessment: &Assessment,
    rating: &Rating,
    ours: Option<&Rc<Dossier>>,
    beside: &UseStateHandle<Option<String>>,
) -> Html {
    let (t, language) = (app.t(), app.language);
    let set = assessment.set;
    // While sheets on it are awaited, a dossier tells nothing of its own.
    let candidates = app.dossiers.iter().filter(|dossier| dossier.set() == set && !is_blind(dossier));
    let candidates: Vec<&Rc<Dossier>> = candidates.collect();
    let onchange = {
        let beside = beside.clone();
        Callback::from(move |event: Event| {
            let select: HtmlSelectElement = event.target_unchecked_into();
            beside.set(Some(select.value()).filter(|id| !id.is_empty()));
        })
    };
    html! {
        <section class="card shared-compare" aria-labelledby="shared-compare">
            <h2 id="shared-compare">{ t.shared.compare }</h2>
            if candidates.is_empty() {
                <p class="soft">{ t.shared.compare_empty.no(&set.no.0) }</p>
            } else {
                <label class="field">
                    <span class="field-label">{ t.shared.compare_pick }</span>
                    <select id="compare-with" {onchange}>
                        { list_option("", ours.is_none(), t.shared.compare_none) }
                        for dossier in candidates {
                            { list_option(dossier.id.clone(), ours.is_some_and(|ours| ours.id == dossier.id), display_name(dossier, t, language)) }
                        }
                    </select>
                </label>
            }
            if let Some(ours) = ours { { differences(app, assessment, rating, ours) } }
        </section>
    }
}

fn differences(app: &AppHandle, assessment: &Assessment, rating: &Rating, ours: &Rc<Dossier>) -> Html {
    let t = app.t();
    let found = diff(assessment, &ours.assessment);
    html! {
        <>
            <div class="shared-sides">
                { side(t.shared.theirs, rating, t) }
                { side(t.shared.ours, &ours.rating(), t) }
            </div>
            <p class="soft" role="status">
                { if found.is_empty() { t.shared.same.to_owned() } else { t.shared.differences.of(found.len()) } }
            </p>
            <ul class="plain">for change in &found { { difference(app, assessment, change) } }</ul>
        </>
    }
}

fn side(name: &'static str, rating: &Rating, t: &'static Words) -> Html {
    let begun = rating.answered > 0;
    html! {
        <div class="safe-column">
            <h3>{ name }</h3>
            <Stars now={rating.star.filter(|_| begun)} best={None} />
            <p><strong>{ rating.total.0 }</strong><span class="soft">{ format!("/100 · {}", range_text(rating, begun, t).0) }</span></p>
        </div>
    }
}

fn difference(app: &AppHandle, assessment: &Assessment, change: &Difference) -> Html {
    let (t, language) = (app.t(), app.language);
    let criterion = &assessment.set.criteria[change.position];
    html! {
        <li class="difference" key={criterion.code}>
            <p><span class="code">{ criterion.code }</span>{ " " }<strong>{ criterion.wording.title.get(language) }</strong></p>
            <dl>
                <dt>{ t.shared.theirs }</dt><dd>{ answer_text(criterion, change.from, language, t) }</dd>
                <dt>{ t.shared.ours }</dt><dd>{ answer_text(criterion, change.to, language, t) }</dd>
            </dl>
        </li>
    }
}

/// Every answer, to read.
fn answers(assessment: &Assessment, rating: &Rating, language: Language, t: &'static Words) -> Html {
    let set = assessment.set;
    html! {
        <section class="shared-answers" aria-labelledby="shared-answers">
            <h2 id="shared-answers">{ t.shared.answers }</h2>
            for (part, sum) in set.parts.iter().zip(&rating.parts) {
                <details class="fold card" key={part.code.letter()}>
                    <summary><span>{ format!("{}. {}", part.code.letter(), part.title.get(language)) }</span>
                        <span class="kind-count">{ format!("{}/{}", sum.points.0, sum.max.0) }</span></summary>
                    <ul class="plain">
                        for position in part.criteria() {
                            <li key={position} class="answer-row">
                                <span><span class="code">{ set.criteria[position].code }</span>{ " " }{ set.criteria[position].wording.title.get(language) }</span>
                                <span class="soft">{ answer_text(&set.criteria[position], assessment.answer(position), language, t) }</span>
                            </li>
                        }
                    </ul>
                </details>
            }
        </section>
    }
}
