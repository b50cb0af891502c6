use std::rc::Rc;

use web_sys::{HtmlInputElement, HtmlTextAreaElement};
use yew::prelude::*;

use crate::domain::dossier::{Dossier, Field, tidy_date};
use crate::domain::templates::{Prompt, PromptKind, Source, Template, drawn, other_unit};
use crate::session::Change;
use crate::ui::components::{Icon, icon};
use crate::ui::hooks::{focus_soon, use_app, use_templates, use_undo};
use crate::ui::pages::evidence::click;
use crate::ui::pages::forms::labels::label;
use crate::ui::pages::undo::PutBack;

#[derive(Properties, PartialEq)]
pub struct PromptProps {
    pub dossier: Rc<Dossier>,
    pub template: &'static Template,
    pub prompt: &'static Prompt,
}

/// One question. What stands elsewhere already is shown with where it comes from, and is printed until
/// something else is written here.
#[component]
pub fn PromptField(props: &PromptProps) -> Html {
    let app = use_app();
    let (t, language) = (app.t(), app.language);
    let (dossier, template, prompt) = (&props.dossier, props.template, props.prompt);
    let templates = use_templates(dossier.set().decision().id);
    let own = dossier.writings.get(&template.key).and_then(|writing| writing.answers.get(&prompt.key));
    let own = own.cloned().unwrap_or_default();
    let elsewhere = drawn(dossier, template, prompt);
    let id = format!("ask-{}", prompt.key);
    let undo = use_undo(&dossier.id, &format!("ask-{}-{}", template.key, prompt.key));
    let back = format!("back-{id}");
    let write = {
        let (app, dossier) = (app.clone(), dossier.id.clone());
        Callback::from(move |text: String| {
            let (template, prompt) = (template.key.clone(), prompt.key.clone());
            app.change(&dossier, Change::PromptAnswered { template, prompt, text });
        })
    };
    if let Some(found) = elsewhere.as_ref().filter(|_| own.is_empty()) {
        let from = match found.from {
            Source::Field(key) => {
                let name = Field::from_key(key).map_or("", |field| label(field, t));
                t.writing.from_field.name(&name)
            }
            Source::Notes(_) => t.writing.from_notes.to_owned(),
            Source::Joined(_) => t.writing.from_joined.to_owned(),
            Source::Unit(..) => t.writing.from_rows.to_owned(),
            Source::Writing(key, _) | Source::Together(key, _) => {
                let name =
                    templates.and_then(|templates| templates.get(key)).map_or("", |known| known.name.get(language));
                t.writing.from_writing.name(&name)
            }
        };
        let edit = {
            let (write, text, id) = (write.clone(), found.text.clone(), id.clone());
            click(&app, move |_| {
                write.emit(text.clone());
                focus_soon(id.clone());
            })
        };
        return html! {
            <div class="field prompt">
                <span class="field-label">{ prompt.ask.get(language) }</span>
                <div class="drawn">
                    <p class="soft">{ icon(Icon::Copy) }<span>{ from }</span></p>
                    <p class="drawn-text">{ found.text.clone() }</p>
                    <button type="button" class="button button-small" onclick={edit}
                        aria-label={format!("{}: {}", t.writing.edit_here, prompt.ask.get(language))}>{ icon(Icon::Edit) }{ t.writing.edit_here }</button>
                </div>
                <PutBack dossier={dossier.clone()} {undo} id={back} />
            </div>
        };
    }
    let control = match prompt.kind {
        PromptKind::Long | PromptKind::List => {
            let oninput =
                write.reform(|event: InputEvent| event.target_unchecked_into::<HtmlTextAreaElement>().value());
            html! { <textarea id={id.clone()} rows="3" value={own.clone()} {oninput} /> }
        }
        kind => {
            let oninput = write.reform(|event: InputEvent| event.target_unchecked_into::<HtmlInputElement>().value());
            let onchange = (kind == PromptKind::Date).then(|| {
                write.reform(|event: Event| tidy_date(&event.target_unchecked_into::<HtmlInputElement>().value()))
            });
            let mode = match kind {
                PromptKind::Number => "decimal",
                PromptKind::Date => "numeric",
                _ => "text",
            };
            html! {
                <input type="text" id={id.clone()} inputmode={mode} value={own.clone()} {oninput} {onchange}
                    placeholder={(kind == PromptKind::Date).then_some("dd/mm/yyyy")} autocomplete="off" maxlength="500" />
            }
        }
    };
    let drawn_again = {
        let name = t.undo.old_text.name(&prompt.ask.get(language));
        Callback::from(move |_: MouseEvent| {
            let (template, prompt) = (template.key.clone(), prompt.key.clone());
            undo.act(&name, vec![Change::PromptAnswered { template, prompt, text: String::new() }]);
            focus_soon(back.clone());
        })
    };
    let hint = prompt.hint.as_ref().map(|hint| hint.get(language));
    html! {
        <div class="field prompt">
            <label class="field-label" for={id}>{ prompt.ask.get(language) }
                if prompt.optional { <span class="soft prompt-optional">{ t.writing.optional }</span> }</label>
            if let Some(hint) = hint { <span class="soft prompt-hint">{ hint }</span> }
            if prompt.kind == PromptKind::List && hint.is_none() { <span class="soft prompt-hint">{ t.writing.one_a_line }</span> }
            { control }
            if let Some(rows) = other_unit(dossier, template, prompt) {
                <p class="note" role="status">{ t.writing.other_unit.here_rows(&own, &rows) }</p>
            }
            if elsewhere.is_some() {
                <button type="button" class="link link-quiet prompt-back" onclick={drawn_again}>
                    { t.writing.own_again }</button>
            }
        </div>
    }
}
