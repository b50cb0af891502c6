//! Forms 01 and 02 as fields: everything is asked once, part by part.

pub mod changes;
mod commune;
mod drawn;
mod field;
mod held;
mod kind;
pub mod labels;
pub mod parts;
mod topics;

pub use commune::CommuneField;
pub use parts::field_id;

use std::rc::Rc;

use web_sys::FocusEvent;
use yew::prelude::*;

use self::field::{Fieldset, is_property, written};
use self::parts::{FormPart, Gap, gaps, rank, spot_id};
use self::topics::{bit_at, topics, untold};
use super::corrections::after_request;
use super::display_name;
use super::frame::Frame;
use crate::domain::council::CorrectionPlace;
use crate::domain::dossier::checks::check_with;
use crate::domain::dossier::{Dossier, Field, FieldKind, Section, applicant_of, drafted_changes, tidy_date};
use crate::domain::places::code_with_year;
use crate::session::{Change, NoticeKind};
use crate::ui::components::{Icon, Status, StatusKind, icon};
use crate::ui::hooks::{AppHandle, focus_soon, focus_unless_typing, use_app, use_day, use_places_for, use_title};
use crate::ui::route::{Page, Route, Spot};
use crate::words::Words;

#[derive(Properties, PartialEq)]
pub struct FormsProps {
    pub dossier: Rc<Dossier>,
    /// Where to begin.
    #[prop_or_default]
    pub spot: Option<Spot>,
}

/// All fields of Forms 01 and 02 by part, each part with what it still lacks.
#[component]
pub fn Forms(props: &FormsProps) -> Html {
    let app = use_app();
    let (t, language) = (app.t(), app.language);
    let dossier = &props.dossier;
    use_title(t.forms.title.to_owned());
    let today = use_day();
    let places = use_places_for(dossier);
    let findings = use_memo((dossier.clone(), today, places), |(dossier, today, places)| {
        check_with(dossier, Some(*today), places.as_deref())
    });
    let gaps = gaps(&findings, dossier);
    // With the first drawing, not behind it: meanwhile the reader may have opened what would be shut again.
    let open = use_state_eq(|| {
        let parts = [gaps.first().map(|gap| gap.part), props.spot.as_ref().map(FormPart::at)];
        match parts.into_iter().flatten().fold(0, |bits, part| bits | part.bit()) {
            0 => FormPart::Product.bit(),
            bits => bits,
        }
    });
    let told = use_state_eq(|| {
        let first = gaps.iter().map(|gap| bit_at(&gap.spot)).find(|bit| *bit != 0).unwrap_or_default();
        first | props.spot.as_ref().map_or(0, bit_at)
    });
    let fresh = use_state_eq(|| None::<Field>);
    // The place written in last, from which "next" goes on.
    let last = use_mut_ref(|| None::<Gap>);
    // Going on to a place shuts what is finished, so that the page stays as long as what is left to do.
    let reveal = {
        let (open, told, untold) = (open.clone(), told.clone(), untold(&gaps));
        let unfinished = gaps.iter().fold(0, |bits, gap| bits | gap.part.bit());
        move |part: FormPart, spot: Option<&Spot>| {
            open.set(*open & unfinished | part.bit());
            told.set(*told & untold | spot.map_or(0, bit_at));
            focus_soon(spot.map_or_else(|| part.id(), spot_id));
        }
    };
    {
        let reveal = reveal.clone();
        let drawn_for = use_mut_ref(|| props.spot.clone());
        use_effect_with(props.spot.clone(), move |spot| {
            let is_drawn = drawn_for.replace(None) == *spot;
            match spot {
                Some(spot) if is_drawn => focus_unless_typing(spot_id(spot)),
                Some(spot) => reveal(FormPart::at(spot), Some(spot)),
                None => {}
            }
        });
    }
    let oninput = {
        let (app, id) = (app.clone(), dossier.id.clone());
        Callback::from(move |event: InputEvent| {
            let Some((field, value)) = written(&event) else { return };
            if is_property(field) && value == "true" {
                let value = value.clone();
                app.change(&id, Change::FieldWritten { field: Field::TickIntellectualProperty, value });
            }
            if let Some(value) = (field == Field::Year).then(|| code_of_year(&app, &id, value.trim())).flatten() {
                app.change(&id, Change::FieldWritten { field: Field::ProductCode, value });
            }
            app.change(&id, Change::FieldWritten { field, value });
        })
    };
    let onfocusin = {
        let (fresh, last) = (fresh.clone(), last.clone());
        Callback::from(move |event: FocusEvent| {
            let Some((field, value)) = written(&event) else { return };
            let spot = Spot::Field(field);
            *last.borrow_mut() = Some(Gap { part: FormPart::at(&spot), spot });
            fresh.set(value.is_empty().then_some(field));
        })
    };
    let onfocusout = {
        let (app, id, fresh) = (app.clone(), dossier.id.clone(), fresh.clone());
        Callback::from(move |event: FocusEvent| {
            fresh.set(None);
            // A date is put in order when it is left, never while it is typed.
            if let Some((field, value)) = written(&event).filter(|(field, _)| field.kind() == FieldKind::Date) {
                app.change(&id, Change::FieldWritten { field, value: tidy_date(&value) });
            }
        })
    };
    let next = {
        let (gaps, reveal) = (gaps.clone(), reveal.clone());
        Callback::from(move |_: MouseEvent| {
            let after = last.borrow().as_ref().and_then(|last| gaps.iter().find(|gap| rank(gap) > rank(last)).cloned());
            if let Some(gap) = after.or_else(|| gaps.first().cloned()) {
                reveal(gap.part, Some(&gap.spot));
                *last.borrow_mut() = Some(gap);
            }
        })
    };
    // Whoever came for what the commune asked of a field goes on to the next request.
    let asked = match &props.spot {
        Some(Spot::Field(field)) => after_request(dossier, &CorrectionPlace::Field(*field), t),
        _ => None,
    };
    let actions = html! {
        <>
            <a class="button" href={Route::dossier(&dossier.id, Page::Preview).href()}>{ t.forms.preview }</a>
            if let Some((href, name)) = asked {
                <a class="button button-act" {href}>{ name }</a>
            } else if gaps.is_empty() {
                <a class="button button-act" href={Route::dossier(&dossier.id, Page::Check).href()}>{ t.forms.check }</a>
            } else {
                <button type="button" class="button button-act" onclick={next}>{ t.forms.next.of(gaps.len()) }</button>
            }
        </>
    };
    let fields = Fieldset { dossier, findings: &findings, fresh: *fresh, t, language };
    html! {
        <Frame dossier={dossier.clone()} class="page-forms" {actions}>
            <nav class="form-nav wide-only" aria-label={t.forms.parts}>
                <ul class="plain">
                    for part in FormPart::of(dossier.kind) {
                        <li key={part as u8}><button type="button" class="form-nav-row" onclick={
                            let reveal = reveal.clone();
                            Callback::from(move |_: MouseEvent| reveal(part, None))
                        }>
                            <span>{ part.names(t).0 }</span>
                            { left(part, &gaps, dossier, t) }
                        </button></li>
                    }
                </ul>
            </nav>
            <div class="form-parts" {oninput} {onfocusin} {onfocusout}>
                <h1 id="page-title" tabindex="-1">{ t.forms.title }</h1>
                <p class="lead">{ t.forms.lead }</p>
                for part in FormPart::of(dossier.kind) {
                    { fold(part, &open, &told, &gaps, &fields, &app, dossier) }
                }
                { choices("provinces", t.forms.provinces) }
                { choices("ethnic-groups", t.forms.ethnic_groups) }
            </div>
        </Frame>
    }
}

/// The product's code by now, with this year.
fn code_of_year(app: &AppHandle, id: &str, year: &str) -> Option<String> {
    code_with_year(app.dossier(id)?.fields.get(Field::ProductCode), year)
}

/// A part that folds. Whether it is open is the page's to say, so that typing the last missing
/// field does not shut it.
fn fold(
    part: FormPart,
    open: &UseStateHandle<u16>,
    told: &UseStateHandle<u16>,
    gaps: &[Gap],
    fields: &Fieldset,
    app: &AppHandle,
    dossier: &Rc<Dossier>,
) -> Html {
    let t = fields.t;
    let (name, place) = part.names(t);
    let is_open = **open & part.bit() != 0;
    let toggle = {
        let open = open.clone();
        Callback::from(move |event: MouseEvent| {
            event.prevent_default();
            open.set(*open ^ part.bit());
        })
    };
    html! {
        <details class="form-part" key={part as u8} open={is_open}>
            <summary id={part.id()} onclick={toggle}>
                <span class="form-part-text"><h2>{ name }</h2><span class="soft">{ place }</span></span>
                { left(part, gaps, dossier, t) }
            </summary>
            if is_open {
                <div class="form-grid">{ if part == FormPart::Renewal { topics(fields, told, gaps) } else { inside(part, fields, app, dossier) } }</div>
            }
        </details>
    }
}

fn inside(part: FormPart, fields: &Fieldset, app: &AppHandle, dossier: &Rc<Dossier>) -> Html {
    let Some(section) = part.section() else {
        return match part {
            FormPart::Kind => kind::kind(app, dossier),
            _ => html! { <changes::Changes dossier={dossier.clone()} /> },
        };
    };
    let other = fields.dossier.fields.get(Field::OtherProperty);
    let shown = |field: &Field| match field {
        Field::Samples => !dossier.set().is_tourism,
        Field::OtherProperty => fields.dossier.fields.is_ticked(Field::TickOtherProperty) || !other.is_empty(),
        _ => true,
    };
    html! {
        <>
            if section == Section::Applicant { { reuse(app, dossier) } }
            if section == Section::Ticks { { held::tick_held(app, dossier) } }
            for field in Field::in_section(section).filter(shown) {
                { fields.field(field) }
                if field == Field::ProductName { { class(dossier, fields) } }
            }
        </>
    }
}

/// The class of Annex I, which the set gives, and whether samples are asked for.
fn class(dossier: &Dossier, fields: &Fieldset) -> Html {
    let (t, language) = (&fields.t.forms, fields.language);
    let set = dossier.set();
    let row = |name: &'static str, text: &'static str| html! { <div><dt>{ name }</dt><dd>{ text }</dd></div> };
    html! {
        <section class="form-class field-wide">
            <h3>{ t.class }</h3>
            <dl>
                { row(t.class_sector, set.class.sector.get(language)) }
                { row(t.class_group, set.class.group.get(language)) }
                if let Some(subgroup) = set.class.subgroup { { row(t.class_subgroup, subgroup.get(language)) } }
            </dl>
            <p class="soft">
                { t.class_text.set(&set.no.0) }
                if set.is_tourism { { " " }{ t.no_samples.samples(&set.decision().cites.samples.text(language)) } }
            </p>
        </section>
    }
}

/// A dossier that fills empty fields, and which.
struct Offer<'a> {
    from: &'a Rc<Dossier>,
    new: Vec<(Field, String)>,
}

/// Buttons that fill the empty fields from another product's dossier, one for each other applicant.
fn reuse(app: &AppHandle, dossier: &Rc<Dossier>) -> Html {
    let t = app.t();
    let mut offers = Vec::<Offer>::new();
    for other in app.dossiers.iter().filter(|other| other.id != dossier.id) {
        let name = other.fields.get(Field::ApplicantName);
        if offers.iter().any(|offer| offer.from.fields.get(Field::ApplicantName) == name) {
            continue;
        }
        let reused = applicant_of(other, String::new(), String::new(), dossier.set());
        let is_new = |(field, _): &(Field, &str)| dossier.fields.get(*field).is_empty();
        let new: Vec<_> = reused.fields.iter().filter(is_new).map(|(field, value)| (field, value.to_owned())).collect();
        if !new.is_empty() {
            offers.push(Offer { from: other, new });
        }
    }
    html! {
        for Offer { from, new } in offers.into_iter().take(3) {
            <p class="field-wide"><button type="button" class="button" onclick={
                let (app, id) = (app.clone(), dossier.id.clone());
                Callback::from(move |_: MouseEvent| {
                    for (field, value) in &new {
                        app.change(&id, Change::FieldWritten { field: *field, value: value.clone() });
                    }
                    app.notice(NoticeKind::Done, |t, _| t.forms.reuse_done.of(new.len()));
                })
            }>{ icon(Icon::Copy) }{ t.forms.reuse.name(&display_name(from, t, app.language)) }</button></p>
        }
    }
}

/// How many fields of a part are still to fill; of the boxes, how many are ticked.
fn left(part: FormPart, gaps: &[Gap], dossier: &Dossier, t: &'static Words) -> Html {
    let ticked = Field::in_section(Section::Ticks).filter(|field| dossier.fields.is_ticked(*field)).count();
    match gaps.iter().filter(|gap| gap.part == part).count() {
        0 if part == FormPart::Changes && drafted_changes(dossier, None).is_empty() => {
            html! { <Status kind={StatusKind::Quiet} text={t.forms.changes.of(0)} /> }
        }
        0 if part == FormPart::Ticks => html! { <Status kind={StatusKind::Quiet} text={t.forms.ticked.of(ticked)} /> },
        0 => html! { <Status kind={StatusKind::Done} text={t.forms.done} /> },
        count => html! { <Status kind={StatusKind::Open} text={t.forms.left.of(count)} /> },
    }
}

/// What a field suggests while it is typed in.
fn choices(id: &'static str, names: &'static str) -> Html {
    html! { <datalist {id}>for name in names.split(", ") { <option value={name} /> }</datalist> }
}
