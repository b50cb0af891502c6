//! The command `ocop`, run as its users run it.

use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use std::{env, fs};

use serde_json::Value;

const GOLDEN: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/dossiers/v1");

fn ocop(args: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_ocop")).args(args).output().unwrap()
}

fn golden(name: &str) -> String {
    format!("{GOLDEN}/{name}")
}

/// Runs the command, holds it to an exit code, and gives what it wrote.
#[track_caller]
fn check(args: &[&str], code: i32) -> (String, String) {
    let output = ocop(args);
    let (out, err) = (String::from_utf8(output.stdout).unwrap(), String::from_utf8(output.stderr).unwrap());
    assert_eq!(output.status.code(), Some(code), "ocop {args:?}\n{out}\n{err}");
    (out, err)
}

/// A folder of this test's own, empty.
fn folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap();
    folder
}

fn lines(json: &str) -> Vec<Value> {
    json.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

#[test]
fn the_catalogue_is_json_of_all_sets() {
    let (out, _) = check(&["catalogue"], 0);
    let catalogue: Value = serde_json::from_str(&out).unwrap();
    assert_eq!(catalogue["sets"].as_array().map(Vec::len), Some(26));
}

#[test]
fn a_decision_is_named_by_its_folder_or_its_number() {
    let newest = ocop::domain::decision::newest();
    for command in [["catalogue"].as_slice(), ["sheet", "9"].as_slice(), ["find", "nước mắm"].as_slice()] {
        let of = |name: &str| check(&[command, &["--decision", name]].concat(), 0);
        assert_eq!(of("26/2026"), of("26-2026"));
        assert_eq!(of("26-2026"), of("26/2026/QĐ-TTg"), "{command:?}");
        assert_eq!(check(command, 0), of(newest.id), "{command:?}: without a name the newest");
    }
    let (_, err) = check(&["catalogue", "--decision", "99-2031", "--lang", "en"], 2);
    assert!(err.contains("“99-2031”") && err.contains("26-2026"), "{err}");
}

#[test]
fn a_table_shows_product_set_points_stars_and_blockers() {
    let (out, err) = check(&["rate", &golden("set-01-five-stars.json"), &golden("re-rating.json")], 0);
    let rows: Vec<&str> = out.lines().collect();
    assert!(rows[0].contains("Sản phẩm") && rows[0].contains("Còn vướng"), "{out}");
    assert!(rows[1].contains("Sầu riêng Ea Kao") && rows[1].contains(" 40  25  35   100 5★    5★      –"), "{out}");
    assert!(rows[2].contains("Mít sấy Cù Lao") && rows[2].contains("90 3★"), "{out}");
    assert!(rows[2].ends_with("4★: dưới mức tối thiểu 6.5 9"), "{out}");
    assert_eq!(err, "");
}

#[test]
fn what_ends_an_evaluation_stands_in_the_table_in_the_language_asked_for() {
    let (out, _) = check(&["rate", "--lang", "en", &golden("set-16-zero.json"), &golden("odd-texts.json")], 0);
    assert!(out.lines().nth(1).unwrap().ends_with("97 out   out     ended by 6.2"), "{out}");
    assert!(out.lines().nth(2).unwrap().ends_with("ended by the set's condition"), "{out}");
}

#[test]
fn an_empty_dossier_has_no_star_yet() {
    let (out, _) = check(&["rate", &golden("empty-first.json")], 0);
    let row = out.lines().nth(1).unwrap();
    assert!(row.contains("  0   0   0     0 –     5★      2★: thiếu 30 điểm; chưa trả lời"), "{row}");
}

#[test]
fn the_points_stand_under_each_other_whatever_the_texts_before_them() {
    let (out, _) = check(&["rate", GOLDEN], 0);
    assert!(out.lines().count() > 8, "{out}");
    for row in out.lines().skip(1) {
        // After file, product and set; every sign of the golden names takes one place.
        let points: String = row.chars().skip(26 + 1 + 26 + 1 + 24).take(4 + 4 + 4 + 6).collect();
        assert_eq!(points.split_whitespace().count(), 4, "{row}");
        assert!(points.ends_with(|sign: char| sign.is_ascii_digit()), "{row}");
    }
}

#[test]
fn json_has_a_line_for_each_file_with_the_rating_of_the_file() {
    let (out, _) = check(&["rate", "--json", GOLDEN], 0);
    let rated = lines(&out);
    assert_eq!(rated.len(), fs::read_dir(GOLDEN).unwrap().count(), "{out}");
    for line in &rated {
        let path = line["file"].as_str().unwrap();
        if path.ends_with(".json") {
            let file: Value = serde_json::from_str(&fs::read_to_string(path).unwrap()).unwrap();
            assert_eq!(line["rating"], file["rating"], "{path}");
            assert_eq!(line["set"], file["product"]["set"], "{path}");
        }
    }
    let re_rating =
        rated.iter().find(|line| line["file"].as_str().is_some_and(|file| file.ends_with("re-rating.json"))).unwrap();
    assert_eq!(re_rating["next"], serde_json::json!({"star": 4, "points": 0, "criteria": ["6.5", "9"]}));
    assert_eq!((&re_rating["answered"], &re_rating["criteria"]), (&32.into(), &32.into()));
}

#[test]
fn a_file_that_does_not_fit_is_rated_and_its_faults_are_said_with_exit_code_1() {
    let path = folder("faults").join("faults.json");
    let text = fs::read_to_string(golden("set-01-five-stars.json")).unwrap();
    fs::write(&path, text.replace("\"1.1\": {\n      \"level\": 2", "\"1.1\": {\n      \"level\": 8")).unwrap();
    let path = path.to_str().unwrap();
    let (out, err) = check(&["rate", path], 1);
    assert!(out.contains("chưa trả lời 1"), "{out}");
    assert!(err.contains("mức 8") && err.contains("/answers/1.1/level"), "{err}");
    let (out, _) = check(&["rate", "--json", path], 1);
    assert_eq!(lines(&out)[0]["warnings"][0]["code"], "unknown-level");
}

#[test]
fn a_file_that_cannot_be_read_says_why_with_exit_code_2_and_the_others_are_rated() {
    let folder = folder("unreadable");
    fs::write(folder.join("cut.json"), &fs::read(golden("upgrade.json")).unwrap()[..500]).unwrap();
    fs::write(folder.join("other.json"), "{\"type\": \"FeatureCollection\"}").unwrap();
    fs::write(folder.join("z.json"), fs::read(golden("upgrade.json")).unwrap()).unwrap();
    fs::write(folder.join("notes.txt"), "not looked at").unwrap();
    let missing = folder.join("missing.json");
    let (out, err) = check(&["rate", folder.to_str().unwrap(), missing.to_str().unwrap()], 2);
    assert_eq!(out.lines().count(), 2, "{out}");
    assert!(out.contains("Trà hoa cúc Nghĩa Trai"), "{out}");
    assert!(err.contains("cut.json: Tệp bị cắt ngang ở dòng"), "{err}");
    assert!(err.contains("other.json: Tệp này của chương trình khác"), "{err}");
    assert!(err.contains("missing.json: Không mở được"), "{err}");
    let (out, _) = check(&["rate", "--json", folder.to_str().unwrap()], 2);
    let codes: Vec<_> = lines(&out).iter().map(|line| line["error"]["code"].clone()).collect();
    assert_eq!(codes, ["cut-short".into(), "other-program".into(), Value::Null]);
}

/// A pipe that nobody writes to would never open.
#[cfg(unix)]
#[test]
fn what_is_no_file_is_said_at_once_and_in_the_readers_language() {
    let folder = folder("odd");
    let pipe = folder.join("ong.json");
    let _ = fs::remove_file(&pipe);
    assert!(Command::new("mkfifo").arg(&pipe).status().expect("mkfifo").success());
    let (_, err) = check(&["check", pipe.to_str().unwrap()], 2);
    assert!(err.contains("không phải tệp thường"), "{err}");
    let (_, err) = check(&["rate", "--lang", "en", "/dev/null"], 2);
    assert!(err.contains("no regular file"), "{err}");
    let (_, err) = check(&["rate", folder.join("khong-co.json").to_str().unwrap()], 2);
    assert!(err.contains("không có tệp hay thư mục này") && !err.contains("os error"), "{err}");
    let (_, err) = check(&["sheet", "27"], 2);
    assert!(err.contains("không có bộ sản phẩm số 27: các bộ là từ 1 đến 26"), "{err}");
    let (_, err) = check(&["sheet", "--lang", "en", "0"], 2);
    assert!(err.contains("has no product set 0"), "{err}");
}

#[test]
fn an_archive_with_a_password_is_called_one() {
    let locked = format!("{}/tests/archives/mat-khau2.zip", env!("CARGO_MANIFEST_DIR"));
    for command in ["rate", "check", "sheet", "panel", "register"] {
        let (_, err) = check(&[command, &locked], 2);
        assert!(err.contains("có mật khẩu"), "{command}: {err}");
        let (_, err) = check(&[command, "--lang", "en", &locked], 2);
        assert!(err.contains("a password"), "{command}: {err}");
    }
    let open = format!("{}/tests/archives/trong-thu-muc.zip", env!("CARGO_MANIFEST_DIR"));
    let (_, err) = check(&["rate", &open], 2);
    assert!(err.contains("ZIP") && !err.contains("mật khẩu"), "{err}");
}

#[test]
fn a_command_line_that_is_not_understood_is_told_in_one_language() {
    for (wrong, expected) in [
        (["rate", "--nhanh"].as_slice(), "không có tùy chọn --nhanh"),
        (&["rate", "--lang"], "sau --lang còn thiếu một giá trị"),
        (&["rate", "--json=1", "a.json"], "--json không nhận giá trị (“1”)"),
    ] {
        let (_, err) = check(wrong, 2);
        assert!(err.contains(expected), "{err}");
        for english in ["option", "argument", "invalid", "unexpected", "missing"] {
            assert!(!err.contains(english), "{err}");
        }
    }
}

#[test]
fn what_a_commune_sent_back_is_told_from_a_dossier() {
    let path = folder("corrections").join("can-bo-sung.json");
    let text = r#"{"format": "ocop-corrections", "version": 1, "decision": "26/2026/QĐ-TTg", "dossier": "a", "corrections": []}"#;
    fs::write(&path, text).unwrap();
    let path = path.to_str().unwrap();
    for command in ["check", "rate", "sheet", "panel", "register"] {
        let (_, err) = check(&[command, path], 2);
        assert!(err.contains("cần bổ sung mà xã gửi lại, không phải hồ sơ"), "{command}: {err}");
    }
    let (out, _) = check(&["rate", "--json", path], 2);
    assert_eq!(lines(&out)[0]["error"]["code"], "corrections");
}

#[test]
fn an_empty_file_is_called_empty() {
    let path = folder("empty").join("empty.json");
    fs::write(&path, "").unwrap();
    let (_, err) = check(&["rate", path.to_str().unwrap()], 2);
    assert!(err.contains("Tệp rỗng"), "{err}");
}

#[test]
fn a_file_of_20_mb_is_refused_by_its_size() {
    let path = folder("large").join("large.json");
    fs::File::create(&path).unwrap().set_len(25_000_000).unwrap();
    let (_, err) = check(&["check", "--lang", "en", path.to_str().unwrap()], 2);
    assert!(err.contains("too large: 25 MB"), "{err}");
}

#[test]
fn check_says_what_is_missing_and_where() {
    let (out, _) = check(&["check", "--today", "01/07/2026", &golden("empty-first.json")], 1);
    assert!(out.contains("applicant.name: Chưa điền."), "{out}");
    assert!(out.contains("Chưa trả lời tiêu chí này."), "{out}");
    let (out, _) = check(&["check", "--json", "--lang", "en", &golden("empty-first.json")], 1);
    let line = &lines(&out)[0];
    let places: Vec<&str> =
        line["findings"].as_array().unwrap().iter().map(|found| found["place"].as_str().unwrap()).collect();
    for place in ["/applicant/name", "/answers/1.1", "/declarations/dossier"] {
        assert!(places.contains(&place), "{place} is not in {places:?}");
    }
}

#[test]
fn check_holds_papers_against_the_day_that_is_given() {
    let expired = |today: &str| {
        let (out, _) = check(&["check", "--lang", "en", "--today", today, &golden("re-rating.json")], 1);
        out.contains("Expired on 05/06/2027")
    };
    assert!(!expired("04/06/2027"));
    assert!(expired("06/06/2027"));
}

#[test]
fn a_dossier_is_read_from_standard_input() {
    let mut child = Command::new(env!("CARGO_BIN_EXE_ocop"))
        .args(["rate", "--json", "-"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    child.stdin.take().unwrap().write_all(&fs::read(golden("odd-texts.html")).unwrap()).unwrap();
    let output = child.wait_with_output().unwrap();
    assert_eq!(lines(&String::from_utf8(output.stdout).unwrap())[0]["id"], "nasty");
}

#[test]
fn texts_of_a_file_cannot_steer_the_terminal() {
    let path = folder("steer").join("steer.json");
    let text = fs::read_to_string(golden("empty-first.json")).unwrap();
    fs::write(
        &path,
        text.replace("\"set\": 13", "\"set\": 13, \"name\": \"\\u001b[2J\\u202ecam\", \"\\u001b[31m\": 1"),
    )
    .unwrap();
    for command in ["rate", "check"] {
        let (out, err) = check(&[command, path.to_str().unwrap()], 1);
        assert!(out.contains("cam"), "{out}");
        assert!(!out.contains(['\u{1b}', '\u{202e}']) && !err.contains('\u{1b}'), "{out}{err}");
    }
}

#[test]
fn a_wrong_command_line_says_what_is_wrong_with_exit_code_2() {
    #[track_caller]
    fn wrong(args: &[&str], expected: &str) {
        let (out, err) = check(args, 2);
        assert!(out.is_empty() && err.contains(expected), "{err}");
    }
    wrong(&[], "Hãy cho biết cần làm gì");
    wrong(&["rates"], "Không có lệnh “rates”");
    wrong(&["rate"], "Hãy cho biết tệp");
    wrong(&["--lang", "en", "check"], "Name a dossier file");
    wrong(&["rate", "--lang", "fr", "x"], "vi hoặc en");
    wrong(&["check", "--today", "2026-07-01", "x"], "DD/MM/YYYY");
    wrong(&["rate", "--loud", "x"], "--loud");
    wrong(&["catalogue", "x"], "không nhận tệp");
    wrong(&["panel", "--apart", "1,5", "x"], "số điểm nguyên từ 0 đến 100");
    wrong(&["rate", "-", "x", "-"], "chỉ dùng được một lần");
    wrong(&["find", ""], "tên sản phẩm đang để trống");
    wrong(&["find", "Cam", " ", "--lang", "en"], "name is empty");
}

#[test]
fn help_is_in_both_languages_and_names_the_exit_codes() {
    let (help, _) = check(&["--help"], 0);
    assert!(help.contains("Mã thoát: 0") && help.contains("SỐ (1 đến 26)") && !help.contains('{'), "{help}");
    assert!(check(&["rate", "--help", "--lang", "en"], 0).0.contains("Exit code: 0"));
    assert!(check(&["--version"], 0).0.starts_with("ocop "));
}

#[test]
fn a_folder_without_dossiers_is_said() {
    let folder = folder("empty");
    fs::create_dir_all(folder.join("within")).unwrap();
    assert!(check(&["rate", folder.to_str().unwrap()], 2).1.contains("không có tệp .json"));
}

#[test]
fn a_long_run_says_how_far_it_is_and_a_folder_within_is_walked() {
    let folder = folder("many");
    let text = fs::read(golden("empty-first.json")).unwrap();
    for half in ["one", "two"] {
        fs::create_dir_all(folder.join(half)).unwrap();
        for number in 0..600 {
            fs::write(folder.join(half).join(format!("{number:04}.json")), &text).unwrap();
        }
    }
    let (out, err) = check(&["rate", folder.to_str().unwrap()], 0);
    assert_eq!(out.lines().count(), 1_201);
    assert_eq!(err, "1000/1200\n");
}

/// `head` closes its end early: no panic, no message.
#[test]
#[cfg(unix)]
fn a_reader_that_stops_early_is_no_fault() {
    let mut child = Command::new(env!("CARGO_BIN_EXE_ocop"))
        .arg("catalogue")
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    drop(child.stdout.take());
    let output = child.wait_with_output().unwrap();
    assert_eq!((output.status.code(), output.stderr), (Some(0), vec![]));
}

#[test]
fn find_prints_the_sets_best_first_with_the_word_that_decided() {
    let (out, _) = check(&["find", "Nước mắm Phú Quốc", "Tỏi Lý Sơn", "Nước lau sàn hữu cơ"], 0);
    assert!(out.contains("Nước mắm Phú Quốc: rõ\n   9  ") && out.contains("vì có “nước mắm”"), "{out}");
    assert!(out.contains("Tỏi Lý Sơn: chưa chắc\n  10  "), "{out}");
    assert!(out.contains("Nước lau sàn hữu cơ: không thuộc Phụ lục I"), "{out}");
    let (out, _) = check(&["find", "--lang", "en", "dried mango"], 0);
    assert!(out.contains("dried mango: sure\n   7  ") && out.contains("because of “dried mango”"), "{out}");
    let (_, err) = check(&["find"], 2);
    assert!(err.contains("tên sản phẩm"), "{err}");
    assert!(check(&["find", "--help"], 0).0.contains("ocop find"));
}

#[test]
fn find_reads_one_name_a_line_and_writes_one_object_a_line() {
    let mut child = Command::new(env!("CARGO_BIN_EXE_ocop"))
        .args(["find", "--json", "-"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let names = "Nước mắm Phú Quốc\r\n\nNước rửa chén sinh học\nb\u{e9}o\u{1b}[31m\nCam";
    child.stdin.take().unwrap().write_all(names.as_bytes()).unwrap();
    let output = child.wait_with_output().unwrap();
    let found = lines(&String::from_utf8(output.stdout).unwrap());
    assert_eq!(found.len(), 5, "{found:?}");
    assert_eq!(found[0]["name"], "Nước mắm Phú Quốc");
    assert_eq!(found[0]["sets"][0], serde_json::json!({"set": 9, "because": "nước mắm"}));
    assert_eq!(found[0]["sure"], true);
    assert_eq!(found[1]["sets"], serde_json::json!([]));
    assert_eq!(found[2]["sets"], serde_json::json!([]));
    assert_eq!(found[4]["sets"][0]["set"], 1);
}

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
    assert_eq!(panel["sheets"][0], serde_json::json!({"scorer": "An", "role": "", "late": false}));
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
fn a_day_counted_over_a_tet_that_is_not_known_is_told() {
    let file = golden("re-rating.json");
    let told = |today: &str| check(&["check", "--today", today, &file], 1).0.contains("Tết và Giỗ Tổ năm 2041");
    assert_eq!(["15/01/2040", "05/12/2040", "15/01/2041", "01/06/2041"].map(told), [false, false, true, false]);
    let (json, _) = check(&["check", "--json", "--today", "15/01/2041", &file], 1);
    assert_eq!(lines(&json)[0]["holidays_unknown"], 2041);
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
    // A line for each criterion and level, and what belongs to a title below it.
    let lines: Vec<&str> = blank.lines().collect();
    for line in ["Các tiêu chí | Thang điểm | Điểm chấm", "1.1. Nguồn gốc sản phẩm | 3", "TỔNG CỘNG | 100"]
    {
        assert!(lines.contains(&line), "{line}\n{blank}");
    }
    assert!(!blank.replace("...", "…").contains(".."), "{blank}");
    let (filled, _) = check(&["sheet", &golden("set-01-five-stars.json")], 0);
    assert!(filled.lines().any(|line| line == "TỔNG CỘNG | 100 | 100"), "{filled}");
    assert!(filled.contains("Sầu riêng Ea Kao") && filled.contains("[√]"), "{filled}");
    let (both, _) = check(&["sheet", "1", "26"], 0);
    assert_eq!(both.matches("TỔNG CỘNG | 100").count(), 2, "a sheet for each number: {both}");
    let (tourism, _) = check(&["sheet", "26"], 0);
    assert!(both.starts_with(&blank) && both.ends_with(&tourism), "one after the other");
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

#[test]
fn what_a_mac_puts_beside_the_files_of_an_archive_is_passed_over() {
    let place = tempfile::tempdir().expect("a folder");
    let file = std::fs::read(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/dossiers/v1/set-16-zero.json"))
        .expect("the golden file");
    std::fs::write(place.path().join("ho-so.json"), file).expect("a file");
    std::fs::create_dir(place.path().join("__MACOSX")).expect("a folder");
    for beside in ["__MACOSX/._ho-so.json", "._ho-so.json"] {
        std::fs::write(place.path().join(beside), b"\0\x05\x16\x07").expect("a file");
    }
    let rated = ocop(&["rate", "--json", place.path().to_str().expect("a path")]);
    assert_eq!((rated.status.code(), String::from_utf8_lossy(&rated.stdout).lines().count()), (Some(0), 1));
}
