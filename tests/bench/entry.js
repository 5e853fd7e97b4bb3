//! Claim entry in WebAssembly: how long does a portal wait for findings, codes, forms and files?
//!
//! `node entry.js 837-1.x12` with a file that the bench program generated. Records cross as JSON both ways; the
//! times include it. Microseconds, milliseconds where the name says so.

import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { build, ClaimChecker, ClaimFile, CodeBooks, read, scrub } from "superbill/claims";
import { form, formPdf } from "superbill/forms";
import { median, print, printNumber, times } from "./time.js";

const [path] = process.argv.slice(2);
const at = "2026-11-02T06:30:00Z";
const books = new CodeBooks();
const pack = (name) => readFileSync(new URL(`../../pkg/codes/${name}.pack`, import.meta.url));
const micro = (name, work, calls, options = {}) => {
  const all = times(() => {
    for (let call = 0; call < calls; call++) work(call);
  }, options);
  print(name, all.map((milliseconds) => (milliseconds * 1000) / calls));
};

print("wasm/codes/open", times(() => new CodeBooks().load(pack("icd10cm"))));
for (const name of ["icd10cm", "icd10pcs", "hcpcs", "modifier", "ms_drg"]) books.load(pack(name));

// What a person types, keystroke by keystroke; the slowest keystroke counts.
const typed = ["low back pain", "M54.5", "diabetes type 2 with", "hart attack", "fracture of left femur", "a"];
const keystrokes = typed.flatMap((text) => Array.from(text, (_, end) => text.slice(0, end + 1)));
const slowest = keystrokes.map((text) => {
  const search = () => books.search("icd10cm", text, { on: "2026-11-02", limit: 20 });
  return times(search, { least: 20, runs: 5, warm: 3 })[2];
});
print("wasm/codes/keystroke", slowest.sort((a, b) => b - a).slice(0, 1));
micro("wasm/codes/lookup", () => books.lookup("icd10cm", "M5450", "2026-11-02"), 1000);

const sets = read(readFileSync(path)).interchanges[0].groups[0].transactionSets;
const { claims, submitter, receiver } = sets[0];
const one = { submitter, receiver, claims: [claims[0]] };
micro("wasm/edits/scrub", () => scrub(one, books, { at }), 100);
const checker = new ClaimChecker(books);
checker.check(one, { at });
const [line] = one.claims[0].lines;
micro("wasm/edits/keystroke", (call) => ((line.units = String(1 + (call % 2))), checker.check(one, { at })), 100);

const many = { submitter, receiver, claims: Array.from({ length: 10_000 }, (_, n) => claims[n % claims.length]) };
const numbered = many.claims.map((claim, n) => ({ ...claim, patientControlNumber: `P${n}` }));
print("wasm/claims/10000", times(() => {
  if (!build({ ...many, claims: numbered }, { at }).accepted) throw new Error("the claims should be accepted");
}, { runs: 3, warm: 1 }));

// Claims without a finding, so that no time is that of findings; what proving them takes is taken off.
const clean = sets.flatMap((set) => set.claims).filter((claim) => {
  const { findings } = scrub({ submitter, receiver, claims: [claim] }, books, { at });
  return findings.every(({ severity }) => severity === "note");
});
const kept = new ClaimFile({ submitter, receiver, claims: clean });
const proof = median(times(() => kept.build({ at })));
const whole = times(() => kept.scrub(books, { at }));
print("wasm/edits/kept", whole.map((milliseconds) => ((milliseconds - proof) * 1000) / clean.length));

micro("wasm/forms/svg", () => form(one, {}), 20);
micro("wasm/forms/pdf", () => formPdf(one, {}), 20);
for (const name of ["claims", "forms"]) {
  const module = readFileSync(new URL(`../../pkg/dist/superbill_${name}_bg.wasm`, import.meta.url));
  printNumber(`wasm/${name}/gzip`, gzipSync(module, { level: 9 }).length / 1000);
}
