//! The browser's database, for what is too large for the storage of `storage`: photos and scans of
//! papers, and earlier versions of dossiers. Nothing that the page needs
//! stands here alone while there is room elsewhere.
//!
//! The present state of each dossier stands here once more: browsers write the other storage to the disk
//! seconds later, and lose those seconds when they are ended at once. So does what finds no room there.
//!
//! Written on the browser's own interface: the `idb` crate does the same for 12 kB more over the wire,
//! measured after wasm-opt and brotli.

use gloo::utils::window;
use js_sys::{Array, Promise, Uint8Array};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    Blob, DomException, IdbDatabase, IdbKeyRange, IdbObjectStore, IdbRequest, IdbTransaction, IdbTransactionMode,
};

use super::{files, page};
use crate::session::StorageFault;

const NAME: &str = "ocop";
const VERSION: u32 = 2;

/// So many milliseconds are waited for it: another tab that changes it may never come to an end. A slow device is faster.
const PATIENCE: i32 = 8_000;

/// A store of the database. Its keys are texts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// Bytes of photos and scans, by attachment id.
    Files,
    /// Dossiers as JSON, by dossier id and instant: `k3/2026-11-24T01:00:00.000Z`.
    Versions,
    /// Dossiers as JSON, as they were last kept, by dossier id; what found no room in the storage, by dossier id and a key
    /// of its own: `k3/k9`.
    Latest,
}

impl Place {
    const ALL: [Place; 3] = [Place::Files, Place::Versions, Place::Latest];

    fn name(self) -> &'static str {
        match self {
            Place::Files => "files",
            Place::Versions => "versions",
            Place::Latest => "latest",
        }
    }
}

/// Keeps bytes. When this returns, the browser has them whole. They are a file of the browser's own, so that an archive
/// is put together of many of them without one more copy of each: an archive of 1.2 GB has no room among the pieces that
/// a browser keeps in memory. Safari forgets such files, and in a private window takes none: there they are bytes.
pub async fn put_bytes(place: Place, key: &str, bytes: &[u8]) -> Result<(), StorageFault> {
    if let Some(file) = files::blob(bytes, "").filter(|_| !page::is_safari())
        && put(place, key, &file).await.is_ok()
    {
        return Ok(());
    }
    put(place, key, &Uint8Array::from(bytes)).await
}

pub async fn put_text(place: Place, key: &str, text: &str) -> Result<(), StorageFault> {
    put(place, key, &text.into()).await
}

async fn put(place: Place, key: &str, value: &JsValue) -> Result<(), StorageFault> {
    let (transaction, store) = open(place, IdbTransactionMode::Readwrite).await?;
    store.put_with_key(value, &key.into()).map_err(fault)?;
    end(&transaction).await
}

/// The bytes of a key, `None` where there are none.
pub async fn bytes(place: Place, key: &str) -> Result<Option<Vec<u8>>, StorageFault> {
    Ok(stored(place, key).await?.map(|stored| stored.bytes))
}

/// What stands under a key.
pub struct Stored {
    pub bytes: Vec<u8>,
    /// The browser's own file of them, where they are kept as one.
    pub file: Option<Blob>,
}

/// The bytes of a key and their file, `None` where there are none, or none that can be read.
pub async fn stored(place: Place, key: &str) -> Result<Option<Stored>, StorageFault> {
    let (_, store) = open(place, IdbTransactionMode::Readonly).await?;
    let value = done(&store.get(&key.into()).map_err(fault)?).await?;
    let Some(file) = value.dyn_ref::<Blob>() else {
        return Ok(value.dyn_ref::<Uint8Array>().map(|bytes| Stored { bytes: bytes.to_vec(), file: None }));
    };
    let bytes = gloo::file::futures::read_as_bytes(&file.clone().into()).await.ok();
    Ok(bytes.map(|bytes| Stored { bytes, file: Some(file.clone()) }))
}

/// Every text whose key begins like this, in the order of the keys.
pub async fn texts(place: Place, prefix: &str) -> Result<Vec<String>, StorageFault> {
    let (_, store) = open(place, IdbTransactionMode::Readonly).await?;
    let texts = done(&store.get_all_with_key(&range(prefix)?).map_err(fault)?).await?;
    Ok(Array::from(&texts).iter().filter_map(|text| text.as_string()).collect())
}

/// Every key with its text, as they stand at one instant.
pub async fn entries(place: Place) -> Result<Vec<(String, String)>, StorageFault> {
    let (_, store) = open(place, IdbTransactionMode::Readonly).await?;
    let (keys, texts) = (store.get_all_keys().map_err(fault)?, store.get_all().map_err(fault)?);
    let (keys, texts) = (done(&keys), done(&texts));
    let (keys, texts) = (Array::from(&keys.await?), Array::from(&texts.await?));
    Ok(keys.iter().zip(texts.iter()).filter_map(|(key, text)| Some((key.as_string()?, text.as_string()?))).collect())
}

/// Every key that begins like this, in their order.
pub async fn keys(place: Place, prefix: &str) -> Result<Vec<String>, StorageFault> {
    let (_, store) = open(place, IdbTransactionMode::Readonly).await?;
    let keys = done(&store.get_all_keys_with_key(&range(prefix)?).map_err(fault)?).await?;
    Ok(Array::from(&keys).iter().filter_map(|key| key.as_string()).collect())
}

fn range(prefix: &str) -> Result<JsValue, StorageFault> {
    IdbKeyRange::bound(&prefix.into(), &format!("{prefix}\u{ffff}").into()).map(JsValue::from).map_err(fault)
}

/// Takes these keys away, all or none.
pub async fn remove(place: Place, keys: &[String]) -> Result<(), StorageFault> {
    if keys.is_empty() {
        return Ok(());
    }
    let (transaction, store) = open(place, IdbTransactionMode::Readwrite).await?;
    for key in keys {
        store.delete(&key.into()).map_err(fault)?;
    }
    end(&transaction).await
}

/// A transaction on one store. The database is opened for each, so that one that the browser closed
/// or cleared in the meantime does no harm.
async fn open(place: Place, mode: IdbTransactionMode) -> Result<(IdbTransaction, IdbObjectStore), StorageFault> {
    let factory = window().indexed_db().ok().flatten().ok_or(StorageFault::Blocked)?;
    let request = factory.open_with_u32(NAME, VERSION).map_err(fault)?;
    let upgraded = {
        let request: IdbRequest = request.clone().into();
        Closure::once(move || {
            if let Some(database) = request.result().ok().and_then(|value| value.dyn_into::<IdbDatabase>().ok()) {
                for place in Place::ALL {
                    // A store that is there already stays.
                    let _ = database.create_object_store(place.name());
                }
            }
        })
    };
    request.set_onupgradeneeded(Some(upgraded.as_ref().unchecked_ref()));
    let opened = Promise::new(&mut |resolve, reject| {
        request.set_onsuccess(Some(&resolve));
        request.set_onerror(Some(&reject));
        let _ = window().set_timeout_with_callback_and_timeout_and_arguments_0(&reject, PATIENCE);
    });
    if JsFuture::from(opened).await.is_err() {
        let late: IdbRequest = request.clone().into();
        let close = move || late.result().map(|database| database.unchecked_into::<IdbDatabase>().close());
        // Where it comes after all, nobody waits for it any more.
        request.set_onsuccess(Some(Closure::once_into_js(move || drop(close())).unchecked_ref()));
        // Without an error nobody answered.
        return Err(request.error().ok().flatten().map_or(StorageFault::Held, |error| fault(error.into())));
    }
    let database: IdbDatabase = request.result().map_err(fault)?.dyn_into().map_err(fault)?;
    let transaction = database.transaction_with_str_and_mode(place.name(), mode).map_err(fault)?;
    let store = transaction.object_store(place.name()).map_err(fault)?;
    // Closes once the transaction is over.
    database.close();
    Ok((transaction, store))
}

/// What a request gives. Heard from now on, whenever it is awaited.
fn done(request: &IdbRequest) -> impl Future<Output = Result<JsValue, StorageFault>> + use<> {
    let request = request.clone();
    let promise = Promise::new(&mut |resolve, reject| {
        request.set_onsuccess(Some(&resolve));
        request.set_onerror(Some(&reject));
    });
    async move {
        match JsFuture::from(promise).await {
            Ok(_) => request.result().map_err(fault),
            Err(_) => Err(request.error().ok().flatten().map_or(StorageFault::Blocked, |error| fault(error.into()))),
        }
    }
}

/// Waits until all of a transaction is kept.
async fn end(transaction: &IdbTransaction) -> Result<(), StorageFault> {
    let promise = Promise::new(&mut |resolve, reject| {
        transaction.set_oncomplete(Some(&resolve));
        transaction.set_onabort(Some(&reject));
    });
    match JsFuture::from(promise).await {
        Ok(_) => Ok(()),
        Err(_) => Err(transaction.error().map_or(StorageFault::Blocked, |error| fault(error.into()))),
    }
}

fn fault(error: JsValue) -> StorageFault {
    let name = error.dyn_ref::<DomException>().map(|error| error.name().to_lowercase()).unwrap_or_default();
    match name {
        name if name.contains("quota") => StorageFault::Full,
        // A newer build has changed it.
        name if name == "versionerror" => StorageFault::Held,
        _ => StorageFault::Blocked,
    }
}
