use super::form01::province;
use super::model::{Block, Document, Inline, Signature, Style, lines, one_line, value_or_blank};
use super::words::{criterion_title, legal_form, level_words, named_commune, signed_at};
use crate::domain::calendar::Date;
use crate::domain::council::{Topic, is_blind};
use crate::domain::decision::topic_criteria;
use crate::domain::dossier::{Dossier, Field};
use crate::domain::figures::{Counted, Measured};
use crate::domain::rating::Answer;

/// Form 03 of Annex III: the commune's report on some contents of the dossier. Head, labels and closing are the
/// form's own; each topic has what the applicant describes, then what the commune says of it.
pub fn form03(dossier: &Dossier) -> Document {
    let value = |field| dossier.fields.get(field);
    let (commune, province) = (commune(value(Field::Commune)), province(value(Field::Province)));
    let desk = dossier.desk.clone().unwrap_or_default();
    let mut page = Document::new(
        "Mẫu số 03: Báo cáo đánh giá một số nội dung của hồ sơ đăng ký tham gia đánh giá, phân hạng sản phẩm OCOP",
    );
    page.line(Style::FormName, "Mẫu số 03");
    page.blocks.push(head(value(Field::Commune), false));
    page.line(Style::Title, "BÁO CÁO");
    page.line(Style::Subtitle, "Đánh giá một số nội dung của hồ sơ đăng ký tham gia đánh giá, phân hạng sản phẩm OCOP");
    page.line(Style::Part, "I. THÔNG TIN CHUNG VỀ HỒ SƠ SẢN PHẨM");
    page.field(Style::Item, "1. Tên chủ thể", value(Field::ApplicantName));
    page.field(Style::Item, "2. Loại hình tổ chức", legal_form(value(Field::LegalForm)));
    page.field(Style::Item, "3. Địa chỉ", value(Field::Address));
    page.line(Style::Item, "4. Tên người đại diện pháp luật:");
    page.field(Style::Dash, "- Họ tên", value(Field::RepresentativeName));
    page.inlines(
        Style::Dash,
        vec![
            Inline::Text("- Giới tính: ".into()),
            value_or_blank(sex(value(Field::RepresentativeSex))),
            Inline::Text(" (Nam/nữ), Dân tộc: ".into()),
            value_or_blank(value(Field::RepresentativeEthnicGroup)),
        ],
    );
    page.field(Style::Dash, "- Địa chỉ thường trú", value(Field::RepresentativeAddress));
    page.field(Style::Item, "5. Sản phẩm đăng ký đánh giá", value(Field::ProductName));
    page.line(Style::Part, "II. ĐÁNH GIÁ MỘT SỐ NỘI DUNG CỦA HỒ SƠ SẢN PHẨM");
    for ((topic, label), assessment) in TOPICS.iter().zip(&desk.assessments) {
        topic_of(&mut page, dossier, *topic, label, assessment);
    }
    page.line(
        Style::Body,
        format!(
            "Ủy ban nhân dân {commune} đề nghị Ủy ban nhân dân {province} đánh giá, phân hạng sản phẩm OCOP cho sản \
             phẩm {} của {}.",
            or_dots(value(Field::ProductName)),
            or_dots(value(Field::ApplicantName)),
        ),
    );
    page.blocks.push(Block::Signature(Signature {
        date: String::new(),
        role: format!("T.M ỦY BAN NHÂN DÂN {}", commune.to_uppercase()),
        hint: "(Ký tên và đóng dấu)".into(),
        name: String::new(),
    }));
    page
}

/// The labels of part II, as printed.
const TOPICS: [(Topic, &str); 4] = [
    (
        Topic::Materials,
        "1. Về sử dụng nguyên liệu địa phương: (Nội dung thể hiện rõ mô tả của chủ thể và đánh giá về tình hình sử \
         dụng nguyên liệu thực tế của chủ thể trên địa bàn xã).",
    ),
    (
        Topic::Labour,
        "2. Về sử dụng lao động địa phương: (Nội dung thể hiện rõ mô tả của chủ thể và đánh giá về tình hình sử dụng \
         thực tế về lao động địa phương của chủ thể trên địa bàn xã).",
    ),
    (
        Topic::Idea,
        "3. Nguồn gốc ý tưởng sản phẩm: (Nhận xét về nguồn gốc sản phẩm (truyền thống, sản phẩm mới) của chủ thể dựa \
         trên thực tế của địa phương).",
    ),
    (
        Topic::Identity,
        "4. Bản sắc/trí tuệ địa phương: Đánh giá các giá trị văn hóa, tri thức bản địa (giống, nguyên liệu, điều kiện \
         sản xuất), kinh nghiệm sản xuất của cộng đồng và phương thức sản xuất đặc trưng của địa phương, tạo nên sự \
         khác biệt của sản phẩm).",
    ),
];

fn topic_of(page: &mut Document, dossier: &Dossier, topic: Topic, label: &str, assessment: &str) {
    page.line(Style::Prompt, label);
    let described = description(dossier, topic);
    page.line(Style::Prompt, "- Mô tả của chủ thể:");
    page.paragraphs(&described, 2);
    page.line(Style::Prompt, "- Đánh giá của Ủy ban nhân dân cấp xã:");
    page.paragraphs(assessment, 3);
}

/// What the applicant says of a topic: per criterion its name, the level, what its figures come to, and the own
/// description; neither level nor figures while sheets of scorers are awaited.
pub fn description(dossier: &Dossier, topic: Topic) -> String {
    let mut paragraphs = Vec::new();
    for position in topic_criteria(dossier.set(), topic.key()) {
        let criterion = &dossier.set().criteria[position];
        let answer = if is_blind(dossier) { Answer::Unanswered } else { dossier.assessment.answer(position) };
        let level = level_words(criterion, answer);
        let note = dossier.entries.get(position).map_or("", |entry| entry.note.trim());
        let figures = if is_blind(dossier) { None } else { figures_of(dossier, position) };
        if level.is_empty() && figures.is_none() && lines(note).next().is_none() {
            continue;
        }
        let title = format!("{} {}: {level}", criterion.code, criterion_title(dossier.set(), position));
        paragraphs.push(title.trim_end_matches([' ', ':']).to_owned() + ".");
        paragraphs.extend(figures);
        paragraphs.extend(lines(note).map(str::to_owned));
    }
    paragraphs.join("\n")
}

/// What the applicant's table behind a criterion comes to, where it counts a share: "Bảng lao động: 24 / 41 = 58,54 %."
/// It depends on no day.
fn figures_of(dossier: &Dossier, position: usize) -> Option<String> {
    let counted = Counted::of(dossier, position, Date::FIRST).filter(|counted| !counted.table.is_empty())?;
    let share = counted.judgement.measured.iter().find_map(|(name, value)| match value {
        Measured::Share(share) if name == "share" => Some(share),
        _ => None,
    })?;
    Some(format!("{}: {}.", counted.fact.title.vi, share.printed()))
}

/// The commune's letter that proposes the product to the province (article 7.2), to be set on its own paper.
pub fn proposal_letter(dossier: &Dossier) -> Document {
    let value = |field| dossier.fields.get(field);
    let mut page = Document::new("Công văn đề nghị đánh giá, phân hạng sản phẩm OCOP");
    page.blocks.push(head(value(Field::Commune), true));
    page.line(Style::Subtitle, format!("Kính gửi: Ủy ban nhân dân {}", province(value(Field::Province))));
    page.line(
        Style::Body,
        format!(
            "Ủy ban nhân dân {} đã xem xét hồ sơ của {} và gửi kèm công văn này để đề nghị đánh giá, phân hạng:",
            commune(value(Field::Commune)),
            or_dots(value(Field::ApplicantName))
        ),
    );
    page.field(Style::Dash, "- Sản phẩm", value(Field::ProductName));
    page.field(Style::Dash, "- Mã số sản phẩm", value(Field::ProductCode));
    page.line(Style::Dash, format!("- Bộ sản phẩm: {}. {}", dossier.set().no.0, dossier.set().name.vi));
    page.line(Style::Body, "Gửi kèm: hồ sơ của chủ thể; báo cáo của Ủy ban nhân dân cấp xã (Mẫu số 03).");
    if !dossier.set().is_tourism {
        page.line(Style::Body, "Sản phẩm mẫu: 05 sản phẩm.");
    }
    page.blocks.push(Block::Signature(Signature {
        date: signed_at(&without_day(dossier)),
        role: format!("T.M ỦY BAN NHÂN DÂN {}", commune(value(Field::Commune)).to_uppercase()),
        hint: "(Ký tên và đóng dấu)".into(),
        name: String::new(),
    }));
    page
}

/// The day of the applicant's signature is not the commune's.
fn without_day(dossier: &Dossier) -> Dossier {
    let mut letter = dossier.clone();
    letter.fields.set(Field::SignedOn, String::new());
    letter
}

fn sex(value: &str) -> &str {
    match value {
        "male" => "Nam",
        "female" => "Nữ",
        other => other,
    }
}

fn or_dots(value: &str) -> String {
    let value = one_line(value);
    if value.is_empty() { "................".into() } else { value }
}

/// Who writes at the left, the country at the right, as the form has them.
fn head(typed: &str, numbered: bool) -> Block {
    let mut unit = Document::default();
    let blank = one_line(typed).is_empty();
    let name = if blank { "XÃ/PHƯỜNG ........".to_owned() } else { commune(typed).to_uppercase() };
    unit.line(Style::Country, format!("ỦY BAN NHÂN DÂN {name}"));
    if numbered {
        unit.line(Style::Number, "Số: ……/UBND");
    }
    let mut right = Document::default();
    right.line(Style::Country, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM");
    right.line(Style::Motto, "Độc lập - Tự do - Hạnh phúc");
    Block::Beside(vec![(36, unit.blocks), (64, right.blocks)])
}

/// The commune with its kind, or dots to be filled in.
fn commune(typed: &str) -> String {
    let name = named_commune(typed);
    if name.is_empty() { "xã ................".into() } else { name }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::council::{Council, Scorer, Sheet};
    use crate::domain::decision::first;
    use crate::domain::figures::{Row, Table};
    use crate::domain::forms::plain_text;
    use crate::domain::places::Places;

    #[test]
    fn the_labour_is_told_with_its_figures() {
        let mut dossier = Dossier::new("a".into(), String::new(), first().set(1).expect("set 1"));
        assert!(!plain_text(&form03(&dossier)).contains("Bảng kê lao động"));
        let row = |home: &str, count: &str| -> Row {
            [("home", home), ("count", count)].map(|(key, text)| (key.to_owned(), text.to_owned())).into()
        };
        let rows = vec![row("commune", "24"), row("elsewhere", "17")];
        dossier.tables.insert("workers".into(), Table { rows });
        let text = plain_text(&form03(&dossier));
        let labour = text.split("2. Về sử dụng lao động").nth(1).and_then(|text| text.split("3. Nguồn gốc").next());
        assert!(labour.is_some_and(|text| text.contains("Bảng kê lao động: 24 / 41 = 58,54 %.")), "{text}");
    }

    /// Seen in use: a ward of Hồ Chí Minh City was printed as a commune.
    #[test]
    fn the_authority_is_called_by_what_the_list_of_communes_has() {
        let places = Places::parse(include_str!("../places/communes.txt")).expect("the list");
        let mut dossier = Dossier::new("a".into(), String::new(), first().set(1).expect("set 1"));
        for (typed, province, name) in [
            ("Bến Thành", "TPHCM", "PHƯỜNG BẾN THÀNH"),
            ("bến thành", "Thành phố Hồ Chí Minh", "PHƯỜNG BẾN THÀNH"),
            ("P. Bến Thành", "TPHCM", "PHƯỜNG BẾN THÀNH"),
            ("UBND phường Bến Thành", "TPHCM", "PHƯỜNG BẾN THÀNH"),
            ("Phường Bến Thành, Quận 1", "TPHCM", "PHƯỜNG BẾN THÀNH"),
            ("Phú Quốc", "An Giang", "ĐẶC KHU PHÚ QUỐC"),
            ("Phú Quốc", "", "ĐẶC KHU PHÚ QUỐC"),
            ("Cao Phong", "Phú Thọ", "XÃ CAO PHONG"),
            ("Xa Dung", "Điện Biên", "XÃ XA DUNG"),
            // Not on the list, or in a province that is none of it: as it was written, "xã" where no kind was.
            ("Suối Mây", "Phú Thọ", "XÃ SUỐI MÂY"),
            ("P. Suối Mây", "Phú Thọ", "PHƯỜNG SUỐI MÂY"),
            ("TT. Cao Phong", "Hòa Bình", "THỊ TRẤN CAO PHONG"),
            ("Bến Thành", "Bình Dương", "XÃ BẾN THÀNH"),
            ("Xã Bến Thành", "TPHCM", "XÃ BẾN THÀNH"),
        ] {
            dossier.fields.set(Field::Commune, typed.into());
            dossier.fields.set(Field::Province, province.into());
            let listed = crate::domain::forms::as_listed(&dossier, Some(&places));
            for page in [form03(&listed), proposal_letter(&listed)] {
                let text = plain_text(&page);
                let heads = text.matches(&format!("ỦY BAN NHÂN DÂN {name}")).count();
                assert_eq!(heads, 2, "{typed}, {province}: the head and the signature: {text}");
            }
        }
    }

    #[test]
    fn no_level_is_printed_while_sheets_are_awaited() {
        let mut dossier = Dossier::new("a".into(), String::new(), first().set(1).expect("set 1"));
        let position = topic_criteria(dossier.set(), Topic::Materials.key())[0];
        dossier.assessment.set_answer(position, Answer::Level(0));
        dossier.entries[position].note = "Cam của bốn thôn".into();
        let level = level_words(&dossier.set().criteria[position], Answer::Level(0));
        let sheet = |done: bool| Sheet {
            scorer: Scorer { name: "Mai".into(), done, ..Scorer::default() },
            assessment: dossier.assessment.clone(),
        };
        let at = |done: bool| {
            let council = Some(Council { sheets: vec![sheet(done)], expected: 1, ..Council::default() });
            plain_text(&form03(&Dossier { council, ..dossier.clone() }))
        };
        assert!(!at(false).contains(&level) && at(false).contains("Cam của bốn thôn"));
        assert!(at(true).contains(&level), "all are in");
    }
}
