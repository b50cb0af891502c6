use yew::prelude::*;

use super::DossierProps;
use super::corrections::after_request;
use super::frame::Frame;
use super::later::{LaterBelow, Wanted};
use crate::domain::council::CorrectionPlace;
use crate::domain::decision::{Case, Criterion, Erratum, Language, NoteKind, ProductSet, errata_of};
use crate::domain::dossier::{Dossier, checks};
use crate::domain::rating::{Answer, KnockOut};
use crate::session::Change;
use crate::ui::components::{Icon, LevelChoiceProps, icon, level_choice};
use crate::ui::hooks::{lead_to, rating_of, use_after_paint, use_app, use_title, use_wide};
use crate::ui::route::{Page, Route};
use crate::words::Words;

/// The id of the heading above the papers of a level.
pub const PAPERS_OF_LEVEL: &str = "papers-of-level";

/// The id of what is below the answers, papers or word that they are on their way.
const BELOW_QUESTION: &str = "below-question";

#[derive(Properties, PartialEq)]
pub struct CriterionPageProps {
    #[prop_or_default]
    pub position: usize,
    pub dossier: std::rc::Rc<Dossier>,
    /// Opened from the check to describe it, and left for the check.
    #[prop_or_default]
    pub described: bool,
}

/// One criterion: the question, its levels, help and papers, own description and evidence.
#[component]
pub fn CriterionPage(props: &CriterionPageProps) -> Html {
    let app = use_app();
    let wide = use_wide();
    let (t, language) = (app.t(), app.language);
    let (dossier, position) = (&props.dossier, props.position);
    let set = dossier.set();
    let criterion = &set.criteria[position];
    let title = criterion.wording.title.get(language);
    use_title(format!("{} {title}", criterion.code));

    let previous = position.checked_sub(1).map(|place| Route::criterion(&dossier.id, set.criteria[place].code));
    let next = match set.criteria.get(position + 1) {
        Some(next) => Route::criterion(&dossier.id, next.code),
        None => Route::dossier(&dossier.id, Page::Result),
    };
    let actions = html! {
        <>
            if let Some(previous) = previous {
                <a class="button" href={previous.href()}>{ icon(Icon::Back) }<span class="criterion-back">{ t.criterion.previous }</span></a>
            }
            if !checks::needs_no_paper(criterion.wording.key) {
                <button type="button" class="button criterion-papers" onclick={|_: MouseEvent| { let _ = lead_to(PAPERS_OF_LEVEL) || lead_to(BELOW_QUESTION); }}>
                    { t.criterion.papers }
                </button>
            }
            if let Some((href, name)) = after_request(dossier, &CorrectionPlace::Criterion(criterion.code.to_owned()), t) {
                <a class="button button-act" {href}>{ name }</a>
            } else if props.described {
                <a class="button button-act" href={Route::dossier(&dossier.id, Page::Check).href()}>{ t.tasks.check }</a>
            } else {
                <a class="button button-act" href={next.href()}>
                    { if position + 1 < set.criteria.len() { t.criterion.next } else { t.criterion.to_result } }
                </a>
            }
        </>
    };
    let place = set.place(position);
    html! {
        <Frame dossier={dossier.clone()} class="page-criterion" {actions}>
            if wide { <SideList dossier={dossier.clone()} {position} /> }
            <article class="criterion" key={position}>
                if let Some((part, group)) = place {
                    <p class="eyebrow">
                        { t.criterion.place.at_group_of_part(&(position + 1), &group.title.get(language), &set.criteria.len(), &part.code.letter()) }
                    </p>
                }
                { asked(dossier, position) }
                <Question {position} dossier={dossier.clone()} />
                <Consequence {position} dossier={dossier.clone()} />
                { errata(set, position, true, language, t) }
                { more(dossier, position) }
                { errata(set, position, false, language, t) }
                <p class="source soft">
                    { t.criterion.source.code_number_set(&criterion.code, &set.decision().number, &set.no.0) }{ " " }
                    <a href={Route::Set { set, code: Some(criterion.code.to_owned()) }.href()}>{ t.criterion.see_in_set }</a>
                    if !wide { { " · " }<a href={Route::dossier(&dossier.id, Page::Result).href()}>{ t.criterion.whole_result }</a> }
                </p>
            </article>
            if wide { <Blockers dossier={dossier.clone()} /> }
        </Frame>
    }
}

/// The fieldset: legend as heading, the case where there are two, the levels.
#[component]
fn Question(props: &CriterionPageProps) -> Html {
    let app = use_app();
    let (t, language) = (app.t(), app.language);
    let (dossier, position) = (&props.dossier, props.position);
    let criterion = &dossier.set().criteria[position];
    let answer = dossier.assessment.answer(position);
    let case = use_state_eq(|| case_of(criterion, answer).unwrap_or(Case::A));
    let dropped = use_state_eq(|| false);
    let shown = criterion.cases.map(|_| case_of(criterion, answer).unwrap_or(*case));
    let onchoose = {
        let (app, id, dropped) = (app.clone(), dossier.id.clone(), dropped.clone());
        Callback::from(move |answer| {
            dropped.set(false);
            app.change(&id, Change::Answered { position, answer });
        })
    };
    let oncase = {
        let (app, id, dropped) = (app.clone(), dossier.id.clone(), dropped.clone());
        Callback::from(move |chosen: Case| {
            dropped.set(matches!(answer, Answer::Level(_)) && Some(chosen) != shown);
            case.set(chosen);
            if matches!(answer, Answer::Level(_)) && Some(chosen) != shown {
                app.change(&id, Change::Answered { position, answer: Answer::Unanswered });
            }
        })
    };
    let review = dossier.entries.get(position).is_some_and(|entry| entry.review);
    let reviewed = {
        let (app, id) = (app.clone(), dossier.id.clone());
        Callback::from(move |_: MouseEvent| app.change(&id, Change::Reviewed { position }))
    };
    html! {
        <fieldset class="question">
            <legend><h1 id="page-title" tabindex="-1">
                <span class="code">{ criterion.code }</span>{ " " }{ criterion.wording.title.get(language) }
            </h1></legend>
            <p class="lead">{ criterion.wording.question.get(language) }</p>
            if review {
                <p class="note">{ t.criterion.review }{ " " }
                    <button type="button" class="link" onclick={reviewed}>{ t.criterion.reviewed }</button>
                </p>
            }
            if let Some(labels) = criterion.cases {
                <div class="cases" role="radiogroup" aria-label={t.criterion.case}>
                    for (value, label) in Case::BOTH.into_iter().zip(labels) {
                        <label class={classes!("option", "option-half", (shown == Some(value)).then_some("option-chosen"))}>
                            <input type="radio" name={format!("case-{}", criterion.code)} checked={shown == Some(value)}
                                onchange={oncase.reform(move |_: Event| value)} />
                            <span class="option-text">{ label.get(language) }</span>
                        </label>
                    }
                </div>
                <p class="soft" role="status">{ if *dropped { t.criterion.case_dropped } else { t.criterion.case_hint } }</p>
            }
            { level_choice(&LevelChoiceProps {
                criterion, name: format!("level-{}", criterion.code).into(), case: shown, answer, language, t, onchoose,
            }) }
        </fieldset>
    }
}

fn case_of(criterion: &Criterion, answer: Answer) -> Option<Case> {
    match answer {
        Answer::Level(level) => criterion.levels.get(usize::from(level)).and_then(|level| level.case),
        _ => None,
    }
}

/// What the answer does beyond its points: a zero that ends the evaluation, a structure that counts
/// only with a story, a minimum that does not bind.
#[component]
fn Consequence(props: &CriterionPageProps) -> Html {
    let app = use_app();
    let (t, language) = (app.t(), app.language);
    let (dossier, position) = (&props.dossier, props.position);
    let set = dossier.set();
    let criterion = &set.criteria[position];
    let rating = rating_of(dossier);
    let structure = set.counts_with.filter(|[structure, _]| *structure == position);
    let without_story = structure.filter(|[_, story]| {
        let points = crate::domain::rating::counted_points(&dossier.assessment, crate::domain::rating::Open::AtBest);
        points[*story].0 == 0
    });
    html! {
        <>
            if rating.knocked_out.contains(&KnockOut::Zero(position)) {
                <p class="note note-block" role="alert">{ t.criterion.zero_ends }</p>
            }
            if let Some([_, story]) = without_story {
                <p class="note">{ t.criterion.no_story.code(&set.criteria[story].code) }</p>
            }
            if criterion.note(NoteKind::MinimumAppliesIf).is_some() {
                <p class="note">
                    { if dossier.assessment.is_exempt(position) { t.criterion.exempt } else { t.criterion.must_declare } }{ " " }
                    <a href={Route::dossier(&dossier.id, Page::Stops).href()}>{ t.criterion.change_exempt }</a>
                </p>
            }
            for note in criterion.notes.iter().filter(|note| note.kind != NoteKind::MinimumAppliesIf) {
                <p class="printed-note">
                    { note.text.get(language) }
                    if note.kind.is_declared() {
                        { " " }<a href={Route::dossier(&dossier.id, Page::Stops).href()}>{ t.criterion.declare }</a>
                    }
                </p>
            }
        </>
    }
}

/// Where the print of the Decision leaves a choice open, beside the levels; or what it misprints, below the help for those
/// who ask.
fn errata(set: &'static ProductSet, position: usize, doubts: bool, language: Language, t: &'static Words) -> Html {
    let erratum = |erratum: &Erratum| {
        html! {
            <details class="fold doubt">
                <summary>{ if doubts { t.criterion.doubt } else { t.criterion.misprint } }</summary>
                <p>{ t.criterion.printed.applied_printed(&erratum.applied.get(language), &erratum.printed.get(language)) }</p>
            </details>
        }
    };
    errata_of(set, position).filter(|erratum| erratum.kind.is_doubt() == doubts).map(erratum).collect()
}

/// What the commune asked of it.
fn asked(dossier: &std::rc::Rc<Dossier>, position: usize) -> Html {
    let code = dossier.set().criteria[position].code.to_owned();
    let at = CorrectionPlace::Criterion(code);
    html! { <super::corrections::Asked dossier={dossier.clone()} {at} /> }
}

/// Figures, papers and help, below the answers.
fn more(dossier: &std::rc::Rc<Dossier>, position: usize) -> Html {
    html! {
        <>
            <Below {position} dossier={dossier.clone()} />
            <Help {position} dossier={dossier.clone()} />
        </>
    }
}

/// Figures and papers, once the question and its stars are painted.
#[component]
fn Below(props: &CriterionPageProps) -> Html {
    let position = props.position;
    // The answer alone: what was typed below in the same instant would be drawn as it was before.
    let is_answer = |drawn: &Dossier, now: &Dossier| {
        drawn.id == now.id
            && drawn.assessment.answer(position) != now.assessment.answer(position)
            && (&drawn.entries, &drawn.papers, &drawn.tables) == (&now.entries, &now.papers, &now.tables)
    };
    let dossier = use_after_paint(&props.dossier, is_answer);
    html! {
        <div id={BELOW_QUESTION} class="below-question" tabindex="-1">
            if let Some(dossier) = dossier { <LaterBelow wanted={Wanted::BelowQuestion(position, dossier)} /> }
        </div>
    }
}

/// Plain help, once the long words have arrived. Terms are looked for once a text, not with every answer.
#[component]
fn Help(props: &CriterionPageProps) -> Html {
    let app = use_app();
    let t = app.t();
    let set = props.dossier.set();
    let key = set.criteria[props.position].wording.key;
    let guide = app.guide.as_ref();
    let help = use_memo((set.no, key, app.language, guide.map(std::rc::Rc::as_ptr)), |_| {
        let text = guide.and_then(|guide| guide.help(key, set.no))?;
        Some(html! {
            <section class="help">
                <h2>{ icon(Icon::Info) }{ t.criterion.help }</h2>
                <p>{ super::terms::with_terms(&text, guide, t) }</p>
                { guide.map(|guide| super::practice::below_help(guide, key, t)) }
            </section>
        })
    });
    (*help).clone().unwrap_or_default()
}

/// Every criterion of the set, beside the question on wide screens.
#[component]
fn SideList(props: &CriterionPageProps) -> Html {
    let app = use_app();
    let (t, language) = (app.t(), app.language);
    let dossier = &props.dossier;
    let set = dossier.set();
    let points = crate::domain::rating::counted_points(&dossier.assessment, crate::domain::rating::Open::AtZero);
    let rating = rating_of(dossier);
    let next = rating.next_star();
    html! {
        <nav class="side-list" aria-label={t.criterion.list}>
            for (part, sum) in set.parts.iter().zip(&rating.parts) {
                <h2 class="side-part">
                    { t.criterion.part_sum.max_part_points(&sum.max.0, &part.code.letter(), &sum.points.0) }
                </h2>
                <ul>
                    for position in part.criteria() {
                        { side_row(dossier, position, props.position, points[position].0,
                            next.is_some_and(|star| rating.unmet(star).iter().any(|unmet| unmet.position == position && !unmet.open)), language) }
                    }
                </ul>
            }
        </nav>
    }
}

fn side_row(dossier: &Dossier, position: usize, current: usize, points: u8, blocks: bool, language: Language) -> Html {
    let criterion = &dossier.set().criteria[position];
    let answered = dossier.assessment.answer(position).is_answered();
    let class = classes!(
        "side-row",
        answered.then_some("side-done"),
        blocks.then_some("side-blocks"),
        (position == current).then_some("side-current")
    );
    html! {
        <li key={position}><a {class} href={Route::criterion(&dossier.id, criterion.code).href()}
            aria-current={(position == current).then_some("page")}>
            <span class="side-dot" aria-hidden="true"></span>
            <span class="side-title">{ criterion.code }{ " " }{ criterion.wording.title.get(language) }</span>
            <span class="side-points">{ if answered { points.to_string() } else { "–".to_owned() } }</span>
        </a></li>
    }
}

/// What blocks the next star, beside the question on wide screens.
#[component]
fn Blockers(props: &DossierProps) -> Html {
    let app = use_app();
    let (t, language) = (app.t(), app.language);
    let dossier = &props.dossier;
    let rating = rating_of(dossier);
    let Some(next) = rating.next_star().filter(|_| rating.answered > 0) else {
        return html! { <aside class="side-blockers"></aside> };
    };
    let blocking: Vec<_> = rating.unmet(next).iter().filter(|unmet| !unmet.open).collect();
    let n = u8::from(next);
    html! {
        <aside class="side-blockers" aria-label={t.criterion.before_star.n(&n)}>
            if !blocking.is_empty() {
                <h2>{ icon(Icon::LockClosed) }{ t.criterion.before_star.n(&n) }</h2>
                <ul class="blockers">
                    for unmet in blocking {
                        { blocker(dossier, unmet.position, unmet.needs, language) }
                    }
                </ul>
            }
            <p><a href={Route::dossier(&dossier.id, Page::Result).href()}>{ t.criterion.whole_result }</a></p>
        </aside>
    }
}

fn blocker(dossier: &Dossier, position: usize, needs: usize, language: Language) -> Html {
    let criterion = &dossier.set().criteria[position];
    html! {
        <li class="blocker"><a href={Route::criterion(&dossier.id, criterion.code).href()}>
            <span class="blocker-code">{ criterion.code }</span>
            <span class="blocker-text">
                <span class="blocker-title">{ criterion.wording.title.get(language) }</span>
                <span class="blocker-need">{ criterion.ladder.labels[needs].get(language) }</span>
            </span>
        </a></li>
    }
}
