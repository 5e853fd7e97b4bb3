//! Browsers where packs are made: from where is the module loaded?

import load, { type InitInput } from "../superbill_packs.js";

/**
 * Fetches and compiles the module. Call it once before anything else; later calls wait for the same one.
 * It needs a browser with 128-bit SIMD: every one since 2023.
 *
 * @param input Where the module is, when a bundler moved it: a URL, a Response, its bytes or a compiled module.
 */
export async function init(input?: InitInput | Promise<InitInput>): Promise<void> {
  await load({ module_or_path: input ?? new URL("../superbill_packs_bg.wasm", import.meta.url) });
}
