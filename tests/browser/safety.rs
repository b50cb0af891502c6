//! Nothing leaves the device, and nothing runs that is not ours.

use serde_json::json;

use crate::harness::{Browser, Site, Size};

#[test]
fn asks_no_other_host_for_anything() {
    let site = Site::of_the_build();
    let browser = Browser::open(&site.url(""), Size::Desktop);
    browser.wait_app();
    let elsewhere =
        |url: &String| !url.starts_with(&site.url("")) && !url.starts_with("data:") && !url.starts_with("blob:");
    if browser.is_chromium() {
        let astray: Vec<_> = browser.requests().into_iter().filter(elsewhere).collect();
        assert!(astray.is_empty(), "{astray:?}");
    }
    let loaded = browser.eval("performance.getEntriesByType('resource').map((entry) => entry.name)");
    let loaded = loaded.as_array().into_iter().flatten().filter_map(|url| Some(url.as_str()?.to_owned()));
    let loaded: Vec<_> = loaded.collect();
    assert!(loaded.iter().any(|url| url.ends_with(".wasm")), "the list of what was loaded works: {loaded:?}");
    assert!(!loaded.iter().any(elsewhere), "{loaded:?}");
}

#[test]
fn nothing_of_the_page_breaks_its_own_content_security_policy() {
    let site = Site::of_the_build();
    let browser = Browser::open(&site.url(""), Size::Phone);
    if !browser.is_chromium() {
        return;
    }
    browser.wait_app();
    let complaints = browser.complaints();
    assert!(complaints.is_empty(), "{complaints:?}");
}

#[test]
fn the_policy_stops_scripts_styles_and_requests_that_are_not_ours() {
    let site = Site::of_the_build();
    let browser = Browser::open(&site.url(""), Size::Phone);
    browser.wait_app();
    browser.run(
        "window.stopped = [];
         addEventListener('securitypolicyviolation', (e) => stopped.push(e.effectiveDirective));
         const script = document.createElement('script');
         script.textContent = 'window.broken = true';
         document.body.append(script);
         document.body.insertAdjacentHTML('beforeend', '<p style=\"color: red\" onclick=\"window.broken = true\">x</p>');
         document.body.lastElementChild.click();
         fetch('https://example.org/').catch(() => {});",
        json!([]),
    );
    for directive in ["script-src-elem", "style-src-attr", "script-src-attr", "connect-src"] {
        browser.wait(directive, || {
            browser.eval(&format!("stopped.includes('{directive}')")).as_bool().filter(|stopped| *stopped)
        });
    }
    assert!(browser.eval("window.broken === undefined").as_bool().unwrap_or_default());
}
