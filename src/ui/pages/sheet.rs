use yew::prelude::*;

use super::DossierProps;
use super::answers::LevelList;
use super::frame::Frame;
use crate::domain::decision::Criterion;
use crate::domain::dossier::Dossier;
use crate::domain::rating::{Open, counted_points};
use crate::session::Change;
use crate::ui::hooks::{lead_to, rating_of, use_app, use_title};
use crate::ui::route::{Page, Route};

/// The whole set as one sheet, for those who know it: a row a criterion, a list of its levels.
#[component]
pub fn Sheet(props: &DossierProps) -> Html {
    let app = use_app();
    let (t, language) = (app.t(), app.language);
    let dossier = &props.dossier;
    let set = dossier.set();
    use_title(t.sheet.title.to_owned());
    let points = counted_points(&dossier.assessment, Open::AtZero);
    let rating = rating_of(dossier);
    // The next that is open after the one led to last, and then from the first again.
    let led = use_state_eq(|| None::<usize>);
    let open: Vec<_> = dossier.assessment.iter().filter(|(_, _, answer)| !answer.is_answered()).collect();
    let open = open.iter().find(|(position, ..)| led.is_some_and(|led| *position > led)).or(open.first()).copied();
    let actions = html! {
        <>
            if let Some((position, criterion, _)) = open {
                <button type="button" class="button" onclick={move |_: MouseEvent| { lead_to(&list_id(criterion)); led.set(Some(position)); }}>
                    { t.sheet.to_open.code(&criterion.code) }
                </button>
            }
            <a class="button button-act" href={Route::dossier(&dossier.id, Page::Result).href()}>{ t.tasks.result }</a>
        </>
    };
    html! {
        <Frame dossier={dossier.clone()} class="page-sheet" {actions}>
            <h1 id="page-title" tabindex="-1">{ t.sheet.title }</h1>
            <p class="soft">{ t.sheet.lead }</p>
            for (part, sum) in set.parts.iter().zip(&rating.parts) {
                <section class="sheet-part">
                    <h2>{ format!("{}. {}", part.code.letter(), part.title.get(language)) }
                        <span class="sheet-sum">{ format!("{}/{}", sum.points.0, sum.max.0) }</span></h2>
                    for group in part.groups {
                        if !group.is_leaf { <h3>{ format!("{}. {}", group.code, group.title.get(language)) }</h3> }
                        <ul class="sheet-rows">
                            for position in group.criteria.clone() {
                                <Row key={position} dossier={dossier.clone()} {position} points={points[position].0} />
                            }
                        </ul>
                    }
                </section>
            }
        </Frame>
    }
}

/// The id of the list of a criterion's levels.
fn list_id(criterion: &Criterion) -> String {
    format!("sheet-{}", criterion.code)
}

#[derive(Properties)]
struct RowProps {
    dossier: std::rc::Rc<Dossier>,
    position: usize,
    points: u8,
}

impl PartialEq for RowProps {
    /// A row is drawn again only when its own answer changed.
    fn eq(&self, other: &RowProps) -> bool {
        self.position == other.position
            && self.points == other.points
            && self.dossier.id == other.dossier.id
            && self.dossier.assessment.answer(self.position) == other.dossier.assessment.answer(self.position)
    }
}

#[component]
fn Row(props: &RowProps) -> Html {
    let app = use_app();
    let (t, language) = (app.t(), app.language);
    let position = props.position;
    let criterion = &props.dossier.set().criteria[position];
    let answer = props.dossier.assessment.answer(position);
    let onchoose = {
        let (app, id) = (app.clone(), props.dossier.id.clone());
        Callback::from(move |answer| app.change(&id, Change::Answered { position, answer }))
    };
    let id = list_id(criterion);
    let title = criterion.wording.title.get(language);
    html! {
        <li class={classes!("sheet-row", answer.is_answered().then_some("sheet-row-done"))}>
            <label for={id.clone()}><span class="code">{ criterion.code }</span>{ " " }{ title }</label>
            { LevelList { criterion, answer, open: t.sheet.open, id: Some(id), name: None, onchoose }.view(language, t) }
            <span class="sheet-points">{ if answer.is_answered() { format!("{}/{}", props.points, criterion.max.0) } else { format!("–/{}", criterion.max.0) } }</span>
        </li>
    }
}
