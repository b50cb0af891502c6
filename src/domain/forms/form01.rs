use super::model::{Block, Document, Inline, Signature, Style, together};
use super::words::{reached_by, signed_at, subgroup_line};
use crate::domain::dossier::{Dossier, DossierKind, Field};
use crate::domain::places::province_called;

/// Form 01 of Annex III, the registration: labels and declaration are the form's own, as prescribed.
pub fn form01(dossier: &Dossier) -> Document {
    let value = |field| dossier.fields.get(field);
    let mut page = Document::new("Mẫu số 01: Phiếu đăng ký đánh giá, phân hạng sản phẩm OCOP");
    page.line(Style::FormName, page.title.clone());
    page.line(Style::Country, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM");
    page.line(Style::Motto, "Độc lập - Tự do - Hạnh phúc");
    page.line(Style::Title, "PHIẾU ĐĂNG KÝ");
    page.line(Style::Subtitle, "Tham gia đánh giá, phân hạng sản phẩm OCOP");
    page.inlines(
        Style::Subtitle,
        vec![Inline::Strong(format!(
            "của {} năm {}",
            province(value(Field::Province)),
            or_dots(value(Field::Year), 8)
        ))],
    );

    page.line(Style::Item, "1. Thông tin về đơn vị đăng ký:");
    page.field(Style::Dash, "- Tên đơn vị", value(Field::ApplicantName));
    page.field(Style::Dash, "- Họ tên người đại diện pháp lý", value(Field::RepresentativeName));
    page.field(Style::Dash, "- Chức vụ", value(Field::RepresentativePosition));
    page.field(Style::Dash, "- Địa chỉ liên hệ", value(Field::Address));
    page.inlines(Style::Dash, reached_by("- Điện thoại:", dossier));
    page.field(Style::Item, "2. Tên sản phẩm", value(Field::ProductName));
    page.inlines(
        Style::Item,
        vec![
            Inline::Text("3. Nhóm sản phẩm đăng ký (Ngành, Nhóm, Phân nhóm".into()),
            Inline::Mark("1".into()),
            Inline::Text(format!("): {}", subgroup_line(dossier.set()))),
        ],
    );
    page.inlines(Style::Item, kind_ticks("4. Lần đăng ký đánh giá", dossier.kind));
    page.line(Style::Item, "5. Tài liệu kèm theo:");
    page.line(Style::Dash, "- Báo cáo đánh giá về sản phẩm theo Bộ tiêu chí (bản gốc, bản điện tử).");
    page.field(Style::Dash, "- Sản phẩm mẫu (số lượng)", samples(dossier));
    page.line(
        Style::Body,
        "Cam đoan những thông tin trong Phiếu đăng ký là đúng sự thật, chúng tôi xin cam kết tuân thủ các quy định về \
         đánh giá, phân hạng sản phẩm OCOP, chịu trách nhiệm trước Hội đồng và pháp luật về Hồ sơ đăng ký đánh giá, \
         phân hạng sản phẩm.",
    );
    page.blocks.push(Block::Signature(Signature {
        date: signed_at(dossier),
        role: "ĐẠI DIỆN".into(),
        hint: "(Ký, đóng dấu, ghi rõ họ tên)".into(),
        name: value(Field::RepresentativeName).trim().into(),
    }));
    page.inlines(
        Style::Footnote,
        vec![
            Inline::Mark("1".into()),
            Inline::Text(
                " Theo Phụ lục I về Danh mục phân loại sản phẩm tham gia đánh giá, phân hạng sản phẩm OCOP.".into(),
            ),
        ],
    );
    page.blocks.push(Block::Frame(authority_part()));
    page
}

/// The three boxes of item 4; no line parts a box from its words.
pub(super) fn kind_ticks(label: &str, kind: DossierKind) -> Vec<Inline> {
    let mut inlines = vec![Inline::Text(format!("{label}:"))];
    for (name, is) in [
        ("Lần đầu ", DossierKind::First),
        ("Nâng hạng: ", DossierKind::Upgrade),
        ("Đánh giá lại: ", DossierKind::ReRating),
    ] {
        inlines.push(Inline::Text(format!("\u{2002}{}", together(name))));
        inlines.push(Inline::Tick(kind == is));
    }
    inlines
}

/// Samples go with every product but tourism (article 6.2d).
fn samples(dossier: &Dossier) -> &str {
    if dossier.set().is_tourism {
        "không áp dụng (dịch vụ du lịch)"
    } else {
        dossier.fields.get(Field::Samples)
    }
}

/// The cities under the central government, folded. Đồng Nai is one since 30 April 2026 (Resolution 30/2026/QH16).
const CITIES: [&str; 7] = ["ha noi", "hue", "hai phong", "da nang", "ho chi minh", "can tho", "dong nai"];

/// The form prints "tỉnh"; a city under the central government calls itself "thành phố", whatever was typed before its
/// name. A usual short form is printed in full.
pub(super) fn province(typed: &str) -> String {
    let mut name = province_called(typed).unwrap_or(typed).trim();
    let mut is_city = false;
    while let Some((rest, city)) = without_kind(name) {
        (name, is_city) = (rest, is_city || city);
    }
    if name.is_empty() {
        return format!("tỉnh {}", ".".repeat(24));
    }
    let kind = if is_city || CITIES.contains(&crate::domain::decision::fold(name).as_str()) {
        "thành phố"
    } else {
        "tỉnh"
    };
    format!("{kind} {name}")
}

/// A name without the word for its kind before it, and whether that word says a city; `None` where no word stands there.
fn without_kind(name: &str) -> Option<(&str, bool)> {
    [("tinh", false), ("thanh pho", true), ("tp.", true), ("tp", true)].into_iter().find_map(|(kind, is_city)| {
        let (end, _) = name.char_indices().chain([(name.len(), ' ')]).nth(kind.chars().count())?;
        let (word, rest) = name.split_at_checked(end)?;
        // "TP.Huế" has no space; "Tinhville" is a name.
        let ends = kind.ends_with('.') || rest.is_empty() || rest.starts_with(char::is_whitespace);
        (ends && crate::domain::decision::fold(word) == crate::domain::decision::fold(kind))
            .then(|| (rest.trim_start(), is_city))
    })
}

fn or_dots(value: &str, dots: usize) -> String {
    let value = value.trim();
    if value.is_empty() { ".".repeat(dots) } else { value.into() }
}

/// The part that the commune and the province fill in; the applicant leaves it blank.
fn authority_part() -> Vec<Block> {
    let mut part = Document::default();
    part.line(Style::Part, "PHẦN DÀNH CHO CƠ QUAN QUẢN LÝ");
    for body in ["DÀNH CHO ỦY BAN NHÂN DÂN CẤP XÃ", "DÀNH CHO CƠ QUAN QUẢN LÝ OCOP CẤP TỈNH"] {
        part.inlines(Style::Body, vec![Inline::Strong(body.into())]);
        part.line(Style::Body, "Phiếu số: ……-……. /PĐK- (Mã tỉnh) - (Mã xã) - (Năm)");
        part.field(Style::Body, "Ngày nhận", "");
        part.inlines(
            Style::Body,
            vec![
                Inline::Text("Người tiếp nhận: ".into()),
                Inline::Blank,
                Inline::Text(" Chữ ký: ".into()),
                Inline::Blank,
            ],
        );
        part.blocks.push(Block::Signature(Signature {
            role: "Cơ quan tiếp nhận".into(),
            hint: "(Ký, đóng dấu và ghi rõ họ tên)".into(),
            ..Signature::default()
        }));
    }
    part.blocks
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(typed: &str, expected: &str) {
        assert_eq!(province(typed), expected, "{typed:?}");
    }

    #[test]
    fn the_word_for_the_province_is_not_printed_twice() {
        check("Lào Cai", "tỉnh Lào Cai");
        check("Tỉnh Lào Cai", "tỉnh Lào Cai");
        check("thành phố Huế", "thành phố Huế");
        check("tỉnh tỉnh Lào Cai", "tỉnh Lào Cai");
        for typed in ["TP. Hải Phòng", "Tp Hải Phòng", "TP.Hải Phòng", "tỉnh TP. Hải Phòng", "Hải Phòng"]
        {
            check(typed, "thành phố Hải Phòng");
        }
        // A city since 30 April 2026, whatever older papers call it.
        check("tỉnh Đồng Nai", "thành phố Đồng Nai");
        check("Tiền Giang", "tỉnh Tiền Giang");
        check("Thành Phố  Hà Nội", "thành phố Hà Nội");
        check("", "tỉnh ........................");
    }

    #[test]
    fn a_usual_short_form_of_a_city_is_printed_in_full() {
        for typed in ["TPHCM", "TP.HCM", "tp hcm", "Tp. Hồ Chí Minh", "HCM", "Sài Gòn"] {
            check(typed, "thành phố Hồ Chí Minh");
        }
        check("HN", "thành phố Hà Nội");
        check("TT-Huế", "thành phố Huế");
        // It may be Đà Nẵng, or Đồng Nai: printed as it was typed.
        check("TP ĐN", "thành phố ĐN");
    }
}
