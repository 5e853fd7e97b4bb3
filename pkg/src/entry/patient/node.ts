//! The patient's entry for Node, Deno and Bun: how does a server or a script get the small module?

import { readFileSync } from "node:fs";
import { initSync } from "../../superbill_patient.js";

initSync({ module: readFileSync(new URL("../../superbill_patient_bg.wasm", import.meta.url)) });
export { init } from "../../hosts/ready.js";
export * from "../../patient.js";
