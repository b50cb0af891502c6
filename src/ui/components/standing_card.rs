use yew::prelude::*;

use crate::domain::calendar::{Certificate, CertificateState, Date, next_rounds};
use crate::domain::decision::Star;
use crate::domain::dossier::{Chance, DossierKind, Standing};
use crate::words::Words;

/// What the certificate held means today: the window, its end, the latest result, and the question
/// that article 12.3 leaves open. The most pressing first; nothing is promised.
pub fn standing_card(standing: Standing, today: Date, t: &'static Words) -> Html {
    let Standing::Held { star, certificate } = standing else { return html! {} };
    let Some(held) = certificate else {
        return html! { <p class="standing-card" role="status">{ t.standing.undated }</p> };
    };
    let s = &t.standing;
    let state = held.state(today);
    let class = match state {
        CertificateState::TooEarly { .. } => "standing-early",
        CertificateState::Open { .. } => "standing-open",
        CertificateState::Late { .. } | CertificateState::Ended { .. } => "standing-late",
    };
    let lapsed = today > held.prolonged_to();
    html! {
        <div class={classes!("standing-card", class)} role="status">
            <p class="standing-title">{ title(held, state, t) }</p>
            <p>{ ends(held, today, t) }</p>
            if matches!(state, CertificateState::Open { .. } | CertificateState::Late { .. }) || (matches!(state, CertificateState::Ended { .. }) && !lapsed) {
                <p>{ result(held, today, t) }</p>
            }
            if lapsed {
                <p>{ s.lapsed.date(&held.prolonged_to()) }</p>
            } else if matches!(state, CertificateState::Late { .. } | CertificateState::Ended { .. }) {
                <p>{ s.question.date(&held.prolonged_to()) }</p>
            }
            if standing.chance(DossierKind::Upgrade, today) == Chance::Now && star != Some(Star::Five) {
                <p class="standing-more">{ upgrade(held, state, today, t) }</p>
            }
        </div>
    }
}

fn title(held: Certificate, state: CertificateState, t: &'static Words) -> String {
    let s = &t.standing;
    match state {
        CertificateState::TooEarly { .. } => s.early.closes_opens(&held.closes(), &held.opens()),
        CertificateState::Open { days } => s.open.closes_days(&held.closes(), &days),
        CertificateState::Late { .. } => s.late.closes(&held.closes()),
        CertificateState::Ended { .. } => s.ended.end(&held.end()),
    }
}

/// The certificate's window and end with the days that are left, in one line.
pub fn standing_days(held: Certificate, today: Date, t: &'static Words) -> String {
    format!("{}. {}", title(held, held.state(today), t), ends(held, today, t))
}

fn ends(held: Certificate, today: Date, t: &'static Words) -> String {
    let days = today.days_until(held.end());
    match days {
        0.. => t.standing.ends.days_end(&days, &held.end()),
        _ => t.standing.ended_ago.days(&-days),
    }
}

/// The latest day of the result if handed in today, beside the certificate's end.
fn result(held: Certificate, today: Date, t: &'static Words) -> String {
    let result = held.result_by(today);
    let past = held.end().days_until(result);
    let (commune, decided) = (held.terms.commune_working_days, held.terms.rerating_decided_days);
    if past > 0 {
        t.standing.result_after.commune_days_decided_result(&commune, &past, &decided, &result)
    } else {
        t.standing.result_before.commune_decided_result(&commune, &decided, &result)
    }
}

/// What else is possible: an upgrade, by the rounds of article 5.
fn upgrade(held: Certificate, state: CertificateState, today: Date, t: &'static Words) -> String {
    let Some(round) = next_rounds(held.terms, today, 2).into_iter().find(|round| today <= round.hand_in_by) else {
        return String::new();
    };
    let early = matches!(state, CertificateState::TooEarly { .. });
    let in_time = round.province_by <= held.end();
    let text = if early || in_time { t.standing.upgrade } else { t.standing.upgrade_late };
    text.date_province(&round.hand_in_by, &round.province_by)
}
