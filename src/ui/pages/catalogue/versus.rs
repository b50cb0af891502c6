use web_sys::HtmlSelectElement;
use yew::prelude::*;

use super::levels::levels;
use crate::domain::decision::{Beside, Differences, Language, PartCode, ProductSet, set_with_key, side_by_side};
use crate::ui::components::list_option;
use crate::ui::hooks::{go, use_app, use_title};
use crate::ui::route::Route;
use crate::words::Words;

#[derive(Properties, PartialEq)]
pub struct VersusProps {
    pub left: &'static ProductSet,
    pub right: &'static ProductSet,
}

/// Which rows are shown.
#[derive(Clone, Copy, PartialEq)]
enum Shown {
    All,
    /// Whatever differs.
    Unlike,
    /// What is worth other points or has other minimums, and what one set alone asks.
    Value,
}

impl Shown {
    fn has(self, row: &Beside) -> bool {
        match (self, row) {
            (Shown::Unlike, Beside::Both { differences, .. }) => differences.any(),
            (Shown::Value, Beside::Both { differences, .. }) => differences.in_value(),
            _ => true,
        }
    }
}

/// Two sets side by side: what is the same, what differs, what only one of them asks.
#[component]
pub fn Versus(props: &VersusProps) -> Html {
    let app = use_app();
    let (t, language) = (app.t(), app.language);
    let (left, right) = (props.left, props.right);
    use_title(t.versus.title.to_owned());
    let shown = use_state_eq(|| Shown::All);
    let show = |value: Shown, label: &'static str| {
        let chosen = *shown == value;
        let shown = shown.clone();
        html! {
            <label class={classes!("option", "option-half", chosen.then_some("option-chosen"))}>
                <input type="radio" name="versus-show" checked={chosen} onchange={move |_: Event| shown.set(value)} />
                <span class="option-text">{ label }</span>
            </label>
        }
    };
    let parts = side_by_side(left, right);
    html! {
        <main class="page page-versus">
            <h1 id="page-title" tabindex="-1">{ t.versus.title }</h1>
            <p class="lead">{ t.versus.lead }</p>
            <Choice key={format!("{} {}", left.key(), right.key())} {left} {right} />
            if left == right {
                <p class="note">{ t.versus.same_set }</p>
            } else {
                { summary(&parts, left, right, t) }
                <fieldset class="versus-show">
                    <legend class="sr-only">{ t.versus.show }</legend>
                    { show(Shown::All, t.versus.all) }{ show(Shown::Unlike, t.versus.unlike) }{ show(Shown::Value, t.versus.value) }
                </fieldset>
                for (code, rows) in &parts { { part(*code, rows, left, right, *shown, language, t) } }
                <p class="soft">{ t.versus.reading }</p>
                <p class="links">
                    for set in [left, right] {
                        <a href={Route::Set { set, code: None }.href()}>{ t.versus.open.no(&set.no.0) }</a>
                    }
                </p>
            }
        </main>
    }
}

/// The two sets to compare.
#[component]
fn Choice(props: &VersusProps) -> Html {
    let app = use_app();
    let (t, language) = (app.t(), app.language);
    let (left, right) = (use_node_ref(), use_node_ref());
    let onsubmit = {
        let (left, right) = (left.clone(), right.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            let chosen = |select: &NodeRef| set_with_key(&select.cast::<HtmlSelectElement>()?.value());
            if let (Some(left), Some(right)) = (chosen(&left), chosen(&right)) {
                go(&Route::Compare { left, right });
            }
        })
    };
    html! {
        <form class="versus-choice" {onsubmit}>
            { select(t.versus.left, left, props.left, language) }
            { select(t.versus.right, right, props.right, language) }
            <button type="submit" class="button button-act">{ t.versus.go }</button>
        </form>
    }
}

fn select(label: &'static str, node: NodeRef, chosen: &'static ProductSet, language: Language) -> Html {
    html! {
        <label class="field">
            <span class="field-label">{ label }</span>
            <select ref={node}>
                for set in chosen.decision().sets {
                    { list_option(set.key(), set == chosen, format!("{}. {}", set.no.0, set.name.get(language))) }
                }
            </select>
        </label>
    }
}

fn summary(parts: &[(PartCode, Vec<Beside>)], left: &ProductSet, right: &ProductSet, t: &'static Words) -> Html {
    let count = |wanted: fn(&Beside) -> bool| parts.iter().flat_map(|(_, rows)| rows).filter(|row| wanted(row)).count();
    let same = count(|row| matches!(row, Beside::Both { differences, .. } if !differences.any()));
    let reworded =
        count(|row| matches!(row, Beside::Both { differences, .. } if differences.any() && !differences.in_value()));
    let different = count(|row| matches!(row, Beside::Both { differences, .. } if differences.in_value()));
    let only_left = count(|row| matches!(row, Beside::OnlyLeft(_)));
    let only_right = count(|row| matches!(row, Beside::OnlyRight(_)));
    html! {
        <div role="status">
            <ul class="versus-summary plain">
                <li>{ t.versus.same.of(same) }</li>
                <li>{ t.versus.reworded.of(reworded) }</li>
                <li>{ t.versus.different.of(different) }</li>
                <li>{ t.versus.only.of_no(only_left, &left.no.0) }</li>
                <li>{ t.versus.only.of_no(only_right, &right.no.0) }</li>
            </ul>
        </div>
    }
}

fn part(
    code: PartCode,
    rows: &[Beside],
    left: &'static ProductSet,
    right: &'static ProductSet,
    shown: Shown,
    language: Language,
    t: &'static Words,
) -> Html {
    let rows: Vec<&Beside> = rows.iter().filter(|row| shown.has(row)).collect();
    let title = left.parts.iter().find(|part| part.code == code).map_or("", |part| part.title.get(language));
    html! {
        <section class="versus-part">
            <h2>{ code.letter() }{ ". " }{ title }</h2>
            <p class="versus-heads wide-only" aria-hidden="true">
                for set in [left, right] { <span>{ set.no.0 }{ ". " }{ set.name.get(language) }</span> }
            </p>
            if rows.is_empty() { <p class="soft">{ t.versus.nothing }</p> }
            <ul class="versus-rows plain">for row in rows { { pair(row, left, right, language, t) } }</ul>
        </section>
    }
}

fn pair(
    row: &Beside,
    left: &'static ProductSet,
    right: &'static ProductSet,
    language: Language,
    t: &'static Words,
) -> Html {
    match *row {
        Beside::Both { left: a, right: b, differences } if !differences.any() => html! {
            <li class="versus-row versus-same">
                <h3>{ place(left, a) }{ " / " }{ place(right, b) }{ " " }{ left.criteria[a].wording.title.get(language) }</h3>
                <p class="soft">{ t.versus.is_same }{ " · " }{ t.catalogue.up_to.of(left.criteria[a].max.0.into()) }</p>
            </li>
        },
        Beside::Both { left: a, right: b, differences } => html! {
            <li class="versus-row">
                <h3>{ left.criteria[a].wording.title.get(language) }</h3>
                <p class="versus-chips">for text in named_differences(differences, t) { <span class="chip versus-chip">{ text }</span> }</p>
                <div class="versus-sides">
                    { side(left, a, language, t) }
                    { side(right, b, language, t) }
                </div>
            </li>
        },
        Beside::OnlyLeft(position) => alone(left, position, "versus-left", language, t),
        Beside::OnlyRight(position) => alone(right, position, "versus-right", language, t),
    }
}

/// A code as a link into its set.
fn place(set: &'static ProductSet, position: usize) -> Html {
    let code = set.criteria[position].code;
    let href = Route::Set { set, code: Some(code.to_owned()) }.href();
    html! { <a class="code" {href}>{ code }</a> }
}

fn side(set: &'static ProductSet, position: usize, language: Language, t: &'static Words) -> Html {
    let criterion = &set.criteria[position];
    html! {
        <div class="versus-side">
            <p class="versus-place soft">{ t.choose.chosen.no(&set.no.0) }{ " · " }{ place(set, position) }
                { " · " }{ t.catalogue.up_to.of(criterion.max.0.into()) }</p>
            <p>{ criterion.wording.question.get(language) }</p>
            { levels(criterion, language, t) }
        </div>
    }
}

fn alone(
    set: &'static ProductSet,
    position: usize,
    class: &'static str,
    language: Language,
    t: &'static Words,
) -> Html {
    html! {
        <li class={classes!("versus-row", "versus-alone", class)}>
            <h3>{ set.criteria[position].wording.title.get(language) }</h3>
            <p class="versus-chips"><span class="chip versus-chip">{ t.versus.only_here.no(&set.no.0) }</span></p>
            { side(set, position, language, t) }
        </li>
    }
}

/// In what two criteria differ, each in a word.
pub fn named_differences(differences: Differences, t: &'static Words) -> impl Iterator<Item = &'static str> {
    [
        (differences.points, t.versus.points),
        (differences.minimums, t.versus.minimums),
        (differences.levels, t.versus.levels),
        (differences.question, t.versus.question),
    ]
    .into_iter()
    .filter_map(|(differs, text)| differs.then_some(text))
}
