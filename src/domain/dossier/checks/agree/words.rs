use crate::domain::decision::Language;

use super::Disagreement;

/// A disagreement in a sentence, with both sides and the mend.
pub fn text(what: &Disagreement, language: Language) -> String {
    let say = |vi: String, en: String| match language {
        Language::Vi => vi,
        Language::En => en,
    };
    match what {
        Disagreement::Holder { printed, applicant } => say(
            format!(
                "Giấy đứng tên “{printed}”, hồ sơ ghi “{applicant}”. Đổi tên trên giấy, hoặc kèm văn bản ghi nhận quyền sử dụng, giấy chuyển quyền."
            ),
            format!(
                "Issued to “{printed}”, the dossier says “{applicant}”. Have it reissued, or add the right to use it."
            ),
        ),
        Disagreement::HeldByRepresentative { printed, applicant } => say(
            format!("Giấy đứng tên riêng “{printed}”, chưa phải tên đơn vị “{applicant}”. Cần đổi sang tên đơn vị."),
            format!("Issued to “{printed}” in person, not to “{applicant}”. Have it reissued in the applicant's name."),
        ),
        Disagreement::OldAddress { printed } => say(
            format!(
                "Địa chỉ “{printed}” còn ghi cấp huyện, đã bỏ từ 01/07/2025. Ghi theo xã mới; giấy cũ thì kèm xác nhận địa chỉ."
            ),
            format!(
                "The address “{printed}” names a district; there are none since 01/07/2025. Write the new commune; add a confirmation to an old paper."
            ),
        ),
        Disagreement::Address { printed, applicant } => say(
            format!("Địa chỉ trên giấy “{printed}”, trong hồ sơ “{applicant}”. Xem lại bên nào đúng."),
            format!("The address on the paper is “{printed}”, in the dossier “{applicant}”. See which is right."),
        ),
        Disagreement::Product { printed, product } => say(
            format!(
                "Giấy ghi sản phẩm “{printed}”, hồ sơ đăng ký “{product}”. Tên phải khớp trên giấy, nhãn và hồ sơ."
            ),
            format!("The paper names “{printed}”, the dossier “{product}”. Paper, label and dossier need one name."),
        ),
        Disagreement::OldTest { on } => say(
            format!(
                "Phiếu kiểm nghiệm ngày {on}, đã quá một năm. Hội đồng thường muốn phiếu trong 12 tháng (lời khuyên)."
            ),
            format!(
                "The test is of {on}, more than a year old. Councils usually want one of the last 12 months (advice)."
            ),
        ),
        Disagreement::EndsBeforeCouncil { until, council } => say(
            format!("Giấy hết hạn {until}, trước khi hội đồng có thể họp xong ({council}). Nên xin gia hạn."),
            format!("It ends on {until}, before a council can have sat ({council}). Better renew it."),
        ),
        Disagreement::Area { certified, claimed } => say(
            format!(
                "Giấy chứng nhận {certified} ha, bảng kê vùng trồng cộng {claimed} ha. Chỉ phần được chứng nhận mới tính."
            ),
            format!(
                "Certified are {} ha, the table adds up to {} ha. Only what is certified counts.",
                certified.english(),
                claimed.english()
            ),
        ),
        Disagreement::EndsBeforeIssue { issued, until } => say(
            format!("Ngày cấp {issued} sau ngày hết hạn {until}. Xem lại hai ngày trên giấy."),
            format!("Issued on {issued}, after its end on {until}. Look at both days again."),
        ),
        Disagreement::BeforeFounding { issued, founded } => say(
            format!("Giấy cấp {issued}, trước ngày thành lập đơn vị {founded}. Giấy có thể đứng tên chủ cũ."),
            format!(
                "Issued on {issued}, before the applicant was founded on {founded}. It may be in a former owner's name."
            ),
        ),
        Disagreement::NoSettlement => say(
            "Chọn mức đã thực hiện ổn định từ 12 tháng, nhưng chỉ có hợp đồng, chưa có thanh lý hoặc hóa đơn.".into(),
            "Twelve months of steady contracts are claimed; there are contracts, and no settlement or invoices.".into(),
        ),
        Disagreement::Cited { what } => say(
            format!("Ở đây có nhắc tới {}, nhưng trong danh sách chưa có giấy đó. Thêm giấy hoặc sửa lời.", what.vi),
            format!("{} is named here, and no such paper is in the list. Add it, or change the words.", what.en),
        ),
        Disagreement::SameNumber { .. } => say(
            "Số và nơi cấp trùng với một giấy khác trong danh sách. Ghi một lần, gắn cho nhiều tiêu chí.".into(),
            "Number and issuer are those of another paper in the list. Note it once, and tie it to several criteria."
                .into(),
        ),
        Disagreement::TwoLevels { .. } => say(
            "Có một giấy khác cùng loại nhưng ứng với mức khác. Giữ giấy đúng với số liệu.".into(),
            "Another paper of the same kind shows another level. Keep the one that fits the figures.".into(),
        ),
        Disagreement::AboveTable { perhaps: false, .. } => say(
            "Mức đã chọn cao hơn số liệu trong bảng kê. Sửa bảng hoặc chọn lại mức.".into(),
            "The chosen level is above what its table gives. Correct the table, or choose another level.".into(),
        ),
        Disagreement::AboveTable { .. } => say(
            "Số liệu trong bảng chưa tới mức đã chọn. Hợp tác xã cần kèm kết quả xếp loại.".into(),
            "The table does not reach the chosen level. A cooperative needs its class beside it.".into(),
        ),
        Disagreement::Required { .. } => say(
            "Bảng kê có phần ngoài tỉnh, trong khi tiêu chí này yêu cầu 100% trong tỉnh.".into(),
            "The table has a part from outside the province; this criterion requires all of it from the province."
                .into(),
        ),
        Disagreement::YearMissing { year } => say(
            format!("Bảng lợi nhuận chưa có năm {year}, năm liền trước năm đánh giá."),
            format!("The accounts do not have {year}, the year before the rating."),
        ),
    }
}
