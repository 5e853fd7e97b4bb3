//! Browsers: which of the two modules does this one load, and from where?

import load, { type InitInput } from "../superbill.js";

/**
 * Fetches and compiles the module. Call it once before anything else; later calls wait for the same one.
 *
 * @param input Where the module is, when a bundler moved it: a URL, a Response, its bytes or a compiled module.
 */
export async function init(input?: InitInput | Promise<InitInput>): Promise<void> {
  await load({ module_or_path: input ?? moduleUrl() });
}

function moduleUrl(): URL {
  return WebAssembly.validate(SIMD_PROBE)
    ? new URL("../superbill_bg.wasm", import.meta.url)
    : new URL("../superbill_scalar_bg.wasm", import.meta.url);
}

/** The smallest module with a 128-bit vector in it: `(module (func (result v128) i32.const 0 i8x16.splat))`. */
const SIMD_PROBE = Uint8Array.of(
  ...[0, 97, 115, 109, 1, 0, 0, 0], // the magic word, version 1
  ...[1, 5, 1, 96, 0, 1, 123], // one type: () -> v128
  ...[3, 2, 1, 0], // one function, of that type
  ...[10, 8, 1, 6, 0, 65, 0, 253, 15, 11], // its body
);
