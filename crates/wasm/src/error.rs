//! Errors: how does JavaScript tell whose fault it is?

use js_sys::Reflect;
use superbill::Unreadable;
use wasm_bindgen::JsValue;

/// Bytes that cannot be framed: code `UNREADABLE`, with the byte.
pub(crate) fn unreadable(error: Unreadable) -> JsValue {
    with_offset(&error.to_string(), error)
}

/// A file in a form that is not read: code `UNREADABLE`, its message says where.
#[cfg(any(feature = "claims", feature = "forms", feature = "packs"))]
pub(crate) fn unreadable_text(message: &str) -> JsValue {
    make("UNREADABLE", message)
}

/// The same of one file of several.
#[cfg(any(feature = "accounts", feature = "check"))]
pub(crate) fn unreadable_file((index, error): (usize, Unreadable)) -> JsValue {
    with_offset(&format!("file {}: {error}", index + 1), error)
}

/// A call that makes no sense: code `MISUSE`.
pub(crate) fn misuse(message: &str) -> JsValue {
    make("MISUSE", message)
}

fn with_offset(message: &str, error: Unreadable) -> JsValue {
    let made = make("UNREADABLE", message);
    let offset = u32::try_from(error.offset).unwrap_or(u32::MAX);
    set(&made, "byteOffset", &offset.into());
    set(&made, "reason", &error.reason.name().into());
    made
}

fn make(code: &str, message: &str) -> JsValue {
    let error = js_sys::Error::new(message);
    error.set_name("SuperbillError");
    set(&error, "code", &code.into());
    error.into()
}

fn set(target: &JsValue, key: &str, value: &JsValue) {
    // A plain object takes any property; there is nothing to tell if it did not.
    let _ = Reflect::set(target, &key.into(), value);
}
