use std::rc::Rc;

use yew::prelude::*;

use super::asking::missing;
use super::keep;
use crate::domain::calendar::Date;
use crate::domain::council::{Component, Desk};
use crate::domain::dossier::Dossier;
use crate::ui::components::{Fold, Icon, icon};
use crate::ui::hooks::use_app;
use crate::words::Words;

#[derive(Properties, PartialEq)]
pub struct ComponentsProps {
    pub dossier: Rc<Dossier>,
    pub desk: Desk,
    pub today: Date,
}

/// The components of the dossier (articles 6.1, 6.2, 7.1), to be ticked as they are found; beside each how much of it the
/// check still misses.
#[component]
pub fn Components(props: &ComponentsProps) -> Html {
    let app = use_app();
    let t = app.t();
    let ComponentsProps { dossier, desk, today } = props;
    let all = Component::of(dossier);
    let there = all.iter().filter(|component| desk.there.contains(component)).count();
    // The officer's own words are typed on the same page, and the check reads none of them.
    let checked = Dossier { desk: None, revision: 0, updated: String::new(), ..(**dossier).clone() };
    let missing = use_memo((checked, *today), |(checked, today)| missing(checked, *today));
    let row = |component: &Component| {
        let component = *component;
        let is_there = desk.there.contains(&component);
        let gaps = missing.iter().filter(|place| component.has(place)).count();
        let keep = keep(&app, dossier);
        let onchange = Callback::from(move |_: Event| {
            keep.emit(Box::new(move |desk: &mut Desk| {
                if !desk.there.remove(&component) {
                    desk.there.insert(component);
                }
            }));
        });
        html! {
            <li><label class="form-tick-label"><input type="checkbox" checked={is_there} {onchange} />
                <span>{ name(dossier, component, t) }
                    if gaps > 0 { { " " }<span class="soft">{ t.desk.gaps.of(gaps) }</span> }
                </span></label></li>
        }
    };
    html! {
        <section class="desk-part" aria-labelledby="desk-components">
            <h2 id="desk-components" class="sr-only">{ t.desk.components }</h2>
            <Fold open={false} summary={html! { <>
                { icon(Icon::File) }<span>{ t.desk.components }</span>
                <span class={classes!("chip", (there == all.len()).then_some("chip-have"))}>{ t.desk.there.n_of(&there, &all.len()) }</span>
            </> }}>
                <p class="soft">{ t.desk.components_text }</p>
                <ul class="plain">{ for all.iter().map(row) }</ul>
            </Fold>
        </section>
    }
}

fn name(dossier: &Dossier, component: Component, t: &'static Words) -> String {
    match component {
        Component::Registration => t.desk.c_registration.to_owned(),
        Component::Report => t.desk.c_report.to_owned(),
        Component::Changes => t.desk.c_changes.to_owned(),
        Component::News => t.desk.c_news.to_owned(),
        Component::Papers => t.desk.c_papers.to_owned(),
        Component::PaperSet => t.desk.c_paper_set.to_owned(),
        Component::FileSet => t.desk.c_file_set.to_owned(),
        Component::Samples => t.desk.c_samples.n(&dossier.set().decision().samples),
    }
}
