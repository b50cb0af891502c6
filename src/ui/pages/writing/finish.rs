use std::rc::Rc;

use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::domain::decision::{EvidenceKind, PaperId};
use crate::domain::dossier::{Dossier, Field, Holding, PaperRecord, proves_now};
use crate::domain::figures::Why;
use crate::domain::templates::{
    Blank, Template, blanks, guide_paper, is_changed, paper_code, paper_of, text_of, told, uncounted,
};
use crate::session::Change;
use crate::ui::components::{Icon, icon};
use crate::ui::hooks::{AppHandle, focus_soon, new_id, use_app, use_undo};
use crate::ui::pages::forms::labels::label;
use crate::ui::pages::undo::PutBack;
use crate::ui::route::{Page, Route};

#[derive(Properties, PartialEq)]
pub struct FinishProps {
    pub dossier: Rc<Dossier>,
    pub template: &'static Template,
}

/// What is to be attached and who signs; that it was read through; and that it is signed, by which it becomes one
/// of the papers.
#[component]
pub fn Finish(props: &FinishProps) -> Html {
    let app = use_app();
    let (t, language) = (app.t(), app.language);
    let (dossier, template) = (&props.dossier, props.template);
    let checked = dossier.writings.get(&template.key).is_some_and(|writing| writing.checked);
    let check = {
        let (app, id) = (app.clone(), dossier.id.clone());
        Callback::from(move |event: Event| {
            let checked = event.target_unchecked_into::<HtmlInputElement>().checked();
            app.change(&id, Change::WritingChecked { template: template.key.clone(), checked });
        })
    };
    let signed = paper_of(dossier, template).filter(|paper| paper.holding == Holding::Have);
    let changed = signed.is_some() && is_changed(dossier, template);
    let (empty, uncounted) = (blanks(dossier, template), uncounted(dossier, template));
    let is_whole = empty.is_empty() && uncounted.is_empty();
    let undo = use_undo(&dossier.id, &format!("signed-{}", template.key));
    let asking = use_state_eq(|| false);
    // What the tap left is taken in first: what is signed is what the page shows then. Where something is empty or not
    // counted yet, that is said and asked before.
    let asked = use_state_eq(|| (0_u32, Sign::IfWhole));
    {
        let (app, dossier, asking) = (app.clone(), dossier.clone(), asking.clone());
        use_effect_with(*asked, move |(asked, how)| {
            let is_signed = *asked > 0 && (is_whole || *how == Sign::ByHand);
            asking.set(*asked > 0 && !is_signed);
            if is_signed {
                sign(&app, &dossier, template);
            }
            if *asked > 0 {
                focus_soon(if is_signed { "writing-signed" } else { "writing-blanks" }.to_owned());
            }
        });
    }
    let ask = |how: Sign| {
        let asked = asked.clone();
        Callback::from(move |_: MouseEvent| asked.set((asked.0 + 1, how)))
    };
    let sign = ask(Sign::IfWhole);
    let question = (*asking && !is_whole).then(|| {
        let names = empty.iter().map(|blank| match blank {
            Blank::Given(field) => label(*field, t).to_owned(),
            Blank::Prompt(prompt) => prompt.ask.get(language).to_owned(),
            Blank::Table(table) => table.title.get(language).to_owned(),
        });
        html! {
            <div class="note" id="writing-blanks" tabindex="-1">
                if !empty.is_empty() {
                    <p><strong>{ t.writing.blanks.of(empty.len()) }</strong></p>
                    <ul>{ for names.map(|name| html! { <li>{ name }</li> }) }</ul>
                }
                for (table, missing) in &uncounted {
                    <p><strong>{ table.title.get(language) }{ ":" }</strong>
                        for (count, text) in [
                            (missing.iter().filter(|cell| cell.why != Why::Impossible).count(), &t.figures.unread),
                            (missing.iter().filter(|cell| cell.why == Why::Impossible).count(), &t.figures.impossible),
                        ] {
                            if count > 0 { { " " }{ text.of(count) } }
                        }
                    </p>
                }
                <p class="soft">{ t.writing.by_hand_text }</p>
                <button type="button" class="button button-leaf" onclick={ask(Sign::ByHand)}>{ icon(Icon::Check) }{ t.writing.by_hand }</button>
            </div>
        }
    });
    let unsign = {
        let (undo, paper, name) = (undo.clone(), signed.cloned(), template.name.get(language));
        Callback::from(move |_: MouseEvent| {
            let unsigned =
                Change::WritingSigned { template: template.key.clone(), paper: String::new(), code: String::new() };
            // What is noted of it besides is not lost with its signature.
            let taken = paper.clone().map(|paper| {
                let is_noted = !paper.attachments.is_empty() || !paper.number.trim().is_empty();
                match is_noted {
                    true => Change::PaperKept(PaperRecord { holding: Holding::ToGet, ..paper }),
                    false => Change::PaperRemoved { paper: paper.id },
                }
            });
            undo.act(name, std::iter::once(unsigned).chain(taken).collect());
            focus_soon("signed-back".to_owned());
        })
    };
    html! {
        <>
            if !template.attach.is_empty() {
                <section class="writing-attach" aria-labelledby="writing-attach">
                    <h2 id="writing-attach">{ t.writing.attach }</h2>
                    <ul>for thing in &template.attach { <li>{ thing.get(language) }</li> }</ul>
                </section>
            }
            <label class="check writing-check"><input type="checkbox" {checked} onchange={check} />
                <span><strong>{ t.writing.checked }</strong><span class="soft">{ t.writing.checked_text }</span></span></label>
            <Feed dossier={dossier.clone()} {template} />
            <section class="card writing-sign" aria-labelledby="writing-sign">
                if let Some(paper) = signed {
                    <h2 id="writing-sign">{ icon(if changed { Icon::Edit } else { Icon::Check }) }
                        <span id="writing-signed" tabindex="-1">{ if changed { t.writing.changed } else { t.writing.is_signed } }</span></h2>
                    if changed { <p role="status">{ t.writing.changed_text }</p> }
                    <p class="buttons">
                        if changed {
                            <button type="button" class="button button-leaf" onclick={sign}>{ icon(Icon::Check) }{ t.writing.sign_again }</button>
                        }
                        <a class="button button-small" href={Route::dossier(&dossier.id, Page::Paper(paper.id.clone())).href()}>{ icon(Icon::Camera) }{ t.writing.see_paper }</a>
                        <button type="button" class="link link-quiet" onclick={unsign}>{ t.writing.unsign }</button>
                    </p>
                    { question }
                } else {
                    <h2 id="writing-sign">{ t.writing.sign_title }</h2>
                    <p class="soft">{ t.writing.sign_text }</p>
                    <p><button type="button" class="button button-leaf" onclick={sign}>{ icon(Icon::Check) }{ t.writing.sign }</button></p>
                    { question }
                }
                <PutBack dossier={dossier.clone()} {undo} id="signed-back" />
            </section>
        </>
    }
}

/// How a paper is signed.
#[derive(Clone, Copy, PartialEq)]
enum Sign {
    /// Where nothing is empty, and all is counted.
    IfWhole,
    /// What is empty here was filled in on the paper.
    ByHand,
}

/// The paper among the others, tied to what it proves: the one that is noted already, or a new one.
fn sign(app: &AppHandle, dossier: &Dossier, template: &Template) {
    let guide = app.guide.as_deref();
    let known: Option<&PaperId> = guide.and_then(|guide| guide_paper(dossier, guide, template));
    let record = known.and_then(|id| dossier.papers.iter().find(|paper| paper.paper.as_ref() == Some(id)));
    let kind =
        known.zip(guide).and_then(|(id, guide)| guide.facts.papers.get(id)).map_or(EvidenceKind(0), |paper| paper.kind);
    let given = |field| dossier.fields.get(field).trim().to_owned();
    // A contract ends on the day that was written into it.
    let until = template.prompt("until").map(|prompt| text_of(dossier, template, prompt)).unwrap_or_default();
    let mut paper = record.cloned().unwrap_or_else(|| PaperRecord {
        id: new_id().0,
        kind,
        paper: known.cloned(),
        title: if known.is_none() { template.name.vi.clone() } else { String::new() },
        holder: given(Field::ApplicantName),
        no_term: until.is_empty(),
        valid_until: until,
        ..PaperRecord::default()
    });
    paper.holding = Holding::Have;
    let id = paper.id.clone();
    app.change(&dossier.id, Change::PaperKept(paper));
    let proved = guide.into_iter().flat_map(|guide| {
        known.into_iter().chain(&template.beside).flat_map(|paper| proves_now(dossier, guide, paper))
    });
    for position in proved.collect::<std::collections::BTreeSet<usize>>() {
        app.change(&dossier.id, Change::PaperLinked { paper: id.clone(), position, proves: true });
    }
    let code = paper_code(dossier, template);
    app.change(&dossier.id, Change::WritingSigned { template: template.key.clone(), paper: id, code });
}

/// The way of the text into the form that asks for the same.
#[component]
fn Feed(props: &FinishProps) -> Html {
    let app = use_app();
    let t = app.t();
    let (dossier, template) = (&props.dossier, props.template);
    let undo = use_undo(&dossier.id, &format!("fed-{}", template.key));
    let Some(field) = Field::from_key(&template.feeds) else { return html! {} };
    let name = label(field, t);
    let text = told(dossier, template);
    let now = dossier.fields.get(field);
    if now.trim() == text.trim() {
        return html! {
            <>
                <p class="soft">{ icon(Icon::Check) }{ t.writing.fed.name(&name) }</p>
                <PutBack dossier={dossier.clone()} {undo} id="fed-back" />
            </>
        };
    }
    let put = {
        let text = text.clone();
        Callback::from(move |_: MouseEvent| {
            undo.act(&t.undo.old_text.name(&name), vec![Change::FieldWritten { field, value: text.clone() }]);
            focus_soon("fed-back".to_owned());
        })
    };
    html! {
        <p><button type="button" class="button button-small" disabled={text.is_empty()} onclick={put}>{ icon(Icon::Copy) }
            { (if now.trim().is_empty() { t.writing.feed } else { t.writing.feed_over }).name(&name) }</button></p>
    }
}
