//! What the forms print beside the fields: labels as prescribed, advice in our words.

use crate::domain::dossier::Field;

/// The 15 rows of Form 02's evidence table in printed order: the form's label, and what to bring, in
/// our words.
pub const EVIDENCE_ROWS: [(&str, &str); 15] = [
    ("Giấy đăng ký kinh doanh", "Bản sao, nếu đơn vị có đăng ký kinh doanh."),
    ("Giấy chứng nhận cơ sở đủ điều kiện sản xuất", "Bản sao, nếu sản phẩm thuộc loại phải có giấy này."),
    (
        "Nguồn gốc nguyên liệu, vùng nguyên liệu, liên kết chuỗi",
        "Bản sao giấy xác nhận an toàn của vùng nguyên liệu; hợp đồng, thỏa thuận, thanh lý, hóa đơn cho thấy nguyên \
         liệu từ đâu và ai cùng tham gia chuỗi.",
    ),
    (
        "Bảo vệ môi trường, sử dụng công nghệ theo hướng bền vững",
        "Bản sao hồ sơ môi trường phải có; ảnh chụp việc giữ gìn môi trường; ảnh và mô tả công nghệ bền vững đang dùng.",
    ),
    ("Sử dụng lao động địa phương", "Danh sách người lao động có bảo hiểm, ghi nơi thường trú, do chủ thể xác nhận."),
    (
        "Tăng trưởng sản xuất kinh doanh",
        "Bản sao kết quả xếp loại hợp tác xã hoặc báo cáo tài chính của 2 năm gần nhất.",
    ),
    (
        "Sở hữu trí tuệ",
        "Đơn đăng ký nhãn hiệu đã được chấp nhận hoặc công bố; bản sao giấy chứng nhận nhãn hiệu, quyền dùng chỉ dẫn \
         địa lý hay nhãn hiệu chung, bằng sáng chế, bằng kiểu dáng.",
    ),
    (
        "Phát triển thị trường, hoạt động quảng bá, xúc tiến thương mại",
        "Bản sao hợp đồng, đơn đặt hàng, biên nhận, hóa đơn về việc bán hàng, xuất khẩu, xúc tiến thương mại.",
    ),
    ("Quảng bá sản phẩm", "Bằng chứng về trang web và các hoạt động quảng bá."),
    ("Câu chuyện về sản phẩm", "Tờ rơi, ảnh, phim, bản ghi âm kể câu chuyện của sản phẩm."),
    ("Công bố chất lượng sản phẩm", "Bản sao hồ sơ công bố chất lượng."),
    (
        "Phiếu kết quả kiểm nghiệm chỉ tiêu chất lượng, an toàn thực phẩm theo tiêu chuẩn công bố",
        "Bản sao phiếu kiểm nghiệm cho thấy sản phẩm đạt tiêu chuẩn đã công bố.",
    ),
    ("Mã số mã vạch, tem truy xuất nguồn gốc,", "Bản sao giấy tờ về mã vạch, tem truy xuất, quyền với thương hiệu."),
    (
        "Hệ thống quản lý chất lượng tiên tiến, kiểm soát chất lượng",
        "Bản sao chứng nhận hệ thống quản lý chất lượng, hoặc bằng chứng hệ thống đạt tiêu chuẩn.",
    ),
    (
        "Giải thưởng của sản phẩm, bình chọn của các tổ chức uy tín trong nước và quốc tế...",
        "Bản sao giấy chứng nhận giải thưởng, kết quả bình chọn, thành tích.",
    ),
];

/// The four topics that Form 02 part II prompts for, as printed.
pub const RESULT_TOPICS: [(Field, &str); 4] = [
    (
        Field::ResultsMaterials,
        "- Tổ chức vùng nguyên liệu, công nghệ sản xuất, sơ chế, chế biến, đóng gói sản phẩm của chủ thể",
    ),
    (
        Field::ResultsQuality,
        "- Sự thay đổi về chất lượng sản phẩm: chất lượng, tiêu chuẩn chất lượng, bao bì, nhãn mác, hình thức đóng gói,...",
    ),
    (Field::ResultsMarket, "- Thị trường phân phối sản phẩm"),
    (Field::ResultsBusiness, "- Kết quả sản xuất, kinh doanh: doanh thu, lợi nhuận"),
];

/// What part IV asks the owner to look ahead on.
pub const PLAN_TOPICS: [(Field, &str); 3] = [
    (Field::PlanProduct, "- Phát triển sản phẩm"),
    (Field::PlanProduction, "- Tổ chức sản xuất"),
    (Field::PlanMarket, "- Thị trường"),
];

/// What a re-rating reviews (article 6.1c, Form 02 after the evidence table).
pub const RENEWAL_TOPICS: [(Field, &str); 11] = [
    (Field::RenewedMaterials, "- Nguyên liệu"),
    (Field::RenewedTechnology, "- Công nghệ sử dụng"),
    (Field::RenewedPackaging, "- Bao bì"),
    (Field::RenewedLabels, "- Nhãn mác"),
    (Field::RenewedDeclaration, "- Công bố chất lượng"),
    (Field::RenewedTests, "- Phiếu kiểm nghiệm định kỳ"),
    (Field::RenewedMarket, "- Thị trường tiêu thụ"),
    (Field::RenewedOutput, "- Sản lượng"),
    (Field::RenewedRevenue, "- Doanh thu"),
    (Field::RenewedPapers, "- Giấy tờ minh chứng pháp lý có thời hạn"),
    (Field::RenewedAchievements, "- Những thay đổi, kết quả đạt được khác"),
];
