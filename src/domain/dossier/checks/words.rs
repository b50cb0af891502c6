use crate::domain::calendar::CertificateState;
use crate::domain::council::Topic;
use crate::domain::decision::{Article, Decision, Language, Star, Text};
use crate::domain::rating::KnockOut;

use super::super::{DossierKind, Field};
use super::{Finding, Grounds, What, Where, agree};

/// A finding in a sentence. It does not name its place, which stands beside it as a link.
pub fn text(finding: &Finding, decision: &Decision, language: Language) -> String {
    let cites = &decision.cites;
    let cite = |article: Article| article.text(language);
    let say = |vi: &'static str, en: &'static str| Text { vi, en }.get(language).to_owned();
    let fill = |vi: String, en: String| match language {
        Language::Vi => vi,
        Language::En => en,
    };
    match &finding.what {
        What::Missing => missing(&finding.subject).get(language).to_owned(),
        What::Faulty(fault) => fault.text(language),
        What::NotListed(None) => say(
            "Danh sách xã, phường, đặc khu không có tên này; mẫu sẽ in đúng như đã ghi. Gõ vài chữ rồi chọn, hoặc xem lại.",
            "The list of communes, wards and special zones does not have this name; the forms print it as it stands. Type a few letters and choose, or look again.",
        ),
        What::NotListed(Some(province)) => fill(
            format!(
                "Danh sách xã, phường, đặc khu của {province} không có tên này; mẫu sẽ in đúng như đã ghi. Gõ vài chữ rồi chọn, hoặc xem lại."
            ),
            format!(
                "The list of communes, wards and special zones of {province} does not have this name; the forms print it as it stands. Type a few letters and choose, or look again."
            ),
        ),
        What::NoProvince(name) => fill(
            format!(
                "“{name}” không có trong danh sách tỉnh, thành phố hiện nay. Mẫu sẽ in đúng như đã ghi, hãy xem lại."
            ),
            format!("“{name}” is not among today’s provinces and cities. The forms print it as it stands: look again."),
        ),
        What::NotYet(on) => fill(
            format!("Ngày {on} chưa đến. Hãy xem lại."),
            format!("The day {on} has not come yet. Please look again."),
        ),
        What::YearOver(year) => fill(
            format!("Năm {year} đã qua. Hãy ghi năm tham gia đánh giá."),
            format!("The year {year} is over. Write the year of the rating."),
        ),
        What::TourismOnly => fill(
            format!("Loại hình này chỉ được đăng ký sản phẩm du lịch ({}).", cite(cites.applicants)),
            format!("This kind of organisation may enter tourism products only ({}).", cite(cites.applicants)),
        ),
        What::TooFewSamples { given: None, needed } => fill(
            format!("Hãy ghi số sản phẩm mẫu. Hồ sơ cần {needed} mẫu ({}).", cite(cites.samples)),
            format!("Write the number of samples. The dossier needs {needed} ({}).", cite(cites.samples)),
        ),
        What::TooFewSamples { given: Some(given), needed } => fill(
            format!("Mới có {given} sản phẩm mẫu. Hồ sơ cần {needed} mẫu ({}).", cite(cites.samples)),
            format!("Only {given} so far. The dossier needs {needed} samples ({}).", cite(cites.samples)),
        ),
        What::SamplesNotAsked => fill(
            format!("Sản phẩm du lịch không cần nộp sản phẩm mẫu ({}).", cite(cites.samples)),
            format!("Tourism products need no samples ({}).", cite(cites.samples)),
        ),
        What::TickedNotHeld => say(
            "Ô này đã đánh dấu, nhưng trong danh sách thì giấy này chưa có.",
            "This box is ticked, but in the list the paper is still to get.",
        ),
        What::HeldNotTicked => say(
            "Giấy này đã có trong danh sách, nhưng ô này chưa đánh dấu.",
            "You have this paper in the list, but the box is not ticked.",
        ),
        What::Unanswered => say("Chưa trả lời tiêu chí này.", "This criterion is not answered yet."),
        What::NotReplied => say(
            "Chưa trả lời có hay không. Kết quả phụ thuộc vào câu này.",
            "Not answered yes or no yet. The result depends on it.",
        ),
        What::ToReview => say(
            "Câu trả lời lấy từ nơi khác sang. Hãy xem lại và xác nhận.",
            "This answer was carried over or proposed. Look at it once and confirm it.",
        ),
        What::NoPaper { described: false } => say(
            "Có chọn mức có điểm, nhưng chưa có mô tả và chưa có giấy tờ nào chứng minh.",
            "A level with points is chosen, but nothing is described and no paper proves it.",
        ),
        What::NoPaper { described: true } => {
            say("Đã có mô tả, nhưng chưa có giấy tờ nào chứng minh.", "It is described, but no paper proves it.")
        }
        What::OnlyToGet => say(
            "Tài liệu minh chứng mức này đều chưa có. Hội đồng thường chỉ chấm khi đã có giấy.",
            "All the papers that should prove this are still to get. Councils usually count only what you can show.",
        ),
        What::PapersLack(missing) => fill(
            format!("Mới có một phần giấy tờ của mức này: còn thiếu {missing} giấy tờ."),
            format!("Only a part of the papers for this level is at hand: {missing} still missing."),
        ),
        What::PaperGone(_) => say(
            "Có gắn một giấy tờ không còn trong danh sách. Hãy bỏ ra hoặc thêm lại.",
            "It names a paper that is no longer in the list. Take it off or add the paper again.",
        ),
        What::Untitled => say("Giấy tờ này chưa có tên.", "This paper has no name yet."),
        What::ToGet => say("Giấy tờ này chưa có.", "This paper is still to get."),
        What::Expired(on) => {
            fill(format!("Đã hết hạn ngày {on}. Cần giấy mới."), format!("Expired on {on}. A new one is needed."))
        }
        What::ExpiresSoon { on, days: 0 } => {
            fill(format!("Hết hạn đúng hôm nay, {on}."), format!("Expires today, {on}."))
        }
        What::ExpiresSoon { on, days } => fill(
            format!("Hết hạn ngày {on}, còn {days} ngày. Nên xin gia hạn ngay."),
            format!("Expires on {on}, in {days} {}. Renew it now.", if *days == 1 { "day" } else { "days" }),
        ),
        What::Unused => say("Giấy tờ này chưa gắn với tiêu chí nào.", "This paper does not prove any criterion yet."),
        What::Contradiction { rule, .. } => {
            let cite = rule.cite.get(language);
            format!("{} ({cite})", rule.text.get(language))
        }
        What::Disagrees(what) => agree::text(what, language),
        What::CommuneLooks { topic, standing } => {
            format!("{} {}", commune(*topic).get(language), stands(*standing).get(language))
        }
        What::Ends(KnockOut::Dossier) => say(
            "Bạn đã khai có vi phạm: hồ sơ bị loại, không xếp hạng sao nào.",
            "You declared a breach: the dossier is rejected and gets no star.",
        ),
        What::Ends(KnockOut::Declared(_)) => say(
            "Bạn đã khai có vi phạm: sản phẩm không được đánh giá tiếp.",
            "You declared a breach: the product is not evaluated further.",
        ),
        What::Ends(KnockOut::Zero(_)) => say(
            "Được 0 điểm ở tiêu chí này thì không được đánh giá tiếp.",
            "With 0 points here the evaluation goes no further.",
        ),
        What::NoCertificate(star) => fill(
            format!(
                "Nhiều nhất đạt {} sao. Dưới 3 sao không được cấp giấy chứng nhận ({}).",
                u8::from(*star),
                cite(cites.certificates)
            ),
            format!("At most {}. Below 3 stars no certificate is issued ({}).", stars(*star), cite(cites.certificates)),
        ),
        What::Stars { hoped, safe } => fill(
            format!(
                "Theo câu trả lời: {} sao. Chỉ tính những tiêu chí đã có giấy tờ: {} sao.",
                u8::from(*hoped),
                u8::from(*safe)
            ),
            format!("As answered: {}. Counting only criteria with a paper at hand: {}.", stars(*hoped), stars(*safe)),
        ),
        What::AnswersOfThenMissing => say(
            "Chưa có câu trả lời của lần công nhận trước, nên chưa soạn được những thay đổi.",
            "The answers that were recognised are not there, so the changes cannot be drafted.",
        ),
        What::NoHigher { was, now } => fill(
            format!("Nâng hạng từ {} sao nhưng hiện mới đạt {} sao.", u8::from(*was), u8::from(*now)),
            format!("An upgrade from {}, but as it stands the product gets {}.", stars(*was), stars(*now)),
        ),
        What::FewerStars { was, best } => fill(
            format!("Đang có {} sao, nhưng lần này cao nhất chỉ được {} sao.", u8::from(*was), u8::from(*best)),
            format!("The product holds {}, but gets at most {} this time.", stars(*was), stars(*best)),
        ),
        What::CertificateUndated => say(
            "Chưa ghi ngày cấp giấy chứng nhận. Hạn của giấy và hạn nộp tính từ ngày này.",
            "The day of the certificate is not written. Its end and the time to file are counted from it.",
        ),
        What::NothingChanged => fill(
            format!(
                "Chưa có câu trả lời nào khác lần công nhận trước. Nâng hạng phải nêu rõ thay đổi ({}).",
                cite(cites.upgrade)
            ),
            format!(
                "No answer differs from what was recognised. An upgrade must show what changed ({}).",
                cite(cites.upgrade)
            ),
        ),
        What::RenewalWindow { state: CertificateState::TooEarly { .. }, opens, closes, .. } => fill(
            format!(
                "Chưa đến lúc nộp: hồ sơ đánh giá lại nộp từ {opens} đến {closes} ({}).",
                cite(cites.renewal_window)
            ),
            format!("Too early: a re-rating is filed from {opens} to {closes} ({}).", cite(cites.renewal_window)),
        ),
        What::RenewalWindow { state: CertificateState::Open { .. }, closes, .. } => fill(
            format!("Đang trong thời gian nộp, đến hết {closes} ({}).", cite(cites.renewal_window)),
            format!("The time to file is now, through {closes} ({}).", cite(cites.renewal_window)),
        ),
        What::RenewalWindow { closes, end, late: Some((result, prolonged)), .. } => fill(
            format!(
                "Thời gian nộp đánh giá lại đã qua {closes}; giấy hết hạn {end} ({}, {}). Nộp hôm nay thì có kết quả \
                 chậm nhất {result}. Còn để ngỏ {} có giữ giấy đến {prolonged} hay không: hỏi cơ quan OCOP tỉnh.",
                cite(cites.renewal_window),
                cite(cites.term),
                cite(cites.prolonging)
            ),
            format!(
                "The time to file was over on {closes}; the certificate ends on {end} ({}, {}). Filed today, \
                 the result comes by {result}. Whether {} keeps the certificate until {prolonged} is open: ask \
                 the province's OCOP office.",
                cite(cites.renewal_window),
                cite(cites.term),
                cite(cites.prolonging)
            ),
        ),
        What::RenewalWindow { closes, end, .. } => fill(
            format!("Hạn nộp đánh giá lại là {closes}, giấy hết hạn {end}. Hãy hỏi xã ngay."),
            format!("The last day to file was {closes}, the certificate ends on {end}. Ask the commune at once."),
        ),
        What::StandingUnsaid => say(
            "Chưa nói sản phẩm đã có sao OCOP hay chưa. Loại hồ sơ và hạn nộp theo câu trả lời này.",
            "It is not said yet whether the product has OCOP stars. The kind of dossier and its dates follow from it.",
        ),
        What::KindContradicts { kind, follows, star } => fill(
            format!(
                "Hồ sơ đang là “{}”, nhưng {}. Loại đúng: “{}”.",
                kind_vi(*kind),
                star.map_or("chưa có sao nào hoặc giấy không còn".to_owned(), |star| {
                    format!("sản phẩm đã được công nhận {} sao", u8::from(star))
                }),
                kind_vi(*follows)
            ),
            format!(
                "The dossier says “{}”, but {}. The kind that fits: “{}”.",
                kind_en(*kind),
                star.map_or("there are no stars, or the certificate is over".to_owned(), |star| {
                    format!("the product was recognised with {}", stars(star))
                }),
                kind_en(*follows)
            ),
        ),
        What::RecognitionUnnamed { number: true, issuer: true } => say(
            "Chưa ghi số quyết định công nhận và cơ quan cấp.",
            "The number of the decision and who made it are not written.",
        ),
        What::RecognitionUnnamed { number: true, .. } => {
            say("Chưa ghi số quyết định công nhận.", "The number of the decision is not written.")
        }
        What::RecognitionUnnamed { .. } => {
            say("Chưa ghi cơ quan ra quyết định công nhận.", "Who made the decision is not written.")
        }
        What::ChangeUndescribed { .. } => fill(
            format!("Mức này khác lần công nhận trước. Hãy viết rõ đã thay đổi gì ({}).", cite(cites.upgrade)),
            format!("This level differs from the one recognised. Write what changed ({}).", cite(cites.upgrade)),
        ),
        What::ChangeUnproven { .. } => fill(
            format!(
                "Mức này khác lần công nhận trước, nhưng chưa có tài liệu minh chứng thay đổi ({}).",
                cite(cites.upgrade)
            ),
            format!(
                "This level differs from the one recognised, but no paper proves the change ({}).",
                cite(cites.upgrade)
            ),
        ),
    }
}

fn kind_vi(kind: DossierKind) -> &'static str {
    match kind {
        DossierKind::First => "đăng ký lần đầu",
        DossierKind::Upgrade => "nâng hạng",
        DossierKind::ReRating => "đánh giá lại",
    }
}

fn kind_en(kind: DossierKind) -> &'static str {
    match kind {
        DossierKind::First => "first rating",
        DossierKind::Upgrade => "upgrade",
        DossierKind::ReRating => "re-rating",
    }
}

fn missing(subject: &Where) -> Text {
    match subject {
        Where::Recognised => Text {
            vi: "Hãy ghi sản phẩm đã được công nhận mấy sao.",
            en: "Write how many stars the product was recognised with.",
        },
        Where::Field(Field::LegalForm | Field::RepresentativeSex) => {
            Text { vi: "Chưa chọn.", en: "Not chosen yet." }
        }
        _ => Text { vi: "Chưa điền.", en: "Not filled in yet." },
    }
}

fn commune(topic: Topic) -> Text {
    match topic {
        Topic::Materials => Text {
            vi: "Xã xem trước tiên (Mẫu số 03): nguyên liệu địa phương.",
            en: "The commune looks at this first (Form 03): local materials.",
        },
        Topic::Labour => Text {
            vi: "Xã xem trước tiên (Mẫu số 03): lao động địa phương.",
            en: "The commune looks at this first (Form 03): local labour.",
        },
        Topic::Idea => Text {
            vi: "Xã xem trước tiên (Mẫu số 03): nguồn gốc ý tưởng sản phẩm.",
            en: "The commune looks at this first (Form 03): where the idea comes from.",
        },
        Topic::Identity => Text {
            vi: "Xã xem trước tiên (Mẫu số 03): bản sắc, trí tuệ địa phương.",
            en: "The commune looks at this first (Form 03): local identity and know-how.",
        },
    }
}

fn stands(standing: Grounds) -> Text {
    match standing {
        Grounds::Open => Text { vi: "Chưa có nội dung.", en: "Nothing is said of it yet." },
        Grounds::Bare => Text {
            vi: "Đã trả lời, nhưng chưa có mô tả và giấy tờ.",
            en: "It is answered, but neither described nor proven.",
        },
        Grounds::Described => {
            Text { vi: "Đã mô tả, chưa có giấy tờ.", en: "It is described, without a paper." }
        }
        Grounds::Partly => Text { vi: "Mới có một phần giấy tờ.", en: "A part of its papers is at hand." },
        Grounds::Proven => Text { vi: "Đã có giấy tờ.", en: "A paper at hand proves it." },
    }
}

fn stars(star: Star) -> String {
    match u8::from(star) {
        1 => "1 star".to_owned(),
        n => format!("{n} stars"),
    }
}
