use super::{Dossier, DossierKind};
use crate::domain::calendar::{Certificate, CertificateState, Date};
use crate::domain::decision::Star;

/// Where a product stands before this dossier: what the applicant says of stars held.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// Not asked yet, or left for later.
    Unsaid,
    /// It has no stars.
    None,
    /// Recognised; how many stars and since when may be left for later.
    Held { star: Option<Star>, certificate: Option<Certificate> },
}

/// Whether a kind of dossier can be filed on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Chance {
    Now,
    /// Not before this day.
    From(Date),
    /// The Decision leaves it open, or what decides it is not said.
    Open,
    No,
}

impl Dossier {
    pub fn standing(&self) -> Standing {
        match &self.recognised {
            _ if self.unrecognised => Standing::None,
            Some(recognised) => Standing::Held { star: recognised.star, certificate: self.certificate() },
            None => Standing::Unsaid,
        }
    }

    /// The certificate held: by the day told to the plan of older files, else by that of the
    /// recognition.
    pub fn certificate(&self) -> Option<Certificate> {
        let terms = &self.set().decision().procedure;
        let recognised = || self.recognised.as_ref().and_then(|recognised| Date::written(&recognised.date));
        Date::written(&self.plan.certificate).or_else(recognised).map(|issued| Certificate { issued, terms })
    }

    /// The stars held, where the applicant said so.
    pub fn held_star(&self) -> Option<Star> {
        self.standing().star()
    }

    /// For which rating it is filed, where somebody said so; `None` where nobody told of stars, and for a product that is
    /// only followed: its kind is what would follow from its certificate.
    pub fn told_kind(&self) -> Option<DossierKind> {
        Some(self.kind).filter(|_| self.standing() != Standing::Unsaid && !self.is_followed())
    }

    /// Whether it is only followed since its recognition: out of an office's list, and nobody began to rate it anew.
    pub fn is_followed(&self) -> bool {
        let is_listed = self.recognised.as_ref().is_some_and(|held| held.listed);
        is_listed && !self.unrecognised && !self.is_begun()
    }

    /// It is to be filed for this rating; a product of an office's list is not only followed from then on.
    pub fn choose_kind(&mut self, kind: DossierKind) {
        self.kind = kind;
        self.recognised.iter_mut().for_each(|held| held.listed = false);
    }

    /// Whether somebody works on a rating: answered, collected papers or figures, wrote, aimed at stars.
    fn is_begun(&self) -> bool {
        let changes = self.recognised.as_ref().is_some_and(|held| !held.changes.is_empty());
        let papers = !(self.papers.is_empty() && self.held.is_empty() && self.writings.is_empty());
        let answers = self.assessment.answered() > 0 || !self.asked.is_empty();
        let sheets = self.scorer.is_some() || self.council.is_some();
        changes || papers || answers || sheets || !self.tables.is_empty() || self.plan.target.is_some()
    }

    /// Whether the dossier asks for what the product's standing cannot have. Nothing said contradicts
    /// nothing.
    pub fn kind_contradicts(&self, today: Date) -> bool {
        self.standing().chance(self.kind, today) == Chance::No
    }
}

impl Standing {
    pub fn star(self) -> Option<Star> {
        match self {
            Standing::Held { star, .. } => star,
            Standing::Unsaid | Standing::None => None,
        }
    }

    pub fn certificate(self) -> Option<Certificate> {
        match self {
            Standing::Held { certificate, .. } => certificate,
            Standing::Unsaid | Standing::None => None,
        }
    }

    /// Whether a dossier of this kind can be filed on a day.
    ///
    /// An upgrade (article 7.5) is for who holds fewer than five stars, as long as the certificate
    /// holds. A re-rating (article 7.6) has its window; later than that, and while a prolongation
    /// (article 12.3) may still run, the Decision leaves it open. Our reading: when all that is over
    /// the product begins anew.
    pub fn chance(self, kind: DossierKind, today: Date) -> Chance {
        let Standing::Held { star, certificate } = self else {
            return match (self, kind) {
                (Standing::Unsaid, _) => Chance::Open,
                (_, DossierKind::First) => Chance::Now,
                (_, DossierKind::Upgrade | DossierKind::ReRating) => Chance::No,
            };
        };
        let state = certificate.map(|certificate| certificate.state(today));
        let lapsed = certificate.is_some_and(|certificate| today > certificate.prolonged_to());
        let ended = matches!(state, Some(CertificateState::Ended { .. }));
        match kind {
            DossierKind::First if lapsed => Chance::Now,
            DossierKind::First if ended => Chance::Open,
            DossierKind::First => Chance::No,
            DossierKind::Upgrade if lapsed || star == Some(Star::Five) => Chance::No,
            DossierKind::Upgrade if ended => Chance::Open,
            DossierKind::Upgrade => Chance::Now,
            DossierKind::ReRating if lapsed => Chance::No,
            DossierKind::ReRating => match (state, certificate) {
                (Some(CertificateState::TooEarly { .. }), Some(certificate)) => Chance::From(certificate.opens()),
                (Some(CertificateState::Open { .. }), _) => Chance::Now,
                _ => Chance::Open,
            },
        }
    }

    /// The kind of dossier that follows from where the product stands on a day, until the applicant
    /// says otherwise: an upgrade while it is too early for a re-rating, where there is a higher star.
    pub fn kind(self, today: Date) -> DossierKind {
        let Standing::Held { star, certificate } = self else { return DossierKind::First };
        match certificate.map(|certificate| (certificate, certificate.state(today))) {
            Some((certificate, _)) if today > certificate.prolonged_to() => DossierKind::First,
            Some((_, CertificateState::TooEarly { .. })) | None if star != Some(Star::Five) => DossierKind::Upgrade,
            _ => DossierKind::ReRating,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::decision::first;
    use crate::domain::dossier::{Field, LogEntry, PaperRecord, Question, Recognised, Reply, next_round};
    use crate::domain::rating::Answer;

    fn date(text: &str) -> Date {
        Date::parse(text).unwrap_or_else(|| panic!("{text} is a day"))
    }

    fn held(star: Star, issued: &str) -> Standing {
        Standing::Held {
            star: Some(star),
            certificate: Some(Certificate { issued: date(issued), terms: &first().procedure }),
        }
    }

    /// First, upgrade, re-rating; and the kind that follows.
    #[track_caller]
    fn check(standing: Standing, today: &str, chances: [Chance; 3], kind: DossierKind) {
        let today = date(today);
        assert_eq!(DossierKind::ALL.map(|kind| standing.chance(kind, today)), chances, "{today}");
        assert_eq!(standing.kind(today), kind, "{today}");
        assert_ne!(standing.chance(kind, today), Chance::No, "what follows is never impossible");
    }

    #[test]
    fn the_orange_is_late_then_lapsed() {
        use Chance::*;
        use DossierKind::*;
        let orange = held(Star::Four, "25/12/2023");
        let opens = From(date("28/06/2026"));
        check(orange, "27/06/2026", [No, Now, opens], Upgrade);
        check(orange, "28/06/2026", [No, Now, Now], ReRating);
        check(orange, "27/08/2026", [No, Now, Now], ReRating);
        check(orange, "28/08/2026", [No, Now, Open], ReRating);
        check(orange, "25/12/2026", [No, Now, Open], ReRating);
        check(orange, "26/12/2026", [Open, Open, Open], ReRating);
        check(orange, "23/06/2027", [Open, Open, Open], ReRating);
        check(orange, "24/06/2027", [Now, No, No], First);
    }

    #[test]
    fn five_stars_have_nothing_to_be_upgraded_to() {
        use Chance::*;
        let standing = held(Star::Five, "01/02/2026");
        let opens = From(date("05/08/2028"));
        check(standing, "26/11/2026", [No, No, opens], DossierKind::ReRating);
    }

    #[test]
    fn without_stars_it_is_the_first_and_unsaid_leaves_all_open() {
        use Chance::*;
        check(Standing::None, "26/11/2026", [Now, No, No], DossierKind::First);
        check(Standing::Unsaid, "26/11/2026", [Open, Open, Open], DossierKind::First);
        let someday = Standing::Held { star: None, certificate: None };
        check(someday, "26/11/2026", [No, Now, Open], DossierKind::Upgrade);
    }

    /// As an office's list brings it: held, and nobody works on it.
    fn listed() -> Dossier {
        let mut dossier = Dossier::new("a".into(), String::new(), first().set(1).expect("set 1"));
        let date = "01/02/2026".into();
        dossier.recognised = Some(Recognised { star: Some(Star::Four), date, listed: true, ..Recognised::default() });
        dossier.kind = DossierKind::Upgrade;
        dossier
    }

    #[test]
    fn a_product_of_a_list_has_no_kind_before_somebody_begins() {
        assert_eq!(listed().told_kind(), None);
        // What is known better of it begins nothing.
        let told = |change: &dyn Fn(&mut Dossier)| {
            let mut dossier = listed();
            change(&mut dossier);
            dossier.told_kind()
        };
        assert_eq!(told(&|dossier| dossier.fields.set(Field::ProductName, "Cam".into())), None);
        assert_eq!(told(&|dossier| dossier.recognised.iter_mut().for_each(|held| held.star = None)), None);
        assert_eq!(told(&|dossier| dossier.log.push(LogEntry::default())), None);
        assert_eq!(told(&|dossier| dossier.unrecognised = true), Some(DossierKind::Upgrade), "it has no stars");
        for begin in [
            &(|dossier: &mut Dossier| dossier.assessment.set_answer(0, Answer::Level(0))) as &dyn Fn(&mut Dossier),
            &|dossier| dossier.set_reply(Question::Dossier, Reply::No),
            &|dossier| dossier.papers.push(PaperRecord::default()),
            &|dossier| dossier.plan.target = Some(Star::Five),
            &|dossier| dossier.recognised.iter_mut().for_each(|held| _ = held.changes.insert("1.1".into(), "x".into())),
            &|dossier| dossier.choose_kind(DossierKind::Upgrade),
        ] {
            assert_eq!(told(begin), Some(DossierKind::Upgrade));
        }
        assert_eq!(told(&|dossier| dossier.choose_kind(DossierKind::ReRating)), Some(DossierKind::ReRating));
        assert_eq!(told(&|dossier| dossier.recognised = None), None, "nothing is said");
    }

    #[test]
    fn who_begins_from_a_product_of_a_list_chose_the_kind() {
        for kind in [DossierKind::Upgrade, DossierKind::ReRating] {
            let held = listed();
            let next = next_round(&held, "n".into(), String::new(), kind);
            assert_eq!((next.told_kind(), next.held_star()), (Some(kind), Some(Star::Four)));
            assert_eq!(held.told_kind(), None);
        }
    }

    #[test]
    fn what_is_said_of_a_dossier_goes_before_what_it_still_keeps() {
        let mut dossier = Dossier::new("a".into(), String::new(), first().set(1).expect("set 1"));
        let today = date("26/11/2026");
        assert_eq!(dossier.standing(), Standing::Unsaid);
        assert!(!dossier.kind_contradicts(today));
        dossier.recognised =
            Some(Recognised { star: Some(Star::Four), date: "25/12/2023".into(), ..Recognised::default() });
        assert_eq!(dossier.standing(), held(Star::Four, "25/12/2023"));
        assert!(dossier.kind_contradicts(today), "a first rating of a recognised product");
        dossier.plan.certificate = "30/12/2023".into();
        assert_eq!(dossier.certificate().map(|held| held.issued), Some(date("30/12/2023")));
        dossier.unrecognised = true;
        assert_eq!((dossier.standing(), dossier.held_star()), (Standing::None, None));
        assert!(!dossier.kind_contradicts(today));
    }
}
