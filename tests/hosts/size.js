//! Download size: is each file of the package as small, raw and gzipped, as the snapshot says?
//!
//! `node size.js` compares, `node size.js --accept` rewrites the snapshot.

import { readFileSync, writeFileSync } from "node:fs";
import { gzipSync } from "node:zlib";

const TOLERANCE = 0.02; // of the snapshot; compilers of the same version differ by less

// Bytes, gzip: past the ceiling nothing is accepted; the goal is where it is to go.
const FILES = {
  "superbill_bg.wasm": { ceiling: 410_000, goal: 300_000 },
  "superbill_scalar_bg.wasm": { ceiling: 415_000, goal: 300_000 },
  "superbill_patient_bg.wasm": { ceiling: 170_000, goal: 100_000 },
  "superbill_claims_bg.wasm": { ceiling: 1_100_000 },
  "superbill_forms_bg.wasm": { ceiling: 400_000 },
  "superbill_packs_bg.wasm": { ceiling: 200_000 },
  "superbill.js": { ceiling: 10_000 },
  "superbill_patient.js": { ceiling: 10_000 },
  "superbill_claims.js": { ceiling: 10_000 },
  "superbill_forms.js": { ceiling: 10_000 },
  "superbill_packs.js": { ceiling: 10_000 },
};

const snapshot = new URL("../size.json", import.meta.url);
const dist = new URL("../../pkg/dist/", import.meta.url);

const sizes = Object.fromEntries(Object.keys(FILES).map((file) => [file, measured(file)]));
const accepted = process.argv.includes("--accept") ? sizes : JSON.parse(readFileSync(snapshot, "utf8"));
if (accepted === sizes) writeFileSync(snapshot, `${JSON.stringify(sizes, null, 2)}\n`);

const complaints = Object.entries(FILES).flatMap(([file, { ceiling, goal = ceiling }]) => {
  const [size, before] = [sizes[file], accepted[file] ?? { raw: 0, gzip: 0 }];
  const over = size.gzip > goal ? `; goal ${kilobytes(goal)}` : "";
  console.log(`${file.padEnd(26)} ${shown(size)}, snapshot ${shown(before)}${over}`);
  const changed = ["raw", "gzip"].some((kind) => Math.abs(size[kind] - before[kind]) > TOLERANCE * before[kind]);
  return [
    ...(changed ? [`${file}: not the snapshot's size; \`cargo xtask size --accept\` if that is meant.`] : []),
    ...(size.gzip > ceiling ? [`${file}: over the ceiling of ${kilobytes(ceiling).trim()} gzip.`] : []),
  ];
});
for (const complaint of complaints) console.error(complaint);
process.exitCode = complaints.length > 0 ? 1 : 0;

function measured(file) {
  const bytes = readFileSync(new URL(file, dist));
  return { raw: bytes.length, gzip: gzipSync(bytes, { level: 9 }).length };
}

function shown({ raw, gzip }) {
  return `${kilobytes(raw)}, ${kilobytes(gzip)} gzip`;
}

function kilobytes(bytes) {
  return `${(bytes / 1000).toFixed(1)} kB`.padStart(8);
}
