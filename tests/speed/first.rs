//! The first seconds: a first visit beside a page written by hand, and the visits after it.

use std::path::Path;

use serde_json::json;

use crate::harness::{Browser, Site, Size};
use crate::phone::{compare, number, report, slow_down, slow_processor, tell, usable, watch};

// The page's own names, here to be changed with it.

/// The first question of a first visit, which product it is, and what is there when it can be answered.
pub const FIRST: &str = "#/new";
pub const FIRST_FIELD: &str = "main input[type=search]:not([disabled])";
const BY_HAND_FIELD: &str = "input[type=search]";
/// What is offered for a name.
const OFFERED: &str = "main .set-row";

const VISITS: usize = 5;

/// First visits in turn with the page written by hand, so that both meet the machine in one mood.
pub fn first_visits(folder: &Path, by_hand: &Path) {
    let (mut paints, mut typed, mut offered, mut whole, mut hand, mut asked) =
        (Vec::new(), Vec::new(), Vec::new(), Vec::new(), Vec::new(), Vec::new());
    for _ in 0..VISITS {
        let site = Site::serve(by_hand, "/by-hand/");
        let browser = Browser::start(Size::Phone);
        watch(&browser, BY_HAND_FIELD);
        slow_down(&browser);
        browser.goto(&site.url(""));
        hand.push(usable(&browser));

        let site = Site::serve(folder, "/ocop/");
        let browser = Browser::start(Size::Phone);
        watch(&browser, FIRST_FIELD);
        slow_down(&browser);
        browser.goto(&site.url(FIRST));
        typed.push(usable(&browser));
        asked = site.asked();
        paints.push(number(
            &browser,
            "the first paint",
            "performance.getEntriesByName('first-contentful-paint')[0]?.startTime",
        ));
        offered.push(number(&browser, "the first program", "window.programsAt[0]"));
        whole.push(number(&browser, "the whole app", "window.programsAt[1]"));
    }
    report("first paint", &paints, 800.0);
    report("the product's name can be typed", &typed, 1600.0);
    compare("the same against a page written by hand", &typed, &hand, 2.0);
    tell("the page written by hand", &hand);
    tell("the app answers", &offered);
    report("the whole app is there", &whole, 6000.0);
    println!("    {VISITS} first visits; asked for until the name could be typed: {}", asked.join(", "));
}

/// Visits after the first one, with the processor of the phone: the line does not count any more.
pub fn later_visits(folder: &Path) {
    let (mut online, mut offline) = (Vec::new(), Vec::new());
    let site = Site::serve(folder, "/ocop/");
    let browser = Browser::start(Size::Phone);
    browser.goto(&site.url(FIRST));
    let ready = "const [done] = arguments; navigator.serviceWorker.ready.then(() => done(true));";
    browser.run_async(ready, json!([]));
    browser.wait("the service worker to take over", || {
        (browser.eval("navigator.serviceWorker.controller !== null") == true).then_some(())
    });
    watch(&browser, FIRST_FIELD);
    slow_processor(&browser);
    let (mut answers, mut answers_offline) = (Vec::new(), Vec::new());
    for (dark, times, answers) in [(false, &mut online, &mut answers), (true, &mut offline, &mut answers_offline)] {
        site.set_dark(dark);
        for _ in 0..VISITS {
            browser.goto("about:blank");
            browser.goto(&site.url(FIRST));
            times.push(usable(&browser));
            answers.push(number(
                &browser,
                "the app",
                &format!("window.programsAt[0] && document.querySelector('{OFFERED}') && window.programsAt[0]"),
            ));
        }
    }
    report("second visit, the name can be typed", &online, 500.0);
    tell("the app answers", &answers);
    report("the same offline", &offline, 500.0);
    tell("the app answers", &answers_offline);
}
