use std::path::Path;

use serde_json::json;

use super::driver::Fault;
use super::element::{ELEMENT, Element, Handle};
use super::{Browser, PATIENCE, poll};

/// What is on the page, by role and name and by its words.
impl Browser {
    /// Waits for the one element of this role and name. A name is matched whole, else as a part.
    #[track_caller]
    pub fn find(&self, role: &str, name: &str) -> Element<'_> {
        let found = poll(PATIENCE, || match self.located(role, Some(name)) {
            Ok(mut located) if located.found.len() == 1 => located.found.pop(),
            _ => None,
        });
        match found {
            Some(_) => Element { browser: self, role: role.to_owned(), name: name.to_owned() },
            None => self.give_up_finding(role, name),
        }
    }

    /// Whether such an element is in sight now.
    pub fn has(&self, role: &str, name: &str) -> bool {
        self.located(role, Some(name)).is_ok_and(|located| !located.found.is_empty())
    }

    /// Waits until no such element is in sight.
    #[track_caller]
    pub fn wait_gone(&self, role: &str, name: &str) {
        self.wait(&format!("{role} “{name}” to go"), || (!self.has(role, name)).then_some(()));
    }

    /// The names of all elements of a role that are in sight now, in the page's order.
    pub fn names(&self, role: &str) -> Vec<String> {
        self.located(role, None).map(|located| located.seen).unwrap_or_default()
    }

    /// All elements of a role that are in sight now: the name by which the tests find them, and the role and
    /// the name that the browser itself gives to assistive technology.
    pub fn computed(&self, role: &str) -> Vec<(String, String, String)> {
        let Ok(located) = self.located(role, None) else { return Vec::new() };
        let ask = |id: &String, what: &str| {
            let answer = self.must(what, self.driver.get(&format!("/element/{id}/{what}")));
            let text: String = answer.as_str().unwrap_or_default().to_owned();
            text.split_whitespace().collect::<Vec<_>>().join(" ")
        };
        let own = |(id, name): (&String, String)| (name, ask(id, "computedrole"), ask(id, "computedlabel"));
        located.found.iter().zip(located.seen).map(own).collect()
    }

    /// Waits for the page whose first heading is this (whole, or a part of it).
    #[track_caller]
    pub fn wait_heading(&self, text: &str) {
        self.wait(&format!("the heading “{text}”"), || {
            let heading = self.eval("document.querySelector('h1')?.innerText ?? ''");
            heading.as_str().unwrap_or_default().contains(text).then_some(())
        });
    }

    /// Waits until the app has taken the place of the first paint. A browser's own page of what it could not open has a
    /// heading too, and is none of ours.
    #[track_caller]
    pub fn wait_app(&self) {
        self.wait("the app", || {
            let is_there =
                self.eval("!document.querySelector('.first-paint') && document.querySelector('#app h1') !== null");
            is_there.as_bool().filter(|is| *is)
        });
    }

    /// Waits until the page has fetched the program whose name begins like this.
    #[track_caller]
    pub fn wait_fetched(&self, program: &str) {
        let fetched = "const [program] = arguments;
            return performance.getEntriesByType('resource').some(({ name, responseEnd }) => {
                const file = name.split('/').at(-1);
                return responseEnd > 0 && file.startsWith(program) && file.endsWith('.wasm');
            });";
        self.wait(program, || self.run(fetched, json!([program])).as_bool().filter(|is| *is));
    }

    /// Waits until the page shows a text anywhere.
    #[track_caller]
    pub fn wait_text(&self, text: &str) {
        self.wait(&format!("the text “{text}”"), || self.text().contains(text).then_some(()));
    }

    /// Everything that is written on the page now, with white space as one blank.
    pub fn text(&self) -> String {
        let text = self.eval("document.body.innerText.normalize('NFC').replace(/\\s+/g, ' ').trim()");
        text.as_str().unwrap_or_default().to_owned()
    }

    /// Waits for an answer; when there is none, fails with what was waited for and what is there.
    #[track_caller]
    pub fn wait<T>(&self, what: &str, ask: impl FnMut() -> Option<T>) -> T {
        match poll(PATIENCE, ask) {
            Some(answer) => answer,
            None => self.give_up(&format!("waited in vain for {what}")),
        }
    }

    pub(super) fn located(&self, role: &str, name: Option<&str>) -> Result<Located, Fault> {
        let answer = self.try_run(include_str!("locate.js"), json!([role, name]))?;
        let texts = |key: &str| {
            let texts = answer[key].as_array().into_iter().flatten();
            texts.filter_map(|text| Some(text.as_str()?.to_owned())).collect::<Vec<_>>()
        };
        let found = answer["found"].as_array().into_iter().flatten();
        Ok(Located {
            found: found.filter_map(|element| Some(element[ELEMENT].as_str()?.to_owned())).collect(),
            names: texts("names"),
            seen: texts("seen"),
        })
    }

    /// Finds and acts, again where the page moved in between.
    #[track_caller]
    pub(super) fn act<T>(&self, role: &str, name: &str, what: &str, act: impl Fn(&Handle) -> Result<T, Fault>) -> T {
        let mut last = None;
        let done = poll(PATIENCE, || {
            let mut located = self.located(role, Some(name)).ok()?;
            let id = (located.found.len() == 1).then(|| located.found.pop())??;
            match act(&Handle { browser: self, id }) {
                Ok(answer) => Some(answer),
                Err(fault) if fault.is_passing() => {
                    last = Some(fault);
                    None
                }
                Err(fault) => self.give_up(&format!("could not {what} {role} “{name}”: {}", fault.message)),
            }
        });
        match (done, last) {
            (Some(answer), _) => answer,
            (None, Some(fault)) => self.give_up(&format!("could not {what} {role} “{name}”: {}", fault.message)),
            (None, None) => self.give_up_finding(role, name),
        }
    }

    #[track_caller]
    pub(super) fn give_up_finding(&self, role: &str, name: &str) -> ! {
        let why = match self.located(role, Some(name)) {
            Ok(located) if located.found.len() > 1 => {
                format!("{} elements are {role} “{name}”: {:?}", located.found.len(), located.names)
            }
            Ok(located) => format!("no {role} “{name}”; there are: {:?}", located.seen),
            Err(fault) => format!("no {role} “{name}”: {}", fault.message),
        };
        self.give_up(&why)
    }

    /// Fails the test with what is on the page, and a picture of it.
    #[track_caller]
    pub(super) fn give_up(&self, why: &str) -> ! {
        let name = std::thread::current().name().unwrap_or("test").replace("::", "-");
        let picture = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("{name}-{:?}.png", self.engine));
        self.screenshot(&picture);
        let text: String = self.text().chars().take(1500).collect();
        panic!("{why}\n  at {}\n  picture: {}\n  the page says: {text}", self.url(), picture.display());
    }
}

pub(super) struct Located {
    found: Vec<String>,
    names: Vec<String>,
    seen: Vec<String>,
}
