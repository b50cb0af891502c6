use yew::prelude::*;

use super::super::DossierProps;
use super::super::lost::Lost;
use super::form::{NAME, Scored, SheetForm, score_id};
use crate::domain::council::{Scorer, Sheet, sheet_of};
use crate::domain::dossier::{Dossier, Reply};
use crate::session::Change;
use crate::ui::components::{Icon, action_bar, icon};
use crate::ui::hooks::{download_sheet, focus_soon, use_app, use_title};

/// The sheet of a scorer who got it as a file: filled in here, and sent back as a file.
#[component]
pub fn OwnSheet(props: &DossierProps) -> Html {
    let app = use_app();
    let t = app.t();
    let dossier = &props.dossier;
    use_title(t.council.sheet_of_file.to_owned());
    let Some(scorer) = dossier.scorer.clone() else { return html! { <Lost /> } };
    let onscored = {
        let (app, id) = (app.clone(), dossier.id.clone());
        Callback::from(move |scored: Scored| {
            app.change_by(&id, |dossier| {
                Some(match scored {
                    Scored::Level { position, answer } => Change::Answered { position, answer },
                    // Who takes it back has said nothing, as before.
                    Scored::Breach { question, held } => {
                        Change::Replied { question, reply: if held { Reply::Yes } else { Reply::Open } }
                    }
                    Scored::Said { what, text } => {
                        let mut scorer = dossier.scorer.clone()?;
                        what.write(&mut scorer, text);
                        Change::ScorerKept(scorer)
                    }
                })
            });
        })
    };
    // The sheet as it was sent: what is changed after that is not.
    let sent = use_state_eq(|| None::<Sheet>);
    let answered = dossier.assessment.answered();
    let all = dossier.set().criteria.len();
    // What is still to be done: the name first, which stands first.
    let open = dossier.assessment.iter().find(|(_, _, answer)| !answer.is_answered());
    let missing = match (scorer.name.trim().is_empty(), open) {
        (true, _) => Some((t.council.to_name.to_owned(), NAME.to_owned())),
        (false, Some((_, criterion, _))) => Some((t.tasks.go_on.code(&criterion.code), score_id(criterion.code))),
        (false, None) => None,
    };
    let send = {
        let (app, id, sent) = (app.clone(), dossier.id.clone(), sent.clone());
        Callback::from(move |_: MouseEvent| {
            app.change_by(&id, |dossier| {
                let scorer = Scorer { done: true, ..dossier.scorer.clone()? };
                let filled = Dossier { scorer: Some(scorer.clone()), ..dossier.clone() };
                download_sheet(&filled);
                sent.set(Some(sheet_of(&filled)));
                Some(Change::ScorerKept(scorer))
            });
        })
    };
    let sheet = Sheet { scorer, assessment: dossier.assessment.clone() };
    let is_sent = sent.as_ref() == Some(&sheet);
    html! {
        <>
            <main class="page page-narrow page-sheet">
                <h1 id="page-title" tabindex="-1">{ t.council.sheet_of_file }</h1>
                <p class="lead" lang="vi">{ dossier.name() }</p>
                <p class="soft">{ t.council.sheet_of_file_text }</p>
                <SheetForm dossier={dossier.clone()} {sheet} unnamed=true {onscored} />
            </main>
            { action_bar(html! {
                <>
                    <span class={if is_sent { "bar-said" } else { "soft" }} role="status">{ if is_sent { t.council.sent.to_owned() } else { t.council.answered.n_of(&answered, &all) } }</span>
                    if let Some((text, id)) = missing {
                        <button type="button" class="button button-act" onclick={Callback::from(move |_: MouseEvent| focus_soon(id.clone()))}>{ text }</button>
                    } else {
                        <button type="button" class="button button-act" onclick={send}>{ icon(Icon::Download) }{ t.council.send_back }</button>
                    }
                </>
            }) }
        </>
    }
}
