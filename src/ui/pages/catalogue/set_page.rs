use std::rc::Rc;

use web_sys::HtmlSelectElement;
use yew::prelude::*;

use super::guidance::Guidance;
use super::levels::levels;
use crate::domain::decision::{
    Erratum, Group, Language, NoteKind, Part, ProductSet, StarMinimum, errata_of, set_with_key,
};
use crate::session::Action;
use crate::ui::components::{ActionBar, Icon, icon};
use crate::ui::hooks::{go, new_dossier, use_app, use_in_sight, use_title};
use crate::ui::route::{Page, Route};
use crate::words::Words;

#[derive(Properties, PartialEq)]
pub struct SetPageProps {
    pub set: &'static ProductSet,
    /// The criterion to bring into sight.
    pub code: Option<String>,
}

/// One set to read: parts, groups, criteria, levels, notes, doubts, help.
#[component]
pub fn SetPage(props: &SetPageProps) -> Html {
    let app = use_app();
    let (t, language) = (app.t(), app.language);
    let set = props.set;
    let title = t.set_page.title.name_no(&set.name.get(language), &set.no.0);
    use_title(title.clone());
    use_in_sight(props.code.as_ref().map(|code| anchor(code)));
    let start = {
        let app = app.clone();
        Callback::from(move |_: MouseEvent| {
            let dossier = new_dossier(set);
            let route = Route::dossier(&dossier.id, Page::Tasks);
            app.act(Action::DossierAdded(Rc::new(dossier)));
            go(&route);
        })
    };
    let current = props.code.as_deref();
    html! {
        <>
            <main class="page page-set">
                <header class="set-head">
                    <h1 id="page-title" tabindex="-1">{ title }</h1>
                    { about(set, language, t) }
                    <CompareWith {set} />
                </header>
                { contents(set, current, language, t) }
                <div class="set-body">
                    for part in set.parts { { part_of(set, part, current, language, t) } }
                    <p class="soft">{ t.set_page.source.no_number(&set.no.0, &set.decision().number) }</p>
                </div>
            </main>
            <ActionBar>
                <button type="button" class="button button-act" onclick={start}>{ t.set_page.start }</button>
            </ActionBar>
        </>
    }
}

/// The id of a criterion's heading.
fn anchor(code: &str) -> String {
    format!("criterion-{code}")
}

/// Class, ministries, examples, what rejects a dossier, how many minimums each star has.
fn about(set: &'static ProductSet, language: Language, t: &'static Words) -> Html {
    let class = set.class;
    let places = [Some(class.sector), Some(class.group), class.subgroup];
    let places: Vec<&str> = places.into_iter().flatten().map(|text| text.get(language)).collect();
    let order = usize::from(language == Language::En);
    html! {
        <>
            <dl class="facts">
                <div><dt>{ t.set_page.class }</dt><dd>{ places.join(" › ") }</dd></div>
                <div><dt>{ t.set_page.ministries }</dt><dd lang="vi">{ class.ministries.join(", ") }</dd></div>
                <div><dt>{ t.set_page.examples }</dt><dd>{ set.examples[order].join(", ") }</dd></div>
                <div><dt>{ t.set_page.floors_title }</dt><dd class="set-floors">
                    for minimum in StarMinimum::ALL {
                        { floors(set, minimum, t) }
                    }
                </dd></div>
            </dl>
            <p class="links"><a href={Route::BlankSheet { set }.href()}>{ icon(Icon::Print) }{ t.set_page.blank_sheet }</a></p>
            if let Some(line) = set.disqualification {
                <p class="note"><strong>{ t.set_page.rejected }</strong><br />{ line.text.get(language) }</p>
            }
        </>
    }
}

fn floors(set: &ProductSet, minimum: StarMinimum, t: &'static Words) -> Html {
    let count = set.criteria.iter().filter(|criterion| criterion.minimum_level(minimum).is_some()).count();
    html! { <span>{ t.set_page.floors.of_star(count, &u8::from(minimum.star())) }</span> }
}

/// The way to each part and, on wide screens, to each criterion.
fn contents(set: &'static ProductSet, current: Option<&str>, language: Language, t: &'static Words) -> Html {
    let to = |code: &str| Route::Set { set, code: Some(code.to_owned()) }.href();
    html! {
        <nav class="set-contents" aria-label={t.set_page.parts}>
            for part in set.parts {
                <a class="set-part-link" href={to(set.criteria[part.criteria().start].code)}>
                    { t.set_page.part.part(&part.code.letter()) }
                    <span class="soft">{ t.set_page.max.of(part.max.0.into()) }</span>
                </a>
                <ul class="plain wide-only side-list">
                    for position in part.criteria() {
                        <li><a class={classes!("side-row", (current == Some(set.criteria[position].code)).then_some("side-current"))}
                            href={to(set.criteria[position].code)}>
                            <span class="side-title">{ set.criteria[position].code }{ " " }{ set.criteria[position].wording.title.get(language) }</span>
                            <span class="side-points">{ set.criteria[position].max.0 }</span>
                        </a></li>
                    }
                </ul>
            }
        </nav>
    }
}

fn part_of(
    set: &'static ProductSet,
    part: &'static Part,
    current: Option<&str>,
    language: Language,
    t: &'static Words,
) -> Html {
    let letter = part.code.letter();
    let of_part = set.decision().errata.iter().filter(|erratum| erratum.set == Some(set.no) && erratum.place == letter);
    html! {
        <section class="set-part">
            <h2><span>{ letter }{ ". " }{ part.title.get(language) }</span>
                <span class="set-sum">{ t.set_page.max.of(part.max.0.into()) }</span></h2>
            for erratum in of_part { { doubt(erratum, language, t) } }
            for group in part.groups { { group_of(set, group, current, language, t) } }
        </section>
    }
}

fn group_of(
    set: &'static ProductSet,
    group: &'static Group,
    current: Option<&str>,
    language: Language,
    t: &'static Words,
) -> Html {
    html! {
        <>
            if !group.is_leaf {
                <h3 class="set-group"><span>{ group.code }{ ". " }{ group.title.get(language) }</span>
                    <span class="set-sum">{ t.set_page.max.of(group.max.0.into()) }</span></h3>
            }
            for position in group.criteria.clone() {
                if let Some(subgroup) = group.subgroups.iter().find(|subgroup| subgroup.criteria.start == position) {
                    <p class="set-subgroup">{ subgroup.code }{ ". " }{ subgroup.title.get(language) }
                        <span class="set-sum">{ t.set_page.max.of(subgroup.max.0.into()) }</span></p>
                }
                { entry(set, position, group.is_leaf, current, language, t) }
            }
        </>
    }
}

/// One criterion as it is to be read.
fn entry(
    set: &'static ProductSet,
    position: usize,
    is_group: bool,
    current: Option<&str>,
    language: Language,
    t: &'static Words,
) -> Html {
    let criterion = &set.criteria[position];
    let id = anchor(criterion.code);
    let here = current == Some(criterion.code);
    let href = Route::Set { set, code: Some(criterion.code.to_owned()) }.href();
    let tag = if is_group { "h3" } else { "h4" };
    html! {
        <article class={classes!("entry", "card", here.then_some("entry-here"))} aria-labelledby={id.clone()} key={criterion.code}>
            <@{tag} class="entry-title" {id} tabindex="-1">
                <a {href}><span class="code">{ criterion.code }</span>{ " " }{ criterion.wording.title.get(language) }</a>
            </@>
            <p class="entry-max soft">{ t.catalogue.up_to.of(criterion.max.0.into()) }</p>
            <p>{ criterion.wording.question.get(language) }</p>
            { levels(criterion, language, t) }
            if criterion.note(NoteKind::MinimumAppliesIf).is_some() {
                <p class="note">{ t.criterion.must_declare }</p>
            }
            for note in criterion.notes {
                <p class="printed-note">{ note.text.get(language) }</p>
            }
            for erratum in errata_of(set, position) { { doubt(erratum, language, t) } }
            <Guidance set={set.no} {criterion} />
        </article>
    }
}

/// A place in print that is corrected or doubtful, beside what it touches.
fn doubt(erratum: &Erratum, language: Language, t: &'static Words) -> Html {
    let (printed, applied) = (erratum.printed.get(language), erratum.applied.get(language));
    html! {
        <p class="entry-doubt">
            { icon(Icon::Warning) }
            <span><strong>{ if erratum.kind.is_doubt() { t.criterion.doubt } else { t.criterion.misprint } }{ ". " }</strong>
                { t.criterion.printed.applied_printed(&applied, &printed) }</span>
        </p>
    }
}

#[derive(Properties, PartialEq)]
struct CompareWithProps {
    set: &'static ProductSet,
}

/// Another set to lay beside this one.
#[component]
fn CompareWith(props: &CompareWithProps) -> Html {
    let app = use_app();
    let (t, language) = (app.t(), app.language);
    let left = props.set;
    let select = use_node_ref();
    let onsubmit = {
        let select = select.clone();
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            let right = select.cast::<HtmlSelectElement>().and_then(|select| set_with_key(&select.value()));
            if let Some(right) = right {
                go(&Route::Compare { left, right });
            }
        })
    };
    html! {
        <form class="compare-with" {onsubmit}>
            <label class="field">
                <span class="field-label">{ t.set_page.compare }</span>
                <select ref={select} required=true>
                    <option value="" selected=true>{ t.set_page.compare_choose }</option>
                    for set in left.decision().sets.iter().filter(|set| *set != left) {
                        <option value={set.key()}>{ format!("{}. {}", set.no.0, set.name.get(language)) }</option>
                    }
                </select>
            </label>
            <button type="submit" class="button">{ t.set_page.compare_go }</button>
        </form>
    }
}
