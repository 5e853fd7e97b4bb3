//! The forms' entry for Vercel's edge runtime: how does an edge function get it?

import module from "../../superbill_forms_bg.wasm?module";
import { initSync } from "../../superbill_forms.js";

initSync({ module });
export { init } from "../../hosts/ready.js";
export * from "../../forms.js";
