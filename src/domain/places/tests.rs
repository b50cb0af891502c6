use super::*;

fn places() -> Places {
    Places::parse(include_str!("communes.txt")).expect("the list is of its form")
}

#[test]
fn there_are_34_provinces_and_3321_communes_each_with_its_code() {
    let places = places();
    assert_eq!((places.provinces.len(), places.communes.len()), (34, 3321));
    let count = |kind| places.communes.iter().filter(|commune| commune.kind == kind).count();
    assert_eq!(
        (count(CommuneKind::Commune), count(CommuneKind::Ward), count(CommuneKind::SpecialZone)),
        (2621, 687, 13)
    );
    let mut codes: Vec<u32> = places.communes.iter().map(|commune| commune.code).collect();
    codes.sort_unstable();
    codes.dedup();
    assert_eq!(codes.len(), 3321);
    let cities = places.provinces.iter().filter(|province| province.name.starts_with("Thành phố "));
    let cities: Vec<&str> = cities.map(|province| province.name.as_str()).collect();
    assert_eq!(cities.len(), 7, "{cities:?}");
    assert!(cities.contains(&"Thành phố Đồng Nai"), "{cities:?}");
}

#[track_caller]
fn finds(typed: &str, first: &str) {
    let places = places();
    let found: Vec<String> = places.find(typed, "", 8).into_iter().map(|commune| places.full_title(commune)).collect();
    assert_eq!(found.first().map(String::as_str), Some(first), "{typed}: {found:?}");
}

#[test]
fn a_commune_is_found_with_and_without_diacritics_by_name_kind_and_province() {
    finds("ea kao", "Phường Ea Kao, Đắk Lắk");
    finds("phu quoc", "Đặc khu Phú Quốc, An Giang");
    finds("Phú Quốc", "Đặc khu Phú Quốc, An Giang");
    finds("xa tan an nghe", "Xã Tân An, Nghệ An");
    assert!(places().find("  ", "", 8).is_empty());
    assert!(places().find("huyen nao do", "", 8).is_empty());
    assert_eq!(places().find("xa", "", 8).len(), 8);
    let near = places();
    assert_eq!(near.full_title(near.find("tan an", "Đắk Lắk", 1)[0]), "Phường Tân An, Đắk Lắk");
}

#[test]
fn a_filled_in_title_is_one_commune_or_none() {
    let places = places();
    let named = |title, province| places.named(title, province).map(|commune| places.full_title(commune));
    assert_eq!(named("đặc khu Phú Quốc", ""), Some("Đặc khu Phú Quốc, An Giang".to_owned()));
    assert_eq!(named("Xã Tân An", ""), None, "six have the name");
    assert_eq!(named("Xã Tân An", "Nghệ An"), Some("Xã Tân An, Nghệ An".to_owned()));
    assert_eq!(named("Xã Không Có", ""), None);
}

#[test]
fn what_is_half_typed_is_no_commune() {
    let places = places();
    for (typed, province) in [
        ("Xã Cao Phong", ""),
        ("xã cao phong", "Phú Thọ"),
        (" Cao Phong ", ""),
        ("Phường Ea Kao", "Đắk Lắk"),
        ("Đặc khu Phú Quốc", "Kiên Giang cũ"),
        ("Ea Kao", ""),
        ("Bến Thành", "TPHCM"),
        ("P. Bến Thành", "TPHCM"),
        ("UBND phường Bến Thành", "TPHCM"),
        ("X. Cao Phong", "Phú Thọ"),
        ("Xa Dung", "Điện Biên"),
    ] {
        assert!(places.has(typed, province), "{typed}, {province}");
    }
    // Nor what is printed with a kind that the list does not have for it.
    for (typed, province) in [
        ("Xã Cao Ph", ""),
        ("cao", ""),
        ("", ""),
        ("Ea Kao", "Kiên Giang cũ"),
        ("Xã Bến Thành", "TPHCM"),
        ("Phường Ea Kao", "An Giang"),
        ("xã", ""),
    ] {
        assert!(!places.has(typed, province), "{typed}, {province}");
    }
}

#[test]
fn the_product_code_keeps_the_running_number() {
    let places = places();
    let commune = places.named("Đặc khu Phú Quốc", "").expect("it is there");
    let code = format!("{:05}", commune.code);
    assert_eq!(places.product_code(commune, "2026", ""), format!("91-{code}-…-2026"));
    assert_eq!(places.product_code(commune, "", "15-02647-07-2026"), format!("91-{code}-07-…"));
}

#[test]
fn the_year_at_the_end_of_a_product_code_follows_the_year_of_the_rating() {
    assert_eq!(code_with_year("91-31078-…-…", "2026").as_deref(), Some("91-31078-…-2026"));
    assert_eq!(code_with_year("91-31078-07-2026", "202").as_deref(), Some("91-31078-07-202"));
    assert_eq!(code_with_year("91-31078-07-2026", "").as_deref(), Some("91-31078-07-…"));
    for other in ["", "2026", "91-31078-2026", "91-31078-07-20261", "a-b-c-d-2026"] {
        assert_eq!(code_with_year(other, "2027"), None, "{other}");
    }
}

#[test]
fn a_list_of_another_form_is_none() {
    for list in ["x", "1p Before its province", "15 Lào Cai\n12q Of no kind", "15 Lào Cai\np No code", " "] {
        assert_eq!(Places::parse(list), None, "{list:?}");
    }
    assert_eq!(Places::parse(""), Some(Places::default()));
}

#[test]
fn a_code_is_that_of_the_province_that_is_named_and_of_no_other() {
    let places = places();
    // There is one commune of the name, in Phú Thọ.
    for (typed, province) in [
        ("xã Cao Phong", ""),
        ("Cao Phong", "Phú Thọ"),
        ("Cao Phong", "tỉnh phú thọ"),
        ("UBND xã Cao Phong, Tỉnh Phú Thọ", " "),
        ("xã Cao Phong, huyện Cao Phong, Phú Thọ", ""),
        // A district is no province.
        ("xã Cao Phong, huyện Cao Phong", ""),
        ("xã Cao Phong,", ""),
    ] {
        assert_eq!(places.code_of(typed, province), "05089", "{typed}, {province}");
    }
    // Hòa Bình is no province any more; the others are misspelt, or have no such commune.
    for (typed, province) in [
        ("xã Cao Phong", "Hòa Bình"),
        ("Cao Phong", "tỉnh Hòa Bình"),
        ("xã Cao Phong, Hòa Bình", ""),
        ("xã Cao Phong, huyện Cao Phong, tỉnh Hòa Bình", ""),
        ("xã Cao Phong", "Phú Tho5"),
        ("xã Cao Phong", "Lào Cai"),
        // What stands in the list's column goes before what stands behind the commune.
        ("xã Cao Phong, Phú Thọ", "Hòa Bình"),
    ] {
        assert_eq!(places.code_of(typed, province), "", "{typed}, {province}");
    }
    for city in ["Huế", "TP Huế", "TP. Huế", "Tp.Huế", "thành phố Huế", "Thành phố Huế"] {
        assert_eq!(places.code_of("Vỹ Dạ", city), "19777", "{city}");
    }
}

#[test]
fn a_usual_short_form_means_its_province() {
    let places = places();
    #[rustfmt::skip]
    let called = [
        ("Thành phố Hồ Chí Minh", &["TPHCM", "TP.HCM", "Tp. HCM", "T.P HCM", "TP HCM", "HCM", "hcmc", "Sài Gòn", "TP. Sài Gòn", "SG", "Ho Chi Minh City", "T.P. Hồ Chí Minh"][..]),
        ("Thành phố Hà Nội", &["HN", "TP HN", "tp.hn", "Hanoi", "Thủ đô Hà Nội"]),
        ("Thành phố Hải Phòng", &["HP", "TPHP", "Haiphong"]),
        ("Thành phố Cần Thơ", &["TPCT", "TP. CT", "Cantho"]),
        ("Thành phố Đà Nẵng", &["Danang", "TP.Đà Nẵng"]),
        ("Thành phố Huế", &["TT Huế", "TT-Huế", "TTH", "Thừa Thiên Huế", "tỉnh Thừa Thiên - Huế"]),
        ("Đắk Lắk", &["Đăk Lăk", "Daklak", "Đắc Lắc", "tỉnh Đắk Lăk"]),
    ];
    for (name, short) in called {
        for typed in short {
            assert_eq!(places.province(typed).map(|province| province.name.as_str()), Some(name), "{typed}");
        }
    }
    assert_eq!(
        places.code_of("Phường Bến Thành, Quận 1, TP.HCM", ""),
        places.code_of("phường Bến Thành", "Hồ Chí Minh")
    );
    assert_ne!(places.code_of("phường Bến Thành", "TPHCM"), "");
    assert!(places.has("phường Bến Thành", "TPHCM") && !places.has("phường Bến Thành", "HN"));
    assert!(places.named("Phường Bến Thành", "Sài Gòn").is_some() && places.named("Phường Bến Thành", "ĐN").is_none());
    let near = |province: &str| places.full_title(places.find("tan an", province, 1)[0]);
    assert_eq!(near("Đắc Lắc"), "Phường Tân An, Đắk Lắk");
}

#[test]
fn a_short_form_that_may_mean_two_or_a_province_of_before_means_none() {
    let places = places();
    for typed in [
        "ĐN",
        "TP ĐN",
        "DN",
        "QN",
        "LC",
        "TN",
        "BT",
        "BRVT",
        "BR-VT",
        "Vũng Tàu",
        "H",
        "TP",
        "tỉnh",
        "",
        "BD",
        "Bình Dương",
        "HCMM",
        "Sài Gòn Giải Phóng",
        "Tây Sài Gòn",
        "Quận 1",
    ] {
        assert_eq!(places.province(typed), None, "{typed}");
    }
    // Of the provinces of today, none but its own has the first letters that a short form consists of.
    let initials = |name: &str| {
        let folded = fold(name);
        let bare = without_kind(&folded).to_owned();
        bare.split(' ').filter_map(|word| word.chars().next()).collect::<String>()
    };
    for short in ["hn", "hcm", "hp", "ct"] {
        assert_eq!(places.provinces.iter().filter(|province| initials(&province.name) == short).count(), 1, "{short}");
    }
}
