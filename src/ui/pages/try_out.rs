use std::rc::Rc;

use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::DossierProps;
use super::answers::{LevelList, answer_text};
use super::kept_trial::{KeptTrial, TakeBack, name_of};
use super::way::target_of;
use crate::domain::calendar::Date;
use crate::domain::decision::{Language, Points};
use crate::domain::dossier::Standing;
use crate::domain::rating::{Answer, Assessment, Open, Rating, counted_points, rate};
use crate::domain::way::{Costs, Difference, Way, diff, raised, way_to};
use crate::session::{Change, NoticeKind};
use crate::ui::components::{ActionBar, Icon, Stars, icon, range_text, standing_line};
use crate::ui::hooks::{focus_soon, go, rating_of, use_app, use_day, use_draft, use_title};
use crate::ui::route::{Page, Route};
use crate::words::Words;

/// Answers to try beside the real ones: both stars in sight, kept or dropped as a whole.
#[component]
pub fn TryPage(props: &DossierProps) -> Html {
    let app = use_app();
    let (t, language) = (app.t(), app.language);
    let dossier = &props.dossier;
    use_title(t.try_out.title.to_owned());
    let today = use_day();
    let tried = use_state_eq(|| Rc::new(dossier.assessment.clone()));
    // Lists keep what was chosen in them: a trial filled in or dropped draws them anew.
    let round = use_state_eq(|| 0_usize);
    let only_changed = use_state_eq(|| false);
    // Keeping a trial changes the real answers: it takes a second word.
    let asking = use_state_eq(|| false);
    let kept = use_draft(&name_of(dossier));
    let real = rating_of(dossier);
    let target = target_of(dossier, &real);
    let changes = diff(&dossier.assessment, &tried);
    let answered: Vec<Difference> = changes.iter().filter(|change| change.from != change.to).copied().collect();
    let way = way_to(&dossier.assessment, target, &Costs::of(dossier.set(), &dossier.plan));

    let fill_in = match way {
        Way::Route(route) => {
            let (tried, dossier, round) = (tried.clone(), dossier.clone(), round.clone());
            Some(Callback::from(move |_: MouseEvent| {
                tried.set(Rc::new(raised(&dossier.assessment, &route.steps)));
                round.set(*round + 1);
            }))
        }
        Way::Already | Way::NoWay(_) => None,
    };
    let choose = {
        let tried = tried.clone();
        Callback::from(move |(position, answer): (usize, Answer)| {
            let mut next = (**tried).clone();
            next.set_answer(position, answer);
            tried.set(Rc::new(next));
        })
    };
    let keep = {
        let (app, dossier, answered, kept) = (app.clone(), dossier.clone(), answered.clone(), kept.clone());
        Callback::from(move |_: MouseEvent| {
            let id = &dossier.id;
            kept.type_in(KeptTrial::new(&dossier, &answered, today).write());
            for change in &answered {
                app.change(id, Change::Answered { position: change.position, answer: change.to });
            }
            app.notice(NoticeKind::Done, |t, _| t.try_out.kept.of(answered.len()));
            go(&Route::dossier(id, Page::Way));
        })
    };
    let ask = |asks: bool, focus: &'static str| {
        let asking = asking.clone();
        Callback::from(move |_: MouseEvent| {
            asking.set(asks);
            focus_soon(focus.to_owned());
        })
    };
    let drop_it = {
        let (tried, dossier, only_changed, round) =
            (tried.clone(), dossier.clone(), only_changed.clone(), round.clone());
        Callback::from(move |_: MouseEvent| {
            tried.set(Rc::new(dossier.assessment.clone()));
            round.set(*round + 1);
            only_changed.set(false);
            focus_soon("page-title".to_owned());
        })
    };
    let onfilter = {
        let only_changed = only_changed.clone();
        Callback::from(move |event: Event| {
            let input: HtmlInputElement = event.target_unchecked_into();
            only_changed.set(input.checked());
        })
    };
    let points = counted_points(&tried, Open::AtZero);
    let table = Table {
        t,
        language,
        real: &dossier.assessment,
        tried: &tried,
        points: &points,
        changes: &changes,
        choose: &choose,
    };
    let shown: Vec<usize> = (0..dossier.set().criteria.len())
        .filter(|position| !*only_changed || changes.iter().any(|change| change.position == *position))
        .collect();
    html! {
        <>
            { compare(&real, &rate(&tried), dossier.assessment.answered() > 0, dossier.standing(), today, t) }
            <main class="page page-try">
                <h1 id="page-title" tabindex="-1">{ t.try_out.title }</h1>
                <p class="lead">{ t.try_out.lead }</p>
                <TakeBack dossier={dossier.clone()} />
                <div class="buttons">
                    if let Some(fill_in) = fill_in {
                        <button type="button" class="button" id="try-fill" onclick={fill_in}>{ icon(Icon::Way) }
                            { t.try_out.fill_in.n(&u8::from(target)) }</button>
                    }
                    <label class="check"><input type="checkbox" checked={*only_changed} onchange={onfilter} /><span>{ t.try_out.only_changed }</span></label>
                </div>
                if shown.is_empty() { <p class="empty">{ t.try_out.nothing_changed }</p> }
                <table class="try-table" role="table" aria-label={t.try_out.table}>
                    <thead role="rowgroup"><tr role="row">
                        <th scope="col" role="columnheader">{ t.try_out.col_criterion }</th>
                        <th scope="col" role="columnheader">{ t.try_out.col_tried }</th>
                        <th scope="col" role="columnheader">{ t.try_out.col_points }</th>
                    </tr></thead>
                    <tbody role="rowgroup" key={*round}>for position in shown { { table.row(position) } }</tbody>
                </table>
                <p class="links"><a href={Route::dossier(&dossier.id, Page::Way).href()}>{ icon(Icon::Way) }{ t.try_out.to_way }</a></p>
            </main>
            <ActionBar>
                if *asking && !answered.is_empty() {
                    <p class="try-sure" id="try-sure" tabindex="-1" role="status">{ sure(&real, &rate(&tried), answered.len(), t) }</p>
                    <button type="button" class="button" onclick={ask(false, "try-keep")}>{ t.try_out.not_yet }</button>
                    <button type="button" class="button button-act" onclick={keep}>{ t.try_out.write }</button>
                } else {
                    <button type="button" class="button" id="try-drop" onclick={drop_it} disabled={answered.is_empty()}>{ t.try_out.drop }</button>
                    <button type="button" class="button button-act" id="try-keep" onclick={ask(true, "try-sure")} disabled={answered.is_empty()}>
                        { if answered.is_empty() { t.try_out.keep_none.to_owned() } else { t.try_out.keep.of(answered.len()) } }
                    </button>
                }
            </ActionBar>
        </>
    }
}

/// What keeping the trial does to the real answers.
fn sure(real: &Rating, tried: &Rating, changes: usize, t: &'static Words) -> String {
    let (from, _) = range_text(real, real.answered > 0, t);
    let (to, _) = range_text(tried, true, t);
    t.try_out.sure.from_n_to(&from, &changes, &to)
}

/// Both stars, in sight while the table scrolls.
fn compare(real: &Rating, tried: &Rating, begun: bool, standing: Standing, today: Date, t: &'static Words) -> Html {
    let change = i16::from(tried.total.0) - i16::from(real.total.0);
    html! {
        <section class="try-bar" aria-label={t.try_out.compare}>
            { side(t.try_out.real, real, begun, None, t) }
            { side(t.try_out.tried, tried, tried.answered > 0, Some(change), t) }
            { standing_line(standing, Some((tried, tried.answered > 0)), today, t) }
        </section>
    }
}

fn side(name: &'static str, rating: &Rating, begun: bool, change: Option<i16>, t: &'static Words) -> Html {
    let (range, possible) = range_text(rating, begun, t);
    html! {
        <div class={classes!("try-side", change.is_some_and(|change| change != 0).then_some("try-side-changed"))}
            role={change.map(|_| "status")}>
            <p class="try-name">{ name }</p>
            <Stars now={rating.star.filter(|_| begun)} best={rating.best.star} />
            <p><strong>{ range }</strong>
                if !possible.is_empty() { <span class="soft wide-only">{ format!(" {possible}") }</span> }
                <span class="soft">{ format!(" · {}/100", rating.total.0) }</span>
                if let Some(change) = change.filter(|change| *change != 0) { <span class="try-change">{ format!(" {change:+}") }</span> }
            </p>
        </div>
    }
}

/// What the rows are drawn from.
struct Table<'a> {
    t: &'static Words,
    language: Language,
    real: &'a Assessment,
    tried: &'a Assessment,
    /// Points that count when tried, by place.
    points: &'a [Points],
    changes: &'a [Difference],
    choose: &'a Callback<(usize, Answer)>,
}

impl Table<'_> {
    fn row(&self, position: usize) -> Html {
        let (t, language) = (self.t, self.language);
        let criterion = &self.real.set.criteria[position];
        let code = criterion.code;
        let change = self.changes.iter().find(|change| change.position == position);
        let list = LevelList {
            criterion,
            answer: self.tried.answer(position),
            open: t.sheet.open,
            id: Some(format!("try-{code}")),
            name: Some(t.try_out.try_label.code(&code)),
            onchoose: self.choose.reform(move |answer| (position, answer)),
        };
        html! {
            <tr key={position} role="row" class={classes!(change.is_some().then_some("try-changed"))}>
                <th scope="row" role="rowheader">
                    <span class="try-title"><span class="code">{ code }</span>{ " " }{ criterion.wording.title.get(language) }</span>
                    if change.is_some() {
                        <span class="soft">{ t.try_out.now.answer(&answer_text(criterion, self.real.answer(position), language, t)) }</span>
                    }
                </th>
                <td role="cell">{ list.view(language, t) }</td>
                <td role="cell" class="try-points">
                    { self.points[position].0 }
                    if let Some(change) = change {
                        <span class="try-change">{ format!("{:+}", i16::from(change.points.1.0) - i16::from(change.points.0.0)) }</span>
                    }
                </td>
            </tr>
        }
    }
}
