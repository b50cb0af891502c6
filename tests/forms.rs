//! The printed forms: what stands in them, and that nothing an applicant types can become markup.

use std::collections::{BTreeMap, BTreeSet};

#[path = "forms/example.rs"]
mod example;

use ocop::domain::calendar::Date;
use ocop::domain::council::{Scorer, Sheet};
use ocop::domain::decision::{EvidenceKind, Language, Star, evidence_kinds, evidence_rows, first};
use ocop::domain::dossier::{
    Dossier, DossierKind, Effort, Entry, Field, FieldKind, Holding, PaperRecord, Recognised, checks, wire,
};
use ocop::domain::forms::{self, Appendix, Block, Document, PaperNames};
use ocop::domain::rating::{Answer, Assessment};

const HOSTILE: &str = "</script><script>alert(1)</script>\"'&<img src=x onerror=alert(1)>\u{0}\u{1b}";

#[test]
fn every_text_of_the_applicant_is_escaped() {
    let mut dossier = example::tea_upgrade();
    for (field, _, kind, _, _) in Field::TABLE {
        if kind != FieldKind::Tick {
            dossier.fields.set(field, format!("{HOSTILE}{}", field.key()));
        }
    }
    for entry in &mut dossier.entries {
        *entry = Entry { note: HOSTILE.into(), ..entry.clone() };
    }
    dossier.papers.push(PaperRecord {
        id: HOSTILE.into(),
        kind: EvidenceKind(200),
        title: HOSTILE.into(),
        number: HOSTILE.into(),
        issuer: HOSTILE.into(),
        date: HOSTILE.into(),
        valid_until: HOSTILE.into(),
        ..PaperRecord::default()
    });
    dossier.recognised.as_mut().expect("an upgrade").changes.insert("1.2".into(), HOSTILE.into());
    let html = forms::preview_html(&dossier, &PaperNames::new(), None);
    assert!(!html.contains("<script") && !html.contains("<img") && !html.contains('\u{0}') && !html.contains('\u{1b}'));
    assert!(html.contains("&lt;/script&gt;&lt;script&gt;alert(1)"));
}

#[test]
fn every_set_prints_blank_with_all_its_criteria_in_order() {
    for set in first().sets {
        let dossier = Dossier::new("blank".into(), String::new(), set);
        let html = forms::preview_html(&dossier, &PaperNames::new(), None);
        let mut from = html.find("Phần III").expect("part III");
        for criterion in set.criteria {
            let cell = format!("<td class=\"center\">{}</td>", criterion.code);
            let found = html[from..].find(&cell);
            from += found.unwrap_or_else(|| panic!("set {}: no row {} after the one before", set.no.0, criterion.code));
        }
    }
}

/// What Annex III prescribes of a form, in printed order.
fn prescribed(form: &str) -> Vec<&'static str> {
    let mut here = false;
    let lines = include_str!("data/forms.txt").lines().filter(|line| !line.starts_with('#'));
    lines
        .filter(|line| {
            if let Some(name) = line.strip_prefix('[') {
                here = form.starts_with(name.trim_end_matches(']'));
                return false;
            }
            here
        })
        .collect()
}

#[track_caller]
fn check_prescribed(form: &str, document: &Document) {
    let flat = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    let printed = flat(&forms::plain_text(document));
    let mut from = 0;
    for words in prescribed(form) {
        let found = printed[from..].find(&flat(words));
        from += found.unwrap_or_else(|| panic!("form {form} lacks “{words}” after {:?}", &printed[..from]));
    }
}

#[test]
fn every_prescribed_string_is_printed_in_its_order() {
    assert!(prescribed("01").len() > 40 && prescribed("02").len() > 80);
    assert_eq!(prescribed("02 re-rating").len(), prescribed("02").len() + 1);
    for set in [1, 21, 26] {
        let mut blank = Dossier::new("blank".into(), String::new(), first().set(set).expect("a set"));
        check_prescribed("01", &forms::form01(&blank));
        check_prescribed("02", &forms::form02(&blank, &PaperNames::new()));
        check_prescribed("03", &forms::form03(&blank));
        blank.kind = DossierKind::ReRating;
        check_prescribed("02 re-rating", &forms::form02(&blank, &PaperNames::new()));
    }
}

#[test]
fn every_criterion_carries_the_name_that_annex_ii_prints() {
    let titles = include_str!("data/annex-ii-titles.json");
    let titles: BTreeMap<u8, BTreeMap<String, String>> = serde_json::from_str(titles).expect("the titles read");
    assert_eq!(titles.len(), first().sets.len());
    for set in first().sets {
        let text =
            forms::plain_text(&forms::form02(&Dossier::new("blank".into(), String::new(), set), &PaperNames::new()));
        for (code, title) in &titles[&set.no.0] {
            let lines = [format!("{code}. {title}\n"), format!("{code}. {title}: …/")];
            assert!(lines.iter().any(|line| text.contains(line.as_str())), "set {}: {code}. {title}", set.no.0);
        }
    }
}

/// What FORMS.md's last section says of the 26 scoring sheets: head fields, foot and signature, the names and marks that
/// Annex II prints, and of tourism neither the line on rejection nor the note on stars.
#[test]
fn every_set_has_its_scoring_sheet_as_annex_ii_prints_it() {
    let titles = include_str!("data/annex-ii-titles.json");
    let titles: BTreeMap<u8, BTreeMap<String, String>> = serde_json::from_str(titles).expect("the titles read");
    for set in first().sets {
        let text = forms::plain_text(&forms::score_sheet(set, None, None));
        let no = set.no.0;
        let mut from = 0;
        let mut prescribed = vec![
            "Phụ lục II (Kiêm phiếu đánh giá sản phẩm OCOP)",
            match no {
                12 => "\n12. Sản phẩm trà từ thực vật khác\n",
                13 => "\n13. Sản phẩm cà phê, ca cao\n",
                _ => ". Bộ sản phẩm: ",
            },
            "Tên sản phẩm: …",
            "Mã số sản phẩm .(T).-.(X).-.(STT).-20……",
            "T: Mã tỉnh - X: Mã xã - STT: Số thứ tự sản phẩm do xã lập thống kê - Năm đánh giá. Mã đơn vị hành chính theo \
             Quyết định số 19/2025/QĐ-TTg ngày 30/6/2025",
            "Tên chủ thể sản xuất: …",
            "Số điện thoại: …",
            "Địa chỉ: …",
        ];
        // Set 19 prints “Bị loại khi”, the others “Hồ sơ bị loại khi”.
        let rejection = "ị loại khi: Giả mạo hồ sơ";
        let stars = "Ghi chú: Dấu sao là yêu cầu tối thiểu phải đạt theo các cấp độ sao (*** - 3 sao; **** - 4 sao; ***** - 5 sao)";
        if no == 26 {
            assert!(!text.contains(rejection) && !text.contains(stars), "set 26 prints neither");
            prescribed.push("TỔNG CỘNG | 100");
        } else {
            prescribed.extend([rejection, "TỔNG CỘNG | 100", stars]);
        }
        prescribed.extend([
            "Ý kiến của người đánh giá:",
            "..., ngày ... tháng ... năm ...",
            "Người đánh giá",
            "(Ký và ghi rõ họ tên)",
        ]);
        for words in prescribed {
            let found = text[from..].find(words);
            from += found.unwrap_or_else(|| panic!("set {no} lacks “{words}” after {:?}", &text[..from]));
        }
        let lines: Vec<&str> = text.lines().collect();
        for (code, title) in &titles[&no] {
            let max = |code: &str| {
                let part = set.parts.iter().find(|part| part.code.letter() == code).map(|part| part.max.0);
                let criterion = set.criteria.iter().find(|criterion| criterion.code == code);
                part.or(criterion.map(|criterion| criterion.max.0))
            };
            let begins = match (code.as_str(), max(code)) {
                ("A" | "B" | "C", Some(max)) => format!("Phần {code}: {title} ({max} Điểm) | {max}"),
                (_, Some(max)) => format!("{code}. {title} | {max}"),
                (_, None) => format!("{code}. {title} | "),
            };
            assert!(lines.iter().any(|line| line.starts_with(&begins)), "set {no}: {begins}\n{text}");
        }
        for criterion in set.criteria {
            let title = format!("{}. {} | ", criterion.code, titles[&no][criterion.code]);
            let at = lines.iter().position(|line| line.starts_with(&title)).expect(criterion.code);
            // Up to the next number, part or sum.
            let marks = lines[at + 1..].iter().take_while(|line| {
                let number = line.split(". ").next().unwrap_or_default();
                let numbered = number.split('.').all(|digits| digits.parse::<u8>().is_ok());
                !numbered && !line.starts_with("Phần ") && !line.starts_with("TỔNG")
            });
            let boxes = marks.filter(|line| line.starts_with("[ ] ")).count();
            assert_eq!(boxes, criterion.levels.len(), "set {no}, {}", criterion.code);
        }
    }
}

/// Annex II's sheet has no box for it: who signs the sheet finds at its foot what the scorer declared.
#[test]
fn a_sheet_says_at_its_foot_what_ends_the_evaluation() {
    let set = first().set(1).expect("set 1");
    let mut sheet = Sheet { scorer: Scorer::default(), assessment: Assessment::new(set) };
    let foot = |sheet: &Sheet| {
        let text = forms::plain_text(&forms::score_sheet(set, None, Some(sheet)));
        text.split_once("Ý kiến của người đánh giá:").expect("the foot").1.to_owned()
    };
    sheet.scorer.opinion = "Ngon, đóng gói đẹp".into();
    assert!(foot(&sheet).contains("Ngon, đóng gói đẹp") && !foot(&sheet).contains("dừng đánh giá"));
    sheet.assessment.declared_dossier = true;
    sheet.assessment.declare(0, true);
    let foot = foot(&sheet);
    for said in ["Lý do dừng đánh giá: Hồ sơ bị loại khi", "Lý do dừng đánh giá: tiêu chí 1.1: ", "Ngon, đóng gói đẹp"]
    {
        assert!(foot.contains(said), "{said}: {foot}");
    }
}

#[test]
fn what_ends_a_line_in_another_program_never_joins_two_words() {
    let mut dossier = example::tea_upgrade();
    let typed = "một\u{b}hai\u{c}ba\u{85}bốn\u{2028}năm\u{2029}sáu\rbảy\r\ntám";
    dossier.fields.set(Field::History, typed.into());
    dossier.fields.set(Field::ApplicantName, typed.into());
    dossier.entries[0].note = typed.into();
    let html = forms::preview_html(&dossier, &PaperNames::new(), None);
    assert!(html.contains("một hai ba bốn năm sáu bảy tám"), "on one line");
    assert!(html.contains("một<br>hai<br>ba<br>bốn<br>năm<br>sáu<br>bảy<br>tám"), "in a cell");
    assert!(html.contains("<p class=\"body\">sáu</p>"), "in a text");
    assert!(!html.contains("mộthai") && !html.contains("sáubảy"));
}

#[test]
fn a_paper_still_to_be_got_is_neither_numbered_nor_cited() {
    let mut dossier = example::tea();
    let missing = dossier.papers.iter().find(|paper| paper.holding == Holding::ToGet).expect("one is missing").clone();
    let text = forms::plain_text(&forms::form02(&dossier, &PaperNames::new()))
        + &forms::evidence_list(&dossier, &PaperNames::new());
    assert!(!text.contains(&missing.title) && !text.contains("Chưa có"), "{text}");
    let appendix = Appendix::handed_in(&dossier);
    let numbers: Vec<usize> = appendix.papers.iter().map(|listed| listed.number).collect();
    assert_eq!(numbers, (1..dossier.papers.len()).collect::<Vec<_>>(), "no number is left out");
    dossier.papers.iter_mut().for_each(|paper| paper.holding = Holding::Have);
    assert!(forms::plain_text(&forms::form02(&dossier, &PaperNames::new())).contains(&missing.title));
}

#[test]
fn what_is_handed_in_says_nothing_of_the_private_plan() {
    let mut dossier = example::tea_upgrade();
    dossier.plan.target = Some(Star::Five);
    dossier.plan.locked.insert("11".into());
    dossier.plan.efforts.insert("1.2".into(), Effort { weight: Some(3), months: Some(9) });
    dossier.plan.steps.entry("1.2".into()).or_default().who = "Anh Tư kho".into();
    dossier.held.insert("vietgap-certificate".into());
    dossier.entries[0].review = true;
    let handed = forms::handed_in(&dossier);
    let files = [wire::to_json(&handed), forms::copy_html(&dossier, &PaperNames::new(), &BTreeMap::new(), None)];
    for file in &files {
        for private in ["Anh Tư kho", "to-get", "Phim ngắn"].into_iter().chain(PRIVATE_KEYS) {
            assert!(!file.contains(private), "“{private}” is handed in");
        }
    }
    // A key that a later version adds is private until somebody says here that it is not.
    let json: serde_json::Value = serde_json::from_str(&files[0]).expect("it is JSON");
    let keys: BTreeSet<&str> = json.as_object().expect("an object").keys().map(String::as_str).collect();
    assert_eq!(keys, BTreeSet::from(HANDED_IN_KEYS));
    assert_eq!(forms::handed_in(&handed), handed, "once is enough");
}

const PRIVATE_KEYS: [&str; 6] = ["\"plan\"", "\"target\"", "\"locked\"", "\"efforts\"", "\"review\"", "\"held\""];

const HANDED_IN_KEYS: [&str; 20] = [
    "answers",
    "applicant",
    "created",
    "decision",
    "declarations",
    "exemptions",
    "filing",
    "format",
    "id",
    "kind",
    "papers",
    "plans",
    "product",
    "rating",
    "recognised",
    "representative",
    "results",
    "ticks",
    "updated",
    "version",
];

#[test]
fn no_line_parts_a_box_from_its_word() {
    let html = forms::preview_html(&example::tea(), &PaperNames::new(), None);
    assert_eq!(html.matches("class=\"tick\"").count(), 14, "three kinds, eleven of item 7");
    let held = html.matches("</span></span>").count();
    // The last of item 7 stands in a line of dots, where every piece is a box of its own.
    assert_eq!(held, 13, "{html}");
    assert!(html.contains("sở hữu trí <span class=\"together\">tuệ:&#160;<span class=\"tick\""), "{html}");
    // Where a line may be broken between two boxes stands outside of both.
    let starts = html.split("<span class=\"together\">").skip(1).filter(|rest| rest.starts_with(char::is_whitespace));
    assert_eq!(starts.count(), 0, "{html}");
}

#[test]
fn no_part_of_an_empty_field_is_printed() {
    let mut dossier = example::tea_renewal();
    dossier.recognised.as_mut().expect("a renewal").date = String::new();
    let text = forms::plain_text(&forms::form02(&dossier, &PaperNames::new()));
    for part in ["ngày .\n", "ngày ……", "Số ,", "- Công bố chất lượng:", "- Tổ chức sản xuất:"]
    {
        assert!(!text.contains(part), "“{part}” is printed");
    }
    assert!(text.contains("Đã được công nhận: 4 sao.\n"));
}

#[test]
fn a_recognition_is_told_with_number_day_and_issuer() {
    let mut dossier = example::tea_renewal();
    let printed = |dossier: &Dossier| forms::plain_text(&forms::form02(dossier, &PaperNames::new()));
    let held = dossier.recognised.as_mut().expect("a renewal");
    (held.number, held.issuer) = ("2215/QĐ-UBND".into(), "Ủy ban nhân dân tỉnh Lào Cai".into());
    let whole =
        "Đã được công nhận: 4 sao, Quyết định số 2215/QĐ-UBND ngày 15/12/2023 của Ủy ban nhân dân tỉnh Lào Cai.";
    assert!(printed(&dossier).contains(whole));
    let held = dossier.recognised.as_mut().expect("a renewal");
    (held.number, held.date) = (String::new(), String::new());
    assert!(printed(&dossier).contains("Đã được công nhận: 4 sao, do Ủy ban nhân dân tỉnh Lào Cai.\n"));
}

#[test]
fn no_term_and_a_term_unknown_are_two_answers_and_a_paper_stands_in_every_row_it_proves() {
    let mut dossier = example::tea();
    dossier.papers[0].no_term = true;
    dossier.papers[0].also.insert(EvidenceKind(7));
    let text = forms::plain_text(&forms::form02(&dossier, &PaperNames::new()));
    assert_eq!(text.matches("Có giá trị đến: không ghi thời hạn").count(), 1);
    assert_eq!(text.matches("Có giá trị đến: chưa ghi").count(), 4);
    assert!(text.contains("Bằng độc quyền kiểu dáng công nghiệp,...\n   Tài liệu số: 6\n"), "{text}");
}

#[test]
fn the_bound_file_has_every_paper_behind_its_divider_in_the_order_of_the_criteria() {
    let dossier = example::tea_renewal();
    let today = Date::parse("26/11/2026").expect("a day");
    let names = PaperNames::new();
    let documents = forms::bound::bound(&dossier, &names, today, &forms::bound::WrittenHere::new());
    let text: Vec<String> = documents.iter().map(forms::plain_text).collect();
    assert!(text[0].starts_with("TÓM TẮT HỒ SƠ") && text[1].starts_with("MỤC LỤC"));
    assert!(text[2].contains("PHIẾU ĐĂNG KÝ") && text[3].contains("BÁO CÁO TỰ ĐÁNH GIÁ"));
    let papers = Appendix::handed_in(&dossier).papers;
    assert_eq!(documents.len(), 4 + papers.len());
    for (listed, (document, text)) in papers.iter().zip(documents[4..].iter().zip(&text[4..])) {
        assert!(text.starts_with(&format!("TÀI LIỆU SỐ {}\n", listed.number)), "{text}");
        let on_paper = text.contains("đính kèm bản giấy sau trang này");
        assert_eq!(on_paper, listed.paper.attachments.is_empty(), "{text}");
        for place in &listed.criteria {
            assert!(text.contains(&format!("- {}. ", dossier.set().criteria[*place].code)), "{text}");
        }
        // The contents lead to it.
        let entries = documents[1].blocks.iter();
        let leads = |block: &Block| matches!(block, Block::Entry(entry) if entry.target == document.anchor);
        assert_eq!(entries.filter(|block| leads(block)).count(), 1);
    }
}

#[test]
fn the_summary_says_what_is_missing_and_what_ends_before_the_council_sits() {
    let mut dossier = example::tea_renewal();
    let today = Date::parse("26/11/2026").expect("a day");
    let by = forms::bound::decided_by(&dossier, today).expect("a day");
    let summary =
        |dossier: &Dossier| forms::plain_text(&forms::bound::front(dossier, &PaperNames::new(), today, &[])[0]);
    let before = summary(&dossier);
    for line in [
        "Chưa có bản điện tử, chỉ có bản giấy: tài liệu số 1, 3, 4, 6.",
        "Không tài liệu nào ghi hết hạn trước khi có kết quả",
        "Giấy chứng nhận có giá trị đến hết ngày 15/12/2026",
        "Nộp hồ sơ đánh giá lại từ 18/06/2026 đến 17/08/2026 (điểm a khoản 6 Điều 7): ngày lập bản này đã quá thời hạn.",
        "Tổng: 84/100 điểm, dự kiến 4 sao.",
        "nêu 7/11 nội dung",
    ] {
        assert!(before.contains(line), "“{line}” is not in {before}");
    }
    dossier.papers[0].valid_until = by.plus_days(-1).to_string();
    assert!(summary(&dossier).contains(&format!("tài liệu số 6 (hết hạn {})", by.plus_days(-1))));
    // Of two papers one: not the same as none, and not enough.
    let of = |position: usize| checks::proofs(first(), &dossier.set().criteria[position]).iter();
    let two = (0..dossier.set().criteria.len()).find_map(|position| {
        let (level, papers) = of(position).find(|(_, papers)| papers.split(' ').count() == 2)?;
        Some((position, *level, papers.split(' ').collect::<Vec<_>>()))
    });
    let (position, level, list) = two.expect("a level of two papers");
    dossier.assessment.set_answer(position, Answer::Level(level));
    dossier.entries[position].evidence.clear();
    let code = dossier.set().criteria[position].code;
    for (papers, partly) in [(1, true), (2, false)] {
        let id = format!("held{papers}");
        let paper = Some(list[papers - 1].to_owned());
        dossier.papers.push(PaperRecord { id: id.clone(), paper, ..PaperRecord::default() });
        dossier.entries[position].evidence.push(id);
        assert_eq!(summary(&dossier).contains(&format!("{code} (thiếu 1)")), partly, "{}", summary(&dossier));
    }
}

#[test]
fn the_code_of_the_content_follows_what_is_handed_in_alone() {
    let dossier = example::tea();
    let code = forms::content_code(&dossier);
    assert!(code.len() == 9 && code.chars().all(|c| c.is_ascii_alphanumeric() || c == '-'), "{code}");
    let mut private = dossier.clone();
    private.plan.target = Some(Star::Five);
    private.updated = "2027-01-01T00:00:00Z".into();
    assert_eq!(forms::content_code(&private), code);
    for change in [
        (|dossier: &mut Dossier| dossier.fields.set(Field::Phone, "0900 000 000".into())) as fn(&mut Dossier),
        |dossier| dossier.entries[0].note.push('.'),
        |dossier| dossier.papers[0].number.push('1'),
        |dossier| dossier.papers[1].attachments[0].size += 1,
        |dossier| dossier.kind = DossierKind::Upgrade,
    ] {
        let mut changed = dossier.clone();
        change(&mut changed);
        assert_ne!(forms::content_code(&changed), code);
    }
}

#[test]
fn a_text_given_twice_is_printed_once() {
    let mut dossier = example::tea_renewal();
    let same = dossier.fields.get(Field::ResultsMarket).to_owned();
    dossier.fields.set(Field::RenewedMarket, format!(" {same}\n"));
    dossier.fields.set(Field::ProductSpecification, "Trà xanh Suối Mây, hộp 200 g.".into());
    let text = forms::plain_text(&forms::form02(&dossier, &PaperNames::new()));
    assert_eq!(text.matches(&same).count(), 1);
    assert!(text.contains("Như đã trình bày ở Phần II."));
    assert_eq!(text.matches("Trà xanh Suối Mây").count(), 1);
    assert_eq!(text.matches("Lý Thị Mẩy").count(), 2, "part I and the signature");
}

#[test]
fn tourism_brings_no_samples() {
    let html = forms::preview_html(
        &Dossier::new("t".into(), String::new(), first().set(26).expect("set 26")),
        &PaperNames::new(),
        None,
    );
    assert!(html.contains("không áp dụng (dịch vụ du lịch)"));
}

#[test]
fn the_printed_forms_read_as_kept() {
    let names = PaperNames::new();
    check_golden("form-01-first", &forms::form01(&example::tea()));
    check_golden("form-02-first", &forms::form02(&example::tea(), &names));
    check_golden("form-02-upgrade", &forms::form02(&example::tea_upgrade(), &names));
    check_golden("form-02-re-rating", &forms::form02(&example::tea_renewal(), &names));
    let blank = Dossier::new("blank".into(), String::new(), first().set(26).expect("set 26"));
    check_golden("form-01-blank", &forms::form01(&blank));
    check_golden("form-02-blank", &forms::form02(&blank, &names));
    // A set that prints a note in its own way (5), one with a note on a whole group (16), one with two lists of levels (26).
    for no in [5, 16, 26] {
        let set = first().set(no).expect("a set");
        check_golden(&format!("score-sheet-{no:02}"), &forms::score_sheet(set, None, None));
    }
}

/// Compares with the file of this name; `UPDATE_GOLDEN=1 cargo test` writes it anew, to be read
/// before it is committed.
#[track_caller]
fn check_golden(name: &str, document: &Document) {
    let path = format!("{}/tests/forms/golden/{name}.txt", env!("CARGO_MANIFEST_DIR"));
    let text = forms::plain_text(document);
    if std::env::var_os("UPDATE_GOLDEN").is_some() {
        std::fs::write(&path, &text).expect("the golden folder is there");
    }
    let kept = std::fs::read_to_string(&path).unwrap_or_default();
    let differs = kept.lines().zip(text.lines()).find(|(kept, made)| kept != made);
    assert!(
        kept == text,
        "{name}: printed and kept differ, first at {differs:?}; if it is meant, run with UPDATE_GOLDEN=1"
    );
}

#[test]
fn labels_of_the_evidence_table_agree_with_the_guide() {
    let guide = include_str!("../src/domain/decisions/26-2026/guide/vi.json");
    let words: ocop::domain::decision::GuideWords = serde_json::from_str(guide).expect("the guide reads");
    let set = &first().sets[0];
    for (row, kind) in evidence_rows(set).iter().zip(evidence_kinds(set)) {
        assert_eq!(words.evidence_kinds[&kind.0].0, row.about);
    }
}

#[test]
fn the_list_of_evidence_prints_no_part_of_an_empty_field() {
    let mut dossier = example::tea();
    for paper in &mut dossier.papers {
        (paper.number, paper.issuer, paper.date, paper.extent) = Default::default();
        paper.valid_until = String::new();
        paper.attachments.clear();
    }
    let list = forms::evidence_list(&dossier, &PaperNames::new());
    let empty = ["ngày \r", "ngày,", "Số ,", "Số hiệu, nơi cấp, ngày", ": \r", ", \r", "ngày\u{a0}\r"];
    for part in empty {
        assert!(!list.contains(part), "“{part}” is printed: {list}");
    }
    assert!(list.contains("Tiêu chí: 1.2"), "{list}");
}

#[test]
fn papers_are_numbered_in_the_order_of_the_criteria() {
    let dossier = example::tea();
    let appendix = Appendix::of(&dossier);
    let order: Vec<&str> = appendix.papers.iter().map(|listed| listed.paper.id.as_str()).collect();
    assert_eq!(order, ["material", "vietgap", "contracts", "environment", "story", "labour", "registration"]);
    assert_eq!(appendix.numbers(dossier.set().position("1.2").expect("1.2")), "1, 2");
}

#[test]
fn evidence_files_are_named_by_number_criterion_and_title() {
    let handed = forms::handed_in(&example::tea());
    let paths: Vec<String> = forms::evidence_files(&handed).into_iter().map(|file| file.path).collect();
    assert_eq!(
        paths,
        [
            "minh-chung/02a-1.2-chung-nhan-vietgap-che-bup-tuoi.jpg",
            "minh-chung/05a-3.3-danh-sach-lao-dong-co-bao-hiem.pdf",
            "minh-chung/05b-3.3-danh-sach-lao-dong-co-bao-hiem.jpg",
        ]
    );
    let list = forms::evidence_list(&example::tea(), &PaperNames::new());
    assert!(paths.iter().all(|path| list.contains(path.as_str())));
}

#[test]
fn the_officers_table_has_a_row_a_dossier() {
    let empty = Dossier::new("e".into(), "2026-11-02T08:30:00Z".into(), first().set(1).expect("set 1"));
    let mut rejected = example::tea();
    rejected.assessment.declared_dossier = true;
    rejected.fields.set(Field::ProductName, "=cmd|' /C calc'!A0, \"x\"".into());
    let sheet = forms::overview([&example::tea(), &empty, &rejected], example::today(), Language::Vi);
    let csv = forms::csv(&sheet);
    let lines: Vec<&str> = csv.trim_end().split("\r\n").collect();
    assert_eq!(lines.len(), 4);
    assert!(lines[0].starts_with("\u{feff}Mã xã,\"Xã, phường\",Kỳ,Mã sản phẩm,Sản phẩm,"), "as the sector names them");
    assert_eq!(
        lines[1],
        "04321,Suối Mây,2026,15.04321.07.2026,Trà xanh Suối Mây,\"Ngành: Sản phẩm thực phẩm; Nhóm: Chè; Phân nhóm: Chè tươi, chế biến\",11,Hợp tác xã Chè Suối Mây,,,,,,,84,4,0,,\"Chè tươi, chè chế biến\",37,18,29,4,\"1.5, 4.1, 7\",2026-11-02,\"Ghi sản phẩm đã có mấy sao, cấp ngày nào\",2026-11-26"
    );
    assert_eq!(
        lines[2],
        ",,,,,\"Ngành: Sản phẩm thực phẩm; Nhóm: Thực phẩm tươi sống; Phân nhóm: Rau, củ, quả, hạt tươi\",1,,,,,,,,,,32,,\"Rau, củ, quả, hạt tươi\",,,,5,,2026-11-02,\"Ghi sản phẩm đã có mấy sao, cấp ngày nào\",2026-11-26"
    );
    assert!(lines[3].contains(",\"'=cmd|' /C calc'!A0, \"\"x\"\"\","));
    assert!(
        lines[3].contains(",không xếp hạng,0,") && lines[3].contains(",không xếp hạng,hồ sơ bị loại,"),
        "{}",
        lines[3]
    );
    assert!(sheet.rows.iter().all(|row| row.len() == sheet.columns.len()));
    // The certificate as an office's list has it.
    let mut held = example::tea();
    held.recognised =
        Some(Recognised { date: "25/12/2023".into(), number: "123/QĐ-UBND".into(), ..Recognised::default() });
    let csv = forms::csv(&forms::overview([&held], example::today(), Language::Vi));
    assert!(csv.contains(",Sao đang có,Ngày cấp,Giấy hết hạn,Loại hồ sơ,") && csv.contains(",Số quyết định,"), "{csv}");
    assert!(csv.contains(",2023-12-25,2026-12-25,") && csv.contains(",123/QĐ-UBND,"), "{csv}");
}

#[test]
fn the_copy_carries_the_forms_and_the_data_and_runs_nothing() {
    let mut dossier = example::tea_upgrade();
    dossier
        .fields
        .set(Field::History, HOSTILE.replace(['\u{0}', '\u{1b}'], "") + "<script id=\"ocop-dossier\">{}</script>");
    let html = forms::copy_html(&dossier, &PaperNames::new(), &BTreeMap::new(), None);
    assert!(html.contains("default-src 'none'") && html.contains("PHIẾU ĐĂNG KÝ") && html.contains("TỔNG CỘNG"));
    assert!(!html.contains("http://") && !html.contains("https://"), "it must ask nothing of a network");
    assert_eq!(html.matches("<script").count(), 1, "the data alone");
    let opened = wire::from_bytes(html.as_bytes()).expect("the page opens it again");
    assert_eq!((opened.dossier, opened.warnings), (forms::handed_in(&dossier), Vec::new()));
}
