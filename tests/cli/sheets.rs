//! `ocop sheet` and `ocop register`: what goes on paper and into lists.

use super::*;

#[test]
fn the_register_s_cells_hold_nothing_that_steers_who_reads_them() {
    let mut dossier: Value =
        serde_json::from_str(&fs::read_to_string(golden("set-01-five-stars.json")).unwrap()).unwrap();
    dossier["product"]["name"] = "Cam\u{0}\u{1b}[31m \u{202e}gpj\u{2066}\u{200b}".into();
    let path = folder("register-signs").join("signs.json");
    fs::write(&path, dossier.to_string()).unwrap();
    let (out, _) = check(&["register", path.to_str().unwrap()], 0);
    assert!(out.contains(",Cam[31m gpj,"), "{out}");
    let seen = out.trim_start_matches('\u{feff}');
    assert!(!seen.contains(|c: char| c.is_control() && !"\r\n".contains(c) || "\u{202e}\u{2066}\u{200b}".contains(c)));
}

#[test]
fn the_scoring_sheet_is_blank_for_a_number_and_filled_for_a_file() {
    let (blank, _) = check(&["sheet", "1"], 0);
    for prescribed in [
        "1. Bộ sản phẩm: Rau, củ, quả, hạt tươi",
        "(Sản phẩm: Thực phẩm. Nhóm: Thực phẩm tươi sống)",
        "Mã số sản phẩm .(T).-.(X).-.(STT).-20",
        "Hồ sơ bị loại khi: Giả mạo hồ sơ",
        "TỔNG CỘNG",
        "Ghi chú: Dấu sao là yêu cầu tối thiểu phải đạt theo các cấp độ sao (*** - 3 sao; **** - 4 sao; ***** - 5 sao)",
        "Ý kiến của người đánh giá:",
        "(Ký và ghi rõ họ tên)",
    ] {
        assert!(blank.contains(prescribed), "{prescribed}\n{blank}");
    }
    // A line for each criterion and level, and what belongs to a title below it; notes and levels as they are printed.
    let lines: Vec<&str> = blank.lines().collect();
    for line in [
        "Các tiêu chí | Thang điểm | Điểm chấm",
        "1.1. Nguồn gốc sản phẩm | 3",
        "   Yêu cầu: 100% sản phẩm được trồng trên địa bàn cấp tỉnh",
        "[ ] Sản phẩm được trồng trên địa bàn cấp xã, nhưng có tỷ lệ dưới 50% | 1",
        "TỔNG CỘNG | 100",
    ] {
        assert!(lines.contains(&line), "{line}\n{blank}");
    }
    let (filled, _) = check(&["sheet", &golden("set-01-five-stars.json")], 0);
    assert!(filled.lines().any(|line| line == "TỔNG CỘNG | 100 | 100"), "{filled}");
    assert!(filled.contains("Sầu riêng Ea Kao") && filled.contains("[√]"), "{filled}");
    let (both, _) = check(&["sheet", "1", "26"], 0);
    assert_eq!(both.matches("TỔNG CỘNG | 100").count(), 2, "a sheet for each number: {both}");
    let (tourism, _) = check(&["sheet", "26"], 0);
    assert!(both.starts_with(&blank) && both.ends_with(&tourism), "one after the other");
    for case in ["a. Trường hợp 1: Dịch vụ du lịch do cộng đồng cung cấp", "b. Trường hợp 2: Điểm dịch vụ du lịch"]
    {
        assert!(tourism.lines().any(|line| line.starts_with(case)), "{case}\n{tourism}");
    }
    assert!(!tourism.contains("Ghi chú: Dấu sao") && !tourism.contains("bị loại khi"), "{tourism}");
}

#[test]
fn the_register_has_a_row_for_each_dossier() {
    let (out, _) = check(&["register", GOLDEN], 0);
    assert!(out.starts_with("\u{feff}Mã xã,"), "{out}");
    let (json, _) = check(&["register", "--json", &golden("set-16-zero.json")], 0);
    assert_eq!(lines(&json)[0]["star"], "không xếp hạng", "{json}");
    let (json, _) = check(&["register", "--json", &golden("re-rating.json")], 0);
    let row = &lines(&json)[0];
    assert_eq!((&row["kind"], &row["star"]), (&Value::from("Đánh giá lại"), &Value::from(3)), "{row}");
    // Who holds stars is followed by an office, which does not know what is filed next.
    for (file, kind) in [("held-four.json", "Đánh giá lại"), ("listed.json", "")] {
        let (json, _) = check(&["register", "--json", &golden(file)], 0);
        let row = &lines(&json)[0];
        assert_eq!((&row["kind"], &row["stars"]), (&Value::from(kind), &Value::from(4)), "{row}");
        assert_eq!((&row["total"], &row["star"]), (&Value::from(""), &Value::from("")), "nothing is answered: {row}");
    }
}

#[test]
fn a_dossier_that_lies_twice_in_a_folder_has_one_row_and_two_states_of_it_are_told() {
    let folder = folder("twice");
    let text = fs::read_to_string(golden("held-four.json")).unwrap();
    for name in ["a.json", "b.json"] {
        fs::write(folder.join(name), &text).unwrap();
    }
    let path = folder.to_str().unwrap();
    let (out, err) = check(&["register", "--json", path], 0);
    assert_eq!(lines(&out).len(), 1, "{out}");
    assert!(err.contains("b.json: hồ sơ này đã có trong bảng"), "{err}");

    let mut other: Value = serde_json::from_str(&text).unwrap();
    other["product"]["name"] = "Tên khác".into();
    fs::write(folder.join("b.json"), other.to_string()).unwrap();
    let (out, err) = check(&["register", "--json", path], 1);
    assert_eq!(lines(&out).len(), 2, "{out}");
    assert!(err.contains("b.json: hồ sơ này có hai bản khác nhau"), "{err}");
}
