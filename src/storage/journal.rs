//! The journal: each save once more in the browser's database, which is on the disk at once.
//!
//! A browser keeps changes of the local storage in memory for seconds before it writes them down, so a
//! browser that is killed forgets them (`docs/adr/0006-journal.md`). What was journalled and is missing
//! from the store is put back when the page is opened next, see [`super::DraftStore::recover`].

use std::cell::RefCell;
use std::rc::Rc;

use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{IdbDatabase, IdbObjectStore, IdbRequest, IdbTransactionMode};

use super::DraftId;

const DATABASE: &str = "zhichuang";
const STORE: &str = "journal";

/// A handle to the journal. Where the browser has no database, there is none, and nobody is bothered:
/// the drafts are in the store.
#[derive(Clone, Default)]
pub struct Journal(Rc<RefCell<Option<IdbDatabase>>>);

impl Journal {
    /// Notes the newest state of a draft.
    pub fn note(&self, id: &DraftId, text: &str) {
        let (key, text) = (JsValue::from_str(id.as_str()), JsValue::from_str(text));
        self.change(move |store| store.put_with_key(&text, &key));
    }

    /// Forgets a draft that was removed for ever.
    pub fn forget(&self, id: &DraftId) {
        let key = JsValue::from_str(id.as_str());
        self.change(move |store| store.delete(&key));
    }

    /// The newest state of every draft that was journalled.
    pub async fn states(&self) -> Vec<(DraftId, String)> {
        let Ok((keys, texts)) = self.all().await else { return Vec::new() };
        let text = |value: JsValue| value.as_string().unwrap_or_default();
        keys.iter().map(|key| DraftId::from_text(&text(key))).zip(texts.iter().map(text)).collect()
    }

    async fn all(&self) -> Result<(js_sys::Array, js_sys::Array), JsValue> {
        self.open().await?;
        let store = self.store(IdbTransactionMode::Readonly)?;
        let (keys, texts) = (store.get_all_keys()?, store.get_all()?);
        Ok((answer(&keys).await?.unchecked_into(), answer(&texts).await?.unchecked_into()))
    }

    /// Changes the store at once if it is open: a page that is being left has no later.
    fn change(&self, change: impl Fn(&IdbObjectStore) -> Result<IdbRequest, JsValue> + 'static) {
        let write = move |journal: &Journal| change(&journal.store(IdbTransactionMode::Readwrite)?).map(drop);
        if write(self).is_ok() {
            return;
        }
        let journal = self.clone();
        spawn_local(async move {
            if journal.open().await.is_ok() {
                let _ = write(&journal);
            }
        });
    }

    fn store(&self, mode: IdbTransactionMode) -> Result<IdbObjectStore, JsValue> {
        let database = self.0.borrow().clone().ok_or(JsValue::NULL)?;
        database.transaction_with_str_and_mode(STORE, mode)?.object_store(STORE)
    }

    async fn open(&self) -> Result<(), JsValue> {
        let factory = web_sys::window().ok_or(JsValue::NULL)?.indexed_db()?.ok_or(JsValue::NULL)?;
        let request = factory.open(DATABASE)?;
        let opening = request.clone();
        let furnish = Closure::once_into_js(move || {
            if let Ok(database) = opening.result() {
                let _ = database.unchecked_into::<IdbDatabase>().create_object_store(STORE);
            }
        });
        request.set_onupgradeneeded(Some(furnish.unchecked_ref()));
        let database = answer(&request).await?.unchecked_into();
        self.0.replace(Some(database));
        Ok(())
    }
}

async fn answer(request: &IdbRequest) -> Result<JsValue, JsValue> {
    let done = js_sys::Promise::new(&mut |resolve, reject| {
        request.set_onsuccess(Some(&resolve));
        request.set_onerror(Some(&reject));
    });
    JsFuture::from(done).await?;
    request.result()
}
