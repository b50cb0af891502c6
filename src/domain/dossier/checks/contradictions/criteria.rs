use crate::domain::decision::Text;
use crate::domain::dossier::Field;

use super::Claim::{Is, IsNot, Level, NoneOf};
use super::{Contradiction, ORGANISATION};

/// The same in set 26, whose highest level also takes "any remaining type".
const ORGANISATION_TOURISM: &[&str] = &["w168"];
/// 3.2, legal representative: no · a woman, of a minority, or with a disability.
const REPRESENTATIVE: &[&str] = &["w013", "w063", "w152"];
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
/// How finely a craft is made (sets 21, 22): the highest level can be exported.
const CRAFT_FINENESS: &[&str] = &["w136"];
/// What a craft is good for (sets 21, 22): none · local · domestic · export.
const CRAFT_FUNCTION: &[&str] = &["w139"];
/// How the majority people is written.
const KINH: &[&str] = &["kinh", "viet", "kinh (viet)", "viet (kinh)", "nguoi kinh", "dan toc kinh"];

/// Answers against each other, and against who the applicant is; in the order of the criteria.
pub(super) static CRITERIA: [Contradiction; 20] = [
    Contradiction {
        key: "packaging-friendly-without-packaging",
        claims: &[Level(ENVIRONMENT, &[2]), Level(PACKAGING, &[0])],
        cite: Text {
            vi: "Phụ lục II, nhóm 1 (môi trường) và 2.2", en: "Annex II, group 1 (environment) and 2.2"
        },
        text: Text {
            vi: "Mục môi trường ghi bao bì thân thiện, nhưng tiêu chí 2.2 lại ghi không có bao bì.",
            en: "The environment criterion claims friendly packaging, but 2.2 says there is no packaging.",
        },
    },
    Contradiction {
        key: "organisation-of-cooperative",
        claims: &[Level(ORGANISATION, &[0, 1]), Is(Field::LegalForm, &["cooperative"])],
        cite: Text { vi: "Phụ lục II, 3.1 và Mẫu số 02, phần I.2", en: "Annex II, 3.1 and Form 02, I.2" },
        text: Text {
            vi: "Mẫu số 02 ghi hợp tác xã, nhưng tiêu chí 3.1 chọn mức của loại hình khác. Hợp tác xã hoạt động đúng luật thuộc mức cao nhất.",
            en: "Form 02 says cooperative, but 3.1 is answered at another type's level. A cooperative run as the law requires stands at the highest level.",
        },
    },
    Contradiction {
        key: "organisation-of-household",
        claims: &[Level(ORGANISATION, &[1, 2]), Is(Field::LegalForm, &["cooperative-group", "farm", "household"])],
        cite: Text { vi: "Phụ lục II, 3.1 và Mẫu số 02, phần I.2", en: "Annex II, 3.1 and Form 02, I.2" },
        text: Text {
            vi: "Mẫu số 02 ghi hộ, trang trại hoặc tổ hợp tác, nhưng tiêu chí 3.1 chọn mức của công ty hoặc hợp tác xã.",
            en: "Form 02 says household, farm or cooperative group, but 3.1 is answered at the level of a company or cooperative.",
        },
    },
    Contradiction {
        key: "organisation-of-enterprise",
        claims: &[Level(ORGANISATION, &[0]), Is(Field::LegalForm, &["small-medium-enterprise"])],
        cite: Text { vi: "Phụ lục II, 3.1 và Mẫu số 02, phần I.2", en: "Annex II, 3.1 and Form 02, I.2" },
        text: Text {
            vi: "Mẫu số 02 ghi doanh nghiệp, nhưng tiêu chí 3.1 chọn mức của hộ, trang trại hoặc tổ hợp tác.",
            en: "Form 02 says enterprise, but 3.1 is answered at the level of a household, farm or cooperative group.",
        },
    },
    Contradiction {
        key: "organisation-of-association",
        claims: &[Level(ORGANISATION_TOURISM, &[0, 1]), Is(Field::LegalForm, &["association", "operating-centre"])],
        cite: Text {
            vi: "Phụ lục II, bộ 26, 3.1 và Mẫu số 02, phần I.2",
            en: "Annex II, set 26, 3.1 and Form 02, I.2",
        },
        text: Text {
            vi: "Mẫu số 02 ghi hội hoặc trung tâm điều hành. Ở tiêu chí 3.1, các loại hình còn lại như vậy thuộc mức cao nhất.",
            en: "Form 02 says association or operating centre. In 3.1 such remaining types stand at the highest level.",
        },
    },
    Contradiction {
        key: "representative-woman-not-claimed",
        claims: &[Level(REPRESENTATIVE, &[0]), Is(Field::RepresentativeSex, &["female"])],
        cite: Text { vi: "Phụ lục II, 3.2 và Mẫu số 02, phần I.5", en: "Annex II, 3.2 and Form 02, I.5" },
        text: Text {
            vi: "Mẫu số 02 ghi người đại diện là nữ, nhưng tiêu chí 3.2 lại chọn mức không phải phụ nữ. Có thể bạn đang bỏ sót điểm.",
            en: "Form 02 says the representative is a woman, but 3.2 says otherwise. You may be leaving a point behind.",
        },
    },
    Contradiction {
        key: "representative-minority-not-claimed",
        claims: &[Level(REPRESENTATIVE, &[0]), IsNot(Field::RepresentativeEthnicGroup, KINH)],
        cite: Text { vi: "Phụ lục II, 3.2 và Mẫu số 02, phần I.5", en: "Annex II, 3.2 and Form 02, I.5" },
        text: Text {
            vi: "Mẫu số 02 ghi người đại diện là người dân tộc thiểu số, nhưng tiêu chí 3.2 lại chọn mức không phải. Có thể bạn đang bỏ sót điểm.",
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
        cite: Text { vi: "Phụ lục II, 3.2 và Mẫu số 02, phần I.5", en: "Annex II, 3.2 and Form 02, I.5" },
        text: Text {
            vi: "Theo Mẫu số 02, người đại diện là nam, dân tộc Kinh. Tiêu chí 3.2 khi đó chỉ đúng nếu là người khuyết tật: hãy kèm giấy xác nhận.",
            en: "By Form 02 the representative is a man of the Kinh people. 3.2 then holds only for a person with a disability: add that paper.",
        },
    },
    Contradiction {
        key: "story-structure-without-story",
        claims: &[Level(STORY_STRUCTURE, &[1, 2]), Level(STORY, &[0])],
        cite: Text { vi: "Phụ lục II, 5.1 và 5.2", en: "Annex II, 5.1 and 5.2" },
        text: Text {
            vi: "Tiêu chí 5.1 ghi chưa có câu chuyện, nên điểm cách viết ở tiêu chí 5.2 không được tính. Hãy xem lại một trong hai mục.",
            en: "5.1 says there is no story, so the points for how it is written in 5.2 do not count. Look at one of the two again.",
        },
    },
    Contradiction {
        key: "story-content-without-story",
        claims: &[Level(STORY_CONTENT, &[1, 2, 3]), Level(STORY, &[0])],
        cite: Text { vi: "Phụ lục II, 5.1 và 5.3", en: "Annex II, 5.1 and 5.3" },
        text: Text {
            vi: "Tiêu chí 5.3 ghi câu chuyện mang bản sắc riêng, nhưng tiêu chí 5.1 ghi chưa có câu chuyện.",
            en: "5.3 says the story has a character of its own, but 5.1 says there is no story.",
        },
    },
    Contradiction {
        key: "label-tells-a-story-that-is-not-there",
        claims: &[Level(LABEL, &[1, 2]), Level(STORY, &[0])],
        cite: Text { vi: "Phụ lục II, mục nhãn và 5.1", en: "Annex II, labels and 5.1" },
        text: Text {
            vi: "Nhãn được ghi là truyền tải câu chuyện sản phẩm, nhưng tiêu chí 5.1 ghi chưa có câu chuyện.",
            en: "The label is said to carry the product's story, but 5.1 says there is no story.",
        },
    },
    Contradiction {
        key: "story-in-a-code-that-is-not-there",
        claims: &[Level(STORY, &[4]), Level(LABEL, &[0, 1])],
        cite: Text { vi: "Phụ lục II, 5.1 và mục nhãn", en: "Annex II, 5.1 and labels" },
        text: Text {
            vi: "Tiêu chí 5.1 ghi câu chuyện có trong mã truy xuất điện tử, nhưng mục nhãn chọn mức chưa có mã này.",
            en: "5.1 puts the story in the electronic traceability code, but the label is answered at a level without that code.",
        },
    },
    Contradiction {
        key: "story-on-a-website-without-promotion",
        claims: &[Level(STORY, &[3, 4]), Level(PROMOTION, &[0])],
        cite: Text { vi: "Phụ lục II, 5.1 và 4.3", en: "Annex II, 5.1 and 4.3" },
        text: Text {
            vi: "Tiêu chí 5.1 ghi câu chuyện có trên website, nhưng tiêu chí 4.3 ghi không có hoạt động quảng bá nào.",
            en: "5.1 says the story is on a website, but 4.3 says there is no promotion at all.",
        },
    },
    Contradiction {
        key: "tourism-story-shown-but-not-there",
        claims: &[Level(&["w176"], &[0, 1]), NoneOf(&["w175"])],
        cite: Text { vi: "Phụ lục II, bộ 26, 5.1 và 5.2", en: "Annex II, set 26, 5.1 and 5.2" },
        text: Text {
            vi: "Tiêu chí 5.2 ghi cẩm nang hoặc câu chuyện đã được giới thiệu, nhưng tiêu chí 5.1 ghi chưa có.",
            en: "5.2 says the handbook or story is presented, but 5.1 says there is none.",
        },
    },
    Contradiction {
        key: "sold-abroad-without-market",
        claims: &[Level(SALES_ORNAMENTAL, &[4]), NoneOf(GLOBAL)],
        cite: Text { vi: "Phụ lục II, 4.1 và tiêu chí cuối", en: "Annex II, 4.1 and the last criterion" },
        text: Text {
            vi: "Tiêu chí 4.1 ghi đã bán ra quốc tế, nhưng tiêu chí cuối (thị trường toàn cầu) ghi không có thị trường nào.",
            en: "4.1 says the product is sold abroad, but the last criterion (global market) names no market.",
        },
    },
    Contradiction {
        key: "sold-widest-without-market",
        claims: &[Level(SALES, &[3]), NoneOf(GLOBAL)],
        cite: Text { vi: "Phụ lục II, 4.1 và tiêu chí cuối", en: "Annex II, 4.1 and the last criterion" },
        text: Text {
            vi: "Nếu mức ở tiêu chí 4.1 là nhờ xuất khẩu thì tiêu chí cuối (thị trường toàn cầu) cũng phải có thị trường. Nếu là nhờ siêu thị hoặc thương mại điện tử thì không sao.",
            en: "If the level of 4.1 comes from export, the last criterion (global market) must name a market too. If it comes from supermarkets or e-commerce, all is well.",
        },
    },
    Contradiction {
        key: "high-market-sold-in-commune-only",
        claims: &[Level(GLOBAL, &[2]), Level(ANY_SALES, &[0])],
        cite: Text { vi: "Phụ lục II, tiêu chí cuối và 4.1", en: "Annex II, the last criterion and 4.1" },
        text: Text {
            vi: "Tiêu chí cuối ghi xuất khẩu được sang thị trường tiêu chuẩn cao, nhưng tiêu chí 4.1 ghi chỉ bán trong xã.",
            en: "The last criterion claims markets with high standards, but 4.1 says the product is sold in the commune only.",
        },
    },
    Contradiction {
        key: "craft-function-below-market",
        claims: &[Level(GLOBAL, &[0, 1, 2]), Level(CRAFT_FUNCTION, &[0, 1, 2])],
        cite: Text { vi: "Phụ lục II, tiêu chí cuối và 6.4", en: "Annex II, the last criterion and 6.4" },
        text: Text {
            vi: "Tiêu chí cuối ghi xuất khẩu được, nhưng tiêu chí 6.4 ghi tính năng chưa đủ để xuất khẩu.",
            en: "The last criterion claims export, but 6.4 says the functions are not good enough for it.",
        },
    },
    Contradiction {
        key: "craft-function-for-export-without-market",
        claims: &[Level(CRAFT_FUNCTION, &[3]), NoneOf(GLOBAL)],
        cite: Text { vi: "Phụ lục II, 6.4 và tiêu chí cuối", en: "Annex II, 6.4 and the last criterion" },
        text: Text {
            vi: "Tiêu chí 6.4 ghi tính năng đủ để xuất khẩu, nhưng tiêu chí cuối (thị trường toàn cầu) ghi không có thị trường nào.",
            en: "6.4 says the functions are good enough for export, but the last criterion (global market) names no market.",
        },
    },
    Contradiction {
        key: "craft-fineness-for-export-without-market",
        claims: &[Level(CRAFT_FINENESS, &[3]), NoneOf(GLOBAL)],
        cite: Text { vi: "Phụ lục II, 6.1 và tiêu chí cuối", en: "Annex II, 6.1 and the last criterion" },
        text: Text {
            vi: "Tiêu chí 6.1 ghi sản phẩm xuất khẩu được, nhưng tiêu chí cuối (thị trường toàn cầu) ghi không có thị trường nào.",
            en: "6.1 says the product can be exported, but the last criterion (global market) names no market.",
        },
    },
];
