//! Papers: noted once, tied to criteria, flagged by their dates, with photos that stay on the device.

use std::path::PathBuf;

use serde_json::json;

use crate::harness::{Browser, Engine, Site, Size};
use crate::steps::{dossier_file, file, kept, open, page, wait_saved};

/// A browser that shows the papers of 3.5 of the example, and the address of the example.
fn at_the_papers(site: &Site) -> (Browser, String) {
    let browser = Browser::open(&site.url(""), Size::Phone);
    browser.click("button", "Xem thử một ví dụ");
    browser.wait_heading("Cam sành");
    wait_saved(&browser);
    let dossier = browser.url();
    browser.goto(&format!("{dossier}/evidence/3.5"));
    browser.wait_text("Tài liệu minh chứng mức này");
    (browser, dossier)
}

/// Notes the first paper that the guide suggests, the trademark certificate, and opens it.
fn at_a_paper(site: &Site) -> (Browser, String) {
    let (browser, dossier) = at_the_papers(site);
    browser.click("button", "Có rồi: Giấy chứng nhận đăng ký nhãn hiệu");
    browser.click("link", "Ảnh, bản quét, chi tiết");
    browser.wait_heading("Giấy chứng nhận đăng ký nhãn hiệu");
    (browser, dossier)
}

fn files_kept(browser: &Browser) -> u64 {
    let count = "return new Promise((done) => {
        const open = indexedDB.open('ocop');
        open.onsuccess = () => {
          const count = open.result.transaction('files').objectStore('files').count();
          count.onsuccess = () => { open.result.close(); done(count.result); };
        };
      })";
    browser.run(count, json!([])).as_u64().unwrap_or_default()
}

/// A picture of paper in a file: grey noise, which no codec makes small.
fn picture(browser: &Browser, folder: &tempfile::TempDir) -> PathBuf {
    let drawn = "return (async () => {
        const canvas = new OffscreenCanvas(2400, 1800);
        const context = canvas.getContext('2d');
        const image = context.createImageData(2400, 1800);
        for (let at = 0, seed = 1; at < image.data.length; at += 4) {
          seed = (seed * 1103515245 + 12345) % 2147483648;
          image.data.fill(seed >> 23, at, at + 3);
          image.data[at + 3] = 255;
        }
        context.putImageData(image, 0, 0);
        const blob = await canvas.convertToBlob({ type: 'image/jpeg', quality: 0.9 });
        return Array.from(new Uint8Array(await blob.arrayBuffer()), (byte) => String.fromCharCode(byte)).join('');
      })()";
    let text = browser.run(drawn, json!([]));
    let bytes: Vec<u8> = text.as_str().expect("a picture").chars().map(|byte| byte as u8).collect();
    let path = folder.path().join("giay-chung-nhan.jpg");
    std::fs::write(&path, bytes).expect("the picture in a file");
    path
}

#[test]
fn the_papers_of_a_level_prove_it_together_and_make_its_points_safe() {
    let site = Site::of_the_build();
    let (browser, dossier) = at_a_paper(&site);
    let bare = || {
        browser.goto(&format!("{dossier}/evidence"));
        browser.wait_text("Chứng minh 3.5");
        browser.click("button", "Còn thiếu");
        browser.wait_text("3.3");
        let text = browser.text();
        text.split("Có điểm mà chưa đủ giấy").nth(1).expect("what has too few papers").to_owned()
    };
    // One of four is not enough, and is told as that.
    let told = bare();
    let told = told.split("3.5").nth(1).expect("3.5 is there").split("điểm").next().unwrap_or_default().to_owned();
    assert!(told.contains("còn thiếu 3 giấy tờ"), "{told}");
    browser.goto(&format!("{dossier}/c/3.5"));
    browser.wait_text("1/4 đã có");
    browser.find("button", "Sửa: Giấy chứng nhận đăng ký nhãn hiệu");
    for held in 2..=4 {
        let names = browser.names("button");
        let name = names.iter().find(|name| name.starts_with("Có rồi: ")).expect("a further paper");
        browser.click("button", name);
        browser.wait_text(&format!("{held}/4 đã có"));
    }
    wait_saved(&browser);
    assert!(!bare().contains("3.5"));
}

#[test]
fn a_paper_is_filled_in_where_the_level_is_chosen_and_the_page_stays_where_it_was() {
    let site = Site::of_the_build();
    let (browser, dossier) = at_the_papers(&site);
    browser.goto(&format!("{dossier}/c/3.5"));
    browser.wait_text("Tài liệu minh chứng mức này");
    browser.click("button", "Có rồi: Giấy chứng nhận đăng ký nhãn hiệu");
    browser.fill("textbox", "Số hiệu", "4-0412345");
    browser.wait("the number to have the focus", || {
        browser.eval("document.activeElement.value === '4-0412345'").as_bool().filter(|it| *it)
    });
    browser.click("summary", "Đứng tên ai, tên sản phẩm trên giấy");
    browser.click("button", "Đúng như hồ sơ");
    browser.wait("the product's name", || {
        let names =
            "[...document.querySelectorAll('.paper-printed input')].some((it) => it.value.includes('Cam sành'))";
        browser.eval(names).as_bool().filter(|it| *it)
    });
    let pressed = browser.press_in_sight("button", "Xong: Giấy chứng nhận đăng ký nhãn hiệu");
    browser.wait_text("Số 4-0412345");
    browser.wait("the focus to be at the paper", || {
        browser.eval("document.activeElement.id.startsWith('edit-')").as_bool().filter(|it| *it)
    });
    let now = browser.eval("document.activeElement.getBoundingClientRect().top").as_f64().unwrap_or_default();
    assert!((now - pressed).abs() < 2.0, "what takes the button's place is where it was: {pressed}, {now}");
    assert!(browser.url().ends_with("/c/3.5"), "{}", browser.url());
    // Done on the paper's own page, its form is not open once more on the criterion.
    browser.click("button", "Sửa: Giấy chứng nhận đăng ký nhãn hiệu");
    browser.click("link", "Ảnh, bản quét, chi tiết");
    browser.wait_heading("Giấy chứng nhận đăng ký nhãn hiệu");
    browser.click("button", "Xong");
    browser.wait_text("Tài liệu minh chứng mức này");
    browser.wait("the focus to be at the paper", || {
        browser.eval("document.activeElement.id.startsWith('edit-')").as_bool().filter(|it| *it)
    });
    browser.find("button", "Sửa: Giấy chứng nhận đăng ký nhãn hiệu");
    assert!(!browser.has("textbox", "Số hiệu"), "the form is shut");
    // Back, it is found as it was left.
    browser.click("button", "Sửa: Giấy chứng nhận đăng ký nhãn hiệu");
    browser.click("link", "Ảnh, bản quét, chi tiết");
    browser.wait_heading("Giấy chứng nhận đăng ký nhãn hiệu");
    browser.back();
    browser.find("button", "Xong: Giấy chứng nhận đăng ký nhãn hiệu");
}

#[test]
fn a_list_pasted_from_excel_proposes_the_level_and_tells_an_answer_above_it() {
    let site = Site::of_the_build();
    let (browser, dossier) = at_the_papers(&site);
    browser.goto(&format!("{dossier}/c/3.3"));
    browser.wait_text("Bảng kê lao động");
    browser.click("button", "Dán từ Excel");
    let list = "Họ và tên\tThường trú\tSố người\nTổ trồng\tTrong xã\t1\nTổ đóng gói\tNơi khác\t2\nTổng cộng\t\t3";
    paste(&browser, list);
    browser.wait_text("Bỏ qua 1 dòng tổng cộng hoặc dòng trống.");
    browser.click("button", "Nhận 2 dòng");
    browser.wait_text("1 / 3 = 33,33 %");
    browser.wait_text("Câu trả lời cao hơn số liệu trong bảng");
    browser.wait_text("thêm 1 lao động trong xã");
    browser.click("button", "Chọn mức này");
    browser.wait_text("Đúng với câu trả lời");
    wait_saved(&browser);
    browser.reload();
    browser.wait_text("1 / 3 = 33,33 %");
}

/// Pasted, not typed: the Tab key would leave the field.
fn paste(browser: &Browser, list: &str) {
    browser.find("textbox", "Sao chép các ô trong Excel rồi dán vào đây");
    let paste = "const field = document.querySelector('textarea[placeholder=\"Dán vào đây\"]');
        field.focus();
        document.execCommand('insertText', false, arguments[0]);";
    browser.run(paste, json!([list]));
}

#[test]
fn addresses_pasted_before_the_commune_is_known_are_told_once_it_is_typed() {
    let site = Site::of_the_build();
    let (browser, dossier) = at_the_papers(&site);
    browser.goto(&format!("{dossier}/c/3.3"));
    browser.wait_text("Bảng kê lao động");
    let list = "Họ tên\tSố sổ BHXH\tThường trú\nHoa\t0123456789\tXóm 3, xã Cao Phong\n\
        Nam\t0123456780\txã Mường Thàng\nLan\t0123456781\txã Thung Nai";
    browser.click("button", "Dán từ Excel");
    paste(&browser, list);
    browser.wait_text("chưa biết xã của đơn vị nên chưa rõ");
    browser.fill("combobox", "Xã của đơn vị (để biết ai, nơi nào ở trong xã)", "xã Cao Phong");
    browser.wait_text("2 dòng có chỗ cần xem lại");
    browser.click("button", "Nhận 3 dòng");
    browser.wait_text("Từ 33,33 % đến 100 %");
    browser.choose("2 dòng chưa rõ: Trong xã hay nơi khác", "Nơi khác");
    browser.wait("nothing doubtful", || (!browser.text().contains("xem lại")).then_some(()));

    // The same once more: added or put in the place of what is there, and never lost.
    browser.click("button", "Dán từ Excel");
    paste(&browser, list);
    browser.click("button", "Thay 3 dòng đang có");
    browser.click("button", "Hoàn tác: 3 dòng");
    browser.wait("what was chosen to be back", || (!browser.text().contains("xem lại")).then_some(()));
    browser.click("button", "Xóa cả bảng");
    browser.click("button", "Hoàn tác: 3 dòng");
    browser.wait_text("1 / 3 = 33,33 %");
}

#[test]
fn a_name_that_is_typed_proposes_the_paper_with_its_criteria() {
    let site = Site::of_the_build();
    let (browser, dossier) = at_the_papers(&site);
    browser.goto(&format!("{dossier}/evidence"));
    browser.click("button", "Ghi giấy mới");
    browser.fill("textbox", "Tên giấy", "gcn nhan hieu");
    browser.click("button", "Giấy chứng nhận đăng ký nhãn hiệu");
    browser.wait_heading("Giấy chứng nhận đăng ký nhãn hiệu");
    browser.goto(&format!("{dossier}/evidence"));
    browser.wait_text("Chứng minh 3.5");
}

/// Noted in own words first, as a photo comes before anybody asks what it is.
#[test]
fn a_paper_taken_for_one_of_the_guides_goes_to_its_criteria_and_can_be_taken_back() {
    let site = Site::of_the_build();
    let (browser, dossier) = at_the_papers(&site);
    browser.goto(&format!("{dossier}/evidence"));
    browser.click("button", "Ghi giấy mới");
    browser.fill("textbox", "Tên giấy", "gcn nhan hieu");
    browser.click("button", "Ghi đúng tên đã gõ");
    browser.wait_heading("gcn nhan hieu");
    browser.wait_text("Có phải giấy này không?");
    // What it will do stands on the button.
    browser.click("button", "Giấy chứng nhận đăng ký nhãn hiệu gắn với 3.5");
    browser.wait_text("Đã nhận là “Giấy chứng nhận đăng ký nhãn hiệu” và gắn với 3.5.");
    wait_saved(&browser);
    browser.goto(&format!("{dossier}/evidence"));
    browser.wait_text("Chứng minh 3.5");
    browser.click("link", "gcn nhan hieu");
    browser.wait_text("và gắn với 3.5.");
    browser.click("button", "Hoàn tác: Giấy chứng nhận đăng ký nhãn hiệu");
    browser.wait_text("Có phải giấy này không?");
    wait_saved(&browser);
    browser.goto(&format!("{dossier}/evidence"));
    browser.wait_text("Chưa gắn với tiêu chí nào");
}

#[test]
fn a_paper_that_is_ticked_is_a_paper_of_the_list() {
    let site = Site::of_the_build();
    let (browser, dossier) = at_the_papers(&site);
    browser.goto(&format!("{dossier}/papers"));
    browser.click("summary", "7. Sở hữu trí tuệ");
    browser.click("checkbox", "Giấy chứng nhận đăng ký nhãn hiệu");
    browser.click("button", "Đã có");
    browser.wait_text("Chứng minh 3.5");
}

#[test]
fn a_paper_that_ended_is_flagged_and_a_date_that_is_none_is_told() {
    let site = Site::of_the_build();
    let (browser, dossier) = at_a_paper(&site);
    browser.fill("textbox", "Có giá trị đến", "01/02/2020");
    browser.wait_text("Đã hết hạn ngày 01/02/2020");
    browser.fill("textbox", "Ngày cấp", "31/02/2019");
    browser.fill("textbox", "Số hiệu", "4-0412345");
    // It is said once the fields are left, so that nothing moves while they are filled in.
    browser.run("document.activeElement.blur()", json!([]));
    browser.wait_text("Lịch không có ngày này");
    wait_saved(&browser);
    browser.goto(&format!("{dossier}/evidence"));
    browser.click("button", "Hạn hiệu lực");
    browser.wait_text("Số 4-0412345");
    browser.wait_text("Hết hạn 01/02/2020");
}

#[test]
fn one_paper_can_prove_several_criteria_and_be_deleted_from_all() {
    let site = Site::of_the_build();
    let (browser, dossier) = at_a_paper(&site);
    browser.click("summary", "Chọn tiêu chí khác");
    browser.click("checkbox", "2.3 Phong cách, ghi nhãn");
    wait_saved(&browser);
    browser.goto(&format!("{dossier}/evidence"));
    browser.wait_text("Chứng minh 2.3, 3.5");
    browser.click("link", "Giấy chứng nhận đăng ký nhãn hiệu");
    browser.click("summary", "Xóa giấy này");
    browser.click("button", "Xóa");
    browser.wait_heading("Tài liệu minh chứng");
    browser.wait_text("Chưa ghi giấy nào");
}

/// As where a newer build has changed the database: this one is answered by nothing that it could keep a photo in.
#[test]
fn a_photo_that_the_database_does_not_answer_for_is_said_to_be_held_by_another_window() {
    let site = Site::of_the_build();
    let (browser, dossier) = at_a_paper(&site);
    let folder = tempfile::tempdir().expect("a folder");
    let photo = picture(&browser, &folder);
    let newer = "const done = arguments[arguments.length - 1];
        const open = indexedDB.open('ocop', 99);
        open.onsuccess = () => { open.result.close(); done(true); };
        open.onerror = () => done(false);";
    assert_eq!(browser.run_async(newer, json!([])), true);
    browser.upload("Chụp hoặc chọn tệp", &photo);
    browser.wait_text("Hãy đóng các cửa sổ đó rồi thêm lại.");
    assert!(!browser.text().contains("không cho lưu"), "the browser would let the page keep it");
    let route = dossier.split_once('#').map_or("", |(_, route)| route);
    browser.follow(&format!("#{route}/history"));
    browser.wait_heading("Các bản trước");
    browser.wait_text("Chưa mở được các bản trước");
}

#[test]
fn a_photo_stays_is_shown_made_smaller_and_removed() {
    let site = Site::of_the_build();
    let (browser, _) = at_a_paper(&site);
    let folder = tempfile::tempdir().expect("a folder");
    let photo = picture(&browser, &folder);
    browser.upload("Chụp hoặc chọn tệp", &photo);
    browser.wait_text("giay-chung-nhan.jpg");
    wait_saved(&browser);
    browser.reload();
    browser.wait_text("giay-chung-nhan.jpg");
    assert_eq!(files_kept(&browser), 1);
    browser.click("button", "Xem");
    browser.wait("the picture", || {
        browser.eval("document.querySelector('.attached-picture')?.naturalWidth === 2400").as_bool().filter(|it| *it)
    });
    browser.click("button", "Thu nhỏ");
    browser.click("button", "Xem");
    browser.wait("the smaller picture", || {
        browser.eval("document.querySelector('.attached-picture')?.naturalWidth === 1600").as_bool().filter(|it| *it)
    });
    // The larger one stays, for the earlier version that shows it.
    browser.wait("both to be kept", || (files_kept(&browser) == 2).then_some(()));
    browser.click("button", "Tải về");
    let smaller = browser.download();
    assert!(smaller.metadata().expect("a file").len() < photo.metadata().expect("a file").len());
    browser.click("summary", "Bỏ “giay-chung-nhan.jpg”");
    browser.click("button", "Bỏ khỏi giấy tờ này");
    browser.wait_gone("button", "Xem");
    assert_eq!(files_kept(&browser), 2, "earlier versions show them");
}

#[test]
fn what_is_neither_picture_nor_pdf_is_refused_whatever_it_is_called() {
    let site = Site::of_the_build();
    let (browser, _) = at_a_paper(&site);
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("giay.jpg");
    std::fs::write(&path, "<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>").expect("a file");
    browser.upload("Chụp hoặc chọn tệp", &path);
    browser.wait_text("Không nhận “giay.jpg”");
    assert_eq!(files_kept(&browser), 0);
}

/// Chats put signs that nobody sees into the names of the photos that they hand on, and cut the photos themselves.
#[test]
fn a_picture_that_is_damaged_is_said_to_be_so_where_it_is_looked_at() {
    let site = Site::of_the_build();
    let (browser, _) = at_a_paper(&site);
    browser.run("window.thrown = []; addEventListener('error', (event) => thrown.push(event.message))", json!([]));
    let folder = tempfile::tempdir().expect("a folder");
    let cut = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x40\0\0";
    browser.upload("Chụp hoặc chọn tệp", &file(folder.path(), "giay\u{200e}-chung-nhan.png", cut));
    // It is kept, and said to be damaged while the paper is still at hand.
    browser.wait_text("-chung-nhan.png”, nhưng ảnh không hiện được");
    assert_eq!(files_kept(&browser), 1);
    browser.click("button", "Xem");
    browser.wait_text("Trình duyệt này không hiện được ảnh");
    assert_eq!(browser.eval("thrown"), json!([]), "a name is left as it is");
}

/// Of a photo that was cut, browsers show the upper part and say nothing.
#[test]
fn a_photo_that_was_cut_is_said_to_be_so_as_it_is_attached() {
    let site = Site::of_the_build();
    let (browser, _) = at_a_paper(&site);
    let folder = tempfile::tempdir().expect("a folder");
    let whole = picture(&browser, &folder);
    browser.upload("Chụp hoặc chọn tệp", &whole);
    browser.wait("it to be kept", || (files_kept(&browser) == 1).then_some(()));
    let is_through = "!document.querySelector('.attached input[type=file]').disabled";
    browser.wait("it to be looked at", || browser.eval(is_through).as_bool().filter(|through| *through));
    let bytes = std::fs::read(&whole).expect("the picture");
    let cut = file(folder.path(), "bi-cat.jpg", &bytes[..bytes.len() / 2]);
    browser.upload("Chụp hoặc chọn tệp", &cut);
    browser.wait_text("Đã cất “bi-cat.jpg”, nhưng ảnh không hiện được hoặc hiện không đủ");
    assert!(!browser.text().contains("Đã cất “giay-chung-nhan.jpg”"), "the whole one needs no word");
    assert_eq!(files_kept(&browser), 2);
}

#[test]
fn photos_outlive_their_dossier_for_whoever_deleted_it_too_soon() {
    let site = Site::of_the_build();
    let (browser, _) = at_a_paper(&site);
    let folder = tempfile::tempdir().expect("a folder");
    let photo = picture(&browser, &folder);
    browser.upload("Chụp hoặc chọn tệp", &photo);
    browser.wait_text("giay-chung-nhan.jpg");
    wait_saved(&browser);
    browser.follow("#/");
    browser.click("summary", "Việc khác với Cam sành (ví dụ)");
    browser.click("button", "Xóa");
    browser.find("button", "Hoàn tác");
    assert_eq!(files_kept(&browser), 1, "as long as it can come back");
    // Both ways stand on one line.
    let lines = "[...document.querySelectorAll('.trash .link')].map((one) => { const range = document.createRange();
        range.selectNodeContents(one.firstChild); return Math.round(range.getBoundingClientRect().top); })";
    let lines: Vec<i64> = serde_json::from_value(browser.eval(lines)).expect("two lines");
    assert!(lines.len() == 2 && (lines[0] - lines[1]).abs() <= 2, "{lines:?}");
    browser.click("summary", "Xóa hẳn : Cam sành (ví dụ)");
    browser.wait_text("Xóa hẳn rồi thì không lấy lại được: “Cam sành (ví dụ)”.");
    browser.click("button", "Xóa hẳn");
    browser
        .wait("the dossier to be gone", || kept(&browser).as_object().is_some_and(|all| all.is_empty()).then_some(()));
    // A day later it goes: the sessions' own tests have the clock for that.
    assert_eq!(files_kept(&browser), 1, "not within a day");
}

#[test]
fn a_photo_leaves_in_the_archive_and_comes_in_again() {
    let site = Site::of_the_build();
    let (browser, dossier) = at_a_paper(&site);
    let folder = tempfile::tempdir().expect("a folder");
    let photo = picture(&browser, &folder);
    browser.upload("Chụp hoặc chọn tệp", &photo);
    browser.wait_text("giay-chung-nhan.jpg");
    wait_saved(&browser);
    let paper = browser.url();
    browser.goto(&format!("{dossier}/check"));
    browser.click("button", "Trọn bộ để nộp");
    let archive = browser.download();
    browser.wait_text("Đã soạn");
    // By a page of the whole app, so that the first one is not just being replaced.
    let other = Browser::open(&site.url("#/glossary"), Size::Desktop);
    other.wait_heading("Giải thích từ ngữ");
    other.follow("#/");
    other.upload("Mở tệp hồ sơ", &archive);
    other.wait("the dossier to be open", || other.url().contains("#/d/").then_some(()));
    let fragment = paper.split_once('#').expect("a fragment").1;
    other.follow(&format!("#{fragment}"));
    other.click("button", "Xem");
    other.wait("the photo", || {
        other.eval("document.querySelector('.attached-picture')?.naturalWidth === 2400").as_bool().filter(|it| *it)
    });
}

/// Of three hundred photos of 4 MB each a browser has no room for one more copy of all of them: it puts the archive
/// together of the files that it keeps. Those that were attached before it kept files are copied.
#[test]
fn the_archive_is_made_of_the_kept_photos_and_not_of_copies() {
    const PHOTOS: usize = 12;
    const BYTES: usize = 300_000;
    let site = Site::of_the_build();
    let (browser, dossier) = at_a_paper(&site);
    let folder = tempfile::tempdir().expect("a folder");
    let scan = |n: usize| {
        let bytes: Vec<u8> = format!("%PDF-1.4 trang {n} ").bytes().cycle().take(BYTES + n).collect();
        file(folder.path(), &format!("ban-quet-{n}.pdf"), &bytes).display().to_string()
    };
    let scans = (0..PHOTOS).map(scan).collect::<Vec<_>>().join("\n");
    browser.upload("Chụp hoặc chọn tệp", &PathBuf::from(scans));
    browser.wait("all to be kept", || (files_kept(&browser) == PHOTOS as u64).then_some(()));
    wait_saved(&browser);
    let copied = "window.copied = 0;
        window.Blob = new Proxy(Blob, { construct(own, given) {
          for (const part of given[0] ?? []) if (!(part instanceof own)) window.copied += part.byteLength ?? part.length;
          return new own(...given);
        } });";
    browser.goto(&format!("{dossier}/check"));
    browser.find("button", "Trọn bộ để nộp");
    browser.run(copied, json!([]));
    browser.click("button", "Trọn bộ để nộp");
    let whole = std::fs::read(browser.download()).expect("the archive");
    browser.wait_text("Đã soạn");
    assert!(whole.len() > PHOTOS * BYTES, "every scan is in it");
    let copied = browser.eval("window.copied").as_u64().unwrap_or_default() as usize;
    if browser.engine != Engine::WebKit {
        assert!(copied < PHOTOS * BYTES / 2, "{copied} bytes were copied");
    }
    // As the browser has them from before: bytes, not files.
    let as_bytes = "const done = arguments[arguments.length - 1];
        indexedDB.open('ocop').onsuccess = async ({ target: { result: database } }) => {
          const came = (request) => new Promise((heard) => { request.onsuccess = () => heard(request.result); });
          const before = database.transaction('files').objectStore('files');
          const [keys, values] = await Promise.all([came(before.getAllKeys()), came(before.getAll())]);
          const bytes = await Promise.all(values.map(async (one) => new Uint8Array(await new Response(one).arrayBuffer())));
          const work = database.transaction('files', 'readwrite');
          keys.forEach((key, place) => work.objectStore('files').put(bytes[place], key));
          work.oncomplete = () => { database.close(); done(true); };
        };";
    browser.run_async(as_bytes, json!([]));
    browser.click("button", "Trọn bộ để nộp");
    let again = std::fs::read(browser.download()).expect("the archive once more");
    assert_eq!(again.len(), whole.len(), "the same photos");
}

/// A file that a disk or a cable changed: every byte is there, one is another.
#[test]
fn a_damaged_scan_is_told_by_its_name_on_the_way_out_and_on_the_way_in() {
    let site = Site::of_the_build();
    let (browser, dossier) = at_a_paper(&site);
    let folder = tempfile::tempdir().expect("a folder");
    browser.upload("Chụp hoặc chọn tệp", &file(folder.path(), "hop-dong.pdf", b"%PDF-1.4 hop dong thu mua"));
    browser.upload("Chụp hoặc chọn tệp", &file(folder.path(), "hoa-don.pdf", b"%PDF-1.4 hoa don ban hang"));
    browser.wait("both to be kept", || (files_kept(&browser) == 2).then_some(()));
    wait_saved(&browser);
    let change = "const done = arguments[arguments.length - 1];
        indexedDB.open('ocop').onsuccess = async ({ target: { result: database } }) => {
          const came = (request) => new Promise((heard) => { request.onsuccess = () => heard(request.result); });
          const before = database.transaction('files').objectStore('files');
          const [keys, values] = await Promise.all([came(before.getAllKeys()), came(before.getAll())]);
          for (const [place, key] of keys.entries()) {
            const bytes = new Uint8Array(await new Blob([values[place]]).arrayBuffer());
            if (!new TextDecoder().decode(bytes).includes('hop dong')) continue;
            bytes[bytes.length - 1] ^= 1;
            const changed = values[place] instanceof Blob ? new Blob([bytes]) : bytes;
            const work = database.transaction('files', 'readwrite');
            work.objectStore('files').put(changed, key);
            await new Promise((kept) => { work.oncomplete = kept; });
          }
          database.close();
          done(true);
        };";
    browser.run_async(change, json!([]));
    browser.goto(&format!("{dossier}/check"));
    browser.click("button", "Trọn bộ để nộp");
    let archive = browser.download();
    browser.wait_text("Đã hỏng trên máy này, hãy chụp hoặc quét lại: “hop-dong.pdf”.");

    let other = Browser::open(&site.url("#/glossary"), Size::Desktop);
    other.wait_heading("Giải thích từ ngữ");
    other.follow("#/");
    other.upload("Mở tệp hồ sơ", &archive);
    other.wait_text("Đã hỏng trong tệp: “hop-dong.pdf”.");
    other.wait("the whole one to be kept", || (files_kept(&other) == 1).then_some(()));
}

/// Draws that come so slowly that somebody has the time to change their mind between two files.
const SLOW: &str = "window.requestAnimationFrame = (drawn) => setTimeout(() => drawn(performance.now()), 150);";

#[test]
fn what_takes_long_tells_how_far_it_is_and_can_be_given_up() {
    let site = Site::of_the_build();
    let (browser, dossier) = at_a_paper(&site);
    let folder = tempfile::tempdir().expect("a folder");
    let scans = |first: usize, count: usize| {
        let scan = |n: usize| {
            let path = folder.path().join(format!("ban-quet-{n}.pdf"));
            std::fs::write(&path, format!("%PDF-1.4 {n}")).expect("a scan");
            path.display().to_string()
        };
        std::path::PathBuf::from((first..first + count).map(scan).collect::<Vec<_>>().join("\n"))
    };
    browser.upload("Chụp hoặc chọn tệp", &scans(0, 40));
    browser.wait("all to be kept", || (files_kept(&browser) == 40).then_some(()));
    wait_saved(&browser);

    let paper = browser.url();
    browser.run(SLOW, json!([]));
    browser.upload("Chụp hoặc chọn tệp", &scans(40, 120));
    browser.wait_text("/120…");
    // It moves while the list grows, and a driver hits only what stands still.
    browser.find("button", "Thôi, bỏ các tệp còn lại");
    let give_up =
        "[...document.querySelectorAll('button')].find((e) => e.innerText.includes('bỏ các tệp còn lại'))?.click()";
    browser.eval(give_up);
    browser.wait_gone("button", "Thôi, bỏ các tệp còn lại");
    let kept = files_kept(&browser);
    assert!((40..160).contains(&kept), "{kept} are kept");
    assert_eq!(browser.names("button").iter().filter(|name| *name == "Tải về").count() as u64, kept, "each is shown");
    assert_eq!(browser.url(), paper);

    browser.goto(&format!("{dossier}/check"));
    browser.wait_heading("Kiểm tra và tải về");
    browser.run(SLOW, json!([]));
    browser.click("button", "Trọn bộ để nộp");
    browser.wait_text("Đang xếp tệp");
    browser.click("button", "Thôi, không soạn nữa");
    browser.wait_text("Chưa có tệp nào được tải về");
    assert!(!browser.text().contains("Những bản đã lập"), "nothing was made");
}

#[test]
fn what_takes_long_is_in_sight_on_every_page_and_is_given_up_from_there() {
    let site = Site::of_the_build();
    let (browser, dossier) = at_a_paper(&site);
    let folder = tempfile::tempdir().expect("a folder");
    let scans: Vec<String> = (0..160)
        .map(|n| {
            file(folder.path(), &format!("ban-quet-{n}.pdf"), format!("%PDF-1.4 {n}").as_bytes()).display().to_string()
        })
        .collect();
    browser.run(SLOW, json!([]));
    browser.upload("Chụp hoặc chọn tệp", &std::path::PathBuf::from(scans.join("\n")));
    browser.wait_text("/160…");
    let bars = || browser.eval("document.querySelectorAll('.notices-work .notice').length");
    assert_eq!(bars(), json!(0), "its own page tells of it");
    browser.follow("#/about");
    browser.wait_heading("Về trang này");
    browser.wait_text("/160…");
    assert_eq!(bars(), json!(1));
    // Again and again, as who scrolls does: a new page goes to its top a moment after its heading is there.
    let top = "(scrollTo(0, document.body.scrollHeight), document.querySelector('.notices-work').getBoundingClientRect().top)";
    browser.wait("the bar at the top of the screen", || (browser.eval(top) == json!(0)).then_some(()));
    browser.click("button", "Thôi, bỏ các tệp còn lại");
    browser.wait("no bar", || (bars() == json!(0)).then_some(()));
    let kept = files_kept(&browser);
    assert!((1..160).contains(&kept), "{kept} are kept");

    browser.goto(&format!("{dossier}/check"));
    browser.wait_heading("Kiểm tra và tải về");
    browser.run(SLOW, json!([]));
    let pack = || {
        browser.click("button", "Trọn bộ để nộp");
        browser.wait_text("Đang xếp tệp");
        browser.follow("#/");
        browser.wait_heading("Sản phẩm của đơn vị");
        browser.wait("the bar", || (bars() == json!(1)).then_some(()));
    };
    pack();
    browser.click("button", "Thôi, không soạn nữa");
    browser.wait_text("Đã thôi. Chưa có tệp nào được tải về.");
    browser.wait("no bar", || (bars() == json!(0)).then_some(()));
    // Left alone it ends, and says so where the reader is by then.
    browser.goto(&format!("{dossier}/check"));
    browser.wait_heading("Kiểm tra và tải về");
    pack();
    assert!(browser.download().exists());
    browser.wait_text("Đã soạn “");
}

#[test]
fn a_paper_called_by_a_long_link_widens_no_page() {
    let site = Site::of_the_build();
    let browser = open(&site, Size::Phone);
    let text = std::fs::read_to_string(dossier_file("upgrade.json")).expect("the golden dossier");
    let mut dossier: serde_json::Value = serde_json::from_str(&text).expect("JSON");
    dossier["papers"][0]["title"] = json!(format!("https://vi-du.example/{}", "giaychungnhan".repeat(30)));
    let folder = tempfile::tempdir().expect("a folder");
    browser.upload("Mở tệp hồ sơ", &file(folder.path(), "ten-dai.json", dossier.to_string().as_bytes()));
    browser.wait("the dossier to be open", || browser.url().contains("#/d/").then_some(()));
    for address in ["evidence", "c/2.1", "check"] {
        page(&browser, address);
        browser.wait_app();
        browser.wait_text(if address == "check" { "Kiểm tra và tải về" } else { "vi-du.example" });
        let wide = browser.eval("document.documentElement.scrollWidth - document.documentElement.clientWidth");
        assert_eq!(wide, 0, "{address} is wider than the phone");
    }
}
