//! The entry for claims: do records become an 837, and an 837 records?

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { test } from "node:test";

import * as claims from "superbill/claims";
import { batch } from "./claim.js";

const at = "2026-11-23T10:00:00Z";

test("claims become an 837 that validates, and the same claims again", () => {
  const { accepted, x12, findings } = claims.build(batch, { at, seed: 7 });
  assert.equal(accepted, true, JSON.stringify(findings));
  const bytes = new TextEncoder().encode(x12);
  const { accepted: valid, findings: found } = claims.validate(bytes, { at });
  assert.equal(valid, true);
  assert.deepEqual(found.filter(({ severity }) => severity !== "note"), []);
  const read = claims.read(bytes);
  assert.equal(read.interchanges[0].controlNumber, "000000007");
  assert.equal(claims.build(read, { at, seed: 7 }).x12, x12);
});

test("what cannot be written says every reason, each with the path of its field", () => {
  const { accepted, x12, findings } = claims.build({ ...batch, claims: [{}] }, { at });
  assert.deepEqual([accepted, x12], [false, ""]);
  const paths = findings.map(({ path }) => path);
  for (const path of ["claims[0].chargeAmount", "claims[0].patientControlNumber"]) assert.ok(paths.includes(path), path);
});

test("what is no claim is a misuse that shows no value", () => {
  const call = () => claims.build({ claims: [{ chargeAmount: { secret: "Doe" } }] }, { at });
  assert.throws(call, (error) => error.code === "MISUSE" && !error.message.includes("Doe"));
});

test("build, read and secondary in a terminal", () => {
  const x12 = superbill(JSON.stringify(batch), "build", "-", "--at", at, "--sender", "ZZ:CLINIC", "--usage", "P");
  assert.equal(x12.status, 0, x12.stderr);
  assert.match(x12.stdout, /^ISA\*00\*.{10}\*00\*.{10}\*ZZ\*CLINIC {9}\*.*\*P\*:~/);
  const read = superbill(x12.stdout, "read", "-");
  assert.equal(JSON.parse(read.stdout).interchanges[0].groups[0].transactionSets[0].claims.length, batch.claims.length);
  const none = superbill("{}", "build", "-", "--at", at);
  assert.equal(none.status, 1);
  assert.match(none.stderr, /WRT-01/);
  assert.equal(superbill("", "secondary", "-").status, 2);
});

function superbill(input, ...words) {
  const bin = join(import.meta.dirname, "node_modules/superbill/bin/superbill.js");
  return spawnSync(process.execPath, [bin, ...words], { encoding: "utf8", input });
}
