use crate::domain::criteria::Text;
use crate::domain::dossier::Field;

use super::Claim::{Empty, Filled, Is, IsNot, Level, NoneOf, Ticked, Unticked};
use super::Contradiction;

/// 3.1, type of organisation (sets 1-25): household, farm, cooperative group · company · cooperative.
const ORGANISATION: &[&str] = &["w012", "w037", "w048", "w062", "w168"];
/// The same in set 26, whose highest level also takes "any remaining type".
const ORGANISATION_TOURISM: &[&str] = &["w168"];
/// 3.2, legal representative: no · a woman, of a minority, or with a disability.
const REPRESENTATIVE: &[&str] = &["w013", "w063", "w152"];
/// 3.5, intellectual property: application · certificates · and a further right.
const PROPERTY: &[&str] = &["w016", "w054", "w110", "w116", "w169"];
/// 5.1, product story (sets 1-25): none · there is one · leaflet · website · traceability code.
const STORY: &[&str] = &["w020", "w084", "w090"];
/// 5.2, how it is written (sets 1-25).
const STORY_STRUCTURE: &[&str] = &["w021"];
/// 5.3, what it carries (sets 1-25): the same as another's · own · local · moving.
const STORY_CONTENT: &[&str] = &["w022"];
/// Labels: complete · with the message of the story · and a traceability code.
const LABEL: &[&str] = &["w010", "w127", "w132", "w151"];
/// 2.2, packaging: none · simple · creative · creative and handy.
const PACKAGING: &[&str] = &["w009"];
/// Environment: file · waste treatment · environmentally friendly packaging.
const ENVIRONMENT: &[&str] = &["w006", "w052", "w073", "w105"];
/// 4.1: commune · fewer than 5 agents · 5 or more · abroad, or supermarkets and e-commerce.
const SALES: &[&str] = &["w017", "w055"];
/// 4.1 in sets 24 and 25: commune · beyond · province · other provinces · abroad.
const SALES_ORNAMENTAL: &[&str] = &["w153"];
const ANY_SALES: &[&str] = &["w017", "w055", "w153"];
/// 4.3, promotion: none · some · website and fairs.
const PROMOTION: &[&str] = &["w019", "w074"];
/// The last criterion, global market opportunity: South-East Asia · beyond it · high standards.
const GLOBAL: &[&str] = &["w032", "w043"];
/// Quality declared (criterion 9, 8 or 7): every level declares.
const DECLARED: &[&str] = &["w029", "w122", "w133"];
/// Quality declaration of cosmetics (set 19, criterion 6): the first level is "no file".
const DECLARED_COSMETICS: &[&str] = &["w128"];
/// Facility: food-safety certificate · national standard · international standard.
const FACILITY: &[&str] = &["w030", "w042", "w059", "w068", "w072", "w080", "w119", "w141"];
/// Facility of bottled water (set 16) and of functional food and medicines (set 18).
const FACILITY_CERTIFIED: &[&str] = &["w115", "w121"];
/// How finely a craft is made (sets 21, 22): the highest level can be exported.
const CRAFT_FINENESS: &[&str] = &["w136"];
/// What a craft is good for (sets 21, 22): none · local · domestic · export.
const CRAFT_FUNCTION: &[&str] = &["w139"];

/// How the majority people is written.
const KINH: &[&str] = &["kinh", "viet", "kinh (viet)", "viet (kinh)", "nguoi kinh", "dan toc kinh"];

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

/// Every rule, in the order of the criteria and then of Form 02 part I.
pub static CONTRADICTIONS: [Contradiction; 36] = [
    Contradiction {
        key: "packaging-friendly-without-packaging",
        claims: &[Level(ENVIRONMENT, &[2]), Level(PACKAGING, &[0])],
        cite: Text {
            vi: "Phụ lục II, nhóm 1 (môi trường) và 2.2", en: "Annex II, group 1 (environment) and 2.2"
        },
        text: Text {
            vi: "Mục môi trường ghi bao bì thân thiện, nhưng mục 2.2 lại ghi không có bao bì.",
            en: "The environment criterion claims friendly packaging, but 2.2 says there is no packaging.",
        },
    },
    Contradiction {
        key: "organisation-of-cooperative",
        claims: &[Level(ORGANISATION, &[0, 1]), Is(Field::LegalForm, &["cooperative"])],
        cite: Text { vi: "Phụ lục II, 3.1 và Mẫu 02, phần I.2", en: "Annex II, 3.1 and Form 02, I.2" },
        text: Text {
            vi: "Mẫu 02 ghi hợp tác xã, nhưng mục 3.1 chọn mức của loại hình khác. Hợp tác xã hoạt động đúng luật thuộc mức cao nhất.",
            en: "Form 02 says cooperative, but 3.1 is answered at another type's level. A cooperative run as the law requires stands at the highest level.",
        },
    },
    Contradiction {
        key: "organisation-of-household",
        claims: &[Level(ORGANISATION, &[1, 2]), Is(Field::LegalForm, &["cooperative-group", "farm", "household"])],
        cite: Text { vi: "Phụ lục II, 3.1 và Mẫu 02, phần I.2", en: "Annex II, 3.1 and Form 02, I.2" },
        text: Text {
            vi: "Mẫu 02 ghi hộ, trang trại hoặc tổ hợp tác, nhưng mục 3.1 chọn mức của công ty hoặc hợp tác xã.",
            en: "Form 02 says household, farm or cooperative group, but 3.1 is answered at the level of a company or cooperative.",
        },
    },
    Contradiction {
        key: "organisation-of-enterprise",
        claims: &[Level(ORGANISATION, &[0]), Is(Field::LegalForm, &["small-medium-enterprise"])],
        cite: Text { vi: "Phụ lục II, 3.1 và Mẫu 02, phần I.2", en: "Annex II, 3.1 and Form 02, I.2" },
        text: Text {
            vi: "Mẫu 02 ghi doanh nghiệp, nhưng mục 3.1 chọn mức của hộ, trang trại hoặc tổ hợp tác.",
            en: "Form 02 says enterprise, but 3.1 is answered at the level of a household, farm or cooperative group.",
        },
    },
    Contradiction {
        key: "organisation-of-association",
        claims: &[Level(ORGANISATION_TOURISM, &[0, 1]), Is(Field::LegalForm, &["association", "operating-centre"])],
        cite: Text {
            vi: "Phụ lục II, bộ 26, 3.1 và Mẫu 02, phần I.2", en: "Annex II, set 26, 3.1 and Form 02, I.2"
        },
        text: Text {
            vi: "Mẫu 02 ghi hội hoặc trung tâm điều hành. Ở mục 3.1, các loại hình còn lại như vậy thuộc mức cao nhất.",
            en: "Form 02 says association or operating centre. In 3.1 such remaining types stand at the highest level.",
        },
    },
    Contradiction {
        key: "representative-woman-not-claimed",
        claims: &[Level(REPRESENTATIVE, &[0]), Is(Field::RepresentativeSex, &["female"])],
        cite: Text { vi: "Phụ lục II, 3.2 và Mẫu 02, phần I.5", en: "Annex II, 3.2 and Form 02, I.5" },
        text: Text {
            vi: "Mẫu 02 ghi người đại diện là nữ, nhưng mục 3.2 lại chọn mức không phải phụ nữ. Có thể bạn đang bỏ sót điểm.",
            en: "Form 02 says the representative is a woman, but 3.2 says otherwise. You may be leaving a point behind.",
        },
    },
    Contradiction {
        key: "representative-minority-not-claimed",
        claims: &[Level(REPRESENTATIVE, &[0]), IsNot(Field::RepresentativeEthnicGroup, KINH)],
        cite: Text { vi: "Phụ lục II, 3.2 và Mẫu 02, phần I.5", en: "Annex II, 3.2 and Form 02, I.5" },
        text: Text {
            vi: "Mẫu 02 ghi người đại diện là người dân tộc thiểu số, nhưng mục 3.2 lại chọn mức không phải. Có thể bạn đang bỏ sót điểm.",
            en: "Form 02 names a minority people for the representative, but 3.2 says otherwise. You may be leaving a point behind.",
        },
    },
    Contradiction {
        key: "representative-claimed-without-ground",
        claims: &[
            Level(REPRESENTATIVE, &[1]),
            Is(Field::RepresentativeSex, &["male"]),
            Is(Field::RepresentativeEthnicGroup, KINH),
        ],
        cite: Text { vi: "Phụ lục II, 3.2 và Mẫu 02, phần I.5", en: "Annex II, 3.2 and Form 02, I.5" },
        text: Text {
            vi: "Theo Mẫu 02, người đại diện là nam, dân tộc Kinh. Mục 3.2 khi đó chỉ đúng nếu là người khuyết tật: hãy kèm giấy xác nhận.",
            en: "By Form 02 the representative is a man of the Kinh people. 3.2 then holds only for a person with a disability: add that paper.",
        },
    },
    Contradiction {
        key: "story-structure-without-story",
        claims: &[Level(STORY_STRUCTURE, &[1, 2]), Level(STORY, &[0])],
        cite: Text { vi: "Phụ lục II, 5.1 và 5.2", en: "Annex II, 5.1 and 5.2" },
        text: Text {
            vi: "Mục 5.1 ghi chưa có câu chuyện, nên điểm cách viết ở mục 5.2 không được tính. Hãy xem lại một trong hai mục.",
            en: "5.1 says there is no story, so the points for how it is written in 5.2 do not count. Look at one of the two again.",
        },
    },
    Contradiction {
        key: "story-content-without-story",
        claims: &[Level(STORY_CONTENT, &[1, 2, 3]), Level(STORY, &[0])],
        cite: Text { vi: "Phụ lục II, 5.1 và 5.3", en: "Annex II, 5.1 and 5.3" },
        text: Text {
            vi: "Mục 5.3 ghi câu chuyện mang bản sắc riêng, nhưng mục 5.1 ghi chưa có câu chuyện.",
            en: "5.3 says the story has a character of its own, but 5.1 says there is no story.",
        },
    },
    Contradiction {
        key: "label-tells-a-story-that-is-not-there",
        claims: &[Level(LABEL, &[1, 2]), Level(STORY, &[0])],
        cite: Text { vi: "Phụ lục II, mục nhãn và 5.1", en: "Annex II, labels and 5.1" },
        text: Text {
            vi: "Nhãn được ghi là truyền tải câu chuyện sản phẩm, nhưng mục 5.1 ghi chưa có câu chuyện.",
            en: "The label is said to carry the product's story, but 5.1 says there is no story.",
        },
    },
    Contradiction {
        key: "story-in-a-code-that-is-not-there",
        claims: &[Level(STORY, &[4]), Level(LABEL, &[0, 1])],
        cite: Text { vi: "Phụ lục II, 5.1 và mục nhãn", en: "Annex II, 5.1 and labels" },
        text: Text {
            vi: "Mục 5.1 ghi câu chuyện có trong mã truy xuất điện tử, nhưng mục nhãn chọn mức chưa có mã này.",
            en: "5.1 puts the story in the electronic traceability code, but the label is answered at a level without that code.",
        },
    },
    Contradiction {
        key: "story-on-a-website-without-promotion",
        claims: &[Level(STORY, &[3, 4]), Level(PROMOTION, &[0])],
        cite: Text { vi: "Phụ lục II, 5.1 và 4.3", en: "Annex II, 5.1 and 4.3" },
        text: Text {
            vi: "Mục 5.1 ghi câu chuyện có trên trang web, nhưng mục 4.3 ghi không có hoạt động quảng bá nào.",
            en: "5.1 says the story is on a website, but 4.3 says there is no promotion at all.",
        },
    },
    Contradiction {
        key: "tourism-story-shown-but-not-there",
        claims: &[Level(&["w176"], &[0, 1]), NoneOf(&["w175"])],
        cite: Text { vi: "Phụ lục II, bộ 26, 5.1 và 5.2", en: "Annex II, set 26, 5.1 and 5.2" },
        text: Text {
            vi: "Mục 5.2 ghi cẩm nang hoặc câu chuyện đã được giới thiệu, nhưng mục 5.1 ghi chưa có.",
            en: "5.2 says the handbook or story is presented, but 5.1 says there is none.",
        },
    },
    Contradiction {
        key: "sold-abroad-without-market",
        claims: &[Level(SALES_ORNAMENTAL, &[4]), NoneOf(GLOBAL)],
        cite: Text { vi: "Phụ lục II, 4.1 và tiêu chí cuối", en: "Annex II, 4.1 and the last criterion" },
        text: Text {
            vi: "Mục 4.1 ghi đã bán ra quốc tế, nhưng tiêu chí cuối (thị trường toàn cầu) ghi không có thị trường nào.",
            en: "4.1 says the product is sold abroad, but the last criterion (global market) names no market.",
        },
    },
    Contradiction {
        key: "sold-widest-without-market",
        claims: &[Level(SALES, &[3]), NoneOf(GLOBAL)],
        cite: Text { vi: "Phụ lục II, 4.1 và tiêu chí cuối", en: "Annex II, 4.1 and the last criterion" },
        text: Text {
            vi: "Nếu mức ở mục 4.1 là nhờ xuất khẩu thì tiêu chí cuối (thị trường toàn cầu) cũng phải có thị trường. Nếu là nhờ siêu thị hoặc thương mại điện tử thì không sao.",
            en: "If the level of 4.1 comes from export, the last criterion (global market) must name a market too. If it comes from supermarkets or e-commerce, all is well.",
        },
    },
    Contradiction {
        key: "high-market-sold-in-commune-only",
        claims: &[Level(GLOBAL, &[2]), Level(ANY_SALES, &[0])],
        cite: Text { vi: "Phụ lục II, tiêu chí cuối và 4.1", en: "Annex II, the last criterion and 4.1" },
        text: Text {
            vi: "Tiêu chí cuối ghi xuất khẩu được sang thị trường tiêu chuẩn cao, nhưng mục 4.1 ghi chỉ bán trong xã.",
            en: "The last criterion claims markets with high standards, but 4.1 says the product is sold in the commune only.",
        },
    },
    Contradiction {
        key: "craft-function-below-market",
        claims: &[Level(GLOBAL, &[0, 1, 2]), Level(CRAFT_FUNCTION, &[0, 1, 2])],
        cite: Text { vi: "Phụ lục II, tiêu chí cuối và 6.4", en: "Annex II, the last criterion and 6.4" },
        text: Text {
            vi: "Tiêu chí cuối ghi xuất khẩu được, nhưng mục 6.4 ghi tính năng chưa đủ để xuất khẩu.",
            en: "The last criterion claims export, but 6.4 says the functions are not good enough for it.",
        },
    },
    Contradiction {
        key: "craft-function-for-export-without-market",
        claims: &[Level(CRAFT_FUNCTION, &[3]), NoneOf(GLOBAL)],
        cite: Text { vi: "Phụ lục II, 6.4 và tiêu chí cuối", en: "Annex II, 6.4 and the last criterion" },
        text: Text {
            vi: "Mục 6.4 ghi tính năng đủ để xuất khẩu, nhưng tiêu chí cuối (thị trường toàn cầu) ghi không có thị trường nào.",
            en: "6.4 says the functions are good enough for export, but the last criterion (global market) names no market.",
        },
    },
    Contradiction {
        key: "craft-fineness-for-export-without-market",
        claims: &[Level(CRAFT_FINENESS, &[3]), NoneOf(GLOBAL)],
        cite: Text { vi: "Phụ lục II, 6.1 và tiêu chí cuối", en: "Annex II, 6.1 and the last criterion" },
        text: Text {
            vi: "Mục 6.1 ghi sản phẩm xuất khẩu được, nhưng tiêu chí cuối (thị trường toàn cầu) ghi không có thị trường nào.",
            en: "6.1 says the product can be exported, but the last criterion (global market) names no market.",
        },
    },
    Contradiction {
        key: "household-not-registered",
        claims: &[
            Is(Field::LegalForm, &["household"]),
            Unticked(&[Field::TickBusinessRegistration]),
            Empty(Field::RegistrationNumber),
        ],
        cite: Text { vi: "Điều 2.3 và Mẫu 02, phần I.7a", en: "Article 2.3 and Form 02, I.7a" },
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
        cite: Text { vi: "Mẫu 02, phần I.7a và Phụ lục II, 3.1", en: "Form 02, I.7a and Annex II, 3.1" },
        text: Text {
            vi: "Mục 3.1 chọn mức của công ty hoặc hợp tác xã, nhưng ô giấy đăng ký kinh doanh chưa được đánh dấu.",
            en: "3.1 is answered at the level of a company or cooperative, but business registration is not ticked.",
        },
    },
    Contradiction {
        key: "registration-number-not-ticked",
        claims: &[Unticked(&[Field::TickBusinessRegistration]), Filled(Field::RegistrationNumber)],
        cite: Text { vi: "Mẫu 02, phần I.6 và I.7a", en: "Form 02, I.6 and I.7a" },
        text: Text {
            vi: "Đã có số giấy đăng ký, nhưng ô giấy đăng ký kinh doanh chưa được đánh dấu.",
            en: "A registration number is given, but business registration is not ticked.",
        },
    },
    Contradiction {
        key: "quality-declared-not-ticked",
        claims: &[Unticked(&[Field::TickQualityDeclared]), Level(DECLARED, &[0, 1, 2])],
        cite: Text {
            vi: "Mẫu 02, phần I.7b và Phụ lục II, công bố chất lượng",
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
            vi: "Mẫu 02, phần I.7b và Phụ lục II, bộ 19, tiêu chí 6",
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
            vi: "Mẫu 02, phần I.7b và Phụ lục II, công bố chất lượng",
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
            vi: "Mẫu 02, phần I.7b và Phụ lục II, bộ 19, tiêu chí 6",
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
            vi: "Mẫu 02, phần I.7c và Phụ lục II, đảm bảo chất lượng",
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
            vi: "Mẫu 02, phần I.7c và Phụ lục II, điều kiện an toàn của cơ sở",
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
        cite: Text { vi: "Mẫu 02, phần I.7d và Phụ lục II, 3.5", en: "Form 02, I.7d and Annex II, 3.5" },
        text: Text {
            vi: "Mục 3.5 ghi nhãn hiệu đã có giấy chứng nhận, nhưng ô giấy chứng nhận nhãn hiệu chưa được đánh dấu.",
            en: "3.5 says the trademark is certified, but the box for the trademark certificate is not ticked.",
        },
    },
    Contradiction {
        key: "trademark-ticked-nothing-claimed",
        claims: &[Ticked(&[Field::TickTrademark]), NoneOf(PROPERTY)],
        cite: Text { vi: "Mẫu 02, phần I.7d và Phụ lục II, 3.5", en: "Form 02, I.7d and Annex II, 3.5" },
        text: Text {
            vi: "Ô giấy chứng nhận nhãn hiệu được đánh dấu, nhưng mục 3.5 ghi không đạt mức nào. Có thể bạn đang bỏ sót điểm.",
            en: "The box for the trademark certificate is ticked, but 3.5 is answered with none of the levels. You may be leaving points behind.",
        },
    },
    Contradiction {
        key: "further-right-not-ticked",
        claims: &[Unticked(FURTHER_RIGHTS), Level(PROPERTY, &[2])],
        cite: Text { vi: "Mẫu 02, phần I.7d và Phụ lục II, 3.5", en: "Form 02, I.7d and Annex II, 3.5" },
        text: Text {
            vi: "Mức cao nhất của mục 3.5 cần thêm kiểu dáng, sáng chế, giải pháp hữu ích hoặc quyền tác giả, nhưng chưa có ô nào được đánh dấu.",
            en: "The highest level of 3.5 needs a design, patent, utility solution or copyright too, but none of these boxes is ticked.",
        },
    },
    Contradiction {
        key: "property-ticked-none-named",
        claims: &[Ticked(&[Field::TickIntellectualProperty]), Unticked(PROPERTY_TICKS)],
        cite: Text { vi: "Mẫu 02, phần I.7d", en: "Form 02, I.7d" },
        text: Text {
            vi: "Ô đã đăng ký sở hữu trí tuệ được đánh dấu, nhưng chưa chọn loại giấy nào bên dưới.",
            en: "Intellectual property is ticked, but none of the papers below it.",
        },
    },
    Contradiction {
        key: "property-named-not-ticked",
        claims: &[Unticked(&[Field::TickIntellectualProperty]), Ticked(PROPERTY_TICKS)],
        cite: Text { vi: "Mẫu 02, phần I.7d", en: "Form 02, I.7d" },
        text: Text {
            vi: "Đã chọn một loại giấy sở hữu trí tuệ, nhưng ô đã đăng ký sở hữu trí tuệ ở trên chưa được đánh dấu.",
            en: "A paper of intellectual property is ticked, but the box above it is not.",
        },
    },
    Contradiction {
        key: "other-property-unnamed",
        claims: &[Empty(Field::OtherProperty), Ticked(&[Field::TickOtherProperty])],
        cite: Text { vi: "Mẫu 02, phần I.7d", en: "Form 02, I.7d" },
        text: Text {
            vi: "Đã đánh dấu ô khác, nhưng chưa ghi rõ là giấy gì.",
            en: "\u{201c}Other\u{201d} is ticked, but not what it is.",
        },
    },
    Contradiction {
        key: "other-property-not-ticked",
        claims: &[Unticked(&[Field::TickOtherProperty]), Filled(Field::OtherProperty)],
        cite: Text { vi: "Mẫu 02, phần I.7d", en: "Form 02, I.7d" },
        text: Text {
            vi: "Đã ghi một giấy khác, nhưng ô khác chưa được đánh dấu.",
            en: "Another paper is named, but \u{201c}other\u{201d} is not ticked.",
        },
    },
];
