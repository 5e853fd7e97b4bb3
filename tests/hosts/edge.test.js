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
const dist = `${project}/node_modules/superbill/dist/`;
let workerd;

before(async () => {
  // As wrangler does: bundle by the `workerd` condition and leave the module an import of its own.
  await bundle("workerd", { resolveId: (id) => (id.endsWith(WASM) ? { id: WASM, external: true } : null) });
  workerd = new Miniflare({
    modules: [
      { type: "ESModule", path: "worker.js", contents: readFileSync(`${project}/workerd/worker.js`, "utf8") },
      { type: "CompiledWasm", path: WASM, contents: readFileSync(`${dist}${WASM}`) },
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

test("every module answers in workerd", async () => {
  const modules = ["claims", "forms", "patient"].map((name) => `superbill_${name}_bg.wasm`);
  const own = (id) => modules.find((name) => id.endsWith(name));
  const external = { resolveId: (id) => (own(id) ? { id: own(id), external: true } : null) };
  await bundle("workerd", external, "modules.worker.js");
  const worker = new Miniflare({
    modules: [
      { type: "ESModule", path: "worker.js", contents: readFileSync(`${project}/workerd/worker.js`, "utf8") },
      ...modules.map((path) => ({ type: "CompiledWasm", path, contents: readFileSync(`${dist}${path}`) })),
    ],
    compatibilityDate: "2026-04-01",
    cf: false,
  });
  try {
    const response = await worker.dispatchFetch("http://edge.test/");
    assert.deepEqual(await response.json(), { claims: true, forms: [["cms1500", 1]], patient: true });
  } finally {
    await worker.dispose();
  }
});

test("every module answers as an edge function", async () => {
  await bundle("edge-light", inlined, "modules.worker.js");
  const { default: worker } = await import(`${pathToFileURL(`${project}/edge-light/worker.js`)}?modules`);
  const response = await worker.fetch(new Request("http://edge.test/"));
  assert.deepEqual(await response.json(), { claims: true, forms: [["cms1500", 1]], patient: true });
});

test("the edge-light entry, with `?module` as Vercel's bundler makes it", async () => {
  await bundle("edge-light", inlined);
  const { default: worker } = await import(pathToFileURL(`${project}/edge-light/worker.js`));
  const response = await worker.fetch(new Request("http://edge.test/stream", { method: "POST", body: sample }));
  assert.deepEqual(await response.json(), { claims: 3 });
});

/** Makes of `x.wasm?module` what Vercel's bundler does. */
const inlined = {
  resolveId: (id) => (id.endsWith(".wasm?module") ? `\0${dist}${/[^/]*$/.exec(id)[0].replace("?module", "")}` : null),
  load(id) {
    if (!id.startsWith("\0") || !id.endsWith(".wasm")) return null;
    const read = `process.getBuiltinModule("node:fs").readFileSync(${JSON.stringify(id.slice(1))})`;
    return `export default new WebAssembly.Module(${read})`;
  },
};

function bundle(condition, plugin, entry = "worker.js") {
  return build({
    root: project,
    configFile: false,
    logLevel: "error",
    resolve: { conditions: [condition, "browser"] },
    plugins: [{ name: "wasm", enforce: "pre", ...plugin }],
    build: {
      outDir: condition,
      lib: { entry, formats: ["es"], fileName: () => "worker.js" },
    },
  });
}

function post(path, body) {
  return workerd.dispatchFetch(`http://edge.test/${path}`, { method: "POST", body, duplex: "half" });
}

function* cut(bytes, size) {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}
