//! What takes long: many files on their way in, an archive on its way out.

use serde_json::json;

use crate::evidence::at_a_paper;
use crate::harness::Site;
use crate::photos::files_kept;
use crate::steps::{file, wait_saved};

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
