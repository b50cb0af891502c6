//! What the check of a dossier found and the applicant can be asked for with one tap, and by when.

use std::rc::Rc;

use yew::prelude::*;

use super::super::corrections::place_name;
use super::corrections::keep;
use super::last::{Last, LastDone};
use crate::domain::calendar::Date;
use crate::domain::council::{Correction, CorrectionPlace, ask, is_blind};
use crate::domain::decision::Language;
use crate::domain::dossier::checks::{Finding, Severity, What, Where, check, request, text};
use crate::domain::dossier::{Dossier, Question, date_fault, tidy_date};
use crate::ui::components::{Icon, icon};
use crate::ui::hooks::{AppHandle, focus_soon};

/// A finding of the check, and the place where it would be asked for.
#[derive(Clone, PartialEq)]
pub struct Proposal {
    at: CorrectionPlace,
    finding: Finding,
}

impl Proposal {
    /// As it is asked for.
    fn asked(&self, dossier: &Dossier, language: Language, by: &str) -> Correction {
        let text = request(&self.finding, dossier.set(), language);
        Correction { at: self.at.clone(), text, by: by.to_owned(), ..Correction::default() }
    }
}

/// What the check of the dossier's components found (articles 6.1, 7.2) that is not asked yet.
#[derive(Clone, PartialEq)]
pub struct Proposals {
    pub gaps: Vec<Proposal>,
    /// What is to be looked at again.
    pub doubts: Vec<Proposal>,
}

pub fn proposals(dossier: &Dossier, today: Date) -> Proposals {
    let of_the_applicant = |finding: &Finding| {
        finding.severity != Severity::Info
            && !(is_blind(dossier) && finding.tells_rating())
            && !matches!(finding.what, What::CommuneLooks { .. } | What::Ends(_))
    };
    let is_asked = |proposal: &Proposal| {
        let mut here = dossier.corrections.iter().filter(|known| known.at == proposal.at);
        // One place is asked for its gap once; a doubt, and what belongs to no one place, are known by their words.
        match proposal.finding.severity {
            Severity::MustFix if proposal.at != CorrectionPlace::Dossier => here.next().is_some(),
            _ => here.any(|known| {
                [Language::Vi, Language::En]
                    .iter()
                    .any(|language| known.has_or_had_words(&request(&proposal.finding, dossier.set(), *language)))
            }),
        }
    };
    let findings = check(dossier, Some(today)).into_iter().filter(of_the_applicant);
    let all = findings.map(|finding| Proposal { at: place_of(dossier, &finding.subject), finding });
    let (gaps, doubts) =
        all.filter(|proposal| !is_asked(proposal)).partition(|proposal| proposal.finding.severity == Severity::MustFix);
    Proposals { gaps, doubts }
}

/// Where the check still finds something missing, whatever the applicant ticked off; while sheets of scorers are awaited,
/// nothing that follows from the chosen levels.
pub fn missing(dossier: &Dossier, today: Date) -> Vec<CorrectionPlace> {
    let must =
        |finding: &Finding| finding.severity == Severity::MustFix && !(is_blind(dossier) && finding.tells_rating());
    let places = check(dossier, Some(today)).into_iter().filter(must);
    let places = places.map(|finding| place_of(dossier, &finding.subject));
    places.filter(|at| *at != CorrectionPlace::Dossier).collect()
}

fn place_of(dossier: &Dossier, at: &Where) -> CorrectionPlace {
    let criterion = |position: usize| {
        let criterion = dossier.set().criteria.get(position);
        criterion.map_or(CorrectionPlace::Dossier, |criterion| CorrectionPlace::Criterion(criterion.code.to_owned()))
    };
    match at {
        Where::Field(field) => CorrectionPlace::Field(*field),
        Where::Criterion(position) => criterion(*position),
        Where::Question(Question::Breach(position) | Question::MinimumBinds(position)) => criterion(*position),
        Where::Paper(id) => CorrectionPlace::Paper(id.clone()),
        Where::Question(Question::Dossier) | Where::Recognised | Where::Rating => CorrectionPlace::Dossier,
    }
}

/// Findings to choose from. What is chosen leaves the list, and the focus goes on to the one that takes its place.
pub fn rows_of_proposals(
    app: &AppHandle,
    dossier: &Rc<Dossier>,
    list: &str,
    proposals: &[Proposal],
    by: &str,
    last: &LastDone,
) -> Html {
    let id = |place: usize| format!("desk-{list}-{place}");
    let row = |(place, proposal): (usize, &Proposal)| {
        let next = proposals.len().checked_sub(2).map_or("desk-corrections".to_owned(), |last| id(place.min(last)));
        row_of_proposal(app, dossier, proposal, (id(place), next), by, last)
    };
    html! { <ul class="plain">{ for proposals.iter().enumerate().map(row) }</ul> }
}

/// Puts these into the list; as they stand in it.
fn ask_for(app: &AppHandle, dossier: &str, asked: &[Correction]) -> Vec<Correction> {
    let mut new = Vec::new();
    keep(app, dossier, |list| {
        new = asked.iter().filter_map(|one| ask(list, one.clone()).then(|| list.last().cloned())?).collect();
    });
    new
}

/// One tap to ask for each of several that the check found.
pub fn ask_for_all(app: &AppHandle, dossier: &Rc<Dossier>, proposals: &[Proposal], by: &str, last: &LastDone) -> Html {
    if proposals.len() < 2 {
        return html! {};
    }
    let asked: Vec<Correction> = proposals.iter().map(|proposal| proposal.asked(dossier, app.language, by)).collect();
    let take = {
        let (app, id, last) = (app.clone(), dossier.id.clone(), last.clone());
        Callback::from(move |_: MouseEvent| {
            last.set(Some(Last::Found(ask_for(&app, &id, &asked))));
            focus_soon("desk-corrections".to_owned());
        })
    };
    html! {
        <p class="buttons">
            <button type="button" class="button" onclick={take}>{ icon(Icon::Plus) }{ app.t().corrections.take_all.of(proposals.len()) }</button>
        </p>
    }
}

/// One finding, and one tap to ask for it: its button's id, and what has the focus then.
fn row_of_proposal(
    app: &AppHandle,
    dossier: &Rc<Dossier>,
    proposal: &Proposal,
    (id, next): (String, String),
    by: &str,
    last: &LastDone,
) -> Html {
    let Proposal { at, finding } = proposal;
    let name = place_name(app, dossier, at);
    let decision = dossier.set().decision();
    // Of a question the place alone does not tell which it is: what is asked for names it.
    let text = match finding.what {
        What::NotReplied => request(finding, dossier.set(), app.language),
        _ => text(finding, decision, app.language),
    };
    let take = {
        let (app, id, last) = (app.clone(), dossier.id.clone(), last.clone());
        let asked = proposal.asked(dossier, app.language, by);
        Callback::from(move |_: MouseEvent| {
            last.set(Some(Last::Found(ask_for(&app, &id, std::slice::from_ref(&asked)))));
            focus_soon(next.clone());
        })
    };
    html! {
        <li class="desk-row" key={at.key() + &text}>
            <span class="desk-row-text"><strong>{ name.clone() }</strong><span class="soft">{ text }</span></span>
            <button type="button" {id} class="button button-small" aria-label={app.t().corrections.take_named.place(&name)} onclick={take}>
                { icon(Icon::Plus) }{ app.t().corrections.take }
            </button>
        </li>
    }
}

/// The day that was asked for last, for the next one too, while it is to come; else one that leaves the commune time.
pub fn last_day(dossier: &Dossier, today: Date) -> String {
    let working_days = dossier.set().decision().procedure.commune_working_days;
    let proposed = || dossier.desk.as_ref().and_then(|desk| desk.ask_by(working_days, today));
    let is_over = |by: &str| Date::written(by).is_some_and(|day| day < today);
    let last = dossier.corrections.last().map(|known| known.by.clone()).filter(|by| !is_over(by));
    last.or_else(|| proposed().map(|day| day.to_string())).unwrap_or_default()
}

/// The day that goes with what is asked for in one tap: the one typed for it, where it is one.
pub fn asked_by(typed: Option<&str>, dossier: &Dossier, today: Date) -> String {
    let typed = typed.map(tidy_date).filter(|typed| date_fault(typed).is_none());
    typed.unwrap_or_else(|| last_day(dossier, today))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::council::Desk;
    use crate::domain::decision::first;
    use crate::domain::dossier::Field;
    use crate::domain::rating::Answer;

    const TODAY: &str = "26/11/2026";

    fn dossier() -> Dossier {
        let mut dossier = Dossier::new("a".into(), String::new(), first().set(1).expect("set 1"));
        for (position, criterion) in dossier.set().criteria.iter().enumerate() {
            dossier.assessment.set_answer(position, Answer::Level(criterion.best_level() as u8));
        }
        // Described and without a paper: to be looked at.
        dossier.entries[0].note = "Vùng trồng 12 ha ở xã".into();
        dossier
    }

    fn found(dossier: &Dossier) -> Proposals {
        proposals(dossier, Date::parse(TODAY).expect("a day"))
    }

    #[test]
    fn the_officer_meets_what_is_to_be_looked_at_below_the_gaps() {
        let dossier = dossier();
        let Proposals { gaps, doubts } = found(&dossier);
        let first = CorrectionPlace::Criterion(dossier.set().criteria[0].code.into());
        assert!(doubts.iter().any(|proposal| proposal.at == first));
        assert!(gaps.iter().any(|proposal| proposal.at == CorrectionPlace::Field(Field::ProductName)));
        let all = check(&dossier, Date::parse(TODAY));
        let of = |severity: Severity| {
            let wanted = |finding: &&Finding| {
                finding.severity == severity && !matches!(finding.what, What::CommuneLooks { .. } | What::Ends(_))
            };
            all.iter().filter(wanted).count()
        };
        assert_eq!((gaps.len(), doubts.len()), (of(Severity::MustFix), of(Severity::Look)), "none is left out");
    }

    #[test]
    fn one_tap_asks_by_the_day_that_is_typed() {
        let mut dossier = dossier();
        let asked = Correction { by: "05/12/2026".into(), ..Correction::default() };
        dossier.corrections.push(asked);
        let today = Date::parse(TODAY).expect("a day");
        let by = |typed: Option<&str>, dossier: &Dossier| asked_by(typed, dossier, today);
        assert_eq!(by(None, &dossier), "05/12/2026");
        assert_eq!(by(Some("9/12/2026"), &dossier), "09/12/2026");
        assert_eq!(by(Some(""), &dossier), "", "no day was wanted");
        assert_eq!(by(Some("31/02/2026"), &dossier), "05/12/2026", "no day at all");
        // Asked for by a day that is over: what comes next is proposed anew, before the commune's own last day.
        dossier.desk = Some(Desk { received: "16/11/2026".into(), ..Desk::default() });
        dossier.corrections[0].by = "25/11/2026".into();
        assert_eq!(by(None, &dossier), "01/12/2026");
        dossier.corrections[0].by = TODAY.into();
        assert_eq!(by(None, &dossier), TODAY);
    }

    #[test]
    fn what_is_asked_for_is_not_proposed_again_and_hides_no_other_doubt() {
        let mut dossier = dossier();
        let before = found(&dossier);
        for proposal in before.gaps.iter().chain(&before.doubts) {
            let text = request(&proposal.finding, dossier.set(), Language::Vi);
            dossier.corrections.push(Correction { at: proposal.at.clone(), text, ..Correction::default() });
        }
        let after = found(&dossier);
        assert!(after.gaps.is_empty() && after.doubts.is_empty(), "whatever language the page is read in");
        // All of them in one go, and in other words later.
        let asked = |proposal: &Proposal| proposal.asked(&dossier, Language::Vi, "05/12/2026");
        let mut list = Vec::new();
        let all: Vec<Correction> = before.gaps.iter().chain(&before.doubts).map(asked).collect();
        assert_eq!(all.into_iter().filter(|one| ask(&mut list, one.clone())).count(), list.len());
        assert_eq!(list.len(), before.gaps.len() + before.doubts.len(), "each of them has a request of its own");
        dossier.corrections = list.iter().map(|one| one.in_other_words(format!("{} Gấp.", one.text))).collect();
        let after = found(&dossier);
        assert!(after.gaps.is_empty() && after.doubts.is_empty());
        // In the officer's own words for the same place: the gap is asked for, the doubt is not.
        let own =
            |at: &CorrectionPlace| Correction { at: at.clone(), text: "Xem lại".into(), ..Correction::default() };
        let gap = before.gaps.iter().find(|proposal| proposal.at != CorrectionPlace::Dossier).expect("a gap");
        dossier.corrections = vec![own(&gap.at), own(&before.doubts[0].at)];
        let after = found(&dossier);
        assert!(!after.gaps.iter().any(|proposal| proposal.at == gap.at) && after.doubts.len() == before.doubts.len());
    }
}
