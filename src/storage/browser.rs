//! The browser's local storage as a store.

use gloo_storage::{LocalStorage, Storage};

use super::{DraftId, KeyValueStore, StorageFault};

/// The local storage of this page's origin.
#[derive(Debug, Clone, Copy)]
pub struct BrowserStore;

impl BrowserStore {
    /// gloo's own access panics where a browser forbids storage, so that is asked first.
    fn storage() -> Result<web_sys::Storage, StorageFault> {
        match web_sys::window().map(|window| window.local_storage()) {
            Some(Ok(Some(_))) => Ok(LocalStorage::raw()),
            _ => Err(StorageFault::Forbidden),
        }
    }
}

/// Under what a window keeps which draft is open in it, also over a reload; another window knows nothing of it.
const OPEN_HERE: &str = "zhichuang:open";

fn of_this_window() -> Option<web_sys::Storage> {
    web_sys::window()?.session_storage().ok()?
}

/// The draft that was open in this window before a reload.
pub fn open_here() -> Option<DraftId> {
    of_this_window()?.get_item(OPEN_HERE).ok()?.map(|id| DraftId::from_text(&id))
}

/// Where this can't be kept, a reload opens the draft that was open last in any window.
pub fn remember_open_here(id: &DraftId) {
    if let Some(storage) = of_this_window() {
        let _ = storage.set_item(OPEN_HERE, id.as_str());
    }
}

impl KeyValueStore for BrowserStore {
    fn keys(&self, prefix: &str) -> Result<Vec<String>, StorageFault> {
        let storage = Self::storage()?;
        let length = storage.length().map_err(fault)?;
        let keys = (0..length).filter_map(|at| storage.key(at).ok().flatten());
        Ok(keys.filter(|key| key.starts_with(prefix)).collect())
    }

    fn read(&self, key: &str) -> Result<Option<String>, StorageFault> {
        Self::storage()?.get_item(key).map_err(fault)
    }

    fn write(&self, key: &str, text: &str) -> Result<(), StorageFault> {
        Self::storage()?.set_item(key, text).map_err(fault)
    }

    fn remove(&self, key: &str) -> Result<(), StorageFault> {
        Self::storage()?.remove_item(key).map_err(fault)
    }
}

fn fault(value: wasm_bindgen::JsValue) -> StorageFault {
    use wasm_bindgen::JsCast;
    match value.dyn_ref::<web_sys::DomException>().map(web_sys::DomException::name).as_deref() {
        Some("QuotaExceededError" | "NS_ERROR_DOM_QUOTA_REACHED") => StorageFault::Full,
        Some("SecurityError") => StorageFault::Forbidden,
        Some(name) => StorageFault::Other(name.to_owned()),
        None => StorageFault::Other("原因不明".to_owned()),
    }
}
