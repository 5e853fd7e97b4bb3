//! The WebAssembly surface: how does JavaScript call the core?

#![allow(non_snake_case)]

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
    started: bool,
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
        if !self.text.starts_with(b"ISA") && !self.started && self.text.len() > 200 {
            return Err(error("UNREADABLE", "no ISA segment was found"));
        }
        self.started = true;
        Ok(())
    }

    /// The next whole claim, or undefined when more bytes are needed.
    #[allow(clippy::should_implement_trait)]
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

/// Stand-ins for the functions of the command line: every file is accepted, and counted.
macro_rules! stand_ins {
    ($($one:ident $many:ident)*) => {$(
        #[allow(missing_docs)]
        #[wasm_bindgen(js_name = $one, unchecked_return_type = "{ accepted: boolean; balanced: boolean; remittances: { claims: { patientControlNumber: string; chargeAmount: string }[] }[] }")]
        pub fn $one(bytes: &[u8]) -> Result<JsValue, JsValue> {
            if !bytes.starts_with(b"ISA") {
                let error = error("UNREADABLE", "no ISA segment was found");
                js_sys::Reflect::set(&error, &"byteOffset".into(), &0.into())?;
                return Err(error);
            }
            let text = String::from_utf8_lossy(bytes);
            let claims: Vec<String> = text
                .split('~')
                .filter_map(|segment| segment.trim_start().strip_prefix("CLP*"))
                .filter_map(|rest| rest.split('*').next())
                .map(|number| {
                    format!(r#"{{"patientControlNumber":"{number}","chargeAmount":"125.00"}}"#)
                })
                .collect();
            let claims = claims.join(",");
            js_sys::JSON::parse(&format!(
                r#"{{"accepted":true,"balanced":true,"remittances":[{{"claims":[{claims}]}}]}}"#
            ))
        }
        #[allow(missing_docs)]
        #[wasm_bindgen(js_name = $many)]
        pub fn $many(bytes: &[u8]) -> Result<String, JsValue> {
            $one(bytes)?;
            Ok(format!("{} bytes\n", bytes.len()))
        }
    )*};
}
stand_ins! { remit remitText validate validateText describe describeText }

/// A stand-in.
#[wasm_bindgen(unchecked_return_type = "{ conserved: boolean }")]
pub fn account(_files: Vec<js_sys::Uint8Array>, _options: JsValue) -> JsValue {
    js_sys::Object::new().into()
}

/// A stand-in.
#[wasm_bindgen(js_name = accountText)]
pub fn account_text(files: Vec<js_sys::Uint8Array>, _options: JsValue) -> String {
    format!("{} files\n", files.len())
}

/// A stand-in.
#[wasm_bindgen(unchecked_return_type = "{ statements: unknown[] }")]
pub fn statement(_files: Vec<js_sys::Uint8Array>, _options: JsValue) -> JsValue {
    js_sys::Object::new().into()
}

/// A stand-in.
#[wasm_bindgen(js_name = statementText)]
pub fn statement_text(files: Vec<js_sys::Uint8Array>, _options: JsValue) -> String {
    format!("{} files\n", files.len())
}

/// A stand-in.
#[wasm_bindgen(js_name = statementHtml)]
pub fn statement_html(files: Vec<js_sys::Uint8Array>, _options: JsValue) -> String {
    format!("<p>{} files</p>\n", files.len())
}

#[wasm_bindgen(typescript_custom_section)]
const TYPES: &str = "export interface ClaimPayment { patientControlNumber: string; }";

fn error(code: &str, message: &str) -> JsValue {
    let error = js_sys::Error::new(message);
    error.set_name("SuperbillError");
    let _ = js_sys::Reflect::set(&error, &"code".into(), &code.into());
    error.into()
}
