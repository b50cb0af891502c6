//! A full dossier of an invented cooperative, for the tests that look at what is printed.

use ocop::domain::calendar::Date;
use ocop::domain::decision::{EvidenceKind, Star, StarMinimum, first};
use ocop::domain::dossier::{Attachment, Dossier, DossierKind, Entry, Field, Holding, PaperRecord, Recognised};
use ocop::domain::rating::Answer;

/// Green tea (set 11), most criteria answered well, nine papers.
pub fn tea() -> Dossier {
    let mut dossier =
        Dossier::new("tea-example".into(), "2026-11-02T08:30:00Z".into(), first().set(11).expect("set 11"));
    for (field, value) in FIELDS {
        dossier.fields.set(field, value.into());
    }
    let criteria = dossier.set().criteria;
    for (position, criterion) in criteria.iter().enumerate() {
        let best = criterion.best_level();
        // One step below the best where there are more than three levels, so that the sums differ.
        // Never below what four stars demand.
        let modest = if criterion.levels.len() > 3 { best - 1 } else { best };
        let level = modest.max(criterion.required_level(StarMinimum::Four).unwrap_or(0));
        dossier.assessment.set_answer(position, Answer::Level(level as u8));
    }
    dossier.papers = papers();
    for (code, note, evidence) in ENTRIES {
        let position = dossier.set().position(code).expect(code);
        let evidence = evidence.iter().map(|id| id.to_string()).collect();
        dossier.entries[position] = Entry { note: note.into(), evidence, review: false };
    }
    dossier
}

/// The same cooperative asking for a higher star.
pub fn tea_upgrade() -> Dossier {
    let mut dossier = tea();
    dossier.kind = DossierKind::Upgrade;
    let mut before = Recognised { star: Some(Star::Three), date: "15/12/2023".into(), ..Recognised::default() };
    before.answers.insert("1.1".into(), Answer::Level(0));
    before.answers.insert("4.1".into(), Answer::NoneOfThese);
    before.changes.insert("1.1".into(), "Trồng mới 12 ha chè trong xã từ năm 2024.".into());
    dossier.recognised = Some(before);
    dossier
}

/// The same cooperative renewing its certificate.
pub fn tea_renewal() -> Dossier {
    let mut dossier = tea();
    dossier.kind = DossierKind::ReRating;
    dossier.recognised =
        Some(Recognised { star: Some(Star::Four), date: "15/12/2023".into(), ..Recognised::default() });
    dossier.fields.set(Field::RenewedMaterials, "Thêm 12 ha chè trồng mới, toàn bộ theo VietGAP.".into());
    dossier.fields.set(Field::RenewedRevenue, "Từ 3,1 tỷ đồng (2023) lên 4,8 tỷ đồng (2025).".into());
    dossier
}

const FIELDS: [(Field, &str); 34] = [
    (Field::ProductName, "Trà xanh Suối Mây"),
    (
        Field::ProductSpecification,
        "Trà xanh một tôm hai lá, hộp giấy 200 g, hút chân không. Hạn dùng 18 tháng.\nTiêu chuẩn cơ sở TCCS 01:2025/SM.",
    ),
    (Field::Samples, "5"),
    (Field::ProductCode, "15.04321.07.2026"),
    (Field::ApplicantName, "Hợp tác xã Chè Suối Mây"),
    (Field::LegalForm, "cooperative"),
    (Field::Address, "Thôn Nậm Kha, xã Suối Mây, tỉnh Lào Cai"),
    (Field::Phone, "0912 345 678"),
    (Field::Email, "chesuoimay@example.vn"),
    (Field::Founded, "12/03/2018"),
    (Field::RegistrationNumber, "5300123456"),
    (Field::RepresentativeName, "Lý Thị Mẩy"),
    (Field::RepresentativePosition, "Giám đốc"),
    (Field::RepresentativeSex, "female"),
    (Field::RepresentativeEthnicGroup, "Dao"),
    (Field::RepresentativeAddress, "Thôn Nậm Kha, xã Suối Mây, tỉnh Lào Cai"),
    (
        Field::History,
        "Năm 2015: 7 hộ cùng hái chè cổ thụ và sao chung một chảo.\nNăm 2018: thành lập hợp tác xã với 21 thành viên.\n\
         Năm 2023: trà xanh được công nhận 3 sao OCOP cấp tỉnh.",
    ),
    (Field::Organisation, "Hội đồng quản trị 3 người, giám đốc, tổ trồng, tổ chế biến, tổ bán hàng; 46 thành viên."),
    (Field::Province, "Tỉnh Lào Cai"),
    (Field::Commune, "Suối Mây"),
    (Field::Year, "2026"),
    (Field::Place, "Suối Mây"),
    (Field::SignedOn, "05/11/2026"),
    (Field::TickBusinessRegistration, "true"),
    (Field::TickQualityDeclared, "true"),
    (Field::TickFoodSafetyCertificate, "true"),
    (Field::TickIntellectualProperty, "true"),
    (Field::TickTrademark, "true"),
    (
        Field::ResultsMaterials,
        "Vùng chè 38 ha trong xã, 24 ha có VietGAP. Xưởng mới 300 m², máy sao tôn quay, máy hút chân không.",
    ),
    (
        Field::ResultsQuality,
        "Bỏ túi ni lông, dùng hộp giấy có tem truy xuất; thêm chỉ tiêu dư lượng vào phiếu kiểm nghiệm.",
    ),
    (Field::ResultsMarket, "Bán ở 9 tỉnh qua 32 cửa hàng và hai sàn thương mại điện tử."),
    (Field::ResultsBusiness, "Doanh thu 2024: 3,9 tỷ đồng; 2025: 4,8 tỷ đồng. Lợi nhuận 2025: 610 triệu đồng."),
    (Field::PlanProduct, "Thêm trà ướp sen đóng túi lọc vào quý II năm 2027."),
    (Field::PlanMarket, "Chào hàng sang Nhật Bản sau khi có chứng nhận hữu cơ."),
];

const ENTRIES: [(&str, &str, &[&str]); 13] = [
    ("1.1", "Chè hái toàn bộ trong xã: 38 ha của 46 hộ thành viên.", &["material"]),
    ("1.2", "Trồng mới 12 ha, nông hộ ký cam kết.\nSố liệu theo bảng kê vụ xuân 2026.", &["vietgap", "material"]),
    ("1.3", "Sao, vò, sấy và hút chân không tại xưởng.", &[]),
    ("1.4", "Mỗi năm 21 tấn chè khô.", &["material"]),
    ("1.5", "Hợp đồng mua chè búp của 46 hộ, bán qua 32 cửa hàng.", &["contracts"]),
    ("1.6", "Có giấy xác nhận môi trường; bể lắng 12 m³; túi giấy thay túi ni lông.", &["environment"]),
    ("2.1", "Giống chè cổ thụ chỉ có ở sườn Suối Mây.", &["story"]),
    ("2.2", "Hộp giấy in hoa văn thổ cẩm của người Dao.", &[]),
    ("2.3", "Nhãn có mã QR kể chuyện vùng chè.", &[]),
    ("1.7", "Sao bằng củi tỉa cành, nước rửa qua bể lắng.", &["environment"]),
    ("3.3", "18 lao động của xã có bảo hiểm.", &["labour"]),
    ("4.1", "Hợp đồng với 32 cửa hàng.", &["contracts"]),
    ("5.1", "", &["story"]),
];

fn papers() -> Vec<PaperRecord> {
    let paper = |id: &str, kind: u8, title: &str, number: &str, issuer: &str, date: &str, until: &str| PaperRecord {
        id: id.into(),
        kind: EvidenceKind(kind),
        title: title.into(),
        number: number.into(),
        issuer: issuer.into(),
        date: date.into(),
        valid_until: until.into(),
        ..PaperRecord::default()
    };
    let mut papers = vec![
        paper(
            "registration",
            1,
            "Giấy đăng ký hợp tác xã",
            "5300123456",
            "Phòng Kinh tế xã Suối Mây",
            "12/03/2018",
            "",
        ),
        paper("labour", 5, "Danh sách lao động có bảo hiểm", "", "", "30/10/2026", ""),
        paper("story", 10, "Phim ngắn Chè trên mây", "", "", "", ""),
        paper("contracts", 8, "Hợp đồng phân phối với 32 cửa hàng", "", "", "15/01/2026", ""),
        paper("environment", 4, "", "17/GXN", "Ủy ban nhân dân xã Suối Mây", "02/02/2026", ""),
        paper(
            "vietgap",
            3,
            "Chứng nhận VietGAP chè búp tươi",
            "VG-2215",
            "Trung tâm Chứng nhận Tây Bắc",
            "11/06/2025",
            "10/06/2028",
        ),
        paper("material", 3, "Bảng kê hộ trồng và sản lượng", "", "Hợp tác xã Chè Suối Mây", "01/10/2026", ""),
    ];
    papers[1].attachments =
        vec![photo("a1", "danh sach.pdf", "application/pdf"), photo("a2", "IMG 01.JPG", "image/jpeg")];
    papers[5].attachments = vec![photo("a3", "vietgap.jpg", "image/jpeg")];
    papers[2].holding = Holding::ToGet;
    papers
}

fn photo(id: &str, name: &str, media: &str) -> Attachment {
    Attachment { id: id.into(), name: name.into(), media: media.into(), size: 3, sum: None }
}

/// The day as of which the examples are looked at.
pub fn today() -> Date {
    Date::parse("26/11/2026").expect("a day")
}
