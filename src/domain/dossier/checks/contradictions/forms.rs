use crate::domain::decision::Text;
use crate::domain::dossier::Field;

use super::Claim::{Empty, Filled, Is, Level, NoneOf, Ticked, Unticked};
use super::{Contradiction, ORGANISATION};

/// 3.5, intellectual property: application · certificates · and a further right.
const PROPERTY: &[&str] = &["w016", "w054", "w110", "w116", "w169"];
/// Quality declared (criterion 9, 8 or 7): every level declares.
const DECLARED: &[&str] = &["w029", "w122", "w133"];
/// Quality declaration of cosmetics (set 19, criterion 6): the first level is "no file".
const DECLARED_COSMETICS: &[&str] = &["w128"];
/// Facility: food-safety certificate · national standard · international standard.
const FACILITY: &[&str] = &["w030", "w042", "w059", "w068", "w072", "w080", "w119", "w141"];
/// Facility of bottled water (set 16) and of functional food and medicines (set 18).
const FACILITY_CERTIFIED: &[&str] = &["w115", "w121"];
const PROPERTY_TICKS: &[Field] = &[
    Field::TickTrademark,
    Field::TickCollectiveRight,
    Field::TickPatent,
    Field::TickIndustrialDesign,
    Field::TickCopyright,
    Field::TickOtherProperty,
];
const FURTHER_RIGHTS: &[Field] =
    &[Field::TickPatent, Field::TickIndustrialDesign, Field::TickCopyright, Field::TickOtherProperty];

/// Form 02 part I item 7 and the fields beside it against the answers and each other.
pub(super) static FORMS: [Contradiction; 16] = [
    Contradiction {
        key: "household-not-registered",
        claims: &[
            Is(Field::LegalForm, &["household"]),
            Unticked(&[Field::TickBusinessRegistration]),
            Empty(Field::RegistrationNumber),
        ],
        cite: Text { vi: "Khoản 3 Điều 2 và Mẫu số 02, phần I.7a", en: "Article 2.3 and Form 02, I.7a" },
        text: Text {
            vi: "Hộ tham gia phải có đăng ký kinh doanh, nhưng chưa thấy số giấy và ô đăng ký kinh doanh chưa được đánh dấu.",
            en: "A household that applies must be registered, but there is no number and business registration is not ticked.",
        },
    },
    Contradiction {
        key: "registration-not-ticked",
        claims: &[
            Unticked(&[Field::TickBusinessRegistration]),
            Level(ORGANISATION, &[1, 2]),
            Empty(Field::RegistrationNumber),
        ],
        cite: Text { vi: "Mẫu số 02, phần I.7a và Phụ lục II, 3.1", en: "Form 02, I.7a and Annex II, 3.1" },
        text: Text {
            vi: "Mục 3.1 chọn mức của công ty hoặc hợp tác xã, nhưng ô giấy đăng ký kinh doanh chưa được đánh dấu.",
            en: "3.1 is answered at the level of a company or cooperative, but business registration is not ticked.",
        },
    },
    Contradiction {
        key: "registration-number-not-ticked",
        claims: &[Unticked(&[Field::TickBusinessRegistration]), Filled(Field::RegistrationNumber)],
        cite: Text { vi: "Mẫu số 02, phần I.6 và I.7a", en: "Form 02, I.6 and I.7a" },
        text: Text {
            vi: "Đã có số giấy đăng ký, nhưng ô giấy đăng ký kinh doanh chưa được đánh dấu.",
            en: "A registration number is given, but business registration is not ticked.",
        },
    },
    Contradiction {
        key: "quality-declared-not-ticked",
        claims: &[Unticked(&[Field::TickQualityDeclared]), Level(DECLARED, &[0, 1, 2])],
        cite: Text {
            vi: "Mẫu số 02, phần I.7b và Phụ lục II, công bố chất lượng",
            en: "Form 02, I.7b and Annex II, quality declaration",
        },
        text: Text {
            vi: "Tiêu chí công bố chất lượng ghi đã công bố, nhưng ô đã công bố chất lượng chưa được đánh dấu.",
            en: "The criterion on quality declaration says it is declared, but the box is not ticked.",
        },
    },
    Contradiction {
        key: "cosmetic-declared-not-ticked",
        claims: &[Unticked(&[Field::TickQualityDeclared]), Level(DECLARED_COSMETICS, &[1, 2, 3])],
        cite: Text {
            vi: "Mẫu số 02, phần I.7b và Phụ lục II, bộ 19, tiêu chí 6",
            en: "Form 02, I.7b and Annex II, set 19, criterion 6",
        },
        text: Text {
            vi: "Tiêu chí 6 ghi đã có hồ sơ công bố, nhưng ô đã công bố chất lượng chưa được đánh dấu.",
            en: "Criterion 6 says there is a declaration file, but the box is not ticked.",
        },
    },
    Contradiction {
        key: "quality-ticked-not-declared",
        claims: &[Ticked(&[Field::TickQualityDeclared]), NoneOf(DECLARED)],
        cite: Text {
            vi: "Mẫu số 02, phần I.7b và Phụ lục II, công bố chất lượng",
            en: "Form 02, I.7b and Annex II, quality declaration",
        },
        text: Text {
            vi: "Ô đã công bố chất lượng được đánh dấu, nhưng tiêu chí công bố chất lượng ghi không đạt mức nào.",
            en: "The box for quality declared is ticked, but the criterion on it is answered with none of the levels.",
        },
    },
    Contradiction {
        key: "cosmetic-ticked-not-declared",
        claims: &[Ticked(&[Field::TickQualityDeclared]), Level(DECLARED_COSMETICS, &[0])],
        cite: Text {
            vi: "Mẫu số 02, phần I.7b và Phụ lục II, bộ 19, tiêu chí 6",
            en: "Form 02, I.7b and Annex II, set 19, criterion 6",
        },
        text: Text {
            vi: "Ô đã công bố chất lượng được đánh dấu, nhưng tiêu chí 6 ghi chưa có hồ sơ công bố.",
            en: "The box for quality declared is ticked, but criterion 6 says there is no declaration file.",
        },
    },
    Contradiction {
        key: "facility-certificate-not-ticked",
        claims: &[Unticked(&[Field::TickFoodSafetyCertificate]), Level(FACILITY, &[0])],
        cite: Text {
            vi: "Mẫu số 02, phần I.7c và Phụ lục II, đảm bảo chất lượng",
            en: "Form 02, I.7c and Annex II, quality assurance",
        },
        text: Text {
            vi: "Tiêu chí đảm bảo chất lượng ghi cơ sở có giấy an toàn thực phẩm, nhưng ô này chưa được đánh dấu.",
            en: "The criterion on quality assurance says the site holds its food-safety certificate, but the box is not ticked.",
        },
    },
    Contradiction {
        key: "production-certificate-not-ticked",
        claims: &[
            Unticked(&[Field::TickProductionCertificate, Field::TickFoodSafetyCertificate]),
            Level(FACILITY_CERTIFIED, &[0, 1, 2]),
        ],
        cite: Text {
            vi: "Mẫu số 02, phần I.7c và Phụ lục II, điều kiện an toàn của cơ sở",
            en: "Form 02, I.7c and Annex II, conditions of the site",
        },
        text: Text {
            vi: "Tiêu chí về cơ sở ghi đã có giấy chứng nhận đủ điều kiện, nhưng cả hai ô của phần c đều chưa được đánh dấu.",
            en: "The criterion on the site says it is certified, but neither box under c is ticked.",
        },
    },
    Contradiction {
        key: "trademark-certificate-not-ticked",
        claims: &[Unticked(&[Field::TickTrademark]), Level(PROPERTY, &[1, 2])],
        cite: Text { vi: "Mẫu số 02, phần I.7d và Phụ lục II, 3.5", en: "Form 02, I.7d and Annex II, 3.5" },
        text: Text {
            vi: "Mục 3.5 ghi nhãn hiệu đã có giấy chứng nhận, nhưng ô giấy chứng nhận nhãn hiệu chưa được đánh dấu.",
            en: "3.5 says the trademark is certified, but the box for the trademark certificate is not ticked.",
        },
    },
    Contradiction {
        key: "trademark-ticked-nothing-claimed",
        claims: &[Ticked(&[Field::TickTrademark]), NoneOf(PROPERTY)],
        cite: Text { vi: "Mẫu số 02, phần I.7d và Phụ lục II, 3.5", en: "Form 02, I.7d and Annex II, 3.5" },
        text: Text {
            vi: "Ô giấy chứng nhận nhãn hiệu được đánh dấu, nhưng mục 3.5 ghi không đạt mức nào. Có thể bạn đang bỏ sót điểm.",
            en: "The box for the trademark certificate is ticked, but 3.5 is answered with none of the levels. You may be leaving points behind.",
        },
    },
    Contradiction {
        key: "further-right-not-ticked",
        claims: &[Unticked(FURTHER_RIGHTS), Level(PROPERTY, &[2])],
        cite: Text { vi: "Mẫu số 02, phần I.7d và Phụ lục II, 3.5", en: "Form 02, I.7d and Annex II, 3.5" },
        text: Text {
            vi: "Mức cao nhất của mục 3.5 cần thêm kiểu dáng, sáng chế, giải pháp hữu ích hoặc quyền tác giả, nhưng chưa có ô nào được đánh dấu.",
            en: "The highest level of 3.5 needs a design, patent, utility solution or copyright too, but none of these boxes is ticked.",
        },
    },
    Contradiction {
        key: "property-ticked-none-named",
        claims: &[Ticked(&[Field::TickIntellectualProperty]), Unticked(PROPERTY_TICKS)],
        cite: Text { vi: "Mẫu số 02, phần I.7d", en: "Form 02, I.7d" },
        text: Text {
            vi: "Ô đã đăng ký sở hữu trí tuệ được đánh dấu, nhưng chưa chọn loại giấy nào bên dưới.",
            en: "Intellectual property is ticked, but none of the papers below it.",
        },
    },
    Contradiction {
        key: "property-named-not-ticked",
        claims: &[Unticked(&[Field::TickIntellectualProperty]), Ticked(PROPERTY_TICKS)],
        cite: Text { vi: "Mẫu số 02, phần I.7d", en: "Form 02, I.7d" },
        text: Text {
            vi: "Đã chọn một loại giấy sở hữu trí tuệ, nhưng ô đã đăng ký sở hữu trí tuệ ở trên chưa được đánh dấu.",
            en: "A paper of intellectual property is ticked, but the box above it is not.",
        },
    },
    Contradiction {
        key: "other-property-unnamed",
        claims: &[Empty(Field::OtherProperty), Ticked(&[Field::TickOtherProperty])],
        cite: Text { vi: "Mẫu số 02, phần I.7d", en: "Form 02, I.7d" },
        text: Text {
            vi: "Đã đánh dấu ô khác, nhưng chưa ghi rõ là giấy gì.",
            en: "\u{201c}Other\u{201d} is ticked, but not what it is.",
        },
    },
    Contradiction {
        key: "other-property-not-ticked",
        claims: &[Unticked(&[Field::TickOtherProperty]), Filled(Field::OtherProperty)],
        cite: Text { vi: "Mẫu số 02, phần I.7d", en: "Form 02, I.7d" },
        text: Text {
            vi: "Đã ghi một giấy khác, nhưng ô khác chưa được đánh dấu.",
            en: "Another paper is named, but \u{201c}other\u{201d} is not ticked.",
        },
    },
];
