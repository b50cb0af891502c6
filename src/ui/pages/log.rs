use std::rc::Rc;

use web_sys::{HtmlInputElement, HtmlSelectElement, HtmlTextAreaElement};
use yew::prelude::*;

use super::undo::PutBack;
use super::{DossierProps, display_name};
use crate::domain::dossier::{Dossier, Holding, LogEntry, LogTopic, PaperRecord, from_log, missing_of_year, tidy_date};
use crate::session::Change;
use crate::ui::components::{ActionBar, Icon, icon, list_option};
use crate::ui::hooks::{AppHandle, Undo, focus_soon, go, new_id, use_app, use_day, use_title, use_undo};
use crate::ui::route::{Page, Route};

/// Between two ratings: what the next re-rating will ask, kept as it happens. By topic, for a product
/// recognised under an earlier decision has no answers under this one.
#[component]
pub fn LogPage(props: &DossierProps) -> Html {
    let app = use_app();
    let t = app.t();
    let today = use_day();
    let dossier = &props.dossier;
    use_title(t.log.title.to_owned());
    let undo = use_undo(&dossier.id, "log");
    let adding = use_state_eq(|| None::<LogEntry>);
    let new_entry = |topic: LogTopic, date: String| {
        let adding = adding.clone();
        Callback::from(move |_: MouseEvent| {
            let (id, _) = new_id();
            adding.set(Some(LogEntry { id, topic, date: date.clone(), ..LogEntry::default() }));
        })
    };
    let year = today.year() - 1;
    let held = dossier.standing().certificate();
    let missing =
        if held.is_some_and(|held| held.issued.year() <= year) { missing_of_year(dossier, year) } else { Vec::new() };
    let mut entries: Vec<&LogEntry> = dossier.log.iter().collect();
    entries.sort_by_key(|entry| std::cmp::Reverse(entry.day()));
    let take = {
        let (app, id) = (app.clone(), dossier.id.clone());
        Callback::from(move |_: MouseEvent| {
            app.change(&id, Change::LogTaken);
            go(&Route::dossier(&id, Page::Forms));
        })
    };
    html! {
        <>
            <main class="page page-narrow page-log">
                <h1 id="page-title" tabindex="-1">{ t.log.title }</h1>
                <p class="soft" lang={super::name_lang(dossier)}>{ display_name(dossier, t, app.language) }</p>
                <p class="lead">{ t.log.lead }</p>
                if !missing.is_empty() {
                    <section class="card log-year" aria-labelledby="log-year">
                        <h2 id="log-year">{ t.log.year.year(&year) }</h2>
                        <p class="buttons">
                            for topic in missing {
                                <button type="button" class="button" key={topic.name()} onclick={new_entry(topic, year.to_string())}>
                                    { icon(Icon::Plus) }{ topic.label(app.language) }
                                </button>
                            }
                        </p>
                    </section>
                }
                if let Some(entry) = &*adding {
                    <Entry key={entry.id.clone()} dossier={dossier.clone()} entry={entry.clone()} ondone={
                        let adding = adding.clone();
                        Callback::from(move |()| adding.set(None))
                    } />
                }
                if entries.is_empty() && adding.is_none() { <p class="empty">{ t.log.empty }</p> }
                <PutBack dossier={dossier.clone()} undo={undo.clone()} id="log-back" />
                <ul class="plain log-entries">for entry in entries {
                    <li class="card log-entry" key={entry.id.clone()}>{ row(&app, dossier, entry, &adding, &undo) }</li>
                }</ul>
                if !from_log(dossier).is_empty() {
                    <section class="card"><h2>{ t.log.take_title }</h2><p class="soft">{ t.log.take_text }</p>
                        <p><button type="button" class="button" onclick={take}>{ t.log.take }</button></p></section>
                }
            </main>
            <ActionBar>
                <button type="button" class="button button-act" onclick={new_entry(LogTopic::Materials, today.to_string())}>
                    { icon(Icon::Plus) }{ t.log.add }
                </button>
            </ActionBar>
        </>
    }
}

/// One entry as it is kept, to be changed or taken away.
fn row(
    app: &AppHandle,
    dossier: &Rc<Dossier>,
    entry: &LogEntry,
    adding: &UseStateHandle<Option<LogEntry>>,
    undo: &Undo,
) -> Html {
    let t = app.t();
    let papers = dossier.papers.iter().filter(|paper| entry.papers.contains(&paper.id));
    let titles: Vec<&str> = papers.map(|paper| paper.title.trim()).filter(|title| !title.is_empty()).collect();
    let edit = {
        let (adding, entry) = (adding.clone(), entry.clone());
        Callback::from(move |_: MouseEvent| adding.set(Some(entry.clone())))
    };
    let named = format!("{} {}", entry.topic.label(app.language), entry.date);
    let remove = {
        let (undo, entry, named) = (undo.clone(), entry.id.clone(), named.clone());
        Callback::from(move |_: MouseEvent| {
            undo.act(&named, vec![Change::LogRemoved(entry.clone())]);
            focus_soon("log-back".to_owned());
        })
    };
    html! {
        <>
            <p class="log-head"><strong>{ entry.topic.label(app.language) }</strong><span class="soft">{ &entry.date }</span></p>
            <p>{ &entry.text }</p>
            if !titles.is_empty() { <p class="soft">{ icon(Icon::File) }{ " " }{ titles.join(", ") }</p> }
            <p class="buttons">
                <button type="button" class="button" aria-label={t.log.edit.what(&named)} onclick={edit}>{ icon(Icon::Edit) }{ t.log.change }</button>
                <button type="button" class="button" aria-label={t.log.remove.what(&named)} onclick={remove}>{ icon(Icon::Trash) }{ t.log.delete }</button>
            </p>
        </>
    }
}

#[derive(Properties, PartialEq)]
struct EntryProps {
    dossier: Rc<Dossier>,
    entry: LogEntry,
    ondone: Callback<()>,
}

/// An entry being written. It is kept as it is typed.
#[component]
fn Entry(props: &EntryProps) -> Html {
    let app = use_app();
    let t = app.t();
    let dossier = &props.dossier;
    let kept = dossier.log.iter().find(|known| known.id == props.entry.id);
    let entry = kept.unwrap_or(&props.entry).clone();
    let paper = use_state_eq(String::new);
    let keep = {
        let (app, id, entry) = (app.clone(), dossier.id.clone(), entry.clone());
        move |change: &dyn Fn(&mut LogEntry)| {
            app.change_by(&id, |dossier| {
                let kept = dossier.log.iter().find(|known| known.id == entry.id);
                let mut entry = kept.unwrap_or(&entry).clone();
                change(&mut entry);
                Some(Change::LogKept(entry))
            });
        }
    };
    let set = |change: fn(&mut LogEntry, String)| {
        let keep = keep.clone();
        Callback::from(move |text: String| keep(&|entry| change(entry, text.clone())))
    };
    let date = set(|entry, text| entry.date = text);
    let topic = set(|entry, name| {
        entry.topic = LogTopic::ALL.into_iter().find(|topic| topic.name() == name).unwrap_or(entry.topic);
    });
    let text = set(|entry, text| entry.text = text);
    let link = |id: String| {
        let keep = keep.clone();
        Callback::from(move |_: Event| {
            keep(&|entry| {
                if !entry.papers.contains(&id) {
                    entry.papers.push(id.clone())
                } else {
                    entry.papers.retain(|known| *known != id)
                }
            });
        })
    };
    let add_paper = {
        let (app, id, keep, paper) = (app.clone(), dossier.id.clone(), keep.clone(), paper.clone());
        Callback::from(move |_: MouseEvent| {
            let title = paper.trim().to_owned();
            if title.is_empty() {
                return;
            }
            let (paper_id, _) = new_id();
            let record = PaperRecord { id: paper_id.clone(), title, holding: Holding::Have, ..PaperRecord::default() };
            app.change(&id, Change::PaperKept(record));
            keep(&|entry| entry.papers.push(paper_id.clone()));
            paper.set(String::new());
        })
    };
    let typed = paper.clone();
    let done = props.ondone.reform(|_: MouseEvent| ());
    html! {
        <section class="card log-form" aria-label={t.log.form}>
            <label class="field"><span class="field-label">{ t.log.topic }</span>
                <select onchange={topic.reform(|event: Event| event.target_unchecked_into::<HtmlSelectElement>().value())}>
                    for known in LogTopic::ALL {
                        { list_option(known.name(), known == entry.topic, known.label(app.language)) }
                    }
                </select></label>
            <label class="field"><span class="field-label">{ t.log.date }</span>
                <input type="text" inputmode="numeric" autocomplete="off" value={entry.date.clone()}
                    oninput={date.reform(|event: InputEvent| event.target_unchecked_into::<HtmlInputElement>().value())}
                    onchange={date.reform(|event: Event| tidy_date(&event.target_unchecked_into::<HtmlInputElement>().value()))} /></label>
            <label class="field"><span class="field-label">{ t.log.text }</span>
                <textarea rows="3" value={entry.text.clone()} placeholder={t.log.text_hint}
                    oninput={text.reform(|event: InputEvent| event.target_unchecked_into::<HtmlTextAreaElement>().value())} /></label>
            <fieldset class="log-papers"><legend class="field-label">{ t.log.papers }</legend>
                for known in dossier.papers.iter().filter(|known| !known.title.trim().is_empty()) {
                    <label class="check" key={known.id.clone()}>
                        <input type="checkbox" checked={entry.papers.contains(&known.id)} onchange={link(known.id.clone())} />
                        <span>{ known.title.clone() }</span>
                    </label>
                }
                <div class="log-paper">
                    <label class="field"><span class="sr-only">{ t.log.new_paper }</span>
                        <input type="text" autocomplete="off" placeholder={t.log.new_paper} value={(*paper).clone()}
                            oninput={Callback::from(move |event: InputEvent| typed.set(event.target_unchecked_into::<HtmlInputElement>().value()))} /></label>
                    <button type="button" class="button" onclick={add_paper}>{ icon(Icon::Plus) }{ t.log.add_paper }</button>
                </div>
            </fieldset>
            <p><button type="button" class="button" onclick={done}>{ icon(Icon::Check) }{ t.log.done }</button></p>
        </section>
    }
}
