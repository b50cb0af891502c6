use std::rc::Rc;

use yew::prelude::*;

use crate::domain::council::is_blind;
use crate::domain::decision::Text;
use crate::domain::dossier::Dossier;
use crate::domain::rating::Answer;
use crate::domain::templates::{Length, Template, length, story_criteria, text_of, word_count};
use crate::session::Change;
use crate::ui::components::{Icon, icon};
use crate::ui::hooks::use_app;
use crate::ui::route::{Page, Route};

#[derive(Properties, PartialEq)]
pub struct StoryProps {
    pub dossier: Rc<Dossier>,
    pub template: &'static Template,
}

/// What a story needs beside its words: how long it is, questions that only its writer can answer, and what each
/// level of the criteria on stories wants, with what is there.
#[component]
pub fn StoryChecks(props: &StoryProps) -> Html {
    let app = use_app();
    let (t, language) = (app.t(), app.language);
    let (dossier, template) = (&props.dossier, props.template);
    let text = template.prompt(&template.story).map(|prompt| text_of(dossier, template, prompt)).unwrap_or_default();
    let words = word_count(&text);
    let (class, says) = match length(words) {
        Length::None => ("chip chip-get", t.story.none),
        Length::Short => ("chip chip-act", t.story.short),
        Length::Fits => ("chip chip-have", t.story.fits),
        Length::Long => ("chip chip-act", t.story.long),
    };
    let writing = dossier.writings.get(&template.key);
    let question = |place: usize| {
        let question = &template.questions[place];
        let key = format!("ask-{}", question.key);
        let yes = writing.is_some_and(|writing| writing.answer(&key) == "yes");
        let onchange = {
            let (app, id) = (app.clone(), dossier.id.clone());
            Callback::from(move |event: Event| {
                let yes = event.target_unchecked_into::<web_sys::HtmlInputElement>().checked();
                let text = if yes { "yes".to_owned() } else { String::new() };
                app.change(&id, Change::PromptAnswered { template: template.key.clone(), prompt: key.clone(), text });
            })
        };
        html! {
            <li key={question.key.clone()}><label class="check"><input type="checkbox" checked={yes} {onchange} />
                <span>{ question.ask.get(language) }</span></label></li>
        }
    };
    html! {
        <section class="card story" aria-labelledby="story-checks">
            <h2 id="story-checks">{ icon(Icon::Book) }<span>{ t.story.title }</span>
                <span class="needed-count">{ t.story.words.of(words) }</span></h2>
            <p><span {class}>{ says }</span></p>
            <h3>{ t.story.ask }</h3>
            <p class="soft">{ t.story.ask_text }</p>
            <ul class="story-questions">{ for (0..template.questions.len()).map(question) }</ul>
            <h3>{ t.story.levels }</h3>
            { for story_criteria(dossier.set(), template).into_iter().map(|position| levels(&app, dossier, position)) }
            <h3>{ t.story.outputs }</h3>
            <ul class="story-outputs">
                for key in &template.outputs {
                    <li key={key.clone()}><OutputLink dossier={dossier.clone()} template={key.clone()} /></li>
                }
            </ul>
        </section>
    }
}

/// The levels of one criterion on stories: which is chosen, and which papers each wants that are there or missing.
fn levels(app: &crate::ui::hooks::AppHandle, dossier: &Dossier, position: usize) -> Html {
    let (t, language) = (app.t(), app.language);
    let criterion = &dossier.set().criteria[position];
    let chosen = dossier.assessment.answer(position);
    let level = |(place, label): (usize, &Text)| {
        let proofs =
            app.guide.as_deref().and_then(|guide| Some((guide, guide.facts.proofs.get(criterion.wording.key)?)));
        let missing = proofs.and_then(|(guide, proofs)| {
            let lists = proofs.iter().filter(|proof| proof.level == place);
            let missing = lists.map(|proof| proof.all.iter().filter(|paper| !dossier.holds(paper)).collect::<Vec<_>>());
            let fewest = missing.min_by_key(Vec::len)?;
            Some(fewest.into_iter().filter_map(|paper| guide.words.papers.get(paper)).cloned().collect::<Vec<_>>())
        });
        let is_chosen = !is_blind(dossier) && chosen == Answer::Level(u8::try_from(place).unwrap_or(u8::MAX));
        html! {
            <li key={place} class={is_chosen.then_some("story-chosen")}>
                <span>{ label.get(language) }</span>
                { match missing {
                    Some(missing) if missing.is_empty() => html! { <span class="chip chip-have">{ t.story.there }</span> },
                    Some(missing) => html! { <span class="soft">{ t.story.missing.papers(&missing.join("; ")) }</span> },
                    None => html! {},
                } }
            </li>
        }
    };
    html! {
        <details class="fold" open=false>
            <summary><span><span class="code">{ criterion.code }</span>{ " " }{ criterion.wording.title.get(language) }</span></summary>
            <ul class="story-levels">{ for criterion.ladder.labels.iter().enumerate().map(level) }</ul>
            <a class="link" href={Route::criterion(&dossier.id, criterion.code).href()}>{ t.story.to_criterion }</a>
        </details>
    }
}

#[derive(Properties, PartialEq)]
struct OutputProps {
    dossier: Rc<Dossier>,
    template: String,
}

/// A further paper that the same story goes into.
#[component]
fn OutputLink(props: &OutputProps) -> Html {
    let app = use_app();
    let templates = crate::ui::hooks::use_templates(props.dossier.set().decision().id);
    let Some(template) = templates.and_then(|templates| templates.get(&props.template)) else { return html! {} };
    let href = Route::dossier(&props.dossier.id, Page::Writing(template.key.clone())).href();
    html! { <a {href}>{ icon(Icon::Edit) }{ template.name.get(app.language) }</a> }
}
