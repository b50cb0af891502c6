//! Blind until all sheets are in: no page tells a scorer what the applicant or others gave, and no file takes the place
//! of another.

use std::time::Duration;

use ocop::domain::council::{Council, Desk, Scorer, Sheet, blank_for};
use ocop::domain::decision::Star;
use ocop::domain::dossier::checks::proofs;
use ocop::domain::dossier::wire::{from_bytes, to_json};
use ocop::domain::dossier::{Dossier, DossierKind, PaperRecord, Question, Recognised, Reply};
use ocop::domain::rating::Answer;
use serde_json::json;

use crate::council::{device, orange, sheet, worth};
use crate::harness::{Browser, Key, Site, Size, poll};
use crate::steps::{file, kept};

/// What a page lets somebody read: its words, what is chosen, and what a screen reader is told.
const READ: &str = "const main = document.querySelector('#app');
    const shown = (one) => one.checkVisibility?.() ?? true;
    const chosen = [...main.querySelectorAll('input, select, meter, textarea')].filter(shown)
        .map((one) => `${one.tagName} ${one.type} ${one.checked} ${one.type === 'file' ? '' : one.value}`);
    const told = [...main.querySelectorAll('[aria-label], [aria-pressed], [aria-current], [class*=chosen]')].filter(shown)
        .map((one) => `${one.getAttribute('aria-label')} ${one.getAttribute('aria-pressed')} ${one.className.baseVal ?? one.className}`);
    // The code of a dossier's content follows its answers, and tells none of them.
    return [main.innerText, ...chosen, ...told].join('\\n').replace(/[0-9A-Z]{4}-[0-9A-Z]{4}/g, '');";

/// Nothing is on its way to the page.
const SETTLED: &str = "document.querySelector('h1') !== null && !document.querySelector('.work, [aria-busy=true]')
    && !document.querySelector('#app').innerText.includes('Đang đọc')";

/// The pages of a dossier by name, as the routes name them, and those that name something of it.
pub fn pages_of(dossier: &Dossier) -> Vec<String> {
    let routes = include_str!("../../src/ui/route/page.rs");
    let named = routes.lines().filter_map(|line| line.trim().strip_prefix("(\"")?.split('"').next());
    let named: Vec<String> = named.map(str::to_owned).collect();
    assert!(named.len() > 20 && named.contains(&"way-from-council".to_owned()), "{named:?}");
    let code = dossier.set().criteria.last().expect("a criterion").code;
    let rest = ["", "score/1", "score/0", "write/story", "paper/p", "forms/field/applicant.phone", "forms/recognised"];
    let of_criterion = ["c", "evidence", "forms/change"].map(|page| format!("{page}/{code}"));
    named.into_iter().chain(rest.map(str::to_owned)).chain(of_criterion).collect()
}

#[test]
fn no_page_lets_a_scorer_read_what_the_applicant_gave_itself() {
    let site = Site::of_the_build();
    // Two applicants who gave themselves other levels.
    let of = |is_lower: bool, done: bool| {
        let mut dossier = orange("sitting");
        dossier.assessment = worth(100);
        for (position, criterion) in dossier.set().criteria.iter().enumerate() {
            let mut levels: Vec<usize> = (0..criterion.levels.len()).collect();
            levels.sort_by_key(|level| criterion.levels[*level].points);
            let level = levels.into_iter().find(|level| criterion.levels[*level].points.0 > 0);
            if is_lower {
                dossier.assessment.set_answer(position, Answer::Level(level.expect("a level with points") as u8));
            }
        }
        dossier.desk = Some(Desk::default());
        // Enough for some levels of what the commune looks at first, and not for others.
        let (_, papers) = proofs(dossier.set().decision(), &dossier.set().criteria[0])[0];
        let paper = papers.split(' ').next().map(str::to_owned);
        dossier.papers =
            vec![PaperRecord { id: "p".into(), title: "Ảnh vườn".into(), paper, ..PaperRecord::default() }];
        dossier.entries[0].evidence = vec!["p".into()];
        dossier.entries[1].note = "Vùng trồng 12 ha".into();
        dossier.set_reply(Question::Dossier, if is_lower { Reply::Yes } else { Reply::No });
        let answers = dossier.set().criteria.iter().map(|one| (one.code.to_owned(), Answer::Level(0))).collect();
        let (star, date) = (Some(Star::Three), "25/12/2024".into());
        dossier.recognised = Some(Recognised { star, date, answers, ..Recognised::default() });
        dossier.kind = DossierKind::Upgrade;
        let sheet = |name: &str, done: bool| {
            let scorer = Scorer { name: name.into(), done, ..Scorer::default() };
            Sheet { scorer, assessment: worth(70) }
        };
        let sheets = vec![sheet("Lò Thị Mai", true), sheet("Bùi Văn Hải", done)];
        dossier.council = Some(Council { sheets, expected: 2, ..Council::default() });
        dossier
    };
    let pages: Vec<String> = pages_of(&of(false, false))
        .into_iter()
        .map(|page| format!("#/d/sitting/{page}"))
        .chain(["#/", "#/table"].map(str::to_owned))
        .collect();
    // Two devices side by side, so that what comes and goes by itself does so on both.
    let differing = |done: bool, size: Size, patience: Duration| -> Vec<String> {
        let devices = [false, true].map(|is_lower| {
            let browser = device(&site, &of(is_lower, done), size, "");
            browser.wait_heading("Cam Cao Phong");
            browser
        });
        let told = |at: &String| {
            for browser in &devices {
                browser.follow(at);
                browser.run_async("requestAnimationFrame(() => setTimeout(arguments[0]))", json!([]));
                browser.wait(&format!("{at} to be there"), || browser.eval(SETTLED).as_bool().filter(|there| *there));
                // What is folded away is read too.
                browser
                    .run("document.querySelectorAll('#app details').forEach((one) => { one.open = true; })", json!([]));
            }
            let read = || {
                devices.each_ref().map(|browser| browser.run(READ, json!([])).as_str().unwrap_or_default().to_owned())
            };
            if poll(patience, || {
                let [one, other] = read();
                (one == other).then_some(())
            })
            .is_some()
            {
                return None;
            }
            let [one, other] = read();
            let lines: Vec<&str> =
                one.lines().filter(|line| !other.lines().any(|known| known == *line)).take(4).collect();
            Some(format!("{at}: {lines:?}"))
        };
        pages.iter().filter_map(told).collect()
    };
    for size in [Size::Phone, Size::Desktop] {
        let told = differing(false, size, Duration::from_secs(3));
        assert!(told.is_empty(), "{size:?} tells what the applicant gave:\n{}", told.join("\n"));
    }
    // Once all are in, all of it is told again.
    let told = differing(true, Size::Phone, Duration::ZERO);
    assert!(told.len() > 12, "{}", told.join("\n"));
}

#[test]
fn while_sheets_are_awaited_scorers_are_given_a_file_without_the_applicants_points() {
    let site = Site::of_the_build();
    let mut dossier = orange("sitting");
    dossier.assessment = worth(90);
    let scorer = Scorer { name: "Mai".into(), done: true, ..Scorer::default() };
    let sheets = vec![Sheet { scorer, assessment: worth(70) }];
    dossier.council = Some(Council { expected: 3, sheets, ..Council::default() });
    let browser = device(&site, &dossier, Size::Phone, "check");
    browser.wait_heading("Kiểm tra và tải về");
    browser.click("button", "Tải phiếu trống");
    let given = std::fs::read(browser.download()).expect("the sheet");
    let given = from_bytes(&given).expect("a dossier").dossier;
    assert_eq!((given.name(), given.assessment.answered()), ("Cam Cao Phong", 0));
    // A wrong number for the sitting is told, with what holds instead.
    browser.follow("#/d/sitting/council");
    browser.wait_heading("Nhiều người cùng chấm thử");
    browser.fill("textbox", "Nhắc khi hai phiếu cách nhau", "101");
    browser.press(Key::Tab);
    browser.wait_text("nhiều nhất là 100");
    browser.fill("textbox", "Nhắc khi hai phiếu cách nhau", "12");
    browser.press(Key::Tab);
    browser.wait("the word to go", || (!browser.text().contains("nhiều nhất là 100")).then_some(()));
}

/// A sheet carries the id of the dossier that it belongs to.
#[test]
fn a_sheet_and_the_dossier_never_take_each_others_place() {
    let site = Site::of_the_build();
    let folder = tempfile::tempdir().expect("a folder");
    let mut dossier = orange("sitting");
    dossier.assessment = worth(90);
    let blank = blank_for(&dossier);
    let filled = sheet(folder.path(), &blank, "Người ở xa", 70);
    // Where the dossier is, with a sitting that waits for more.
    let scorer = Scorer { name: "Mai".into(), done: true, ..Scorer::default() };
    let sheets = vec![Sheet { scorer, assessment: worth(80) }];
    let with_sitting =
        Dossier { council: Some(Council { sheets, expected: 3, ..Council::default() }), ..dossier.clone() };
    let chair = device(&site, &with_sitting, Size::Phone, "council");
    chair.wait_heading("Nhiều người cùng chấm thử");
    chair.follow("#/");
    chair.wait_heading("Sản phẩm của đơn vị");
    chair.upload("Mở tệp hồ sơ", &filled);
    chair.wait_text("Tệp là phiếu chấm của Người ở xa");
    let kept_now =
        |browser: &Browser| kept(browser)[format!("ocop/dossier/{}", dossier.id)].as_str().map(str::to_owned);
    assert!(!chair.text().contains("Thay bằng bản trong tệp"));
    let kept_dossier = from_bytes(kept_now(&chair).expect("the dossier").as_bytes()).expect("a dossier").dossier;
    assert!(kept_dossier.scorer.is_none() && kept_dossier.council.is_some_and(|council| council.sheets.len() == 1));
    // Where the sheet is that somebody fills in: neither the dossier nor the blank sheet takes its place.
    let scorer = Scorer { name: "Người ở xa".into(), ..Scorer::default() };
    let own = Dossier { scorer: Some(scorer), assessment: worth(70), ..blank.clone() };
    let scorer = device(&site, &own, Size::Phone, "own-sheet");
    scorer.wait_heading("Phiếu chấm sản phẩm");
    for (name, given) in [("ho-so.json", &dossier), ("phieu-trong.json", &blank)] {
        scorer.follow("#/");
        scorer.wait_heading("Sản phẩm của đơn vị");
        scorer.upload("Mở tệp hồ sơ", &file(folder.path(), name, to_json(given).as_bytes()));
        scorer.wait("to be led to the sheet", || (!scorer.url().ends_with("#/")).then_some(()));
        let text = scorer.text();
        assert!(!text.contains("Thay bằng bản trong tệp") && !text.contains("90/100"), "{name}: {text}");
        let sheet = from_bytes(kept_now(&scorer).expect("the sheet").as_bytes()).expect("a sheet").dossier;
        assert_eq!((sheet.scorer.is_some(), sheet.assessment), (true, worth(70)), "{name}");
    }
    scorer.wait_text("Máy này đang giữ phiếu chấm");
}
