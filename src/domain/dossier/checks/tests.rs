use proptest::prelude::*;

use super::answers::topic_criterion;
use super::*;
use crate::domain::decision::{EvidenceKind, Guide, Language, first};
use crate::domain::dossier::{DossierKind, Holding, PaperRecord, Recognised, Reply};

pub(super) fn dossier(no: u8) -> Dossier {
    Dossier::new("a".into(), "2026-06-01T00:00:00Z".into(), first().set(no).expect("a set"))
}

pub(super) fn answer(dossier: &mut Dossier, code: &str, answer: Answer) -> usize {
    let position = dossier.set().position(code).expect(code);
    dossier.assessment.set_answer(position, answer);
    position
}

fn date(text: &str) -> Date {
    Date::parse(text).expect(text)
}

fn paper(id: &str, holding: Holding) -> PaperRecord {
    PaperRecord { id: id.into(), kind: EvidenceKind(1), title: id.into(), holding, ..PaperRecord::default() }
}

/// Findings about one place.
fn about(dossier: &Dossier, today: Option<Date>, subject: Where) -> Vec<(Severity, What)> {
    let found = check(dossier, today).into_iter().filter(|finding| finding.subject == subject);
    found.map(|finding| (finding.severity, finding.what)).collect()
}

#[track_caller]
fn field(no: u8, field: Field, value: &str, expected: &[(Severity, What)]) {
    let mut dossier = dossier(no);
    dossier.fields.set(field, value.into());
    assert_eq!(about(&dossier, Some(date("01/06/2026")), Where::Field(field)), expected, "{field:?} {value:?}");
}

/// A dossier in which every field, question and criterion has something in it, with a paper.
fn complete(no: u8) -> Dossier {
    let mut dossier = dossier(no);
    for (field, _, kind, _, _) in Field::TABLE {
        use crate::domain::dossier::FieldKind;
        let value = match kind {
            FieldKind::Line | FieldKind::Paragraph => "Như thực tế",
            FieldKind::Phone => "0912345678",
            FieldKind::Email => "htx@example.vn",
            FieldKind::Date => "05/03/2019",
            FieldKind::Year => "2026",
            FieldKind::Number => "5",
            FieldKind::Choice(choices) => choices[0],
            FieldKind::Tick => "true",
        };
        dossier.fields.set(field, value.into());
    }
    for question in Question::of(dossier.set()).collect::<Vec<_>>() {
        let breach = !matches!(question, Question::MinimumBinds(_));
        dossier.set_reply(question, if breach { Reply::No } else { Reply::Yes });
    }
    dossier.unrecognised = true;
    // No level asks for more than these.
    let papers = ["all", "b", "c", "d", "e", "f"];
    dossier.papers.extend(papers.map(|id| paper(id, Holding::Have)));
    for (position, criterion) in dossier.set().criteria.iter().enumerate() {
        let best = u8::try_from(criterion.best_level()).expect("few levels");
        dossier.assessment.set_answer(position, Answer::Level(best));
        dossier.entries[position].evidence.extend(papers.map(str::to_owned));
    }
    dossier
}

#[test]
fn a_complete_dossier_has_nothing_to_mend() {
    for no in 1..=26 {
        let found = check(&complete(no), Some(date("01/06/2026")));
        let wrong: Vec<&Finding> = found.iter().filter(|finding| finding.severity == Severity::MustFix).collect();
        assert!(wrong.is_empty(), "set {no}: {wrong:?}");
        let looks: Vec<&Finding> = found.iter().filter(|finding| finding.severity == Severity::Look).collect();
        assert!(looks.is_empty(), "set {no}: {looks:?}");
    }
}

#[test]
fn an_empty_dossier_is_told_everything_at_once() {
    for set in first().sets {
        let dossier = Dossier::new("a".into(), String::new(), set);
        let found = check(&dossier, None);
        let of = |what: What| found.iter().filter(|finding| finding.what == what).count();
        assert_eq!(of(What::Unanswered), set.criteria.len(), "set {}", set.no.0);
        assert_eq!(of(What::NotReplied), Question::of(set).count());
        assert_eq!(of(What::Missing), 24, "fields of a first rating");
        assert!(found.windows(2).all(|pair| pair[0].severity <= pair[1].severity));
    }
}

#[test]
fn required_fields_depend_on_the_kind_of_dossier() {
    let mut dossier = dossier(1);
    let missing = |dossier: &Dossier| {
        let found = check(dossier, None).into_iter().filter(|finding| finding.what == What::Missing);
        found.filter(|finding| matches!(finding.subject, Where::Field(_))).count()
    };
    let first = missing(&dossier);
    dossier.kind = DossierKind::Upgrade;
    assert_eq!(missing(&dossier), first);
    dossier.kind = DossierKind::ReRating;
    assert_eq!(missing(&dossier), first + 11);
}

#[test]
fn fields_are_missing_or_faulty() {
    use Severity::{Info, Look, MustFix};
    field(1, Field::ApplicantName, " ", &[(MustFix, What::Missing)]);
    field(1, Field::ApplicantName, "HTX", &[]);
    field(1, Field::Email, "", &[]);
    field(1, Field::Email, "htx", &[(Look, What::Faulty(FieldFault::Email))]);
    field(1, Field::Phone, "12", &[(MustFix, What::Faulty(FieldFault::PhoneDigits(2)))]);
    field(1, Field::Founded, "01/06/2026", &[]);
    field(1, Field::Founded, "02/06/2026", &[(Look, What::NotYet(date("02/06/2026")))]);
    field(1, Field::Year, "2026", &[]);
    field(1, Field::LegalForm, "association", &[(MustFix, What::TourismOnly)]);
    field(26, Field::LegalForm, "association", &[]);
    field(1, Field::Samples, "", &[(MustFix, What::TooFewSamples { given: None, needed: 5 })]);
    field(1, Field::Samples, "4", &[(MustFix, What::TooFewSamples { given: Some(4), needed: 5 })]);
    field(1, Field::Samples, "5 hộp", &[]);
    field(1, Field::Samples, "6", &[]);
    field(26, Field::Samples, "", &[]);
    field(26, Field::Samples, "5", &[(Info, What::SamplesNotAsked)]);
}

#[test]
fn nothing_was_recognised_on_a_day_that_has_not_come() {
    let mut dossier = dossier(1);
    let found = |dossier: &Dossier| {
        let all = about(dossier, Some(date("01/06/2026")), Where::Recognised);
        all.into_iter().filter(|(_, what)| matches!(what, What::NotYet(_))).collect::<Vec<_>>()
    };
    for kind in DossierKind::ALL {
        dossier.kind = kind;
        for (typed, expected) in
            [("01/06/2026", None), ("02/06/2026", Some("02/06/2026")), ("2/6/26", Some("02/06/2026"))]
        {
            dossier.recognised = Some(Recognised { date: typed.into(), ..Recognised::default() });
            let expected = expected.map(|day| (Severity::MustFix, What::NotYet(date(day))));
            assert_eq!(found(&dossier), expected.into_iter().collect::<Vec<_>>(), "{kind:?} {typed}");
        }
    }
}

#[test]
fn the_year_of_rating_is_over_when_the_next_has_come() {
    let mut dossier = dossier(1);
    dossier.fields.set(Field::Year, "2026".into());
    let at = || Where::Field(Field::Year);
    assert!(about(&dossier, Some(date("31/12/2026")), at()).is_empty());
    assert_eq!(about(&dossier, Some(date("01/01/2027")), at()), [(Severity::Look, What::YearOver(2026))]);
    assert!(about(&dossier, None, at()).is_empty());
}

#[test]
fn papers_hold_through_their_last_day_and_are_flagged_ninety_days_before() {
    let mut dossier = dossier(1);
    dossier.papers = vec![PaperRecord { valid_until: "01/06/2026".into(), ..paper("p", Holding::Have) }];
    let position = answer(&mut dossier, "3.3", Answer::Level(0));
    dossier.entries[position].evidence.push("p".into());
    let on = date("01/06/2026");
    let found = |dossier: &Dossier, today: &str| about(dossier, Some(date(today)), Where::Paper("p".into()));
    assert_eq!(found(&dossier, "02/06/2026"), [(Severity::MustFix, What::Expired(on))]);
    assert_eq!(found(&dossier, "01/06/2026"), [(Severity::Look, What::ExpiresSoon { on, days: 0 })]);
    assert_eq!(found(&dossier, "03/03/2026"), [(Severity::Look, What::ExpiresSoon { on, days: 90 })]);
    assert_eq!(found(&dossier, "02/03/2026"), []);
    assert_eq!(about(&dossier, None, Where::Paper("p".into())), []);
    dossier.papers[0].holding = Holding::ToGet;
    assert_eq!(found(&dossier, "02/06/2026"), [(Severity::Look, What::ToGet)]);
    dossier.papers[0].holding = Holding::Have;
    dossier.entries[position].evidence.clear();
    let unused = [(Severity::Look, What::Expired(on)), (Severity::Info, What::Unused)];
    assert_eq!(found(&dossier, "02/06/2026"), unused);
}

#[test]
fn a_paper_that_has_ended_bears_no_claim_out() {
    let mut dossier = dossier(1);
    let position = answer(&mut dossier, "3.3", Answer::Level(1));
    dossier.papers = vec![PaperRecord { valid_until: "01/06/2026".into(), ..paper("p", Holding::Have) }];
    dossier.entries[position].evidence.push("p".into());
    let looked = |standing| What::CommuneLooks { topic: Topic::Labour, standing };
    let found = |day: &str| about(&dossier, Some(date(day)), Where::Criterion(position));
    assert_eq!(found("01/06/2026"), [(Severity::Info, looked(Grounds::Proven))]);
    let lacks = (Severity::Look, What::PapersLack(1));
    assert_eq!(found("02/06/2026"), [lacks, (Severity::Look, looked(Grounds::Bare))]);
}

#[test]
fn a_commune_that_no_list_has_is_a_doubt_where_the_list_is_at_hand() {
    let places = Places::parse(include_str!("../../places/communes.txt")).expect("the list");
    let mut dossier = dossier(1);
    let mut found = |commune: &str, province: &str, places: Option<&Places>| {
        dossier.fields.set(Field::Commune, commune.into());
        dossier.fields.set(Field::Province, province.into());
        let of_it = |finding: &Finding| finding.subject == Where::Field(Field::Commune);
        let all = check_with(&dossier, None, places).into_iter();
        all.filter(of_it).map(|finding| (finding.severity, finding.what)).collect::<Vec<_>>()
    };
    assert_eq!(found("Xã Cao Ph", "", Some(&places)), [(Severity::Look, What::NotListed(None))]);
    let elsewhere = What::NotListed(Some("An Giang".into()));
    assert_eq!(found("Xã Cao Phong", "an giang", Some(&places)), [(Severity::Look, elsewhere)]);
    assert_eq!(found("Xã Cao Phong", "Phú Thọ", Some(&places)), []);
    assert_eq!(found(" ", "", Some(&places)), [(Severity::MustFix, What::Missing)], "empty says so already");
    assert_eq!(found("Xã Cao Ph", "", None), []);
}

/// Seen in use: "tỉnh BRVT" was printed, and nothing was said.
#[test]
fn a_province_that_is_none_of_today_s_is_a_doubt_where_the_list_is_at_hand() {
    let places = Places::parse(include_str!("../../places/communes.txt")).expect("the list");
    let mut dossier = dossier(1);
    let at = Where::Field(Field::Province);
    for (typed, is_known) in [
        ("BRVT", false),
        ("Q.Nam", false),
        ("tỉnh Hòa Bình", false),
        ("ĐN", false),
        ("TPHCM", true),
        ("tỉnh Phú Thọ", true),
        ("Huế", true),
    ] {
        dossier.fields.set(Field::Province, typed.into());
        let of_it = |finding: &Finding| finding.subject == at;
        let found: Vec<What> =
            check_with(&dossier, None, Some(&places)).into_iter().filter(of_it).map(|one| one.what).collect();
        let doubt = (!is_known).then(|| What::NoProvince(typed.into()));
        assert_eq!(found, doubt.into_iter().collect::<Vec<_>>(), "{typed}");
    }
}

#[test]
fn a_claim_wants_a_paper_at_hand() {
    let mut dossier = dossier(1);
    let position = answer(&mut dossier, "3.3", Answer::Level(1));
    let found = |dossier: &Dossier| {
        let about = about(dossier, None, Where::Criterion(position)).into_iter();
        about.filter(|(_, what)| !matches!(what, What::CommuneLooks { .. })).collect::<Vec<_>>()
    };
    assert_eq!(found(&dossier), [(Severity::MustFix, What::NoPaper { described: false })]);
    dossier.entries[position].note = "12 of 20 people".into();
    assert_eq!(found(&dossier), [(Severity::Look, What::NoPaper { described: true })]);
    dossier.entries[position].evidence.push("p".into());
    let gone = [(Severity::Look, What::PaperGone("p".into())), (Severity::Look, What::NoPaper { described: true })];
    assert_eq!(found(&dossier), gone);
    dossier.papers.push(paper("p", Holding::ToGet));
    assert_eq!(found(&dossier), [(Severity::MustFix, What::OnlyToGet)]);
    dossier.papers[0].holding = Holding::Have;
    assert_eq!(found(&dossier), []);
    dossier.entries[position].review = true;
    assert_eq!(found(&dossier), [(Severity::Look, What::ToReview)]);
}

/// Set 1, 1.1 b: the confirmation of the area, and the share from the commune.
#[test]
fn a_part_of_the_papers_is_told_with_how_many_are_missing() {
    let mut dossier = dossier(1);
    let position = answer(&mut dossier, "1.1", Answer::Level(1));
    let found = |dossier: &Dossier| {
        let about = about(dossier, None, Where::Criterion(position)).into_iter();
        about.filter(|(_, what)| !matches!(what, What::CommuneLooks { .. })).collect::<Vec<_>>()
    };
    for (paper, missing) in [("growing-area-confirmation", 1), ("local-share-50", 0)] {
        let record = PaperRecord { id: paper.into(), paper: Some(paper.into()), ..PaperRecord::default() };
        dossier.papers.push(record);
        dossier.entries[position].evidence.push(paper.into());
        let expected = (missing > 0).then_some((Severity::Look, What::PapersLack(missing)));
        assert_eq!(found(&dossier), Vec::from_iter(expected));
    }
}

#[test]
fn what_brings_no_points_or_is_tasted_wants_no_paper() {
    let mut dossier = dossier(1);
    for (code, level) in [("1.2", 0), ("6.3", 3)] {
        let position = answer(&mut dossier, code, Answer::Level(level));
        assert_eq!(about(&dossier, None, Where::Criterion(position)), [], "{code}");
    }
    // 5.2 counts nothing without a story.
    let structure = answer(&mut dossier, "5.2", Answer::Level(0));
    assert_eq!(about(&dossier, None, Where::Criterion(structure)), []);
}

/// The guide knows no paper exactly for what the council judges on the sample.
#[test]
fn what_needs_no_paper_is_what_the_guide_has_no_paper_for() {
    let guide = Guide::of_26_2026(Language::En);
    for criterion in first().sets.iter().flat_map(|set| set.criteria) {
        let key = criterion.wording.key;
        let papers = guide.facts.proofs.get(key).is_some_and(|proofs| !proofs.is_empty());
        assert_eq!(needs_no_paper(key), !papers, "{key} {}", criterion.wording.title.en);
    }
}

/// The build and the guide say the same of every printed level.
#[test]
fn a_level_asks_for_no_paper_where_the_guide_knows_none_for_it() {
    let guide = Guide::of_26_2026(Language::En);
    for criterion in first().sets.iter().flat_map(|set| set.criteria) {
        for level in 0..criterion.levels.len() {
            let known = guide.proofs(criterion).iter().any(|proof| proof.level == level);
            let asks = !asks_no_paper(criterion, Answer::Level(level as u8));
            assert_eq!(asks, known, "{} level {level}", criterion.wording.title.en);
        }
    }
}

#[test]
fn the_commune_looks_at_four_things_in_every_set() {
    for set in first().sets {
        let dossier = Dossier::new("a".into(), String::new(), set);
        for topic in Topic::ALL {
            let expected = !(set.is_tourism && topic == Topic::Materials);
            assert_eq!(topic_criterion(&dossier, topic).is_some(), expected, "set {}: {topic:?}", set.no.0);
        }
        let group =
            |topic: Topic| topic_criterion(&dossier, topic).map(|position| &dossier.set().criteria[position].code[..2]);
        assert_eq!(group(Topic::Labour), Some("3."));
        assert_eq!(group(Topic::Idea), Some("2."));
        assert_eq!(group(Topic::Identity), Some("5."));
    }
}

#[test]
fn the_four_things_stand_open_bare_described_or_proven() {
    let mut dossier = dossier(1);
    let topic = Topic::Labour;
    let position = topic_criterion(&dossier, topic).expect("3.3");
    let check = |dossier: &Dossier, severity: Severity, standing: Grounds| {
        let found = about(dossier, None, Where::Criterion(position));
        assert!(found.contains(&(severity, What::CommuneLooks { topic, standing })), "{found:?}");
    };
    check(&dossier, Severity::Look, Grounds::Open);
    dossier.assessment.set_answer(position, Answer::Level(1));
    check(&dossier, Severity::Look, Grounds::Bare);
    dossier.entries[position].note = "12 of 20".into();
    check(&dossier, Severity::Info, Grounds::Described);
    dossier.papers.push(paper("p", Holding::Have));
    dossier.entries[position].evidence.push("p".into());
    check(&dossier, Severity::Info, Grounds::Proven);
}

#[test]
fn ticks_are_held_against_the_papers() {
    let mut dossier = dossier(1);
    let at = || Where::Field(Field::TickTrademark);
    let trademark = |holding| PaperRecord { paper: Some("trademark-certificate".into()), ..paper("p", holding) };
    assert_eq!(about(&dossier, None, at()), []);
    dossier.papers = vec![trademark(Holding::ToGet)];
    assert_eq!(about(&dossier, None, at()), []);
    dossier.fields.set(Field::TickTrademark, "true".into());
    assert_eq!(about(&dossier, None, at()), [(Severity::MustFix, What::TickedNotHeld)]);
    dossier.held.insert("trademark-certificate".into());
    assert_eq!(about(&dossier, None, at()), []);
    assert_eq!(held_not_ticked(&dossier), []);
    dossier.fields.set(Field::TickTrademark, String::new());
    assert_eq!(about(&dossier, None, at()), [(Severity::Look, What::HeldNotTicked)]);
    assert_eq!(held_not_ticked(&dossier), [Field::TickTrademark]);
}

#[test]
fn questions_are_open_until_replied_to() {
    let mut dossier = dossier(1);
    let at = || Where::Question(Question::Dossier);
    assert_eq!(about(&dossier, None, at()), [(Severity::MustFix, What::NotReplied)]);
    dossier.set_reply(Question::Dossier, Reply::No);
    assert_eq!(about(&dossier, None, at()), []);
    dossier.set_reply(Question::Dossier, Reply::Yes);
    assert_eq!(about(&dossier, None, at()), [(Severity::MustFix, What::Ends(KnockOut::Dossier))]);
}

#[test]
fn an_upgrade_shows_each_change_with_evidence() {
    let mut dossier = complete(1);
    dossier.unrecognised = false;
    dossier.kind = DossierKind::Upgrade;
    let mends = |dossier: &Dossier| {
        let found = check(dossier, None).into_iter().filter(|finding| finding.severity == Severity::MustFix);
        found.map(|finding| (finding.subject, finding.what)).collect::<Vec<_>>()
    };
    assert_eq!(mends(&dossier), [(Where::Recognised, What::Missing)]);
    let code = "3.3";
    let position = dossier.set().position(code).expect(code);
    let then = Recognised {
        star: Some(Star::Three),
        answers: [(code.to_owned(), Answer::Level(0))].into(),
        ..Recognised::default()
    };
    dossier.recognised = Some(then);
    let (from, to) = (Answer::Level(0), Answer::Level(2));
    let at = Where::Criterion(position);
    assert_eq!(mends(&dossier), [(at.clone(), What::ChangeUndescribed { from, to })]);
    dossier.entries[position].evidence.clear();
    dossier.entries[position].note = "15 of 20 people".into();
    let both = [(at.clone(), What::ChangeUndescribed { from, to }), (at, What::ChangeUnproven { from, to })];
    assert_eq!(mends(&dossier), both);
    if let Some(recognised) = &mut dossier.recognised {
        recognised.changes.insert(code.into(), "Five more people".into());
        recognised.star = Some(Star::Five);
    }
    dossier.entries[position].evidence.push("all".into());
    assert_eq!(mends(&dossier), []);
    let looks = check(&dossier, None);
    let no_higher = What::NoHigher { was: Star::Five, now: Star::Five };
    assert!(looks.iter().any(|finding| finding.what == no_higher), "{looks:?}");
}

#[test]
fn a_change_that_is_tasted_is_described_only() {
    let mut dossier = complete(1);
    dossier.kind = DossierKind::Upgrade;
    let position = answer(&mut dossier, "6.3", Answer::Level(3));
    dossier.entries[position].evidence.clear();
    let then = [("6.3".to_owned(), Answer::Level(1))].into();
    dossier.recognised = Some(Recognised { star: Some(Star::Three), answers: then, ..Recognised::default() });
    let (from, to) = (Answer::Level(1), Answer::Level(3));
    let expected = [(Severity::MustFix, What::ChangeUndescribed { from, to })];
    assert_eq!(about(&dossier, None, Where::Criterion(position)), expected);
}

#[test]
fn a_re_rating_is_told_when_it_may_be_filed() {
    let mut dossier = complete(1);
    dossier.unrecognised = false;
    dossier.kind = DossierKind::ReRating;
    dossier.recognised = Some(Recognised {
        star: Some(Star::Three),
        date: "15/06/2026".into(),
        number: "12/QĐ-UBND".into(),
        issuer: "UBND tỉnh".into(),
        ..Recognised::default()
    });
    // It ends on 15/06/2029: filed from 17/12/2028 to 15/02/2029.
    let severity = |dossier: &Dossier, today: &str| {
        let found = about(dossier, Some(date(today)), Where::Recognised);
        assert!(matches!(found.as_slice(), [(_, What::RenewalWindow { .. })]), "{found:?}");
        found[0].0
    };
    assert_eq!(severity(&dossier, "16/12/2028"), Severity::Look);
    assert_eq!(severity(&dossier, "17/12/2028"), Severity::Info);
    assert_eq!(severity(&dossier, "15/02/2029"), Severity::Info);
    assert_eq!(severity(&dossier, "16/02/2029"), Severity::Look);
    // The certificate itself counts before the decision.
    dossier.plan.certificate = "16/06/2026".into();
    assert_eq!(severity(&dossier, "16/02/2029"), Severity::Info);
    assert_eq!(about(&dossier, None, Where::Recognised), []);
    dossier.plan.certificate = "31/06/2026".into();
    let faulty = [(Severity::Look, What::Faulty(FieldFault::NoSuchDay))];
    assert_eq!(about(&dossier, None, Where::Recognised), faulty);
}

#[test]
fn a_certificate_without_its_day_and_fewer_stars_than_are_held_are_said() {
    let mut dossier = complete(1);
    dossier.unrecognised = false;
    for kind in [DossierKind::Upgrade, DossierKind::ReRating] {
        dossier.kind = kind;
        let undated = |dossier: &Dossier| {
            let found = about(dossier, Some(date("26/11/2026")), Where::Recognised);
            found.contains(&(Severity::Look, What::CertificateUndated))
        };
        dossier.recognised = Some(Recognised { star: Some(Star::Four), ..Recognised::default() });
        assert!(undated(&dossier), "{kind:?}");
        dossier.plan.certificate = "25/12/2024".into();
        assert!(!undated(&dossier), "{kind:?}");
        dossier.plan.certificate.clear();
        dossier.recognised = Some(Recognised { date: "25/12/2024".into(), ..Recognised::default() });
        assert!(!undated(&dossier), "{kind:?}");
    }
    dossier.kind = DossierKind::First;
    dossier.recognised = None;
    assert!(!about(&dossier, None, Where::Recognised).contains(&(Severity::Look, What::CertificateUndated)));
    // A re-rating: five stars at best, and each number of stars held.
    dossier.kind = DossierKind::ReRating;
    let fewer = |dossier: &Dossier, was: Star| {
        let mut dossier = dossier.clone();
        dossier.recognised = Some(Recognised { star: Some(was), ..Recognised::default() });
        about(&dossier, None, Where::Rating).into_iter().find(|(_, what)| matches!(what, What::FewerStars { .. }))
    };
    assert_eq!(fewer(&dossier, Star::Five), None);
    // 1.5 at its first level misses the minimum of four stars, whatever else is still open.
    answer(&mut dossier, "1.5", Answer::Level(0));
    answer(&mut dossier, "1.4", Answer::Unanswered);
    assert_eq!(fewer(&dossier, Star::Three), None);
    let (was, best) = (Star::Four, Star::Three);
    assert_eq!(fewer(&dossier, was), Some((Severity::Look, What::FewerStars { was, best })));
}

#[test]
fn whether_it_has_stars_is_asked_and_a_kind_against_the_certificate_stands_out() {
    let mut dossier = complete(1);
    dossier.unrecognised = false;
    let at = |dossier: &Dossier| about(dossier, Some(date("26/11/2026")), Where::Recognised);
    assert_eq!(at(&dossier), [(Severity::MustFix, What::StandingUnsaid)]);
    dossier.unrecognised = true;
    assert_eq!(at(&dossier), []);
    dossier.kind = DossierKind::Upgrade;
    let what = What::KindContradicts { kind: DossierKind::Upgrade, follows: DossierKind::First, star: None };
    assert!(at(&dossier).contains(&(Severity::MustFix, what)));
    // The orange of 4 stars: as a first rating it contradicts, as a re-rating it is late, with its days.
    dossier.unrecognised = false;
    dossier.kind = DossierKind::First;
    dossier.recognised =
        Some(Recognised { star: Some(Star::Four), date: "25/12/2023".into(), ..Recognised::default() });
    let star = Some(Star::Four);
    let what = What::KindContradicts { kind: DossierKind::First, follows: DossierKind::ReRating, star };
    assert_eq!(at(&dossier), [(Severity::MustFix, what)]);
    dossier.kind = DossierKind::ReRating;
    let found = at(&dossier);
    assert_eq!(found[0].1, What::RecognitionUnnamed { number: true, issuer: true });
    let What::RenewalWindow { closes, end, late: Some((result, prolonged)), .. } = found[1].1 else {
        panic!("{found:?}")
    };
    let days = [closes, end, result, prolonged].map(|day| day.to_string());
    assert_eq!(days, ["27/08/2026", "25/12/2026", "31/01/2027", "23/06/2027"]);
}

#[test]
fn below_three_stars_it_says_that_there_is_no_certificate() {
    let mut dossier = dossier(1);
    for position in 0..dossier.set().criteria.len() {
        dossier.assessment.set_answer(position, Answer::NoneOfThese);
    }
    let found = about(&dossier, None, Where::Rating);
    assert_eq!(found, [(Severity::Look, What::NoCertificate(Star::One))]);
    assert!(about(&self::dossier(1), None, Where::Rating).is_empty(), "all is still possible");
}

#[test]
fn every_finding_has_words_in_both_languages_and_does_not_repeat_them() {
    let mut all = check(&complete(26), Some(date("01/06/2026")));
    all.extend(check(&dossier(21), Some(date("01/06/2026"))));
    for finding in all {
        let words = [Language::Vi, Language::En].map(|language| text(&finding, first(), language));
        assert!(words.iter().all(|words| words.ends_with(['.', ')'])), "{words:?}");
        assert_ne!(words[0], words[1]);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    /// Whatever stands in a dossier, it can be checked, said, and checked the same again.
    #[test]
    fn any_dossier_can_be_checked(
        no in 1..=26u8, kind in 0..3usize, picks in prop::collection::vec(any::<u8>(), 60),
        values in prop::collection::vec("\\PC{0,12}", 53), valid in "[0-9/]{0,10}",
    ) {
        let mut dossier = dossier(no);
        dossier.kind = DossierKind::ALL[kind];
        for (position, pick) in picks.iter().enumerate() {
            let answer = match pick % 8 { 0 => Answer::Unanswered, 1 => Answer::NoneOfThese, n => Answer::Level(n - 2) };
            dossier.assessment.set_answer(position, answer);
        }
        for ((field, ..), value) in Field::TABLE.iter().zip(values) {
            dossier.fields.set(*field, value);
        }
        dossier.papers = vec![PaperRecord { valid_until: valid, ..paper("p", Holding::Have) }];
        dossier.entries.truncate(usize::from(picks[0] % 40));
        let found = check(&dossier, Some(date("29/02/2028")));
        prop_assert_eq!(&check(&dossier, Some(date("29/02/2028"))), &found);
        for finding in &found {
            prop_assert!(!text(finding, first(), Language::Vi).is_empty() && !text(finding, first(), Language::En).is_empty());
            if let Where::Criterion(position) = finding.subject {
                prop_assert!(position < dossier.set().criteria.len());
            }
        }
    }
}

#[test]
fn what_tells_a_level_tells_the_rating() {
    use super::{Disagreement, contradictions};
    let tells = |what: What| Finding::look(Where::Criterion(0), what).tells_rating();
    let told = contradictions(dossier(1).set().decision());
    for rule in told {
        let of_answer =
            rule.claims.iter().any(|claim| matches!(claim, super::Claim::Level(_) | super::Claim::NoneOf(_)));
        assert_eq!(tells(What::Contradiction { rule, with: None }), of_answer, "{}", rule.key);
    }
    assert!([false, true].into_iter().all(|described| tells(What::NoPaper { described })));
    assert!(tells(What::OnlyToGet) && tells(What::PapersLack(1)));
    assert!(tells(What::Disagrees(Disagreement::NoSettlement)));
    assert!(!tells(What::Missing) && !tells(What::ToGet) && !tells(What::Unanswered));
}

/// A council scores on the device of the applicant: the check tells it of the texts and the papers, and not the level.
#[test]
fn while_sheets_are_awaited_no_check_that_is_told_follows_from_a_level() {
    use crate::domain::council::{Council, Scorer, Sheet};
    use crate::domain::rating::Assessment;
    let set = first().set(1).expect("set 1");
    let mut dossier = dossier(1);
    dossier.papers = vec![paper("p", Holding::Have)];
    let position = topic_criterion(&dossier, Topic::Materials).expect("a criterion");
    // Of all papers of the guide for the criterion, one is at hand: enough for some levels alone.
    let (_, papers) = super::proofs(set.decision(), &set.criteria[position]).first().expect("a list");
    dossier.papers[0].paper = papers.split(' ').next().map(str::to_owned);
    dossier.entries[position].evidence.push("p".into());
    dossier.entries.iter_mut().for_each(|entry| entry.note = "Đã mô tả".into());
    let awaited = Council {
        expected: 2,
        sheets: vec![Sheet { scorer: Scorer::default(), assessment: Assessment::new(set) }],
        ..Council::default()
    };
    let told = |level: usize, council: &Council| {
        let mut dossier = Dossier { council: Some(council.clone()), ..dossier.clone() };
        for (position, criterion) in set.criteria.iter().enumerate() {
            dossier.assessment.set_answer(position, Answer::Level(level.min(criterion.levels.len() - 1) as u8));
        }
        let found = super::check(&dossier, Date::parse("05/12/2026"));
        found.into_iter().filter(|finding| !finding.tells_rating()).collect::<Vec<_>>()
    };
    for level in 1..5 {
        assert_eq!(told(0, &awaited), told(level, &awaited), "level {level}");
    }
    let shown =
        |standing| Finding::info(Where::Criterion(position), What::CommuneLooks { topic: Topic::Materials, standing });
    assert!(told(0, &awaited).contains(&shown(Grounds::Proven)), "there are papers");
    let open = Council::default();
    assert!((1..5).any(|level| told(0, &open) != told(level, &open)), "where nobody scores, all of it is told");
}
