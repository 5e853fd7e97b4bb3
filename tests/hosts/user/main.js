//! A page: does the package load and stream in a browser?

import { init, remit, RemittanceStream, SuperbillError, version } from "superbill";
import { sample } from "./sample.js";

/** Everything a test asks of the page, as plain data. */
async function report() {
  const forgotten = attempt(version);
  await init();
  await Promise.all([init(), init()]);
  const claims = [];
  const reader = new Blob([sample]).stream().pipeThrough(new RemittanceStream()).getReader();
  for (let step = await reader.read(); !step.done; step = await reader.read()) {
    claims.push(step.value.patientControlNumber);
  }
  return { forgotten, version: version(), claims, remit: remit(sample), unreadable: attempt(() => remit(new Uint8Array(200))) };
}

function attempt(work) {
  try {
    return work();
  } catch (error) {
    return { code: error.code, message: error.message, typed: error instanceof SuperbillError };
  }
}

window.report = report();
