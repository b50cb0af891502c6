//! The pages of a sitting on a narrow phone, and from one dossier to the next.

use ocop::domain::council::{Council, Scorer, Sheet};
use ocop::domain::dossier::Dossier;
use ocop::domain::dossier::wire::to_json;
use serde_json::json;

use crate::council::{device, orange, worth};
use crate::harness::{Site, Size};

/// A dossier with a sitting of two, the second of whom has finished or not.
fn with_sitting(id: &str, names: [&str; 2], done: bool) -> Dossier {
    let sheet = |(name, done): (&str, bool), points: u8| {
        let scorer = Scorer { name: name.into(), done, here: true, ..Scorer::default() };
        Sheet { scorer, assessment: worth(points) }
    };
    let mut sheets = vec![sheet((names[0], true), 90), sheet((names[1], done), 70)];
    sheets[0].assessment.declared_dossier = true;
    Dossier { council: Some(Council { expected: 2, sheets, ..Council::default() }), ..orange(id) }
}

#[test]
fn a_scorer_may_have_an_address_for_a_name_on_the_narrowest_phone() {
    let site = Site::of_the_build();
    let long = "x".repeat(50);
    let names = ["nguyenthimaihuongthuy.caophong.hoabinh@hoptacxanongnghiep.vn", long.as_str()];
    for done in [false, true] {
        let browser = device(&site, &with_sitting("sitting", names, done), Size::Other(320, 640), "council");
        browser.wait_heading("Nhiều người cùng chấm thử");
        browser.wait_text(names[0]);
        browser.run("document.querySelectorAll('#app details').forEach((one) => { one.open = true; })", json!([]));
        if !done {
            // What is asked before a sheet goes back has the name in its buttons.
            browser.click("button", &format!("Lấy lại phiếu: {}", names[0]));
        }
        let wide = "document.documentElement.scrollWidth - document.documentElement.clientWidth";
        assert_eq!(browser.eval(wide), json!(0), "done: {done}");
    }
}

#[test]
fn what_is_chosen_for_one_dossier_s_sheet_is_not_chosen_for_the_next() {
    let site = Site::of_the_build();
    let browser = device(&site, &with_sitting("one", ["An", "Bình"], true), Size::Phone, "council");
    browser.wait_heading("Nhiều người cùng chấm thử");
    let other = Dossier { council: None, assessment: worth(80), ..orange("other") };
    browser.run("localStorage['ocop/dossier/other'] = arguments[0]", json!([to_json(&other)]));
    browser.reload();
    browser.wait_heading("Nhiều người cùng chấm thử");
    browser.follow("#/d/one/score-sheet");
    browser.wait_heading("Phiếu đánh giá sản phẩm");
    let is_chosen = || browser.find("checkbox", "In kèm điểm đã chấm").is_checked();
    browser.click("checkbox", "In kèm điểm đã chấm");
    browser.wait("the choice", || is_chosen().then_some(()));
    browser.follow("#/d/other/score-sheet");
    browser.wait("the other dossier's own choice", || (!is_chosen()).then_some(()));
}
