//! The command `ocop`, run as its users run it.

mod panel;
mod sheets;

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
    let commands = ["rate", "check", "find", "sheet", "panel", "register", "catalogue"];
    for command in commands {
        let (own, _) = check(&[command, "--help"], 0);
        assert_eq!(check(&["help", command], 0).0, own);
        for other in commands {
            assert_eq!(own.contains(&format!("ocop {other} ")), other == command, "{own}");
        }
        assert_eq!(own.contains("--early"), command == "panel", "{own}");
        assert_eq!(own.contains("--today"), ["check", "register"].contains(&command), "{own}");
        assert_eq!(own.contains("TỆP là"), !["find", "catalogue"].contains(&command), "{own}");
        assert_eq!(own.contains("--json"), command != "catalogue", "{own}");
    }
    assert!(check(&["help", "nothing"], 2).1.contains("Không có lệnh"));
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

#[test]
fn a_day_counted_over_a_tet_that_is_not_known_is_told() {
    let file = golden("re-rating.json");
    let told = |today: &str| check(&["check", "--today", today, &file], 1).0.contains("Tết và Giỗ Tổ năm 2041");
    assert_eq!(["15/01/2040", "05/12/2040", "15/01/2041", "01/06/2041"].map(told), [false, false, true, false]);
    let (json, _) = check(&["check", "--json", "--today", "15/01/2041", &file], 1);
    assert_eq!(lines(&json)[0]["holidays_unknown"], 2041);
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
