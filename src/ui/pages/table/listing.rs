use std::rc::Rc;

use web_sys::{Element, HtmlInputElement, HtmlSelectElement};
use yew::prelude::*;

use crate::domain::decision::{Star, StarMinimum};
use crate::domain::dossier::{ListDoubt, Listed};
use crate::domain::places::Places;
use crate::ui::components::{Icon, icon, list_option};
use crate::ui::hooks::{AppHandle, decision_today, use_app, use_places_if};
use crate::words::Words;

/// So many rows are drawn at first, and so many more where the end of them comes near: each has a list of all sets, and
/// three hundred of those take a second.
const AT_ONCE: usize = 24;

/// What was chosen for a row.
pub enum Chosen {
    /// The key of its set; empty: none.
    Set(String),
    Stars(Star),
    /// The day of its recognition, as it was typed.
    Day(String),
}

#[derive(Properties, PartialEq)]
pub struct ListingProps {
    pub rows: Rc<Vec<Listed>>,
    /// What was chosen for the row at a place.
    pub choose: Callback<(usize, Chosen)>,
    pub take: Callback<MouseEvent>,
}

/// What was read: the doubtful rows first, each with what is doubtful and what there is to choose. In a box, drawn as far as
/// it was seen; what takes the rows stands above it.
#[component]
pub fn Listing(props: &ListingProps) -> Html {
    let app = use_app();
    let t = app.t();
    let rows = &props.rows;
    // A row stays where it stands when its doubt is gone, under the hand that settled it.
    let order = use_memo(rows.len(), |_| {
        let mut order: Vec<usize> = (0..rows.len()).collect();
        order.sort_by_key(|place| (rows[*place].doubts.is_empty(), *place));
        order
    });
    let drawn = use_state_eq(|| AT_ONCE);
    let onscroll = {
        let (drawn, of) = (drawn.clone(), rows.len());
        Callback::from(move |event: Event| {
            let seen: Element = event.target_unchecked_into();
            let below = seen.scroll_height() - seen.scroll_top() - seen.client_height();
            if below < seen.client_height() && *drawn < of {
                drawn.set(*drawn + AT_ONCE);
            }
        })
    };
    // Lists of before provinces were joined name some that are no more: looked up once the list of places is here.
    let places = use_places_if(!rows.is_empty());
    let doubtful = rows.iter().filter(|row| !row.doubts.is_empty()).count();
    let ready = rows.iter().filter(|row| row.can_be_taken()).count();
    // With what is doubtful in them: the officer may put it right later, and is told before.
    let unsure = rows.iter().filter(|row| row.can_be_taken() && !row.doubts.is_empty()).count();
    html! {
        <>
            <h3 id="listed-title" tabindex="-1">{ t.recognised.read.of(rows.len()) }</h3>
            if doubtful > 0 { <p class="note">{ t.figures.look_at.of(doubtful) }</p> }
            // Above the list: below it the button would be out of sight, and nothing taken by who goes on.
            <p><button type="button" class="button button-leaf" disabled={ready == 0} aria-describedby={(unsure > 0).then_some("listed-unsure")} onclick={props.take.clone()}>{ t.recognised.take.of(ready) }</button>
                if unsure > 0 { { " " }<span id="listed-unsure" class="soft">{ t.recognised.unsure.of(unsure) }</span> }</p>
            <ul class="plain listed" {onscroll}>
                for place in order.iter().take(*drawn) { { row(&app, &rows[*place], *place, places.as_deref(), &props.choose) } }
            </ul>
        </>
    }
}

fn row(
    app: &AppHandle,
    row: &Listed,
    place: usize,
    places: Option<&Places>,
    choose: &Callback<(usize, Chosen)>,
) -> Html {
    let (t, language) = (app.t(), app.language);
    let province = row.province.trim();
    let is_unlisted = !province.is_empty() && places.is_some_and(|places| places.province(province).is_none());
    let star = row.recognised.star.map(|star| t.stars.count.of(u8::from(star).into()));
    let about: Vec<String> =
        [row.subject.clone(), row.commune.clone(), star.unwrap_or_default(), row.recognised.date.clone()]
            .into_iter()
            .filter(|part| !part.is_empty())
            .collect();
    let onchange = choose
        .reform(move |event: Event| (place, Chosen::Set(event.target_unchecked_into::<HtmlSelectElement>().value())));
    let is_starless = row.doubts.iter().any(|doubt| matches!(doubt, ListDoubt::Stars | ListDoubt::WrongStars));
    let onstars = {
        let choose = choose.clone();
        Callback::from(move |event: Event| {
            let stars = event.target_unchecked_into::<HtmlSelectElement>().value().parse().ok();
            if let Some(star) = stars.and_then(|stars: u8| Star::try_from(stars).ok()) {
                choose.emit((place, Chosen::Stars(star)));
            }
        })
    };
    let is_dayless = row.doubts.iter().any(|doubt| doubt.is_of_day());
    let onday = choose.reform(move |day| (place, Chosen::Day(day)));
    html! {
        <li class={classes!("listed-row", (is_unlisted || !row.doubts.is_empty()).then_some("listed-doubt"))} key={place}>
            <span class="desk-row-text">
                <strong>{ if row.name.is_empty() { t.figures.row.n(&(place + 1)) } else { row.name.clone() } }</strong>
                <span class="soft">{ about.join(" · ") }</span>
                for doubt in &row.doubts { <span class="listed-what">{ icon(Icon::Warning) }{ doubt_text(*doubt, t) }</span> }
                if is_unlisted { <span class="listed-what">{ icon(Icon::Warning) }{ t.recognised.no_province.name(&province) }</span> }
            </span>
            if is_starless {
                <select aria-label={t.recognised.stars_of.name(&row.name)} onchange={onstars}>
                    <option value="" selected=true>{ t.recognised.choose_stars }</option>
                    for star in StarMinimum::ALL.map(StarMinimum::star) {
                        <option value={u8::from(star).to_string()}>{ t.stars.count.of(u8::from(star).into()) }</option>
                    }
                </select>
            }
            if is_dayless {
                <Day is={row.recognised.date.clone()} label={t.recognised.day_of.name(&row.name)} onset={onday} />
            }
            <select aria-label={t.recognised.set_of.name(&row.name)} {onchange}>
                { list_option("", row.set.is_none(), t.figures.choose) }
                for set in decision_today().sets {
                    { list_option(set.key(), row.set == Some(set), format!("{}. {}", set.no.0, set.name.get(language))) }
                }
            </select>
        </li>
    }
}

#[derive(Properties, PartialEq)]
struct DayProps {
    is: String,
    label: String,
    /// Hears of the day once the field is left: of half a day it would be said that it is none.
    onset: Callback<String>,
}

/// The day of a row. What is being typed stays, whatever is drawn meanwhile.
#[component]
fn Day(props: &DayProps) -> Html {
    let typed = use_state(|| None::<String>);
    let text = |event: &Event| event.target_unchecked_into::<HtmlInputElement>().value();
    let oninput = {
        let typed = typed.clone();
        Callback::from(move |event: InputEvent| typed.set(Some(text(&event))))
    };
    let onchange = {
        let (typed, onset) = (typed.clone(), props.onset.clone());
        Callback::from(move |event: Event| {
            onset.emit(text(&event));
            typed.set(None);
        })
    };
    html! {
        <input type="text" inputmode="numeric" autocomplete="off" maxlength="60" placeholder="25/12/2026" aria-label={props.label.clone()}
            value={(*typed).clone().unwrap_or_else(|| props.is.clone())} {oninput} {onchange} />
    }
}

fn doubt_text(doubt: ListDoubt, t: &'static Words) -> &'static str {
    match doubt {
        ListDoubt::NoName => t.recognised.no_name,
        ListDoubt::Set => t.recognised.no_set,
        ListDoubt::Stars => t.recognised.no_stars,
        ListDoubt::WrongStars => t.recognised.wrong_stars,
        ListDoubt::Date => t.recognised.no_date,
        ListDoubt::NoSuchDay => t.recognised.no_such_day,
        ListDoubt::WrongDate => t.recognised.wrong_date,
        ListDoubt::Known => t.recognised.known,
    }
}
