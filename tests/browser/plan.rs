//! “We have 68 points and want 4 stars: what is the least we must do, and by when?”, down to the sheet
//! of paper.

use std::process::{Command, Stdio};

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD as BASE64;
use ocop::domain::decision::Star;
use ocop::domain::dossier::wire::{from_json, to_json};
use ocop::domain::dossier::{Dossier, Effort};
use ocop::domain::rating::Answer;
use ocop::domain::way::{Costs, Steps, Way, way_to};
use serde_json::json;

use crate::harness::{Ability, Browser, Engine, Key, Site, Size};
use crate::steps::{dossier_file, file, open, page, wait_saved};

/// The golden dossier with levels taken back down to 68 points: one minimum of four stars is missed, and
/// the points.
fn with_68_points() -> Dossier {
    let text = std::fs::read_to_string(dossier_file("set-01-five-stars.json")).expect("the golden dossier");
    let (mut dossier, _) = from_json(&text).expect("a dossier");
    let missed = dossier.set().position("3.4").expect("a code of the set");
    dossier.assessment.set_answer(missed, Answer::Level(0));
    let places = 0..dossier.set().criteria.len();
    for place in places.clone().chain(places) {
        let before = dossier.assessment.answer(place);
        let Answer::Level(level) = before else { continue };
        if level > 0 && dossier.rating().total.0 > 68 {
            dossier.assessment.set_answer(place, Answer::Level(level - 1));
            let rating = dossier.rating();
            if rating.total.0 < 68 || rating.unmet(Star::Four).iter().any(|unmet| unmet.position != missed) {
                dossier.assessment.set_answer(place, before);
            }
        }
    }
    assert_eq!(dossier.rating().total.0, 68);
    // With the longest months that are advised, what is ready is too far ahead to be told a day to hand in.
    for criterion in dossier.set().criteria {
        let effort = Effort { months: Some(1), ..Effort::default() };
        dossier.plan.efforts.insert(criterion.code.to_owned(), effort);
    }
    dossier
}

fn route(dossier: &Dossier) -> Steps {
    match way_to(&dossier.assessment, Star::Four, &Costs::of(dossier.set(), &dossier.plan)) {
        Way::Route(route) => route,
        other => panic!("no route: {other:?}"),
    }
}

fn codes(dossier: &Dossier, route: &Steps) -> Vec<&'static str> {
    route.steps.iter().map(|step| dossier.set().criteria[step.position].code).collect()
}

/// Waits until the page shows a way of as many steps as this to as many points.
fn wait_way(browser: &Browser, route: &Steps) {
    let points: u32 = 68 + route.steps.iter().map(|step| u32::from(step.adds.0 + step.wakes.0)).sum::<u32>();
    browser.wait_text(&format!("{} việc · 68 → {points} điểm", route.steps.len()));
}

#[test]
fn from_68_points_to_a_plan_with_locks_and_dates_on_paper() {
    // Under a name: a link and its code are given where others can open them.
    let named = Engine::chosen().can(Ability::Names);
    let site = if named { Site::of_the_build().with_a_name() } else { Site::of_the_build() };
    let browser = open(&site, Size::Phone);
    let mut dossier = with_68_points();
    let folder = tempfile::tempdir().expect("a folder");
    browser.upload("Mở tệp hồ sơ", &file(folder.path(), "68.json", to_json(&dossier).as_bytes()));
    browser.wait_heading("Sầu riêng Ea Kao");
    page(&browser, "way");
    browser.wait_heading("Lộ trình lên");
    browser.click("button", "4 sao");
    browser.wait_heading("Lộ trình lên 4 sao");
    let first = route(&dossier);
    wait_way(&browser, &first);

    // One step cannot be done. The page finds the next best way without it.
    let locked = codes(&dossier, &first)
        .into_iter()
        .find(|code| {
            let mut other = dossier.clone();
            other.plan.locked.insert((*code).to_owned());
            matches!(way_to(&other.assessment, Star::Four, &Costs::of(other.set(), &other.plan)), Way::Route(_))
        })
        .expect("a step that can be gone round");
    browser.click("button", &format!("Không làm {locked}"));
    browser.find("button", &format!("Có thể làm {locked}"));
    dossier.plan.locked.insert(locked.to_owned());
    let second = route(&dossier);
    let steps = codes(&dossier, &second);
    assert!(!steps.contains(&locked), "{steps:?}");
    wait_way(&browser, &second);
    assert_eq!(steps.len(), 2, "who does which of {steps:?}");
    for code in &steps {
        browser.find("button", &format!("Không làm {code}"));
    }

    // By when: a real day, which the page also puts into the plan.
    browser.wait_text("Nộp xã chậm nhất");
    let days = "[...document.querySelectorAll('.way-side')].map((e) => e.innerText).join(' ').match(/\\d\\d\\/\\d\\d\\/20\\d\\d/g)";
    let days: Vec<String> = serde_json::from_value(browser.eval(days)).expect("days");
    assert!(days.len() > 2, "{days:?}");

    browser.click("link", "In lộ trình");
    // The way has the same heading. Who begins to type as soon as there is a field stays in it.
    browser
        .wait("the plan", || browser.eval("document.querySelector('.plan-field') !== null").as_bool().filter(|is| *is));
    let who = ["Chị Lan", "Anh Y Bih"];
    for (code, name) in steps.iter().zip(who) {
        browser.run("document.getElementById(`who-${arguments[0]}`).focus()", json!([code]));
        browser.type_text(name);
        browser.press(Key::Tab);
        browser.type_text("15/03/2027");
    }
    browser.click("checkbox", &format!("Đã xong: {} ", steps[0]));
    browser.wait_text(&format!("xong 1/{}", steps.len()));
    let noted = "[...document.querySelectorAll('.plan-field input')].map((field) => field.value)";
    let expected: Vec<&str> = who[..steps.len()].iter().flat_map(|name| [*name, "15/03/2027"]).collect();
    browser.wait(&format!("{expected:?} in the plan"), || (browser.eval(noted) == json!(expected)).then_some(()));
    wait_saved(&browser);
    browser.reload();
    browser.wait(&format!("{expected:?} in the plan"), || (browser.eval(noted) == json!(expected)).then_some(()));
    browser.wait_text(&format!("xong 1/{}", steps.len()));
    let link = browser.eval("document.getElementById('share-link').innerText");
    let link = link.as_str().expect("a link").to_owned();

    let mut wanted = vec!["Lộ trình lên 4 sao", "Sầu riêng Ea Kao", "68 →", "15/03/2027", "Nộp xã chậm nhất"];
    wanted.extend(&who[..steps.len()]);
    let (_, fragment) = link.split_once('#').expect("a fragment");
    wanted.push(fragment);
    if !browser.can(Ability::Print) {
        return;
    }
    let pdf = browser.print_to_pdf();
    let picture = qr_of(&browser);
    assert!(picture > 60.0, "the QR code is {picture} pixels wide on paper");
    let paper = text_of(&pdf);
    for words in wanted {
        assert!(squeezed(&paper).contains(&squeezed(words)), "“{words}” is not on paper:\n{paper}");
    }
    for code in &steps {
        let criterion = &dossier.set().criteria[dossier.set().position(code).expect("a code of the set")];
        // A title may be broken by what stands beside it.
        for word in criterion.wording.title.vi.split_whitespace().chain([*code]) {
            assert!(paper.contains(word), "“{word}” of {code} is not on paper:\n{paper}");
        }
    }
    for chrome in ["In trang này", "Sao chép đường dẫn", "Lộ trình dạng chữ"] {
        assert!(!squeezed(&paper).contains(&squeezed(chrome)), "“{chrome}” is on paper:\n{paper}");
    }
}

/// How wide the QR code is.
fn qr_of(browser: &Browser) -> f64 {
    browser.eval("document.querySelector('.qr svg').getBoundingClientRect().width").as_f64().unwrap_or_default()
}

/// Without white space: paper breaks lines where it likes.
fn squeezed(text: &str) -> String {
    text.split_whitespace().collect()
}

/// What a PDF says.
pub fn text_of(pdf: &str) -> String {
    let folder = tempfile::tempdir().expect("a folder");
    let path = file(folder.path(), "plan.pdf", &BASE64.decode(pdf).expect("PDFs come in base64"));
    let read = Command::new("pdftotext").arg(&path).arg("-").stderr(Stdio::null()).output();
    let read = read.expect("pdftotext: `scripts/setup.sh test` brings it");
    assert!(read.status.success(), "pdftotext reads {}", path.display());
    String::from_utf8(read.stdout).expect("UTF-8")
}
