//! Names the way people type them.

use ocop::domain::decision::{Language, newest};
use ocop::domain::find::find;

#[track_caller]
fn first(name: &str, set: u8) {
    let found = find(newest(), name, Language::Vi);
    let because = found.proposals.first().map(|proposal| proposal.because.as_str());
    assert_eq!(found.proposals.first().map(|proposal| proposal.set.no.0), Some(set), "{name}: {because:?}");
}

#[test]
fn marks_case_and_half_typed_words_do_not_matter() {
    for name in [
        "nước mắm",
        "Nước mắm Phú Quốc",
        "nuoc mam",
        "NƯỚC MẮM",
        "nước măm",
        "nuớc mắm",
        "nuowcs mawms",
        "nu7o71c ma81m",
        "nu\u{31b}o\u{31b}\u{301}c ma\u{306}\u{301}m",
        "nước mẳm",
        "n\u{1a3}ớc mắm",
    ] {
        first(name, 9);
    }
    for name in ["đậu phụ", "\u{d0}ậu phụ", "\u{189}ậu phụ", "dau phu", "ĐẬU PHỤ"] {
        first(name, 7);
    }
    first("bưỡi da xanh", 1);
    first("Cam canh", 1);
    first("nước mắ", 9);
    first("homest", 26);
}

/// Places and people hold words that elsewhere name a product: "thạch", "yến", "đá", "trà".
#[test]
fn a_place_behind_the_product_decides_nothing() {
    let places = "Lập Thạch, Hưng Yên, Đà Nẵng, Sơn Trà, Yên Lạc, Quế Sơn, Phú Riềng, Tam Đường, Vị Xuyên, Than Uyên, Dầu Tiếng, \
                  Ngọc Hồi, Kiến Xương, Nha Trang, Uông Bí, Bảo Lạc, Đông Tảo, Nam Đàn, Hải Dương, Vĩnh Yên";
    for (product, set) in [
        ("Thanh long", 1),
        ("Gà", 2),
        ("Gạo", 3),
        ("Mật ong", 4),
        ("Trà", 11),
        ("Rượu", 14),
        ("Gốm", 21),
        ("Thổ cẩm", 22),
    ] {
        for place in places.split(", ") {
            first(&format!("{product} {place}"), set);
            first(&format!("{product} {place}").to_lowercase(), set);
        }
    }
}

#[test]
fn raw_telex_and_words_without_their_tones_are_read() {
    first("Thijt dee nusi Ninh Binhf", 2);
    first("cas taamf sa pa", 2);
    first("keoj duwaf", 7);
    first("Keo dưa Thanh Long", 7);
    first("Gao Điên Biên", 3);
    first("Cải xoong", 1);
    first("Trà cỏ ngọt", 12);
}

#[test]
fn with_marks_given_other_words_are_not_meant() {
    let found = find(newest(), "Vải cẩm", Language::Vi);
    assert!(found.proposals.iter().all(|proposal| !proposal.because.contains("cam")), "{found:?}");
    let found = find(newest(), "cẩm", Language::Vi);
    assert!(found.proposals.iter().all(|proposal| proposal.because != "cam"), "{found:?}");
}

/// "ca cao" is no fish of Cao Nguyên, and "rau bắp cải" no "râu bắp".
#[test]
fn words_with_all_their_marks_come_before_those_that_lack_some() {
    first("Ca cao nguyên chất", 13);
    first("Ca cao Cao Nguyên", 13);
    first("Rau bắp cải", 1);
    first("Rau bắp cải an toàn", 1);
    first("Râu bắp sấy", 20);
    // The name of a place still takes its own syllable from the word before it.
    first("Nấm Hương Sơn", 1);
}

#[test]
fn the_word_that_decides_may_stand_first_or_later() {
    first("Rượu vang cam", 15);
    first("Muối tôm", 10);
    first("Trà hoa vàng", 12);
    first("Bột rau má", 7);
    first("Khô cá lóc", 8);
    first("Dầu gội bồ kết", 19);
    first("Cam Cao Phong", 1);
    first("Gạo ST25", 3);
    first("Chả ram tôm đất", 8);
    first("Cá lóc khô", 8);
    first("Xoài sấy dẻo", 7);
}

#[test]
fn each_regions_words_lead_to_the_same_set() {
    for [north, south] in [
        ["Thịt lợn", "Thịt heo"],
        ["Quả bưởi", "Trái bưởi"],
        ["Vừng đen", "Mè đen"],
        ["Lạc rang", "Đậu phộng rang"],
        ["Ngô nếp", "Bắp nếp"],
        ["Mướp đắng sấy", "Khổ qua sấy"],
        ["Giò lụa", "Chả lụa"],
        ["Ruốc thịt", "Chà bông heo"],
        ["Dưa chuột", "Dưa leo"],
    ] {
        let sets = |name| find(newest(), name, Language::Vi).proposals.first().map(|proposal| proposal.set.no);
        assert!(sets(north).is_some(), "{north}");
        assert_eq!(sets(north), sets(south), "{north}, {south}");
    }
}

#[test]
fn english_is_read_head_last_and_where_the_readers_language_finds_nothing() {
    let sets = |name, language| find(newest(), name, language).proposals.first().map(|proposal| proposal.set.no.0);
    assert_eq!(sets("dried mango", Language::En), Some(7));
    assert_eq!(sets("Phu Quoc fish sauce", Language::En), Some(9));
    assert_eq!(sets("strawberry wine", Language::En), Some(15));
    assert_eq!(sets("fish sauce", Language::Vi), Some(9));
    assert_eq!(sets("nước mắm", Language::En), Some(9));
}

#[test]
fn a_name_that_tells_nothing_finds_nothing() {
    for name in ["", "  ", "…", "3T", "Bông Bạch Tuyết Xyz Qwk"] {
        let found = find(newest(), name, Language::Vi);
        assert!(found.outside.is_none(), "{name}: {found:?}");
    }
    assert_eq!(find(newest(), "Hưng Thịnh", Language::Vi).proposals, []);
}

#[test]
fn a_name_pasted_out_of_an_old_font_is_read_and_rewritten() {
    for (typed, meant, set) in [
        ("N\u{ad}íc m¾m Phó Quèc", "Nước mắm Phú Quốc", 9),
        ("Nöôùc maém Phuù Quoác", "Nước mắm Phú Quốc", 9),
        ("Thòt treo gaùc beáp", "Thịt treo gác bếp", 8),
    ] {
        let found = find(newest(), typed, Language::Vi);
        assert_eq!(found.rewritten.as_deref(), Some(meant));
        first(typed, set);
    }
    for today in ["Nước mắm Phú Quốc", "nuoc mam", "Trà Vinatea®", "Cà phê \u{ad}hạt"] {
        assert_eq!(find(newest(), today, Language::Vi).rewritten, None, "{today}");
    }
}
