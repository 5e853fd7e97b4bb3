//! The streaming reader: does every way of cutting a file give the same claims?

import assert from "node:assert/strict";
import { test } from "node:test";

import { acknowledge, CheckStream, RemittanceReader, RemittanceStream, SuperbillError, validate } from "superbill";
import { remittance, sample } from "./sample.js";

for (const size of [1, 7, 4096, sample.length]) {
  test(`claims from chunks of ${size} bytes`, async () => {
    assert.deepEqual(await numbers(cut(sample, size)), ["PCN1", "PCN2", "PCN3"]);
  });
}

test("one chunk larger than a slice", async () => {
  const large = new TextEncoder().encode(remittance(2000));
  assert.ok(large.length > 200_000);
  assert.equal((await numbers([large])).length, 2000);
});

test("the findings and the count are there at the end", async () => {
  const seen = [];
  const onEnd = (reader) => seen.push(reader.claimCount, reader.findings());
  await numbers([sample], { onEnd });
  assert.deepEqual(seen, [3, []]);
});

test("a file is checked and answered while it passes, however it is cut", async () => {
  const options = { at: "2026-11-23T10:00:00Z", seed: 5 };
  const spoilt = new TextEncoder().encode(remittance(3).replace("*HC:99213*125*", "*HC:99213*12x*"));
  const whole = validate(spoilt);
  assert.equal(whole.accepted, false);
  for (const size of [1, 33, spoilt.length]) {
    const findings = [];
    let [x12, report] = ["", undefined];
    const stream = new CheckStream({
      ...options,
      onAnswer: (part) => (x12 += part),
      onEnd: (end) => (report = end),
    });
    for await (const finding of ReadableStream.from(cut(spoilt, size)).pipeThrough(stream)) findings.push(finding.rule);
    assert.equal(report.accepted, false);
    assert.equal(x12, acknowledge(spoilt, options).x12);
    const syntax = whole.findings.filter(({ snip }) => snip <= 2).map(({ rule }) => rule);
    for (const rule of syntax) assert.ok(findings.includes(rule), rule);
  }
});

test("a companion guide is asked of a stream as of the whole", async () => {
  const companion = 'companion 005010X221A1 835 DEMO "A made-up payer"\n01 1000A/REF R "Send it."';
  const whole = validate(sample, { companion });
  const findings = [];
  let report;
  const stream = new CheckStream({ companion, seed: 5, onEnd: (end) => (report = end) });
  for await (const finding of new Blob([sample]).stream().pipeThrough(stream)) findings.push(finding.rule);
  assert.ok(findings.includes("DEMO-01") && !report.accepted);
  assert.equal(findings.length, whole.total);
  assert.throws(() => new CheckStream({ companion: "companion" }), (error) => error.code === "MISUSE");
});

test("bytes that are no interchange make the stream fail", async () => {
  const noise = new Uint8Array(500).fill(120);
  await assert.rejects(numbers([noise]), (error) => error instanceof SuperbillError);
});

test("a consumer that has seen enough can stop", async () => {
  const stream = new Blob([sample]).stream().pipeThrough(new RemittanceStream());
  for await (const claim of stream) {
    assert.equal(claim.patientControlNumber, "PCN1");
    break;
  }
});

test("the reader without streams", () => {
  const reader = new RemittanceReader();
  reader.push(sample);
  reader.finish();
  assert.equal(reader.next().patientControlNumber, "PCN1");
  reader[Symbol.dispose]();
  assert.throws(() => reader.next());
});

async function numbers(chunks, options) {
  const found = [];
  const stream = ReadableStream.from(chunks).pipeThrough(new RemittanceStream(options));
  for await (const claim of stream) found.push(claim.patientControlNumber);
  return found;
}

function* cut(bytes, size) {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}
