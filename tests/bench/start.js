//! The start: how long until a fresh process has the module ready, and has read a small file?
//!
//! `node start.js simd|scalar|patient 835-0.1.x12` measures once; a process has one start, so xtask calls it several times.

import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { moduleBytes } from "./module.js";
import { print, printNumber } from "./time.js";

const [build, path] = process.argv.slice(2);
const { initSync, RemittanceFile } = await surface();
const module = moduleBytes(build);
const bytes = readFileSync(path);

const start = performance.now();
initSync({ module });
const ready = performance.now();
const file = new RemittanceFile(bytes);
file.summary();
const read = performance.now();

print(`wasm/${build}/start`, [ready - start]);
print(`wasm/${build}/first-read`, [read - ready]);
printNumber(`wasm/${build}/gzip`, gzipSync(module, { level: 9 }).length / 1000);

/** What the module is called by: patients' has glue of its own, which Node's entry would load at once. */
function surface() {
  return build === "patient" ? import("../../pkg/dist/superbill_patient.js") : import("superbill/slim");
}
