//! Type declarations: which TypeScript names stand for values that cross as text?

use wasm_bindgen::prelude::wasm_bindgen;

#[wasm_bindgen(typescript_custom_section)]
const SHARED: &str = r#"
/** An exact amount as decimal text with at least two decimals: "125.00". */
export type Money = string;
/** An exact quantity as decimal text: "1", "0.5". */
export type Quantity = string;
/** Text as the file has it. */
export type Text = string;
/** A day, or the payer's text where it names none. */
export type DateValue = string;
/** A value that identifies a person: keep it out of logs. */
export type Phi<T> = T;
/** One value a claim, in file order. Amounts are exact hundredths; an absent amount is the least 64-bit integer. */
export interface ClaimColumns {
  chargeCents: BigInt64Array;
  paymentCents: BigInt64Array;
  adjustmentCents: BigInt64Array;
  patientCents: BigInt64Array;
  /** Claim status codes as numbers. */
  status: Uint8Array;
  /** 1 balanced, 2 denied, 4 reversal. */
  flags: Uint8Array;
}
/** Claims as flat arrays; `claims()` makes objects of them. */
export interface BulkArrays { text: string; shape: Uint32Array; codes: string[] }
/** Who does something and when; `at` is the present moment if it is left out. */
export type PostOptions = Partial<ActBy>;
/** Which statements: of one patient (a `PatientSummary.key`), or of all. */
export interface StatementOptions extends PostOptions {
  format?: "html" | "text";
  patient?: string;
}
/** What `account` takes besides files. */
export type AccountOptions = PostOptions;
/** What `statement` prints. */
export interface StatementsReport { statements: Statement[] }
"#;
