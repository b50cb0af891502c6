use web_sys::HtmlSelectElement;
use yew::prelude::*;

use super::grid::Shown;
use super::rows::{Aspect, Filter, Filters};
use super::view::{Look, View};
use crate::domain::decision::{Language, Star};
use crate::domain::forms::{kind_words, state_words};
use crate::ui::components::{Icon, icon, list_option};
use crate::words::{Words, words};

#[derive(Properties, PartialEq)]
pub struct FilterBarProps {
    pub rows: Shown,
    /// Those of them that are searched for.
    pub found: Shown,
    pub on: Filters,
    pub look: UseReducerDispatcher<View>,
    pub language: Language,
}

/// What to show: a list for each aspect in which the products differ, all of them together. Beside each filter stands how
/// many there are among what the other aspects let through.
#[component]
pub fn FilterBar(props: &FilterBarProps) -> Html {
    let FilterBarProps { rows, found, on, look, language } = props;
    let t = words(*language);
    let counts = use_memo((rows.clone(), found.clone(), on.clone()), |(rows, found, on)| {
        Filter::EACH.map(|filter| {
            let others = on.with(filter.aspect(), None);
            let shown = found.iter().filter(|row| row.is_among(filter) && others.let_through(row)).count();
            (filter, rows.iter().any(|row| row.is_among(filter)), shown)
        })
    });
    // Lists keep what was chosen in them: those without a filter are drawn anew.
    let round = use_state_eq(|| 0_usize);
    let clear = {
        let (look, round) = (look.clone(), round.clone());
        Callback::from(move |_: MouseEvent| {
            look.dispatch(Look::Unfiltered);
            round.set(*round + 1);
        })
    };
    let list = |aspect: Aspect| {
        let filters = || counts.iter().filter(move |(filter, ..)| filter.aspect() == aspect);
        if !filters().any(|(_, is_there, _)| *is_there) {
            return html! {};
        }
        let chosen = on.on(aspect);
        let look = look.clone();
        let onchange = Callback::from(move |event: Event| {
            let place = event.target_unchecked_into::<HtmlSelectElement>().value().parse::<usize>();
            let filter = place.ok().and_then(|place| Filter::EACH.get(place).copied());
            look.dispatch(Look::Filtered(aspect, filter));
        });
        let place = |filter: Filter| Filter::EACH.iter().position(|known| *known == filter).unwrap_or_default();
        html! {
            <select key={format!("{} {}", aspect as u8, *round)} class={classes!("filter", chosen.is_some().then_some("filter-on"))} aria-label={aspect_name(aspect, t)} {onchange}>
                { list_option("", chosen.is_none(), aspect_name(aspect, t)) }
                for (filter, is_there, shown) in filters() {
                    if *is_there || chosen == Some(*filter) {
                        { list_option(place(*filter).to_string(), chosen == Some(*filter), format!("{} ({shown})", filter_name(*filter, *language))) }
                    }
                }
            </select>
        }
    };
    html! {
        <div class="filters" role="group" aria-label={t.table.filter}>
            for aspect in Aspect::ALL { { list(aspect) } }
            if on.any() { <button type="button" class="button button-small" onclick={clear}>{ icon(Icon::Close) }{ t.table.all }</button> }
        </div>
    }
}

fn aspect_name(aspect: Aspect, t: &'static Words) -> &'static str {
    match aspect {
        Aspect::Own => t.table.provisional,
        Aspect::Held => t.table.held,
        Aspect::State => t.table.state,
        Aspect::Kind => t.table.kind,
        Aspect::ToDo => t.table.to_do,
    }
}

fn filter_name(filter: Filter, language: Language) -> String {
    let t = words(language);
    let stars = |star: Star| t.stars.count.of(u8::from(star).into());
    match filter {
        Filter::At(star) | Filter::Held(star) => stars(star),
        Filter::Below => t.table.below.to_owned(),
        Filter::Out => t.table.out.to_owned(),
        Filter::Unrated => t.table.unrated.to_owned(),
        Filter::State(state) => state_words(state).get(language).to_owned(),
        Filter::Kind(kind) => kind_words(kind).get(language).to_owned(),
        Filter::Pressing => t.table.pressing.to_owned(),
        Filter::Losing => t.table.losing.to_owned(),
        Filter::EndsWithin(_) => t.table.ends_soon.to_owned(),
        Filter::Ended => t.table.ended.to_owned(),
    }
}
