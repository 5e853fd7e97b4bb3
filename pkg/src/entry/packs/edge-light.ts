//! The packs' entry for Vercel's edge runtime: how does an edge function get it?

import module from "../../superbill_packs_bg.wasm?module";
import { initSync } from "../../superbill_packs.js";

initSync({ module });
export { init } from "../../hosts/ready.js";
export * from "../../packs.js";
