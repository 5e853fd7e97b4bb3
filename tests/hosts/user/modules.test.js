//! The modules besides the main one, in Node.

import assert from "node:assert/strict";
import { test } from "node:test";

import { answers } from "./modules.js";

test("every module answers", async () => {
  assert.deepEqual(await answers(), { claims: true, forms: [["cms1500", 1]], patient: true });
});
