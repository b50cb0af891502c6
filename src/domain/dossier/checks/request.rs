use crate::domain::decision::{Language, NoteKind, ProductSet, Text};

use super::{Finding, Severity, What, Where, text};
use crate::domain::dossier::{Field, Question};

/// A finding as the commune asks for it (articles 6.1, 7.2): what the applicant is to do, and no longer only what is so.
/// It does not name its place, which stands beside it.
pub fn request(finding: &Finding, set: &ProductSet, language: Language) -> String {
    let decision = set.decision();
    let (samples, upgrade) = (decision.cites.samples.text(language), decision.cites.upgrade.text(language));
    let says = || text(finding, decision, language);
    let (vi, en) = match &finding.what {
        What::Missing => missing(&finding.subject),
        What::TooFewSamples { given: None, needed } => (
            format!("Đề nghị ghi số sản phẩm mẫu: hồ sơ cần {needed} mẫu ({samples})."),
            format!("Please write the number of samples: the dossier needs {needed} ({samples})."),
        ),
        What::TooFewSamples { given: Some(given), needed } => (
            format!("Đề nghị bổ sung sản phẩm mẫu: mới có {given}, hồ sơ cần {needed} mẫu ({samples})."),
            format!("Please add samples: there are {given}, the dossier needs {needed} ({samples})."),
        ),
        What::TickedNotHeld => (
            "Đề nghị bổ sung giấy này, hoặc bỏ đánh dấu ở ô này.".into(),
            "Please add this paper, or take the tick out of this box.".into(),
        ),
        What::HeldNotTicked => (
            "Đề nghị đánh dấu ô này, vì giấy đã có trong danh sách.".into(),
            "Please tick this box: the paper is in the list.".into(),
        ),
        What::Unanswered => ("Đề nghị tự chấm tiêu chí này.".into(), "Please answer this criterion.".into()),
        What::NotReplied => match asked(&finding.subject, set) {
            Some(Text { vi, en }) => {
                (format!("Đề nghị trả lời có hay không: “{vi}”"), format!("Please answer yes or no: “{en}”"))
            }
            None => ("Đề nghị trả lời câu hỏi có hay không.".into(), "Please answer yes or no.".into()),
        },
        What::NoPaper { described: false } => (
            "Đề nghị bổ sung mô tả và giấy tờ chứng minh mức đã chọn.".into(),
            "Please describe the level chosen and add the papers that prove it.".into(),
        ),
        What::NoPaper { described: true } => (
            "Đề nghị bổ sung giấy tờ chứng minh điều đã mô tả.".into(),
            "Please add the papers that prove what is described.".into(),
        ),
        What::OnlyToGet => (
            "Đề nghị bổ sung giấy tờ chứng minh mức đã chọn: các giấy đã ghi đều chưa có.".into(),
            "Please add the papers that prove the level chosen: those named are all still to get.".into(),
        ),
        What::PapersLack(count) => (
            format!("Đề nghị bổ sung {count} giấy tờ còn thiếu của mức đã chọn."),
            format!("Please add what is missing for the level chosen: {count}."),
        ),
        What::PaperGone(_) => (
            "Đề nghị bổ sung giấy tờ đã dẫn ở đây mà hồ sơ không có.".into(),
            "Please add the paper that is named here and is not in the dossier.".into(),
        ),
        What::Untitled => ("Đề nghị ghi tên giấy tờ này.".into(), "Please name this paper.".into()),
        What::ToGet => ("Đề nghị bổ sung giấy này.".into(), "Please add this paper.".into()),
        What::Expired(on) => (
            format!("Đề nghị bổ sung giấy mới: giấy này đã hết hạn ngày {on}."),
            format!("Please add a new one: this paper expired on {on}."),
        ),
        What::ExpiresSoon { on, .. } => (
            format!("Đề nghị gia hạn hoặc bổ sung giấy mới: giấy này hết hạn ngày {on}."),
            format!("Please renew it or add a new one: this paper expires on {on}."),
        ),
        What::ChangeUndescribed { .. } => (
            format!("Đề nghị nêu rõ đã thay đổi gì so với lần công nhận trước ({upgrade})."),
            format!("Please write what changed since recognition ({upgrade})."),
        ),
        What::ChangeUnproven { .. } => (
            format!("Đề nghị bổ sung tài liệu chứng minh thay đổi so với lần công nhận trước ({upgrade})."),
            format!("Please add the papers that prove what changed since recognition ({upgrade})."),
        ),
        // What is asked for stands in the sentence; whether it is a gap or a doubt decides how it begins.
        _ if finding.severity == Severity::MustFix => {
            (format!("Đề nghị bổ sung, sửa lại: {}", says()), format!("Please mend: {}", says()))
        }
        _ => (format!("Đề nghị xem lại: {}", says()), format!("Please look again: {}", says())),
    };
    if language == Language::Vi { vi } else { en }
}

/// The question that a place asks.
fn asked(subject: &Where, set: &ProductSet) -> Option<Text> {
    let note = |position: usize, of: fn(NoteKind) -> bool| {
        let note = set.criteria.get(position)?.notes.iter().find(|note| of(note.kind))?;
        Some(note.question.unwrap_or(note.text))
    };
    match subject {
        Where::Question(Question::Dossier) => set.disqualification.map(|line| line.question),
        Where::Question(Question::Breach(position)) => note(*position, NoteKind::is_declared),
        Where::Question(Question::MinimumBinds(position)) => note(*position, |kind| kind == NoteKind::MinimumAppliesIf),
        _ => None,
    }
}

fn missing(subject: &Where) -> (String, String) {
    match subject {
        Where::Field(Field::LegalForm | Field::RepresentativeSex) => {
            ("Đề nghị chọn ở mục này.".into(), "Please choose here.".into())
        }
        Where::Recognised => (
            "Đề nghị ghi sản phẩm đã được công nhận mấy sao.".into(),
            "Please write how many stars the product was recognised with.".into(),
        ),
        _ => ("Đề nghị bổ sung nội dung này.".into(), "Please fill this in.".into()),
    }
}

#[cfg(test)]
mod tests {
    use super::super::check;
    use super::*;
    use crate::domain::calendar::Date;
    use crate::domain::decision::first;
    use crate::domain::dossier::{Dossier, PaperRecord};
    use crate::domain::rating::Answer;

    /// Of every set: nothing answered, and everything answered without a paper.
    #[test]
    fn every_finding_is_asked_for_as_an_officer_writes() {
        let today = Date::parse("26/11/2026");
        for set in first().sets {
            let empty = Dossier::new("a".into(), String::new(), set);
            let mut bare = empty.clone();
            for (position, criterion) in set.criteria.iter().enumerate() {
                bare.assessment.set_answer(position, Answer::Level(criterion.best_level() as u8));
            }
            bare.fields.set(Field::Phone, "12".into());
            bare.papers.push(PaperRecord {
                id: "p".into(),
                valid_until: "01/01/2020".into(),
                ..PaperRecord::default()
            });
            for finding in [empty, bare].iter().flat_map(|dossier| check(dossier, today)) {
                let (vi, en) = (request(&finding, set, Language::Vi), request(&finding, set, Language::En));
                assert!(vi.starts_with("Đề nghị ") && en.starts_with("Please "), "{vi} / {en}");
                assert!(!vi.contains("Chưa điền"), "{vi}");
                // Two questions of one place are told apart by what they ask.
                if finding.what == What::NotReplied {
                    assert!(vi.contains('“') && en.contains('“') && vi != en, "{vi} / {en}");
                }
            }
        }
    }
}
