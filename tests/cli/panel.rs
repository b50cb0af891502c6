//! `ocop panel`: the sheets of several scorers put together.

use ocop::domain::decision::first;
use ocop::domain::dossier::Dossier;
use ocop::domain::dossier::wire::to_json;
use ocop::domain::rating::Answer;

use super::*;

/// A golden dossier of set 1 as this scorer's sheet, with the level of 1.1 changed.
fn sheet_file(folder: &Path, scorer: &str, level: u8) -> String {
    let text = fs::read_to_string(golden("set-01-five-stars.json")).unwrap();
    let mut dossier: Value = serde_json::from_str(&text).unwrap();
    dossier["scorer"] = serde_json::json!({"name": scorer, "role": "ủy viên", "done": true});
    dossier["answers"]["1.1"]["level"] = level.into();
    dossier.as_object_mut().unwrap().remove("rating");
    let path = folder.join(format!("{scorer}.json"));
    fs::write(&path, dossier.to_string()).unwrap();
    path.display().to_string()
}

#[test]
fn the_sheets_of_seven_scorers_come_to_an_average_with_its_decimals() {
    let folder = folder("panel");
    let files: Vec<String> =
        ["An", "Bình", "Chi", "Dung", "Giang", "Hà"].iter().map(|name| sheet_file(&folder, name, 2)).collect();
    let odd = sheet_file(&folder, "Khoa", 0);
    let mut args = vec!["panel", "--json"];
    args.extend(files.iter().map(String::as_str));
    args.push(&odd);
    let (out, _) = check(&args, 0);
    let panel = &lines(&out)[0];
    assert_eq!((panel["sum"].as_u64(), panel["count"].as_u64()), (Some(698), Some(7)), "{panel}");
    assert_eq!(panel["average"], "99.71");
    assert_eq!((&panel["stars"]["every"], &panel["stars"]["most"]), (&Value::from(5), &Value::from(5)));
    assert_eq!(panel["criteria"][0]["code"], "1.1");
    assert_eq!(panel["criteria"][0]["alone"], serde_json::json!([6]));
    args[1] = "--lang=vi";
    let (out, _) = check(&args, 0);
    assert!(out.contains("Điểm trung bình: 99,71") && out.contains("(cách hiểu)"), "{out}");
}

#[test]
fn sheets_are_far_apart_beyond_ten_points_or_the_number_that_the_province_sets() {
    let folder = folder("panel-apart");
    let an = sheet_file(&folder, "An", 2);
    let text = fs::read_to_string(sheet_file(&folder, "Bình", 0)).unwrap();
    // Two points less at 1.1.
    let far = |apart: &[&str], other: &str| {
        let (json, _) = check(&[&["panel", "--json", &an, other], apart].concat(), 0);
        (lines(&json)[0]["distance"].clone(), lines(&json)[0]["far_apart"].clone())
    };
    let binh = folder.join("Bình.json");
    let binh = binh.to_str().unwrap();
    assert_eq!(far(&[], binh), (2.into(), false.into()), "{text}");
    assert_eq!(far(&["--apart", "2"], binh), (2.into(), false.into()));
    assert_eq!(far(&["--apart", "1"], binh), (2.into(), true.into()));
    let (_, err) = check(&["panel", "--apart", "101", &an], 2);
    assert!(err.contains("từ 0 đến 100"), "{err}");
}

#[test]
fn a_sheet_of_another_set_is_named_and_left_out() {
    let an = sheet_file(&folder("panel-set"), "An", 2);
    let (out, err) = check(&["panel", "--json", &an, &golden("set-16-zero.json")], 1);
    assert_eq!(lines(&out)[0]["count"], 1);
    assert!(err.contains("set-16-zero.json") && err.contains("bộ khác"), "{err}");
}

#[test]
fn what_is_no_finished_sheet_of_the_product_is_named_and_left_out() {
    let folder = folder("panel-left-out");
    let an = sheet_file(&folder, "An", 2);
    let changed = |name: &str, change: &dyn Fn(&mut Value)| {
        let mut file: Value = serde_json::from_str(&fs::read_to_string(&an).unwrap()).unwrap();
        change(&mut file);
        let path = folder.join(name);
        fs::write(&path, file.to_string()).unwrap();
        path.display().to_string()
    };
    let copy = changed("copy.json", &|_| {});
    let stranger = changed("stranger.json", &|file| {
        file["id"] = "someone-else".into();
        file["scorer"]["name"] = "Bình".into();
    });
    let blank = changed("blank.json", &|file| {
        file["answers"] = serde_json::json!({});
        file["scorer"] = serde_json::json!({"name": "", "role": "", "done": false});
    });
    let unfinished = changed("unfinished.json", &|file| {
        file["answers"].as_object_mut().unwrap().remove("1.1");
        file["scorer"]["name"] = "Chi".into();
    });
    let own = golden("set-01-five-stars.json");
    let (out, err) = check(&["panel", "--json", &an, &copy, &stranger, &blank, &unfinished, &own], 1);
    assert_eq!(lines(&out)[0]["count"], 1, "{out}");
    for (name, reason) in [
        ("copy.json", "đã tính rồi"),
        ("stranger.json", "sản phẩm khác"),
        ("blank.json", "chưa có họ tên"),
        ("unfinished.json", "chưa chấm xong, không tính (1.1)"),
        ("set-01-five-stars.json", "không phải phiếu chấm"),
    ] {
        assert!(err.lines().any(|line| line.contains(name) && line.contains(reason)), "{name}: {reason}\n{err}");
    }
}

/// A dossier with the sheets of these scorers, who gave the level beside their name at 1.1 and at 2.1.
fn sitting(folder: &Path, name: &str, scorers: &[(&str, u8)], change: impl Fn(&mut Value)) -> String {
    let text = fs::read_to_string(golden("set-01-five-stars.json")).unwrap();
    let mut dossier: Value = serde_json::from_str(&text).unwrap();
    let sheet = |(name, level): &(&str, u8)| {
        let mut answers = dossier["answers"].clone();
        answers.as_object_mut().unwrap().values_mut().for_each(|answer| *answer = answer["level"].take());
        (answers["1.1"], answers["2.1"]) = ((*level).into(), (*level).into());
        serde_json::json!({"scorer": {"name": name, "done": true}, "answers": answers})
    };
    let sheets: Vec<Value> = scorers.iter().map(sheet).collect();
    dossier["council"] = serde_json::json!({"expected": sheets.len(), "sheets": sheets});
    change(&mut dossier["council"]);
    let path = folder.join(name);
    fs::write(&path, dossier.to_string()).unwrap();
    path.display().to_string()
}

#[test]
fn what_was_decided_together_on_a_breach_is_told_and_gives_the_star_by_the_agreed_sheet() {
    let folder = folder("panel-decided");
    let file = |name: &str, declarations: Value| {
        sitting(&folder, name, &[("An", 2), ("Bình", 2), ("Chi", 2)], |council| {
            council["sheets"][1]["breaches"] = serde_json::json!(["dossier"]);
            council["agreed"] = serde_json::json!({"answers": {}, "declarations": declarations});
        })
    };
    let open = file("open.json", serde_json::json!({}));
    let upheld = file("upheld.json", serde_json::json!({"dossier": true}));
    let refused = file("refused.json", serde_json::json!({"dossier": false}));
    let panel = |files: &[&str], code: i32| {
        let json = lines(&check(&[&["panel", "--json"], files].concat(), code).0)[0].clone();
        (json, check(&[&["panel"], files].concat(), code).0)
    };
    let (json, out) = panel(&[&open], 0);
    assert_eq!((&json["agreed"]["finished"], &json["agreed"]["undecided"][0]), (&false.into(), &"dossier".into()));
    assert!(out.contains("lý do dừng xét chưa quyết định: 1 (dossier)"), "{out}");
    let (json, out) = panel(&[&upheld], 0);
    assert_eq!((&json["ends"][0]["decided"], &json["stars"]["agreed"]), (&true.into(), &Value::Null), "{json}");
    assert!(json["agreed"]["finished"] == true && out.contains("Đã cùng quyết định: dừng xét"), "{out}");
    let (json, _) = panel(&[&refused], 0);
    assert_eq!((&json["ends"][0]["decided"], &json["stars"]["agreed"]), (&false.into(), &5.into()), "{json}");
    // Of two files that decided otherwise, neither is the agreed one.
    let (json, _) = panel(&[&upheld, &refused], 1);
    assert_eq!((&json["agreed"], &json["ends"][0]["decided"]), (&Value::Null, &Value::Null), "{json}");
}

#[test]
fn an_agreed_sheet_gives_its_star_only_when_it_is_finished_for_the_sheets_that_are_counted() {
    let folder = folder("panel-agreed");
    let both = [("An", 2), ("Bình", 1)];
    let agreed =
        |answers: Value| move |council: &mut Value| council["agreed"] = serde_json::json!({"answers": answers});
    let panel = |files: &[&str], code: i32| {
        let (json, err) = check(&[&["panel", "--json"], files].concat(), code);
        let (out, _) = check(&[&["panel"], files].concat(), code);
        (lines(&json)[0].clone(), out, err)
    };
    for (answers, open) in [(serde_json::json!({}), "còn 2/2"), (serde_json::json!({"2.1": 2}), "còn 1/2")] {
        let file = sitting(&folder, "open.json", &both, agreed(answers));
        let (json, out, _) = panel(&[&file], 0);
        assert_eq!((&json["stars"]["agreed"], &json["agreed"]["finished"]), (&Value::Null, &false.into()), "{json}");
        assert!(!out.contains("Theo phiếu thống nhất") && out.contains(open) && out.contains("1.1"), "{out}");
    }
    let decided = serde_json::json!({"1.1": 2, "2.1": 2});
    let file = sitting(&folder, "decided.json", &both, agreed(decided.clone()));
    let (json, out, _) = panel(&[&file], 0);
    assert_eq!((&json["stars"]["agreed"], &json["agreed"]["finished"]), (&5.into(), &true.into()), "{json}");
    assert!(out.contains("Theo phiếu thống nhất (cách hiểu): 5★"), "{out}");
    // One more scorer had no part in it; and of two that say different things, neither is the agreed one.
    let chi = sheet_file(&folder, "Chi", 0);
    let (json, out, err) = panel(&[&file, &chi], 1);
    assert_eq!((&json["count"], &json["stars"]["agreed"]), (&3.into(), &Value::Null), "{json}");
    assert!(!out.contains("Theo phiếu thống nhất"), "{out}");
    assert!(err.contains("decided.json: phiếu thống nhất lập từ các phiếu khác"), "{err}");
    let other = sitting(&folder, "other.json", &both, agreed(serde_json::json!({"1.1": 1, "2.1": 2})));
    let (json, _, err) = panel(&[&file, &other], 1);
    assert_eq!(json["stars"]["agreed"], Value::Null, "{json}");
    assert_eq!(err.matches("khác với phiếu thống nhất ở tệp khác").count(), 2, "{err}");
}

#[test]
fn files_that_are_given_together_came_before_any_result_was_shown() {
    let folder = folder("panel-together");
    let two = sitting(&folder, "two.json", &[("An", 2), ("Bình", 1)], |_| {});
    let third = sitting(&folder, "third.json", &[("Chi", 1)], |_| {});
    let (json, _) = check(&["panel", "--json", &two, &third], 0);
    let sheets = lines(&json)[0]["sheets"].as_array().unwrap().clone();
    assert_eq!(sheets.iter().map(|sheet| &sheet["late"]).collect::<Vec<_>>(), [&Value::Bool(false); 3], "{json}");
}

#[test]
fn a_sheet_that_came_after_the_result_was_shown_is_marked() {
    let folder = folder("panel-late");
    let late = |council: &mut Value| council["sheets"][1]["scorer"]["late"] = true.into();
    let file = sitting(&folder, "late.json", &[("An", 2), ("Bình", 1)], late);
    let (json, _) = check(&["panel", "--json", &file], 0);
    let sheets = &lines(&json)[0]["sheets"];
    assert_eq!((&sheets[0]["late"], &sheets[1]["late"]), (&false.into(), &true.into()), "{json}");
    let (out, _) = check(&["panel", &file], 0);
    let marked: Vec<&str> = out.lines().filter(|line| line.contains("nộp sau khi kết quả đã hiện")).collect();
    assert!(marked.len() == 1 && marked[0].contains("Bình"), "{out}");
}

#[test]
fn while_sheets_are_awaited_nothing_that_is_in_is_told_unless_it_is_asked_for() {
    let folder = folder("panel-awaited");
    let expects = |expected: u8| move |council: &mut Value| council["expected"] = expected.into();
    let file = sitting(&folder, "two-of-seven.json", &[("An", 2), ("Bình", 1)], expects(7));
    let (out, _) = check(&["panel", &file], 1);
    assert!(out.contains("Còn chờ 5 phiếu (đã có 2/7)") && out.contains("An") && out.contains("--early"), "{out}");
    assert!(!["★", "98", "100", "Điểm trung bình", "2.1"].iter().any(|told| out.contains(told)), "{out}");
    let (json, _) = check(&["panel", "--json", &file], 1);
    let panel = &lines(&json)[0];
    assert_eq!((&panel["awaited"], &panel["count"]), (&5.into(), &2.into()), "{panel}");
    for told in ["average", "sum", "stars", "star_by_points", "distance", "criteria"] {
        assert_eq!(panel[told], Value::Null, "{told}: {panel}");
    }
    assert_eq!(
        panel["sheets"][0],
        serde_json::json!({"scorer": "An", "role": "", "late": false, "other_state": false})
    );
    let (out, _) = check(&["panel", "--early", &file], 1);
    assert!(out.contains("Còn chờ 5 phiếu") && out.contains("Điểm trung bình: 98,50"), "{out}");
    let (json, _) = check(&["panel", "--json", "--early", &file], 1);
    assert_eq!((&lines(&json)[0]["awaited"], &lines(&json)[0]["average"]), (&5.into(), &"98.50".into()), "{json}");
    // A sheet that is not handed in is awaited too; where it comes as a file of its own, all are in.
    let not_done = |council: &mut Value| council["sheets"][1]["scorer"]["done"] = false.into();
    let file = sitting(&folder, "one-open.json", &[("An", 2), ("Bình", 1)], not_done);
    let (json, err) = check(&["panel", "--json", &file], 1);
    assert_eq!((&lines(&json)[0]["awaited"], &lines(&json)[0]["average"]), (&1.into(), &Value::Null), "{json}");
    assert!(err.contains("phiếu chưa nộp"), "{err}");
    let (json, _) = check(&["panel", "--json", &file, &sheet_file(&folder, "Bình", 1)], 1);
    assert_eq!((&lines(&json)[0]["awaited"], &lines(&json)[0]["count"]), (&0.into(), &2.into()), "{json}");
    assert!(check(&["panel", "--help"], 0).0.contains("--early"));
}

/// A sitting that is saved halfway: nobody said how many score, or somebody scores still.
#[test]
fn a_sitting_that_may_wait_for_more_is_not_told_whatever_stands_beside_it() {
    let folder = folder("panel-halfway");
    let unsaid = |council: &mut Value| _ = council.as_object_mut().unwrap().remove("expected");
    let not_done = |council: &mut Value| council["sheets"][1]["scorer"]["done"] = false.into();
    let both = [("An", 2), ("Bình", 1)];
    let no_number = sitting(&folder, "no-number.json", &both, unsaid);
    let half = sitting(&folder, "half.json", &both, not_done);
    let [chi, binh] = ["Chi", "Bình"].map(|name| sheet_file(&folder, name, 2));
    let told = |files: &[&str], code: i32| {
        let (json, _) = check(&[&["panel", "--json"], files].concat(), code);
        let (out, _) = check(&[&["panel"], files].concat(), code);
        let panel = lines(&json)[0].clone();
        assert_eq!(panel["average"].is_null(), !out.contains('★'), "{out}");
        (!panel["average"].is_null(), panel["awaited"].as_u64(), !panel["number_unsaid"].is_null(), out)
    };
    let (is_told, awaited, is_unsaid, out) = told(&[&no_number], 1);
    assert_eq!((is_told, awaited, is_unsaid), (false, Some(0), true), "{out}");
    assert!(out.contains("Chưa ghi có mấy người chấm (đã có 2 phiếu)") && out.contains("--early"), "{out}");
    assert!(!told(&[&no_number, &chi], 1).0, "a sheet beside it says nothing of the others");
    let three = sitting(&folder, "three.json", &[("An", 2), ("Bình", 1), ("Chi", 2)], |_| {});
    assert!(told(&[&three, &chi], 1).0, "Chi is counted once");
    let (is_told, awaited, is_unsaid, out) = told(&[&half, &chi], 1);
    assert_eq!((is_told, awaited, is_unsaid), (false, Some(1), false), "Bình scores still: {out}");
    assert!(out.contains("Còn chờ 1 phiếu (đã có 2/3)"), "{out}");
    // Bình has handed in elsewhere since: all are in.
    assert_eq!((told(&[&half, &binh], 1).0, told(&[&binh, &chi, &half], 1).0), (true, true));
    assert!(told(&["--early", &half, &chi], 1).0 && told(&["--early", &no_number], 1).0);
    // Sheets on their own are all that there are.
    assert!(told(&[&chi, &binh], 0).0 && check(&["panel", "--help"], 0).0.contains("phiếu lẻ"));
}

#[test]
fn what_is_left_out_stands_in_the_json_with_its_reason_and_the_json_is_never_missing() {
    let folder = folder("panel-json");
    let an = sheet_file(&folder, "An", 2);
    let open = |council: &mut Value| {
        council["sheets"][1]["answers"].as_object_mut().unwrap().remove("1.1");
    };
    let file = sitting(&folder, "open.json", &[("Bình", 1), ("Chi", 1)], open);
    let (json, _) = check(&["panel", "--json", &an, &file, &golden("set-16-zero.json")], 1);
    let left_out = &lines(&json)[0]["left_out"];
    let codes: Vec<&str> = left_out.as_array().unwrap().iter().filter_map(|one| one["code"].as_str()).collect();
    assert_eq!(codes, ["unfinished", "other-set"], "{left_out}");
    assert_eq!((&left_out[0]["scorer"], &left_out[0]["criteria"]), (&"Chi".into(), &serde_json::json!(["1.1"])));
    assert_eq!(left_out[0]["file"], file.as_str());
    assert!(left_out[1]["text"].as_str().unwrap().contains("bộ khác"), "{left_out}");
    // Nothing counts.
    let own = golden("set-01-five-stars.json");
    let (json, _) = check(&["panel", "--json", &own], 1);
    let panel = &lines(&json)[0];
    assert_eq!((&panel["count"], &panel["left_out"][0]["code"]), (&0.into(), &"no-sheet".into()), "{panel}");
    assert!(check(&["panel", &own], 1).0.contains("Không có phiếu nào được tính"));
}

#[test]
fn a_sitting_has_at_most_as_many_sheets_as_on_the_page() {
    let names: Vec<String> = (1..=300).map(|number| format!("Người {number}")).collect();
    let scorers: Vec<(&str, u8)> = names.iter().map(|name| (name.as_str(), 2)).collect();
    let file = sitting(&folder("panel-many"), "many.json", &scorers, |_| {});
    let (json, err) = check(&["panel", "--json", &file], 1);
    let panel = &lines(&json)[0];
    assert_eq!((&panel["count"], &panel["awaited"]), (&99.into(), &0.into()));
    assert_eq!(panel["left_out"].as_array().map(Vec::len), Some(201));
    assert!(err.contains("(Người 100): buổi chấm đã đủ 99 phiếu"), "{}", err.lines().next().unwrap_or_default());
}

#[test]
fn a_name_that_nobody_sees_is_none_and_one_with_unseen_signs_is_the_name_that_is_seen() {
    let folder = folder("panel-names");
    let scorers = [("\u{200b}", 2), ("An", 2), ("An\u{200b}", 1), ("\u{202e}Bình", 2)];
    let (json, err) = check(&["panel", "--json", &sitting(&folder, "names.json", &scorers, |_| {})], 1);
    let panel = &lines(&json)[0];
    let counted: Vec<&str> =
        panel["sheets"].as_array().unwrap().iter().filter_map(|sheet| sheet["scorer"].as_str()).collect();
    let codes: Vec<&str> =
        panel["left_out"].as_array().unwrap().iter().filter_map(|one| one["code"].as_str()).collect();
    assert_eq!((counted, codes), (vec!["An", "Bình"], vec!["no-name", "same-scorer"]), "{panel}");
    assert!(err.contains("ký tự không nhìn thấy"), "{err}");
    assert_eq!(panel["warnings"][0]["code"], "unseen-signs", "{panel}");
    let long = "Ạ".repeat(5000);
    let (json, err) = check(&["panel", "--json", &sitting(&folder, "long.json", &[(&long, 2)], |_| {})], 1);
    assert_eq!(lines(&json)[0]["sheets"][0]["scorer"].as_str().map(|name| name.chars().count()), Some(200));
    assert!(err.contains("dài quá 200 ký tự"), "{err}");
}

#[test]
fn more_sheets_than_were_said_to_come_are_told_and_all_count() {
    let folder = folder("panel-beyond");
    let two = sitting(&folder, "two.json", &[("An", 2), ("Bình", 1)], |_| {});
    let chi = sheet_file(&folder, "Chi", 2);
    let told = "Đã ghi có 2 người chấm, nay có 3 phiếu: phiếu nào cũng được tính.";
    let (out, _) = check(&["panel", &two, &chi], 0);
    assert!(out.lines().any(|line| line.trim() == told) && out.contains("Chi"), "{out}");
    let (out, _) = check(&["panel", "--lang", "en", &two, &chi], 0);
    assert!(out.contains("2 sheets were expected and 3 are in: all of them count."), "{out}");
    let (json, _) = check(&["panel", "--json", &two, &chi], 0);
    let panel = &lines(&json)[0];
    assert_eq!((&panel["expected"], &panel["count"], &panel["awaited"]), (&2.into(), &3.into(), &0.into()), "{panel}");
    // As many as were said, or nobody said how many.
    assert!(!check(&["panel", &two], 0).0.contains("Đã ghi có"));
    let (json, _) = check(&["panel", "--json", &chi, &sheet_file(&folder, "Dung", 2)], 0);
    assert_eq!((&lines(&json)[0]["expected"], &lines(&json)[0]["count"]), (&Value::Null, &2.into()), "{json}");
    // The page keeps the number that was said where more came.
    let said = |council: &mut Value| council["expected"] = 1.into();
    let file = sitting(&folder, "one-said.json", &[("An", 2), ("Bình", 1)], said);
    assert!(check(&["panel", &file], 0).0.contains("Đã ghi có 1 người chấm, nay có 2 phiếu"));
}

#[test]
fn who_declared_what_ends_the_evaluation_is_named_under_the_readings() {
    let breaches = |council: &mut Value| {
        council["sheets"][0]["breaches"] = serde_json::json!(["dossier", "1.1"]);
        council["sheets"][2]["breaches"] = serde_json::json!(["dossier"]);
    };
    let three = [("An", 2), ("Bình", 2), ("Chi", 2)];
    let file = sitting(&folder("panel-breaches"), "breaches.json", &three, breaches);
    let (json, _) = check(&["panel", "--json", &file], 0);
    let panel = &lines(&json)[0];
    assert_eq!(
        panel["ends"],
        serde_json::json!([{"at": "dossier", "scorers": ["An", "Chi"]}, {"at": "1.1", "scorers": ["An"]}])
    );
    assert_eq!(panel["stars"], serde_json::json!({"every": null, "most": null}));
    let (out, _) = check(&["panel", &file], 0);
    for line in [
        "Dừng xét theo phiếu của An, Chi: Hồ sơ bị loại nếu: giả mạo hồ sơ",
        "Dừng xét theo phiếu của An: 1.1 Toàn bộ (100%) sản phẩm đăng ký phải trồng trong tỉnh.",
        "Nếu quá nửa số phiếu phải đạt mức tối thiểu (cách hiểu): dừng xét",
    ] {
        assert!(out.lines().any(|one| one.trim().starts_with(line)), "{line}\n{out}");
    }
    let (json, _) = check(&["panel", "--json", &sitting(&folder("panel-no-breach"), "none.json", &three, |_| {})], 0);
    assert_eq!(lines(&json)[0]["ends"], serde_json::json!([]));
}

/// Set 21, criterion 7: who need not declare the quality of the product meets no minimum there, on whichever sheet.
#[test]
fn a_minimum_that_does_not_bind_the_product_binds_on_no_sheet() {
    let folder = folder("panel-exempt");
    let panel = |name: &str, exempt: bool| {
        let set = first().set(21).expect("set 21");
        let mut dossier = Dossier::new("gom".into(), String::new(), set);
        for (position, criterion) in set.criteria.iter().enumerate() {
            let level = Answer::Level(criterion.best_level() as u8);
            dossier.assessment.set_answer(position, level);
        }
        let position = set.position("7").expect("criterion 7");
        dossier.assessment.set_answer(position, Answer::NoneOfThese);
        let mut file: Value = serde_json::from_str(&to_json(&dossier)).expect("a dossier");
        let mut levels = file["answers"].clone();
        levels.as_object_mut().unwrap().values_mut().for_each(|answer| *answer = answer["level"].take());
        let sheet = |name: &str| serde_json::json!({"scorer": {"name": name, "done": true}, "answers": levels});
        file["council"] = serde_json::json!({"expected": 2, "sheets": [sheet("An"), sheet("Bình")]});
        file.as_object_mut().unwrap().remove("rating");
        if exempt {
            file["exemptions"] = serde_json::json!({"7": true});
        }
        let path = folder.join(name);
        fs::write(&path, file.to_string()).unwrap();
        let (json, _) = check(&["panel", "--json", path.to_str().unwrap()], 0);
        lines(&json)[0].clone()
    };
    let (binds, exempt) = (panel("binds.json", false), panel("exempt.json", true));
    assert_eq!(binds["average"], exempt["average"], "its points are what they are");
    assert_eq!(binds["stars"], serde_json::json!({"every": 2, "most": 2}), "{binds}");
    assert_eq!(exempt["stars"], serde_json::json!({"every": 5, "most": 5}), "{exempt}");
    assert_eq!(
        (&exempt["sheets"][0]["star"], &exempt["sheets"][1]["star"]),
        (&5.into(), &5.into()),
        "each sheet alone as well"
    );
}
