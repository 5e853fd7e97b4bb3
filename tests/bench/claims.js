//! Claims in WebAssembly: how fast is an 837 read to records, and how fast are records written as one?
//!
//! `node claims.js 837-1.x12` with a file that the bench program generated. `ClaimFile` keeps the claims in
//! WebAssembly; `read` and `build` hand all of them over as JSON, and their times include it.

import { readFileSync } from "node:fs";
import { ClaimFile, build, read } from "superbill/claims";
import { megabytes, printRate, times } from "./time.js";

const OPTIONS = { at: "2026-11-02T06:30:00Z", seed: 417 };
const RUNS = { runs: 3, warm: 1 };

for (const path of process.argv.slice(2)) {
  const bytes = readFileSync(path);
  const name = (what) => `wasm/claims/${what}/837/${megabytes(bytes)}`;
  printRate(name("open"), bytes.length, times(() => new ClaimFile(bytes).free(), RUNS));
  const file = new ClaimFile(bytes);
  printRate(name("write"), file.build(OPTIONS).x12.length, times(() => file.build(OPTIONS), RUNS));
  file.free();
  if (bytes.length > 2_000_000) continue;
  printRate(name("read"), bytes.length, times(() => read(bytes), RUNS));
  const report = read(bytes);
  const { accepted, x12 } = build(report, OPTIONS);
  if (!accepted) throw new Error("the claims should be accepted");
  printRate(name("build"), x12.length, times(() => build(report, OPTIONS), RUNS));
}
