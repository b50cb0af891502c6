use crate::domain::council::is_blind;
use crate::domain::dossier::checks::{Finding, Severity, What, Where};
use crate::domain::dossier::{Dossier, DossierKind, Field, Section};
use crate::ui::route::Spot;
use crate::words::Words;

/// A part of the page: a section of fields, or one that only some kinds of dossier have.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum FormPart {
    Kind,
    /// An upgrade's.
    Changes,
    /// A re-rating's.
    Renewal,
    Product,
    Applicant,
    Representative,
    Filing,
    Ticks,
    Results,
    Plans,
}

/// Something that the forms cannot be handed in without.
#[derive(Clone, Debug, PartialEq)]
pub struct Gap {
    pub part: FormPart,
    pub spot: Spot,
}

impl FormPart {
    const ALL: [FormPart; 10] = [
        FormPart::Kind,
        FormPart::Changes,
        FormPart::Renewal,
        FormPart::Product,
        FormPart::Applicant,
        FormPart::Representative,
        FormPart::Filing,
        FormPart::Ticks,
        FormPart::Results,
        FormPart::Plans,
    ];

    /// The parts of a kind of dossier, in their order on the page.
    pub fn of(kind: DossierKind) -> impl Iterator<Item = FormPart> {
        FormPart::ALL.into_iter().filter(move |part| match part {
            FormPart::Changes => kind == DossierKind::Upgrade,
            FormPart::Renewal => kind == DossierKind::ReRating,
            _ => true,
        })
    }

    /// The fields that it asks for.
    pub fn section(self) -> Option<Section> {
        Some(match self {
            FormPart::Kind | FormPart::Changes => return None,
            FormPart::Renewal => Section::Renewal,
            FormPart::Product => Section::Product,
            FormPart::Applicant => Section::Applicant,
            FormPart::Representative => Section::Representative,
            FormPart::Filing => Section::Filing,
            FormPart::Ticks => Section::Ticks,
            FormPart::Results => Section::Results,
            FormPart::Plans => Section::Plans,
        })
    }

    /// The part in which a place of the forms stands.
    pub fn at(spot: &Spot) -> FormPart {
        match spot {
            Spot::Recognised => FormPart::Kind,
            Spot::Change(_) => FormPart::Changes,
            Spot::Field(field) => {
                let holds = |part: &FormPart| part.section() == Some(field.section());
                FormPart::ALL.into_iter().find(holds).unwrap_or(FormPart::Product)
            }
        }
    }

    /// Its name, and where it stands on the forms.
    pub fn names(self, t: &Words) -> (&'static str, &'static str) {
        let t = &t.forms;
        match self {
            FormPart::Kind => (t.p_kind, t.p_kind_at),
            FormPart::Changes => (t.p_changes, t.p_changes_at),
            FormPart::Renewal => (t.p_renewal, t.p_renewal_at),
            FormPart::Product => (t.p_product, t.p_product_at),
            FormPart::Applicant => (t.p_applicant, t.p_applicant_at),
            FormPart::Representative => (t.p_representative, t.p_representative_at),
            FormPart::Filing => (t.p_filing, t.p_filing_at),
            FormPart::Ticks => (t.p_ticks, t.p_ticks_at),
            FormPart::Results => (t.p_results, t.p_results_at),
            FormPart::Plans => (t.p_plans, t.p_plans_at),
        }
    }

    /// Its bit among the open parts.
    pub fn bit(self) -> u16 {
        1 << self as u16
    }

    /// The id of its heading.
    pub fn id(self) -> String {
        format!("part-{}", self as u16)
    }
}

/// Where in the forms a finding is to be mended; `None`: elsewhere.
pub fn spot_of(finding: &Finding, dossier: &Dossier) -> Option<Spot> {
    match (&finding.subject, &finding.what) {
        (Where::Field(field), _) => Some(Spot::Field(*field)),
        (Where::Recognised, _) => Some(Spot::Recognised),
        (Where::Criterion(position), What::ChangeUndescribed { .. }) => {
            dossier.set().criteria.get(*position).map(|criterion| Spot::Change(criterion.code.to_owned()))
        }
        _ => None,
    }
}

/// What the forms still lack, each place once, in the order of the page.
pub fn gaps(findings: &[Finding], dossier: &Dossier) -> Vec<Gap> {
    let mut gaps: Vec<Gap> = Vec::new();
    let blind = is_blind(dossier);
    let is_told = |finding: &&Finding| finding.severity == Severity::MustFix && !(blind && finding.tells_rating());
    for finding in findings.iter().filter(is_told) {
        let Some(spot) = spot_of(finding, dossier) else { continue };
        if gaps.iter().all(|gap| gap.spot != spot) {
            gaps.push(Gap { part: FormPart::at(&spot), spot });
        }
    }
    gaps.sort_by_key(rank);
    gaps
}

/// Where a place comes on the page.
pub fn rank(gap: &Gap) -> (FormPart, usize) {
    let within = match &gap.spot {
        Spot::Field(field) => Field::TABLE.iter().position(|row| row.0 == *field).unwrap_or(0),
        // Findings of criteria come in their order, which a stable sort keeps.
        Spot::Recognised | Spot::Change(_) => 0,
    };
    (gap.part, within)
}

/// The id of the element that takes the focus at a place.
pub fn spot_id(spot: &Spot) -> String {
    match spot {
        Spot::Recognised => "recognised".to_owned(),
        Spot::Change(code) => format!("change-{code}"),
        Spot::Field(field) => field_id(*field),
    }
}

/// The id and name of a field's element.
pub fn field_id(field: Field) -> String {
    format!("field-{}", field.key())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::decision::first;
    use crate::domain::dossier::checks::check;
    use crate::domain::rating::Answer;

    fn dossier(kind: DossierKind) -> Dossier {
        let mut dossier = Dossier::new("a".into(), String::new(), first().set(7).expect("set 7"));
        dossier.kind = kind;
        dossier
    }

    #[test]
    fn every_field_is_asked_in_a_part_of_some_kind_of_dossier() {
        for (field, ..) in Field::TABLE {
            let part = FormPart::at(&Spot::Field(field));
            assert_eq!(part.section(), Some(field.section()), "{field:?}");
            assert!(FormPart::of(DossierKind::ReRating).any(|known| known == part), "{field:?}");
        }
    }

    #[test]
    fn a_gap_is_named_once_and_only_where_the_page_shows_it() {
        for kind in DossierKind::ALL {
            let dossier = dossier(kind);
            let gaps = gaps(&check(&dossier, None), &dossier);
            let shown: Vec<FormPart> = FormPart::of(kind).collect();
            assert!(gaps.iter().all(|gap| shown.contains(&gap.part)), "{kind:?}");
            assert!(gaps.is_sorted_by_key(rank));
            let asked = gaps.iter().filter(|gap| gap.part == FormPart::Renewal).count();
            assert_eq!(asked, if kind == DossierKind::ReRating { 11 } else { 0 });
        }
    }

    #[test]
    fn a_change_that_is_not_described_is_a_gap_of_the_changes() {
        let mut dossier = dossier(DossierKind::Upgrade);
        let position = dossier.set().position("3.3").expect("3.3");
        dossier.assessment.set_answer(position, Answer::Level(1));
        let recognised = dossier.recognised.insert(Default::default());
        recognised.answers.insert("3.3".into(), Answer::Level(0));
        let gaps = gaps(&check(&dossier, None), &dossier);
        assert!(gaps.contains(&Gap { part: FormPart::Changes, spot: Spot::Change("3.3".into()) }));
    }
}
