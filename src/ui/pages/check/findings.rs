use std::rc::Rc;

use yew::prelude::*;

use super::super::forms::labels::label;
use super::super::forms::parts::spot_of;
use crate::domain::calendar::CertificateState;
use crate::domain::council::Topic;
use crate::domain::decision::Language;
use crate::domain::dossier::checks::{Finding, Grounds, Severity, What, Where, text};
use crate::domain::dossier::{Dossier, Question};
use crate::ui::components::{Icon, Status, StatusKind, icon};
use crate::ui::hooks::AppHandle;
use crate::ui::route::{Page, Route, Spot};
use crate::words::Words;

/// What a group of findings is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Group {
    Forms,
    Stops,
    Criteria,
    Papers,
    Rating,
}

/// The four things that the commune assesses before it sends the dossier on, and how each stands.
pub fn commune(app: &AppHandle, dossier: &Rc<Dossier>, findings: &[Finding]) -> Html {
    let t = app.t();
    let row = |finding: &Finding| {
        let What::CommuneLooks { topic, standing } = finding.what else { return html! {} };
        let route = match (standing, &finding.subject) {
            // What is missing is the description alone.
            (Grounds::Bare, Where::Criterion(position)) => dossier.set().criteria.get(*position).map_or_else(
                || place(app, dossier, finding).1,
                |criterion| Route::dossier(&dossier.id, Page::DescriptionOf(criterion.code.to_owned())),
            ),
            _ => place(app, dossier, finding).1,
        };
        html! {
            <li key={topic as u8}><a class="task" href={route.href()}>
                <span class="task-title">{ topic_name(topic, t) }</span>
                { standing_sign(standing, t) }
            </a></li>
        }
    };
    html! {
        <section class="check-part">
            <h2>{ t.check.commune }</h2>
            <p class="soft">{ t.check.commune_text.commune(&dossier.set().decision().cites.commune.text(app.language)) }</p>
            <ul class="tasks commune">for finding in findings { { row(finding) } }</ul>
        </section>
    }
}

fn topic_name(topic: Topic, t: &'static Words) -> &'static str {
    match topic {
        Topic::Materials => t.check.topic_materials,
        Topic::Labour => t.check.topic_labour,
        Topic::Idea => t.check.topic_idea,
        Topic::Identity => t.check.topic_identity,
    }
}

fn standing_sign(standing: Grounds, t: &'static Words) -> Html {
    let (kind, text) = match standing {
        Grounds::Open => (StatusKind::Open, t.check.standing_open),
        Grounds::Bare => (StatusKind::Open, t.check.standing_bare),
        Grounds::Described => (StatusKind::Quiet, t.check.standing_described),
        Grounds::Partly => (StatusKind::Open, t.check.standing_partly),
        Grounds::Proven => (StatusKind::Done, t.check.standing_proven),
    };
    html! { <Status {kind} {text} /> }
}

/// What outweighs the rest stands above it, whatever is folded below: what ends the evaluation, and a time that
/// was missed.
pub fn pressing(app: &AppHandle, dossier: &Rc<Dossier>, findings: &[Finding]) -> Html {
    let found: Vec<&Finding> = findings.iter().filter(|finding| is_pressing(finding)).collect();
    if found.is_empty() {
        return html! {};
    }
    html! { <ul class="plain check-pressing">for row in places(&found) { { line(app, dossier, &row) } }</ul> }
}

/// Whether the certificate has ended, or the time to ask for the next.
pub fn is_pressing(finding: &Finding) -> bool {
    match finding.what {
        What::Ends(_) => true,
        What::RenewalWindow { state, .. } => {
            matches!(state, CertificateState::Late { .. } | CertificateState::Ended { .. })
        }
        _ => false,
    }
}

/// What must be fixed stands under this heading.
pub const MUST: &str = "check-must";

/// In how many places something must be fixed, as the page counts them.
pub fn to_fix(findings: &[Finding]) -> usize {
    places(&shown(findings, Severity::MustFix)).len()
}

/// Everything else that the checks say, by how much it matters and what it is about.
pub fn groups(app: &AppHandle, dossier: &Rc<Dossier>, findings: &[Finding]) -> Html {
    html! {
        for severity in [Severity::MustFix, Severity::Look, Severity::Info] {
            { of_severity(app, dossier, findings, severity) }
        }
    }
}

fn of_severity(app: &AppHandle, dossier: &Rc<Dossier>, findings: &[Finding], severity: Severity) -> Html {
    let t = app.t();
    let found = shown(findings, severity);
    if found.is_empty() {
        return html! {};
    }
    let (sign, title, lead) = match severity {
        Severity::MustFix => (Icon::Edit, t.check.must, Some(t.check.must_text)),
        Severity::Look => (Icon::Search, t.check.look, Some(t.check.look_text)),
        Severity::Info => (Icon::Info, t.check.info, None),
    };
    // A short list is open; a long one is there to be opened group by group.
    let open = found.len() <= 6;
    html! {
        <section class={classes!("check-part", (severity == Severity::MustFix).then_some("check-must"))}>
            <h2 id={(severity == Severity::MustFix).then_some(MUST)} tabindex="-1">{ icon(sign) }{ title }<span class="check-count">{ t.check.count.of(places(&found).len()) }</span></h2>
            if let Some(lead) = lead { <p class="soft">{ lead }</p> }
            for (group, name) in [
                (Group::Stops, t.check.g_stops), (Group::Forms, t.check.g_forms), (Group::Criteria, t.check.g_criteria),
                (Group::Papers, t.check.g_papers), (Group::Rating, t.check.g_rating),
            ] {
                { of_group(app, dossier, &found, group, name, open) }
            }
        </section>
    }
}

/// The findings of a severity that stand in its part of the page.
fn shown(findings: &[Finding], severity: Severity) -> Vec<&Finding> {
    let elsewhere = |finding: &Finding| matches!(finding.what, What::CommuneLooks { .. }) || is_pressing(finding);
    findings.iter().filter(|finding| finding.severity == severity && !elsewhere(finding)).collect()
}

fn of_group(
    app: &AppHandle,
    dossier: &Rc<Dossier>,
    found: &[&Finding],
    group: Group,
    name: &'static str,
    open: bool,
) -> Html {
    let here: Vec<&Finding> = found.iter().copied().filter(|finding| group_of(finding) == group).collect();
    let mut rows = places(&here);
    if group == Group::Criteria {
        rows.sort_by(|a, b| a[0].subject.cmp(&b[0].subject));
    }
    if rows.is_empty() {
        return html! {};
    }
    html! {
        <details class="fold check-group" {open}>
            <summary>{ name }<span class="check-count">{ app.t().check.count.of(rows.len()) }</span></summary>
            <ul class="plain">{ lines(app, dossier, &rows) }</ul>
        </details>
    }
}

/// From so many places on, the same words stand once, above them.
const SHARED: usize = 3;

/// The rows of a group; those of which the same is said stand together, where the first of them comes.
fn lines(app: &AppHandle, dossier: &Rc<Dossier>, rows: &[Vec<&Finding>]) -> Html {
    let said = |row: &Vec<&Finding>| -> Vec<String> {
        row.iter().map(|finding| text(finding, dossier.set().decision(), app.language)).collect()
    };
    let words: Vec<Vec<String>> = rows.iter().map(said).collect();
    let place = |at: usize| {
        let alike: Vec<usize> = (0..rows.len()).filter(|other| words[*other] == words[at]).collect();
        match alike.len() {
            ..SHARED => line(app, dossier, &rows[at]),
            _ if alike[0] != at => html! {},
            _ => html! {
                <li class="findings-alike">
                    for said in &words[at] { <p class="finding-what">{ said }</p> }
                    <ul class="plain">for other in alike { { name_line(app, dossier, &rows[other]) } }</ul>
                </li>
            },
        }
    };
    (0..rows.len()).map(place).collect()
}

/// A place of which the words stand above.
fn name_line(app: &AppHandle, dossier: &Rc<Dossier>, row: &[&Finding]) -> Html {
    let Some(first) = row.first() else { return html! {} };
    let (name, route) = place(app, dossier, first);
    html! {
        <li class="finding"><a href={route.href()}>
            <span class="finding-text"><span class="finding-place">{ name }</span></span>
            { icon(Icon::Next) }
        </a></li>
    }
}

/// Findings of one place together, in the order in which the places come.
fn places<'a>(found: &[&'a Finding]) -> Vec<Vec<&'a Finding>> {
    let mut rows: Vec<Vec<&Finding>> = Vec::new();
    for finding in found {
        match rows.iter_mut().find(|row| row[0].subject == finding.subject) {
            Some(row) => row.push(finding),
            None => rows.push(vec![finding]),
        }
    }
    rows
}

fn line(app: &AppHandle, dossier: &Rc<Dossier>, row: &[&Finding]) -> Html {
    let Some(first) = row.first() else { return html! {} };
    let (name, route) = place(app, dossier, first);
    html! {
        <li class="finding"><a href={route.href()}>
            <span class="finding-text">
                // Its group is called so already.
                if first.subject != Where::Rating { <span class="finding-place">{ name }</span> }
                for finding in row {
                    <span class={classes!("finding-what", is_pressing(finding).then_some("blocks"))}>{ text(finding, dossier.set().decision(), app.language) }</span>
                }
            </span>
            { icon(Icon::Next) }
        </a></li>
    }
}

fn group_of(finding: &Finding) -> Group {
    match finding.subject {
        Where::Field(_) | Where::Recognised => Group::Forms,
        Where::Question(_) => Group::Stops,
        Where::Criterion(_) => Group::Criteria,
        Where::Paper(_) => Group::Papers,
        Where::Rating => Group::Rating,
    }
}

/// What the place of a finding is called, and where it is mended.
fn place(app: &AppHandle, dossier: &Dossier, finding: &Finding) -> (String, Route) {
    let (t, language) = (app.t(), app.language);
    let id = dossier.id.as_str();
    let name = match &finding.subject {
        Where::Field(field) => label(*field, t).to_owned(),
        Where::Criterion(position) => criterion_name(dossier, *position, language),
        Where::Question(Question::Dossier) => t.check.dossier_question.to_owned(),
        Where::Question(Question::Breach(position) | Question::MinimumBinds(position)) => {
            criterion_name(dossier, *position, language)
        }
        Where::Paper(paper) => paper_name(app, dossier, paper),
        Where::Recognised => t.check.recognised.to_owned(),
        Where::Rating => t.tasks.result.to_owned(),
    };
    let route = match (spot_of(finding, dossier), &finding.subject) {
        (_, Where::Recognised) => Route::dossier(id, Page::Standing),
        (Some(spot), _) => Route::spot(id, spot),
        (None, Where::Criterion(position)) => match dossier.set().criteria.get(*position) {
            // What says the least is described first; the page leads back here.
            Some(criterion) if matches!(finding.what, What::NoPaper { described: false }) => {
                Route::dossier(id, Page::DescriptionOf(criterion.code.to_owned()))
            }
            Some(criterion) => Route::criterion(id, criterion.code),
            None => Route::dossier(id, Page::Tasks),
        },
        (None, Where::Question(_)) => Route::dossier(id, Page::Stops),
        (None, Where::Paper(paper)) => Route::dossier(id, Page::Paper(paper.clone())),
        (None, Where::Rating) => Route::dossier(id, Page::Result),
        (None, Where::Field(_)) => Route::spot(id, Spot::Recognised),
    };
    (name, route)
}

fn criterion_name(dossier: &Dossier, position: usize, language: Language) -> String {
    let criterion = dossier.set().criteria.get(position);
    criterion.map_or(String::new(), |criterion| format!("{} {}", criterion.code, criterion.wording.title.get(language)))
}

/// A paper's own title, or what the guide calls it.
pub fn paper_name(app: &AppHandle, dossier: &Dossier, id: &str) -> String {
    let paper = dossier.papers.iter().find(|paper| paper.id == id);
    let title = paper.map_or("", |paper| paper.title.trim());
    if !title.is_empty() {
        return title.to_owned();
    }
    let known = paper.and_then(|paper| paper.paper.as_ref());
    let guide = known.and_then(|known| app.guide.as_ref()?.words.papers.get(known).cloned());
    guide.unwrap_or_else(|| app.t().check.paper.to_owned())
}
