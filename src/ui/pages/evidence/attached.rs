use std::rc::Rc;

use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::super::undo::PutBack;
use super::{click, size};
use crate::domain::dossier::{Attachment, Dossier};
use crate::session::{Change, WorkKind};
use crate::ui::components::{Icon, icon};
use crate::ui::hooks::{
    Picture, Stop, attach, can_shrink, download_attachment, focus_soon, is_picture, leave_work, shrink_attachment,
    use_app, use_attached, use_picture, use_undo,
};

#[derive(Properties, PartialEq)]
pub struct AttachedProps {
    pub dossier: Rc<Dossier>,
    /// Id of the paper.
    pub paper: String,
    pub files: Vec<Attachment>,
}

/// A paper's photos and scans stand under this heading.
pub const PHOTOS: &str = "photos";

/// Photos and scans of one paper. Nothing depends on them.
#[component]
pub fn Attached(props: &AttachedProps) -> Html {
    let app = use_app();
    let (t, language) = (app.t(), app.language);
    let busy = use_state_eq(|| false);
    // At which of how many files it is, and the way to give up the rest.
    let keeping = use_state_eq(|| None::<(usize, usize)>);
    let stop = use_state_eq(Stop::default);
    let shown = use_state_eq(|| None::<String>);
    let here = use_attached(&props.dossier);
    let undo = use_undo(&props.dossier.id, &format!("photos-{}", props.paper));
    {
        let app = app.clone();
        use_effect_with((), |()| move || leave_work(&app, WorkKind::Attaching));
    }
    // What began on this page before it was left and come back to is told above it.
    let is_taken = *busy || app.work.iter().any(|work| work.kind == WorkKind::Attaching);
    let (dossier, paper) = (props.dossier.id.clone(), props.paper.clone());
    let done = {
        let busy = busy.clone();
        Callback::from(move |()| busy.set(false))
    };
    let onchange = {
        let (app, dossier, paper, busy, stop) =
            (app.clone(), dossier.clone(), paper.clone(), busy.clone(), stop.clone());
        let heard = {
            let (busy, keeping) = (busy.clone(), keeping.clone());
            Callback::from(move |at: Option<(usize, usize)>| {
                busy.set(at.is_some());
                keeping.set(at);
            })
        };
        Callback::from(move |event: Event| {
            let input: HtmlInputElement = event.target_unchecked_into();
            let list = input.files();
            let count = list.as_ref().map_or(0, |list| list.length());
            let files: Vec<_> = (0..count).filter_map(|place| list.as_ref().and_then(|list| list.get(place))).collect();
            // The same file can be chosen again.
            input.set_value("");
            busy.set(true);
            let new = Stop::default();
            stop.set(new.clone());
            attach(&app, dossier.clone(), paper.clone(), files, new, heard.clone());
        })
    };
    let row = |file: &Attachment| {
        let missing = here.as_ref().is_some_and(|here| !here.contains(&file.id));
        let is_shown = shown.as_ref() == Some(&file.id);
        let shows = is_picture(&file.media);
        let toggle = {
            let (shown, id) = (shown.clone(), file.id.clone());
            Callback::from(move |_: MouseEvent| shown.set((!is_shown).then(|| id.clone())))
        };
        let download = {
            let file = file.clone();
            click(&app, move |app| download_attachment(app, file.clone()))
        };
        let shrink = {
            let (undo, paper, file, busy, done) =
                (undo.clone(), paper.clone(), file.clone(), busy.clone(), done.clone());
            click(&app, move |app| {
                busy.set(true);
                shrink_attachment(app, undo.clone(), paper.clone(), file.clone(), done.clone());
            })
        };
        let remove = {
            let (undo, paper, id, name) = (undo.clone(), paper.clone(), file.id.clone(), file.name.clone());
            Callback::from(move |_: MouseEvent| {
                undo.act(&name, vec![Change::Detached { paper: paper.clone(), attachment: id.clone() }]);
                focus_soon("photos-back".to_owned());
            })
        };
        html! {
            <li key={file.id.clone()} class="attached-file">
                <p class="attached-name">{ icon(if file.media == "application/pdf" { Icon::File } else { Icon::Camera }) }
                    <span>{ file.name.clone() }{ " " }<span class="soft">{ size(file.size, language) }
                        if missing { { " · " }{ t.attached.missing } }</span></span></p>
                if missing {
                    <p class="soft">{ t.attached.not_here }</p>
                }
                <div class="attached-buttons">
                    if !missing {
                        if shows {
                            <button type="button" class="button button-small" aria-expanded={is_shown.to_string()} onclick={toggle}>
                                { if is_shown { t.attached.hide } else { t.attached.show } }</button>
                        }
                        <button type="button" class="button button-small" onclick={download}>{ t.attached.download }</button>
                        if can_shrink(file) {
                            <button type="button" class="button button-small" disabled={*busy} onclick={shrink}>{ t.attached.shrink }</button>
                        }
                    }
                    <details class="ask">
                        <summary class="button button-small" aria-label={t.attached.remove_long.name(&file.name)}>{ t.attached.remove }</summary>
                        <button type="button" class="button button-small" onclick={remove}>{ icon(Icon::Trash) }{ t.attached.remove_sure }</button>
                    </details>
                </div>
                if is_shown && !missing { <Shown id={file.id.clone()} name={file.name.clone()} /> }
            </li>
        }
    };
    html! {
        <section class="attached">
            <h2 id={PHOTOS} tabindex="-1">{ icon(Icon::Camera) }{ t.attached.title }</h2>
            <p class="soft">{ t.attached.text }</p>
            if let Some((n, of)) = *keeping {
                // Above the list: that grows under it with every file, and would push it away from the thumb.
                <div class="attached-keeping">
                <p role="status">{ t.attached.keeping.n_of(&n, &of) }</p>
                if of > 1 {
                    <p><button type="button" class="button" onclick={
                        let stop = stop.clone();
                        Callback::from(move |_: MouseEvent| stop.ask())
                    }>{ t.attached.stop }</button></p>
                }
                </div>
            } else {
                <p class="sr-only" role="status">{ if *busy { t.attached.busy } else { "" } }</p>
            }
            <ul class="papers">for file in &props.files { { row(file) } }</ul>
            <PutBack dossier={props.dossier.clone()} {undo} id="photos-back" />
            <label class="drop">
                <input type="file" multiple=true accept="image/*,application/pdf" disabled={is_taken} {onchange} />
                <span class="drop-title">{ icon(Icon::Camera) }{ if *busy { t.attached.busy } else { t.attached.add } }</span>
                <span class="soft">{ t.attached.kinds }</span>
            </label>
        </section>
    }
}

#[derive(Properties, PartialEq)]
struct ShownProps {
    id: String,
    name: String,
}

/// The picture itself. One that was damaged on its way has bytes like any other, and the browser alone tells.
#[component]
fn Shown(props: &ShownProps) -> Html {
    let t = use_app().t();
    let broken = use_state_eq(|| false);
    let onerror = {
        let broken = broken.clone();
        Callback::from(move |_: Event| broken.set(true))
    };
    match use_picture(&props.id) {
        Picture::Loading => html! { <p class="soft">{ t.attached.busy }</p> },
        Picture::Ready(_) if *broken => html! { <p class="soft">{ t.attached.cannot_show }</p> },
        Picture::NotHere => html! { <p class="soft">{ t.attached.cannot_show }</p> },
        Picture::Ready(url) => html! {
            <img class="attached-picture" src={url.to_string()} alt={t.attached.picture_of.name(&props.name)} {onerror} />
        },
    }
}
