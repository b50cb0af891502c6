use super::annex::append_tables;
use super::appendix::{Appendix, PaperNames, append_list};
use super::changes::append_changes;
use super::criteria_table::{append_guidance, append_scores};
use super::labels::{PLAN_TOPICS, RESULT_TOPICS};
use super::model::{Block, Document, Inline, Signature, Style, one_line, value_or_blank};
use super::words::{legal_form, reached_by, signed_at};
use crate::domain::dossier::{Dossier, Field, tidy_date};

/// Form 02 of Annex III, the self-assessment report, with its appendix of evidence.
///
/// The criteria table of part III, the upgrade's comparison (article 6.1b) and the list of papers are
/// ours: the form asks for their content and leaves their shape open.
pub fn form02(dossier: &Dossier, names: &PaperNames) -> Document {
    let appendix = Appendix::handed_in(dossier);
    let mut page = Document::new("Mẫu số 02: Báo cáo tự đánh giá về sản phẩm");
    page.line(Style::FormName, page.title.clone());
    page.line(Style::Title, "BÁO CÁO TỰ ĐÁNH GIÁ VỀ SẢN PHẨM");
    page.line(Style::Subtitle, "(Dành cho chủ thể có sản phẩm đăng ký)");
    part(&mut page, "Phần I", "THÔNG TIN CHUNG");
    general(&mut page, dossier);
    part(&mut page, "Phần II", "KẾT QUẢ THỰC HIỆN PHƯƠNG ÁN SẢN XUẤT KINH DOANH");
    page.line(
        Style::Body,
        "Nội dung yêu cầu: Đánh giá kết quả triển khai phương án sản xuất, kinh doanh của chủ thể theo Phương án sản \
         xuất, kinh doanh khi tham gia OCOP.",
    );
    page.line(Style::Body, "Lưu ý: trình bày rõ một số nội dung sau:");
    for (field, label) in RESULT_TOPICS {
        page.text_field(Style::Prompt, label, &dossier.written(field), 3);
    }
    part(&mut page, "Phần III", "ĐÁNH GIÁ KẾT QUẢ THỰC HIỆN THEO BỘ TIÊU CHÍ SẢN PHẨM OCOP");
    for lead in PROOF_LEADS {
        page.line(Style::Body, lead);
    }
    append_scores(&mut page, dossier, &appendix);
    append_guidance(&mut page, dossier, &appendix);
    append_changes(&mut page, dossier, &appendix);
    part(&mut page, "Phần IV", "KẾ HOẠCH SẢN XUẤT, KINH DOANH");
    page.line(
        Style::Body,
        "Trình bày những định hướng, kế hoạch của chủ sở hữu trong thời gian tới về phát triển sản phẩm, tổ chức sản \
         xuất, thị trường.",
    );
    page.topics(&PLAN_TOPICS.map(|(field, label)| (label, dossier.fields.get(field))), 5);
    page.blocks.push(Block::Signature(Signature {
        date: signed_at(dossier),
        role: "ĐẠI DIỆN THEO PHÁP LUẬT CỦA CƠ SỞ".into(),
        hint: "(Ký, họ tên, đóng dấu)".into(),
        name: dossier.fields.get(Field::RepresentativeName).trim().into(),
    }));
    page.blocks.push(Block::PageBreak);
    append_list(&mut page, dossier, &appendix, names);
    append_tables(&mut page, dossier);
    page
}

/// What part III says before the criteria.
const PROOF_LEADS: [&str; 2] = [
    "Căn cứ vào Bộ tiêu chí đánh giá, phân hạng sản phẩm OCOP tương ứng với sản phẩm đăng ký, chủ thể tự đánh giá về \
     kết quả (điểm số) có thể đạt theo thứ tự từng tiêu chí.",
    "Mô tả, chứng minh về kết quả tương ứng (mô tả, tài liệu minh chứng cho nội dung mô tả, được sắp xếp theo thứ tự \
     các chỉ tiêu trong Bộ tiêu chí).",
];

fn part(page: &mut Document, number: &str, title: &str) {
    page.line(Style::Part, number);
    page.line(Style::Part, title);
}

/// Part I.
fn general(page: &mut Document, dossier: &Dossier) {
    let value = |field| dossier.fields.get(field);
    page.field(Style::Item, "1. Tên chủ thể", value(Field::ApplicantName));
    page.field(Style::Item, "2. Loại hình tổ chức", legal_form(value(Field::LegalForm)));
    page.field(Style::Item, "3. Địa chỉ", value(Field::Address));
    page.inlines(Style::Item, reached_by("4. Điện thoại:", dossier));
    // The form asks for the name on this line and again below it: said once.
    match one_line(value(Field::RepresentativeName)).is_empty() {
        true => page.field(Style::Item, "5. Tên người đại diện pháp luật", ""),
        false => page.line(Style::Item, "5. Tên người đại diện pháp luật:"),
    }
    page.field(Style::Dash, "- Họ tên", value(Field::RepresentativeName));
    page.inlines(Style::Dash, sex_and_ethnic_group(dossier));
    page.field(Style::Dash, "- Địa chỉ thường trú", value(Field::RepresentativeAddress));
    page.field(Style::Item, "6. Ngày thành lập/đăng ký kinh doanh", &tidy_date(value(Field::Founded)));
    page.field(Style::Body, "Số giấy đăng ký (nếu có)", value(Field::RegistrationNumber));
    page.line(Style::Item, "7. Tên sản phẩm/dịch vụ, mô tả về quy cách sản phẩm, tiêu chuẩn:");
    let (name, described) = (one_line(value(Field::ProductName)), value(Field::ProductSpecification).trim());
    let named = described.starts_with(name.as_str());
    page.paragraphs(&if named { described.into() } else { format!("{name}\n{described}") }, 2);
    ticks(page, dossier);
    page.text_field(
        Style::Item,
        "8. Lịch sử hình thành của chủ thể (nêu các giai đoạn hình thành và phát triển):",
        value(Field::History),
        3,
    );
    page.text_field(Style::Item, "9. Cơ cấu tổ chức của chủ thể:", value(Field::Organisation), 2);
}

fn sex_and_ethnic_group(dossier: &Dossier) -> Vec<Inline> {
    let sex = match dossier.fields.get(Field::RepresentativeSex) {
        "male" => Inline::Text("Nam".into()),
        "female" => Inline::Text("Nữ".into()),
        other => value_or_blank(other),
    };
    let hint = if sex == Inline::Blank { " (Nam/nữ)" } else { "" };
    vec![
        Inline::Text("- Giới tính: ".into()),
        sex,
        Inline::Text(format!("{hint}; Dân tộc: ")),
        value_or_blank(dossier.fields.get(Field::RepresentativeEthnicGroup)),
    ]
}

/// The tick list of item 7, labels as printed.
fn ticks(page: &mut Document, dossier: &Dossier) {
    let ticked = |field| dossier.fields.is_ticked(field);
    page.line(Style::Note, "Đánh dấu (√) vào mục tương ứng:");
    page.tick(Style::Body, "a) Giấy đăng ký kinh doanh:", ticked(Field::TickBusinessRegistration));
    page.tick(Style::Body, "b) Đã công bố chất lượng sản phẩm theo quy định:", ticked(Field::TickQualityDeclared));
    page.line(Style::Body, "c) Đã có các điều kiện sản xuất theo quy định:");
    page.tick(
        Style::Dash,
        "- Giấy chứng nhận cơ sở đủ điều kiện vệ sinh an toàn thực phẩm theo quy định của pháp luật cho sản xuất sản phẩm:",
        ticked(Field::TickFoodSafetyCertificate),
    );
    page.tick(
        Style::Dash,
        "- Giấy chứng nhận cơ sở đủ điều kiện sản xuất bắt buộc theo quy định cho sản phẩm (đối với các sản phẩm bắt buộc \
         theo quy định)",
        ticked(Field::TickProductionCertificate),
    );
    page.tick(Style::Body, "d) Đã có đăng ký sở hữu trí tuệ:", ticked(Field::TickIntellectualProperty));
    for (field, label) in [
        (Field::TickTrademark, "+ Giấy chứng nhận đăng ký nhãn hiệu:"),
        (
            Field::TickCollectiveRight,
            "+ Văn bản ghi nhận quyền sử dụng chỉ dẫn địa lý, nhãn hiệu tập thể, nhãn hiệu chứng nhận:",
        ),
        (Field::TickPatent, "+ Bằng sáng chế"),
        (Field::TickIndustrialDesign, "+ Bằng độc quyền kiểu dáng công nghiệp:"),
        (Field::TickCopyright, "+ Giấy chứng nhận bản quyền tác giả"),
    ] {
        page.tick(Style::Plus, label, ticked(field));
    }
    let other = one_line(dossier.fields.get(Field::OtherProperty));
    page.inlines(
        Style::Plus,
        vec![
            Inline::Text("+ Khác (ghi rõ): ".into()),
            Inline::Tick(ticked(Field::TickOtherProperty) || !other.is_empty()),
            Inline::Text(" ".into()),
            value_or_blank(&other),
        ],
    );
}
