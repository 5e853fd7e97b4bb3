//! The package's shape: do npm, bundlers and TypeScript find everything in it?

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFile } from "node:fs/promises";
import { test } from "node:test";

import { publint } from "publint";
import { project, tarball } from "./pack.js";

test("publint has nothing to say", async () => {
  const { messages } = await publint({ pkgDir: `${project}/node_modules/superbill`, strict: true });
  assert.deepEqual(messages, []);
});

test("attw resolves types and code for every way of importing", () => {
  const modules = ["", "_scalar", "_patient", "_claims", "_forms", "_packs"];
  const wasm = [...modules.map((name) => `superbill${name}_bg.wasm`), "codes/*.pack"];
  run("attw", [tarball, "--profile", "esm-only", "--exclude-entrypoints", ...wasm]);
});

for (const module of ["nodenext", "esnext"]) {
  test(`types hold for a program with module ${module}`, () => {
    const resolution = module === "esnext" ? ["--moduleResolution", "bundler"] : [];
    run("tsc", ["-p", project, "--module", module, ...resolution]);
  });
}

test("the tarball holds what a user needs and nothing else", async () => {
  const files = execFileSync("tar", ["-tzf", tarball], { encoding: "utf8" }).trim().split("\n");
  const odd = files.filter((file) => !/^package\/(package\.json|README\.md|LICENSE.*|bin\/|codes\/|dist\/)/.test(file));
  assert.deepEqual(odd, []);
  assert.ok(files.includes("package/README.md"));
  assert.ok(files.includes("package/bin/superbill.js"));
});

test("the README's first example is one that runs", async () => {
  const text = await readFile(`${project}/node_modules/superbill/README.md`, "utf8");
  const [, example] = /```js\n([^]*?)```/.exec(text) ?? [];
  const output = execFileSync("node", ["--input-type=module", "-e", example], { cwd: project, encoding: "utf8" });
  assert.match(output, /PCN1/);
});

/** Runs a program of the packages this folder depends on; `npm test` puts them on the path. */
function run(program, words) {
  try {
    execFileSync(program, words, { cwd: project, encoding: "utf8", stdio: "pipe" });
  } catch (error) {
    assert.fail(`${program}: ${error.stdout}${error.stderr}`);
  }
}
