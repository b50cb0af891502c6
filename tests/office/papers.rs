//! The papers that an applicant writes itself, in Word and in the bound file.

use super::*;

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
