//! Streams in WebAssembly: how fast, in how much memory, and is the cost linear?
//!
//! `generator | node stream.js simd|scalar`: an 835 of any size comes in by standard input and is never held. Time
//! is counted while the reader works, not while it waits for the generator; `wall` is both.

import { load } from "./module.js";
import { median, printNumber, printRate } from "./time.js";

const build = process.argv[2];
const { RemittanceReader, memory } = await load(build);

const SLICE = 64 * 1024; // as RemittanceStream pushes
const STEPS = [1, 10, 100, 1000]; // megabytes after which the cost of each is told

const reader = new RemittanceReader();
const begun = performance.now();
let bytes = 0;
let spent = 0;
const costs = []; // milliseconds of each megabyte
for await (const chunk of process.stdin) {
  for (let start = 0; start < chunk.length; start += SLICE) take(chunk.subarray(start, start + SLICE));
}
const start = performance.now();
reader.finish();
while (reader.skip());
spent += performance.now() - start;

const whole = Math.round(bytes / 1e6);
const name = (what) => `wasm/${build}/${what}/835/${whole}`;
if (reader.findings().length > 0) throw new Error("the stream should have no findings");
printRate(name("stream"), bytes, [spent]);
printNumber(name("stream-seconds"), spent / 1000);
printNumber(name("stream-wall"), (performance.now() - begun) / 1000);
printNumber(name("stream-memory"), memory() / 1e6);
// The last tenth against the second megabyte to the tenth: one that grows with the file would show.
const middle = (from, to) => median(costs.slice(from, to).sort((a, b) => a - b));
if (whole >= 100) printNumber(name("stream-growth"), middle(-whole / 10) / middle(1, 10));
for (const step of STEPS.filter((step) => step <= whole)) {
  const total = costs.slice(0, step).reduce((sum, cost) => sum + cost, 0);
  printRate(`wasm/${build}/stream-first/835/${step}`, step * 1e6, [total]);
}

function take(slice) {
  const start = performance.now();
  reader.push(slice);
  while (reader.skip());
  const time = performance.now() - start;
  const megabyte = Math.floor(bytes / 1e6);
  costs[megabyte] = (costs[megabyte] ?? 0) + time;
  bytes += slice.length;
  spent += time;
}
