//! The patient's entry: does the small module read, post and state as the whole one does?

import assert from "node:assert/strict";
import { test } from "node:test";

import * as whole from "superbill";
import * as patient from "superbill/patient";
import { CLAIMS, sample } from "./sample.js";

const options = { at: "2026-11-23T10:00:00Z", actor: "test" };

test("what it offers, the whole module offers too", () => {
  assert.deepEqual(Object.keys(patient).filter((name) => !(name in whole)), []);
  assert.equal(patient.validate, undefined);
});

test("remittance, accounts and statement are those of the whole module", () => {
  assert.deepEqual(patient.remit(sample), whole.remit(sample));
  assert.deepEqual(patient.account([sample], options), whole.account([sample], options));
  assert.equal(patient.statementHtml([sample], options), whole.statementHtml([sample], options));
  const file = new patient.RemittanceFile(sample);
  assert.equal(file.claimCount, CLAIMS);
  const book = new patient.AccountBook();
  assert.equal(book.postFile(file, options).posted, CLAIMS);
  assert.match(book.statement({ ...options, format: "text" }), /\$|0\.00/);
});

test("a journal is kept as bytes and read back", () => {
  const book = new whole.AccountBook();
  book.post(sample, options);
  const first = book.journal();
  const again = new whole.AccountBook(first);
  assert.deepEqual(again.entries(), book.entries());
  again.patientPaid({ patientControlNumber: "PCN1", amount: "5.00", date: "2026-11-23" }, { ...options, id: "p1" });
  const both = new Uint8Array([...first, ...again.journal(book.entries().length)]);
  assert.deepEqual(new whole.AccountBook(both).accounts("2026-11-23"), again.accounts("2026-11-23"));
  both[40] ^= 1;
  assert.throws(() => new whole.AccountBook(both), { name: "SuperbillError", code: "MISUSE" });
});
