//! The page opens: on any host, under any path, and says at once what it is.

use serde_json::json;

use crate::harness::{Ability, Browser, PAGES, Site, Size, dist};
use crate::steps::{dossier_file, product};

#[test]
fn opens_at_the_root_of_a_host_and_under_any_path() {
    for path in ["/", "/ocop/", "/so-nong-nghiep/ocop/2026/"] {
        let site = Site::serve(dist(), path);
        let browser = Browser::open(&site.url(""), Size::Phone);
        browser.wait_app();
        let astray: Vec<_> = site.asked().into_iter().filter(|path| path.starts_with("outside")).collect();
        // Browsers look for an icon at the root of a host of their own accord.
        assert!(astray.iter().all(|path| path.ends_with("/favicon.ico")), "under {path}: {astray:?}");
    }
}

#[test]
fn says_what_it_is_before_the_app_is_there() {
    // Without scripts there is only the first paint.
    let site = Site::with_its_worker();
    let html = std::fs::read_to_string(dist().join("index.html")).expect("dist/index.html");
    let folder = tempfile::tempdir().expect("a folder");
    let still = html.lines().filter(|line| !line.contains("<script")).collect::<Vec<_>>().join("\n");
    std::fs::write(folder.path().join("index.html"), still).expect("a page without scripts");
    site.publish(folder.path());
    let browser = Browser::open(&site.url(""), Size::Phone);
    browser.find("heading", "Sản phẩm được mấy sao?");
    browser.wait_text("Đang mở");
    assert!(!browser.text().contains("không mở được"), "the failure is told only when it failed");
}

/// What a browser is too old for.
#[derive(Clone, Copy, Debug)]
enum TooOld {
    /// Instructions of the program.
    Program,
    /// Programs at all.
    WebAssembly,
    /// Words of the loader.
    Loader,
    /// The word by which the page's policy allows programs (Chrome before 97).
    Policy,
    /// The same in Safari before 16, which says so in words of its own.
    SafarisPolicy,
    /// To compile a program while it comes (Safari before 15).
    Streams,
}

/// A copy of the build that this browser is too old for.
fn too_new(lack: TooOld) -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    std::fs::create_dir(folder.path().join("icons")).expect("a folder");
    std::fs::copy(dist().join("icons/mark.svg"), folder.path().join("icons/mark.svg")).expect("a picture");
    for entry in std::fs::read_dir(dist()).expect("dist").flatten().filter(|entry| entry.path().is_file()) {
        let target = folder.path().join(entry.file_name());
        let name = entry.file_name().to_string_lossy().into_owned();
        match lack {
            TooOld::Program if name.ends_with(".wasm") => std::fs::write(target, b"\0asm\x01\0\0\0\x63").map(drop),
            TooOld::Loader if name.starts_with("start-") => std::fs::write(target, "let a ???= 1;"),
            TooOld::Policy if name == "index.html" => {
                let page = std::fs::read_to_string(entry.path()).expect("the page");
                std::fs::write(target, page.replace(" 'wasm-unsafe-eval'", ""))
            }
            _ => std::fs::copy(entry.path(), target).map(drop),
        }
        .expect("a copy of the build");
    }
    folder
}

#[test]
fn a_browser_that_is_too_old_is_told_so_and_what_is_kept_is_taken_along() {
    for lack in
        [TooOld::Program, TooOld::WebAssembly, TooOld::Loader, TooOld::Policy, TooOld::SafarisPolicy, TooOld::Streams]
    {
        let site = Site::with_its_worker();
        let folder = too_new(lack);
        site.publish(folder.path());
        let browser = Browser::open(&site.url("icons/mark.svg"), Size::Phone);
        let file = dossier_file("set-01-five-stars.json");
        browser.keep_product(&file);
        match lack {
            TooOld::WebAssembly => site.run_first("delete window.WebAssembly"),
            TooOld::SafarisPolicy => site.run_first(
                "WebAssembly.compile = WebAssembly.compileStreaming = () => Promise.reject(new EvalError('refused'))",
            ),
            TooOld::Streams => site.run_first("delete WebAssembly.compileStreaming"),
            TooOld::Program | TooOld::Loader | TooOld::Policy => {}
        }
        browser.goto(&site.url(""));
        browser.wait_text("không mở được");
        assert!(!browser.text().contains("Đang mở"), "{lack:?}");
        browser.click("button", "Tải “Sầu riêng Ea Kao");
        let taken = std::fs::read_to_string(browser.download()).expect("the download");
        assert_eq!(taken, std::fs::read_to_string(file).expect("the dossier"), "{lack:?}");
    }
}

#[test]
fn our_names_are_the_browsers_own() {
    // The tests find elements by a name that they compute themselves, of all elements at once, which no driver
    // does: it must be the one that the browser gives to assistive technology, on every page.
    let site = Site::with_its_worker();
    let browser = Browser::open(&site.url(""), Size::Desktop);
    browser.wait_app();
    let id = browser.keep_products();
    let mut roles = vec!["heading", "button", "link", "checkbox", "radio", "meter", "table"];
    if browser.can(Ability::FieldNames) {
        roles.extend(["textbox", "searchbox", "combobox"]);
    }
    let mut wrong = Vec::new();
    let mut seen = 0;
    for (page, address) in PAGES {
        browser.open_page(&address.replace("{id}", &id));
        for role in roles.iter().copied() {
            for (ours, computed_role, theirs) in browser.computed(role) {
                seen += 1;
                if (role, squeezed(&ours)) != (computed_role.as_str(), squeezed(&theirs)) {
                    wrong.push(format!("{page}: {role} “{ours}” is {computed_role} “{theirs}”"));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{} of {seen} names\n{}", wrong.len(), wrong.join("\n"));
    assert!(seen > 500, "{seen} names");
}

/// Without white space: engines differ in where parts that stand beside each other are told apart.
fn squeezed(name: &str) -> String {
    name.split_whitespace().collect()
}

/// The first app, while the whole one is on its way: the loader has begun to fetch it.
fn first_app(site: &Site) -> Browser {
    site.hold(Some("ocop-whole"));
    let browser = Browser::open(&site.url(""), Size::Phone);
    browser.wait_app();
    browser.find("file", "Mở tệp hồ sơ");
    browser.wait("the whole app to be asked for", || {
        site.asked().iter().any(|file| file.starts_with("ocop-whole")).then_some(())
    });
    browser
}

#[test]
fn a_file_that_is_chosen_before_the_whole_app_is_there_is_opened_by_it() {
    let site = Site::with_its_worker();
    let browser = first_app(&site);
    browser.upload("Mở tệp hồ sơ", &dossier_file("set-01-five-stars.json"));
    browser.wait_heading("Đang tải");
    site.hold(None);
    browser.wait_heading("Sầu riêng Ea Kao");
}

#[test]
fn a_file_that_is_being_chosen_when_the_whole_app_comes_is_not_lost() {
    let site = Site::with_its_worker();
    let browser = first_app(&site);
    // The field opens the device's dialog, which lies over the page; the page has no focus.
    let opens = "window.field = document.querySelector('input[type=file]');
        field.addEventListener('click', (event) => event.preventDefault(), { once: true });
        field.click();
        document.activeElement.blur();";
    browser.run(opens, json!([]));
    site.hold(None);
    // The copies for offline use come after the whole app.
    browser.wait("the whole app to be there", || {
        browser.eval("navigator.serviceWorker.getRegistration().then(Boolean)").as_bool().filter(|is| *is)
    });
    choose_late(&browser);
    browser.wait_heading("Sầu riêng Ea Kao");
}

#[test]
fn files_that_are_dropped_on_the_first_app_are_opened() {
    let site = Site::with_its_worker();
    let browser = first_app(&site);
    let names = ["set-01-five-stars.json", "upgrade.json"];
    let texts = names.map(|name| std::fs::read_to_string(dossier_file(name)).expect("a golden dossier"));
    let drop = "const data = new DataTransfer();
        for (const [place, text] of arguments[0].entries()) data.items.add(new File([text], `${place}.json`));
        const target = document.querySelector('.drop');
        for (const kind of ['dragover', 'drop'])
            target.dispatchEvent(new DragEvent(kind, { dataTransfer: data, bubbles: true, cancelable: true }));";
    browser.run(drop, json!([texts]));
    site.hold(None);
    for name in ["Sầu riêng Ea Kao", "Trà hoa cúc Nghĩa Trai"] {
        product(&browser, name);
    }
}

/// The field that was opened before gets its file.
fn choose_late(browser: &Browser) {
    let text = std::fs::read_to_string(dossier_file("set-01-five-stars.json")).expect("a golden dossier");
    let choose = "const data = new DataTransfer();
        data.items.add(new File([arguments[0]], 'dossier.json'));
        field.files = data.files;
        for (const kind of ['input', 'change']) field.dispatchEvent(new Event(kind, { bubbles: true }));";
    browser.run(choose, json!([text]));
}

/// Extensions and translators change pages under the app, which cannot go on then.
#[test]
fn an_app_that_breaks_says_so_and_can_be_loaded_again() {
    let site = Site::with_its_worker();
    let browser = Browser::open(&site.url("#/about"), Size::Phone);
    browser.wait_heading("Về trang này");
    browser.follow("#/");
    browser.wait_heading("Sản phẩm được mấy sao?");
    let translated = "for (const element of document.querySelectorAll('#app *'))
        for (const node of [...element.childNodes]) {
            const font = document.createElement('font');
            element.insertBefore(font, node);
            font.append(node);
        }";
    browser.run(translated, json!([]));
    browser.follow("#/new");
    browser.follow("#/glossary");
    browser.find("alert", "");
    browser.wait_text("Trang gặp lỗi và đã dừng. Những gì đã lưu vẫn còn trên máy này.");
    assert!(!browser.text().contains("The page has broken"), "in the page's language alone");
    // What can be passed on: the version with its day, and the place in the program.
    browser.wait_text(ocop::VERSION);
    browser.wait_text("wasm-function[");
    browser.click("button", "Tải lại · Reload");
    browser.wait("the page to be there anew", || (!browser.has("button", "Tải lại · Reload")).then_some(()));
    browser.wait_app();
}

#[test]
fn what_is_pressed_while_the_whole_app_takes_over_is_done_by_it() {
    let site = Site::with_its_worker();
    site.hold(Some("ocop-whole"));
    let browser = Browser::open(&site.url("#/new"), Size::Phone);
    browser.wait_app();
    // In the moment in which the first app is gone, and the whole one has drawn nothing yet.
    browser.run(
        "addEventListener('ocop-yield', () => {
            const field = document.querySelector('#app[aria-busy] input[type=search]');
            field.value = 'Trà hoa vàng';
            document.querySelector('#app[aria-busy] summary').click();
        })",
        json!([]),
    );
    site.hold(None);
    browser.wait("the list of sets to be open", || {
        browser.eval("document.querySelector('#app:not([aria-busy]) details')?.open").as_bool().filter(|open| *open)
    });
    browser.wait_text("vì có “trà");
    assert_eq!(browser.eval("document.querySelectorAll('#app').length"), 1);
}

#[test]
fn the_whole_app_does_not_take_over_while_a_name_is_typed_and_the_focus_stays() {
    let site = Site::with_its_worker();
    site.hold(Some("ocop-whole"));
    let browser = Browser::open(&site.url("#/new"), Size::Phone);
    browser.wait_app();
    browser.run("addEventListener('ocop-yield', () => (window.yielded = true))", json!([]));
    browser.type_into("searchbox", "Tên sản phẩm", "nước m");
    site.hold(None);
    browser.wait_fetched("ocop-whole");
    let field = "(({ type, value }) => [type, value])(document.activeElement)";
    browser.type_text("ắm");
    browser.wait("the whole name", || (browser.eval(field) == json!(["search", "nước mắm"])).then_some(()));
    assert_eq!(browser.eval("window.yielded ?? false"), false);
    browser.click("button", "Đúng bộ 9, tiếp tục");
    browser.wait_heading("Sản phẩm đã có sao OCOP chưa?");
    assert_eq!(browser.eval("window.yielded"), true);
}
