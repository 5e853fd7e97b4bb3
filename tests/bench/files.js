//! Whole files in WebAssembly: how fast are they opened, looked into, handed over and checked?
//!
//! `node files.js simd|scalar 835-1.x12 835-10.x12 ...` with files that the bench program generated.

import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { load } from "./module.js";
import { megabytes, print, printRate, times } from "./time.js";

const PAGE = 100; // claims
const PAGE_RUNS = { warm: 200, runs: 50, least: 300 };

const [build, ...paths] = process.argv.slice(2);
const { RemittanceFile, claims, validate } = await load(build);

for (const path of paths) {
  const bytes = readFileSync(path);
  const kind = basename(path).slice(0, 3);
  const name = (what) => `wasm/${build}/${what}/${kind}/${megabytes(bytes)}`;
  const rate = (what, work, options) => printRate(name(what), bytes.length, times(work, options));
  if (kind === "835") remittance(bytes, name, rate);
  rate("validate", () => accepted(bytes));
}

function remittance(bytes, name, rate) {
  rate("open", () => withFile(bytes, (file) => file.balanced || fail("the file should balance")));
  rate("loop", () => withFile(bytes, postingLoop));
  rate("objects", () => withFile(bytes, everyClaim), { runs: 3, warm: 1 });
  if (bytes.length < 20e6) rate("records", () => withFile(bytes, everyRecord), { runs: 3, warm: 1 });
  withFile(bytes, (file) => {
    let start = 0;
    const next = () => (start = (start + 977) % (file.claimCount - PAGE));
    print(name("page-rows"), times(() => file.rows(next(), start + PAGE), PAGE_RUNS));
    print(name("page-claims"), times(() => pageOfClaims(file, next()), PAGE_RUNS));
  });
}

/** What posting does: for every claim, what to post and whether it may be. */
function postingLoop(file) {
  const { paymentCents, adjustmentCents, patientCents, flags } = file.columns();
  let posted = 0n;
  let owed = 0n;
  for (let claim = 0; claim < flags.length; claim++) {
    if ((flags[claim] & 1) === 0) continue;
    posted += paymentCents[claim] + adjustmentCents[claim];
    owed += patientCents[claim];
  }
  return posted > owed || fail("the sums should be there");
}

/** Every claim as a plain object with what posting needs. */
function everyClaim(file) {
  let lines = 0;
  for (const claim of claims(file)) lines += claim.services.length;
  return lines > 0 || fail("the claims should have lines");
}

/** Every claim as a plain object with every field there is. */
function everyRecord(file) {
  let lines = 0;
  for (let index = 0; index < file.claimCount; index++) lines += file.claim(index).services.length;
  return lines > 0 || fail("the claims should have lines");
}

function pageOfClaims(file, start) {
  const claims = [];
  for (let index = start; index < start + PAGE; index++) claims.push(file.claim(index));
  return claims;
}

function accepted(bytes) {
  const report = validate(bytes, undefined);
  if (!report.accepted || report.total > 0) fail("the file should have no findings");
}

function withFile(bytes, work) {
  const file = new RemittanceFile(bytes);
  try {
    return work(file);
  } finally {
    file.free();
  }
}

function fail(sentence) {
  throw new Error(sentence);
}
