//! What the forms print beside the fields, as prescribed.

use crate::domain::dossier::Field;

/// The 15 rows of Form 02's evidence table in printed order: what it is about, and what to bring, as
/// printed. Row 6 prints two lines.
pub const EVIDENCE_ROWS: [(&str, &str); 15] = [
    (
        "Giấy đăng ký kinh doanh",
        "Bản sao chứng minh hoạt động kinh doanh hợp pháp (đối với các đơn vị/cá nhân có đăng ký kinh doanh)",
    ),
    (
        "Giấy chứng nhận cơ sở đủ điều kiện sản xuất",
        "Bản sao (đối với sản phẩm cần phải có giấy chứng nhận theo quy định hiện hành)",
    ),
    (
        "Nguồn gốc nguyên liệu, vùng nguyên liệu, liên kết chuỗi",
        "Bản sao tài liệu: Giấy xác nhận an toàn thực phẩm đối với vùng nguyên liệu, hợp đồng mua bán/hợp đồng nguyên tắc, thỏa thuận liên kết, thanh lý hợp đồng, hóa đơn chứng từ hợp lệ... chứng minh nguồn gốc nguyên liệu, liên kết chuỗi.",
    ),
    (
        "Bảo vệ môi trường, sử dụng công nghệ theo hướng bền vững",
        "Bản sao hồ sơ, thủ tục về môi trường theo quy định; hình ảnh minh chứng về thực hiện giải pháp bảo vệ môi trường; hình ảnh, mô tả công nghệ sử dụng theo hướng bền vững.",
    ),
    (
        "Sử dụng lao động địa phương",
        "Danh sách lao động đóng bảo hiểm có xác nhận của chủ thể, bao gồm cả nơi thường trú.",
    ),
    (
        "Tăng trưởng sản xuất kinh doanh",
        "- Bản sao Tài liệu minh chứng kết quả phân loại hợp tác xã hoặc báo cáo tài chính 2 năm gần nhất.\n- Bản sao Báo cáo tài chính của chủ thể 2 năm gần nhất.",
    ),
    (
        "Sở hữu trí tuệ",
        "Minh chứng thể hiện Đơn đăng ký nhãn hiệu đã được cơ quan có thẩm quyền chấp nhận hoặc công bố. Bản sao Giấy chứng nhận đăng ký nhãn hiệu; văn bằng ghi nhận quyền sử dụng chỉ dẫn địa lý, nhãn hiệu tập thể, nhãn hiệu chứng nhận; Bằng sáng chế, Bằng độc quyền kiểu dáng công nghiệp,...",
    ),
    (
        "Phát triển thị trường, hoạt động quảng bá, xúc tiến thương mại",
        "Bản sao tài liệu: Hợp đồng, cam kết, ký gửi, đặt hàng, biên nhận, hóa đơn, chứng từ để minh chứng xác nhận về phân phối sản phẩm, xuất khẩu sản phẩm, hoạt động xúc tiến thương mại...",
    ),
    ("Quảng bá sản phẩm", "Tài liệu minh chứng về website, hoạt động quảng bá."),
    ("Câu chuyện về sản phẩm", "Bản sao tờ rơi, hình ảnh, phim, ghi âm... minh chứng về câu chuyện của sản phẩm"),
    ("Công bố chất lượng sản phẩm", "Bản sao tài liệu, chứng minh chất lượng sản phẩm được công bố"),
    (
        "Phiếu kết quả kiểm nghiệm chỉ tiêu chất lượng, an toàn thực phẩm theo tiêu chuẩn công bố",
        "Bản sao tài liệu chứng minh đạt tiêu chuẩn chất lượng, an toàn thực phẩm.",
    ),
    ("Mã số mã vạch, tem truy xuất nguồn gốc,", "Bản sao tài liệu, chứng minh mã, tem, sở hữu thương hiệu..."),
    (
        "Hệ thống quản lý chất lượng tiên tiến, kiểm soát chất lượng",
        "Bản sao tài liệu: chứng nhận Hệ thống quản lý chất lượng tiên tiến, chứng minh hệ thống quản lý đạt tiêu chuẩn",
    ),
    (
        "Giải thưởng của sản phẩm, bình chọn của các tổ chức uy tín trong nước và quốc tế...",
        "Bản sao tài liệu, minh chứng về các thành tích, giải thưởng, bình chọn...",
    ),
];

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
