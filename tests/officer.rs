//! A whole dossier read as the officer of the commune reads it, from what is handed in alone: an orange with four
//! stars to be rated again, every criterion answered, described and with the papers of its level. Each test is one
//! of the objections that came back with an earlier output.

use ocop::domain::calendar::Date;
use ocop::domain::decision::{GuideWords, printed_criterion};
use ocop::domain::dossier::{Dossier, Field, Holding, checks, wire};
use ocop::domain::forms::{self, Appendix, Document, PaperNames, Warning, bound};
use ocop::domain::rating::Answer;

fn orange() -> Dossier {
    wire::from_bytes(include_bytes!("data/orange.json")).expect("the file reads").dossier
}

fn today() -> Date {
    Date::parse("26/11/2026").expect("a day")
}

fn names() -> PaperNames {
    let words = include_str!("../src/domain/decisions/26-2026/guide/vi.json");
    serde_json::from_str::<GuideWords>(words).expect("the guide reads").papers
}

/// Everything that is bound, as text.
fn bound_file(dossier: &Dossier) -> String {
    let names = names();
    let front = bound::front(dossier, &names, today(), &[]);
    let papers = Appendix::handed_in(dossier).papers;
    let dividers: Vec<Document> = papers.iter().map(|listed| bound::divider(dossier, listed, &names, None)).collect();
    let text: String = front.iter().chain(&dividers).map(forms::plain_text).collect();
    text.replace('\u{2002}', " ")
}

#[track_caller]
fn says(text: &str, lines: &[&str]) {
    for line in lines {
        assert!(text.contains(line), "“{line}” is not in {text}");
    }
}

/// The levels that ask for papers have them all, each numbered and cited; beauty and taste are for the sample.
#[test]
fn of_32_criteria_26_at_least_can_be_decided_from_the_bound_file() {
    let dossier = orange();
    let text = bound_file(&dossier);
    let appendix = Appendix::handed_in(&dossier);
    let decided = dossier.assessment.iter().filter(|(position, criterion, answer)| {
        let papers = dossier.shown_by(*position, Some(today()));
        let cited = papers.iter().all(|paper| appendix.papers.iter().any(|listed| listed.paper.id == paper.id));
        let said = text.contains(&format!("{}. {}", criterion.code, printed_criterion(dossier.set(), *position)));
        matches!(answer, Answer::Level(_))
            && !papers.is_empty()
            && dossier.is_proven(*position, Some(today()))
            && cited
            && said
    });
    let decided: Vec<&str> = decided.map(|(_, criterion, _)| criterion.code).collect();
    assert!(decided.len() >= 26, "{} of {}: {decided:?}", decided.len(), dossier.set().criteria.len());
}

#[test]
fn the_kind_of_registration_is_ticked_in_words_that_no_font_loses() {
    says(&bound_file(&orange()), &["Lần đầu [ ] Nâng hạng: [ ] Đánh giá lại: [√]"]);
}

#[test]
fn every_page_of_one_output_has_its_stamp_and_a_change_another() {
    let mut dossier = orange();
    let stamp = forms::Stamp::new(&dossier, "09:05 ngày 26/11/2026".into());
    for sheet in bound::front(&dossier, &names(), today(), &[]) {
        assert!(forms::html_body(&sheet, Some(&stamp)).contains(&stamp.code), "{}", sheet.title);
    }
    let before = forms::content_code(&dossier);
    dossier.assessment.set_answer(0, Answer::Level(0));
    assert_ne!(forms::content_code(&dossier), before);
}

#[test]
fn a_paper_still_to_get_is_no_document_and_the_summary_says_what_is_missing() {
    let mut dossier = orange();
    let whole = Appendix::handed_in(&dossier).papers.len();
    assert!(!bound_file(&dossier).contains("Mới kèm một phần tài liệu"));
    let id = dossier.papers[1].id.clone();
    dossier.papers[1].holding = Holding::ToGet;
    let appendix = Appendix::handed_in(&dossier);
    assert_eq!(appendix.papers.len(), whole - 1);
    assert!(appendix.papers.iter().all(|listed| listed.paper.id != id));
    says(&bound_file(&dossier), &["Mới kèm một phần tài liệu: tiêu chí 1.1 (thiếu 1)."]);
}

#[test]
fn a_paper_without_a_file_is_told_on_the_first_page() {
    let mut dossier = orange();
    dossier.papers[2].attachments.clear();
    says(&bound_file(&dossier), &["46 tài liệu, 45 tệp", "Chưa có bản điện tử, chỉ có bản giấy: tài liệu số 3."]);
    assert!(forms::before_handing_in(&dossier, today()).contains(&Warning::NoFile { count: 1 }));
}

#[test]
fn who_files_late_is_told_with_the_certificates_end_and_article_12_3() {
    says(
        &bound_file(&orange()),
        &[
            "4 sao, Quyết định số 4321/QĐ-UBND ngày 25/12/2023 của UBND tỉnh Hòa Bình",
            "có giá trị đến hết ngày 25/12/2026",
            "ngày lập bản này đã quá thời hạn",
            "chậm nhất đến 23/06/2027 (khoản 3 Điều 12)",
        ],
    );
}

/// The officer asked for the copy of the decision by which the stars are held.
#[test]
fn whether_the_decision_of_recognition_is_among_the_papers_is_told() {
    let mut dossier = orange();
    let of_binder = |dossier: &Dossier| forms::plain_text(&bound::binder(dossier, &names()));
    says(&bound_file(&dossier), &["Chưa kèm bản sao quyết định công nhận."]);
    says(&of_binder(&dossier), &["Quyết định công nhận sao, giấy chứng nhận OCOP đang có"]);
    dossier.papers[2].number = "số 4321 / qđ-ubnd".into();
    says(&bound_file(&dossier), &["Bản sao quyết định công nhận: tài liệu số 3."]);
    assert!(!of_binder(&dossier).contains("Quyết định công nhận sao"));
    dossier.papers[2].number = "14321/QĐ-UBND".into();
    says(&bound_file(&dossier), &["Chưa kèm bản sao quyết định công nhận."]);
}

#[test]
fn a_year_of_rating_that_does_not_fit_is_told_before_printing() {
    let mut dossier = orange();
    let warned = |dossier: &Dossier| {
        let year = |warning: &Warning| matches!(warning, Warning::OtherYear { .. } | Warning::LastYearMissing { .. });
        forms::before_handing_in(dossier, today()).iter().any(year)
    };
    assert!(!warned(&dossier));
    dossier.fields.set(Field::Year, "2026".into());
    assert!(warned(&dossier));
}

#[test]
fn what_ends_before_the_council_can_sit_is_told_by_its_number() {
    let mut dossier = orange();
    says(&bound_file(&dossier), &["Không tài liệu nào ghi hết hạn trước khi có kết quả"]);
    dossier.papers[2].valid_until = "31/12/2026".into();
    says(&bound_file(&dossier), &["tài liệu số 3 (hết hạn 31/12/2026)"]);
}

#[test]
fn a_paper_stands_in_every_row_and_behind_every_criterion_that_it_proves() {
    let dossier = orange();
    let papers = Appendix::handed_in(&dossier).papers;
    let listed = papers.iter().find(|listed| listed.paper.paper.as_deref() == Some("origin-sign-in-use"));
    let divider = forms::plain_text(&bound::divider(&dossier, listed.expect("the sign"), &names(), None));
    says(&divider, &["2.1. ", "3.5. "]);
}

#[test]
fn no_term_and_a_term_that_nobody_gave_are_told_apart() {
    let mut dossier = orange();
    assert!(!forms::before_handing_in(&dossier, today()).iter().any(|it| matches!(it, Warning::TermUnknown { .. })));
    (dossier.papers[0].no_term, dossier.papers[0].valid_until) = (false, String::new());
    assert!(forms::before_handing_in(&dossier, today()).contains(&Warning::TermUnknown { count: 1 }));
}

#[test]
fn nothing_of_the_private_plan_is_in_what_is_handed_in() {
    let dossier = orange();
    assert!(wire::to_json(&dossier).contains("BÍ MẬT"), "the plan has somebody's name");
    assert!(!wire::to_json(&forms::handed_in(&dossier)).contains("BÍ MẬT"));
    assert!(!bound_file(&dossier).contains("BÍ MẬT"));
}

/// The sums of the tables behind the answers stand in every way out, the copied text too.
#[test]
fn the_sums_of_a_table_are_told() {
    let text = bound_file(&orange());
    says(&text, &["Tỷ lệ: 32 / 41 = 78,05 %", "Cộng: 41", "Diện tích (ha): 32", "480 tấn"]);
}

#[test]
fn a_whole_dossier_has_nothing_that_must_be_mended() {
    let wrong = checks::check(&orange(), Some(today()));
    let wrong: Vec<_> = wrong.iter().filter(|found| found.severity == checks::Severity::MustFix).collect();
    assert!(wrong.is_empty(), "{wrong:?}");
}

/// A photo that is not on the device any more is in no set, and no list of it may say so.
#[test]
fn a_list_names_no_file_that_is_not_there() {
    let dossier = orange();
    let ids: Vec<String> =
        dossier.papers.iter().flat_map(|paper| &paper.attachments).map(|file| file.id.clone()).collect();
    let (gone, here) = ids.split_first().expect("a photo");
    assert_eq!(forms::held_here(&dossier, &ids), dossier);
    let told = forms::held_here(&dossier, here);
    let place = dossier.papers.iter().position(|paper| paper.attachments.iter().any(|file| file.id == *gone));
    let paper = &told.papers[place.expect("its paper")];
    let papers = Appendix::handed_in(&told).papers;
    let listed = papers.iter().find(|listed| listed.paper.id == paper.id).expect("listed");
    says(&bound_file(&told), &[&format!("Chưa có bản điện tử, chỉ có bản giấy: tài liệu số {}.", listed.number)]);
    assert!(!bound_file(&dossier).contains("Chưa có bản điện tử"));
}
