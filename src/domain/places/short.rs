//! What people call some provinces for short.

use crate::domain::decision::fold;

/// The usual short forms of the provinces and cities of today, each beside the name without its kind: folded, letters alone.
/// One that may mean two of them is none: ĐN is Đà Nẵng and Đồng Nai, QN Quảng Ninh and Quảng Ngãi, LC Lai Châu and Lào
/// Cai, TN Thái Nguyên and Tây Ninh. Nor is the name of a province that was joined to another.
const SHORT: [(&str, &[&str]); 7] = [
    ("Hà Nội", &["hn", "hanoi"]),
    ("Hồ Chí Minh", &["hcm", "hcmc", "hochiminh", "hochiminhcity", "sg", "saigon"]),
    ("Hải Phòng", &["hp", "haiphong"]),
    ("Cần Thơ", &["ct", "cantho"]),
    ("Đà Nẵng", &["danang"]),
    // Its name as a province, until 01/01/2025.
    ("Huế", &["tth", "tthue", "thuathienhue"]),
    ("Đắk Lắk", &["daklak", "daclac", "daclak", "daklac"]),
];

/// The words for what it is, as they stand before a short form: "TP.HCM", "thủ đô HN".
const KINDS: [&str; 4] = ["thanhpho", "thudo", "tinh", "tp"];

/// The name that a short form means, without its kind: "Hồ Chí Minh" for "TPHCM"; `None` for anything else.
pub fn province_called(typed: &str) -> Option<&'static str> {
    let letters: String = fold(typed).chars().filter(|c| c.is_alphanumeric()).collect();
    let mut bare = letters.as_str();
    while let Some(rest) = KINDS.iter().find_map(|kind| bare.strip_prefix(kind)) {
        bare = rest;
    }
    SHORT.iter().find(|(_, short)| short.contains(&bare)).map(|(name, _)| *name)
}
