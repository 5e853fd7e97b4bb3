//! The WebAssembly surface: how does JavaScript call the core?

use wasm_bindgen::prelude::*;

/// The version of the package.
#[wasm_bindgen]
pub fn version() -> String {
    env!("CARGO_PKG_VERSION").to_owned()
}

/// A remittance read from chunks, one claim at a time (a stand-in until the core's reader lands).
#[wasm_bindgen]
#[derive(Default)]
pub struct RemittanceReader {
    text: Vec<u8>,
    finished: bool,
}

#[wasm_bindgen]
impl RemittanceReader {
    /// A reader that has seen nothing yet.
    #[wasm_bindgen(constructor)]
    pub fn new() -> Self {
        Self::default()
    }

    /// Takes the next bytes of the file, cut anywhere.
    pub fn push(&mut self, chunk: &[u8]) -> Result<(), JsValue> {
        if self.finished {
            return Err(error("MISUSE", "push() after finish(): the file has ended"));
        }
        self.text.extend_from_slice(chunk);
        Ok(())
    }

    /// The next whole claim, or undefined when more bytes are needed.
    #[wasm_bindgen(unchecked_return_type = "ClaimPayment | undefined")]
    pub fn next(&mut self) -> Result<JsValue, JsValue> {
        while let Some(end) = self.text.iter().position(|&byte| byte == b'~') {
            let segment: Vec<u8> = self.text.drain(..=end).collect();
            let text = String::from_utf8_lossy(&segment);
            let mut elements = text.trim_end_matches('~').trim_start().split('*');
            if elements.next() == Some("CLP") {
                let claim = js_sys::Object::new();
                let number = elements.next().unwrap_or_default();
                js_sys::Reflect::set(&claim, &"patientControlNumber".into(), &number.into())?;
                return Ok(claim.into());
            }
        }
        Ok(JsValue::UNDEFINED)
    }

    /// Says that no more bytes follow.
    pub fn finish(&mut self) -> Result<(), JsValue> {
        self.finished = true;
        Ok(())
    }
}

#[wasm_bindgen(typescript_custom_section)]
const TYPES: &str = "export interface ClaimPayment { patientControlNumber: string; }";

fn error(code: &str, message: &str) -> JsValue {
    let error = js_sys::Error::new(message);
    error.set_name("SuperbillError");
    let _ = js_sys::Reflect::set(&error, &"code".into(), &code.into());
    error.into()
}
