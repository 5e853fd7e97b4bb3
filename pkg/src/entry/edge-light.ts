//! The entry for Vercel's edge runtime: how does an edge function get the package?

import module from "../superbill_bg.wasm?module";
import { initSync } from "../superbill.js";

initSync({ module });
export { init } from "../hosts/ready.js";
export * from "../index.js";
