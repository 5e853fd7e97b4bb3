//! The module: which build of the package is measured, and how is it loaded?

import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const FILES = {
  simd: "superbill/superbill_bg.wasm",
  scalar: "superbill/superbill_scalar_bg.wasm",
  patient: "superbill/superbill_patient_bg.wasm",
};

/** The bytes of a module: "simd", "scalar" or "patient". */
export function moduleBytes(name) {
  return readFileSync(fileURLToPath(import.meta.resolve(FILES[name])));
}

/** The package on that module; `memory()` is the size of its memory in bytes, which never shrinks. */
export async function load(name) {
  const superbill = await import("superbill/slim");
  const exports = await superbill.init({ module_or_path: moduleBytes(name) });
  return { ...superbill, memory: () => exports.memory.buffer.byteLength };
}
