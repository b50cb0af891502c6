use std::rc::Rc;

use yew::prelude::*;

use super::finish::Finish;
use super::given::given_names;
use super::prompt::PromptField;
use super::state;
use super::story::StoryChecks;
use crate::domain::decision::Language;
use crate::domain::dossier::Dossier;
use crate::domain::dossier::proves_now;
use crate::domain::figures::Figures;
use crate::domain::forms::{as_listed, folded_html, html_body};
use crate::domain::templates::{Template, blanks, draw, guide_paper, progress, table_fact};
use crate::ui::components::{Icon, icon};
use crate::ui::hooks::{
    focus_unless_typing, in_app_browser, print_page, template_html, template_word, use_app, use_places_for,
    use_templates, use_title,
};
use crate::ui::pages::evidence::click;
use crate::ui::pages::figures::Editor;
use crate::ui::pages::frame::Frame;
use crate::ui::route::{Page, Route};

#[derive(Properties, PartialEq)]
pub struct WritingProps {
    pub dossier: Rc<Dossier>,
    /// Key of the template.
    pub template: String,
}

/// One paper: its questions one below the other, what comes from the dossier, and the paper as it is printed.
#[component]
pub fn WritingPage(props: &WritingProps) -> Html {
    let app = use_app();
    let t = app.t();
    let dossier = &props.dossier;
    let templates = use_templates(dossier.set().decision().id);
    let template: Option<&'static Template> = templates.and_then(|templates| templates.get(&props.template));
    use_title(template.map_or(t.writing.title, |template| template.name.get(app.language)).to_owned());
    // Where the templates came after the page, the heading that had the focus is another now.
    let waited = use_mut_ref(|| false);
    let late = *waited.borrow();
    *waited.borrow_mut() |= templates.is_none();
    match template {
        Some(template) => html! { <Writer {late} key={template.key.clone()} dossier={dossier.clone()} {template} /> },
        None => html! {
            <Frame dossier={dossier.clone()} class="page-narrow">
                <h1 id="page-title" tabindex="-1">{ t.writing.title }</h1>
                <p class="soft" role="status">{ if templates.is_some() { t.writing.lost } else { t.writing.loading } }</p>
            </Frame>
        },
    }
}

#[derive(Properties, PartialEq)]
struct WriterProps {
    dossier: Rc<Dossier>,
    template: &'static Template,
    late: bool,
}

#[component]
fn Writer(props: &WriterProps) -> Html {
    let app = use_app();
    let (t, language) = (app.t(), app.language);
    let (dossier, template) = (&props.dossier, props.template);
    let refused = use_state_eq(|| false);
    use_effect_with(props.late, |late| {
        if *late {
            focus_unless_typing("page-title".to_owned());
        }
    });
    let places = use_places_for(dossier);
    let sheet = use_memo((dossier.clone(), places), |(dossier, places)| {
        let paper = draw(&as_listed(dossier, places.as_deref()), template);
        AttrValue::from(if template.folded { folded_html(&paper) } else { html_body(&paper, None) })
    });
    let word = {
        let dossier = dossier.clone();
        click(&app, move |app| template_word(app, &dossier, template))
    };
    let html_file = {
        let dossier = dossier.clone();
        Callback::from(move |_: MouseEvent| template_html(&dossier, template))
    };
    let print = {
        let refused = refused.clone();
        Callback::from(move |_: MouseEvent| refused.set(!print_page()))
    };
    let actions = html! {
        <>
            <button type="button" class="button" onclick={word}>{ icon(Icon::Download) }{ t.writing.word }</button>
            <button type="button" class="button button-act" onclick={print}>{ icon(Icon::Print) }{ t.writing.print }</button>
        </>
    };
    html! {
        <Frame dossier={dossier.clone()} class="page-preview page-writing" {actions}>
            <div class="writing-head">
                <h1 id="page-title" tabindex="-1">{ template.name.get(language) }</h1>
                <p class="writing-state">{ state(progress(dossier, template), blanks(dossier, template).len(), t) }{ criteria(props, &app) }
                    <a href={Route::dossier(&dossier.id, Page::Writings).href()}>{ t.writing.to_all }</a></p>
                <p class="soft">{ template.why.get(language) }</p>
                if language == Language::En { <p class="soft">{ t.writing.vietnamese }</p> }
                if *refused || in_app_browser() {
                    <p class="note" role="status">{ if *refused { t.preview.no_print } else { t.check.in_app } }</p>
                }
            </div>
            <div class="writing-sides">
                <div class="writing-questions">
                    { given_names(dossier, template, t) }
                    for prompt in &template.prompts {
                        <PromptField key={prompt.key.clone()} dossier={dossier.clone()} {template} {prompt} />
                    }
                    { tables(props, language) }
                    if !template.story.is_empty() { <StoryChecks dossier={dossier.clone()} {template} /> }
                    <Finish dossier={dossier.clone()} {template} />
                </div>
                <section class="writing-print" aria-labelledby="writing-print">
                    <h2 id="writing-print">{ t.writing.preview }</h2>
                    <p class="soft writing-draft">{ t.writing.draft }</p>
                    <p class="links"><button type="button" class="link" onclick={html_file}>{ icon(Icon::Download) }{ t.writing.html }</button></p>
                    <div class="sheets">{ Html::from_html_unchecked((*sheet).clone()) }</div>
                </section>
            </div>
        </Frame>
    }
}

/// The criteria whose chosen level it proves, or that it could prove, as links.
fn criteria(props: &WriterProps, app: &crate::ui::hooks::AppHandle) -> Html {
    let (dossier, template) = (&props.dossier, props.template);
    let Some(guide) = app.guide.as_deref() else { return html! {} };
    let papers = guide_paper(dossier, guide, template).into_iter().chain(&template.beside);
    let mut places: Vec<usize> = papers.flat_map(|paper| proves_now(dossier, guide, paper)).collect();
    places.sort_unstable();
    places.dedup();
    let link = |place: usize| {
        let code = dossier.set().criteria[place].code;
        html! { <a key={code} class="code" href={Route::criterion(&dossier.id, code).href()}>{ code }</a> }
    };
    html! { <>{ for places.into_iter().map(link) }</> }
}

/// The tables of the paper; one that stands behind an answer is the same there.
fn tables(props: &WriterProps, language: Language) -> Html {
    let (dossier, template) = (&props.dossier, props.template);
    let figures = Figures::of(dossier.set().decision());
    let table = |body: &'static crate::domain::templates::TableBody| {
        let fact = table_fact(template, figures, &body.key)?;
        let doubtful = dossier.uncounted(&body.key);
        Some(html! {
            <div key={body.key.clone()} class="card figures">
                <h2 id={format!("figures-{}", body.key)} tabindex="-1">{ icon(Icon::Sheet) }<span>{ fact.title.get(language) }</span></h2>
                <p class="soft">{ fact.hint.get(language) }</p>
                <Editor dossier={dossier.clone()} table={body.key.clone()} {fact} {doubtful} preset={body.rows.clone()} />
            </div>
        })
    };
    html! { <>{ for template.table_bodies().filter_map(table) }</> }
}
