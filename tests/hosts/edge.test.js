//! Edge runtimes: does the package run in workerd, and as an edge function is bundled?

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { after, before, test } from "node:test";

import { Miniflare } from "miniflare";
import { build } from "vite";
import { project } from "./pack.js";
import { remittance, sample } from "./user/sample.js";

const WASM = "superbill_bg.wasm";
const wasm = `${project}/node_modules/superbill/dist/${WASM}`;
let workerd;

before(async () => {
  // As wrangler does: bundle by the `workerd` condition and leave the module an import of its own.
  await bundle("workerd", { resolveId: (id) => (id.endsWith(WASM) ? { id: WASM, external: true } : null) });
  workerd = new Miniflare({
    modules: [
      { type: "ESModule", path: "worker.js", contents: readFileSync(`${project}/workerd/worker.js`, "utf8") },
      { type: "CompiledWasm", path: WASM, contents: readFileSync(wasm) },
    ],
    compatibilityDate: "2026-04-01",
    cf: false,
  });
});
after(() => workerd?.dispose());

test("workerd is ready at import", async () => {
  const response = await workerd.dispatchFetch("http://edge.test/version");
  assert.match(await response.text(), /^\d+\.\d+\.\d+$/);
});

test("workerd reads a remittance", async () => {
  const response = await post("remit", sample);
  assert.equal(response.status, 200);
  assert.equal((await response.json()).balanced, true);
});

test("workerd streams a request body through the reader", async () => {
  const bytes = new TextEncoder().encode(remittance(5000));
  const response = await post("stream", ReadableStream.from(cut(bytes, 10_000)));
  assert.deepEqual(await response.json(), { claims: 5000 });
});

test("workerd gives a typed error for bytes that are no interchange", async () => {
  const response = await post("remit", "hello");
  assert.equal(response.status, 422);
  assert.deepEqual(await response.json(), { code: "UNREADABLE" });
});

test("the edge-light entry, with `?module` as Vercel's bundler makes it", async () => {
  await bundle("edge-light", {
    resolveId: (id) => (id.endsWith(`${WASM}?module`) ? "\0module" : null),
    load(id) {
      if (id !== "\0module") return null;
      const read = `process.getBuiltinModule("node:fs").readFileSync(${JSON.stringify(wasm)})`;
      return `export default new WebAssembly.Module(${read})`;
    },
  });
  const { default: worker } = await import(pathToFileURL(`${project}/edge-light/worker.js`));
  const response = await worker.fetch(new Request("http://edge.test/stream", { method: "POST", body: sample }));
  assert.deepEqual(await response.json(), { claims: 3 });
});

function bundle(condition, plugin) {
  return build({
    root: project,
    configFile: false,
    logLevel: "error",
    resolve: { conditions: [condition, "browser"] },
    plugins: [{ name: "wasm", enforce: "pre", ...plugin }],
    build: {
      outDir: condition,
      lib: { entry: "worker.js", formats: ["es"], fileName: () => "worker.js" },
    },
  });
}

function post(path, body) {
  return workerd.dispatchFetch(`http://edge.test/${path}`, { method: "POST", body, duplex: "half" });
}

function* cut(bytes, size) {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}
