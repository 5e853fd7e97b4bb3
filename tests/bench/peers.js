//! Other JavaScript parsers: how fast do they read the same files in the same run?
//!
//! `node peers.js 835-1.x12 835-10.x12`. node-x12 makes a tree of strings from the whole file, or a stream of
//! segments; it reads no amount and balances nothing.

import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { Readable } from "node:stream";
import nodeX12 from "node-x12";
import { megabytes, printRate, times } from "./time.js";

const SLICE = 64 * 1024; // bytes, as from a file

for (const path of process.argv.slice(2)) {
  const bytes = readFileSync(path);
  const name = (what) => `node-x12/${what}/${basename(path).slice(0, 3)}/${megabytes(bytes)}`;
  const objects = () => new nodeX12.X12Parser(true).parse(bytes.toString("utf8"));
  printRate(name("objects"), bytes.length, times(objects, { runs: 3, warm: 1 }));

  const found = [];
  for (let run = 0; run < 4; run++) found.push(await stream(bytes));
  printRate(name("stream"), bytes.length, found.slice(1).sort((a, b) => a - b));
}

/** Milliseconds until every segment came out of node-x12's transform. */
async function stream(bytes) {
  const start = performance.now();
  let segments = 0;
  const slices = Array.from({ length: Math.ceil(bytes.length / SLICE) }, (_, slice) =>
    bytes.subarray(slice * SLICE, (slice + 1) * SLICE),
  );
  for await (const segment of Readable.from(slices).pipe(new nodeX12.X12Parser())) segments += segment ? 1 : 0;
  if (segments === 0) throw new Error("node-x12 should find segments");
  return performance.now() - start;
}
