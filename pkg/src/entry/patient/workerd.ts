//! The patient's entry for workerd: how does a Cloudflare Worker get the small module?

import module from "../../superbill_patient_bg.wasm";
import { initSync } from "../../superbill_patient.js";

initSync({ module });
export { init } from "../../hosts/ready.js";
export * from "../../patient.js";
