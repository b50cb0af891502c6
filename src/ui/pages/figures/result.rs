use yew::prelude::*;

use crate::domain::decision::Language;
use crate::domain::dossier::Dossier;
use crate::domain::figures::{Amount, Counted, Gap, Measured, Share, Why};
use crate::domain::rating::Answer;
use crate::session::Change;
use crate::ui::components::{Icon, icon};
use crate::ui::hooks::AppHandle;
use crate::ui::pages::evidence::click;
use crate::words::{Words, fill};

/// The sum, the level it supports with one tap to take it, and what is missing for the next.
pub fn result(app: &AppHandle, dossier: &Dossier, position: usize, counted: &Counted) -> Html {
    let (t, language) = (app.t(), app.language);
    let judgement = &counted.judgement;
    let criterion = &dossier.set().criteria[position];
    let label = |level: u8| criterion.ladder.labels.get(usize::from(level)).map_or("", |label| label.get(language));
    let answer = dossier.assessment.answer(position);
    let (above, may_differ) = (counted.is_exceeded(dossier, position), counted.may_be_otherwise(dossier));
    let take = |level: u8| {
        let id = dossier.id.clone();
        click(app, move |app| app.change(&id, Change::Answered { position, answer: Answer::Level(level) }))
    };
    let impossible = judgement.missing.iter().filter(|cell| cell.why == Why::Impossible).count();
    let unread = judgement.missing.len() - impossible;
    let gaps =
        |gaps: &[Gap]| gaps.iter().filter_map(|gap| gap_text(gap, counted, language)).collect::<Vec<_>>().join("; ");
    html! {
        <>
            { main_measure(app, counted) }
            <div class="figures-says" role="status">
                if let Some(level) = judgement.proposed() {
                    <p><span class="soft">{ t.figures.supports }</span>{ " " }<strong>{ label(level) }</strong></p>
                    if answer == Answer::Level(level) {
                        <p class="figures-fits">{ icon(Icon::Check) }{ t.figures.fits }</p>
                    } else {
                        <button type="button" class="button button-small button-leaf" onclick={take(level)}>{ icon(Icon::Check) }{ t.figures.take }</button>
                    }
                } else {
                    <p>{ if judgement.level_at_best.is_some() { t.figures.supports_unclear } else { t.figures.supports_none } }</p>
                }
            </div>
            if above {
                <p class={classes!("note", (!may_differ).then_some("note-block"))}>
                    { if may_differ { t.figures.above_perhaps } else { t.figures.above } }</p>
            }
            if !judgement.broken.is_empty() { <p class="note note-block">{ t.figures.broken.what(&gaps(&judgement.broken)) }</p> }
            if let Some((level, missing)) = &judgement.next {
                <p class="figures-next">{ t.figures.next.level_what(&label(*level), &gaps(missing)) }</p>
            }
            if unread > 0 { <p class="note">{ t.figures.unread.of(unread) }</p> }
            if impossible > 0 { <p class="note note-block" role="alert">{ t.figures.impossible.of(impossible) }</p> }
        </>
    }
}

/// The share and the level that it supports, in a line; nothing while no level is known.
pub fn in_short(app: &AppHandle, dossier: &Dossier, position: usize, counted: &Counted) -> Html {
    let (t, language) = (app.t(), app.language);
    let criterion = &dossier.set().criteria[position];
    let Some(level) = counted.judgement.proposed() else { return html! {} };
    let label = criterion.ladder.labels.get(usize::from(level)).map_or("", |label| label.get(language));
    let take = {
        let id = dossier.id.clone();
        click(app, move |app| app.change(&id, Change::Answered { position, answer: Answer::Level(level) }))
    };
    let share = main_share(counted).filter(|(_, share)| share.is_clear());
    html! {
        <p class="figures-short">
            if let Some((_, share)) = share { <strong>{ percent(share.percent(), language) }</strong>{ " · " } }
            { t.figures.supports }{ " " }{ label }
            if dossier.assessment.answer(position) != Answer::Level(level) {
                { " " }<button type="button" class="button button-small button-leaf" onclick={take}>{ icon(Icon::Check) }{ t.figures.take }</button>
            }
        </p>
    }
}

/// A share as it is written.
fn percent(amount: Amount, language: Language) -> String {
    match language {
        Language::Vi => format!("{amount} %"),
        Language::En => format!("{}%", amount.english()),
    }
}

/// The share that the levels go by, with its name.
fn main_share(counted: &Counted) -> Option<(&str, &Share)> {
    counted.judgement.measured.iter().find_map(|(name, value)| match value {
        Measured::Share(share) if *name == "share" => Some((&**name, share)),
        _ => None,
    })
}

/// The first share as a bar with the edges of the levels; counts as numbers.
fn main_measure(app: &AppHandle, counted: &Counted) -> Html {
    let language = app.language;
    let shown = |amount: Amount| if language == Language::Vi { amount.to_string() } else { amount.english() };
    let Some((name, share)) = main_share(counted) else { return html! {} };
    let percent = |amount: Amount| percent(amount, language);
    let steps = counted.rule.steps.iter().flat_map(|step| &step.when).filter(|when| when.measure == name);
    let edges: Vec<u32> = steps.filter_map(|when| when.least.or(when.more)).filter(|edge| *edge > 0).collect();
    html! {
        <div class="figures-share">
            if share.is_clear() {
                <p><span class="figures-sum">{ shown(share.part) }{ " / " }{ shown(share.whole) }</span>{ " = " }<strong>{ percent(share.percent()) }</strong></p>
            } else {
                <p><strong>{ range(app.t(), share, &percent(share.percent()), &percent(share.percent_at_best())) }</strong></p>
                // Said where a level follows; else what follows says that none is known.
                if counted.judgement.proposed().is_some() { <p class="soft">{ app.t().figures.at_best }</p> }
            }
            <svg class="scale-bar" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true" focusable="false">
                <rect class="scale-ground" x="0" y="0" width="100" height="10" />
                <rect class="scale-now" x="0" y="0" width={share.percent().min(Amount::whole(100)).plain()} height="10" />
                for edge in edges {
                    <rect class={if share.against(edge).is_gt() { "scale-tick scale-tick-in" } else { "scale-tick" }}
                        x={format!("{}.75", edge - 1)} y="0" width="0.5" height="10" />
                }
            </svg>
        </div>
    }
}

/// "Từ 81,4 % đến dưới 100 %": an end that cannot be reached is told as such.
fn range(t: &'static Words, share: &Share, low: &str, high: &str) -> String {
    let low = if share.is_above() { t.figures.above_n.n(&low) } else { low.to_owned() };
    let high = if share.is_below() { t.figures.below_n.n(&high) } else { high.to_owned() };
    t.figures.range.high_low(&high, &low)
}

/// "2 more workers of the commune".
fn gap_text(gap: &Gap, counted: &Counted, language: Language) -> Option<String> {
    let words = counted.rule.measures.get(&gap.measure)?.gap().get(language);
    let amount = gap
        .amount
        .map_or(String::new(), |amount| if language == Language::Vi { amount.to_string() } else { amount.english() });
    Some(fill(words, &[("n", &amount)]))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::calendar::Date;
    use crate::domain::decision::first;
    use crate::domain::figures::{Row, Table};

    #[test]
    fn what_is_missing_is_said_with_its_number_as_the_language_writes_it() {
        let mut dossier = Dossier::new("a".into(), String::new(), first().set(1).expect("set 1"));
        let row = |home: &str, count: &str| -> Row {
            [("home", home), ("count", count)].map(|(key, text)| (key.to_owned(), text.to_owned())).into()
        };
        let rows = vec![row("commune", "3000"), row("elsewhere", "2000")];
        dossier.tables.insert("workers".into(), Table { rows });
        let position = dossier.set().position("3.3").expect("3.3");
        let counted = Counted::of(&dossier, position, Date::FIRST).expect("counted");
        let (_, gaps) = counted.judgement.next.clone().expect("a next level");
        let said = |language: Language| gap_text(&gaps[0], &counted, language).expect("a text");
        assert!(said(Language::Vi).contains("3.000 "), "{}", said(Language::Vi));
        assert!(said(Language::En).contains("3,000 "), "{}", said(Language::En));
        assert!(!said(Language::Vi).contains('{'));
    }
}
