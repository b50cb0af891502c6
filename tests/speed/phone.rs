//! The phone, and how something is timed on it.

use serde_json::{Value, json};

use crate::harness::{Browser, Site};

const SLOWER: f64 = 6.0;
const BITS_PER_SECOND: f64 = 1_440_000.0;
const LATENCY_MS: f64 = 300.0;

/// Runs before the page's own scripts: notes when something is there and painted, when each program was ready, and holds
/// on to the memory of the last one, which is the app in use.
const WATCH: &str = r#"
(() => {
  const look = () => {
    if (document.querySelector("USABLE")) requestAnimationFrame(() => setTimeout(() => (window.usableAt = performance.now())));
    else requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
  window.programsAt = [];
  for (const name of ["instantiate", "instantiateStreaming"]) {
    const own = WebAssembly[name];
    WebAssembly[name] = async (...given) => {
      const made = await own.apply(WebAssembly, given);
      // The part that comes later has none of its own.
      window.wasmMemory = (made.instance ?? made).exports.memory ?? window.wasmMemory;
      requestAnimationFrame(() => setTimeout(() => window.programsAt.push(performance.now())));
      return made;
    };
  }
})();
"#;

/// Notes when something of this kind is there and painted.
pub fn watch(browser: &Browser, usable: &str) {
    browser.cdp("Page.addScriptToEvaluateOnNewDocument", json!({ "source": WATCH.replace("USABLE", usable) }));
}

pub fn usable(browser: &Browser) -> f64 {
    number(browser, "a usable page", "window.usableAt")
}

/// A processor like the phone's.
pub fn slow_processor(browser: &Browser) {
    browser.cdp("Emulation.setCPUThrottlingRate", json!({ "rate": SLOWER }));
}

/// The phone with its line.
pub fn slow_down(browser: &Browser) {
    let bytes = BITS_PER_SECOND / 8.0;
    browser.cdp("Network.enable", json!({}));
    browser.cdp(
        "Network.emulateNetworkConditions",
        json!({"offline": false, "latency": LATENCY_MS, "downloadThroughput": bytes, "uploadThroughput": bytes}),
    );
    slow_processor(browser);
}

/// Puts a dossier into the browser by way of a file of the site that runs no script.
pub fn keep(browser: &Browser, site: &Site, id: &str, dossier: &Value) {
    browser.goto(&site.url("manifest.webmanifest"));
    browser.run("localStorage.setItem(`ocop/dossier/${arguments[0]}`, arguments[1])", json!([id, dossier.to_string()]));
}

pub fn number(browser: &Browser, what: &str, expression: &str) -> f64 {
    browser.wait(what, || browser.eval(&format!("({expression}) ?? null")).as_f64())
}

/// Prints the times beside their budget.
pub fn report(what: &str, times: &[f64], budget: f64) {
    let (median, late) = (share(times, 50), share(times, 95));
    let verdict = if late <= budget { "ok" } else { "OVER" };
    println!("{what:<52} median {median:>6.0} ms   95th {late:>6.0} ms   budget {budget:>5} ms   {verdict}");
}

/// The times without a budget.
pub fn tell(what: &str, times: &[f64]) {
    println!("    {what:<48} median {:>6.0} ms   95th {:>6.0} ms", share(times, 50), share(times, 95));
}

/// How many times longer than something else it took, by the medians.
pub fn compare(what: &str, times: &[f64], others: &[f64], budget: f64) {
    let ratio = median(times) / median(others);
    let verdict = if ratio <= budget { "ok" } else { "OVER" };
    println!("{what:<52} {ratio:>6.2} x   budget {budget} x   {verdict}");
}

pub fn median(times: &[f64]) -> f64 {
    share(times, 50)
}

fn share(times: &[f64], share: usize) -> f64 {
    let mut sorted = times.to_vec();
    sorted.sort_by(f64::total_cmp);
    sorted.get(sorted.len().saturating_sub(1) * share / 100).copied().unwrap_or(f64::NAN)
}
