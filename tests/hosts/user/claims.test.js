//! The entry for claims: do records become an 837, and an 837 records?

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

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

test("a value that does not fit is told with its path and not shown", () => {
  const spoilt = structuredClone(batch);
  spoilt.claims[0].chargeAmount = { secret: "Doe" };
  const { accepted, findings } = claims.build(spoilt, { at });
  assert.equal(accepted, false);
  assert.ok(findings.some(({ path }) => path.startsWith("claims[0].chargeAmount")), JSON.stringify(findings));
  assert.ok(!JSON.stringify(findings).includes("Doe"));
  assert.throws(() => claims.build("claims", { at }), { code: "MISUSE" });
  assert.throws(() => claims.build({}, { at }), { code: "UNREADABLE" });
});

test("rules find what is wrong, and a checker looks again at what changed", () => {
  const books = new claims.CodeBooks();
  const wrong = structuredClone(batch);
  wrong.claims[0].billingProvider.identifier.value = "1234567890";
  const { accepted, findings } = claims.scrub(wrong, books, { at });
  assert.equal(accepted, false);
  assert.deepEqual(findings.filter(({ severity }) => severity === "error").map(({ rule, path }) => [rule, path]), [
    ["CLM-011", "claims[0].billingProvider.identifier.value"],
  ]);
  const checker = new claims.ClaimChecker(books);
  assert.equal(checker.check(batch, { at }).accepted, true);
  assert.deepEqual(checker.check(wrong, { at }).findings, findings);
  checker.free();
});

test("repairs change form, never content", () => {
  const books = new claims.CodeBooks();
  const loose = structuredClone(batch);
  const { billingProvider } = loose.claims[0];
  billingProvider.address = { ...billingProvider.address, postalCode: "62701-0000" };
  const { repairs } = claims.scrub(loose, books, { at });
  const path = "claims[0].billingProvider.address.postalCode";
  const { rule, ...offered } = repairs.find((repair) => repair.path === path);
  assert.ok(claims.explain(rule));
  assert.deepEqual(offered, { path, from: "62701-0000", to: "627010000" });
  assert.equal(claims.repair(loose)[0].claims[0].billingProvider.address.postalCode, "627010000");
});

test("a file of claims kept open gives the same answers without handing the claims over", () => {
  const books = new claims.CodeBooks();
  const file = new claims.ClaimFile(batch);
  assert.deepEqual([file.format, file.claimCount, file.findings()], ["superbill", batch.claims.length, []]);
  const { accepted, x12, findings } = file.build({ at, seed: 7 });
  assert.equal(accepted, true, JSON.stringify(findings));
  assert.equal(new TextDecoder().decode(x12), claims.build(batch, { at, seed: 7 }).x12);
  assert.deepEqual(file.scrub(books, { at }), claims.scrub(batch, books, { at }));
  file.free();

  const again = new claims.ClaimFile(x12);
  assert.equal(again.format, "x12");
  assert.deepEqual(again.batches(), claims.importClaims(x12).batches);
  assert.deepEqual(again.claim(0), again.batches()[0].claims[0]);
  assert.deepEqual(again.scrub(books, { at }), claims.scrub(x12, books, { at }));
  assert.throws(() => again.claim(99), { code: "MISUSE" });
  assert.throws(() => new claims.ClaimFile({}), { code: "UNREADABLE" });

  const loose = structuredClone(batch);
  loose.claims[0].billingProvider.address.postalCode = "62701-0000";
  const mended = new claims.ClaimFile(loose);
  mended.repair();
  assert.deepEqual(mended.batches(), claims.repair(loose));
  assert.equal(mended.scrub(books, { at }).repairs.length, 0);
});

const SUNRISE = `
title = "Sunrise Health Plan"
prefix = "SUN"
payers = "any"

[[rule]]
id = "SUN-01"
name = "visit-units"
each = "line"
when = "line.procedure.code == '99213' && cents(line.units) == 100"
path = "units"
message = "{code} is billed with {units} units"
help = "Bill it otherwise."
facts = { code = "line.procedure.code", units = "line.units" }
fails = [{ change = { "lines[0].procedure.code" = "99213", "lines[0].units" = "1" }, at = "lines[0].units" }]
passes = [{ change = { "lines[0].procedure.code" = "99212" } }]
`;

test("a payer's own rules run beside the others, and their examples are tested", () => {
  const report = claims.testRules(SUNRISE);
  assert.deepEqual({ ...report, failures: [] }, { accepted: true, rules: 1, examples: 2, failures: [] });
  assert.deepEqual(report.failures, []);
  const { findings } = claims.scrub(batch, new claims.CodeBooks(), { at, payerRules: [SUNRISE] });
  const own = findings.filter(({ rule }) => rule === "SUN-01");
  assert.deepEqual(own.map(({ path }) => path), ["claims[0].lines[0].units"]);
  assert.throws(() => claims.testRules("title ="), { code: "MISUSE" });
});

test("codes are found, by words and by the day", () => {
  const books = new claims.CodeBooks();
  assert.equal(books.lookup("icd10cm", "M5450", "2026-11-23"), undefined);
  const { asOf } = books.load(readFileSync(fileURLToPath(import.meta.resolve("superbill/codes/icd10cm.pack"))));
  assert.match(asOf, /^\d{4}-\d{2}-\d{2}$/);
  const [best] = books.search("icd10cm", "low back", { on: "2026-11-23" });
  assert.equal(best.code, "M5450");
  const heading = books.lookup("icd10cm", "M545", "2026-11-23");
  assert.deepEqual([heading.billable, heading.instead.map(({ code }) => code)], [false, ["M5450", "M5451", "M5459"]]);
  assert.throws(() => books.load(new Uint8Array(100)), { code: "MISUSE" });
});

test("build, read and secondary in a terminal", () => {
  const x12 = superbill(JSON.stringify(batch), "build", "-", "--at", at, "--sender", "ZZ:CLINIC", "--usage", "P");
  assert.equal(x12.status, 0, x12.stderr);
  assert.match(x12.stdout, /^ISA\*00\*.{10}\*00\*.{10}\*ZZ\*CLINIC {9}\*.*\*P\*:~/);
  const read = superbill(x12.stdout, "read", "-");
  assert.equal(JSON.parse(read.stdout).interchanges[0].groups[0].transactionSets[0].claims.length, batch.claims.length);
  const none = superbill("{}", "build", "-", "--at", at);
  assert.equal(none.status, 2);
  assert.match(none.stderr, /no claim in a known form/);
  assert.equal(superbill("", "secondary", "-").status, 2);
});

function superbill(input, ...words) {
  const bin = join(import.meta.dirname, "node_modules/superbill/bin/superbill.js");
  return spawnSync(process.execPath, [bin, ...words], { encoding: "utf8", input });
}

test("a page that writes claims gets its blank claim, its codes in words and its sums from here", () => {
  const entry = claims.claimEntry("institutional");
  const { accepted, findings } = claims.build(entry.blank, { at });
  assert.equal(accepted, false);
  assert.ok(findings.some(({ path }) => path === "claims[0].patientControlNumber"));
  const frequency = entry.choices.find(({ path }) => path === "frequency");
  assert.deepEqual(frequency.codes[0], ["0", "Nonpayment"]);
  assert.throws(() => claims.claimEntry("veterinary"), { code: "MISUSE" });
  const lines = [{ chargeAmount: "90.10" }, { chargeAmount: "5" }];
  assert.deepEqual(claims.claimTotals({ claims: [{ lines }] }), [{ chargeAmount: "95.10" }]);
});

test("a field has its place in the file that is built", () => {
  const { x12 } = claims.build(batch, { at });
  const number = claims.places(batch, { at }).find(({ path }) => path === "claims[0].patientControlNumber");
  assert.equal(x12.slice(number.start, number.end), batch.claims[0].patientControlNumber);
});
