//! Node: does the package work as imported, with no set-up?

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { test } from "node:test";

import * as superbill from "superbill";
import { CLAIMS, sample } from "./sample.js";

test("is ready at import; init() is there and does nothing", async () => {
  assert.match(superbill.version(), /^\d+\.\d+\.\d+$/);
  await superbill.init();
});

test("reads a remittance", () => {
  const { balanced, remittances } = superbill.remit(sample);
  assert.equal(balanced, true);
  assert.equal(remittances[0].claims.length, CLAIMS);
  assert.equal(remittances[0].claims[0].patientControlNumber, "PCN1");
  assert.equal(remittances[0].claims[0].chargeAmount, "125.00");
});

test("require() works too", { skip: !process.features.require_module && "this Node has none" }, () => {
  const code = "process.stdout.write(require('superbill').version())";
  const words = ["--input-type=commonjs", "--no-warnings", "-e", code];
  assert.equal(execFileSync("node", words, { cwd: import.meta.dirname, encoding: "utf8" }), superbill.version());
});

test("unreadable bytes are a typed error with their place", () => {
  const error = caught(() => superbill.remit(new TextEncoder().encode("not an interchange")));
  assert.ok(error instanceof superbill.SuperbillError);
  assert.ok(error instanceof Error);
  assert.equal(error.name, "SuperbillError");
  assert.equal(error.code, "UNREADABLE");
  assert.equal(error.byteOffset, 0);
  assert.ok(!(new Error("other") instanceof superbill.SuperbillError));
});

test("misuse is a typed error", () => {
  const reader = new superbill.RemittanceReader();
  reader.push(sample);
  reader.finish();
  const error = caught(() => reader.push(sample));
  assert.ok(error instanceof superbill.SuperbillError);
  assert.equal(error.code, "MISUSE");
});

function caught(work) {
  try {
    work();
  } catch (error) {
    return error;
  }
  assert.fail("nothing was thrown");
}
