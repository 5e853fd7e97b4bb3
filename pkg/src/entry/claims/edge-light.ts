//! The claims' entry for Vercel's edge runtime: how does an edge function get it?

import module from "../../superbill_claims_bg.wasm?module";
import { initSync } from "../../superbill_claims.js";

initSync({ module });
export { init } from "../../hosts/ready.js";
export * from "../../claims.js";
