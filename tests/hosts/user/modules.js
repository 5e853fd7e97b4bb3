//! The modules besides the main one: does each answer, wherever it is loaded?

import * as claims from "superbill/claims";
import * as forms from "superbill/forms";
import * as patient from "superbill/patient";
import { batch } from "./claim.js";
import { sample } from "./sample.js";

/** One answer of each module, as plain data. */
export async function answers() {
  await Promise.all([claims.init(), forms.init(), patient.init()]);
  return {
    claims: claims.build(batch, { at: "2026-11-23T10:00:00Z" }).accepted,
    forms: forms.form(batch, {}).forms.map(({ form, pages }) => [form, pages.length]),
    patient: patient.remit(sample).balanced,
  };
}
