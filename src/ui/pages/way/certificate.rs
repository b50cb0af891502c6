use yew::prelude::*;

use super::view::View;
use crate::domain::calendar::{Certificate, CertificateState, Date, Event as Reminder};
use crate::domain::dossier::Dossier;
use crate::session::Change;
use crate::ui::components::{LateField, Milestone, Moment, timeline};
use crate::words::Words;
use crate::words::texts::WithName;

/// The certificate held: by the date typed here, else by that of the recognition in the dossier.
pub fn certificate_of(dossier: &Dossier) -> Option<Certificate> {
    let terms = &dossier.set().decision().procedure;
    Date::parse(typed(dossier)).map(|issued| Certificate { issued, terms })
}

fn typed(dossier: &Dossier) -> &str {
    match dossier.plan.certificate.trim() {
        "" => dossier.recognised.as_ref().map_or("", |recognised| recognised.date.as_str()),
        typed => typed,
    }
}

/// The certificate's life and its re-rating window.
pub fn certificate(view: &View, today: Date) -> Html {
    let t = view.t;
    let text = typed(view.dossier).to_owned();
    let held = certificate_of(view.dossier);
    let faulty = held.is_none() && !text.trim().is_empty();
    let onset = {
        let (app, id) = (view.app.clone(), view.dossier.id.clone());
        Callback::from(move |date: String| app.change(&id, Change::CertificateDated(date)))
    };
    html! {
        <section class="card certificate" aria-labelledby="way-certificate">
            <h2 id="way-certificate">{ t.certificate.title }</h2>
            <p class="soft">{ t.certificate.lead }</p>
            <label class="field">
                <span class="field-label">{ t.certificate.date }</span>
                <LateField id="certificate-date" longest=10 placeholder="15/06/2026" value={text} {onset} {faulty} />
                if faulty { <span class="field-fault" role="alert">{ t.certificate.fault }</span> }
            </label>
            if let Some(held) = held {
                <p class={if matches!(held.state(today), CertificateState::Open { .. }) { "note" } else { "begin" }} role="status">
                    { state(held.state(today), t) }
                </p>
                { timeline(&milestones(held, today, t), t.certificate.drawn) }
                if matches!(held.state(today), CertificateState::Late { .. } | CertificateState::Ended { .. }) {
                    <p class="soft">{ t.certificate.prolonged.date(&held.prolonged_to()) }</p>
                }
                <p class="soft">{ t.certificate.source }</p>
            }
        </section>
    }
}

fn state(state: CertificateState, t: &'static Words) -> String {
    let count = |days: i32| usize::try_from(days).unwrap_or(0);
    match state {
        CertificateState::TooEarly { days } => t.certificate.early.of(count(days)),
        CertificateState::Open { days: 0 } => t.certificate.open_last.to_owned(),
        CertificateState::Open { days } => t.certificate.open.of(count(days)),
        CertificateState::Late { days } => t.certificate.late.of(count(days)),
        CertificateState::Ended { days } => t.certificate.ended.of(count(days)),
    }
}

fn milestones(held: Certificate, today: Date, t: &'static Words) -> Vec<Milestone> {
    let mut found = vec![
        Milestone::new(held.issued, Moment::Step, t.certificate.issued),
        Milestone::new(held.opens(), Moment::Step, t.certificate.opens),
        Milestone { from: Some(held.opens()), ..Milestone::new(held.closes(), Moment::Deadline, t.certificate.closes) },
        Milestone::new(held.end(), Moment::Step, t.certificate.ends),
        Milestone::new(today, Moment::Today, t.when.today),
    ];
    found.sort_by_key(|milestone| milestone.date);
    found
}

/// The window and the end, for a calendar.
pub fn events(dossier: &Dossier, name: &str, t: &'static Words) -> Vec<Reminder> {
    let Some(held) = certificate_of(dossier) else { return Vec::new() };
    let event = |what: &str, date: Date, title: WithName, alarms: &[u16]| Reminder {
        uid: format!("{}-{what}@ocop", dossier.id),
        date,
        title: title.name(&name),
        description: t.when.event_text.to_owned(),
        alarms: alarms.to_vec(),
    };
    vec![
        event("re-rating-opens", held.opens(), t.when.event_opens, &[30, 0]),
        event("re-rating-closes", held.closes(), t.when.event_closes, &[30, 7, 1]),
        event("certificate-ends", held.end(), t.when.event_ends, &[30]),
    ]
}
