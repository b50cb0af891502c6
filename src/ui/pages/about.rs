use yew::prelude::*;

use crate::domain::decision::{Decision, ErratumGroup, ErratumKind, Language, ProductSet, StarMinimum};
use crate::ui::hooks::{decision_today, forgets_after_a_week, use_app, use_is_kept, use_title};
use crate::ui::route::Route;
use crate::words::Words;

const VERSION: &str = crate::VERSION;

/// Where the criteria come from, what is our reading, what is wrong in print, and what happens to
/// the reader's data.
#[component]
pub fn About() -> Html {
    let app = use_app();
    let (t, language) = (app.t(), app.language);
    use_title(t.about.title.to_owned());
    let decision = decision_today();
    let (doubts, corrected): (Vec<ErratumGroup>, Vec<ErratumGroup>) =
        decision.errata_groups().into_iter().partition(|group| group.erratum.kind.is_doubt());
    html! {
        <main class="page page-narrow page-about">
            <h1 id="page-title" tabindex="-1">{ t.about.title }</h1>
            <p class="lead">{ t.about.what }</p>
            { section(t.about.source_title, html! {
                <>
                    <p>{ t.about.source.number(&decision.number) }</p>
                    <p class="about-numbers">{ numbers(decision, t) }</p>
                    <p class="soft">{ t.about.version.decision_version(&decision.number, &VERSION) }</p>
                    <p class="links"><a href={Route::Criteria.href()}>{ t.home.criteria.n(&decision.sets.len()) }</a><a href={Route::Glossary { term: None }.href()}>{ t.home.glossary }</a></p>
                </>
            }) }
            { section(t.about.readings_title, html! {
                <>
                    <p class="soft">{ t.about.readings_lead }</p>
                    if let Some(guide) = &app.guide {
                        <div class="readings">
                            for reading in &guide.words.readings {
                                <details class="fold reading" id={format!("reading-{}", reading.id)}>
                                    <summary>{ reading.title.clone() }</summary>
                                    <p>{ reading.text.clone() }</p>
                                </details>
                            }
                        </div>
                    } else {
                        <p class="soft" role="status">{ t.set_page.guide_waits }</p>
                    }
                </>
            }) }
            { section(t.practice.title, html! {
                <>
                    <p class="soft">{ t.practice.lead.number(&decision.number) }</p>
                    if let Some(guide) = &app.guide {
                        { super::practice::list(guide, t) }
                    } else {
                        <p class="soft" role="status">{ t.set_page.guide_waits }</p>
                    }
                </>
            }) }
            { section(t.about.errata_title, html! {
                <>
                    <p class="soft">{ t.about.errata_lead }</p>
                    <h3>{ t.about.corrected }</h3>
                    <ul class="errata plain">for group in &corrected { { erratum(decision, group, language, t) } }</ul>
                    <h3>{ t.about.doubtful }</h3>
                    <ul class="errata plain">for group in &doubts { { erratum(decision, group, language, t) } }</ul>
                </>
            }) }
            { section(t.about.privacy_title, html! { <><p>{ t.about.privacy }</p>if forgets_after_a_week() { <p class="note">{ t.about.forgets }</p> }</> }) }
            { section(t.about.install_title, html! { <><ReadyOffline /><p>{ t.about.install }</p></> }) }
            { section(t.about.cite_title, html! { <p class="about-cite">{ t.about.cite.number_version(&decision.number, &VERSION) }</p> }) }
            { section(t.about.licence_title, html! { <p>{ t.about.licence }</p> }) }
        </main>
    }
}

/// How much a decision asks.
fn numbers(decision: &Decision, t: &'static Words) -> String {
    let criteria = || decision.sets.iter().flat_map(|set| set.criteria);
    let minimums = criteria().flat_map(|criterion| StarMinimum::ALL.map(|star| criterion.required_level(star)));
    t.about.numbers.criteria_minimums_sets(&criteria().count(), &minimums.flatten().count(), &decision.sets.len())
}

/// Whether the page is ready for use without a network, as it is now.
#[component]
fn ReadyOffline() -> Html {
    let t = use_app().t();
    match use_is_kept() {
        None => html! {},
        Some(true) => html! { <p class="note" role="status">{ t.about.kept }</p> },
        Some(false) => html! { <p class="note" role="status">{ t.about.not_kept }</p> },
    }
}

fn section(title: &'static str, inside: Html) -> Html {
    html! { <section class="about-section"><h2>{ title }</h2>{ inside }</section> }
}

/// What is printed, what is applied, and a link to every place.
fn erratum(decision: &Decision, group: &ErratumGroup, language: Language, t: &'static Words) -> Html {
    let erratum = group.erratum;
    html! {
        <li class="erratum card">
            <p class="erratum-head"><span class="chip chip-floor">{ kind(erratum.kind, t) }</span>
                if group.places.len() > 2 { <span class="soft">{ t.about.count.of(group.places.len()) }</span> }
            </p>
            <dl>
                <div><dt>{ t.about.printed }</dt><dd>{ erratum.printed.get(language) }</dd></div>
                <div><dt>{ t.about.applied }</dt><dd>{ erratum.applied.get(language) }</dd></div>
            </dl>
            <p class="erratum-places">
                if group.places.is_empty() {
                    <span class="soft">{ t.about.several.place(&erratum.place) }</span>
                }
                for (no, place) in &group.places { { decision.set(no.0).map(|set| place_link(set, place, t)) } }
            </p>
        </li>
    }
}

/// A link to the place: the criterion, or the set where the place is a part or all of it.
fn place_link(set: &'static ProductSet, place: &'static str, t: &'static Words) -> Html {
    let code = set.position(place).map(|_| place.to_owned());
    let text = match place {
        "*" => t.about.whole_set.no(&set.no.0),
        place => t.about.place.no_place(&set.no.0, &place),
    };
    html! { <a href={Route::Set { set, code }.href()}>{ text }</a> }
}

fn kind(kind: ErratumKind, t: &'static Words) -> &'static str {
    match kind {
        ErratumKind::Misprint => t.about.kind_misprint,
        ErratumKind::Implied => t.about.kind_implied,
        ErratumKind::Glyph => t.about.kind_glyph,
        ErratumKind::Suspected => t.about.kind_suspected,
        ErratumKind::Doubtful => t.about.kind_doubtful,
    }
}
