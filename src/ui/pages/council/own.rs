use yew::prelude::*;

use super::super::DossierProps;
use super::super::lost::Lost;
use super::form::{Scored, SheetForm};
use crate::domain::council::{Scorer, Sheet};
use crate::domain::dossier::Dossier;
use crate::session::{Change, NoticeKind};
use crate::ui::components::{Icon, action_bar, icon};
use crate::ui::hooks::{download_sheet, use_app, use_title};

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
                    Scored::Said { what, text } => {
                        let mut scorer = dossier.scorer.clone()?;
                        what.write(&mut scorer, text);
                        Change::ScorerKept(scorer)
                    }
                })
            });
        })
    };
    let answered = dossier.assessment.answered();
    let all = dossier.set().criteria.len();
    let ready = answered == all && !scorer.name.trim().is_empty();
    let send = {
        let (app, id) = (app.clone(), dossier.id.clone());
        Callback::from(move |_: MouseEvent| {
            app.change_by(&id, |dossier| {
                let scorer = Scorer { done: true, ..dossier.scorer.clone()? };
                download_sheet(&Dossier { scorer: Some(scorer.clone()), ..dossier.clone() });
                Some(Change::ScorerKept(scorer))
            });
            app.notice_here(NoticeKind::Done, |t, _| t.council.sent.to_owned());
        })
    };
    let sheet = Sheet { scorer, assessment: dossier.assessment.clone() };
    html! {
        <>
            <main class="page page-narrow page-sheet">
                <h1 id="page-title" tabindex="-1">{ t.council.sheet_of_file }</h1>
                <p class="lead">{ dossier.name() }</p>
                <p class="soft">{ t.council.sheet_of_file_text }</p>
                <SheetForm dossier={dossier.clone()} {sheet} unnamed=true {onscored} />
            </main>
            { action_bar(html! {
                <>
                    <span class="soft" role="status">{ t.council.answered.n_of(&answered, &all) }</span>
                    <button type="button" class="button button-act" disabled={!ready} onclick={send}>{ icon(Icon::Download) }{ t.council.send_back }</button>
                </>
            }) }
        </>
    }
}
