use std::rc::Rc;

use yew::prelude::*;

use super::council::blind_text;
use super::desk::is_at_desk;
use super::file_drop::FileDrop;
use super::home_days::days_of_all;
use super::known::{Known, use_waiting};
use super::rescue::Rescue;
use super::welcome::{Welcome, links};
use super::{display_name, name_lang, set_line};
use crate::domain::calendar::Date;
use crate::domain::decision::{ProductSet, Star};
use crate::domain::dossier::{Dossier, Field, Urgency, duplicate, next_step};
use crate::domain::rating::Rating;
use crate::session::{Action, Change, NoticeKind, TRASH};
use crate::ui::components::{ActionBar, Fold, Icon, Meter, Stars, against, icon, obstacle, range_text};
use crate::ui::hooks::{
    AppHandle, go, handed_files, local_time, new_id, next_to_go, open_file, open_files, route_now, use_app, use_day,
    use_title,
};
use crate::ui::route::{Page, Route};
use crate::words::Words;

/// So many products stand in one list; more are parted by how soon something must be done.
const FEW: usize = 5;

/// More than these are looked for in the table.
const MANY: usize = 9;

/// My products: a card each, and the ways in.
#[component]
pub fn Home() -> Html {
    let app = use_app();
    let t = app.t();
    let today = use_day();
    use_title(t.app.name.to_owned());
    let waiting = use_waiting();
    let decided = {
        let go_on = waiting.go(&app);
        Callback::from(move |taken: Option<Rc<Dossier>>| {
            go_on.emit(());
            if let Some(dossier) = taken {
                go(&Route::dossier(&dossier.id, Page::Tasks));
            }
        })
    };
    let (archived, active): (Vec<_>, Vec<_>) = app.dossiers.iter().cloned().partition(|dossier| dossier.archived);
    // A sheet to score a product of somebody else has no days and no next step of its own.
    let (sheets, active): (Vec<_>, Vec<_>) = active.into_iter().partition(|dossier| dossier.scorer.is_some());
    let empty = app.dossiers.is_empty();
    html! {
        <>
            <main class="page page-home">
                <Trash />
                for broken in &app.broken { <Rescue key={broken.key.clone()} broken={broken.clone()} /> }
                if empty { <Welcome /> } else {
                    <h1 id="page-title" tabindex="-1">{ t.home.title }</h1>
                }
                if active.len() > MANY {
                    <p class="links"><a href={Route::Table.href()}>{ icon(Icon::Sheet) }{ t.home.table }<span class="soft">{ active.len() }</span></a></p>
                }
                { by_urgency(&app, &active, today) }
                { group(t.council.sheet_of_file, sheets.iter().map(|dossier| html! { <SheetCard key={dossier.id.clone()} dossier={dossier.clone()} /> }).collect(), Vec::new(), t) }
                { days_of_all(&app, &active, today) }
                <OpenFile known={waiting.come(&app)} />
                if let Some(file) = waiting.first(&app) { <Known {file} ondone={decided} /> }
                if !archived.is_empty() {
                    <details class="fold">
                        <summary>{ t.home.archived.of(archived.len()) }</summary>
                        <ul class="cards">for dossier in archived { <Card key={dossier.id.clone()} dossier={dossier.clone()} /> }</ul>
                    </details>
                }
                { links(t, is_table_of_use(&app, &active)) }
            </main>
            <ActionBar>
                <a class="button button-act" href={Route::New.href()}>
                    { icon(Icon::Plus) }{ if empty { t.home.first } else { t.home.new } }
                </a>
            </ActionBar>
        </>
    }
}

/// Whether the way to the table stands at the foot: there are several dossiers, or an officer looks at the one there is.
/// Where there are very many it stands at the head.
fn is_table_of_use(app: &AppHandle, active: &[Rc<Dossier>]) -> bool {
    let is_several = app.dossiers.len() > 1 && active.len() <= MANY;
    is_several || active.len() == 1 && is_at_desk(&active[0])
}

/// The products, what presses first; under headings where there are many.
fn by_urgency(app: &AppHandle, dossiers: &[Rc<Dossier>], today: Date) -> Html {
    let t = app.t();
    let mut sorted: Vec<(Urgency, Date, usize)> = Vec::new();
    for (place, dossier) in dossiers.iter().enumerate() {
        let next = next_step(dossier, today);
        sorted.push((next.urgency, next.by, place));
    }
    sorted.sort();
    let card = |place: usize| {
        let dossier = dossiers[place].clone();
        html! { <Card key={dossier.id.clone()} dossier={dossier.clone()} /> }
    };
    if dossiers.len() <= FEW {
        return html! { <ul class="cards">for (_, _, place) in sorted { { card(place) } }</ul> };
    }
    let groups = [(Urgency::Now, t.products.now), (Urgency::Soon, t.products.soon), (Urgency::Quiet, t.products.quiet)];
    let is_long = dossiers.len() > MANY;
    let group = |title, mut cards: Vec<Html>| {
        let rest = if is_long && cards.len() > FEW + 1 { cards.split_off(FEW) } else { Vec::new() };
        group(title, cards, rest, t)
    };
    html! {
        for (urgency, title) in groups {
            { group(title, sorted.iter().filter(|(found, ..)| *found == urgency).map(|(.., place)| card(*place)).collect()) }
        }
    }
}

/// Products under a heading; `rest` is folded away.
fn group(title: &str, cards: Vec<Html>, rest: Vec<Html>, t: &'static Words) -> Html {
    if cards.is_empty() {
        return html! {};
    }
    html! {
        <section class="product-group">
            <h2>{ title }{ " " }<span class="soft">{ cards.len() + rest.len() }</span></h2>
            <ul class="cards">{ for cards }</ul>
            if !rest.is_empty() {
                <Fold open=false summary={html! { t.home.rest.of(rest.len()) }}><ul class="cards">{ for rest }</ul></Fold>
            }
        </section>
    }
}

#[derive(Properties, PartialEq)]
struct CardProps {
    dossier: Rc<Dossier>,
}

/// One product: name, stars held and to come, the next thing to do and its day, how far it is, and
/// what can be done with it.
#[component]
fn Card(props: &CardProps) -> Html {
    let app = use_app();
    let (t, language) = (app.t(), app.language);
    let today = use_day();
    let dossier = &props.dossier;
    let rating = use_memo(dossier.clone(), |dossier| dossier.rating());
    let begun = rating.answered > 0;
    let count = dossier.set().criteria.len();
    let name = display_name(dossier, t, language);
    let standing = dossier.standing();
    // Who scores it here, in turn with others, sees the applicant's own stars no sooner than the others' sheets.
    let blind = blind_text(dossier, t);
    let next = next_step(dossier, today);
    let chip = match next.urgency {
        Urgency::Now => "chip chip-ended",
        Urgency::Soon => "chip chip-floor",
        Urgency::Quiet => "chip chip-have",
    };
    html! {
        <li class="card product">
            <a class="product-link" href={Route::dossier(&dossier.id, first_page(dossier)).href()}>
                <span class="product-head">
                    <span class="product-name" lang={name_lang(dossier)}>{ name.clone() }</span>
                    <span class={chip}>{ next.chip(today, language) }</span>
                </span>
                <span class="soft product-set">{ set_line(dossier, t, language) }</span>
                if let Some(star) = standing.star() {
                    <span class="product-stars">
                        <Stars now={Some(star)} best={None} label={t.standing.task_stars.held(&u8::from(star))} />
                        if let Some(held) = standing.certificate() { <span class="soft">{ t.products.until.date(&held.end()) }</span> }
                    </span>
                }
                if let Some(text) = blind { <span class="product-why soft">{ text }</span> }
                else if begun || standing.star().is_none() { { rated(&rating, dossier.set(), begun, standing.star(), t) } }
                <span class={classes!("product-next", (next.urgency == Urgency::Now).then_some("blocks"))}>{ next.text(language) }</span>
                if begun && rating.answered < count { <Meter value={rating.answered as u32} max={count as u32} /> }
                <span class="product-foot soft">
                    <span>{ t.home.answered.n_of(&rating.answered, &count) }</span>
                    <span>{ local_time(&dossier.updated) }</span>
                </span>
            </a>
            <CardMenu dossier={dossier.clone()} {name} />
        </li>
    }
}

/// A scorer's sheet that came as a file: whose it is, and whether it went back.
#[component]
fn SheetCard(props: &CardProps) -> Html {
    let app = use_app();
    let (t, language) = (app.t(), app.language);
    let dossier = &props.dossier;
    let name = display_name(dossier, t, language);
    let (answered, count) = (dossier.assessment.answered(), dossier.set().criteria.len());
    let scorer = dossier.scorer.clone().unwrap_or_default();
    html! {
        <li class="card product">
            <a class="product-link" href={Route::dossier(&dossier.id, Page::OwnSheet).href()}>
                <span class="product-head">
                    <span class="product-name" lang={name_lang(dossier)}>{ name.clone() }</span>
                    if scorer.done { <span class="chip chip-have">{ t.council.downloaded }</span> }
                </span>
                <span class="soft product-set">{ set_line(dossier, t, language) }</span>
                if !scorer.name.trim().is_empty() { <span>{ t.council.own_sheet }{ " " }{ scorer.name.clone() }</span> }
                <span class="product-foot soft">
                    <span>{ t.council.answered.n_of(&answered, &count) }</span>
                    <span>{ local_time(&dossier.updated) }</span>
                </span>
            </a>
            <CardMenu dossier={dossier.clone()} {name} />
        </li>
    }
}

/// The rating of the answers, beside the stars held where there are some.
fn rated(rating: &Rating, set: &ProductSet, begun: bool, held: Option<Star>, t: &'static Words) -> Html {
    let (now, possible) = range_text(rating, begun, t);
    if let Some(against) = held.and_then(|held| against(rating, begun, held, t)) {
        return html! {
            <span class="product-rated"><span class={against.class()}>{ against.text }</span>
                <span class="product-points">{ rating.total.0 }<span class="soft">{ "/100" }</span></span></span>
        };
    }
    let obstacle = obstacle(rating, set, begun, t);
    html! {
        <>
            <span class="product-stars product-scored">
                <Stars now={rating.star.filter(|_| begun)} best={rating.best.star} />
                <span class="product-range">{ now }if !possible.is_empty() { { " " }<span class="soft">{ possible }</span> }</span>
                <span class="product-points"><strong>{ rating.total.0 }</strong><span class="soft">{ "/100" }</span></span>
            </span>
            if begun { <span class={classes!("product-why", obstacle.blocks.then_some("blocks"))}>{ obstacle.text }</span> }
        </>
    }
}

#[derive(Properties, PartialEq)]
struct CardMenuProps {
    dossier: Rc<Dossier>,
    name: String,
}

#[component]
fn CardMenu(props: &CardMenuProps) -> Html {
    let app = use_app();
    let t = app.t();
    let dossier = &props.dossier;
    let with = |run: fn(&AppHandle, &Rc<Dossier>)| {
        let (app, dossier) = (app.clone(), dossier.clone());
        Callback::from(move |_: MouseEvent| run(&app, &dossier))
    };
    let entry = |sign: Icon, text: &'static str, onclick: Callback<MouseEvent>| {
        html! { <li><button type="button" class="menu-item" {onclick}>{ icon(sign) }{ text }</button></li> }
    };
    html! {
        <details class="menu">
            <summary class="icon-button" aria-label={t.home.menu.name(&props.name)}>{ icon(Icon::More) }</summary>
            <ul class="menu-list">
                { entry(Icon::Plus, t.home.start_from, with(|_, dossier| go(&Route::NewFrom { id: dossier.id.clone() }))) }
                { entry(Icon::Copy, t.home.duplicate, with(copy)) }
                { entry(Icon::File, if dossier.archived { t.home.unarchive } else { t.home.archive }, with(|app, dossier| {
                    app.change(&dossier.id, Change::Archived(!dossier.archived));
                })) }
                { entry(Icon::Trash, t.home.delete, with(delete)) }
            </ul>
        </details>
    }
}

/// The trash has an end: what goes in a day because of this is told now.
fn delete(app: &AppHandle, dossier: &Rc<Dossier>) {
    if let Some(last) = next_to_go(app, dossier) {
        let name = |t, language| display_name(&last, t, language);
        app.notice(NoticeKind::Note, |t, language| t.saving.pushed_out.n_name(&TRASH, &name(t, language)));
    }
    app.act(Action::Deleted { id: dossier.id.clone() });
}

fn copy(app: &AppHandle, dossier: &Rc<Dossier>) {
    let (id, now) = new_id();
    let mut copy = duplicate(dossier, id, now);
    let name = app.t().home.copy_of.name(&dossier.fields.get(Field::ProductName).trim());
    copy.fields.set(Field::ProductName, name);
    app.act(Action::DossierAdded(Rc::new(copy)));
}

#[derive(Properties, PartialEq)]
struct OpenFileProps {
    /// Hears of a dossier that is here already and differs.
    known: Callback<Rc<Dossier>>,
}

/// The way in for files, also for those that were chosen before the whole page was there. One file is
/// opened, several are added.
#[component]
fn OpenFile(props: &OpenFileProps) -> Html {
    let app = use_app();
    let onfiles = {
        let (app, known) = (app.clone(), props.known.clone());
        Callback::from(move |mut files: Vec<web_sys::File>| match files.len() {
            0 => {}
            1 => {
                // Who reads or writes elsewhere meanwhile is not taken away from it.
                let told = app.clone();
                let opened = Callback::from(move |dossier: Rc<Dossier>| match route_now() {
                    Route::Home => go(&Route::dossier(&dossier.id, first_page(&dossier))),
                    _ => told.notice(NoticeKind::Done, |t, _| t.table.opened.of(1)),
                });
                open_file(&app, files.remove(0), opened, known.clone());
            }
            _ => open_files(&app, files, known.clone()),
        })
    };
    {
        let onfiles = onfiles.clone();
        use_effect_with((), move |()| onfiles.emit(handed_files()));
    }
    html! { <FileDrop {onfiles} /> }
}

/// A scorer who opens a sheet goes on with it.
fn first_page(dossier: &Dossier) -> Page {
    if dossier.scorer.is_some() { Page::OwnSheet } else { Page::Tasks }
}

/// Deleted dossiers, to be brought back.
#[component]
fn Trash() -> Html {
    let app = use_app();
    let t = app.t();
    if app.trash.is_empty() {
        return html! {};
    }
    html! {
        <section class="trash" aria-label={t.home.trash}>
            <ul class="plain">
                for (dossier, name) in app.trash.iter().map(|dossier| (dossier, display_name(dossier, t, app.language))) {
                    <li key={dossier.id.clone()}>
                        <span>{ t.home.deleted.name(&name) }</span>
                        <button type="button" class="link" onclick={
                            let (app, id) = (app.clone(), dossier.id.clone());
                            Callback::from(move |_: MouseEvent| app.act(Action::Restored { id: id.clone() }))
                        }>{ t.home.undo }</button>
                        <details class="ask">
                            <summary class="link link-quiet">{ t.home.forget }<span class="sr-only">{ format!(": {name}") }</span></summary>
                            <p>{ t.saving.trash_names.names(&format!("“{name}”")) }</p>
                            <button type="button" class="button button-small" onclick={
                                let (app, id) = (app.clone(), dossier.id.clone());
                                Callback::from(move |_: MouseEvent| app.act(Action::Forgotten { id: id.clone() }))
                            }>{ icon(Icon::Trash) }{ t.saving.trash_sure }</button>
                        </details>
                    </li>
                }
            </ul>
        </section>
    }
}
