//! Download size: is each file of the package as small, gzipped, as the snapshot says?
//!
//! `node size.js` compares, `node size.js --accept` rewrites the snapshot.

import { readFileSync, writeFileSync } from "node:fs";
import { gzipSync } from "node:zlib";

const CEILING = 100_000; // bytes, gzip, of each module: what a patient's page may load
const TOLERANCE = 0.02; // of the snapshot; compilers of the same version differ by less

const snapshot = new URL("../size.json", import.meta.url);
const dist = new URL("../../pkg/dist/", import.meta.url);
const files = ["superbill_bg.wasm", "superbill_scalar_bg.wasm", "superbill.js"];

const sizes = Object.fromEntries(files.map((file) => [file, gzipped(file)]));
const accepted = process.argv.includes("--accept") ? sizes : JSON.parse(readFileSync(snapshot, "utf8"));
if (accepted === sizes) writeFileSync(snapshot, `${JSON.stringify(sizes, null, 2)}\n`);

const complaints = files.flatMap((file) => {
  const [size, before] = [sizes[file], accepted[file] ?? 0];
  console.log(`${file.padEnd(26)} ${kilobytes(size)} gzip, snapshot ${kilobytes(before)}`);
  const changed = Math.abs(size - before) > TOLERANCE * before;
  const over = file.endsWith(".wasm") && size > CEILING;
  return [
    ...(changed ? [`${file}: not the snapshot's size; \`cargo xtask size --accept\` if that is meant.`] : []),
    ...(over ? [`${file}: over the ceiling of ${kilobytes(CEILING).trim()}.`] : []),
  ];
});
for (const complaint of complaints) console.error(complaint);
process.exitCode = complaints.length > 0 ? 1 : 0;

function gzipped(file) {
  return gzipSync(readFileSync(new URL(file, dist)), { level: 9 }).length;
}

function kilobytes(bytes) {
  return `${(bytes / 1000).toFixed(1)} kB`.padStart(8);
}
