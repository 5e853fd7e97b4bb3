//! Checking in a stream: how fast is a file of any size checked and answered, in how much memory?
//!
//! `generator | node check.js 837`: the set's name stands in the measures; the file comes in by standard input and is
//! never held. Time is counted while the reader works, not while it waits for the generator.

import { load } from "./module.js";
import { printNumber, printRate } from "./time.js";

const set = process.argv[2];
const { CheckReader, memory } = await load("simd");

const SLICE = 64 * 1024; // as CheckStream pushes

const reader = new CheckReader({ at: "2026-11-02T06:30:00Z", seed: 417 });
let [bytes, spent, findings, answer] = [0, 0, 0, 0];
for await (const chunk of process.stdin) {
  for (let at = 0; at < chunk.length; at += SLICE) {
    const slice = chunk.subarray(at, at + SLICE);
    const start = performance.now();
    findings += reader.push(slice).length;
    answer += reader.takeAnswer().length;
    spent += performance.now() - start;
    bytes += slice.length;
  }
}
const { accepted, x12 } = reader.finish();
if (!accepted || findings > 0 || answer + x12.length === 0) throw new Error("the file should be accepted and answered");

const name = (what) => `wasm/simd/${what}/${set}/${Math.round(bytes / 1e6)}`;
printRate(name("check-stream"), bytes, [spent]);
printNumber(name("check-memory"), memory() / 1e6);
