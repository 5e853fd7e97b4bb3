//! Paths into a claim: is what a field names found, made and taken away again?

import assert from "node:assert/strict";
import { test } from "node:test";
import { plainPath, setAt, textAt, valueAt } from "../src/claim/path.ts";

test("a value is made with all that is missing on the way", () => {
  const claim = {};
  setAt(claim, "lines[0].dates[qualifier=472].from", "2026-10-12");
  setAt(claim, "providers.referring?.identifier{qualifier=XX}.value", "1234567893");
  assert.deepEqual(claim, {
    lines: [{ dates: [{ qualifier: "472", from: "2026-10-12" }] }],
    providers: { referring: { identifier: { qualifier: "XX", value: "1234567893" } } },
  });
  assert.equal(textAt(claim, "lines[0].dates[qualifier=472].from"), "2026-10-12");
  assert.equal(textAt(claim, "lines[0].dates[qualifier=434].from"), "");
});

test("a path is written as findings write it", () => {
  const claim = { dates: [{ qualifier: "431" }, { qualifier: "434", from: "2026-10-03" }] };
  assert.equal(plainPath(claim, "dates[qualifier=434].from"), "dates[1].from");
  assert.equal(plainPath(claim, "dates[qualifier=439].from"), "dates[439].from");
  assert.equal(plainPath(claim, "providers.referring?.identifier{qualifier=XX}.value"), "providers.referring.identifier.value");
});

test("what has nothing left goes away, what is always there stays", () => {
  const claim = {
    providers: { referring: { name: { entityType: "1", lastName: "BRAMBLE" }, identifier: { qualifier: "XX", value: "1" } } },
    coverage: { payer: { name: { entityType: "2", lastName: "MEADOWLARK" } } },
    references: [{ qualifier: "G1", value: "A" }, { qualifier: "9F", value: "B" }],
    address: { lines: ["9 WILLOW COURT", "SUITE 4"] },
  };
  setAt(claim, "providers.referring?.identifier{qualifier=XX}.value", "");
  assert.ok(valueAt(claim, "providers.referring"), "a name is left");
  setAt(claim, "providers.referring?.name{entityType=1}.lastName", "");
  setAt(claim, "coverage.payer.name{entityType=2}.lastName", "");
  setAt(claim, "references[qualifier=G1].value", "");
  setAt(claim, "address.lines[0]", "");
  assert.deepEqual(claim, {
    providers: {},
    coverage: { payer: { name: { entityType: "2" } } },
    references: [{ qualifier: "9F", value: "B" }],
    address: { lines: ["", "SUITE 4"] },
  });
});

test("taking away what is not there changes nothing", () => {
  const claim = { lines: [{}] };
  setAt(claim, "lines[0].notes[kind=ADD].text", undefined);
  setAt(claim, "lines[3].procedure.code", "");
  assert.deepEqual(claim, { lines: [{}] });
});
