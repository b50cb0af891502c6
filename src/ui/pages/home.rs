use std::rc::Rc;

use yew::prelude::*;

use super::file_drop::FileDrop;
use super::known::{Known, use_waiting};
use super::rescue::Rescue;
use super::welcome::{Welcome, links};
use super::{display_name, set_line};
use crate::domain::dossier::{Dossier, Field, duplicate};
use crate::session::{Action, Change};
use crate::ui::components::{ActionBar, Icon, Meter, Stars, icon, obstacle, range_text};
use crate::ui::hooks::{AppHandle, go, handed_files, local_time, new_id, open_file, open_files, use_app, use_title};
use crate::ui::route::{Page, Route};

/// My products: a card each, and the ways in.
#[component]
pub fn Home() -> Html {
    let app = use_app();
    let t = app.t();
    use_title(t.app.name.to_owned());
    let waiting = use_waiting();
    let decided = {
        let go_on = waiting.go();
        Callback::from(move |taken: Option<Rc<Dossier>>| {
            go_on.emit(());
            if let Some(dossier) = taken {
                go(&Route::dossier(&dossier.id, Page::Tasks));
            }
        })
    };
    let (archived, active): (Vec<_>, Vec<_>) = app.dossiers.iter().cloned().partition(|dossier| dossier.archived);
    let empty = app.dossiers.is_empty();
    html! {
        <>
            <main class="page page-home">
                <Trash />
                for broken in &app.broken { <Rescue key={broken.key.clone()} broken={broken.clone()} /> }
                if empty { <Welcome /> } else {
                    <h1 id="page-title" tabindex="-1">{ t.home.title }</h1>
                }
                if !active.is_empty() {
                    <ul class="cards">
                        for dossier in active { <Card key={dossier.id.clone()} dossier={dossier.clone()} /> }
                    </ul>
                }
                <OpenFile known={waiting.come()} />
                if let Some(file) = waiting.first() { <Known {file} ondone={decided} /> }
                if !archived.is_empty() {
                    <details class="fold">
                        <summary>{ t.home.archived.of(archived.len()) }</summary>
                        <ul class="cards">for dossier in archived { <Card key={dossier.id.clone()} dossier={dossier.clone()} /> }</ul>
                    </details>
                }
                { links(&app) }
            </main>
            <ActionBar>
                <a class="button button-act" href={Route::New.href()}>
                    { icon(Icon::Plus) }{ if empty { t.home.first } else { t.home.new } }
                </a>
            </ActionBar>
        </>
    }
}

#[derive(Properties, PartialEq)]
struct CardProps {
    dossier: Rc<Dossier>,
}

/// One product: name, set, stars, how far it is, when it was kept, and what can be done with it.
#[component]
fn Card(props: &CardProps) -> Html {
    let app = use_app();
    let (t, language) = (app.t(), app.language);
    let dossier = &props.dossier;
    let rating = use_memo(dossier.clone(), |dossier| dossier.rating());
    let begun = rating.answered > 0;
    let (now, possible) = range_text(&rating, begun, t);
    let obstacle = obstacle(&rating, begun, t);
    let count = dossier.set().criteria.len();
    let name = display_name(dossier, t, language);
    html! {
        <li class="card product">
            <a class="product-link" href={Route::dossier(&dossier.id, Page::Tasks).href()}>
                <span class="product-head">
                    <span class="product-name">{ name.clone() }</span>
                    <span class="product-points"><strong>{ rating.total.0 }</strong><span class="soft">{ "/100" }</span></span>
                </span>
                <span class="soft product-set">{ set_line(dossier, t, language) }</span>
                <span class="product-stars">
                    <Stars now={rating.star.filter(|_| begun)} best={rating.best.star} />
                    <span>{ now }if !possible.is_empty() { <span class="soft">{ format!(" {possible}") }</span> }</span>
                </span>
                <span class={classes!("product-why", obstacle.blocks.then_some("blocks"))}>{ obstacle.text }</span>
                <Meter value={rating.answered as u32} max={count as u32} />
                <span class="product-foot soft">
                    <span>{ t.home.answered.n_of(&rating.answered, &count) }</span>
                    <span>{ local_time(&dossier.updated) }</span>
                </span>
            </a>
            <CardMenu dossier={dossier.clone()} {name} />
        </li>
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
                { entry(Icon::Trash, t.home.delete, with(|app, dossier| app.act(Action::Deleted { id: dossier.id.clone() }))) }
            </ul>
        </details>
    }
}

fn copy(app: &AppHandle, dossier: &Rc<Dossier>) {
    let (id, now) = new_id();
    let mut copy = duplicate(dossier, id, now);
    let name = app.t().home.copy_of.name(&dossier.name());
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
                let opened = Callback::from(|dossier: Rc<Dossier>| go(&Route::dossier(&dossier.id, Page::Tasks)));
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
                for dossier in &app.trash {
                    <li key={dossier.id.clone()}>
                        <span>{ t.home.deleted.name(&display_name(dossier, t, app.language)) }</span>
                        <button type="button" class="link" onclick={
                            let (app, id) = (app.clone(), dossier.id.clone());
                            Callback::from(move |_: MouseEvent| app.act(Action::Restored { id: id.clone() }))
                        }>{ t.home.undo }</button>
                        <button type="button" class="link link-quiet" onclick={
                            let (app, id) = (app.clone(), dossier.id.clone());
                            Callback::from(move |_: MouseEvent| app.act(Action::Forgotten { id: id.clone() }))
                        }>{ t.home.forget }</button>
                    </li>
                }
            </ul>
        </section>
    }
}
