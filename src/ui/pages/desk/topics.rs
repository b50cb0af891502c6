use std::rc::Rc;

use web_sys::HtmlTextAreaElement;
use yew::prelude::*;

use super::keep;
use crate::domain::council::{Desk, Topic};
use crate::domain::dossier::Dossier;
use crate::domain::forms::description;
use crate::ui::components::Fold;
use crate::ui::hooks::AppHandle;

/// The four topics that the commune assesses, each with what the applicant says of it. What is written steps back, and
/// the first that is not is open, unless the dossier goes back to the applicant first.
pub fn topics(app: &AppHandle, dossier: &Rc<Dossier>, desk: &Desk, goes_back: bool) -> Html {
    let t = app.t();
    let labels = [t.desk.materials, t.desk.labour, t.desk.idea, t.desk.identity];
    let is_written = |place: usize| !desk.assessments[place].trim().is_empty();
    let next = (0..labels.len()).find(|place| !goes_back && !is_written(*place));
    html! {
        <section class="desk-part" aria-labelledby="desk-topics">
            <h2 id="desk-topics">{ t.desk.topics }</h2>
            <p class="soft">{ t.desk.topics_text }</p>
            for (place, (topic, label)) in Topic::ALL.into_iter().zip(labels).enumerate() {
                <Fold class="desk-topic" open={next == Some(place)} summary={html! { <>
                    <span>{ label }</span>
                    if is_written(place) {
                        <span class="chip chip-have">{ t.desk.is_written }</span>
                    } else {
                        <span class="chip">{ t.desk.not_written }</span>
                    }
                </> }}>
                    <fieldset>
                        <legend class="sr-only">{ label }</legend>
                        <div class="desk-described">{ described(dossier, topic, t.desk.nothing) }</div>
                        <label class="field"><span class="field-label">{ t.desk.assessment }</span>
                            <textarea rows="3" maxlength="20000" value={desk.assessments[place].clone()} oninput={written(app, dossier, place)} />
                        </label>
                    </fieldset>
                </Fold>
            }
        </section>
    }
}

/// What the applicant says, a paragraph per criterion, each behind its code.
fn described(dossier: &Dossier, topic: Topic, nothing: &'static str) -> Html {
    let text = description(dossier, topic);
    if text.is_empty() {
        return html! { <p class="soft">{ nothing }</p> };
    }
    let is_code = |word: &str| dossier.set().position(word).is_some();
    html! {
        for line in text.lines() {
            if let Some((code, rest)) = line.split_once(' ').filter(|(word, _)| is_code(word)) {
                <p class="soft" lang="vi"><span class="code">{ code }</span>{ " " }{ rest }</p>
            } else {
                <p class="soft" lang="vi">{ line }</p>
            }
        }
    }
}

fn written(app: &AppHandle, dossier: &Rc<Dossier>, place: usize) -> Callback<InputEvent> {
    let keep = keep(app, dossier);
    Callback::from(move |event: InputEvent| {
        let text = event.target_unchecked_into::<HtmlTextAreaElement>().value();
        keep.emit(Box::new(move |desk| desk.assessments[place] = text));
    })
}
