//! The packs' entry for workerd: how does a Cloudflare Worker get it?

import module from "../../superbill_packs_bg.wasm";
import { initSync } from "../../superbill_packs.js";

initSync({ module });
export { init } from "../../hosts/ready.js";
export * from "../../packs.js";
