//! The claims' entry for workerd: how does a Cloudflare Worker get it?

import module from "../../superbill_claims_bg.wasm";
import { initSync } from "../../superbill_claims.js";

initSync({ module });
export { init } from "../../hosts/ready.js";
export * from "../../claims.js";
