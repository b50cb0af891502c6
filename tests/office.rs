//! Files for other programs: that those programs read what was written, and that archives made to
//! harm are refused.

#[path = "forms/example.rs"]
mod example;
#[path = "office/fonts.rs"]
mod fonts;

use std::cell::Cell;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;
use std::path::{Path, PathBuf};
use std::pin::pin;
use std::process::Command;
use std::rc::Rc;
use std::task::{Context, Poll, Waker};

use ocop::domain::calendar::Date;
use ocop::domain::decision::Language;
use ocop::domain::dossier::{Attachment, Dossier, DossierKind, Field, PaperRecord, Writing, wire};
use ocop::domain::forms::bound::WrittenHere;
use ocop::domain::forms::{self, Block, Document, Inline, PaperNames, Style};
use ocop::domain::templates::{Body, Prompt, Template, Templates, draw, written_here};
use ocop::office::{
    self, Archive, LARGEST_FILE, Modified, OfficeError, Source, Wanted, ZipWriter, crc32, look_through, matched,
};
use proptest::prelude::*;

fn both_forms(dossier: &Dossier) -> Vec<Document> {
    vec![forms::form01(dossier), forms::form02(dossier, &PaperNames::new())]
}

fn bound_file(dossier: &Dossier) -> Vec<Document> {
    forms::bound::bound(dossier, &PaperNames::new(), Date::parse("26/11/2026").expect("a day"), &WrittenHere::new())
}

/// A folder of this test's own under cargo's.
fn scratch(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = std::fs::remove_dir_all(&folder);
    std::fs::create_dir_all(&folder).expect("cargo's folder for tests can be written");
    folder
}

/// A program that `make test` brings: what cannot be tested has not passed.
fn needs(program: &str) {
    let found = Command::new(program).arg("--version").output().is_ok();
    assert!(found, "{program} is not installed: `scripts/setup.sh test` brings it");
}

/// Lets LibreOffice convert a file; its profile stays in the folder.
fn libreoffice(folder: &Path, to: &str, files: &[PathBuf]) {
    libreoffice_with(folder, to, files, None);
}

/// The same with fontconfig's settings instead of the machine's own.
fn libreoffice_with(folder: &Path, to: &str, files: &[PathBuf], fonts: Option<&Path>) {
    let profile = format!("-env:UserInstallation=file://{}", folder.join("profile").display());
    let mut run = Command::new("soffice");
    if let Some(settings) = fonts {
        run.env("FONTCONFIG_FILE", settings);
    }
    let run = run
        .args(["--headless", &profile, "--convert-to", to, "--outdir"])
        .arg(folder)
        .args(files)
        .output()
        .expect("soffice starts");
    assert!(run.status.success(), "soffice: {}", String::from_utf8_lossy(&run.stderr));
}

#[test]
fn libreoffice_reads_the_word_file() {
    needs("soffice");
    needs("pdftotext");
    let mut dossier = example::tea_upgrade();
    dossier.fields.set(Field::History, "Một & hai < ba > bốn \"năm\" \u{1}\u{fffe}".into());
    let folder = scratch("docx");
    let file = folder.join("forms.docx");
    std::fs::write(&file, office::docx(dossier.name(), &bound_file(&dossier), "Mã & <nội dung>").expect("it is made"))
        .expect("written");
    libreoffice(&folder, "pdf", &[file]);
    let pdf = folder.join("forms.pdf");
    let run = Command::new("pdftotext").arg("-layout").arg(&pdf).arg("-").output().expect("pdftotext starts");
    let text = String::from_utf8(run.stdout).expect("UTF-8");
    for expected in
        ["PHIẾU ĐĂNG KÝ", "Trà xanh Suối Mây", "Một & hai < ba > bốn", "84/100", "DANH MỤC TÀI LIỆU MINH CHỨNG"]
    {
        assert!(text.contains(expected), "the PDF lacks {expected:?}");
    }
    // The kind of dossier, again on the summary, the ticks of item 7, and the form's word on ticking.
    let ticked = Field::TABLE.iter().filter(|row| dossier.fields.is_ticked(row.0)).count();
    assert_eq!(text.matches('√').count(), 2 + ticked + 1, "every tick shows");
    let pages: Vec<&str> = text.split('\u{c}').collect();
    for (entry, begins) in [
        ("Mẫu số 02: Báo cáo tự đánh giá", "BÁO CÁO TỰ ĐÁNH GIÁ VỀ SẢN PHẨM"),
        ("Tài liệu số 1:", "TÀI LIỆU SỐ 1"),
        ("Tài liệu số 6:", "TÀI LIỆU SỐ 6"),
    ] {
        let line = pages[1].lines().find(|line| line.contains(entry)).expect(entry);
        let page: usize = line.rsplit('.').next().and_then(|number| number.trim().parse().ok()).expect(line);
        assert!(pages[page - 1].contains(begins), "the contents lead to page {page} for {entry}");
    }
    assert!(pages.iter().filter(|page| !page.trim().is_empty()).all(|page| page.contains("Mã & <nội dung>")));
    let words: Vec<&str> = text.split_whitespace().collect();
    for criterion in dossier.set().criteria {
        assert!(words.contains(&criterion.code), "the PDF lacks criterion {}", criterion.code);
    }
}

/// The three forms of a dossier, as they are filed and as the commune answers.
fn three_forms(dossier: &Dossier) -> Vec<Document> {
    [both_forms(dossier), vec![forms::form03(dossier)]].concat()
}

/// The example with the longest texts that a cooperative really writes.
fn with_long_texts(mut dossier: Dossier) -> Dossier {
    let name =
        "Hợp tác xã Dịch vụ nông nghiệp tổng hợp, chế biến nông sản và du lịch cộng đồng Suối Mây Nậm Kha Thượng";
    let place = "Số nhà 128, tổ 4, thôn Nậm Kha Thượng, xã Suối Mây, tỉnh Lào Cai (đường liên xã Suối Mây - Bản Phiệt, km 12+300)";
    for (field, text) in [
        (Field::ApplicantName, name),
        (Field::Address, place),
        (Field::RepresentativeAddress, place),
        (Field::RepresentativeName, "Nguyễn Hoàng Thị Phương Thảo Nguyên"),
        (Field::RepresentativePosition, "Chủ tịch Hội đồng quản trị kiêm Giám đốc"),
        (
            Field::ProductName,
            "Trà xanh cổ thụ Suối Mây một tôm hai lá sao tay ướp hương sen Tây Hồ, hộp quà tặng cao cấp 200 g",
        ),
        (Field::Email, "hoptacxadichvunongnghieptonghop.suoimay@example.vn"),
    ] {
        dossier.fields.set(field, text.into());
    }
    for field in
        [Field::History, Field::Organisation, Field::ResultsMaterials, Field::ResultsBusiness, Field::PlanMarket]
    {
        let text = dossier.fields.get(field);
        let longer = (1..=4).map(|year| {
            format!("{text} Ngày {year:02}/10/2025 đại hội đã thông qua, áp dụng từ ngày {year:02}/01/2026.")
        });
        let longer = longer.collect::<Vec<_>>().join("\n");
        dossier.fields.set(field, longer);
    }
    dossier
}

/// Every kind of dossier, filled and blank, in Word as LibreOffice sets it, in three fonts: no day and no name of the
/// country is torn, nothing that introduces stands alone at the foot of a page, every tick is there, every number has
/// its row.
#[test]
fn no_page_of_the_forms_parts_what_belongs_together() {
    needs("soffice");
    needs("pdftotext");
    let folder = scratch("pages");
    let blank = |kind| {
        let mut dossier = Dossier::new("blank".into(), String::new(), example::tea().set());
        dossier.kind = kind;
        dossier
    };
    let cases = [
        ("first", with_long_texts(example::tea())),
        ("upgrade", with_long_texts(example::tea_upgrade())),
        ("re-rating", with_long_texts(example::tea_renewal())),
        ("blank-first", blank(DossierKind::First)),
        ("blank-upgrade", blank(DossierKind::Upgrade)),
        ("blank-re-rating", blank(DossierKind::ReRating)),
    ];
    for (name, dossier) in &cases {
        let documents = three_forms(dossier);
        let word = office::docx("Mẫu", &documents, "").expect("it is made");
        std::fs::write(folder.join(format!("{name}.docx")), word).expect("written");
        let page: String = documents.iter().map(|form| forms::html_body(form, None)).collect();
        std::fs::write(folder.join(format!("{name}.html")), page).expect("written");
    }
    let files: Vec<PathBuf> = cases.iter().map(|(name, _)| folder.join(format!("{name}.docx"))).collect();
    let mut faults = Vec::new();
    for fonts in fonts::Fonts::all(&folder) {
        libreoffice_with(&folder, "pdf", &files, Some(&fonts.settings));
        for (name, dossier) in &cases {
            let pdf = folder.join(format!("{name}.pdf"));
            let run = Command::new("pdftotext").arg("-layout").arg(&pdf).arg("-").output().expect("pdftotext starts");
            let text = String::from_utf8(run.stdout).expect("UTF-8").replace('\u{a0}', " ");
            let found = parted(dossier, &three_forms(dossier), &text);
            faults.extend(found.into_iter().map(|fault| format!("{}, {name}: {fault}", fonts.family)));
        }
    }
    assert!(faults.is_empty(), "{faults:#?}");
}

/// What a set of pages tears apart or lacks.
fn parted(dossier: &Dossier, documents: &[Document], text: &str) -> Vec<String> {
    let mut faults = Vec::new();
    let plain: String = documents.iter().map(forms::plain_text).collect();
    let lines: Vec<&str> = text.lines().map(str::trim).collect();
    let empty = dossier.fields.get(Field::ApplicantName).is_empty();
    if empty {
        let first = text.split('\u{c}').next().unwrap_or_default();
        if !first.contains("Theo Phụ lục I về Danh mục") {
            faults.push("the note of Form 01 stands on another page than its mark".into());
        }
        for label in ["Điện thoại:", "Email:", "Giới tính:", "Dân tộc:", "Người tiếp nhận:", "Chữ ký:"]
        {
            let mut after = text.split(label).skip(1).map(|rest| rest.trim_start_matches([' ', '\n']));
            if !after.all(|rest| rest.starts_with("...")) {
                faults.push(format!("nothing to write on behind {label}"));
            }
        }
    }
    for day in days(&plain) {
        if text.matches(&day).count() < plain.matches(&day).count() {
            faults.push(format!("{day} is torn"));
        }
    }
    // The day that is signed at, on Forms 01 and 02: filled in or to be filled in, on one line.
    let signed = lines.iter().filter(|line| line.contains("ngày") && line.contains("tháng") && line.contains("năm"));
    if signed.count() < 2 {
        faults.push("the day that is signed at is torn".into());
    }
    for (whole, times) in [("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 2), ("Độc lập - Tự do - Hạnh phúc", 2)]
    {
        if lines.iter().filter(|line| line.contains(whole)).count() < times {
            faults.push(format!("“{whole}” is torn"));
        }
    }
    let labels = ["Điện thoại:", "Email:", "Giới tính:", "Dân tộc:", "Chức vụ:"];
    faults.extend(
        lines
            .iter()
            .filter(|line| labels.iter().any(|label| line.ends_with(label)))
            .map(|line| format!("“{line}” ends without what it asks for")),
    );
    // The kind of dossier, the ticks of item 7, and the form's own word on ticking.
    let ticked = Field::TABLE.iter().filter(|row| dossier.fields.is_ticked(row.0)).count();
    if text.matches('√').count() != 1 + ticked + 1 {
        faults.push(format!("{} ticks of {}", text.matches('√').count(), 1 + ticked + 1));
    }
    let rows = documents.iter().flat_map(|form| &form.blocks).filter_map(|block| match block {
        Block::Table(table) => Some(&table.rows),
        _ => None,
    });
    for row in rows.flatten() {
        let [number, title, ..] = row.cells.as_slice() else { continue };
        let word = title.text.split_whitespace().next().unwrap_or_default();
        let mut printed = lines.iter().map(|line| line.split_whitespace());
        let at_once =
            |mut words: std::str::SplitWhitespace| words.next() == Some(&number.text) && words.next() == Some(word);
        if number.text.starts_with(|c: char| c.is_ascii_digit()) && !printed.any(at_once) {
            faults.push(format!("{} stands without “{word}”", number.text));
        }
    }
    let headings: Vec<String> = documents.iter().flat_map(|form| introductions(&form.blocks)).collect();
    for (at, page) in text.split('\u{c}').enumerate() {
        let last = page.lines().rev().map(str::trim).find(|line| !line.is_empty()).unwrap_or_default();
        let words = last.split_whitespace().count();
        if headings.iter().any(|heading| heading == last || words > 4 && heading.ends_with(last)) {
            faults.push(format!("page {}: “{last}” stands alone at the foot", at + 1));
        }
    }
    faults
}

/// The lines that something stands under: headings, and what is asked for below.
fn introductions(blocks: &[Block]) -> Vec<String> {
    let mut found = Vec::new();
    for (at, block) in blocks.iter().enumerate() {
        let Block::Line(style, inlines) = block else { continue };
        let asks = matches!(blocks.get(at + 1), Some(Block::Line(Style::Prompt, _)));
        if asks && *style == Style::Item || matches!(style, Style::Part | Style::Heading | Style::Prompt) {
            found.push(inlines.iter().map(words_of).collect::<String>().replace('\u{a0}', " "));
        }
    }
    found
}

fn words_of(inline: &Inline) -> &str {
    match inline {
        Inline::Text(text) | Inline::Strong(text) => text,
        _ => "",
    }
}

/// The days in a text, as `05/11/2026`, each once.
fn days(text: &str) -> BTreeSet<String> {
    let words = text.split(|c: char| !c.is_ascii_digit() && c != '/');
    words.filter(|word| Date::parse(word).is_some()).map(str::to_owned).collect()
}

/// The templates of one group of papers.
fn templates(group: &str) -> Templates {
    let file =
        Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("src/domain/decisions/26-2026/templates/{group}.json"));
    Templates::parse(&std::fs::read_to_string(file).expect(group)).expect(group)
}

/// A dossier in which one paper is written and signed.
fn signed(template: &str, answers: &[(&str, &str)]) -> Dossier {
    let mut dossier = example::tea();
    let mut writing = Writing { checked: true, ..Writing::default() };
    answers.iter().for_each(|(prompt, text)| writing.write(prompt, (*text).to_owned()));
    writing.checked = true;
    writing.paper = "signed".into();
    dossier.writings.insert(template.to_owned(), writing);
    dossier.papers.push(PaperRecord { id: "signed".into(), title: "Giấy đã ký".into(), ..PaperRecord::default() });
    dossier
}

/// Group, template, answers by question, and what is read back.
type Written = (&'static str, &'static str, &'static [(&'static str, &'static str)], &'static [&'static str]);

#[test]
fn libreoffice_reads_the_papers_that_are_written_here() {
    needs("soffice");
    needs("pdftotext");
    let folder = scratch("written");
    let cases: [Written; 4] = [
        (
            "people",
            "labour-list",
            &[("as-of", "30/09/2026")],
            &["DANH SÁCH LAO ĐỘNG ĐÓNG BẢO HIỂM", "tính đến ngày 30/09/2026"],
        ),
        (
            "sales",
            "marketing-unit",
            &[("unit-name", "Tổ <bán & mua>"), ("tasks", "- Nhận đơn\u{2028}Giao hàng")],
            &["QUYẾT ĐỊNH", "Điều 1. Thành lập Tổ <bán & mua>", "- Giao hàng", "Nơi nhận:", "Số: ……/QĐ"],
        ),
        (
            "material",
            "linkage-contract",
            &[("partner", "Công ty Hương Rừng"), ("price", "Theo giá chợ, không dưới 20.000 đồng")],
            &["BÊN B: CÔNG TY HƯƠNG RỪNG", "không dưới 20.000 đồng", "ĐẠI DIỆN BÊN A"],
        ),
        ("story", "story", &[("who", "Bà Hoa hái chè từ bốn giờ sáng.")], &["Bà Hoa hái chè từ bốn giờ sáng."]),
    ];
    for (group, key, answers, expected) in cases {
        let (templates, dossier) = (templates(group), signed(key, answers));
        let template = templates.get(key).expect(key);
        let file = folder.join(format!("{key}.docx"));
        let word = office::docx(&template.name.vi, &[draw(&dossier, template)], "").expect("it is made");
        std::fs::write(&file, word).expect("written");
        libreoffice(&folder, "pdf", &[file]);
        let run = Command::new("pdftotext").arg("-layout").arg(folder.join(format!("{key}.pdf"))).arg("-").output();
        let text = String::from_utf8(run.expect("pdftotext starts").stdout).expect("UTF-8");
        let words = text.split_whitespace().collect::<Vec<_>>().join(" ");
        for said in expected {
            assert!(words.contains(said), "{key}: the PDF lacks {said:?}:\n{text}");
        }
    }
}

/// Every paper that the applicant writes itself, each question answered: what went into Word comes back out of it.
#[test]
fn libreoffice_reads_every_answer_back_from_every_paper() {
    needs("soffice");
    needs("pdftotext");
    let folder = scratch("every-paper");
    let groups = ["making", "material", "people", "product", "sales", "story", "tourism", "unit"];
    let all: Vec<Template> = groups.iter().flat_map(|group| templates(group).all).collect();
    let file = |template: &Template, kind: &str| folder.join(format!("{}.{kind}", template.key));
    for template in &all {
        let answers = template.prompts.iter().map(|prompt| (prompt.key.as_str(), format!("Lời {} Đặng", prompt.key)));
        let answers: Vec<(&str, String)> = answers.collect();
        let answers: Vec<(&str, &str)> = answers.iter().map(|(key, text)| (*key, text.as_str())).collect();
        let word = office::docx(&template.name.vi, &[draw(&signed(&template.key, &answers), template)], "");
        std::fs::write(file(template, "docx"), word.expect("it is made")).expect("written");
    }
    libreoffice(&folder, "pdf", &all.iter().map(|template| file(template, "docx")).collect::<Vec<_>>());
    let bare =
        |text: &str| text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect::<String>();
    let mut lacking = Vec::new();
    for template in &all {
        let run = Command::new("pdftotext").arg(file(template, "pdf")).arg("-").output().expect("pdftotext starts");
        let text = bare(&String::from_utf8(run.stdout).expect("UTF-8"));
        let printed = |prompt: &&Prompt| {
            template.names().contains(&prompt.key)
                || template.body.iter().any(|piece| matches!(piece, Body::Answer(key) if *key == prompt.key))
        };
        let answers = template.prompts.iter().filter(printed).map(|prompt| format!("Lời {} Đặng", prompt.key));
        let title = Some(template.title.clone()).filter(|title| !title.contains('{'));
        let lost = answers.chain(title).filter(|said| !text.contains(&bare(said)));
        lacking.extend(lost.map(|said| format!("{}: {said}", template.key)));
    }
    assert!(all.len() >= 60 && lacking.is_empty(), "{} papers; not read back: {lacking:#?}", all.len());
}

#[test]
fn a_signed_paper_stands_behind_its_divider_in_the_bound_file() {
    let today = Date::parse("26/11/2026").expect("a day");
    let (templates, dossier) = (templates("people"), signed("labour-list", &[("as-of", "30/09/2026")]));
    let written = written_here(&dossier, &templates);
    let titles: Vec<String> = forms::bound::bound(&dossier, &PaperNames::new(), today, &written)
        .iter()
        .map(|document| document.title.clone())
        .collect();
    let divider = titles.iter().position(|title| title.ends_with(": Giấy đã ký")).expect("its divider");
    assert_eq!(titles[divider + 1], "Danh sách lao động");
    // What is not signed is handed to nobody.
    let mut draft = dossier.clone();
    draft.papers.retain(|paper| paper.id != "signed");
    assert!(written_here(&draft, &templates).is_empty());
    assert!(forms::handed_in(&draft).writings.is_empty());
    assert_eq!(forms::handed_in(&dossier).writings.len(), 1);
}

#[test]
fn every_form_is_well_formed_word() {
    // A missing end tag or a raw "<" shows in the balance of tags.
    for dossier in [example::tea(), example::tea_upgrade(), example::tea_renewal()] {
        let bytes = office::docx("Trà & <xanh>", &bound_file(&dossier), "Mã & <nội dung>").expect("it is made");
        let archive = now(Archive::open(bytes)).expect("a package is an archive");
        for name in [
            "word/document.xml",
            "word/styles.xml",
            "word/header1.xml",
            "word/footer1.xml",
            "docProps/core.xml",
            "[Content_Types].xml",
        ] {
            let xml = String::from_utf8(now(archive.read_named(name, 1 << 24)).expect(name)).expect("UTF-8");
            let opened = xml.matches('<').count();
            let closed = xml.matches("</").count();
            let alone = xml.matches("/>").count() + xml.matches("<?").count();
            assert_eq!(opened, closed * 2 + alone, "{name}");
        }
    }
}

#[test]
fn texts_of_the_workbook_are_stored_as_texts() {
    let mut hostile = example::tea();
    hostile.fields.set(Field::ProductName, "=HYPERLINK(\"http://x\") & <b>\u{1}".into());
    let bytes = office::xlsx(&forms::overview([&hostile], example::today(), Language::Vi)).expect("it is made");
    let archive = now(Archive::open(bytes)).expect("a package is an archive");
    let sheet = String::from_utf8(now(archive.read_named("xl/worksheets/sheet1.xml", 1 << 20)).expect("a sheet"))
        .expect("UTF-8");
    let text = "<c r=\"A2\" s=\"0\" t=\"inlineStr\"><is><t xml:space=\"preserve\">=HYPERLINK(&quot;http://x&quot;) &amp; &lt;b&gt;</t></is></c>";
    assert!(sheet.contains(text), "{sheet}");
    assert!(sheet.contains("<c r=\"I2\" s=\"0\"><v>84</v></c>"), "points are numbers");
    assert!(!sheet.contains("<f>"), "nothing is a formula");
}

#[test]
fn libreoffice_reads_the_workbook() {
    needs("soffice");
    let folder = scratch("xlsx");
    let file = folder.join("table.xlsx");
    let mut quoted = example::tea();
    quoted.fields.set(Field::ApplicantName, "Hợp tác xã \"Mây & Núi\", xóm <3>".into());
    let sheet = forms::overview([&example::tea(), &quoted], example::today(), Language::Vi);
    std::fs::write(&file, office::xlsx(&sheet).expect("it is made")).expect("written");
    libreoffice(&folder, "csv:Text - txt - csv (StarCalc):44,34,76", &[file]);
    let csv = std::fs::read_to_string(folder.join("table.csv")).expect("converted");
    assert_eq!(csv.replace('\n', "\r\n").trim_start_matches('\u{feff}'), &forms::csv(&sheet)['\u{feff}'.len_utf8()..]);
}

#[test]
fn everything_leaves_in_one_archive_and_comes_back() {
    let dossier = example::tea();
    let json = wire::to_json(&dossier);
    let mut writer = ZipWriter::default();
    let mut archive = Vec::new();
    let mut add = |name: &str, bytes: &[u8]| {
        archive.extend(writer.add(name, Modified::parse("2026-11-05"), bytes).expect("added"));
    };
    add(&forms::file_name(&dossier, "2026-11-05", "json"), json.as_bytes());
    let photos = forms::evidence_files(&dossier);
    for photo in &photos {
        add(&photo.path, photo.attachment.as_bytes());
    }
    archive.extend(writer.finish().expect("ended"));

    let archive = now(Archive::open(archive)).expect("opens");
    let opened = now(look_through(&archive)).expect("reads");
    assert_eq!(opened.dossiers.len(), 1);
    let (back, warnings) = wire::from_json(&opened.dossiers[0].text).expect("it reads");
    assert_eq!((back, warnings), (dossier, Vec::new()));
    assert_eq!(opened.files.len(), 1 + photos.len());
    for photo in &photos {
        assert_eq!(now(archive.read_named(&photo.path, 1 << 20)).expect("reads"), photo.attachment.as_bytes());
    }
}

#[test]
fn python_reads_the_archive() {
    needs("python3");
    let mut writer = ZipWriter::default();
    let text = "Suối Mây ".repeat(500);
    let mut bytes = writer.add("hồ sơ.json", Modified::parse("2026-11-05"), text.as_bytes()).expect("added");
    bytes.extend(writer.add("minh-chung/01a.jpg", Modified::default(), &[0xff, 0xd8, 0xff]).expect("added"));
    bytes.extend(writer.add("empty.txt", Modified::default(), b"").expect("added"));
    bytes.extend(writer.finish().expect("finished"));
    let file = scratch("zip").join("all.zip");
    std::fs::write(&file, bytes).expect("written");
    let script = "import sys, zipfile\nz = zipfile.ZipFile(sys.argv[1])\nassert z.testzip() is None\n\
                  print([(i.filename, i.file_size, i.date_time[:3]) for i in z.infolist()])";
    let run = Command::new("python3").args(["-c", script]).arg(&file).output().expect("python3 starts");
    assert_eq!(
        String::from_utf8_lossy(&run.stdout).trim(),
        format!(
            "[('hồ sơ.json', {}, (2026, 11, 5)), ('minh-chung/01a.jpg', 3, (1980, 1, 1)), ('empty.txt', 0, (1980, 1, 1))]",
            text.len()
        ),
        "{}",
        String::from_utf8_lossy(&run.stderr)
    );
}

#[test]
fn a_copy_in_an_archive_will_do_where_there_is_no_json() {
    let dossier = example::tea();
    let html = forms::copy_html(&dossier, &PaperNames::new(), &BTreeMap::new(), None);
    let archive = archive_of(&[("ghi chú.json", b"{}".as_slice()), ("ho-so.HTML", html.as_bytes())]);
    let opened = now(look_through(&now(Archive::open(archive)).expect("opens"))).expect("reads");
    assert_eq!(opened.dossiers.len(), 1);
    assert_eq!(wire::from_json(&opened.dossiers[0].text).expect("it reads").0, forms::handed_in(&dossier));
}

fn archive_of(files: &[(&str, &[u8])]) -> Vec<u8> {
    let mut writer = ZipWriter::default();
    let mut out = Vec::new();
    for (name, bytes) in files {
        out.extend(writer.add(name, Modified::default(), bytes).expect("added"));
    }
    out.extend(writer.finish().expect("finished"));
    out
}

/// What an archive in memory gives at once.
fn now<T>(answer: impl Future<Output = T>) -> T {
    let mut context = Context::from_waker(Waker::noop());
    match pin!(answer).poll(&mut context) {
        Poll::Ready(value) => value,
        Poll::Pending => panic!("what is in memory is there at once"),
    }
}

/// An archive in memory, and how many bytes of it were read.
struct Counted {
    bytes: Vec<u8>,
    read: Rc<Cell<u64>>,
}

impl Source for Counted {
    fn length(&self) -> u64 {
        self.bytes.length()
    }

    async fn bytes(&self, range: Range<u64>) -> Result<Vec<u8>, OfficeError> {
        self.read.set(self.read.get() + range.end - range.start);
        self.bytes.bytes(range).await
    }
}

#[test]
fn an_archive_of_many_megabytes_opens_by_its_end() {
    // Noise does not pack: 300 photos are as large inside an archive as outside.
    let photo: Vec<u8> = (0..3_000_000u32).map(|at| (at.wrapping_mul(2_654_435_761) >> 13) as u8).collect();
    let bytes = archive_of(&[("mot.jpg", &photo), ("hai.jpg", &photo), ("ho-so.json", b"{}")]);
    assert!(bytes.len() > 5 << 20);
    let whole = bytes.length();
    let read = Rc::new(Cell::new(0));
    let archive = now(Archive::open(Counted { bytes, read: Rc::clone(&read) })).expect("opens");
    assert!(read.get() < whole / 2, "no photo is read to open it, but {} of {whole} bytes were", read.get());
    read.set(0);
    assert_eq!(now(archive.read_named("ho-so.json", LARGEST_FILE)).expect("reads"), b"{}");
    assert!(read.get() < 1_000, "a small file is read by itself, but {} bytes were", read.get());
    read.set(0);
    assert_eq!(now(archive.read_named("hai.jpg", LARGEST_FILE)).expect("reads"), photo);
    assert!(read.get() < whole * 2 / 3, "one photo is read at a time, but {} of {whole} bytes were", read.get());
}

/// How many photos of each dossier are found in an archive of `tests/archives/`, of how many.
#[track_caller]
fn check_photos(bytes: Vec<u8>, expected: &[(&str, usize, usize)]) {
    let archive = now(Archive::open(bytes)).expect("opens");
    let opened = now(look_through(&archive)).expect("reads");
    let dossiers: Vec<Dossier> =
        opened.dossiers.iter().map(|dossier| wire::from_json(&dossier.text).expect("a dossier").0).collect();
    let wanted = opened.dossiers.iter().zip(&dossiers).map(|(file, dossier)| (file.name.as_str(), wanted(dossier)));
    let wanted: Vec<(&str, Vec<Wanted>)> = wanted.collect();
    let found = matched(archive.files(), &wanted);
    let counts: Vec<(&str, usize, usize)> = dossiers
        .iter()
        .zip(&found)
        .map(|(dossier, found)| (dossier.id.as_str(), found.iter().flatten().count(), found.len()))
        .collect();
    assert_eq!(counts, expected);
    for ((_, wanted), found) in wanted.iter().zip(&found) {
        for (wanted, place) in wanted.iter().zip(found) {
            let Some(place) = place else { continue };
            let bytes = now(archive.read(&archive.files()[*place], 1 << 20)).expect("a photo");
            assert_eq!(bytes.len() as u64, wanted.size);
        }
    }
}

fn wanted(dossier: &Dossier) -> Vec<Wanted> {
    let attached = dossier.papers.iter().flat_map(|paper| &paper.attachments);
    let of = |id: &str| attached.clone().find(|file| file.id == id).expect("attached");
    let files = forms::evidence_files(dossier).into_iter();
    let wanted = files.map(|file| {
        let Attachment { size, sum, .. } = of(&file.attachment);
        Wanted { size: *size, sum: *sum, path: file.path, attachment: file.attachment }
    });
    wanted.collect()
}

fn packed(name: &str) -> Vec<u8> {
    std::fs::read(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/archives").join(name)).expect(name)
}

#[test]
fn a_set_that_was_unpacked_and_packed_again_keeps_its_photos() {
    check_photos(packed("trong-thu-muc.zip"), &[("upgrade-12", 2, 2)]);
    check_photos(packed("mac-thu-muc.zip"), &[("upgrade-12", 2, 2)]);
}

#[test]
fn photos_are_found_under_other_names_and_behind_backslashes() {
    let archive = now(Archive::open(packed("trong-thu-muc.zip"))).expect("opens");
    let again = |rename: &dyn Fn(&str) -> String| {
        let all =
            archive.files().iter().map(|file| (rename(&file.name), now(archive.read(file, 1 << 20)).expect("read")));
        let all: Vec<(String, Vec<u8>)> = all.collect();
        archive_of(&all.iter().map(|(name, bytes)| (name.as_str(), bytes.as_slice())).collect::<Vec<_>>())
    };
    check_photos(again(&|name| name.replace('/', "\\")), &[("upgrade-12", 2, 2)]);
    check_photos(again(&|name| name.replace("minh-chung/01a", "anh/ảnh chụp")), &[("upgrade-12", 2, 2)]);
    check_photos(again(&|name| name.replace("01b", "b").replace("ho-so-tra/", "")), &[("upgrade-12", 2, 2)]);
}

#[test]
fn no_photo_of_another_product_is_taken() {
    check_photos(packed("gop-hai-san-pham.zip"), &[("sp-B", 1, 1), ("sp-A", 0, 1)]);
    // The same size under the same path for two different photos: neither claim is believed.
    let archive = now(Archive::open(packed("gop-hai-san-pham.zip"))).expect("opens");
    let all = archive.files().iter().map(|file| {
        let text = now(archive.read(file, 1 << 20)).expect("read");
        let same = String::from_utf8(text.clone()).map(|text| text.replace("\"size\": 2850", "\"size\": 2871"));
        (file.name.as_str(), same.map_or(text, String::into_bytes))
    });
    let all: Vec<(&str, Vec<u8>)> = all.collect();
    let again = archive_of(&all.iter().map(|(name, bytes)| (*name, bytes.as_slice())).collect::<Vec<_>>());
    check_photos(again, &[("sp-B", 0, 1), ("sp-A", 0, 1)]);
}

#[test]
fn the_sum_tells_a_photo_from_every_other_and_from_a_damaged_one() {
    let photo = |mark: u8| vec![mark; 9];
    let of = |mark: u8, sum: bool| Wanted {
        path: format!("minh-chung/{mark}.jpg"),
        size: 9,
        sum: sum.then(|| crc32(&photo(mark))),
        attachment: mark.to_string(),
    };
    let found = |files: &[(&str, u8)], wanted: Vec<Wanted>| {
        let content: Vec<(&str, Vec<u8>)> = files.iter().map(|(name, mark)| (*name, photo(*mark))).collect();
        let archive: Vec<(&str, &[u8])> = content.iter().map(|(name, bytes)| (*name, bytes.as_slice())).collect();
        let archive = now(Archive::open(archive_of(&archive))).expect("opens");
        let places = matched(archive.files(), &[("ho-so.json", wanted.clone())]).remove(0);
        let told = places.into_iter().zip(wanted).map(|(place, wanted)| {
            let bytes = now(archive.read(&archive.files()[place?], 9)).expect("reads");
            let photo = Attachment { sum: wanted.sum, ..photo_called(&wanted.attachment) };
            Some((bytes[0], photo.is_whole(crc32(&bytes))))
        });
        told.collect::<Vec<_>>()
    };
    // Swapped names of one size: the sum finds each, without it each name is believed.
    let swapped = [("minh-chung/1.jpg", 2), ("minh-chung/2.jpg", 1)];
    assert_eq!(found(&swapped, vec![of(1, true), of(2, true)]), [Some((1, true)), Some((2, true))]);
    assert_eq!(found(&swapped, vec![of(1, false), of(2, false)]), [Some((2, true)), Some((1, true))]);
    // Renamed among others of its size.
    let renamed = [("a.jpg", 1), ("b.jpg", 2), ("c.jpg", 3)];
    assert_eq!(found(&renamed, vec![of(2, true)]), [Some((2, true))]);
    assert_eq!(found(&renamed, vec![of(2, false)]), [None]);
    // Other bytes in its place are found out; under another name they are nobody's.
    assert_eq!(found(&[("minh-chung/1.jpg", 7)], vec![of(1, true)]), [Some((7, false))]);
    assert_eq!(found(&[("a.jpg", 7)], vec![of(1, true)]), [None]);
    // One photo put to two papers is no dispute.
    let twice = Wanted { path: "minh-chung/1b.jpg".into(), attachment: "more".into(), ..of(1, true) };
    assert_eq!(found(&[("a.jpg", 1)], vec![of(1, true), twice]), [Some((1, true)), Some((1, true))]);
}

fn photo_called(name: &str) -> Attachment {
    Attachment { id: name.into(), name: name.into(), media: "image/jpeg".into(), size: 9, sum: None }
}

#[test]
fn a_locked_archive_and_a_word_file_say_what_they_are() {
    assert_eq!(now(Archive::open(packed("mat-khau2.zip"))).map(drop), Err(OfficeError::Locked));
    let word = office::docx("Trà", &both_forms(&example::tea()), "").expect("it is made");
    let word = now(Archive::open(word)).expect("opens");
    assert_eq!(now(look_through(&word)).map(drop), Err(OfficeError::OfficeFile));
}

/// Where the directory of an archive begins.
fn directory(archive: &[u8]) -> usize {
    archive.windows(4).position(|bytes| bytes == b"PK\x01\x02").expect("a directory")
}

#[test]
fn what_is_no_archive_is_refused() {
    let whole = archive_of(&[("a.json", b"{}".as_slice())]);
    for bytes in [b"".as_slice(), b"PK\x03\x04", b"{}", &whole[..whole.len() - 1], &whole[4..]] {
        assert!(
            now(Archive::open(bytes.to_vec())).is_err()
                || now(Archive::open(bytes.to_vec())).is_ok_and(|a| now(a.read_named("a.json", 9)).is_err())
        );
    }
}

#[test]
fn a_file_that_unpacks_to_more_than_it_says_is_refused() {
    let zeros = vec![0u8; 1 << 20];
    let mut archive = archive_of(&[("a.json", &zeros)]);
    let size = directory(&archive) + 24;
    archive[size..size + 4].copy_from_slice(&100u32.to_le_bytes());
    let archive = now(Archive::open(archive)).expect("its list reads");
    assert_eq!(now(archive.read_named("a.json", 1 << 30)), Err(OfficeError::Damaged("a.json".into())));
}

#[test]
fn a_file_beyond_the_limit_is_not_unpacked() {
    let archive = now(Archive::open(archive_of(&[("a.json", &vec![0u8; 1 << 20])]))).expect("opens");
    assert_eq!(
        now(archive.read_named("a.json", 1 << 19)),
        Err(OfficeError::TooLargeToOpen { name: "a.json".into(), megabytes: 2 })
    );
    assert_eq!(now(archive.read_named("b.json", 1 << 19)), Err(OfficeError::NoSuchFile("b.json".into())));
}

/// Each says in the reader's language what is wrong and where, and the way on.
#[test]
fn a_damaged_archive_says_what_is_wrong_with_it() {
    let says = |bytes: Vec<u8>, word: &str| {
        let told = match now(Archive::open(bytes)) {
            Err(error) => error,
            Ok(archive) => now(look_through(&archive)).expect_err("nothing in it can be read"),
        };
        let text = told.text(Language::Vi);
        assert!(text.contains(word) && text.contains("Hãy") && text != told.text(Language::En), "{text}");
    };
    let whole = archive_of(&[("thu-muc/ho-so.json", b"{\"format\":\"ocop-dossier\"}".as_slice())]);
    says(whole[..whole.len() - 30].to_vec(), "cắt ngang");
    let mut changed = whole.clone();
    changed[60] ^= 1;
    says(changed, "“thu-muc/ho-so.json”");
    // 30 MB of nothing in 30 kB.
    let bomb = archive_of(&[("bom.json", &vec![b' '; 30_000_000])]);
    assert!(bomb.len() < 40_000);
    says(bomb, "“bom.json” trong tệp nén khi giải nén ra 30 MB");
}

#[test]
fn files_that_share_bytes_are_refused() {
    // A second line of the directory that points at the first file's bytes.
    let mut archive = archive_of(&[("a.json", b"{\"a\":\"aaaaaaaaaaaaaaaa\"}".as_slice())]);
    let from = directory(&archive);
    let end = archive.len() - 22;
    let line = archive[from..end].to_vec();
    archive.splice(end..end, line.iter().copied());
    let end = archive.len() - 22;
    archive[end + 8..end + 10].copy_from_slice(&2u16.to_le_bytes());
    archive[end + 10..end + 12].copy_from_slice(&2u16.to_le_bytes());
    archive[end + 12..end + 16].copy_from_slice(&(2 * line.len() as u32).to_le_bytes());
    assert_eq!(now(Archive::open(archive)).map(|_| ()), Err(OfficeError::Hostile));
}

#[test]
fn too_many_files_are_refused() {
    let names: Vec<String> = (0..6000).map(|number| format!("{number}.json")).collect();
    let files: Vec<(&str, &[u8])> = names.iter().map(|name| (name.as_str(), b"".as_slice())).collect();
    assert_eq!(now(Archive::open(archive_of(&files))).map(|_| ()), Err(OfficeError::Hostile));
    // So many that not even the list of them is read whole: it is too long, and nothing of it is missing.
    let names: Vec<String> = (0..6000).map(|number| format!("{number}-{}.json", "a".repeat(400))).collect();
    let files: Vec<(&str, &[u8])> = names.iter().map(|name| (name.as_str(), b"".as_slice())).collect();
    assert_eq!(now(Archive::open(archive_of(&files))).map(|_| ()), Err(OfficeError::Hostile));
}

proptest! {
    /// Whatever bytes somebody opens: no panic, and nothing unpacks beyond the limit.
    #[test]
    fn no_bytes_upset_the_reader(changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 0..12)) {
        let text = "Suối Mây ".repeat(200);
        let mut bytes = archive_of(&[("a.json", text.as_bytes()), ("b.jpg", b"photo"), ("c.html", b"<p>")]);
        for (place, byte) in changes {
            let place = place.index(bytes.len());
            bytes[place] = byte;
        }
        if let Ok(archive) = now(Archive::open(bytes)) {
            for file in archive.files() {
                let read = now(archive.read(file, 4096));
                prop_assert!(read.is_err() || read.is_ok_and(|read| read.len() <= 4096));
            }
            let _ = now(look_through(&archive));
        }
    }
}

#[test]
fn names_cannot_leave_the_archive() {
    let archive =
        now(Archive::open(archive_of(&[("../../etc/passwd", b"x".as_slice()), ("/b", b"y")]))).expect("opens");
    let names: Vec<&str> = archive.files().iter().map(|file| file.name.as_str()).collect();
    assert_eq!(names, ["etc/passwd", "b"]);
}

#[test]
fn a_byte_changed_in_a_file_is_noticed() {
    let mut archive = archive_of(&[("a.jpg", b"photo".as_slice())]);
    let place = archive.windows(5).position(|bytes| bytes == b"photo").expect("stored as it is");
    archive[place] ^= 1;
    let archive = now(Archive::open(archive)).expect("opens");
    assert_eq!(now(archive.read_named("a.jpg", 100)), Err(OfficeError::Damaged("a.jpg".into())));
}

#[test]
fn a_code_is_drawn_and_an_endless_text_refused() {
    let svg = office::qr_svg("https://example.vn/#/criteria/11").expect("it fits");
    assert!(svg.starts_with("<svg xmlns=") && svg.contains("viewBox=\"0 0 37 37\""));
    assert!(office::qr_svg(&"x".repeat(5000)).is_err());
}

/// Of the scoring sheets none ends with a page of nearly nothing: the signature goes with all that is said above it. The
/// table's sum goes along in Word and in print; LibreOffice keeps no single row with what follows.
#[test]
fn no_scoring_sheet_ends_with_a_page_of_nearly_nothing() {
    needs("soffice");
    needs("pdftotext");
    let folder = scratch("score-sheets");
    let mut files = Vec::new();
    for set in ocop::domain::decision::first().sets {
        let file = folder.join(format!("{}.docx", set.no.0));
        let word = office::docx("Phiếu", &[forms::score_sheet(set, None, None)], "Mã").expect("it is made");
        std::fs::write(&file, word).expect("written");
        files.push(file);
    }
    libreoffice(&folder, "pdf", &files);
    let ends_bare = |file: &PathBuf| {
        let run = Command::new("pdftotext").arg("-layout").arg(file.with_extension("pdf")).arg("-").output();
        let text = String::from_utf8(run.expect("pdftotext starts").stdout).expect("UTF-8");
        let last = text.split('\u{c}').rfind(|page| !page.trim().is_empty()).expect("a page").to_owned();
        assert!(last.contains("Người đánh giá"), "{}: {last}", file.display());
        !last.contains("Ý kiến của người đánh giá")
    };
    let bare: Vec<&PathBuf> = files.iter().filter(|file| ends_bare(file)).collect();
    assert!(bare.is_empty(), "{bare:?}");
}
