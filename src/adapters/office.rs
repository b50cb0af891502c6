//! The office file, a wasm of its own (Word, workbooks, archives, QR codes): fetched when first asked for, kept
//! until the page closes. It imports nothing; the page writes into its memory and reads from it.

use std::cell::RefCell;

use gloo::net::http::Request as Fetch;
use gloo::utils::window;
use js_sys::WebAssembly::{Instance, Memory, instantiate_buffer};
use js_sys::{Function, Object, Promise, Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

use crate::office::Request;

/// Its address beside the page.
const ADDRESS: &str = "office.wasm";

/// Why there is no answer: a key for which the page has words. `unavailable`: the file could not be
/// had (offline before it was ever loaded); `crashed`: it ran out of memory; else the key of an
/// [`OfficeError`](crate::office::OfficeError).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Failure(pub String);

/// The loaded file.
#[derive(Clone)]
pub struct Office {
    exports: JsValue,
    memory: Memory,
}

thread_local! {
    static LOADED: RefCell<Option<Office>> = const { RefCell::new(None) };
}

/// Loads the file, or hands out what was loaded before.
pub async fn load() -> Result<Office, Failure> {
    if let Some(office) = LOADED.with_borrow(Clone::clone) {
        return Ok(office);
    }
    let office = fetch().await.ok_or_else(|| Failure("unavailable".into()))?;
    LOADED.set(Some(office.clone()));
    Ok(office)
}

async fn fetch() -> Option<Office> {
    let bytes = match inside().await {
        Some(bytes) => bytes,
        None => Fetch::get(ADDRESS).send().await.ok().filter(|answer| answer.ok())?.binary().await.ok()?,
    };
    let made = JsFuture::from(instantiate_buffer(&bytes, &Object::new())).await.ok()?;
    let instance: Instance = Reflect::get(&made, &"instance".into()).ok()?.dyn_into().ok()?;
    let exports: JsValue = instance.exports().into();
    let memory = Reflect::get(&exports, &"memory".into()).ok()?.dyn_into().ok()?;
    Some(Office { exports, memory })
}

/// The single file unpacks it through the function `window.ocopOffice`.
async fn inside() -> Option<Vec<u8>> {
    let unpack: Function = Reflect::get(&window(), &"ocopOffice".into()).ok()?.dyn_into().ok()?;
    let promise: Promise = unpack.call0(&JsValue::NULL).ok()?.dyn_into().ok()?;
    Some(Uint8Array::new(&JsFuture::from(promise).await.ok()?).to_vec())
}

impl Office {
    /// Asks and waits: a long request blocks the page, so an archive is made a file at a time.
    /// Bytes stay on the JavaScript side; `to_vec` brings them over.
    pub fn ask(&self, request: &Request, file: Option<&Uint8Array>) -> Result<Uint8Array, Failure> {
        let answered = serde_json::to_vec(request).ok().and_then(|json| self.exchange(&json, file));
        let (failed, answer) = answered.ok_or_else(|| {
            // After a trap its memory is not to be trusted: the next request loads it anew.
            LOADED.set(None);
            Failure("crashed".into())
        })?;
        if failed {
            let words = String::from_utf8(answer.to_vec()).unwrap_or_default();
            return Err(Failure(words.lines().next().unwrap_or_default().into()));
        }
        Ok(answer)
    }

    /// Whether it failed, and the answer; `None` if the file itself broke.
    fn exchange(&self, json: &[u8], file: Option<&Uint8Array>) -> Option<(bool, Uint8Array)> {
        self.put("request", &Uint8Array::from(json))?;
        if let Some(file) = file {
            self.put("file", file)?;
        }
        let failed = self.call("answer", None)? != 0;
        let answer = self.view(self.call("output", None)?, self.call("output_length", None)?).slice(0, u32::MAX);
        self.call("forget", None);
        Some((failed, answer))
    }

    fn put(&self, room: &str, bytes: &Uint8Array) -> Option<()> {
        let place = self.call(room, Some(bytes.length()))?;
        self.view(place, bytes.length()).set(bytes, 0);
        Some(())
    }

    /// A fresh view each time: memory that grew leaves older ones empty.
    fn view(&self, place: u32, length: u32) -> Uint8Array {
        Uint8Array::new_with_byte_offset_and_length(&self.memory.buffer(), place, length)
    }

    fn call(&self, name: &str, argument: Option<u32>) -> Option<u32> {
        let function: Function = Reflect::get(&self.exports, &name.into()).ok()?.dyn_into().ok()?;
        let answer = match argument {
            Some(argument) => function.call1(&JsValue::NULL, &argument.into()),
            None => function.call0(&JsValue::NULL),
        };
        // An address above 2 GB comes as a negative number.
        answer.ok().map(|value| value.as_f64().unwrap_or_default() as i64 as u32)
    }
}
