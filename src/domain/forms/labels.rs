//! What the forms print beside the fields, as prescribed.

use crate::domain::dossier::Field;

/// The four topics that Form 02 part II prompts for, as printed.
pub const RESULT_TOPICS: [(Field, &str); 4] = [
    (
        Field::ResultsMaterials,
        "- Tổ chức vùng nguyên liệu, công nghệ sản xuất, sơ chế, chế biến, đóng gói sản phẩm của chủ thể.",
    ),
    (
        Field::ResultsQuality,
        "- Sự thay đổi về chất lượng sản phẩm: chất lượng, tiêu chuẩn chất lượng, bao bì, nhãn mác, hình thức đóng gói,...",
    ),
    (Field::ResultsMarket, "- Thị trường phân phối sản phẩm."),
    (Field::ResultsBusiness, "- Kết quả sản xuất, kinh doanh: doanh thu, lợi nhuận."),
];

/// What part IV asks the owner to look ahead on, one by one: the form asks in one sentence.
pub const PLAN_TOPICS: [(Field, &str); 3] = [
    (Field::PlanProduct, "- Phát triển sản phẩm:"),
    (Field::PlanProduction, "- Tổ chức sản xuất:"),
    (Field::PlanMarket, "- Thị trường:"),
];

/// What a re-rating reviews (article 6.1c, Form 02 after the evidence table), one by one: the form asks
/// in one sentence.
pub const RENEWAL_TOPICS: [(Field, &str); 11] = [
    (Field::RenewedMaterials, "- Nguyên liệu:"),
    (Field::RenewedTechnology, "- Công nghệ sử dụng:"),
    (Field::RenewedPackaging, "- Bao bì:"),
    (Field::RenewedLabels, "- Nhãn mác:"),
    (Field::RenewedDeclaration, "- Công bố chất lượng:"),
    (Field::RenewedTests, "- Phiếu kiểm nghiệm định kỳ:"),
    (Field::RenewedMarket, "- Thị trường tiêu thụ:"),
    (Field::RenewedOutput, "- Sản lượng:"),
    (Field::RenewedRevenue, "- Doanh thu:"),
    (Field::RenewedPapers, "- Giấy tờ minh chứng pháp lý có thời hạn:"),
    (Field::RenewedAchievements, "- Những thay đổi, kết quả đạt được khác:"),
];
