//! The plan to take along: one page to print, and the same as text for a chat.

mod link;
mod steps;
mod text;

use std::rc::Rc;

use yew::prelude::*;

use super::way::{Outlook, Pace, caveats, summary, target_of};
use super::{DossierProps, display_name, set_line};
use crate::domain::decision::{Language, Star};
use crate::domain::dossier::{Dossier, Field};
use crate::domain::way::{Costs, Steps, Way, way_to};
use crate::ui::components::{ActionBar, Icon, icon, standing_line, timeline};
use crate::ui::hooks::{copy_text, in_app_browser, print_page, rating_of, share_text, use_app, use_day, use_title};
use crate::ui::route::{Page, Route};
use crate::words::Words;

/// Everything the plan says, for the page and for the text.
pub struct Plan<'a> {
    pub dossier: &'a Rc<Dossier>,
    pub target: Star,
    /// The steps, where there is a way.
    pub route: Option<&'a Steps>,
    pub outlook: &'a Outlook,
    pub link: &'a str,
    pub language: Language,
    pub t: &'static Words,
}

/// What can be copied.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Copied {
    Link,
    Text,
}

/// One printable page: target, steps, who does them and until when, dates, and the assessment as a
/// link.
#[component]
pub fn PlanPage(props: &DossierProps) -> Html {
    let app = use_app();
    let (t, language) = (app.t(), app.language);
    let dossier = &props.dossier;
    let rating = rating_of(dossier);
    let target = target_of(dossier, &rating);
    let title = t.plan.title.n(&u8::from(target));
    use_title(format!("{title} · {}", display_name(dossier, t, language)));
    let today = use_day();
    // What was copied last, and whether it worked.
    let copied = use_state_eq(|| None::<(Copied, bool)>);
    let cannot_print = use_state_eq(in_app_browser);

    let way = way_to(&dossier.assessment, target, &Costs::of(dossier.set(), &dossier.plan));
    let route = match &way {
        Way::Route(route) => Some(route),
        Way::Already | Way::NoWay(_) => None,
    };
    let pace = route.map_or(Pace::default(), |route| Pace::of(dossier, app.guide.as_deref(), route));
    let outlook = Outlook::of(dossier, today, pace);
    let link = link::of(dossier);
    let plan = Plan { dossier, target, route, outlook: &outlook, link: &link, language, t };
    let as_text = text::text(&plan);

    let done = |what: Copied| {
        let copied = copied.clone();
        Callback::from(move |worked| copied.set(Some((what, worked))))
    };
    let said = |what: Copied| match copied.filter(|(copied, _)| *copied == what) {
        None => "",
        Some((_, true)) => t.plan.copied,
        Some((_, false)) => t.plan.not_copied,
    };
    let copy = {
        let (text, done) = (as_text.clone(), done(Copied::Text));
        Callback::from(move |_: MouseEvent| copy_text(text.clone(), done.clone()))
    };
    let send = {
        let (title, text, done) = (title.clone(), as_text.clone(), done(Copied::Text));
        Callback::from(move |_: MouseEvent| share_text(title.clone(), text.clone(), done.clone()))
    };
    let print = {
        let cannot_print = cannot_print.clone();
        Callback::from(move |_: MouseEvent| cannot_print.set(!print_page()))
    };
    html! {
        <>
            <main class="page page-narrow page-plan">
                <header class="plan-head">
                    <h1 id="page-title" tabindex="-1">{ &title }</h1>
                    <p>{ t.plan.product_line.name_set(&display_name(dossier, t, language), &set_line(dossier, t, language)) }</p>
                    <p class="soft">
                        if !applicant(dossier).is_empty() { { format!("{} · ", applicant(dossier)) } }
                        { t.plan.made.date(&today) }
                    </p>
                    { standing_line(dossier.standing(), Some((&rating, rating.answered > 0)), today, t) }
                </header>
                { match &way {
                    Way::Route(route) => html! { <>{ summary(t, &rating, route) }{ steps::steps(&app, &plan, route) }</> },
                    Way::Already => html! { <p class="note note-done">{ t.plan.nothing.n(&u8::from(target)) }</p> },
                    Way::NoWay(_) => html! { <p class="note note-block">{ t.plan.no_way.n(&u8::from(target)) }{ " " }
                        <a href={Route::dossier(&dossier.id, Page::Way).href()}>{ t.plan.see_why }</a></p> },
                } }
                { steps::finished(&plan) }
                if !matches!(way, Way::NoWay(_)) {
                    <section class="plan-dates" aria-labelledby="plan-dates">
                        <h2 id="plan-dates">{ t.plan.dates }</h2>
                        { timeline(&outlook.milestones(t, language), t.when.drawn) }
                        { caveats(&outlook, t, language) }
                    </section>
                }
                { link::section(&link, t, &done(Copied::Link), said(Copied::Link)) }
                <section class="plan-text" aria-labelledby="plan-text">
                    <h2 id="plan-text">{ t.plan.as_text }</h2>
                    <div class="buttons">
                        <button type="button" class="button" id="plan-copy" onclick={copy}>{ icon(Icon::Copy) }{ t.plan.copy_text }</button>
                        <button type="button" class="button" id="plan-send" onclick={send}>{ icon(Icon::Share) }{ t.plan.send_text }</button>
                    </div>
                    <p role="status" class="soft">{ said(Copied::Text) }</p>
                    <textarea class="plan-as-text" readonly=true rows="8" aria-labelledby="plan-text" value={as_text} />
                </section>
                <p class="provisional">{ t.plan.provisional.number(&dossier.set().decision().number) }</p>
            </main>
            <ActionBar>
                if *cannot_print { <p class="no-print soft" role="status">{ t.plan.no_print }</p> }
                <a class="button" href={Route::dossier(&dossier.id, Page::Way).href()}>{ icon(Icon::Way) }{ t.plan.back }</a>
                <button type="button" class="button button-act" id="plan-print" onclick={print}>{ icon(Icon::Print) }{ t.plan.print }</button>
            </ActionBar>
        </>
    }
}

fn applicant(dossier: &Dossier) -> &str {
    dossier.fields.get(Field::ApplicantName).trim()
}
