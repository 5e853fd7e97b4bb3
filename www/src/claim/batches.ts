//! Batches of a file: which of them can be worked on as one?

import type { ClaimBatch } from "superbill/claims";

/** Batches whose headers say the same are one; the others stay apart. */
export function inOne(batches: ClaimBatch[]): ClaimBatch[] {
  const found = new Map<string, ClaimBatch>();
  for (const batch of batches) {
    const { claims = [], controlNumber: _, reference: __, ...header } = batch;
    const key = JSON.stringify([header, claims[0]?.kind]);
    const same = found.get(key);
    if (same) same.claims = [...(same.claims ?? []), ...claims];
    else found.set(key, { ...batch, claims });
  }
  return [...found.values()];
}
