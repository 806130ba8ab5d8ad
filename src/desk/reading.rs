//! Reading a draft file that was chosen or dropped.

use std::fmt;

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;

use super::state::Desk;
use crate::draft::Draft;
use crate::draft::file::{self, Refused};

/// A larger file is not read at all: reading would freeze the page, and no browser would keep such a draft. Ten
/// thousand pieces of evidence take about a third of it.
const LARGEST: f64 = 3e6;

/// A draft as a file holds it.
#[derive(Clone)]
pub struct FileDraft {
    pub draft: Draft,
    /// Of its file.
    pub version: u64,
    /// What it was decoded from, where that was not UTF-8.
    pub encoding: Option<&'static str>,
    /// How many characters another program has destroyed.
    pub destroyed: usize,
}

/// Why a file gives no draft.
#[derive(Debug, Clone)]
pub enum Unread {
    /// The browser could not read it at all.
    Unreadable,
    /// So many bytes.
    TooLarge(f64),
    Refused(Refused),
}

impl fmt::Display for Unread {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Unread::Unreadable => out.write_str("浏览器读不出这个文件，请换一个文件再试。"),
            Unread::TooLarge(size) => write!(
                out,
                "有 {} MB，草稿文件不会超过 {} MB，请确认选对了文件。",
                (size / 1e6).ceil() as u64,
                (LARGEST / 1e6) as u64
            ),
            Unread::Refused(refused) => out.write_str(&refused.reason()),
        }
    }
}

impl Desk {
    /// Reads a file, and hands over what is in it once the browser has read it; the page may have been left by then.
    pub fn read_file(self, file: &web_sys::File, then: impl FnOnce(Result<FileDraft, Unread>) + 'static) {
        if file.size() > LARGEST {
            return then(Err(Unread::TooLarge(file.size())));
        }
        read_bytes(file, move |bytes| {
            let read = bytes.ok_or(Unread::Unreadable);
            then(read.and_then(|bytes| self.draft_in(&bytes).map_err(Unread::Refused)));
        });
    }

    /// What bytes hold. Those in another encoding are decoded, for somebody to look at, and never taken for granted.
    fn draft_in(self, bytes: &[u8]) -> Result<FileDraft, Refused> {
        let of = |(draft, version), encoding, text: &str| FileDraft {
            draft,
            version,
            encoding,
            destroyed: text.matches(char::REPLACEMENT_CHARACTER).count(),
        };
        match file::read_bytes(self.policy, bytes) {
            Ok(read) => Ok(of(read, None, &String::from_utf8_lossy(bytes))),
            Err(Refused::NotUtf8) => {
                let decoded = decode(bytes).and_then(|(text, encoding)| {
                    let read = file::read_with_version(self.policy, &text).ok()?;
                    Some(of(read, Some(encoding), &text))
                });
                decoded.ok_or(Refused::NotUtf8)
            }
            Err(refused) => Err(refused),
        }
    }
}

/// The bytes of a file; `None` where the browser can't read it.
fn read_bytes(file: &web_sys::File, then: impl FnOnce(Option<Vec<u8>>) + 'static) {
    let Ok(reader) = web_sys::FileReader::new() else { return then(None) };
    let done = reader.clone();
    let bytes = move || {
        let buffer: js_sys::ArrayBuffer = done.result().ok()?.dyn_into().ok()?;
        Some(js_sys::Uint8Array::new(&buffer).to_vec())
    };
    let read = Closure::once_into_js(move || then(bytes()));
    // It comes after a success as well as after a failure, which leaves no result.
    reader.set_onloadend(Some(read.unchecked_ref()));
    // A file that can't even be begun says so in the same way.
    let _ = reader.read_as_array_buffer(file);
}

/// What bytes say that are no UTF-8, in the encodings that Windows programs here save as, and which one it is.
fn decode(bytes: &[u8]) -> Option<(String, &'static str)> {
    let encoding = match bytes {
        [0xff, 0xfe, ..] => "UTF-16LE",
        [0xfe, 0xff, ..] => "UTF-16BE",
        _ => "GB18030",
    };
    let options = web_sys::TextDecoderOptions::new();
    options.set_fatal(true);
    let decoder = web_sys::TextDecoder::new_with_label_and_options(encoding, &options).ok()?;
    Some((decoder.decode_with_u8_array(bytes).ok()?, encoding))
}
