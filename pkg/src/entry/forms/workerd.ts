//! The forms' entry for workerd: how does a Cloudflare Worker get it?

import module from "../../superbill_forms_bg.wasm";
import { initSync } from "../../superbill_forms.js";

initSync({ module });
export { init } from "../../hosts/ready.js";
export * from "../../forms.js";
