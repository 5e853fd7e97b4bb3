//! The entry for workerd: how does a Cloudflare Worker get the package?

import module from "../superbill_bg.wasm";
import { initSync } from "../superbill.js";

initSync({ module });
export { init } from "../hosts/ready.js";
export * from "../index.js";
