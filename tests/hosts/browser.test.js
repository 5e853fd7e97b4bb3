//! Browsers: does the package load in Chromium, with and without a bundler?

import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { build, createServer } from "vite";
import { open } from "./chromium.js";
import { project } from "./pack.js";
import { serve } from "./serve.js";

const CSP = { "content-security-policy": "script-src 'self' 'unsafe-inline' 'wasm-unsafe-eval'" };
const servers = [];
const quiet = { root: project, configFile: false, logLevel: "error" };

before(async () => {
  const pages = ["index.html", "modules.html"].map((page) => `${project}/${page}`);
  await build({ ...quiet, build: { outDir: "bundled", emptyOutDir: true, rolldownOptions: { input: pages } } });
});
after(async () => {
  for (const server of servers) await server.close();
});

test("a plain <script type=module>", async () => {
  const server = await serve(project, CSP);
  servers.push(server);
  await check(`${server.address}plain.html`);
});

test("a Vite build", async () => {
  const server = await serve(`${project}/bundled`, CSP);
  servers.push(server);
  await check(server.address);
});

test("the Vite development server", async () => {
  const vite = await createServer({ ...quiet, server: { host: "127.0.0.1", port: 0 } });
  servers.push(vite);
  await vite.listen();
  await check(`http://127.0.0.1:${vite.httpServer.address().port}/`);
});

test("every module on a plain page, and on one that Vite built", async () => {
  for (const folder of [project, `${project}/bundled`]) {
    const server = await serve(folder, CSP);
    servers.push(server);
    const { page, problems, fetched, close } = await open(`${server.address}modules.html`);
    try {
      const report = await page.evaluate(() => window.report);
      assert.deepEqual(report, { claims: true, forms: [["cms1500", 1]], patient: true });
      assert.deepEqual(problems, []);
      assert.equal(fetched.filter((url) => url.includes(".wasm")).length, 3);
    } finally {
      await close();
    }
  }
});

/** Opens a page, reads what `user/main.js` found, and looks at what was fetched. */
async function check(address) {
  const { page, problems, fetched, close } = await open(address);
  try {
    const report = await page.evaluate(() => window.report);
    assert.equal(report.forgotten.code, "MISUSE");
    assert.match(report.forgotten.message, /call init\(\) first/);
    assert.match(report.version, /^\d+\.\d+\.\d+$/);
    assert.deepEqual(report.claims, ["PCN1", "PCN2", "PCN3"]);
    assert.equal(report.remit.balanced, true);
    assert.equal(report.unreadable.code, "UNREADABLE");
    assert.equal(report.unreadable.typed, true);
    assert.deepEqual(problems, []);
    const modules = fetched.filter((url) => url.includes(".wasm"));
    assert.equal(modules.length, 1, `one module, once: ${modules}`);
    assert.doesNotMatch(modules[0], /scalar/);
    const away = fetched.filter((url) => new URL(url).hostname !== "127.0.0.1" && !url.startsWith("data:"));
    assert.deepEqual(away, [], "nothing leaves the page");
  } finally {
    await close();
  }
}
