//! `ocop sheet` and `ocop register`: what goes on paper and into lists.

use ocop::domain::calendar::Date;
use ocop::domain::council::{Scorer, blank_for};
use ocop::domain::decision::Language;
use ocop::domain::dossier::wire::{from_bytes, to_json};
use ocop::domain::forms::{csv, overview};

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

/// Two states of one product, as its applicant gave itself more and less, with a sitting of which one sheet is in.
fn awaited(folder: &Path, expected: usize) -> [String; 2] {
    let text = fs::read_to_string(golden("set-01-five-stars.json")).unwrap();
    let mut dossier: Value = serde_json::from_str(&text).unwrap();
    dossier.as_object_mut().unwrap().remove("rating");
    let mut levels = dossier["answers"].clone();
    levels.as_object_mut().unwrap().values_mut().for_each(|answer| *answer = 0.into());
    let sheet = serde_json::json!({"scorer": {"name": "Lò Thị Mai", "done": true}, "answers": levels});
    dossier["council"] = serde_json::json!({"expected": expected, "sheets": [sheet]});
    let mut write = |name: &str| {
        let path = folder.join(name);
        fs::write(&path, dossier.to_string()).unwrap();
        for answer in dossier["answers"].as_object_mut().unwrap().values_mut() {
            answer["level"] = 0.into();
            answer.as_object_mut().unwrap().remove("key");
        }
        path.display().to_string()
    };
    ["more.json", "less.json"].map(&mut write)
}

#[test]
fn the_register_and_the_table_of_the_page_have_the_same_columns_and_rows() {
    for (tag, language) in [("vi", Language::Vi), ("en", Language::En)] {
        let names = ["set-01-five-stars.json", "re-rating.json", "listed.json", "empty-first.json"];
        let files = names.map(golden);
        let mut args = vec!["register", "--lang", tag, "--today", "26/11/2026"];
        args.extend(files.iter().map(String::as_str));
        let (out, _) = check(&args, 0);
        let read = |path: &String| from_bytes(&fs::read(path).unwrap()).unwrap().dossier;
        let today = Date::parse("26/11/2026").unwrap();
        let page = csv(&overview(&files.each_ref().map(read), today, language));
        let (ours, page): (Vec<&str>, Vec<&str>) = (out.lines().collect(), page.lines().collect());
        assert_eq!(ours[0], page[0], "the headings");
        // The page adds the communes' codes when it writes its files.
        let rest = |row: &str| row.split_once(',').map(|(_, rest)| rest.to_owned());
        assert_eq!(
            ours.iter().map(|row| rest(row)).collect::<Vec<_>>(),
            page.iter().map(|row| rest(row)).collect::<Vec<_>>()
        );
    }
}

#[test]
fn what_a_scorer_fills_in_is_no_product_of_the_register() {
    let folder = folder("of-scorers");
    let text = fs::read_to_string(golden("set-01-five-stars.json")).unwrap();
    let own = from_bytes(text.as_bytes()).unwrap().dossier;
    fs::write(folder.join("cam.json"), &text).unwrap();
    // As it goes to a scorer, and as it comes back.
    let given = blank_for(&own);
    fs::write(folder.join("cham-trong.json"), to_json(&given)).unwrap();
    let mut back = given;
    back.assessment = own.assessment.clone();
    back.scorer = Some(Scorer { name: "Lò Thị Mai".into(), done: true, ..Scorer::default() });
    fs::write(folder.join("cham-ve.json"), to_json(&back)).unwrap();
    let path = folder.to_str().unwrap();
    let (out, err) = check(&["register", path], 0);
    assert_eq!(out.lines().count(), 2, "the heading and one product: {out}");
    assert!(
        err.contains("cham-trong.json: là phiếu của người chấm") && err.contains("cham-ve.json: là phiếu"),
        "{err}"
    );
    assert!(err.ends_with("ocop: 2 tệp không phải hồ sơ riêng, không có dòng nào trong bảng.\n"), "{err}");
    let (out, err) = check(&["register", "--json", "--lang", "en", path], 0);
    assert_eq!(lines(&out).len(), 1, "{out}");
    assert!(err.ends_with("ocop: 2 files are not dossiers of their own and have no row.\n"), "{err}");
    // Where all are dossiers, nothing is said.
    assert_eq!(check(&["register", &golden("set-01-five-stars.json")], 0).1, "");
}

/// Every command that reads dossiers, but `panel`, whose own way that is.
const WAYS: [&[&str]; 8] = [
    &["rate"],
    &["rate", "--json"],
    &["check", "--today", "26/11/2026"],
    &["check", "--json", "--today", "26/11/2026"],
    &["register"],
    &["register", "--json"],
    &["sheet"],
    &["sheet", "--json"],
];

#[test]
fn while_sheets_are_awaited_no_command_tells_a_level() {
    let waiting = awaited(&folder("awaited"), 3);
    let told = |file: &str, args: &[&str]| {
        let output = ocop(&[args, &[file]].concat());
        let [out, err] = [output.stdout, output.stderr].map(|text| String::from_utf8(text).unwrap());
        (output.status.code(), out.replace(file, "the file"), err.replace(file, "the file"))
    };
    for way in WAYS {
        let [more, less] = waiting.each_ref().map(|file| {
            // A table tells the end of a long path.
            let (code, out, err) = told(file, way);
            (code, out.replace("more.json", "the file").replace("less.json", "the file"), err)
        });
        assert_eq!(more, less, "{way:?}: what follows from the applicant's levels");
        let (_, out, err) = more;
        assert!(!out.contains("Lò Thị Mai") && !out.contains("[√]"), "{way:?}: {out}");
        assert!(
            format!("{out}{err}").contains(if out.contains("\"awaited\"") {
                "\"in\":1"
            } else {
                "Còn chờ 2 phiếu (đã có 1/3)"
            }),
            "{way:?}: {out}{err}"
        );
    }
    let json = |file: &str, args: &[&str]| lines(&told(file, args).1).remove(0);
    let row = json(&waiting[0], &["register", "--json"]);
    assert_eq!((&row["total"], &row["star"]), (&"".into(), &"".into()), "{row}");
    let sheet = json(&waiting[0], &["sheet", "--json"]);
    assert!(sheet["criteria"].as_array().unwrap().iter().all(|one| one["level"].is_null()), "{sheet}");
    let rated = json(&waiting[0], &["rate", "--json"]);
    assert_eq!((&rated["rating"], &rated["next"]), (&Value::Null, &Value::Null), "{rated}");
    assert_eq!(rated["awaited"], serde_json::json!({"in": 1, "of": 3}));
    // Once all are in, they are the applicant's own in the register, and the scorer's on the sheet.
    let complete = awaited(&folder("complete"), 1);
    let rows = complete.each_ref().map(|file| json(file, &["register", "--json"]));
    assert_eq!(rows[0]["total"], 100);
    assert_ne!(rows[0]["total"], rows[1]["total"]);
    let rated = json(&complete[0], &["rate", "--json"]);
    assert_eq!((&rated["rating"]["total"], rated.get("awaited")), (&100.into(), None), "{rated}");
    let sheet = json(&complete[0], &["sheet", "--json"]);
    assert_eq!((&sheet["scorer"], &sheet["criteria"][0]["level"]), (&"Lò Thị Mai".into(), &0.into()), "{sheet}");
}

#[test]
fn what_does_not_fit_in_a_file_tells_no_level_while_sheets_are_awaited() {
    let files = awaited(&folder("awaited-faults"), 3);
    let mut file: Value = serde_json::from_str(&fs::read_to_string(&files[0]).unwrap()).unwrap();
    file["answers"]["1.1"]["level"] = 77.into();
    file["rating"] = serde_json::json!({"total": 96});
    file["council"]["sheets"][0]["answers"]["1.2"] = 88.into();
    fs::write(&files[0], file.to_string()).unwrap();
    for way in WAYS.into_iter().chain([["panel"].as_slice(), &["panel", "--json"]]) {
        let output = ocop(&[way, &[files[0].as_str()]].concat());
        let said = String::from_utf8([output.stdout, output.stderr].concat()).unwrap();
        for level in ["77", "88", "rating-differs", "(96"] {
            assert!(!said.contains(level), "{way:?} tells {level}: {said}");
        }
    }
    let (_, err) = check(&["panel", "--early", &files[0]], 1);
    assert!(err.contains("88"), "asked for: {err}");
}

/// The criteria below a part of the catalogue, in printed order.
fn leaves<'a>(of: &'a Value, found: &mut Vec<&'a Value>) {
    match of {
        Value::Array(all) => all.iter().for_each(|one| leaves(one, found)),
        Value::Object(one) if one.contains_key("levels") => found.push(of),
        Value::Object(one) => {
            ["groups", "criteria"].iter().filter_map(|key| one.get(*key)).for_each(|below| leaves(below, found))
        }
        _ => {}
    }
}

#[test]
fn the_sheet_for_programs_has_the_levels_of_each_criterion() {
    let (json, _) = check(&["sheet", "--json", "1", "26"], 0);
    let [first, tourism] = lines(&json).try_into().expect("two sheets");
    let criteria = first["criteria"].as_array().unwrap();
    assert_eq!(criteria.len(), 32);
    assert_eq!(
        criteria[0],
        serde_json::json!({
            "code": "1.1",
            "title": "Nguồn gốc sản phẩm",
            "max": 3,
            "levels": [
                {"level": 0, "points": 1, "star_minimum": null, "label": criteria[0]["levels"][0]["label"]},
                {"level": 1, "points": 2, "star_minimum": null, "label": criteria[0]["levels"][1]["label"]},
                {"level": 2, "points": 3, "star_minimum": null, "label": criteria[0]["levels"][2]["label"]},
            ],
        }),
        "blank: no level is chosen"
    );
    let star = |code: &str, level: usize| {
        let criterion = criteria.iter().find(|one| one["code"] == code).expect("a criterion");
        criterion["levels"][level]["star_minimum"].clone()
    };
    assert_eq!((star("2.1", 2), star("2.1", 1)), (4.into(), Value::Null));
    // The titles of the Decision, and the levels of the catalogue.
    let printed: Value = serde_json::from_str(include_str!("../data/annex-ii-titles.json")).unwrap();
    let (catalogue, _) = check(&["catalogue"], 0);
    let catalogue: Value = serde_json::from_str(&catalogue).unwrap();
    for (sheet, set) in [(&first, 0), (&tourism, 25)] {
        let mut known = Vec::new();
        leaves(&catalogue["sets"][set]["parts"], &mut known);
        let criteria = sheet["criteria"].as_array().unwrap();
        assert_eq!(criteria.iter().filter_map(|one| one["max"].as_u64()).sum::<u64>(), 100);
        assert_eq!(criteria.len(), known.len());
        for (criterion, known) in criteria.iter().zip(known) {
            let title = &printed[sheet["set"].to_string()][criterion["code"].as_str().unwrap()];
            assert_eq!(&criterion["title"], title, "{criterion}");
            assert_eq!((&criterion["code"], &criterion["max"]), (&known["code"], &known["max"]));
            let levels = criterion["levels"].as_array().unwrap().iter().zip(known["levels"].as_array().unwrap());
            for (level, known) in levels {
                assert_eq!(level["label"], known["label"]["vi"], "{criterion}");
                for name in ["points", "star_minimum", "case"] {
                    assert_eq!(level.get(name).unwrap_or(&Value::Null), &known[name], "{name}: {criterion}");
                }
            }
        }
    }
    let cases: Vec<&str> = tourism["criteria"]
        .as_array()
        .unwrap()
        .iter()
        .find(|one| one["code"] == "8")
        .map(|one| one["levels"].as_array().unwrap().iter().filter_map(|level| level["case"].as_str()).collect())
        .unwrap();
    assert!(cases.contains(&"a") && cases.contains(&"b"), "{cases:?}");
    // In the other language, the labels alone are: the title is the law's.
    let (json, _) = check(&["sheet", "--json", "--lang", "en", "1"], 0);
    let english = &lines(&json)[0]["criteria"][0];
    assert_eq!(english["title"], criteria[0]["title"]);
    assert_ne!(english["levels"][0]["label"], criteria[0]["levels"][0]["label"]);
}

#[test]
fn a_filled_sheet_for_programs_has_what_was_chosen() {
    let text = fs::read_to_string(golden("set-01-five-stars.json")).unwrap();
    let mut dossier: Value = serde_json::from_str(&text).unwrap();
    dossier.as_object_mut().unwrap().remove("rating");
    dossier["answers"]["1.1"] = serde_json::json!({"level": "none"});
    dossier["answers"].as_object_mut().unwrap().remove("1.2");
    dossier["declarations"]["1.1"] = true.into();
    let path = folder("sheet-json").join("sheet.json");
    fs::write(&path, dossier.to_string()).unwrap();
    let (json, _) = check(&["sheet", "--json", path.to_str().unwrap()], 0);
    let sheet = &lines(&json)[0];
    let level = |code: &str| {
        let criteria = sheet["criteria"].as_array().unwrap();
        criteria.iter().find(|one| one["code"] == code).expect("a criterion").get("level").cloned()
    };
    assert_eq!((level("1.1"), level("1.2")), (Some("none".into()), None));
    assert_eq!(level("1.3"), dossier["answers"]["1.3"].get("level").cloned());
    assert_eq!(sheet["breaches"], serde_json::json!(["1.1"]));
    let help = check(&["sheet", "--help", "--lang", "en"], 0).0;
    for name in ["criteria", "code", "title", "max", "levels", "points", "star_minimum", "label", "breaches"] {
        assert!(help.contains(name), "{name}: {help}");
    }
    assert!(check(&["sheet", "--help"], 0).0.contains("star_minimum"));
}
