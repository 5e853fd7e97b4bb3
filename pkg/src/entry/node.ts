//! The entry for Node, Deno and Bun: how does a server or a script get the package?

import { readFileSync } from "node:fs";
import { initSync } from "../superbill.js";

initSync({ module: readFileSync(new URL("../superbill_bg.wasm", import.meta.url)) });
export { init } from "../hosts/ready.js";
export * from "../index.js";
