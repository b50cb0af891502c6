use std::rc::Rc;

use web_sys::{DragEvent, HtmlInputElement};
use yew::prelude::*;

use super::welcome::{Welcome, links};
use super::{display_name, set_line};
use crate::domain::dossier::{Dossier, Field};
use crate::session::{Action, Change};
use crate::ui::components::{ActionBar, Icon, Meter, Stars, icon, obstacle, range_text};
use crate::ui::hooks::{AppHandle, go, local_time, new_id, open_file, open_handed_file, use_app, use_title};
use crate::ui::route::{Page, Route};
use crate::words::fill;

/// My products: a card each, and the ways in.
#[component]
pub fn Home() -> Html {
    let app = use_app();
    let t = app.t();
    use_title(t.app.name.to_owned());
    let known = use_state_eq(|| None::<Rc<Dossier>>);
    let (archived, active): (Vec<_>, Vec<_>) = app.dossiers.iter().cloned().partition(|dossier| dossier.archived);
    let empty = app.dossiers.is_empty();
    html! {
        <>
            <main class="page page-home">
                if empty { <Welcome /> } else {
                    <h1 id="page-title" tabindex="-1">{ t.home.title }</h1>
                }
                if !active.is_empty() {
                    <ul class="cards">
                        for dossier in active { <Card key={dossier.id.clone()} dossier={dossier.clone()} /> }
                    </ul>
                }
                <OpenFile known={known.clone()} />
                if let Some(file) = (*known).clone() { <Known {file} {known} /> }
                if !archived.is_empty() {
                    <details class="fold">
                        <summary>{ t.home.archived.of(archived.len()) }</summary>
                        <ul class="cards">for dossier in archived { <Card key={dossier.id.clone()} dossier={dossier.clone()} /> }</ul>
                    </details>
                }
                <Trash />
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
                    <span>{ fill(t.home.answered, &[("n", &rating.answered), ("of", &count)]) }</span>
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
            <summary class="icon-button" aria-label={fill(t.home.menu, &[("name", &props.name)])}>{ icon(Icon::More) }</summary>
            <ul class="menu-list">
                { entry(Icon::Copy, t.home.duplicate, with(duplicate)) }
                { entry(Icon::File, if dossier.archived { t.home.unarchive } else { t.home.archive }, with(|app, dossier| {
                    app.change(&dossier.id, Change::Archived(!dossier.archived));
                })) }
                { entry(Icon::Trash, t.home.delete, with(|app, dossier| app.act(Action::Deleted { id: dossier.id.clone() }))) }
            </ul>
        </details>
    }
}

fn duplicate(app: &AppHandle, dossier: &Rc<Dossier>) {
    let mut copy = (**dossier).clone();
    (copy.id, copy.created) = new_id();
    copy.updated = copy.created.clone();
    let name = fill(app.t().home.copy_of, &[("name", &dossier.name())]);
    copy.fields.set(Field::ProductName, name);
    app.act(Action::DossierAdded(Rc::new(copy)));
}

#[derive(Properties, PartialEq)]
struct OpenFileProps {
    known: UseStateHandle<Option<Rc<Dossier>>>,
}

/// The way in for files: a button, and a place to drop them.
#[component]
fn OpenFile(props: &OpenFileProps) -> Html {
    let app = use_app();
    let t = app.t();
    let over = use_state_eq(|| false);
    let open = {
        let (app, known) = (app.clone(), props.known.clone());
        move |file: web_sys::File| {
            let opened = Callback::from(|dossier: Rc<Dossier>| go(&Route::dossier(&dossier.id, Page::Tasks)));
            let known = known.clone();
            open_file(&app, file, opened, Callback::from(move |dossier| known.set(Some(dossier))));
        }
    };
    {
        let (app, known) = (app.clone(), props.known.clone());
        use_effect_with((), move |()| {
            let opened = Callback::from(|dossier: Rc<Dossier>| go(&Route::dossier(&dossier.id, Page::Tasks)));
            open_handed_file(&app, opened, Callback::from(move |dossier| known.set(Some(dossier))));
        });
    }
    let onchange = {
        let open = open.clone();
        Callback::from(move |event: Event| {
            let input: HtmlInputElement = event.target_unchecked_into();
            if let Some(file) = input.files().and_then(|files| files.get(0)) {
                open(file);
            }
            // The same file can be chosen again.
            input.set_value("");
        })
    };
    let ondrop = {
        let over = over.clone();
        Callback::from(move |event: DragEvent| {
            event.prevent_default();
            over.set(false);
            if let Some(file) = event.data_transfer().and_then(|data| data.files()).and_then(|files| files.get(0)) {
                open(file);
            }
        })
    };
    let hover = |value: bool| {
        let over = over.clone();
        Callback::from(move |event: DragEvent| {
            event.prevent_default();
            over.set(value);
        })
    };
    html! {
        <label class={classes!("drop", over.then_some("drop-over"))} {ondrop} ondragover={hover(true)} ondragleave={hover(false)}>
            <input type="file" accept=".json,.html,.zip,application/json" {onchange} />
            <span class="drop-title">{ icon(Icon::Open) }{ t.home.open }</span>
            <span class="soft">{ t.home.open_kinds }</span>
        </label>
    }
}

#[derive(Properties, PartialEq)]
struct KnownProps {
    file: Rc<Dossier>,
    known: UseStateHandle<Option<Rc<Dossier>>>,
}

/// The file holds a dossier that is on this device already, and differs: which one is to stay?
#[component]
fn Known(props: &KnownProps) -> Html {
    let app = use_app();
    let t = app.t();
    let close = {
        let known = props.known.clone();
        move || known.set(None)
    };
    let replace = {
        let (app, file, close) = (app.clone(), props.file.clone(), close.clone());
        Callback::from(move |_: MouseEvent| {
            app.act(Action::Replaced(file.clone()));
            close();
            go(&Route::dossier(&file.id, Page::Tasks));
        })
    };
    let both = {
        let (app, file, close) = (app.clone(), props.file.clone(), close.clone());
        Callback::from(move |_: MouseEvent| {
            let copy = Rc::new(Dossier { id: new_id().0, ..(*file).clone() });
            let route = Route::dossier(&copy.id, Page::Tasks);
            app.act(Action::DossierAdded(copy));
            close();
            go(&route);
        })
    };
    let cancel = Callback::from(move |_: MouseEvent| close());
    let name = display_name(&props.file, t, app.language);
    let here = app.dossier(&props.file.id).map_or(String::new(), |ours| local_time(&ours.updated));
    html! {
        <section class="card" role="alertdialog" aria-labelledby="known-title">
            <h2 id="known-title">{ fill(t.home.known, &[("name", &name)]) }</h2>
            <p>{ fill(t.home.known_text, &[("here", &here), ("file", &local_time(&props.file.updated))]) }</p>
            <p class="buttons">
                <button type="button" class="button" onclick={both}>{ t.home.known_both }</button>
                <button type="button" class="button" onclick={replace}>{ t.home.known_replace }</button>
                <button type="button" class="button" onclick={cancel}>{ t.home.known_cancel }</button>
            </p>
        </section>
    }
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
                        <span>{ fill(t.home.deleted, &[("name", &display_name(dossier, t, app.language))]) }</span>
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
