//! The slim entry: does a host that loads the module itself get a clear error before, and no leak after?

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { setTimeout } from "node:timers/promises";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";

import { initSync, RemittanceReader, SuperbillError, version } from "superbill/slim";
import { remittance } from "./sample.js";

setFlagsFromString("--expose-gc");
const collect = runInNewContext("gc");
const chunk = new TextEncoder().encode(remittance(500));

test("a call before init() says so", () => {
  const forgotten = (error) =>
    error instanceof SuperbillError && error.code === "MISUSE" && /call init\(\) first/.test(error.message);
  assert.throws(() => version(), forgotten);
  assert.throws(() => new RemittanceReader(), forgotten);
});

for (const file of ["superbill_scalar_bg.wasm", "superbill_bg.wasm"]) {
  test(`${file} loads`, () => {
    const bytes = readFileSync(new URL(import.meta.resolve(`superbill/${file}`)));
    assert.ok(WebAssembly.Module.exports(new WebAssembly.Module(bytes)).length > 0);
    assert.equal(WebAssembly.validate(bytes), true);
  });
}

test("both modules offer the same, so that one glue serves both", () => {
  const [simd, scalar] = ["superbill_bg.wasm", "superbill_scalar_bg.wasm"].map((file) => {
    const module = new WebAssembly.Module(readFileSync(new URL(import.meta.resolve(`superbill/${file}`))));
    const names = [...WebAssembly.Module.exports(module), ...WebAssembly.Module.imports(module)];
    return names.map(({ name }) => name).sort();
  });
  assert.deepEqual(simd, scalar);
});

test("readers that are forgotten are collected", { timeout: 60_000 }, async () => {
  const module = readFileSync(new URL(import.meta.resolve("superbill/superbill_bg.wasm")));
  const { memory } = initSync({ module });
  await forgetSome();
  const before = memory.buffer.byteLength;
  for (let round = 0; round < 20; round++) await forgetSome();
  assert.ok(memory.buffer.byteLength <= before * 2, `${before} grew to ${memory.buffer.byteLength} bytes`);
});

/** Makes readers that hold bytes, drops them, and lets the collector and its finalizers run. */
async function forgetSome() {
  for (let count = 0; count < 20; count++) new RemittanceReader().push(chunk);
  for (let turn = 0; turn < 3; turn++) {
    collect();
    await setTimeout(1);
  }
}
