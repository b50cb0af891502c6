//! Whether two names mean the same, as people write them.

use crate::domain::decision::fold;

/// What kind of body a name says that it is; a household that became a cooperative is another holder.
const KINDS: [(&str, &[&str]); 5] = [
    ("cooperative-group", &["to hop tac", "tht"]),
    ("cooperative", &["hop tac xa", "htx"]),
    ("company", &["cong ty", "cty", "doanh nghiep"]),
    ("household", &["ho kinh doanh", "ho san xuat", "hkd", "co so"]),
    ("farm", &["trang trai"]),
];

/// Letters and digits alone, folded, one space between words.
pub fn plain(text: &str) -> String {
    let folded = fold(text);
    folded.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}

/// Whether one name holds all words of the other: "Cam Cao Phong" and "Cam quà tặng Cao Phong".
pub fn same_name(a: &str, b: &str) -> bool {
    let (a, b) = (plain(a), plain(b));
    let holds = |whole: &str, part: &str| part.split(' ').all(|word| whole.split(' ').any(|known| known == word));
    holds(&a, &b) || holds(&b, &a)
}

/// Whether two names are one holder: the same words beside the kind of body, and no two kinds.
pub fn same_holder(a: &str, b: &str) -> bool {
    let (a, b) = (plain(a), plain(b));
    let (kind_a, name_a) = kind_of(&a);
    let (kind_b, name_b) = kind_of(&b);
    let one_kind = kind_a.is_none() || kind_b.is_none() || kind_a == kind_b;
    one_kind && same_name(&name_a, &name_b)
}

/// The kind of body that a plain name says, and the rest of the name.
fn kind_of(name: &str) -> (Option<&'static str>, String) {
    let padded = format!(" {name} ");
    for (kind, words) in KINDS {
        if let Some(word) = words.iter().find(|word| padded.contains(&format!(" {word} "))) {
            return (Some(kind), padded.replacen(&format!(" {word} "), " ", 1).trim().to_owned());
        }
    }
    (None, name.to_owned())
}

/// Whether an address names a district: there are none since 1 July 2025. "Xã" and "phường" stayed, and
/// a town within a province went with them.
pub fn has_district(address: &str) -> bool {
    let written = address.to_lowercase();
    // Without its marks "Quân" or "Huyền" could be one.
    let bare = if address.is_ascii() { plain(address) } else { String::new() };
    ["huyện ", "thị xã ", "quận "].iter().any(|word| written.contains(word))
        || bare.split(' ').any(|word| word == "huyen")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_holder_is_known_however_it_is_written() {
        assert!(same_holder("HTX Nông nghiệp 3T", "Hợp tác xã nông nghiệp 3T"));
        assert!(same_holder("HỢP TÁC XÃ 3T NÔNG NGHIỆP", "HTX nông nghiệp 3T"));
        assert!(same_holder("3T", "HTX 3T"));
        assert!(!same_holder("Hộ kinh doanh Cao Phong", "HTX Cao Phong"));
        assert!(!same_holder("Nguyễn Văn An", "HTX 3T"));
    }

    #[test]
    fn a_name_may_hold_the_other_and_no_more() {
        assert!(same_name("Cam Cao Phong", "Cam quà tặng cao cấp 3T Cao Phong"));
        assert!(same_name("cam cao phong", "CAM CAO PHONG"));
        assert!(!same_name("Cam lòng vàng", "Cam quà tặng Cao Phong"));
    }

    #[test]
    fn districts_are_known_in_an_address() {
        assert!(has_district("Xóm 3, xã Bắc Phong, huyện Cao Phong, tỉnh Hòa Bình"));
        assert!(has_district("P. 4, thị xã Sơn Tây"));
        assert!(!has_district("Xóm 3, xã Cao Phong, tỉnh Phú Thọ"));
        assert!(!has_district("Số 4 phố Quán Thánh, phường Ba Đình, Hà Nội"));
        assert!(has_district("xa Bac Phong, huyen Cao Phong"));
        assert!(!has_district(""));
    }
}
