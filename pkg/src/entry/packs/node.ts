//! The packs' entry for Node, Deno and Bun: how does a server or a script get it?

import { readFileSync } from "node:fs";
import { initSync } from "../../superbill_packs.js";

initSync({ module: readFileSync(new URL("../../superbill_packs_bg.wasm", import.meta.url)) });
export { init } from "../../hosts/ready.js";
export * from "../../packs.js";
