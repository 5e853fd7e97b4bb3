//! The patient's entry for Vercel's edge runtime: how does an edge function get the small module?

import module from "../../superbill_patient_bg.wasm?module";
import { initSync } from "../../superbill_patient.js";

initSync({ module });
export { init } from "../../hosts/ready.js";
export * from "../../patient.js";
