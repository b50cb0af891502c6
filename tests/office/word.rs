//! Forms and scoring sheets in Word, as LibreOffice reads and sets them.

use super::*;

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
