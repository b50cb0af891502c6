//! Places of a dossier that do not agree: papers against the applicant and the product, papers against
//! each other and the calendar, answers against their tables, words against papers. Each finding says
//! where both sides stand. All are to be looked at: what is printed on a paper may be right.

mod cited;
mod names;
mod words;

use crate::domain::calendar::Date;
use crate::domain::decision::{EvidenceRole, PaperId, Text, evidence_row};
use crate::domain::figures::{Amount, Counted, Measure, cell};
use crate::domain::rating::Answer;

use super::super::{Dossier, Field, Holding, PaperRecord};
use super::{Finding, SOON, What, Where, of_decision, table};

pub(super) use cited::Cited;
pub use words::text;

/// Two places that do not agree.
#[derive(Clone, Debug, PartialEq)]
pub enum Disagreement {
    /// A paper in another name than the applicant's.
    Holder { printed: String, applicant: String },
    /// A paper in the name of the representative, who is not the applicant.
    HeldByRepresentative { printed: String, applicant: String },
    /// An address of before the districts were done away with (1 July 2025).
    OldAddress { printed: String },
    /// A paper with another address than the applicant's.
    Address { printed: String, applicant: String },
    /// A paper for a product of another name.
    Product { printed: String, product: String },
    /// A test older than a year on the day of filing. Advice of ours.
    OldTest { on: Date },
    /// It holds today, and ends before a council can sit on what is filed.
    EndsBeforeCouncil { until: Date, council: Date },
    /// The certified area is smaller than the area of the table.
    Area { certified: Amount, claimed: Amount },
    /// It ends before it begins.
    EndsBeforeIssue { issued: Date, until: Date },
    /// Issued to the applicant before the applicant was founded.
    BeforeFounding { issued: Date, founded: Date },
    /// Twelve months of contracts are claimed, and nothing settles them.
    NoSettlement,
    /// Named in a text, with no such paper at hand.
    Cited { what: Text },
    /// The same number stands on another paper of the list.
    SameNumber { other: String },
    /// Another paper of the list shows another level of the same thing.
    TwoLevels { other: String },
    /// The answer is above its table; `perhaps` where it can be reached in another way.
    AboveTable { table: &'static str, perhaps: bool },
    /// What the criterion requires at any level is not what its table gives.
    Required { table: &'static str },
    /// The accounts do not speak of the year before the rating.
    YearMissing { year: i32 },
}

impl Disagreement {
    /// Whether it tells the level of a criterion.
    pub(super) fn is_of_answer(&self) -> bool {
        matches!(self, Disagreement::AboveTable { .. } | Disagreement::NoSettlement)
    }
}

/// Everything that does not agree. What depends on the day is left out without one.
pub(super) fn check(dossier: &Dossier, today: Option<Date>, findings: &mut Vec<Finding>) {
    let mut tell = |at: Where, what: Disagreement| findings.push(Finding::look(at, What::Disagrees(what)));
    own_address(dossier, &mut tell);
    let held: Vec<&PaperRecord> = dossier.papers.iter().filter(|paper| paper.holding == Holding::Have).collect();
    for paper in &held {
        let mut tell = |what: Disagreement| tell(Where::Paper(paper.id.clone()), what);
        printed(dossier, paper, &mut tell);
        dates(dossier, paper, today, &mut tell);
        area(dossier, paper, &mut tell);
    }
    twice(&held, &mut tell);
    settlement(dossier, &held, &mut tell);
    cited::check(dossier, &held, &mut tell);
    tables(dossier, today, &mut tell);
}

fn own_address(dossier: &Dossier, tell: &mut impl FnMut(Where, Disagreement)) {
    let address = dossier.fields.get(Field::Address).trim();
    if names::has_district(address) {
        tell(Where::Field(Field::Address), Disagreement::OldAddress { printed: address.to_owned() });
    }
}

/// Holder, address and product as printed, against the forms.
fn printed(dossier: &Dossier, paper: &PaperRecord, tell: &mut impl FnMut(Disagreement)) {
    let of = |field: Field| dossier.fields.get(field).trim().to_owned();
    let (holder, address, product) = (paper.holder.trim(), paper.address.trim(), paper.product.trim());
    let (applicant, home, name) = (of(Field::ApplicantName), of(Field::Address), of(Field::ProductName));
    if !holder.is_empty() && !applicant.is_empty() && !names::same_holder(holder, &applicant) {
        let printed = holder.to_owned();
        tell(if names::same_name(holder, &of(Field::RepresentativeName)) {
            Disagreement::HeldByRepresentative { printed, applicant }
        } else {
            Disagreement::Holder { printed, applicant }
        });
    }
    if names::has_district(address) {
        tell(Disagreement::OldAddress { printed: address.to_owned() });
    } else if !address.is_empty() && !home.is_empty() && !names::same_name(address, &home) {
        tell(Disagreement::Address { printed: address.to_owned(), applicant: home });
    }
    if !product.is_empty() && !name.is_empty() && !names::same_name(product, &name) {
        tell(Disagreement::Product { printed: product.to_owned(), product: name });
    }
}

/// The certificates of a growing or farming area, and the column of the table in which areas stand.
#[derive(Debug)]
pub(super) struct Area {
    pub papers: &'static [&'static str],
    pub table: &'static str,
    pub column: &'static str,
}

/// A level that needs contracts carried out: the papers that are contracts, and those that settle them.
#[derive(Debug)]
pub(super) struct Settled {
    /// By key.
    pub level: &'static str,
    pub contracts: &'static [&'static str],
    pub papers: &'static [&'static str],
}

fn dates(dossier: &Dossier, paper: &PaperRecord, today: Option<Date>, tell: &mut impl FnMut(Disagreement)) {
    let until = paper.ends();
    let issued = paper.issued();
    if let (Some((first, _)), Some(until)) = (issued, until)
        && until < first
    {
        tell(Disagreement::EndsBeforeIssue { issued: first, until });
    }
    let founded = Date::written(dossier.fields.get(Field::Founded));
    let is_own =
        paper.holder.trim().is_empty() || names::same_holder(&paper.holder, dossier.fields.get(Field::ApplicantName));
    if let (Some((_, last)), Some(founded)) = (issued, founded)
        && last < founded
        && is_own
    {
        tell(Disagreement::BeforeFounding { issued: last, founded });
    }
    let Some(today) = today else { return };
    let filed = dossier.filing_day(today);
    if let Some((_, last)) = issued
        && evidence_row(dossier.set(), EvidenceRole::Tests).is_some_and(|row| paper.stands_in(row))
        && last.plus_months(12) < filed
    {
        tell(Disagreement::OldTest { on: last });
    }
    // The commune's part, then the province's (articles 7.2, 7.6).
    let procedure = dossier.set().decision().procedure;
    let council = filed.plus_working_days(procedure.commune_working_days).plus_days(procedure.rerating_decided_days);
    // What ends sooner is told as ending soon.
    if let Some(until) = until.filter(|until| *until < council && today.days_until(*until) > SOON) {
        tell(Disagreement::EndsBeforeCouncil { until, council });
    }
}

fn area(dossier: &Dossier, paper: &PaperRecord, tell: &mut impl FnMut(Disagreement)) {
    let Some(area) = of_decision(table::AREAS, dossier.set().decision()) else { return };
    let is_area = paper.paper.as_ref().is_some_and(|id| area.papers.contains(&id.as_str()));
    let (Some(certified), Some(table)) = (Amount::read(&paper.extent), dossier.tables.get(area.table)) else { return };
    let areas = table.filled().filter_map(|row| Amount::read(cell(row, area.column)));
    let claimed = areas.fold(Amount::ZERO, |sum, area| sum.plus(area.amount));
    if is_area && certified.amount < claimed {
        tell(Disagreement::Area { certified: certified.amount, claimed });
    }
}

/// One paper entered twice, and two papers that show two levels of one thing.
fn twice(held: &[&PaperRecord], tell: &mut impl FnMut(Where, Disagreement)) {
    for (place, paper) in held.iter().enumerate() {
        let at = || Where::Paper(paper.id.clone());
        let number = names::plain(&paper.number);
        let earlier = &held[..place];
        if let Some(other) = earlier.iter().find(|other| {
            !number.is_empty()
                && names::plain(&other.number) == number
                && names::same_name(&other.issuer, &paper.issuer)
        }) {
            tell(at(), Disagreement::SameNumber { other: other.id.clone() });
        }
        let Some(family) = paper.paper.as_ref().and_then(|id| family(id)) else { continue };
        if let Some(other) = earlier.iter().find(|other| {
            other.paper != paper.paper && other.paper.as_ref().and_then(|id| self::family(id)) == Some(family)
        }) {
            tell(at(), Disagreement::TwoLevels { other: other.id.clone() });
        }
    }
}

/// What papers that differ by a number alone show: `local-labour-25`, `local-labour-50`.
fn family(id: &PaperId) -> Option<&str> {
    let (stem, last) = id.rsplit_once('-')?;
    last.chars().all(|c| c.is_ascii_digit()).then_some(stem).filter(|stem| *stem != "linkage")
}

/// Linkage: the highest level needs contracts carried out for twelve months.
fn settlement(dossier: &Dossier, held: &[&PaperRecord], tell: &mut impl FnMut(Where, Disagreement)) {
    let Some(needs) = of_decision(table::SETTLED, dossier.set().decision()) else { return };
    let steady = dossier.assessment.iter().find(|(_, criterion, answer)| match answer {
        Answer::Level(level) => criterion.ladder.level_with_key(needs.level) == Some(usize::from(*level)),
        Answer::NoneOfThese | Answer::Unanswered => false,
    });
    let Some((position, ..)) = steady else { return };
    let holds =
        |papers: &[&str]| held.iter().any(|paper| paper.paper.as_deref().is_some_and(|id| papers.contains(&id)));
    if holds(needs.contracts) && !holds(needs.papers) {
        tell(Where::Criterion(position), Disagreement::NoSettlement);
    }
}

/// Answers against the tables behind them.
fn tables(dossier: &Dossier, today: Option<Date>, tell: &mut impl FnMut(Where, Disagreement)) {
    // Without a day of filing, nothing is as old as it says.
    let Some(today) = today.or_else(|| Date::written(dossier.fields.get(Field::SignedOn))) else { return };
    for position in 0..dossier.set().criteria.len() {
        let Some(counted) = Counted::of(dossier, position, today) else { continue };
        if counted.table.is_empty() {
            continue;
        }
        let (at, table) = (|| Where::Criterion(position), counted.rule.table.as_str());
        if counted.is_exceeded(dossier, position) {
            tell(at(), Disagreement::AboveTable { table, perhaps: counted.may_be_otherwise(dossier) });
        }
        if !counted.judgement.broken.is_empty() {
            tell(at(), Disagreement::Required { table });
        }
        for measure in counted.rule.measures.values() {
            let Measure::Growth { year, .. } = measure else { continue };
            let wanted = dossier.rating_year(today) - 1;
            let speaks = counted.table.filled().any(|row| cell(row, year).parse() == Ok(wanted));
            if !speaks {
                tell(at(), Disagreement::YearMissing { year: wanted });
            }
        }
    }
}

#[cfg(test)]
mod tests;
