//! Packs of a practice's own tables: are they made, loaded, asked, and refused when damaged?
//!
//! The tables are made up; of CPT there is a code or two, which claims carry, and no text.

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";

import { build, CodeBooks } from "superbill/claims";
import { makePack } from "superbill/packs";
import { batch } from "./claim.js";

const at = "2026-11-23T10:00:00Z";
const folder = mkdtempSync(join(tmpdir(), "superbill-"));
const packs = join(folder, "packs");
mkdirSync(packs);

const NOTICE = "A notice of the owner.\r\nCode, description and other data, its own.\r\n\r\n";
const short = file("SHORTU.txt", `${NOTICE}99213 A MADE-UP VISIT\r\n90000 A MADE-UP PROCEDURE\r\n`);
const list = file("revenue.csv", "Revenue Code,Title,Effective Date\n450,A made-up room,1/1/2000\n");
const pairs = file("ccipra-v323r0-f1.TXT", "Column 1\tColumn 2\t*\tEffective\tDeletion\tModifier\tPTP\nG0439\tG0438\t\t20110101\t*\t0\tx\n");

test("a pack is made of files, and says what it is", () => {
  const pack = join(packs, "cpt.pack");
  const { status, stdout, stderr } = superbill("codes", "pack", short, "--edition", "2026", "-o", pack);
  assert.deepEqual([status, stdout, stderr], [0, "", ""]);
  const told = superbill("codes", "pack", short, "--edition", "2026", "--json");
  const { name, system, edition, asOf, codes } = JSON.parse(told.stdout);
  assert.deepEqual({ name, system, edition, asOf, codes }, { name: "cpt", system: "cpt", edition: "2026", asOf: "2026-12-31", codes: 2 });
  const files = [{ name: "SHORTU.txt", bytes: readFileSync(short) }];
  assert.deepEqual(Buffer.from(makePack(files, { edition: "2026" })), readFileSync(pack));
});

test("a look-up answers with it", () => {
  const ask = (...more) => superbill("codes", "lookup", "90000", "--on", "2026-11-23", ...more).stdout;
  assert.match(ask(), /cpt: not checked, no list is loaded/);
  assert.match(ask("--codes", packs), /^90000 A MADE-UP PROCEDURE \(cpt\)\n  can be billed on 2026-11-23\n/);
  const found = superbill("codes", "search", "procedure", "--system", "cpt", "--at", at, "--codes", packs);
  assert.equal(found.stdout, "90000     A MADE-UP PROCEDURE\n");
});

test("claims are checked against it", () => {
  const code = "claims[0].lines[0].procedure.code";
  const wrong = ({ findings }) => findings.filter(({ path, severity }) => path === code && severity === "error");
  const text = JSON.stringify(batch);
  const scrub = (claim, ...more) => JSON.parse(superbill({ input: claim }, "scrub", "-", "--json", "--at", at, ...more).stdout);
  assert.match(JSON.stringify(scrub(text).findings), /procedure codes \(CPT\) were not checked/i);
  const checked = scrub(text, "--codes", packs);
  assert.doesNotMatch(JSON.stringify(checked.findings), /procedure codes \(CPT\) were not checked/i);
  assert.deepEqual(wrong(checked), []);
  assert.equal(wrong(scrub(text.replace("99213", "90001"), "--codes", packs)).length, 1);
});

test("lists and tables of other owners become packs as well", () => {
  const info = (...words) => JSON.parse(superbill("codes", "pack", ...words, "--json").stdout);
  assert.equal(info(list, "--on", "2026-07-01").name, "revenue");
  assert.equal(info(pairs).name, "ncci-pairs-practitioner");
  assert.equal(info(pairs, "--system", "outpatient-hospital").name, "ncci-pairs-outpatient-hospital");
});

test("a fee schedule answers with exact amounts, or says why not", () => {
  const schedule = file("acme-ppo.csv", "Code,Modifier,Amount,From,To\n99213,,$110.50,2026-01-01,\n99213,TC,20,2026-01-01,\n");
  const books = new CodeBooks();
  const files = [{ name: "acme-ppo.csv", bytes: readFileSync(schedule) }];
  assert.equal(books.load(makePack(files, { edition: "2026" })).name, "fees-acme-ppo");
  const fee = (more) => books.fee("99213", { schedule: "acme-ppo", on: "2026-03-02", ...more });
  assert.deepEqual(fee({ modifiers: ["25"] }), { kind: "fee", amount: "110.50", edition: "2026" });
  assert.equal(fee({ modifiers: ["25", "TC"] }).amount, "20.00");
  assert.equal(fee({ on: "2025-12-31" }).kind, "not-listed");
  assert.equal(fee({ schedule: undefined }).kind, "not-loaded");
});

test("a file of claims is validated and answered with the tables that come with the package", () => {
  const x12 = build(batch, { at, seed: 1 }).x12;
  const spoilt = x12.replace(/HI\*ABK:[A-Z0-9]+/, "HI*ABK:M545");
  assert.notEqual(x12, spoilt);
  const run = (...words) => superbill({ input: spoilt }, ...words, "-", "--at", at);
  const { findings } = JSON.parse(run("validate", "--json").stdout);
  assert.ok(findings.some(({ name }) => name === "diagnosis-heading"));
  const answer = JSON.parse(run("ack", "--kind", "277ca", "--json").stdout);
  assert.equal(answer.accepted, false);
});

test("a rule of a payer's file is explained", () => {
  const rules = file("moon.rules", 'title = "Moon"\nprefix = "MOON"\npayers = "any"\n[[rule]]\nid = "MOON-01"\nname = "any"\n' +
    'when = "true"\nmessage = "wrong"\nhelp = "Mend it."\ntexts.es.patient = "Falta algo."\n');
  const { status, stdout } = superbill("explain", "moon-01", "--rules", rules);
  assert.equal(status, 0);
  assert.match(stdout, /^MOON-01 any\n/);
  assert.match(stdout, /To a patient \(es\)\n    Falta algo\./);
});

const unusable = {
  "a table without its edition": [[short], /SHORTU\.txt: say which edition/],
  "a line that is no row": [[file("bad.txt", `${readFileSync(short)}no row\n`), "--edition", "2026"], /bad\.txt: line 6: /],
  "a file of something else": [["package.json", "--edition", "2026"], /package\.json: no table/],
  "a file that is not there": [["nowhere.txt"], /nowhere\.txt: this cannot be read/],
  "a list that is not there": [[short, "--edition", "2026", "--system", "cpt4"], /no such code system/],
  "a day that is none": [[short, "--on", "soon"], /a day must be written as 2026-11-23/],
};

for (const [name, [words, message]] of Object.entries(unusable)) {
  test(`${name}: exit 2 and one sentence`, () => refused(superbill("codes", "pack", ...words), message));
}

test("a damaged pack is refused by its name", () => {
  const bytes = readFileSync(join(packs, "cpt.pack"));
  bytes[bytes.length - 1] ^= 1;
  const other = join(folder, "other");
  mkdirSync(other);
  writeFileSync(join(other, "cpt.pack"), bytes);
  refused(superbill("codes", "lookup", "90000", "--codes", other), /cpt\.pack: this is a damaged code pack/);
  writeFileSync(join(other, "cpt.pack"), bytes.subarray(0, 100));
  refused(superbill("codes", "lookup", "90000", "--codes", other), /cpt\.pack: this is a code pack that ends too early/);
});

test("what is no list of files is a misuse", () => {
  for (const files of [undefined, {}, [{}], [{ name: "x", bytes: "text" }]]) {
    assert.throws(() => makePack(files), { code: "MISUSE" });
  }
  assert.throws(() => makePack([]), { code: "UNREADABLE" });
});

function refused({ status, stdout, stderr }, message) {
  assert.deepEqual([status, stdout], [2, ""]);
  assert.match(stderr, message);
  assert.equal(stderr.trimEnd().split("\n").length, 1);
}

function file(name, text) {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

function superbill(...words) {
  const options = typeof words[0] === "object" ? words.shift() : {};
  const bin = join(import.meta.dirname, "node_modules/superbill/bin/superbill.js");
  return spawnSync(process.execPath, [bin, ...words], { cwd: import.meta.dirname, encoding: "utf8", ...options });
}
