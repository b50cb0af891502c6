//! The whole dossier as one file to print, and the list for who binds it.

use std::ops::Range;
use std::rc::Rc;

use yew::prelude::*;

use super::DossierProps;
use super::before::before;
use super::frame::Frame;
use super::writing::AfterSigning;
use crate::domain::decision::Language;
use crate::domain::dossier::{Attachment, Dossier};
use crate::domain::forms::bound::{Part, binder, divider, front, parts};
use crate::domain::forms::{Appendix, NumberedPaper, as_listed, html_body};
use crate::domain::templates::written_here;
use crate::ui::components::{Icon, icon};
use crate::ui::hooks::{
    AppHandle, Picture, in_app_browser, print_dossier, print_page, stamp, use_app, use_day, use_page_foot,
    use_paper_names, use_pictures, use_places_for, use_templates, use_title,
};
use crate::ui::route::{Page, Route};

/// Summary, contents, both forms, and every paper behind its divider, each photo on a page of its own.
#[component]
pub fn Bound(props: &DossierProps) -> Html {
    let app = use_app();
    let t = app.t();
    let dossier = &props.dossier;
    use_title(t.output.bound.to_owned());
    let names = use_paper_names(&app);
    let today = use_day();
    let refused = use_state_eq(|| false);
    let stamp = use_memo(dossier.clone(), |dossier: &Rc<Dossier>| stamp(dossier));
    let appendix = Appendix::handed_in(dossier);
    let photos: Vec<usize> = appendix.papers.iter().map(|listed| scans_of(listed).count()).collect();
    let parts = parts(&photos);
    let chosen = use_state_eq(|| 0);
    let number = (*chosen).min(parts.len() - 1);
    use_page_foot(&stamp, (parts.len() > 1).then_some(number + 1));
    let asked = (dossier.clone(), names.clone(), today, stamp.clone(), parts.clone());
    let first = use_memo(asked, |(dossier, names, today, stamp, parts)| {
        let sheets: String =
            front(dossier, names, *today, parts).iter().map(|sheet| html_body(sheet, Some(stamp))).collect();
        AttrValue::from(sheets)
    });
    let templates = use_templates(dossier.set().decision().id);
    let places = use_places_for(dossier);
    let written = use_memo((dossier.clone(), templates.is_some(), places), |(dossier, _, places)| {
        let listed = as_listed(dossier, places.as_deref());
        templates.map(|templates| written_here(&listed, templates)).unwrap_or_default()
    });
    let part = &parts[number];
    let in_part = |(place, photos): &(usize, Range<usize>)| {
        let (from, count) = (photos.start, photos.len());
        scans_of(&appendix.papers[*place]).skip(from).take(count).map(|file| file.id.clone()).collect::<Vec<_>>()
    };
    let scans: Vec<String> = part.papers.iter().flat_map(in_part).collect();
    let of = scans.len();
    let pictures = use_pictures(scans.clone());
    let there = scans.iter().filter(|id| pictures.contains_key(*id)).count();
    let ready = there == of;
    let paper = |(place, photos): &(usize, Range<usize>)| {
        let listed = &appendix.papers[*place];
        let sheet =
            AttrValue::from(html_body(&divider(dossier, listed, &names, written.get(&listed.paper.id)), Some(&stamp)));
        let pages = scans_of(listed).count();
        html! {
            <section key={listed.paper.id.clone()} class="bound-paper">
                // What a part before this one has begun goes on with its photos.
                if photos.start == 0 {
                    { Html::from_html_unchecked(sheet) }
                    if let Some(paper) = written.get(&listed.paper.id) {
                        { Html::from_html_unchecked(AttrValue::from(html_body(&paper.text, Some(&stamp)))) }
                    }
                }
                for (place, file) in scans_of(listed).enumerate().skip(photos.start).take(photos.len()) {
                    { scan(file, pictures.get(&file.id), &format!("Tài liệu số {}, trang {}/{pages}", listed.number, place + 1)) }
                }
            </section>
        }
    };
    let print = {
        let (refused, dossier, stamp) = (refused.clone(), dossier.clone(), stamp.clone());
        Callback::from(move |_: MouseEvent| refused.set(!print_dossier(&dossier, &stamp)))
    };
    let actions = html! {
        <>
            <a class="button" href={Route::dossier(&dossier.id, Page::Binder).href()}>{ t.output.binder }</a>
            <button type="button" class="button button-act" disabled={!ready} onclick={print}>
                { icon(Icon::Print) }{ if parts.len() > 1 { t.output.print_part.n_of(&(number + 1), &parts.len()) } else { t.preview.print.to_owned() } }
            </button>
        </>
    };
    html! {
        <Frame dossier={dossier.clone()} class="page-preview" {actions}>
            <h1 id="page-title" tabindex="-1">{ t.output.bound }</h1>
            <p class="lead">{ t.output.bound_lead }</p>
            if app.language == Language::En { <p class="soft">{ t.preview.vietnamese }</p> }
            { choice(&app, &appendix, &parts, &chosen, number) }
            if !ready { <p class="note" role="status">{ t.output.reading.n_of(&there, &of) }</p> }
            if *refused || in_app_browser() {
                <p class="note" role="status">{ if *refused { t.preview.no_print } else { t.check.in_app } }</p>
            }
            { before(&app, dossier, today) }
            <AfterSigning dossier={dossier.clone()} />
            <div class="sheets">
                if number == 0 { { Html::from_html_unchecked((*first).clone()) } }
                for piece in &part.papers { { paper(piece) } }
            </div>
        </Frame>
    }
}

/// Which part is shown and printed, where the photos are too many for one; each says what it holds.
fn choice(app: &AppHandle, appendix: &Appendix, parts: &[Part], chosen: &UseStateHandle<usize>, number: usize) -> Html {
    if parts.len() < 2 {
        return html! {};
    }
    let t = app.t();
    let option = |(place, part): (usize, &Part)| {
        let of = |piece: Option<&(usize, Range<usize>)>| piece.map_or(0, |(place, _)| appendix.papers[*place].number);
        let (from, to) = (of(part.papers.first()), of(part.papers.last()));
        let papers = if from == to { t.output.part_paper.n(&from) } else { t.output.part_papers.from_to(&from, &to) };
        let front = if place == 0 { t.output.part_front } else { "" };
        let chosen = chosen.clone();
        html! {
            <label key={place} class={classes!("option", (place == number).then_some("option-chosen"))}>
                <input type="radio" name="part" checked={place == number} onchange={Callback::from(move |_: Event| chosen.set(place))} />
                <span class="option-text"><strong>{ t.output.part.n(&(place + 1)) }</strong>{ " " }<span class="option-detail">{ front }{ papers }{ ", " }{ t.output.files.of(part.photos()) }</span></span>
            </label>
        }
    };
    html! {
        <fieldset class="options">
            <legend>{ t.output.parts.n(&parts.len()) }</legend>
            { for parts.iter().enumerate().map(option) }
        </fieldset>
    }
}

/// The photos and scans of a paper that a browser can print.
fn scans_of<'a>(listed: &NumberedPaper<'a>) -> impl Iterator<Item = &'a Attachment> + use<'a> {
    listed.paper.attachments.iter().filter(|file| file.media.starts_with("image/"))
}

/// A photo or scan on a page of its own.
fn scan(file: &Attachment, picture: Option<&Picture>, name: &str) -> Html {
    html! {
        <figure key={file.id.clone()} class="scan" lang="vi">
            <figcaption>{ name }</figcaption>
            { match picture {
                Some(Picture::Ready(url)) => html! {
                    <img src={AttrValue::from(url.to_string())} alt={name.to_owned()} decoding="async" />
                },
                Some(Picture::NotHere) => html! { <p class="scan-gone">{ "Tệp này không còn trên máy: đặt bản giấy vào đây." }</p> },
                Some(Picture::Loading) | None => html! {},
            } }
        </figure>
    }
}

/// What to copy, how often, what to sign: for work, not for an office.
#[component]
pub fn Binder(props: &DossierProps) -> Html {
    let app = use_app();
    let t = app.t();
    let dossier = &props.dossier;
    use_title(t.output.binder.to_owned());
    let names = use_paper_names(&app);
    let refused = use_state_eq(|| false);
    let sheet = AttrValue::from(html_body(&binder(dossier, &names), None));
    let print = {
        let refused = refused.clone();
        Callback::from(move |_: MouseEvent| refused.set(!print_page()))
    };
    let actions = html! {
        <>
            <a class="button" href={Route::dossier(&dossier.id, Page::Bound).href()}>{ t.output.bound }</a>
            <button type="button" class="button button-act" onclick={print}>{ icon(Icon::Print) }{ t.preview.print }</button>
        </>
    };
    html! {
        <Frame dossier={dossier.clone()} class="page-preview" {actions}>
            <h1 id="page-title" tabindex="-1">{ t.output.binder }</h1>
            <p class="lead">{ t.output.binder_lead }</p>
            if *refused { <p class="note" role="status">{ t.preview.no_print }</p> }
            <div class="sheets">{ Html::from_html_unchecked(sheet) }</div>
        </Frame>
    }
}
